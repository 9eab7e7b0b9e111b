"""The body of a Word document → the elements of a page: headings, paragraphs, items, tables, and notes at the end."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from corpus.formats.office.styles import Styles, W, value
from corpus.formats.office.writing import say, within

__all__ = ["page_of"]

_GONE = frozenset(
    f"{W}{n}" for n in ("del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "object")
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OFF = ("0", "false", "off")
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}


def page_of(
    main: etree._Element, styles: Styles, footnotes: etree._Element | None, endnotes: etree._Element | None
) -> lxml_html.HtmlElement:
    """The text part MAIN as a page's element, with the notes that it refers to numbered in that order at its end."""
    page = lxml_html.Element("div")
    body = main.find(f"{W}body")
    writer = _Writer(styles)
    if body is not None:
        writer.write(body, page)
    held = {"footnote": footnotes, "endnote": endnotes}
    for n, (kind, note_id) in enumerate(writer.notes, start=1):
        writer.note(n, _note(held[kind], kind, note_id), page)
    return page


def _note(part: etree._Element | None, kind: str, note_id: str) -> etree._Element | None:
    found = part.iterchildren(f"{W}{kind}") if part is not None else ()
    return next((one for one in found if one.get(f"{W}id") == note_id), None)


class _Writer:
    """Writes paragraphs and tables as elements of a page."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.notes: list[tuple[str, str]] = []
        """The notes that the text refers to, in order: their kind and their id."""
        self._open: lxml_html.HtmlElement | None = None
        """A paragraph whose end was deleted, so that the next one goes on in it."""

    def write(self, parent: etree._Element, into: lxml_html.HtmlElement) -> None:
        """Write what PARENT holds, a body or a cell, INTO an element."""
        for one in parent:
            if one.tag == f"{W}p":
                self._paragraph(one, into)
            elif one.tag == f"{W}tbl":
                self._table(one, into)
            elif isinstance(one.tag, str) and one.tag not in _GONE and one.tag != _FALLBACK:
                self.write(one, into)

    def note(self, n: int, note: etree._Element | None, into: lxml_html.HtmlElement) -> None:
        """Write one NOTE behind its number."""
        if note is None:
            return
        held = lxml_html.Element("div")
        self.write(note, held)
        words = " ".join(held.text_content().split())
        if words:
            line = lxml_html.Element("p")
            say(within(line, "sup"), str(n))
            say(line, f" {words}")
            into.append(line)

    def _paragraph(self, one: etree._Element, into: lxml_html.HtmlElement) -> None:
        properties = one.find(f"{W}pPr")
        made = self._open if self._open is not None else lxml_html.Element(self._styles.tag(properties))
        boxes: list[etree._Element] = []
        self._runs(one, made, boxes)
        self._open = made if properties is not None and properties.find(f"{W}rPr/{W}del") is not None else None
        if self._open is None:
            into.append(made)
        for box in boxes:
            self.write(box, into)

    def _runs(self, parent: etree._Element, into: lxml_html.HtmlElement, boxes: list[etree._Element]) -> None:
        for one in parent:
            if one.tag in _GONE or one.tag == _FALLBACK or not isinstance(one.tag, str):
                continue
            if one.tag == f"{W}txbxContent":
                boxes.append(one)
            elif one.tag == f"{W}r":
                if not _hidden(one):
                    self._runs(one, within(into, "sup") if _raised(one) else into, boxes)
            elif one.tag in _NOTES:
                self._refer(_NOTES[one.tag], str(one.get(f"{W}id")), into)
            elif said := _said(one):
                say(into, said)
            elif one.tag == f"{W}br" and one.get(f"{W}type") not in ("page", "column"):
                within(into, "br")
            else:
                self._runs(one, into, boxes)

    def _refer(self, kind: str, note_id: str, into: lxml_html.HtmlElement) -> None:
        if (kind, note_id) not in self.notes:
            self.notes.append((kind, note_id))
        number = str(self.notes.index((kind, note_id)) + 1)
        say(into if into.tag == "sup" else within(into, "sup"), number)

    def _table(self, one: etree._Element, into: lxml_html.HtmlElement) -> None:
        table = lxml_html.Element("table")
        last = into[-1] if len(into) else None
        if last is not None and last.tag == "caption":
            table.append(last)
        head = within(table, "thead")
        body = within(table, "tbody")
        merged: dict[int, lxml_html.HtmlElement] = {}
        rows = [r for r in _through(one, f"{W}tr") if r.find(f"{W}trPr/{W}del") is None]
        for n, row in enumerate(rows):
            heads = _on(row.find(f"{W}trPr/{W}tblHeader")) and not len(body)
            self._row(row, within(head if heads else body, "tr"), merged, bold=n == 0 and _all_bold(row))
        into.append(table)

    def _row(
        self, row: etree._Element, into: lxml_html.HtmlElement, merged: dict[int, lxml_html.HtmlElement], *, bold: bool
    ) -> None:
        properties = row.find(f"{W}trPr")
        column = _number(value(properties, "gridBefore")) if properties is not None else 0
        if column:
            within(into, "td").set("colspan", str(column))
        for cell in _through(row, f"{W}tc"):
            told = cell.find(f"{W}tcPr")
            wide = max(1, _number(value(told, "gridSpan"))) if told is not None else 1
            down = told.find(f"{W}vMerge") if told is not None else None
            if down is not None and down.get(f"{W}val", "continue") == "continue" and column in merged:
                merged[column].set("rowspan", str(int(merged[column].get("rowspan", "1")) + 1))
            else:
                made = within(into, "th" if bold else "td")
                made.set("colspan", str(wide))
                self.write(cell, made)
                merged.pop(column, None)
                if down is not None:
                    merged[column] = made
            column += wide


def _through(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """PARENT's own children of TAG, and those in content controls and insertions in between."""
    for one in parent:
        if one.tag == tag:
            yield one
        elif one.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml"):
            yield from _through(one, tag)


def _said(one: etree._Element) -> str:
    """What an element of a run says by itself."""
    if one.tag == f"{W}t":
        return one.text or ""
    if one.tag in (f"{W}tab", f"{W}ptab"):
        return " "
    return "-" if one.tag == f"{W}noBreakHyphen" else ""


def _hidden(run: etree._Element) -> bool:
    return _on(run.find(f"{W}rPr/{W}vanish"))


def _raised(run: etree._Element) -> bool:
    properties = run.find(f"{W}rPr")
    return properties is not None and value(properties, "vertAlign") == "superscript"


def _all_bold(row: etree._Element) -> bool:
    runs = [r for r in row.iter(f"{W}r") if "".join(t.text or "" for t in r.iter(f"{W}t")).strip()]
    return bool(runs) and all(_on(r.find(f"{W}rPr/{W}b")) for r in runs)


def _on(flag: etree._Element | None) -> bool:
    return flag is not None and flag.get(f"{W}val", "1") not in _OFF


def _number(words: str) -> int:
    return min(int(words), 100) if words.isascii() and words.isdigit() and len(words) < 5 else 0
