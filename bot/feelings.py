"""Who was cross, glad or worried: told by "the chairman was angry", or by "the chairman voiced *his anger*"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.deeds import Setting, doer_of
from bot.heard import Heard, Line, bears, ids_of
from bot.query import Query
from corpus.extract.names import names
from corpus.extract.sense import Sense, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["who_felt"]

_ASKED = regex(
    r"\W*(?:and |so )?who (?:was|is|were|are|felt|feels|got|became|sounded|seemed|has been) "
    r"(?:so |very |rather |really |most |clearly |none too )?(?P<felt>[a-z]+(?: out)?)"
    r"(?= (?:that|about|at|with|by|over|because|when)\b|\W*$)",
    re.IGNORECASE,
)
_FEELINGS = frozenset({"angry", "cross", "annoyed", "irritated", "displeased", "furious", "unhappy"})
_OWN = regex(r"\b(?:his|her|their|its)\s+(?:own\s+|\w+\s+)?$", re.IGNORECASE)


def who_felt(query: Query, lines: Sequence[Line]) -> list[Heard] | None:
    """Who felt so, on the matter asked about; None where QUERY asks after no feeling."""
    asked = _ASKED.match(query.resolved or query.text)
    felt = _feeling(asked["felt"]) if asked is not None else frozenset()
    if asked is None or not felt:
        return None
    others = [s for s in query.wanted.telling if s.id not in felt]
    told = [Heard(line, score, (), who) for line in lines for who, score in _in(line, felt, others)]
    return sorted(told, key=lambda h: (-h.score, h.line.source.kind.rank, h.line.span.start))


def _feeling(word: str) -> frozenset[str]:
    """The terms of the feeling that WORD names, with those near it; none where it names none."""
    lex = lexicon()
    own = lex.ids(word)
    known = frozenset().union(*(lex.ids(w) for w in _FEELINGS))
    return own.union(*map(lex.relatives, own)) if own & known else frozenset()


def _in(line: Line, felt: frozenset[str], others: Sequence[Sense]) -> list[tuple[str, float]]:
    """Who LINE says felt so, with how much of the OTHERS that were asked it bears; none where it bears too little."""
    lex = lexicon()
    here = ids_of(line.text)
    borne = sum(1.0 if bears(s, here) else 0.9 if lex.relatives(s.id) & here else 0.0 for s in others)
    if borne * 2 < len(others):
        return []
    found = (_whose(line, s) for s in senses(line.text) if s.id in felt)
    return [(who, borne / (len(others) or 1)) for who in found if who][:1]


def _whose(line: Line, feeling: Sense) -> str:
    """Whose a FEELING is: whoever voices "his" anger, or is said to be angry."""
    before = line.text[: feeling.start]
    own = _OWN.search(before)
    if own is not None:
        voiced = [s for s in senses(before[: own.start()]) if not before[s.end : own.start()].strip()]
        doer = doer_of(frozenset(s.id for s in voiced), Setting(line.text, (line.before,))) if voiced else ""
        said = line.statement
        return doer or (f"{said.speaker}, {said.role}".rstrip(", ") if said is not None and said.speaker else "")
    led = re.search(r"\b(?:was|is|were|are|felt|feels|became|grew)\s+(?:\w+ly\s+|so\s+|very\s+)?$", before)
    if led is None:
        return ""
    named = [n for n in names(before) if not re.search(r"[;:.]", before[n.span.end : led.start()])]
    return f"{named[-1].words}, {named[-1].role}".rstrip(", ") if named else ""
