"""Words → the stretches of a line: words that stand beside one another with no more between them than a space."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.formats.blocks import raised
from corpus.formats.page.words import Box, Word

__all__ = ["Row", "Segment", "around", "rows", "segments", "split"]

_LEVEL = 0.3
"""Words whose feet stand within this part of their height of one another are on one line."""
_SMALL = 0.85
_NOTE_APART = 3.0
"""A note's number stands before its first word by no more than this many heights."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one line, with no wide gap between them."""

    words: tuple[Word, ...]

    @property
    def box(self) -> Box:
        return around(w.box for w in self.words)

    @property
    def base(self) -> float:
        return max(w.base for w in self.words)

    @property
    def size(self) -> float:
        """The height of most of its type."""
        sizes = sorted(w.size for w in self.words for _ in w.text)
        return sizes[len(sizes) // 2]

    @property
    def bold(self) -> bool:
        return sum(len(w.text) for w in self.words if w.bold) * 2 > sum(len(w.text) for w in self.words)

    @property
    def text(self) -> str:
        """Its words with a space between them where there is one on the page; raised ones as they stay apart."""
        parts: list[str] = []
        for n, word in enumerate(self.words):
            small = [w for w in self.words[max(0, n - 1) : n + 2] if word.size < _SMALL * w.size]
            up = bool(small) and word.base < max(w.base for w in small) - 0.1 * word.size
            said = raised(word.text) if up else word.text
            parts.append(said if not n or _against(self.words[n - 1], word) else f" {said}")
        return "".join(parts)


def _against(before: Word, word: Word) -> bool:
    """Whether WORD stands against the one BEFORE it, with no space on the page."""
    return not word.spaced and word.box.x0 - before.box.x1 < 0.12 * min(word.size, before.size)


Row = tuple[Segment, ...]
"""The stretches of one line of the page, from left to right."""


def around(boxes: Iterable[Box]) -> Box:
    """The least box that holds BOXES, of which there must be one."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return Box(min(x0), min(top), max(x1), max(bottom))


def rows(words: Sequence[Word], gap: float = 1.0) -> list[Row]:
    """WORDS by the lines that they stand on, from the top down; a gap of GAP of their height parts two stretches."""
    return [tuple(segments(line, gap)) for line in _lines(words)]


def split(row: Row, gap: float) -> Row:
    """ROW parted again at every gap of GAP of its height."""
    return tuple(one for part in row for one in segments(part.words, gap))


def segments(line: Sequence[Word], gap: float) -> list[Segment]:
    """The stretches of one LINE."""
    ordered = sorted(line, key=lambda w: w.box.x0)
    parts: list[list[Word]] = [[ordered[0]]]
    for before, word in pairwise(ordered):
        widest = _NOTE_APART if len(parts) == len(parts[-1]) == 1 and _note_mark(before, word) else gap
        if word.box.x0 - before.box.x1 > widest * max(before.size, word.size):
            parts.append([])
        parts[-1].append(word)
    return [Segment(tuple(part)) for part in parts]


def _note_mark(mark: Word, first: Word) -> bool:
    """Whether a small raised number that opens a line is that of the note whose FIRST word follows it."""
    return mark.text.isdecimal() and mark.size < _SMALL * first.size and mark.base < first.base - 0.1 * mark.size


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    """WORDS by the lines that they stand on; small raised ones with the line that they belong to."""
    largest_first = sorted(words, key=lambda w: (w.base, w.box.x0))
    lines: list[list[Word]] = []
    for word in largest_first:
        last = lines[-1][-1] if lines else None
        if last is not None and word.base - last.base <= _LEVEL * min(word.size, last.size):
            lines[-1].append(word)
        else:
            lines.append([word])
    return _with_raised(lines)


def _with_raised(lines: list[list[Word]]) -> list[list[Word]]:
    """A line of nothing but small words that stand against a word of the next one is part of it."""
    kept: list[list[Word]] = []
    for at, line in enumerate(lines):
        below = next((n for n in (at + 1, at + 2) if n < len(lines) and _raised_over(line, lines[n])), None)
        if below is None:
            kept.append(line)
        else:
            lines[below] = [*line, *lines[below]]
    return kept


def _raised_over(line: list[Word], below: list[Word]) -> bool:
    high = max(w.size for w in below)
    if max(w.size for w in line) > _SMALL * high or min(w.base for w in below) - line[0].base > 0.7 * high:
        return False
    starts = sorted((w.box.x0, w.box.x1) for w in below)
    before = starts[0][0] - max(w.box.x1 for w in line)
    return 0 <= before <= _NOTE_APART * high or all(_beside(word, starts) for word in line)


def _beside(word: Word, places: list[tuple[float, float]]) -> bool:
    near = 0.6 * word.size
    at = bisect_left(places, (word.box.x0, word.box.x0))
    return any(
        abs(word.box.x0 - x1) <= near or abs(x0 - word.box.x1) <= near for x0, x1 in places[max(0, at - 1) : at + 1]
    )
