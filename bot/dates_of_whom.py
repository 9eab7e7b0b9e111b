"""Whose date it is, of a sentence that dates several persons: "Ann took over in 2010 from Tom, warden since 2007"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.heard import Line
from bot.query import Query
from corpus.extract.dates import DateMention
from corpus.extract.names import names, surname
from corpus.patterns import regex

__all__ = ["dates_of_whom"]

_SINCE_WHEN = regex(r"\bsince when\b|\bhow long (?:has|have|had)\b", re.IGNORECASE)
_IN_OFFICE = regex(
    r"\b(?:since when|how long|been|become|became|beg[aiu]n|start(?:ed)?|appointed|elected|t[ao]ken? (?:over|office|up)"
    r"|took (?:over|office|up)|join(?:ed)?|hold|held)\b",
    re.IGNORECASE,
)
_OUT_OF_IT = regex(
    r"\b(?:replaced|succeeded|followed|removed|sacked|dismissed|resign\w*|le(?:ave|ft)|stop(?:ped)?"
    r"|step\w* down|end(?:ed)?)\b",
    re.IGNORECASE,
)
"""What somebody else's date may tell of: the day on which he made way for another."""
_SINCE = regex(r"\bsince\s+(?:about\s+|around\s+|early\s+|late\s+)?$", re.IGNORECASE)


def dates_of_whom(query: Query, line: Line, found: Sequence[DateMention]) -> list[DateMention]:
    """Those FOUND in LINE that are of the person whom QUERY names, where others are named there who have their own.

    A date is that of the person named last before it. Where none is theirs by this, all are left as they are. "Since
    when" asks for what the sentence says *since*, if it says so.
    """
    kept = list(found)
    text = query.resolved or query.text
    of_office = _IN_OFFICE.search(text) is not None and _OUT_OF_IT.search(text) is None
    asked = {surname(n.words).lower() for n in names(text)} if of_office else set()
    named = [(n.span.start, surname(n.words).lower()) for n in names(line.text)]
    if asked and len({name for _, name in named}) > 1 and asked & {name for _, name in named}:
        kept = [d for d in kept if _before(d.span.start, named) in asked] or kept
    if _SINCE_WHEN.search(query.text):
        kept = [d for d in kept if _SINCE.search(line.text, 0, d.span.start)] or kept
    return kept


def _before(at: int, named: Sequence[tuple[int, str]]) -> str:
    """The surname that was told last before a place; the first of all where none was."""
    before = [name for start, name in named if start < at]
    return before[-1] if before else named[0][1]
