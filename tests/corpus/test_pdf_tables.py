"""Which tables of a PDF become datasets, what they are called, and which are too unsure and stay words."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.cube import Dataset, Role
from corpus.formats import Document, read
from corpus.formats.page.cells import Line, names_years
from corpus.formats.page.certain import doubt_of
from corpus.formats.statistics.grouped import group_over, narrows
from corpus.insets import with_datasets
from corpus.table import Table
from tests.corpus.pdf_drawing import flush, grid, level
from tests.corpus.pdf_maker import Page, pdf
from tests.exam.made_pdfs import HERE, MADE


def tables_of(*pages: Page) -> Document:
    [document] = read(pdf(*pages), Path("loans.pdf"))
    return with_datasets(document)


def said(document: Document, one: Dataset) -> list[str]:
    return [document.text[o.start : o.end] for o in one.observed()]


LOANS = [("Branch", "Books lent", "Visits"), ("Harl", "1,204", "310"), ("Penby", "96", "*"), ("Total", "1,300", "402")]


@pytest.mark.parametrize("layout", ["grid", "flush", "level"])
def test_each_figure_reads_back_as_its_own_words_in_every_layout(layout: str) -> None:
    page = Page().write(60, 80, "Table 1: Loans by branch, 2021", 11, bold=True)
    if layout == "grid":
        grid(page, 95, (60, 200, 300, 400), LOANS)
    elif layout == "flush":
        flush(page, 105, 60, (260, 360), LOANS)
    else:
        level(page, 95, 60, (240, 340), LOANS)
    document = tables_of(page)
    [one] = document.datasets
    assert (one.title, one.measure) == ("Table 1: Loans by branch, 2021", "Loans")
    assert [d.role for d in one.dimensions] == [Role.CATEGORY, Role.MEASURE]
    assert said(document, one) == ["1,204", "310", "96", "*", "1,300", "402"]
    assert not document.left_out


@pytest.mark.parametrize("layout", ["grid", "flush", "level"])
def test_a_row_of_years_heads_the_columns_below_it(layout: str) -> None:
    rows = [("Lock", "2019", "2020", "2021"), ("Upper", "12", "9", "31"), ("Lower", "7", "15", "22")]
    page = Page().write(60, 80, "Table 2: Boats locked through", 11, bold=True)
    if layout == "grid":
        grid(page, 95, (60, 200, 300, 400, 500), rows)
    elif layout == "flush":
        flush(page, 105, 60, (260, 340, 420), rows)
    else:
        level(page, 95, 60, (240, 320, 400), rows)
    [one] = tables_of(page).datasets
    assert [d.role for d in one.dimensions] == [Role.CATEGORY, Role.TIME]
    assert [c.words for c in one.dimensions[1].codes] == ["2019", "2020", "2021"]
    assert len(one.observed()) == 6


@pytest.mark.parametrize(
    ("values", "below", "are"),
    [
        (["2019", "2020", "2021"], ["12", "9"], True),
        (["2019", "2019", "2020", "2020"], ["12", "9"], True),
        (["2019", "2021"], ["2,019"], True),
        (["1998"], ["12"], False),
        (["1998", "2004", "2005"], ["12"], False),
        (["2019", "2020"], ["2021", "2022"], False),
        (["2019", "12"], ["9"], False),
        ([], [], False),
    ],
)
def test_what_names_years(values: list[str], below: list[str], are: bool) -> None:
    assert names_years(values, below) is are


@pytest.mark.parametrize("repeated", [True, False])
def test_a_table_cut_by_a_page_is_one_where_its_columns_agree(repeated: bool) -> None:
    first = Page().write(60, 690, "Table 3: Kites flown by field", 11, bold=True)
    head = ("Field", "Kites flown", "Kites lost")
    flush(first, 712, 60, (260, 360), [head, ("North", "40", "2"), ("South", "31", "5")])
    rest = [("East", "12", "1"), ("Total", "83", "8")]
    second = Page()
    flush(second, 80, 60, (260, 360), [head, *rest] if repeated else rest, heads=int(repeated))
    document = tables_of(first, second)
    [one] = document.datasets
    assert [c.words for c in one.dimensions[0].codes] == ["North", "South", "East", "Total"]


def test_a_second_table_on_the_next_page_is_another_one() -> None:
    first, second = Page(), Page().write(60, 70, "Table 2: Kites mended by field", 11, bold=True)
    flush(first, 712, 60, (260,), [("Field", "Kites flown"), ("North", "40"), ("South", "31"), ("East", "12")])
    flush(second, 95, 60, (260,), [("Field", "Kites flown"), ("North", "3"), ("South", "4"), ("East", "9")])
    assert len(tables_of(first, second).datasets) == 2


def rows_of(*rows: tuple[str, ...]) -> list[Line]:
    return [Line(row) for row in rows]


PLAIN = (("Ward",), ("Lit",), ("Dark",))
GOOD = rows_of(("North", "1", "2"), ("South", "c", "-"))


@pytest.mark.parametrize(
    ("headings", "lines", "why"),
    [
        (PLAIN, GOOD, ""),
        (((), (), ()), GOOD, "nothing heads"),
        ((("Ward",), ("Lit Dark",), ("Lit Dark",)), GOOD, "share one heading"),
        ((("Ward",), ("Lit",), ()), GOOD, "has no heading"),
        ((("West",), ("210",), ("41",)), GOOD, "a figure stands"),
        ((("Ward",), ("2019",), ("2020",)), GOOD, ""),
        (PLAIN, rows_of(("North", "1", "Shut"), ("South", "3", "Open")), "holds words"),
        (PLAIN, rows_of(("North", "1", "2")), "too few"),
        (PLAIN, rows_of(("North", "1", "2"), ("", "3", "4")), "no label"),
        (PLAIN, rows_of(("North", "1", "2"), ("North", "3", "4")), "the same label"),
        (PLAIN, [Line(("Hill",), True), *GOOD, Line(("Dale",), True), *GOOD], ""),
        (PLAIN, rows_of(("North", "1", "2"), ("South", "3", "Ann Dray")), "more than numbers"),
        (PLAIN, rows_of(("North", "1", ""), ("South", "3", ""), ("East", "4", "9")), "all but empty"),
        (PLAIN, [*GOOD, Line(("Mid and",), spanning=True), Line(("Upper", "3", "4"))], "over two lines"),
        (
            PLAIN,
            [Line(("Hill",), True), *GOOD, Line(("Dale",), True), *rows_of(("East", "3", "4"), ("All", "4", "6"))],
            "of all",
        ),
        (
            PLAIN,
            [Line(("Hill",), True), *GOOD, Line(("Dale",), True), *rows_of(("East", "3", "4"), ("West", "4", "6"))],
            "",
        ),
    ],
)
def test_what_makes_it_unsure_which_cell_is_which(
    headings: tuple[tuple[str, ...], ...], lines: list[Line], why: str
) -> None:
    told = doubt_of(headings, lines)
    assert (why in told) if why else not told


def test_an_unsure_table_is_told_by_its_page_and_no_cell_of_it_is_guessed_at() -> None:
    page = Page().write(60, 80, "Table 4: Gates by canal", 11, bold=True)
    page.write(120, 105, "Gates opened and gates shut in all of the year", 10)
    flush(page, 120, 60, (200, 300), [("Upper", "12", "14"), ("Lower", "7", "3"), ("Middle", "8", "6")], heads=0)
    document = tables_of(Page().write(60, 80, "Of canals."), page)
    assert not document.datasets
    assert all(told.startswith("page 2, the table of 3 rows: ") for told in document.left_out)
    assert document.left_out


def test_titles_with_their_pages_are_no_table() -> None:
    page = Page()
    for n, (words, number) in enumerate((("Kites", "2"), ("Strings", "9"), ("Fields", "14"))):
        page.write(60, 100 + 16 * n, words).write(500, 100 + 16 * n, number)
    assert not tables_of(page).tables


def test_captions_alike_but_for_their_numbers_are_no_running_heads() -> None:
    pages = [Page().write(60, 70, f"Table {n}: Kites by field", 11, bold=True) for n in (1, 2)]
    for page in pages:
        flush(page, 95, 60, (260,), [("Field", "Kites flown"), ("North", "40"), ("South", "31"), ("East", "12")])
    assert [t.caption for t in tables_of(*pages).tables] == ["Table 1: Kites by field", "Table 2: Kites by field"]


def under(heading: str, caption: str = "Table 1: Visits by pier") -> Table:
    return Table((("Pier",), ("Visits",)), (), caption=caption, heading=heading)


@pytest.mark.parametrize(
    ("headings", "group", "narrow"),
    [
        (("Night boats only",), "Night boats only", True),
        (("2. Pensioners",), "Pensioners", True),
        (("All boats", "Night boats"), "All boats", False),
        (("Night boats", "All boats"), "Night boats", True),
        (("Traffic",), "Traffic", False),
        (("Figure 3: Where the piers are",), "", False),
    ],
)
def test_a_heading_over_a_table_says_of_which_part_it_is(headings: tuple[str, ...], group: str, narrow: bool) -> None:
    tables = [under(words, f"Table {n}: Visits by pier") for n, words in enumerate(headings, 1)]
    assert group_over(tables, 0) == group
    assert narrows(tables, 0) is narrow


def test_the_exams_own_documents_are_as_they_are_drawn() -> None:
    for name, drawn in MADE.items():
        assert (HERE / name).read_bytes() == drawn(), name
