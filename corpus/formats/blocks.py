"""How a marked-up document becomes plain text: blocks, each a paragraph of the stored text.

Headings, paragraphs, list items and table rows all stand between blank lines, so that nothing later has to guess
whether a line end breaks a sentence. A table's row carries its headings, because a number means nothing without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from corpus.anchors import Anchor
from corpus.patterns import regex
from corpus.records import Span
from corpus.table import Row, Table

__all__ = ["Caption", "Grid", "GridRow", "Heading", "Item", "Mark", "Title", "laid", "lay_out", "raised", "squeeze"]

_SPACE = regex(r"[ \t\xa0\r\f\v]+")
_NOTES = regex(r"(?:end|foot)?notes?\b.{0,30}|sources?:?", re.IGNORECASE)
"""A heading of what is said of the table above it."""
_BETWEEN = "\n\n"


class Heading(str):
    """A block that heads what follows it."""

    __slots__ = ()


class Caption(str):
    """A block that is the title of the table after it."""

    __slots__ = ()


class Title(Caption):
    """A caption that heads what follows the table too, as a heading does."""

    __slots__ = ()


class Item(str):
    """A block that is one item of a list."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """No words: the place ``label`` ("page 3") begins with the next block, or ``into`` so many of its characters."""

    label: str
    into: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """The headings of one table: for each column, from the top down."""

    headings: tuple[tuple[str, ...], ...]
    doubt: str = ""
    """Why it is not sure which cell is which; "" where it is."""
    guessed: bool = False
    """Whether each of its cells would be a guess for that."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row of a table as it was read, a word for each column, "" where there is none."""

    grid: Grid
    cells: tuple[str, ...]
    spanning: bool = False


@dataclass
class _Page:
    """The text so far, and the tables whose rows are still coming."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    tables: list[tuple[Table, list[Row]]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    grid: Grid | None = None
    listing: bool = False
    """Whether the block before was an item of the last table, which is a list."""
    heading: str = ""
    caption: str = ""
    lead: str = ""
    heading_at: Span | None = None
    caption_at: Span | None = None
    lead_at: Span | None = None
    over: tuple[str, Span | None] = ("", None)
    """The line that leads to the lists under the headings since ("The fees are:", with "Tugs" and "Yachts" below)."""

    def put(self, block: str) -> Span | None:
        """Add BLOCK as a paragraph of its own; where it stands, or None where it holds nothing."""
        words = squeeze(block)
        if not words:
            return None
        start = self.length + (len(_BETWEEN) if self.parts else 0)
        self.parts.append(words)
        self.length = start + len(words)
        self.anchors += [Anchor(start + min(m.into, len(words)), m.label) for m in self.marks]
        self.marks = []
        return Span(start, self.length)

    def say(self, block: str) -> None:
        """Add a block that is no row; a heading, a caption or a paragraph is kept for the table that may follow."""
        span = self.put(block)
        if span is None:
            return
        if isinstance(block, Item) and (self.listing or self.lead.endswith(":") or self.over[0]):
            self.item(span)
            return
        self.listing = False
        if not isinstance(block, Heading):
            self.over = ("", None)
        elif self.lead.endswith(":"):
            self.over = (self.lead, self.lead_at)
        words = " ".join(self.parts[-1].split())
        lead, self.lead, self.lead_at = (self.lead, self.lead_at), "", None
        self.caption, self.caption_at = "", None
        if isinstance(block, Heading | Caption) and not _NOTES.fullmatch(words):
            self.close(span.start)
        if isinstance(block, Heading | Title):
            self.heading, self.heading_at = words, span
        if isinstance(block, Heading):
            return
        if isinstance(block, Caption):
            self.caption, self.caption_at = words, span
            self.lead, self.lead_at = lead
        else:
            self.lead, self.lead_at = words, span

    def close(self, at: int) -> None:
        """End what may be said below the last table: a heading stands at AT."""
        if self.tables and self.tables[-1][0].closed is None:
            self.tables[-1] = (replace(self.tables[-1][0], closed=at), self.tables[-1][1])

    def table(self, grid: Grid) -> Table:
        """A table under GRID with what stands above it, its rows to come."""
        return Table(
            grid.headings,
            (),
            caption=self.caption,
            heading=self.heading,
            lead=self.lead,
            doubt=grid.doubt,
            apart=grid.guessed,
            caption_at=self.caption_at,
            heading_at=self.heading_at,
            lead_at=self.lead_at,
        )

    def item(self, span: Span) -> None:
        """Add an item of a list that a line led to: a table of one column, without headings."""
        if not self.listing:
            if not self.lead:
                self.lead, self.lead_at = self.over
            self.tables.append((replace(self.table(Grid(())), caption="", caption_at=None), []))
            self.listing, self.lead, self.lead_at = True, "", None
        self.tables[-1][1].append(Row(span, (span,)))

    def row(self, row: GridRow) -> None:
        """Add a row to its table, which begins with its first one."""
        text, cells = _row(row)
        span = self.put(text)
        if span is None:
            return
        if self.grid is not row.grid or self.listing:
            self.grid, self.listing = row.grid, False
            self.tables.append((self.table(row.grid), []))
            self.caption, self.caption_at, self.lead, self.lead_at = "", None, "", None
        placed = tuple(c and Span(c.start + span.start, c.end + span.start) for c in cells)
        self.tables[-1][1].append(Row(span, placed, row.spanning))


def squeeze(words: str) -> str:
    """WORDS with each run of spaces (no-break spaces too) made one, and none at the ends of a line."""
    return "\n".join(_SPACE.sub(" ", line).strip() for line in words.split("\n")).strip()


def lay_out(blocks: Iterable[str | GridRow]) -> tuple[str, tuple[Table, ...]]:
    """The blocks that hold anything, a blank line between them and a line end after the last, and their tables."""
    text, tables, _ = laid(blocks)
    return text, tables


def laid(blocks: Iterable[str | GridRow | Mark]) -> tuple[str, tuple[Table, ...], tuple[Anchor, ...]]:
    """As :func:`lay_out`, and where the marked places begin."""
    page = _Page()
    for block in blocks:
        if isinstance(block, GridRow):
            page.row(block)
        elif isinstance(block, Mark):
            page.marks.append(block)
        else:
            page.say(block)
    tables = tuple(replace(table, rows=tuple(rows)) for table, rows in page.tables)
    return _BETWEEN.join(page.parts) + "\n" if page.parts else "", tables, tuple(page.anchors)


def _row(row: GridRow) -> tuple[str, list[Span | None]]:
    """A row's text, ``Offence: robbery; Released: 93``, and where in it each cell stands; no heading, no colon."""
    parts: list[str] = []
    cells: list[Span | None] = []
    at = 0
    for n, cell in enumerate(map(_flat, row.cells)):
        if not cell:
            cells.append(None)
            continue
        heading = "" if row.spanning else heading_of(row.grid.headings, n)
        part = f"{heading}: {cell}" if heading else cell
        cells.append(Span(at + len(part) - len(cell), at + len(part)))
        parts.append(part)
        at += len(part) + len("; ")
    return "; ".join(parts), cells


def heading_of(headings: Sequence[Sequence[str]], column: int) -> str:
    """The words over COLUMN from the top down, each once: "2023, Men"."""
    over = headings[column] if column < len(headings) else ()
    return ", ".join(dict.fromkeys(w for w in map(_flat, over) if w))


def _flat(cell: str) -> str:
    return " ".join(cell.split())


_RAISED = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")


def raised(words: str) -> str:
    """Superscript WORDS as they stay apart from what they follow: "412" and a note's "1" are never 4,121."""
    bare = words.strip()
    if bare and all(c in "0123456789" for c in bare):
        return bare.translate(_RAISED)
    return f"[{bare}]" if len(bare) == 1 and bare.isalpha() else words
