"""Lines → paragraphs: where one ends is told by space, by indents, by type and by what its last line leaves empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.formats.page.lines import Row, Segment, around
from corpus.patterns import regex

__all__ = ["Paragraph", "TextLine", "ended", "lines_of", "paragraphs", "unbulleted"]

_BULLET = regex(r"(?:[\u2022\u25aa\u25cf\u25e6\u2023\u25a0\u25a1\u00b7\uf0b7]|[-\u2013\u2014o](?=\s))\s*(?=\S)")
_DASH = regex(r"[-\u2013\u2014o]\s")
_NUMBERED = regex(r"(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivxl]{1,5})[.)]|\d{1,3}(?:\.\d{1,3}){1,3})\s+\S")
_NOTE = regex(r"(?:[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+|\d{1,3}|[*\u2020\u2021]|\[[a-z0-9]\])\s*\S")
_RAISED = regex(r"[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+\s*\S")
_END = regex(r"[.!?:;][\"'\u201d\u2019)\]\u2070\u00b9\u00b2\u00b3\u2074-\u2079\d\s]*$")
_LARGE = 1.12
"""Type so much larger than most of the document is a heading's."""
_SMALL = 0.93
_LONGEST_HEADING = 25


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a column: its words, where it stands, its type and the page that it is on."""

    words: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    page: int


@dataclass
class Paragraph:
    """Lines that are read as one. ``kind`` is ``text``, ``heading``, ``item`` or ``note``."""

    lines: list[TextLine] = field(default_factory=list)
    kind: str = "text"

    @property
    def size(self) -> float:
        return max(line.size for line in self.lines)

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)


def lines_of(segments: Iterable[Segment], page: int) -> list[TextLine]:
    """The lines that SEGMENTS of one column make, from the top down."""
    rows: list[list[Segment]] = []
    for one in sorted(segments, key=lambda s: (s.base, s.box.x0)):
        if rows and abs(one.base - rows[-1][-1].base) <= 0.3 * min(one.size, rows[-1][-1].size):
            rows[-1].append(one)
        else:
            rows.append([one])
    return [_line(tuple(sorted(row, key=lambda s: s.box.x0)), page) for row in rows]


def _line(row: Row, page: int) -> TextLine:
    box = around(s.box for s in row)
    longest = max(row, key=lambda s: len(s.text))
    words = " ".join(s.text for s in row)
    return TextLine(words, box.x0, box.x1, longest.base, longest.size, all(s.bold for s in row), page)


def ended(words: str) -> bool:
    """Whether WORDS end as a sentence does, or lead to what follows them."""
    return bool(_END.search(words))


def paragraphs(lines: Sequence[TextLine], body: float) -> Iterator[Paragraph]:
    """The paragraphs of one column; BODY is the height of most of the document's type."""
    if not lines:
        return
    right = max(line.right for line in lines)
    pitch = _pitch(lines)
    here = Paragraph([lines[0]])
    for before, line in pairwise(lines):
        if _begins(before, line, here, right, pitch):
            yield _told(here, body)
            here = Paragraph()
        here.lines.append(line)
    yield _told(here, body)


def _pitch(lines: Sequence[TextLine]) -> float:
    """How far apart the lines of a paragraph stand, as a part of their height: the commonest small step."""
    steps = sorted((b.base - a.base) / max(a.size, 1.0) for a, b in pairwise(lines) if b.base > a.base)
    usual = [s for s in steps if s <= 2.0] or steps
    return usual[len(usual) // 3] if usual else 1.2


def _begins(before: TextLine, line: TextLine, here: Paragraph, right: float, pitch: float) -> bool:
    """Whether LINE is the first of another paragraph than the line BEFORE it."""
    size = max(before.size, line.size)
    if abs(before.size - line.size) > 0.12 * size or _bulleted(line, before, here):
        return True
    if _RAISED.match(line.words):
        return True
    if line.base - before.base > (pitch * 1.3 + 0.1) * size:
        return True
    if before.bold != line.bold and ((before.bold and _whole(here)) or _starts(line.words)):
        return True
    short = before.right < right - 0.12 * (right - min(before.left, line.left))
    if _NUMBERED.match(line.words) and (ended(before.words) or short or _numbered_as(line, here.lines[0])):
        return True
    indented = line.left > before.left + 0.8 * size and len(here.lines) > 1 and not _BULLET.match(here.lines[0].words)
    return (short and ended(before.words) and _starts(line.words)) or (indented and ended(before.words))


def _bulleted(line: TextLine, before: TextLine, here: Paragraph) -> bool:
    """Whether LINE begins with a bullet; a dash is one only after a whole sentence, or another dash."""
    if _DASH.match(line.words):
        return ended(before.words) or bool(_DASH.match(here.lines[0].words))
    return bool(_BULLET.match(line.words))


def _numbered_as(line: TextLine, first: TextLine) -> bool:
    return bool(_NUMBERED.match(first.words)) and abs(line.left - first.left) <= 2


def _whole(here: Paragraph) -> bool:
    return all(line.bold for line in here.lines)


def _starts(words: str) -> bool:
    return not words[:1].islower()


def _told(one: Paragraph, body: float) -> Paragraph:
    """ONE with its kind."""
    first = one.lines[0].words
    words = sum(len(line.words.split()) for line in one.lines)
    said = one.lines[-1].words.rstrip()
    if _BULLET.match(first) and len(first) > 1:
        one.kind = "item"
    elif one.size < _SMALL * body and _NOTE.match(first):
        one.kind = "note"
    elif words <= _LONGEST_HEADING and said[-1:] not in ".;," and (one.size >= _LARGE * body or one.bold):
        one.kind = "heading"
    return one


def unbulleted(words: str) -> str:
    """WORDS of an item of a list without the sign before them."""
    return _BULLET.sub("", words, count=1)
