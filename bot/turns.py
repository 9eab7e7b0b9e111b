"""Which of a Member's questions an answer leaves open that names none: "*On the second part*, I will not say"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.heard import Line, asks, ids_of
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["WHO_SPEAKS", "question_left_open"]

WHO_SPEAKS = regex(r"^\s*(?:[A-Z][\w.'\u2019-]*\s+){0,5}[A-Z][\w.'\u2019-]*(?:\s*\([^()]*\)){0,3}:\s+")
"""A speaker's name, seat and party before what was said."""
_POINTS = regex(
    r"\b(?:know|have|give|tell (?:him|her|the House)|say|discuss|disclose|comment on|go into|be drawn on|answer)\s+"
    r"(?:\w+\s+){0,2}?(?:the answer|that|those|them|it|the question)\b"
    r"|\b(?:do|does|did|can|could|will) ?(?:not|n['\u2019]t)(?: \w+)? (?:know|say|tell (?:him|her|the House))\s*[,.;]",
    re.IGNORECASE,
)
_PART = regex(r"\b(?P<nth>first|second|third|fourth|last|final)\s+(?:part|point|question|half|limb)\b", re.IGNORECASE)
_NTH = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1}
_ON = regex(
    r"^\W*(?:[\w.' -]{2,60}:\s+)?(?:as (?:for|to)|on|regarding|turning to|with regard to)\s+(?P<what>[^,]+),", re.I
)
_IT = regex(r"\b(?:it|they|he|she|them|its|their)\b", re.IGNORECASE)
_FARTHEST = 40
"""So many sentences before may the question stand that an answer of the same turn leaves open."""


def question_left_open(line: Line, lines: Sequence[Line]) -> str:
    """The question of the turn before that LINE, one of LINES, leaves open without naming it; "" where none is told.

    With it stands the question before, where it is of something that this names ("Was *it* paid?").
    """
    if _POINTS.search(line.text) is None:
        return ""
    put = _put_before(line, lines)
    at = _which(line, put)
    if at is None:
        return ""
    start = at - 1 if at and _IT.search(put[at]) else at
    return " ".join(put[start : at + 1])


def _which(line: Line, put: Sequence[str]) -> int | None:
    """The place among the questions PUT of the one that LINE is an answer to."""
    part, on = _PART.search(line.text), _ON.match(line.text)
    if part is not None:
        at = _NTH[part["nth"].lower()]
        return at % len(put) if put and -len(put) <= at < len(put) else None
    if on is not None:
        asked = {i for i in ids_of(on["what"]) if not lexicon().general(i)}
        named = [at for at, text in enumerate(put) if asked & ids_of(text)]
        return named[0] if len(named) == 1 else None
    return 0 if len(put) == 1 else None


def _put_before(line: Line, lines: Sequence[Line]) -> list[str]:
    """The questions of the turn before that in which LINE stands."""
    own = [one for one in lines if one.source.id == line.source.id and one.span.start <= line.span.start][-_FARTHEST:]
    turns: list[list[Line]] = [[]]
    for one in own:
        if WHO_SPEAKS.match(one.text):
            turns.append([])
        turns[-1].append(one)
    asked = turns[-2] if len(turns) > 2 else []
    return [WHO_SPEAKS.sub("", one.text) for one in asked if asks(one.text)]
