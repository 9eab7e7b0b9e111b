"""How far something moved, asked in other words than the record's: the reader points at one of two levels.

That two figures are levels of one thing is for the record to say ("£13, down from £15"; "40 bids, compared with 30 in
2011"), and never for the reader. It is only asked which such pair the question is about, as if one level were asked
for: "By how much did the price of fitting a mast fall?" as "What was the price of fitting a mast?".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.changes import is_base
from bot.closely import Closely
from bot.forms import Ask
from bot.heard import Line
from bot.left_open import Like
from bot.match import Fit
from bot.query import Query, Wanted
from bot.scales import Scales
from corpus.extract.figures import BEFORE, DIFFERENCE
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["moved_pair"]

Pick = Callable[[Query, Sequence[tuple[float, Fit]], Like, Callable[[str], str]], Fit | None]
"""Which of several figures, held with the reader's odds, answers a question: see ``bot.pointed.closest_figure``."""


def moved_pair(
    query: Query,
    scales: Scales,
    lines: Sequence[Line],
    closely: Closely,
    like: Like,
    text_of: Callable[[str], str],
    pick: Pick,
) -> tuple[Figure, Figure, Fit] | None:
    """The earlier and the later level of what QUERY asks how far it moved, and how the one pointed at fits it."""
    if query.ask is not Ask.CHANGE or query.numbers or query.direction not in ("", "percentage"):
        return None
    asked = _of_level(query)
    pairs = {f.id: pair for f in scales.view.figures.values() if (pair := _pair_of(f, scales)) is not None}
    fits = [f for f in scales.fits(asked.wanted) if f.figure.id in pairs]
    read = closely.read(asked, lines, text_of, [(f.figure.source_id, f.figure.span) for f in fits])
    held = sorted(
        ((read.odds(f.figure.source_id, f.figure.span), f) for f in fits), key=lambda h: (-h[0], h[1].figure.id)
    )
    found = pick(asked, _apart(held, pairs), like, text_of)
    if found is None or not _then(query, pairs[found.figure.id], scales):
        return None
    return (*pairs[found.figure.id], found)


def _of_level(query: Query) -> Query:
    """QUERY as it would ask for one level, of no time: the record's own pair is of two."""
    words = query.wanted.words
    money = query.wanted.unit == "money" or _PRICE.search(words) is not None
    opens = "What was" if money or _THE.match(words) else "How many"
    wanted = replace(query.wanted, times=(), unit="money" if money else query.wanted.unit)
    return replace(query, ask=Ask.FIGURE, wanted=wanted, resolved=f"{opens} {words}?", text=f"{opens} {words}?")


_PRICE = regex(r"\b(?:cost|price|fee|bill|budget|salary|wage|fare|rent|charge)s?\b", re.IGNORECASE)
_THE = regex(r"(?:the|an?|its|their|his|her)\s", re.IGNORECASE)


def _apart(held: Sequence[tuple[float, Fit]], pairs: dict[str, tuple[Figure, Figure]]) -> list[tuple[float, Fit]]:
    """HELD with but the surer level of each pair: of two levels of one thing neither tells against the other."""
    taken: set[frozenset[str]] = set()
    kept = []
    for odds, fit in held:
        both = frozenset(f.id for f in pairs[fit.figure.id])
        if both not in taken:
            taken.add(both)
            kept.append((odds, fit))
    return kept


def _then(query: Query, pair: tuple[Figure, Figure], scales: Scales) -> bool:
    """Whether a time that is asked about is that of one of the two levels."""
    times = tuple(m for m in query.wanted.times if not is_base(m))
    for mention in times:
        wanted = Wanted(words="", times=(replace(mention, relation="on"),))
        if not any(all(f.times) for f in scales.fits(wanted, pair)):
            return False
    return True


def _pair_of(figure: Figure, scales: Scales) -> tuple[Figure, Figure] | None:
    """The two levels of one thing that the sentence of FIGURE gives, the earlier first; None where it gives no two."""
    if figure.value is None or figure.note == DIFFERENCE:
        return None
    beside = [f for f in scales.view.beside(figure) if f.value is not None and f.unit == figure.unit]
    alike = [f for f in beside if _of_one_thing(f, figure) and f.note != DIFFERENCE and f.value != figure.value]
    if len(alike) != 1:
        return None
    other = alike[0]
    if BEFORE in (figure.note, other.note):
        return (figure, other) if figure.note == BEFORE else (other, figure)
    if figure.period is None or other.period is None or figure.part_of in (other.id,) or other.part_of == figure.id:
        return None
    ends = [(f.period.end, f) for f in (figure, other) if f.period is not None and f.period.end is not None]
    if len(ends) < 2 or ends[0][0] == ends[1][0]:
        return None
    first, last = sorted(ends, key=lambda e: e[0])
    return first[1], last[1]


def _of_one_thing(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same, of which the same is told but when."""
    lex = lexicon()
    told = [{i for i in lex.ids(f.measure) if not lex.general(i) and lex.kind(i) != "date"} for f in (one, other)]
    return one.counted.lower() == other.counted.lower() and bool(told[0] & told[1] or not (told[0] or told[1]))
