"""Columns of a data sheet whose headings cross two lists: each of some lines of account, under each of some kinds of
number ("Piers - Staff", "Piers - Income", "Boats - Staff", "Boats - Income").

The lines are then one dimension and the kinds the measures. That a line is the whole of others is proved by the
numbers alone: no line is added to a total that stands beside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from corpus.cube import Code, Dimension, Role
from corpus.formats.statistics.by_programs import Blocks, bands_in, counts_people
from corpus.formats.statistics.tidyrows import Plan
from corpus.formats.statistics.totals import is_total
from corpus.formats.statistics.trees import planted
from corpus.patterns import regex

__all__ = ["crossed_of", "told_by_blocks"]

_JOINED = regex(r"\s+[-\u2013]\s+(?=(?:[^()]|\([^()]*\))*$)")
"""What joins a line and its kind of number, outside of brackets ("Net cost (C7 = C3 - C6)" is one kind)."""
_NOTE = regex(r"\s*\[(?:foot)?notes? [^\]]*\]", re.IGNORECASE)
_FEWEST = 2
_FULL = 0.9
"""Of so many of its headings a table crosses two lists."""


def crossed_of(headings: Sequence[tuple[int, str]]) -> Blocks:
    """By the number of a column of HEADINGS, the line and the kind that its heading crosses; nothing where they do not
    cross nearly all of some lines with all of some kinds."""
    parted = {number: two for number, said in headings if (two := _parted(said)) is not None}
    kinds = _often(kind for _, kind in parted.values())
    lines = _often(line for line, kind in parted.values() if kind in kinds)
    found = {number: two for number, two in parted.items() if two[1] in kinds}
    least = _FULL * max(len(headings), len(lines) * len(kinds))
    full = len(set(found.values())) == len(found) and len(found) >= least
    return found if found and full and len(lines) >= _FEWEST and len(kinds) >= _FEWEST else {}


def _parted(said: str) -> tuple[str, str] | None:
    words = " ".join(said.split())
    joins = list(_JOINED.finditer(words))
    if not joins:
        return None
    return words[: joins[-1].start()].strip(), words[joins[-1].end() :].strip()


def _often(words: Iterable[str]) -> set[str]:
    """Those of WORDS that stand there again, at least half as often as the one that does most."""
    counts = Counter(words)
    least = max(_FEWEST, max(counts.values(), default=0) / 2)
    return {one for one, count in counts.items() if count >= least}


def told_by_blocks(plan: Plan) -> Dimension:
    """The dimension of what PLAN's columns are in blocks of: bands of ages or other numbers, else lines of account."""
    bands = plan.bands
    if bands_in(bands):
        name = "Age" if counts_people(plan.counted) else ""
        return Dimension(name, Role.CATEGORY, tuple(map(Code, bands)))
    labels = [_NOTE.sub("", band).strip() for band in bands]
    labels = labels if len(set(labels)) == len(labels) else bands
    tree = planted(labels, _lines_of(plan))
    whole = tree.totals | {n for n, label in enumerate(labels) if is_total(label)}
    parents = [None if n in whole or parent in whole else parent for n, parent in enumerate(tree.parents)]
    codes = (Code(label, total=n in whole, parent=parents[n]) for n, label in enumerate(labels))
    return Dimension("", Role.CATEGORY, tuple(codes))


_ROWS_READ = 12
"""So many rows, those with the most numbers, prove which lines are sums of others."""


def _lines_of(plan: Plan) -> list[list[Decimal | None]]:
    """The numbers of each line, in the rows that have the most of them."""
    rows = [(_filled(plan, cells), cells) for _, cells in plan.sheet.rows(plan.first, plan.last)]
    best = [cells for _, cells in sorted(rows, key=lambda row: -row[0])[:_ROWS_READ]]
    at = {two: number for number, two in plan.blocks.items()}
    kinds = list(dict.fromkeys(kind for _, kind in plan.blocks.values()))
    return [[_number(plan, cells, at.get((line, kind))) for cells in best for kind in kinds] for line in plan.bands]


def _filled(plan: Plan, cells: Sequence[str]) -> int:
    return sum(1 for c in plan.measures if c.number < len(cells) and cells[c.number].strip() not in ("", "0"))


def _number(plan: Plan, cells: Sequence[str], number: int | None) -> Decimal | None:
    said = cells[number].strip() if number is not None and number < len(cells) else ""
    return plan.marks.read(said).value if said else None
