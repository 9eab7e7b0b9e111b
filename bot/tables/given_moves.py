"""A move that a table itself gives, as a measure that says against what: "Percentage change, latest month on previous
month". It is said for what is asked, and not worked out from indices that are rounded.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.tables.bind import Binding
from bot.tables.label import Label
from bot.tables.shape import apart
from bot.tables.statistic import statistic
from corpus.extract.dates import PeriodMention
from corpus.patterns import regex

__all__ = ["given_move"]

_SPAN = r"(?:(?:3|three)\s+months|month|quarter|year)"
_AGAINST = regex(
    rf"\b(?:(?:latest|this)\s+)?(?P<span>{_SPAN})\s+(?:on|over|against|from)\s+(?:the\s+)?(?P<how>same|previous|preceding)\s+"
    rf"(?P<of>{_SPAN})(?P<ago>\s+(?:an?|one|the)?\s*(?:previous\s+)?year(?:\s+(?:ago|earlier|before))?)?",
    re.IGNORECASE,
)
_MONTHS = {"month": 1, "quarter": 3, "3 months": 3, "three months": 3, "year": 12}
_ONE_MONTH = (28, 31)
_LENGTHS = {1: _ONE_MONTH, 3: (89, 93), 12: (364, 367)}


def given_move(binding: Binding) -> Binding | None:
    """BINDING of the one measure that is the move between the two times that it names, at the later of them."""
    way, ends = binding.listed.measures, apart(binding.times)
    if way is None or way.n in binding.picks or ends is None:
        return None
    asked = _stretch(*ends)
    found = [label for label in way.labels if asked is not None and asked in _told(label)]
    if len(found) != 1:
        return None
    return replace(binding, picks={**binding.picks, way.n: (found[0].n,)}, times=(ends[1],))


def _told(label: Label) -> set[tuple[int, int]]:
    """How many months a measure's move is of, and from how many months before: none where it does not say so."""
    match = _AGAINST.search(label.code.words) if "change" in statistic(label.code.words) else None
    if match is None or label.code.unit != "%":
        return set()
    span, of = (_MONTHS[re.sub(r"\s+", " ", match[name].lower())] for name in ("span", "of"))
    if span != of:
        return set()
    return {(span, 12)} if match["ago"] or match["how"].lower() == "same" else {(span, span)}


def _stretch(earlier: PeriodMention, later: PeriodMention) -> tuple[int, int] | None:
    """How many months the later of two times has, and how many before it the earlier begins; None if it has another
    length."""
    lengths = []
    for one in (earlier, later):
        start, end = one.period.start, one.period.end
        days = (end - start).days + 1 if start and end else 0
        lengths.append(next((n for n, (least, most) in _LENGTHS.items() if least <= days <= most), 0))
    first, last = earlier.period.start, later.period.start
    if not lengths[0] or lengths[0] != lengths[1] or first is None or last is None:
        return None
    return lengths[1], (last.year - first.year) * 12 + last.month - first.month
