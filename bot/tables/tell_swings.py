"""The rows of a table that moved the most between two times, as an Answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from bot.answer import Answer, SaidFigure, Status
from bot.derive import ROUNDING, digits
from bot.shown import amount
from bot.tables.precision import ROUNDED
from bot.tables.said import label_of, marks, shown_value, time_of
from bot.tables.slices import Refused
from bot.tables.swings import Swing
from bot.tables.take import Taken
from bot.tables.tell import Teller
from bot.tables.tell_moves import BEFORE_ROUNDING, to_show
from corpus.records import Qualifier

__all__ = ["Swung", "furthest", "swung"]


@dataclass(frozen=True, slots=True)
class Swung:
    """How far one row moved between two times."""

    earlier: Taken
    later: Taken

    @property
    def gap(self) -> Decimal:
        """The later value less the earlier."""
        return (self.later.value or Decimal(0)) - (self.earlier.value or Decimal(0))

    def size(self, *, rate: bool) -> Decimal:
        """How far it moved, whichever way; as a part of where it began where RATE says so."""
        return abs(self.gap) / abs(self.earlier.value) if rate and self.earlier.value else abs(self.gap)


def furthest(rows: Sequence[tuple[Taken, Taken]], asked: Swing) -> list[Swung]:
    """Those of ROWS, each at two times, that moved the furthest the way that is ASKED; all that tie."""
    moved = [Swung(*pair) for pair in rows]
    if asked.rate:
        moved = [m for m in moved if m.earlier.value]
    if asked.up is not None:
        moved = [m for m in moved if (m.gap > 0) == asked.up and m.gap]
    if not moved:
        raise Refused("none of the table's rows moved that way", ("a row that did",))
    sizes = [m.size(rate=asked.rate) for m in moved]
    best = min(sizes) if asked.least else max(sizes)
    return [m for m, size in zip(moved, sizes, strict=True) if size == best]


def swung(
    teller: Teller, winners: Sequence[Swung], asked: Swing, *, of: int, hidden: int, stepped: bool = False
) -> Answer:
    """The rows that moved the furthest, each with what it was and became; HIDDEN of the OF rows are not compared.

    Of rows that are times, STEPPED, each is set against the one before it.
    """
    cited = [teller.both(w.earlier, w.later) for w in winners]
    first = winners[0]
    result, expression, said, rounding = _worked(first, rate=asked.rate)
    derivation = teller.derived("change", expression, result, (first.later, first.earlier), rounding)
    names = " and ".join(w.later.words[0] for w in winners)
    told = "; ".join(
        f"{w.later.words[0]}: {shown_value(w.later)} {marks(new)}, against {shown_value(w.earlier)} {marks(old)}"
        for w, (old, new) in zip(winners, cited, strict=True)
    )
    move = "rise" if first.gap > 0 else "fall" if first.gap < 0 else "change"
    before = first.earlier.words[0] if stepped else time_of(first.earlier)
    rank = "smallest" if asked.least else "biggest"
    body = [
        f"{names}: a {move} of {said}, the {rank} {'change' if asked.up is None else move} of "
        f"{label_of(first.later, skip=1)}, against {before}. {told}.",
        *([BEFORE_ROUNDING] if rounding == ROUNDED else []),
        *teller.sums([one for w in winners for one in (w.later, w.earlier)]),
        teller.source_line(first.later.slice.listed),
    ]
    notes = tuple(n for old, new in cited for n in (*new, *old))
    unit = "%" if asked.rate else "percentage points" if first.later.unit == "%" else first.later.unit
    caveats = (f"{hidden} of the {of} rows are withheld or not given, and are not compared.",) if hidden else ()
    return teller.answer(
        Status.COMPUTED,
        body,
        headline=names,
        what=f"a {move} of {said}, {label_of(first.later, skip=1)}",
        figures=(SaidFigure(derivation.result.replace(",", ""), unit or "count", str(Qualifier.EXACTLY), notes),),
        derivation=derivation,
        caveats=caveats,
    )


def _worked(one: Swung, *, rate: bool) -> tuple[str, str, str, str | None]:
    """How far a row moved: the result, the formula, the result as it is said, and how it was rounded."""
    earlier, later = one.earlier.value or Decimal(0), one.later.value or Decimal(0)
    high, low = digits(max(earlier, later)), digits(min(earlier, later))
    if rate:
        part = (100 * one.size(rate=True)).quantize(Decimal("0.1"), ROUND_HALF_UP)
        result = f"{digits(part)}%"
        return result, f"({high} \u2212 {low}) \u00f7 {digits(earlier)} = {result}", result, ROUNDING
    gap, rounding = to_show(abs(one.gap), one.later, one.earlier)
    unit = "percentage points" if one.later.unit == "%" else one.later.unit
    said = amount(gap, unit) + (" percentage points" if one.later.unit == "%" else "")
    return digits(gap), f"{high} \u2212 {low} = {digits(abs(one.gap))}", said, rounding
