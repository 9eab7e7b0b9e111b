"""Lists of numbers under a line that says what they are of, in each format, and what holds of any list."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.extract import Extraction, extract
from corpus.formats import read
from corpus.records import Source, SourceKind

SOURCE = Source("s", "Homes", "", SourceKind.DOCUMENT, date(2024, 6, 13), "", "", "0")
PARTS = "- 412 in England;\n- 87 in Wales; and\n- Scotland: 121.\n"
LEAD = "A storm came. In June 2023, 620 homes were flooded:"
PAGE = f"<p>{LEAD}</p><ul><li>412 in England;</li><li><p>87 in Wales; and</p></li><li>Scotland: 121.</li></ul>"


def found(text: str, name: str) -> tuple[str, Extraction]:
    (document,) = read(text.encode(), Path(name))
    return document.text, extract(document.text, SOURCE, document.tables)


@pytest.mark.parametrize(
    ("text", "name"),
    [(f"{LEAD}\n\n{PARTS}", "a.md"), (f"{LEAD}\n{PARTS}", "a.txt"), (f"{LEAD}\n\n{PARTS}", "a.txt"), (PAGE, "a.html")],
)
def test_a_list_parts_the_number_of_the_line_that_leads_to_it(text: str, name: str) -> None:
    stored, extraction = found(text, name)
    whole, *parts = extraction.figures
    assert [(f.value, f.unit, f.counted) for f in parts] == [(Decimal(n), "homes", "homes") for n in (412, 87, 121)]
    assert whole.value == 620
    assert {f.part_of for f in parts} == {whole.id}
    assert {f.period and f.period.start for f in parts} == {date(2023, 6, 1)}
    assert [f.breakdown[0][1] for f in parts] == ["in England", "in Wales", "Scotland"]
    assert all(f.context.of(stored).startswith("In June 2023, 620 homes were flooded:") for f in parts)
    assert all(f.span.within(f.context) for f in parts)


def test_an_item_that_names_what_it_counts_is_of_that() -> None:
    _, extraction = found("The inspectors found in 2022:\n\n- 14 burglars\n- nine robbers\n", "a.md")
    assert [(f.value, f.counted) for f in extraction.figures] == [(Decimal(14), "burglars"), (Decimal(9), "robbers")]


@pytest.mark.parametrize(
    "text",
    [
        "Things to do:\n\n- tell 14 people\n- see page 9\n",
        "- 412 in England\n- 87 in Wales\n",
        "The board met.\n\n- 412 in England\n- 87 in Wales\n",
    ],
)
def test_a_list_that_no_line_leads_to_or_that_holds_no_numbers_is_prose(text: str) -> None:
    _, extraction = found(text, "a.md")
    assert not any(f.breakdown for f in extraction.figures)


@pytest.mark.parametrize(
    ("lead", "unit"),
    [("The doses allowed are:", "\u00b5g/L"), ("The top speeds on the water are:", "km/h"), ("Fees to moor are:", "")],
)
def test_a_line_leads_to_the_lists_under_the_headings_below_it(lead: str, unit: str) -> None:
    one, two = (f"<ul><li>aldrin, {a} {unit}</li><li>ketol, {b} {unit}</li></ul>" for a, b in ((50, 10), (550, 80)))
    page = f"<p>{lead}</p><h3>Farm use</h3>{one}<h3>Garden use</h3>{two}<p>Then it rained.</p><ul><li>tar, 4</li></ul>"
    _, extraction = found(page, "a.html")
    told = [(f.value, f.unit, f.counted, f.inherited.split(". ")[-1]) for f in extraction.figures[:4]]
    assert [t[:3] for t in told] == [
        (Decimal(n), unit, what) for n, what in ((50, "aldrin"), (10, "ketol"), (550, "aldrin"), (80, "ketol"))
    ]
    assert [t[3] for t in told] == ["Farm use"] * 2 + ["Garden use"] * 2
    assert all(lead.rstrip(":") in f.measure for f in extraction.figures[:4])
    assert not any(lead.rstrip(":") in f.measure for f in extraction.figures[4:])


@given(st.lists(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=12), max_size=4))
def test_any_list_gives_spans_of_its_own_text(lines: list[str]) -> None:
    text = "Lamps were lit:\n" + "".join(f"- {line}\n" for line in lines)
    for name in ("a.txt", "a.md"):
        stored, extraction = found(text, name)
        for figure in extraction.figures:
            assert figure.span.within(figure.context)
            assert figure.context.end <= len(stored)
