"""When what went on for a time began or ended, told from the period that the record gives for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answer import Answer
from bot.compose import Composer
from bot.dated_things import of_a_paper
from bot.forms import Ask
from bot.heard import Line, bears
from bot.query import Query
from bot.question import read
from bot.sayings import hear
from corpus.extract.dates import periods
from corpus.extract.sense import ASSERTED, senses
from corpus.patterns import regex

__all__ = ["began_or_ended"]

_ASKED = regex(
    r"^(?:and |so )?when did (?P<what>.+?) (?:first )?(?P<end>start|begin|end|stop|finish|cease|come to an end)\W*$",
    re.IGNORECASE,
)
_BEGAN = ("start", "begin")
_FEW = 8
"""Of so many lines that give a period the plainest is told."""


def _so(text: str) -> frozenset[str]:
    """The terms that TEXT asserts, and neither denies nor only weighs."""
    return frozenset(s.id for s in senses(text) if s.mark == ASSERTED)


def began_or_ended(query: Query, lines: Sequence[Line], composer: Composer, *, picked: bool) -> Answer | None:
    """The month in which it began or ended; None where that is not asked, or no line gives the whole period."""
    match = _ASKED.match(query.resolved or query.text) if query.ask is Ask.WHEN else None
    if match is None:
        return None
    asked = read(f"Over what period did {match['what']} take place?", query.as_of)
    for heard in sorted(hear(asked, lines, picked=picked)[:_FEW], key=lambda h: len(h.line.text)):
        if not asked.wanted.telling or not all(bears(s, _so(heard.line.text)) for s in asked.wanted.telling):
            continue
        day = heard.line.source.published
        for mention in periods(heard.line.text, day):
            start, end = mention.period.start, mention.period.end
            before = heard.line.text[: mention.span.start]
            if of_a_paper(query, before, {s.id for s in asked.wanted.terms}):
                continue
            if mention.relation in ("between", "from") and start and end:
                told = start if match["end"].lower() in _BEGAN else end
                return composer.heard([heard], f"{told:%B %Y}.")
    return None
