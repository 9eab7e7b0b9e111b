"""Which row of a table moved the most: "which region rose most", "the biggest fall", "shed the most pilots".

A rank of moves is no rank of levels: the force with the most constables is not the one that lost the most of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.tables.catalog import Listed
from bot.tables.words import COUNTS, features
from corpus.patterns import regex
from corpus.records import Nature

__all__ = ["Swing", "lost_or_gained", "only_moves", "swing", "swing_at"]

_UP_NOUN = r"(?:rises?|increases?|growth|jumps?|upturns?|gains?|surges?|climbs?)"
_DOWN_NOUN = r"(?:falls?|drops?|declines?|decreases?|reductions?|loss(?:es)?|downturns?|slumps?)"
_NOUN = rf"(?:(?P<up>{_UP_NOUN})|(?P<down>{_DOWN_NOUN})|(?P<any>changes?|swings?|movements?))"
_GREAT = r"(?:biggest|largest|greatest|sharpest|steepest|highest|fastest|most)"
_SMALL = r"(?:smallest|least|lowest|slowest)"
_SORT = (
    r"(?:(?P<rate>percentage|per\s?cent|proportional|proportionate|relative)\s+"
    r"|(?:absolute|numerical|overall|net)\s+)?"
)
_SAW = r"(?:\b(?:saw|experienced|recorded|reported|suffered|showed|posted)\s+(?:the\s+)?)?"
_BY_NOUN = regex(rf"{_SAW}\b(?:{_GREAT}|(?P<small>{_SMALL}))\s+{_SORT}{_NOUN}\b", re.IGNORECASE)
_UP_VERB = (
    r"(?:ris(?:e|en|ing)|rose|grow[ns]?|grew|growing|increas(?:ed?|ing)|(?:went|gone|go|going)\s+up"
    r"|climb(?:ed|ing)?)"
)
_DOWN_VERB = (
    r"(?:fall(?:en|ing)?|fell|drop(?:ped|ping)?|declin(?:ed?|ing)|decreas(?:ed?|ing)|shrank|shrunk|shrinking"
    r"|(?:went|gone|go|going)\s+down)"
)
_HOW = r"(?:(?:by\s+)?(?:the\s+)?(?P<far>most|furthest|sharply)|(?P<fast>(?:the\s+)?fastest))"
_BY_VERB = regex(rf"\b(?:(?P<up>{_UP_VERB})|(?P<down>{_DOWN_VERB}))\s+{_HOW}\b", re.I)
_FAST_FIRST = regex(rf"\b(?P<fast>fastest)[\s-]+(?:(?P<up>{_UP_VERB})|(?P<down>{_DOWN_VERB}))\b", re.I)
_TAKEN = regex(r"\b(?:(?P<down>lost|shed)|(?P<up>gained|added))\s+(?:the\s+)?most\b", re.I)
_RATE = regex(r"\b(?:in\s+(?:percentage|proportional|relative)\s+terms|proportionate?ly|by\s+percentage)\b", re.I)
_SEVERAL = regex(rf"\b(?:which|what|the|top)\s+(?:{'|'.join(w for w in COUNTS if w != 'one')}|[2-9]|1\d)\b", re.I)


@dataclass(frozen=True, slots=True)
class Swing:
    """A rank of moves: up (True), down (False) or either way (None); of percentages where RATE says so."""

    up: bool | None
    least: bool = False
    rate: bool = False
    several: bool = False


def _found(text: str) -> re.Match[str] | None:
    return _BY_NOUN.search(text) or _BY_VERB.search(text) or _FAST_FIRST.search(text) or _TAKEN.search(text)


def swing_at(text: str) -> list[tuple[int, int]]:
    """From where to where TEXT asks for a rank of moves in words that name nothing else."""
    match = _found(text)
    return [match.span()] if match is not None and not _TAKEN.fullmatch(match.group()) else []


def only_moves(text: str, word: str, listed: Listed) -> bool:
    """Whether a WORD of TEXT only says that a row came to have more or less ("lost the most")."""
    if (took := lost_or_gained(text, listed)) and word.lower() == took:
        return True
    match = _TAKEN.search(text)
    return match is not None and word.lower() in match.group().lower() and swing(text, listed) is not None


_TOOK = regex(
    r"\bhow\s+(?:many|much)\b[^?]*?\b(?:did|has|have|had)\b[^?]*?\b(?P<took>lose|lost|shed|gain|gained)\s+"
    r"(?=(?:between|from|since|over|during|in\s+the)\b)",
    re.IGNORECASE,
)


def lost_or_gained(text: str, listed: Listed) -> str:
    """The word by which TEXT asks how many fewer or more a place came to have of what a table counts at dates ("how
    many wardens did Skye *lose* between 2011 and 2012"); "" where it asks no such thing."""
    match = _TOOK.search(text)
    if match is None or listed.dataset.nature is not Nature.STOCK:
        return ""
    told = listed.counted | listed.labelled | listed.deeds
    return "" if features(match["took"]) & told else match["took"].lower()


def swing(text: str, listed: Listed) -> Swing | None:
    """The rank of moves that TEXT asks for; None where it asks for none, or where the table counts such moves itself
    ("working days lost", "percentage change")."""
    match = _found(text)
    if match is None:
        return None
    told = match.groupdict()
    if told.get("up") is None and told.get("down") is None and told.get("any") is None:
        return None
    if _TAKEN.fullmatch(match.group()) and features(match.group()) & (listed.counted | listed.labelled | listed.deeds):
        return None
    up = True if told.get("up") else False if told.get("down") else None
    rate = bool(told.get("rate") or told.get("fast") or _RATE.search(text))
    return Swing(up, bool(told.get("small")), rate, _SEVERAL.search(text) is not None)
