"""What the encoder is made from: written questions with their answers, debates, and our own exercises.

Questions and answers are Parliament's (Open Parliament Licence v3.0), by month, so that what is tabled later can be
kept back; the days of Hansard are too. The exercises of tests/reader are our own. No text of any of them is kept in
what is made.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tests.bench.linked import bare, masked
from tests.bench.questions import asked_in
from tests.reader.examples import EXERCISES

__all__ = ["Exercise", "Told", "exercises", "hansard", "same_answer", "told"]

T = TypeVar("T")

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_TAG = re.compile(r"<[^>]+>")
_LEAST = 120
"""Characters of an answer that says something: shorter ones hold over, or refer to another."""
_OFTEN = 6
"""An answer given to so many questions or more says nothing of any one of them."""


@dataclass(frozen=True, slots=True)
class Told:
    """A question with its answer, when it was tabled (as 2024-07), and who was asked."""

    question: str
    answer: str
    month: str
    body: str

    @property
    def blind(self) -> str:
        """The question as one asks it who knows no earlier answer, without numbers."""
        return bare(masked(self.question), "") or self.question


@dataclass(frozen=True, slots=True)
class Exercise:
    """One passage of our own: its sentences, and its questions, each with the place of the sentence that answers."""

    text: str
    sentences: tuple[str, ...]
    asked: tuple[tuple[str, int], ...]
    """-1 where none does."""


def told(data: Path, until: str) -> list[Told]:
    """Questions under DATA (../shared/data) tabled in the month UNTIL or before, in order, that have a real answer."""
    found = sorted((*_pairs(data / "pairs"), *_questions(data / "written-questions")), key=lambda t: t.month)
    found = [one for one in found if one.month <= until and len(one.answer) >= _LEAST]
    times = Counter(one.answer for one in found)
    return [one for one in found if times[one.answer] < _OFTEN]


def _pairs(folder: Path) -> Iterator[Told]:
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            yield Told(one["question"], one["answer"], one["month"], one["question"].partition(",")[0])


def _questions(folder: Path) -> Iterator[Told]:
    for one in asked_in(folder):
        yield Told(one.text, one.answer, one.tabled.isoformat()[:7], one.text.partition(",")[0])


def same_answer(questions: Sequence[Told]) -> list[tuple[int, int]]:
    """Two questions of each that were given the same answer, by their places."""
    groups: dict[str, list[int]] = {}
    for n, one in enumerate(questions):
        groups.setdefault(one.answer, []).append(n)
    return [(places[0], places[1]) for places in groups.values() if len(places) > 1]


def hansard(folder: Path, size: int) -> list[str]:
    """SIZE sentences of the debates in FOLDER, at random."""
    found: list[str] = []
    for path in sorted(folder.glob("*.xml")):
        text = " ".join(_TAG.sub(" ", path.read_text(encoding="utf-8", errors="replace")).split())
        found += [s for s in _SENTENCE.split(text) if 5 < len(s.split()) < 45]
    return _drawn(dict.fromkeys(found), size)


def exercises(folder: Path = EXERCISES) -> list[Exercise]:
    """The invented passages of FOLDER."""
    lines = (line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines())
    return [_exercise(json.loads(line)) for line in lines]


def _exercise(passage: dict[str, object]) -> Exercise:
    text, asked = str(passage["text"]), passage["questions"]
    sentences = tuple(s for s in _SENTENCE.split(text) if len(s.split()) > 3)
    if not isinstance(asked, list):
        raise ValueError("an exercise's questions are no list: see tests/reader/README.md for the form")
    return Exercise(text, sentences, tuple((one["q"], _place(sentences, one["answer"])) for one in asked))


def _place(sentences: Sequence[str], answer: str | None) -> int:
    return next((n for n, sentence in enumerate(sentences) if answer and answer in sentence), -1)


def _drawn(found: Iterable[T], size: int) -> list[T]:
    held = list(found)
    random.Random(0).shuffle(held)
    return held[:size]
