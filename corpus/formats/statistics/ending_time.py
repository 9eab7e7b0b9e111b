"""Headings of columns that end or begin with a time: "Boats landed 2022", "Boats landed 2023", "2023 crews"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from corpus.cube import AT_PRESENT
from corpus.extract.dates import PeriodMention, periods
from corpus.extract.headings import heading
from corpus.formats.statistics.moments import Moment, Style, moment, style_of
from corpus.patterns import regex
from corpus.records import Period

__all__ = ["Parted", "ends_parted", "times_parted"]

Parted = dict[int, tuple[Moment, tuple[str, ...]]]
"""By the number of a column: the time that its headings tell, and those headings without it."""
_OF_THEN = frozenset({"in", "on", "as at", "between"})
_NO_TIME_OF = regex(r"\b(?:born|built|aged|since|before|after|from|until|to|by|than|prices?)\W*$", re.IGNORECASE)
"""What makes a year a trait of what is counted, and no time at which it is."""
_OPENS, _CLOSES = " ,:;-\u2013\u2014([", " ,:;-\u2013\u2014)]"
_BRACKET = regex(r"[(\[][^()\[\]]*[)\]]")


def times_parted(
    paths: dict[int, tuple[str, ...]], style: Style, alone: Collection[Moment | None] = frozenset()
) -> Parted:
    """The columns of PATHS whose headings say a time beside what they count, where the same is counted at several.

    A heading of which no other tells the same at another time is parted too, but only from a time of theirs. Beside
    columns whose times stand ALONE each is parted from one of those, and from no other.
    """
    first = [one[0].words for path in paths.values() if (one := _parted(path, style)) is not None]
    own = style_of("", first)  # of times that stand side by side, each tells how the others are written
    style = own if own.stepped else style
    found = _spelt_alike({number: one for number, path in paths.items() if (one := _parted(path, style)) is not None})
    if alone:
        return {number: (time, rest) for number, (time, rest) in found.items() if time in alone}
    again = Counter(rest for _, rest in found.values())
    times = {time for time, rest in found.values() if again[rest] > 1}
    dated = {time for time, rest in found.values() if time != _NOW and (_NOW, rest) in found.values()}
    if len(times) < 2 or (_NOW in times and not dated):
        return {}
    return {number: (time, rest) for number, (time, rest) in found.items() if time in times}


def _spelt_alike(found: Parted) -> Parted:
    """FOUND, where headings that differ in capitals alone are one ("2010 crews", "Crews now"), as it is first spelt."""
    first: dict[tuple[str, ...], tuple[str, ...]] = {}
    for _, rest in found.values():
        first.setdefault(tuple(part.casefold() for part in rest), rest)
    return {n: (time, first[tuple(part.casefold() for part in rest)]) for n, (time, rest) in found.items()}


def ends_parted(paths: dict[int, tuple[str, ...]], style: Style, of_all: Period | None) -> Parted:
    """The columns of PATHS that say a day in the time OF_ALL that the table's title tells, where others say no time.

    So a year's accounts have what was held at its ends ("Stores at 1 April 2019") beside what came and went in it.
    """
    if of_all is None or of_all.start is None or of_all.end is None:
        return {}
    found: Parted = {}
    plain = False
    for number, path in paths.items():
        one = _parted(_said_once(path, style), style)
        if one is None:
            plain = plain or not any(periods(part, None) for part in path)
        elif one[0].day is None or not of_all.start <= one[0].day <= of_all.end:
            return {}
        else:
            day = one[0].day
            found[number] = Moment(f"at {day.day} {day:%B %Y}", day=day), one[1]
    return found if plain else {}


def _said_once(path: tuple[str, ...], style: Style) -> tuple[str, ...]:
    """PATH, where one heading has a day and those below it say it again without its year: said by that one alone."""
    days = {day for part in path if (one := _edge(part, style)) is not None and (day := one[0].day) is not None}
    if len(days) != 1:
        return path
    (day,) = days
    again = re.compile(rf"[\s,]*\b(?:as )?(?:at|on) (?:the )?{day.day}(?:st|nd|rd|th)? {day:%B}$", re.IGNORECASE)
    return tuple(again.sub("", part) for part in path)


def _parted(path: tuple[str, ...], style: Style) -> tuple[Moment, tuple[str, ...]] | None:
    """The one time among the headings of a column and those without it; None where there is none, or it is no edge."""
    if any(heading(part, None).changes for part in path):
        return None
    told = [(n, one) for n, part in enumerate(path) if (one := _edge(part, style)) is not None]
    if len(told) != 1 or any(periods(part, None) for n, part in enumerate(path) if n != told[0][0]):
        return None
    ((n, (time, rest)),) = told
    return time, (*path[:n], rest, *path[n + 1 :])


_NOW = Moment(AT_PRESENT)
_AT_PRESENT = regex(r"(?P<of>.*[^\W\d]{2}\W+)(?:now|today|at present|currently)", re.IGNORECASE)
_OF_ALL = regex(r"(?P<of>all|total|overall)\s+(?P<time>.+)", re.IGNORECASE)
"""The whole of a time: of "All 2019", the year is no number of things."""


def _edge(part: str, style: Style) -> tuple[Moment, str] | None:
    """The time at an edge of a heading's PART and the rest of it; None where it has none there."""
    if (today := _AT_PRESENT.fullmatch(part.strip())) is not None:
        return _NOW, today["of"].rstrip(_SETS_APART)
    whole = _OF_ALL.fullmatch(_BRACKET.sub("", part).strip())
    if whole is not None and (time := moment(whole["time"], style)) is not None:
        return time, whole["of"]
    if (plain := _at_an_end(part, style)) is not None:
        return plain
    mentions = periods(part, None)
    if len(mentions) != 1 or mentions[0].relation not in _OF_THEN:
        return None
    (mention,) = mentions
    before, after = part[: mention.span.start], part[mention.span.end :]
    ends = not _BRACKET.sub("", after.lstrip(_CLOSES)).strip()
    if _NO_TIME_OF.search(before) or not (ends or not before.strip(_OPENS)):
        return None
    time = _moment(mention, part, style)
    rest = f"{before.rstrip(_OPENS)} {after.lstrip(_CLOSES)}".strip()
    return (time, rest) if time is not None and _NAMES.search(_BRACKET.sub("", rest)) else None


def _at_an_end(part: str, style: Style) -> tuple[Moment, str] | None:
    """The longest run of words at an end of PART that by itself is a time, and the rest; None where there is none."""
    words = part.split()
    for count in range(len(words) - 1, 0, -1):
        for said, rest in ((words[:count], words[count:]), (words[-count:], words[:-count])):
            time = moment(" ".join(said).strip(f"{_OPENS}{_CLOSES}"), style)
            left = " ".join(rest).strip(_SETS_APART)
            if (
                time is not None
                and _NO_TIME_OF.search(left) is None
                and (_NAMES.search(_BRACKET.sub("", left)) or _IS_BAND.fullmatch(left))
            ):
                return time, left
    return None


_SETS_APART = " ,:;-\u2013\u2014"
_NAMES = regex(r"[^\W\d]{2}")
_IS_BAND = regex(r"\d{1,3}\s*(?:-|\u2013|to)\s*\d{1,3}", re.IGNORECASE)
"""A band of ages, before the year that it is counted at ("18 - 25 2017")."""


def _moment(mention: PeriodMention, part: str, style: Style) -> Moment | None:
    """The time of MENTION; None where it is open at an end, or told without a year."""
    words = mention.span.of(part)
    if (plain := moment(words, style)) is not None:
        return plain
    if mention.when is not None and mention.when.exact:
        return Moment(words, day=mention.when.first)
    if mention.period.start is None or mention.period.end is None:
        return None
    return Moment(mention.period.words, mention.period)
