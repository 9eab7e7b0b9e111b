"""Figures of some where all are asked for: those added, one kind of a list, the longest."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.bearing import Profile
from bot.query import Wanted
from bot.view import View
from corpus.extract.sense import Sense
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["ONLY_SOME", "added", "only_some"]


def only_some(
    wanted: Wanted, figure: Figure, view: View, seen: Profile, unasked: Collection[str], heads: Sequence[Sense]
) -> list[str]:
    """That all are asked for, where FIGURE is of those added, of one kind, or of the extreme, in words.

    UNASKED are the terms of what it counts that nobody asked about; HEADS what is asked to be counted.
    """
    missing = []
    if added(figure) and not _ADDING.search(wanted.words) and not _DONE.search(wanted.words):
        missing.append("all of them, where only those added are counted")
    if _ALONG_WITH.search(figure.measure) and not _OTHERS.search(wanted.words):
        missing.append("all of them, where only the others are counted")
    if _IN_ALL.search(wanted.words) and (part := _PART.search(f"{figure.counted}: {figure.measure}")):
        missing.append(f"all of them, where only {_told_of(part['of'])} is told of")
    if _IN_ALL.search(wanted.words) and not wanted.times and _of_one_time(figure, view):
        missing.append("all of them, where each time is told by itself")
    if _of_those(wanted, figure):
        missing.append("all of those, where only some of them are told of")
    if kind := _only_a_kind(heads, seen, figure, view, unasked):
        missing.append(f"{ONLY_SOME}{kind} are counted")
    most = None if _EXTREMES.search(wanted.words) else _EXTREME.search(figure.counted)
    if most is not None and not _named(wanted, seen):
        missing.append(f"all of them, where only the {most.group().lower()} is told")
    return missing


_THOSE = regex(r"(?:those|these)\s+\w", re.IGNORECASE)


def _of_those(wanted: Wanted, figure: Figure) -> bool:
    """Whether FIGURE is of some of those of whom all are asked for: "nine *of those rescued* were cooks".

    What it tells of these alone is asked in none of its words.
    """
    if not _THOSE.match(figure.counted) or figure.part_of is not None or figure.note:
        return False
    lex = lexicon()
    told = figure.measure.replace(figure.counted, " ", 1)
    own = {i for i in lex.ids(told) if not lex.general(i)} - lex.ids(figure.counted)
    asked = {s.id for s in wanted.terms}
    known = asked.union(*(lex.relatives(i) | lex.narrower(i) | lex.broader(i) for i in asked))
    return bool(own) and own.isdisjoint(known) and not (wanted.bounds or wanted.times)


def _of_one_time(figure: Figure, view: View) -> bool:
    """Whether FIGURE is of one of several times of which its sentence gives the same in turn."""
    own = figure.period
    if own is None or own.end is None or figure.note:
        return False
    beside = (f for f in view.beside(figure) if f.unit == figure.unit and f.counted == figure.counted and not f.note)
    periods = [f.period for f in beside if f.period is not None and f.period.end is not None]
    return any((p.start, p.end) != (own.start, own.end) and p.start not in (None, own.start) for p in periods)


def _named(wanted: Wanted, seen: Profile) -> bool:
    """Whether the question names the very one ("the oldest boat, *the Ellenmore*, is 97")."""
    named = {s.id for s in wanted.terms if s.words[:1].isupper()}
    return bool(named) and named <= {i for i, _ in seen.own | seen.nearby}


def added(figure: Figure) -> bool:
    """Whether it counts only those that were added ("an *additional* 6 divers")."""
    said = f"{figure.counted}. {figure.measure}"
    if not figure.counted or _NEW.search(said) is None:
        return False
    return re.search(rf"^{_NEW.pattern}|{_NEW.pattern} {re.escape(figure.counted)}", said, re.IGNORECASE) is not None


_ALONG_WITH = regex(r"^(?:and |, )?(?:along|together) with (?:the )?(?:other|another|further)\b", re.IGNORECASE)
"""Those who were there with somebody told of before: "*along with* two *other* pilots"."""


def _told_of(part: str) -> str:
    return f"{part.strip().lower()} them" if part.lower().rstrip().endswith(" of") else part.lower()


_IN_ALL = regex(r"\b(?:in all|in total|altogether|all told|all together|overall|total|whole)\b", re.IGNORECASE)
_PART = regex(
    r"\b(?P<of>(?:some|many|most|several|part|half|a few|a batch|a share) of "
    r"(?=(?:the|these|those|them|its|his|her|their)\b)"
    r"|partly|partially|(?:the )?(?:first|initial|latest|second|third|last|final) "
    r"(?:batch|phase|wave|tranche|round|group))",
    re.IGNORECASE,
)
"""What says of a number that it is of a part alone: "*some of* the ferries", "in *the first batch*"."""
_OTHERS = regex(r"\b(?:others?|further|else)\b", re.IGNORECASE)
_NEW = regex(r"\b(?:additional|extra|new)\b", re.IGNORECASE)


def _only_a_kind(heads: Sequence[Sense], seen: Profile, figure: Figure, view: View, unasked: Collection[str]) -> str:
    """What one part of a list counts, where it is but a kind of what is asked for: "chief constable" of officers."""
    lex, whole = lexicon(), view.figures.get(figure.part_of or "")
    if whole is None or sum(p.context == figure.context for p in view.parts(whole)) < _LIST:
        return ""
    counted = {i for i, mark in seen.head if mark == "+"}
    persons = [s for s in heads if lex.kind(s.id) in ("person", "role")]
    kinds = any(lex.covers(s.id, i) for s in persons if s.id not in counted for i in counted)
    return figure.counted if kinds or (persons and lex.ids(figure.counted).intersection(unasked)) else ""


_LIST = 3
ONLY_SOME = "all of them, where only "
"""What a part of a list lacks, which counts but a kind of those asked about."""
_EXTREME = regex(r"\b(?:longest|shortest|oldest|youngest|farthest|furthest)\b", re.IGNORECASE)
_EXTREMES = regex(rf"{_EXTREME.pattern}|\b(?:most|maximum|minimum|least|up to|worst|record|extreme)\b", re.IGNORECASE)


_DONE = regex(r"\b(?:were|was|are|is|have|has|had|will|did|does|do|be)\b(?! there\b)", re.IGNORECASE)
"""A verb that says what was done with what is counted, as no "are there" does."""
_ADDING = regex(r"\b(?:additional|additionally|extra|new|newly|more|added|further)\b", re.IGNORECASE)
