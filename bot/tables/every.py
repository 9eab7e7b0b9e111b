"""A heading of a table of which all the kinds are asked for by name ("across all the ways of travelling put together").

A word that several of its labels share then names none of them, but says what all of them are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.naming import WHOLE, Named
from bot.tables.words import features
from corpus.cube import Role
from corpus.patterns import regex

__all__ = ["of_all_kinds"]

_ALL = regex(
    r"\b(?:all|any|(?:across|over|in|for|by)\s+every)\s+(?:of\s+)?(?:the\s+)?(?P<kinds>[a-z-]+(?:\s+[a-z-]+){0,4})",
    re.IGNORECASE,
)


def of_all_kinds(question: Asked, listed: Listed, groups: Sequence[Named]) -> list[Named]:
    """Those of GROUPS that name a label by no more than others of a heading say too, all of which is asked for."""
    said = [features(m["kinds"]) for m in _ALL.finditer(question.text)]
    ways = {
        way.n
        for way in listed.ways
        if way.role not in (Role.TIME, Role.MEASURE) and way.name_ids and any(way.name_ids <= one for one in said)
    }
    return [one for one in groups if one.way.n in ways and one.weight < WHOLE and _shared(question, one)]


def _shared(question: Asked, one: Named) -> bool:
    """Whether each word that names a label of a heading stands in another of its labels."""
    mine = {label.n for label in one.labels}
    others = [label.ids for label in one.way.labels if label.n not in mine]
    return all(any(question.words[n].ids & ids for ids in others) for n in one.words)
