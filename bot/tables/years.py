"""The years of a table as a question calls them: "2016/17", which may be of schools, "the three years to 2019/20"."""

from __future__ import annotations

import re

from bot.tables.label import Label, Way
from bot.tables.tiling import ends, starts, tiled
from bot.tables.words import COUNTS
from corpus.formats.statistics.moments import month_number
from corpus.patterns import regex

__all__ = ["PART_OF_YEAR", "YEARS", "as_spelt", "counted_years", "named", "of_kind", "years_in"]

YEARS = regex(r"\b((?:19|20)\d\d)\s?[/\u2013\u2014-]\s?((?:19|20)?\d\d)\b")
PART_OF_YEAR = regex(r"\b(?:quarters?|Q[1-4]|half|H[12]|weeks?|months?|term)\b", re.IGNORECASE)
"""What makes a year that a title names only the year of a part of it."""
_BEFORE = regex(r"^(?:in|during|for|of|over)\s+", re.IGNORECASE)
_SEVERAL_YEARS = regex(
    rf"\b(?P<n>\d{{1,2}}|{'|'.join(COUNTS)})\s+(?:(?:financial|academic|school|tax|full|whole)\s+)?years\s+"
    r"(?P<way>(?:up\s+)?(?:to|ending(?:\s+(?:in|with))?|ended)|from|starting(?:\s+(?:in|with))?|beginning(?:\s+with)?)\s+",
    re.IGNORECASE,
)


def named(way: Way, words: str) -> list[Label]:
    """The codes that are called just as the question calls its time ("2016/17", which may be of schools)."""
    years = "" if PART_OF_YEAR.search(words) or _SEVERAL_YEARS.search(words) else years_in(words)
    if years:
        alike = (label for label in way.labels if years_in(label.code.words) == years)
        return [label for label in alike if not PART_OF_YEAR.search(label.code.words)]
    bare = _BEFORE.sub("", words).lower()
    undated = (label for label in way.labels if label.code.period is None and label.code.as_at is None)
    month = month_number(bare)
    return [
        label
        for label in undated
        if (label.code.words.lower() == bare and not bare[:1].isdigit())
        or (month is not None and month_number(label.code.words) == month)
    ]


_KINDS = r"(?P<kind>financial|fiscal|academic|school|tax|reporting|calendar)\s+years?"
_OF_KIND = regex(rf"\b{_KINDS}\s+(?:of\s+|ending\s+(?:in\s+)?|beginning\s+(?:in\s+)?)?$", re.IGNORECASE)
_HEADED = regex(_KINDS, re.IGNORECASE)


def of_kind(way: Way, words: str, before: str) -> list[Label]:
    """The year that a table calls by one number, as the question does, where both say of which kind it is: "academic
    year 2031", under "Academic year"."""
    said, headed = _OF_KIND.search(before), _HEADED.search(way.dimension.name)
    bare = _BEFORE.sub("", words.strip())
    if said is None or headed is None or said["kind"].lower() != headed["kind"].lower() or not bare.isdigit():
        return []
    return [label for label in way.labels if label.code.words == bare]


_BETWEEN = regex(r"^(?:between|from)\s+", re.IGNORECASE)
_TWO_YEARS = regex(r"(?:19|20)\d\d\s+to\s+(?:19|20)\d\d")


def as_spelt(way: Way, words: str) -> list[Label]:
    """The one time of a table that is called just as the question calls its own, of two years ("2019 to 2020")."""
    bare = _BETWEEN.sub("", _BEFORE.sub("", words.strip())).lower()
    if _TWO_YEARS.fullmatch(bare) is None:
        return []
    return [label for label in way.labels if label.code.words.lower() == bare]


def years_in(words: str) -> str:
    """The one year of two halves that WORDS name, as "2016/17"; "" where they name none, or several."""
    match = YEARS.search(words)
    if match is not None and YEARS.search(words, match.end()):
        return ""
    if match is None:
        plain = re.fullmatch(r"\s*((?:19|20)\d\d)(\d\d)\s*", words)
        return f"{plain[1]}/{plain[2]}" if plain and int(plain[1][2:]) + 1 == int(plain[2]) % 100 else ""
    return f"{match[1]}/{match[2][-2:]}"


def counted_years(way: Way, words: str) -> list[Label] | None:
    """The years that a question counts to or from one that it calls as the table does ("the three years to 2019/20").

    Empty where the table has not all of them; None where it counts no years so.
    """
    match = _SEVERAL_YEARS.search(words)
    ending = named(way, words[match.end() :]) if match is not None else []
    if match is None or len(ending) != 1:
        return None
    count = int(match["n"]) if match["n"].isdigit() else COUNTS[match["n"].lower()]
    one, onward = ending[0], match["way"].lower().startswith(("from", "start", "begin"))
    size = _length(one)
    dated = sorted((label for label in way.labels if size and _length(label) == size), key=starts)
    if one not in dated:
        return None
    at = dated.index(one)
    held = dated[at : at + count] if onward else dated[max(0, at + 1 - count) : at + 1]
    last = ends(held[-1])
    whole = last is not None and bool(tiled(held, starts(held[0]), last))
    return held if len(held) == count and whole else []


def _length(label: Label) -> str:
    """Of which kind a time is by its length; "" for one that has none."""
    last = ends(label)
    if label.code.period is None or label.code.period.start is None or last is None:
        return ""
    return "year" if abs((last - starts(label)).days - 365) < 3 else str((last - starts(label)).days // 20)
