"""What things and persons are called by where they stand: whoever is held in prison is a prisoner, "40 more" are extra,
and under a title that names pension claims the claims are those.

Of persons only where those counted are asked about: of foreigners held in prison nothing follows for all prisoners.
"""

from __future__ import annotations

import re

from bot.bearing import RELATED, Profile
from corpus.extract.sense import ASSERTED, Sense
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["called", "on_top", "short_for"]

_IN = {"prisoner": "prison", "prison-population": "prison"}
"""For each name, where they are who bear it."""
_OUT = frozenset({"released", "escaped", "early-release", "released-in-error", "escape-from-custody"})
"""What says that they are there no longer."""


def called(asked: Sense, terms: tuple[Sense, ...], seen: Profile) -> float:
    """How far ASKED, one of a question's TERMS, is borne out by what is said of those whom SEEN counts; 0 for not."""
    lex = lexicon()
    if asked.mark != ASSERTED or asked.id not in _IN:
        return 0.0
    told = {i for i, _ in seen.own | seen.inherited}
    known = {s.id for s in terms} | {i for i, _ in seen.inherited}
    heads = {i for i, mark in seen.head if mark == ASSERTED and not lex.general(i)}
    inside = (_IN[asked.id], ASSERTED) in seen.own and told.isdisjoint(_OUT)
    both = any(s.kind in ("nationality", "attribute") and s.id not in heads for s in terms)
    return RELATED if inside and heads <= known and not both else 0.0


_EXTRA = ("extra", "additional", "further", "new")
_MORE = regex(r"\s+more\b(?!\s+than\b)", re.IGNORECASE)


def on_top(asked: Sense, figure: Figure, sentence: str) -> bool:
    """Whether those are asked for that come on top, and FIGURE is of so many *more* ("we are hiring 30 more")."""
    after = figure.span.end - figure.context.start
    return asked.words.lower() in _EXTRA and _MORE.match(sentence, after) is not None


def short_for(asked: Sense, seen: Profile, title: str) -> bool:
    """Whether ASKED is a name of several words that the TITLE of a source gives, and what SEEN counts is its last.

    Under "Pension claims (delays)", 40 claims are pension claims.
    """
    lex, words = lexicon(), asked.words.split()
    if len(words) < 2 or asked.mark != ASSERTED or asked.id not in lex.ids(title):
        return False
    heads = {i for i, mark in seen.head if mark == ASSERTED}
    return bool(lex.ids(words[-1]) & heads)
