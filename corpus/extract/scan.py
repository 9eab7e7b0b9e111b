"""The words, runs of digits and currency signs of a text with their offsets: what numbers and dates are read from."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from corpus.patterns import regex

__all__ = ["KEPT", "Scan", "bag", "scan"]

_TOKEN = regex(r"[0-9]+|[^\W\d_]+|[£$€¥½¼¾]")
_RAISED_POINT = regex(r"(?<=[0-9])\u00b7(?=[0-9])")
"""The decimal point of older printing: "£46·4 million"."""


def bag(words: str) -> frozenset[str]:
    """The words of a list that is written as one string."""
    return frozenset(words.split())


class Scan:
    """Tokens between ``start`` and ``end`` of ``text``: ``lower[i]`` stands at ``starts[i]`` to ``ends[i]``.

    A token is a run of ASCII digits, a run of letters, or one currency sign or fraction sign; all else is a gap.
    """

    __slots__ = ("days", "end", "ends", "lower", "start", "starts", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = _pointed(text, start, end), start, end
        self.days: list[tuple[int, int]] | None = None
        """Where its calendar dates stand, once they have been read: the same whatever the anchor."""
        self.lower: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in _TOKEN.finditer(text, start, end):
            self.lower.append(match.group().lower())
            self.starts.append(match.start())
            self.ends.append(match.end())

    def __len__(self) -> int:
        return len(self.lower)

    def joined(self, index: int) -> bool:
        """Whether only white space stands between token INDEX and the one before it."""
        return 0 < index < len(self.lower) and self.text[self.ends[index - 1] : self.starts[index]].isspace()

    def before(self, index: int) -> str:
        """The word before token INDEX, in small letters; "" where there is none or a mark stands between."""
        return self.lower[index - 1] if self.joined(index) else ""

    def after(self, index: int) -> str:
        """The word after token INDEX, in small letters; "" where there is none or a mark stands between."""
        return self.lower[index + 1] if self.joined(index + 1) else ""

    def capital(self, index: int) -> bool:
        """Whether token INDEX exists and begins with a capital letter."""
        return 0 <= index < len(self.lower) and self.text[self.starts[index]].isupper()

    def at(self, position: int, low: int = 0) -> int:
        """The index of the first token that starts at or after POSITION, counting from LOW."""
        return bisect_left(self.starts, position, low)

    def heading(self) -> bool:
        """Whether most words are capitalised, so that a capital tells nothing about a name."""
        words = [i for i, w in enumerate(self.lower) if w.isalpha()]
        return len(words) > 2 and sum(self.capital(i) for i in words) * 2 > len(words)


def _pointed(text: str, start: int, end: int) -> str:
    """TEXT, letter for letter, with the raised decimal points between START and END on the line."""
    if text.find("\u00b7", start, end) < 0:
        return text
    return text[:start] + _RAISED_POINT.sub(".", text[start:end]) + text[end:]


KEPT = 32
"""Of so many stretches what was read last is kept: an answer's check reads a dozen for their dates and numbers."""


@lru_cache(maxsize=KEPT)
def scan(text: str, start: int, end: int) -> Scan:
    """The tokens of ``text[start:end]``; the last few are kept, since numbers and dates read the same sentence."""
    return Scan(text, start, end)
