"""What the encoder is trained to do: five losses, each over a batch drawn at random.

* ``answers``: a question lies nearer to its own answer than to the others' (InfoNCE: van den Oord and others, 2018),
  every third batch among questions to one department, which are harder; and nearer to one that got the same answer.
* ``dictionary``: words lie nearer to their own meaning and example than to others'.
* ``exercises``: of the sentences of twelve invented passages, each question's likenesses are as MiniLM finds them, and
  the sentence that answers it comes first.
* ``taught``: the likenesses of texts to each other, and of questions to passages, are as MiniLM finds them; and each
  text's vector lies near MiniLM's.
* ``parts``: five to ten word pieces out of a passage lie nearer to the rest of it than to others (Lee, ACL 2019).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from tests.encoder.lessons import Ints, Lessons, Taught, Texts
from tests.encoder.teacher import Floats

__all__ = ["Losses", "Weights", "likened", "nearest"]

_SHARPNESS = 20.0
"""What cosines are multiplied by where one of a batch is to be chosen."""
_EASE = 0.05
"""What they are divided by where they are to be as MiniLM's."""
_FAR = -1e4
_LONG = 24
"""Word pieces of a passage that parts are taken out of."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each loss counts."""

    answers: float = 1.5
    dictionary: float = 1.0
    exercises: float = 1.0
    taught: float = 1.0
    parts: float = 0.5


class Losses:
    """The losses of TABLE (a row a word piece) over LESSONS; what is drawn comes from CHANCE, BATCH texts at once."""

    def __init__(
        self, table: nn.Parameter, lessons: Lessons, chance: np.random.Generator, weights: Weights, batch: int = 128
    ) -> None:
        self._table, self._lessons, self._chance, self._weights, self._batch = table, lessons, chance, weights, batch
        often = np.array([one.often for one in lessons.taught])
        self._often = often / often.sum()
        whole = (lessons.answers, lessons.exercise_passages.texts, lessons.dictionary)
        self._long = [(texts, texts.longer(_LONG)) for texts in whole if len(texts.longer(_LONG))]

    def of(self, step: int) -> Tensor:
        """The sum of all at STEP, counted from 0."""
        w = self._weights
        made = [w.answers * self._answers(step), w.exercises * self._exercises(), w.taught * self._taught(step)]
        if w.dictionary and len(self._lessons.words):
            made.append(w.dictionary * self._dictionary())
        if w.parts and self._long:
            made.append(w.parts * self._parts(step))
        return torch.stack(made).sum()

    def encode(self, texts: Texts, places: Ints) -> Tensor:
        """The vectors, of length 1, of the texts at PLACES."""
        return self._pooled(*texts.take(places))

    def _pooled(self, pieces: Ints, begins: Ints) -> Tensor:
        bag = functional.embedding_bag(torch.from_numpy(pieces), self._table, torch.from_numpy(begins), mode="sum")
        return functional.normalize(bag, dim=1)

    def _drawn(self, size: int, most: int) -> Ints:
        return self._chance.choice(size, min(most, size), replace=False)

    def _answers(self, step: int) -> Tensor:
        held = self._lessons
        if step % 3 == 2:
            begin = self._chance.integers(len(held.by_body))
            places = held.by_body[(begin + np.arange(min(self._batch, len(held.by_body)))) % len(held.by_body)]
        else:
            places = self._drawn(len(held.asked), self._batch)
        number = held.answer_of[places]
        asked = self.encode(held.blind if step % 2 else held.asked, places)
        loss = nearest(asked, self.encode(held.answers, places), torch.from_numpy(number[:, None] == number[None]))
        if step % 2 and len(held.same_answer):
            two = held.same_answer[self._drawn(len(held.same_answer), self._batch // 2)]
            loss = loss + 0.5 * nearest(self.encode(held.blind, two[:, 0]), self.encode(held.asked, two[:, 1]))
        return loss

    def _dictionary(self) -> Tensor:
        held = self._lessons
        ways = (
            (held.words, held.meanings),
            (held.words, held.dictionary),
            (held.examples, held.dictionary),
            (held.other_words, held.dictionary),
            (held.words, held.other_words),
        )
        one, other = ways[self._chance.choice(len(ways), p=(0.3, 0.2, 0.25, 0.15, 0.1))]
        places = self._drawn(len(one), 2 * self._batch)
        return nearest(self.encode(one, places), self.encode(other, places))

    def _exercises(self) -> Tensor:
        held = self._lessons
        passages = self._drawn(len(held.exercise_passages.texts), 12)
        asked = np.flatnonzero(np.isin(held.passage_of_question, passages))
        asked = self._chance.permutation(asked)[: self._batch]
        sentences = np.flatnonzero(np.isin(held.passage_of_sentence, passages))
        ours, loss = self._as_taught(held.exercise_questions, asked, held.exercise_sentences, sentences)
        answered = np.flatnonzero(held.answered_by[asked] >= 0)
        right = np.searchsorted(sentences, held.answered_by[asked[answered]])
        chosen = functional.cross_entropy(ours[torch.from_numpy(answered)] * _SHARPNESS, torch.from_numpy(right))
        return loss + 0.5 * chosen

    def _taught(self, step: int) -> Tensor:
        held = self._lessons
        one = held.taught[self._chance.choice(len(held.taught), p=self._often)]
        places = self._drawn(len(one.texts), 192)
        ours, theirs = self.encode(one.texts, places), torch.from_numpy(one.rows[places])
        alike = likened(ours @ ours.T, theirs @ theirs.T, themselves=True)
        near = 3 * (1 - (ours * theirs).sum(1)).mean()
        if step % 2:
            places = self._drawn(len(held.taught_questions.texts), self._batch)
            _, across = self._as_taught(held.taught_questions, places, held.taught_answers, places)
        else:
            asked = self._drawn(len(held.exercise_questions.texts), 160)
            passages = self._drawn(len(held.exercise_passages.texts), 64)
            _, across = self._as_taught(held.exercise_questions, asked, held.exercise_passages, passages)
        return alike + near + across

    def _as_taught(self, one: Taught, places: Ints, other: Taught, others: Ints) -> tuple[Tensor, Tensor]:
        """The likenesses of the texts of ONE to those of OTHER, and how far they are from MiniLM's."""
        ours = self.encode(one.texts, places) @ self.encode(other.texts, others).T
        return ours, likened(ours, _product(one.rows[places], other.rows[others]))

    def _parts(self, step: int) -> Tensor:
        texts, long = self._long[step % len(self._long)]
        taken: list[Ints] = []
        left: list[Ints] = []
        for place in self._chance.choice(long, min(self._batch, len(long)), replace=False):
            pieces = texts.one(place)
            size = self._chance.integers(5, 11)
            begin = self._chance.integers(0, len(pieces) - size)
            taken.append(pieces[begin : begin + size])
            left.append(np.concatenate([pieces[:begin], pieces[begin + size :]]))
        return nearest(self._pooled(*_laid(taken)), self._pooled(*_laid(left)))


def nearest(one: Tensor, other: Tensor, same: Tensor | None = None) -> Tensor:
    """How far each row of ONE is from being nearest to its own row of OTHER, and the other way about.

    Rows that are the SAME, though they stand apart, are not held against each other.
    """
    scores = one @ other.T * _SHARPNESS
    own = torch.eye(len(scores), dtype=torch.bool)
    if same is not None:
        scores = scores.masked_fill(same & ~own, _FAR)
    right = torch.arange(len(scores))
    return (functional.cross_entropy(scores, right) + functional.cross_entropy(scores.T, right)) / 2


def likened(ours: Tensor, theirs: Tensor, *, themselves: bool = False) -> Tensor:
    """How far OURS, row by row, are spread from THEIRS (Kullback, Leibler); THEMSELVES: less the diagonal."""
    if themselves:
        own = torch.eye(len(ours), dtype=torch.bool)
        ours, theirs = ours.masked_fill(own, -_SHARPNESS), theirs.masked_fill(own, -_SHARPNESS)
    told, wanted = (functional.log_softmax(x / _EASE, 1) for x in (ours, theirs))
    return functional.kl_div(told, wanted, log_target=True, reduction="batchmean")


def _product(one: Floats, other: Floats) -> Tensor:
    return torch.from_numpy(one @ other.T)


def _laid(texts: Sequence[Ints]) -> tuple[Ints, Ints]:
    sizes = np.array([len(one) for one in texts], dtype=np.int64)
    return np.concatenate(texts), np.cumsum(sizes) - sizes
