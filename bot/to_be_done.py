"""What somebody is expected, or obliged, to do: told by "the mayor *is expected to* open the pier on Friday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.deeds import subject_of
from bot.forms import Ask
from bot.heard import Heard, Line, akin, bears, dated, ids_of
from bot.query import Query
from bot.voices import is_called
from corpus.extract.names import names, surname
from corpus.extract.offices import head
from corpus.extract.sense import Sense, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["to_be_done", "to_do_asked", "who_is_asked", "who_is_to"]

_FORESEEN = r"expected|due|likely|set|scheduled"
_BOUND = r"supposed|required|bound|obliged|forced|meant|made"
_ASKED = regex(
    r"^(?:and |so )?what (?:(?:is|was|are|were) (?P<who>(?!it\b|there\b).{2,60}?) (?:now |still |also |being )?"
    rf"(?:(?P<foreseen>{_FORESEEN})|{_BOUND}) to (?:have to |be (?:forced|made|obliged|required) to )?do\b"
    r"|(?:must (?P<one>.{2,60}?) do|do(?:es)? (?P<other>.{2,60}?) (?:now )?(?:have|need) to do)\b)(?P<rest>.*)$",
    re.IGNORECASE,
)
_IS = r"\b(?:is|are|was|were)(?: (?:now|also|still|widely|today))? "
_IS_FORESEEN = regex(rf"{_IS}(?:{_FORESEEN}) to\b", re.IGNORECASE)
_IS_BOUND = regex(
    rf"{_IS}(?:being )?(?:(?:{_FORESEEN}) to be )?(?:{_BOUND}) to\b|\b(?:must|ha(?:s|ve) to|needs? to)\b", re.IGNORECASE
)
_THE = regex(r"^(?:the |our |this |that )?(?:[a-z]+['\u2019]s? )?", re.IGNORECASE)
"""Before an office: "*the trust's* chairman"."""


def to_do_asked(query: Query) -> bool:
    """Whether it is asked what somebody is to do, which only a sentence that says so of them can tell."""
    return query.ask is Ask.WHAT and _ASKED.match((query.resolved or query.text).strip(" ?.!")) is not None


_WHO_IS = regex(
    rf"^(?:and |so )?(?:who|which (?P<kind>[\w' -]{{2,30}}?)) (?:is|was|are|were) (?:{_FORESEEN}|{_BOUND}) to"
    r" (?P<did>.+)$",
    re.IGNORECASE,
)


def who_is_to(query: Query, lines: Sequence[Line]) -> list[Heard] | None:
    """The sentence that says who is, or was, to do what QUERY asks about, with the name; None where it asks no such
    thing. Whoever answers for what was not done is not told to have been the one who should have done it."""
    asked = _WHO_IS.match((query.resolved or query.text).strip(" ?.!"))
    deed = [s for s in senses(asked["did"]) if not lexicon().general(s.id)] if asked is not None else []
    if query.ask is not Ask.WHO or asked is None or not deed:
        return None
    kind = ids_of(asked["kind"] or "")
    for line in lines:
        match = _IS_FORESEEN.search(line.text) or _IS_BOUND.search(line.text)
        if match is None or _passive(asked["did"]) != _passive(line.text[match.end() :]):
            continue
        who = subject_of(line.text, match.start()) or _phrase(line.text[: match.start()])
        after = line.text[match.end() :].split()[:_FIRST]
        told = ids_of(" ".join(after)).union(*map(ids_of, after))
        same = told & ({deed[0].id} | lexicon().relatives(deed[0].id))
        of_kind = kind <= ids_of(who) or (head(asked["kind"] or "") == "person" and bool(names(who)))
        if who and same and all(_borne(s, line) for s in deed[1:]) and of_kind:
            return [Heard(replace(line, statement=None), 1.0, (), who[:1].upper() + who[1:])]
    return []


def _passive(deed: str) -> bool:
    """Whether a DEED is to be done to somebody, and not by them ("be *examined*", but not "be *made to* open")."""
    return _DONE_TO.match(deed) is not None


_DONE_TO = regex(r"\s*be (?!(?:forced|made|obliged|required|asked|told|able) to\b)", re.IGNORECASE)
_FIRST = 8
"""Among so many words after "is expected to" is what is to be done: "to be *made* to *open* the pier"."""
_LONGEST = 8
_LAST = regex(r"(?:^|[,;:.]\s)\s*(?P<who>[^,;:.]+)$")


def _phrase(before: str) -> str:
    """Who stands right BEFORE a verb, where that is no more than a phrase: "Under the rules, *drivers from abroad*"."""
    last = _LAST.search(before.rstrip())
    return last["who"] if last is not None and len(last["who"].split()) <= _LONGEST else ""


def who_is_asked(query: Query) -> bool:
    """Whether it is asked who is to do a thing, which only a sentence that says so of them can tell."""
    return query.ask is Ask.WHO and _WHO_IS.match((query.resolved or query.text).strip(" ?.!")) is not None


def _borne(term: Sense, line: Line) -> bool:
    here = ids_of(f"{line.text} {line.before}")
    return akin(term, here)


def to_be_done(query: Query, lines: Sequence[Line]) -> list[Heard] | None:
    """The sentence that says what the one QUERY names is to do, and nobody else; None where it asks no such thing."""
    asked = _ASKED.match((query.resolved or query.text).strip(" ?.!"))
    if query.ask is not Ask.WHAT or asked is None:
        return None
    sign = _IS_FORESEEN if asked["foreseen"] else _IS_BOUND
    times = [m.period.words for m in query.wanted.times]
    rest = [s for s in senses(asked["rest"]) if not lexicon().general(s.id) and not any(s.words in t for t in times)]
    who = asked["who"] or asked["one"] or asked["other"]
    told = [x for x in lines if all(dated(t, x) for t in times) and _tells(x, sign, who, rest, lines)]
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
