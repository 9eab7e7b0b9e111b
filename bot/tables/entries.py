"""Tables whose rows are entries: of all that their labels could tell together, most is no row of theirs.

In such a table ("Date, Nationality, Outcome, Claims") rows with the same labels are several entries of the same, set
apart by what the table leaves out, and each counts. In a table that tells nearly everything once, a row that has the
labels of another is mislabelled, and nothing says which of them is the one that is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from corpus.cube import Dataset, Observation, Role

__all__ = ["of_entries", "repeated"]

_SPARSE = 0.5


def repeated(rows: Sequence[Observation]) -> bool:
    """Whether ROWS of one table tell of the same twice."""
    return len({one.codes for one in rows}) < len(rows)


def of_entries(one: Dataset) -> bool:
    """Whether the rows of a table are entries; see the module."""
    told = [d for d in one.dimensions if d.role is not Role.MEASURE and d.follows is None]
    return one.rows < _SPARSE * prod(len(d.codes) for d in told)
