"""Those who are somewhere, and those who left it: "how many nurses are there?" asks for none who resigned."""

from __future__ import annotations

import re

from bot.query import Wanted
from corpus.extract.sense import ASSERTED, WEIGHED, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["only_the_gone"]

_THERE = regex(
    r"\b(?:are|were|is|was) (?:there|inside|still there)(?: (?:now|then|inside|in (?:all|total)|altogether|overall"
    r"|(?:in|at|on|aboard) (?:the |its |their )?[\w'\u2019 -]+))*\W*$|^(?:the )?total(?: number of)? [\w'\u2019 -]+\W*$"
    r"|\b(?:are|were) (?:in|at|on|aboard) (?:the |its |their )[\w'\u2019 -]+\W*$",
    re.IGNORECASE,
)
_HAS = regex(
    r"\b(?:does|do|did) (?:the |its |their )?[\w'\u2019 &-]+? (?:have|own|run|employ)"
    r"(?: (?:left|now|in all|in total))?\W*$",
    re.IGNORECASE,
)
"""What somebody has is asked for, and no part of it that they are to lose."""
_LOST = frozenset({"closed", "sold", "scrap", "demolished", "lost", "cut", "abolished", "cancelled", "withdrawn"})
_GONE = frozenset(
    {
        "released",
        "released-in-error",
        "resigned",
        "discharged",
        "departed",
        "leave",
        "left-job",
        "escaped",
        "absconder",
        "dismissed",
        "made-redundant",
        "retired",
        "deportation",
        "removal",
        "expelled",
        "evacuated",
        "walked-out",
        "gone-home",
        "sent-home",
        "flee",
        "died",
        "killed",
        "drown",
    }
)
"""What was done to, or by, those who are there no more."""


_AFTER_THEM = regex(
    r"\s+(?!(?:and|or|who|that|which|there)\b)(?:(?:were|was|are|is|had|have|has)\s+)?"
    r"(?P<verb>f[ae]ll(?:en|ing)? (?:ill|sick)|[a-z]+)",
    re.IGNORECASE,
)
_BEING = regex(
    r"(?:in|on|at|of|for|from|to|by|with|aboard|inside|out|under|over|across|among|within|around|now|then|here|still"
    r"|f[ae]ll(?:en|s)?|r[io]se[ns]?|dropp\w+|gr[eo]w\w*|increas\w+|decreas\w+|shr[aiu]nk|climb\w+|declin\w+|halved|doubled"
    r"|number\w*|st[oa][on]d\w*|total\w*|went|came"
    r"|work\w*|liv\w*|serv\w*|stay\w*|stud\w+|attend\w*|sail\w*|remain\w*|based|held|employed|present|left|waiting)",
    re.IGNORECASE,
)
"""What says no more of those who are there than that they are."""


def _persons(figure: Figure) -> bool:
    return figure.unit == "people" or any(t.kind in ("person", "role") for t in lexicon().terms(figure.counted))


def _did_something(figure: Figure) -> bool:
    """Whether those counted are the subject of a deed of theirs ("pupils *fell ill*"), and not of being there."""
    _, counted, after = figure.measure.partition(figure.counted) if figure.counted else ("", "", "")
    match = _AFTER_THEM.match(after) if counted else None
    if match is None or _BEING.fullmatch(match["verb"]) is not None:
        return False
    return bool(senses(match["verb"]))


_OTHERS = regex(r"\W*(?:(?:and|but) )?(?:another|a further|the other)\b", re.IGNORECASE)


def only_the_gone(wanted: Wanted, figure: Figure) -> list[str]:
    """That those who are there are asked for, where FIGURE counts those who left, and nobody asks after leaving."""
    has = _HAS.search(wanted.words) is not None
    if wanted.whole is not None or not (has or _THERE.search(wanted.words)):
        return []
    lex, gone = lexicon(), _GONE | _LOST if has else _GONE
    asked = {s.id for s in wanted.terms}
    if any((lex.kind(i) == "action" and not has) or i in gone for i in asked):
        return []
    if _OTHERS.match(figure.measure) is not None:
        return ["all of them, where only the others are counted"]
    if not has and _persons(figure) and _did_something(figure):
        return ["all of them, where it is told what some did"]
    told = [s for s in senses(figure.measure) if s.id in gone and (s.mark == ASSERTED or (has and s.mark == WEIGHED))]
    return [f"all of them, where only those are counted of whom it says {told[0].words}"] if told else []
