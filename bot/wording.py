"""Answers in the record's own words: how much of what was heard is said, and what leads it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.answer import Answer, SaidFigure
from bot.as_given import days_as_asked
from bot.cite import long_date
from bot.compose import Composer
from bot.dated_things import ONE_END, dates_of_it
from bot.dates_of_whom import dates_of_whom
from bot.forms import Ask
from bot.named_together import all_named, listed, several_asked
from bot.question import Query
from bot.sayings import Heard, said_date
from bot.whom_told import told_places
from corpus.extract.dates import dates, periods
from corpus.extract.numbers import quantities
from corpus.extract.sense import senses
from corpus.lexicon.speech import sign
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import When

__all__ = ["in_words"]

_SEVERAL = 6
"""So many lines are shown where all of several persons are asked for."""
_SHOWN = {Ask.SAID: 3, Ask.WHY: 3, Ask.WHAT: 2}


def in_words(query: Query, heard: list[Heard], composer: Composer) -> Answer:
    """The best of what was heard, with a first line that answers where a rule can give one."""
    most = _SHOWN.get(query.ask, 1)
    kept = _once([h for h in heard if h.score >= heard[0].score - 0.3])
    lines, who = all_named(query, kept) if query.ask is Ask.WHO else ([], [])
    kept = lines[:_SEVERAL] or kept[:most]
    lead = f"{listed(who)}." if who else _lead(query, kept[0])
    if len(who) == 1 and several_asked(query):
        composer.readings.append("The record names nobody besides of whom it tells this.")
    if query.ask in (Ask.PERIOD, Ask.WHEN) and lead:
        day = long_date(kept[0].line.source.published)
        composer.readings.append(f"Dates are read from the source's own date, {day}: {lead}" if day else lead)
    answer = composer.heard(kept, lead)
    if (length := _length_asked(query, kept[0])) is not None:
        unit, n = length.group("unit").lower(), answer.citations[0].n
        told = [q for q in quantities(length.group()) if q.value is not None and q.unit == unit]
        figures = tuple(SaidFigure(f"{q.value:f}", unit, str(q.qualifier), (n,)) for q in told[:1])
        return replace(answer, figures=figures, headline=lead.rstrip("."))
    return answer


def _once(heard: list[Heard]) -> list[Heard]:
    """What was HEARD, without what the same words say again in another copy, or within a longer sentence."""
    kept: list[Heard] = []
    for one in heard:
        words = _words(one)
        if not any(words in _words(k) or (_words(k) in words and len(_words(k).split()) >= _SENTENCE) for k in kept):
            kept.append(one)
    return kept


_SENTENCE = 5
"""So many words are a sentence, and none that another only happens to hold."""


def _words(one: Heard) -> str:
    return f" {' '.join(re.findall(_WORD, one.line.text.lower()))} "


_WORD = r"[\w'\u2019]+"


def _lead(query: Query, first: Heard) -> str:
    if query.ask is Ask.WHO or (query.ask is Ask.YES_NO and first.name):
        return f"{first.name}."
    if query.ask is Ask.PERIOD:
        return _period(query, first)
    if query.ask is Ask.WHEN:
        return _when(query, first)
    return ""


def _apart(text: str, end: int, deed: int) -> bool:
    """Whether a date is of another deed: one told of before it, to which a clause of time ties the deed asked about."""
    return end < deed and re.search(r"\b(?:before|after|until|since)\b", text[end:deed]) is not None


_LENGTH = regex(
    r"\b(?:past|last|previous|over|for|within)\s+(?:the\s+)?(?:past\s+|last\s+)?(?P<n>[\w-]+)\s+(?P<unit>years|months|weeks|days)\b",
    re.IGNORECASE,
)


def _length_asked(query: Query, first: Heard) -> re.Match[str] | None:
    """How long a period was, in the line's own words, where QUERY asks over how many years or months."""
    return _LENGTH.search(first.line.text) if query.ask is Ask.PERIOD and _HOW_MANY.search(query.text) else None


_HOW_MANY = regex(r"\bhow many (?:years|months|weeks|days)\b", re.IGNORECASE)


def _period(query: Query, first: Heard) -> str:
    """A relative end ("last month") is said as the month that it was when the source was published."""
    counted = _length_asked(query, first)
    if counted is not None:
        return f"{counted.group('n').capitalize()} {counted.group('unit')}."
    published = first.line.source.published
    for mention in periods(first.line.text, published):
        start, end = mention.period.start, mention.period.end
        if mention.relation in ("between", "from", "over") and start and end:
            if (start.year, start.month) == (end.year, end.month):
                return f"Between {long_date(start)} and {long_date(end)}."
            if _years_alone(start, end, mention.span.of(first.line.text)):
                return f"From {start.year} to {end.year}."
            return f"Between {start:%B %Y} and {end:%B %Y}."
    return ""


def _years_alone(start: date, end: date, words: str) -> bool:
    """Whether a stretch is told by its years and no month: "from 2015 to 2018" is of no January."""
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    return (
        whole and start.year != end.year and not any(t.kind == "date" for t in lexicon().terms(_DIGITS.sub("", words)))
    )


_DIGITS = regex(r"\d+")


def _said(when: When) -> str:
    """A day, a month or a year as such; a season or another stretch of months by its first and last."""
    if when.exact:
        return long_date(when.first)
    if (when.first.year, when.first.month) == (when.last.year, when.last.month):
        return f"{when.first:%B %Y}"
    whole = when.first == date(when.first.year, 1, 1) and when.last == date(when.first.year, 12, 31)
    return f"{when.first.year}" if whole else f"Between {when.first:%B %Y} and {when.last:%B %Y}"


_BEGAN = regex(r"\b(?:since when|beg[aiu]n|start(?:ed)?|becom?ame|become|t[ao]ke? (?:over|office|up))\b", re.IGNORECASE)
_ENDED = regex(
    r"\b(?:until when|end(?:ed)?|stop(?:ped)?|le(?:ave|ft)|cease[sd]?|finish(?:ed)?|step(?:ped)? down)\b", re.I
)
"""What asks for the one or the other end of a stretch of time."""
_KNOWING = regex(r"\b(?:told|informed|notified|alerted|made aware|warned)\b", re.IGNORECASE)


def _when(query: Query, first: Heard) -> str:
    line = first.line
    every = [d for d in dates(line.text, line.source.published) if d.when is not None]
    theirs = dates_of_whom(query, line, every)  # a date of the person asked about needs no verb beside it
    found = theirs if len(theirs) < len(every) else [d for d in dates_of_it(query, line) if d.when is not None]
    asked = {s.id for s in query.wanted.terms}
    known = asked.union(*map(lexicon().relatives, asked))
    at = [s.start for s in senses(line.text) if s.id in known]
    if _KNOWING.search(query.text) is not None:
        at = [m.start() for m in sign("made_known").finditer(line.text)] or at
    told = told_places(query, line)
    if told is not None:
        found = [d for d in days_as_asked(query, line.text, every) if told[0] <= d.span.start < told[1]] or found
    given = bool(found)
    found = [d for d in found if not any(_apart(line.text, d.span.end, a) for a in at)] if at else found
    at += [q.number.start for q in quantities(line.text) if q.value in query.numbers]
    found.sort(key=lambda d: sum(abs(d.span.start - a) for a in at))
    if (end := ONE_END.search(query.text)) is not None and (one := re.search(rf"\b{end.group()}\b", line.text)):
        found.sort(key=lambda d: d.span.start < one.start())  # the day of the last is told after it
    spans = [
        m for m in periods(line.text, line.source.published) if m.relation in ("between", "from") and m.when is None
    ]
    if given and not found:
        return ""
    several = len(found) > 1
    found = dates_of_whom(query, line, found)
    here = (m.span for m in spans if found and m.span.start <= found[0].span.start < m.span.end)
    if several and len(spans) == 1 and (span := next(here, None)) is not None:
        ends = sorted((d for d in found if d.span.within(span)), key=lambda d: d.span.start)
        edge = ends[0] if _BEGAN.search(query.text) else ends[-1] if _ENDED.search(query.text) else None
        return _period(query, first) if edge is None or edge.when is None or len(ends) < 2 else f"{_said(edge.when)}."
    if found and found[0].when is not None:
        return f"{_said(found[0].when)}."
    return f"{long_date(said_date(line))}." if said_date(line) else ""
