"""A time that a question sets another against without naming it: "in 2011-12 than *the year before*" is in 2010-11."""

from __future__ import annotations

import re

from corpus.extract.dates import periods
from corpus.patterns import regex

__all__ = ["said_outright"]

_YEAR_BEFORE = r"(?:an?|one|the) year (?:earlier|before|previously)|(?:the )?(?:previous|preceding) (?:financial )?year"
_SAME = r"(?:the )?same (?:(?:three|six|nine) )?(?:months?|period|quarter|weeks?|days?|half|season|time|date)"
_THEN = regex(
    rf"(?P<lead>\b(?:than|and|with|to|against)\s+)(?:(?:in|for|during|over|at|on)\s+)?"
    rf"(?:(?P<back>{_YEAR_BEFORE})|{_SAME}(?:\s+(?:of|in)\s+(?P<year>(?:19|20)[0-9]{{2}})"
    rf"|,?\s+(?:(?:of|in)\s+)?(?:{_YEAR_BEFORE})))(?=\W*$|,)",
    re.IGNORECASE,
)
_YEARS = regex(r"\b(?P<year>(?:19|20)[0-9]{2})(?:(?P<to>[-/\u2013])(?P<end>[0-9]{2}(?:[0-9]{2})?))?\b")


def said_outright(question: str) -> str:
    """QUESTION with such a time named, told from the one before it; "" where there is none, or it names no year."""
    match = _THEN.search(question)
    if match is None:
        return ""
    told = [m for m in periods(question, None, 0, match.start()) if _YEARS.search(m.period.words)]
    if len(told) != 1:
        return ""
    words = told[0].period.words
    years = [int(m["year"]) for m in _YEARS.finditer(words)]
    back = years[-1] - int(match["year"]) if match["year"] else 1
    if back <= 0:
        return ""
    then = _YEARS.sub(lambda m: _earlier(m, back), words)
    lead = "" if re.match(r"(?:in|between|from|on|during|at|as)\b", then, re.IGNORECASE) else "in "
    return f"{question[: match.start()]}{match['lead']}{lead}{then}{question[match.end() :]}"


def _earlier(year: re.Match[str], back: int) -> str:
    """A YEAR, or one that runs into the next ("2011-12"), so many years BACK."""
    begins = str(int(year["year"]) - back)
    if not year["end"]:
        return begins
    ends = str(int(begins) + 1)
    return f"{begins}{year['to']}{ends if len(year['end']) == len(ends) else ends[-2:]}"
