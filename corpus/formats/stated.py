"""When a document says that it was published: only in words that say so, never by a file's own dates."""

from __future__ import annotations

import re
from datetime import date, datetime

from corpus.patterns import regex

__all__ = ["published_in", "worthy_title"]

_FIRST = 4_000
"""Characters of a document's beginning in which it says when it was published."""
_MONTH = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
_MONTH += "|Nov(?:ember)?|Dec(?:ember)?"
_DAY = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}})"
_NUMERIC = r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4})"
_ISO = r"(?P<iso>\d{4}-\d\d-\d\d)"
_DATE = rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:{_DAY}|{_NUMERIC}|{_ISO})"
_LATER = regex(rf"\b(?:last\s+)?updated(?:\s+on|\s+at)?:?\s+{_DATE}", re.IGNORECASE)
_SAID = regex(
    r"\b(?:date\s+(?:of\s+)?(?:published|publication|issued?|generated|released?)|publication\s+date|release\s+date"
    rf"|first\s+published|published|issued|released|released?\s+on)(?:\s+on|\s+at)?\s*:?\s+{_DATE}",
    re.IGNORECASE,
)
_ALONE = regex(rf"^(?:(?:No\.?|Number|Issue|Version|Ref\.?)\s+[\w./-]+,?\s+)?{_DATE}$", re.IGNORECASE | re.MULTILINE)
_NO_TITLE = regex(
    r"(?:untitled|title|document|slide|presentation|microsoft word)\b.*"
    r"|.*\.(?:docx?|pdf|indd|pptx?|xlsx?|qxd|rtf)",
    re.IGNORECASE,
)


def published_in(text: str) -> date | None:
    """The day on which TEXT says near its beginning that it was published or last brought up to date.

    A line there that is nothing but a date counts too, where it is the only one. Days stand before months.
    """
    first = text[:_FIRST]
    for said in (_LATER, _SAID):
        days = [d for found in said.finditer(first) if (d := _date(found)) is not None]
        if days:
            return max(days)
    alone = {d for found in _ALONE.finditer(first) if (d := _date(found)) is not None}
    return alone.pop() if len(alone) == 1 else None


def _date(found: re.Match[str]) -> date | None:
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        if found["y"]:
            return date(int(found["y"]), int(found["m"]), int(found["d"]))
        month = datetime.strptime(found["month"][:3], "%b").month
        return date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None


def worthy_title(words: object) -> str:
    """WORDS that a file gives as its title, or nothing where they are only a program's or a file's name."""
    title = " ".join(str(words or "").split())
    return "" if _NO_TITLE.fullmatch(title) or not any(c.isalpha() for c in title) else title
