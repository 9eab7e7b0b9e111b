"""Which statistic words name, where it is no plain count: an average, a rate. One is never given for another."""

from __future__ import annotations

import re

from bot.tables.catalog import Label, Way

__all__ = ["statistic", "suited"]

_NAMED = {
    "average": r"averages?|mean",
    "median": r"medians?",
    "rate": r"rates?|per (?:1,?000|10,?000|100,?000|thousand|million|head|capita)",
    "percentage": r"per ?cent(?:ages?)?|proportions?|shares?|%",
    "index": r"ind(?:ex|ices)",
    "ratio": r"ratios?",
}
_PATTERNS = {name: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for name, words in _NAMED.items()}


def statistic(words: str) -> frozenset[str]:
    """The statistics that WORDS name; none for a plain count or amount."""
    return frozenset(name for name, pattern in _PATTERNS.items() if pattern.search(words.replace("_", " ")))


def suited(way: Way, question: str) -> tuple[Label, ...]:
    """The measures of a table that are of the statistic that is asked for; of a plain count, those that are plain."""
    asked = statistic(question)
    same = tuple(label for label in way.labels if asked and statistic(label.code.words) & asked)
    return same or tuple(label for label in way.labels if not statistic(label.code.words)) or way.labels
