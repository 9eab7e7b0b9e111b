"""Whom a deed was done to: whoever blamed the supplier blamed no agency, though he is the agency's own head."""

from __future__ import annotations

import re

from bot.forms import Ask
from bot.heard import Line, ids_of
from bot.query import Query
from corpus.extract.sense import senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["done_to_another"]

_ASKED = regex(
    r"^\W*(?:and |so |but )?who (?:first |had |has |also |later )*"
    r"(?!(?:was|were|is|are|did|does|had|has|will|said|says|led|ran|made|gave|told)\b)"
    r"(?P<verb>[a-z]{3,}(?:ed|ew|aid|ook|ent|ought|ode|old|uck)) "
    r"(?P<whom>(?:the |a |an |his |her |its |their )?[\w'\u2019-]+(?: [\w'\u2019-]+){0,2}?)"
    r"(?= (?:of|for|over|in|on|at|to|with|from|after|before|during|about|by|as|because|until)\b|\W*$)",
    re.IGNORECASE,
)
_OBJECT = regex(
    r"\s+(?P<whom>(?:(?!\b(?:for|over|after|before|because|about|when|while|who|which|that|until)\b)[^,;:.])*)"
)
_PASSIVE = regex(r"\b(?:was|were|is|are|been|being|be)\b(?: \w+ly| not| never| also)*\s*$", re.IGNORECASE)
_THEM = regex(r"\s+(?P<who>him|her|them|it)\b", re.IGNORECASE)


def done_to_another(query: Query, line: Line) -> bool:
    """Whether LINE tells the deed of QUERY ("who *blamed* the agency?") only as done to another than who is asked."""
    asked = _ASKED.match(query.resolved or query.text) if query.ask is Ask.WHO else None
    whom = ids_of(asked["whom"]) if asked is not None else frozenset()
    if asked is None or not whom or any(lexicon().general(i) for i in whom):
        return False
    deed = ids_of(asked["verb"]) | ids_of(f"was {asked['verb']}")
    told = [s for s in senses(line.text) if s.id in deed]
    near = whom.union(*map(lexicon().relatives, whom))
    return bool(told) and not any(_reaches(s.start, s.end, near, line) for s in told)


def _reaches(start: int, end: int, near: frozenset[str], line: Line) -> bool:
    """Whether those NEAR to who is asked about stand where the verb at a place of LINE has those whom it is done to."""
    text, before = line.text, line.text[:start]
    if _PASSIVE.search(before) is not None:
        return bool(near & ids_of(before)) or re.match(r"\W*(?:he|she|they|it)\b", text, re.IGNORECASE) is not None
    if (them := _THEM.match(text, end)) is not None:
        return _last_named(line, them["who"].lower(), near, start)
    after = _OBJECT.match(text, end)
    if after is None or not after["whom"].strip():
        return True  # nobody is named there: it may be whoever was spoken of
    return bool(near & ids_of(after["whom"]))


def _last_named(line: Line, word: str, near: frozenset[str], start: int) -> bool:
    """Whether "her" may be one of those NEAR: the first named before, who is what the talk is about."""
    told = f"{line.before} {line.text[:start]}" if line.before else line.text[:start]
    first = re.split(r"[,.;]|\s(?:who|had|has|was|were|is|are|said|[a-z]{3,}ed)\s", told.strip())[0]
    if word == "it":
        return bool(near & ids_of(told))
    return bool(near & ids_of(first)) or not ids_of(first)
