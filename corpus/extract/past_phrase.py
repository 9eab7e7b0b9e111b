"""The predicate of a number that is told past another number, within a phrase of the first one's.

"57 charts *drawn up for 12 harbours* were thrown away": it is the charts that were thrown away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.extract.sharing import Bound
from corpus.lexicon.grammar import words
from corpus.patterns import regex

__all__ = ["past_phrases"]

_PHRASE = regex(r"(?:\s+[\w'\u2019-]+){1,8}?\s+(?:for|by|in|at|across|from|among|over|with)\s+", re.IGNORECASE)
_CLAUSE = regex(r"\b(?:and|but|or|while|when|as|because|who|which|that|where|were|was|had|have|has|is|are)\b", re.I)
_MODAL = frozenset({"could", "can", "would", "will", "may", "might", "should", "must", "did", "do"})


def past_phrases(text: str, bound: Sequence[Bound]) -> list[Bound]:
    """BOUND with each such predicate given to the number that it is of."""
    out = list(bound)
    for index in range(len(out) - 1):
        first, inner = out[index], out[index + 1]
        if _in_phrase(text, first, inner):
            out[index] = replace(first, after=f"{first.after} {inner.after}".strip())
            out[index + 1] = replace(inner, after="")
    return out


def _in_phrase(text: str, first: Bound, inner: Bound) -> bool:
    between = text[first.quantity.span.end : inner.quantity.span.start]
    counts = first.quantity.kind == inner.quantity.kind == "count" and bool(first.counted and inner.counted)
    verb = inner.after.lower().split(" ")[0]
    finite = verb in _MODAL or (verb in words("auxiliaries") and verb not in ("be", "been", "being"))
    within = _PHRASE.fullmatch(between) is not None and _CLAUSE.search(between) is None
    return counts and finite and within and not (inner.partitive or inner.listed or inner.named)
