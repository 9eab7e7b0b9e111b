"""How many more are still to be done: so many as were to be, less those that since have been.

"The firm was asked to hire 90 cooks and has hired 72": it must hire 18 more. What it has done is never what it must.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answer import Answer
from bot.choosing import Found
from bot.compose import Composer
from bot.derive import Incomparable, difference
from bot.match import Fit
from bot.query import Query
from bot.scales import Scales
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure, Qualifier

__all__ = ["to_go"]

_MORE = regex(
    r"\bhow many (?:more|further|extra)\b(?!.*\bthan\b)|\bhow many\b.*\b(?:still|yet|left) to (?:be )?[a-z]+",
    re.IGNORECASE,
)
_MUST = regex(
    r"\b(?:must|should|will|needs?\s+to|(?:has|have|had)\s+(?:still\s+)?to|(?:still|yet|left|due|supposed)\s+to)\b",
    re.IGNORECASE,
)
_WILL = regex(r"\bwill\b", re.IGNORECASE)
_TO_DO = regex(r"\b(?:to|must|should|will)\s+(?:be\s+)?(?P<do>[a-z]{3,})\b", re.IGNORECASE)
_PROMISED = regex(
    r"\b(?:promised|pledged|ordered|commissioned|wanted|sought|needed|a target of|asked for|called for)\b(?!\s+to\b)",
    re.IGNORECASE,
)
"""What was to be of a thing, where no deed of its own is told ("*promised* 20,000 officers")."""
_DONE = regex(r"\b(?:has|have|had)\b(?!\s+to\b)", re.IGNORECASE)
_NEAR = 400
"""What was to be done and what has been stand so near one another."""


def to_go(query: Query, scales: Scales, composer: Composer) -> Answer | None:
    """What is left to be done of what QUERY asks, or was to be; None where the record does not tell of both."""
    more = _MORE.search(query.text) is not None
    if _MUST.search(query.text) is None or (not more and _WILL.search(query.text)):
        return None
    plain = tuple(replace(s, mark="+") for s in query.wanted.rest)
    done = replace(query.wanted, rest=plain, words=_MUST.sub("has", query.wanted.words))
    fits = [f for f in scales.fits(done) if f.complete and _done(f.figure)]
    for fit in fits[:1]:
        planned = [f for f in scales.view.figures.values() if _of_those(f, fit.figure)]
        if len(planned) == 1:
            return _left(planned[0], fit, more, composer)
    return None


def _done(figure: Figure) -> bool:
    return not figure.note and _DONE.search(figure.measure) is not None


def _of_those(planned: Figure, done: Figure) -> bool:
    """Whether PLANNED is how many of what was DONE were to be, told shortly before it."""
    if planned.source_id != done.source_id or planned.unit != done.unit or planned.note or _done(planned):
        return False
    if not 0 <= done.span.start - planned.span.end <= _NEAR or planned.value is None or done.value is None:
        return False
    lex = lexicon()
    deeds = {i for match in _TO_DO.finditer(planned.measure) for i in lex.ids(match["do"])}
    told = bool(deeds & lex.ids(done.measure)) if deeds else _PROMISED.search(planned.measure) is not None
    return told and lex.ids(planned.counted) == lex.ids(done.counted) and planned.value >= done.value


def _left(planned: Figure, done: Fit, more: bool, composer: Composer) -> Answer | None:
    if not more:
        return composer.figure(Found(figure=planned, fit=replace(done, figure=planned)))
    exact = planned.qualifier is done.figure.qualifier is Qualifier.EXACTLY
    try:
        return composer.worked(difference(planned, done.figure)) if exact else None
    except Incomparable:
        return None
