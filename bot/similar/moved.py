"""What changed between two answers to the same question: the figures of the same measure whose values differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from corpus.extract import extract
from corpus.lexicon.terms import lexicon
from corpus.records import Figure, Source

__all__ = ["SAME_MEASURE", "Move", "figures_moved", "moved"]

SAME_MEASURE = 0.6
"""The share of the terms of two measures that must be in both: answers say the same with a word more or less."""


@dataclass(frozen=True, slots=True)
class Move:
    """A figure of the earlier answer and the one that the later answer gives in its place.

    Where ``same_time`` they are of one period or date, or of none that is told: the later corrects or revises the
    earlier. Else the measure was only counted again, and neither is wrong.
    """

    earlier: Figure
    later: Figure
    same_time: bool


def figures_moved(earlier: str, earlier_source: Source, later: str, later_source: Source) -> tuple[Move, ...]:
    """What moved between the texts of two answers, each stored text with its source; never raises on any text."""
    return moved(extract(earlier, earlier_source).figures, extract(later, later_source).figures)


def moved(earlier: Sequence[Figure], later: Sequence[Figure]) -> tuple[Move, ...]:
    """The figures of EARLIER that have another value in LATER, in the order of EARLIER; each is paired once.

    Figures of one time are paired before others, and of those the ones whose measures are most alike: a series of
    years is set against the same years. A figure that only one answer gives has not moved.
    """
    used: set[tuple[str, int]] = set()
    found: list[tuple[int, Move]] = []
    for _, n, m in sorted(_pairs(earlier, later)):
        if ("earlier", n) in used or ("later", m) in used:
            continue
        used |= {("earlier", n), ("later", m)}
        one, other = earlier[n], later[m]
        if _value(one) != _value(other):
            found.append((n, Move(one, other, _time(one) == _time(other))))
    return tuple(move for _, move in sorted(found, key=lambda told: told[0]))


def _pairs(earlier: Sequence[Figure], later: Sequence[Figure]) -> Iterator[tuple[tuple[bool, float, bool], int, int]]:
    """Which figures may be set against each other, the surest pairs the least."""
    terms = [_terms(figure) for figure in later]
    for n, one in enumerate(earlier):
        here = _terms(one)
        for m, other in enumerate(later):
            if _kind(one) != _kind(other) or not (here or terms[m]):
                continue
            share = len(here & terms[m]) / len(here | terms[m])
            if share >= SAME_MEASURE:
                yield (_time(one) != _time(other), -share, _value(one) != _value(other)), n, m


def _kind(figure: Figure) -> tuple[str, tuple[tuple[str, str], ...], str]:
    return figure.unit, tuple(sorted(figure.breakdown)), figure.geography


def _terms(figure: Figure) -> frozenset[str]:
    return lexicon().ids(f"{figure.measure} {figure.counted} {figure.population}")


def _value(figure: Figure) -> tuple[Decimal | None, Decimal | None, str]:
    return figure.value, figure.upper, figure.qualifier.value if figure.value is None else ""


def _time(figure: Figure) -> tuple[date | None, date | None]:
    if figure.period is not None:
        return figure.period.start, figure.period.end
    return (figure.as_at.first, figure.as_at.last) if figure.as_at else (None, None)
