"""What is asked for and only stands beside what is counted: "1,800 *school* meals" are no schools, and voles that were
found *at 14 sites* are not 14."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.view import View
from corpus.extract.sense import Sense
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["at_so_many", "only_modifies", "some_of_the_people"]

_AT = regex(
    r"(?<!stood )(?<!stands )(?<!put )(?<!estimated )(?<!remains )(?<!remained )(?<!peaked )(?<!set )(?<!running )"
    r"\b(?:at|in|near|inside)\s+(?:about\s+|some\s+|only\s+|just\s+|nearly\s+)?$",
    re.IGNORECASE,
)
_OF = regex(r"\s(?:of|on|in|for|with|by|from|to|at|against|who|that|which)\s", re.IGNORECASE)


_THEMSELVES = "the {} themselves"
"""What a figure lacks that counts something else, in whatever words it is told."""
_DONE = regex(r"\s+[a-z]+ed$")


_SAME_THING = regex(
    r"(?:area|site|premise|building|station|project|scheme|case|incident|event|unit|bod(?:y|ies)|establishment|group"
    r"|branche?|compan(?:y|ies)|firm|home|system|service|operation|work)s?",
    re.IGNORECASE,
)
"""Nouns behind which the word before names the thing itself: a service *area* is a service."""


def only_modifies(heads: Sequence[Sense], figure: Figure) -> list[str]:
    """The thing asked for, where it only says of what kind those are that FIGURE counts ("*school* meals")."""
    lex = lexicon()
    noun = _DONE.sub("", _OF.split(f"{figure.counted} ", maxsplit=1)[0].strip()).split()
    if len(noun) < len(("modifier", "noun")) or not heads:
        return []
    head, last = heads[-1], noun[-1]
    known = {head.id, *lex.relatives(head.id)}
    if lex.general(head.id) or not head.words.lower().endswith("s") or lex.ids(figure.counted) <= known:
        return []
    if (
        _SAME_THING.fullmatch(last)
        or known & lex.ids(last)
        or not lex.ids(last)
        or any(lex.general(i) for i in lex.ids(last))
    ):
        return []
    before = [w for w in noun[:-1] if head.id in lex.ids(w)]
    return [_THEMSELVES.format(head.words)] if before and not any(w.lower().endswith("s") for w in before) else []


_CASES = regex(r"\b(?:cases?|instances?|occasions?|incidents?)\b", re.IGNORECASE)


def at_so_many(heads: Sequence[Sense], figure: Figure, sentence: str) -> list[str]:
    """The thing asked for, where it was found or done *at* so many places, which FIGURE counts instead."""
    lex = lexicon()
    lead = sentence[: figure.span.start - figure.context.start]
    if not heads or lex.general(heads[-1].id) or _AT.search(lead) is None or figure.value is None:
        return []
    behind = sentence[figure.span.end - figure.context.start :][:_NEAR]
    if _CASES.search(f"{figure.counted}. {figure.unit}. {behind}") is not None:
        return []  # in so many cases it was so, and each case is one of them
    told = f"{figure.counted}. {figure.unit}. {figure.population}"
    ids = lex.ids(told)
    head = heads[-1]
    if (
        all(lex.general(i) for i in ids)
        or head.id in ids
        or lex.relatives(head.id) & ids
        or any(lex.covers(head.id, i) for i in ids)
    ):
        return []
    return [_THEMSELVES.format(head.words)] if head.id in lex.ids(lead) else []


def some_of_the_people(heads: Sequence[Sense], figure: Figure, view: View) -> list[str]:
    """All the people, where FIGURE counts one sort of a list of people ("210 *passengers*, 14 crew and 60 cars")."""
    if not heads or heads[-1].id != "people" or figure.part_of is not None or not figure.counted:
        return []
    beside = [f for f in view.beside(figure) if f.part_of is None and f.counted and not f.note and f.value is not None]
    others = [f for f in beside if _persons(f) and f.counted.lower() != figure.counted.lower()]
    near = [f for f in others if abs(f.span.start - figure.span.start) < _NEAR]
    return [f"all the people, where only the {figure.counted.lower()} are counted"] if near and _persons(figure) else []


_NEAR = 40
_SORTS = regex(
    r"\b(?:passengers?|crew|sailors|guests|staff|officers|pupils|teachers|patients|nurses|men|women|children"
    r"|adults|drivers|walkers|players|singers|guards|prisoners|tenants|owners|residents|visitors|soldiers)\b",
    re.I,
)


def _persons(figure: Figure) -> bool:
    """Whether FIGURE counts persons of one sort."""
    return _SORTS.search(figure.counted) is not None and figure.counted.lower() != "people"
