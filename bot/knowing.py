"""When somebody was told: from the sentence in which they say so of themselves, or in which it is said of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.as_given import days_as_asked
from bot.forms import Ask
from bot.heard import Heard, Line
from bot.query import Query
from bot.voices import is_speaker
from corpus.extract.dates import dates
from corpus.lexicon.speech import sign
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["only_teller", "when_told"]

_TOLD = r"(?:told|informed|notified|alerted|made aware|briefed|warned)"
_LEARN = (
    r"(?:learn(?:ed|t)?|find out|found out|hear[d]?|kn[oe]wn?|knew|become aware|became aware|discover(?:ed)?|realised?)"
)
_ASKED = regex(
    rf"^(?:and |so )?when (?:was|were|had|has|have|did) (?P<who>[\w.' -]+?) (?:first )?(?:been )?(?:first )?"
    rf"(?:{_TOLD}|{_LEARN})\b(?P<what>.*)$",
    re.IGNORECASE,
)
_OF_ONESELF = regex(
    rf"\bI (?:was|had been|have been|was only|only) (?:first |only |not )?{_TOLD}\b"
    r"|\b(?:came|brought|drawn) to my (?:attention|notice)\b"
    r"|\bI (?:first )?(?:learned|learnt|heard|knew|found out|became aware)\b",
    re.IGNORECASE,
)


def when_told(query: Query, lines: Sequence[Line]) -> list[Heard]:
    """The dated line that says when whom QUERY asks about was told; none where it asks no such thing."""
    asked = _ASKED.match((query.resolved or query.text).strip(" ?"))
    if query.ask is not Ask.WHEN or asked is None:
        return []
    what = {i for i in lexicon().ids(asked["what"]) if not lexicon().general(i)}
    told = [line for line in lines if _days(query, line) and _says(line, asked["who"])]
    about = [line for line in told if what & lexicon().ids(f"{line.before} {line.text}")]
    only = told if not what or len(told) == 1 else []
    return [Heard(line, 1.0, ()) for line in (about or only)[:1]]


def _days(query: Query, line: Line) -> bool:
    """Whether LINE gives a day that it does not only deny or plan."""
    found = dates(line.text, line.source.published)
    return bool(found) and bool(days_as_asked(query, line.text, found))


def _says(line: Line, who: str) -> bool:
    """Whether WHO says in LINE that they were told, or it is said of them there."""
    if line.statement is not None and _OF_ONESELF.search(line.text) and is_speaker(who, line.statement):
        return True
    ids = lexicon().ids(who)
    if not ids or not ids <= lexicon().ids(line.text):
        return False
    return any(ids <= lexicon().ids(_hearer(line.text, m)) for m in sign("made_known").finditer(line.text))


_PASSIVE = regex(r"\b(?:was|were|is|are|been|being|not|never)\s+(?:\w+ly\s+|first\s+|only\s+)*$", re.IGNORECASE)
_REACH = 60


def _hearer(text: str, told: re.Match[str]) -> str:
    """The words of TEXT that may say who was TOLD: those before a passive, else those after the verb."""
    before, after = text[: told.start()], text[told.end() :]
    own = _KNOWS.search(told.group()) or re.match(r"(?:was|were|been|being|is|are|had)\b", told.group(), re.IGNORECASE)
    if not own and _PASSIVE.search(before) is None:
        return after[:_REACH]
    near = before[-_REACH:]
    if _THEMSELVES.search(near) is None:
        return near
    spoke = _SPOKE.search(before)  # "the mate told the crew that *he* had been told": not the crew
    return before[: spoke.start()] if spoke is not None else before


_THEMSELVES = regex(r"\b(?:he|she|they)\b", re.IGNORECASE)
_SPOKE = regex(r"\b(?:told|tells|informed|assured|said|says|admitted|admits)\b", re.IGNORECASE)
_KNOWS = regex(r"\b(?:kn[oe]wn?|learn(?:ed|t)|found out|discovered)\b", re.IGNORECASE)


def only_teller(query: Query, line: Line) -> bool:
    """Whether whom QUERY asks when they were told is in LINE only the one who told somebody else."""
    asked = _ASKED.match((query.resolved or query.text).strip(" ?"))
    ids = lexicon().ids(asked["who"]) if asked is not None else frozenset()
    told = list(sign("made_known").finditer(line.text))
    heard = any(ids & lexicon().ids(_hearer(line.text, m)) for m in told)
    return bool(ids and told) and not heard and any(ids <= lexicon().ids(line.text[: m.start()]) for m in told)
