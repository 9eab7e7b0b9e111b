"""Of which of several schemes or funds somebody spoke: what is said of the bus scheme is not of the ferry scheme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from bot.forms import Ask
from bot.heard import Heard, Line
from bot.query import Query
from bot.undertakings import UNDERTAKINGS
from corpus.extract.sense import Sense, senses
from corpus.lexicon.terms import lexicon

__all__ = ["of_another_kind", "of_several", "on_an_undertaking"]


def of_another_kind(about: Sequence[Sense], line: Line) -> bool:
    """Whether LINE names what it is ABOUT only of another kind: of a noun that is asked about with one before it."""
    pairs = [(a, b) for a, b in pairwise(about) if _next_to(a, b)]
    for kind, thing in pairs:
        told = list(_kinds(thing.id, senses(line.text)))
        alike = {kind.id, *lexicon().relatives(kind.id)}
        if told and all(one is not None and one.id not in alike for one in told):
            return True
    return False


def of_several(about: Sequence[Sense], heard: Sequence[Heard]) -> bool:
    """Whether only "the scheme" is asked about, and what was HEARD is of more schemes than one."""
    if not about or any(s.id not in UNDERTAKINGS for s in about):
        return False
    told = {one.id for h in heard for s in about for one in _kinds(s.id, senses(h.line.text)) if one is not None}
    return len(told) > 1


def on_an_undertaking(query: Query) -> bool:
    """Whether all that is asked is what was said of "the scheme", whichever that may be."""
    telling = {i for i in lexicon().ids(query.about) if not lexicon().general(i)}
    return query.ask is Ask.SAID and bool(telling) and telling <= UNDERTAKINGS


def _kinds(thing: str, here: Sequence[Sense]) -> Iterable[Sense | None]:
    """The word right before each mention of THING that says of which kind it is; None where none does."""
    for before, one in zip((None, *here), here, strict=False):
        if one.id == thing:
            yield before if before is not None and _next_to(before, one) and _a_kind(before) else None


def _a_kind(one: Sense) -> bool:
    return not lexicon().general(one.id) and one.kind not in ("action", "date")


def _next_to(one: Sense, other: Sense) -> bool:
    return one.end + 1 == other.start
