"""Sheets as a department may write them: whatever is written is what is read, and each span re-reads to its words."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from corpus.formats.sheet import SheetDocument, read_sheet
from corpus.formats.sheet.values import read_number, read_when
from corpus.formats.sheet.written import find_value, spell
from corpus.records import LinkKind, Nature, Qualifier, SourceKind, Span, Standing, StatementAct, When

__all__: list[str] = []

BEFORE = {
    Qualifier.EXACTLY: "",
    Qualifier.ABOUT: "around ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.AT_MOST: "no more than ",
    Qualifier.MORE_THAN: "over ",
    Qualifier.FEWER_THAN: "fewer than ",
    Qualifier.NEARLY: "almost ",
}
LETTERS = st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=12)
WORDS = st.lists(LETTERS, min_size=1, max_size=6).map(" ".join).filter(lambda t: "some" not in t.lower())
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
NUMBERS = st.integers(0, 10**9).map(Decimal) | st.decimals(0, 10**6, places=2)


@st.composite
def figures(draw: st.DrawFn, key: str) -> dict[str, Any]:
    """One figure as a sheet has it, its value written with or without commas."""
    value, qualifier = draw(NUMBERS), draw(st.sampled_from(list(BEFORE)))
    shown = draw(st.sampled_from([f"{value:,f}", f"{value:f}"]))
    return {
        "key": key,
        "value": draw(st.sampled_from([f"{value:,f}", f"{value:f}"])),
        "qualifier": str(qualifier).replace("_", " "),
        "unit": draw(WORDS),
        "counted": draw(WORDS),
        "measure": draw(WORDS),
        "breakdown": draw(st.dictionaries(WORDS, WORDS, max_size=2)),
        "nature": str(draw(st.sampled_from(Nature))),
        "as_at": draw(DAYS).isoformat(),
        "standing": str(draw(st.sampled_from(Standing))),
        "says": f"({BEFORE[qualifier]}{shown}) {draw(WORDS)}",
    }


@st.composite
def sheets(draw: st.DrawFn) -> dict[str, Any]:
    """A sheet of one source with up to four figures and a statement about the first."""
    listed = [draw(figures(f"F{n}")) for n in range(draw(st.integers(1, 4)))]
    statement = {
        "key": "T1",
        "speaker": draw(WORDS),
        "act": str(draw(st.sampled_from(StatementAct))),
        "says": f'{draw(WORDS)} "{draw(WORDS)}"',
        "about": ["F0"],
    }
    source = {
        "key": "A",
        "title": draw(WORDS),
        "publisher": draw(WORDS),
        "kind": str(draw(st.sampled_from(SourceKind))),
        "published": draw(DAYS).isoformat(),
        "figures": listed,
        "statements": [statement],
    }
    return {"despatch-sheet": "1", "name": "made-up", "sources": [source]}


def written(sheet: dict[str, Any]) -> bytes:
    out = BytesIO()
    YAML().dump(sheet, out)
    return out.getvalue()


def read(sheet: dict[str, Any]) -> SheetDocument:
    (document,) = read_sheet(written(sheet), "made-up.yaml")
    return document


@given(sheets())
def test_what_is_written_is_what_is_read(sheet: dict[str, Any]) -> None:
    source, document = sheet["sources"][0], read(sheet)
    assert document.source.title == source["title"]
    assert str(document.source.kind) == source["kind"]
    assert document.source.published == date.fromisoformat(source["published"])
    for entry, figure in zip(source["figures"], document.figures, strict=True):
        assert figure.value == Decimal(entry["value"].replace(",", ""))
        assert str(figure.qualifier).replace("_", " ") == entry["qualifier"]
        assert (figure.unit, figure.counted, figure.measure) == (entry["unit"], entry["counted"], entry["measure"])
        assert dict(figure.breakdown) == entry["breakdown"]
        assert figure.as_at == When.on(date.fromisoformat(entry["as_at"]))
        assert (str(figure.nature), str(figure.standing)) == (entry["nature"], entry["standing"])


@given(sheets())
def test_every_span_re_reads_to_its_own_words(sheet: dict[str, Any]) -> None:
    source, document = sheet["sources"][0], read(sheet)
    assert document.source.sha256 == hashlib.sha256(document.text.encode()).hexdigest()
    for entry, figure in zip(source["figures"], document.figures, strict=True):
        assert figure.context.of(document.text) == entry["says"]
        assert figure.span.within(figure.context)
        assert f"({figure.span.of(document.text)})" == entry["says"].partition(")")[0] + ")"
    (statement,) = document.statements
    assert statement.span.of(document.text) == statement.text == source["statements"][0]["says"]
    assert statement.quotation is not None
    assert f'"{statement.quotation.of(document.text)}"' in statement.text


@given(sheets())
def test_reading_twice_gives_the_same(sheet: dict[str, Any]) -> None:
    assert read(sheet) == read(sheet)
    assert read(sheet).digest == read(sheet).digest


@given(sheets(), WORDS)
def test_a_changed_field_shows_in_the_digest_though_the_text_stands(sheet: dict[str, Any], words: str) -> None:
    before = read(sheet)
    sheet["sources"][0]["figures"][0]["population"] = f"of the {words}"
    after = read(sheet)
    assert after.text == before.text
    assert after.digest != before.digest


def test_ids_links_and_wholes_are_by_sheet_name_and_key() -> None:
    first = {"key": "F1", "value": "7", "counted": "x", "measure": "y", "says": "7 x"}
    second = {**first, "key": "F2", "part_of": "F1", "links": [{"conflicts with": "other-sheet/F9", "note": "why"}]}
    statement = {"key": "T1", "speaker": "A", "says": "A spoke", "about": ["F2"]}
    source = {"key": "S1", "title": "T", "publisher": "P", "kind": "letter", "figures": [first, second]}
    document = read({"despatch-sheet": "1", "name": "n", "sources": [{**source, "statements": [statement]}]})
    assert document.source.id == "n-s1"
    assert document.source.paraphrase
    assert [f.part_of for f in document.figures] == [None, "n-f1"]
    assert [(k.kind, k.from_id, k.to_id, k.note, k.source_id) for k in document.links] == [
        (LinkKind.CONFLICTS, "n-f2", "other-sheet-f9", "why", "n-s1"),
        (LinkKind.REFERS_TO, "n-t1", "n-f2", "", "n-s1"),
    ]


def test_a_source_gives_its_figures_what_they_do_not_give_themselves() -> None:
    own = {"key": "F1", "value": "7", "measure": "y", "says": "7 x", "unit": "cases"}
    each = {
        "counted": "x",
        "unit": "people",
        "as_at": "2005-08",
        "said_by": "B",
        "period": {"from": "2001", "to": "2005-02"},
    }
    source = {"key": "S", "title": "T", "publisher": "P", "kind": "letter", "published": "2006-04-26", "each": each}
    (figure,) = read({"despatch-sheet": "1", "name": "n", "sources": [{**source, "figures": [own]}]}).figures
    assert (figure.counted, figure.unit, figure.said_by) == ("x", "cases", "B")
    assert figure.as_at == When.month(2005, 8)
    assert figure.said_in is None
    assert figure.period is not None
    assert (figure.period.start, figure.period.end) == (date(2001, 1, 1), date(2005, 2, 28))
    assert figure.said_on == date(2006, 4, 26)


def test_a_month_is_no_day() -> None:
    source = {"key": "S", "title": "T", "publisher": "P", "kind": "letter", "published": "2006-06"}
    read_again = read({"despatch-sheet": "1", "name": "n", "sources": [source]}).source
    assert (read_again.published, read_again.published_in) == (None, When.month(2006, 6))
    assert read_again.known_by == date(2006, 6, 30)


@given(DAYS)
def test_a_date_is_no_more_exact_than_written(day: date) -> None:
    assert read_when(day.isoformat()) == When.on(day)
    assert read_when(day.isoformat()[:7]) == When.month(day.year, day.month)
    assert read_when(day.isoformat()[:4]) == When.year(day.year)


@given(NUMBERS)
def test_a_number_reads_the_same_with_and_without_commas(value: Decimal) -> None:
    assert read_number(f"{value:,f}") == read_number(f"{value:f}") == value


@given(st.integers(1, 99).map(Decimal))
def test_a_small_number_may_be_a_word(value: Decimal) -> None:
    says = f"there were {spell(value)}, it said"
    assert find_value(says, value, Qualifier.EXACTLY).of(says) == spell(value)


@pytest.mark.parametrize(
    ("says", "value", "marked"),
    [
        ("On 20 February 2007 it was 20 in all", 20, "20"),
        ("In 2005-06 there were 2005 of them", 2005, "2005"),
        ("Of 1,023 there were 23", 23, "23"),
        ("It rose 12 per cent that year", 12, "12 per cent"),
        ("It cost £850 an hour", 850, "£850"),
        ("forty-four, of whom four were held", 4, "four"),
    ],
)
def test_the_value_is_found_among_what_looks_like_it(says: str, value: int, marked: str) -> None:
    assert find_value(says, Decimal(value), Qualifier.EXACTLY).of(says) == marked


def test_a_range_is_marked_whole() -> None:
    says = "It came to between 40 and 50 a day"
    span = find_value(says, Decimal(40), Qualifier.BETWEEN, Decimal(50))
    assert span.of(says) == "between 40 and 50"


def test_words_may_stand_for_a_number() -> None:
    says = "the vast majority were held"
    assert find_value(says, None, Qualifier.IN_WORDS, written="the vast majority") == Span(0, 17)
