"""Days and months that are written without a year: the latest before the day of writing, or the first after it."""

from __future__ import annotations

from datetime import date

from corpus.extract.scan import Scan, bag
from corpus.records import When

__all__ = ["days_of", "month_of", "to_come"]

_WILL = bag("will shall would must expects intends plans aims hopes")
_MAY = bag("may can cannot")
_UNTIL = bag("until till by before")
"""Between what may be done and the day up to which it may."""
_IS_TO = bag("due expected scheduled promised planned hoped")
_OVER = bag("was were had did since before after until")
_UNDERTOOK = bag("promised pledged vowed agreed undertook offered hoped planned intended")
_PUT_OFF = bag("postponed deferred delayed adjourned rescheduled moved")
"""Before "to", what was to be done; before a day, to what it was put off: of these the nearer day is meant."""
_NEAR = 14
"""How many words before a date its verb is looked for."""
_YEARS = 9
"""How far from the anchor a 29 February is looked for."""


def to_come(tokens: Scan, index: int, anchor: date | None, month: int, day: int = 15) -> bool:
    """Whether the date at token INDEX is of what is still to happen: "will report by 1 July", "is due in May".

    Of what was promised or put off either may be so: the MONTH and DAY nearer to the ANCHOR is meant.
    """
    for at in range(index - 1, max(index - _NEAR, 0) - 1, -1):
        word = tokens.lower[at]
        if at == index - 1 and word in ("until", "till"):
            if tokens.before(at) in ("have", "has"):
                return True  # "firms *have until* 9 July to reply"
            continue  # "postponed *until*": what stands before it tells
        if word in _MAY and not tokens.capital(at) and tokens.before(index) in _UNTIL:
            return tokens.after(at) != "have"
        if (word in _UNDERTOOK and tokens.after(at) == "to") or _put_off(tokens, at, index):
            return _nearer_ahead(anchor, month, day)
        if word in _OVER or not tokens.joined(at + 1):
            return False
        if word in _WILL:
            return tokens.after(at) != "have"
        if word in _IS_TO:
            return tokens.before(at) in ("is", "are", "be", "now")
    return False


def _put_off(tokens: Scan, at: int, index: int) -> bool:
    """Whether it was put off to the date at token INDEX by the word AT a place ("put *off* from May to July")."""
    off = tokens.lower[at] in _PUT_OFF or (tokens.lower[at] in ("off", "back") and tokens.before(at) == "put")
    return off and tokens.before(index) in ("to", "until", "till")


def _nearer_ahead(anchor: date | None, month: int, day: int) -> bool:
    """Whether the next such day is nearer to ANCHOR than the last one."""
    if anchor is None:
        return False
    apart = (date(2001, month, min(day, 28)) - date(2001, anchor.month, min(anchor.day, 28))).days % 365
    return 0 < apart < 365 - apart


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
