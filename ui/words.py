"""The page's own words: dates, numbers, statuses and kinds of source, as a person would write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from bot.answer import Answer, Citation, Status
from bot.dated import period, when
from corpus.records import Figure, Qualifier, Source, SourceKind, When

__all__ = [
    "Pill",
    "figure_value",
    "kind_badge",
    "long_date",
    "number",
    "period",
    "pill",
    "plain",
    "plural",
    "published",
    "standing",
    "when",
]

_DIGITS = re.compile(r"^(?P<sign>[-−]?)(?P<money>£?)(?P<whole>\d{4,})(?P<rest>(?:\.\d+)?%?)$")
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_WORD_JOINER = "\u2060"

_BEFORE = {
    Qualifier.ABOUT: "about ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.AT_MOST: "at most ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.FEWER_THAN: "fewer than ",
    Qualifier.NEARLY: "nearly ",
}
_NO_VALUE = {
    Qualifier.IN_WORDS: "in words",
    Qualifier.SUPPRESSED: "suppressed",
    Qualifier.NOT_KNOWN: "not known",
}


class Pill(NamedTuple):
    """The line over an answer that says what kind of answer it is, and the tone that it is shown in."""

    words: str
    tone: str


_PILLS = {
    Status.CONFLICTING: Pill("The record disagrees", "warn"),
    Status.PARTIAL: Pill("Answered in part", "warn"),
    Status.NOT_KNOWN: Pill("The record says that this is not known", "warn"),
    Status.REFUSED_ON_RECORD: Pill("The record holds a refusal to answer", "warn"),
    Status.NOT_IN_RECORD: Pill("Not in this record", "warn"),
    Status.AMBIGUOUS: Pill("Which of these do you mean?", "warn"),
    Status.DECLINED: Pill("Not a question that the record can answer", "plain"),
}
_WITHHELD = Pill("The table withholds this figure", "warn")
"""Whoever made the table knows it: nobody is said not to."""


def pill(answer: Answer) -> Pill:
    """What the answer is, in a few words. "Official" is said only where what bears the headline out is official."""
    if answer.withheld:
        return _WITHHELD
    if answer.status not in (Status.ANSWERED, Status.COMPUTED):
        return _PILLS[answer.status]
    return _from(answer, "Answered" if answer.status is Status.ANSWERED else "Worked out")


def standing(answer: Answer) -> Pill | None:
    """Where the headline comes from, for an answer whose pill does not say it: a disagreement, a part."""
    if answer.status not in (Status.CONFLICTING, Status.PARTIAL) or not _bearing(answer):
        return None
    return _from(answer, "Headline" if answer.status is Status.CONFLICTING else "That part")


def _from(answer: Answer, verb: str) -> Pill:
    borne = _bearing(answer)
    if borne and all(citation.official for citation in borne):
        return Pill(f"{verb} from the official record", "ok")
    if any(citation.kind == SourceKind.PRESS_REPORT for citation in borne):
        return Pill(f"{verb} from a press report", "plain")
    return Pill(f"{verb} from a document put in", "plain")


def _bearing(answer: Answer) -> list[Citation]:
    """The citations that the headline stands on: every operand's, else the first of the first figure."""
    if answer.derivation:
        wanted: Iterable[int] = [operand.citation for operand in answer.derivation.operands]
    elif answer.figures and answer.figures[0].citations:
        wanted = answer.figures[0].citations[:1]
    else:
        wanted = [citation.n for citation in answer.citations[:1]]
    by_number = {citation.n: citation for citation in answer.citations}
    return [by_number[n] for n in wanted if n in by_number]


def kind_badge(kind: str, official: bool) -> tuple[str, str]:
    """The words and the tone of a source's badge: a press report never looks like an official figure."""
    if official:
        return "official record", "official"
    return ("press report", "press") if kind == SourceKind.PRESS_REPORT else ("document", "document")


def long_date(day: date | None) -> str:
    """``26 April 2006``; empty for no date."""
    return f"{day.day} {day:%B %Y}" if day else ""


def published(source: Source) -> str:
    """When a source was published, no more exactly than is known."""
    return when(When.on(source.published) if source.published else source.published_in)


def number(value: str) -> str:
    """``1023`` as ``1,023``; anything that is not plain digits is given back as it came."""
    found = _DIGITS.match(value)
    if not found:
        return value
    return f"{found['sign']}{found['money']}{int(found['whole']):,}{found['rest']}"


def figure_value(figure: Figure) -> str:
    """A figure's value with its qualifier and its unit's sign: ``more than 10,000``, ``at least 34%``."""
    if figure.value is None:
        return _NO_VALUE.get(figure.qualifier, "not stated")
    said = _signed(figure.value, figure.unit)
    if figure.upper is not None:
        return f"{said} to {_signed(figure.upper, figure.unit)}"
    return _BEFORE.get(figure.qualifier, "") + said


def _signed(value: Decimal, unit: str) -> str:
    digits = number(format(value, "f"))
    return f"£{digits}" if unit == "£" else f"{digits}%" if unit == "%" else digits


def plain(text: str) -> str:
    """TEXT as a Streamlit label that shows it letter for letter.

    Labels are read as Markdown; a backslash disarms its marks, and a word joiner (no width, no sound) those
    that Streamlit looks for afterwards: ``:name:``, ``->``, ``--``.
    """
    one_line = " ".join(text.split())
    escaped = _PUNCTUATION.sub(r"\\\1", one_line)
    return re.sub(r"(\\[-:<>=~])(?=\S)", rf"\1{_WORD_JOINER}", escaped)


def plural(count: int, one: str) -> str:
    """So many of ONE ("1 source", "1,204 sources")."""
    return f"{count:,} {one}" if count == 1 else f"{count:,} {one}s"
