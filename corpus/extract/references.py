"""What a written question or its answer says of others: "pursuant to the Answer of 12 December 2023 to Question 4982".

A question's number is unique only within a session, so a reference keeps the number *and* the day that was told with
it; to which record it leads is asked of the ledger, which may be given that record later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.extract.sentences import sentences
from corpus.patterns import regex
from corpus.questions import Reference, WrittenQuestion
from corpus.records import LinkKind, Span

__all__ = ["references"]

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_LONGEST = 3_000
"""What runs on for longer is no sentence, and is read only so far."""
_FAR = 160
"""Characters between a number and the day that is told with it."""
_CLOSE = 4
"""So near after a number ("to Question 123 on 5 November") a day is its own, whatever was told before."""
_DAY = regex(
    r"\b(?P<days>\d{1,2}(?:st|nd|rd|th)?(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)\d{1,2}(?:st|nd|rd|th)?)*)\s+(?:of\s+)?"
    rf"(?P<month>{'|'.join(_MONTHS)})(?:,?\s+(?P<year>\d{{4}}))?\b",
    re.IGNORECASE,
)
_ONE = rf"(?:HL\s?)?\d{{1,7}}\b(?![/:-]\d|,\d{{3}}\b|\.\d|\s+(?:of\s+)?(?:{'|'.join(_MONTHS)})\b)"
_MORE = rf"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+or\s+)(?:(?:to\s+)?(?:Question|UIN|W?PQ)s?\s+)?(?={_ONE})"
_LIST = rf"(?P<list>{_ONE}(?:{_MORE}{_ONE})*)"
_NAMED = regex(
    r"\b(?:(?:Parliamentary|Written)\s+)?(?:Questions?|UINs?|W?PQs?|QWAs?)\s*[,:]?\s*"
    r"(?:\(?(?:UINs?|numbers?|nos?\.?|PQs?)\)?\s*[:,]?\s*)?(?:\()?" + _LIST,
    re.IGNORECASE,
)
_BARE = regex(
    r"\b(?:answers?|repl(?:y|ies)|responses?)\s+(?:[\w'\u2019.]+\s+){0,8}?(?:to|under)\s+(?P<list>(?:HL\s?)?\d{3,7})\b"
    r"(?=\s*(?:on|of|,|\.|$))(?!\s*,\d)",
    re.IGNORECASE,
)
_ADDRESS = regex(r"written-questions/detail/(?P<tabled>\d{4}-\d\d-\d\d)/(?P<uin>(?:HL)?\d{1,7})\b", re.IGNORECASE)
_COLUMN = regex(
    r"Official Report,?\s+(?:(?P<house>House of Lords|House of Commons),?\s+)?(?:Vol\.?\s*\d+,?\s+)?"
    r"(?:col(?:umn)?s?\.?)\s*(?P<column>\d{1,4}(?:\s*[-\u2013]\s*\d{1,4})?\s?W?[SAHC]*)",
    re.IGNORECASE,
)
_FOLLOWS = regex(r"\b(?:pursuant|further) to\b", re.IGNORECASE)
_SINGLE = regex(_ONE, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Told:
    """A day as a sentence tells it, and where."""

    day: date
    at: int


def references(text: str, question: WrittenQuestion) -> tuple[Reference, ...]:
    """Every reference in the question and in the answer of QUESTION, spans of TEXT, in order, each once."""
    found: dict[tuple[str, date | None, str], Reference] = {}
    for part, latest in ((question.question, question.tabled), (question.answer, _answered(question))):
        if part is None:
            continue
        for inner in sentences(part.of(text)):
            start = inner.start + part.start
            sentence = Span(start, min(inner.end + part.start, start + _LONGEST))
            for one in _in_sentence(text, sentence, latest):
                own = one.uin == question.uin and one.day in (None, question.tabled, question.answered)
                if not own:
                    found.setdefault((one.uin, one.day, one.column), one)
    return tuple(found.values())


def _answered(question: WrittenQuestion) -> date:
    return question.corrected or question.answered or question.due or question.tabled


def _in_sentence(text: str, sentence: Span, latest: date) -> Iterator[Reference]:
    words = sentence.of(text)
    told = list(_days(words, latest))
    seen: list[tuple[int, int]] = []
    for match in _ADDRESS.finditer(words):
        day = _day(match["tabled"])
        if day is not None:
            seen.append(match.span())
            yield _reference(words, match.start(), match.end(), match["uin"], day, sentence)
    for match in (*_NAMED.finditer(words), *_BARE.finditer(words)):
        if any(start < match.end("list") and match.start("list") < end for start, end in seen):
            continue
        seen.append(match.span("list"))
        numbers = list(_SINGLE.finditer(words, *match.span("list")))
        for number, days in zip(numbers, _paired(len(numbers), match.start(), match.end(), told), strict=True):
            for day in days or (None,):
                yield _reference(words, number.start(), number.end(), number.group(), day, sentence)
    for match in _COLUMN.finditer(words):
        days = _nearest(match.start(), match.end(), told)
        column = "".join(match["column"].split()).upper()
        place = _span(match.start(), match.end(), sentence)
        yield Reference(_kind(words, match.start()), "", days[0] if days else None, place, column)


def _reference(words: str, start: int, end: int, uin: str, day: date | None, sentence: Span) -> Reference:
    plain = "".join(uin.split()).upper()
    return Reference(_kind(words, start), plain, day, _span(start, end, sentence))


def _span(start: int, end: int, sentence: Span) -> Span:
    return Span(sentence.start + start, sentence.start + end)


def _kind(words: str, at: int) -> LinkKind:
    return LinkKind.FOLLOWS if _FOLLOWS.search(words, 0, at) else LinkKind.REFERS_TO


def _days(words: str, latest: date) -> Iterator[_Told]:
    """The days that WORDS tell; one without its year is the last such day up to LATEST, or of the same group."""
    year: int | None = None
    found: list[tuple[re.Match[str], int | None]] = []
    for match in reversed(list(_DAY.finditer(words))):
        year = int(match["year"]) if match["year"] else year
        found.append((match, int(match["year"]) if match["year"] else year))
    for match, given in reversed(found):
        month = _MONTHS.index(match["month"].lower()) + 1
        for number in re.findall(r"\d{1,2}", match["days"]):
            day = _of(given, month, int(number)) if given else _last(month, int(number), latest)
            if day is not None:
                yield _Told(day, match.start())


def _of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _last(month: int, day: int, latest: date) -> date | None:
    found = (_of(year, month, day) for year in (latest.year, latest.year - 1))
    return next((d for d in found if d is not None and d <= latest), None)


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _paired(count: int, start: int, end: int, told: list[_Told]) -> list[tuple[date, ...]]:
    """The days that each of COUNT numbers named together may be of: one for all, or as many in the same order.

    Where they do not pair off ("the Answers of 14 and 18 December to Questions 6067, 6068 and 6383"), any of them.
    """
    near = _nearest(start, end, told)
    before = [t.day for t in told if t.at < start]
    if count > 1 and len(before) == count:
        return [(day,) for day in before]
    return [near] * count


def _nearest(start: int, end: int, told: list[_Told]) -> tuple[date, ...]:
    """The last days told together before a place, else the first after it."""
    before = [t for t in told if t.at < start and start - t.at <= _FAR]
    after = [t for t in told if t.at >= end and t.at - end <= _FAR]
    if before and after and after[0].at - end <= _CLOSE:
        before = []
    at = before[-1].at if before else after[0].at if after else -1
    return tuple(t.day for t in told if t.at == at)
