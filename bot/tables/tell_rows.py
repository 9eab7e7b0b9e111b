"""The rows of a grouping, as an Answer: the largest of them, the greater of two, or every one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.answer import Answer, Status
from bot.tables.said import label_of, marks, measure_of, shown_value, time_of
from bot.tables.shape import Rank
from bot.tables.slices import Refused
from bot.tables.take import Taken
from bot.tables.tell import Teller
from bot.units import unit_class
from corpus.patterns import regex

__all__ = ["at_times", "breakdown", "either", "most"]

SAID = 12
"""Of a breakdown, so many rows are said in words; all of them stand in its table."""


def most(
    teller: Teller, rows: Sequence[Taken], *, rank: Rank, heads: str, after: Sequence[str] = (), following: bool = False
) -> Answer:
    """Those of the rows of a grouping that stand where RANK says, with all that tie with the last of them.

    Rows called AFTER are left out; those above them too where what FOLLOWS them is asked for.
    """
    ordered = sorted((r for r in rows if r.value is not None), key=_size, reverse=not rank.least)
    passed = [n for n, r in enumerate(ordered) if r.words[0] in after]
    left = ordered[max(passed) + 1 :] if following and passed else [r for r in ordered if r.words[0] not in after]
    winners = left[rank.first : rank.first + rank.count]
    if not winners:
        raise Refused("the table has no row of that rank", ("so many rows",))
    if any(r.known is not None and (rank.least or 2 * r.known > _size(winners[-1])) for r in rows):
        raise Refused("some of the cells of a row are withheld by the table, so that its place is not known")
    winners += [r for r in left[rank.first + rank.count :] if r.value == winners[-1].value]
    cited = [teller.cite(r) for r in winners]
    level = all(r.value == winners[0].value for r in winners)
    named = [(" and ".join(r.words[0] for r in winners), winners[0], cited)] if level else []
    named = named or [(r.words[0], r, [c]) for r, c in zip(winners, cited, strict=True)]
    told = "; ".join(f"{name}: {shown_value(r)} {''.join(map(marks, c))}" for name, r, c in named)
    place = f"{_ORDINALS[rank.first]} " if rank.first else "next " if after and following else ""
    said = [f"{told}, the {place}{_foremost(winners[0], rank)} of {label_of(winners[0], skip=1)}."]
    derivation = teller.listing(winners) if any(r.added for r in winners) else None
    said += [*teller.sums(winners), teller.source_line(winners[0].slice.listed)]
    hidden = len(rows) - len(ordered)
    caveats = (f"{hidden} of the {len(rows)} rows are withheld or not given, and are not compared.",) if hidden else ()
    names = " and ".join(r.words[0] for r in winners)
    return teller.answer(
        Status.COMPUTED if derivation else Status.ANSWERED,
        said,
        headline=names,
        what=f"{shown_value(winners[0])}, {label_of(winners[0], skip=1)}",
        figures=tuple(teller.said(r, c) for r, c in zip(winners, cited, strict=True)),
        derivation=derivation,
        table=teller.tabled(ordered, heads),
        caveats=caveats,
    )


def _foremost(row: Taken, rank: Rank) -> str:
    """What stands foremost is called: of a rate the highest or the lowest, of a count the most or the fewest."""
    if not row.slice.additive:
        return "lowest" if rank.least else "highest"
    if unit_class(row.unit) == "money":
        return "lowest" if rank.least else "most"
    return "fewest" if rank.least else "most"


_ORDINALS = ("", "second", "third", "fourth", "fifth")


def _size(row: Taken) -> Decimal:
    return row.value or Decimal(0)


def either(teller: Teller, rows: Sequence[Taken], *, least: bool, timed: bool = False) -> Answer:
    """Which of two is the greater (or the less), with both: of two rows, or of two times where TIMED says so."""
    a, b = sorted(rows, key=lambda r: r.value or Decimal(0), reverse=not least)
    first, second = teller.both(a, b)
    level = a.value == b.value
    mine, other = (time_of(r) if timed else r.words[0] for r in (a, b))
    names = f"{mine} and {other} alike" if level else mine
    body = [
        f"{names}: {label_of(a)}: {shown_value(a)} {marks(first)}; {other}: {shown_value(b)} {marks(second)}.",
        *teller.sums((a, b)),
        teller.source_line(a.slice.listed),
    ]
    return teller.answer(
        Status.COMPUTED if a.added or b.added else Status.ANSWERED,
        body,
        headline=names,
        what=f"{shown_value(a)}, against {shown_value(b)}",
        figures=(teller.said(a, first), teller.said(b, second)),
        derivation=teller.listing((a, b)) if a.added or b.added else None,
    )


def at_times(teller: Teller, rows: Sequence[Taken]) -> Answer:
    """The same at each of several times, in the order in which they were asked for."""
    cited = [teller.cite(r) for r in rows]
    said = [f"{time_of(r)}: {shown_value(r)}" for r in rows]
    what = ", ".join(w for w in (measure_of(rows[0].slice.listed), *rows[0].words) if w)
    told = "; ".join(f"{one} {marks(c)}" for one, c in zip(said, cited, strict=True))
    added = any(r.added for r in rows)
    return teller.answer(
        Status.COMPUTED if added else Status.ANSWERED,
        [f"{what}: {told}.", *teller.sums(rows), teller.source_line(rows[0].slice.listed)],
        headline="; ".join(said),
        what=what,
        figures=tuple(teller.said(r, c) for r, c in zip(rows, cited, strict=True)),
        derivation=teller.listing(rows) if added else None,
    )


_NAME = regex(r"\s+names?$", re.IGNORECASE)


def _called(heads: str) -> str:
    """What rows are called by their heading: those under "Area name" are areas."""
    return _NAME.sub("", heads.replace("_", " ")).lower() or "row"


def breakdown(teller: Teller, rows: Sequence[Taken], heads: str, *, dated: bool) -> Answer:
    """Every row of a grouping: in order of time, else the largest first."""
    ordered = list(rows) if dated else sorted(rows, key=lambda r: (r.value is None, -(r.value or Decimal(0))))
    spoken = ordered[:SAID] if not dated else ordered[-SAID:]
    cited = [teller.cite(r) for r in spoken]
    listed = "; ".join(f"{r.words[0]}: {shown_value(r)} {marks(c)}" for r, c in zip(spoken, cited, strict=True))
    body = [f"{label_of(ordered[0], skip=1)}, by {_called(heads)}: {listed}."]
    if len(ordered) > len(spoken):
        body.append("The rest stand in the table.")
    body.append(teller.source_line(ordered[0].slice.listed))
    added = any(r.added for r in spoken)
    return teller.answer(
        Status.COMPUTED if added else Status.ANSWERED,
        body,
        headline=f"By {_called(heads)}",
        what=label_of(ordered[0], skip=1),
        figures=tuple(teller.said(r, c) for r, c in zip(spoken, cited, strict=True)),
        derivation=teller.listing(spoken) if added else None,
        table=teller.tabled(ordered, heads, dated=dated),
    )
