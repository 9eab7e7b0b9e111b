"""Digits and number words → their exact value: "1,023", "3.5m", "one hundred and sixty", "half a million".

What the number means (a count, a year, a page) is not decided here; see :mod:`corpus.extract.numbers`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from corpus.patterns import regex

__all__ = ["NUMBER_WORDS", "Numeral", "digits_at", "words_at"]

_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {w: n for n, w in enumerate(_UNITS + _TEENS, 1)} | {w: n for n, w in enumerate(_TENS, 2) for n in [n * 10]}
_SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12, "dozen": 12,
}  # fmt: skip
_SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}

NUMBER_WORDS = frozenset(_SMALL) | {"zero", "nil"}
"""The words that may open a number said in words ("a" and "half" may too: "a hundred", "half a million")."""

_LONGEST = 24
"""Digits that a number may have: more are a key or a checksum, and Decimal arithmetic would round them."""

_SPACES = "\u00a0\u2009\u202f"
_DIGITS = regex(
    rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+(?![0-9])"
    rf"|[1-9][0-9]{{0,2}}(?: 0[0-9]{{2}})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?[½¼¾]?|[½¼¾]"
)
_SCALE = regex(r"(?:[\s-]{0,3}(hundred|thousand|million|billion|trillion|bn)|(mn|m|bn|k|tn))(?![\w])", re.IGNORECASE)
_AND_A_HALF = regex(r"\s+and\s+a\s+(half|quarter)\b", re.IGNORECASE)

_B100 = rf"(?:(?:{'|'.join(_TENS)})(?:[-\s]{{1,2}}(?:{'|'.join(_UNITS)})\b)?|{'|'.join(_TEENS)}|{'|'.join(_UNITS)})"
_B1000 = rf"(?:(?:an?|{_B100})[-\s]{{1,2}}hundred\b(?:(?:\s+and)?\s+{_B100}\b(?![-\s]+hundred\b))?|{_B100}\b)"
_JOIN = rf"(?:\s+(?:and\s+)?(?={_B100}\b|an?\s+hundred\b)|,\s+(?=(?:an?|{_B100})\s+(?:hundred|thousand|million)\b))?"
_BIG = "hundred|thousand|million|billion|trillion"
_WORDS = regex(
    "".join(
        rf"(?:(?:{_B1000}|an?)[-\s]{{1,2}}{scale}\b{_JOIN})?"
        for scale in ("trillion", "billion", "million", "thousand")
    )
    + rf"(?:{_B1000}(?![-\s]+(?:{_BIG})\b))?",
    re.IGNORECASE,
)
_DOZEN = regex(rf"(half\s+a|an?|{_B100})\s+dozen\b", re.IGNORECASE)
_HALF = regex(r"half\s+an?\s+(hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_QUARTERS = regex(r"(an?|three)[-\s]quarters?\s+of\s+an?\s+(thousand|million|billion|trillion)\b", re.IGNORECASE)
_ZERO = regex(r"(?:zero|nil)\b", re.IGNORECASE)
_WORD = regex(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, from ``start`` to ``end``; ``scale`` is 1, or what "million" or "bn" multiplied it by."""

    start: int
    end: int
    value: Decimal
    scale: int = 1
    said: bool = False
    """Whether it is in words."""


def digits_at(text: str, start: int, end: int) -> Numeral | None:
    """The number in digits that begins at START; None where its grouping is broken or it is too long to be one."""
    match = _DIGITS.match(text, start, end)
    if match is None or sum(c.isdigit() for c in match.group()) > _LONGEST or _runs_on(text, match.end(), end):
        return None
    value, stop, scale = _plain(match.group()), match.end(), 1
    half = _AND_A_HALF.match(text, stop, end)
    if half:
        value, stop = value + _part(half), half.end()
    scaled = _SCALE.match(text, stop, end)
    if scaled:
        scale, stop = _SCALES[(scaled.group(1) or scaled.group(2)).lower()], scaled.end()
    return Numeral(start, stop, _scaled(value, scale), scale)


def words_at(text: str, start: int, end: int) -> Numeral | None:
    """The number in words that begins at START ("twenty-one", "a hundred", "two dozen", "half a million", "nil")."""
    for pattern, value_of in ((_DOZEN, _dozens), (_HALF, _halves), (_QUARTERS, _quarters)):
        match = pattern.match(text, start, end)
        if match:
            return Numeral(start, match.end(), value_of(match), said=True)
    if _ZERO.match(text, start, end):
        return Numeral(start, start + (4 if text[start] in "zZ" else 3), Decimal(0), said=True)
    return _number(text, start, end)


def _number(text: str, start: int, end: int) -> Numeral | None:
    match = _WORDS.match(text, start, end)
    words = [w for w in _WORD.finditer(match.group().lower()) if w.group() not in ("a", "an", "and")] if match else []
    if match is None or not words:
        return None
    value, stop = Decimal(_value([w.group() for w in words])), start + words[-1].end()
    half = _AND_A_HALF.match(text, stop, end)
    if not half:
        return Numeral(start, stop, value, said=True)
    value, stop = value + _part(half), half.end()
    scaled = _SCALE.match(text, stop, end)
    if scaled and scaled.group(1):
        value, stop = _scaled(value, _SCALES[scaled.group(1).lower()]), scaled.end()
    return Numeral(start, stop, value, said=True)


def _value(words: list[str]) -> int:
    """The value of number words in order ("and" and "a" left out): hundreds multiply, greater scales close a part."""
    total = part = 0
    for word in words:
        if word == "hundred":
            part = max(part, 1) * 100
        elif word in _SCALES:
            total, part = total + max(part, 1) * _SCALES[word], 0
        else:
            part += _SMALL[word]
    return total + part


def _scaled(value: Decimal, scale: int) -> Decimal:
    """VALUE times SCALE; a whole number is given without the decimals of "3.0 million"."""
    product = value * scale
    return product.quantize(Decimal(1)) if scale > 1 and product == product.to_integral_value() else product


def _runs_on(text: str, stop: int, end: int) -> bool:
    """Whether digits go on after a group ("1,0234", "10,00", "1.2.3"), so that it is no number."""
    rest = text[stop : min(stop + 2, end)]
    return bool(rest) and (_digit(rest[0]) or (len(rest) == 2 and rest[0] in ".," and _digit(rest[1])))


def _digit(character: str) -> bool:
    return "0" <= character <= "9"


def _plain(written: str) -> Decimal:
    sign = _SIGNS.get(written[-1], Decimal(0))
    bare = "".join(c for c in written if _digit(c) or c == ".")
    return Decimal(bare or "0") + sign


def _part(match: re.Match[str]) -> Decimal:
    return Decimal("0.5") if match.group(1).lower() == "half" else Decimal("0.25")


def _dozens(match: re.Match[str]) -> Decimal:
    words = _WORD.findall(match.group(1).lower())
    if words[0] == "half":
        return Decimal(6)
    return Decimal(12 * (_value([w for w in words if w not in ("a", "an")]) or 1))


def _halves(match: re.Match[str]) -> Decimal:
    return Decimal(_SCALES[match.group(1).lower()]) / 2


def _quarters(match: re.Match[str]) -> Decimal:
    return Decimal(_SCALES[match.group(2).lower()]) * (3 if match.group(1).lower() == "three" else 1) / 4
