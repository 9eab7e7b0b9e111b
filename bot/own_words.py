"""What a committee or an auditor says in a report of its own: "We recommend that …", "The Board should …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.heard import Line, ids_of
from corpus.extract.quotations import quotations
from corpus.patterns import regex
from corpus.records import Source, SourceKind

__all__ = ["author_lines", "recommending"]

_WHO = regex(
    r"(?:the )?(?:(?:committee(?:'s|\u2019s)? )?(?:mps|members|report|authors)|they|(?:\w+ ){0,4}committee)",
    re.IGNORECASE,
)
"""How those are spoken of whose report a source is, other than by its publisher's name."""
_KINDS = (SourceKind.COMMITTEE_REPORT, SourceKind.AUDIT_REPORT, SourceKind.PRESS_NOTICE)
_WE = regex(
    r"\b[Ww]e (?:\w+ly |also |therefore |do not |are not |are |were )?(?:recommend|conclude|believe|urge|welcome|call"
    r"|expect|consider|find|found|note|regret|think|agree|support|persuaded|concerned|disappointed|surprised|satisfied|ask|want)"
)
_OUGHT = regex(
    r"(?:^|\.\s+)\W*(?:\d+\.\s+)?(?:The|It|Its|They|Ministers|[A-Z]\w+)\b[^.;:]{0,80}?"
    r"\b(?:should|must|ought to|needs? to)\b"
)
"""What a report says that somebody ought to do, by which it recommends it."""


def author_lines(who: str, lines: Sequence[Line]) -> list[Line]:
    """The LINES in which whoever's report their source is speaks for itself, where WHO is that body."""
    return [line for line in lines if not line.speaker and _its(who, line.source) and _own(line)]


def _its(who: str, source: Source) -> bool:
    if source.kind not in _KINDS:
        return False
    asked = ids_of(who)
    named = bool(asked) and asked <= ids_of(source.publisher)
    committee = source.kind is SourceKind.COMMITTEE_REPORT or "committee" in source.publisher.lower()
    return named or (committee and _WHO.fullmatch(who.strip()) is not None)


def _own(line: Line) -> bool:
    """Whether a line says what its author holds, outside anything quoted."""
    inside = [q.outer for q in quotations(line.text)]
    found = [m for form in (_WE, _OUGHT) for m in form.finditer(line.text)]
    return any(not any(q.start <= m.start() < q.end for q in inside) for m in found)


_WANTED = ("want", "recommend", "suggest", "propose", "urge", "demand", "advise", "ask", "call", "press", "expect")
_RECOMMENDS = r"recommend|should\b|must\b|ought to\b|urge|calls? (?:on|for)\b"


def recommending(verb: str) -> str:
    """The forms of what answers "what did they *recommend*?", by VERB; "" where that asks of no recommendation."""
    return _RECOMMENDS if verb.lower().startswith(_WANTED) else ""
