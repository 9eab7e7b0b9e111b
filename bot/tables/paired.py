"""Two things of one table set against each other: a part and its whole, or one beside another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.forms import Ask
from bot.query import Query
from bot.tables.bind import Asked, Binding, asked, bind
from bot.tables.catalog import Listed

__all__ = ["PAIRED", "halves", "nested", "pairs"]

PAIRED = (Ask.SHARE, Ask.DIFFERENCE, Ask.COMPARISON, Ask.RATIO)

_SHARES = r"(?:share|proportion|percentage|per ?cent|fraction)"
_WHOLE_FIRST = re.compile(
    rf"^(?:\W*(?:and|so|but)\s+)?of\s+(?P<whole>[^?]+?),\s+what\s+{_SHARES}\s+(?P<part>[^?]+)\??\s*$", re.IGNORECASE
)
_OWN = re.compile(
    rf"\b(?:is|was|were|did|has|have|had|does)\s+(?P<part>[^?,]+?)(?:['\u2019]s|s['\u2019])\s+{_SHARES}\s+of\s+(?P<whole>[^?]+)",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(r"^\W*(?:how (?:much|many))?\W*$", re.IGNORECASE)


def halves(query: Query, day: date) -> tuple[Asked, Asked] | None:
    """The two things that a question sets against each other, of a share the part first; None where it names no two."""
    text = query.resolved or query.text
    for form in (_WHOLE_FIRST, _OWN):
        if (match := form.search(text)) is not None:
            return asked(match["part"], day), asked(match["whole"], day)
    if query.ask not in PAIRED or query.other is None or _HOW_MUCH.match(query.other.words):
        return None
    first, second = asked(query.wanted.words, day), asked(query.other.words, day)
    return None if first.bare or second.bare else (first, second)


def pairs(a: Asked, b: Asked, listed: Sequence[Listed], *, share: bool) -> Iterator[tuple[Binding, Binding]]:
    """The tables that bear out both halves of a question, each half with what the other says for both."""
    for one in listed:
        first, second = bind(a, one, part=True), bind(b, one, part=True)
        if first is None or second is None or not first.complete or not second.complete:
            continue
        fuller = bind(b, one) or bind(a, one) or bind(asked(f"{a.text} {b.text}"), one)
        if fuller is None:
            continue
        left = _merged(first, second, within=share)
        right = _whole_of(first, second) if share else _merged(second, first, within=False)
        if (dict(left.picks), left.times) != (dict(right.picks), right.times):
            yield replace(left, score=fuller.score + len(left.picks)), right


def nested(binding: Binding) -> tuple[Binding, Binding] | None:
    """The part and the whole that a question names in one dimension ("of the 43 forces, the Met"); None where none."""
    if not binding.wholes:
        return None
    return binding, replace(binding, picks={**binding.picks, **binding.wholes}, wholes={}, others=())


def _merged(part: Binding, rest: Binding, *, within: bool) -> Binding:
    """PART with whatever it leaves unsaid taken from the other half of the question.

    WITHIN says that it is a part of the other: of the codes that both name, it keeps those that lie in the other's.
    """
    picks = {**rest.picks, **part.picks}
    others = part.others
    for n, codes in part.picks.items():
        meant = dict.fromkeys((*codes, *(c for o in part.others for c in o.get(n, ()))))
        if within and n in rest.picks and (both := tuple(c for c in meant if c in rest.picks[n])):
            picks[n], others = both, ()
    loose = tuple(dict.fromkeys((*part.loose, *rest.loose)))
    return replace(part, picks=picks, times=part.times or rest.times, loose=loose, wholes={}, others=others)


def _whole_of(part: Binding, whole: Binding) -> Binding:
    """WHOLE with what only the part says that is true of both: its times, and the whole that it names itself."""
    picks = {**whole.picks, **part.wholes}
    return replace(whole, picks=picks, times=whole.times or part.times)
