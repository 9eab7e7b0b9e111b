"""A value of a table set against a number of the question's, or less what it leaves out, as an Answer."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from bot.answer import Answer, SaidFigure, Status
from bot.derive import ROUNDING, digits
from bot.shown import amount
from bot.tables.bounds import Bound, Multiple
from bot.tables.said import distinct, label_of, marks, short, shown_value
from bot.tables.shape import Grouping
from bot.tables.take import Taken
from bot.tables.tell import Teller
from corpus.records import Qualifier

__all__ = ["crossed", "held", "multiplied", "tallied", "without"]

_SAID = 12
"""So many rows that are counted are said in words; all of them stand in the answer's table."""


def held(teller: Teller, taken: Taken, bound: Bound) -> Answer:
    """Whether a value is on the side of a number that is asked about."""
    cited = teller.cite(taken)
    assert taken.value is not None
    lead = "Yes" if bound.holds(taken.value) else "No"
    against = f" (asked: \u201c{bound.said}\u201d)" if bound.value else ""
    body = [f"{lead}. {label_of(taken)}: {shown_value(taken)} {marks(cited)}{against}."]
    body += [*teller.sums((taken,)), teller.source_line(taken.slice.listed)]
    return teller.answer(
        Status.COMPUTED if taken.added else Status.ANSWERED,
        body,
        headline=f"{lead}: {shown_value(taken)}",
        what=label_of(taken),
        figures=(teller.said(taken, cited),),
        derivation=teller.sum(taken) if taken.added else None,
    )


def crossed(teller: Teller, before: Taken, at: Taken, bound: Bound) -> Answer:
    """When a value came to lie on the side of a number that is asked about, and what it was before."""
    old, new = teller.both(before, at)
    asked = f" (asked: \u201c{bound.said}\u201d)" if bound.value else ""
    body = [
        f"{at.words[0]}: {shown_value(at)} {marks(new)}, the earliest that the table gives {bound.words} that"
        f"{asked}: {label_of(at, skip=1)}; before it, {before.words[0]}: {shown_value(before)} {marks(old)}.",
        *teller.sums((before, at)),
        teller.source_line(at.slice.listed),
    ]
    added = before.added or at.added
    return teller.answer(
        Status.COMPUTED if added else Status.ANSWERED,
        body,
        headline=at.words[0],
        what=f"{shown_value(at)}, {label_of(at, skip=1)}",
        figures=(teller.said(at, new),),
        derivation=teller.listing((before, at)) if added else None,
    )


def tallied(teller: Teller, rows: Sequence[Taken], bound: Bound, group: Grouping) -> Answer:
    """Of how many rows of a grouping the value is on the side of a number that is asked about."""
    over = [r for r in rows if r.value is not None and bound.holds(r.value)]
    cited = [teller.cite(r) for r in rows]
    noted = dict(zip((r.words[0] for r in rows), cited, strict=True))
    against = f"{digits(bound.value)}{'%' if bound.percent else ''}"
    listed = "; ".join(f"{r.words[0]}: {digits(r.value or Decimal(0))}" for r in rows)
    expression = f"{listed}: {len(over)} of {len(rows)} are {bound.words} {against} = {len(over)}"
    derivation = teller.derived("tally", expression, str(len(over)), rows)
    named = "; ".join(f"{r.words[0]}: {shown_value(r)} {marks(noted[r.words[0]])}" for r in over[:_SAID])
    what = f"{label_of(rows[0], skip=1)}: \u201c{bound.said}\u201d"
    body = [f"{len(over)} of {len(rows)} ({what}){': ' if named else ''}{named}."]
    if not over:
        body[0] = f"None of the {len(rows)} ({what}) {''.join(map(marks, cited[:_SAID]))}."
    body += [] if len(over) <= _SAID else ["The rest stand in the table."]
    body.append(teller.source_line(rows[0].slice.listed))
    every = tuple(dict.fromkeys(n for some in cited for n in some))
    figure = SaidFigure(str(len(over)), "count", str(Qualifier.EXACTLY), every, what)
    return teller.answer(
        Status.COMPUTED,
        body,
        headline=f"{len(over)} of {len(rows)}",
        what=what,
        figures=(figure,),
        derivation=derivation,
        table=teller.tabled(rows, group.heads, dated=group.way is rows[0].slice.listed.time),
    )


def multiplied(teller: Teller, earlier: Taken, later: Taken, multiple: Multiple) -> Answer:
    """Whether a value became so many times an earlier one."""
    old, new = teller.both(earlier, later)
    assert earlier.value
    assert later.value is not None
    exact = later.value / earlier.value
    result = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    reached = exact >= multiple.factor if multiple.factor > 1 else exact <= multiple.factor
    reached = exact > multiple.factor if multiple.words.lower().startswith("more than") else reached
    lead = "Yes" if reached else "No"
    expression = f"{digits(later.value)} \u00f7 {digits(earlier.value)} = {digits(result)}"
    derivation = teller.derived("ratio", expression, digits(result), (later, earlier), ROUNDING)
    body = [
        f"{lead}. {label_of(later)}: {shown_value(later)} {marks(new)}, against "
        f"{shown_value(earlier)} {marks(old)} "
        f"({distinct(earlier, later)}): {digits(result)} times that."
    ]
    body += [*teller.sums((later, earlier)), teller.source_line(later.slice.listed)]
    figures = (
        SaidFigure(derivation.result, "times", str(Qualifier.EXACTLY), (*new, *old)),
        teller.said(later, new),
        teller.said(earlier, old),
    )
    return teller.answer(
        Status.COMPUTED, body, headline=lead, what=label_of(later), figures=figures, derivation=derivation
    )


def without(teller: Teller, whole: Taken, left: Taken) -> Answer:
    """A value less the part of it that a question leaves out."""
    first, second = teller.both(whole, left)
    assert whole.value is not None
    assert left.value is not None
    result = whole.value - left.value
    expression = f"{digits(whole.value)} \u2212 {digits(left.value)} = {digits(result)}"
    derivation = teller.derived("difference", expression, digits(result), (whole, left))
    out = distinct(left, whole) or short(left)
    body = [
        f"{label_of(whole)}, other than {out}: {amount(result, whole.unit)}: {shown_value(whole)} {marks(first)} in "
        f"all, less {shown_value(left)} {marks(second)} ({out})."
    ]
    body += [*teller.sums((whole, left)), teller.source_line(whole.slice.listed)]
    value = digits(result).replace(",", "")
    figure = SaidFigure(value, whole.unit or "count", str(Qualifier.EXACTLY), (*first, *second), label_of(whole))
    return teller.answer(
        Status.COMPUTED,
        body,
        headline=amount(result, whole.unit),
        what=f"{label_of(whole)}, other than {out}",
        figures=(figure,),
        derivation=derivation,
    )
