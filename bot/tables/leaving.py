"""What a question leaves out of a figure of a table: "excluding London", "neither Kent nor Essex", "did not pass"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

from bot.tables.matching import denied_before
from bot.tables.words import alike, features, light
from corpus.cube import Role
from corpus.formats.statistics.measures import nature_of
from corpus.patterns import regex
from corpus.records import Nature

if TYPE_CHECKING:
    from bot.tables.called import Named
    from bot.tables.catalog import Listed
    from bot.tables.hear import Asked
    from bot.tables.label import Label

__all__ = ["Undone", "excluded", "said_out", "undone"]

_OUTRIGHT = regex(
    r"(?:\b(?:except(?:ing)?(?:\s+for)?|excluding|other\s+than|apart\s+from|aside\s+from|besides|neither|nor|outside"
    r"|leaving\s+(?:out|aside)|not\s+(?:counting|including)|ignoring|disregarding|omitting|save\s+for|minus)"
    r"\s+)(?:(?:in|of|from|the|a|an|by|those|people|any)\s+){0,3}$",
    re.IGNORECASE,
)
"""What leaves out a sort, be it what it may."""
_PEOPLE = ("place", "nationality")


def excluded(
    question: Asked, denied: Sequence[Named], picks: Mapping[int, tuple[int, ...]]
) -> dict[int, tuple[int, ...]]:
    """The codes that a question leaves out, on one dimension of which it asks for all the rest; none where it cannot
    be told.

    "Not searched" leaves nothing out that could be taken away: what was not done is counted in no table. So only what
    is left out outright counts, and places and nationalities that are denied.
    """
    ways = {g.way.n: g.way for g in denied}
    if len(ways) != 1 or any(g.several for g in denied):
        return {}
    ((n, way),) = ways.items()
    if way.role in (Role.TIME, Role.MEASURE) or not (_outright(question, denied) or _of_which(denied)):
        return {}
    codes = tuple(dict.fromkeys(c for g in denied for c in g.codes))
    wide = picks.get(n, ())
    if any(c in way.sums for c in codes) or any(not set(way.above(c)) & set(wide) for c in codes if wide):
        return {}
    nested = any(way.above(c) & set(codes) - way.totals for c in codes)
    return {} if nested else {n: codes}


_SAYS_OUT = regex(
    r"(?P<what>\S.*?)[,\s(]+(?:excluding|excl\.?|exclusive\s+of|not\s+(?:including|counting)|other\s+than|except(?:\s+for)?"
    r"|without|less|net\s+of)\s+(?P<out>[^()]+)",
    re.IGNORECASE,
)
"""A label that itself leaves something out ("All boats excluding rafts")."""
_LEFT_OUT = regex(
    r"\b(?:except(?:ing)?(?:\s+for)?|excluding|other\s+than|apart\s+from|aside\s+from|besides|leaving\s+(?:out|aside)|without"
    r"|not\s+(?:counting|including)|ignoring|disregarding|omitting|save\s+for|minus|less)\s+(?P<out>[^,;?()]+)",
    re.IGNORECASE,
)


def said_out(question: Asked, labels: Sequence[Label]) -> tuple[Label, frozenset[int]] | None:
    """The one of LABELS that leaves out just what the question does, of what it asks about, with the words that say
    so: "loans, not counting renewals", of "Total loans excluding renewals"."""
    match = _LEFT_OUT.search(question.text)
    if match is None:
        return None
    away = {n for n, w in enumerate(question.words) if match.start("out") <= w.start < match.end("out")}
    gone = frozenset(i for n in away for i in question.words[n].ids)
    rest = [n for n, w in enumerate(question.words) if n not in away and not w.general]
    said = frozenset(i for n in rest for i in question.words[n].ids)
    found = []
    for label in labels:
        if (told := _SAYS_OUT.fullmatch(label.code.words.strip())) is None:
            continue
        what, out = features(told["what"]) - light(), features(told["out"]) - light()
        same = bool(out) and all(alike(question.words[n].ids, out) for n in away)
        if same and away and all(alike(frozenset({i}), gone) for i in out) and _all_said(what, said):
            found.append((label, frozenset(away | {n for n in rest if alike(question.words[n].ids, what)})))
    return found[0] if len(found) == 1 else None


def _all_said(terms: frozenset[str], said: frozenset[str]) -> bool:
    return bool(terms) and all(alike(frozenset({i}), said) for i in terms)


def _outright(question: Asked, denied: Sequence[Named]) -> bool:
    first = min(denied, key=lambda g: min(g.words))
    word = question.words[min(first.words)]
    if _OUTRIGHT.search(question.text[: word.whole[0]]):
        return True
    return all(question.words[n].kind in _PEOPLE for g in denied for n in g.words)


_OF_WHICH = regex(r"of\s+(?:which|whom|these)\b", re.IGNORECASE)


def _of_which(denied: Sequence[Named]) -> bool:
    """Whether what is denied is what rows say that they are of the row above: the rest of that is not so ("Boats",
    "Of which holed")."""
    codes = [label.code for g in denied for label in g.labels]
    return all(code.parent is not None and _OF_WHICH.match(code.words) for code in codes)


@dataclass(frozen=True, slots=True)
class Undone:
    """The words that deny a deed, the measure of all to whom it might be done, and that of those to whom it was."""

    words: frozenset[int]
    whole: int
    done: int


_MOVED = regex(
    r"\b(?:releas|left|leav|join|admi|receiv|recept|arriv|enter|entr|depart|discharg|remov|deport|transfer|recruit"
    r"|born|birth|died|dead|death|start|open|clos|new)\w*",
    re.IGNORECASE,
)
"""Comings and goings: those who came in a year are no part of those who are there at its end."""


def undone(question: Asked, listed: Listed) -> Undone | None:
    """Those to whom a deed was not done, where a table counts both all of them and those to whom it was: "candidates
    who did *not pass*", of "Candidates" beside "Candidates passing". None where it cannot be told."""
    denied = {n for n, w in enumerate(question.words) if not w.general and denied_before(question, w)}
    if listed.measures is None or len({question.words[n].whole for n in denied}) != 1:
        return None
    deed = frozenset().union(*(question.words[n].ids for n in denied))
    beside = frozenset().union(*(w.ids for n, w in enumerate(question.words) if n not in denied), frozenset())
    found = []
    for whole, done in permutations(listed.counts, 2):
        if whole.n in listed.measures.totals and _is_part(whole, done, deed, beside):
            words = denied | {n for n, w in enumerate(question.words) if alike(w.ids, _terms(done) | _terms(whole))}
            found.append(Undone(frozenset(words), whole.n, done.n))
        elif _is_deed_of(whole, done, deed, beside) and all(alike(frozenset({i}), beside) for i in _terms(whole)):
            extra, of = _terms(done) - _terms(whole), _terms(whole)
            after = {n for n, w in enumerate(question.words) if n > min(denied) and alike(w.ids, extra)}
            words = denied | after | {n for n, w in enumerate(question.words) if alike(w.ids, of)}
            found.append(Undone(frozenset(words), whole.n, done.n))
    return found[0] if len(found) == 1 else None


def _is_deed_of(whole: Label, done: Label, deed: frozenset[str], beside: frozenset[str]) -> bool:
    """Whether DONE counts those of the WHOLE to whom the DEED was done, with what is said BESIDE it, and no others."""
    extra = _terms(done) - _terms(whole)
    if not extra or not _terms(whole) or not _terms(whole) < _terms(done):
        return False
    if done.denies or _MOVED.search(done.code.words):
        return False
    natures = {_nature(whole), _nature(done)} - {None}
    if (whole.code.unit, whole.code.scale) != (done.code.unit, done.code.scale) or len(natures) > 1:
        return False
    said = deed | beside
    return any(alike(frozenset({i}), deed) for i in extra) and all(alike(frozenset({i}), said) for i in extra)


def _is_part(whole: Label, done: Label, deed: frozenset[str], beside: frozenset[str]) -> bool:
    """Whether DONE counts those of the WHOLE measure of a table, of which it says that it is, that the DEED, with what
    is said BESIDE it, is of: "launches that were *not by night*", of "Launches" beside "Of which by night"."""
    told = _terms(done)
    if not told or done.denies or (whole.code.unit, whole.code.scale) != (done.code.unit, done.code.scale):
        return False
    said = deed | beside
    return any(alike(frozenset({i}), deed) for i in told) and all(alike(frozenset({i}), said) for i in told)


def _nature(label: Label) -> Nature | None:
    return label.code.nature or nature_of(label.code.words)


def _terms(label: Label) -> frozenset[str]:
    """The terms of a count, less those that only say that it is one ("Headcount of pupils")."""
    return frozenset(need.term for need in label.needed) - features("headcount. number. count. total")
