"""Whether a negation word governs a place in a text: before it, in the same clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

__all__ = ["Negation"]

_REACH = 160
"""How many characters back a clause is looked for; a longer clause is read from there."""


class Negation:
    """The words of ``negation.yaml``: what negates, what only looks as if it did, and what ends a clause."""

    def __init__(self, table: Mapping[str, list[str]]) -> None:
        marks = rf"[{re.escape(''.join(table['marks']))}]|\n\s*\n"
        self._negates = _any_of(table["words"], "|".join(rf"\b{re.escape(p)}-$" for p in table["prefixes"]))
        self._harmless = _any_of(table["harmless"])
        self._break = _any_of(table["breaks"], marks)
        self._clause = lru_cache(4096)(self._governed)

    def governs(self, text: str, at: int) -> bool:
        """Whether a negation word stands before AT in AT's own clause of TEXT."""
        return self._clause(text[max(0, at - _REACH) : at])

    def _governed(self, before: str) -> bool:
        plain = self._harmless.sub(lambda m: "_" * len(m.group()), before.replace("’", "'"))
        ends = [m.end() for m in self._break.finditer(plain)]
        return self._negates.search(plain, ends[-1] if ends else 0) is not None


def _any_of(phrases: Iterable[str], pattern: str = "") -> re.Pattern[str]:
    """Any of PHRASES as whole words, or PATTERN, whatever the case and however spaced."""
    listed = sorted((r"\s+".join(map(re.escape, p.split())) for p in phrases), key=len, reverse=True)
    words = rf"(?<!\w)(?:{'|'.join(listed)})(?!\w)"
    return re.compile(f"{words}|{pattern}" if pattern else words, re.IGNORECASE)
