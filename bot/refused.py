"""Reads a question about what departments refused to answer: which body, on which ground, about what, when."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from corpus.extract.dates import PeriodMention, periods
from corpus.lexicon.loading import loaded
from corpus.questions import Ground

__all__ = ["Refused", "read_refused"]

_SMALL = frozenset({"of", "and", "for", "the", "in", "on", "to"})


@dataclass(frozen=True, slots=True)
class Refused:
    """What is asked about: refusals of BODIES (all that the record names where none is meant), FIRST to LAST."""

    bodies: tuple[str, ...]
    named: bool
    """Whether the question names the body."""
    ground: Ground | None
    topic: str
    first: date | None
    last: date | None
    when: str
    """The question's own words for the time."""


def read_refused(text: str, bodies: Iterable[str], today: date) -> Refused | None:
    """TEXT as a question about refusals, BODIES being the answering bodies of the record; None where it is none.

    A question about what a person refused to say is none: departments answer, and their answers are counted.
    """
    plain = " ".join(text.replace("\u2019", "'").lower().split())
    if not _sign("refused").search(plain) or not _sign("answering").search(plain):
        return None
    every = tuple(bodies)
    meant = tuple(b for b in every if _names(plain, b))
    if not meant and not _sign("anybody").search(plain) and not _sign("done_to").search(plain):
        return None
    times = periods(text, today)
    topic = _sign("topic").search(_without(text, times).replace("\u2019", "'").lower())
    first, last = _bounds(times)
    ground = next((g for g, pattern in _grounds() if pattern.search(plain)), None)
    subject = " ".join(topic["topic"].split()) if topic else ""
    when = " ".join(text[m.span.start : m.span.end] for m in times)
    return Refused(meant or every, bool(meant), ground, subject, first, last, when)


@lru_cache(maxsize=8)
def _sign(name: str) -> re.Pattern[str]:
    return re.compile("|".join(_data()[name]))


@lru_cache(maxsize=1)
def _grounds() -> tuple[tuple[Ground, re.Pattern[str]], ...]:
    return tuple((Ground[name], re.compile("|".join(patterns))) for name, patterns in _data()["grounds"].items())


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    read: dict[str, Any] = loaded("bot", "refused.yaml")
    return read


def _names(plain: str, body: str) -> bool:
    """Whether a question names BODY: in full, by its first letters ("DHSC"), or less its "Department for"."""
    full = body.lower()
    letters = "".join(w[0] for w in re.findall(r"[a-z]+", full) if w not in _SMALL)
    forms = [full, *([letters] if len(letters) > 2 else [])]
    short = re.sub(r"^(?:department|ministry) (?:for|of) (?:the )?", "", full)
    forms += [f"{short} {kind}" for kind in ("department", "ministry", "office")] if short != full else []
    return any(re.search(rf"\b{re.escape(form)}\b", plain) for form in forms)


def _without(text: str, times: list[PeriodMention]) -> str:
    for one in times:
        text = text[: one.span.start] + "," * (one.span.end - one.span.start) + text[one.span.end :]
    return text


def _bounds(times: list[PeriodMention]) -> tuple[date | None, date | None]:
    """The first and the last day of the time asked about, None at an end that is left open."""
    if not times:
        return None, None
    one = times[0]
    first, last = one.period.start, one.period.end
    if one.when is not None:
        if one.relation in ("since", "from"):
            return one.when.first, None
        if one.relation == "after":
            return one.when.last + timedelta(days=1), None
        if one.relation == "before":
            return None, one.when.first - timedelta(days=1)
        if one.relation in ("until", "by"):
            return None, one.when.last
        first, last = first or one.when.first, last or one.when.last
    return first, last
