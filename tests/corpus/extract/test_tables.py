"""Tables of unlike shapes with the figures that a careful reader finds in them, and what holds of any table."""

from __future__ import annotations

import html
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.extract import Extraction, extract
from corpus.extract.rows import cell_words, quantities
from corpus.formats import Document, read
from corpus.records import Figure, Qualifier, Source, SourceKind, Span

SOURCE = Source("s", "Lamps", "", SourceKind.DOCUMENT, date(2024, 6, 13), "", "", "0")

PERIODS_IN_COLUMNS = """
## Who was killed

| Road user | Year ending June 2022 | Year ending June 2023 |
|---|---|---|
| Pedestrians | 372 | 409 |
| Others | 1,321 | 1213 |
| All | 1,693 | 1622 |
"""
CATEGORIES_IN_COLUMNS = """
## Prisoners released

| Year | Men | Women | All |
|---|---|---|---|
| 2022 | 310 | 95 | 405 |
| 2023 | 288 | 104 | 392 |
"""
UNITS_IN_HEADINGS = """
## Spending by department

| Department | 2022-23 (\u00a3m) | 2023-24 (\u00a3m) | % change |
|---|---|---|---|
| Health | 1,234.5 | 1,300p | 5.3 |
| Schools | \u00a3900m | 880 | \u22122.2% |
"""
MARKS_AND_NOTES = """
## Patients seen

| Ward | Patients |
|---|---|
| North | .. |
| South | [c] |
| East | * |
| West | <5 |
| Central | 1 204 [r] |
| Upper | 412<sup>1</sup> |
| Lower | [z] |
| Outer | see note 3 |
| Inner | 12 (3) |
| Nether | - |
"""
SEVERAL_LABELS = """
## Households in fuel poverty

| Region | Year | Number (thousands) | Per cent of households |
|---|---|---|---|
| North | 2022 | 412 | 15.6 |
| North | 2023 | 398 | 15.1 |
"""
SPANNED = """<h2>Patients waiting</h2><table><caption>Table 1: Patients waiting by region and sex</caption>
<thead><tr><th rowspan="2">Region</th><th colspan="3">31 March 2023</th><th colspan="3">31 March 2024</th></tr>
<tr><th>Men</th><th>Women</th><th>All</th><th>Men</th><th>Women</th><th>All</th></tr></thead>
<tbody><tr><th>Wales</th><td>120</td><td>130</td><td>250</td><td>125</td><td>135</td><td>260</td></tr>
<tr><th>England</th><td>200</td><td>[c]</td><td>410</td><td>210</td><td>..</td><td>430</td></tr></tbody>
<tfoot><tr><td colspan="7">Source: 5 trusts sent no returns.</td></tr></tfoot></table>"""
UNIT_ABOVE = """<p>A word before.</p><table><caption>Grants paid, \u00a3 million</caption>
<tr><td>Body</td><td>2022</td></tr><tr><td rowspan="2">Trusts</td><td>1.5</td></tr><tr><td>2.25</td></tr></table>"""
SECTIONS = """<h2>Offences</h2><table><tr><th>Offence</th><th>2023</th></tr>
<tr><th colspan="2">England</th></tr><tr><td>Robbery</td><td>93</td></tr><tr><td>Total</td><td>93</td></tr>
<tr><th colspan="2">Wales</th></tr><tr><td>Robbery</td><td>7</td></tr><tr><td>of which: armed</td><td>2</td></tr>
</table>"""


def laid(text: str) -> Document:
    name = "a.html" if text.startswith("<") else "a.md"
    (document,) = read(text.encode(), Path(name))
    return document


def found(text: str) -> tuple[Document, Extraction]:
    document = laid(text)
    return document, extract(document.text, SOURCE, document.tables)


def told(figure: Figure, by_id: dict[str, Figure], text: str) -> str:
    dated = f"{figure.period.start}..{figure.period.end}" if figure.period else ""
    dated = str(figure.as_at.last) if figure.as_at else dated
    whole = by_id[figure.part_of].span.of(text) if figure.part_of else ""
    value = "" if figure.value is None else f"{figure.value:f}"
    shown = "" if figure.qualifier is Qualifier.EXACTLY else str(figure.qualifier)
    parts = (value, shown, figure.unit, figure.counted, dated, whole, figure.status)
    return " | ".join(parts).replace("-01-01..", "..").strip()


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        (
            PERIODS_IN_COLUMNS,
            """
            372 |  | people | Pedestrians | 2021-07-01..2022-06-30 | 1,693 |
            409 |  | people | Pedestrians | 2022-07-01..2023-06-30 | 1622 |
            1321 |  | people | Others | 2021-07-01..2022-06-30 | 1,693 |
            1213 |  | people | Others | 2022-07-01..2023-06-30 | 1622 |
            1693 |  | people | Who was killed | 2021-07-01..2022-06-30 |  |
            1622 |  | people | Who was killed | 2022-07-01..2023-06-30 |  |
            """,
        ),
        (
            CATEGORIES_IN_COLUMNS,
            """
            310 |  | people | Men | 2022..2022-12-31 | 405 |
            95 |  | people | Women | 2022..2022-12-31 | 405 |
            405 |  | people | Prisoners released | 2022..2022-12-31 |  |
            288 |  | people | Men | 2023..2023-12-31 | 392 |
            104 |  | people | Women | 2023..2023-12-31 | 392 |
            392 |  | people | Prisoners released | 2023..2023-12-31 |  |
            """,
        ),
        (
            UNITS_IN_HEADINGS,
            """
            1234500000 |  | \u00a3 | Health | 2022-04-01..2023-03-31 |  |
            1300000000 |  | \u00a3 | Health | 2023-04-01..2024-03-31 |  | provisional
            5.3 |  | % | Health, % change |  |  |
            900000000 |  | \u00a3 | Schools | 2022-04-01..2023-03-31 |  |
            880000000 |  | \u00a3 | Schools | 2023-04-01..2024-03-31 |  |
            -2.2 |  | % | Schools, % change |  |  |
            """,
        ),
        (
            MARKS_AND_NOTES,
            """
            | not_known |  | Patients |  |  |
            | suppressed |  | Patients |  |  |
            | suppressed |  | Patients |  |  |
            5 | fewer_than | people | Patients |  |  |
            1204 |  | people | Patients |  |  | revised
            412 |  | people | Patients |  |  |
            | not_known |  | Patients |  |  |
            """,
        ),
        (
            SEVERAL_LABELS,
            """
            412000 |  | people | Households in fuel poverty | 2022..2022-12-31 |  |
            15.6 |  | % | Per cent of households | 2022..2022-12-31 |  |
            398000 |  | people | Households in fuel poverty | 2023..2023-12-31 |  |
            15.1 |  | % | Per cent of households | 2023..2023-12-31 |  |
            """,
        ),
        (
            SPANNED,
            """
            120 |  | people | Men | 2023-03-31 | 250 |
            130 |  | people | Women | 2023-03-31 | 250 |
            250 |  | people | Patients waiting by region and sex | 2023-03-31 |  |
            125 |  | people | Men | 2024-03-31 | 260 |
            135 |  | people | Women | 2024-03-31 | 260 |
            260 |  | people | Patients waiting by region and sex | 2024-03-31 |  |
            200 |  | people | Men | 2023-03-31 | 410 |
            | suppressed |  | Women | 2023-03-31 | 410 |
            410 |  | people | Patients waiting by region and sex | 2023-03-31 |  |
            210 |  | people | Men | 2024-03-31 | 430 |
            | not_known |  | Women | 2024-03-31 | 430 |
            430 |  | people | Patients waiting by region and sex | 2024-03-31 |  |
            5 |  | trusts | trusts |  |  |
            """,
        ),
        (
            UNIT_ABOVE,
            """
            1500000 |  | \u00a3 | Trusts | 2022..2022-12-31 |  |
            2250000 |  | \u00a3 | Trusts | 2022..2022-12-31 |  |
            """,
        ),
        (
            SECTIONS,
            """
            93 |  |  | Robbery | 2023..2023-12-31 | 93 |
            93 |  |  | Offences | 2023..2023-12-31 |  |
            7 |  |  | Robbery | 2023..2023-12-31 |  |
            2 |  |  | armed | 2023..2023-12-31 | 7 |
            """,
        ),
    ],
)
def test_a_table_is_read_by_its_rows_and_columns(table: str, lines: str) -> None:
    document, extraction = found(table)
    by_id = {f.id: f for f in extraction.figures}
    got = [told(f, by_id, document.text) for f in extraction.figures]
    assert [" ".join(g.split()) for g in got] == [" ".join(w.split()) for w in lines.strip().splitlines()]


@pytest.mark.parametrize(
    "table",
    [PERIODS_IN_COLUMNS, CATEGORIES_IN_COLUMNS, UNITS_IN_HEADINGS, SEVERAL_LABELS, SPANNED, UNIT_ABOVE, SECTIONS],
)
def test_a_figure_can_be_read_again_from_the_row_that_is_cited(table: str) -> None:
    document, extraction = found(table)
    for figure in extraction.figures:
        quote = figure.context.of(document.text)
        assert figure.span.within(figure.context)
        again = {(q.value, str(q.qualifier), "" if figure.unit == "people" else q.unit) for q in quantities(quote)}
        unit = "" if figure.unit in ("people", "trusts") else figure.unit
        assert figure.value is None or (figure.value, str(figure.qualifier), unit) in again


def test_what_is_said_of_a_cell_are_its_row_and_its_heading() -> None:
    document, extraction = found(PERIODS_IN_COLUMNS)
    cell = next(f for f in extraction.figures if f.value == 409)
    assert cell_words(document.text, cell.context, cell.span) == "Road user: Pedestrians; Year ending June 2023: 409"
    assert cell.breakdown == (("Road user", "Pedestrians"),)
    assert cell.context.of(document.text).startswith("Road user: Pedestrians; ")
    assert cell.inherited == "Who was killed. Road user"


def test_a_section_and_a_place_are_parts_and_no_words_of_the_thing_counted() -> None:
    _, extraction = found(SECTIONS)
    assert [f.breakdown[0] for f in extraction.figures] == [("", "England")] * 2 + [("", "Wales")] * 2


def test_a_unit_that_cannot_be_shown_with_its_row_leaves_the_cell_a_passage() -> None:
    rows = "".join(f"<tr><td>Body {n} {'of a long name ' * 2}</td><td>{n}.5</td></tr>" for n in range(1, 40))
    _, extraction = found(f"<table><caption>Grants, \u00a3m</caption><tr><th>Body</th><th>2022</th></tr>{rows}</table>")
    values = [f.value for f in extraction.figures]
    assert values[:2] == [Decimal(1_500_000), Decimal(2_500_000)]
    assert 0 < len(values) < 39


CELL = st.one_of(
    st.integers(0, 99_999).map(lambda n: f"{n:,}"),
    st.sampled_from(["..", "[c]", "*", "-", "", "words here", "5.3%", "\u00a34m", "<5", "2019", "12 (3)", "a: b; c"]),
    st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=8),
)
GRID = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=2, max_size=5)
)


@given(GRID, st.sampled_from(["th", "td"]))
def test_any_table_gives_spans_that_are_its_own_cells(grid: list[list[str]], head: str) -> None:
    rows = [
        "<tr>" + "".join(f"<{tag}>{html.escape(c)}</{tag}>" for c in row) + "</tr>"
        for row, tag in zip(grid, [head, *["td"] * len(grid)], strict=False)
    ]
    document = laid(f"<p>Lamps of the town.</p><table>{''.join(rows)}</table>")
    words = {" ".join(c.split()) for row in grid for c in row}
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                assert cell is None or cell.within(row.span)
                assert cell is None or " ".join(cell.of(document.text).split()) in words
    for figure in extract(document.text, SOURCE, document.tables).figures:
        assert figure.span.within(figure.context)
        assert figure.context.within(Span(0, len(document.text)))
        assert figure.value is not None or figure.qualifier in (Qualifier.SUPPRESSED, Qualifier.NOT_KNOWN)


@given(st.integers(0, 10**9), st.sampled_from(["2023", "Killed", "Spending (\u00a3m)", "%", "Number (thousands)"]))
def test_any_whole_number_of_a_cell_is_its_figure(value: int, heading: str) -> None:
    _, extraction = found(f"## Lamps\n\n| Ward | {heading} |\n|---|---|\n| Town | {value:,} |\n")
    scale = {"Spending (\u00a3m)": 10**6, "Number (thousands)": 1_000}.get(heading, 1)
    assert [f.value for f in extraction.figures] == [value * scale]
