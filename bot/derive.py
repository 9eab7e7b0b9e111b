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
    "Incomparable",
    "Worked",
    "average",
    "change",
    "comparable",
    "difference",
    "digits",
    "ratio",
    "same_definition",
    "share",
    "total",
]

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
        raise Incomparable("one of them is not given as a number")
    if (a.unit == "%") != (b.unit == "%") or (a.unit == "£") != (b.unit == "£"):
        raise Incomparable(f"the unit differs: {a.unit or 'a count'} and {b.unit or 'a count'}")
    if Nature.STOCK in (a.nature, b.nature) and Nature.FLOW in (a.nature, b.nature):
        raise Incomparable("one is a stock at a date and the other a flow over a time")
    if a.geography and b.geography and a.geography != b.geography:
        raise Incomparable(f"the place differs: {a.geography} and {b.geography}")


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
    """A less B, which must not be the greater."""
    comparable(a, b)
    x, y = _number(a), _number(b)
    high, low, first, second = (x, y, a, b) if x >= y else (y, x, b, a)
    result = high - low
    return Worked(
        "difference",
        f"{digits(high)} \u2212 {digits(low)} = {digits(result)}",
        result,
        a.unit,
        (first, second),
        qualifier=_less(first, second),
    )


def same_definition(a: Figure, b: Figure, view: View) -> None:
    """Raises Incomparable where a figure between A and B redefined what is counted."""
    seen, queue = {a.id}, [a.id]
    while queue:
        here = queue.pop()
        near = [i for k in (LinkKind.REDEFINES, LinkKind.SUPERSEDES, LinkKind.RESTATES) for i in view.linked(here, k)]
        redefined = set(view.linked(here, LinkKind.REDEFINES))
        for other in near:
            if other in redefined and (other == b.id or b.id in {f.id for f in view.chain_of(other)}):
                raise Incomparable("what is counted was redefined between the two")
            if other not in seen:
                seen.add(other)
                queue.append(other)


def change(earlier: Figure, later: Figure) -> Worked:
    """How far a measure moved from an earlier figure to a later one; negative for a fall."""
    comparable(earlier, later)
    x, y = _number(earlier), _number(later)
    result = y - x
    expression = (
        f"{digits(y)} \u2212 {digits(x)} = {digits(result)}"
        if result >= 0
        else f"{digits(x)} \u2212 {digits(y)} = {digits(-result)}"
    )
    return Worked("change", expression, abs(result), later.unit, (later, earlier), qualifier=_less(later, earlier))


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
        f"{digits(x)} \u00f7 {digits(y)} = {result}%",
        result,
        "%",
        (part, whole),
        ROUNDING,
        _loosest((part, whole)),
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
        _loosest((a, b)),
    )


def average(whole: Figure, count: Decimal, words: str) -> Worked:
    """WHOLE over COUNT periods, named in WORDS ("years")."""
    result = (_number(whole) / count).quantize(Decimal("0.1"), ROUND_HALF_UP)
    expression = f"{digits(_number(whole))} \u00f7 {digits(count)} {words} = {digits(result)}"
    return Worked("average", expression, result, whole.unit, (whole,), ROUNDING, Qualifier.ABOUT)


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
    """What may be said of A less B: taking away "at least 900" leaves at most the rest."""
    if b.qualifier is Qualifier.EXACTLY:
        return a.qualifier
    return _REVERSED.get(b.qualifier, Qualifier.ABOUT) if a.qualifier is Qualifier.EXACTLY else Qualifier.ABOUT
