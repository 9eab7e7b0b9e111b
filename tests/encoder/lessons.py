"""Everything that the encoder learns from, in word pieces, with MiniLM's vectors beside what MiniLM teaches on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from tests.encoder.material import Exercise, exercises, hansard, same_answer, told
from tests.encoder.teacher import Floats, Teacher
from tests.reader.examples import EXERCISES

__all__ = ["EARLIEST", "Lessons", "Sizes", "Taught", "Texts", "lessons"]

EARLIEST = "2024-06"
"""MiniLM teaches on questions of this month and before, whatever else is trained on."""
Ints = NDArray[np.int64]


class Texts:
    """Texts in word pieces, laid end to end."""

    def __init__(self, tokenizer: Tokenizer, texts: Sequence[str], longest: int) -> None:
        cut = [one.ids[:longest] for one in tokenizer.encode_batch(list(texts), add_special_tokens=False)]
        self._pieces = np.array([piece for one in cut for piece in one], dtype=np.int32)
        self._sizes = np.array([len(one) for one in cut], dtype=np.int64)
        self._begins = np.cumsum(self._sizes) - self._sizes

    def __len__(self) -> int:
        return len(self._sizes)

    def take(self, places: Ints) -> tuple[Ints, Ints]:
        """The word pieces of the texts at PLACES, end to end, and where each text begins."""
        sizes = self._sizes[places]
        begins = np.cumsum(sizes) - sizes
        at = np.repeat(self._begins[places] - begins, sizes) + np.arange(sizes.sum())
        return self._pieces[at].astype(np.int64), begins


@dataclass(frozen=True, slots=True)
class Taught:
    """Texts, MiniLM's row for each, and how often they are drawn, against the others' numbers."""

    texts: Texts
    rows: Floats
    often: float


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many of each are taught on."""

    questions: int = 4000
    hansard: int = 4000


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is trained on. Places in ``same_answer``, ``passage_of…`` and ``answered_by`` are of the texts named."""

    asked: Texts
    blind: Texts
    answers: Texts
    answer_of: Ints
    """The same number for the same answer."""
    by_body: Ints
    """The places of all questions, those to one department together."""
    same_answer: Ints
    taught_questions: Taught
    taught_answers: Taught
    exercise_questions: Taught
    exercise_sentences: Taught
    exercise_passages: Taught
    passage_of_question: Ints
    passage_of_sentence: Ints
    answered_by: Ints
    """The sentence that answers each exercise's question; -1 where none does."""
    debates: Taught

    @property
    def taught(self) -> tuple[Taught, ...]:
        """All that MiniLM teaches on."""
        ours = (self.exercise_questions, self.exercise_sentences, self.exercise_passages)
        return (self.taught_questions, self.taught_answers, *ours, self.debates)


def lessons(data: Path, teacher: Teacher, until: str, sizes: Sizes | None = None, own: Path = EXERCISES) -> Lessons:
    """From DATA (../shared/data), questions no later than the month UNTIL, and the exercises in OWN."""
    sizes = sizes or Sizes()
    held = told(data, until)
    early = told(data, min(until, EARLIEST))[: sizes.questions]
    ours = exercises(own)

    def cut(texts: Sequence[str], longest: int) -> Texts:
        return Texts(teacher.tokenizer, texts, longest)

    def taught(texts: Sequence[str], longest: int, often: float) -> Taught:
        return Taught(cut(texts, longest), teacher.texts(texts, longest), often)

    sentences = [s for one in ours for s in one.sentences]
    return Lessons(
        asked=cut([one.question for one in held], 96),
        blind=cut([one.blind for one in held], 96),
        answers=cut([one.answer for one in held], 64),
        answer_of=_numbered([one.answer for one in held]),
        by_body=_together([one.body for one in held]),
        same_answer=np.array(same_answer(held), dtype=np.int64).reshape(-1, 2),
        exercise_questions=taught([q for one in ours for q, _ in one.asked], 48, 0.7),
        exercise_sentences=taught(sentences, 64, 0.7),
        exercise_passages=taught([one.text for one in ours], 160, 0.3),
        debates=taught(hansard(data / "hansard", sizes.hansard), 64, 1.0),
        taught_questions=taught([one.blind for one in early], 96, 1.0),
        taught_answers=taught([one.answer for one in early], 64, 1.0),
        passage_of_question=_repeated([len(one.asked) for one in ours]),
        passage_of_sentence=_repeated([len(one.sentences) for one in ours]),
        answered_by=_answered(ours),
    )


def _numbered(answers: Sequence[str]) -> Ints:
    seen: dict[str, int] = {}
    return np.array([seen.setdefault(answer, len(seen)) for answer in answers], dtype=np.int64)


def _together(bodies: Sequence[str]) -> Ints:
    return np.array(sorted(range(len(bodies)), key=lambda n: bodies[n]), dtype=np.int64)


def _repeated(times: Sequence[int]) -> Ints:
    return np.repeat(np.arange(len(times)), times)


def _answered(ours: Sequence[Exercise]) -> Ints:
    found: list[int] = []
    before = 0
    for one in ours:
        found += [before + place if place >= 0 else -1 for _, place in one.asked]
        before += len(one.sentences)
    return np.array(found, dtype=np.int64)
