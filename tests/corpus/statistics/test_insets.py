"""Tables within written answers: which become datasets, what they say of themselves, and where each cell stands."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import pytest

from corpus.cube import Dataset, Role
from corpus.formats import Document
from corpus.formats.docx import Docx
from corpus.formats.html import Html
from corpus.formats.statistics.acronyms import expanded
from corpus.formats.statistics.introduced import asked_for, led_by, measured, withholds, without_deeds
from corpus.formats.written_questions import documents
from corpus.insets import with_datasets
from corpus.records import Qualifier, Standing
from tests.corpus.question_pages import page, question

LAMPS = (
    "<p>The following table shows the number of street lamps mended in each year:</p>"
    "<table><tr><th>Year</th><th>North</th><th>South</th><th>Total</th></tr>"
    "<tr><td>2021</td><td>1,200</td><td>~</td><td>1,350</td></tr>"
    "<tr><td>2022</td><td>900</td><td>310</td><td>1,210</td></tr></table>"
    "<p>Notes: \u201c~\u201d denotes fewer than 5.</p>"
)


def read(answer: str, **told: Any) -> Document:
    *_, found = documents(page(question(answerText=answer, **told)), Path("questions.json"))
    return with_datasets(found)


def only(answer: str, **told: Any) -> tuple[Document, Dataset]:
    document = read(answer, **told)
    (one,) = document.datasets
    return document, one


def table(*rows: str) -> str:
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def cells(*words: str, tag: str = "td") -> str:
    return "".join(f"<{tag}>{word}</{tag}>" for word in words)


def test_a_table_becomes_a_dataset_whose_cells_stand_in_the_answer() -> None:
    document, one = only(LAMPS)
    assert one.measure == "number of street lamps mended"
    assert [d.role for d in one.dimensions] == [Role.TIME, Role.CATEGORY]
    assert one.standing is Standing.UNSTATED
    seen = {(o.row, o.column): o for o in one.observed()}
    assert {place: o.value for place, o in seen.items()} == {
        (2, 2): Decimal(1200), (2, 3): None, (2, 4): Decimal(1350),
        (3, 2): Decimal(900), (3, 3): Decimal(310), (3, 4): Decimal(1210),
    }  # fmt: skip
    assert seen[2, 3].qualifier is Qualifier.SUPPRESSED
    first = seen[2, 2]
    assert document.text[first.start : first.end] == "1,200"
    assert document.text[first.row_start : first.row_end] == "Year: 2021; North: 1,200; South: ~; Total: 1,350"


@pytest.mark.parametrize(
    "told",
    [
        {"answerIsHolding": True},
        {"isWithdrawn": True},
    ],
)
def test_an_answer_that_does_not_stand_has_no_datasets(told: dict[str, Any]) -> None:
    assert not read(LAMPS, **told).datasets


def test_a_clipped_answer_has_no_datasets() -> None:
    row = table(cells("Year", "Lamps", tag="th"), cells("2021", "10"))
    clipped = f"<p>{'The Department mends lamps. ' * 9}</p>{row}"[:255] + "..."
    assert not read(clipped).datasets
    shown = f"<p>Lamps:</p>{row}"
    assert not read(f"{shown}{'x' * (252 - len(shown))}...").datasets


def test_the_unit_of_the_cells_is_that_of_their_column() -> None:
    _, one = only(
        "<p>The table below shows what was spent on lamps:</p>"
        + table(cells("Year", "Oil", "Wicks", tag="th"), cells("2021/22", "\u00a31,200", "\u00a330"))
    )
    assert one.unit == "\u00a3"


def test_headings_of_several_rows_cross_and_percentages_do_not_add_up() -> None:
    top = '<th rowspan="2">Port</th><th colspan="2">2021</th><th colspan="2">2022</th>'
    _, one = only(
        "<p>The table below sets out ferry passengers searched:</p>"
        + table(
            top,
            cells("Number", "%", "Number", "%", tag="th"),
            cells("Wickhaven", "40", "4%", "50", "5%"),
            cells("Saltby", "60", "6%", "70", "7%"),
        )
    )
    roles = {d.role: d for d in one.dimensions}
    assert {c.words for c in roles[Role.TIME].codes} == {"2021", "2022"}
    assert [c.additive for c in roles[Role.MEASURE].codes] == [True, False]


def test_a_column_that_is_not_understood_leaves_the_whole_table_as_words() -> None:
    document = read(
        "<p>The following table shows lamps mended:</p>"
        + table(
            cells("Year", "North", "South", tag="th"),
            *(cells(str(2015 + n), str(10 + n), "words and words" if n % 2 else "7") for n in range(6)),
        )
    )
    assert not document.datasets
    assert document.left_out == ("question 4001, table 1: column 3 of it is not understood, and it is left as words",)


def test_two_tables_that_nothing_tells_apart_are_not_both_read() -> None:
    one = table(cells("Year", "Cases", tag="th"), cells("2021", "10"), cells("2022", "12"))
    document = read(f"<p>The tables below show cases of rust and of rot:</p>{one}{one.replace('10', '90')}")
    assert len(document.datasets) == 1
    assert "nothing tells it apart" in document.left_out[-1]


def test_the_time_that_a_heading_names_is_the_tables() -> None:
    _, one = only(
        "<p>The table below shows the wait at each depot:</p>"
        + table(
            cells("Depot", "Average wait in weeks (Nov 2024)", tag="th"), cells("Saltby", "6.5"), cells("Wick", "7")
        )
    )
    assert one.period is not None
    assert (str(one.period.start), str(one.period.end)) == ("2024-11-01", "2024-11-30")


def test_part_of_a_year_is_never_the_year() -> None:
    _, one = only(
        "<p>Lamps lost in the first quarter of 2023-24 are as follows:</p>"
        + table(cells("Depot", "Lamps lost", tag="th"), cells("Saltby", "6"), cells("Wick", "7"))
    )
    assert one.period is None


@pytest.mark.parametrize("rows", [0, 1, 400])
def test_layout_tables_and_long_ones_do_no_harm(rows: int) -> None:
    body = "".join(f"<tr>{cells('x', 'y')}</tr>" for _ in range(rows))
    assert not read(f"<p>See below.</p><table>{body}</table>").datasets


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (["The following table shows the number of lamps lost in each year:"], "number of lamps lost in each year"),
        (["The number of lamps lost is set out in the table below."], "number of lamps lost"),
        (["Lamps are dear. The table below provides a breakdown of lamps lost."], "lamps lost"),
        (["The lamps lost were as follows:", "Table 1"], "lamps lost"),
        (["The requested information is provided in the table below."], ""),
        (["Numbers of lamps"], "Numbers of lamps"),
        (["It is not possible to say how many lamps were lost:"], ""),
        (["The table shows (a) lamps and (b) wicks in each port:"], "in each port"),
        (["A sentence that leads nowhere."], ""),
        ([], ""),
    ],
)
def test_what_leads_to_a_table_is_its_title(above: list[str], title: str) -> None:
    assert led_by(above) == title


@pytest.mark.parametrize(
    ("question", "near", "asked"),
    [
        (
            "To ask the Secretary of State for Lamps, how many lamps were mended in (a) Saltby and (b) Wick in 2021.",
            "lamps mended",
            "lamps were mended in 2021",
        ),
        ("To ask the Secretary of State for Lamps, if she will visit Saltby.", "lamps", ""),
        (
            "To ask the Secretary of State for Lamps, how many lamps were lost; and what the cost of wicks was.",
            "the cost of wicks in pounds",
            "cost of wicks was",
        ),
        ("To ask the Minister, how many ferries sailed.", "number of lamps mended by depot", ""),
    ],
)
def test_what_was_asked_is_told_without_its_enumerations(question: str, near: str, asked: str) -> None:
    assert asked_for(question, near) == asked


def test_small_readings_of_words() -> None:
    assert measured("number of lamps lost (all kinds) in each year since 2019") == "number of lamps lost"
    assert measured("lamps lost by kind of lamp, 2021") == "lamps lost"
    assert without_deeds("lamps that were refused by the Board") == "lamps that by the Board"
    assert expanded("LRB cases", "the Lamp Repair Board (LRB) meets") == "Lamp Repair Board (LRB) cases"
    assert expanded("LRB cases", "the Ferry Board (LRB) meets") == "LRB cases"
    assert withholds("It is not possible to give this by depot.")
    assert not withholds("The figures are rounded.")


PAGE = """<html><head><title>Street lamps in 2022</title></head><body><main><h1>Street lamps in 2022</h1><h2>Daily</h2>
<table><tr><th>Town</th><th>Mended</th><th>Broken</th></tr><tr><td>Ambleby</td><td>12</td><td>3</td></tr>
<tr><td>Corrie</td><td>9</td><td>8</td></tr></table></main></body></html>"""


def test_a_table_of_a_page_is_a_dataset_named_with_the_page_where_its_heading_says_too_little() -> None:
    (document,) = Html().read(PAGE.encode(), Path("lamps.html"))
    (one,) = with_datasets(document).datasets
    assert one.title == "Street lamps in 2022: Daily"
    assert [document.text[o.start : o.end] for o in one.observed()] == ["12", "3", "9", "8"]


def test_a_table_of_prose_that_does_not_say_its_cells_stays_words() -> None:
    (document,) = Html().read(PAGE.encode(), Path("lamps.html"))
    assert with_datasets(replace(document, celled=False)).datasets == ()


def test_a_table_of_a_word_document_is_a_dataset_too() -> None:
    made = docx.Document()
    made.add_paragraph("The following table shows the number of kite strings cut in each year:")
    grid = made.add_table(rows=0, cols=3)
    for row in (("Town", "2021", "2022"), ("Ambleby", "12", "30"), ("Corrie", "9", "[c]")):
        for cell, words in zip(grid.add_row().cells, row, strict=True):
            cell.text = words
    held = io.BytesIO()
    made.save(held)
    (document,) = Docx().read(held.getvalue(), Path("kites.docx"))
    (one,) = with_datasets(document).datasets
    assert one.measure == "number of kite strings cut"
    assert [o.value for o in one.observed()] == [12, 30, 9, None]
