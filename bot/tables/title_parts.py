"""The parts of a title that lists what the measures of its table count: "Boats seen and licences returned"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.tables.label import Label, spaced
from bot.tables.words import features, light
from corpus.cube import Dataset
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Nature

__all__ = ["got_by_them", "merely_had", "of_other_parts"]

_LISTED = regex(r",\s*(?:and\s+)?|\s+and\s+|\s*&\s*", re.IGNORECASE)


def of_other_parts(counted: str, measures: Sequence[Label], told: frozenset[str]) -> tuple[str, ...]:
    """The parts of what is COUNTED that are what other MEASURES are of than the one that is TOLD; none where none is.

    What is said to have been done in one of them is said of nothing in another.
    """
    parts = [part for part in _LISTED.split(spaced(counted)) if part.strip()]
    homes = {label.n: home for label in measures if (home := _home(label, parts)) is not None}
    named = {homes[label.n] for label in measures if label.n in homes and label.ids - light() <= told}
    return tuple(parts[n] for n in sorted(set(homes.values()) - named)) if named else ()


def _home(label: Label, parts: Sequence[str]) -> int | None:
    """The part that shares the most terms with a measure; None where none does, or two do."""
    shared = [len(features(part) & label.ids) for part in parts]
    most = [n for n, count in enumerate(shared) if count and count == max(shared)]
    return most[0] if len(most) == 1 else None


_HAD = "held"
_WHO = frozenset({"person", "role", "nationality"})


_BEING = regex(
    r"\b(?:are|were|was|is)\s+there\b|\b(?:exist(?:s|ed)?|ha(?:s|ve|d)|in\s+(?:use|force|circulation|existence))\b",
    re.IGNORECASE,
)


_GOT = regex(
    r"\b(?:(?:got|gets?|getting)(?!\s+\w+ed\b)|(?:was|were|been|being)\s+given|receiv(?:e|es|ed|ing)|obtain(?:s|ed)?)\b",
    re.IGNORECASE,
)
_GIVEN = frozenset({"granted", "awarded", "issued"})


def got_by_them(asked: str) -> frozenset[str]:
    """The deeds by which what somebody ASKED about got was given them: who got a visa was granted it."""
    return _GIVEN if _GOT.search(asked) is not None else frozenset()


def merely_had(one: Dataset, asked: str) -> frozenset[str]:
    """The deed that says no more than that things were there on the day they are counted: "Licences *held* at 1 May",
    of which it is ASKED how many there were. People who are held are kept in custody."""
    if _BEING.search(asked) is None:
        return frozenset()
    about = lexicon().terms(f"{one.title}. {one.measure}")
    if one.nature is not Nature.STOCK or any(t.kind in _WHO for t in about):
        return frozenset()
    return frozenset({_HAD})
