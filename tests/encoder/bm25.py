"""BM25 over texts held in memory: what an encoder is held against, and joined with.

Okapi's weights (Robertson and Zaragoza 2009) with k1 = 1.2 and b = 0.75, over stemmed words. A score is divided by the
most that a text could reach for the same question, so that it lies between 0 and 1 however long the question is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
import snowballstemmer
from numpy.typing import NDArray

__all__ = ["Words"]

_WORD = re.compile(r"[^\W_]+")
_SATURATION, _LENGTH = 1.2, 0.75


class Words:
    """TEXTS by their words."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._stemmer = snowballstemmer.stemmer("english")
        counted = [Counter(self._words(text)) for text in texts]
        sizes = np.array([sum(one.values()) for one in counted], dtype=np.float64)
        self._size = len(texts)
        slack = _SATURATION * (1 - _LENGTH + _LENGTH * sizes / max(1.0, sizes.mean()))
        held: dict[str, list[tuple[int, int]]] = {}
        for n, one in enumerate(counted):
            for word, times in one.items():
                held.setdefault(word, []).append((n, times))
        self._held: dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]] = {}
        for word, places in held.items():
            at, times = np.array(places).T
            self._held[word] = at, times * (_SATURATION + 1) / (times + slack[at])

    def scores(self, question: str) -> NDArray[np.float64]:
        """How well each text bears QUESTION, from 0 to 1."""
        made, most = np.zeros(self._size), 0.0
        for word, times in Counter(self._words(question)).items():
            at, weights = self._held.get(word, (np.zeros(0, dtype=np.int64), np.zeros(0)))
            rarity = times * np.log(1 + (self._size - len(at) + 0.5) / (len(at) + 0.5))
            made[at] += rarity * weights
            most += rarity * (_SATURATION + 1)
        return made / max(most, 1e-9)

    def _words(self, text: str) -> list[str]:
        stems: list[str] = self._stemmer.stemWords(_WORD.findall(text.lower()))
        return stems
