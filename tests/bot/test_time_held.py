"""How long somebody held an office: told by the sentence on that, and by no other length of time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answer import Status
from bot.desk import Desk

HART = "Hart\n\nJane Hart, the ports minister, resigned. In her three-year tenure the office lost 40 boats."
REEVE = (
    "Fire\n\nThe fire, which lasted two days, put Sir Alan Reeve, the chief fire officer, in the worst trouble of his "
    "14-month spell in charge of the brigade. Ann Moss, his deputy, has served four sentences of six months."
)
KERR = (
    "Ferries\n\nOlive Kerr, who has been chief executive of the ferry company for six years, will leave. The ferry "
    "company keeps its boats for at least 12 years. Dan Roe, the harbour master, said nothing."
)


@pytest.mark.parametrize(
    ("text", "asked", "told"),
    [
        (HART, "How long had Jane Hart been in office?", "three-year tenure"),
        (HART, "how long did Hart hold the post", "three-year tenure"),
        (HART, "How long has Jane Hart been in charge of the Ports Office?", "three-year tenure"),
        (REEVE, "How long has Alan Reeve run the brigade?", "14-month spell"),
        (REEVE, "how long has the chief fire officer been in the job", "14-month spell"),
        (KERR, "How long has Olive Kerr been chief executive?", "six years"),
        (KERR, "How long has Kerr led the ferry company?", "six years"),
    ],
)
def test_the_time_in_office_is_told(made: Callable[..., Desk], text: str, asked: str, told: str) -> None:
    answer = made(text).ask(asked)
    assert answer.status is Status.ANSWERED
    assert told in answer.text


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (HART, "How long has Jane Hart been in charge of the trams?"),
        (HART, "How long has Jane Hart been a councillor?"),
        (REEVE, "How long has Ann Moss been in charge of the brigade?"),
        (REEVE, "How long has the deputy been in the job?"),
        (KERR, "How long has Dan Roe been in the job?"),
        (KERR, "How long has the harbour master been in office?"),
    ],
)
def test_no_other_length_of_time_is(made: Callable[..., Desk], text: str, asked: str) -> None:
    assert made(text).ask(asked).status is Status.NOT_IN_RECORD
