"""Of whom a thing has *still not* been done, where the record tells of whom it had not, and of whom it was done since.

"Of the pilots, 90 had not been tested. Tests have now been held of 62": 28 have still not been tested. The 62 are
part of those who had not been, and take that from their whole, but they are not those who are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.choosing import Found
from bot.match import Fit
from bot.query import Wanted
from bot.scales import Scales
from bot.sums import remainder
from corpus.extract.sense import ASSERTED, DENIED, Sense, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["not_yet"]

_NOT_YET = regex(
    r"\b(?:still|yet)\b[^,;.?]*?(?:\bnot\b|n['\u2019]t\b|\bnever\b|\bun[a-z]+(?:ed|en|ght|id)\b|\bwithout\b)"
    r"|(?:\bnot|n['\u2019]t) (?:yet|so far)\b|(?:\bnot\b|n['\u2019]t\b)[^,;.?]*\byet\b",
    re.IGNORECASE,
)
_STANDS = regex(r"\b(?:still|yet|remain\w*|outstanding)\b", re.IGNORECASE)


def not_yet(wanted: Wanted, best: Fit | None, fits: list[Fit], scales: Scales) -> Found | None:
    """What is left of those to whom a thing had not been done; None where that is not asked, or BEST tells it itself.

    BEST is taken for no answer where it only has the denial from its whole, whatever became of it since.
    """
    denied = [s.id for s in wanted.terms if s.mark == DENIED]
    if best is None or not denied or _NOT_YET.search(wanted.words) is None or _STANDS.search(best.figure.measure):
        return None
    rest = remainder(wanted, fits, scales)
    if rest is not None and rest.worked is not None and best.figure in rest.worked.operands:
        return rest
    own = senses(f"{best.figure.counted}. {best.figure.measure}")
    if _denied(own, denied):
        return None
    return rest or (None if _apart(wanted, best.figure, own, scales) else _nothing(fits))


def _nothing(fits: list[Fit]) -> Found:
    return Found(missing=("of how many that is still so",), nearest=tuple(fits[:3]))


def _denied(own: Sequence[Sense], denied: Sequence[str]) -> bool:
    """Whether a figure's OWN words deny what is DENIED in the question."""
    known = set(denied).union(*map(lexicon().relatives, denied))
    return any(s.mark == DENIED and s.id in known for s in own)


def _apart(wanted: Wanted, figure: Figure, own: Sequence[Sense], scales: Scales) -> bool:
    """Whether FIGURE is of some of its whole that the question names ("*in Hull*"), and tells of nothing done since."""
    whole = scales.view.whole(figure)
    above = lexicon().ids(f"{whole.counted}. {whole.measure}") if whole is not None else frozenset()
    here = {s.id for s in own}
    named = any(s.mark == ASSERTED and s.id in here and s.id not in above for s in wanted.telling)
    done = any(s.kind == "action" and s.mark != DENIED and not lexicon().general(s.id) for s in own)
    return named and not done
