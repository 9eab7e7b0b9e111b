"""Questions of how far something went past its budget, which the budget itself does not answer."""

from __future__ import annotations

import re

from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["BUDGET", "OVERSPENT", "OVER_BUDGET", "past_budget"]

OVER_BUDGET = regex(
    r"\bhow (?:much|far|many (?:pounds|euros|dollars))\b.*?\b(?P<side>over|above|past|beyond|exceed\w*|under"
    r"|below|within) (?:its|their|the|his|her|that)? ?(?:original |planned )?budget\b"
    r"|\bhow (?:much|far)\b.*\b(?P<verb>over|under)(?:spen[dt]|ran|run|shot)\b"
    r"|\b(?:what|how (?:big|large|great|much)) (?:was|is|were) the (?:\w+ )?(?P<noun>over|under)(?:spend|run"
    r"|spending)\b",
    re.IGNORECASE,
)
"""Such a question, with the side of the budget that it asks of."""
_PAST = regex(
    r"\b(?:over|above|past|beyond|exceed\w*|under|below) (?:its|their|the|his|her)? ?(?:original |planned )?budget\b",
    re.IGNORECASE,
)
OVERSPENT = frozenset({"overspend", "underspend"})
BUDGET = regex(r"\bbudget(?:ed)?\b(?! (?:speech|statement|day))", re.IGNORECASE)


def past_budget(asked: str, own: str) -> list[str]:
    """That it is asked how far past a budget something went, where a figure's OWN words give the budget itself."""
    match = _PAST.search(asked)
    if match is None or BUDGET.search(own) is None:
        return []
    return [] if lexicon().ids(own) & OVERSPENT else [match.group()]
