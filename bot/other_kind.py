"""A kind that a question names of a thing of which a figure names another: private yards, where naval ones are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from corpus.lexicon.terms import Term, lexicon

__all__ = ["of_another_kind"]


def of_another_kind(asked: str, told: str) -> bool:
    """Whether ASKED names a thing by a kind of it that TOLD does not, while TOLD names it by another kind.

    "Private *yards'* tugs" against "the naval *yards*, which built 40 tugs".
    """
    lex = lexicon()
    known = lex.ids(told)
    known = known.union(*map(lex.relatives, known), *map(lex.broader, known))
    kinds = list(_kinds(told))
    for kind, thing in _kinds(asked):
        if kind.id in known or thing.id not in known:
            continue
        others = [k for k, t in kinds if t.id == thing.id]
        if others and not any(k.id in lex.ids(asked) or lex.general(k.id) for k in others):
            return True
    return False


def _kinds(text: str) -> Iterator[tuple[Term, Term]]:
    """Each thing that TEXT names with the one word right before it that says of what kind it is."""
    lex = lexicon()
    for kind, thing in pairwise(lex.terms(text)):
        beside = text[kind.end : thing.start].strip() == ""
        if beside and not lex.general(kind.id) and not lex.general(thing.id) and lex.kind(kind.id) in _DESCRIBES:
            yield kind, thing


_DESCRIBES = frozenset({"word", "concept", "attribute", "body"})
"""Kinds of term that say of what kind the thing after them is; what was done to it ("*served* yards") is none."""
