"""Where in a document's text a page, or another part that people cite, begins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Anchor", "place_at"]


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """From character ``start`` of the stored text on, up to the next anchor, the place is ``label`` ("page 3")."""

    start: int
    label: str


def place_at(anchors: Sequence[Anchor], offset: int) -> str:
    """The label of the place that OFFSET lies in; empty before the first of ANCHORS, which are in order."""
    at = bisect_right([a.start for a in anchors], offset)
    return anchors[at - 1].label if at else ""
