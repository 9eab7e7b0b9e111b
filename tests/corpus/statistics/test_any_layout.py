"""However a table is laid out, each of its numbers is read with its own labels and time, and nothing besides."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.cube import Dataset, Observation
from corpus.records import Period
from tests.corpus.statistics.laid_out import LAYOUTS, TIMES, Laid, laid_out, spans
from tests.corpus.statistics.tables import document, reread
from tests.corpus.statistics.workbooks import xlsx


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=12)
@given(seed=st.integers(0, 10_000), style=st.sampled_from(sorted(TIMES)))
def test_every_number_has_its_own_labels_and_time(layout: str, seed: int, style: str) -> None:
    laid = laid_out(Random(seed), layout, style)
    found = document(xlsx({"Table_1": laid.rows}, laid.merged), "lamps.xlsx")
    seen = {(o.row, o.column): (one, o) for one in found.datasets for o in one.observed() if o.value is not None}
    assert seen.keys() == laid.told.keys(), laid.rows
    wrong = [_wrong(laid, place, *seen[place]) for place in seen]
    assert not any(wrong), (next(filter(None, wrong)), laid.rows)
    assert reread(found) >= len(seen)


def _wrong(laid: Laid, place: tuple[int, int], one: Dataset, seen: Observation) -> str:
    """What is not as it was told of the number at PLACE; "" where all is."""
    told = laid.told[place]
    codes = [d.codes[c] for d, c in zip(one.dimensions, seen.codes, strict=True) if c >= 0]
    words = " | ".join([one.title, one.measure, *(d.name for d in one.dimensions), *(c.words for c in codes)])
    period: Period | None = next((c.period for c in codes if c.period), one.period)
    if seen.value != told.value:
        return f"{place}: {seen.value} for {told.value}"
    lacking = [label for label in told.labels if label not in words]
    if lacking:
        return f"{place}: no {lacking} in {words}"
    return "" if spans(period, told.time) else f"{place}: {period} for {told.time}"
