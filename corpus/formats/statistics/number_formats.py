"""Number formats: whether a spreadsheet's format shows a percentage, and to how many decimals it shows a number."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import xlrd
from xlrd.book import Book
from xlrd.sheet import Sheet

from corpus.patterns import regex

__all__ = ["Showing", "formats_of_xls", "showing"]

_QUOTED = regex(r'"[^"]*"|\\.|\[[^\]]*\]')
_DIGITS = regex(r"[0#?](?:,?[0#?])*(?:\.(?P<decimals>[0#?]+))?(?P<scaled>,)?")
_NO_NUMBER = regex(r"[ymdhs/Ee]|General")
_OLE = b"\xd0\xcf\x11\xe0"
"""What a file of the older Office begins with."""
_MOST_BYTES = 32 * 1024 * 1024
"""The formats of a larger XLS are not read: xlrd takes seconds for each ten megabytes."""


@dataclass(frozen=True, slots=True)
class Showing:
    """What a number format shows."""

    percent: bool
    places: int | None
    """Decimals; None of days, of fractions, of what is shown in thousands, and of formats that leave it open."""


def showing(code: str) -> Showing:
    """What the format CODE ("#,##0.0", "0%") shows of a number above zero."""
    code = _QUOTED.sub("", code)
    first = re.sub(r"[_*].", "", code.partition(";")[0])
    match = _DIGITS.search(first)
    if match is None or match["scaled"] or _NO_NUMBER.search(first):
        return Showing("%" in code, None)
    return Showing("%" in code, len(match["decimals"] or ""))


def formats_of_xls(content: bytes) -> Iterator[tuple[str, int, int, Showing]]:
    """Each number of the XLS CONTENT whose format shows it otherwise than it is stored: sheet, row, column, and how.

    Rows and columns are counted from 0. None where CONTENT is no XLS, is too large or is not understood.
    """
    if not content.startswith(_OLE) or len(content) > _MOST_BYTES:
        return
    try:
        book = xlrd.open_workbook(
            logfile=io.StringIO(), file_contents=content, formatting_info=True, on_demand=True, ragged_rows=True
        )
        for number in range(book.nsheets):
            yield from _of_sheet(book, book.sheet_by_index(number))
            book.unload_sheet(number)
    except Exception:  # a damaged file makes xlrd raise whatever the place that it stumbles at raises
        return


def _of_sheet(book: Book, sheet: Sheet) -> Iterator[tuple[str, int, int, Showing]]:
    known: dict[int, Showing] = {}
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind != xlrd.XL_CELL_NUMBER:
                continue
            style = sheet.cell_xf_index(row, column)
            if style not in known:
                known[style] = showing(book.format_map[book.xf_list[style].format_key].format_str)
            shown = known[style]
            if shown.percent or (shown.places is not None and _long(sheet.cell_value(row, column))):
                yield sheet.name, row, column, shown


def _long(value: object) -> bool:
    """Whether a number has decimals of which fewer may be shown."""
    return isinstance(value, float) and len(repr(value).partition(".")[2]) > 1
