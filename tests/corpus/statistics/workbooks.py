"""Workbooks made by hand, as small as a spreadsheet program would still read them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from corpus.cube import cell_name

__all__ = ["Cell", "ods", "rows_of", "xlsx", "zipped"]

Cell = str | int | float | None
Sheets = Mapping[str, Sequence[Sequence[Cell]]]
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zipped folder of PARTS by their names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, words in parts.items():
            packed = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            folder.writestr(name, words, packed)
    return made.getvalue()


def rows_of(written: str) -> list[list[Cell]]:
    """Lines of cells set apart by bars; digits are numbers, unless they begin with nought; an empty line is a row."""
    return [[_cell(cell) for cell in line.split("|")] for line in written.strip("\n").split("\n")]


def _cell(said: str) -> Cell:
    words = said.rstrip()
    number = words.strip()
    if not number or number[0] not in "-0123456789" or (number[0] == "0" and number[1:2].isdigit()):
        return words
    try:
        return float(number)
    except ValueError:
        return words


def xlsx(
    sheets: Sheets,
    merged: Sequence[str] = (),
    percents: Sequence[str] = (),
    unvalued: Sequence[str] = (),
    whole: bool = False,
) -> bytes:
    """A workbook of SHEETS; MERGED ranges, cells shown as PERCENTS and formulas without a value are in every one.

    WHOLE shows all other numbers without their decimals.
    """
    names = list(sheets)
    numbers = range(1, len(names) + 1)
    listed = "".join(
        f'<sheet name="{escape(n)}" sheetId="{i}" r:id="rId{i}"/>' for i, n in zip(numbers, names, strict=True)
    )
    related = "".join(
        f'<Relationship Id="rId{i}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in numbers
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><numFmts count="1">'
        '<numFmt numFmtId="164" formatCode="#,##0_);[Red]\\(#,##0\\)"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs>'
        "</styleSheet>",
    }
    for i, name in zip(numbers, names, strict=True):
        parts[f"xl/worksheets/sheet{i}.xml"] = _xlsx_sheet(sheets[name], merged, percents, unvalued, whole)
    return zipped(parts)


def _xlsx_sheet(
    rows: Sequence[Sequence[Cell]],
    merged: Sequence[str],
    percents: Sequence[str],
    unvalued: Sequence[str],
    whole: bool,
) -> str:
    lines = []
    for r, row in enumerate(rows, 1):
        cells = []
        for c, cell in enumerate(row, 1):
            place = cell_name(r, c)
            style = ' s="1"' if place in percents else ' s="2"' if whole else ""
            if place in unvalued:
                cells.append(f'<c r="{place}"><f>SUM(A1:A2)</f></c>')
            elif isinstance(cell, str) and cell:
                words = escape(cell)
                cells.append(f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>')
            elif cell not in (None, ""):
                cells.append(f'<c r="{place}"{style}><v>{cell}</v></c>')
        lines.append(f'<row r="{r}">{"".join(cells)}</row>')
    joined = "".join(f'<mergeCell ref="{one}"/>' for one in merged)
    cover = f"<mergeCells>{joined}</mergeCells>" if merged else ""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData>{cover}</worksheet>'


def ods(sheets: Sheets, percents: Sequence[str] = (), whole: bool = False) -> bytes:
    """An OpenDocument spreadsheet of SHEETS; cells shown as PERCENTS are in every one.

    WHOLE shows all other numbers without their decimals.
    """
    tables = "".join(_ods_table(name, rows, percents, whole) for name, rows in sheets.items())
    spaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text"))
    content = (
        f'<office:document-content {spaces} office:version="1.2"><office:body><office:spreadsheet>{tables}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def _ods_table(name: str, rows: Sequence[Sequence[Cell]], percents: Sequence[str], whole: bool) -> str:
    lines = []
    for r, row in enumerate(rows, 1):
        cells = []
        for c, cell in enumerate(row, 1):
            if cell in (None, ""):
                cells.append("<table:table-cell/>")
            elif isinstance(cell, str):
                words = escape(cell)
                cells.append(
                    f'<table:table-cell office:value-type="string"><text:p>{words}</text:p></table:table-cell>'
                )
            else:
                kind = "percentage" if cell_name(r, c) in percents else "float"
                shown = f"<text:p>{cell:,.0f}</text:p>" if whole and kind == "float" else ""
                cells.append(
                    f'<table:table-cell office:value-type="{kind}" office:value="{cell}">{shown}</table:table-cell>'
                )
        lines.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    return f'<table:table table:name="{escape(name)}">{"".join(lines)}</table:table>'
