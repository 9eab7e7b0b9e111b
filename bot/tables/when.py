"""Which times of a table are those that a question names: exactly those, whole, and without a gap.

Codes of several sizes may stand in one dimension (years and their quarters): the largest that make up the time that is
asked about are taken, so that nothing is counted twice. Where the table covers only a part of it, that is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.tables.catalog import Label, Listed, Way
from corpus.extract.dates import PeriodMention
from corpus.records import Nature

__all__ = ["Times", "latest", "named", "nature_of", "times_of"]

_DAY = timedelta(days=1)
_YEARS = re.compile(r"\b((?:19|20)\d\d)\s?[/\u2013\u2014-]\s?((?:19|20)?\d\d)\b")


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


def times_of(listed: Listed, mention: PeriodMention, *, stock: bool) -> Times | None:
    """The codes for one time that a question names; None where the table says nothing of that time."""
    way = listed.time
    if way is None:
        return _whole(listed, mention)
    spelt = named(way, mention.period.words)
    if spelt:
        return _told(way, spelt, mention.period.words)
    start, end = mention.period.start, mention.period.end
    if mention.when is not None and mention.relation in ("on", "as at"):
        start, end = mention.when.first, mention.when.last
    if stock or all(label.code.period is None for label in way.labels):
        return _stock(way, start, end, mention)
    return _flow(way, start, end, mention)


def named(way: Way, words: str) -> list[Label]:
    """The codes that are called just as the question calls its time ("2016/17", which may be of schools)."""
    years = _years(words)
    return [label for label in way.labels if years and _years(label.code.words) == years]


def _years(words: str) -> str:
    match = _YEARS.search(words)
    if match is None:
        plain = re.fullmatch(r"\s*((?:19|20)\d\d)(\d\d)\s*", words)
        return f"{plain[1]}/{plain[2]}" if plain and int(plain[1][2:]) + 1 == int(plain[2]) % 100 else ""
    return f"{match[1]}/{match[2][-2:]}"


def latest(listed: Listed, *, stock: bool, codes: Iterable[int] | None = None) -> Times | None:
    """The time that is meant where none is named: the last of a stock, the last whole twelve months of a flow."""
    way = listed.time
    if way is None:
        return None
    among = set(codes) if codes is not None else None
    dated = [label for label in way.labels if _ends(label) and (among is None or label.n in among)]
    if not dated:
        return None
    last = max(dated, key=lambda label: (_ends(label), _starts(label)))
    if stock or last.code.period is None or last.code.period.start is None:
        return _told(way, [last], last.code.words, chosen=f"the latest that the table gives, {last.code.words}")
    end = _ends(last)
    assert end is not None
    start = _year_before(end)
    whole = _tiled(dated, start, end)
    if not whole:
        return _told(way, [last], last.code.words, chosen=f"the latest that the table gives, {last.code.words}")
    words = whole[0].code.words if len(whole) == 1 else _year_to(end)
    return _told(way, whole, words, chosen=f"the latest twelve months that the table gives, {words}")


def _year_before(end: date) -> date:
    after = end + _DAY
    return date(after.year - 1, after.month, min(after.day, 28) if after.month == 2 else after.day)


def _year_to(end: date) -> str:
    return str(end.year) if (end.month, end.day) == (12, 31) else f"the year to {end.day} {end:%B %Y}"


def _whole(listed: Listed, mention: PeriodMention) -> Times | None:
    """The time of a table that is all of one time, where that is the one asked about."""
    one = listed.dataset
    start, end = mention.period.start, mention.period.end
    if _years(mention.period.words) and _years(mention.period.words) == _years(one.title):
        return Times((), mention.period.words)
    if one.period is not None and one.period.start and one.period.end:
        same = (one.period.start, one.period.end) == (start, end)
        return Times((), mention.period.words, first=start, last=end) if same else None
    if one.as_at is not None and start and end and start <= one.as_at.first and one.as_at.last <= end:
        return Times((), mention.period.words, first=one.as_at.first, last=one.as_at.last)
    return None


def _told(way: Way, labels: Sequence[Label], words: str, *, lacking: str = "", chosen: str = "") -> Times:
    ends = [d for label in labels for d in (_starts(label), _ends(label)) if d]
    first, last = (min(ends), max(ends)) if ends else (None, None)
    return Times(tuple(label.n for label in labels), words, lacking, chosen, first, last)


def _starts(label: Label) -> date:
    code = label.code
    day = code.period.start if code.period is not None else code.as_at.first if code.as_at is not None else None
    return day or date.min


def _ends(label: Label) -> date | None:
    code = label.code
    return code.period.end if code.period is not None else code.as_at.last if code.as_at is not None else None


def _stock(way: Way, start: date | None, end: date | None, mention: PeriodMention) -> Times | None:
    """A stock is counted at a date: the date that is asked about, else the last one within the time."""
    inside = [
        label
        for label in way.labels
        if (day := _ends(label)) is not None and (start is None or day >= start) and (end is None or day <= end)
    ]
    if not inside:
        return None
    last = max(inside, key=lambda label: _ends(label) or date.min)
    exact = len(inside) == 1
    return _told(way, [last], last.code.words, chosen="" if exact else f"the last one given then, {last.code.words}")


def _flow(way: Way, start: date | None, end: date | None, mention: PeriodMention) -> Times | None:
    words = mention.period.words
    dated = [label for label in way.labels if label.code.period is not None and _ends(label)]
    inside = [
        label
        for label in dated
        if (start is None or _starts(label) >= start) and (end is None or (_ends(label) or date.max) <= end)
    ]
    if not inside:
        return None
    first = start if start is not None else min(map(_starts, inside))
    last = end if end is not None else max(_ends(label) or date.min for label in inside)
    whole = _tiled(inside, first, last)
    if whole:
        open_ended = start is None or end is None
        return _told(way, whole, words, chosen=_stretch(first, last) if open_ended else "")
    held = _longest(inside)
    if not held:
        return None
    return _told(way, held, words, lacking=f"all of {words}: the table gives {_names(held)}")


def _stretch(first: date, last: date) -> str:
    return f"from {first.day} {first:%B %Y} to {last.day} {last:%B %Y}, as far as the table goes"


def _names(labels: Sequence[Label]) -> str:
    words = [label.code.words for label in labels]
    return ", ".join(words) if len(words) <= 4 else f"{words[0]} to {words[-1]}"


def _tiled(labels: Sequence[Label], first: date, last: date) -> list[Label]:
    """The largest of LABELS that follow one another from FIRST to LAST without a gap; none where none do."""
    by_start: dict[date, list[Label]] = {}
    for one in labels:
        by_start.setdefault(_starts(one), []).append(one)
    found: list[Label] = []
    at = first
    while at <= last:
        fitting = [one for one in by_start.get(at, ()) if (_ends(one) or date.max) <= last]
        if not fitting:
            return []
        best = max(fitting, key=lambda label: _ends(label) or date.min)
        found.append(best)
        end = _ends(best)
        assert end is not None
        at = end + _DAY
    return found


def _longest(labels: Sequence[Label]) -> list[Label]:
    """The stretch without a gap that begins first and goes on the furthest."""
    ordered = sorted({_starts(label) for label in labels})
    best: list[Label] = []
    for start in ordered:
        ends = sorted({e for label in labels if (e := _ends(label)) is not None and e >= start}, reverse=True)
        tiled = next((t for end in ends if (t := _tiled(labels, start, end))), [])
        if not best or _span(tiled) > _span(best):
            best = tiled
    return best


def _span(labels: Sequence[Label]) -> int:
    if not labels:
        return -1
    last = _ends(labels[-1])
    assert last is not None
    return (last - _starts(labels[0])).days
