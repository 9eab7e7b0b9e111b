"""Pages → the blocks of one document, in the order of reading, with marks where the pages begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.formats.blocks import Caption, GridRow, Heading, Item, Mark, Title
from corpus.formats.page.aligned import aligned_tables
from corpus.formats.page.cells import Found, is_value, rows_of
from corpus.formats.page.certain import doubt_of
from corpus.formats.page.furniture import charted, running
from corpus.formats.page.joining import Joiner, run_on, usual_size
from corpus.formats.page.labelled import labelled
from corpus.formats.page.lines import Row, Segment, rows
from corpus.formats.page.order import Item as Placed
from corpus.formats.page.order import in_order
from corpus.formats.page.paragraphs import Paragraph, TextLine, lines_of, paragraphs
from corpus.formats.page.ruled import ruled_tables
from corpus.formats.page.words import Sheet
from corpus.patterns import regex

__all__ = ["Read", "read_pages"]

_CONTINUED = regex(r"\b(?:continued|cont(?:'d|d|\.))", re.IGNORECASE)
_CAPTION = regex(r"(?:table|figure|chart|annex|appendix)\b", re.IGNORECASE)
_LONGEST_CAPTION = 40
_LEADER = regex(r"\s*(?:\.\s?){4,}\s*\d*\s*$|\s*\u2026{2,}\s*\d*\s*$")


@dataclass
class Read:
    """What was read: blocks, the numbers of the pages with charts, and the words of the largest heading on page 1."""

    blocks: list[str | GridRow | Mark]
    charts: tuple[int, ...] = ()
    title: str = ""


@dataclass
class _Table:
    """A table with the page that each part of it is on."""

    parts: list[tuple[int, Found]]


@dataclass
class _Leaf:
    """One page less its running heads, feet and charts."""

    page: int
    sheet: Sheet
    rows: list[Row]
    tables: list[Found] = field(default_factory=list)
    charted: bool = False


_Piece = Paragraph | _Table


def read_pages(sheets: Sequence[tuple[int, Sheet]]) -> Read:
    """SHEETS, each with the number that its page is cited by, as one document."""
    leaves = _leaves(sheets)
    lines: list[TextLine] = []
    flows = [_regions(leaf) for leaf in leaves]
    for leaf, flow in zip(leaves, flows, strict=True):
        for region in flow:
            lines += lines_of((i for i in region if isinstance(i, Segment)), leaf.page)
    body = usual_size(lines)
    pieces: list[_Piece] = []
    for leaf, flow in zip(leaves, flows, strict=True):
        _append(pieces, [list(_pieces(region, leaf, body)) for region in flow])
    blocks = list(_blocks(pieces, Joiner(lines)))
    return Read(blocks, tuple(leaf.page for leaf in leaves if leaf.charted), _title(pieces, Joiner(lines)))


def _leaves(sheets: Sequence[tuple[int, Sheet]]) -> list[_Leaf]:
    leaves: list[_Leaf] = []
    for page, sheet in sheets:
        ruled = ruled_tables(sheet)
        held = frozenset().union(*(words for _, words in ruled)) if ruled else frozenset()
        free = [w for w in sheet.words if w not in held]
        leaves.append(_Leaf(page, sheet, rows(free), [table for table, _ in ruled]))
    for leaf, gone in zip(leaves, running([(x.sheet.height, x.rows) for x in leaves]), strict=True):
        drawn = charted(leaf.rows) if not _is_tabular(leaf.rows) else set()
        leaf.charted = bool(drawn)
        leaf.rows = _without(leaf.rows, gone | drawn | _page_numbers(leaf.rows))
    return leaves


def _is_tabular(lines: Sequence[Row]) -> bool:
    """Whether a page holds rows of so many values that what looks like an axis is a table's column."""
    return any(sum(is_value(s.text) for s in row) >= 3 for row in lines) and not any(
        len(row) == 1 and is_value(row[0].text) for row in lines
    )


def _without(lines: Sequence[Row], gone: set[Segment]) -> list[Row]:
    kept = [tuple(s for s in row if s not in gone) for row in lines]
    return [row for row in kept if row]


def _page_numbers(lines: Sequence[Row]) -> set[Segment]:
    """The page numbers of a list of contents."""
    heads = [n for n, row in enumerate(lines) if len(row) == 1 and row[0].text.lower() in _CONTENTS]
    return {row[-1] for row in lines[heads[0] :] if len(row) > 1 and row[-1].text.isdigit()} if heads else set()


_CONTENTS = ("contents", "table of contents", "list of contents")


def _regions(leaf: _Leaf) -> list[list[Segment | Found]]:
    """The page's stretches of lines and tables, region by region in the order of reading."""
    taken: set[Segment] = set()
    for one in aligned_tables(leaf.rows, leaf.sheet):
        leaf.tables.append(one.table)
        taken |= one.parts
    loose = [s for row in leaf.rows for s in _parts(row, taken)]
    items: list[Placed] = [(s.box, s) for s in loose]
    items += [(table.box, n) for n, table in enumerate(leaf.tables)]
    return [[i if isinstance(i, Segment) else leaf.tables[i] for _, i in region] for region in in_order(items)]


def _parts(row: Row, taken: set[Segment]) -> Iterator[Segment]:
    """What of ROW is in no table; headings were parted more finely than rows are, so words are what counts."""
    words = {w for s in taken for w in s.words if w.box.bottom >= row[0].box.top - 40} if taken else set()
    for one in row:
        left = tuple(w for w in one.words if w not in words)
        if left:
            yield Segment(left)


def _pieces(region: Sequence[Segment | Found], leaf: _Leaf, body: float) -> Iterator[_Piece]:
    run: list[Segment] = []
    for one in region:
        if isinstance(one, Segment):
            run.append(one)
            continue
        yield from paragraphs(lines_of(run, leaf.page), body)
        run = []
        yield _Table([(leaf.page, one)])
    yield from paragraphs(lines_of(run, leaf.page), body)


def _append(pieces: list[_Piece], regions: Sequence[Sequence[_Piece]]) -> None:
    """Add one page's pieces; what its first one goes on from, it is joined to, before the notes of that page."""
    first = True
    for region in regions:
        for n, piece in enumerate(region):
            last = next((p for p in reversed(pieces) if not _noted(p)), None)
            if first and isinstance(piece, Paragraph) and _CONTINUED.search(_said(piece)) and isinstance(last, _Table):
                continue
            if isinstance(piece, _Table):
                if first and isinstance(last, _Table) and last.parts[-1][1].goes_on_in(piece.parts[0][1]):
                    last.parts += piece.parts
                else:
                    pieces.append(piece)
            elif n == 0 and isinstance(last, Paragraph) and run_on(last, piece):
                last.lines += piece.lines
            else:
                pieces.append(piece)
            first = first and _noted(piece)


def _noted(piece: _Piece) -> bool:
    return isinstance(piece, Paragraph) and piece.kind == "note"


def _said(piece: Paragraph) -> str:
    return " ".join(line.words for line in piece.lines)


def _blocks(pieces: Sequence[_Piece], joiner: Joiner) -> Iterator[str | GridRow | Mark]:
    page = 0
    for n, piece in enumerate(pieces):
        before = pieces[n + 1] if n + 1 < len(pieces) else None
        if isinstance(piece, Paragraph):
            words, breaks = joiner.joined(piece)
            if piece.lines[0].page != page:
                page = piece.lines[0].page
                yield Mark(f"page {page}")
            for into, page in breaks:
                yield Mark(f"page {page}", into)
            yield labelled(words) or _marked(words, piece, isinstance(before, _Table))
            continue
        first = piece.parts[0][1]
        grid = first.grid(doubt_of(first.headings, [line for _, found in piece.parts for line in found.lines]))
        for on, found in piece.parts:
            if on != page:
                page = on
                yield Mark(f"page {page}")
            yield from rows_of(found, grid)


def _marked(words: str, piece: Paragraph, before_table: bool) -> str:
    """WORDS as what they are."""
    short = len(words.split()) <= _LONGEST_CAPTION and piece.kind != "item"
    if before_table and short and _CAPTION.match(words):
        return Caption(words)
    if before_table and short and piece.kind == "heading":
        return Title(words)
    if piece.kind == "item":
        return Item(words)
    return Heading(words) if piece.kind == "heading" else _LEADER.sub("", words)


def _title(pieces: Sequence[_Piece], joiner: Joiner) -> str:
    """The words in the largest type on the first page that has any, where they are a heading's."""
    heads = [p for p in pieces if isinstance(p, Paragraph) and p.kind == "heading"]
    first = [p for p in heads if p.lines[0].page == heads[0].lines[0].page]
    largest = max(first, key=lambda p: p.size, default=None)
    return joiner.joined(largest)[0] if largest else ""
