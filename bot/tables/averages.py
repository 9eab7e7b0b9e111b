"""What something came to a year, a quarter or a month on average, over a time that a question names."""

from __future__ import annotations

import re
from datetime import date

from bot.answer import Answer
from bot.tables.bind import Binding
from bot.tables.reading import Reader
from bot.tables.shape import Grouping
from bot.tables.slices import Refused, counted_plainly, is_stock, slice_of
from bot.tables.statistic import statistic
from bot.tables.take import Taken
from bot.tables.tell import Teller
from bot.tables.tell_moves import average, average_of_each
from bot.tables.tiling import ends
from bot.tables.words import COUNTS
from corpus.patterns import regex
from corpus.records import Period

__all__ = ["average_of", "average_of_parts", "averaged_over"]

_AVERAGE = regex(
    r"\b(?:average|mean)\b.*?\b(?:per|a|each|every)\s+(?P<a>year|quarter|month)\b"
    r"|\b(?P<b>annual|yearly|quarterly|monthly)\s+(?:average|mean)\b|\baverage\s+(?P<c>annual|yearly|quarterly|monthly)\b"
    r"|\b(?:per|a|each|every)\s+(?P<d>year|quarter|month)\b.*?\bon\s+average\b"
    r"|\b(?:typical|average)\s+(?P<e>year|quarter|month)\b|\bin\s+(?:a|any)\s+typical\s+(?P<f>year|quarter|month)\b",
    re.IGNORECASE,
)
_SPAN = {"annual": "year", "yearly": "year", "quarterly": "quarter", "monthly": "month"}
_MONTHS = {"year": 12, "quarter": 3, "month": 1}


def averaged_over(text: str) -> str:
    """Of what TEXT asks the average: "year", "quarter" or "month"; "" where it asks none."""
    match = _AVERAGE.search(text)
    if match is None:
        return ""
    said = next(word for word in match.groups() if word).lower()
    return _SPAN.get(said, said)


def average_of(reader: Reader, teller: Teller, binding: Binding, unit: str) -> Answer:
    """What BINDING asks for came to each UNIT. Raises Refused where its time is no whole number of them."""
    if (rows := _counted_each(reader, binding, unit)) is not None:
        return average_of_each(teller, rows)
    taken = _over_all(reader, binding)
    times = taken.slice.times
    if taken.value is None or times is None or times.first is None or times.last is None or times.lacking:
        raise Refused("the table does not give the whole of that time", ("the time asked about",))
    months = (times.last.year - times.first.year) * 12 + times.last.month - times.first.month + 1
    count, rest = divmod(months, _MONTHS[unit])
    if count == 1 and not binding.times:
        raise Refused("an average needs the time that it is taken over", ("the time that it is taken over",))
    if rest or count < 1:
        raise Refused(f"that time is no whole number of {unit}s", ("the time asked about",))
    return average(teller, taken, count, f"{unit}s")


def _counted_each(reader: Reader, binding: Binding, unit: str) -> tuple[Taken, ...] | None:
    """What a stock, which is counted anew and never added up over time, was in each UNIT of the time that is asked
    about; None of a flow. Raises Refused where one of them has no count, or more than one."""
    way = binding.listed.time
    if way is None or not binding.times or not is_stock(binding.listed, slice_of(binding, reader.ledger).codes):
        return None
    rows = reader.rows(binding, Grouping(way, by_year=False, heads=unit.capitalize()))
    if any(row.value is None for row in rows):
        raise Refused("a figure that it needs is withheld or not given by the table", ("a figure that is given",))
    at = sorted(_number_of(day, unit) for row in rows if (day := ends(way.labels[row.slice.codes[way.n][0]])))
    wanted = [_numbers_within(mention.period, unit) for mention in binding.times]
    if len(wanted) != 1 or at != wanted[0]:
        raise Refused(f"the table does not give a count for each {unit} of that time", ("the time asked about",))
    return rows


def _number_of(day: date, unit: str) -> int:
    """The number of the year, the quarter or the month that DAY lies in, one after another."""
    return (day.year * 12 + day.month - 1) // _MONTHS[unit]


def _numbers_within(period: Period, unit: str) -> list[int]:
    """The numbers of the UNITs from the first day to the last of a PERIOD; none of one that is open."""
    if period.start is None or period.end is None:
        return []
    return list(range(_number_of(period.start, unit), _number_of(period.end, unit) + 1))


_OF_ROWS = regex(
    rf"\b(?:average|mean)\b[^?]*?\b(?:of|in|across|among|for|between)\s+(?:all\s+)?(?:the\s+|its\s+)?"
    rf"(?P<n>{'|'.join(w for w in COUNTS if w != 'one')}|\d{{1,2}})\s+(?P<rows>(?:[a-z'-]+\s+){{0,2}}?[a-z'-]+s)\b",
    re.IGNORECASE,
)


def average_of_parts(reader: Reader, teller: Teller, binding: Binding) -> Answer | None:
    """What a whole comes to for each of its parts, where a question asks it of so many as the table gives of it ("the
    average of the three Orkney yards"); None where it asks no such thing."""
    match = _OF_ROWS.search(binding.question.text)
    if match is None:
        return None
    count = COUNTS.get(match["n"].lower()) or int(match["n"])
    wholes = [n for n, codes in binding.picks.items() if len(codes) == 1 and _has(binding, n, codes[0], count)]
    called = match["rows"].split()[-1]
    if len(wholes) != 1 or len(binding.times) > 1 or statistic(binding.question.text) - {"average"}:
        return None
    taken = reader.value(binding)
    if taken.value is None or not taken.slice.additive:
        raise Refused("the table gives no average of that", ("an average",))
    return average(teller, taken, count, called)


def _has(binding: Binding, n: int, code: int, count: int) -> bool:
    return len(binding.listed.ways[n].parts(code)) == count


def _over_all(reader: Reader, binding: Binding) -> Taken:
    """What an average is of: what is counted over all of a time, and not an average that stands beside it."""
    try:
        return reader.value(binding)
    except Refused:
        if (plain := counted_plainly(binding)) is None:
            raise
        return reader.value(plain)
