"""What is left of a whole once some are taken off it by what is so of them: "leave out the tugs: how many remain?"."""

from __future__ import annotations

import re
from datetime import date

from bot.answer import Answer
from bot.compose import Composer
from bot.derive import Incomparable
from bot.evidence import settle
from bot.forms import Ask
from bot.leftover import less_all
from bot.query import Query
from bot.question import read
from bot.scales import Scales
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure, Qualifier

__all__ = ["taken_off"]

_TAKE = (
    r"(?:knock(?:ing)? (?:off|out)|tak(?:e|ing) (?:away|off|out)|leav(?:e|ing) (?:out|aside|off)|strip(?:ping)? out"
    r"|tak(?:e|ing)(?=.* (?:off|from|out of) )|subtract(?:ing)?|deduct(?:ing)?|remov(?:e|ing)|set(?:ting)? aside"
    r"|discount(?:ing)?|minus|less|without)"
)
_WHO = r"(?:the|those|these|all(?: of)? the|all those) (?!\d)(?P<who>(?!whose\b)[a-z][\w'\u2019 ,-]{2,60}?)"
_WHOLE = r"(?:the|those|these|all) (?:(?:total|whole|lot|full number)|(?:original |total |full )?(?P<n>\d[\d,]*))"
_FROM = rf"(?: (?:off|from|out of) (?:{_WHOLE}|them all|all of them))?"
_LEFT = r"(?:left(?: over)?|remain(?:ing|s)?|still there|over)"
_MANY = r"how many(?: (?P<what>(?!of\b|is\b|are\b|was\b|were\b|do\b|does\b)[a-z -]{3,30}?))?"
_FIRST = regex(
    rf"^(?:and |so )?(?:if (?:you|we|i|one) )?{_TAKE} {_WHO}{_FROM}[,;:.?]?(?: then)?(?: and)?(?: then)? "
    rf"{_MANY}(?: of (?:the|those|these) (?P<m>\d[\d,]*))?(?: [a-z]+)?(?: (?:is|are|was|were|would be|does that))?"
    rf" (?:{_LEFT}|leave)\W*$",
    re.IGNORECASE,
)
_LAST = regex(
    rf"^(?:and |so )?{_MANY}(?: of (?:the|those|these) (?P<m>\d[\d,]*))?(?: [a-z]+)? (?:is|are|was|were|would be)"
    rf" {_LEFT},? (?:if|once|when|after|with)(?: (?:you|we|i|one))?(?: have| had)? {_TAKE} {_WHO}{_FROM}\W*$",
    re.IGNORECASE,
)
_ONES = regex(
    r"^(?:ones|people|persons|cases|[a-z]+(?= (?:who|that|which)\b))?\s*(?:(?P<rel>who|that|which)\s+)?"
    r"(?P<be>(?:were|was|are|is|had been|have been|has been)\s+)?(?P<deed>.+)$",
    re.IGNORECASE,
)


def taken_off(query: Query, scales: Scales, composer: Composer) -> Answer | None:
    """The whole that QUERY names, or the greatest, less those whom it would have taken off; None where it asks no such
    thing, where the record does not count them, or where they are no part of that whole."""
    asked = " ".join(query.text.split())
    match = _FIRST.match(asked) or _LAST.match(asked)
    if query.ask is not Ask.FIGURE or match is None:
        return None
    number = (match["m"] or match["n"] or "").replace(",", "")
    part = settle(read(_counted(match["who"], number), query.as_of, date.today()).wanted, scales)
    if part.fit is not None and part.fit.loose:
        return None
    parts = [part.figure] if part.figure is not None else list(part.worked.operands) if part.worked is not None else []
    if not parts or (part.worked is not None and part.worked.operation != "sum"):
        return None
    whole = _whole(parts, number, match["what"] or "", scales)
    exact = whole is not None and all(f.qualifier is Qualifier.EXACTLY for f in (whole, *parts))
    if whole is None or not exact:
        return None
    try:
        rest = less_all(whole, parts)
    except Incomparable:
        return None
    return composer.worked(rest.worked, rest.lead)


def _counted(who: str, number: str) -> str:
    """The question that counts those whom WHO names, of the whole of that NUMBER where it has one."""
    ones = _ONES.match(who)
    assert ones is not None
    were = "" if ones["rel"] and not ones["be"] else "were "
    return f"how many of {f'the {number}' if number else 'them'} {were}{ones['deed']}?"


def _whole(parts: list[Figure], number: str, what: str, scales: Scales) -> Figure | None:
    """The one whole that all PARTS are of: that of the NUMBER, or the greatest, which has to be of WHAT is asked."""
    above = [{w.id: w for w in scales.view.wholes(p)} for p in parts]
    shared = [w for w in above[0].values() if all(w.id in one for one in above)]
    if number:
        return next((w for w in shared if w.value is not None and f"{w.value:f}" == number), None)
    lex = lexicon()
    asked = {i for i in lex.ids(what) if not lex.general(i)}
    told = lex.ids(f"{shared[-1].counted}. {shared[-1].measure}") if shared else frozenset()
    known = all(i in told or lex.relatives(i) & told for i in asked)
    return shared[-1] if shared and known else None
