"""Earlier written questions to the same point as one that is asked: found, ranked, and set beside each other."""

from __future__ import annotations

from bot.similar.alike import Alike, Duplicate, alike, duplicates
from bot.similar.finder import Finder, Wanted
from bot.similar.moved import Move, figures_moved, moved
from bot.similar.previous import Changed, Earlier, Moved, Previous, Standing, Step, Twin
from bot.similar.ranking import Ranked, Signals, Similar, Sought

__all__ = [
    "Alike",
    "Changed",
    "Duplicate",
    "Earlier",
    "Finder",
    "Move",
    "Moved",
    "Previous",
    "Ranked",
    "Signals",
    "Similar",
    "Sought",
    "Standing",
    "Step",
    "Twin",
    "Wanted",
    "alike",
    "duplicates",
    "figures_moved",
    "moved",
]
