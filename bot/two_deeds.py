"""Of two deeds named in one question ("drowned *or* hurt"), those to whom the one was done and the other, added.

Only where the record sets them side by side: a sentence that says "*as well as* the 40 who drowned, 12 were hurt", or
tells of the dead and the hurt, counts nobody twice; "40 were held and 12 charged" may.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from bot.choosing import Found
from bot.derive import Incomparable, total
from bot.query import Wanted
from bot.scales import Scales
from corpus.extract.sense import ASSERTED, Sense
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure, Qualifier

__all__ = ["two_deeds"]

_BESIDES = regex(r"\b(?:as well as|in addition to|besides|on top of|apart from)\b", re.IGNORECASE)
_MORE = regex(r"\b(?:a further|another|more)\b(?! than\b)", re.IGNORECASE)
_FURTHER = regex(r"\b(?:a further|another)\s*$", re.IGNORECASE)
_SPACE = 2
_DEEDS = ("action", "word", "concept")
_DEAD, _ALIVE = "died", ("bodily-injury", "survived")


def two_deeds(wanted: Wanted, scales: Scales, settle: Callable[[Wanted, Scales], Found]) -> Found | None:
    """The sum of those of the one deed and of the other; None where two are not asked for, or may overlap."""
    pair = _pair(wanted)
    if pair is None:
        return None
    one, other = pair
    b = settle(_only(wanted, other, one), scales).figure
    a = settle(_only(wanted, one, other), scales).figure
    if a is None or b is None:
        return None
    pairs = ((x, y) for x in _again(a, b, scales) for y in _again(b, a, scales))
    told = next((p for p in pairs if _apart(*p, pair, scales)), None)
    if told is None:
        return None
    try:
        return Found(worked=total(sorted(told, key=lambda f: f.span.start), scales.view))
    except Incomparable:
        return None


def _pair(wanted: Wanted) -> tuple[Sense, Sense] | None:
    """The two terms that "or" stands between."""
    if wanted.choices:
        return None
    pairs = (p for p in pairwise(wanted.rest) if all(s.mark == ASSERTED and s.kind in _DEEDS for s in p))
    return next((p for p in pairs if _or(*p).search(wanted.words)), None)


def _or(one: Sense, other: Sense) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<one>{re.escape(one.words)})\s+or\s+(?P<other>(?:(?:were|was|been)\s+)?{re.escape(other.words)})\b",
        re.IGNORECASE,
    )


def _only(wanted: Wanted, kept: Sense, left: Sense) -> Wanted:
    """WANTED of those of one of the two deeds."""
    order = (kept, left) if kept.start < left.start else (left, kept)
    part = "one" if order[0] is kept else "other"
    words = _or(*order).sub(lambda m: m[part], wanted.words)
    return replace(wanted, words=words, rest=tuple(s for s in wanted.rest if s is not left))


def _again(figure: Figure, other: Figure, scales: Scales) -> list[Figure]:
    """FIGURE, and the mention of it that stands beside OTHER."""
    beside = [f for f in scales.view.beside(other) if f.value == figure.value and f.unit == figure.unit]
    return [figure, *(f for f in beside if f.id not in (figure.id, other.id))]


def _apart(a: Figure, b: Figure, deeds: tuple[Sense, Sense], scales: Scales) -> bool:
    """Whether nobody can be counted in both: the sentence sets the one beside the other, or only one of them lived."""
    exact = all(f.qualifier is not Qualifier.IN_WORDS and f.value is not None for f in (a, b))
    if not exact or a.id == b.id or a.unit != b.unit or a.part_of == b.id or b.part_of == a.id:
        return False
    first, later = sorted((a, b), key=lambda f: f.span.start)
    lead = scales.sentence_of(later)[: later.span.start - later.context.start]
    if first.context != later.context:
        near = first.source_id == later.source_id and 0 <= later.context.start - first.context.end <= _SPACE
        return near and _FURTHER.search(lead) is not None
    between = lead[first.span.end - later.context.start :]
    return _BESIDES.search(lead) is not None or _MORE.search(between) is not None or _dead_and_alive(deeds)


def _dead_and_alive(deeds: tuple[Sense, Sense]) -> bool:
    lex = lexicon()
    akin = [{s.id, *lex.relatives(s.id), *lex.broader(s.id)} for s in deeds]
    dead = [_DEAD in ids for ids in akin]
    return dead.count(True) == 1 and any(i in akin[dead.index(False)] for i in _ALIVE)
