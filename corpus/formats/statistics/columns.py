"""What each column of a table holds: labels, times, codes of labels, measures, or remarks on a row."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.cube import Role
from corpus.extract.headings import heading
from corpus.formats.statistics.by_programs import spaced_out
from corpus.formats.statistics.coded_headings import completed
from corpus.formats.statistics.moments import UNSTYLED, Order, Style, moment, month_number, quarter_number, style_of
from corpus.formats.statistics.ordinals import numbers_rows
from corpus.formats.statistics.readings import NO_READING, Marks
from corpus.formats.statistics.totals import is_total
from corpus.formats.statistics.vocabulary import vocabulary, worded
from corpus.patterns import regex

__all__ = [
    "Column",
    "Kind",
    "columns_of",
    "first_as_label",
    "holds_values",
    "identifying",
    "is_stray",
    "role_of",
    "times_in",
]


class Kind(enum.StrEnum):
    """What a column is to its table."""

    EMPTY = "empty"
    LABEL = "label"
    TIME = "time"
    CODE = "code"
    """What stands for a label in another column ("E92000001"), or tells records apart."""
    MEASURE = "measure"
    NAMES_MEASURE = "names measure"
    UNIT = "unit"
    STATUS = "status"
    """The mark of the value beside it."""
    LEVEL = "level"
    """Of which kind of area a row is: national, regional."""
    REMARKS = "remarks"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its number from 0, its heading as it stands and as words, and what it holds."""

    number: int
    said: str
    words: str
    kind: Kind
    style: Style = UNSTYLED


_UNITS = r"units?(?: of measure(?:ment)?)?|measure units?"
_TIME = regex(
    r"(?:the )?(?:(?:financial|calendar|academic|fiscal|tax|school|reporting|reference|survey|publication|census"
    r"|quarter|month|week|year|time|data)[ -]?)*"
    r"(?:year|date|month|quarter|period|week|time|day|time identifier|period type|as at"
    r"|(?:year|month|quarter|week|period)s? ending|(?:reporting |time |data )?period (?:start|end)(?: date)?"
    r"|mmm-yy+|yyyy.*)s?(?: (?:to|ending|ended) (?:the )?[0-9]{1,2}(?:st|nd|rd|th)? [a-z]+)?(?: \([^()]{1,60}\))?",
    re.IGNORECASE,
)
_CODE = regex(
    r"(?:.*\b)?(?:codes?|ids?|identifiers?|urns?|uprn|ref(?:erence)?s?|postcodes?|gss|ons code|cdid)", re.IGNORECASE
)
_AREA_CODE = regex(r"[A-Z][0-9]{8}")
_BAND = regex(
    r"(?:single year of )?age(?: group| band)?s?(?: in years)?|.*\b(?:band|decile|quintile|quartile|grade|tier"
    r"|week number|year group|key stage|category|class)",
    re.IGNORECASE,
)
_VALUE = regex(r"v4_[0-9]|(?:(?:obs(?:ervation)?|measure)[ _]?)?values?|observations?|data values?", re.IGNORECASE)
_NAMES_MEASURE = regex(
    r"measures?(?: type| name)?|indicators?(?: name)?|variables?|metrics?|statistics?|series", re.IGNORECASE
)
_STATUS = regex(
    r"(?:data )?mark(?:er|ing)s?|obs(?:ervation)? status|status|flags?|symbols?|suppressed|provisional", re.IGNORECASE
)
_LEVEL = regex(r"geograph(?:y|ic|ical) (?:levels?|types?)|area types?|levels?|breakdowns?", re.IGNORECASE)
_REMARKS = regex(
    r"(?:.*\b)?(?:comments?|remarks?|notes?|footnotes?|descriptions?|urls?|links?|address|email|phone|telephone)"
    r"(?: \(.*\))?|(?:suppression|rounding)(?: (?:required|applied|needed))?(?:\.[0-9]+)?",
    re.IGNORECASE,
)
_NOT_GIVEN = "NA"
"""What some programs write in an empty cell."""
_HARDLY = 0.01
_NO_HEADING = regex(r"Col(?:umn)? ?[0-9]{1,3}|Unnamed: ?[0-9]{1,3}", re.IGNORECASE)
"""The heading that a program gives a column that had none: nothing says what its numbers count."""
_DESCRIBES = regex(r"(?P<stem>.+?)[ _](?:descriptions?|desc)", re.IGNORECASE)
_DESCRIPTION = regex(r"\bdescriptions?$", re.IGNORECASE)
_GROUPED = regex(
    r"\b(?:groups?|types?|categor(?:y|ies)|class(?:ification)?)$|^(?:types?|kinds?|categor(?:y|ies)|class(?:es)?) of\b",
    re.IGNORECASE,
)
_WORDY = 80
"""A column whose cells are longer than this on the whole holds remarks."""
_MOST_READ = 400
_SURE = 0.95
_LIKELY = 0.6
"""The share of labels that must be times where the heading says that they are."""


def columns_of(headings: Sequence[str], sample: Sequence[Sequence[str]], marks: Marks) -> tuple[Column, ...]:
    """The columns under HEADINGS, judged by a SAMPLE of their rows."""
    said = enumerate(spaced_out(completed(headings)))
    found = (_column(n, one, _values(sample, n), marks, len(sample)) for n, one in said)
    judged = [replace(c, kind=Kind.CODE) if _numbers_rows(c, sample) else c for c in found]
    return tuple(_of_times(list(_dated(list(_described(judged, sample)), sample)), sample))


def _of_times(judged: list[Column], sample: Sequence[Sequence[str]]) -> list[Column]:
    """The times of something are those of a table that has no other ("Year of landing"); a year of birth is none."""
    if any(c.kind is Kind.TIME for c in judged):
        return judged
    told = [c for c in judged if c.kind in (Kind.LABEL, Kind.MEASURE) and _OF_A_TIME.match(c.words)]
    found = [c for c in told if times_in(list(dict.fromkeys(_values(sample, c.number))), c.style) >= _LIKELY]
    return [replace(c, kind=Kind.TIME) if len(found) == 1 and c in found else c for c in judged]


def _numbers_rows(column: Column, sample: Sequence[Sequence[str]]) -> bool:
    return column.kind is Kind.MEASURE and numbers_rows(column.words, column.number, sample)


def _dated(judged: list[Column], sample: Sequence[Sequence[str]]) -> Iterator[Column]:
    """Where the days of one column prove in which order they are told, those of the others are told so too."""
    orders = {c.style.order for c in judged if c.kind is Kind.TIME} - {Order.UNTOLD}
    order = next(iter(orders)) if len(orders) == 1 else Order.UNTOLD
    for c in judged:
        style = c.style._replace(order=order)
        told = order is not Order.UNTOLD and c.style.order is Order.UNTOLD and _TIME.fullmatch(c.words) is not None
        distinct = list(dict.fromkeys(_values(sample, c.number)))[:_MOST_READ] if told else []
        yield replace(c, kind=Kind.TIME, style=style) if told and times_in(distinct, style) >= _LIKELY else c


def _described(judged: list[Column], sample: Sequence[Sequence[str]]) -> Iterator[Column]:
    """A column that is the description of another's codes ("LEVEL", "LEVEL DESCRIPTION") has that one's labels."""
    named = {c.words.lower(): c for c in judged}
    told = {c.number: stem for c in judged if (stem := _stem_of(c, named)) is not None}
    coded = {stem.number for stem in told.values()}
    for c in judged:
        values = _values(sample, c.number)
        short = c.kind is Kind.REMARKS and sum(map(len, values)) <= _WORDY * len(values)
        if short and (c.number in told or _sorts_rows(c, values, judged)):
            yield replace(c, kind=Kind.LABEL)
        elif c.number in coded and c.kind in (Kind.LABEL, Kind.MEASURE):
            yield replace(c, kind=Kind.CODE)
        else:
            yield c


def _sorts_rows(column: Column, values: Sequence[str], judged: Sequence[Column]) -> bool:
    """Whether a description says of which sort each row is, and is no remark on it: the same ones come again and again
    ("Offence Description"), or no other column tells the rows apart."""
    if _DESCRIPTION.search(column.words) is None or not values:
        return False
    return 2 * len(set(values)) <= len(values) or not any(c.kind in (Kind.LABEL, Kind.CODE) for c in judged)


def _stem_of(column: Column, named: Mapping[str, Column]) -> Column | None:
    match = _DESCRIBES.fullmatch(column.words.lower())
    return named.get(match["stem"]) if match is not None else None


def first_as_label(columns: Sequence[Column], sample: Sequence[Sequence[str]]) -> tuple[Column, ...] | None:
    """COLUMNS, of which the first that holds numbers tells rows apart, as the labels of a table stand before its values
    ("Article": 8.1, 10); None where no other column has values, or where it holds too many numbers to be labels."""
    measures = [c for c in columns if c.kind is Kind.MEASURE and not holds_values(c)]
    distinct = list(dict.fromkeys(_values(sample, measures[0].number))) if len(measures) > 1 else []
    if not 0 < len(distinct) <= _FEW_LABELS:
        return None
    first = measures[0]
    style = style_of(first.words, distinct)
    timed = times_in(distinct, style) >= _SURE
    label = replace(first, kind=Kind.TIME if timed else Kind.LABEL, style=style if timed else first.style)
    return tuple(label if c is first else c for c in columns)


_FEW_LABELS = 60
_OF_A_TIME = regex(r"(?:year|quarter|month|date|period)\s+of\s+(?!birth)[a-z]", re.IGNORECASE)
"""How a heading of times of something begins ("Year of application")."""


def _values(sample: Sequence[Sequence[str]], number: int) -> list[str]:
    return [row[number].strip() for row in sample if number < len(row) and row[number].strip()]


def _column(number: int, said: str, values: list[str], marks: Marks, rows: int) -> Column:
    words = worded(said)
    told = sum(1 for value in values if value != _NOT_GIVEN)
    if values and (told == 0 or (_NOT_GIVEN in values and told <= _HARDLY * rows) or _NO_HEADING.fullmatch(words)):
        return Column(number, said, words, Kind.REMARKS if told else Kind.EMPTY)
    distinct = list(dict.fromkeys(values))[:_MOST_READ]
    style = style_of(words, distinct)
    return Column(number, said, words, _kind(words, values, distinct, style, marks), style)


def _kind(words: str, values: list[str], distinct: list[str], style: Style, marks: Marks) -> Kind:
    if not values:
        return Kind.EMPTY
    if _UNIT.fullmatch(words) and not all(marks.read(value).value is not None for value in distinct):
        return Kind.UNIT
    named = _TIME.fullmatch(words) is not None
    if named and times_in(distinct, style) >= _LIKELY:
        return Kind.TIME
    if _LEVEL.fullmatch(words) and len(distinct) <= 20:
        return Kind.LEVEL
    read = [one for value in distinct if (one := marks.read(value)) is not NO_READING or not is_stray(value)]
    numbers = sum(1 for one in read if one.value is not None)
    readable = sum(1 for one in read if one is not NO_READING)
    if numbers and any(map(is_total, distinct)):
        return Kind.LABEL  # so many times each, and all of them: a value is never called the whole
    if numbers and readable >= _SURE * len(read):
        return _numeric(words, values, distinct)
    return _wordy(words, values, distinct, style)


def is_stray(cell: str) -> bool:
    """Whether a CELL holds signs alone, that are no mark: what is left of a broken export (")"), and no words."""
    return not any(c.isalnum() for c in cell)


_UNIT = regex(_UNITS, re.IGNORECASE)


def _numeric(words: str, values: list[str], distinct: list[str]) -> Kind:
    if _VALUE.fullmatch(words):
        return Kind.MEASURE
    if _CODE.fullmatch(words) or identifying(values):
        return Kind.CODE
    return Kind.LABEL if _BAND.fullmatch(words) and len(distinct) <= 200 else Kind.MEASURE


def holds_values(column: Column) -> bool:
    """Whether a column is headed as values only ("Value", "OBS_VALUE"), which says nothing of what they count."""
    return _VALUE.fullmatch(column.words) is not None


def identifying(values: Sequence[str]) -> bool:
    """Whether whole numbers are names, not amounts: some of them begin with nought."""
    whole = [v for v in values if v.isdigit()]
    return len(whole) >= _SURE * len(values) and any(len(v) > 1 and v[0] == "0" for v in whole)


def _wordy(words: str, values: list[str], distinct: list[str], style: Style) -> Kind:
    if all(_AREA_CODE.fullmatch(v) for v in distinct):
        return Kind.CODE
    if _REMARKS.fullmatch(words) or sum(map(len, values)) > _WORDY * len(values):
        return Kind.REMARKS
    if _CODE.fullmatch(words):
        return Kind.CODE
    if _STATUS.fullmatch(words) and all(len(v) <= 20 for v in distinct):
        return Kind.STATUS
    if _NAMES_MEASURE.fullmatch(words):
        return Kind.NAMES_MEASURE
    if times_in(distinct, style) >= _SURE and len(distinct) > 1 and not any(map(_OVER_A_TIME.search, distinct)):
        return Kind.TIME
    return Kind.LABEL


_OVER_A_TIME = regex(
    r"[a-z]\s.*\b(?:each|every|per|during the|in the|over the|within the) (?:year|quarter|month|term|week)\b",
    re.IGNORECASE,
)
"""What is counted over times, and no time itself ("Boats launched each year")."""


def times_in(labels: Sequence[str], style: Style) -> float:
    """The share of LABELS that are times: whole ones, or quarters and months that take their year from elsewhere."""
    if not labels:
        return 0.0
    found = sum(1 for v in labels if _is_time(v, style))
    return found / len(labels)


def _is_time(label: str, style: Style) -> bool:
    if moment(label, style) is not None or quarter_number(label) is not None or month_number(label) is not None:
        return True
    return re.search(r"\b(?:year|quarter|month|term|week)\b", label, re.IGNORECASE) is not None


def role_of(words: str, labels: Sequence[str]) -> Role:
    """Whether a dimension of that heading tells places apart: it says so, or most of its labels are places.

    A nationality or a country of birth tells of people: it is a category, though its labels are countries.
    """
    if vocabulary().of_people.search(words):
        return Role.CATEGORY
    if vocabulary().places.search(words) and not _GROUPED.search(words):
        return Role.PLACE
    known = [label for label in labels if label][:60]
    named = sum(1 for label in known if heading(label, None).place)
    return Role.PLACE if len(known) > 1 and named >= 0.6 * len(known) else Role.CATEGORY
