"""XLSX, XLS and ODS: one source, its cells as they are kept in the file. Macros and links are never followed.

A sheet that its makers hid is left out: it is their working (lists, checks, earlier drafts), and nobody who opens the
file sees it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from corpus.errors import IngestRefused
from corpus.formats.base import Document
from corpus.formats.statistics.bounds import MOST_CELLS, MOST_SHEETS, check_columns, check_rows
from corpus.formats.statistics.document import document
from corpus.formats.statistics.shown import Shown, shown_of
from corpus.formats.statistics.stored import Exact, Merged, Writer, flat
from corpus.formats.zipped import check_zip

__all__ = ["Workbook", "said"]

_PERCENT_PLACES = 1
"""A share is kept to a decimal, as shares are said, be it shown without."""
Cell = int | float | str | bool | time | date | datetime | timedelta


class Workbook:
    """``.xlsx``, ``.xlsm`` (no macro is run), ``.xls`` and ``.ods`` files, each told by its content, not its name."""

    suffixes: tuple[str, ...] = (".xlsx", ".xlsm", ".xls", ".ods")

    def read(self, content: bytes, path: Path) -> list[Document]:
        """One document. Raises IngestRefused where CONTENT is no workbook, is locked, or is too large."""
        if not content:
            raise IngestRefused(str(path), "the file is empty")
        if content.startswith(b"PK"):  # ODS and XLSX; an XLS is no zipped folder
            check_zip(content, path)
        shown = shown_of(content)
        writer, left_out = Writer(), []
        with _opened(content, path) as book:
            for about in book.sheets_metadata:
                if about.typ not in (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet):
                    left_out.append(f"the sheet {about.name!r} is a chart, and holds no cells")
                    continue
                if about.visible is not SheetVisibleEnum.Visible:
                    left_out.append(f"the sheet {about.name!r} is hidden, and is not read: show it and save the file")
                    continue
                left_out.extend(_written(writer, _sheet(book, about.name, path), path, shown))
        return [document(writer, path, tuple(left_out))]


def _opened(content: bytes, path: Path) -> CalamineWorkbook:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError as error:
        raise IngestRefused(str(path), "it is locked with a password: save it without one") from error
    except (CalamineError, OSError, ValueError) as error:
        raise IngestRefused(str(path), "it is not a workbook that can be read, whatever its name says") from error
    if len(book.sheet_names) > MOST_SHEETS:
        raise IngestRefused(
            str(path), f"it has {len(book.sheet_names):,} sheets, more than the {MOST_SHEETS} that are read"
        )
    return book


def _sheet(book: CalamineWorkbook, name: str, path: Path) -> CalamineSheet:
    try:
        return book.get_sheet_by_name(name)
    except (CalamineError, ValueError) as error:
        raise IngestRefused(
            str(path), "the sheet cannot be read: open the file and save it again", f"sheet {name}"
        ) from error


def _written(writer: Writer, sheet: CalamineSheet, path: Path, shown: Shown) -> list[str]:
    """Write SHEET; what of it is not there, in sentences."""
    end = sheet.end
    if end is None:
        writer.sheet(sheet.name, ())
        return [f"the sheet {sheet.name!r} is empty, or is a picture"]
    check_rows(end[0] + 1, path, sheet.name)
    check_columns(end[1] + 1, path, f"sheet {sheet.name}")
    if (end[0] + 1) * (end[1] + 1) > MOST_CELLS:
        raise IngestRefused(
            str(path), "it has more cells than are read, most of them empty: clear its far ones", f"sheet {sheet.name}"
        )
    merged: list[Merged] = [(top[0], top[1], low[0], low[1]) for top, low in sheet.merged_cell_ranges or ()]
    exact: Exact = {}
    writer.sheet(sheet.name, _rows(sheet, shown, exact), merged, exact)
    empty = shown.uncalculated(sheet.name)
    if not empty:
        return []
    cells = ", ".join(empty[:3]) + (" and others" if len(empty) > 3 else "")
    return [f"the sheet {sheet.name!r}: {len(empty):,} formulas hold no value ({cells}): open it and save it again"]


def _rows(sheet: CalamineSheet, shown: Shown, exact: Exact) -> Iterator[list[str]]:
    """The cells of SHEET as it shows them; what a cell holds beyond that is put in EXACT."""
    name = sheet.name
    for number, row in enumerate(sheet.to_python(skip_empty_area=False)):
        shares = shown.percents(name, number)
        cells = [said(cell, c in shares) if cell != "" else "" for c, cell in enumerate(row)]
        for c, places in shown.places(name, number).items():
            if c < len(row) and isinstance(row[c], (int, float)) and not isinstance(row[c], bool):
                cells[c] = _rounded(cells[c], places, exact, (number, c))
        while cells and not cells[-1]:
            cells.pop()
        yield cells


def _rounded(cell: str, places: int, exact: Exact, at: tuple[int, int]) -> str:
    """A number's CELL to so many decimal PLACES, as its sheet shows it; the number that it holds is put in EXACT."""
    percent = "%" if cell.endswith("%") else ""
    bare, places = cell.rstrip("%"), max(places, _PERCENT_PLACES) if percent else places
    if len(bare.partition(".")[2]) <= places:
        return cell
    held = Decimal(bare)
    shown = held.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if not shown:
        return cell  # "0" would be no number of it
    exact[at] = held
    return f"{shown:f}{percent}"


def said(cell: Cell, percent: bool = False) -> str:
    """A CELL's value as words: a number in full with no more digits than it holds, a day as 2019-03-31.

    PERCENT says that the sheet shows it as a percentage: 0.153 is then "15.3%".
    """
    if isinstance(cell, str):
        return flat(cell)
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, (int, float)):
        return f"{_number(Decimal(repr(cell)) * 100)}%" if percent else _number(Decimal(repr(cell)))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    return str(cell)


def _number(number: Decimal) -> str:
    """NUMBER to the fifteen digits that a spreadsheet keeps."""
    if not number.is_finite():
        return ""
    rounded = number if len(number.as_tuple().digits) <= 15 else Decimal(f"{number:.15g}")
    plain = f"{rounded:f}"
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain) or "0"
