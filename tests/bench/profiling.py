"""Where asking spends its time."""

from __future__ import annotations

import cProfile
import io
import pstats
from collections.abc import Sequence

from bot.desk import Desk

__all__ = ["profiled"]


def profiled(desk: Desk, questions: Sequence[str], most: int = 40) -> str:
    """The MOST expensive functions over QUESTIONS, by the time spent in and below each."""
    profile = cProfile.Profile()
    for question in questions:
        profile.runcall(desk.ask, question)
    told = io.StringIO()
    pstats.Stats(profile, stream=told).sort_stats("cumulative").print_stats(most)
    return told.getvalue()
