"""Working figures out: exact decimals, operands kept, and a refusal that names the field where they do not compare.

Shares are rounded half up to one decimal place, as the statistical service's guidance on presenting percentages has
it; the rule is shown with every rounded result. Sums and differences are never rounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from bot.view import View
from corpus.records import Figure, LinkKind, Nature, Qualifier

__all__ = [
    "POINTS",
    "ROUNDING",
    "Incomparable",
    "Worked",
    "average",
    "change",
    "comparable",
    "difference",
    "digits",
    "percentage_change",
    "ratio",
    "same_definition",
    "share",
    "times_apart",
    "total",
]

POINTS = "percentage points"
ROUNDING = "to the first decimal place, halves up"


class Incomparable(ValueError):
    """Two figures cannot be set against each other; the message names the field in which they differ."""


@dataclass(frozen=True, slots=True)
class Worked:
    """A figure worked out: ``result`` with its unit and qualifier, the formula to read, and its operands in order."""

    operation: str
    expression: str
    result: Decimal
    unit: str
    operands: tuple[Figure, ...]
    rounding: str | None = None
    qualifier: Qualifier = Qualifier.EXACTLY
    over: Decimal | None = None
    """The length of time that the first operand's own words say it was counted in, where it is divided by that."""

    @property
    def shown(self) -> str:
        return digits(self.result) + ("%" if self.unit == "%" else "")


def digits(value: Decimal) -> str:
    """A value's digits with thousands parted, and no needless zeros: ``1,023``, ``15.6``."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def comparable(a: Figure, b: Figure) -> None:
    """Raises Incomparable where A and B may not be added, subtracted or divided, naming the field that differs."""
    if _value(a) is None or _value(b) is None:
        raise Incomparable("a figure that it needs is not given as a number")
    if a.unit != b.unit and (a.unit in _OWN_UNITS or b.unit in _OWN_UNITS):
        raise Incomparable(f"the unit differs: {a.unit or 'a count'} and {b.unit or 'a count'}")
    if Nature.STOCK in (a.nature, b.nature) and Nature.FLOW in (a.nature, b.nature):
        raise Incomparable("a stock at a date cannot be set against a flow over a time")
    if a.geography and b.geography and a.geography != b.geography:
        raise Incomparable(f"the place differs: {a.geography} and {b.geography}")


def times_apart(one: Figure, other: Figure) -> bool:
    """Whether two figures are of two times, both known, that have no day in common."""
    a, b = one.period, other.period
    if a is None or b is None or not (a.start and a.end and b.start and b.end):
        return False
    return a.end < b.start or b.end < a.start


_OWN_UNITS = frozenset(
    {"%", "percentage points", "£", "$", "€", "¥", "p", "times"}
    | {"seconds", "minutes", "hours", "days", "weeks", "fortnights", "months", "years", "decades"}
    | {"working days", "sitting days", "calendar days"}
)
"""Units that only their own kind may be set against; any other is the name of what a count counts."""


def same_population(a: Figure, b: Figure, view: View) -> None:
    """Raises Incomparable where A and B are parts of different wholes."""
    if not view.same_whole(a, b):
        raise Incomparable("they are parts of different wholes")


def total(parts: Sequence[Figure], view: View) -> Worked:
    """The sum of parts of one whole."""
    for part in parts[1:]:
        comparable(parts[0], part)
        same_population(parts[0], part, view)
    values = [_number(p) for p in parts]
    result = sum(values, Decimal(0))
    expression = " + ".join(digits(v) for v in values) + f" = {digits(result)}"
    return Worked("sum", expression, result, parts[0].unit, tuple(parts), qualifier=_loosest(parts))


def difference(a: Figure, b: Figure) -> Worked:
    """A less B, or B less A where that is the greater. Raises Incomparable where both are one figure."""
    if a.id == b.id:
        raise Incomparable("the record gives the same figure for both")
    comparable(a, b)
    x, y = _number(a), _number(b)
    high, low, first, second = (x, y, a, b) if x >= y else (y, x, b, a)
    result = high - low
    return Worked(
        "difference",
        f"{digits(high)} \u2212 {digits(low)} = {digits(result)}",
        result,
        _apart(a),
        (first, second),
        qualifier=_less(first, second),
    )


def _apart(figure: Figure) -> str:
    """The unit of what two such figures are apart: of two shares, percentage points and no per cent."""
    return POINTS if figure.unit == "%" else figure.unit


def same_definition(a: Figure, b: Figure, view: View) -> None:
    """Raises Incomparable where a figure between A and B redefined what is counted."""
    if b.id not in _joined(a.id, view, redefined=False) and b.id in _joined(a.id, view, redefined=True):
        raise Incomparable("what is counted was redefined in between")


def _joined(figure_id: str, view: View, *, redefined: bool) -> set[str]:
    """The records that links of one definition lead to; across redefinitions too where REDEFINED says so."""
    seen, queue = {figure_id}, [figure_id]
    while queue:
        here = queue.pop()
        across = set(view.linked(here, LinkKind.REDEFINES))
        near = {i for k in (LinkKind.SUPERSEDES, LinkKind.CORRECTS, LinkKind.RESTATES) for i in view.linked(here, k)}
        fresh = (near | across if redefined else near - across) - seen
        seen |= fresh
        queue += fresh
    return seen


def change(earlier: Figure, later: Figure) -> Worked:
    """How far a measure moved from an earlier figure to a later one, up or down; the later is the first operand."""
    comparable(earlier, later)
    x, y = _number(earlier), _number(later)
    result = abs(y - x)
    expression = f"{digits(max(x, y))} \u2212 {digits(min(x, y))} = {digits(result)}"
    sure = _less(later, earlier) if y >= x else _less(earlier, later)
    return Worked("change", expression, result, _apart(later), (later, earlier), qualifier=sure)


def percentage_change(earlier: Figure, later: Figure) -> Worked:
    """How far a measure moved, up or down, as a percentage of the earlier figure; the later is the first operand."""
    comparable(earlier, later)
    x, y = _number(earlier), _number(later)
    if x == 0:
        raise Incomparable("the earlier figure is nil")
    result = (100 * abs(y - x) / x).quantize(Decimal("0.1"), ROUND_HALF_UP)
    expression = f"({digits(max(x, y))} \u2212 {digits(min(x, y))}) \u00f7 {digits(x)} = {digits(result)}%"
    sure = Qualifier.EXACTLY if earlier.qualifier is later.qualifier is Qualifier.EXACTLY else Qualifier.ABOUT
    return Worked("change", expression, result, "%", (later, earlier), ROUNDING, sure)


def share(part: Figure, whole: Figure) -> Worked:
    """PART as a percentage of WHOLE."""
    comparable(part, whole)
    x, y = _number(part), _number(whole)
    if y == 0:
        raise Incomparable("the whole is nil")
    if x > y:
        raise Incomparable("the part is larger than the whole")
    result = (100 * x / y).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return Worked(
        "share",
        f"{digits(x)} \u00f7 {digits(y)} = {digits(result)}%",
        result,
        "%",
        (part, whole),
        ROUNDING,
        _less(part, whole),
    )


def ratio(a: Figure, b: Figure) -> Worked:
    """A for each one of B."""
    comparable(a, b)
    x, y = _number(a), _number(b)
    if y == 0:
        raise Incomparable("the second is nil")
    result = (x / y).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return Worked(
        "ratio",
        f"{digits(x)} \u00f7 {digits(y)} = {digits(result)}",
        result,
        "times",
        (a, b),
        ROUNDING,
        _less(a, b),
    )


def average(whole: Figure, count: Decimal, words: str, *, told: bool = False) -> Worked:
    """WHOLE over COUNT periods, named in WORDS ("years"); TOLD says that WHOLE's own words give the count."""
    result = (_number(whole) / count).quantize(Decimal("0.1"), ROUND_HALF_UP)
    expression = f"{digits(_number(whole))} \u00f7 {digits(count)} {words} = {digits(result)}"
    over = count if told else None
    return Worked("average", expression, result, whole.unit, (whole,), ROUNDING, Qualifier.ABOUT, over)


def _value(figure: Figure) -> Decimal | None:
    return (
        figure.value
        if figure.qualifier not in (Qualifier.SUPPRESSED, Qualifier.NOT_KNOWN, Qualifier.IN_WORDS)
        else None
    )


def _number(figure: Figure) -> Decimal:
    value = _value(figure)
    if value is None:
        raise Incomparable(f"\u201c{figure.counted}\u201d is not given as a number")
    return value


def _loosest(parts: Sequence[Figure]) -> Qualifier:
    """Exact operands give an exact result; operands of one loose kind keep it; any mixture is only about right."""
    loose = {p.qualifier for p in parts} - {Qualifier.EXACTLY}
    return Qualifier.EXACTLY if not loose else loose.pop() if len(loose) == 1 else Qualifier.ABOUT


_REVERSED = {
    Qualifier.MORE_THAN: Qualifier.FEWER_THAN,
    Qualifier.FEWER_THAN: Qualifier.MORE_THAN,
    Qualifier.AT_LEAST: Qualifier.AT_MOST,
    Qualifier.AT_MOST: Qualifier.AT_LEAST,
}


def _less(a: Figure, b: Figure) -> Qualifier:
    """What may be said of A less B, or of A over B: taking away "at least 900" leaves at most the rest."""
    if b.qualifier is Qualifier.EXACTLY:
        return a.qualifier
    return _REVERSED.get(b.qualifier, Qualifier.ABOUT) if a.qualifier is Qualifier.EXACTLY else Qualifier.ABOUT
