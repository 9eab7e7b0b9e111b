"""Markdown: what is stored is its plain text, with the markup taken away and nothing rendered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.errors import IngestRefused
from corpus.formats.base import Document, Meta
from corpus.formats.blocks import Grid, GridRow, Heading, Item, lay_out, raised
from corpus.formats.decoding import decode
from corpus.formats.metadata import front_matter
from corpus.formats.text import title_of

__all__ = ["Markdown"]

_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


class Markdown:
    """``.md`` files (CommonMark, with tables and struck-out words)."""

    suffixes: tuple[str, ...] = (".md", ".markdown")

    def read(self, content: bytes, path: Path) -> list[Document]:
        """One document. Raises IngestRefused where CONTENT is not text, or tells of itself what cannot be."""
        told, body = front_matter(decode(content, path), path)
        tokens = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"]).parse(body)
        text, tables = lay_out(_blocks(tokens))
        if not text:
            raise IngestRefused(str(path), "the file holds no words")
        return [Document(text, told.over(Meta(title=_heading(tokens) or title_of(text, path))), tables=tables)]


def _blocks(tokens: Sequence[Token]) -> Iterator[str | GridRow]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.type == "table_open":
            end = next(n for n in range(at, len(tokens)) if tokens[n].type == "table_close")
            yield from _table(tokens[at:end])
            at = end
        elif token.type == "inline":
            yield _block(tokens, at)
        elif token.type in ("fence", "code_block"):
            yield token.content
        at += 1


def _block(tokens: Sequence[Token], at: int) -> str:
    """The words of the token AT as what they are: a heading, the first paragraph of a list's item, a paragraph."""
    before = [t.type for t in tokens[max(0, at - 2) : at]]
    words = _words(tokens[at])
    if before[-1:] == ["heading_open"]:
        return Heading(words)
    return Item(words) if before == ["list_item_open", "paragraph_open"] else words


def _table(tokens: Sequence[Token]) -> list[GridRow]:
    """A table's rows; its headings alone where it has no rows."""
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_words(token))
    grid = Grid(tuple((words,) for words in rows[0]))
    found = [GridRow(grid, tuple(cells)) for cells in rows[1:] if any(cells)]
    return found or [GridRow(Grid(()), tuple(rows[0]))]


def _words(token: Token) -> str:
    words: list[str] = []
    raising: int | None = None
    for child in token.children or ():
        if child.type == "html_inline" and child.content.lower() in ("<sup>", "</sup>"):
            if raising is not None:
                words[raising:] = [raised("".join(words[raising:]))]
            raising = len(words) if child.content.lower() == "<sup>" else None
        words.append(_word(child))
    return "".join(words)


def _word(child: Token) -> str:
    if child.type in _BREAKS:
        return _BREAKS[child.type]
    return child.content if child.type in ("text", "code_inline", "image", "text_special") else ""


def _heading(tokens: Sequence[Token]) -> str:
    """The words of the first heading of the first level, or nothing."""
    for token, inline in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return _words(inline).strip()
    return ""
