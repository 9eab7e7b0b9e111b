"""How sure it is that a figure which the reader points at is the one asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.left_open import Like
from bot.match import Fit

__all__ = ["Pointed", "surest"]

SURE_ODDS, SURE = 2.0, 0.1
"""The least log-odds of the reader's own, and the least sureness, at which a figure is given (docs/reader.md)."""
EVEN, ODDS, APART, OWN_WORDS, SENTENCE = -0.65, 0.28, 0.33, 3.28, 1.81
"""Weights of a logistic regression over passages that the reader had not seen (docs/reader.md)."""
MOST_APART = 4.0
"""Further apart from every other value than this tells no more."""
MOST_WEIGHED = 8
"""So many figures are held against the question by their words: those that the reader is nearest to."""


@dataclass(frozen=True)
class Pointed:
    """A figure that the reader points at, with the reader's own log-odds and those that it is what was asked for."""

    fit: Fit
    odds: float
    sureness: float

    @property
    def sure(self) -> bool:
        """Whether it is sure enough to be given."""
        return self.odds >= SURE_ODDS and self.sureness >= SURE


def surest(
    question: str, held: Sequence[tuple[float, Fit]], like: Like, text_of: Callable[[str], str]
) -> Pointed | None:
    """Of figures HELD with the reader's odds, the best first, the likeliest; None where none can be sure enough.

    The log-odds come from the reader's own, how far these are from those of any other value, and how much less alike
    in meaning to the QUESTION the figure's own words and its sentence are than those of the figure most alike to it.
    """
    told = [(odds, f) for odds, f in held if f.figure.value is not None]
    near = [(odds, f, EVEN + ODDS * odds + APART * _apart(odds, f, told)) for odds, f in told[:MOST_WEIGHED]]
    if not any(
        odds >= SURE_ODDS and sure >= SURE for odds, _, sure in near
    ):  # likeness can only take away, and is dear
        return None
    own = _less_alike(question, [f"{f.figure.measure} {f.figure.counted}".strip() for _, f, _ in near], like)
    sentences = [f.figure.context.of(text_of(f.figure.source_id)) for _, f, _ in near]
    around = _less_alike(question, sentences, like)
    pointed = [
        Pointed(f, odds, sure + OWN_WORDS * words + SENTENCE * sentence)
        for (odds, f, sure), words, sentence in zip(near, own, around, strict=True)
    ]
    return max(pointed, key=lambda p: p.sureness)


def _apart(odds: float, found: Fit, told: Sequence[tuple[float, Fit]]) -> float:
    """How far ODDS are from those of any other value; where there is none, from its being no answer at all."""
    others = (o for o, f in told if f.figure.value != found.figure.value)
    return min(odds - max(others, default=0.0), MOST_APART)


def _less_alike(question: str, texts: Sequence[str], like: Like) -> list[float]:
    """How much less alike to QUESTION each of TEXTS is than the one most alike to it: nought or below."""
    alike = like(question, texts)
    return [one - max(alike) for one in alike]
