"""What looks like an answer and is another's: a body's target, a denied possibility, a refusing rule, a successor."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

TARGETS = """Targets

The benefit office takes 26 days to pay a claim. The council's target is 30 days for a planning bid. The Treasury \
answers most letters by post.
"""
DROPPED = "Targets\n\nThe ferry office takes 26 days to pay a claim. Its target of 20 days was scrapped in 2009."
CLOSED = "Closed\n\nSome 720 schools had been closed in the past four years. Ms Lee said that 90 pupils had been hurt."
BRIDGE = "Bridges\n\nThe minister said that it was wrong to say that the bridge might be unsafe."
FORGED = "Records\n\nThe inquiry rejected claims that the records could have been forged."
QUITTING = "Poole\n\nMark Poole, the deputy mayor, rejected calls to quit at once but agreed to stand down in May."
LATER = "Poole\n\nMark Poole, the deputy mayor, shrugged off calls to quit in March. In May he agreed to stand down.\n"
BARRED = "Firms\n\nUnder the rules, anyone who has been in the town for less than five years is refused a grant."
HOLDERS = "Harbour\n\nAda Finch, Dan Roe and Sam Lee have been harbour secretaries in those years."
REVIEW = """Locums

The review of the hirings took place between January 2009 and March 2010. Some 960 locums were hired, \
the first in May 2003.
"""
LIFERS = """Freed sailors

The Gazette reported that officials could not say how many of the freed sailors were under life sentences. Some 90 \
sailors were freed.
"""
PROTEST = "Protest\n\nMore than 80 women were arrested and 25 were fined over the protest."
WRONG = [
    (TARGETS, "Is the Treasury meeting its target?", "Yes"),
    (TARGETS, "Is the benefit office meeting its target?", "Yes"),
    (TARGETS, "Is the council meeting its target?", "Yes"),
    (DROPPED, "Is the ferry office meeting its target?", "No."),
    (CLOSED, "How many pupils were hurt on average each year over the four years?", "180"),
    (BRIDGE, "Might the bridge be unsafe?", "That may be so"),
    (FORGED, "Could the records have been forged?", "That may be so"),
    (QUITTING, "Has Poole agreed to stand down?", "No."),
    (LATER, "Has Mark Poole agreed to resign?", "No."),
    (BARRED, "Would three years in the town qualify for a grant?", "within what the rule allows"),
    (HOLDERS, "Who were Ada Finch's predecessors?", "Roe"),
    (HOLDERS, "Who were Dan Roe's predecessors?", "Lee"),
    (REVIEW, "When was the first of the hirings?", "January 2009"),
    (LIFERS, "How many sailors are in prison?", "Not known"),
    (LIFERS, "How many sailors are behind bars?", "Not known"),
    (PROTEST, "How many women were arrested or fined?", "105"),
]


@pytest.mark.parametrize(("text", "question", "wrong"), WRONG, ids=[row[1] for row in WRONG])
def test_it_is_not_said(made: Callable[..., Desk], text: str, question: str, wrong: str) -> None:
    answer = made(text, date(2011, 6, 2)).ask(question)
    assert wrong not in f"{answer.headline} {answer.text.split('“')[0]}", answer.text
