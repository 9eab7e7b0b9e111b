"""A figure while its text is being read: its number with its words, and what has been found out about it so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from corpus.extract.dates import PeriodMention
from corpus.extract.sharing import Bound
from corpus.records import Period, Span

__all__ = ["Draft"]


@dataclass
class Draft:
    """One number of a text on its way to be a figure; the whole and the figures that it restates are drafts too."""

    bound: Bound
    sentence: Span
    when: PeriodMention | None = None
    same: Draft | None = None
    most: Decimal | None = None
    whole: Draft | None = None
    period: Period | None = None
    ids: frozenset[str] = field(default_factory=frozenset)
    mentions: list[str] = field(default_factory=list)
    told_on: date | None = None
    """The day on which it had been given before, where its own sentence says so."""

    @property
    def value(self) -> Decimal | None:
        return self.bound.quantity.value

    @property
    def measure(self) -> str:
        return self.bound.said
