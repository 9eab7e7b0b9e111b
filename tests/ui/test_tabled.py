"""Answers over tables: the table and its plot, the cited rows, and hundreds of cells that stay a few parts."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from bot.answer import Citation, Derivation, Operand, Part, Tabled
from bot.cells import CitedRow, row_of
from tests.ui import fakes
from tests.ui.fakes import HOSTILE
from ui import card, cited, tabled
from ui.copying import footnoted

YEARS = Tabled("Lamps mended", ("Year", "Lamps"), (("2030", "1,012"), ("2031", ""), ("2032", "\u22125")), "lamps", True)


def cells(count: int) -> tuple[Citation, ...]:
    """So many citations of one sheet's rows."""
    made = []
    for n in range(1, count + 1):
        quote = f"2030\tTown {n}\t{n}"
        at = quote.rindex("\t") + 1
        made.append(Citation(n, "s", "Lamps", "", "official statistics", True, None, "", "", quote, 0, len(quote),
                             ((at, len(quote)),), record_id=f"t!C{n + 1}"))  # fmt: skip
    return tuple(made)


def rows(of: tuple[Citation, ...]) -> dict[int, CitedRow]:
    found = (row for one in of if (row := row_of(one)))
    return {row.n: replace(row, headings=("Year", "Town", "Lamps")) for row in found}


def test_hundreds_of_cells_are_eight_parts_and_one_table() -> None:
    of = cells(323)
    shown = cited.citations(replace(fakes.FOUND, citations=of), "a1", rows(of))
    assert shown.count('<details class="dp-cite"') == cited.SHOWN
    assert shown.count('<details class="dp-further"') == 1
    assert "<summary>315 further cells</summary>" in shown
    assert '<span id="a1-c323">323</span></td><td>C324</td><td>2030, Town 323</td><td><mark>323</mark>' in shown
    assert all(f'id="a1-c{n}"' in shown for n in range(1, 324))


@pytest.mark.parametrize(("count", "folded"), [(1, 0), (9, 0), (10, 2)])
def test_one_alone_is_not_folded(count: int, folded: int) -> None:
    of = cells(count)
    shown = cited.citations(replace(fakes.FOUND, citations=of), "a1", rows(of))
    assert (f"{folded} further cells" in shown) == bool(folded)


def test_of_very_many_the_page_takes_a_thousand() -> None:
    of = tuple(replace(one, record_id="") for one in cells(1_500))
    shown = cited.citations(replace(fakes.FOUND, citations=of), "a1")
    assert "1,492 further sources" in shown
    assert "492 more are in the download" in shown


def test_a_row_stands_under_its_headings_with_its_cell_marked() -> None:
    [row] = rows(cells(1)).values()
    shown = cited.row_table(row)
    assert [word in shown for word in (">Year</th>", ">Town</th>", ">Lamps</th>", "<td>Town 1</td>")] == [True] * 4
    assert "<td><mark>1</mark></td>" in shown
    bare = cited.row_table(replace(row, headings=()))
    assert ">A</th>" in bare
    assert ">C</th>" in bare


def test_a_wide_row_says_what_is_left_out() -> None:
    quote = "\t".join(map(str, range(40)))
    row = CitedRow(1, "t", "AB2", tuple(quote.split("\t")), (27,))
    shown = cited.row_table(row)
    assert "<td><mark>27</mark></td>" in shown
    assert ">AB</th>" in shown
    assert "35 further columns of this row are not shown" in shown


def test_a_table_s_words_stay_letters() -> None:
    row = CitedRow(1, "t", "B2", (HOSTILE, HOSTILE), (1,), (HOSTILE, HOSTILE), HOSTILE)
    table = Tabled(HOSTILE, (HOSTILE, HOSTILE), ((HOSTILE, HOSTILE),), HOSTILE)
    of = tuple(replace(one, title=HOSTILE) for one in cells(12))
    for shown in (
        cited.row_table(row),
        tabled.table(table),
        cited.citations(replace(fakes.FOUND, citations=of), "a1", {one.n: replace(row, n=one.n) for one in of}),
    ):
        assert "<script" not in shown
        assert "<img" not in shown
        assert "&lt;script&gt;" in shown


def _derivation(count: int, *parts: Part) -> Derivation:
    operands = tuple(Operand(Decimal(n), n, f"C{n}") for n in range(1, count + 1))
    return Derivation("sum", "a sum", operands, "1", None, parts)


def test_of_many_operands_the_first_are_given() -> None:
    shown = card.working(_derivation(323), rows(cells(323)))
    assert shown.count("<li>") == 8
    assert "2030, Town 8" in shown
    assert "and 315 more" in shown
    assert card.working(_derivation(9)).count("<li>") == 9


def test_sums_stand_for_their_operands() -> None:
    parts = (Part("2030", tuple(range(20)), Decimal(210)), Part("2031", (20,), Decimal(21)))
    shown = card.working(_derivation(21, *parts))
    assert shown.count("<li>") == 2
    assert "<b>210</b> 2030" in shown
    assert "20 figures added" in shown
    assert "The 21 figures that were added" in shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("x [1][2][3].", "[1] [2] [3]"),
        ("x [1][2][3][4].", "[1]\u2013[4]"),
        ("x [1][2][4][5].", "[1] [2] [4] [5]"),
    ],
)
def test_of_a_long_run_of_sources_the_ends_are_given(words: str, shown: str) -> None:
    assert shown in re.sub(r"<[^>]+>", "", card.referenced(words, "a1"))


def test_what_is_plotted_is_what_has_a_value() -> None:
    bars = tabled.bars_of(YEARS)
    assert bars == (tabled.Bar("2030", Decimal(1012)), tabled.Bar("2032", Decimal(-5)))
    assert tabled.in_words(YEARS, bars) == (
        "The plot shows 2 figures, from 1,012 (2030) to -5 (2032). The table gives each of them."
    )


@pytest.mark.parametrize(("count", "dated", "plotted"), [(1, True, 0), (15, False, 15), (16, False, 0), (60, True, 60)])
def test_bars_are_for_few_rows_and_lines_for_times(count: int, dated: bool, plotted: int) -> None:
    table = Tabled("Lamps", ("Row", "Lamps"), tuple((f"r{n}", str(n)) for n in range(count)), "", dated)
    assert len(tabled.bars_of(table)) == plotted


def test_bars_are_told_by_their_ends() -> None:
    table = Tabled("Lamps", ("Town", "Lamps"), (("Umber", "7"), ("Orrin", "9")))
    assert "the most 9 (Orrin), the least 7 (Umber)" in tabled.in_words(table, tabled.bars_of(table))


def test_what_is_copied_has_the_table_and_few_footnotes() -> None:
    copied = footnoted(replace(fakes.FOUND, table=replace(YEARS, rows=(("=1", "1,012"),)), citations=cells(30)))
    assert "Lamps mended (lamps)\nYear\tLamps\n'=1\t1,012\n" in copied
    assert "[12] Lamps" in copied
    assert "[13] to [30] 18 further cells: C14, C15" in copied
    others = tuple(replace(one, record_id="") for one in cells(30))
    assert "[13] to [30] 18 further sources" in footnoted(replace(fakes.FOUND, citations=others))


def test_operands_of_one_row_are_each_called_by_their_own_heading() -> None:
    quote = "Umber\t141\t2019\t30\t30"
    cited = CitedRow(1, "t", "B7", tuple(quote.split("\t")), (1, 3, 4), ("Town", "Inns", "Year", "Huts", "Tents"))
    operands = tuple(Operand(Decimal(value), 1, "A7") for value in (30, 141, 30))
    shown = card.working(Derivation("sum", "30 + 141 + 30 = 201", operands, "201", ""), {1: cited})
    assert [item for item in ("Umber, 2019, Huts", "Umber, 2019, Inns", "Umber, 2019, Tents") if item in shown] == [
        "Umber, 2019, Huts", "Umber, 2019, Inns", "Umber, 2019, Tents"]  # fmt: skip
    assert "Umber, 141" not in shown


def test_an_operand_that_is_the_only_number_of_its_row_is_called_by_the_row_alone() -> None:
    cited = CitedRow(1, "t", "C7", ("2030", "Umber", "10"), (2,), ("Year", "Town", "Lamps mended"))
    shown = card.working(Derivation("sum", "10 = 10", (Operand(Decimal(10), 1, "A7"),), "10", ""), {1: cited})
    assert "2030, Umber <" in shown
    assert "Lamps" not in shown
