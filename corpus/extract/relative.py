"""Dates that need a day to be told from: "last month", "three weeks ago", "in August", "next Thursday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from corpus.extract.absolute import READERS as ABSOLUTE
from corpus.extract.numerals import digits_at, words_at
from corpus.extract.scan import Scan, bag
from corpus.records import Span, When

__all__ = ["LEADS", "READERS", "ago"]
from corpus.extract.absolute import MONTH, impossible_day
from corpus.extract.calendars import MONTHS, SEASONS, WEEKDAYS, around, delta, season_of
from corpus.extract.mentions import DateMention, Reader, matched, mentioned, pattern_of
from corpus.extract.yearless import month_of, to_come

_UNITS = ("day", "week", "fortnight", "month", "quarter", "year", "decade")


_AMBIGUOUS = frozenset(m for m in MONTHS if len(m) <= 4 and m not in ("june", "july")) | {"march", "august"}


_NAMES = bag("april may june august jan")


LEADS = bag(
    "in since until till by before after during throughout from to of between last next this past and "
    "early late mid end beginning start for following previous every each or on through was is"
)


_RELATIVE = pattern_of(
    rf"(?P<w>last|this|next|previous|past|preceding|following|coming)\s+(?:(?P<f>financial|calendar|tax)\s+)?"
    rf"(?P<u>night|evening|morning|afternoon|week|weekend|fortnight|month|quarter|year|decade|century|{'|'.join(SEASONS)}"
    rf"|{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))}|{MONTH})\b(?!-)"
)


_AGO = pattern_of(r"(?:\s|-)+(?P<u>day|week|fortnight|month|year|decade)s?\s+ago\b")


_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


_DAY_WORDS = pattern_of(r"(?:the\s+)?day\s+(?P<w>before\s+yesterday|after\s+tomorrow)\b")


_STEPS = {"last": -1, "previous": -1, "past": -1, "preceding": -1, "this": 0, "next": 1, "following": 1, "coming": 1}


def ago(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    """A time before the anchor: a day for "three weeks ago", the month or the year for months and years."""
    if "ago" not in tokens.lower[index : index + 8]:
        return None
    start = tokens.starts[index]
    if tokens.lower[index] in ("a", "an"):
        count, stop = 1, tokens.ends[index]
    else:
        numeral = (digits_at if tokens.lower[index][0].isdigit() else words_at)(tokens.text, start, tokens.end)
        if numeral is None or numeral.value != int(numeral.value) or numeral.value > 5000:
            return None
        count, stop = int(numeral.value), numeral.end
    match = _AGO.match(tokens.text, stop, tokens.end)
    if match is None:
        return None
    return mentioned(tokens, start, match.end(), _back(anchor, match.group("u").lower(), count), "relative")


def _back(anchor: date | None, unit: str, count: int) -> When | None:
    if anchor is None:
        return None
    day = anchor - delta(unit, count)
    if unit in ("year", "decade"):
        return When.year(day.year)
    return When.month(day.year, day.month) if unit == "month" else When.on(day)


def _month_alone(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    word, before = tokens.lower[index], tokens.before(index)
    if impossible_day(tokens, index) or not _named_month(tokens, index, word, before):
        return None
    when = month_of(anchor, MONTHS[word], ahead=to_come(tokens, index, anchor, MONTHS[word]))
    return mentioned(tokens, tokens.starts[index], tokens.ends[index], when, "month", True)


def _named_month(tokens: Scan, index: int, word: str, before: str) -> bool:
    """May the verb, march, an august body and April Jones are not months."""
    after = tokens.joined(index + 1)
    if before in LEADS:
        return not (
            word in ("may", "march") and before in ("and", "or", "to", "this", "on") and not tokens.capital(index)
        )
    stretch = matched(_TO_MONTH, tokens, index)
    if stretch and (tokens.capital(index) or (stretch.group().islower() and before not in _DETERMINERS)):
        return True
    if word in _AMBIGUOUS and not (tokens.capital(index) and index and word in ("march", "august") and not after):
        return False
    name = word in _NAMES and after and tokens.capital(index + 1)
    return len(word) > 3 and (tokens.capital(index) or word not in _NAMES) and not name


_DETERMINERS = bag("the a an this that their our long")
"""Before what goes on to a month and is none itself ("*the* march to may 2003")."""
_TO_MONTH = pattern_of(rf"[a-z]+\.?(?:\s+(?:to|until)\s+|\s?[-\u2013\u2014]\s?)(?:{MONTH})\.?\s+(?:1[6-9]|20)\d\d\b")
"""A month from which a stretch runs to another, whose year is told there ("*Oct* to Dec 2023")."""


def _day_word(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    when = None if anchor is None else When.on(anchor + timedelta(days=_DAYS[tokens.lower[index]]))
    return mentioned(tokens, tokens.starts[index], tokens.ends[index], when, "relative")


def _day_but_one(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = matched(_DAY_WORDS, tokens, index)
    if match is None:
        return None
    when = (
        None if anchor is None else When.on(anchor + timedelta(days=-2 if "yesterday" in match.group().lower() else 2))
    )
    return mentioned(tokens, match.start(), match.end(), when, "relative")


def _relative(tokens: Scan, index: int, anchor: date | None, found: list[DateMention]) -> DateMention | None:
    match = matched(_RELATIVE, tokens, index)
    if match is None or (match.group("w").lower() == "past" and match.group("u").lower() in _UNITS):
        return None
    unit, step = match.group("u").lower(), _STEPS[match.group("w").lower()]
    if unit in ("mar", "may", "sun", "sat", "dec", "jan", "sep") and not match.group("u")[0].isupper():
        return None
    inner = _named_after(tokens, match, unit)
    if inner is not None:
        return inner
    when = None if anchor is None else _stepped(anchor, unit, step, match.group("f"))
    return mentioned(tokens, match.start(), match.end(), when, "relative")


def _named_after(tokens: Scan, match: re.Match[str], unit: str) -> DateMention | None:
    """ "Last" before a date with its own year ("last April 2006"): the date itself says which."""
    if unit not in MONTHS and unit not in WEEKDAYS and unit not in SEASONS:
        return None
    index = tokens.at(match.start("u"))
    for reader in ABSOLUTE.get(unit, ()):
        inner = reader(tokens, index, None, [])
        if inner is not None and inner.when is not None:
            break
    else:
        return None
    return replace(inner, span=Span(match.start(), inner.span.end), words=tokens.text[match.start() : inner.span.end])


def _stepped(anchor: date, unit: str, step: int, financial: str | None) -> When:
    if unit in WEEKDAYS:
        return _stepped_weekday(anchor, WEEKDAYS[unit], step)
    if unit in MONTHS:
        return _stepped_month(anchor, MONTHS[unit], step)
    if unit in SEASONS:
        return _stepped_season(anchor, unit, step)
    if unit in ("night", "evening", "morning", "afternoon"):
        return When.on(anchor + timedelta(days=step))
    return around(anchor, unit, step, financial in ("financial", "tax"))


def _stepped_weekday(anchor: date, weekday: int, step: int) -> When:
    if step > 0:
        return When.on(anchor + timedelta(days=(weekday - anchor.weekday() - 1) % 7 + 1))
    if step < 0:
        return When.on(anchor - timedelta(days=(anchor.weekday() - weekday - 1) % 7 + 1))
    return When.on(anchor + timedelta(days=weekday - anchor.weekday()))


def _stepped_month(anchor: date, month: int, step: int) -> When:
    if step > 0:
        return When.month(anchor.year + (month <= anchor.month), month)
    return When.month(anchor.year - (step < 0 and month >= anchor.month), month)


def _stepped_season(anchor: date, name: str, step: int) -> When:
    this = season_of(anchor.year, name)
    if step < 0 and this.last >= anchor:
        return season_of(anchor.year - 1, name)
    if step > 0 and this.first <= anchor:
        return season_of(anchor.year + 1, name)
    return this


READERS: dict[str, tuple[Reader, ...]] = {
    **dict.fromkeys(MONTHS, (_month_alone,)),
    **dict.fromkeys(_DAYS, (_day_word,)),
    **dict.fromkeys(_STEPS, (_relative,)),
    "day": (_day_but_one,),
}
"""What may begin with a word, by that word in small letters; ``ago`` may begin with any number."""
