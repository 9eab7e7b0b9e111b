"""Near-duplicates among written questions: one text put to several departments or on several days, or answered as one.

Two that differ in a single word may ask quite different things ("in Leeds", "in Derby"), so what differs is told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.index.addressed import addressed, department
from corpus.index.asked import Asked
from corpus.patterns import regex

__all__ = ["NEARLY", "Alike", "Duplicate", "alike", "duplicates"]

NEARLY = 0.9
"""The share of two questions' words that must be in both: of twenty words each, one may differ and no more."""
_WORD = regex(r"[^\W_]+(?:[.,'’]\d+|['’][a-z]+)*")


@dataclass(frozen=True, slots=True)
class Alike:
    """Two questions of nearly the same words, and the words, in their order, that only one of them has."""

    only_first: tuple[str, ...] = ()
    only_second: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether no word differs."""
        return not self.only_first and not self.only_second


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A question that is much the same as one before it."""

    id: str
    of: str
    """The id of the one before it."""
    alike: Alike | None
    """How their words differ; None where these are not alike."""
    together: bool
    """Whether one answer was given to both."""


def alike(one: Asked, other: Asked) -> Alike | None:
    """How the words of the two differ, those that say to whom they are put aside; None where they are not alike."""
    return _alike(_words(one), _words(other))


def _alike(first: list[str], second: list[str]) -> Alike | None:
    here, there = frozenset(first), frozenset(second)
    if not here or len(here & there) < NEARLY * len(here | there):
        return None
    only_first = tuple(word for word in dict.fromkeys(first) if word not in there)
    only_second = tuple(word for word in dict.fromkeys(second) if word not in here)
    return Alike(only_first, only_second)


def duplicates(questions: Iterable[Asked]) -> tuple[Duplicate, ...]:
    """Those of QUESTIONS, a few in the order of a ranking, that are much the same as one before them."""
    found: list[Duplicate] = []
    kept: list[tuple[Asked, list[str]]] = []
    for one in questions:
        own = _words(one)
        for earlier, its in kept:
            words, together = _alike(its, own), _together(earlier, one)
            if words is not None or together:
                found.append(Duplicate(one.id, earlier.id, words, together))
                break
        else:
            kept.append((one, own))
    return tuple(found)


def _together(one: Asked, other: Asked) -> bool:
    """A UIN is unique only within a session: the day of the answer tells which is meant."""
    grouped = one.uin in other.group or other.uin in one.group
    return grouped and one.answered is not None and one.answered == other.answered


def _words(asked: Asked) -> list[str]:
    _, rest = addressed(asked.text, [department(asked.body)])
    return [word.lower().replace("’", "'") for word in _WORD.findall(rest)]
