"""Which of the parts of a list stand where a question asks: the largest, the second largest, the two smallest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.answer import Answer
from bot.compose import Composer
from bot.evidence import Found
from bot.heard import Line
from bot.listing import in_order
from bot.query import Query
from bot.scales import Scales
from bot.tables.shape import Rank, ranks
from bot.units import unit_class
from corpus.extract.figures import DIFFERENCE
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["foremost", "further_down", "groups_asked", "only_list"]

_LEAST = ("least", "smallest", "lowest", "fewest", "least common")


def foremost(query: Query, parts: Sequence[Figure], composer: Composer) -> Answer:
    """Those of PARTS that stand where QUERY asks, with all that tie with the last of them."""
    parts = [p for p in parts if not _the_others(p)]
    least = query.direction.lower() in _LEAST
    rank = ranks(query.resolved or query.text) or Rank(least)
    ordered = sorted(parts, key=_value, reverse=not least)
    chosen = ordered[rank.first : rank.first + rank.count]
    if not chosen or (rank.first and _value(ordered[rank.first - 1]) == _value(chosen[0])):
        return composer.missing(("which stands in that place",))
    last = chosen[-1]
    beside = [p for p in ordered[rank.first + rank.count :] if p.context == last.context and p.counted != last.counted]
    chosen += [p for p in beside if _value(p) == _value(last)]
    return composer.figure(Found(figure=chosen[0])) if len(chosen) == 1 else in_order(composer, chosen)


_OTHERS = regex(
    r"\s*(?:(?:all|the|of|and|were|was|are|other|others|miscellaneous|unspecified|unknown|unstated|uncategorised)\s*)+",
    re.IGNORECASE,
)
_OTHER = regex(r"^(?:all |the )?(?:other|others|miscellaneous|unspecified)\b", re.IGNORECASE)


def _the_others(part: Figure) -> bool:
    """Whether PART lumps together what a list does not name ("*others* 300"), and so is none of its members."""
    told = " ".join(value for _, value in part.breakdown) or part.measure
    own = told.replace(part.counted, " ", 1) if part.counted and part.counted != told else told
    return bool(own.strip()) and (_OTHER.match(told) is not None or _OTHERS.fullmatch(own) is not None)


def further_down(query: Query) -> bool:
    """Whether the second is asked for, or several, which the one that is told to be the largest does not answer."""
    rank = ranks(query.resolved or query.text)
    return rank is not None and (rank.first > 0 or rank.count > 1)


def _value(part: Figure) -> Decimal:
    return part.value or Decimal(0)


def groups_asked(query: Query) -> bool:
    """Whether "the biggest group" is asked for, of whatever sort the groups of the record are."""
    return bool(query.wanted.terms) and {s.id for s in query.wanted.terms} <= {"group", "kind-of"}


def only_list(scales: Scales, lines: Sequence[Line]) -> list[Figure]:
    """The parts that the record lists side by side in one sentence, where it has but one such list and tells of no rest
    besides, which may be greater than any of them."""
    found: dict[object, list[Figure]] = {}
    for figure in scales.view.figures.values():
        counted = figure.counted and figure.value is not None and unit_class(figure.unit) == "count"
        if counted and figure.part_of is not None and figure.note != DIFFERENCE:
            found.setdefault((figure.source_id, figure.context, figure.part_of), []).append(figure)
    lists = [one for one in found.values() if len(one) >= _LIST]
    if len(lists) != 1 or any(x.source.id == lists[0][0].source_id and _REST.search(x.text) for x in lines):
        return []
    return lists[0]


_REST = regex(r"\bthe (?:rest|remainder|balance|others|remaining)\b", re.IGNORECASE)
_LIST = 3
"""So many parts in one sentence are a list."""
