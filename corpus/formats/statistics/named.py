"""Dimensions that no heading names, told by their own labels: "All ages" is of ages; "Births", "Deaths" are counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.cube import Dimension, Role
from corpus.formats.statistics.columns import role_of
from corpus.formats.statistics.totals import is_total
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["counted_apart", "named_by_whole"]

_WHOLE = regex(r"All (?P<of>[a-z][a-z-]{2,20}(?: [a-z-]{2,20}){0,2})(?: \([^()]*\))?")
_SAYS_NOTHING = regex(r"(?:persons?|people|others?|both|of|in|that|who)\b", re.IGNORECASE)
_SORTS = frozenset({"person", "role", "attribute", "place", "nationality"})
_JOINED = regex(r"\band\b|[,&/]", re.IGNORECASE)


def named_by_whole(dimensions: Sequence[Dimension], counted: str) -> tuple[Dimension, ...]:
    """DIMENSIONS, of which one without a heading is named by the label that is of all its others ("All ages").

    "All prisoners" names none where it is prisoners that are COUNTED.
    """
    return tuple(_named(d, _words(counted)) for d in dimensions)


def _words(said: str) -> frozenset[str]:
    return frozenset(w.rstrip("s") for w in re.findall(r"[a-z]+", said.lower()))


def _named(dimension: Dimension, counted: frozenset[str]) -> Dimension:
    wholes = [m for c in dimension.codes if c.total and (m := _WHOLE.fullmatch(c.words)) is not None]
    if dimension.name or dimension.role in (Role.TIME, Role.MEASURE) or len(wholes) != 1:
        return dimension
    name = wholes[0]["of"]
    again = sum(1 for c in dimension.codes if not c.total and _words(name) <= _words(c.words))
    if _SAYS_NOTHING.match(name) or _words(name) <= counted or again > 1:
        return dimension
    role = role_of(name, [c.words for c in dimension.codes])
    return replace(dimension, name=name, role=role if role is Role.PLACE else dimension.role)


def counted_apart(labels: Sequence[str], counted: str) -> bool:
    """Whether LABELS are each a thing of those that a table COUNTED ("Moorings and berths"), and no sorts of one."""
    if len(labels) < 2 or not _JOINED.search(counted) or any(is_total(label) for label in labels):
        return False
    told = {t.id for t in lexicon().terms(counted)}
    things = [lexicon().terms(label) for label in labels]
    if all(len(some) == 1 and some[0].id in told and some[0].kind not in _SORTS for some in things):
        return True
    return _each_listed(labels, counted)


_LISTED = regex(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*[&/]\s*", re.IGNORECASE)


def _each_listed(labels: Sequence[str], counted: str) -> bool:
    """Whether LABELS are, one each, the things of a list that says what is COUNTED, in fewer words it may be.

    Of "Boats launched, boat crews and calls for help": "Launched", "Crews", "Calls for help". What all of them say
    need not be said again: of "Harbour berths and crews", "Harbour berths" and "Harbour crews".
    """
    parts = [_terms(part) for part in _LISTED.split(counted) if part.strip()]
    own = [_terms(label) for label in labels]
    shared = frozenset[str].intersection(*own)
    own = [one - shared for one in own] if parts and shared <= parts[0] else own
    if len(parts) != len(own) or not all(own) or all(kinds <= _SORTS for kinds in map(_kinds, own)):
        return False
    homes = [[n for n, part in enumerate(parts) if one <= part] for one in own]
    return all(len(home) == 1 for home in homes) and len({n for home in homes for n in home}) == len(parts)


_DENIED = regex(r"\b(?:non-|non |not )[a-z]+\s*", re.IGNORECASE)


def _terms(words: str) -> frozenset[str]:
    """The terms of WORDS without what they deny: "non-urgent calls" are calls, and nothing urgent."""
    return frozenset(t.id for t in lexicon().terms(_DENIED.sub("", words)))


def _kinds(terms: frozenset[str]) -> frozenset[str]:
    return frozenset(map(lexicon().kind, terms))
