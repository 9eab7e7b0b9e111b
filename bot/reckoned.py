"""Whether what was worked out holds: each operand stands in its record, and the formula is of those alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from bot.answer import Answer, Citation, Derivation, Part
from bot.tables.precision import ROUNDED, rounded_as
from bot.tables.proof import CellRead
from corpus.extract.numbers import quantities
from corpus.extract.quantity import Quantity
from corpus.extract.refusals import ground_of
from corpus.extract.rows import quantities as recorded
from corpus.patterns import regex

__all__ = ["DIGITS", "FOOTNOTE", "Cells", "Reading", "derivation", "digits", "numbers", "parts_of"]

FOOTNOTE = regex(r"\[\d+\]")
DIGITS = regex(r"\d[\d,]*(?:\.\d+)?")

Cells = Mapping[int, tuple[CellRead, ...]]
"""The cells of the tables' rows that are cited, by the number of the citation, as the ledger holds them."""

Reading = Callable[[str], Sequence[Quantity]]
"""``recorded`` reads a record's words: of a table's row, each cell with the unit that its heading gives too."""


def numbers(text: str, read: Reading = quantities) -> set[Decimal]:
    """Every number of TEXT as READ finds it, both ends of a range, and each that stands there in digits."""
    bare = FOOTNOTE.sub(" ", text)
    found = read(bare)
    said = {q.value for q in found if q.value is not None and q.kind != "in_words"}
    return said | {q.upper for q in found if q.upper is not None} | digits(bare)


def digits(text: str) -> set[Decimal]:
    """Every number that stands in TEXT in digits, footnotes aside."""
    found = set()
    for match in DIGITS.findall(FOOTNOTE.sub(" ", text)):
        try:
            found.add(Decimal(match.replace(",", "").rstrip(".")))
        except InvalidOperation:
            continue
    return found


def derivation(answer: Answer, cells: Cells) -> list[str]:
    """The operands must be figures of the records that they cite, and the expression must hold."""
    worked = answer.derivation
    if worked is None:
        return []
    wrong = []
    by_number = {c.n: c for c in answer.citations}
    if worked.operation == "count":
        return _counted(worked, by_number)
    for operand in worked.operands:
        cited = by_number.get(operand.citation)
        if cited is None or operand.value not in _given(cited, cells):
            wrong.append(f"operand {operand.value} is not in citation {operand.citation}")
    wrong += [f"the parts of {p.label!r} do not add up to {p.value}" for p in worked.parts if not _adds_up(p, worked)]
    if worked.operation == "listing":
        return wrong
    if worked.operation == "tally":
        return wrong if _tallied(worked) else [*wrong, f"the rows are not so many: {worked.expression}"]
    if not _uses(worked):
        wrong.append(f"the arithmetic is of other numbers than the operands: {worked.expression}")
    if worked.rounding == ROUNDED and not _rounds(worked, cells):
        wrong.append(f"{worked.result} is no rounding of: {worked.expression}")
    if not _holds(worked.expression):
        wrong.append(f"the arithmetic does not hold: {worked.expression}")
    return wrong


def _counted(worked: Derivation, by_number: Mapping[int, Citation]) -> list[str]:
    """Each operand of a count is a sentence of its own that withholds something, on the ground it is counted under."""
    wrong = [f"the parts of {p.label!r} do not add up to {p.value}" for p in worked.parts if not _adds_up(p, worked)]
    for operand in worked.operands:
        cited = by_number.get(operand.citation)
        if cited is None or operand.value != 1 or str(ground_of(cited.quote)) != operand.label:
            wrong.append(f"citation {operand.citation} does not refuse as {operand.label!r}")
    counted = [(o.citation, o.label) for o in worked.operands]
    if len(set(counted)) != len(counted) or str(len(counted)) != worked.result:
        wrong.append(f"{worked.result} is not how many are cited")
    return wrong


_TALLY = regex(r": (?P<n>\d+) of (?P<of>\d+) are (?P<side>(?:at or )?(?:above|below)) (?P<at>[\d,.]+)%? = (?P<r>\d+)$")
_SIDES: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "above": Decimal.__gt__,
    "below": Decimal.__lt__,
    "at or above": Decimal.__ge__,
    "at or below": Decimal.__le__,
}


def _tallied(worked: Derivation) -> bool:
    """Whether so many of the rows, each of them given, are on the side of the number that the formula names."""
    match = _TALLY.search(worked.expression)
    if match is None:
        return False
    rows = [p.value for p in worked.parts] or [o.value for o in worked.operands]
    at = Decimal(match["at"].replace(",", "").rstrip("."))
    over = sum(_SIDES[match["side"]](row, at) for row in rows)
    return len(rows) == int(match["of"]) and str(over) == match["n"] == match["r"] == worked.result


def _given(cited: Citation, cells: Cells) -> set[Decimal]:
    """The numbers that a citation gives: of a table's row, its cells and nothing else."""
    if cells[cited.n]:
        return {cell.value for cell in cells[cited.n] if cell.value is not None}
    return numbers(cited.quote, recorded)


def _adds_up(part: Part, worked: Derivation) -> bool:
    known = all(n < len(worked.operands) for n in part.of)
    return known and sum((worked.operands[n].value for n in part.of), Decimal(0)) == part.value


def _uses(worked: Derivation) -> bool:
    """Whether the formula is of the operands and of nothing else; one that goes on from a sum names the sum.

    A sum of many names how many they are ("the sum of 36 figures"); a formula of sums is of what those come to.
    """
    left = [Decimal(n.replace(",", "")) for n in DIGITS.findall(worked.expression.rpartition("=")[0])]
    operands = [p.value for p in worked.parts] or [o.value for o in worked.operands]
    if worked.operation == "sum" and _is_of_first(worked):
        operands = [worked.operands[n].value for n in worked.parts[0].of]
    if worked.operation == "sum" and "+" not in worked.expression:
        total = worked.rounding == ROUNDED or sum(operands, Decimal(0)) == _result(worked)
        return total and left == [Decimal(len(operands))]
    if worked.operation == "average" and "+" in worked.expression:
        return sorted(left[:-1]) == sorted(operands) and left[-1] == len(operands)
    if worked.operation == "average" or (worked.operation == "difference" and len(operands) > 2):
        return operands[-1] in left
    if worked.operation == "change" and len(left) == 3:
        return sorted(left[:2]) == sorted(operands) and left[2] == operands[-1]
    return sorted(left) == sorted(operands)


def _result(worked: Derivation) -> Decimal:
    return Decimal(worked.result.rstrip("%").replace(",", ""))


def _rounds(worked: Derivation, cells: Cells) -> bool:
    """Whether a result is what the formula comes to, to the decimals that the cells of its operands are shown with."""
    left, _, right = worked.expression.rpartition("=")
    first = worked.parts[0].of if _is_of_first(worked) else range(len(worked.operands))
    held = [worked.operands[n].value for n in first]
    exact = (
        sum(held, Decimal(0)) if left.startswith("the sum of") else Decimal(DIGITS.findall(right)[0].replace(",", ""))
    )
    return _result(worked) in _as_shown(exact, held, cells)


def _as_shown(exact: Decimal, held: Sequence[Decimal], cells: Cells) -> list[Decimal]:
    """A sum of the numbers HELD to the decimals that their cells are shown with; as it is, where they show them all."""
    of = [c for row in cells.values() for c in row if c.value in held]
    scale = next((c.value / c.stands for c in of if c.value is not None and c.stands), Decimal(1))
    shown = [c.shown / scale for c in of if c.shown is not None]
    plain = [c.value / scale for c in of if c.value is not None and c.shown is None]
    return [rounded_as(exact / scale, some) * scale for some in (shown, [*shown, *plain])] if shown else [exact]


def parts_of(worked: Derivation | None, cells: Cells) -> set[Decimal]:
    """What the parts of a formula come to, and so to the decimals that their cells are shown with."""
    found: set[Decimal] = set()
    operands = [o.value for o in worked.operands] if worked is not None else []
    for part in worked.parts if worked is not None else ():
        held = [operands[n] for n in part.of if n < len(operands)]
        found |= {part.value, *(_as_shown(part.value, held, cells) if len(held) > 1 else ())}
    return found


def _is_of_first(worked: Derivation) -> bool:
    """Whether a sum is the first of its parts, beside which the sums that other sources give stand to be compared.

    One that is rounded is looked at for that by itself.
    """
    return bool(worked.parts) and (worked.rounding == ROUNDED or f"{worked.parts[0].value:f}" == worked.result)


_SHARE_OF_SUM = regex(r"\([\d,.]+(?: \+ [\d,.]+)+\) \u00f7 [\d,.]+")
"""What several parts make of a whole: "(12 + 30) \u00f7 210"."""

_SHARE_IN_SUM = regex(r"[\d,.]+ \u00f7 \([\d,.]+(?: \+ [\d,.]+)+\)")
"""What one part is of several together: "12 \u00f7 (12 + 30)"."""


def _holds(expression: str) -> bool:
    left, _, right = expression.rpartition("=")
    numbers = [Decimal(n.replace(",", "")) for n in DIGITS.findall(left)]
    result = Decimal((DIGITS.findall(right) or ["-1"])[0].replace(",", ""))
    if "\u00f7" in left and len(numbers) == 2 and numbers[1]:
        worth = numbers[0] / numbers[1] * (100 if "%" in right else 1)
        return abs(worth - result) <= Decimal("0.05")
    if _SHARE_OF_SUM.fullmatch(left.strip()) and "%" not in right and numbers[-1] == len(numbers) - 1:
        return abs(sum(numbers[:-1], Decimal(0)) / numbers[-1] - result) <= Decimal("0.05")  # a mean of so many
    if _SHARE_OF_SUM.fullmatch(left.strip()) and numbers[-1]:
        worth = sum(numbers[:-1], Decimal(0)) / numbers[-1]
        return "%" in right and abs(100 * worth - result) <= Decimal("0.05")
    if _SHARE_IN_SUM.fullmatch(left.strip()) and (whole := sum(numbers[1:], Decimal(0))):
        return "%" in right and abs(100 * numbers[0] / whole - result) <= Decimal("0.05")
    if left.count("\u00f7") == 2 and "\u2212" in left and len(numbers) == 4 and numbers[1] and numbers[3]:
        return abs(100 * (numbers[0] / numbers[1] - numbers[2] / numbers[3]) - result) <= Decimal("0.05")
    if "\u00f7" in left and "\u2212" in left and len(numbers) == 3 and numbers[2]:
        return abs(100 * (numbers[0] - numbers[1]) / numbers[2] - result) <= Decimal("0.05")
    if "\u00d7" in left and len(numbers) == 2:
        return numbers[0] * numbers[1] == result
    if "\u2212" in left and len(numbers) == 2:
        return numbers[0] - numbers[1] == result
    if left.startswith("the sum of"):
        return len(numbers) == 1
    if "+" in left:
        return sum(numbers, Decimal(0)) == result
    return ">" in expression or "<" in expression or ("=" in expression and not left.strip())
