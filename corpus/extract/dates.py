"""Periods as words give them: "between February 1999 and last month", "since August 2005", "in the past seven years".

A date alone is read by :mod:`corpus.extract.moments`; here the words before it say what is meant by it. "Since
August 2005" begins on 1 August, "after August 2005" on 1 September, "before" it ends on 31 July, and "by" or
"until" the 26th includes that day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from corpus.extract.moments import DateMention, dates
from corpus.extract.numerals import digits_at, words_at
from corpus.extract.scan import Scan, bag, scan
from corpus.patterns import regex
from corpus.records import Period, Span, When

__all__ = ["DateMention", "PeriodMention", "dates", "periods"]

_RELATIONS = {
    ("since",): "since", ("ever", "since"): "since",
    ("after",): "after", ("following",): "after", ("later", "than"): "after", ("subsequent", "to"): "after",
    ("before",): "before", ("prior", "to"): "before", ("earlier", "than"): "before", ("preceding",): "before",
    ("until",): "until", ("till",): "until", ("up", "to"): "until", ("up", "until"): "until", ("up", "till"): "until",
    ("through",): "until", ("ending",): "until", ("ended",): "until", ("to",): "until",
    ("up", "to", "and", "including"): "until", ("up", "to", "the"): "until",
    ("by",): "by", ("no", "later", "than"): "by", ("not", "later", "than"): "by", ("on", "or", "before"): "by",
    ("during",): "during", ("throughout",): "during", ("in",): "in", ("within",): "during", ("for",): "in",
    ("on",): "on", ("dated",): "on", ("as", "at"): "as at", ("as", "of"): "as at", ("as", "on"): "as at",
    ("at",): "as at",
    ("from",): "from", ("starting",): "from", ("beginning",): "from", ("commencing",): "from",
    ("onwards", "from"): "from",
    ("with", "effect", "from"): "from", ("on", "or", "after"): "from", ("as", "from"): "from", ("back", "to"): "since",
    ("over",): "over", ("across",): "over", ("between",): "between",
}  # fmt: skip
_SKIPPED = bag("the about around approximately roughly early")
_LONGEST = max(len(words) for words in _RELATIONS)
_SHIFTED = bag("shortly soon immediately just even long only")

_TO = regex(
    r"\s+(?:up\s+)?(?:to|until|till|through|and)\s+(?:including\s+|the\s+)?|\s?[-\u2013\u2014]\s?", re.IGNORECASE
)
_AND = regex(r"\s+(?:and|to)\s+(?:the\s+)?|\s?[-\u2013\u2014]\s?", re.IGNORECASE)
_BARE_TO = regex(r"\s+(?:to|until|till|through)\s+(?:the\s+)?|\s?[-\u2013\u2014]\s?", re.IGNORECASE)
_PAST = regex(
    r"(?:(?P<r>in|over|during|within|for|across|throughout)\s+)?(?:the\s+|these\s+)?(?P<w>past|last|previous|preceding|next|coming)\s+"
    r"(?:(?P<n>[a-z]+(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|[0-9]{1,4})\s+)?"
    r"(?:(?:full|calendar|financial|whole)\s+)?(?P<u>day|week|fortnight|month|year|decade|quarter)s?\b"
    r"(?!\s+of\s+(?:the\s+)?(?:(?:financial\s+)?year\s+)?(?:19|20)[0-9]{2}\b)",
    re.IGNORECASE,
)
_EACH = regex(
    r"(?:(?:in\s+|for\s+)?(?:each|every)\s+(?:(?:single|calendar|financial)\s+)?|per\s+)(?:day|week|month|quarter|year|annum|night)\b"
    r"|annually\b|yearly\b|year\s+on\s+year\b",
    re.IGNORECASE,
)
_A_YEAR = regex(
    r"an?\s+(?:day|week|month|year|night)\b(?!\s+(?:ago|later|earlier|before|after|old|or|to\s+[a-z0-9]|and|ending|of))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A time in a text, with the words that say how it bears.

    ``span`` runs from the relating word to the end of the (last) date. ``relation`` is ``between``, ``since``,
    ``after``, ``before``, ``until``, ``by``, ``during``, ``in``, ``on``, ``as at``, ``from``, ``over`` or ``each``.
    ``period`` includes both its days and is open (None) at an end that the words leave open, or that needs an anchor
    that was not given. ``when`` is the single date as exactly as it was given; None for a stretch between two.
    """

    span: Span
    period: Period
    relation: str
    when: When | None = None


def periods(text: str, anchor: date | None, start: int = 0, end: int | None = None) -> list[PeriodMention]:
    """The times in ``text[start:end]`` in order, none overlapping. Never raises on any text."""
    stop = len(text) if end is None else min(end, len(text))
    start = max(0, min(start, stop))
    tokens = scan(text, start, stop)
    found = _lengths(tokens, anchor)
    mentions = [d for d in dates(text, anchor, start, stop) if not any(_overlap(d.span, p.span) for p in found)]
    index = token = 0
    floor = start
    while index < len(mentions):
        token = tokens.at(mentions[index].span.start, token)
        pair = _pair(tokens, token, mentions, index)
        mention = pair or _single(tokens, token, mentions[index], floor)
        found.append(mention)
        floor = mention.span.end
        index += 2 if pair else 1
    return sorted(found, key=lambda p: p.span.start)


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _pair(tokens: Scan, token: int, mentions: list[DateMention], index: int) -> PeriodMention | None:
    """A stretch between two dates ("between D and D", "from D to D", "D to D") that does not run backward."""
    if index + 1 >= len(mentions):
        return None
    first, last = mentions[index], mentions[index + 1]
    lead = _lead(tokens, token, first.span.start)
    pattern = {"between": _AND, "from": _TO}.get(lead[0], _BARE_TO)
    if not pattern.fullmatch(tokens.text, first.span.end, last.span.start):
        return None
    period = _stretch(_of_years(first, last), last.when)
    if period is None:
        return None
    relation, begin = (lead[0] or "between"), lead[1]
    if relation not in ("between", "from", "during", "over", "in", "since"):
        relation, begin = "between", first.span.start
    relation = "from" if relation == "since" else relation
    words = tokens.text[begin : last.span.end]
    return PeriodMention(Span(begin, last.span.end), Period(period[0], period[1], words), relation)


_HAS_YEAR = regex(r"\b(?:1[6-9]|20)\d{2}\b")


def _of_years(first: DateMention, last: DateMention) -> When | None:
    """The first date of a stretch, which takes its year from the last ("between March and May 2013")."""
    when = first.when
    if when is None or last.when is None or first.kind not in ("day", "month") or _HAS_YEAR.search(first.words):
        return when
    if not _HAS_YEAR.search(last.words):
        return when
    years = last.when.first.year - when.first.year
    years -= (when.first.month, when.first.day) > (last.when.last.month, last.when.last.day)
    try:
        return When(when.first + relativedelta(years=years), when.last + relativedelta(years=years))
    except (ValueError, OverflowError):
        return when


def _stretch(first: When | None, last: When | None) -> tuple[date | None, date | None] | None:
    """From the first day of FIRST to the last of LAST; None where that runs backward."""
    start = first.first if first else None
    end = last.last if last else None
    return None if start and end and end < start else (start, end)


def _lead(tokens: Scan, token: int, start: int) -> tuple[str, int]:
    """The relation that the words before token TOKEN give, and where they begin; ("", START) where they give none."""
    at = token - 1
    while at >= 0 and tokens.lower[at] in _SKIPPED and tokens.joined(at + 1):
        at -= 1
    if at < 0 or not tokens.joined(at + 1):
        return "", start
    for size in range(min(_LONGEST, at + 1), 0, -1):
        words = tuple(tokens.lower[at - size + 1 : at + 1])
        if words in _RELATIONS and all(tokens.joined(i) for i in range(at - size + 2, at + 1)):
            return _RELATIONS[words], tokens.starts[at - size + 1]
    return "", start


def _single(tokens: Scan, token: int, mention: DateMention, floor: int) -> PeriodMention:
    relation, begin = _lead(tokens, token, mention.span.start)
    if begin < floor:
        relation, begin = "", mention.span.start
    if (stretch := _of_days(mention, relation)) is not None:
        relation = "from" if relation == "from" else "between"
        words = tokens.text[begin : mention.span.end]
        return PeriodMention(Span(begin, mention.span.end), Period(stretch.first, stretch.last, words), relation)
    when = mention.when
    if relation == "until" and _NOT_YET.search(tokens.text, max(tokens.start, begin - _NEAR), begin):
        relation, begin = "", mention.span.start  # those who "were *not* told *until* May" were told in May
    if not relation or (relation in ("over", "between") and (when is None or when.exact)):
        relation = "on" if mention.kind in ("day", "weekday") or (when and when.exact) else relation or "in"
    end = mention.span.end
    onwards = re.compile(r"\s+(?:onwards?|and\s+after)\b", re.IGNORECASE).match(tokens.text, end, tokens.end)
    if onwards and relation in ("from", "in", "on", "since"):
        relation, end = "from", onwards.end()
    if relation == "at" or (relation in ("on", "in") and _is_edge(mention)):
        relation = "as at"
    words = tokens.text[begin:end]
    first, last = _ends(relation, when)
    return PeriodMention(Span(begin, end), Period(first, last, words), relation, when)


_NOT_YET = regex(r"(?:\bnot|\bnever|n['\u2019]t)\b[^,;:.()]*$", re.IGNORECASE)
_NEAR = 120
"""So many characters before "until" a denial is looked for."""
_DAYS = regex(
    r"(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?(?:(?P<and>\s+and\s+)|\s+(?:to|until|till|through)\s+|\s?[-\u2013\u2014]\s?)"
    r"(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\b",
    re.IGNORECASE,
)


def _of_days(mention: DateMention, relation: str) -> When | None:
    """The stretch that two days of one month are the ends of ("between 2 and 15 May", "from 2 to 15 May")."""
    days = _DAYS.match(mention.words) if mention.kind == "day" else None
    if days is None or mention.when is None or mention.when.exact:
        return None
    joined = relation == "between" if days["and"] else relation in ("", "between", "from")
    return mention.when if joined else None


def _is_edge(mention: DateMention) -> bool:
    return mention.words[:3].lower() in ("end", "clo", "beg", "sta") and mention.kind == "day"


def _ends(relation: str, when: When | None) -> tuple[date | None, date | None]:
    if when is None:
        return None, None
    day = timedelta(days=1)
    try:
        return {
            "since": (when.first, None),
            "from": (when.first, None),
            "after": (when.last + day, None),
            "before": (None, when.first - day),
            "until": (None, when.last),
            "by": (None, when.last),
        }.get(relation, (when.first, when.last))
    except OverflowError:
        return None, None


def _lengths(tokens: Scan, anchor: date | None) -> list[PeriodMention]:
    """Times told by their length from the anchor ("in the past seven years") or by repeating ("each year")."""
    found: list[PeriodMention] = []
    at = tokens.start
    for index, word in enumerate(tokens.lower):
        if tokens.starts[index] < at or word not in _OPENERS:
            continue
        mention = _past(tokens, index, anchor) or _each(tokens, index)
        if mention is not None:
            found.append(mention)
            at = mention.span.end
    return found


_OPENERS = bag(
    "in over during within for across throughout the these past last previous preceding next coming each every "
    "per annually yearly year a an"
)


def _each(tokens: Scan, index: int) -> PeriodMention | None:
    start = tokens.starts[index]
    match = _EACH.match(tokens.text, start, tokens.end)
    if match is None and tokens.lower[index] in ("a", "an") and _after_amount(tokens, index):
        match = _A_YEAR.match(tokens.text, start, tokens.end)
    return match and PeriodMention(Span(start, match.end()), Period(None, None, match.group()), "each")


_AMOUNTS = bag(
    "million billion thousand hundred times twice once people prisoners cases pounds pence hours tonnes visits"
)


def _after_amount(tokens: Scan, index: int) -> bool:
    """Whether an amount stands before "a year": "£5m a year", "300 prisoners a year", "twice a week"."""
    if not tokens.joined(index):
        return False
    before = tokens.lower[index - 1]
    return (
        before[0].isdigit()
        or before in _AMOUNTS
        or any(w[0].isdigit() for w in tokens.lower[max(0, index - 3) : index - 1])
    )


def _past(tokens: Scan, index: int, anchor: date | None) -> PeriodMention | None:
    match = _PAST.match(tokens.text, tokens.starts[index], tokens.end)
    if match is None:
        return None
    word, unit = match.group("w").lower(), match.group("u").lower()
    number = match.group("n")
    if not number and (word not in ("past", "coming") and not _over(match)):
        return None
    count = _count(number)
    if count is None and (number or "").lower() not in ("few", "several", "couple of", "many"):
        return None
    first, last = _window(anchor, word in ("next", "coming"), unit, count)
    return PeriodMention(Span(match.start(), match.end()), Period(first, last, match.group()), "over")


def _over(match: re.Match[str]) -> bool:
    """Whether "last" counts back from now ("over the last year"), not to the calendar's ("in the last month")."""
    return (match.group("r") or "").lower() in ("over", "within", "throughout") and " the " in match.group().lower()


def _count(number: str | None) -> int | None:
    if not number:
        return 1
    numeral = (digits_at if number[0].isdigit() else words_at)(number, 0, len(number))
    return int(numeral.value) if numeral and numeral.end == len(number) else None


def _window(anchor: date | None, forward: bool, unit: str, count: int | None) -> tuple[date | None, date | None]:
    if anchor is None:
        return None, None
    if count is None:
        return (anchor, None) if forward else (None, anchor)
    try:
        other = anchor + _step(unit, count if forward else -count)
    except (ValueError, OverflowError):
        return (anchor, None) if forward else (None, anchor)
    return (anchor, other) if forward else (other, anchor)


def _step(unit: str, count: int) -> relativedelta:
    days = {"day": 1, "week": 7, "fortnight": 14}
    if unit in days:
        return relativedelta(days=days[unit] * count)
    return relativedelta(months={"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit] * count)
