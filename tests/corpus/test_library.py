"""The record that ships, by itself: it hangs together, its parts add up, and each line can be read alone."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.formats.sheet import SheetDocument, read_sheet
from corpus.records import Figure, LinkKind, Nature, Qualifier, SourceKind, Span, Statement
from tests.conftest import ROOT

__all__ = ["documents", "figure", "figures"]

LIBRARY = ROOT / "corpus" / "library"


@cache
def documents() -> tuple[SheetDocument, ...]:
    """Every source of the sheets that ship."""
    sheets = sorted(LIBRARY.glob("*.yaml"))
    return tuple(document for path in sheets for document in read_sheet(path.read_bytes(), path.name))


@cache
def figures() -> dict[str, Figure]:
    """Every figure that ships, by its id."""
    return {figure.id: figure for document in documents() for figure in document.figures}


def figure(key: str) -> Figure:
    """The figure whose key in the sheets is KEY."""
    return figures()[f"fnp-2006-{key.lower()}"]


def statements() -> list[Statement]:
    return [statement for document in documents() for statement in document.statements]


def line(one: Figure) -> str:
    texts = {document.source.id: document.text for document in documents()}
    return one.context.of(texts[one.source_id])


def values(keys: str) -> list[Decimal]:
    found = [figure(key).value for key in keys.split()]
    assert None not in found
    return [value for value in found if value is not None]


def test_ids_are_unique_in_the_whole_library() -> None:
    ids = [d.source.id for d in documents()] + list(figures()) + [s.id for s in statements()]
    count = sum(len(d.figures) for d in documents())
    assert count == len(figures())
    assert [i for i, times in Counter(ids).items() if times > 1] == []


def test_every_record_has_a_source_and_every_source_a_record() -> None:
    sources = {document.source.id for document in documents()}
    assert all(f.source_id in sources for f in figures().values())
    assert all(s.source_id in sources for s in statements())
    assert [d.source.id for d in documents() if not d.figures and not d.statements] == []


def test_every_reference_leads_to_a_record() -> None:
    known = {*figures(), *(s.id for s in statements())}
    links = [link for document in documents() for link in document.links]
    assert {end for link in links for end in (link.from_id, link.to_id)} <= known
    assert {f.part_of for f in figures().values() if f.part_of} <= set(figures())


def test_every_span_re_reads_to_its_own_words() -> None:
    for document in documents():
        for one in document.figures:
            assert one.span.within(one.context)
            digits = "".join(re.findall(r"[\d.]", one.span.of(document.text)))
            assert one.value is None or Decimal(digits) == one.value, one.id
        for said in document.statements:
            assert said.span.of(document.text) == said.text
            assert said.quotation is None or said.quotation.within(said.span)
        assert document.text.startswith(f"{document.source.title}\n\n")


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ("F36 F37 F38", "F05"),
        ("F50 S28-F1", "F49"),
        ("F42 F41", "S26-F1"),
        ("S09-F1 S09-F2", "F28"),
        ("F16 F17", "F15"),
        ("F18 S37-F1", "F16"),
        ("S40-F1 F32", "S09-F2"),
        ("F30 S14-F3", "F29"),
        ("S14-F1 S14-F2", "F29"),
        ("S14-F3 S41-F1", "S41-F2"),
        ("S43-F2 S43-F3", "F43"),
        ("S43-F4 S43-F5", "F44"),
    ],
)
def test_the_parts_that_should_add_up_do(parts: str, whole: str) -> None:
    assert sum(values(parts)) == figure(whole).value
    assert all(one.unit == "people" for one in map(figure, parts.split()))


def test_the_two_groups_of_october_make_190_where_the_later_count_is_189() -> None:
    assert sum(values("F35 F35-B")) == 190
    assert figure("S43-F1").value == 189


def test_no_part_is_larger_than_its_whole_or_of_another_nature() -> None:
    for one in figures().values():
        if one.part_of:
            whole = figures()[one.part_of]
            assert one.value is None or whole.value is None or one.value < whole.value, one.id
            assert one.nature is whole.nature, one.id


def test_those_held_are_never_part_of_those_released() -> None:
    held = {f.id: f for f in figures().values() if "held in prison" in f.measure}
    assert len(held) == 4
    assert all(f.nature is Nature.STOCK and f.part_of is None for f in held.values())
    assert not [f for f in figures().values() if f.part_of in held]
    figure_links = [k for d in documents() for k in d.links if k.from_id in figures()]
    assert not [k for k in figure_links if k.from_id in held or k.to_id in held]


CHAINS = [
    ("F03 F04 F05", LinkKind.SUPERSEDES),
    ("F10 F33 F39 F41 F46 F50", LinkKind.SUPERSEDES),
    ("F47 F48 F51", LinkKind.SUPERSEDES),
    ("F45 F49", LinkKind.SUPERSEDES),
    ("F43 F44", LinkKind.SUPERSEDES),
    ("F08 F19 F24 F31", LinkKind.SUPERSEDES),
    ("F09 F20", LinkKind.SUPERSEDES),
    ("F21 F34 F36", LinkKind.SUPERSEDES),
    ("F15 F22 F23 F28 S43-F1", LinkKind.REDEFINES),
    ("F01 F02", LinkKind.CORRECTS),
    ("F29 F30", LinkKind.CORRECTS),
]


@pytest.mark.parametrize(("keys", "kind"), CHAINS)
def test_each_history_runs_from_first_to_latest_in_one_measure(keys: str, kind: LinkKind) -> None:
    chain = [figure(key) for key in keys.split()]
    links = {(link.from_id, link.to_id): link.kind for d in documents() for link in d.links}
    assert {one.measure for one in chain} == {chain[0].measure}
    assert {one.counted for one in chain} == {chain[0].counted}
    for earlier, later in pairwise(chain):
        assert links[later.id, earlier.id] is kind
        assert earlier.as_at
        assert later.as_at
        assert earlier.as_at.last <= later.as_at.last
        assert not earlier.said_on or not later.said_on or earlier.said_on <= later.said_on


def test_conflicts_are_on_record_and_one_is_told_from_both_sides() -> None:
    pairs = {(k.from_id, k.to_id) for d in documents() for k in d.links if k.kind is LinkKind.CONFLICTS}
    assert ("fnp-2006-f66", "fnp-2006-f09") in pairs
    assert any((there, here) in pairs for here, there in pairs)


def test_each_line_can_be_read_alone() -> None:
    """It names what is counted, and a day, month or year: its own as-at date, period or the day it was said."""
    for one in figures().values():
        says = line(one)
        assert one.counted.split()[0] in says.lower(), one.id
        assert re.search(r"\b(?:19|20)\d\d\b", says), one.id
        assert says.endswith("."), one.id


def test_a_day_that_a_figure_stood_at_is_in_its_line_or_its_title() -> None:
    texts = {document.source.id: document.text for document in documents()}
    for one in figures().values():
        if one.as_at and one.as_at.exact and one.as_at.first == one.said_on:
            day = f"{one.as_at.first.day} {one.as_at.first:%B %Y}"
            told = line(one) + texts[one.source_id].split("\n")[0]
            assert day in told or re.search(rf"{one.as_at.first.day} and \d+ {one.as_at.first:%B %Y}", told), one.id
        elif one.as_at and one.as_at.exact and one.qualifier is Qualifier.EXACTLY and not one.period:
            assert f"{one.as_at.first.day} {one.as_at.first:%B %Y}" in line(one), one.id


def test_everything_is_marked_as_paraphrase_and_quotes_few_words() -> None:
    assert all(document.source.paraphrase for document in documents())
    assert not any(statement.verbatim for statement in statements())
    for document in documents():
        for said in document.statements:
            assert len((said.quotation or Span(0, 0)).of(document.text).split()) <= 8


def test_the_press_never_looks_official() -> None:
    for document in documents():
        press = document.source.kind is SourceKind.PRESS_REPORT
        assert all((one.standing == "press report") is press for one in document.figures), document.source.id


def test_the_format_is_described_beside_the_sheets() -> None:
    described = (LIBRARY / "README.md").read_text(encoding="utf-8")
    sheet = re.search(r"```yaml\n(despatch-sheet.*?)```", described, re.DOTALL)
    assert sheet
    (document,) = read_sheet(sheet[1].encode(), "README.md")
    assert [one.span.of(document.text) for one in document.figures] == ["about 2,090,000", "no count was held"]
    assert all(f"`{kind}`" in described or str(kind) in described for kind in (*SourceKind, *LinkKind))


def test_the_package_carries_the_sheets() -> None:
    assert [path.suffix for path in sorted(Path(LIBRARY).iterdir()) if path.name != "README.md"].count(".yaml") == 4
