"""A part of a place where the place is asked for: "fires in *Kent*" are not those in North Kent, nor the reverse."""

from __future__ import annotations

import re

from bot.query import Wanted
from corpus.extract.sense import DENIED, Sense
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["in_another_part"]

_QUARTER = r"(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Mm]id|[Cc]entral|[Uu]pper|[Ll]ower|[Ii]nner|[Oo]uter)"
_SIDE = rf"{_QUARTER}(?:[- ]?(?:[Ee]ast|[Ww]est))?(?:ern)?"
_SIDES = rf"(?P<sides>(?:{_SIDE}(?:,| and| or)? |{_SIDE}-)*)"
_ANY = regex(rf"\b{_SIDE}\b")
_WHERE = r"\b(?:in|at|across|from|for|around|throughout)\s+(?:all\s+(?:of\s+)?)?(?:the\s+)?"


def in_another_part(wanted: Wanted, figure: Figure) -> list[str]:
    """The places asked for, of which FIGURE's own words name only a part, or another part than is asked for."""
    own = f"{figure.counted}. {figure.measure}. {figure.geography}"
    if _ANY.search(own) is None:
        return []
    return [s.words for s in wanted.terms if _a_place(s, wanted.words) and _apart(s.words, wanted.words, own)]


def _a_place(term: Sense, asked: str) -> bool:
    if term.mark == DENIED:
        return False
    where = rf"{_WHERE}{_SIDES}{re.escape(term.words)}\b"
    return term.kind == "place" or (term.words[:1].isupper() and re.search(where, asked) is not None)


def _apart(name: str, asked: str, own: str) -> bool:
    """Whether every part of the place NAME that a figure's OWN words name is another than the one ASKED for."""
    wanted, told = _parts(name, asked), _parts(name, own)
    return bool(told and wanted) and not any(one <= other if one else not other for one in wanted for other in told)


def _parts(name: str, said: str) -> list[frozenset[str]]:
    """For each time that NAME is SAID, the quarters that it is said with: none where the whole is meant."""
    found = re.finditer(rf"\b{_SIDES}{re.escape(name)}\b", said, re.IGNORECASE)
    return [frozenset(side.lower() for side in _ANY.findall(m["sides"])) for m in found]
