"""Whether four digits that stand alone are a year, by the words beside them."""

from __future__ import annotations

from corpus.extract.scan import Scan, bag

__all__ = ["is_year"]

_NOT_YEARS = bag("act acts order orders regulations bill rules convention agreement measure directive")
_YEAR_LEADS = bag(
    "in since until till by before after during throughout from to between of early late mid year years "
    "for the circa around about over than following spring summer autumn winter session christmas easter "
    "election and or last this next end pre post budget q1 q2 q3 q4 at"
)
_PEOPLE = bag(
    "people persons men women children cases prisoners offenders foreigners staff police individuals "
    "occasions officers patients pupils jobs homes places visits"
)
_VERBS = bag("is was has as this us its does yes thus whereas ours hers figures elections statistics")
_ONLY_YEARS = frozenset({"in", "since", "during", "until"})


def is_year(tokens: Scan, index: int) -> bool:
    """Whether four digits are a year: by the word before them, unless what follows is plainly counted."""
    before, after = tokens.before(index), tokens.after(index)
    if before in _NOT_YEARS or before.isdigit():
        return False
    if tokens.lower[index] < "1900" and before not in _YEAR_LEADS:
        return False
    if after == "more" and before in _ONLY_YEARS and tokens.after(index + 1) == "than":
        return True  # "In 2018 more than 400 boats sank"
    if after in _PEOPLE or after in ("per", "million", "billion", "thousand", "other", "more"):
        return False
    if before in _YEAR_LEADS:
        return before not in ("over", "than", "about", "around", "and", "or", "to", "of") or not _counts(tokens, index)
    return not _counts(tokens, index)


def _counts(tokens: Scan, index: int) -> bool:
    """Whether the word after the digits is a plural that they may count, or the word before makes them an amount."""
    after, before = tokens.after(index), tokens.before(index)
    if before in ("than", "least", "most", "nearly", "almost", "were", "are", "some", "all", "only", "total", "number"):
        return not (before in ("are", "were") and not after)
    follows = after.endswith("s") and not after.endswith(("ss", "ous", "us")) and after not in _VERBS
    return follows and before != "the" and not tokens.capital(index + 1)
