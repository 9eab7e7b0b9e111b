"""Lists of single deeds, a row for each: orders, sales, payments, each with the day on which it was done.

The numbers of such a list are of that deed alone. All of them together are what was done over the time of the list,
and the last of them is nobody's answer to how many there were.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from corpus.patterns import regex

__all__ = ["are_deeds", "is_deed_day", "is_price"]

_DEED = (
    r"(?:order(?:ed)?|sales?|sold|purchased?|bought|invoiced?|transactions?|payments?|paid|deliver(?:y|ed)|dispatch(?:ed)?"
    r"|book(?:ing|ed)|donat(?:ion|ed)|award(?:ed)?|contract|hired?|visit(?:ed)?|inspect(?:ion|ed)|repair(?:ed)?|call"
    r"|incident|accident|journey|trip|loan(?:ed)?|shipping|shipped|ship|collection|claim)"
)
_DAY_OF = regex(rf"{_DEED}[ _-]?dates?|(?:date|day)[ _]?(?:of )?(?:the )?{_DEED}", re.IGNORECASE)
_PRICE = regex(
    r"(?:unit|item|list)[ _-]?(?:cost|price)|(?:cost|price)s?(?:[ _]?(?:per|each|a|for each)\b.*)?", re.IGNORECASE
)
_ROUND = frozenset({1, 7, 14, *range(28, 32), *range(89, 93), 365, 366})
"""How many days lie between the dates of a series; those of deeds lie as they fall."""


def is_deed_day(heading: str) -> bool:
    """Whether a column so headed has the days of deeds ("Order date", "Date of sale")."""
    return _DAY_OF.fullmatch(heading.strip()) is not None


def is_price(heading: str) -> bool:
    """Whether a column so headed has the price of one thing ("Unit cost"), which adds up to nothing."""
    return _PRICE.fullmatch(heading.strip()) is not None


def are_deeds(heading: str, days: Sequence[date]) -> bool:
    """Whether DAYS under HEADING are those of single deeds, and no series of a day, a week or a month each."""
    gaps = {(later - earlier).days for earlier, later in pairwise(sorted(set(days)))}
    return is_deed_day(heading) and bool(gaps) and not gaps <= _ROUND
