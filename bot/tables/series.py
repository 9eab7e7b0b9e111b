"""Which of several tables that count the same goes through the most of time, where a rank over all of it is asked for.

"When did pilots peak?" is not answered by a table of the last two years beside one of twenty.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.tables.bind import Binding
from bot.tables.shape import grouping, ranks
from bot.tables.tiling import ends, starts

__all__ = ["longest_run"]


def longest_run(complete: Sequence[Binding]) -> list[Binding]:
    """COMPLETE less the tables whose times another of them holds all of, with others before or after.

    All of them where no rank over the times is asked for, or a time is named.
    """
    spans = {n: span for n, one in enumerate(complete) if (span := _ranked_over(one)) is not None}
    return [one for n, one in enumerate(complete) if n not in spans or not _held(n, spans, complete)]


def _held(n: int, spans: dict[int, tuple[date, date]], complete: Sequence[Binding]) -> bool:
    """Whether another table that says no more of what it counts goes on for longer than the one at N, on both sides."""
    first, last = spans[n]
    return any(
        begins <= first and last <= closes and (begins, closes) != (first, last)
        for m, (begins, closes) in spans.items()
        if complete[m].unnamed <= complete[n].unnamed
    )


def _ranked_over(binding: Binding) -> tuple[date, date] | None:
    """From when to when a table goes whose times are to be ranked; None where that is not asked of it."""
    listed, text = binding.listed, binding.question.text
    if listed.time is None or binding.times or ranks(text) is None:
        return None
    group = grouping(text, listed)
    if group is None or group.way is not listed.time:
        return None
    days = [(starts(label), end) for label in listed.time.labels if (end := ends(label)) is not None]
    return (min(first for first, _ in days), max(last for _, last in days)) if days else None
