"""Headings in code that leave a word out which the others of their table say: "fixed", beside "fixed_excl"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus.formats.statistics.measures import rated
from corpus.formats.statistics.vocabulary import worded
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["completed"]

_CODE = regex(r"[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+")


def completed(headings: Sequence[str]) -> list[str]:
    """HEADINGS, of which one in code that breaks off within a thing's name, or goes on with its rate, has it whole.

    So only where all others go on alike, and the two words are one thing by its name: "temporary accommodation".
    """
    coded = [said.strip().split("_") if _CODE.fullmatch(said.strip()) else [] for said in headings]
    after: dict[str, set[str]] = {}
    for parts in coded:
        for one, following in pairwise(parts):
            if not rated(worded(following)):
                after.setdefault(one, set()).add(following)
    return [_whole(parts, after) or said for parts, said in zip(coded, headings, strict=True)]


def _whole(parts: list[str], after: dict[str, set[str]]) -> str:
    """The heading of PARTS with what is left out; "" where nothing is."""
    ends = len(parts) - 1 if len(parts) > 1 and rated(worded(parts[-1])) else len(parts)
    if ends < _LEAST or len(after.get(parts[ends - 1], ())) != 1:
        return ""
    (wanted,) = after[parts[ends - 1]]
    if not _one_thing(parts[ends - 1], wanted):
        return ""
    return "_".join((*parts[:ends], wanted, *parts[ends:]))


_LEAST = 2


def _one_thing(first: str, second: str) -> bool:
    """Whether two words are together the name of one thing, of which the first is no thing by itself."""
    words = worded(f"{first}_{second}")
    terms = lexicon().terms(words)
    return (
        len(terms) == 1 and terms[0].words == words and all(t.kind == "word" for t in lexicon().terms(words.split()[0]))
    )
