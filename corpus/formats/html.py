"""HTML: what is stored is the plain text that a reader sees. Nothing is run, rendered or fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html

from corpus.errors import IngestRefused
from corpus.formats.base import Document, Meta
from corpus.formats.blocks import Caption, GridRow, Heading, Item, lay_out, raised, squeeze
from corpus.formats.decoding import decode
from corpus.formats.grid import grid_rows
from corpus.patterns import regex

__all__ = ["Html", "blocks_of", "fragment_of"]

_UNSEEN_TAGS = (
    "script style noscript template head svg math iframe object embed canvas audio video map select option textarea "
    "button input datalist nav"
)
_BLOCK_TAGS = (
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr legend li main ol p pre section summary table tbody tfoot thead tr ul html"
)
_UNSEEN = frozenset(_UNSEEN_TAGS.split())
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_HIDING = regex(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_ASIDE = frozenset({"js-hidden", "dont-print", "gem-c-related-navigation"})
"""Classes of what a page keeps folded away until it is asked for, does not print, or only links to."""
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_PROLOGUE = regex(r"\A\s*<\?xml[^>]*\?>")
_DAY = regex(r"\d{4}-\d\d-\d\d")
_DATES = (
    "article:published_time",
    "govuk:first-published-at",
    "govuk:public-updated-at",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "datepublished",
    "date",
)
_PUBLISHERS = ("og:site_name", "dcterms.publisher", "dc.publisher")


class Html:
    """``.html`` files. The words are those of the page's main part, where it says which that is."""

    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def read(self, content: bytes, path: Path) -> list[Document]:
        """One document. Raises IngestRefused where CONTENT is not text, or no words of it can be seen."""
        root = _parsed(_PROLOGUE.sub("", decode(content, path, _charset(content))), path)
        body = _main(root)
        text, tables = lay_out(_blocks(body))
        if not text:
            raise IngestRefused(str(path), "the page holds no words that can be seen")
        return [Document(text, _meta(root, body, path), tables=tables, celled=True)]


def blocks_of(root: lxml_html.HtmlElement) -> Iterator[str | GridRow]:
    """The blocks of what a reader sees of ROOT, any part of a page."""
    return _blocks(root)


def fragment_of(markup: str, path: Path) -> lxml_html.HtmlElement:
    """MARKUP, a part of a page without its frame. Raises IngestRefused where it cannot be read."""
    return _parsed(f"<div>{markup}</div>", path)


def _charset(content: bytes) -> str:
    found = _CHARSET.search(content[:4096])
    return found[1].decode("ascii") if found else ""


def _parsed(text: str, path: Path) -> lxml_html.HtmlElement:
    parser = lxml_html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise IngestRefused(str(path), "the page cannot be read as HTML") from error
    for fault in parser.error_log:
        if fault.level_name == "FATAL":
            raise IngestRefused(str(path), f"the page cannot be read as HTML ({fault.message})", f"line {fault.line}")
    return root


def _main(root: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    for query in ("//main", "//*[@role='main']", "//article"):
        found = root.xpath(query)
        if len(found) == 1 and found[0].text_content().strip():
            return found[0]
    bodies = root.xpath("//body")
    return bodies[0] if bodies else root


def _blocks(body: lxml_html.HtmlElement) -> Iterator[str | GridRow]:
    """The words block by block, walked without recursion: a hostile page may nest as deep as it likes."""
    words: list[str] = []
    rows: dict[lxml_html.HtmlElement, GridRow | None] = {}
    skipping: lxml_html.HtmlElement | None = None
    raising = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if skipping is not None:
            if event == "end" and element is skipping:
                skipping = None
                words.append(_tail(element, body))
            continue
        if event == "start" and (element in rows or _unseen(element)):
            yield "".join(words)
            words = []
            row = None if _unseen(element) else rows[element]
            if row is not None:
                yield row
            skipping = element
            continue
        if element.tag in _BLOCKS:
            yield _marked("".join(words), element, ended=event == "end")
            words = []
        if event == "start":
            rows.update(grid_rows(element, _cell) if element.tag == "table" else {})
            raising = len(words) if element.tag == "sup" else raising
            words.append("\n" if element.tag == "br" else _space(element.text, element))
        else:
            if element.tag == "sup":
                words[raising:] = [raised("".join(words[raising:]))]
            words.append(_tail(element, body))
    yield "".join(words)


def _marked(words: str, element: lxml_html.HtmlElement, *, ended: bool) -> str:
    """A block's WORDS as the heading, caption or item of a list that they are."""
    if ended and re.fullmatch("h[1-6]", element.tag):
        return Heading(words)
    parent = element.getparent()
    first = element.tag == "p" and parent is not None and parent.tag == "li" and element.getprevious() is None
    if ended and (element.tag == "li" or first):
        return Item(words)
    return Caption(words) if ended and element.tag == "caption" else words


def _tail(element: lxml_html.HtmlElement, body: lxml_html.HtmlElement) -> str:
    return "" if element is body else _space(element.tail, element.getparent())


def _space(words: str | None, within: lxml_html.HtmlElement | None) -> str:
    """WORDS with the source's own line ends made spaces, but for those of a ``pre``."""
    if not words:
        return ""
    kept = within is not None and within.tag == "pre"
    return words if kept else re.sub(r"\s+", " ", words)


def _unseen(element: lxml_html.HtmlElement) -> bool:
    if element.tag in _UNSEEN or "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    if _ASIDE.intersection(str(element.get("class", "")).split()):
        return True
    return bool(_HIDING.search(element.get("style", ""))) or (element.tag == "footer" and _of_page(element))


def _of_page(footer: lxml_html.HtmlElement) -> bool:
    parent = footer.getparent()
    return parent is not None and parent.tag == "body"


def _cell(cell: lxml_html.HtmlElement) -> str:
    said = (" ".join(b.cells) if isinstance(b, GridRow) else b for b in _blocks(cell))
    return squeeze(" ".join(" ".join(said).split()))


def _meta(root: lxml_html.HtmlElement, body: lxml_html.HtmlElement, path: Path) -> Meta:
    told = {str(m.get("name") or m.get("property") or m.get("itemprop") or "").lower(): m for m in root.xpath("//meta")}
    headings = [squeeze(" ".join(h.text_content().split())) for h in body.xpath(".//h1")]
    titles = [squeeze(" ".join(t.text_content().split())) for t in root.xpath("//title")]
    canonical = root.xpath("//link[@rel='canonical']/@href")
    return Meta(
        title=next((words for words in headings + titles if words), path.stem),
        publisher=_from(body) or next((p for n in _PUBLISHERS if n in told and (p := _content(told[n]))), None),
        published=_published(root, [str(told[n].get("content", "")) for n in _DATES if n in told]),
        url=str(canonical[0]) if canonical and str(canonical[0]).startswith("http") else None,
        language=str(root.get("lang")) if root.get("lang") else None,
    )


def _content(meta: lxml_html.HtmlElement) -> str:
    return str(meta.get("content", "")).strip()


def _from(body: lxml_html.HtmlElement) -> str | None:
    """Whom a page of GOV.UK says that it is from."""
    told = body.xpath(".//dl/dt[normalize-space() = 'From:']/following-sibling::dd[1]")
    return squeeze(" ".join(told[0].text_content().split())) or None if told else None


def _published(root: lxml_html.HtmlElement, told: list[str]) -> date | None:
    """The first date that the page tells of itself, in a ``meta`` or in its first ``time``."""
    times = [str(t) for t in root.xpath("//time/@datetime")[:1]]
    for words in told + times:
        found = _DAY.match(words.strip())
        if found:
            try:
                return date.fromisoformat(found[0])
            except ValueError:
                continue
    return None
