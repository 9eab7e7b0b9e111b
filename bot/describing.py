"""Things that a figure does not count, but which only say of what sort those are that it counts."""

from __future__ import annotations

import re

from bot.query import Wanted
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["describing"]

_SAME_THING = frozenset(
    {"servic", "unit", "item", "incid", "vacanc", "type", "kind", "set", "post", "case", "place", "area"}
)
"""Nouns that stand for the thing before them: train *services* are trains, and job *vacancies* jobs."""
_KINDS = ("word", "concept")
"""Kinds of term that are things: a person, an offence or a nationality describes those who are counted too."""
_APART = regex(r"\b(?:of|for|from|with|in|on|at|by|to|that|which|who)\b", re.IGNORECASE)


def describing(wanted: Wanted, figure: Figure) -> list[str]:
    """What is asked to be counted, where FIGURE counts another thing that is only named by it: of "90 boat *licences*"
    none is a boat."""
    lex = lexicon()
    focus = wanted.focus[-1:]
    if not focus or lex.kind(focus[0].id) not in _KINDS or lex.general(focus[0].id) or figure.breakdown:
        return []
    told = [t for t in lex.terms(figure.counted) if t.id]
    if len(told) < 2 or _APART.search(figure.counted):
        return []
    last, before = told[-1], {t.id for t in told[:-1]}
    asked = {s.id for s in wanted.terms}
    known = asked.union(*(lex.relatives(i) | lex.narrower(i) for i in asked))
    thing = lex.kind(last.id) in _KINDS and not lex.general(last.id) and last.id not in _SAME_THING
    named = focus[0].id in before or bool(lex.narrower(focus[0].id) & before)
    return [focus[0].words] if thing and named and last.id not in known else []
