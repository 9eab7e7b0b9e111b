"""The lettered parts of a numbered sheet: "4 Boats lost" over "4a Rate: ...", "4b Numbers: ..." and "4c Sample: ...".

The number is the sheet's place in its workbook and says nothing of what is counted; the word before a part's colon
says what of it the part gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.patterns import regex

__all__ = ["Part", "first_part", "part_of"]

_SHEET = regex(r"(?P<n>[0-9]{1,3}(?:\.[0-9]{1,2})?)[.:]?\s+(?P<title>[A-Z][^.]*)")
_PART = r"{number}\s?[a-z][.:)]?\s+(?P<title>[A-Z].*)"
_KIND = regex(r"(?P<kind>[A-Z][a-z-]+(?: [a-z-]+){0,3}):\s+\S")


@dataclass(frozen=True, slots=True)
class Part:
    """The title of a sheet and that of one of its parts, both without their numbers; "" where no word says of what
    KIND the numbers of the part are."""

    above: str
    own: str
    kind: str


def part_of(own: str, above: str) -> Part | None:
    """OWN as the title of a lettered part of the numbered sheet titled ABOVE; None where it is none."""
    sheet = _SHEET.fullmatch(above.strip())
    match = re.match(_PART.format(number=re.escape(sheet["n"])), own.strip()) if sheet is not None else None
    if sheet is None or match is None:
        return None
    title, kind = match["title"], _KIND.match(match["title"])
    return Part(sheet["title"], title, kind["kind"][0].lower() + kind["kind"][1:] if kind is not None else "")


def first_part(first: str, others: Iterable[str]) -> str:
    """The title among OTHERS of the first part of the sheet whose title is FIRST; "" where it has none."""
    return next((line for line in others if part_of(line, first) is not None), "")
