"""A heading of a table of which all the kinds are asked for by name ("across all the ways of travelling put together").

A word that several of its labels share then names none of them, but says what all of them are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.tables.called import WHOLE, Named
from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.label import Way
from bot.tables.words import COUNTS, features
from corpus.cube import Role
from corpus.patterns import regex

__all__ = ["all_so_many", "of_all_kinds", "rows_of_all", "taken_in"]

_NO_SMALL_WORD = r"(?!(?:in|of|by|at|for|to|on|from|with|and|or|were|was|had|have|has|did|do)\b)"
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


_TAKEN_IN = regex(
    r"(?<!not )\b(?:including|inclusive\s+of|incl\.?|counting(?!\s+(?:only|just)\b))\s+(?P<what>[a-z][^,;.?()]*?)"
    r"(?=\s+(?:(?:at|in|on|for|during|between|by|from|of|that|who|which|as)\b|(?:was|were|had|have|has|did|do|are|is)\b)|[,;.?()]|$)"
    r"|\b(?P<before>[a-z-]+(?:\s+(?!with\b)[a-z-]+){0,2})\s+(?<!not )included\b(?!\s+in\b)",
    re.IGNORECASE,
)
_SAYS_SO = regex(r"\b(?:including|incl|inclusive|included|with)\b", re.IGNORECASE)


def taken_in(question: Asked, groups: Sequence[Named]) -> list[Named]:
    """Those of GROUPS that name only what is to be counted with the rest: "how many sailed, *including stowaways*", of
    "Passenger" and "Stowaway". One whose label itself says what it takes in ("Crews including cooks") is meant, and so
    is one beside another of its heading that is no whole of it ("crews, including cooks")."""
    spans = [m.span(m.lastgroup or 0) for m in _TAKEN_IN.finditer(question.text)]
    mine = [one for one in groups if any(_lies_in(question, one, *span) for span in spans) and not _tells_that(one)]
    rest = [one for one in groups if one not in mine]
    return [one for one in mine if all(_holds(other, one) for other in rest if other.way.n == one.way.n)]


def _lies_in(question: Asked, one: Named, start: int, end: int) -> bool:
    return all(start <= question.words[n].start < end for n in one.words)


def _tells_that(one: Named) -> bool:
    said = any(_SAYS_SO.search(label.code.words) for label in one.labels)
    return said or one.way.role in (Role.TIME, Role.MEASURE)


def _holds(whole: Named, part: Named) -> bool:
    """Whether all that a group names is a part of what the other does."""
    return all(set(whole.codes) & part.way.above(code) for code in part.codes)


_ALL_SO_MANY = regex(
    rf"\b(?:all\s+(?:of\s+)?(?:the\s+)?|(?:the|these|those)\s+)(?P<count>\d{{1,3}}|{'|'.join(COUNTS)})\s+(?P<kinds>[a-z-]+(?:\s+{_NO_SMALL_WORD}[a-z-]+){{0,2}})",
    re.IGNORECASE,
)


def all_so_many(text: str, ways: Iterable[Way]) -> tuple[Way, int] | None:
    """The one heading of WAYS all of whose rows TEXT asks for by their number ("all 12 harbours"), and that number."""
    match = _ALL_SO_MANY.search(text)
    if match is None:
        return None
    count, kinds = COUNTS.get(match["count"].lower(), match["count"]), features(match["kinds"])
    headed = [w for w in ways if w.role not in (Role.TIME, Role.MEASURE) and w.name_ids & kinds]
    return (headed[0], int(count)) if len(headed) == 1 and rows_of_all(headed[0]) == int(count) else None


def rows_of_all(way: Way) -> int:
    """How many rows a heading tells apart, without those that are of several others."""
    return sum(label.n not in way.sums and label.n not in way.wholes for label in way.labels)


def _shared(question: Asked, one: Named) -> bool:
    """Whether each word that names a label of a heading stands in another of its labels."""
    mine = {label.n for label in one.labels}
    others = [label.ids for label in one.way.labels if label.n not in mine]
    return all(any(question.words[n].ids & ids for ids in others) for n in one.words)
