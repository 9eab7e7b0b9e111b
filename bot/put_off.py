"""A day that was once given for a thing to come, and another that the next sentence gives in its place."""

from __future__ import annotations

import re

from bot.forms import Ask
from bot.heard import Line
from bot.lines import Lines
from bot.query import Query
from corpus.extract.dates import dates
from corpus.patterns import regex

__all__ = ["less_put_off"]

_ONCE = regex(
    r"\b(?:had|was|were|have)\b[^.;]*?\b(?:said|told|expected|hoped|planned|promised|announced|due|intended|meant|supposed"
    r"|scheduled|thought|indicated|set)\b|\b(?:said|told|expected|hoped|planned|promised|announced|intended|thought)\b"
    r"[^.;]*?\bwould\b|\boriginally\b",
    re.IGNORECASE,
)
"""What tells of a plan as it was before."""
_NOW = regex(
    r"\b(?:will|is|are|has|have|expects?|plans?|hopes?)\b(?: \w+){0,3}? now\b|\bnow (?:to )?(?:be )?"
    r"(?:will|expect\w*|due|plan\w*|scheduled|set|intend\w*|likely|hop(?:es?|ed)|be)\b",
    re.IGNORECASE,
)
"""What tells of a plan as it stands."""
_AT_FIRST = regex(
    r"\b(?:first|originally|original|initially|initial|previously|before|earlier|once|had|was|were|meant|supposed|then)\b",
    re.IGNORECASE,
)
"""What asks for the plan as it was."""


def less_put_off(query: Query, lines: Lines) -> Lines:
    """LINES less those of a day that the next line puts another in the place of, where it is asked when it will be."""
    if query.ask is not Ask.WHEN or _AT_FIRST.search(query.text) or not lines.tell(_NOW):
        return lines
    stands = {(x.source.id, x.before) for x in lines if x.before and _NOW.search(x.text) and _day(x, x.text)}
    return lines.without(
        lambda x: (x.source.id, x.text) in stands and _ONCE.search(x.text) is not None and _day(x, x.text)
    )


def _day(line: Line, words: str) -> bool:
    """Whether WORDS of LINE name a day, a month or a year."""
    return any(d.when for d in dates(words, line.source.published))
