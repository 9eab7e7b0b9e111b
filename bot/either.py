"""Of two things named in one question ("chest pains *or* breathing difficulties"), the parts of one list, added."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.choosing import Found
from bot.derive import Incomparable, total
from bot.query import Wanted
from bot.question import narrowed
from bot.scales import Scales
from corpus.lexicon.grammar import words
from corpus.patterns import regex

__all__ = ["either", "half_borne"]

_OR = regex(r"\s+or\s+", re.IGNORECASE)


def either(wanted: Wanted, scales: Scales, settle: Callable[[Wanted, Scales], Found]) -> Found | None:
    """The sum of the two, where each alone is one part of the same list; None where WANTED names no two such.

    Parts of one list in one sentence exclude each other, so that nothing is counted twice.
    """
    pieces = _pieces(wanted)
    if pieces is None:
        return None
    one, other = pieces
    asked = replace(wanted, choices=(one, other))
    found = [settle(narrowed(asked, kept), scales) for kept in (one, other)]
    a, b = (f.figure for f in found)
    if a is None or b is None or a.id == b.id or a.context != b.context or a.part_of is None or a.part_of != b.part_of:
        return None
    try:
        return Found(worked=total([a, b], scales.view))
    except Incomparable:
        return None


def half_borne(wanted: Wanted, loose: tuple[str, ...]) -> bool:
    """Whether of two things named only one is the figure's own, and the other merely stands beside it (LOOSE)."""
    pieces = _pieces(wanted)
    if pieces is None or not loose:
        return False
    firsts = [next((w for w in words_of.split() if not _cuts(w)), words_of) for words_of in loose]
    beside = [sum(first in piece.split() for first in firsts) for piece in pieces]
    return min(beside) == 0 and max(beside) > 0


def _pieces(wanted: Wanted) -> tuple[str, str] | None:
    pieces = _OR.split(wanted.words)
    if wanted.choices or len(pieces) != 2:
        return None
    one, other = _last_phrase(pieces[0]), _first_phrase(pieces[1])
    return (one, other) if one and other else None


def _last_phrase(text: str) -> str:
    """The last words of TEXT after its verb or preposition ("chest pains" of "patients had chest pains")."""
    said = text.split()
    at = max((n for n, w in enumerate(said) if _cuts(w)), default=-1)
    return " ".join(said[at + 1 :])


def _first_phrase(text: str) -> str:
    said = text.split()
    lead = next((n for n, w in enumerate(said) if not _cuts(w)), len(said))
    end = next((n for n, w in enumerate(said) if n > lead and _cuts(w)), len(said))
    return " ".join(said[lead:end])


def _cuts(word: str) -> bool:
    return word.lower() in words("auxiliaries") | words("prepositions") or word.lower() in ("the", "a", "an", "of")
