"""The values that a sheet's fields hold, read from the text that was written: dates, numbers, words."""

from __future__ import annotations

import calendar
from datetime import date
from decimal import Decimal

from corpus.patterns import regex
from corpus.records import Qualifier, When

__all__ = ["NO_NUMBER", "read_number", "read_when", "tidy"]

NO_NUMBER = {
    "not known": Qualifier.NOT_KNOWN,
    "in words": Qualifier.IN_WORDS,
    "suppressed": Qualifier.SUPPRESSED,
}
"""What may stand in place of a number, and the qualifier that says so."""

_DATE = regex(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_NUMBER = regex(r"-?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,9})?")


def tidy(text: str) -> str:
    """TEXT on one line, with single spaces, so that folding it differently in the file changes nothing."""
    return " ".join(text.split())


def read_when(text: str) -> When:
    """A day, month or year, no more exact than written. Raises ValueError saying what to write instead."""
    found = _DATE.fullmatch(text.strip())
    try:
        if not found:
            raise ValueError(text)
        year, month, day = (int(part) if part else None for part in found.groups())
        return _when(int(year or 0), month, day)
    except ValueError:
        raise ValueError(f"{_short(text)} is not a date; write YYYY-MM-DD, YYYY-MM or YYYY") from None


def _when(year: int, month: int | None, day: int | None) -> When:
    first = date(year, month or 1, day or 1)
    if day:
        return When.on(first)
    last_month = month or 12
    return When(first, date(year, last_month, calendar.monthrange(year, last_month)[1]))


def read_number(text: str) -> Decimal:
    """A number as written, its commas in threes. Raises ValueError saying what to write instead."""
    if not _NUMBER.fullmatch(text.strip()):
        allowed = ", ".join(f"'{word}'" for word in NO_NUMBER)
        raise ValueError(f"{_short(text)} is not a number; write digits, or one of {allowed}")
    return Decimal(text.strip().replace(",", ""))


def _short(text: str) -> str:
    text = tidy(text)
    return (text if len(text) <= 40 else text[:40] + "…") or "nothing"
