"""What a refusal refuses: the matter that it names, held against what is asked.

"Data on the *nationality* of clerks is not held" refuses nothing of how many clerks there are, and "we hold no figures
for *Northshire*" nothing of a country. Where a refusal is of another measure or of another whole, it is none of what
was asked, and the record is silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.extract.sense import Sense
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["of_a_sort_unasked", "of_another_measure", "of_another_place", "of_others"]

_HELD = r"(?:information|data|datasets?|figures?|statistics|records?|details?|estimates?|breakdowns?|assessments?)"
_ON = regex(
    rf"\b{_HELD}\s+(?:(?:held|available|requested|collected)\s+)?"
    r"(?:on|about|regarding|relating to|concerning|in relation to|for|of|as to|showing)\s+(?P<what>[^.;:?!]+)",
    re.IGNORECASE,
)
"""What data are of, after their name: "data on the *nationality of clerks*"."""
_KIND = regex(rf"\b(?P<what>(?:[\w-]+\s+){{1,3}}){_HELD}\b", re.IGNORECASE)
"""What they are of, before their name: "average *salary* data"."""
_PHRASE_ENDS = regex(
    r"\b(?:in|at|on|by|for|from|with|within|to|that|which|who|whose|where|is|are|was|were|has|have|had|can|cannot|could"
    r"|will|would|do|does|did|not|but|through|across|over|under|between|since|until)\b|,",
    re.IGNORECASE,
)
_LEAD = regex(
    rf"{_PHRASE_ENDS.pattern}|\b(?:the|any|an?|no|such|this|these|those|all|and|or|hold|holds|held|collect|collects|keep|keeps"
    r"|publish|provide|give|obtain)\b",
    re.IGNORECASE,
)
"""What may stand before the words for the kind of data: "hold *the* salary data"."""
_BESIDE = ("body", "date", "unit")
"""Whose data, when, and in which unit say nothing of what they are on."""


def of_another_measure(asked: Sequence[Sense], text: str) -> bool:
    """Whether all that TEXT says it has no data on is something else than what is ASKED.

    A text that names no data, or only what it was asked for ("the information requested"), is of no other measure.
    """
    named = [ids for ids in _matters(text) if ids]
    return bool(named) and all(ids.isdisjoint(_known(asked)) for ids in named)


def _known(asked: Sequence[Sense]) -> frozenset[str]:
    """The terms that say what is ASKED, or a sort of it."""
    lex = lexicon()
    return frozenset(s.id for s in asked).union(*(lex.relatives(s.id) | lex.narrower(s.id) for s in asked))


def _matters(text: str) -> Iterable[frozenset[str]]:
    for match in _ON.finditer(text):
        phrase = _PHRASE_ENDS.split(match["what"], maxsplit=1)[0]
        parts = re.split(r"\bof\b", phrase, flags=re.IGNORECASE)
        yield next((ids for part in parts if (ids := _telling(part))), frozenset())
    for match in _KIND.finditer(text):
        yield _telling(_LEAD.split(match["what"])[-1])


def _telling(words: str) -> frozenset[str]:
    lex = lexicon()
    return frozenset(i for i in lex.ids(words) if not lex.general(i) and lex.kind(i) not in _BESIDE)


def of_others(asked: Sequence[Sense], text: str) -> bool:
    """Whether the data that TEXT says are not there are on persons who are not ASKED about, and on no one else."""
    lex = lexicon()
    known = _known(asked).union(*(lex.broader(s.id) for s in asked))
    told = {i for match in _ON.finditer(text) for i in lex.ids(match["what"]) if lex.kind(i) in ("person", "role")}
    told -= {i for i in told if lex.general(i)}
    return bool(told) and told.isdisjoint(known)


def of_another_place(asked: Sequence[Sense], text: str) -> bool:
    """Whether TEXT is of a place that is neither ASKED about nor the country, so that it says nothing of all."""
    lex = lexicon()
    places = {t.id for t in lex.terms(text) if t.kind == "place"}
    wholes = {i for i in places if any(lex.covers(i, other) for other in places - {i})}
    return bool(places - wholes - {s.id for s in asked} - _COUNTRIES)


_BY = regex(
    r"\b(?:by|with|through|from|involving|because of|due to|owing to|using)\s+(?P<what>[^,.;:?!]+?)"
    r"(?=\s+(?:is|was|are|were|has|have|had|cannot|can|could|will)\b|[,.;:?!]|$)",
    re.IGNORECASE,
)
"""What narrows those of whom it is not known: "the number of boats sunk *by whales* is not known"."""


def of_a_sort_unasked(asked: Sequence[Sense], text: str, common: frozenset[str]) -> bool:
    """Whether TEXT leaves open only a sort by its cause or its means, which is neither ASKED about nor in COMMON."""
    known = _known(asked) | common
    sorts = [_telling(match["what"]) for match in _BY.finditer(text)]
    return any(ids and ids.isdisjoint(known) for ids in sorts)


_COUNTRIES = frozenset(
    {"united-kingdom", "great-britain", "england", "scotland", "wales", "northern-ireland", "england-and-wales"}
)
