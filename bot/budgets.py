"""Questions of how far something went past its budget, which the budget itself does not answer."""

from __future__ import annotations

import re

from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["BUDGET", "LEFT", "OVERSPENT", "OVER_BUDGET", "past_budget"]

OVER_BUDGET = regex(
    r"\bhow (?:much|far|many (?:pounds|euros|dollars))\b.*?\b(?P<side>over|above|past|beyond|exceed\w*|under"
    r"|below|within) (?:its|their|the|his|her|that)? ?(?:original |planned )?budget\b"
    r"|\bhow (?:much|far)\b.*\b(?P<verb>over|under)(?:spen[dt]|ran|run|shot)\b"
    r"|\b(?:what|how (?:big|large|great|much)) (?:was|is|were) the (?:\w+ )?(?P<noun>over|under)(?:spend|run"
    r"|spending)\b"
    r"|\bhow much\b[^?]*\bbudget\b[^?]*\b(?P<left>left(?! out)|unspent|remain(?:s|ed|ing)?|unused"
    r"|still to (?:be spent|spend))\b",
    re.IGNORECASE,
)
"""Such a question, with the side of the budget that it asks of, or that it asks what is left of it."""
LEFT_OF_IT = regex(r"\b(?:left|unspent|remain\w*|unused|still|underspen[dt]|rest|balance)\b", re.IGNORECASE)
LEFT = regex(r"left|unspent|remain(?:s|ed|ing)?|unused|spent?|spend", re.IGNORECASE)
"""What says in a question only that a budget was not all spent."""
_PAST = regex(
    r"\b(?:over|above|past|beyond|exceed\w*|under|below) (?:its|their|the|his|her)? ?(?:original |planned )?budget\b",
    re.IGNORECASE,
)
_OF_SO_MUCH = regex(r"\bbudget (?:of|was|is|stood|had been)\b", re.IGNORECASE)
OVERSPENT = frozenset({"overspend", "underspend"})
BUDGET = regex(r"\bbudget(?:ed)?\b(?! (?:speech|statement|day))", re.IGNORECASE)


def past_budget(asked: str, own: str) -> list[str]:
    """That it is asked how far past a budget something went, or what is left of it, where a figure's OWN words give the
    budget itself; and the other way about ("£1 million *over budget*" is no budget)."""
    of_it = OVER_BUDGET.search(f"how much {asked}") if BUDGET.search(asked) else None
    if of_it is not None and of_it["left"] and LEFT_OF_IT.search(own) is None:
        return [f"what is {of_it['left']} of it"]
    match = _PAST.search(asked)
    beside = _PAST.search(own) is not None and _OF_SO_MUCH.search(own) is None
    if of_it is None and match is None and BUDGET.search(asked) and beside:
        return ["the budget itself"]
    if match is None or BUDGET.search(own) is None:
        return []
    return [] if lexicon().ids(own) & OVERSPENT else [match.group()]
