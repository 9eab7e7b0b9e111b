"""Which earlier question is most to the same point: its words first, and then whom it was put to, by whom and when.

Everything is weighed in points of BM25, so that a weight says how much telling wording it makes up for.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date

from corpus.index.addressed import department, likeness
from corpus.index.questions import Hit, Questions, Words

__all__ = ["HEADING", "SEARCHED", "WEIGHTS", "Ranked", "Signals", "Similar", "Sought", "signals"]

SEARCHED = 200
"""Questions that are found by their words and then weighed: of 307 linked ones all were among the first 100; where the
answer's heading is masked too, 297 were among 200 and 299 among 300."""
HEADING = 0.7
"""What a word in the heading counts on top of being one of the words, all of which count 1: fitted, as the weights."""
DAYS = 60
"""After so many days an answer counts as fresh for 1/e: half of the linked answers were under a week old, 95% under
seven weeks; what is years old is told apart by its wording alone."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A question whose like is looked for, with what is known of it beside its words."""

    text: str
    department: str = ""
    """As a user calls it; where it is empty, the one that TEXT itself is addressed to ("To ask …")."""
    asker: str = ""
    """What ``Asked.asker`` would be of it."""
    on: date | None = None
    """Its day: only what was tabled before is like it, and what was answered shortly before is likelier to be meant."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for one earlier question; all but ``words`` lie between 0 and 1."""

    words: float
    covered: float
    """The share of its heading that the words looked for cover."""
    department: float
    """How like its department is to the one that is asked."""
    answered: float
    """1 where it had an answer by the day of the question."""
    fresh: float
    """1 where that answer was given on the same day, falling by half in 42 days."""
    asker: float
    """1 where the same Member asked it."""


WEIGHTS = Signals(words=1.0, covered=7.0, department=8.0, answered=5.0, fresh=10.0, asker=10.0)
"""Rounded from what is fitted to the linked questions (python -m tests.bench.similar): no one of them matters much.

Without the asker they put the right question first for 78% and within ten for 98.7% of 307; fitted to the other months'
questions, for 78% and 98.7%. Each left out, halved or doubled by itself leaves at least 75% and 97%. Vectors of the
questions as a further signal were tried: a point more first, a point less within ten, both within chance.
"""


@dataclass(frozen=True, slots=True)
class Ranked:
    """An earlier question in its place: ``score`` is in points of BM25, and only tells the order."""

    id: str
    score: float
    signals: Signals


class Similar:
    """The ranking over one record's written questions."""

    def __init__(self, index: Questions, weights: Signals = WEIGHTS) -> None:
        self._index = index
        self._weights = weights

    def find(self, sought: Sought, k: int = 10) -> list[Ranked]:
        """The K earlier questions that are most to the point of SOUGHT, best first; none where no word is shared."""
        found = []
        words = self._words(sought)
        for hit in self._index.search(words, SEARCHED, sought.on, HEADING, self._weights.department):
            told = signals(hit, words.department, sought)
            found.append(Ranked(hit.id, weighed(told, self._weights), told))
        return sorted(found, key=lambda one: (-one.score, one.id))[:k]

    def _words(self, sought: Sought) -> Words:
        words = self._index.words(sought.text)
        told = department(sought.department)
        return replace(words, department=told) if told else words


def signals(hit: Hit, to: frozenset[str], sought: Sought) -> Signals:
    """What speaks for HIT as the one that SOUGHT, put to the department TO, is like."""
    answered = hit.answered is not None and (sought.on is None or hit.answered <= sought.on)
    age = (sought.on - hit.answered).days if answered and sought.on and hit.answered else math.inf
    return Signals(
        words=hit.words,
        covered=hit.covered,
        department=likeness(to, hit.department),
        answered=float(answered),
        fresh=math.exp(-age / DAYS),
        asker=float(bool(sought.asker) and sought.asker == hit.asker),
    )


def weighed(told: Signals, weights: Signals) -> float:
    """The sum of what was TOLD, each by its weight."""
    return (
        told.words * weights.words
        + told.covered * weights.covered
        + told.department * weights.department
        + told.answered * weights.answered
        + told.fresh * weights.fresh
        + told.asker * weights.asker
    )
