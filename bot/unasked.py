"""What a figure says beyond a question: things counted, names, times and qualities that nobody asked about."""

from __future__ import annotations

import re

from bot.bearing import NAMED, Profile
from bot.question import Wanted
from bot.view import View
from corpus.extract.sense import implied_by, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure, Qualifier

__all__ = ["extra", "lead", "of_one_time_of_several", "of_what_went_before", "unasked_heads", "unasked_period"]

_INCLUDING = regex(r"^(?P<lead>.+?)\b(?:includ|compris|consist|contain)(?:ed?|es|s|ing)?\b", re.IGNORECASE)


def lead(figure: Figure, view: View) -> str:
    """What the sentences that list FIGURE's parts call the whole ("Those overpaid include 318 carters")."""
    leads = (_INCLUDING.match(part.measure) for part in view.parts(figure))
    return ". ".join(dict.fromkeys(m.group("lead") for m in leads if m))


_FURTHER = regex(r"\b(?:further|another|other|additional|extra|alone)\b", re.IGNORECASE)


def extra(wanted: Wanted, seen: Profile, figure: Figure, background: frozenset[str]) -> float:
    """How much a figure says beyond the question, what BACKGROUND most figures are told with aside; 0 for nothing."""
    lex = lexicon()
    asked = {s.id for s in wanted.terms}
    unasked = {i for i, _ in seen.core} - {i for i, _ in seen.inherited} - background
    more = [i for i in unasked if not lex.general(i) and i not in asked and asked.isdisjoint(lex.broader(i))]
    heavy = sum(2.5 for i in more if (i, "+") in seen.head)
    heavy += sum(3.0 for i in more if lex.kind(i) in NAMED and (i, "+") not in seen.head)
    heavy += 3.0 if _FURTHER.search(figure.measure) and not _FURTHER.search(wanted.words) else 0.0
    heavy += _NARROWED if any(i in _narrowing(figure) for i in more) else 0.0
    known = asked.union(*map(lex.relatives, asked))
    torn = {i for i, _ in seen.own if {(i, "+"), (i, "-")} <= seen.own} & known
    vague = 3.0 if figure.qualifier in (Qualifier.IN_WORDS, Qualifier.NOT_KNOWN) else 0.0
    return len(more) + heavy + vague + len(torn)


_NARROWED = 0.5
"""What a figure says more that is only of some, in a place or of a kind, and not of what was done to all of them."""
_WHICH = regex(r"\s+(?:in|at|on|by|from|with|under|among|involving|for)\s+(?!(?:the\s+)?(?:year|month|week)s?\b)")


def _narrowing(figure: Figure) -> frozenset[str]:
    """The terms of the phrase right after what FIGURE counts, which says of which of them it is ("hens *in barns*")."""
    _, counted, after = figure.measure.partition(figure.counted) if figure.counted else ("", "", "")
    return lexicon().ids(after) if counted and _WHICH.match(after) else frozenset()


def unasked_heads(wanted: Wanted, seen: Profile, figure: Figure) -> set[str]:
    """The terms of what FIGURE counts that nobody asked about; of a listed part, all that stands after the lead."""
    lex = lexicon()
    listing = _INCLUDING.match(figure.measure)
    listed = {s.id for s in senses(figure.measure[listing.end() :])} if listing else set()
    asked = {s.id for s in wanted.terms} | {i for s in wanted.terms for i in lex.relatives(s.id)}
    plain = ({i for i, _ in seen.head} | listed) - {i for i, _ in seen.inherited}
    kinds = {lex.kind(i) for i in asked}
    plain = {i for i in plain if implied_by(i) not in kinds or not implied_by(i)}  # who robs is convicted of it
    return {i for i in plain if not lex.general(i) and i not in asked and asked.isdisjoint(lex.broader(i))}


def unasked_period(wanted: Wanted, figure: Figure, wholes: tuple[Figure, ...]) -> float:
    """A figure of part of the time does not answer for the whole of it."""
    if wanted.times or wanted.events or figure.period is None:
        return 0.0
    ends = (figure.period.start, figure.period.end)
    over = wholes[0].period if wholes else None
    part = figure.part_of is not None and (over is None or (over.start, over.end) != ends)
    return 0.3 if part or None in ends else 0.02


_WENT_BEFORE = regex(
    r"\b(?:of|under|for|from|to|by|with|through|against|on|about)\s+(?:either|both|these|those|this|that)\s+"
    r"(?!(?:years?|months?|weeks?|days?|quarters?|periods?|times?|country|parliament|century|decade|who|which)\b)"
    r"(?P<what>[a-z]+)",
    re.IGNORECASE,
)


def of_one_time_of_several(wanted: Wanted, figure: Figure, view: View, sentence: str) -> bool:
    """Whether FIGURE is a cell under a time ("2020: 293; 2021: 276") beside cells of others, and no time is asked for.

    In a large record nothing says which time is meant, nor that the last one there is over.
    """
    if wanted.times or wanted.first or not _under_its_time(figure, sentence):
        return False
    beside = view.beside(figure)
    return any(f.period != figure.period and f.inherited == figure.inherited and f.period is not None for f in beside)


def _under_its_time(figure: Figure, sentence: str) -> bool:
    return figure.period is not None and bool(figure.period.words) and f"{figure.period.words}: " in sentence


def of_what_went_before(wanted: Wanted, figure: Figure) -> bool:
    """Whether FIGURE is of a thing named before it that the question does not name: "no fines *under either order*".

    In a large record nothing says that it is the thing that is meant.
    """
    asked = {s.id for s in wanted.terms}
    return any(not lexicon().ids(m["what"]) & asked for m in _WENT_BEFORE.finditer(figure.measure))
