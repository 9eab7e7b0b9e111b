"""An answer as CSV, for a spreadsheet: its table, or else its figures.

Numbers are plain digits. What a spreadsheet would take for a formula stands behind an apostrophe, so that no document's
words are run.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from bot.answer import Answer, Citation, SaidFigure
from corpus.patterns import regex

__all__ = ["as_csv", "disarmed", "safe"]

_NUMBER = regex(r"(?P<sign>[-\u2212+]?)(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<rest>(?:\.\d+)?%?)")
_BREAKS = tuple("\t\r\n")
_RUN = tuple("=+-@\uff1d\uff0b\uff0d\uff20\u2212")
"""What a formula may begin with, in any width."""
_FIGURES = ("Figure", "Value", "Unit", "Qualifier", "Source")


def as_csv(answer: Answer) -> str:
    """The table of ANSWER, or its figures, the headings first; only headings where it has neither."""
    return _lines(_table(answer)) if answer.table else _lines([_FIGURES, *_figures(answer)])


def safe(cell: str) -> str:
    """CELL as it may stand in a spreadsheet: a number as plain digits, any other words as words."""
    found = _NUMBER.fullmatch(cell.strip())
    if found is None:
        return disarmed(cell)
    sign = "-" if found["sign"] in ("-", "\u2212") else ""
    return f"{sign}{found['digits'].replace(',', '')}{found['rest']}"


def disarmed(cell: str) -> str:
    """CELL so that no spreadsheet takes it for a formula; a number is none and stays as it is."""
    if _NUMBER.fullmatch(cell.strip()):
        return cell
    return f"'{cell}" if cell.lstrip()[:1] in _RUN or cell[:1] in _BREAKS else cell


def _table(answer: Answer) -> Iterator[tuple[str, ...]]:
    table = answer.table
    assert table is not None
    unit = f" ({table.unit})" if table.unit else ""
    yield (table.columns[0], *(f"{name}{unit if at == 0 else ''}" for at, name in enumerate(table.columns[1:])))
    yield from table.rows


def _figures(answer: Answer) -> Iterator[tuple[str, ...]]:
    sources = {one.n: one for one in answer.citations}
    for figure in answer.figures:
        cited = [sources[n] for n in figure.citations if n in sources]
        yield _label(figure, answer), figure.value, figure.unit, figure.qualifier, "; ".join(_named(cited))


def _label(figure: SaidFigure, answer: Answer) -> str:
    return figure.label or answer.what or answer.question


def _named(cited: Iterable[Citation]) -> Iterator[str]:
    """Each source once."""
    yield from dict.fromkeys(", ".join(part for part in (one.title, one.reference) if part) for one in cited)


def _lines(rows: Iterable[Iterable[str]]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([safe(cell) for cell in row] for row in rows)
    return written.getvalue()
