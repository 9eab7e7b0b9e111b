"""When somebody was told: from the sentence in which they say so of themselves, or in which it is said of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.forms import Ask
from bot.heard import Heard, Line
from bot.query import Query
from bot.voices import is_speaker
from corpus.extract.dates import dates
from corpus.lexicon.speech import sign
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["when_told"]

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
    told = [line for line in lines if dates(line.text, line.source.published) and _says(line, asked["who"])]
    about = [line for line in told if what & lexicon().ids(f"{line.before} {line.text}")]
    only = told if not what or len(told) == 1 else []
    return [Heard(line, 1.0, ()) for line in (about or only)[:1]]


def _says(line: Line, who: str) -> bool:
    """Whether WHO says in LINE that they were told, or it is said of them there."""
    if line.statement is not None and _OF_ONESELF.search(line.text) and is_speaker(who, line.statement):
        return True
    ids = lexicon().ids(who)
    return bool(ids) and ids <= lexicon().ids(line.text) and sign("made_known").search(line.text) is not None
