"""A passage with its exact words marked, as HTML in which the passage's own characters are only ever text."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

__all__ = ["marked", "text"]


def text(words: str) -> str:
    """WORDS as they stand, fit to lie between tags or in a quoted attribute."""
    return escape(words, quote=True)


def marked(quote: str, marks: Iterable[tuple[int, int]]) -> str:
    """QUOTE with the stretches MARKS (offsets into it) in ``<mark>``.

    A mark that does not lie within the quotation is left out: a highlight is exact or it is not shown.
    Overlapping marks are joined.
    """
    pieces: list[str] = []
    done = 0
    for start, end in _joined(marks, len(quote)):
        pieces += [text(quote[done:start]), f"<mark>{text(quote[start:end])}</mark>"]
        done = end
    return "".join([*pieces, text(quote[done:])])


def _joined(marks: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(mark for mark in marks if 0 <= mark[0] < mark[1] <= length):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
