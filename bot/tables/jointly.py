"""Two things that are asked for together, of which two tables of one document count one each: they are added up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

from bot.tables.bind import Asked, Binding, asked, bind
from bot.tables.catalog import Listed
from bot.tables.matching import is_light
from corpus.cube import Dataset, Role
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["jointly"]

_AS_ONE = regex(
    r",?\s+(?:(?:taken|put|added|both|all)\s+)?(?:together|combined|altogether|in\s+total|in\s+all)\b(?!\s+with)",
    re.IGNORECASE,
)
_TWO = regex(
    r"(?P<head>\W*(?:and\s+)?how\s+many\s+)(?P<one>[^\W\d][^?,;]{2,50}?)\s+and\s+(?P<other>[^\W\d][^?,;]{1,50}?)"
    r"(?P<rest>\s+(?:did|do|does|were|was|are|is|had|have|has)\b[^;]*)",
    re.IGNORECASE,
)


def jointly(text: str, listed: Sequence[Listed], day: date) -> Iterator[tuple[Binding, Binding]]:
    """The two tables that count one each of the two things that TEXT asks for as one ("how many pilots and deckhands
    *together* did Tenby have"), by the same headings and in the same unit; nothing where several would do."""
    match = _TWO.fullmatch(_AS_ONE.sub("", text)) if _AS_ONE.search(text) else None
    if match is None:
        return
    ones, others = (
        list(_bound(f"{match['head']}{match[name]}{match['rest']}", match[name], listed, day))
        for name in ("one", "other")
    )
    found = [pair for pair in product(ones, others) if _add_up(*pair)]
    if len(found) == 1:
        yield found[0]


def _bound(text: str, thing: str, listed: Sequence[Listed], day: date) -> Iterator[Binding]:
    """The tables that bear out TEXT, and all of whose words for the THING say what the table counts."""
    question = asked(text, day)
    start = text.index(thing)
    for one in listed:
        binding = bind(question, one)
        whole = binding is not None and binding.complete and not binding.unnamed
        if binding is not None and whole and _only_counted(binding.question, start, start + len(thing), one):
            yield binding


def _only_counted(question: Asked, start: int, end: int, listed: Listed) -> bool:
    words = [w for w in question.words if start <= w.start < end and not is_light(w)]
    return bool(words) and all(w.ids & listed.counted for w in words)


def _add_up(one: Binding, other: Binding) -> bool:
    """Whether what two tables give may be added up: counts of two things, neither of which is a sort of the other."""
    a, b = one.listed.dataset, other.listed.dataset
    if a.id == b.id or _headed(a) != _headed(b) or not a.additive or _rows(one) != _rows(other):
        return False
    lex = lexicon()
    mine, theirs = one.listed.counted, other.listed.counted
    if mine <= theirs or theirs <= mine:
        return False
    return not any(lex.broader(i) & theirs - mine for i in mine) and not any(
        lex.broader(i) & mine - theirs for i in theirs
    )


def _headed(one: Dataset) -> tuple[object, ...]:
    headings = tuple((d.name, d.role) for d in one.dimensions)
    return (one.source_id, one.unit, one.scale, one.additive, one.nature, headings)


def _rows(one: Binding) -> frozenset[str]:
    """The labels of rows that the question names, but for what is counted."""
    ways = one.listed.ways
    named = ((ways[n], c) for n, codes in one.picks.items() for c in codes if ways[n].role is not Role.MEASURE)
    return frozenset(way.dimension.codes[c].words.casefold() for way, c in named)
