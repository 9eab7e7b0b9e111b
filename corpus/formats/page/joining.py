"""Paragraphs → blocks: lines joined, words that a line's end parts made whole, what a page's end parts put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from corpus.formats.page.paragraphs import Paragraph, TextLine, ended, unbulleted
from corpus.patterns import regex

__all__ = ["Joiner", "run_on", "usual_size"]

_WORD = regex(r"[^\W\d_]+")
_PARTED = regex(r"(\w+)[-\u2010]$")
_MORE = regex(r"\w+")


class Joiner:
    """Joins lines by what the rest of the document writes whole."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        self._lines = lines

    @cached_property
    def _known(self) -> frozenset[str]:
        """The words that stand whole within a line."""
        known: set[str] = set()
        for line in self._lines:
            known.update(w.lower() for w in _WORD.findall(line.words.rstrip("-\u2010")))
        return frozenset(known)

    @cached_property
    def _hyphened(self) -> frozenset[str]:
        """The words that are written with a hyphen within a line."""
        return frozenset(w.lower() for line in self._lines for w in re.findall(r"\w+(?:[-\u2010]\w+)+", line.words))

    def joined(self, one: Paragraph) -> tuple[str, list[tuple[int, int]]]:
        """The words of ONE, and where in them each further page begins: (characters before it, page)."""
        words, breaks = "", []
        for n, line in enumerate(one.lines):
            said = unbulleted(line.words) if n == 0 and one.kind == "item" else line.words
            words = self._add(words, said.strip())
            if n and line.page != one.lines[n - 1].page:
                breaks.append((len(words) - len(said.strip()), line.page))
        return words, breaks

    def _add(self, words: str, more: str) -> str:
        if not words:
            return more
        parted, rest = _PARTED.search(words), _MORE.match(more)
        if parted is None or rest is None:
            return words + more if words[-1:] in "/\u2010" and rest else f"{words} {more}"
        return words + more if self._keeps(words, parted[1], rest[0]) else words[: parted.end(1)] + more

    def _keeps(self, words: str, left: str, right: str) -> bool:
        """Whether the hyphen at a line's end is the word's own ("long-term"), not the printer's ("infor-mation")."""
        if not (left.isalpha() and right.isalpha()) or not right[0].islower() or left.isupper():
            return True
        if f"{left}{right}".lower() in self._known:
            return False
        compound = words.split()[-1].rstrip("-\u2010")
        if f"{left}-{right}".lower() in self._hyphened or "-" in compound:
            return True
        return len(left) > 1 and len(right) > 1 and {left.lower(), right.lower()} <= self._known


def run_on(before: Paragraph, after: Paragraph) -> bool:
    """Whether AFTER, the first of a column or page, is the rest of BEFORE, the last of the one before it."""
    if before.kind not in ("text", "item") or after.kind != "text":
        return False
    last, first = before.lines[-1], after.lines[0]
    alike = abs(last.size - first.size) <= 0.05 * last.size and last.bold == first.bold
    return alike and not ended(last.words) and (first.words[:1].islower() or last.words[-1:] in ",-\u2010")


def usual_size(lines: Iterable[TextLine]) -> float:
    """The height of most of the type."""
    counted: dict[float, int] = {}
    for line in lines:
        size = round(line.size, 1)
        counted[size] = counted.get(size, 0) + len(line.words)
    return max(counted, key=lambda s: (counted[s], s), default=10.0)
