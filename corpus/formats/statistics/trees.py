"""Labels in steps: which stands for parts that follow it, and which for all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.formats.statistics.sums import Series, exceeds, wholes
from corpus.formats.statistics.totals import calls_total, is_total
from corpus.patterns import regex

__all__ = ["Known", "Tree", "is_bound", "listed_together", "planted", "uncircled"]

_LEADS = regex(r"(?:,|:|-|\()?\s*of (?:which|whom|these)\W*$|:$", re.IGNORECASE)
_BOUND = regex(
    r"\b(?:lower|upper)\b.*\b(?:confidence|limit|bound|ci|interval)\b|\bconfidence interval\b", re.IGNORECASE
)
_SUB = regex(r"^(?:-|\u2013|of which|of whom|including)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tree:
    """``parents`` has for each label the number of that which it is a part of; ``totals`` are the whole of all."""

    parents: tuple[int | None, ...]
    totals: frozenset[int]


def is_bound(label: str) -> bool:
    """Whether LABEL names a bound of an estimate, which it stands under ("Lower 95% confidence interval")."""
    return _BOUND.search(label) is not None


_MOST_LABELS = 3_000
"""Of more labels than this no sums are looked for."""


class Known:
    """The trees that tables of one workbook have proved: another with the same labels in the same order has the same.

    A table with hidden cells proves nothing by its own sums.
    """

    def __init__(self) -> None:
        """None, until a table has proved one."""
        self._trees: dict[tuple[str, ...], Tree] = {}
        self._asked: dict[tuple[str, ...], int] = {}

    def of(self, labels: Sequence[str], own: Tree) -> Tree:
        """The tree of LABELS: that with most parts, of its OWN and of one that is known."""
        key = tuple(labels)
        known = self._trees.get(key)
        if known is None or _parts(own) > _parts(known):
            self._trees[key] = known = own
        self._asked[key] = _parts(known)
        return known

    def asked(self) -> dict[tuple[str, ...], int]:
        """The labels that were asked for since this was last called, and how many parts they were told."""
        asked, self._asked = self._asked, {}
        return asked

    def better(self, asked: dict[tuple[str, ...], int]) -> bool:
        """Whether more is known by now of labels that were ASKED for."""
        return any(_parts(self._trees[key]) > parts for key, parts in asked.items())


def _parts(tree: Tree) -> int:
    return sum(1 for parent in tree.parents if parent is not None)


def planted(
    labels: Sequence[str],
    lines: Sequence[Series],
    within: Sequence[bool] = (),
    steps: Sequence[int] = (),
    areas: Sequence[int | None] = (),
) -> Tree:
    """The tree of LABELS in their order: by how far each is set in (STEPS), by what they say, else by their sums.

    AREAS has what the codes of areas say that each lies in, instead of STEPS.
    LINES are their numbers, none where they do not add up. WITHIN says of each whether it is "of which".
    """
    parents: list[int | None] = list(areas) or [None] * len(labels)
    if steps and len(set(steps)) > 1:
        parents = _by_steps(steps)
    if lines and len(labels) <= _MOST_LABELS:
        totals = [calls_total(label) for label in labels]
        for n, proved in enumerate(wholes(lines, totals, [bool(_LEADS.search(label)) for label in labels])):
            parents[n] = parents[n] if parents[n] is not None else proved
    _by_words(labels, parents, within)
    uncircled(parents)
    whole = _totals(labels, parents) or _beside_another(labels, lines, parents) or _again(lines, parents)
    return Tree(tuple(parents), frozenset(whole))


def _beside_another(labels: Sequence[str], lines: Sequence[Series], parents: Sequence[int | None]) -> list[int]:
    """The label that all others are parts of but one, which is far more: the total of something else ("Total length"
    beside the number of boats and its parts)."""
    roots = [n for n, parent in enumerate(parents) if parent is None]
    above = [n for n in roots if _descended(n, parents) == len(labels) - 2]
    if len(roots) != 2 or len(above) != 1 or not lines or len(labels) < _LEAST_BESIDE:
        return []
    other = next(n for n in roots if n != above[0])
    apart = calls_total(labels[other]) and not is_total(labels[other]) and exceeds(lines[other], lines[above[0]])
    return above if apart else []


_LEAST_BESIDE = 4


def _again(lines: Sequence[Series], parents: Sequence[int | None]) -> list[int]:
    """The outermost label that all the other outermost come to as well: persons, with males and females after them.

    Each has its own parts, so that a sum over all of them would count everybody twice.
    """
    roots = [n for n, parent in enumerate(parents) if parent is None]
    if len(roots) < 3 or not lines:
        return []
    proved = wholes([lines[n] for n in roots], [False] * len(roots), [False] * len(roots))
    whole = [at for at in range(len(roots)) if all(other == at for n, other in enumerate(proved) if n != at)]
    return [roots[at] for at in whole]


def _outermost(labels: Sequence[str], called: list[int]) -> list[int]:
    """The one of several that call themselves the whole which is most likely of all: the plainest, else at an end."""
    plain = [n for n in called if " " not in labels[n].strip()]
    if len(plain) == 1:
        return plain
    ends = [n for n in called if n in (0, len(labels) - 1)]
    return ends if len(ends) == 1 else []


_FIRST_OF = regex(r"\W*of (?:which|whom|these)\b\W*\w", re.IGNORECASE)


def listed_together(labels: Sequence[str], steps: Sequence[int]) -> list[int]:
    """STEPS, where what goes on a list that "of which: ..." begins stands as far in as that: it is set in further only
    so that it stands below the words after "of which", and says the rest of the same sentence in small letters."""
    found = list(steps)
    lead: int | None = None
    for n, label in enumerate(labels):
        if _FIRST_OF.match(label):
            lead = n
        elif lead is not None and steps[n] > steps[lead] and label[:1].islower():
            found[n] = steps[lead]
        else:
            lead = None
    return found


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
        if is_bound(label) or _SUB.match(label) or (n < len(within) and within[n]):
            parents[n] = parents[n] if parents[n] is not None else plain
        else:
            plain = n


def uncircled(parents: list[int | None]) -> None:
    """Let go of a whole that would be a part of its own part."""
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
        return called if len(called) == 1 else _outermost(labels, called)
    above = {p for p in parents if p is not None}
    roots = [n for n in roots if n in above and len(labels) > 2]
    return [n for n in roots if _descended(n, parents) * 10 >= 9 * (len(labels) - 1)]


def _descended(root: int, parents: Sequence[int | None]) -> int:
    """How many labels stand under ROOT, at any step."""
    count = 0
    for n in range(len(parents)):
        at = parents[n]
        while at is not None and at != root:
            at = parents[at]
        count += at == root
    return count
