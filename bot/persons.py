"""Persons who are asked for where things or deeds are counted: 400 thefts are not 400 people convicted of theft."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.bearing import inherited
from bot.question import Wanted
from bot.units import unit_class
from corpus.extract.sense import Sense, implied_by
from corpus.lexicon.speech import listed
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["only_animals", "only_lifeless", "only_the_deed", "only_things"]

_NUMBER_OF = regex(r"^(?:the )?(?:total |estimated |overall )?numbers? of ", re.IGNORECASE)
_AFTER_HEAD = regex(r"\s(?:on|of|in|for|with|by|from|to|at|against|who|that|which)\s", re.IGNORECASE)


def only_things(head: Sense, wanted: Wanted, figure: Figure) -> bool:
    """Whether persons are asked for, whoever they are, and things counted that are not even named in the question.

    Of one matter, a record may count persons by what they did ("40 *signatures*"); among many matters it is another.
    """
    lex = lexicon()
    if lex.kind(head.id) != "person" or figure.unit == "people" or unit_class(figure.unit) != "count":
        return False
    named = _AFTER_HEAD.split(_NUMBER_OF.sub("", figure.counted))[0].split()
    counted = lex.ids(f"{' '.join(named[-1:])}. {figure.unit}")
    asked = {s.id for s in wanted.terms} - {head.id}
    return bool(counted) and not any(i in asked or lex.kind(i) in ("person", "role") for i in counted)


def only_animals(head: Sense, wanted: Wanted, figure: Figure) -> bool:
    """Whether persons are asked for and animals counted, whatever befell both: 400 lambs drowned, and no 400 people."""
    if lexicon().kind(head.id) != "person" or figure.unit == "people":
        return False
    counted = _AFTER_HEAD.split(_NUMBER_OF.sub("", f"{figure.counted} "))[0].lower().split()
    beast = counted[-1] if counted else ""
    return beast in listed("animals") and lexicon().ids(beast).isdisjoint(s.id for s in wanted.terms)


def only_lifeless(head: Sense, wanted: Wanted, figure: Figure) -> bool:
    """Whether people are asked for and FIGURE counts what is plainly none, in whatever record: items, centres, rooms.

    What people did may stand for them where it is asked about: "how many people complained", "41 complaints".
    """
    lex = lexicon()
    if head.id != "people" or figure.unit == "people" or unit_class(figure.unit) != "count" or figure.value is None:
        return False
    noun = _AFTER_HEAD.split(_NUMBER_OF.sub("", f"{figure.counted} "))[0].lower().split()[-1:]
    if not noun or figure.unit.lower() not in figure.counted.lower():
        return False
    ids = lex.ids(noun[0])
    deeds = {s.id for s in wanted.terms if s.kind == "action"}
    kinds = {lex.kind(i) for i in ids if not lex.general(i)}
    plainly = noun[0] in listed("things") or bool(kinds & {"body", "place"})
    return plainly and not kinds & {"person", "role"} and deeds.isdisjoint(ids)


def only_the_deed(asked: Sense, figure: Figure, wholes: Sequence[Figure]) -> bool:
    """Whether ASKED is what befell a doer ("convicted"), as an offence implies it, and FIGURE counts the offence alone.

    A doer by name ("41 burglars") was convicted, and so was each of a whole of people, told by their offences ("of the
    75, three murders").
    """
    lex = lexicon()
    kind = implied_by(asked.id)
    if not kind:
        return False
    above = lex.ids(inherited(figure, tuple(wholes)))
    told = above | lex.ids(f"{figure.counted}. {figure.measure}")
    head = _AFTER_HEAD.split(f"{figure.counted} ", maxsplit=1)[0]
    people = any(lex.kind(i) in ("person", "role") for i in above | lex.ids(head))
    if people or not told.isdisjoint({asked.id, *lex.relatives(asked.id)}):
        return False
    deeds = [term for term in lex.terms(figure.counted) if term.kind == kind]
    return bool(deeds) and all(_plain(term.words) == _plain(term.id) for term in deeds)


def _plain(words: str) -> str:
    """The last of WORDS without its ending, so that deeds in the plural are the deed ("burglaries": burglary)."""
    last = re.split(r"[\s-]+", words.lower().strip())[-1]
    return re.sub(r"(?:ies|y|e?s)$", "", last)
