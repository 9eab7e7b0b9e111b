"""Names in small letters: a deed is asked of whom the record names, and told of nobody else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answer import Status
from bot.desk import Desk

BOATS = (
    "Boats\n\nAda Finch, the ports minister, apologised for the loss of the boats. Dan Roe resigned in haste. Ms Finch "
    "corrected her evidence to the Ports Committee in a letter."
)
TRAMS = (
    "Trams\n\nSir Alan Reeve, the tram commissioner, sacked the drivers. Olive Kerr, who leads the union, said: "
    '"It was cruel." Tom Wade withdrew his report on the crash.'
)
BOOKS = (
    "Libraries\n\nThe county librarian, Ann Moss, closed 12 libraries. Mark Poole, the mayor, said that he was sorry."
)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (BOATS, "did ada finch apologise"),
        (BOATS, "did dan roe resign"),
        (BOATS, "did ada finch have to correct what she told the committee"),
        (BOATS, "Did Ada Finch correct her evidence to the committee?"),
        (TRAMS, "did alan reeve sack the drivers"),
        (TRAMS, "did tom wade withdraw his report"),
        (BOOKS, "did ann moss close libraries"),
    ],
)
def test_whoever_did_it_is_known(made: Callable[..., Desk], text: str, asked: str) -> None:
    answer = made(text).ask(asked)
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith("Yes")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (BOATS, "did dan roe apologise"),
        (BOATS, "did ada finch resign"),
        (TRAMS, "did olive kerr resign"),
        (TRAMS, "did sir alan reeve withdraw his report"),
        (BOOKS, "has mark poole resigned"),
        (BOOKS, "did ann moss apologise"),
    ],
)
def test_another_s_deed_is_not_told_of_them(made: Callable[..., Desk], text: str, asked: str) -> None:
    assert made(text).ask(asked).status is Status.NOT_IN_RECORD


REFUSED = "Trams\n\nSir Alan Reeve, the tram commissioner, refused to resign after the crash. The board met in May."
STAYED = 'Pool\n\nOlive Kerr, the pool manager, said: "I did not apologise and I will not." The pool lost 40 lockers.'
KEPT = (
    "Ferry\n\nMark Poole, the harbour master, did not close the pier. The gale sank 12 boats, and he closed the slip."
)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (REFUSED, "when did reeve resign"),
        (REFUSED, "Why did Alan Reeve resign?"),
        (STAYED, "When did Kerr apologise?"),
        (KEPT, "Why did Mark Poole close the pier?"),
    ],
)
def test_a_deed_that_was_not_done_has_no_day_and_no_reason(made: Callable[..., Desk], text: str, asked: str) -> None:
    assert made(text).ask(asked).text.startswith("The record says that this was not done.")


@pytest.mark.parametrize(
    ("text", "asked"), [(REFUSED, "Why did Reeve not resign?"), (KEPT, "why did mark poole close the slip")]
)
def test_why_it_was_not_done_is_no_such_question(made: Callable[..., Desk], text: str, asked: str) -> None:
    assert not made(text).ask(asked).text.startswith("The record says that this was not done.")
