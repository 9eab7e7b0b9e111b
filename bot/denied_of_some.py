"""Those of a whole of whom a thing is so, by those of whom it is not: "of 90 crews, 12 were not paid"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.prefixes import denied_by_prefix
from bot.query import Wanted
from bot.scales import Scales
from corpus.extract.sense import ASSERTED, DENIED, Sense, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["only_denied", "plainly_denied"]


def plainly_denied(wanted: Wanted) -> list[Wanted]:
    """WANTED of those of whom one thing that it asks is *not* so: "were not paid", "were unpaid"."""
    asked = [s for s in wanted.rest if s.mark == ASSERTED and not lexicon().general(s.id)]
    if any(s.mark == DENIED for s in wanted.terms):
        return []
    turned = [_turned(wanted, s, replace(s, id=other)) for s in asked for other in denied_by_prefix(s)]
    return turned + [
        _turned(wanted, s, replace(s, mark=DENIED))
        for s in asked
        if s.kind in ("action", "word") and not lexicon().denial(s.id)
    ]


_SAY_SO = regex(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|old)|claim\w*|complain\w*|report\w*|believ\w*|th(?:ink|ought)|felt|fear\w*|allege\w*)\b",
    re.IGNORECASE,
)
"""What is only said by those who are counted: the others may have said nothing."""


def only_denied(wanted: Wanted, turned: Wanted, part: Figure, whole: Figure, scales: Scales) -> bool:
    """Whether PART is told to be those of WHOLE of whom just that is not so, so that it is so of all the others.

    Nothing else may be told of the part ("310 *say* that they were not asked"), and no other part beside it.
    """
    lex = lexicon()
    if any(p.id != part.id and p.context == part.context and p.value is not None for p in scales.view.parts(whole)):
        return False
    changed = [s for s in turned.terms if s not in wanted.terms]
    own = senses(f"{part.counted}. {part.measure}")
    if _SAY_SO.search(part.measure) or not all(any(s.id == o.id and s.mark == o.mark for o in own) for s in changed):
        return False
    known = {s.id for s in (*wanted.terms, *turned.terms)} | lex.ids(f"{whole.counted}. {whole.measure}")
    return all(s.id in known or lex.general(s.id) or known & lex.relatives(s.id) for s in own)


def _turned(wanted: Wanted, one: Sense, other: Sense) -> Wanted:
    """WANTED with the sense OTHER in the place of ONE."""
    focus, rest = (tuple(other if s == one else s for s in terms) for terms in (wanted.focus, wanted.rest))
    return replace(wanted, focus=focus, rest=rest)
