"""Of whom or what a question asks how many there were: the first thing behind "how many", whatever else it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.tables.hear import Asked
from bot.tables.label import Label
from bot.tables.words import Word
from corpus.patterns import regex

__all__ = ["is_counted", "only_made_of", "who_counted"]

_HOW_MANY = regex(r"\b(?:how\s+many|numbers?\s+of|most|fewest|more|fewer)\s+(?:[a-z-]+\s+){0,2}?$", re.IGNORECASE)
_OF_A_SORT = frozenset({"nationality", "place", "attribute", "person", "role", "word"})
"""The kinds of words that say of which sort those are that are counted ("how many *Danish* sailors")."""
_NO_SORT = regex(r"\b(?:did|do|does|were|was|are|is|had|have|has|of|by|in|at|for|from|to|with)\b", re.IGNORECASE)


def is_counted(question: Asked, start: int) -> bool:
    """Whether what begins at START is what QUESTION asks how many there were of."""
    match = _HOW_MANY.search(question.text[:start])
    if match is None or _NO_SORT.search(question.text[match.start() : start]):
        return False
    return all(w.kind in _OF_A_SORT for w in question.words if match.start() <= w.start < start)


_SO_MUCH_OF = regex(
    r"\bhow\s+(?:many|much)\s+(?:[a-z-]+\s+)?(?P<head>[a-z]{3,})\s+of\s+"
    r"(?!(?:the|these|those|them|which|all|their|its|an?|over|under|more|less|fewer|up|at|between|within)\b)[a-z]",
    re.IGNORECASE,
)


def only_made_of(question: Asked, labels: Sequence[Label], others: Sequence[Label]) -> bool:
    """Whether LABELS of measures are only what the one asked for is of, which OTHERS of them bear: "how many *metres*
    of rope", of "Ropes laid" beside "Metres laid"."""
    match = _SO_MUCH_OF.search(question.text)
    head = frozenset(i for w in question.words if match is not None and w.start == match.start("head") for i in w.ids)
    return bool(head) and not any(head & one.ids for one in labels) and any(head & one.ids for one in others)


def who_counted(question: Asked) -> list[Word]:
    """The words for the people of whom it asks how many there were."""
    return [w for w in question.words if w.kind in ("role", "person") and is_counted(question, w.start)]
