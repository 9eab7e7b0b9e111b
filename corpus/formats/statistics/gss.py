"""The nine-character codes of areas that the statistical offices give: of which kind of area one is."""

from __future__ import annotations

from corpus.patterns import regex

__all__ = ["area_level"]

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
