"""A workbook as stored text: each sheet's name on a line, then its rows, a row a line, cells set apart by tabs.

Nothing of a sheet is kept but that text and where its rows begin: a cell is read again from the text, so what an
observation's offsets mark is by construction what was read. The text has a number as the sheet shows it; the decimals
that it holds beyond that are kept until its dataset is made, for sums and shares.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from corpus.patterns import regex
from corpus.records import Span

__all__ = ["Exact", "Merged", "Sheet", "Writer", "flat"]

Exact = dict[tuple[int, int], Decimal]
"""By row and column, from 0, what cells hold of which the sheet shows fewer decimals."""

Merged = tuple[int, int, int, int]
"""A cell that goes over several: its first row and column, and its last, counted from 0."""

_BREAKS = regex(r"[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_CONTROL = regex(r"[\x00-\x08\x0e-\x1b\x1f\x7f\ufeff]")


def flat(words: str) -> str:
    """WORDS as one cell of the stored text: line ends and tabs made spaces, its beginning kept (it may be a step)."""
    if words.isalnum():
        return words
    return _CONTROL.sub("", _BREAKS.sub(" ", words)).rstrip()


class Sheet:
    """One sheet of the stored text. Rows and columns are counted from 0; ``name`` is "" in a file that has none."""

    __slots__ = ("_left", "exact", "merged", "name", "starts", "text")

    def __init__(
        self,
        name: str,
        text: str,
        starts: array[int],
        merged: Sequence[Merged] = (),
        exact: Mapping[tuple[int, int], Decimal] | None = None,
    ) -> None:
        """STARTS has where each row begins, and after them where a further one would."""
        self.name, self.text, self.starts, self.merged = name, text, starts, tuple(merged)
        self.exact = exact or {}
        self._left: frozenset[int] = frozenset()

    def without(self, rows: Iterable[int]) -> Sheet:
        """This sheet, which is gone through row by row without ROWS."""
        made = Sheet(self.name, self.text, self.starts, self.merged, self.exact)
        made._left = frozenset(rows)
        return made

    def __len__(self) -> int:
        return len(self.starts) - 1

    def bounds(self, row: int) -> tuple[int, int]:
        """Where ROW begins and ends in the stored text."""
        return self.starts[row], self.starts[row + 1] - 1

    def line(self, row: int) -> str:
        """ROW as it is stored."""
        return self.text[self.starts[row] : self.starts[row + 1] - 1]

    def cells(self, row: int) -> list[str]:
        """ROW's cells; an empty row has none."""
        line = self.line(row)
        return line.split("\t") if line else []

    def held(self, row: int, column: int, shown: Decimal | None) -> Decimal | None:
        """What a cell holds of which SHOWN is shown."""
        return shown if shown is None else self.exact.get((row, column), shown)

    def span(self, first: int, last: int) -> Span:
        """The stored text of the rows FIRST to LAST, both included."""
        return Span(self.starts[first], self.starts[last + 1] - 1)

    def rows(self, first: int, last: int) -> Iterator[tuple[int, list[str]]]:
        """Each of the rows FIRST to LAST with its number."""
        for row in range(first, last + 1):
            if row not in self._left:
                yield row, self.cells(row)


class Writer:
    """Makes the stored text, and then the sheets upon it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at = 0
        self._sheets: list[tuple[str, array[int], Sequence[Merged], Exact]] = []

    def sheet(
        self, name: str, rows: Iterable[Sequence[str]], merged: Sequence[Merged] = (), exact: Exact | None = None
    ) -> int:
        """Write one sheet, whose cells are flat already; how many rows it had. EXACT may be filled as ROWS are read."""
        if name:
            self._line(("\n" if self._at else "") + name)
        starts = array("Q", [self._at])
        for row in rows:
            self._line("\t".join(row))
            starts.append(self._at)
        self._sheets.append((name, starts, merged, {} if exact is None else exact))
        return len(starts) - 1

    def _line(self, line: str) -> None:
        self._parts.append(line + "\n")
        self._at += len(line) + 1

    def finished(self) -> tuple[str, list[Sheet]]:
        """The whole text, and each sheet."""
        text = "".join(self._parts)
        self._parts = [text]
        return text, [Sheet(name, text, starts, merged, exact) for name, starts, merged, exact in self._sheets]
