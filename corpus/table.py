"""A table as it stands in a document's stored text: which stretch each cell is, and what its columns are headed."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.records import Span

__all__ = ["Row", "Table"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the headings. ``span`` marks its whole block in the stored text, headings repeated.

    ``cells`` has one span for each column: the cell's own words, without the heading before them, or None where the
    cell is empty or the cell on its left goes on over it.
    """

    span: Span
    cells: tuple[Span | None, ...]
    spanning: bool = False
    """Whether one cell takes the whole width: it heads the rows below it, or is a note."""


@dataclass(frozen=True, slots=True)
class Table:
    """``headings`` are those of each column from the top down; what stands above the table is told with it.

    A list that a line leads to ("… in each country:") is a table of one column and no headings.
    """

    headings: tuple[tuple[str, ...], ...]
    rows: tuple[Row, ...]
    caption: str = ""
    """The table's own title, where the document marks one."""
    heading: str = ""
    """The nearest heading above."""
    lead: str = ""
    """The paragraph directly above, where no heading stands between."""
    doubt: str = ""
    """Why it is not sure which cell is which, in a sentence; "" where it is."""
    closed: int | None = None
    """Where in the text the next heading stands below it, which no note of it is beyond."""
    apart: bool = False
    """Whether its cells are no figures of the text beside it: it is asked by its labels alone, as a dataset, or which
    cell is which is so unsure that each would be a guess."""
    caption_at: Span | None = None
    heading_at: Span | None = None
    lead_at: Span | None = None
    """Where in the text each of these stands."""

    @property
    def listed(self) -> bool:
        """Whether it is a list, and not a table of columns."""
        return not self.headings and all(len(row.cells) == 1 for row in self.rows)
