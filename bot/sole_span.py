"""Over what period "the sales" took place, which names no matter: told where one passage of the record tells just that.

Of many matters the bare deed is not told from another's. Where all that the record tells of a period of "the sales",
and not of sales of one kind, stands in one sentence, that is what can be shown, and it is said how it was found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.heard import Heard, Line, bears, ids_of
from bot.query import Query
from corpus.extract.dates import periods
from corpus.patterns import regex

__all__ = ["ONLY_SPAN", "sole_span"]

ONLY_SPAN = "The question names no matter: only this passage was found to give a period of it."
_OF_NO_KIND = regex(
    r"(?:^|[.;:]\s+)(?:all (?:of )?)?(?:the|these|those) (?P<deed>[a-z-]+s)\s+(?:all\s+)?(?:had\s+|have\s+)?"
    r"(?:occurr(?:ed|ing)|took place|taken place|happened|(?:were|been) (?:made|carried out|spread)|ran|spanned|covered"
    r"|lasted)\s+(?=between|from|over|during|in)",
    re.IGNORECASE,
)
_SPANS = frozenset({"between", "from"})


def sole_span(query: Query, lines: Sequence[Line]) -> Heard | None:
    """The one line that tells between which times the deed that QUERY names came about, of no kind of it; else None.

    None too where several lines tell so: which of their matters is meant is not said.
    """
    told = [line for line in lines if _tells(query, line)]
    return Heard(told[0], 1.0, ()) if len(told) == 1 else None


def _tells(query: Query, line: Line) -> bool:
    match = _OF_NO_KIND.search(line.text)
    if match is None or not all(bears(s, ids_of(match["deed"])) for s in query.wanted.telling):
        return False
    spans = [p for p in periods(line.text, line.source.published) if p.span.start >= match.end()]
    return bool(spans) and spans[0].span.start == match.end() and spans[0].relation in _SPANS
