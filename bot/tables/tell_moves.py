"""Two values of a table set against each other, as an Answer: a change, a difference, a share, a ratio, an average."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from bot.answer import Answer, SaidFigure, Status
from bot.derive import ROUNDING, digits
from bot.shown import amount
from bot.tables.precision import ROUNDED, rounded_as
from bot.tables.said import distinct, label_of, marks, shown_value
from bot.tables.statistic import TIMES_AS_MANY
from bot.tables.take import Taken
from bot.tables.tell import Teller
from corpus.records import Qualifier

__all__ = ["BEFORE_ROUNDING", "average", "average_of_each", "compared", "moved", "share_moved", "to_show"]

_Share = tuple[Taken, Taken]
"""A part and its whole."""


def moved(teller: Teller, earlier: Taken, later: Taken, *, percent: bool, asked_up: bool | None = None) -> Answer:
    """How far a measure moved; where ASKED_UP says which way was asked about, whether it did."""
    old, new = teller.both(earlier, later)
    assert earlier.value is not None
    assert later.value is not None
    gap = abs(later.value - earlier.value)
    way = "A rise of " if later.value > earlier.value else "A fall of " if later.value < earlier.value else ""
    answer = ""
    if asked_up is not None:
        answer = "Yes. " if (later.value > earlier.value) == asked_up and gap else "No. "
    if percent:
        if not earlier.value:
            raise ZeroDivisionError
        result = _rounded(100 * gap / abs(earlier.value))
        high, low = max(earlier.value, later.value), min(earlier.value, later.value)
        expression = f"({digits(high)} \u2212 {digits(low)}) \u00f7 {digits(earlier.value)} = {digits(result)}%"
        derivation = teller.derived("change", expression, f"{digits(result)}%", (later, earlier), ROUNDING)
        said, unit = f"{digits(result)}%", "%"
    else:
        high, low = max(earlier.value, later.value), min(earlier.value, later.value)
        expression = f"{digits(high)} \u2212 {digits(low)} = {digits(gap)}"
        gap, rounding = to_show(gap, later, earlier)
        derivation = teller.derived("change", expression, digits(gap), (later, earlier), rounding)
        unit = "percentage points" if later.unit == "%" else later.unit
        said = amount(gap, unit)
    flat = "No change" if not gap else f"{way}{said}"
    body = [
        f"{answer}{flat}: {label_of(later)}: {shown_value(later)} {marks(new)}, "
        f"against {shown_value(earlier)} {marks(old)} ({distinct(earlier, later)})."
    ]
    body += [BEFORE_ROUNDING] if derivation.rounding == ROUNDED else []
    body += [*teller.sums((later, earlier)), teller.source_line(later.slice.listed)]
    value = derivation.result.replace(",", "")
    status, lacking = teller.worked(earlier, later)
    return teller.answer(
        status,
        body,
        headline=(answer + flat).strip(),
        what=label_of(later),
        figures=(SaidFigure(value, unit or "count", str(Qualifier.EXACTLY), (*new, *old)),),
        derivation=derivation,
        uncovered=lacking,
    )


def compared(teller: Teller, a: Taken, b: Taken, *, operation: str, more: bool = True) -> Answer:
    """Two values set against each other: which is the greater, by how much, or what part one is of the other."""
    first, second = teller.both(a, b)
    assert a.value is not None
    assert b.value is not None
    high, low = max(a.value, b.value), min(a.value, b.value)
    if operation == "share":
        result, unit = _rounded(100 * a.value / b.value), "%"
        expression, rounding = f"{digits(a.value)} \u00f7 {digits(b.value)} = {digits(result)}%", ROUNDING
        derivation = teller.derived("share", expression, f"{digits(result)}%", (a, b), rounding)
        lead = headline = f"{digits(result)}%"
    elif operation == "ratio":
        result, unit = _rounded(a.value / b.value), "times"
        expression, rounding = f"{digits(a.value)} \u00f7 {digits(b.value)} = {digits(result)}", ROUNDING
        derivation = teller.derived("ratio", expression, digits(result), (a, b), rounding)
        so_many = TIMES_AS_MANY.search(teller.query.text) is not None
        so_many = so_many or result <= 1  # "0.7 to 1" would be read as a range
        lead = headline = f"{digits(result)} {'times' if so_many else 'to 1'}"
    else:
        unit = "percentage points" if a.unit == "%" else a.unit
        expression = f"{digits(high)} \u2212 {digits(low)} = {digits(high - low)}"
        gap, told = to_show(high - low, a, b)
        derivation = teller.derived("difference", expression, digits(gap), (a, b), told)
        headline = amount(gap, unit)
        lead = headline
        if operation == "comparison":
            lead = ("Yes" if (a.value > b.value) == more and a.value != b.value else "No") + f", by {headline}"
            headline = lead.split(",")[0]
    body = [
        f"{lead}: {label_of(a)}: {shown_value(a)} {marks(first)}; "
        f"{distinct(b, a) or label_of(b)}: {shown_value(b)} {marks(second)}."
    ]
    body += [BEFORE_ROUNDING] if derivation.rounding == ROUNDED else []
    body += [*teller.sums((a, b)), teller.source_line(a.slice.listed)]
    if b.slice.listed.dataset.id != a.slice.listed.dataset.id:
        body.append(teller.source_line(b.slice.listed))
    figures: tuple[SaidFigure, ...] = (
        SaidFigure(derivation.result.replace(",", ""), unit or "count", str(Qualifier.EXACTLY), (*first, *second)),
    )
    if operation == "comparison":
        figures += (teller.said(a, first), teller.said(b, second))
    status, lacking = teller.worked(a, b)
    return teller.answer(
        status,
        body,
        headline=headline,
        what=label_of(a),
        figures=figures,
        derivation=derivation,
        uncovered=lacking,
    )


BEFORE_ROUNDING = "The difference is that of the figures before they were rounded."


def to_show(gap: Decimal, *of: Taken) -> tuple[Decimal, str | None]:
    """A difference of values to the decimals that their table shows, and how it was rounded, where it shows fewer."""
    if all(t.shown is None for t in of):
        return gap, None
    scale = of[0].slice.scale
    cells = [t.shown if t.shown is not None else (t.value or Decimal(0)) / scale for t in of]
    rounded = rounded_as(gap / scale, cells) * scale
    return (rounded, ROUNDED) if rounded and rounded != gap else (gap, None)


def share_moved(teller: Teller, earlier: _Share, later: _Share) -> Answer:
    """By how many percentage points a share moved from one time to another."""
    noted = [tuple(dict.fromkeys(n for one in share for n in teller.cite(one))) for share in (earlier, later)]
    old, new = (_quotient(share) for share in (earlier, later))
    gap = _rounded(100 * abs(new - old))
    high, low = (later, earlier) if new > old else (earlier, later)
    expression = " \u2212 ".join(f"{_shown(part)} \u00f7 {_shown(whole)}" for part, whole in (high, low))
    expression = f"{expression} = {digits(gap)} percentage points"
    derivation = teller.derived("change", expression, digits(gap), (*high, *low), ROUNDING)
    way = "A rise of " if new > old else "A fall of "
    moved_by = f"{way}{digits(gap)} percentage points" if gap else "No change to speak of"
    told = [
        f"{label_of(p)}: {shown_value(p)} of {shown_value(w)} {marks(n)}" for (p, w), n in _noted(earlier, later, noted)
    ]
    body = [f"{moved_by}: {told[1]}; {told[0]}.", f"Worked out as {expression}, rounded {ROUNDING}."]
    body.append(teller.source_line(later[0].slice.listed))
    cited = tuple(dict.fromkeys(n for some in noted for n in some))
    figure = SaidFigure(digits(gap), "percentage points", str(Qualifier.EXACTLY), cited)
    status, lacking = teller.worked(*earlier, *later)
    return teller.answer(
        status,
        body,
        headline=moved_by,
        what=label_of(later[0]),
        figures=(figure,),
        derivation=derivation,
        uncovered=lacking,
    )


def _noted(a: _Share, b: _Share, noted: list[tuple[int, ...]]) -> list[tuple[_Share, tuple[int, ...]]]:
    return list(zip((a, b), noted, strict=True))


def _quotient(share: _Share) -> Decimal:
    part, whole = share
    assert part.value is not None
    assert whole.value is not None
    return part.value / whole.value


def _shown(taken: Taken) -> str:
    return digits(taken.value or Decimal(0))


def average(teller: Teller, taken: Taken, count: int, words: str) -> Answer:
    """A sum over so many periods."""
    cited = teller.cite(taken)
    assert taken.value is not None
    result = _rounded(taken.value / count)
    expression = f"{digits(taken.value)} \u00f7 {count} {words} = {digits(result)}"
    derivation = teller.derived("average", expression, digits(result), (taken,), ROUNDING)
    body = [f"{label_of(taken)}: {digits(result)} on average, worked out as {expression} {marks(cited)}."]
    body += [f"Rounded {ROUNDING}.", teller.source_line(taken.slice.listed)]
    figure = SaidFigure(digits(result).replace(",", ""), taken.unit or "count", str(Qualifier.ABOUT), cited)
    return teller.answer(
        Status.COMPUTED,
        body,
        headline=digits(result),
        what=label_of(taken),
        figures=(figure,),
        derivation=derivation,
    )


def average_of_each(teller: Teller, rows: Sequence[Taken]) -> Answer:
    """The middle of what was counted anew at each of so many times: the counts added up, over how many they are."""
    cited = tuple(dict.fromkeys(n for row in rows for n in teller.cite(row)))
    values = [row.value for row in rows if row.value is not None]
    result = _rounded(sum(values, Decimal(0)) / len(values))
    added = " + ".join(map(digits, values))
    expression = f"({added}) \u00f7 {len(values)} = {digits(result)}"
    derivation = teller.derived("average", expression, digits(result), rows, ROUNDING)
    first, last = rows[0].words[0], rows[-1].words[0]
    what = f"{label_of(rows[0], skip=1)}, {first} to {last}"
    body = [f"{what}: {digits(result)} on average, worked out as {expression} {marks(cited)}."]
    body += [f"Rounded {ROUNDING}.", teller.source_line(rows[0].slice.listed)]
    figure = SaidFigure(digits(result).replace(",", ""), rows[0].unit or "count", str(Qualifier.ABOUT), cited)
    return teller.answer(
        Status.COMPUTED, body, headline=digits(result), what=what, figures=(figure,), derivation=derivation
    )


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)
