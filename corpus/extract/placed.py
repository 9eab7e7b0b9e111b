"""Where a number stands in its sentence, and what it takes from there: its subject, its list, its whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.extract.asides import brings_to
from corpus.extract.change import Role, Tie
from corpus.extract.clause import before_number, conjoined, has_verb, opens_predicate, predicate
from corpus.extract.counting import counted_in, counts_nothing
from corpus.extract.lone import bare_subject, subject
from corpus.extract.numbers import Quantity
from corpus.extract.phrase import noun_phrase
from corpus.extract.scan import bag
from corpus.extract.sharing import Bound
from corpus.lexicon.grammar import any_of, words
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Span

__all__ = [
    "INCLUDES",
    "MORE",
    "OF_WHICH",
    "OPENS_SCOPE",
    "Place",
    "headed",
    "lone_participle",
    "of_the_rest",
    "part_at_once",
    "scope_of",
    "within",
]

OPENS_SCOPE = regex(r"(?:Of|Among|Out of)\s+(?:the|these|those|all)?\s*", re.IGNORECASE)
_SCOPE = regex(r"(?:Of|Among|Out of)\s+(?:(?:the|these|those|all)\b)?\s*([^,;.]{3,140}),\s", re.IGNORECASE)
INCLUDES = regex(r"\b(?:includ(?:e|es|ed|ing)|compris(?:e|es|ed)|consist(?:s|ed)? of|made up of)\b", re.IGNORECASE)
_COLON = regex(r"[^.;]{0,60}:\s*", re.DOTALL)
OF_WHICH = regex(r"\b(?:of|among) (?:which|whom|these|those|them)[\s,]*$|,\s+to (?:which|whom)\s+$", re.IGNORECASE)
MORE = regex(r"\b(?:a further|another)\s*$", re.IGNORECASE)
"""Words for what comes on top of what was counted before, and is no part of it ("a further 29,450 trains")."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands: its sentence, the numbers bound before it, and how far its own words may reach."""

    text: str
    sentence: Span
    limit: int
    made: tuple[Bound, ...]
    tie: Tie | None
    start: int | None = None

    @property
    def previous(self) -> Bound | None:
        return self.made[-1] if self.made else None

    @property
    def floor(self) -> int:
        return max((b.own.end for b in self.made), default=self.sentence.start)


def headed(place: Place, quantity: Quantity, counted: str, listed: bool) -> tuple[str, str]:
    """What the number counts and the words before it, taken from the list, the verb or the clause that it is in."""
    previous, tie = place.previous, place.tie
    if previous is not None and listed:
        previous = _of_its_kind(place.made, quantity) or previous
        own_verb = counts_nothing(place.text, quantity.span.end, place.limit) and has_verb(previous.before)
        own_verb = own_verb and INCLUDES.search(previous.before) is None
        lead = "" if own_verb else MORE.sub("", previous.before)
        return counted or ("" if previous.elided else previous.counted), lead
    if tie is not None and tie.head:
        word = "" if tie.role == Role.OTHER else tie.tie
        return counted or subject(tie.moved or tie.head)[0], f"{tie.head} {word}".strip()
    if tie is not None and previous is not None:
        head = re.sub(r"\s+(?:to|from|by)$", "", previous.before) if previous.tied else previous.before
        return counted or previous.counted, head
    before = before_number(place.text, place.floor, quantity.span.start)
    if not counted and (where := _fronted(place, quantity)):
        return "", where
    if conjoined(place.text, place.floor, quantity.span.start, before):
        before = f"{_subject_before(place)} {before}".strip()
    elif not counted and previous is not None and _runs_on(place, quantity, before):
        before = f"{previous.said} {before}".strip()
    if counted or _takes_object(before, count=quantity.kind == "count") or _done_since(previous, before):
        return counted, before
    done = (
        MORE.sub("", previous.before)
        if previous is not None and brings_to(before) == "" and has_verb(previous.before)
        else ""
    )
    counted, before = subject(before)
    return counted, " ".join(f"{done} {before}".split()) if done else before


def _done_since(previous: Bound | None, before: str) -> bool:
    """Whether a number is of what was to be done to so many ("was to hire 90 cooks and *has hired* 72")."""
    done = _HAS_DONE.search(before)
    to_do = _TO_DO.search(previous.before) if previous is not None and previous.counted else None
    if done is None or to_do is None:
        return False
    return bool(lexicon().ids(done["did"]) & lexicon().ids(to_do["do"]))


_HAS_DONE = regex(
    r"\b(?:has|have|had)\s+(?:[a-z]+ly\s+|so far\s+|since\s+|already\s+|only\s+|just\s+)*(?P<did>[a-z]{3,})$", re.I
)
_TO_DO = regex(r"\bto\s+(?P<do>[a-z]{3,})(?:\s+(?:another|a\s+further|up\s+to|at\s+least))?$", re.IGNORECASE)


def _fronted(place: Place, quantity: Quantity) -> str:
    """Where or when alone, before a number with a verb of its own, which counts no place: "In the Fens, *17 left*"."""
    lead = _FRONTED.fullmatch(place.text, place.floor, quantity.span.start)
    if lead is None or not counts_nothing(place.text, quantity.span.end, place.limit) or has_verb(lead["where"]):
        return ""
    return lead["where"]


_FRONTED = regex(
    r"[\s;,]*(?P<where>(?:[Ii]n|[Aa]t|[Oo]n|[Aa]cross|[Ff]rom)\s+(?:[\w'\u2019-]+\s+){0,5}[\w'\u2019-]+),?\s+"
)


def _of_its_kind(made: Sequence[Bound], quantity: Quantity) -> Bound | None:
    """The last sum of money, where a sum goes on a list in which something else was counted between ("£2m on ten
    boats and £1m on nets")."""
    return next((b for b in reversed(made) if b.quantity.kind == "money"), None) if quantity.kind == "money" else None


_LEVELS = bag(
    "numbered totalled reached topped exceeded averaged equalled remained stayed passed approached neared counted "
    "needed gained saw included comprised contained covered involved affected concerned measured weighed"
)
"""Verbs whose subject the number after them may be of, or that need no person to do them."""


_DONE_TO = bag(
    "lost sold bought built made sent found caught kept won spent stole brought lent shot sank taught threw "
    "wrote fought chose"
)
"""Past forms of verbs that need something that they are done to: "Leith alone *lost* 400"."""


_WE_HAD = regex(
    r"\b(?:we|they|it|he|she|you)\s+(?:now\s+|still\s+|then\s+)?(?:have|had|has)(?:\s+(?:now|only|just|still|about))?$",
    re.IGNORECASE,
)


def _takes_object(before: str, *, count: bool) -> bool:
    """Whether a number is what a verb is done to ("and permanently excluded *16*"), and so is not of its subject."""
    if _WE_HAD.search(before) is not None:
        return True
    said = before.lower().split()
    if len(said) < 2 or said[-1] in _LEVELS or any(w in words("auxiliaries") for w in said[-3:-1]):
        return False
    if count and said[-1] in _DONE_TO and not any(w in ("to", "of", "that", "who", "which") for w in said[-2:-1]):
        return True
    return said[-1].endswith("ed") and len(said[-1]) > 4 and any_of("changes").search(said[-1]) is None


def _runs_on(place: Place, quantity: Quantity, before: str) -> bool:
    """Whether the words of the number before run on to this one ("15 projects are expected to cost £63 billion")."""
    previous = place.previous
    lead = place.text[place.floor : quantity.span.start]
    if (
        previous is None
        or re.search(r"[,;:()]|\b(?:and|but|while)(?:\s+that)?\s+$", lead)
        or previous.own.end < place.floor
    ):
        return False
    return not before or before.lower() in words("prepositions") | {"of"}


def lone_participle(place: Place, after: str) -> bool:
    """ "The figures are 4,000 decisions made and 900 *refused*": the refused are what is counted."""
    lead = place.previous.before if place.previous else ""
    said = place.previous.after.lower().split() if place.previous else []
    return (
        bool(lead)
        and not any(w in words("auxiliaries") for w in said)
        and not has_verb(lead)
        and INCLUDES.search(lead) is None
        and re.fullmatch(r"\w+ed", after) is not None
    )


def _subject_before(place: Place) -> str:
    """The subject that a conjoined verb takes up again ("the review took seven months and cost …")."""
    for bound in reversed(place.made):
        own = bare_subject(bound.before) if bound.before and not opens_predicate(bound.before) else ""
        if own or (not bound.before and bound.counted):
            return own or bound.counted
    return ""


_REST = regex(r"(?:the\s+)?(?:remaining|other)", re.IGNORECASE)
_WERE = regex(r"\s+(?:were|are|was|is)\s+(?=[a-z])")


def of_the_rest(text: str, quantity: Quantity, before: str, limit: int) -> tuple[str, str] | None:
    """What the rest of a whole is told to be, and what is said of it after: "The remaining 40 were *fishing boats*"."""
    were = _WERE.match(text, quantity.span.end, limit) if _REST.fullmatch(before) else None
    phrase = noun_phrase(text, were.end(), limit) if were is not None else None
    if phrase is None or phrase.elided or phrase.whole is not None or not phrase.span.of(text).endswith("s"):
        return None
    counted = counted_in(text, phrase)
    return (counted, predicate(text, phrase, limit)[0]) if counted else None


def within(place: Place, between: str, scope: str) -> bool:
    """Whether the number is part of the one before it ("of which 7,350 …", "Of the 1,204, 845 …")."""
    previous = place.previous
    if previous is None:
        return False
    if OF_WHICH.search(between) is not None or _COLON.fullmatch(between) is not None:
        return True
    opened = place.made[0]
    opens = opened.named and OPENS_SCOPE.fullmatch(place.text, place.sentence.start, opened.quantity.span.start)
    return bool(opens) or (previous.named and bool(scope))


def scope_of(text: str, sentence: Span) -> str:
    """ "Of the trains cancelled in the quarter, …": the whole that every number of the sentence is part of."""
    if (bare := _OF_THESE.match(text, sentence.start, sentence.end)) is not None:
        return bare["whole"]
    match = _SCOPE.match(text, sentence.start, sentence.end)
    return match.group(1) if match else ""


def part_at_once(text: str, sentence: Span, end: int) -> bool:
    """Whether the number that ends at END is itself the part: "Of the boats 12 per cent *sank* …", with no comma."""
    bare = _OF_THESE.match(text, sentence.start, sentence.end)
    return bare is not None and bare.end("number") == end


_OF_THESE = regex(
    r"(?:Of|Among)\s+(?P<whole>these|those|them)\s+(?P<number>\d[\d,]*(?:\.\d+)?(?:\s?%|\s+per\s?cent)?)"
    r"\s+(?:were|was|are|is|have|has|had|did|went|came|took|got)\b",
    re.IGNORECASE,
)
