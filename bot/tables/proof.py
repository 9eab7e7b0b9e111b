"""What the gate reads again of a table: every cell of a cited row, from the ledger, with all that gives it meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.answer import Citation
from bot.tables.precision import shown_in
from corpus.cube import Dataset, Observation, Role
from corpus.ledger import Ledger
from corpus.patterns import regex
from corpus.records import Period, Qualifier, When

__all__ = ["CellRead", "CellsOf", "cells_of", "no_cells", "place_of"]

_PLACE = regex(r"(?P<dataset>.+)!(?P<column>[A-Z]+)(?P<row>\d+)")


@dataclass(frozen=True, slots=True)
class CellRead:
    """A cell as the ledger holds it. ``words`` are its titles, labels, marks and times, as they may be said.

    ``value`` is scaled to its unit; ``stands`` is the number as it stands in the table ("thousands"); ``shown`` is the
    value to the decimals that its sheet shows, where it holds more.
    """

    value: Decimal | None
    unit: str
    qualifier: Qualifier
    words: str
    stands: Decimal | None = None
    shown: Decimal | None = None


CellsOf = Callable[[Sequence[Citation]], dict[int, tuple[CellRead, ...]]]
"""The cells of each citation, by its number; none for one that is of no table's row."""


def no_cells(citations: Sequence[Citation]) -> dict[int, tuple[CellRead, ...]]:
    """For a record without tables."""
    return {c.n: () for c in citations}


def place_of(dataset_id: str, cell: str) -> str:
    """The record id of a cell of a table."""
    return f"{dataset_id}!{cell}"


def cells_of(ledger: Ledger) -> CellsOf:
    """Reads the cells of the rows that citations are of, each row whole."""

    def read(citations: Sequence[Citation]) -> dict[int, tuple[CellRead, ...]]:
        found = no_cells(citations)
        placed = [(c, m) for c in citations if (m := _PLACE.fullmatch(c.record_id))]
        for one in ledger.datasets_of({m["dataset"] for _, m in placed}):
            mine = {int(m["row"]): c for c, m in placed if m["dataset"] == one.id and c.source_id == one.source_id}
            rows: dict[int, list[CellRead]] = {}
            for seen in ledger.observed_rows(one, mine):
                cited = mine[seen.row]
                if (seen.row_start, seen.row_end) == (cited.start, cited.end):
                    rows.setdefault(cited.n, []).append(_read(one, seen, ledger.text(one.source_id)))
            found |= {n: tuple(cells) for n, cells in rows.items()}
        return found

    return read


def _read(one: Dataset, seen: Observation, text: str) -> CellRead:
    unit, scale = one.unit, one.scale
    words = [one.title, one.measure, one.sheet, one.geography, seen.mark, seen.status, *_time(one.period, one.as_at)]
    for dimension, n in zip(one.dimensions, seen.codes, strict=True):
        if n < 0:
            continue
        code = dimension.codes[n]
        words += [dimension.name, code.words, *_time(code.period, code.as_at)]
        words += [dimension.codes[code.parent].words] if code.parent is not None else []
        if dimension.role is Role.MEASURE and code.unit is not None:
            unit, scale = code.unit, code.scale
    words += [said for _, said in one.notes]
    words += [f"{seen.value:f}"] if seen.value is not None and scale != 1 else []
    value = None if seen.value is None else _times(seen.value, scale)
    shown = shown_in(text, seen)
    words += [f"{shown:f}"] if shown is not None and scale != 1 else []
    told = None if shown is None else _times(shown, scale)
    return CellRead(value, unit, seen.qualifier, "\n".join(w for w in words if w), seen.value, told)


def _times(value: Decimal, scale: int) -> Decimal:
    return value if scale == 1 else value * scale


def _time(period: Period | None, as_at: When | None) -> list[str]:
    days = [d for d in ((period.start, period.end) if period else ()) if d]
    days += [as_at.first, as_at.last] if as_at else []
    said = [f"{d.day} {d:%B} {d.year}" for d in days] + [f"{d:%B} {d.year}" for d in days]
    said += [str(d.year) for d in days[:1] if all(one.year == d.year for one in days)]
    return [*said, period.words] if period else said
