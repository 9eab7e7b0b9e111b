"""One of the sorts that a title lists: "recent" of "Recent and lapsed rowers", whose columns say it in other words.

A title bears out each of the words that it lists, and so tells none of its sorts from another. What is recent is what
was done within a stretch back from no date ("Rowed in the last 3 months"), what has lapsed was last done before it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.label import Label, Way
from bot.tables.words import Word, features, recent
from corpus.cube import Role
from corpus.patterns import regex

__all__ = ["as_listed", "sorts_unheard"]

_SORT = (
    r"(?:recent|lapsed|current|former|past|new|existing|active|inactive|regular|occasional|frequent|infrequent"
    r"|permanent|temporary|repeat|returning|first-time)"
)
_LISTED = regex(rf"\b(?P<one>{_SORT})(?:\s+and|\s+or|,)\s+(?P<other>{_SORT})\s+(?P<what>[a-z]+)", re.IGNORECASE)
_SAID = regex(rf"\b(?P<sort>{_SORT})\s+(?P<what>[a-z]+)", re.IGNORECASE)
_BEFORE = regex(r"\b(?:over|more\s+than)\s+\d{1,2}\s+(?:days|weeks|months|years)\s+ago$", re.IGNORECASE)
"""How a label ends that is of those who did a thing before the stretch that others did it in."""


def as_listed(question: Asked, listed: Listed) -> Asked:
    """QUESTION with the one sort that it names of those that a title lists read as the label which is of just that."""
    for start, end, sort in _asked(question, listed):
        labels = [one for way in listed.ways if way.role is not Role.TIME for one in _meant(way, sort)]
        if len(labels) == 1 and not any(w.start == start and w.kind == "recent" for w in question.words):
            ids = labels[0].ids.union(need.term for need in labels[0].needed)
            heard = Word(start, end, question.text[start:end], ids, "recent", False, (start, end))
            kept = [(n, w) for n, w in enumerate(question.words) if not start <= w.start < end]
            every = sorted([*kept, (-1, heard)], key=lambda one: one[1].start)
            old = {before: after for after, (before, _) in enumerate(every)}
            aside, denied = (frozenset(old[n] for n in some if n in old) for some in (question.aside, question.denied))
            question = replace(question, words=tuple(w for _, w in every), aside=aside, denied=denied)
    return question


def sorts_unheard(question: Asked, listed: Listed, picked: Collection[int]) -> list[str]:
    """The sort that QUESTION names of those that a title lists, where no label is of it, or none of those PICKED is and
    the table tells sorts apart."""
    found = []
    for start, _, sort in _asked(question, listed):
        ways = [w for w in listed.ways if w.role in (Role.CATEGORY, Role.MEASURE) and len(w.labels) > 1]
        told = any(features(sort) & label.ids or label in _meant(way, sort) for way in ways for label in way.labels)
        if not told or not any(_tells(way, sort) and way.n in picked for way in ways):
            found.append(question.text[start : start + len(sort)])
    return found


def _tells(way: Way, sort: str) -> bool:
    return bool(_meant(way, sort)) or any(features(sort) & label.ids for label in way.labels)


def _asked(question: Asked, listed: Listed) -> Iterator[tuple[int, int, str]]:
    """Where QUESTION names one of the sorts that a title lists, and not the other."""
    title = f"{listed.dataset.title}. {listed.dataset.measure}"
    for match in _LISTED.finditer(title) if _SAID.search(question.text) is not None else ():
        pair = {match["one"].lower(), match["other"].lower()}
        said = [m for m in _SAID.finditer(question.text) if m["sort"].lower() in pair]
        if len({m["sort"].lower() for m in said}) == 1 and said[0]["what"].lower() == match["what"].lower():
            yield *said[0].span("sort"), said[0]["sort"].lower()
            return


def _meant(way: Way, sort: str) -> list[Label]:
    """The label of a dimension that is of just the SORT: the one within a stretch back from no date, or before it."""
    within = [one for one in way.labels if recent(one.code.words)]
    before = [one for one in way.labels if _BEFORE.search(one.code.words)]
    if len(within) != 1 or not any(_AGO.search(one.code.words) for one in way.labels):
        return []
    return within if sort == "recent" else before if sort == "lapsed" and len(before) == 1 else []


_AGO = regex(r"\bago\b", re.IGNORECASE)
