"""A stretch of a sheet that is one table: where its headings and rows are, and what the words around it say."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.cube import Dataset
from corpus.formats.statistics.measures import NOTHING_COUNTED, Measure
from corpus.records import Period, Span, Standing, When

__all__ = ["Found", "Told"]


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a whole table outside it: in its titles, its notes, its sheet's and its file's name."""

    title: str = ""
    title_at: Span | None = None
    measure: Measure = NOTHING_COUNTED
    """What the titles say of the numbers: their unit, and what is counted."""
    geography: str = ""
    period: Period | None = None
    as_at: When | None = None
    standing: Standing = Standing.UNSTATED
    sheet: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    file: str = ""
    """What the file is called, as words, where it has sheets with names of their own."""


@dataclass(frozen=True, slots=True)
class Found:
    """What became of a table: its dataset, None where it is not understood, and what is left out of it in sentences."""

    dataset: Dataset | None
    left_out: tuple[str, ...] = ()
