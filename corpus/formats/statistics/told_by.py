"""A last column of labels that only says in what each row's own label lies: "Harbour | Coast", coasts over and over.

Its labels stand in steps only where they are rows of their own, which have no label before them; what their numbers
seem to add up to among the rows of harbours is chance.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["as_where_bare", "told_by"]

_FEWEST = 6
"""Of fewer rows nothing is said."""


def told_by(labels: Sequence[str], before: Sequence[Sequence[str]]) -> frozenset[int] | None:
    """The rows that LABELS name by themselves, where a column BEFORE them names each of the others apart; None where
    none does, or where the labels do not come again and again."""
    for column in before:
        own = [label for label in column if label]
        beside = [label for label, one in zip(labels, column, strict=True) if one and label]
        if len(own) < max(_FEWEST, len(labels) / 2) or len(set(own)) < len(own) or len(set(beside)) * 2 > len(own):
            continue
        return frozenset(n for n in range(len(labels)) if not any(one[n] for one in before))
    return None


def as_where_bare(labels: Sequence[str], bare: frozenset[int], above: Sequence[int | None]) -> list[int | None]:
    """ABOVE, in which a label is a part of the same wherever it stands as where it is BARE."""
    first = {labels[n]: n for n in sorted(bare, reverse=True)}
    return [above[first[label]] if label in first else None for label in labels]
