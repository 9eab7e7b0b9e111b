"""A block of keys over a table, each with what it says: "Title: | Lamps mended", "Period: | May 2024", whom to ask."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.patterns import regex

__all__ = ["lines_of"]

_KEY = regex(r"(?P<key>[A-Z][A-Za-z]*(?: [A-Za-z]+){0,2})\s?:(?:\s+(?P<rest>\S.*))?")
_TITLE = regex(r"(?:table |dataset )?title|(?:table|dataset) name", re.IGNORECASE)
_KEPT = regex(
    r"(?:time |reporting |data )?periods?(?: covered)?|time|dates?|quarter|month|year|units?(?: of measure)?"
    r"|coverage|geograph(?:y|ical coverage)|area|country",
    re.IGNORECASE,
)
"""What else of a block is said of the table: when, where and in what it counts. Whom to ask is not."""
_FEWEST = 2


def lines_of(rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines that the ROWS over a table say of it, each row its filled cells; of a block of keys its title first."""
    told = [_told(cells) for cells in rows]
    keys = [key for one in told if one is not None for key in [one[0]]]
    if len(keys) < _FEWEST or not any(_TITLE.fullmatch(key) for key in keys):
        return [cell for cells in rows for cell in cells]
    titles = [said for one in told if one is not None and _TITLE.fullmatch(one[0]) for said in one[1]]
    rest: list[str] = []
    for cells, one in zip(rows, told, strict=True):
        if one is None:
            rest.extend(cells)
        elif _KEPT.fullmatch(one[0]):
            rest.extend(one[1])
    return [*titles, *rest]


def _told(cells: Sequence[str]) -> tuple[str, list[str]] | None:
    """The key of a row and what it says of it; None of a row that has none."""
    found = _KEY.fullmatch(cells[0]) if cells else None
    if found is None or (found["rest"] is None and len(cells) < 2):
        return None
    return found["key"], [*([found["rest"]] if found["rest"] else []), *cells[1:]]
