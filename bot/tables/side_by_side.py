"""Words that a question lists one beside another, each of which another label of a dimension bears more fully.

Help "for *sail repair* and for *mast repair*", of "Yard work: sails, repair" and "Yard work: masts, repair": both
are repairs, but sails name no mast.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from itertools import permutations

from bot.tables.hear import Asked
from bot.tables.label import Way
from corpus.patterns import regex

__all__ = ["told_apart_in_list"]

_JOIN = regex(r"\b(?:and|or|plus|nor)\b|[,&/+]|\bas well as\b")


def told_apart_in_list(
    question: Asked, way: Way, whole: Mapping[int, Collection[int]], short: Callable[[int, Collection[int]], int]
) -> dict[int, set[int]]:
    """The labels that words name in full, WHOLE, each with its own words where a list sets them apart from another's.

    The one that is named first has all before what joins them, and the other what follows. SHORT tells how much of its
    name a label lacks of words.
    """
    found = {code: set(words) for code, words in whole.items()}
    if len(whole) < 2 or _JOIN.search(question.text) is None:
        return found
    for (first, words), (second, others) in permutations(whole.items(), 2):
        if (join := _joined(question, way, (first, words), (second, others))) is None:
            continue
        before = {n for n in words if question.words[n].start < join[1]}
        after = {n for n in others if question.words[n].end > join[0]}
        if not short(first, before):
            found[first], found[second] = found[first] & before, found[second] & after
    return {code: words for code, words in found.items() if words}


_Whole = tuple[int, Collection[int]]


def _joined(question: Asked, way: Way, one: _Whole, other: _Whole) -> tuple[int, int] | None:
    """Where a list joins what only ONE label has in full to what only the OTHER has, which follows; None where none
    does."""
    own = [question.words[n].whole for n in one[1] if _more(question, way, n, one[0], other[0])]
    theirs = [question.words[n].whole for n in other[1] if _more(question, way, n, other[0], one[0])]
    for mine in own:
        for rival in theirs:
            join = _JOIN.search(question.text, mine[1], rival[0]) if mine[1] <= rival[0] else None
            if join is not None:
                return join.span()
    return None


def _more(question: Asked, way: Way, n: int, one: int, other: int) -> bool:
    """Whether the label ONE bears all that the OTHER does of a word, and more."""
    ids = question.words[n].ids
    return ids & way.labels[one].ids > ids & way.labels[other].ids
