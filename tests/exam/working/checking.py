"""How an exam's expected values are held against values worked out afresh.

A working gives for each id what it found: numbers and percentages are the item's ``values``, :class:`Of` its operands,
:class:`Names` the names that its text must hold, :class:`Shows` what must be shown; a truth is a claim about the data
(that a cell is marked, that a year is not there) and must hold. Each is compared whole, none may be left over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

__all__ = ["SHARED", "Names", "Of", "Shows", "Worked", "either", "mean", "pct", "points", "read", "rounded", "run"]

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
_EXAMS = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True, init=False)
class Of:
    """The operands that a derivation must have."""

    values: tuple[Any, ...]

    def __init__(self, *values: Any) -> None:
        object.__setattr__(self, "values", values)


class Shows(Of):
    """The numbers that must be somewhere in the answer."""


class Names(Of):
    """The names that the text must hold."""


Worked = Mapping[str, Sequence[Any]]


def either(value: Any) -> tuple[str, ...]:
    """A change as it may be given: with its sign, or without."""
    told = _told(value)
    return (told, told.removeprefix("-")) if told.startswith("-") else (told,)


def pct(part: float, whole: float) -> str:
    """PART of WHOLE as a percentage to one decimal place."""
    return f"{100 * part / whole:.1f}%"


def points(before: float, after: float) -> tuple[str, ...]:
    """The change from BEFORE to AFTER in per cent, to one decimal place."""
    return either(pct(after - before, before))


def rounded(value: float, *scales: int) -> tuple[str, ...]:
    """VALUE to two places, to one and to none, and in the ones of each of SCALES (thousands: 1000)."""
    every: list[float] = [round(value, 2), round(value, 1), round(value)]
    for scale in scales:
        every += [round(value * scale, 1), round(value * scale), round(value) * scale]
    return tuple(dict.fromkeys(_told(number) for number in every))


def mean(values: Iterable[float]) -> tuple[str, ...]:
    """The mean to two places, to one, and to a whole number."""
    every = list(values)
    return rounded(round(sum(every) / len(every), 2))


def read(exam: str) -> list[dict[str, Any]]:
    """The items of EXAM, a file's name in this folder's parent."""
    return [json.loads(line) for line in (_EXAMS / exam).read_text(encoding="utf-8").splitlines()]


def run(exam: str, worked: Worked) -> int:
    """Say OK or what differs for each item of EXAM; the number of items that do not hold."""
    items = {item["id"]: item for item in read(exam)}
    wrong = 0
    for key in sorted(items.keys() | worked.keys()):
        faults = _faults(items[key], worked[key]) if key in items and key in worked else ["not in both"]
        wrong += bool(faults)
        print(key, "; ".join(faults) or "OK")
    return wrong


def _faults(item: dict[str, Any], found: Sequence[Any]) -> list[str]:
    claims = [part for part in found if isinstance(part, bool)]
    values = [part for part in found if not isinstance(part, (bool, Of))]
    pairs = [("values", values), ("operands", _of(found, Of)), ("shows", _of(found, Shows))]
    faults = [
        f"{field}: exam {sorted(_all(item.get(field, [])))}, worked {sorted(_all(given))}"
        for field, given in pairs
        if _all(item.get(field, [])) != _all(given)
    ]
    names = {str(name) for name in _of(found, Names)}
    if not names <= {*item.get("text", []), *item.get("text_any", [])}:
        faults.append(f"names {sorted(names)}")
    if not all(claims):
        faults.append("a claim about the data does not hold")
    if not (found and (item.get("values") or claims or len(_of(found, Of, Names, Shows)))):
        faults.append("nothing was worked out")
    if _all(item.get("values", [])) & _all(item.get("not_values", [])):
        faults.append("a value is right and wrong")
    return faults


def _of(found: Sequence[Any], *kinds: type[Of]) -> list[Any]:
    return [value for part in found if type(part) in kinds for value in part.values]


def _all(values: Iterable[Any]) -> set[str]:
    return {_told(value) for value in values}


def _told(value: Any) -> str:
    text = str(value).replace(",", "").strip()
    if not re.fullmatch(r"-?\d+(?:\.\d+)?%?", text):
        return text
    number = f"{Decimal(text.rstrip('%')):f}"
    number = number.rstrip("0").rstrip(".") if "." in number else number
    return number + "%" * text.endswith("%")
