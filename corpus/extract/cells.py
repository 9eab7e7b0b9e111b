"""A table's cell → its value: the number that it is, the mark that stands for one, or nothing where it is neither.

A cell is read whole: where any of its words is not understood, it has no value. A mark (``..``, ``[c]``, ``*``) says
that there is a value and that it is not given; it is never nought.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from corpus.extract.numbers import quantities
from corpus.extract.numerals import digits_at
from corpus.patterns import regex
from corpus.records import Qualifier, Span

__all__ = ["CellValue", "cell_value"]

_NOTE = regex(
    r"(?:[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+|\s*\[(?:(?:foot)?note\s*)?[0-9]{1,2}\]|\s?[*^~#\u2020\u2021\u00a7\u00b6]+)$",
    re.IGNORECASE,
)
_STATUS = regex(
    r"(?:\s*[\[(](?P<in>p|r|e|prov(?:isional)?\.?|rev(?:ised)?\.?|est(?:imated?)?\.?)[\])]"
    r"|(?<=[0-9,][0-9]{2})\s?(?P<bare>[pr])|\s*(?P<up>[\u1d56\u02b3]))$",
    re.IGNORECASE,
)
_STATES = {"p": "provisional", "\u1d56": "provisional", "r": "revised", "\u02b3": "revised", "e": "estimated"}
_SPACED = regex(r"[1-9][0-9]{0,2}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?![0-9])")
_PLAIN = regex(r"(?P<sign>[-\u2212+]?)(?=[0-9])")
_READ = frozenset({"count", "percentage", "money", "duration", "measure"})
_SUPPRESSED = frozenset({"*", "**", "[c]", "(c)", "c", "suppressed", "[suppressed]", "#"})
_NOT_GIVEN = frozenset(
    {"..", "...", "\u2026", ":", "-", "--", "\u2013", "\u2014", "[x]", "x", "n/a", "na", "[u]", "not available"}
    | {"not known", "unknown", "not held", "not yet available", "not published"}
)


@dataclass(frozen=True, slots=True)
class CellValue:
    """What a cell says. ``span`` is within the text that was read; ``unit`` is the cell's own, "" where it has none.

    ``value`` is None for a mark, whose qualifier says which; ``scaled`` says that the cell gave its own "m" or "bn".
    """

    span: Span
    value: Decimal | None
    qualifier: Qualifier
    unit: str = ""
    status: str = ""
    upper: Decimal | None = None
    scaled: bool = False


def cell_value(text: str, cell: Span) -> CellValue | None:
    """What ``text[cell]`` says as a value; None where it is words, is not applicable, or is not understood whole."""
    said = cell.of(text).strip().lower()
    if said in _SUPPRESSED or said in _NOT_GIVEN:
        hidden = Qualifier.SUPPRESSED if said in _SUPPRESSED else Qualifier.NOT_KNOWN
        return CellValue(cell, None, hidden)
    end, status = _bare_end(text, cell)
    if end <= cell.start:
        return None
    return _plain(text, cell.start, end, status) or _worded(text, cell.start, end, status)


def _bare_end(text: str, cell: Span) -> tuple[int, str]:
    """Where the cell's value ends, past the marks of notes and of its standing; and that standing."""
    end, status = cell.end, ""
    for _ in range(4):
        part = text[cell.start : end]
        state = _STATUS.search(part)
        note = None if state else _NOTE.search(part)
        if state and not status:
            status = _STATES.get((state.group("in") or state.group("bare") or state.group("up"))[0].lower(), "")
        found = state or note
        if found is None:
            break
        end = cell.start + len(part[: found.start()].rstrip())
    return end, status


def _plain(text: str, start: int, end: int, status: str) -> CellValue | None:
    """Digits and nothing else: "1,234", "1 234", "\u22123.2"; four that elsewhere would be a year are a number here."""
    sign = _PLAIN.match(text, start, end)
    if sign is None:
        return None
    spaced = _SPACED.fullmatch(text, sign.end(), end)
    if spaced:
        value = Decimal(re.sub(r"\D", "", spaced.group()))
        return CellValue(Span(start, end), _signed(value, sign), Qualifier.EXACTLY, status=status)
    numeral = digits_at(text, sign.end(), end)
    if numeral is None or numeral.end != end:
        return None
    value = _signed(numeral.value, sign)
    return CellValue(Span(start, end), value, Qualifier.EXACTLY, status=status, scaled=numeral.scale > 1)


def _signed(value: Decimal, sign: re.Match[str]) -> Decimal:
    return -value if sign.group("sign") in ("-", "\u2212") else value


def _worded(text: str, start: int, end: int, status: str) -> CellValue | None:
    """One quantity that takes the whole cell: "\u00a33.2m", "15.6%", "<5", "fewer than 5", "about 300", "40 to 50"."""
    part = text[start:end]
    found = quantities(part)
    if len(found) != 1 or found[0].span != Span(0, len(part)) or found[0].kind not in _READ:
        return None
    one = found[0]
    if one.value is None:
        return None
    scaled = any(c.isalpha() for c in one.number.of(part))
    return CellValue(Span(start, end), one.value, one.qualifier, one.unit, status, one.upper, scaled)
