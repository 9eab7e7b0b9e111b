"""What the sentence before tells of a number that leaves out what it counts: the question that it answers, the matter
that was raised, what "did so" stands for, and where a number that was just given is told to come from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.extract.counting import counted_in, is_anaphor
from corpus.extract.phrase import noun_phrase
from corpus.extract.sharing import Bound
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Span

__all__ = [
    "SpokenOf",
    "comes_from",
    "done_so",
    "latest_of",
    "left_open_before",
    "number_spoken_of",
    "spoken_of",
    "spoken_of_alone",
    "that_thing",
]

_HOW_MANY = regex(r"\bhow many\s+(?P<what>[^?.;]{3,160})(?P<end>[?.])?", re.IGNORECASE)
_RAISED = regex(
    r"(?:\b(?:asked|asks|inquired|raised concerns|wrote to me|pressed (?:me|us)) about|\bas (?:for|to)"
    r"|\bturn(?:ing|ed)?(?: (?:now|next|then))? to|\bon the (?:subject|question|matter) of)"
    r"\s+(?P<what>[^.;:?,]{3,60})[.:]?\W*$",
    re.IGNORECASE,
)
_HEARSAY = regex(
    r"\b(?:I (?:was|am|have been|had been) (?:told|informed|given)|I (?:understand|gather|hear|believe|suspect)\b"
    r"|it (?:is|has been|was) (?:said|claimed|reported|suggested|alleged))\b",
    re.IGNORECASE,
)
"""Whoever asks and gives a number of hearsay does not answer."""
_SO = regex(r"(?:^|(?<=\s))(?:(?:has|have|had)\s+)?(?:did|done|do|does)\s+so$", re.IGNORECASE)
_TO_DO = regex(
    r"\b(?:likely|able|expected|required|asked|told|willing|allowed|going|due|obliged|entitled)\b[^,;:.]*?\bto\s+"
    r"(?P<did>[^,;:.]{4,80})$",
    re.IGNORECASE,
)
_NOBODY = regex(
    r"\b(?:no|any|not one|none of (?:the|our|its|their)|not a single)\s+"
    r"(?P<what>[\w'\u2019-]+(?:\s+[\w'\u2019-]+){0,3}?)\s+"
    r"(?P<did>(?:has|had|have|was|were|is|are|would|will|did)\b[^.;:?]{3,120})",
    re.IGNORECASE,
)
_COMES = regex(
    r"\W*(?:that|this|the|his|her|their|its)\s+(?:\w+\s+)?(?:number|figure|estimate|total|count|claim|percentage|sum)\s+"
    r"(?:(?:comes?|came|is|was|originates?|originated|derives?|derived)\s+(?:taken\s+|drawn\s+|derived\s+)?from"
    r"|(?:is|was)\s+(?:based on|produced by|calculated by|compiled by|published by|given by))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """What is counted, and the clause that told of it."""

    counted: str
    clause: str


def spoken_of(text: str, before: Span | None, sentence: Span) -> SpokenOf | None:
    """What the sentence BEFORE asks the number of, or the matter that it raises; a matter, of its own paragraph."""
    if before is None or _HEARSAY.search(text, sentence.start, sentence.end) is not None:
        return None
    asked = next(reversed(list(_HOW_MANY.finditer(text, before.start, before.end))), None)
    apart = "\n\n" in text[before.end : sentence.start]
    if asked is not None and (asked["end"] == "?" or not apart):
        return _told(asked["what"])
    raised = None if apart else _RAISED.search(text, before.start, before.end)
    return _told(raised["what"]) if raised is not None else None


_LEFT_OPEN = regex(
    r"\b(?:which|what|how many|(?:whether|if) (?:any|all|the|some)(?: of the)?) (?P<what>[a-z][a-z' -]{2,40}?) "
    r"(?:is|are|was|were|has|have|had|did|do|does|would|could|might|may|will|can)\b[^;.:?\d]*?"
    r",? (?:but|though|although|while|yet)(?: (?:only|just|about|some|at least|so far))*\s+$",
    re.IGNORECASE,
)


def left_open_before(text: str, sentence: Span, bound: Bound) -> str:
    """The things of which something is left open before a number in its SENTENCE that leaves out what it counts.

    "It is not known which *bridges* were unsafe, but 12 were closed": bridges were.
    """
    told = _LEFT_OPEN.search(text, sentence.start, bound.quantity.span.start)
    found = _told(told["what"]) if told is not None else None
    return found.counted if found is not None else ""


_MATTER = regex(
    r"(?:[^:]{1,60}:\s+)?(?P<np>[A-Z][a-z'\u2019-]*(?:\s+[a-z][\w'\u2019-]*){0,3}?s)\s+(?:are|were|have|had|do|did)\b[^\d]*$"
)
"""A sentence that speaks of things and counts none ("*Night trains* are not in that total")."""
_LATEST = regex(
    r"the (?:(?:most recent|latest|last|current|corresponding|newest|average|total|overall) )+"
    r"(?:annual |monthly |yearly )?"
    r"(?:figure|number|total|count|estimate)",
    re.IGNORECASE,
)
_COUNTED_APART = regex(
    r"\W*(?P<np>[A-Z][\w'\u2019-]*s(?:\s+(?:from|of|in|at|by|on|to|for|with|among)\s+[\w'\u2019 -]{2,50}?)?)"
    r"(?:,\s+[^,.;:]{3,80},)?\s+(?:are|were|is|was|have|has|had)\s[^.;:\d]*[.!]?\W*$"
)


def latest_of(text: str, before: Span | None, sentence: Span, bound: Bound) -> str:
    """The things of which "the latest figure" is, where the sentence BEFORE speaks of them and counts none.

    "*Thefts of lead* are recorded apart. The latest figure, for 2015, is 90".
    """
    if before is None or "\n" in text[before.end : sentence.start] or _LATEST.fullmatch(bound.counted) is None:
        return ""
    told = _COUNTED_APART.match(text, before.start, before.end)
    found = _told(told["np"]) if told is not None else None
    return found.clause if found is not None and found.counted else ""


_NUMBER_OF = regex(r"\bthe (?:number|shortage) of (?P<what>[a-z][^?.;:,\d]{2,60})[.]?\W*$", re.IGNORECASE)


def spoken_of_alone(text: str, before: Span | None, sentence: Span) -> str:
    """The things that the sentence BEFORE, of the same paragraph, speaks of and counts none of."""
    if before is None or "\n" in text[before.end : sentence.start]:
        return ""
    named = _MATTER.match(text, before.start, before.end)
    return (
        named["np"]
        if named is not None and counted_in(named["np"], noun_phrase(named["np"], 0, len(named["np"])))
        else ""
    )


def number_spoken_of(text: str, before: Span | None, sentence: Span) -> SpokenOf | None:
    """What the sentence BEFORE, which gives no number, speaks of the number of ("He asked about *the number of*")."""
    apart = before is None or "\n" in text[before.end : sentence.start]
    told = None if apart or before is None else _NUMBER_OF.search(text, before.start, before.end)
    return _told(told["what"]) if told is not None else None


def _told(what: str) -> SpokenOf | None:
    phrase = noun_phrase(what, 0, len(what))
    counted = counted_in(what, phrase)
    if not counted:
        return None
    return SpokenOf("" if is_anaphor(counted) else counted, " ".join(what.split()))


def done_so(text: str, before: Span | None, sentence: Span, bound: Bound) -> SpokenOf | None:
    """What those did who "did so": told before a colon, or by the sentence BEFORE, of what nobody had done."""
    so = _SO.search(bound.after)
    if so is None:
        return _answered(text, before, bound)
    kept = bound.after[: so.start()]
    lead, colon, _ = text[sentence.start : bound.quantity.span.start].rpartition(":")
    if colon:
        able = _TO_DO.search(lead)
        return SpokenOf("", " ".join(f"{kept} {able['did']}".split())) if able is not None else None
    denied = _NOBODY.search(text, before.start, before.end) if before is not None else None
    if denied is None:
        return None
    return SpokenOf(denied["what"], " ".join(f"{kept} {denied['did']}".split()))


_ELLIPTIC = regex(
    r"^(?P<aux>(?:have|has|had)(?: been)?|were|was|did)(?P<rest>(?:\s+(?:since|in|by|so far|this|last|already|before"
    r"|during)\b[^,;.]*)?)$",
    re.IGNORECASE,
)
_WHETHER = regex(
    r"\b(?:have|has|had|did|were|was)\s+(?:any(?:one|body)?(?:\s+of\s+(?:them|those|these|the\s+\w+)|\s+\w+)?|they"
    r"|the\s+\w+)\s+(?:yet\s+|ever\s+)?(?P<did>(?:been\s+)?[^?,;]{3,80})\?\W*$",
    re.IGNORECASE,
)


_OUGHT = regex(
    r"\b(?:must|should|would|could|can|may|might|will|to)\s+be\s+(?P<did>[^,;:.?]{3,60})[.?]?\W*$", re.IGNORECASE
)
"""What those were to be of whom it is then told how many were ("must be licensed. Of the 90, *40 were*")."""


def _answered(text: str, before: Span | None, bound: Bound) -> SpokenOf | None:
    """What those did of whom only "have been" is said, where the sentence BEFORE asked ("Has anyone been fined?")."""
    short = _ELLIPTIC.match(bound.after)
    if short is None or before is None:
        return None
    asked = _WHETHER.search(text, before.start, before.end)
    if asked is None and short["aux"].lower() in ("were", "was"):
        asked = _OUGHT.search(text, before.start, before.end)
    if asked is None:
        return None
    aux, did = short["aux"], re.sub(r"^been\s+", "", asked["did"]) if short["aux"].endswith("been") else asked["did"]
    return SpokenOf("", " ".join(f"{aux} {did} {short['rest']}".split()))


def comes_from(text: str, sentence: Span) -> bool:
    """Whether a sentence says where the number came from that was given right before it."""
    return _COMES.match(text, sentence.start, sentence.end) is not None


_THAT = regex(r"\b(?:in|at|on|by|from|during|after) that (?P<noun>[a-z]{3,})\b", re.IGNORECASE)
_AT = regex(
    r"\b(?:an?|the) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z]{3,}) (?:at|in|on|off|near) "
    r"(?P<name>(?:the )?[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)*)"
)


def that_thing(text: str, before: Span | None, bound: Bound) -> str:
    """What "in *that* fire" stands for, where the sentence BEFORE tells of one and where it was: "a blaze at Rye Mill".

    Of a whole that is only named ("five *of the 11*") nothing follows.
    """
    pointed = _THAT.search(bound.said) if before is not None and not bound.named else None
    if pointed is None or before is None:
        return ""
    lex = lexicon()
    ids = lex.ids(pointed["noun"])
    akin = ids.union(*map(lex.relatives, ids))
    told = [m for m in _AT.finditer(text, before.start, before.end) if lex.ids(m["noun"]) & akin]
    return f"{pointed['noun']} at {told[0]['name']}" if len(told) == 1 else ""
