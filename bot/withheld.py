"""Names that are asked for and that somebody refused to give: "I will not name the authorities"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.forms import Ask
from bot.heard import Heard, Line, bears, ids_of
from bot.query import Query
from corpus.extract.sense import Sense
from corpus.patterns import regex
from corpus.records import StatementAct

__all__ = ["withheld"]

_REFUSING = (StatementAct.REFUSED, StatementAct.EXEMPT)
_ASKS_NAMES = regex(
    r"^(?:and |so )?(?:which|what|who|whose)\b(?! (?:refused|declined|would not|did not))"
    r"(?!.*\b(?:nam|identif|refus|declin)\w+\b)",
    re.IGNORECASE,
)
_NAMING = regex(
    r"\b(?:to|not) (?:name|identify|list|disclose|reveal|say which|say who|publish the names?)\b", re.IGNORECASE
)


def withheld(query: Query, lines: Sequence[Line]) -> Heard | None:
    """The refusal to name what QUERY asks the names of; None where nobody refused it."""
    if query.ask not in (Ask.WHAT, Ask.WHO) or not _ASKS_NAMES.match(query.resolved or query.text):
        return None
    asked = query.wanted.telling[:1]
    refused = [x for x in lines if x.statement is not None and x.statement.act in _REFUSING]
    told = [line for line in refused if (m := _NAMING.search(line.text)) and _names(asked, line.text[m.end() :], line)]
    return Heard(told[0], 1.0, ()) if asked and told else None


def _names(asked: list[Sense], rest: str, line: Line) -> bool:
    """Whether what is asked for stands in the REST of a refusal to name it, or in the line before that "them" means."""
    told = line.before if re.match(r"\s*(?:them|these|those)\b", rest, re.IGNORECASE) else " ".join(rest.split()[:6])
    return bool(asked) and bears(asked[0], ids_of(told))
