"""A date found in a text, and what its readers share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from corpus.extract.scan import Scan
from corpus.records import Span, When

__all__ = ["DateMention", "Reader", "matched", "mentioned", "pattern_of"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text: its ``words`` at ``span``, and the days that it may mean.

    ``when`` is None where the anchor that it needs was not given. ``kind`` is ``day``, ``month``, ``year``,
    ``quarter``, ``season``, ``financial year``, ``weekday``, ``part`` (early, mid, late, a half, a decade),
    ``span`` ("the year to March 2019") or ``relative``.
    """

    span: Span
    when: When | None
    kind: str
    words: str
    yearless: bool = False
    """Whether the year was taken from the anchor."""


Reader = Callable[[Scan, int, date | None, list[DateMention]], DateMention | None]


def mentioned(tokens: Scan, start: int, end: int, when: When | None, kind: str, yearless: bool = False) -> DateMention:
    """The date from START to END, less any white space, comma or full stop that a pattern took with it."""
    while end > start and tokens.text[end - 1] in " .,\t\n":
        end -= 1
    return DateMention(Span(start, end), when, kind, tokens.text[start:end], yearless)


def matched(pattern: re.Pattern[str], tokens: Scan, index: int) -> re.Match[str] | None:
    """PATTERN at token INDEX, reaching no further than the stretch that is read."""
    return pattern.match(tokens.text, tokens.starts[index], tokens.end)


def pattern_of(pattern: str) -> re.Pattern[str]:
    """PATTERN, for capital and small letters alike."""
    return re.compile(pattern, re.IGNORECASE)
