"""Times told from another time of the same text: "a year earlier", "in the same quarter of 2015", "the quarter".

These need no anchor but the last time that was told of: after "between April and June 2016", a year earlier is
April to June 2015. Where no such time was told of, the words are kept with both ends open, which answers for no time.
"""

from __future__ import annotations

import re
from calendar import month_name
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from corpus.extract.calendars import QUARTERS, delta, quarter_of
from corpus.extract.dates import PeriodMention, periods
from corpus.extract.numerals import words_at
from corpus.patterns import regex
from corpus.records import Period, Span, When

__all__ = ["looks_back", "times"]

_LEAD = r"(?:(?P<lead>in|for|during|over|within|throughout|from|on|at|of)\s+)?"
_UNIT = r"(?P<u>day|week|month|quarter|year|decade)s?"
_STEP = regex(
    rf"{_LEAD}(?:(?P<n>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1?[0-9])\s+{_UNIT}\s+(?:earlier|previously|before(?=\s*(?:[,.;:)]|$|and\b)))"
    r"|the\s+(?:previous|preceding|prior)\s+(?:financial\s+|calendar\s+)?(?P<p>day|week|month|quarter|year)\b"
    r"|the\s+(?:previous|preceding|prior)\s+(?P<pn>two|three|four|five|six|nine|ten|twelve|1?[0-9])\s+(?P<pu>day|week|month|quarter|year)s\b"
    r"|the\s+(?P<b>day|week|month|quarter|year)\s+(?:before|previously)(?=\s*(?:[,.;:)]|$|and\b|to\b|when\b)))",
    re.IGNORECASE,
)
_SAME = regex(
    rf"{_LEAD}(?:the\s+|that\s+)?same\s+(?:period|quarter|month|week|day|point|time|stage|season|half|year|three\s+months|six\s+months)"
    r"(?:\s+(?P<then>an?|one|two|three|the)\s+(?P<u>year|quarter|month)s?\s+(?:earlier|before|previously))?"
    r"(?P<of>\s+(?:of|in)?\s*(?=the\s+(?:previous|preceding)\s+year|last\s+year|(?:19|20)[0-9]{2}))?",
    re.IGNORECASE,
)
_THE = regex(
    r"(?P<lead>in|for|during|over|within|throughout|of)\s+(?:the|that)\s+(?:whole\s+|full\s+)?"
    r"(?P<unit>quarter|year|month|period|half-year)\b"
    r"(?!\s+(?:to|ending|ended|of|before|after|since|between|from|that|which|when|in|until|up|starting|beginning|was|ahead)\b)"
    r"(?!\s+\d)",
    re.IGNORECASE,
)
"""Not "in the year 2004/05", which says which year it is."""
_NTH = regex(
    r"(?:in|over|during|for)\s+the\s+(?P<nth>second|third|fourth|final|last)(?=\s*(?:[,.;)]|$|and\b))", re.IGNORECASE
)
"""After "in the first quarter of 2022": "467 *in the second*"."""
_NEXT = regex(
    rf"{_LEAD}the\s+following\s+(?:(?P<month>{'|'.join(month_name[1:])})|(?P<fu>year|month|quarter|week))\b"
    r"(?!\s+(?:the|that|this|his|her|its|their)\b)",
    re.IGNORECASE,
)
"""After "in August 2018": "it rose *the following April*", which is the first one after."""
_FROM_THEN = regex(
    r"(?:between\s+then\s+and|from\s+then\s+(?:to|until|till|up\s+to))\s+(?:the\s+)?(?P<until>)", re.IGNORECASE
)
"""After "before March 2003": "90 sank *between then and* the end of 2004"."""
_UNITS = regex(
    r"then|following|day|week|month|quarter|year|decade|period|point|time|stage|season|half|second|third|fourth|final|last",
    re.IGNORECASE,
)
"""What stands in all of them: looked for first, since most sentences hold none."""
_LENGTHS = {"quarter": (84, 93), "year": (360, 367), "month": (27, 32), "half-year": (180, 185), "period": (2, 9_999)}


def times(text: str, anchor: date | None, sentence: Span, told: list[PeriodMention]) -> list[PeriodMention]:
    """The times of SENTENCE in order, those told from another time resolved; TOLD are those of the text before it."""
    plain = periods(text, anchor, sentence.start, sentence.end)
    steps = _found(text, sentence)
    if not steps:
        return plain
    out: list[PeriodMention] = []
    marks: list[PeriodMention | re.Match[str]] = [*steps, *plain]
    marks.sort(key=_start)
    for mark in marks:
        if out and _start(mark) < out[-1].span.end:
            continue
        if isinstance(mark, PeriodMention):
            out.append(mark)
            continue
        resolved = _resolved(text, mark, out, told, plain)
        if resolved is not None and resolved.period.start is None and _overlaps(resolved, plain):
            continue
        if resolved is not None:
            out.append(resolved)
    return out


def _overlaps(mention: PeriodMention, plain: list[PeriodMention]) -> bool:
    """Whether a time that could not be told from another one can be told from the day of publication."""
    ends = mention.span.end
    return any(m.period.start and m.span.start < ends and mention.span.start < m.span.end for m in plain)


def looks_back(mention: PeriodMention) -> bool:
    """Whether a time is only set against the one that the text is about ("a year earlier")."""
    return _looks_back(mention.period.words)


@lru_cache(maxsize=4096)
def _looks_back(said: str) -> bool:
    match = _STEP.fullmatch(said) or _SAME.match(said)
    groups = match.groupdict() if match else {}
    return match is not None and ("then" not in groups or bool(groups["then"] or groups["of"]))


def _start(mark: PeriodMention | re.Match[str]) -> int:
    return mark.span.start if isinstance(mark, PeriodMention) else mark.start()


def _found(text: str, sentence: Span) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    if not _UNITS.search(text, sentence.start, sentence.end):
        return found
    for pattern in (_SAME, _STEP, _THE, _NTH, _NEXT, _FROM_THEN):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            if not any(match.start() < f.end() and f.start() < match.end() for f in found):
                found.append(match)
    return found


def _resolved(
    text: str, match: re.Match[str], here: list[PeriodMention], told: list[PeriodMention], plain: list[PeriodMention]
) -> PeriodMention | None:
    groups = match.groupdict()
    before = [*_lasting(text, told, match.start()), *here]
    if "fu" in groups:
        dated = [m for m in before if m.when is not None or m.period.end is not None]
        return _after(text, match, dated[-1] if dated else None)
    if "nth" in groups:
        return _nth(text, match, here)
    if "until" in groups:
        return _from_then(text, match, before, plain)
    if "unit" in groups:
        base = _of_length(before, groups["unit"].lower())
        return base and _as(match, match.end(), base.period, None, text, "in")
    if groups.get("pn"):
        return _one_before(text, match, before)
    base = _near_base(text, match, before, here)
    if (unit := groups.get("p") or groups.get("b")) and unit.lower() in _LENGTHS:
        base = _of_length(before, unit.lower()) or base
    if groups.get("of") is not None:
        year = next((m for m in plain if m.span.start <= match.end() < m.span.end), None)
        moved = _to_year(base, year, match)
        return _as(match, year.span.end if year else match.end(), moved.period, moved.when, text, moved.relation)
    if _PERIOD.search(match.group()):
        base = _of_length(before, "period") or base
    count, unit = _distance(groups)
    if base is None or (count == 0 and base.period.words == ""):
        return _as(match, match.end(), Period(None, None), None, text, "in") if count else None
    moved = _moved(base, count, unit)
    return _as(match, match.end(), moved.period, moved.when, text, moved.relation)


_NEW_PARAGRAPH = "\n\n"
_NEW_SENTENCE = regex(r"[.!?;][\"'\u2019\u201d)]*\s")


def _lasting(text: str, told: list[PeriodMention], at: int) -> list[PeriodMention]:
    """Those of the times TOLD that what stands AT may be told from: none that its paragraph only went back to.

    "In 2002, when it was highest, it was 74", in the midst of a paragraph on 2012: the next paragraph is of 2012.
    """
    kept: list[PeriodMention] = []
    for mention in told:
        later = any(_ended(m) > _ended(mention) for m in kept)
        if not (later and text.find(_NEW_PARAGRAPH, mention.span.end, at) > 0 and _amidst(text, mention)):
            kept.append(mention)
    return kept


def _ended(mention: PeriodMention) -> date:
    return mention.period.end or date.min


def _amidst(text: str, mention: PeriodMention) -> bool:
    """Whether a time is told of only after the first sentence of its paragraph."""
    opening = text.rfind(_NEW_PARAGRAPH, 0, mention.span.start) + len(_NEW_PARAGRAPH)
    return _NEW_SENTENCE.search(text, opening, mention.span.start) is not None


_PERIOD = regex(r"\bsame\s+period\b", re.IGNORECASE)
"""What points at a stretch of time that was told before, and at no day that was told since."""


def _after(text: str, match: re.Match[str], base: PeriodMention | None) -> PeriodMention | None:
    """The first such month, or the next year, after the time that was told of last."""
    end = None if base is None else base.period.end or (base.when.last if base.when is not None else None)
    if base is None or end is None:
        return None
    if match["month"]:
        month = next(n for n in range(1, 13) if month_name[n].lower() == match["month"].lower())
        when = When.month(end.year + (month <= end.month), month)
    elif match["fu"].lower() == "year" and _days(base.period) < _LENGTHS["year"][0]:
        when = When.year(end.year + 1)
    else:
        length = delta(match["fu"].lower(), 1)
        first = end + timedelta(days=1)
        when = When(first, first + length - timedelta(days=1))
    return _as(match, match.end(), Period(when.first, when.last), when, text, "in")


def _nth(text: str, match: re.Match[str], here: list[PeriodMention]) -> PeriodMention | None:
    """The quarter of the same year as the quarter that the sentence told of before it."""
    base = here[-1] if here else None
    least, most = _LENGTHS["quarter"]
    if base is None or base.period.start is None or not least <= _days(base.period) <= most:
        return None
    nth = QUARTERS[match["nth"].lower()]
    when = quarter_of(base.period.start.year, nth)
    return _as(match, match.end(), Period(when.first, when.last), when, text, "in")


def _from_then(
    text: str, match: re.Match[str], before: list[PeriodMention], plain: list[PeriodMention]
) -> PeriodMention | None:
    """From the day or the month that was told of last to the one that is told of next."""
    until = next((m for m in plain if 0 <= m.span.start - match.end() <= _ARTICLE), None)
    if not before or before[-1].when is None or until is None or until.when is None:
        return None
    first, last = before[-1].when.first, until.when.last
    return _as(match, until.span.end, Period(first, last), None, text, "in") if first < last else None


_ARTICLE = len("the ")


def _one_before(text: str, match: re.Match[str], before: list[PeriodMention]) -> PeriodMention | None:
    """ "The previous 12 months", after a time of that length: the one that ends where it begins."""
    count = _number(match["pn"])
    step = delta(match["pu"].lower(), count)
    for base in reversed(before):
        start, end = base.period.start, base.period.end
        if start and end and start + step == end + timedelta(days=1):
            moved = _moved(base, count, match["pu"].lower())
            return _as(match, match.end(), moved.period, moved.when, text, "in")
    return None


def _distance(groups: dict[str, str | None]) -> tuple[int, str]:
    """How many of which unit back."""
    unit = (groups.get("u") or groups.get("p") or groups.get("b") or "year").lower()
    word = groups.get("n") or groups.get("then")
    if word is None:
        return (0 if "then" in groups else 1), unit
    return _number(word), unit


def _number(word: str) -> int:
    numeral = words_at(word, 0, len(word))
    return int(numeral.value) if numeral else int(word) if word.isdigit() else 1


def _base(text: str, before: list[PeriodMention]) -> PeriodMention | None:
    """The last time told of that has both its ends, or is a day; "this year" after another only says its year."""
    whole = [m for m in before if m.period.start and m.period.end]
    if len(whole) > 1 and not text[whole[-2].span.end : whole[-1].span.start].strip():
        whole.pop()
    return whole[-1] if whole else None


def _near_base(
    text: str, match: re.Match[str], before: list[PeriodMention], here: list[PeriodMention]
) -> PeriodMention | None:
    """The last time told of; where that was told in passing, and long before, the last year that was told of."""
    base = _base(text, before)
    unit = (match.groupdict().get("u") or "").lower()
    if base is None or base in here or unit != "year" or match.start() - base.span.end < _IN_PASSING:
        return base
    return base if _days(base.period) == 1 else _of_length(before, "year") or base


_IN_PASSING = 200


def _of_length(before: list[PeriodMention], unit: str) -> PeriodMention | None:
    least, most = _LENGTHS[unit]
    fitting = [m for m in before if _days(m.period) in range(least, most + 1)]
    return fitting[-1] if fitting else None


def _days(period: Period) -> int:
    return (period.end - period.start).days + 1 if period.start and period.end else 0


def _moved(base: PeriodMention, count: int, unit: str) -> PeriodMention:
    """BASE so many units earlier."""
    start, end = base.period.start, base.period.end
    if start is None or end is None:
        return replace(base, when=None)
    step = delta(unit, count)
    when = None
    if base.when is not None:
        when = When(base.when.first - step, _back(base.when.last, step))
    return replace(base, period=Period(start - step, _back(end, step)), when=when)


def _back(end: date, step: relativedelta) -> date:
    """END so much earlier; the last day of a month stays the last of its month."""
    day = timedelta(days=1)
    return (end + day - step) - day


def _to_year(base: PeriodMention | None, year: PeriodMention | None, match: re.Match[str]) -> PeriodMention:
    """BASE in another year: "in the same quarter of 2015"."""
    open_ended = PeriodMention(Span(match.start(), match.end()), Period(None, None), "in")
    if base is None or base.period.start is None or year is None:
        return open_ended
    if year.period.start is None:
        return open_ended
    apart = base.period.start.year - year.period.start.year
    return _moved(base, apart, "year") if apart > 0 else open_ended


def _as(match: re.Match[str], end: int, period: Period, when: When | None, text: str, relation: str) -> PeriodMention:
    span = Span(match.start(), max(end, match.end()))
    words = " ".join(span.of(text).split())
    relation = relation if relation in ("on", "as at", "by") and when is not None else "in"
    return PeriodMention(span, Period(period.start, period.end, words), relation, when)
