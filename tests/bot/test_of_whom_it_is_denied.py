"""What was not so of a whole is not denied of its part; a refusal to do a thing leaves no figure unsaid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

FERRIES = """Ferries

The harbour board said that the yearly inspection was not carried out on 840 ferries. Of those, 310 were hydrofoils \
and the rest were paddle boats.
"""
LIFEBOATS = """Lifeboats

The institution launched 905 lifeboats in the autumn. Of these, 212 did not carry a second radio. Ninety-one of \
the lifeboats were crewed from Wick, 61 from Lerwick and 60 from Oban. By build, 88 were of timber and 14 of steel.
"""
TRAMS = """Trams

A safety test was never made of 420 trams. Of them, 95 were double-deckers and the rest were single cars.
"""
PONIES = """Ponies

Twenty-six ponies have been impounded, of which four have been destroyed, nine sold and the others are in fields.
"""
MEADOW = """Meadow

Forty-four hens were taken in, of which six were lost, eleven rehomed and the others were given to a school.
"""
CARTS = """Carts

The yard holds 52 carts. Of these, 12 were sold, 7 burnt and the others are in barns.
"""
QUIT = """Minister refuses to quit over cancelled ferries

The Minister was attacked last night. A letter said that 312 sailings at 14 piers had been cancelled in the winter. \
Officials declined to name the 14 piers.
"""

TABLE = [
    (FERRIES, "How many of the uninspected ferries were hydrofoils?", "answered", "310"),
    (FERRIES, "How many of the uninspected ferries were paddle boats?", "computed", "530"),
    (LIFEBOATS, "How many of the lifeboats without a second radio were crewed from Wick?", "answered", "91"),
    (LIFEBOATS, "How many of the lifeboats with no second radio were of timber?", "answered", "88"),
    (TRAMS, "How many of the untested trams were double-deckers?", "answered", "95"),
    (PONIES, "How many ponies have been put down?", "answered", "4"),
    (PONIES, "How many of the impounded ponies are in fields?", "computed", "13"),
    (MEADOW, "How many of the hens were given to a school?", "computed", "27"),
    (CARTS, "How many carts are in barns?", "computed", "33"),
    (QUIT, "How many ferries were cancelled?", "not_in_record", ""),
    (QUIT, "How many sailings were cancelled?", "answered", "312"),
    (QUIT, "What are the names of the piers?", "refused_on_record", ""),
    (QUIT, "Will the minister quit?", "answered", ""),
]


@pytest.mark.parametrize(("text", "question", "status", "value"), TABLE, ids=[row[1] for row in TABLE])
def test_it_is_told_of_those_of_whom_it_is_asked(
    made: Callable[..., Desk], text: str, question: str, status: str, value: str
) -> None:
    answer = made(text, date(2012, 6, 2)).ask(question)
    assert str(answer.status) == status, answer.text
    told = answer.derivation.result if answer.derivation else answer.figures[0].value if answer.figures else ""
    assert told == value, answer.text
