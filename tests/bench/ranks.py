"""How good a ranking is, told from the places at which it put what was right; and weights fitted to such places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["NOWHERE", "Ranks", "Weighed", "fitted", "place"]

NOWHERE = 10_000
"""The place of what a ranking did not find."""
_RESAMPLED = 2_000
_STEPS = 30
_PENALTY = 0.02
_NEAR = 1e-6

Floats = NDArray[np.float64]
Weighed = tuple[Floats, int]
"""The signals of the candidates for one question, a row each, and which row is the right one; -1 where none is."""


@dataclass(frozen=True, slots=True)
class Ranks:
    """The place, from 1, at which each question's right answer stood."""

    places: tuple[int, ...]

    def within(self, depth: int) -> float:
        """The share that stood at DEPTH or before."""
        return float(np.mean(np.array(self.places) <= depth))

    def reciprocal(self) -> float:
        """The mean of 1 / place."""
        return float(np.mean([1 / p if p < NOWHERE else 0.0 for p in self.places]))

    def interval(self, depth: int) -> tuple[float, float]:
        """Between what the share within DEPTH lies in 95 of 100 draws, with replacement, of these questions."""
        hits = (np.array(self.places) <= depth).astype(float)
        drawn = np.random.default_rng(0).choice(hits, (_RESAMPLED, len(hits))).mean(axis=1)
        low, high = np.quantile(drawn, [0.025, 0.975])
        return float(low), float(high)


def place(scores: Floats, right: int) -> int:
    """At which place from 1 SCORES put the row RIGHT, the worst of equals; NOWHERE where RIGHT is -1."""
    return NOWHERE if right < 0 else int((scores >= scores[right]).sum())


def fitted(told: Sequence[Weighed], penalty: float = _PENALTY) -> Floats:
    """The weights under which each right row is likeliest among its candidates (a conditional logit), kept small."""
    known = [one for one in told if one[1] >= 0]
    weights = np.zeros(known[0][0].shape[1])
    loss, gradient, curvature = _fit(known, weights, penalty)
    for _ in range(_STEPS):
        step = np.linalg.solve(curvature, gradient)
        while (tried := _fit(known, weights - step, penalty))[0] > loss and float(np.abs(step).max()) > _NEAR:
            step = step / 2
        weights = weights - step
        loss, gradient, curvature = tried
        if float(np.abs(step).max()) < _NEAR:
            break
    return weights


def _fit(known: Sequence[Weighed], weights: Floats, penalty: float) -> tuple[float, Floats, Floats]:
    """How unlikely the right rows are under WEIGHTS, with its first and second derivatives."""
    loss = float(weights @ weights) * penalty / 2 * len(known)
    gradient, curvature = penalty * len(known) * weights, penalty * len(known) * np.eye(len(weights))
    for signals, right in known:
        scores = signals @ weights
        chance = np.exp(scores - scores.max())
        loss += float(np.log(chance.sum()) + scores.max() - scores[right])
        chance /= chance.sum()
        mean = chance @ signals
        gradient = gradient + mean - signals[right]
        curvature = curvature + (signals * chance[:, None]).T @ signals - np.outer(mean, mean)
    return loss, gradient, curvature
