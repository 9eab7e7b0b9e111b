"""The words of an element, block by block: paragraphs, quotations, items of lists and rows of tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element, tostring

from lxml import html as lxml_html

from corpus.formats.blocks import Caption, GridRow, Item, raised
from corpus.formats.grid import grid_rows
from corpus.patterns import regex

__all__ = ["Block", "blocks", "flat", "heading_words"]

Block = str | GridRow

_BREAKING = frozenset({"p", "quote", "blockquote", "ul", "ol", "li", "lb", "br", "div", "body", "section"})
_UNSEEN = frozenset({"image", "gidredirect"})
_HIDDEN_SIGNS = regex("[\u00ad\u200b\ufeff]")


def flat(words: str) -> str:
    """WORDS on one line, with single spaces."""
    return " ".join(_HIDDEN_SIGNS.sub("", words).split())


def heading_words(element: Element) -> str:
    """What a heading or a title says."""
    return flat(" ".join(element.itertext()))


def blocks(element: Element, column: Callable[[str], None] | None = None) -> list[Block]:
    """The blocks of ELEMENT in order, none of them empty. COLUMN is told of each mark of a new column on the way."""
    walk = _Walk(column)
    walk.inside(element)
    walk.close()
    return walk.found


class _Walk:
    """What has been read of an element so far."""

    def __init__(self, column: Callable[[str], None] | None) -> None:
        self.column = column
        self.found: list[Block] = []
        self.words: list[str] = []

    def close(self, *, item: bool = False) -> None:
        """End the block at hand."""
        words = flat("".join(self.words))
        self.words = []
        if words:
            self.found.append(Item(words) if item else words)

    def inside(self, element: Element) -> None:
        self.words.append(element.text or "")
        for child in element:
            self.child(child)
            self.words.append(child.tail or "")

    def child(self, child: Element) -> None:
        if child.tag == "col":
            if self.column:
                self.column(flat("".join(child.itertext())))
        elif child.tag in _UNSEEN:
            return
        elif child.tag == "table":
            self.close()
            self.found += _rows(child)
        elif child.tag == "sup":
            self.words.append(raised("".join(child.itertext())))
        elif child.tag in _BREAKING:
            self.close()
            self.inside(child)
            self.close(item=child.tag == "li")
        else:
            self.inside(child)


def _rows(table: Element) -> Iterator[Block]:
    """The rows of TABLE; one that goes over its whole width at the top is its title."""
    tail, table.tail = table.tail, None
    made = lxml_html.fragment_fromstring(tostring(table, encoding="unicode"))
    table.tail = tail
    title = _title(made)
    if title:
        yield Caption(title)
    yield from (row for row in grid_rows(made, _cell).values() if row is not None)


def _title(table: lxml_html.HtmlElement) -> str:
    """The words of a first row that is one cell over the whole width, which is taken out."""
    caption = table.find("caption")
    rows = table.xpath("./thead/tr|./tbody/tr|./tr")
    cells = rows[0].xpath("./td|./th") if len(rows) > 1 else []
    if caption is not None or len(cells) != 1 or cells[0].get("colspan", "1") in ("", "0", "1"):
        return _cell(caption) if caption is not None else ""
    rows[0].getparent().remove(rows[0])
    return _cell(cells[0])


def _cell(cell: lxml_html.HtmlElement) -> str:
    for sup in cell.xpath(".//sup"):
        words, sup.text = raised(sup.text_content()), ""
        for child in list(sup):
            sup.remove(child)
        sup.text = words
    return flat(cell.text_content())
