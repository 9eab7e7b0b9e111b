"""What is asked for and somebody refused to tell: "I will not name the ports", "she would not say whether she had"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.forms import Ask
from bot.heard import Heard, Line, bears, ids_of
from bot.query import Query
from corpus.extract.sense import Sense
from corpus.patterns import regex
from corpus.records import StatementAct

__all__ = ["whether_withheld", "withheld"]

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


_WHETHER = regex(r"\W*(?:and |so |but )?(?:did|does|do|has|have|had|is|was|are|were)\b", re.IGNORECASE)
_UNTOLD = regex(
    r"\b(?:say|tell|confirm|disclose|reveal|comment(?: on)?|discuss|answer)\b(?: \w+){0,2}? (?:whether|if)\b",
    re.IGNORECASE,
)


def whether_withheld(query: Query, heard: Sequence[Heard]) -> Heard | None:
    """What was first HEARD of whoever is asked about, where it is that nobody would say whether it is so.

    "Did she offer to go?" asks for her word on it; that she declined to say is a refusal, and no such word.
    """
    if not heard or query.ask is not Ask.SAID or not _WHETHER.match(query.text):
        return None
    told = heard[0].line
    refused = told.statement is not None and told.statement.act in _REFUSING
    return heard[0] if refused and _UNTOLD.search(told.text) else None
