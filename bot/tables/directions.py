"""Which way something went, of a table that tells those coming in from those going out ("In / Out": In, Out).

The two words are too small to name a label by themselves ("transfers *in* 2018"), and a question tells it by where from
and where to: what goes "to Norway", in the statistics of this country, goes out, and what comes "from Norway" comes in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.label import Label, Way
from corpus.cube import Role
from corpus.patterns import regex

__all__ = ["directed", "gone"]

_INS = frozenset({"in", "into", "inward", "inwards", "inbound", "incoming", "inflow", "inflows"})
_OUTS = frozenset({"out", "outward", "outwards", "outbound", "outgoing", "outflow", "outflows"})
_HERE = r"(?:the\s+)?(?:uk|united\s+kingdom|great\s+britain|britain|this\s+country|us)\b"
_WENT = r"\b(?:(?:came|comes?|coming|went|go|goes|going|gone|brought|taken)\s+)?"
_IN = regex(
    rf"{_WENT}\bin(?:to\b|bound\b|wards?\b|coming\b|flows?\b|(?=\s+(?:from|to|under|or|and)\b|\s*[?,;.]|\s*$))"
    rf"|\breceiv(?:e|es|ed|ing)\b|\b(?:to|reach|reached|enter|entered)\s+{_HERE}",
    re.IGNORECASE,
)
_OUT = regex(rf"{_WENT}\bout(?:bound|wards?|going|flows?)?\b|\bsen(?:d|ds|t|ding)\b|\bfrom\s+{_HERE}", re.IGNORECASE)


def directed(
    question: Asked, listed: Listed, picks: Mapping[int, tuple[int, ...]]
) -> tuple[dict[int, tuple[int, ...]], set[int]]:
    """PICKS with the way that things went, where a table tells that and the question says it; and the words that do."""
    found = dict(picks)
    words: set[int] = set()
    for way in listed.ways:
        two = _two_ways(way)
        if two is None or way.n in picks:
            continue
        spans = _ways_told(question, listed, picks, "from", "to")
        if bool(spans[0]) == bool(spans[1]):
            continue
        found[way.n] = (two[0] if spans[0] else two[1],)
        words |= {
            n for n, w in enumerate(question.words) for a, b in spans[0] or spans[1] if a <= w.start and w.end <= b
        }
    return found, words


def gone(
    question: Asked, listed: Listed, picks: Mapping[int, tuple[int, ...]], measures: Sequence[Label]
) -> tuple[Label, ...]:
    """Those of MEASURES that count what went the way that the question says, of some that count what came in and some
    what went out of the places of the table ("Moves into the port", "Moves out of the port"): what is moved "to" one of
    them comes in. None where it says no way, or both, or the measures tell none."""
    ins = tuple(one for one in measures if set(one.keys) & _INS)
    outs = tuple(one for one in measures if set(one.keys) & _OUTS)
    if not ins or not outs or set(ins) & set(outs):
        return ()
    told = _ways_told(question, listed, picks, "to", "from")
    return () if bool(told[0]) == bool(told[1]) else ins if told[0] else outs


def _ways_told(
    question: Asked, listed: Listed, picks: Mapping[int, tuple[int, ...]], comes: str, goes: str
) -> list[list[tuple[int, int]]]:
    """Where the question says that things came in, and where that they went out, as COMES and GOES say of a place."""
    return [_told(question, listed, picks, told, said) for told, said in ((_IN, comes), (_OUT, goes))]


def _two_ways(way: Way) -> tuple[int, int] | None:
    """The codes of a dimension that tells nothing but in from out."""
    some = [label for label in way.labels if label.n not in way.totals]
    ins = [label.n for label in some if len(label.keys) == 1 and label.keys[0] in _INS]
    outs = [label.n for label in some if len(label.keys) == 1 and label.keys[0] in _OUTS]
    return (ins[0], outs[0]) if len(ins) == len(outs) == 1 and len(some) == 2 else None


def _told(
    question: Asked, listed: Listed, picks: Mapping[int, tuple[int, ...]], told: re.Pattern[str], said: str
) -> list[tuple[int, int]]:
    """Where the question says that things went that way: by a word of TOLD, or as SAID before a label of a place."""
    spans = [m.span() for m in told.finditer(question.text)]
    places = [
        label.code.words
        for n, codes in picks.items()
        if listed.ways[n].role is Role.PLACE
        for label in (listed.ways[n].labels[c] for c in codes)
    ]
    for place in places:
        spans += [
            m.span() for m in re.finditer(rf"\b{said}\s+(?:the\s+)?{re.escape(place)}\b", question.text, re.IGNORECASE)
        ]
    return spans
