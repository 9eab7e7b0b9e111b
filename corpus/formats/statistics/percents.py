"""Which cells a workbook shows as percentages: 0.153 is stored, 15.3% is shown.

python-calamine gives what is stored. Of an XLSX the styles say how it is shown, of an ODS the cells themselves; of an
XLS it is not told.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

__all__ = ["Percents", "percents_of"]

_BUILT_IN = frozenset({9, 10})
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_CELL = re.compile(r"([A-Z]{1,3})([0-9]+)")
_SOME, _OVERLAP = 1 << 20, 100
_MOST_REPEATED = 20_000
_NOTHING: frozenset[int] = frozenset()


class Percents:
    """The cells that are shown as percentages, by sheet, row and column from 0."""

    def __init__(self) -> None:
        """None, until some are added."""
        self._cells: dict[str, dict[int, set[int]]] = {}

    def add(self, sheet: str, row: int, columns: range) -> None:
        """The cells of ROW in COLUMNS are."""
        self._cells.setdefault(sheet, {}).setdefault(row, set()).update(columns)

    def of(self, sheet: str, row: int) -> frozenset[int] | set[int]:
        """The columns of ROW that are."""
        return self._cells.get(sheet, {}).get(row, _NOTHING)


def percents_of(content: bytes) -> Percents:
    """Those of the workbook CONTENT; none where it is no zipped workbook or does not say."""
    found = Percents()
    if not content.startswith(b"PK"):
        return found
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as folder:
            names = set(folder.namelist())
            if "content.xml" in names:
                if _mentions(folder, "content.xml", re.compile(rb"value-type=.percentage")):
                    _ods(folder, found)
            elif "xl/styles.xml" in names and "xl/workbook.xml" in names:
                _xlsx(folder, names, found)
    except (zipfile.BadZipFile, ParseError, DefusedXmlException, ValueError, KeyError, OSError):
        return Percents()
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


def _ods(folder: zipfile.ZipFile, found: Percents) -> None:
    sheet, row, column = "", 0, 0
    for event, tag, element in _parts(folder, "content.xml"):
        if tag == "table" and event == "start":
            sheet, row = _attribute(element, "name"), 0
        elif tag == "table-row":
            column = 0
            row += min(int(_attribute(element, "number-rows-repeated") or 1), 1_048_576) if event == "end" else 0
        elif tag in ("table-cell", "covered-table-cell") and event == "start":
            times = int(_attribute(element, "number-columns-repeated") or 1)
            if _attribute(element, "value-type") == "percentage" and times <= _MOST_REPEATED:
                found.add(sheet, row, range(column, column + times))
            column += times


def _xlsx(folder: zipfile.ZipFile, names: set[str], found: Percents) -> None:
    styles = _percent_styles(folder)
    if not styles:
        return
    targets = dict(_targets(folder, names))
    styled = re.compile(rf"\bs=.(?:{'|'.join(sorted(styles))})\b".encode())
    for event, tag, element in _parts(folder, "xl/workbook.xml"):
        if tag == "sheet" and event == "start":
            part = targets.get(_attribute(element, "id"), "")
            if part in names and _mentions(folder, part, styled):
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


def _xlsx_sheet(folder: zipfile.ZipFile, part: str, sheet: str, styles: frozenset[str], found: Percents) -> None:
    for event, tag, element in _parts(folder, part):
        if event == "start" and tag == "c" and _attribute(element, "s") in styles:
            place = _CELL.fullmatch(_attribute(element, "r"))
            if place:
                column = 0
                for letter in place[1]:
                    column = column * 26 + ord(letter) - 64
                found.add(sheet, int(place[2]) - 1, range(column - 1, column))
