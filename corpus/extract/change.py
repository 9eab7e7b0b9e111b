"""Levels and changes of one sentence: "rose by £120 million, from £890 million to £1.01 billion".

A number tied to a verb of change by "by" says how far a thing moved; one after "from" what it was, and one after
"to" what it became. All of them are of the verb's subject, and those after the first carry its words on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.extract.clause import before_number, opens_predicate
from corpus.extract.lone import bare_subject, subject
from corpus.extract.quantity import Quantity
from corpus.lexicon.grammar import any_of, words
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["Role", "Tie", "moved_by", "ties"]


class Role:
    """What a tied number says of its subject."""

    CHANGE = "change"
    EARLIER = "earlier"
    OTHER = "other"
    """The level of something, or of some time, that it is set against ("compared with 300 in 2004")."""
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Tie:
    """How a number hangs on a verb of change: ``head`` the subject with the verb, ``tie`` the word between.

    ``head`` is "" where the number is only set against the one before it ("…, down from 89.9%").
    """

    role: str
    head: str
    tie: str
    start: int = -1
    """Where a second subject begins that the verb is carried on to ("… *and doctors* from 40 to 30"); -1 for none."""
    moved: str = ""
    """What somebody changes, where that is not the subject: "the board increased *the number of wardens* to 310"."""


_SMALL = r"(?:a\s+total\s+of\s+|the\s+|just\s+|only\s+|another\s+|a\s+further\s+|a\s+record\s+|an\s+estimated\s+)?"
_TIED = regex(
    rf"(?:^|[\s,(])(?P<t>(?:(?:up|down)\s+)?(?:by|to|from)|up|down|than|against|compare[ds]?\s+(?:with|to))\s+{_SMALL}$",
    re.IGNORECASE,
)
_NOUN = regex(
    r"\ban?\s+(?:\w+\s+)?(?:rise|fall|increase|decrease|drop|reduction|growth|decline|jump|cut|gain|saving)\s+of\s+$",
    re.IGNORECASE,
)
_STRONG = regex(r"[;:()]|\s[-\u2013\u2014]\s|[.!?](?=\s)|,?\s(?:which|while|when|where|although|though|but|whereas)\s")
_GAPPED = regex(r"(?:^|[\s,])(?:and|while|but)\s+(?P<np>(?:[A-Za-z'\u2019-]+\s+){1,6})$", re.IGNORECASE)
_BARE = {"percentage", "count", "money"}
_ROLES = {"by": Role.CHANGE, "up": Role.CHANGE, "down": Role.CHANGE, "from": Role.EARLIER, "to": Role.LEVEL}


_MOVED_BY = regex(
    r"\b(?:an?|the|this)\s+(?:\w+\s+)?(?:rise|fall|increase|decrease|drop|reduction|growth|decline|jump)\s+of\s+"
    r"(?:(?:about|around|some|nearly|almost|over|more\s+than|approximately)\s+)?$",
    re.IGNORECASE,
)


def moved_by(lead: str) -> bool:
    """Whether the words before a number say that something rose or fell by it ("this represents a reduction of")."""
    return _MOVED_BY.search(lead) is not None


def ties(text: str, sentence: Span, found: list[Quantity]) -> list[Tie | None]:
    """For each number of a sentence, how it hangs on a verb of change; None where it does not."""
    out: list[Tie | None] = []
    last: Tie | None = None
    for index, quantity in enumerate(found):
        floor = found[index - 1].span.end if index else sentence.start
        lead = text[floor : quantity.span.start]
        follows = text[quantity.span.end : found[index + 1].span.start] if index + 1 < len(found) else ""
        tie = _verbal(text, sentence, floor, quantity, follows, last) or _carried(lead, floor, last)
        tie = tie or _dashed(text, floor, lead, quantity)
        tie = tie or _noun(text, lead, quantity) or _base(lead, out[-1] if out else None)
        tie = tie or (_against(lead) if index and _alike(found[index - 1], quantity) else None)
        out.append(tie)
        last = tie if tie is not None and tie.head else (None if _STRONG.search(lead) else last if tie else None)
    return out


def _alike(one: Quantity, other: Quantity) -> bool:
    return one.kind == other.kind or "count" in (one.kind, other.kind)


def _verbal(text: str, sentence: Span, floor: int, quantity: Quantity, follows: str, last: Tie | None) -> Tie | None:
    """The tie to a verb of change that stands between the number before and this one."""
    lead = _last_clause(text[floor : quantity.span.start])
    verbs = list(any_of("changes").finditer(lead))
    if not verbs or _past_another(lead[verbs[-1].end() :]):
        return None
    tied = _TIED.search(lead, verbs[-1].end() - 1)
    if tied is None and not _bare(lead[verbs[-1].end() :], quantity, follows):
        return None
    word = tied.group("t").lower() if tied else ""
    if tied is not None and word.split()[-1] not in _ROLES:
        return None
    role = _ROLES[word.split()[-1]] if word else Role.CHANGE
    start = quantity.span.start - len(lead) + verbs[-1].end()
    head = _head(text, sentence, floor, start, last)
    moved = _moved(verbs[-1].group(), lead[verbs[-1].end() : tied.start("t")]) if tied is not None else ""
    if moved and role != Role.OTHER:
        return Tie(role, f"{head} {moved}", word, moved=moved)
    return Tie(role, head, word)


def _moved(verb: str, between: str) -> str:
    """What somebody changes, where it stands BETWEEN the VERB and its number; without an article, of things alone."""
    if (named := _MOVED.fullmatch(between)) is not None:
        return str(named["what"])
    bare = _BARE_THINGS.fullmatch(between) if verb.lower() in _TRANSITIVE else None
    if bare is None or any(w in words("adverbs") or w in words("prepositions") for w in bare["what"].split()):
        return ""
    return str(bare["what"]) if subject(bare["what"])[0] else ""


_MOVED = regex(
    r"\s+(?P<what>(?:the|an?|its|our|their|his|her|your)\s+(?!(?:\w+\s+)?(?:year|month|quarter|week|day|decade|spring|summer|autumn|winter|season)s?\b)[^,;:.()]{3,80}?),?\s+",
    re.IGNORECASE,
)
"""An object between a verb of change and its number; "rose *the next year* to 40" has none."""
_BARE_THINGS = regex(
    r"\s+(?P<what>(?!(?:last|next|this|again|back|further|over|out|up|down)\b)(?:[a-z-]+\s+){0,3}?"
    r"(?!(?:year|month|quarter|week|day|night|spring|summer|autumn|winter)s?\b)(?![a-z]+ly\b)[a-z-]{3,})\s+"
)
_TRANSITIVE = frozenset(
    {"increase", "increasing", "increased", "reduced", "cut", "raised", "lowered", "doubled", "halved"}
)


def _last_clause(lead: str) -> str:
    breaks = list(_STRONG.finditer(lead))
    return lead[breaks[-1].end() :] if breaks else lead


def _past_another(between: str) -> bool:
    """Whether another verb stands between the verb of change and the number."""
    return any(w.strip(",") in words("auxiliaries") for w in between.split())


def _bare(between: str, quantity: Quantity, follows: str) -> bool:
    """ "Rose 4%", "fell 300 to 1,200": a verb of change with its number right after it."""
    if re.fullmatch(r"\s+(?:(?:a\s+further|another|almost|some)\s+)?", between, re.IGNORECASE) is None:
        return False
    return quantity.kind == "percentage" or re.match(r"\s+(?:to|from)\s+$", follows, re.IGNORECASE) is not None


def _head(text: str, sentence: Span, floor: int, verb_end: int, last: Tie | None) -> str:
    """The subject and the verb; the subject may stand before numbers of its own ("the cost of two ships rose to")."""
    near = before_number(text, floor, verb_end)
    if _NOMINAL.search(near):
        return before_number(text, floor, _tie_start(text, verb_end))
    if floor == sentence.start or not (opens_predicate(near) or any_of("changes").fullmatch(near)):
        if floor == sentence.start or re.match(r"[\s,]*(?:and|but|;|,)", text[floor:verb_end]):
            return near
        return before_number(text, sentence.start, verb_end)
    if last is not None:
        return f"{bare_subject(last.head)} {near}"
    whole = before_number(text, sentence.start, verb_end)
    return whole if not opens_predicate(whole) else near


_NOMINAL = regex(
    r"\b(?:the|an?|this|that|its|their)\s+(?:\w+\s+)?(?:rise|fall|increase|decrease|drop|decline|jump|cut)$",
    re.IGNORECASE,
)
_OF_WHAT = regex(r"\s+(?:in|of)\s+[^,;:.]{3,80}?(?=,?\s+(?:from|to|by)\s)", re.IGNORECASE)


def _tie_start(text: str, verb_end: int) -> int:
    """Where "the rise *in cancellations*" ends."""
    match = _OF_WHAT.match(text, verb_end)
    return match.end() if match else verb_end


def _carried(lead: str, floor: int, last: Tie | None) -> Tie | None:
    """A number that goes on with the verb before it ("…, from £890 million"), perhaps of another subject."""
    tied = _TIED.search(lead)
    if last is None or tied is None or _STRONG.search(lead) or _past_another(lead):
        return None
    word = " ".join(tied.group("t").lower().split())
    role = _ROLES.get(word.split()[-1], Role.OTHER)
    gapped = _GAPPED.search(lead[: tied.start() + 1])
    if gapped is not None and not opens_predicate(gapped.group("np")) and subject(gapped.group("np"))[0]:
        verbs = list(any_of("changes").finditer(last.head))
        head = gapped.group("np").strip() + " " + (last.head[verbs[-1].start() :] if verbs else "")
        return Tie(role, head.strip(), word, floor + gapped.start())
    if (another := _OF_ANOTHER.search(lead[: tied.start() + 1])) is not None:
        head = _for_another(last.head, another["by"].lower(), " ".join(another["np"].split()))
        return Tie(role, head, word, floor + another.start()) if head else replace(last, role=role, tie=word, start=-1)
    return replace(last, role=role, tie=word, start=-1)


_OF_ANOTHER = regex(
    r"(?:^|[\s,])(?:(?:and|while|but)\s+)?(?P<by>for|in|at|on|among|of)\s+(?P<np>(?:[A-Za-z'\u2019-]+\s+){1,6})$",
    re.IGNORECASE,
)


def _for_another(head: str, by: str, named: str) -> str:
    """ "The fare *for a child* will rise" of ANOTHER: "… *for a student*"; "" where HEAD is told of no such thing."""
    verbs = list(any_of("changes").finditer(head))
    said = head[: verbs[-1].start()] if verbs else ""
    own = re.search(rf"\b{by}\s+(?:(?!{by}\b)[\w'\u2019-]+\s+){{1,6}}?(?={_WILL}$)", said, re.IGNORECASE)
    if own is not None:
        return f"{head[: own.start()]}{by} {named} {head[own.end() :]}"
    place = _PLACE_FIRST.match(said) if by in ("in", "at") else None
    if place is None:
        return ""
    will = re.search(rf"\b{_WILL}$", said, re.IGNORECASE)
    at = will.start() if will is not None else len(said)
    return f"{said[place.end() : at]}{by} {named} {head[at:]}"


_PLACE_FIRST = regex(r"(?:(?:In|At)\s+)?[A-Z][\w'\u2019-]+(?:\s+[A-Z][\w'\u2019-]+)*,?\s+(?=(?:the|an?|its|their)\s)")
"""Where it was, before what it was: "(In) *Wales* the number of boats fell"."""


_WILL = r"(?:(?:will|would|is|are|was|were|has|have|had|to|be|been|then|also|due|expected|set)\s+)*"
_IN_WHAT = regex(r"\s+in\s+[^,;:.]{3,80}?(?=,|\s(?:to|from|by|between|in|since|last)\s|[.;]|$)", re.IGNORECASE)


def _noun(text: str, lead: str, quantity: Quantity) -> Tie | None:
    """ "A fall of 30 in the number of beds": the noun of a change, whose subject follows the number."""
    noun, what = _NOUN.search(lead), _IN_WHAT.match(text, quantity.span.end)
    if noun is None or what is None or not subject(_IN.sub("", what.group()))[0]:
        return None
    return Tie(Role.CHANGE, f"{noun.group().strip().removesuffix(' of')}{what.group()}", "by")


_IN = regex(r"^\s+in\s+", re.IGNORECASE)


_DASH = regex(r"\s[-\u2013\u2014]\s+(?:to\s+)?(?:(?:about|around|some|just|nearly|almost|over)\s+)?$")
_NO_CLAUSE = regex(r"\s*(?:[.;,)\n]|$|(?:as\s+(?:at|of)|in|at|by|on|for|during|compared)\b)", re.IGNORECASE)


def _dashed(text: str, floor: int, lead: str, quantity: Quantity) -> Tie | None:
    """The level that stands alone after a dash: "the only year that the stock rose \u2013 *310* in May"."""
    dash = _DASH.search(lead)
    if dash is None or _NO_CLAUSE.match(text, quantity.span.end) is None or quantity.kind == "percentage":
        return None
    verbs = list(any_of("changes").finditer(lead, 0, dash.start()))
    if not verbs or lead[verbs[-1].end() : dash.start()].strip():
        return None
    head = before_number(text, floor, floor + verbs[-1].end())
    return Tie(Role.LEVEL, head, "to") if subject(head)[0] else None


_BASE = regex(rf"\s+(?:on|from|over)\s+{_SMALL}$", re.IGNORECASE)
_MOVED_ON = regex(rf"\s+(?:up|down)\s+on\s+{_SMALL}$", re.IGNORECASE)


def _base(lead: str, before: Tie | None) -> Tie | None:
    """What a change that hangs on no verb is counted from: "1,061 homes, an increase of 7.9% *on the* 983 of 2017"."""
    changed = before is not None and before.role == Role.CHANGE and not before.head
    told = (changed and _BASE.fullmatch(lead)) or _MOVED_ON.fullmatch(lead)
    return Tie(Role.EARLIER, "", "from") if told else None


def _against(lead: str) -> Tie | None:
    """A number set against the one before it: "up from 61.4%", "compared with 35,000", "a rise of 300"."""
    if _NOUN.search(lead) and not _STRONG.search(lead):
        return Tie(Role.CHANGE, "", "by")
    tied = _TIED.search(lead)
    if tied is None or _STRONG.search(lead):
        return None
    word = " ".join(tied.group("t").lower().split())
    if word in ("up from", "down from", "up to", "down to"):
        return Tie(Role.EARLIER if word.endswith("from") else Role.LEVEL, "", word)
    if word in ("up", "down", "up by", "down by"):
        return Tie(Role.CHANGE, "", word) if re.search(r",\s*$|^\s*$", lead[: tied.start() + 1]) else None
    return Tie(Role.OTHER, "", word) if word.startswith(("compare", "against", "than")) else None
