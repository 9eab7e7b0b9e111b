"""The closed classes of English, read once from ``grammar.yaml``: what ends a noun phrase, who is being reported."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.lexicon.loading import loaded

__all__ = ["any_of", "phrases", "words"]


def words(name: str) -> frozenset[str]:
    """The words of one class, in lower case. Raises KeyError where ``grammar.yaml`` has no such class."""
    return _classes()[name]


def phrases(name: str) -> tuple[str, ...]:
    """The same, longest first, for building a pattern."""
    return tuple(sorted(_classes()[name], key=lambda w: (-len(w), w)))


@lru_cache(maxsize=64)
def any_of(*names: str) -> re.Pattern[str]:
    """A pattern that finds any word or phrase of the classes named, whole words only, whatever their case."""
    found = sorted({w for name in names for w in _classes()[name]}, key=lambda w: (-len(w), w))
    body = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in found)
    return re.compile(rf"\b(?:{body})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _classes() -> dict[str, frozenset[str]]:
    read: dict[str, list[str]] = loaded("corpus.lexicon", "grammar.yaml")
    return {name: frozenset(str(w).lower() for w in words) for name, words in read.items()}
