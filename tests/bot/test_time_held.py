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


PLEDGES = (
    "Boats\n\nThe lifeboats were sold between May 1999 and June 2004, in which time Ada Finch, Dan Roe and Sam Lee "
    "have been Coast Secretary. Jane Hart, the pilot, was never told."
)
BOOKS = (
    "Books\n\nThe county threw out 4,000 atlases. Olive Kerr and Tom Wade have both been chief librarian since the "
    "atlases were thrown out. Ann Moss is the mayor."
)
TRAMS = (
    "Trams\n\nThe tram crashes went on until 2011. Alan Reeve, Mark Poole and Ida Brook had been transport "
    "commissioner during the crashes. The inquiry was told so by Dan Roe, the coroner."
)


@pytest.mark.parametrize(
    ("text", "asked", "told"),
    [
        (
            PLEDGES,
            "Which coast secretaries were in office when the lifeboats were sold?",
            "Ada Finch, Dan Roe and Sam Lee",
        ),
        (
            PLEDGES,
            "how many coast secretaries were in post when the lifeboats were sold",
            "Ada Finch, Dan Roe and Sam Lee",
        ),
        (BOOKS, "which chief librarian was in charge when it happened", "Kerr and Tom Wade"),
        (TRAMS, "Which transport commissioners served during the crashes?", "Alan Reeve, Mark Poole and Ida Brook"),
    ],
)
def test_all_who_held_the_office_then_are_told(made: Callable[..., Desk], text: str, asked: str, told: str) -> None:
    answer = made(text).ask(asked)
    assert answer.status is Status.ANSWERED
    assert told in answer.text


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (PLEDGES, "Which prime ministers were in office when the lifeboats were sold?"),
        (BOOKS, "Which chief librarians were in office when the trams crashed?"),
        (TRAMS, "Which coroners were in office when the bridges fell?"),
    ],
)
def test_nobody_is_told_of_another_office_or_time(made: Callable[..., Desk], text: str, asked: str) -> None:
    assert made(text).ask(asked).status is Status.NOT_IN_RECORD
