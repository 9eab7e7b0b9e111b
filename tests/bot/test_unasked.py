"""What a figure says beyond a question: in a large record, one year's cell is no answer where no year is asked for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.question import read
from bot.unasked import of_one_time_of_several
from bot.view import View
from corpus.records import Figure, Period, Qualifier, Source, SourceKind, Span

SOURCE = Source("s-lamps", "Lamps", "", SourceKind.WRITTEN_ANSWER, date(2023, 4, 1), "", "", "lamps")


def _cell(text: str, words: str, value: str, year: int) -> Figure:
    at = text.index(value)
    period = Period(date(year, 1, 1), date(year, 12, 31), words)
    whole = Span(0, len(text))
    span = Span(at, at + len(value))
    return Figure(
        f"s-lamps:{at}", SOURCE.id, span, whole, Decimal(value), Qualifier.EXACTLY, "", "lamps", "lamps", period=period
    )


@pytest.mark.parametrize(
    ("text", "question", "unnamed"),
    [
        ("Lamps: Total; 2020: 293; 2021: 276", "How many lamps were lit?", True),
        ("Lamps: Total; 2020: 293; 2021: 276", "How many lamps were lit in 2020?", False),
        ("Lamps: Total; 2020: 293; 2021: 276", "How many lamps were first said to be lit?", False),
        ("Lamps lit fell from 293 in 2020 to 276 in 2021.", "How many lamps were lit?", False),
    ],
)
def test_one_of_several_times_is_not_taken(text: str, question: str, *, unnamed: bool) -> None:
    first, last = _cell(text, "2020", "293", 2020), _cell(text, "2021", "276", 2021)
    view = View.of([first, last], (), [SOURCE], (), None)
    assert of_one_time_of_several(read(question).wanted, first, view, text) is unnamed
    alone = View.of([first], (), [SOURCE], (), None)
    assert not of_one_time_of_several(read(question).wanted, first, alone, text)
