"""What a workbook shows of its cells beyond what is stored in them: percentages, decimals, formulas without a value.

python-calamine gives what is stored: 0.153 where 15.3% is shown, 2071.034855 where 2,071 is, and nothing for a
formula that was never calculated. Of an XLSX the styles and cells say which these are, of an ODS the cells, of an XLS
the formats that xlrd reads.
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
from corpus.formats.statistics.number_formats import Showing, formats_of_xls, showing
from corpus.patterns import regex

__all__ = ["Shown", "shown_of"]

_BUILT_IN = frozenset({9, 10})
_BUILT_IN_PLACES = {1: 0, 2: 2, 3: 0, 4: 2, 9: 0, 10: 2, 37: 0, 38: 0, 39: 2, 40: 2}
"""The number formats that every workbook has, by their numbers: how many decimals each shows."""
_CELL = regex(r"([A-Z]{1,3})([0-9]{1,7})")
_FORMULA = re.compile(rb"<f[ >/]|table:formula=")
_PERCENTAGE = re.compile(rb"value-type=.percentage")
_LONG_ODS = re.compile(rb"office:value=.-?[0-9]*\.[0-9]{2}")
_LONG_XLSX = re.compile(rb"<v>-?[0-9]*\.[0-9]{2}")
"""Numbers of several decimals, of which fewer may be shown."""
_SHOWN_NUMBER = regex(r"[^0-9%]{0,3}[0-9][0-9, \u00a0]*(?:\.(?P<decimals>[0-9]+))?%?\s?\)?")
_SOME, _OVERLAP = 1 << 20, 100
_MOST_REPEATED = 20_000
_NOTHING: frozenset[int] = frozenset()
_NO_PLACES: dict[int, int] = {}


class Shown:
    """The cells shown as percentages or to fewer decimals than they hold, and the formulas without a value, by sheet.

    Rows and columns are counted from 0.
    """

    def __init__(self) -> None:
        """None, until some are added."""
        self._percents: dict[str, dict[int, set[int]]] = {}
        self._places: dict[str, dict[int, dict[int, int]]] = {}
        self._unvalued: dict[str, list[str]] = {}

    def rounded(self, sheet: str, row: int, columns: range, places: int) -> None:
        """The cells of ROW in COLUMNS are shown to so many decimal PLACES."""
        self._places.setdefault(sheet, {}).setdefault(row, {}).update(dict.fromkeys(columns, places))

    def places(self, sheet: str, row: int) -> dict[int, int]:
        """To how many decimals cells of ROW are shown, by their columns; none for a cell of which it is not told."""
        return self._places.get(sheet, {}).get(row, _NO_PLACES)

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
    """Those of the workbook CONTENT; none where it is no workbook or does not say."""
    found = Shown()
    if not content.startswith(b"PK"):
        for sheet, row, column, shown in formats_of_xls(content):
            _add(found, sheet, row, range(column, column + 1), shown)
        return found
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as folder:
            names = set(folder.namelist())
            if "content.xml" in names:
                if any(_mentions(folder, "content.xml", sought) for sought in (_PERCENTAGE, _FORMULA, _LONG_ODS)):
                    _ods(folder, found)
            elif "xl/workbook.xml" in names:
                _xlsx(folder, names, found)
    except (zipfile.BadZipFile, ParseError, DefusedXmlException, ValueError, KeyError, OSError):
        return Shown()
    return found


def _add(found: Shown, sheet: str, row: int, columns: range, shown: Showing) -> None:
    if shown.percent:
        found.percent(sheet, row, columns)
    if shown.places is not None:
        found.rounded(sheet, row, columns, shown.places)


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
    long: range | None = None
    for event, tag, element in _parts(folder, "content.xml"):
        if tag == "p" and event == "end" and long is not None:
            if (places := _places_in("".join(element.itertext()))) is not None:
                found.rounded(sheet, row, long, places)
            long = None
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
            number = kind in ("float", "percentage", "currency") and len(_decimals(_attribute(element, "value"))) > 1
            long = range(column, column + times) if number and times <= _MOST_REPEATED else None
            if not kind and _attribute(element, "formula"):
                found.unvalued(sheet, cell_name(row + 1, column + 1))
            column += times


def _decimals(value: str) -> str:
    return value.partition(".")[2]


def _places_in(shown: str) -> int | None:
    """How many decimals a number has as it is SHOWN; None where that is no plain number."""
    match = _SHOWN_NUMBER.fullmatch(shown.strip())
    return len(match["decimals"] or "") if match is not None else None


def _xlsx(folder: zipfile.ZipFile, names: set[str], found: Shown) -> None:
    styles, places = _styles(folder) if "xl/styles.xml" in names else (frozenset[str](), {})
    targets = dict(_targets(folder, names))
    styled = rf"\bs=.(?:{'|'.join(sorted(styles))})\b|".encode() if styles else b""
    long = _LONG_XLSX.pattern + b"|" if places else b""
    sought = re.compile(styled + long + _FORMULA.pattern)
    for event, tag, element in _parts(folder, "xl/workbook.xml"):
        if tag == "sheet" and event == "start":
            part = targets.get(_attribute(element, "id"), "")
            if part in names and _mentions(folder, part, sought):
                _xlsx_sheet(folder, part, _attribute(element, "name"), (styles, places), found)


def _targets(folder: zipfile.ZipFile, names: set[str]) -> Iterator[tuple[str, str]]:
    rels = "xl/_rels/workbook.xml.rels"
    for event, tag, element in _parts(folder, rels) if rels in names else ():
        if tag == "Relationship" and event == "start":
            target = _attribute(element, "Target")
            yield _attribute(element, "Id"), target[1:] if target.startswith("/") else f"xl/{target}"


_Styles = tuple[frozenset[str], dict[str, int]]
"""The numbers, as words, of the cell styles that show a percentage, and to how many decimals each style shows."""


def _styles(folder: zipfile.ZipFile) -> _Styles:
    formats, places, styles, within = set(_BUILT_IN), dict(_BUILT_IN_PLACES), list[int](), False
    for event, tag, element in _parts(folder, "xl/styles.xml"):
        if event == "start" and tag == "numFmt":
            number, shown = int(_attribute(element, "numFmtId")), showing(_attribute(element, "formatCode"))
            formats |= {number} if shown.percent else set()
            places |= {number: shown.places} if shown.places is not None else {}
        elif tag == "cellXfs":
            within = event == "start"
        elif within and event == "start" and tag == "xf":
            styles.append(int(_attribute(element, "numFmtId") or 0))
    percents = frozenset(str(n) for n, form in enumerate(styles) if form in formats)
    return percents, {str(n): places[form] for n, form in enumerate(styles) if form in places}


def _xlsx_sheet(folder: zipfile.ZipFile, part: str, sheet: str, styles: _Styles, found: Shown) -> None:
    percents, places = styles
    formula = valued = False
    place: tuple[int, int] | None = None
    style = ""
    for event, tag, element in _parts(folder, part):
        if tag == "c" and event == "start":
            formula = valued = False
            cell = _CELL.fullmatch(_attribute(element, "r"))
            place = (int(cell[2]) - 1, _column(cell[1])) if cell else None
            style = _attribute(element, "s") or "0"
            if place and style in percents:
                found.percent(sheet, place[0], range(place[1], place[1] + 1))
        elif tag == "f":
            formula = True
        elif tag in ("v", "is"):
            valued = True
            if event == "end" and place and style in places and len(_decimals(element.text or "")) > 1:
                found.rounded(sheet, place[0], range(place[1], place[1] + 1), places[style])
        elif tag == "c" and formula and not valued:
            found.unvalued(sheet, _attribute(element, "r"))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
