"""The thing that a column of a document's table counts, by its heading: "stock", of "Total book lending stock".

The other words of a heading may go unsaid, and that one may not: who asks how many books were lent wants no stock.
"""

from __future__ import annotations

import re

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.label import own_words, spaced
from bot.tables.words import alike, features
from corpus.patterns import regex

__all__ = ["head_unsaid"]

_COUNT_OF = regex(r"^\W*(?:(?:total|overall|cumulative)\s+)*(?:numbers?|count|total)\s+of\s+", re.IGNORECASE)
_ENDS = regex(
    r"\s*[,:;(\u2013]|\s+-\s|\s+(?:in|of|for|with|without|to|at|by|from|per|on|who|that|which|open|excl|excluding)\b",
    re.IGNORECASE,
)


def head_unsaid(question: Asked, listed: Listed, code: int) -> str:
    """The head of the heading of a measure that QUESTION does not say; "" where it does, or there is none to say."""
    way = listed.measures
    if way is None or listed.answers or not listed.dataset.within_prose:
        return ""
    words = spaced(own_words(way.labels[code].code.words))
    said = frozenset().union(*(w.ids for w in question.words))
    heads = [head for part in re.split(r"[:;]\s+", words) if (head := _head(part))]
    known = [features(head) for head in heads]
    return heads[0] if all(known) and heads and not any(alike(said, ids) for ids in known) else ""


def _head(words: str) -> str:
    """The last word of what WORDS begin with, before they say more of it."""
    first = _ENDS.split(_COUNT_OF.sub("", words).strip(), maxsplit=1)[0]
    return first.split()[-1] if first.split() else ""
