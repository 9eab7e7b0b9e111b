"""Which times of a table are those that a question names: exactly those, whole, and without a gap.

Codes of several sizes may stand in one dimension (years and their quarters): the largest that make up the time that is
asked about are taken, so that nothing is counted twice. Where the table covers only a part of it, that is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.tables.catalog import Listed
from bot.tables.label import Label, Way
from bot.tables.month_ends import as_stretches
from bot.tables.part_years import part_called
from bot.tables.tiling import day_words, ends, longest, one_by_one, read_as, starts, tiled
from bot.tables.words import COUNTS
from bot.tables.years import PART_OF_YEAR, YEARS, as_spelt, counted_years, named, of_kind, years_in
from corpus.cube import AT_PRESENT, Role
from corpus.extract.dates import PeriodMention, periods
from corpus.formats.statistics.deed_days import are_deeds
from corpus.formats.statistics.yearly import YEAR_ENDING
from corpus.patterns import regex
from corpus.records import Nature

__all__ = ["Times", "as_labelled", "at_end_of", "at_present", "covers", "in_all", "latest", "nature_of", "times_of"]

_DAY, _YEAR = timedelta(days=1), timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Times:
    """The codes of a table's dimension of time that a question's time stands for.

    ``words`` say the time as it is read; ``lacking`` what of it the table does not cover, "" where it covers all;
    ``chosen`` that the question named none, or that one of several stocks was taken.
    """

    codes: tuple[int, ...]
    words: str
    lacking: str = ""
    chosen: str = ""
    first: date | None = None
    last: date | None = None


def nature_of(listed: Listed, measure: int | None = None) -> Nature:
    """Whether what is counted is a stock or a flow; of one measure of several where that says so itself."""
    if measure is not None and listed.measures is not None:
        own = listed.measures.dimension.codes[measure].nature
        if own is not None:
            return own
    return listed.dataset.nature


def times_of(
    listed: Listed, mention: PeriodMention, *, stock: bool, flow: bool = False, before: str = ""
) -> Times | None:
    """The codes for one time that a question names; None where the table says nothing of that time.

    A FLOW that is counted day by day is added up over the days of a longer time, and one that is dated by the last
    days of months over those months.

    BEFORE are the question's words before it, which may say of which kind a year is.
    """
    way = listed.time
    if way is None:
        return _whole(listed, mention)
    if flow and not stock:
        way = as_stretches(way)
    if mention.relation in ("since", "from", "after") and mention.period.end is None and at_present(way):
        return None  # what has been since is that of no one time of it
    if kind := of_kind(way, mention.period.words, before):
        return _told(way, kind, mention.period.words)
    spelt = named(way, mention.period.words) if mention.relation in _WITHIN_IT else []
    spelt = spelt or as_spelt(way, mention.period.words) or part_called(way, mention)
    if spelt:
        return _told(way, spelt, mention.period.words)
    if (several := counted_years(way, mention.period.words)) is not None:
        return _told(way, several, mention.period.words) if several else None
    closing = _year_ending_in(way, mention.period.words) if mention.relation in _WITHIN_IT else []
    if closing:
        return _told(way, closing, f"the {read_as(closing[0])}")
    stretches = mention.relation in _WITHIN_IT or mention.relation in ("between", "from")
    between = _between(way, mention.period.words) if stretches else []
    if between:
        return _told(way, between, mention.period.words)
    start, end = _ends_of(mention)
    if stock or (all(label.code.period is None for label in way.labels) and not flow):
        if not stock and _UP_TO.search(mention.period.words) and not _closes(way, start, end):
            return None
        return _stock(way, start, end, mention)
    return _flow(way, start, end, mention)


_UP_TO = regex(r"\b(?:years?|quarters?|months?)\s+(?:ending|ended|(?:up\s+)?to|until)\b", re.IGNORECASE)


def _closes(way: Way, start: date | None, end: date | None) -> bool:
    """Whether a stretch of a year at most closes on a day of a table whose days may each close one: what such a table
    gives at another day is of another stretch, and that of its last year is not that of several."""
    if start is None or end is None or (end - start).days > _YEAR.days:
        return False
    return any(ends(label) == end for label in way.labels)


def _ends_of(mention: PeriodMention) -> tuple[date | None, date | None]:
    if mention.when is not None and mention.relation in ("on", "as at"):
        return mention.when.first, mention.when.last
    return mention.period.start, mention.period.end


def at_end_of(listed: Listed, mention: PeriodMention) -> Times | None:
    """The time of a table that ends on the one day that a question names; None where none does."""
    way = listed.time
    start, end = _ends_of(mention)
    if way is None or start is None or start != end:
        return None
    ending = [label for label in way.labels if label.code.period is not None and ends(label) == end]
    return _told(way, ending, ending[0].code.words) if len(ending) == 1 else None


def covers(listed: Listed, mention: PeriodMention) -> bool:
    """Whether a table has anything of a time that a question names, as far as its dates go."""
    start, end = _ends_of(mention)
    spans = [(starts(label), last) for label in listed.time.labels if (last := ends(label))] if listed.time else []
    one = listed.dataset
    if not spans and one.period is not None and one.period.start and one.period.end:
        spans = [(one.period.start, one.period.end)]
    if not spans and listed.timed is not None and (span := listed.timed.period).start and span.end:
        spans = [(span.start, span.end)]
    if not spans or (listed.time is not None and part_called(listed.time, mention)):
        return True
    if end is None and start is not None and min(first for first, _ in spans) > start + _YEAR:
        return False
    return any((end is None or first <= end) and (start is None or last >= start) for first, last in spans)


_ONE_YEAR = regex(r"(?:(?:in|during|for|of|over)\s+)?((?:19|20)\d\d)", re.IGNORECASE)


def _year_ending_in(way: Way, words: str) -> list[Label]:
    """The year of a table of years that end within that which a question names ("in 2022", of years to 31 March)."""
    match = _ONE_YEAR.fullmatch(words.strip())
    found = [label for label in way.labels if label.code.words.startswith(YEAR_ENDING)]
    if match is None or len(found) < len(way.labels):
        return []
    return [label for label in found if (end := ends(label)) is not None and end.year == int(match[1])]


_PLAIN_YEARS = regex(
    r"(?:(?:from|between|in|over)\s+)?((?:19|20)\d\d)\s*(?:to|and|until|through|[-\u2013])\s*((?:19|20)\d\d)",
    re.IGNORECASE,
)
"""From one year to another ("2021 to 2023"), which of years that end on a day are those that end in them."""


def _between(way: Way, words: str) -> list[Label]:
    """The codes from one year to another that a question calls as the table does ("2018/19 to 2022/23", of schools)."""
    years = [years_in(match.group()) for match in YEARS.finditer(words)]
    plain = _PLAIN_YEARS.fullmatch(words.strip())
    if (len(years) != 2 and plain is None) or PART_OF_YEAR.search(words):
        return []
    ends_named = (
        [named(way, year) for year in years] if plain is None else [_year_ending_in(way, y) for y in plain.groups()]
    )
    if any(len(found) != 1 for found in ends_named):
        return []
    (first,), (last,) = ends_named
    start, end = starts(first), ends(last)
    if end is None or first.code.period is None:
        return []
    inside = [one for one in way.labels if one.code.period and starts(one) >= start and (ends(one) or date.max) <= end]
    return tiled(inside, start, end)


_WITHIN_IT = frozenset({"in", "on", "as at", "during", "over", "each", ""})
"""How a question relates to a time that a label is called: "since 2018/19" is not 2018/19 alone."""


def latest(listed: Listed, *, stock: bool, codes: Iterable[int] | None = None) -> Times | None:
    """The time that is meant where none is named: the last of a stock, the last whole twelve months of a flow."""
    way = listed.time
    if way is None:
        return None
    among = set(codes) if codes is not None else None
    if (present := at_present(way)) is not None and (among is None or present.n in among):
        return _told(way, [present], AT_PRESENT, chosen=f"the latest that the table gives, {AT_PRESENT}")
    dated = [label for label in way.labels if ends(label) and (among is None or label.n in among)]
    if not dated:
        return None
    if of_deeds(way):
        first, final = min(map(starts, dated)), max(ends(label) or date.min for label in dated)
        return _told(way, dated, f"from {day_words(first)} to {day_words(final)}", chosen="all that the table lists")
    last = max(dated, key=lambda label: (ends(label), starts(label)))
    if stock or last.code.period is None or last.code.period.start is None:
        return _told(way, [last], read_as(last), chosen=f"the latest that the table gives, {read_as(last)}")
    end = ends(last)
    assert end is not None
    start = _year_before(end)
    whole = tiled(dated, start, end)
    if not whole:
        return _told(way, [last], read_as(last), chosen=f"the latest that the table gives, {read_as(last)}")
    words = read_as(whole[0]) if len(whole) == 1 else _year_to(end)
    return _told(way, whole, words, chosen=f"the latest whole year that the table gives, {words}")


def at_present(way: Way) -> Label | None:
    """The time of whoever made a table ("Crew now"), which is its latest; None of a table that tells none."""
    plain = (label for label in way.labels if label.code.words == AT_PRESENT)
    return next((label for label in plain if label.code.period is None and label.code.as_at is None), None)


def of_deeds(way: Way) -> bool:
    """Whether a table lists single deeds, each on its day ("Order date"): all of them are meant, and not the last."""
    days = [day for label in way.labels if (day := ends(label)) is not None and starts(label) == day]
    return len(days) == len(way.labels) and are_deeds(way.dimension.name, days)


_IN_ALL = regex(
    r"\b(?:in total|in all|altogether|overall|all told|so far|to date|total (?:number|amount|cost)|the total)\b",
    re.IGNORECASE,
)
_SHORTER, _MONTHS = timedelta(days=100), 12
"""Of fewer quarters and months than a year's the whole is meant, and not the last."""
_APART = regex(r"\b(?:which|what year|what month|each|every|by|per|when)\b", re.IGNORECASE)


def in_all(listed: Listed, text: str) -> Times | None:
    """The total that a table gives of all its times, where no time is named and that is asked for, or none of its
    times is dated; None where the times are asked about one by one, or it gives none."""
    way = listed.time
    wholes = [one for one in way.labels if one.n in way.sums and not one.code.period] if way is not None else []
    if way is None or len(wholes) != 1 or _APART.search(text) is not None:
        return None
    dated = [one for one in way.labels if ends(one)]
    short = all(starts(one) + _SHORTER > (ends(one) or date.max) for one in dated) and len(dated) < _MONTHS
    if dated and not short and _IN_ALL.search(text) is None:
        return None
    return _told(way, wholes, wholes[0].code.words.lower(), chosen="all the times of the table together")


def as_labelled(listed: Listed, text: str) -> tuple[Label, int, int] | None:
    """The time without dates that TEXT calls as a table does ("in the *latest three months*"), and where it stands in
    it; None where it names none, or several."""
    labels = listed.time.labels if listed.time is not None else ()
    plain = [one for one in labels if one.n not in (listed.time.sums if listed.time else ()) and ends(one) is None]
    called = [(one, _called(one)) for one in plain if len(_own(one)) > 1]
    found = [(one, m.start(), m.end()) for one, words in called if (m := re.search(words, text, re.IGNORECASE))]
    return found[0] if len(found) == 1 else None


def _own(label: Label) -> tuple[str, ...]:
    """The words of a time, but for the year that its row stands under ("Latest three months 2023")."""
    return tuple(word for word in label.keys if not _YEAR_SAID.fullmatch(word))


def _called(label: Label) -> str:
    """How a time may be called in a question, its numbers in digits or in words."""
    digits = {word: str(number) for word, number in COUNTS.items()}
    words = {number: word for word, number in digits.items()}
    told = (rf"(?:{word}|{digits.get(word) or words.get(word) or word})" for word in map(re.escape, _own(label)))
    run = r"\s+".join(told)
    return rf"\b{run}\b"


def _year_before(end: date) -> date:
    after = end + _DAY
    return date(after.year - 1, after.month, min(after.day, 28) if after.month == 2 else after.day)


def _year_to(end: date) -> str:
    return str(end.year) if (end.month, end.day) == (12, 31) else f"the year to {end.day} {end:%B %Y}"


def _whole(listed: Listed, mention: PeriodMention) -> Times | None:
    """The time of a table that is all of one time, where that is the one asked about."""
    one = listed.dataset
    start, end = mention.period.start, mention.period.end
    years = years_in(mention.period.words) if mention.relation in _WITHIN_IT else ""
    if years and years == years_in(one.title) and one.period is None and not PART_OF_YEAR.search(one.title):
        return Times((), mention.period.words)
    if one.period is not None and one.period.start and one.period.end:
        return _one_period(listed, mention, one.period.start, one.period.end)
    if (timed := listed.timed) is not None and (start, end) == (timed.period.start, timed.period.end):
        said = f"the time is that of the table \u201c{timed.by}\u201d, whose figures this table's add up to"
        return Times((), mention.period.words, chosen=said, first=start, last=end)
    if one.as_at is not None and start and end and start <= one.as_at.first and one.as_at.last <= end:
        return Times((), mention.period.words, first=one.as_at.first, last=one.as_at.last)
    if listed.answers and one.as_at is None and (start, end) in listed.title_times:
        return Times((), mention.period.words, first=start, last=end)
    return Times((), mention.period.words, first=end, last=end) if _by_its_day(listed, mention) else None


_OF_A_STRETCH = regex(
    r"\b(?:new|since|daily|today|yesterday|days?|weeks?|weekly|months?|monthly|quarters?|quarterly|years?|yearly|annual)\b",
    re.IGNORECASE,
)


_SO_FAR = regex(r"\b(?:cumulative(?:ly)?|running total|to date|so far)\b", re.IGNORECASE)
"""What says that a table is of all there was by its day, so that it is of what there was on it too."""


def _by_its_day(listed: Listed, mention: PeriodMention) -> bool:
    """Whether a table without a time of its own, of a bulletin, is of all there was by the day that is asked about.

    It says that it goes up to that day, or its bulletin came out on it; what only befell since the last one is not so.
    """
    one, end = listed.dataset, mention.period.end
    if end is None or not one.within_prose or listed.answers or one.period is not None or one.as_at is not None:
        return False
    told = " ".join(
        (one.title, one.measure, *(c.words for d in one.dimensions for c in d.codes if d.role is Role.MEASURE))
    )
    up_to = mention.relation in ("by", "until") and mention.period.start is None
    then = mention.relation in ("on", "as at") and mention.period.start == end and _SO_FAR.search(told) is not None
    if not (up_to or then) or _OF_A_STRETCH.search(told):
        return False
    days = [m.period.end for m in periods(one.title, None) if m.period.start is None]
    return end in days or (not days and not years_in(one.title) and listed.source.known_by == end)


_MOSTLY = 4
"""A survey is one of a month, say, where at least so many fifths of its days lie in it."""


def _one_period(listed: Listed, mention: PeriodMention, first: date, last: date) -> Times | None:
    """A table of one period: the very period that is asked about; of a share, one that mostly lies in it."""
    start, end = _ends_of(mention)
    ended = start == end == last and nature_of(listed) is Nature.STOCK
    if (start, end) == (first, last) or ended:
        return Times((), mention.period.words, first=first, last=last)
    if start is None or end is None or listed.dataset.additive:
        return None
    held = (min(end, last) - max(start, first)).days + 1
    if held * 5 < _MOSTLY * ((last - first).days + 1):
        return None
    words = f"{day_words(first)} to {day_words(last)}"
    return Times((), words, chosen=f"the table is of {words}", first=first, last=last)


def _told(way: Way, labels: Sequence[Label], words: str, *, lacking: str = "", chosen: str = "") -> Times:
    days = [d for label in labels for d in (starts(label), ends(label)) if d]
    first, last = (min(days), max(days)) if days else (None, None)
    return Times(tuple(label.n for label in labels), words, lacking, chosen, first, last)


def _stock(way: Way, start: date | None, end: date | None, mention: PeriodMention) -> Times | None:
    """A stock is counted at a date: the date that is asked about, else the last one within the time."""
    inside = _inside(way, start, end) or _inside_yearless(way, mention)
    if not inside:
        return None
    last = max(inside, key=lambda label: ends(label) or date.min)
    exact = len(inside) == 1
    return _told(way, [last], read_as(last), chosen="" if exact else f"the last given then, {read_as(last)}")


def _inside(way: Way, start: date | None, end: date | None) -> list[Label]:
    return [
        label
        for label in way.labels
        if (day := ends(label)) is not None and (start is None or day >= start) and (end is None or day <= end)
    ]


_YEAR_SAID = regex(r"(?:19|20)\d\d")
_FURTHEST = 30


def _inside_yearless(way: Way, mention: PeriodMention) -> list[Label]:
    """A month or a day without its year is the latest of that name that the table has."""
    when = mention.when
    if when is None or _YEAR_SAID.search(mention.period.words) or (when.last - when.first).days > 31:
        return []
    for back in range(1, _FURTHEST):
        first, last = _years_back(when.first, back), _years_back(when.last, back)
        if found := _inside(way, first, last):
            return found
    return []


def _years_back(day: date, years: int) -> date:
    return date(day.year - years, day.month, min(day.day, 28) if day.month == 2 else day.day)


def _flow(way: Way, start: date | None, end: date | None, mention: PeriodMention) -> Times | None:
    words = mention.period.words
    dated = [label for label in way.labels if ends(label)]
    inside = [
        label
        for label in dated
        if (start is None or starts(label) >= start) and (end is None or (ends(label) or date.max) <= end)
    ]
    if not inside:
        yearless = _inside_yearless(way, mention)
        return _told(way, yearless[:1], read_as(yearless[0]), chosen=read_as(yearless[0])) if yearless else None
    if of_deeds(way):
        return _told(way, inside, words)
    first = start if start is not None else min(map(starts, inside))
    last = end if end is not None else max(ends(label) or date.min for label in inside)
    whole = tiled(inside, first, last)
    open_ended = start is None or end is None
    if whole and open_ended and _part_beside(way, start, end):
        lacking = f"all of {words}: the table gives {_names(whole)}, and beside them a part of a year"
        return _told(way, whole, words, lacking=lacking)
    if whole:
        return _told(way, whole, words, chosen=_stretch(first, last) if open_ended else "")
    held = one_by_one(inside) or longest(inside)
    if not held:
        return None
    return _told(way, held, words, lacking=f"all of {words}: the table gives {_names(held)}")


_BEGINS_YEAR = regex(r"(?P<year>(?:19|20)\d\d)\b")


def _part_beside(way: Way, start: date | None, end: date | None) -> bool:
    """Whether a table also gives a part of a year from START to END, not sure of which days ("2024 (to 05/06)")."""
    plain = (one for one in way.labels if one.n not in way.sums and one.code.period is None and one.code.as_at is None)
    years = [int(m["year"]) for one in plain if (m := _BEGINS_YEAR.match(one.code.words)) is not None]
    return any((start is None or year >= start.year) and (end is None or year <= end.year) for year in years)


def _stretch(first: date, last: date) -> str:
    return f"from {first.day} {first:%B %Y} to {last.day} {last:%B %Y}, as far as the table goes"


def _names(labels: Sequence[Label]) -> str:
    words = [read_as(label) for label in labels]
    return ", ".join(words) if len(words) <= 4 else f"{words[0]} to {words[-1]}"
