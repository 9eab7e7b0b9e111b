"""A number with its sign, currency and unit: "£3.2 million", "15.6 per cent", "18-year-old", "16-month", "-3.2%"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from corpus.extract.numerals import Numeral, digits_at, words_at
from corpus.extract.quantity import Kind
from corpus.patterns import regex

__all__ = ["Amount", "amount_at"]

_CURRENCY = regex(r"(?P<sign>[-\u2212]?)(?P<c>[£$€¥])\s?(?P<inner>[-\u2212]?)(?=[0-9½¼¾])")
_DURATIONS = "minute|hour|day|week|weekend|fortnight|month|year|decade"
_SHORT = {"hr": "hours", "hrs": "hours", "min": "minutes", "mins": "minutes", "sec": "seconds", "secs": "seconds"}
_MEASURES = {
    "mile": "miles", "km": "km", "kilometre": "km", "kilometer": "km", "metre": "metres", "cm": "cm", "mm": "mm",
    "kg": "kg", "kilogram": "kg", "kilo": "kg", "gram": "grams", "tonne": "tonnes", "ton": "tons", "litre": "litres",
    "acre": "acres", "hectare": "hectares", "mw": "MW", "gw": "GW", "kw": "kW", "tw": "TW", "mwh": "MWh", "gwh": "GWh",
    "kwh": "kWh", "twh": "TWh", "mph": "mph", "kb": "KB", "mb": "MB", "gb": "GB", "tb": "TB", "hz": "Hz",
    "foot": "feet", "feet": "feet", "ft": "feet", "inch": "inches", "inche": "inches", "basis point": "basis points",
    "square mile": "square miles",
    "square metre": "square metres", "square kilometre": "square kilometres", "square foot": "square feet",
    "square feet": "square feet", "cubic metre": "cubic metres", "yard": "yards", "mhz": "MHz", "ghz": "GHz",
}  # fmt: skip
_NAMES = "|".join(re.escape(m).replace(r"\ ", r"\s+") for m in sorted(_MEASURES, key=len, reverse=True))
_RATIO = (
    r"(?:(?:[\u00b5\u03bcm]g|mcg|g|kg|t|tonnes|ml|km|miles|m|kWh|MWh)/"
    r"(?:100\s?ml|litre|ml|dl|l|kg|ha|hectare|m[\u00b2\u00b3]|km|MWh|hour|hr|h|sec|s|day|year)"
    r"|[\u00b5\u03bcm]g|mcg|ml)(?![\w/])"
)
"""Small weights and measures, and so much of one to one of another: "550 \u00b5g/L", "12 km/h", "8 mg"."""
_SUFFIX = regex(
    r"(?P<points>[\s-]?(?:percentage[\s-]points?|ppts?|pp)\b|[\s-]per\s?cent[\s-]points?\b)"
    r"|(?P<percent>\s?%|[\s-]per\s?cent(?:age)?\b|[\s-]?percent\b|\s?pc\b)"
    r"|(?P<age>[\s-](?P<au>year|month|week|day)s?[\s-](?:olds?|of[\s-]age)\b)"
    rf"|(?P<duration>[\s-]{{1,2}}(?:(?P<adj>working|sitting|calendar)\s+)?(?P<u>{_DURATIONS})s?\b|(?:-|\s+)(?P<s>second)(?:s\b|(?<=-second)\b)"
    r"|[\s-]?(?P<short>hrs?|mins?|secs?)\b)"
    r"|(?P<pence>p\b(?!\.m)|\s+pence\b)"
    r"|(?P<money>\s+(?P<cur>pounds?(?:\s+sterling)?|euros?|(?:US\s+)?dollars?)\b)"
    r"|(?P<heat>\s?°\s?[CF]?\b|\s?°|\s+degrees\s+(?:Celsius|centigrade|Fahrenheit|C\b|F\b))"
    rf"|(?P<ratio>\s?(?P<r>{_RATIO}))"
    rf"|(?P<measure>(?:\s|-)?(?P<m>{_NAMES})s?\b)"
    r"|(?P<times>\s+times\b|[-\s]?fold\b)"
    r"|(?P<rate>\s+(?:per|for\s+every)\s+(?P<base>(?:[0-9][0-9,]*(?![0-9])(?:\s+(?:million|thousand))?|million|thousand|hundred\s+thousand)\b))",
    re.IGNORECASE,
)
_KINDS: dict[str, Kind] = {
    "points": "percentage", "percent": "percentage", "age": "age", "duration": "duration", "pence": "money",
    "money": "money", "heat": "measure", "ratio": "measure", "measure": "measure", "times": "multiplier",
    "rate": "rate",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """A number from ``start`` (its sign or currency) to ``end`` (its unit); ``numeral`` is the number alone."""

    start: int
    end: int
    numeral: Numeral
    value: Decimal
    kind: Kind = "count"
    unit: str = ""


def amount_at(text: str, start: int, end: int, floor: int = 0) -> Amount | None:
    """The amount whose sign, digits or number word begins at START, and the minus before it (from FLOOR on)."""
    money = _CURRENCY.match(text, start, end)
    at = money.end() if money else start
    numeral = digits_at(text, at, end) if text[at : at + 1] in _FIGURES else words_at(text, at, end)
    if numeral is None:
        return None
    minus = _minus(text, start, floor) or bool(money and (money["sign"] or money["inner"]))
    value = -numeral.value if minus else numeral.value
    begin = start - 1 if _signed(text, start, floor) else start
    kind, unit, stop = _suffix(text, numeral.end, end)
    if money:
        return Amount(begin, numeral.end, numeral, value, "money", money.group("c"))
    return Amount(begin, stop, numeral, value, kind, unit)


_FIGURES = frozenset("0123456789½¼¾")


def _signed(text: str, start: int, floor: int) -> bool:
    """Whether a sign stands alone before START: "-3.2%" and "(+4)", never the hyphen of "1-3" or "Covid-19"."""
    if start <= floor or text[start - 1] not in "-\u2212\u2013+":
        return False
    return start - 1 == floor or text[start - 2] in " \t\n(\u00a0"


def _minus(text: str, start: int, floor: int) -> bool:
    return _signed(text, start, floor) and text[start - 1] != "+"


def _suffix(text: str, start: int, end: int) -> tuple[Kind, str, int]:
    match = _SUFFIX.match(text, start, end)
    if match is None:
        return "count", "", start
    name = next(k for k in _KINDS if match.group(k) is not None)
    return _KINDS[name], _unit(match, name), match.end()


def _unit(match: re.Match[str], name: str) -> str:
    if name == "duration":
        short = match.group("short")
        plain = _SHORT[short.lower()] if short else (match.group("u") or "second").lower() + "s"
        return f"working {plain}" if (match.group("adj") or "").lower() == "working" else plain
    if name == "age":
        return match.group("au").lower() + "s"
    if name == "money":
        return {"p": "£", "e": "€"}.get(match.group("cur")[0].lower(), "$")
    if name == "ratio":
        return match.group("r")
    if name == "measure":
        return _MEASURES[" ".join(match.group("m").lower().split())]
    if name == "heat":
        return (
            "°F"
            if match.group().strip(" °")[:1].upper() == "F" or "ahren" in match.group()
            else _celsius(match.group())
        )
    if name == "rate":
        return "per " + match.group("base")
    return {"points": "percentage points", "percent": "%", "pence": "p", "times": "times"}[name]


def _celsius(words: str) -> str:
    return "°C" if words.strip(" °") else "°"
