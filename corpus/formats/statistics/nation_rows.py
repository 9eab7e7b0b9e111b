"""The row of a nation among the bodies in it, in a data sheet of one row for each: "ENGLAND", below its councils."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from corpus.cube import Dimension, Observation, Role
from corpus.formats.statistics.totals import of_a_nation
from corpus.lexicon.terms import lexicon

__all__ = ["nation_among"]


def nation_among(shown: Sequence[Dimension], n: int, observations: Iterable[Observation]) -> int | None:
    """The label of the dimension N of those SHOWN that is a nation over all its others, as no number of theirs is
    greater than its own; None where none is."""
    labels = [code.words for code in shown[n].codes]
    nations = [at for at, label in enumerate(labels) if of_a_nation(label)] if shown[n].role is Role.PLACE else []
    if len(nations) != 1:
        return None
    apart = [at for at, one in enumerate(shown) if at != n and one.follows is None]  # a class is settled by its body
    held: dict[tuple[int, ...], dict[int, Decimal | None]] = {}
    for one in observations:
        held.setdefault(tuple([one.codes[at] for at in apart]), {})[one.codes[n]] = one.value
    told = [some for some in held.values() if nations[0] in some]
    inside = not any(_outside(label, labels[nations[0]]) for at, label in enumerate(labels) if at != nations[0])
    sure = inside and len(labels) >= _LEAST and bool(told) and all(_over(some, nations[0]) for some in told)
    return nations[0] if sure else None


_LEAST = 5


def _over(some: Mapping[int, Decimal | None], nation: int) -> bool:
    """Whether no number of others is greater than the nation's, where it has one."""
    whole = some[nation]
    return whole is None or all(value is None or value <= whole for value in some.values())


def _outside(label: str, nation: str) -> bool:
    """Whether a label is the name of a place, and of no body called by one ("West of Arden Authority"), that does not
    lie in the nation."""
    lex = lexicon()
    places = [term for term in lex.terms(label) if term.kind == "place"]
    if len(places) != 1 or places[0].words.casefold() != label.strip().casefold():
        return False
    return not any(lex.covers(term.id, places[0].id) for term in lex.terms(nation))
