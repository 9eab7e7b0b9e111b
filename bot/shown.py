"""How a figure, a sentence of a source and a day are put into words: never a figure without its qualifier and unit."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.answer import SaidFigure
from bot.derive import POINTS, digits
from corpus.cube import OF_THE_WHOLE
from corpus.extract.bind import FIGURE_KINDS
from corpus.extract.numbers import quantities
from corpus.patterns import regex
from corpus.records import Figure, Qualifier

__all__ = ["QUALIFIED", "amount", "framed", "iso", "lead_in", "said", "sentence", "shown"]

QUALIFIED = {
    Qualifier.ABOUT: "about ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.AT_MOST: "at most ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.FEWER_THAN: "fewer than ",
    Qualifier.NEARLY: "nearly ",
}


_MONEY = ("\u00a3", "$", "\u20ac")


_LENGTHS = frozenset(
    {"seconds", "minutes", "hours", "days", "working days", "weeks", "months", "years", "miles", "tonnes", "litres"}
    | {"hectares", "acres", "kilometres"}
)


def shown(figure: Figure) -> str:
    """A figure's value as it may be read out, never without its qualifier: "more than 10,000", "15.6%"."""
    if figure.qualifier is Qualifier.NOT_KNOWN:
        return "not known"
    if figure.value is None:
        return figure.counted if figure.qualifier is not Qualifier.SUPPRESSED else "suppressed"
    return QUALIFIED.get(figure.qualifier, "") + amount(figure.value, figure.unit)


def amount(value: Decimal, unit: str) -> str:
    """A value with its unit, as it is read out: "£4,200", "15.6%", "38 minutes"."""
    if unit in _MONEY:
        return f"{unit}{digits(value)}"
    if unit in _LENGTHS:
        return f"{digits(value)} {unit if value != 1 else unit.removesuffix('s')}"
    if unit == POINTS:
        return f"{digits(value)} {POINTS if value != 1 else 'percentage point'}"
    if unit == OF_THE_WHOLE:
        return f"{digits(value)} {OF_THE_WHOLE}"
    return digits(value) + ("%" if unit == "%" else "")


def said(figure: Figure, *notes: int) -> SaidFigure:
    """A figure as the contract gives it: plain digits."""
    value = "" if figure.value is None else f"{figure.value:f}"
    value = value.rstrip("0").rstrip(".") if "." in value else value
    return SaidFigure(
        value + ("%" if figure.unit == "%" else ""), figure.unit, str(figure.qualifier), notes, figure.counted
    )


_LONGEST_LEAD = 90


_POINTING = regex(r"(?:they|these|it|he|she|this|that|there|here|of (?:these|those|them|the))\b", re.IGNORECASE)
"""A lead that only points back says nothing by itself."""


_APART = regex(r"[\"\u201c\u201d\u2018;:()|]|\s[-\u2013\u2014]\s|\d")


def lead_in(text: str, figure: Figure) -> str:
    """The words of a sentence up to its first figure, which say whose it is ("In Scotland 2,215 …"); else nothing."""
    lead = text[figure.context.start : figure.span.start]
    if len(lead) > _LONGEST_LEAD or _APART.search(lead) or "\n" in lead.strip() or _POINTING.match(lead):
        return ""
    return "" if any(q.kind in FIGURE_KINDS for q in quantities(lead)) else lead.strip()


def sentence(words: str) -> str:
    """WORDS on one line, with a capital and a full stop."""
    flat = " ".join(words.split())
    return flat[:1].upper() + flat[1:] + ("" if flat.endswith((".", "!", "?")) else ".")


def framed(words: str, paraphrase: bool) -> str:
    """A source's own words stand in quotation marks; a paraphrase says that it is one."""
    flat = " ".join(words.split())
    if paraphrase:
        return f"{sentence(flat)} (paraphrase)"
    return "\u201c" + flat.replace("\u201c", '"').replace("\u201d", '"') + "\u201d"


def iso(day: object) -> str | None:
    """A day as year-month-day; None where there is none."""
    return day.isoformat() if hasattr(day, "isoformat") else None
