"""Words of a question that restrict nothing: that two things are added, that what is asked for is still to come."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from bot.forms import Ask
from corpus.extract.sense import Sense
from corpus.patterns import regex

__all__ = ["restricting"]

_ADDED = regex(r"\bplus\b", re.IGNORECASE)
_CALLED = regex(
    r"\b(?:classed|classified|categori[sz]ed|rated|deemed|judged|regarded|reckoned|labelled|described|treated)"
    r"(?= (?:as|to be)\b)",
    re.IGNORECASE,
)
"""Before what they are said to be, which is the condition: "were *classed* as unsafe"."""
_AWAITED = regex(r"\b(?:likely|expected|due|set|scheduled|supposed|meant)(?= to\b)", re.IGNORECASE)
"""What says in a question when, and where, that the deed is to come."""


_NEXT = regex(r"\s+(?:an?\s+|any\s+|the\s+)?(?:[a-z]+\s+)?", re.IGNORECASE)


def _guilty(found: tuple[Sense, ...], text: str) -> tuple[Sense, ...]:
    """The terms of TEXT with who *committed* an offence read as convicted of it, as a count of convictions tells."""
    put = list(found)
    for at, (one, other) in enumerate(pairwise(found)):
        if one.words.lower() == "committed" and other.kind == "offence" and _NEXT.fullmatch(text[one.end : other.start]):
            put[at] = replace(one, id="conviction")
    return tuple(put)


def restricting(found: tuple[Sense, ...], text: str, ask: Ask) -> tuple[Sense, ...]:
    """The terms of TEXT, a question or part of one that asks for ASK, that a record has to bear out."""
    patterns = [_ADDED, _CALLED, *([_AWAITED] if ask in (Ask.WHEN, Ask.WHERE) else [])]
    light = [m.span() for p in patterns for m in p.finditer(text)]
    found = _guilty(found, text)
    return tuple(s for s in found if not any(start <= s.start and s.end <= end for start, end in light))
