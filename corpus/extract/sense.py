"""What a stretch of text asserts: its terms, each marked as said to be so, said not to be so, or only weighed.

"Released without consideration of whether they should be deported" asserts a release, denies a consideration
and only weighs a deportation. A figure answers a question only where the marks agree: nobody was deported in it.
The cues stand in ``corpus/lexicon/modality.yaml``; a cue governs the terms after it up to the end of its clause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from corpus.extract.given import denials
from corpus.extract.reach import denied_behind, not_until, verb_after
from corpus.extract.told_again import told_again
from corpus.lexicon.loading import loaded
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["ASSERTED", "DENIED", "WEIGHED", "Sense", "agree", "befallen", "follows", "implied_by", "mark_at", "senses"]

ASSERTED, DENIED, WEIGHED = "+", "-", "?"


@dataclass(frozen=True, slots=True)
class Sense:
    """A term as asserted, denied or weighed; ``start`` and ``end`` are offsets into the text that was read."""

    id: str
    mark: str
    start: int
    end: int
    words: str
    kind: str


def agree(asked: str, given: str) -> bool:
    """Whether a term marked GIVEN may answer for one marked ASKED: what is only weighed never stands for fact."""
    return asked == given or (asked == WEIGHED and given == ASSERTED)


@lru_cache(maxsize=20_000)
def senses(text: str) -> tuple[Sense, ...]:
    """The terms of TEXT in order, each with its mark."""
    small = _small(text)
    words = frozenset(_LETTERS.findall(small))
    lists = _lists(words)
    cues = _cues(text, small, lists)
    weighing = "weighing" in lists and _listed("weighing").search(small) is not None
    outside, out, put = not words.isdisjoint(_AWAY), "out" in words, "put" in lists or "due" in words
    found: list[Sense] = []
    last = 0
    for term, start, end, kind in lexicon().found(text):
        if text[start] in _ONLY_DENIES and _only_denies(text, start, end):
            continue
        base = _base(term, kind, text[start:end]) if text[start] in "uU" or term.startswith(_DENYING) else ""
        away = small[max(0, start - 1) : start] in _HYPHENS and _non(small, start)
        away = away or (outside and _is_outside(small, start, text[start:end], kind))
        away = away or (out and _is_out(small, start, end))
        mark = DENIED if base or away else _mark(start, end, cues)
        done = "weighed" in lists and kind == "action" and _weighed_after(small, end)
        done = done or (put and _only_put(small, start, end, kind))
        if not base and (done or (weighing and _just_weighed(small, last, start, kind))):
            mark = WEIGHED
        found.append(Sense(base or term, mark, start, end, text[start:end], kind))
        last = end
    denied = not words.isdisjoint(_NOT) and not words.isdisjoint(_MADE)
    return tuple(denied_behind(found, small, DENIED) if denied else found)


_LETTERS = regex(r"[a-z]+")
"""Most texts hold none of the words that a pattern is of: these are looked up first, which is far cheaper."""
_AWAY = frozenset({"outside", "away"})
_NOT, _MADE = (
    frozenset({"not", "never", "t"}),
    frozenset({"made", "done", "out", "undertaken", "conducted", "performed"}),
)
_DENYING = ("not-", "un")
_HYPHENS = frozenset("-\u2010\u2011")
_ONLY_DENIES = frozenset("rRlLwWaA")
"""With which letters a word begins that only denies the one after it."""


_LISTS = ("negative", "unreal", "planned", "put", "weighing", "weighed")


def _lists(words: frozenset[str]) -> frozenset[str]:
    """Which of the lists a text of these WORDS may hold something of."""
    known, longest = _telling()
    return frozenset(name for one in words & longest for whole, name in known[one] if whole <= words)


@lru_cache(maxsize=1)
def _telling() -> tuple[dict[str, list[tuple[frozenset[str], str]]], frozenset[str]]:
    """The words of each thing listed, with its list, by the longest of them; and those longest ones."""
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for name in _LISTS:
        for one in _modality()[name]:
            words = _LETTERS.findall(one.lower())
            found.setdefault(max(words, key=len), []).append((frozenset(words), name))
    return found, frozenset(found)


def _only_denies(text: str, start: int, end: int) -> bool:
    """Whether the term there is no more than the denial of what stands after it."""
    lack = _LACK.fullmatch(text, start, min(len(text), end + _OF))
    return lack is not None or _REMAINS.match(text, start) is not None


def _base(term: str, kind: str, words: str) -> str:
    """The concept that a term denies by itself, or ""."""
    return _denial(term) or _undone(words, kind) or _unprefixed(term, kind)


def _is_outside(small: str, start: int, words: str, kind: str) -> bool:
    """Whether the term at START is a place where a thing was not: "died *outside* the home"."""
    inside = kind == "place" or _INSIDE.match(words) is not None
    return inside and _OUTSIDE.search(small, max(0, start - 24), start) is not None


def _is_out(small: str, start: int, end: int) -> bool:
    """Whether the term at START is what a thing is *out of* that does not work."""
    return small[start:end] in _SERVICE and _OUT_OF.search(small, max(0, start - 8), start) is not None


def _non(small: str, start: int) -> bool:
    """Whether the name at START is denied right before it: "*non-*fire incidents"."""
    return _NON.search(small, max(0, start - 5), start) is not None


_NON = regex(r"\bnon[-\u2010\u2011]$")
"""Before a name that it denies: "*non-*fire incidents"."""
_SERVICE = frozenset({"use", "service", "action", "operation", "commission", "order"})
_OUT_OF = regex(r"\bout of\s+$")
"""Before what a thing is in while it works, which it then is not: "310 were *out of* use"."""
_OUTSIDE = regex(r"\b(?:outside|away from)\s+(?:of\s+)?(?:(?:the|their|his|her|its|an?|any)\s+)?$")
"""Before a place where a thing was not: "died *outside* the home"."""
_INSIDE = regex(
    r"(?:homes?|houses?|dwellings?|hospitals?|prisons?|schools?|buildings?|cit(?:y|ies)|towns?|capital)$", re.IGNORECASE
)
"""Where a thing may be that is otherwise outside; a standard or a target is no such place."""
_REMAINS = regex(
    r"remain(?:s|ed|ing)?\s+(?:to be"
    r"|(?:still\s+)?(?:outstanding|at large|missing|vacant|empty|shut|un[a-z]+(?:ed|en|old|aid)))\b",
    re.IGNORECASE,
)
"""A verb that only denies the one after it ("58 *remain to be* replaced"), or adds nothing to it ("remain shut")."""


_LACK = regex(r"(?:lack|want|absence)\s+of", re.IGNORECASE)
"""A noun that only denies the one after it ("for *want of* a pilot")."""
_OF = 3


def mark_at(text: str, start: int, end: int) -> str:
    """The mark of the words of TEXT between two places, whether or not they are a term ("was not told")."""
    small = _small(text)
    return _mark(start, end, _cues(text, small, _lists(frozenset(_LETTERS.findall(small)))))


def _small(text: str) -> str:
    """TEXT in small letters, letter for letter: the patterns of this file are of small letters, which is faster."""
    small = text.lower()
    small = small if len(small) == len(text) else "".join(c.lower()[0] for c in text)
    return _ASIDE.sub(lambda m: " " * len(m.group()), small)


_ASIDE = regex(
    r"(?<=[a-z]),\s(?:however|though|of course|in fact|indeed|therefore|moreover|nevertheless|nonetheless|so far"
    r"|in the end|for (?:his|her|its|their) part),(?=\s(?!(?:and|but|so|or|yet|who|which|they|he|she|it|we|the|an?)\b))"
)
"""Words put between a verb and its denial, which end no clause: "did not, *however,* repay it"."""


_PARTICIPLE = regex(r"un(?P<done>[a-z]+(?:ed|en|ght|id|wn|ade))", re.IGNORECASE)


@lru_cache(maxsize=4_096)
def _undone(words: str, kind: str) -> str:
    """The concept that "un-" denies before a participle that the lexicon knows: "unvetted" denies "checked"."""
    match = _PARTICIPLE.fullmatch(words) if kind == "word" else None
    found = lexicon().terms(match["done"]) if match is not None else ()
    known = [t.id for t in found if t.kind == "action"]
    return known[0] if len(found) == len(known) == 1 else ""


def _unprefixed(term: str, kind: str) -> str:
    """The stem that "un-" denies in a word that the lexicon does not know ("uninsured")."""
    denied = kind == "word" and term.startswith("un") and (len(term) > 6 or term[2:] in _SHORT)
    return term[2:] if denied else ""


_SHORT = frozenset({"met", "paid", "sold", "read", "fed", "lit", "won", "used", "told", "seen"})
"""Participles so short that a word that only begins with "un-" may be as long as theirs."""


def _just_weighed(small: str, after: int, start: int, kind: str) -> bool:
    """Whether the term at START is the first after a word of weighing, in the same clause ("consideration of …").

    Whoever "advised *closure*" weighed it; whoever "advised *tenants*" did not.
    """
    between = small[max(0, after - 40) : start]
    match = next(reversed(list(_listed("weighing").finditer(between))), None)
    if match is None or _boundary().search(between, match.end()) or _DONE_WITH.match(between, match.end()):
        return False
    if kind != "action" and match.group() in _modality()["weighing_deeds"]:
        return False
    return max(0, after - 40) + match.end() >= after


_DONE_WITH = regex(r"s?\s+(?:not|never|was|were|is|are|has|have|had|in|at|by|with|during|from|after)\b")
"""After what was weighed, where it is told what became of it, or where: "recommendations *were accepted*"."""


def _only_put(small: str, start: int, end: int, kind: str) -> bool:
    """Whether the verb there is only what somebody was asked, or undertook, to do ("threatened to *close*").

    What is "due to *frost*" comes of it, and what "is due to *open*" is only to be done.
    """
    match = _put().search(small, max(0, start - 40), start)
    if match is None or (match["due"] is not None and kind != "action"):
        return False
    return match["be"] is not None or _NO_INFINITIVE.search(small, start, end) is None


_NO_INFINITIVE = regex(r"(?:ing|ed|[^s]s|ion|ment|[\W\d])$")
"""How no verb ends that comes right after "to" ("agreed to *requests*")."""


@lru_cache(maxsize=1)
def _put() -> re.Pattern[str]:
    verbs = "|".join(_modality()["put"])
    return re.compile(
        rf"\b(?:{verbs}|(?P<due>(?:is|are|was|were|now|still)\s+due))\s+to\s+(?:\w+ly\s+)?"
        r"(?P<be>be\s+|have\s+been\s+)?(?:\w+ly\s+)?$"
    )


def _weighed_after(small: str, end: int) -> bool:
    """Whether a word of weighing follows at once ("deportation pursued", "deportation had been recommended")."""
    auxiliary = _AUXILIARY.match(small, end)
    at = auxiliary.end() if auxiliary else end
    being = small.rfind("being ", end, at)  # "being weighed" is one thing: parcels are weighed as well
    return any(_listed("weighed").match(small, i) is not None for i in (at, being) if i >= 0)


_AUXILIARY = regex(r"(?:\s+(?:was|were|is|are|be|been|being|had|has|have|not))*\s+")


@lru_cache(maxsize=4)
def _listed(name: str) -> re.Pattern[str]:
    """A pattern of the words of one list, whole words only."""
    words = sorted(_modality()[name], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words) + r")\b")


@lru_cache(maxsize=4_096)
def _denial(concept: str) -> str:
    """The concept that CONCEPT denies ("at large" denies located), or "" where it denies none."""
    if not concept.startswith("not-"):
        return ""
    lex = lexicon()
    known = sorted(c for c in lex.concepts() if c != concept and lex.opposite(concept, c))
    return concept[4:] if concept[4:] in known else (known or [""])[0]


def _cues(text: str, small: str, lists: frozenset[str]) -> list[tuple[int, int, str]]:
    """(start, end of its scope, mark) of each cue in TEXT, in order.

    TEXT is SMALL in small letters, and may hold something of these LISTS.
    """
    found: list[tuple[int, int, str]] = []
    pattern, marks = _patterns()
    cued = "negative" in lists or "unreal" in lists
    for match in pattern.finditer(small) if cued or "n't" in small else ():
        word = " ".join(match.group().split())
        mark = marks.get(word.removesuffix("'t") if word == "n't" else word, "")
        if not mark or (word == "may" and text[match.start() : match.end()] != "may"):
            continue
        if mark == WEIGHED and _COURTEOUS.match(small, match.end()) and _OF_SPEAKER.search(small, 0, match.start()):
            continue
        if mark == DENIED and not_until(small, match.start(), match.end(), _clause_end(small, match.end())):
            continue
        end = verb_after(small, match.start(), match.end(), _clause_end(small, match.end()))
        end = told_again(small, match.end(), end) if mark == WEIGHED else end
        found.append((match.end(), end, mark))
    if "planned" in lists:
        found += [(m.end(), _clause_end(small, m.end()), WEIGHED) for m in _planned().finditer(small)]
    return sorted(found) + [(one.days, one.end, WEIGHED) for one in denials(text)]  # whatever is said in what is denied


_OF_SPEAKER = regex(r"\b(?:i|we)\s+$")
_COURTEOUS = regex(
    r"\s+(?:also\s+|just\s+|perhaps\s+|like\s+to\s+)*"
    r"(?:add|say|stress|note|explain|emphasise|point out|make (?:it )?clear"
    r"|remind|tell|inform|mention|report)\b"
)
"""What a speaker says they *should* or *may* say, they say: "I should add that", "we would like to stress that"."""


@lru_cache(maxsize=1)
def _planned() -> re.Pattern[str]:
    verbs = "|".join(_modality()["planned"])
    return re.compile(rf"\b(?:was|were)\s+(?:originally\s+|first\s+)?to\s+(?=(?:{verbs})\b)")


def _mark(start: int, end: int, cues: list[tuple[int, int, str]]) -> str:
    mark = ASSERTED
    for cue_end, scope_end, cue_mark in cues:
        if cue_end <= start and end <= scope_end:
            mark = cue_mark
    return mark


def _clause_end(small: str, start: int) -> int:
    match = _boundary().search(small, start)
    return match.start() if match else len(small)


@lru_cache(maxsize=1)
def _boundary() -> re.Pattern[str]:
    ends = "|".join(re.escape(w) for w in _modality()["ends"])
    return re.compile(rf"[;:.!?](?=\s|$)|,|\s[-\u2013\u2014]\s|\b(?:{ends})\b")


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], dict[str, str]]:
    data = _modality()
    marks = {w.lower(): DENIED for w in data["negative"]} | {w.lower(): WEIGHED for w in data["unreal"]}
    marks["n't"] = marks["n"] = DENIED
    words = sorted((w for w in marks if w not in ("n't", "n")), key=len, reverse=True)
    body = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words)
    return re.compile(rf"\b(?:{body})\b|n't\b"), marks


@lru_cache(maxsize=1)
def _modality() -> dict[str, Any]:
    read: dict[str, Any] = loaded("corpus.lexicon", "modality.yaml")
    return read


def implied_by(term: str) -> str:
    """The kind of term that already implies TERM (an offence implies a conviction), or ""."""
    return str(_modality()["implied"].get(term, ""))


@lru_cache(maxsize=4_096)
def befallen(term: str) -> str:
    """Who they are whom a deed that TERM names, or is much the same as, befell all (imprisoned: prisoner), or ""."""
    known: dict[str, str] = _modality()["befell"]
    akin = (who for deed, who in known.items() if lexicon().related(deed, term))
    return known.get(term) or (next(akin, "") if lexicon().kind(term) == "action" else "")


@lru_cache(maxsize=4_096)
def follows(term: str) -> str:
    """What must have been done before what TERM names can be (reoffended: released), or ""."""
    known: dict[str, str] = _modality()["follows"]
    akin = (before for deed, before in known.items() if lexicon().related(deed, term))
    return known.get(term) or next(akin, "")
