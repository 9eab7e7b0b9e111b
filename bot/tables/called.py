"""What words of a question are found to name in a table: labels of one dimension, and how fully they are named."""

from __future__ import annotations

from dataclasses import dataclass

from bot.tables.label import Label, Way

__all__ = ["PEOPLED", "WHOLE", "Named"]

WHOLE = 2.0
"""What a label weighs that is named in full; one that is named in part weighs less."""
PEOPLED = frozenset({"nationality", "citizen", "citizenship", "national"})
"""The terms of headings whose labels are peoples."""


@dataclass(frozen=True, slots=True)
class Named:
    """Labels of one dimension that certain words of the question name.

    ``several`` says that it cannot be told which of them is meant; else all of them are.
    """

    way: Way
    labels: tuple[Label, ...]
    words: frozenset[int]
    weight: float
    several: bool = False

    @property
    def codes(self) -> tuple[int, ...]:
        return tuple(label.n for label in self.labels)
