"""However a table is laid out, what is asked of its cells is answered from them, and of others nothing is said."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.laid_out import LAYOUTS, PLACES, SEXES, THINGS, TIMES, Laid, Told, laid_out
from tests.corpus.statistics.workbooks import xlsx

ASKED = {
    "Ferry berths granted": "ferry berths were granted",
    "Lamp repairs": "lamp repairs were there",
    "Kiln permits issued": "kiln permits were issued",
    "Boat claims": "boat claims were there",
    "Orchard grants paid": "orchard grants were paid",
}
LONG_AGO = 1994


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=4)
@given(seed=st.integers(0, 10_000), style=st.sampled_from(sorted(TIMES)))
def test_cells_are_asked_for_in_plain_words(layout: str, seed: int, style: str) -> None:
    rnd = Random(seed)
    laid = laid_out(rnd, layout, style)
    with (
        tempfile.TemporaryDirectory() as folder,
        desk_over(Path(folder) / "record", {"lamps.xlsx": xlsx({"Table_1": laid.rows}, laid.merged)}) as desk,
    ):
        for question, value in _questions(laid, rnd):
            answer = desk.ask(question)
            given = [figure.value.lstrip("-") for figure in answer.figures]
            assert value in given if value else not given, (question, value, given, answer.text, laid.rows)


def _questions(laid: Laid, rnd: Random) -> Iterator[tuple[str, str]]:
    """Questions with the value of their answers, "" where the table holds none."""
    cells = list(laid.told.values())
    told = rnd.choice(cells)
    yield _how_many(told, _when(told.time[0])), str(told.value)
    place = _of(told, PLACES)
    beside = [c for c in cells if c.time == told.time and {*c.labels} - {*PLACES} == {*told.labels} - {*PLACES}]
    others = [c for c in beside if c is not told]
    if others:
        other = rnd.choice(others)
        both = f"{_where(place)} and {_where(_of(other, PLACES)).removeprefix('in ')} together"
        yield _how_many(told, _when(told.time[0]), both), str(told.value + other.value)
    then = [c for c in cells if c.labels == told.labels and c.time != told.time]
    if then:
        first, last = sorted((told, rnd.choice(then)), key=lambda c: c.time[1])
        times = " and ".join(_when(c.time[0]).split(" ", 1)[1] for c in (first, last))
        what = f"{_of(told, THINGS).lower()}{_whom(told)}"
        yield f"By how much did {what} {_where(place)} change between {times}?", str(abs(last.value - first.value))
    yield _how_many(told, _when(told.time[0]), "in Wales"), ""
    yield _how_many(told, _when(TIMES[laid.style](LONG_AGO)[0])), ""


def _how_many(told: Told, when: str, where: str = "") -> str:
    return f"How many {ASKED[_of(told, THINGS)]}{_whom(told)} {where or _where(_of(told, PLACES))} {when}?"


def _of(told: Told, names: tuple[str, ...]) -> str:
    return next(label for label in told.labels if label in names)


def _whom(told: Told) -> str:
    return next((f" to {label.lower()}" for label in told.labels if label in SEXES), "")


def _where(place: str) -> str:
    plain = place in ("London", "East of England")
    return f"in {place}" if plain else f"in the {place}"


def _when(words: str) -> str:
    """A time as it is asked about: "in the year ending June 2015", "from Apr 2014 to Mar 2015"."""
    if words.startswith("Apr-"):
        return f"in April 20{words[-2:]}"
    words = words.removeprefix("FY ")
    named = words.startswith(("Year", "Academic", "Financial", "12 months")) or words.endswith("academic year")
    if named:
        return f"in the {words[:1].lower()}{words[1:]}"
    return f"from {words}" if words[0].isalpha() and ("-" in words or " to " in words) else f"in {words}"
