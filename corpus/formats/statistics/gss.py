"""The nine-character codes of areas that the statistical offices give: of which kind of area one is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus.patterns import regex

__all__ = ["area_level", "areas_above"]

_CODE = regex(r"[A-Z][0-9]{8}")
_LEVELS = {
    **{"K02": 0, "K03": 1, "K04": 2},
    **dict.fromkeys(("E92", "W92", "S92", "N92"), 3),
    **dict.fromkeys(("E12", "E15"), 4),
    **dict.fromkeys(("E10", "E11", "E13", "E23", "W15", "E47"), 5),
    **dict.fromkeys(("E06", "W06", "S12", "N09"), 5),
    **dict.fromkeys(("E07", "E08", "E09"), 6),
    **dict.fromkeys(("E05", "W05", "S13", "N08"), 7),
}


def area_level(code: str) -> int | None:
    """How small an area CODE is, from 0 for the United Kingdom; None where it is no code, or of a kind not known."""
    return _LEVELS.get(code[:3]) if _CODE.fullmatch(code) else None


_LOCAL = 5
"""The level of counties and of authorities that no county holds."""
_WARDS = 7
_HOLD_WARDS = frozenset({"E06", "E07", "E08", "E09", "W06", "S12", "N09"})
_COUNTIES = {"E10": "E07", "E11": "E08", "E13": "E09"}
"""What counties hold: shires their districts, metropolitan ones their boroughs, the two parts of London theirs."""
_LISTED_FROM = 8


def areas_above(codes: Sequence[str | None], labels: Sequence[str]) -> list[int | None]:
    """For each area of a list with its CODE the number of that which it lies in, where the list has that before it.

    A unitary authority holds no district, though a larger area; and in a list of LABELS from A to Z no county stands
    over its districts.
    """
    levels = [area_level(code) or 0 if code else 0 for code in codes]
    local = [label.casefold() for label, level in zip(labels, levels, strict=True) if _LOCAL <= level < _WARDS]
    by_name = len(local) >= _LISTED_FROM and all(a <= b for a, b in pairwise(local))
    found: list[int | None] = []
    above: list[int] = []
    for n, level in enumerate(levels):
        while above and levels[above[-1]] >= level:
            above.pop()
        holding = (at for at in reversed(above) if _holds(codes[at], codes[n], by_name))
        found.append(next(holding, None))
        above.append(n)
    return found


def _holds(whole: str | None, part: str | None, by_name: bool) -> bool:
    """Whether an area of the kind of WHOLE may hold one of the kind of PART."""
    if whole is None or part is None or (area_level(part) or 0) >= _WARDS:
        return True
    kind = whole[:3]
    if kind in _COUNTIES:
        return not by_name and part[:3] == _COUNTIES[kind]
    return kind not in _HOLD_WARDS
