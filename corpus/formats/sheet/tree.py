"""Sheet bytes → plain dicts, lists and strings, with the line of each; anything but plain YAML is refused.

Every scalar stays the text that was written: ``no`` is not a truth value, ``2006-02-30`` not yet a date and
``1,023`` not yet a number. What a text means is for the field that it stands in to say. Anchors, aliases and tags
are refused, so that a small file cannot unfold into a large one, and no value can name a type of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from corpus.formats.sheet.problem import Path, SheetError
from corpus.patterns import regex

__all__ = ["LARGEST", "Tree", "read_tree"]

LARGEST = 4_000_000
"""Bytes. A sheet larger than this is no longer written by hand."""
DEEPEST = 12
"""Levels of nesting; the format itself uses eight."""

# What an escape in quotation marks can smuggle past the parser, and no ledger or terminal should be given.
_UNSTORABLE = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

Node = dict[str, Any] | list[Any] | str


@dataclass(frozen=True, slots=True)
class Tree:
    """A sheet's values, and the line (from 1) that each begins on."""

    root: dict[str, Any]
    lines: dict[Path, int]

    def line(self, path: Path) -> int:
        """The line of PATH, or of the nearest thing above it that the sheet holds."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read; ``key`` is the mapping's key that waits for its value."""

    node: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None


@dataclass(slots=True)
class _Builder:
    name: str
    lines: dict[Path, int] = field(default_factory=dict)
    stack: list[_Open] = field(default_factory=list)
    root: Node | None = None
    documents: int = 0

    def take(self, event: Any) -> None:
        self.refuse_tricks(event)
        if isinstance(event, ScalarEvent):
            self.scalar(event)
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            self.open({} if isinstance(event, MappingStartEvent) else [], _line(event))
        elif isinstance(event, CollectionEndEvent):
            self.stack.pop()

    def refuse_tricks(self, event: Any) -> None:
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            self.fail("an anchor (&) or alias (*) is not allowed in a sheet; write the value out", event)
        if getattr(event, "tag", None):
            self.fail("a tag (!) is not allowed in a sheet; leave it out", event)
        if isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.fail("a second document begins here; a sheet is one document, so take out the '---'", event)

    def scalar(self, event: ScalarEvent) -> None:
        text = str(event.value)
        if _UNSTORABLE.search(text):
            self.fail("an escape here gives a control character or half a letter; take it out", event)
        top = self.stack[-1] if self.stack else None
        if top and isinstance(top.node, dict) and top.key is None:
            if text in top.node:
                raise SheetError(self.name, "the key stands here twice; keep one", _line(event), (*top.path, text))
            top.key = text
            self.lines[*top.path, text] = _line(event)
            return
        self.place(text, _line(event))

    def open(self, node: dict[str, Any] | list[Any], line: int) -> None:
        if self.stack and isinstance(self.stack[-1].node, dict) and self.stack[-1].key is None:
            raise SheetError(self.name, "a key must be plain words; put the value after a colon", line)
        if len(self.stack) >= DEEPEST:
            raise SheetError(self.name, f"the sheet is nested more than {DEEPEST} levels deep; flatten it", line)
        self.stack.append(_Open(node, self.place(node, line)))

    def place(self, node: Node, line: int) -> Path:
        """Hang NODE where the open mapping or list waits for it; its path."""
        if not self.stack:
            self.root, self.lines[()] = node, line
            return ()
        top = self.stack[-1]
        step: str | int = len(top.node) if isinstance(top.node, list) else str(top.key)
        path = (*top.path, step)
        self.lines.setdefault(path, line)
        if isinstance(top.node, list):
            top.node.append(node)
        else:
            top.node[str(top.key)], top.key = node, None
        return path

    def fail(self, reason: str, event: Any) -> None:
        raise SheetError(self.name, reason, _line(event))


def read_tree(data: bytes, name: str) -> Tree:
    """DATA as plain values. Raises SheetError, naming the line, for anything but one plain YAML mapping in UTF-8."""
    builder = _Builder(name)
    for event in _events(_decode(data, name), name):
        builder.take(event)
    if not isinstance(builder.root, dict):
        raise SheetError(name, "a sheet is a mapping that begins with 'despatch-sheet: 1'", builder.lines.get((), 1))
    return Tree(builder.root, builder.lines)


def _decode(data: bytes, name: str) -> str:
    if len(data) > LARGEST:
        raise SheetError(name, f"the sheet is larger than {LARGEST:,} bytes; split it into several files")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = data.count(b"\n", 0, wrong.start) + 1
        raise SheetError(name, "the text is not UTF-8; save the file as UTF-8", line) from None


def _events(text: str, name: str) -> Iterator[Any]:
    try:
        yield from YAML(typ="safe", pure=True).parse(text)
    except ReaderError as wrong:
        line = text.count("\n", 0, int(wrong.position)) + 1
        raise SheetError(name, "a control character stands here; take it out", line) from None
    except MarkedYAMLError as wrong:
        raise SheetError(name, _syntax(wrong), _marked(wrong)) from None
    except (YAMLError, ValueError, AttributeError, IndexError) as wrong:
        # The parser's own slips on broken input are the sheet's fault, and are told as such.
        raise SheetError(name, f"this is not YAML ({type(wrong).__name__}); check indents, quotes and colons") from None


def _syntax(wrong: MarkedYAMLError) -> str:
    said = str(wrong.problem or wrong.context or "unexpected text").split("\n")[0]
    return f"this is not YAML ({said}); check indents, quotes and colons"


def _marked(wrong: MarkedYAMLError) -> int:
    mark = wrong.problem_mark or wrong.context_mark
    return mark.line + 1 if mark else 0


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
