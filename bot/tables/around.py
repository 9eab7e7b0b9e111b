"""What stands about a table of a written answer: what was asked, and of which place its heading says that it is."""

from __future__ import annotations

import re

from bot.tables.label import spaced
from bot.tables.words import features
from corpus.cube import Dataset
from corpus.formats.statistics.introduced import asked_for, withholds
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["asked_about", "headed_places"]

_OF_THE_MATTER = frozenset({"word", "concept", "action", "body"})
"""Kinds of terms that say on what something was asked, and not of whom or where."""
_SENTENCE = regex(r"(?<=[.?!])\s+")
_OTHER_LEVEL = regex(
    r"\b(?:constituency|local|regional|national|lower|area|district|county|ward|station|site)[- ]level\b|\bnationally\b"
    r"|\bnational (?:figures?|data|total)\b|\bby (?:constituency|area|region|county|district)\b",
    re.IGNORECASE,
)
"""That figures are not told of such a place as was asked about."""
_NAMES = regex(r"[A-Z][\w'\u2019]+(?:,? (?:(?:and|of|the|upon) )?[A-Z][\w'\u2019]+)*")


def asked_about(dataset: Dataset) -> frozenset[str]:
    """The terms of what a Member asked, of the one clause that a table answers: what is enumerated is not among them,
    nor what the answer says is not given, nor whom or where it was asked of where something is not given."""
    question = next((words for _, words in dataset.notes if words.startswith("To ask ")), "")
    heads = " ".join(d.name for d in dataset.dimensions)
    found = (
        features(spaced(asked_for(question, f"{dataset.title} {dataset.measure} {heads}"))) if question else frozenset()
    )
    answer = [words for mark, words in dataset.notes if not mark and words != question]
    unheld = [s for words in answer for s in _SENTENCE.split(words) if withholds(s)]
    if not unheld:
        return found
    kept = frozenset(i for i in found if lexicon().kind(i) in _OF_THE_MATTER)
    return kept - frozenset().union(*map(features, unheld))


def headed_places(heading: str, told: str) -> frozenset[str]:
    """The terms of the place that a HEADING names, in all the names that what is TOLD about a table gives it; none
    where that says that figures are not told of such a place alone."""
    named = frozenset(t.id for t in lexicon().terms(heading) if t.kind == "place")
    if not named or _OTHER_LEVEL.search(told):
        return frozenset()
    runs = (features(m.group()) for m in _NAMES.finditer(told))
    return named.union(*(ids for ids in runs if ids & named))
