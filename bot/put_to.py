"""What is put to somebody and answered in a word: "The union says that a third have left. *Is that true?*" "*No.*"

In an exchange a claim is often told only to ask about it. Whether it is so is then told by the reply, and never by the
claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.heard import Heard, Line
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["replied"]

_LABEL = regex(r"\W*(?:[A-Z][\w.'\u2019-]*\s+){0,6}[A-Z][\w.'\u2019-]*(?:\s+\([^()]+\)){0,3}:\s+")
"""The giving of the floor that a speech opens with: "Ada Holt (Northmouth) (Ind): "."""
_ANSWER = regex(
    r"(?P<said>yes|no)\b(?!\s+(?:one|other|more|such|further|doubt|new|date|decision|plans?)\b)", re.IGNORECASE
)
_POINTED = regex(r"\b(?:that|this|it|so)\b[^?]*\?\W*$", re.IGNORECASE)
"""A question whether what was said before is so."""
_REACH = 3
"""So many sentences after a claim may it be asked whether it is so."""


def replied(heard: Sequence[Heard], lines: Sequence[Line]) -> Heard | None:
    """The reply to the claim that is the best of what was HEARD, with what follows it; None where none was asked."""
    if not heard or heard[0].name:
        return None
    at = next((n for n, line in enumerate(lines) if line is heard[0].line), None)
    if at is None:
        return None
    for place in range(at, min(at + _REACH, len(lines) - 1)):
        if place > at and (_LABEL.match(lines[place].text) or lines[place].source.id != lines[at].source.id):
            return None
        if _asks(lines[place], claim=place == at):
            return _reply(lines, place + 1, heard[0])
    return None


def _asks(line: Line, *, claim: bool) -> bool:
    text = line.text.rstrip(" \"'\u201d\u2019")
    return text.endswith("?") and (claim or _POINTED.search(text) is not None)


def _reply(lines: Sequence[Line], at: int, claim: Heard) -> Heard | None:
    line = lines[at]
    label = _LABEL.match(line.text)
    said = _ANSWER.match(line.text, label.end()) if label is not None else None
    if said is None or line.source.id != claim.line.source.id:
        return None
    after = lines[at + 1] if at + 1 < len(lines) and not _LABEL.match(lines[at + 1].text) else None
    if after is not None and after.source.id == line.source.id:
        span = Span(line.span.start, after.span.end)
        line = replace(line, span=span, text=f"{line.text} {after.text}")
    return Heard(line, claim.score, (), said["said"].capitalize())
