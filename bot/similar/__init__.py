"""Earlier written questions to the same point as one that is asked: found, ranked, and set beside each other."""

from __future__ import annotations

from bot.similar.alike import Alike, Duplicate, alike, duplicates
from bot.similar.moved import Move, figures_moved, moved
from bot.similar.ranking import Ranked, Signals, Similar, Sought

__all__ = [
    "Alike",
    "Duplicate",
    "Move",
    "Ranked",
    "Signals",
    "Similar",
    "Sought",
    "alike",
    "duplicates",
    "figures_moved",
    "moved",
]
