"""Statistical tables in the ledger: what goes in comes out, every observation of it, and goes with its source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cube import NO_CODE, Code, Dataset, Dimension, Observation, Role, cell_name
from corpus.ledger import Entry, Ledger
from corpus.ledger.cubes import dataset_fields, dataset_of
from corpus.records import Nature, Period, Qualifier, Source, SourceKind, Span, Standing, When

TEXT = "Lamps lit\nYear\tTown\tLamps\n2019\tAmber\t12\n2019\tBeryl\t[c]\n2020\tAmber\t15\n"
SOURCE = Source("s-lamps", "Lamps", "Lamp Office", SourceKind.OFFICIAL_STATISTICS, None, "", "", "0" * 64)
YEARS = tuple(Code(str(y), period=Period(date(y, 1, 1), date(y, 12, 31), str(y))) for y in (2019, 2020))


def seen(codes: tuple[int, ...], value: str | None, words: str, row: int) -> Observation:
    start = TEXT.index(words)
    end = TEXT.index("\n", start)
    qualifier = Qualifier.EXACTLY if value else Qualifier.SUPPRESSED
    cell = end - len(value or "[c]")
    return Observation(codes, Decimal(value) if value else None, qualifier, cell, end, start, end, row, 3)


def lamps() -> Dataset:
    return Dataset(
        "s-lamps-t0",
        "s-lamps",
        "Lamps lit",
        "Lamps",
        (
            Dimension("Year", Role.TIME, YEARS),
            Dimension("Town", Role.PLACE, (Code("Amber"), Code("Beryl", parent=0))),
            Dimension("", Role.MEASURE, (Code("Lamps", unit="%", scale=10, nature=Nature.FLOW, additive=False),)),
        ),
        (
            seen((0, 0, 0), "12", "2019\tAmber", 3),
            seen((0, 1, 0), None, "2019\tBeryl", 4),
            seen((1, 0, NO_CODE), "15", "2020\tAmber", 5),
        ),
        unit="people",
        as_at=When.year(2020),
        standing=Standing.ACCREDITED,
        sheet="Table 1",
        title_at=Span(0, 9),
        notes=(("c", "withheld"),),
        rows=3,
    )


def entry(one: Dataset) -> Entry:
    return Entry(SOURCE, TEXT, datasets=(one,))


def test_a_dataset_comes_out_as_it_went_in(tmp_path: Path) -> None:
    with Ledger.open(tmp_path, create=True) as ledger:
        ledger.put_all([entry(lamps())])
        (held,) = ledger.datasets()
        assert held == lamps()
        assert ledger.observed(held) == lamps().observed()
        assert ledger.observed(held, {0: [0], 1: [0, 1]}) == lamps().observed()[:2]
        assert ledger.observation_at(held, 5, 3) == lamps().observed()[2]
        assert ledger.observation_at(held, 6, 3) is None
        assert (ledger.counts().datasets, ledger.counts().observations) == (1, 3)
        assert ledger.datasets("s-lamps") == (held,)
        assert ledger.datasets("another") == ()
        ledger.remove("s-lamps")
        assert (ledger.datasets(), ledger.observed(held)) == ((), ())


def test_the_record_changes_with_one_observation(tmp_path: Path) -> None:
    changed = replace(lamps(), observations=(*lamps().observed()[:2], seen((1, 0, 0), "15", "2020\tAmber", 5)))
    with Ledger.open(tmp_path, create=True) as ledger:
        ledger.put_all([entry(lamps())])
        assert ledger.holds(entry(lamps()))
        assert not ledger.holds(entry(changed))


def test_an_observation_outside_its_row_is_refused(tmp_path: Path) -> None:
    wrong = replace(lamps(), observations=(lamps().observed()[0]._replace(row_start=999),))
    with Ledger.open(tmp_path, create=True) as ledger:
        with pytest.raises(ValueError, match="outside its row"):
            ledger.put_all([entry(wrong)])
        assert not ledger.sources()


@given(
    st.lists(
        st.builds(
            Code,
            words=st.text(max_size=9),
            total=st.booleans(),
            parent=st.none() | st.integers(0, 5),
            period=st.none() | st.dates().map(lambda d: Period(d, None, "since then")),
            unit=st.none() | st.text(max_size=3),
            additive=st.booleans(),
        ),
        max_size=4,
    )
)
def test_any_codes_are_kept(codes: list[Code]) -> None:
    one = replace(lamps(), dimensions=(Dimension("What", Role.CATEGORY, tuple(codes)),), observations=())
    assert dataset_of(tuple(dataset_fields(one).values())) == one


@pytest.mark.parametrize(("row", "column", "name"), [(1, 1, "A1"), (14, 26, "Z14"), (2, 27, "AA2"), (9, 703, "AAA9")])
def test_a_cell_is_named_as_a_spreadsheet_names_it(row: int, column: int, name: str) -> None:
    assert cell_name(row, column) == name
