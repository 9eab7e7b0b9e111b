"""What the encoder is trained to do: three losses, each over a batch drawn at random.

* ``answers``: a question lies nearer to its own answer than to the others' (InfoNCE: van den Oord and others, 2018),
  every third batch among questions to one department, which are harder; and nearer to one that got the same answer.
* ``exercises``: of the sentences of twelve invented passages, each question's likenesses are as MiniLM finds them, and
  the sentence that answers it comes first.
* ``taught``: the likenesses of texts to each other, and of questions to passages, are as MiniLM finds them; and each
  text's vector lies near MiniLM's.

Where questions are held against texts, each loss counts twice: for the cosine of their vectors alone, and for its mean
with their likeness piece by piece (ColBERT's MaxSim: Khattab and Zaharia, SIGIR 2020), as corpus/encoder/static.py
tells both.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from tests.encoder.lessons import Ints, Lessons, Taught, Texts
from tests.encoder.teacher import Floats

__all__ = ["Losses", "Weights", "likened", "nearest", "pieced"]

_SHARPNESS = 20.0
"""What cosines are multiplied by where one of a batch is to be chosen."""
_EASE = 0.05
"""What they are divided by where they are to be as MiniLM's."""
_FAR = -1e4
_AT_ONCE = 64
"""Word pieces of questions that are held against every text's together: more would not fit in the processor's cache."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each loss counts."""

    answers: float = 1.5
    exercises: float = 1.0
    taught: float = 1.0


class Losses:
    """The losses of TABLE (a row a word piece) and of WEIGHING over LESSONS, BATCH texts at once.

    WEIGHING is the logarithm of what each piece counts in a question. What is drawn comes from CHANCE.
    """

    def __init__(
        self,
        table: nn.Parameter,
        weighing: nn.Parameter,
        lessons: Lessons,
        chance: np.random.Generator,
        weights: Weights | None = None,
        batch: int = 128,
    ) -> None:
        self._table, self._weighing, self._lessons = table, weighing, lessons
        self._chance, self._weights, self._batch = chance, weights or Weights(), batch
        often = np.array([one.often for one in lessons.taught])
        self._often = often / often.sum()

    def of(self, step: int) -> Tensor:
        """The sum of all at STEP, counted from 0."""
        w = self._weights
        made = [w.answers * self._answers(step), w.exercises * self._exercises(), w.taught * self._taught(step)]
        return torch.stack(made).sum()

    def _encode(self, texts: Texts, places: Ints) -> Tensor:
        """The vectors, of length 1, of the texts at PLACES."""
        return self._pooled(*texts.take(places))

    def _pooled(self, pieces: Ints, begins: Ints) -> Tensor:
        told = torch.from_numpy(pieces), self._table, torch.from_numpy(begins)
        bag = functional.embedding_bag(*told, mode="sum", sparse=True)
        return functional.normalize(bag, dim=1)

    def _twice(self, loss: Callable[[Tensor], Tensor], one: Texts, places: Ints, other: Texts, others: Ints) -> Tensor:
        """LOSS of the likenesses of ONE's texts to OTHER's: by their vectors, and by these and their pieces."""
        asked, held = one.take(places), other.take(others)
        whole = self._pooled(*asked) @ self._pooled(*held).T
        return loss(whole) + loss((whole + pieced(self._table, self._weighing, asked, held)) / 2)

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
        same = torch.from_numpy(number[:, None] == number[None])
        asked = held.blind if step % 2 else held.asked
        loss = self._twice(lambda told: nearest(told, same), asked, places, held.answers, places)
        if step % 2 and len(held.same_answer):
            two = held.same_answer[self._drawn(len(held.same_answer), self._batch // 2)]
            loss = loss + 0.5 * self._twice(nearest, held.blind, two[:, 0], held.asked, two[:, 1])
        return loss

    def _exercises(self) -> Tensor:
        held = self._lessons
        passages = self._drawn(len(held.exercise_passages.texts), 12)
        asked = np.flatnonzero(np.isin(held.passage_of_question, passages))
        asked = self._chance.permutation(asked)[: self._batch]
        sentences = np.flatnonzero(np.isin(held.passage_of_sentence, passages))
        theirs = _product(held.exercise_questions.rows[asked], held.exercise_sentences.rows[sentences])
        answered = np.flatnonzero(held.answered_by[asked] >= 0)
        right = torch.from_numpy(np.searchsorted(sentences, held.answered_by[asked[answered]]))
        rows = torch.from_numpy(answered)

        def loss(ours: Tensor) -> Tensor:
            chosen = functional.cross_entropy(ours[rows] * _SHARPNESS, right)
            return likened(ours, theirs) + 0.5 * chosen

        return self._twice(loss, held.exercise_questions.texts, asked, held.exercise_sentences.texts, sentences)

    def _taught(self, step: int) -> Tensor:
        one = self._any()
        places = self._drawn(len(one.texts), 192)
        ours, theirs = self._encode(one.texts, places), torch.from_numpy(one.rows[places])
        alike = likened(ours @ ours.T, theirs @ theirs.T, themselves=True)
        near = 3 * (1 - (ours * theirs).sum(1)).mean()
        return alike + near + self._across(step)

    def _any(self) -> Taught:
        held = self._lessons.taught
        return held[self._chance.choice(len(held), p=self._often)]

    def _across(self, step: int) -> Tensor:
        """Likenesses of questions to answers, of exercises' questions to passages, and of one sort's texts, in turn."""
        held = self._lessons
        if step % 3 == 0:
            places = self._drawn(len(held.taught_questions.texts), self._batch)
            return self._as_taught(held.taught_questions, places, held.taught_answers, places)
        if step % 3 == 1:
            asked = self._drawn(len(held.exercise_questions.texts), 160)
            passages = self._drawn(len(held.exercise_passages.texts), 64)
            return self._as_taught(held.exercise_questions, asked, held.exercise_passages, passages)
        one = self._any()
        return self._as_taught(one, self._drawn(len(one.texts), 96), one, self._drawn(len(one.texts), self._batch))

    def _as_taught(self, one: Taught, places: Ints, other: Taught, others: Ints) -> Tensor:
        """How far the likenesses of the texts of ONE to those of OTHER are from MiniLM's."""
        theirs = _product(one.rows[places], other.rows[others])
        return self._twice(lambda ours: likened(ours, theirs), one.texts, places, other.texts, others)


def pieced(table: Tensor, weighing: Tensor, asked: tuple[Ints, Ints], held: tuple[Ints, Ints]) -> Tensor:
    """How like each text of ASKED is to each that is HELD, piece by piece; both are pieces and where texts begin.

    Each piece of the one is as like as the likest of the other's pieces, by the cosine of their rows of TABLE, and
    counts by its weight, whose logarithm WEIGHING holds.
    """
    ours, mine = np.unique(asked[0], return_inverse=True)
    theirs, its = np.unique(held[0], return_inverse=True)
    cosines = functional.normalize(_rows(table, ours), dim=1) @ functional.normalize(_rows(table, theirs), dim=1).T
    likest = cosines.gather(1, _likest(cosines.detach(), its, held[1]))
    weights = torch.exp(weighing[torch.from_numpy(asked[0])])
    shares = torch.zeros(len(asked[1]), len(ours))
    shares = shares.index_put((torch.from_numpy(_texts(asked)), torch.from_numpy(mine)), weights, accumulate=True)
    return (shares / shares.sum(1, keepdim=True).clamp(min=1e-9)) @ likest


def _rows(table: Tensor, pieces: Ints) -> Tensor:
    return functional.embedding(torch.from_numpy(pieces), table, sparse=True)


def _likest(cosines: Tensor, pieces: Ints, begins: Ints) -> Tensor:
    """For each row of COSINES and each text of PIECES, the piece of the text whose cosine is the greatest."""
    sizes = np.diff(np.append(begins, len(pieces)))
    laid = np.repeat(pieces[np.minimum(begins, len(pieces) - 1)][:, None], max(1, sizes.max()), 1)
    laid[np.arange(laid.shape[1]) < sizes[:, None]] = pieces
    places = torch.from_numpy(laid)
    some = (cosines[at : at + _AT_ONCE] for at in range(0, len(cosines), _AT_ONCE))
    return torch.cat([places[torch.arange(len(laid)), one[:, places].argmax(2)] for one in some])


def _texts(told: tuple[Ints, Ints]) -> Ints:
    """The place of the text that each piece is of."""
    pieces, begins = told
    return np.repeat(np.arange(len(begins)), np.diff(np.append(begins, len(pieces))))


def nearest(scores: Tensor, same: Tensor | None = None) -> Tensor:
    """How far the greatest of each row of cosines is from being its own, on the diagonal, and of each column.

    Texts that are the SAME, though they stand apart, are not held against each other.
    """
    scores = scores * _SHARPNESS
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
