"""What persons are called by where they are: whoever is held in prison is a prisoner, and they are its population.

Only where those counted are asked about: of foreigners held in prison nothing follows for all prisoners.
"""

from __future__ import annotations

from bot.bearing import RELATED, Profile
from corpus.extract.sense import ASSERTED, Sense
from corpus.lexicon.terms import lexicon

__all__ = ["called"]

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
