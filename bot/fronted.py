"""A condition that a question opens with, put where the rest is read: "Of the tugs, how many sank?".

Left in front it would be lost, and the question be answered as if it had not been asked of the tugs alone.
"""

from __future__ import annotations

import re

from corpus.extract.sense import DENIED, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["condition_last"]

_FRONT = regex(
    r"^(?:(?:and|so|but)\s+)?(?P<front>(?:of|among|amongst|out of|in|for|under|at|from|within|across|with|without"
    r"|inside|outside|near|on|during|since|after|before|between|until|according to"
    r"|when(?! (?:did|does|do|was|were|is|are|has|have|had|will|would|can|could)\b)"
    r"(?=[^?]*?, (?:in )?how\b))"
    r"\s+(?:(?!\bhow\b|\bwhat\b)[^?])*?)"
    r",?\s+(?P<ask>(?:in )?how (?:many|much)\b"
    r"|what (?:percentage|per ?cent|proportion|share|fraction)\b(?! of\b))"
    r"(?P<rest>.*)$",
    re.IGNORECASE,
)
_IDLE = regex(
    r"\b(?:these|those|them|whom|which|total|all|fact|general|short|practice|the end|addition|average|turn|theory"
    r"|percentage|per ?cent|proportion|share|terms)$",
    re.IGNORECASE,
)
"""The ends of openings that restrict nothing, or that say how the answer is to be given."""
_PAPER = regex(
    r"(?:in|according to) (?:the|this|that|your) (?:\w+ )?(?:report|article|story|document|record|text|paper|newspaper"
    r"|release|statement|letter|answer|bulletin|notice|table)$",
    re.IGNORECASE,
)
_PURPOSE = regex(
    r"(?:for|in) (?:an?|the|my|our|this|his|her|your) (?:[\w'\u2019-]+ ){0,2}?(?:paper|briefing|brief|speech|note"
    r"|lines?|article|meeting|debate|interview|ministers?|secretary|question|pack|background|record)\b|.*:$",
    re.IGNORECASE,
)
"""What a question is for, which restricts nothing."""
_SENTENCE = regex(r"[?.!]\s+(?=\S)")
_BY_THEM = regex(
    r"\b(those|these) (?:that |whom |who )?(?:they|we|you|officials|ministers|staff"
    r"|the (?:government|department|ministry|agency|service|council|police|authorities)"
    r"|the (?:[A-Z]\w+ ){1,3}?(?:Office|Department|Ministry|Agency|Service))"
    r" (?:has|have|had) (?:already |since |so far )?(?=\w+)"
)
"""Whoever in charge did it, of whom a record need not say so: "of those *the agency has* inspected"."""
_SET_AGAINST = regex(r"\s+(?:more|fewer|less)\b(?!\s+than\b).*\bthan\b", re.IGNORECASE)
_WHOLE = regex(r"(?:of|among|amongst|out of)\s+", re.IGNORECASE)


_NAMED = regex(
    r"^(?P<front>[^,:;?\u2013\u2014]{3,60}?)\s*(?:[,:\u2013\u2014]|\s-)\s+(?P<ask>how many\b)(?P<rest>.*)$",
    re.IGNORECASE,
)
_KINDS = frozenset({"offence", "nationality", "place", "attribute", "person"})
"""Kinds of term by which a question names, before it asks how many, of whom or of where that is."""


def _named(text: str) -> re.Match[str] | None:
    """A question that first names of whom it asks and nothing else: "Tugs in Wales: how many sank?"."""
    match = _NAMED.match(text)
    if match is not None and _SAID_IT.search(match["rest"]):
        return None  # it is who spoke: see bot.led_in
    terms = lexicon().terms(match["front"]) if match is not None else ()
    return match if terms and all(t.kind in _KINDS for t in terms) else None


_SAID_IT = regex(r"\bdid (?:he|she|it) (?:say|tell|report|give|claim|count|announce|admit|put)\b", re.IGNORECASE)


def _after(rest: str) -> str:
    """What keeps the condition apart from a denial before it ("are *not* insured, of those inspected")."""
    return "," if any(s.mark == DENIED for s in senses(rest)) else ""


def condition_last(text: str) -> str:
    """TEXT with the condition that it opens with at its end; TEXT itself where it opens with none."""
    match = _FRONT.match(text)
    if match is not None and (match["front"].endswith(" by") or _SET_AGAINST.match(match["rest"])):
        return text  # of both its sides, or of a change: see bot.openings
    named = _named(text) if match is None else None
    found = match or named
    if found is None:
        return text
    front, ask, more = found["front"].strip(" ,"), found["ask"], _SENTENCE.search(found["rest"])
    rest = found["rest"][: more.start() if more else None].rstrip(" ?.!")
    tail = found["rest"][more.end() :] if more else ""
    if named is not None:
        return f"{ask}{rest}{_after(rest)} of {front}? {tail}".strip()
    if _IDLE.search(front) or _PAPER.fullmatch(front) or _PURPOSE.match(front):
        return text
    front = _BY_THEM.sub(r"\1 ", front[:1].lower() + front[1:])
    if ask.lower().startswith("what"):
        return f"{ask} {front}{rest}? {tail}".strip() if _WHOLE.match(front) else text
    if not lexicon().terms(front):
        return text  # a time alone, or the number of a whole, is read where it stands
    return f"{ask}{rest}{_after(rest)} {front}? {tail}".strip()
