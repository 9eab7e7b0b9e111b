"""Citations of a statistical table's rows, as rows: their cells under the table's own headings, the cited ones told.

A citation of a cell has the dataset and the cell in its record id (``DATASET!C14``), and the whole row as its quote.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answer import Citation
from corpus.cube import Dataset
from corpus.ledger import Ledger
from corpus.patterns import regex

__all__ = ["CitedRow", "cited_rows", "row_of"]

WIDE = 8
"""Of a row of more cells than this only its first and the cited ones are shown."""
_LABELS = 4
_OTHER_VALUE = regex(r"[-\u2212(\u00a3]*(?!(?:1[89]|20)\d\d$)\d[\d,]*(?:\.\d+)?%?\)?")
_PLACE = regex(r"(?P<dataset>.+)!(?P<cell>[A-Z]+\d+)")


@dataclass(frozen=True, slots=True)
class CitedRow:
    """One row of a table as cited. ``cells`` are its words, ``marked`` the places of the cited ones among them.

    ``headings`` has one for each cell, or is empty where they are not known.
    """

    n: int
    """The number of the citation."""
    dataset: str
    cell: str
    """The cell as a spreadsheet names it."""
    cells: tuple[str, ...]
    marked: tuple[int, ...]
    headings: tuple[str, ...] = ()
    sheet: str = ""

    @property
    def value(self) -> str:
        """The words of the cited cells."""
        return "; ".join(self.cells[at] for at in self.marked)

    @property
    def words(self) -> str:
        """The row's other words, each once: what it is of. Of a wide row only those at its beginning.

        A number is no such word, but for a year: it is what the row gives of something else.
        """
        others = [c for at, c in enumerate(self.cells) if at not in self.marked and c and not _OTHER_VALUE.fullmatch(c)]
        return ", ".join(dict.fromkeys(others if len(self.cells) <= WIDE else others[:_LABELS]))

    def told(self, at: int) -> str:
        """What the cell at the place AT is of: the row's other words, and its own heading where the row gives several
        numbers ("Glasgow City, Primary")."""
        own = self.headings[at] if self.headings else ""
        alone = sum(_OTHER_VALUE.fullmatch(cell) is not None for cell in self.cells) < 2
        return ", ".join(dict.fromkeys(part for part in (self.words, "" if alone else own) if part))

    @property
    def shown(self) -> tuple[int, ...]:
        """The places of the cells to show: all of a narrow row."""
        if len(self.cells) <= WIDE:
            return tuple(range(len(self.cells)))
        return tuple(sorted({*range(_LABELS), *self.marked}))


def row_of(citation: Citation) -> CitedRow | None:
    """The row that CITATION is of, without headings; None where it is of no table's row."""
    place = _PLACE.fullmatch(citation.record_id)
    if place is None or not citation.marks:
        return None
    cells = tuple(citation.quote.split("\t"))
    marked = tuple(dict.fromkeys(citation.quote.count("\t", 0, start) for start, _ in citation.marks))
    return CitedRow(citation.n, place["dataset"], place["cell"], cells, marked)


def cited_rows(citations: Iterable[Citation], ledger: Ledger) -> dict[int, CitedRow]:
    """The rows of those CITATIONS that are of tables, by their numbers, under the headings that the record holds."""
    both = [(c, row) for c in citations if (row := row_of(c)) is not None]
    known = {one.id: one for source in dict.fromkeys(c.source_id for c, _ in both) for one in ledger.datasets(source)}
    heads = {name: _headings(one, ledger) for name, one in known.items()}
    return {row.n: _headed(row, known[row.dataset], heads[row.dataset]) for _, row in both if row.dataset in known}


def _headed(row: CitedRow, dataset: Dataset, heads: Sequence[str]) -> CitedRow:
    fitted = tuple([*heads, *[""] * len(row.cells)][: len(row.cells)]) if any(heads) else ()
    return CitedRow(row.n, row.dataset, row.cell, row.cells, row.marked, fitted, dataset.sheet)


def _headings(dataset: Dataset, ledger: Ledger) -> tuple[str, ...]:
    """The words over each column, from the top down; all but the lowest go over the empty cells on their right too."""
    if dataset.header_at is None:
        return ()
    rows = [line.split("\t") for line in ledger.quote(dataset.source_id, dataset.header_at).split("\n")]
    width = max(map(len, rows))
    spread = [*map(_spread, rows[:-1]), rows[-1]]
    columns = ([row[at] if at < len(row) else "" for row in spread] for at in range(width))
    return tuple(", ".join(dict.fromkeys(word.strip() for word in column if word.strip())) for column in columns)


def _spread(row: Sequence[str]) -> list[str]:
    told, last = [], ""
    for word in row:
        last = word if word.strip() else last
        told.append(last)
    return told
