"""What a workbook shows of its cells beyond what is stored in them: percentages, and formulas that have no value.

python-calamine gives what is stored: 0.153 where 15.3% is shown, and nothing for a formula that was never calculated.
Of an XLSX the styles and cells say which these are, of an ODS the cells; of an XLS it is not told.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from corpus.cube import cell_name

__all__ = ["Shown", "shown_of"]

_BUILT_IN = frozenset({9, 10})
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_FORMULA = re.compile(rb"<f[ >/]|table:formula=")
_PERCENTAGE = re.compile(rb"value-type=.percentage")
_SOME, _OVERLAP = 1 << 20, 100
_MOST_REPEATED = 20_000
_NOTHING: frozenset[int] = frozenset()


class Shown:
    """The cells that are shown as percentages, and the formulas without a value, by sheet; rows and columns from 0."""

    def __init__(self) -> None:
        """None, until some are added."""
        self._percents: dict[str, dict[int, set[int]]] = {}
        self._unvalued: dict[str, list[str]] = {}

    def percent(self, sheet: str, row: int, columns: range) -> None:
        """The cells of ROW in COLUMNS are shown as percentages."""
        self._percents.setdefault(sheet, {}).setdefault(row, set()).update(columns)

    def unvalued(self, sheet: str, cell: str) -> None:
        """The formula in CELL has no value."""
        self._unvalued.setdefault(sheet, []).append(cell)

    def percents(self, sheet: str, row: int) -> frozenset[int] | set[int]:
        """The columns of ROW that are shown as percentages."""
        return self._percents.get(sheet, {}).get(row, _NOTHING)

    def uncalculated(self, sheet: str) -> list[str]:
        """The names of the cells of SHEET that hold formulas without a value."""
        return self._unvalued.get(sheet, [])


def shown_of(content: bytes) -> Shown:
    """Those of the workbook CONTENT; none where it is no zipped workbook or does not say."""
    found = Shown()
    if not content.startswith(b"PK"):
        return found
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as folder:
            names = set(folder.namelist())
            if "content.xml" in names:
                if any(_mentions(folder, "content.xml", sought) for sought in (_PERCENTAGE, _FORMULA)):
                    _ods(folder, found)
            elif "xl/workbook.xml" in names:
                _xlsx(folder, names, found)
    except (zipfile.BadZipFile, ParseError, DefusedXmlException, ValueError, KeyError, OSError):
        return Shown()
    return found


def _parts(folder: zipfile.ZipFile, name: str) -> Iterator[tuple[str, str, Element]]:
    """Each element's start and end with its local name; what has ended is let go of."""
    with folder.open(name) as part:
        for event, element in iterparse(part, events=("start", "end"), forbid_dtd=True):
            yield event, element.tag.rpartition("}")[2], element
            if event == "end":
                element.clear()


def _mentions(folder: zipfile.ZipFile, name: str, sought: re.Pattern[bytes]) -> bool:
    """Whether a part mentions what is SOUGHT: told far faster than by reading it as XML."""
    before = b""
    with folder.open(name) as part:
        while some := part.read(_SOME):
            if sought.search(before + some):
                return True
            before = some[-_OVERLAP:]
    return False


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _ods(folder: zipfile.ZipFile, found: Shown) -> None:
    sheet, row, column = "", 0, 0
    for event, tag, element in _parts(folder, "content.xml"):
        if tag == "table" and event == "start":
            sheet, row = _attribute(element, "name"), 0
        elif tag == "table-row":
            column = 0
            row += min(int(_attribute(element, "number-rows-repeated") or 1), 1_048_576) if event == "end" else 0
        elif tag in ("table-cell", "covered-table-cell") and event == "start":
            times = int(_attribute(element, "number-columns-repeated") or 1)
            kind = _attribute(element, "value-type")
            if kind == "percentage" and times <= _MOST_REPEATED:
                found.percent(sheet, row, range(column, column + times))
            if not kind and _attribute(element, "formula"):
                found.unvalued(sheet, cell_name(row + 1, column + 1))
            column += times


def _xlsx(folder: zipfile.ZipFile, names: set[str], found: Shown) -> None:
    styles = _percent_styles(folder) if "xl/styles.xml" in names else frozenset()
    targets = dict(_targets(folder, names))
    styled = rf"\bs=.(?:{'|'.join(sorted(styles))})\b|".encode() if styles else b""
    sought = re.compile(styled + _FORMULA.pattern)
    for event, tag, element in _parts(folder, "xl/workbook.xml"):
        if tag == "sheet" and event == "start":
            part = targets.get(_attribute(element, "id"), "")
            if part in names and _mentions(folder, part, sought):
                _xlsx_sheet(folder, part, _attribute(element, "name"), styles, found)


def _targets(folder: zipfile.ZipFile, names: set[str]) -> Iterator[tuple[str, str]]:
    rels = "xl/_rels/workbook.xml.rels"
    for event, tag, element in _parts(folder, rels) if rels in names else ():
        if tag == "Relationship" and event == "start":
            target = _attribute(element, "Target")
            yield _attribute(element, "Id"), target[1:] if target.startswith("/") else f"xl/{target}"


def _percent_styles(folder: zipfile.ZipFile) -> frozenset[str]:
    """The numbers, as words, of those cell styles that show a percentage."""
    formats, styles, within = set(_BUILT_IN), [], False
    for event, tag, element in _parts(folder, "xl/styles.xml"):
        if event == "start" and tag == "numFmt" and "%" in _QUOTED.sub("", _attribute(element, "formatCode")):
            formats.add(int(_attribute(element, "numFmtId")))
        elif tag == "cellXfs":
            within = event == "start"
        elif within and event == "start" and tag == "xf":
            styles.append(int(_attribute(element, "numFmtId") or 0))
    return frozenset(str(n) for n, form in enumerate(styles) if form in formats)


def _xlsx_sheet(folder: zipfile.ZipFile, part: str, sheet: str, styles: frozenset[str], found: Shown) -> None:
    formula = valued = False
    for event, tag, element in _parts(folder, part):
        if tag == "c" and event == "start":
            formula = valued = False
            place = _CELL.fullmatch(_attribute(element, "r"))
            if place and _attribute(element, "s") in styles:
                column = _column(place[1])
                found.percent(sheet, int(place[2]) - 1, range(column, column + 1))
        elif tag == "f":
            formula = True
        elif tag in ("v", "is"):
            valued = True
        elif tag == "c" and formula and not valued:
            found.unvalued(sheet, _attribute(element, "r"))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
