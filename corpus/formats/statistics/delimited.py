"""CSV and TSV: one source, one sheet without a name, read row by row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import IngestRefused
from corpus.formats.base import Document
from corpus.formats.decoding import decode
from corpus.formats.statistics.bounds import check_columns, check_rows
from corpus.formats.statistics.document import document
from corpus.formats.statistics.stored import Writer, flat

__all__ = ["Delimited", "delimiter_of"]

_DELIMITERS = ",\t;|"
_LOOKED_AT = 50
_LONGEST_CELL = 1_000_000
_TITLES = 12
"""In so many of the first rows a title may stand."""


class Delimited:
    """``.csv`` and ``.tsv`` files, whatever parts their cells: comma, tab, semicolon or bar."""

    suffixes: tuple[str, ...] = (".csv", ".tsv")

    def read(self, content: bytes, path: Path) -> list[Document]:
        """One document. Raises IngestRefused where CONTENT is not text, or too much of it."""
        text = decode(content, path)
        writer = Writer()
        writer.sheet("", _rows(text, path))
        return [document(writer, path)]


def delimiter_of(text: str, suffix: str = ".csv") -> str:
    """What parts the cells of TEXT: the sign that parts most of its first lines into the same number of cells."""
    lines = text[:200_000].split("\n")[:_LOOKED_AT]
    own = "\t" if suffix == ".tsv" else ","
    return max(_DELIMITERS, key=lambda sign: (_evenness(lines, sign), sign == own))


def _evenness(lines: list[str], sign: str) -> tuple[int, int]:
    """How many lines have the most common number of SIGNs that is not nought, and how many those are."""
    counts: dict[int, int] = {}
    for cells in csv.reader(lines, delimiter=sign):
        if len(cells) > 1:
            counts[len(cells)] = counts.get(len(cells), 0) + 1
    if not counts:
        return 0, 0
    common = max(counts, key=lambda n: (counts[n], n))
    return counts[common], common


def _lines(text: str) -> Iterator[str]:
    """Each line of TEXT with its end; never all of them at once."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _is_sentence(cells: list[str], width: int) -> bool:
    """Whether a row above a table is one title whose own commas part it: they have spaces after them, as in a sentence,
    and it is not of the WIDTH that the rows of the table have.
    """
    if len(cells) < 2 or len(cells) == width:
        return False
    return bool(cells[0].strip()) and all(c[:1] == " " and c.strip() and "\n" not in c for c in cells[1:])


def _rows(text: str, path: Path) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    sign = delimiter_of(text, path.suffix.lower())
    reader = csv.reader(_lines(text), delimiter=sign)
    width = _evenness(text[:200_000].split("\n")[:_LOOKED_AT], sign)[1]
    count = 0
    try:
        for cells in reader:
            count += 1
            check_rows(count, path)
            check_columns(len(cells), path, f"line {reader.line_num:,}")
            if count <= _TITLES and sign == "," and _is_sentence(cells, width):
                cells = [",".join(cells)]
            yield [cell if cell.isalnum() else flat(cell) for cell in cells]
    except csv.Error as error:
        raise IngestRefused(
            str(path), f"it cannot be read as a table ({error})", f"line {reader.line_num:,}"
        ) from error
