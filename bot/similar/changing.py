"""What changed between two answers to the same question: those of near-duplicates, and one before its correction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bot.dated import figure_time
from bot.shown import shown
from bot.similar.alike import Duplicate
from bot.similar.moved import Move, moved
from bot.similar.previous import Changed, Moved
from corpus.extract.written import ASKED
from corpus.index.addressed import department
from corpus.ledger import Ledger
from corpus.patterns import regex
from corpus.questions import QuestionState, WrittenQuestion
from corpus.records import Figure

__all__ = ["changes_of", "figures_told"]

_TIME = regex(
    r"\d+(?:st|nd|rd|th)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
"""Questions that differ only in such words ask the same of another time."""


@dataclass(frozen=True, slots=True)
class _Answers:
    """Reads answers from the ledger."""

    ledger: Ledger

    def words(self, one: WrittenQuestion) -> str:
        return one.answer.of(self.ledger.text(one.source_id)) if one.answer else ""

    def changed(self, earlier: WrittenQuestion, later: WrittenQuestion, *, first_given: bool = False) -> Changed | None:
        """The two set side by side; None where they say the same figures, or none, in other words."""
        same = " ".join(self.words(earlier).split()) == " ".join(self.words(later).split())
        found = () if same else moved(figures_told(earlier, self.ledger), figures_told(later, self.ledger))
        if not (same or found or first_given):
            return None
        told = tuple(self._moved(one) for one in found)
        day = later.corrected if first_given else later.answered
        return Changed(earlier.source_id, earlier.uin, earlier.answered, day, told, same, first_given)

    def _moved(self, move: Move) -> Moved:
        one, other = move.earlier, move.later
        return Moved(
            measure=" ".join((one.measure or one.counted).split()),
            value=shown(one),
            later_value=shown(other),
            at=figure_time(one),
            later_at=figure_time(other),
            same_time=move.same_time,
            quote=self.ledger.quote(one.source_id, one.context),
            later_quote=self.ledger.quote(other.source_id, other.context),
        )


def figures_told(question: WrittenQuestion, ledger: Ledger) -> tuple[Figure, ...]:
    """The figures that its answer gives; what only the question gives is not among them."""
    return tuple(one for one in ledger.figures(source_id=question.source_id) if one.note != ASKED)


def changes_of(
    questions: Sequence[WrittenQuestion], twins: Sequence[Duplicate], ledger: Ledger
) -> dict[str, tuple[Changed, ...]]:
    """By the id of the later answer's source: what it has that one before it, of QUESTIONS or its own first, has not.

    TWINS are the near-duplicates among them. Answers of one department are compared, in the order of their days.
    """
    answers = _Answers(ledger)
    found: dict[str, list[Changed]] = {}
    for earlier, later in _successive(questions, twins):
        if (changed := answers.changed(earlier, later)) is not None:
            found.setdefault(later.source_id, []).append(changed)
    for one in questions:
        for first in _first_given(one, ledger):
            if (changed := answers.changed(first, one, first_given=True)) is not None:
                found.setdefault(one.source_id, []).append(changed)
    return {name: tuple(told) for name, told in found.items()}


def _first_given(one: WrittenQuestion, ledger: Ledger) -> Iterator[WrittenQuestion]:
    if one.state is QuestionState.CORRECTED:
        versions = ledger.question_versions(one.house, one.number)
        yield from (v for v in versions if v.source_id != one.source_id and v.settled)


def _successive(
    questions: Sequence[WrittenQuestion], twins: Sequence[Duplicate]
) -> Iterator[tuple[WrittenQuestion, WrittenQuestion]]:
    """Each answer to a question with the next one given to the same question."""
    by_id = {one.source_id: one for one in questions}
    families: dict[str, list[WrittenQuestion]] = {}
    for twin in twins:
        first, again = by_id[twin.of], by_id[twin.id]
        if not twin.together and _same_point(twin) and department(first.body) == department(again.body):
            families.setdefault(twin.of, [first]).append(again)
    for family in families.values():
        ordered = sorted((one for one in family if one.settled), key=lambda q: (q.answered or date.min, q.number))
        yield from pairwise(ordered)


def _same_point(twin: Duplicate) -> bool:
    if twin.alike is None:
        return False
    return all(_TIME.fullmatch(word) for word in (*twin.alike.only_first, *twin.alike.only_second))
