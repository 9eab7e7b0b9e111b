"""What somebody is expected, or obliged, to do: told by "the mayor *is expected to* open the pier on Friday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.deeds import subject_of
from bot.forms import Ask
from bot.heard import Heard, Line, bears, dated, ids_of
from bot.query import Query
from bot.voices import is_called
from corpus.extract.names import surname
from corpus.extract.sense import Sense, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["to_be_done", "to_do_asked"]

_FORESEEN = r"expected|due|likely|set|scheduled"
_BOUND = r"supposed|required|bound|obliged|forced|meant"
_ASKED = regex(
    r"^(?:and |so )?what (?:is|was|are|were) (?P<who>(?!it\b|there\b).{2,60}?) (?:now |still |also )?"
    rf"(?:(?P<foreseen>{_FORESEEN})|{_BOUND}) to (?:have to |be (?:forced|made|obliged|required) to )?do\b"
    r"(?P<rest>.*)$",
    re.IGNORECASE,
)
_IS = r"\b(?:is|are|was|were)(?: (?:now|also|still|widely|today))? "
_IS_FORESEEN = regex(rf"{_IS}(?:{_FORESEEN}) to\b", re.IGNORECASE)
_IS_BOUND = regex(rf"{_IS}(?:{_BOUND}) to\b", re.IGNORECASE)
_THE = regex(r"^(?:the |our |this |that )?(?:[a-z]+['\u2019]s? )?", re.IGNORECASE)
"""Before an office: "*the trust's* chairman"."""


def to_do_asked(query: Query) -> bool:
    """Whether it is asked what somebody is to do, which only a sentence that says so of them can tell."""
    return query.ask is Ask.WHAT and _ASKED.match((query.resolved or query.text).strip(" ?.!")) is not None


def to_be_done(query: Query, lines: Sequence[Line]) -> list[Heard] | None:
    """The sentence that says what the one QUERY names is to do, and nobody else; None where it asks no such thing."""
    asked = _ASKED.match((query.resolved or query.text).strip(" ?.!"))
    if query.ask is not Ask.WHAT or asked is None:
        return None
    sign = _IS_FORESEEN if asked["foreseen"] else _IS_BOUND
    times = [m.period.words for m in query.wanted.times]
    rest = [s for s in senses(asked["rest"]) if not lexicon().general(s.id) and not any(s.words in t for t in times)]
    told = [x for x in lines if all(dated(t, x) for t in times) and _tells(x, sign, asked["who"], rest, lines)]
    return [Heard(replace(x, statement=None), 1.0, ()) for x in told[:1]]  # whatever else somebody says in it


def _tells(line: Line, sign: re.Pattern[str], who: str, rest: Sequence[Sense], lines: Sequence[Line]) -> bool:
    """Whether LINE says by SIGN what WHO is to do, and names all the REST of what is asked."""
    match = sign.search(line.text)
    if match is None or not _is(who, subject_of(line.text, match.start()), lines):
        return False
    here = ids_of(line.text)
    lex = lexicon()
    return all(bears(s, here) or (lex.relatives(s.id) | lex.broader(s.id)) & here for s in rest)


def _is(who: str, named: str, lines: Sequence[Line]) -> bool:
    """Whether WHO is whoever is NAMED, by the name or by an office that any of LINES gives the bearer of it."""
    if not named:
        return False
    plain = _THE.sub("", who).lower()
    if plain == _THE.sub("", named).lower():
        return True
    last = surname(named).lower()
    said = [x.statement for x in lines if x.statement is not None]
    roles = {s.role for s in said if surname(s.speaker).lower() == last}
    return any(is_called(_THE.sub("", who), named, role) for role in roles | {""})
