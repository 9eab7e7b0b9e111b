"""A table of a page as a grid: cells that go over several rows or columns, and the rows that head the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import html as lxml_html

from corpus.formats.blocks import Grid, GridRow
from corpus.patterns import regex

__all__ = ["grid_rows"]

_WIDEST = 100
"""A cell that is said to be wider or longer than this is taken to be this wide or long."""
_CARRIED = 200
"""A cell of more characters than this is not said again in the rows that it goes down over."""
_NUMBER = regex(r"(?!(?:1[6-9]|20)\d\d$)[<>~]?[\u00a3$\u20ac]?[-\u2212+]?\d[\d,. ]*(?:%|[a-z]{1,2})?")


@dataclass(frozen=True, slots=True)
class _Cell:
    column: int
    width: int
    words: str
    heads: bool


def grid_rows(
    table: lxml_html.HtmlElement, words_of: Callable[[lxml_html.HtmlElement], str]
) -> dict[lxml_html.HtmlElement, GridRow | None]:
    """TABLE's own rows by their elements; None for one that only heads the others. WORDS_OF reads a cell."""
    elements = table.xpath("./thead/tr|./tbody/tr|./tfoot/tr|./tr")
    placed = _placed(elements, words_of)
    width = max((c.column + c.width for row in placed for c in row), default=0)
    top = _heading_rows(elements, placed, width)
    grid = Grid(_headings(placed[:top], width))
    rows = [None if n < top else _row(grid, row, width) for n, row in enumerate(placed)]
    return dict(zip(elements, rows, strict=True))


def _row(grid: Grid, row: list[_Cell], width: int) -> GridRow:
    cells = [""] * width
    for cell in row:
        cells[cell.column] = cell.words
    return GridRow(grid, tuple(cells), spanning=width > 1 and len(row) == 1 and row[0].width == width)


def _placed(rows: list[lxml_html.HtmlElement], words_of: Callable[[lxml_html.HtmlElement], str]) -> list[list[_Cell]]:
    """Each row's cells at their columns, those of rows above that come down over it among them."""
    placed: list[list[_Cell]] = []
    coming: dict[int, tuple[_Cell, int]] = {}
    for element in rows:
        row: list[_Cell] = [cell for cell, _ in coming.values()]
        taken = {c for cell in row for c in range(cell.column, cell.column + cell.width)}
        coming = {k: (cell, left - 1) for k, (cell, left) in coming.items() if left > 1}
        column = 0
        for one in element.xpath("./td|./th"):
            while column in taken:
                column += 1
            cell = _Cell(column, _times(one, "colspan"), words_of(one), one.tag == "th")
            row.append(cell)
            down = _times(one, "rowspan")
            if down > 1:
                coming[column] = (_carried(cell), down - 1)
            column += cell.width
        placed.append(sorted(row, key=lambda c: c.column))
    return placed


def _carried(cell: _Cell) -> _Cell:
    return cell if len(cell.words) <= _CARRIED else _Cell(cell.column, cell.width, "", cell.heads)


def _times(cell: lxml_html.HtmlElement, name: str) -> int:
    said = cell.get(name, "1")
    return max(1, min(int(said), _WIDEST)) if said.isascii() and said.isdigit() and len(said) < 5 else 1


def _heading_rows(elements: list[lxml_html.HtmlElement], placed: list[list[_Cell]], width: int) -> int:
    """How many rows head the others: those of a ``thead``, else the first ones of nothing but ``th``, else by sight."""
    marked = sum(1 for e in elements if e.getparent().tag == "thead")
    top = marked
    while not marked and top < len(placed) and placed[top] and all(c.heads for c in placed[top]):
        if top and placed[top][0].width == width > 1:
            break
        top += 1
    return 0 if top == len(placed) else top or _headed_by_sight(placed, width)


def _headed_by_sight(placed: list[list[_Cell]], width: int) -> int:
    """1 where no cell is marked as a heading, but the first row holds no numbers and a later one does."""
    if width < 2 or any(c.heads for row in placed for c in row):
        return 0
    first, rest = placed[0], [c for row in placed[1:] for c in row if c.column]
    named = len(first) > 1 and all(c.words or not c.column for c in first)
    named = named and not any(_NUMBER.fullmatch(c.words) for c in first)
    return int(named and any(_NUMBER.fullmatch(c.words) for c in rest))


def _headings(rows: list[list[_Cell]], width: int) -> tuple[tuple[str, ...], ...]:
    columns: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for cell in row:
            for column in range(cell.column, min(cell.column + cell.width, width)):
                if cell.words and cell.words not in columns[column]:
                    columns[column].append(cell.words)
    return tuple(tuple(words) for words in columns)
