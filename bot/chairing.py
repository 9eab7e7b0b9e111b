"""Who is in the chair: minutes name the chair of a meeting without saying that they chair it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.forms import Ask
from bot.heard import Heard, Line, ids_of
from bot.query import Query
from corpus.extract.names import names
from corpus.patterns import regex

__all__ = ["chair_asked"]

_ASKED = regex(
    r"^(?:and |so )?who (?:chairs|chaired|(?:is|was) (?:in the chair|chairing|the chair(?:man|woman|person)?))"
    r"(?: (?:of|at|for))?(?: (?P<of>[\w' -]+?))?\W*$",
    re.IGNORECASE,
)
_IN_THE_CHAIR = regex(r"\b(?:was|is|took|,) (?:in )?the chair\b", re.IGNORECASE)
_PLAIN = regex(r"(?:(?:the|this|that|its) )?(?:committee|panel|inquiry|board|meeting|session|commission|report)", re.I)


def chair_asked(query: Query, lines: Sequence[Line]) -> list[Heard]:
    """The line that names who was in the chair of the body asked about; none where it names none, or several."""
    asked = _ASKED.match((query.resolved or query.text).strip())
    if query.ask is not Ask.WHO or asked is None:
        return []
    told = []
    for line in lines:
        found = _IN_THE_CHAIR.search(line.text)
        before = [n for n in names(line.text) if found is not None and n.span.end <= found.start()]
        if len(before) == 1 and _of_that(asked["of"] or "", line):
            told.append(Heard(line, 1.0, (), before[0].words))
    return told[:1] if len({h.name for h in told}) == 1 else []


def _of_that(body: str, line: Line) -> bool:
    """Whether the body asked about is no other than the one whose paper the line is of."""
    asked = ids_of(body)
    return (
        not body
        or _PLAIN.fullmatch(body) is not None
        or asked <= ids_of(f"{line.source.publisher}. {line.source.title}")
    )
