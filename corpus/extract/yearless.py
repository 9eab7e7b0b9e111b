"""Days and months that are written without a year: the latest before the day of writing, or the first after it."""

from __future__ import annotations

from datetime import date

from corpus.extract.scan import Scan, bag
from corpus.records import When

__all__ = ["days_of", "month_of", "to_come"]

_WILL = bag("will shall would must expects intends plans aims hopes")
_IS_TO = bag("due expected scheduled promised planned hoped")
_OVER = bag("was were had did since before after until")
_NEAR = 14
"""How many words before a date its verb is looked for."""
_YEARS = 9
"""How far from the anchor a 29 February is looked for."""


def to_come(tokens: Scan, index: int) -> bool:
    """Whether the date at token INDEX is of what is still to happen: "will report by 1 July", "is due in May"."""
    for at in range(index - 1, max(index - _NEAR, 0) - 1, -1):
        word = tokens.lower[at]
        if word in _OVER or not tokens.joined(at + 1):
            return False
        if word in _WILL:
            return tokens.after(at) != "have"
        if word in _IS_TO:
            return tokens.before(at) in ("is", "are", "be", "now")
    return False


def days_of(anchor: date | None, month: int, first: int, last: int, *, ahead: bool) -> When | None:
    """The latest such days that begin on or before the anchor, or AHEAD, the first on or after it.

    None without an anchor. Raises ValueError for a day that no year has; a leap year may have it.
    """
    When(date(2000, month, first), date(2000, month, last))
    if anchor is None:
        return None
    forth, back = (
        range(anchor.year, min(anchor.year + _YEARS, 9999)),
        range(anchor.year, max(anchor.year - _YEARS, 0), -1),
    )
    for year in forth if ahead else back:
        try:
            when = When(date(year, month, first), date(year, month, last))
        except ValueError:
            continue
        if when.last >= anchor if ahead else when.first <= anchor:
            return when
    return None


def month_of(anchor: date | None, month: int, *, ahead: bool) -> When | None:
    """The latest such month that had begun at the anchor, or AHEAD, the first that was not over."""
    if anchor is None:
        return None
    if ahead:
        return When.month(anchor.year + (month < anchor.month), month)
    return When.month(anchor.year - (month > anchor.month), month)
