"""A parliamentary written question: who asked whom what, when, and what became of it.

The words themselves lie in the stored text of the question's source; a question keeps spans of them.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date

from corpus.records import LinkKind, Span

__all__ = ["CLIPPED", "Ground", "Grouped", "QuestionState", "Reference", "Refusal", "WrittenQuestion"]

CLIPPED = "only the first 255 characters of the answer"
"""The ``access`` of a source whose answer was clipped where it came from: what follows is not on this record."""


class Ground(enum.StrEnum):
    """Why an answer withholds what was asked. The kinds are never taken for one another."""

    NOT_HELD = "not held"
    NOT_CENTRAL = "held, but not centrally"
    COST = "disproportionate cost"
    EXEMPT = "exempt or against the public interest"
    TRANSFERRED = "for another Minister or body"
    NO_COMMENT = "no comment"
    LAPSED = "not answered before Parliament was prorogued or dissolved"


class QuestionState(enum.StrEnum):
    """How far a question has come. A holding answer is no answer."""

    UNANSWERED = "not answered yet"
    HOLDING = "holding answer only"
    ANSWERED = "answered"
    CORRECTED = "answered, and the answer corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sentence of an answer that withholds something, and on which ground; ``span`` marks it in the stored text."""

    ground: Ground
    span: Span


@dataclass(frozen=True, slots=True)
class Reference:
    """Another question that this one's words name; ``span`` marks the number in the stored text.

    It leads to the question of that ``uin`` that was tabled, answered, held or corrected on ``day``: a number without
    a day leads nowhere. A place in the Official Report has no ``uin`` but a ``column``, and leads to no question.
    """

    kind: LinkKind
    """FOLLOWS ("pursuant to") or REFERS_TO."""
    uin: str
    day: date | None
    span: Span
    column: str = ""


@dataclass(frozen=True, slots=True)
class Grouped:
    """Another question that the same answer answers, by its number, and the day on which it was tabled if told."""

    uin: str
    tabled: date | None = None


@dataclass(frozen=True, slots=True)
class WrittenQuestion:
    """One written question as it stood when it was last put in; one whose answer was corrected is two of them.

    The answer as it was first given stays a source of its own, which the corrected one supersedes.

    ``number`` is its lasting number in Parliament's own system; ``uin`` is unique only within a session, so that it
    names a question only together with a date. ``question`` and ``answer`` are spans of the stored text of the
    source ``source_id``; ``answer`` is None where there is none, and of a holding answer it marks its words all the
    same (see ``state``). Names are empty where only a Member's number was given.
    """

    source_id: str
    house: str
    number: int
    uin: str
    heading: str
    body: str
    """The answering body: "Home Office"."""
    tabled: date
    question: Span
    answer: Span | None = None
    asker: str = ""
    asker_id: int | None = None
    minister: str = ""
    minister_id: int | None = None
    due: date | None = None
    answered: date | None = None
    held: date | None = None
    """The day of a holding answer."""
    corrected: date | None = None
    """The day on which the answer was corrected."""
    state: QuestionState = QuestionState.UNANSWERED
    named_day: bool = False
    clipped: bool = False
    """Whether only the beginning of the answer is held."""
    clipped_question: bool = False
    grouped: tuple[Grouped, ...] = ()
    attachments: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether there is an answer that figures and refusals may be taken from."""
        return self.answer is not None and self.state in (QuestionState.ANSWERED, QuestionState.CORRECTED)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every stretch of the stored text that it names."""
        parts = (self.question, *([self.answer] if self.answer else []))
        return (*parts, *(r.span for r in self.refusals), *(r.span for r in self.references))
