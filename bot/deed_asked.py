"""A question of whether somebody did a thing, read: who, which deed, and to what."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.extract.names import names
from corpus.extract.offices import head
from corpus.extract.sense import Sense, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["Deed", "Doer", "deed_of"]

_ASKED = regex(
    r"^(?:and |so |but |then )?(?P<aux>is|are|was|were|did|does|do|has|have|had)(?:n['\u2019]t)?\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_CLAIM = regex(r"^is it (?:true|right|correct|the case|a fact) (?:to say )?that\s+", re.IGNORECASE)
_ANYONE = regex(
    r"(?:any(?:one|body)|some(?:one|body)|every(?:one|body)|he|she|they|it|there)\b(?: else)?", re.IGNORECASE
)
_PARTICIPLE = regex(r"\w+(?:ed|en|ght|ung|aid|old|ade|ent|ost|ound|eft|ut)$|^(?:been|being|met|led|cut|hit|put)$")
_BE = regex(r"\b(?:been|being|get|got)\b\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Doer:
    """Whose deed is asked about: ``kind`` is ``person``, ``office``, ``anyone`` or ``thing``."""

    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class Deed:
    """What is asked about: its doer (or whom it befell, where PASSIVE), its verb and the things that it was done to."""

    doer: Doer
    verb: Sense | None
    knowing: bool
    things: tuple[Sense, ...]
    befell: bool


def deed_of(question: str) -> Deed | None:
    """The deed that a question asks whether it was done; None where it asks of none."""
    asked = _ASKED.match(_CLAIM.sub("did ", question.strip().rstrip("?!. ")))
    if asked is None:
        return None
    rest = asked.group("rest")
    doer, end = _doer(rest)
    tail = rest[end:]
    telling = [s for s in senses(tail) if not lexicon().general(s.id)]
    word = re.search(r"\b(?:know|aware|told|informed|notified|alerted)\b", tail, re.IGNORECASE)
    first = telling[0].start if telling else len(tail)
    knowing = word is not None and word.start() <= first
    if doer is None or not (telling or knowing):
        return None
    verb = None if knowing else telling[0]
    things = tuple(telling) if verb is None else tuple(telling[1:])
    if knowing and word is not None:
        things = tuple(s for s in things if s.start >= word.end())
    be = asked.group("aux").lower() in ("is", "are", "was", "were") or _BE.search(tail[: first + 1]) is not None
    befell = be and not (verb is not None and verb.words.lower().endswith("ing"))
    return Deed(doer, verb, knowing, things, befell)


def _doer(rest: str) -> tuple[Doer | None, int]:
    """Who the question's subject is, and where in REST its verb may begin."""
    person = next((n for n in names(rest) if not rest[: n.span.start].strip() or head(rest[: n.span.start])), None)
    if person is not None:
        return Doer(person.words, "person"), person.span.end
    anyone = _ANYONE.match(rest)
    if anyone is not None:
        return Doer(anyone.group(), "anyone"), anyone.end()
    office = _office(rest)
    if office:
        return Doer(rest[:office].strip(), "office"), office
    later = _CLAUSE_OF_TIME.search(rest)
    found = [s for s in senses(rest) if not lexicon().general(s.id)]
    found = [s for s in found if later is not None and s.start < later.start()] or found
    ahead = found[1:] or [s for s in found if len(rest[: s.start].split()) > 1]
    verbs = [s for s in ahead if s.kind == "action" or _PARTICIPLE.match(s.words.lower())]
    verbs = [s for s in verbs if not _NAMED_BY.search(rest, 0, s.start)]
    be = _BE.search(rest)
    if be is not None and be.start() > 0:
        return Doer(rest[: be.start()].strip(), "thing"), be.start()
    return (Doer(rest[: verbs[0].start].strip(), "thing"), verbs[0].start) if verbs else (None, 0)


_NAMED_BY = regex(r"\b(?:the|an?) \w+ of (?:the |their |its |his |her )?$", re.IGNORECASE)
"""What makes a deed part of a thing's name, and no verb of the question: "was ice *the cause of* the delay"."""
_CLAUSE_OF_TIME = regex(
    r"\b(?:since|after|before|when|while|until|once)\s+(?:they|he|she|it|we|you|the|their|his|her|its)\b", re.IGNORECASE
)
"""What says when, and has a deed of its own: "robbed anyone *since they* were let go"."""


def _office(rest: str) -> int:
    """Where an office or body that opens REST ends; 0 where none does."""
    tokens = list(re.finditer(r"\S+", rest))[:8]
    ends = [m.end() for m in tokens if head(rest[: m.end()])]
    if not ends or (re.match(r"any\b|some\b", rest, re.IGNORECASE)):
        return 0
    end = ends[0]
    while ends and (following_end := next((e for e in ends if e > end and len(rest[end:e].split()) == 1), 0)):
        end = following_end
    whose = re.match(r"\s+(?:of|for|at)\s+(?:the\s+)?(?:[A-Z][\w'\u2019-]+\s*)+", rest[end:])
    return end + whose.end() if whose else end
