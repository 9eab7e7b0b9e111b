"""That the same had befallen somebody before ("who had *already* been aboard"): a condition that light words say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.tables.called import Named
from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from corpus.cube import Role
from corpus.patterns import regex

__all__ = ["once_more"]

_BEFORE = regex(
    r"\b(?:who|that|which)\s+(?:(?:had|have|has)\s+)?(?:already|previously)\b"
    r"|\b(?:had|have|has)\s+(?:already\s+|previously\s+)?been\b(?=[^?]*\bbefore\s*[?.!]?\s*$)"
    r"|\bfor\s+(?:a|the)\s+(?:second|third|fourth)\s+time\b",
    re.IGNORECASE,
)
_REPEATED = regex(
    r"\b(?:subsequent|repeat(?:ed|s)?|second|third|previous(?:ly)?|again|prior|former(?:ly)?|already|existing|returned"
    r"|re-[a-z]+|(?:re(?:offend|convict|admi|referr|open|join|sett|let))[a-z]*)\b",
    re.IGNORECASE,
)
"""How a label says that something was not the first of its kind."""


def once_more(question: Asked, listed: Listed, groups: Sequence[Named]) -> list[str]:
    """The words that say that it had befallen the same before, where the labels that are named do not say that; of a
    table no label of which tells the first from the next, its own title may."""
    said = _BEFORE.search(question.text)
    if said is None:
        return []
    labels = (label for way in listed.ways if way.role is not Role.TIME for label in way.labels)
    if any(_REPEATED.search(label.code.words) for label in labels):
        told = any(_REPEATED.search(label.code.words) for g in groups for label in g.labels)
    else:
        told = _REPEATED.search(f"{listed.dataset.title} {listed.dataset.measure}") is not None
    return [] if told else [said.group().split()[-1]]
