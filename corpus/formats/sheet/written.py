"""Where a line gives its value: the characters of the qualifier and the number, as they were written."""

from __future__ import annotations

import re
from decimal import Decimal

from corpus.records import Qualifier, Span

__all__ = ["find_value", "spell"]

_BEFORE = {
    Qualifier.ABOUT: "about|around|approximately|roughly|some",
    Qualifier.AT_LEAST: "at least|no fewer than",
    Qualifier.AT_MOST: "at most|up to|no more than",
    Qualifier.MORE_THAN: "more than|over",
    Qualifier.FEWER_THAN: "fewer than|less than|under",
    Qualifier.NEARLY: "nearly|almost",
    Qualifier.BETWEEN: "between",
}
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ONES = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spell(number: Decimal) -> str:
    """A whole number from 1 to 99 in words; "" for any other."""
    if number != number.to_integral_value() or not 1 <= number <= 99:
        return ""
    whole = int(number)
    if whole < 20:
        return _ONES[whole]
    return _TENS[whole // 10 - 2] + (f"-{_ONES[whole % 10]}" if whole % 10 else "")


def find_value(
    says: str, value: Decimal | None, qualifier: Qualifier, upper: Decimal | None = None, written: str = ""
) -> Span:
    """The one place in SAYS of VALUE with its QUALIFIER, or of the words WRITTEN.

    Raises ValueError, in one clause that says what to change, where there is none or more than one.
    """
    within = _only(re.escape(written), says, f"'{written}'") if written else Span(0, len(says))
    if value is None:
        if not written:
            raise ValueError("a value without a number needs 'written', the words in 'says' that give it")
        return within
    found = _only(_pattern(value, upper), within.of(says), _plain(value, upper))
    number = Span(within.start + found.start, within.start + found.end)
    return _with_qualifier(says, number, qualifier)


def _only(pattern: str, says: str, what: str) -> Span:
    places = [m.span() for m in re.finditer(pattern, says, re.IGNORECASE)]
    if not places:
        raise ValueError(f"'says' does not give {what}; write it there as it is in 'value'")
    if len(places) > 1:
        raise ValueError(f"'says' gives {what} {len(places)} times; say which with 'written'")
    return Span(*places[0])


def _with_qualifier(says: str, number: Span, qualifier: Qualifier) -> Span:
    before = says[: number.start]
    for kind, words in _BEFORE.items():
        hit = re.search(rf"\b(?:{words}) $", before, re.IGNORECASE)
        if hit and kind is qualifier:
            return Span(hit.start(), number.end)
        if hit and not (kind is Qualifier.ABOUT and hit.group().lower() == "some "):
            raise ValueError(f"'says' gives the value with '{hit.group().strip()}'; give the same as 'qualifier'")
    if qualifier is not Qualifier.EXACTLY:
        wanted = _BEFORE.get(qualifier, "").split("|")[0] or str(qualifier)
        raise ValueError(f"'says' does not give the value as '{wanted}'; put the qualifier just before it")
    return number


def _pattern(value: Decimal, upper: Decimal | None) -> str:
    return _number(value) if upper is None else rf"{_number(value)} (?:and|to) {_number(upper)}"


def _number(value: Decimal) -> str:
    forms = {f"{value:,f}", f"{value:f}"}
    digits = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    # A day of the month, half of "2005-06" and the tail of a longer number are not the value.
    bounds = rf"(?![\d/]|[.,-]\d| (?:{_MONTHS})\b)"
    pattern = rf"£?(?<![\d.,/])(?<!\d-)(?:{digits}){bounds}(?: ?%| per cent\b)?"
    word = spell(value)
    return rf"(?:{pattern}|(?<![\w-]){word}(?![\w-]))" if word else pattern


def _plain(value: Decimal, upper: Decimal | None) -> str:
    return f"{value:,f}" if upper is None else f"{value:,f} and {upper:,f}"
