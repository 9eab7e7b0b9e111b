"""Labels in steps: which stands for parts that follow it, and which for all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.formats.statistics.sums import Series, wholes
from corpus.formats.statistics.totals import calls_total, is_total

__all__ = ["Tree", "planted"]

_LEADS = re.compile(r"(?:,|:|-|\()?\s*of (?:which|whom|these)\W*$|:$", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?:lower|upper)\b.*\b(?:confidence|limit|bound|ci|interval)\b|\bconfidence interval\b", re.IGNORECASE
)
_SUB = re.compile(r"^(?:-|\u2013|of which|of whom|including)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tree:
    """``parents`` has for each label the number of that which it is a part of; ``totals`` are the whole of all."""

    parents: tuple[int | None, ...]
    totals: frozenset[int]


def planted(
    labels: Sequence[str],
    lines: Sequence[Series],
    within: Sequence[bool] = (),
    steps: Sequence[int] = (),
) -> Tree:
    """The tree of LABELS in their order: by how far each is set in (STEPS), by what they say, else by their sums.

    LINES are their numbers, none where they do not add up. WITHIN says of each whether it is "of which".
    """
    parents: list[int | None] = [None] * len(labels)
    if steps and len(set(steps)) > 1:
        parents = _by_steps(steps)
    if lines:
        totals = [calls_total(label) for label in labels]
        for n, proved in enumerate(wholes(lines, totals, [bool(_LEADS.search(label)) for label in labels])):
            parents[n] = parents[n] if parents[n] is not None else proved
    _by_words(labels, parents, within)
    _uncircled(parents)
    return Tree(tuple(parents), frozenset(_totals(labels, parents)))


def _by_steps(steps: Sequence[int]) -> list[int | None]:
    parents: list[int | None] = []
    above: list[int] = []
    for n, step in enumerate(steps):
        while above and steps[above[-1]] >= step:
            above.pop()
        parents.append(above[-1] if above else None)
        above.append(n)
    return parents


def _by_words(labels: Sequence[str], parents: list[int | None], within: Sequence[bool]) -> None:
    """Bounds of an estimate belong to the label above them, and so does what says that it is "of which"."""
    plain: int | None = None
    for n, label in enumerate(labels):
        if _BOUND.search(label) or _SUB.match(label) or (n < len(within) and within[n]):
            parents[n] = parents[n] if parents[n] is not None else plain
        else:
            plain = n


def _uncircled(parents: list[int | None]) -> None:
    for n in range(len(parents)):
        seen, at = {n}, parents[n]
        while at is not None:
            if at in seen:
                parents[n] = None
                break
            seen.add(at)
            at = parents[at]


def _totals(labels: Sequence[str], parents: Sequence[int | None]) -> list[int]:
    roots = [n for n, parent in enumerate(parents) if parent is None]
    called = [n for n in roots if is_total(labels[n])]
    if called:
        return called
    if len(roots) == 1 and len(labels) > 2 and any(p == roots[0] for p in parents):
        return roots
    return []
