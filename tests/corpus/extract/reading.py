"""What the tables of this folder share: a text with the figures that are read from it, one a line."""

from __future__ import annotations

from datetime import date

from corpus.extract import extract
from corpus.records import Figure, Source, SourceKind

SOURCE = Source("s", "Lamps", "", SourceKind.DOCUMENT, date(2012, 5, 10), "", "", "0")
Row = tuple[str, ...]


def table(written: str) -> list[tuple[str, list[Row]]]:
    """Blocks of lines: those with bars are figures, those without are the text."""
    read = []
    for block in written.strip().split("\n\n"):
        lines = block.splitlines()
        rows = [tuple(cell.strip() for cell in line.split("|")) for line in lines if "|" in line]
        read.append((" ".join(line for line in lines if "|" not in line), rows))
    return read


def told(text: str) -> list[Row]:
    """Each figure of TEXT: its value, unit, measure, whole, time and note."""
    found = extract(text, SOURCE).figures
    held = {f.id: f for f in found}
    return [_row(f, held) for f in found]


def _row(figure: Figure, held: dict[str, Figure]) -> Row:
    value = "" if figure.value is None else f"{figure.value:f}"
    whole = f"of {held[figure.part_of].value}" if figure.part_of else ""
    return value, figure.unit, figure.measure, whole, _time(figure), figure.note


def _time(figure: Figure) -> str:
    if figure.period is not None:
        return f"{figure.period.start or ''}/{figure.period.end or ''}"
    return str(figure.as_at.last) if figure.as_at else ""
