"""How departments lay out releases: blocks of keys, marks in headings, stacked tables, a country over its bodies."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from corpus.cube import Dataset, Role
from corpus.extract.headings import unit_in
from corpus.formats.statistics.banner import lines_of
from tests.corpus.statistics.tables import document, labels_of, reread
from tests.corpus.statistics.workbooks import rows_of, xlsx


def every(written: str, merged: list[str] | None = None) -> tuple[Dataset, ...]:
    found = document(xlsx({"Table_1": rows_of(written)}, merged or []), "kites.xlsx")
    assert reread(found) == sum(len(made.observed()) for made in found.datasets)
    return found.datasets


def told(made: Dataset, *labels: str) -> Decimal | None:
    [found] = [o for o in made.observed() if set(labels) <= set(labels_of(made, o).values())]
    return found.value


def test_a_quarter_that_is_revised_is_still_a_quarter_of_its_year() -> None:
    [made] = every(
        """
Table 4: Kites mended by colour, Arden, quarterly
 | 2031 | | 2032 | Percentage change
Colour | Jul-Sep | Oct-Dec [r] | Jan-Mar [p] | Jul-Sep 2031 to Jan-Mar 2032
All colours | 30 | 40 | 50 | 66.7
Red | 10 | 15 | 30 | 200
Green | 20 | 25 | 20 | 0
""",
        ["B2:C2"],
    )
    [time] = [d for d in made.dimensions if d.role is Role.TIME]
    assert [(c.words, c.period and c.period.start) for c in time.codes] == [
        ("Jul-Sep 2031", date(2031, 7, 1)),
        ("Oct-Dec 2031", date(2031, 10, 1)),
        ("Jan-Mar 2032", date(2032, 1, 1)),
    ]
    assert told(made, "Red", "Oct-Dec 2031") == 15
    assert {o.status for o in made.observed() if o.column == 3} == {"revised"}
    assert {o.status for o in made.observed() if o.column == 4} == {"provisional"}


def test_columns_that_only_a_mark_tells_apart_keep_it() -> None:
    [made] = every(
        """
Table 1: Kites flown by colour
Colour | 2031 [r] | 2031 [p] | 2032
Red | 10 | 12 | 30
Green | 20 | 25 | 31
Blue | 21 | 26 | 32
"""
    )
    assert [c.words for d in made.dimensions if d.role is Role.TIME for c in d.codes] == [
        "2031 [r]",
        "2031 [p]",
        "2032",
    ]


def test_a_heading_of_one_column_is_no_unit_of_the_tables_below() -> None:
    _, below = every(
        """
Table 4a: Kites mended by colour, Arden, 2031 and 2032
 | Kites | | Percentage change
Colour | 2031 | 2032 | 2031 to 2032
All colours | 30 | 60 | 100
Red | 10 | 30 | 200
Green | 20 | 30 | 50

Table 4b: Kites lost by size, Arden, 2031 and 2032
 | Kites | | Percentage change
Size | 2031 | 2032 | 2031 to 2032
All sizes | 9 | 12 | 33.3
Large | 4 | 5 | 25
Small | 5 | 7 | 40
""",
        ["B2:C2", "B10:C10"],
    )
    assert (below.title, below.measure) == ("Table 4b: Kites lost by size, Arden, 2031 and 2032", "Kites lost")
    assert (below.unit, below.additive, below.geography) == ("", True, "")


def test_a_table_of_a_table_counts_what_that_one_does() -> None:
    _, below = every(
        """
Table 4: Kites mended, 2031 and 2032
Colour | 2031 | 2032
Red | 10 | 30
Green | 20 | 30

Table 4a: By size
Size | 2031 | 2032
Large | 14 | 25
Small | 16 | 35
"""
    )
    assert below.measure == "Kites mended"


def test_a_block_of_keys_says_what_a_sheet_is_of() -> None:
    [made] = every(
        """
 | Title: | Kites mended and kites lost
 | Summary: | Repairs in workshops in 2019, by workshop
 | Period: | May 2031
 | Contact: | A. Mender

 | Code | Shire | Workshop | Kites mended | Kites lost
 | - | - | England | 900 | 90

 | W01 | Northshire | Ambleby Kite Works | 40 | 4
 | W02 | Northshire | Corrie Kite Works | 30 | -
 | W03 | Southshire | Dunmore Kite Works | 20 | 5
"""
    )
    assert (made.title, made.period and made.period.start) == ("Kites mended and kites lost", date(2031, 5, 1))
    shires, works = (d for d in made.dimensions if d.name in ("Shire", "Workshop"))
    assert [c.words for c in shires.codes] == ["Northshire", "Southshire"]
    assert [(c.words, c.total) for c in works.codes][:2] == [("England", True), ("Ambleby Kite Works", False)]
    assert told(made, "Dunmore Kite Works", "Kites mended") == 20


def test_a_nation_among_places_outside_it_is_not_their_whole() -> None:
    [made] = every(
        """
Table 2: Kites bought by buyer, 2031
Group | Buyer | Kites
- | England | 900
Abroad | France | 40
Abroad | Spain | 30
Abroad | Italy | 20
"""
    )
    assert not any(c.total for d in made.dimensions for c in d.codes)


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([["Title:", "Kites"], ["Period:", "May 2031"], ["Contact:", "A. Mender"]], ["Kites", "May 2031"]),
        ([["Source: the yard"], ["Title: Kites"], ["Units: thousands"]], ["Kites", "thousands"]),
        ([["Table 1: Kites"], ["Source: the yard"]], ["Table 1: Kites", "Source: the yard"]),
        ([["Kites: mended"], ["Lamps: mended"]], ["Kites: mended", "Lamps: mended"]),
    ],
)
def test_keys_are_told_from_titles(rows: list[list[str]], lines: list[str]) -> None:
    assert lines_of(rows) == lines


def test_sections_that_say_how_long_times_are_set_nothing_apart() -> None:
    [made] = every(
        """
Table 2: Kite duty, Arden, \u00a3 million
Period | Silk | | Paper
 | Plain | Dyed | Paper
Financial years | | |
2031 to 2032 | 30 | 3 | 9
2032 to 2033 [p] | 40 | 4 | 10
Months | | |
April 2032 | 10 | 1 | 2
May 2032 | 20 | 2 | 3
"""
    )
    assert [d.role for d in made.dimensions] == [Role.TIME, Role.CATEGORY]
    assert [c.words for c in made.dimensions[1].codes] == ["Plain", "Dyed", "Paper"]


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("Rate per 100,000 kites, lower 95% confidence limit", "per 100,000 kites"),
        ("Share of kites (%), 95% CI, upper", "%"),
        ("Upper 99 per cent confidence interval", None),
    ],
)
def test_how_sure_an_interval_is_is_no_unit(said: str, unit: str | None) -> None:
    found = unit_in(said)
    assert (found and found.name) == unit
