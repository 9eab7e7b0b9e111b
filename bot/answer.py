"""What Despatch says: one answer, with the records that bear it out.

The JSON that ``Answer.to_json`` gives is a contract (see the README); its field names and order are tested.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from corpus.records import Qualifier

__all__ = [
    "ONLY_THIS_RECORD",
    "Answer",
    "Citation",
    "Conflict",
    "Derivation",
    "Nearest",
    "Operand",
    "Part",
    "SaidFigure",
    "Status",
    "Superseded",
    "Tabled",
]

ONLY_THIS_RECORD = "This says only what this record holds; it does not mean that the information is not held elsewhere."
"""What is said with every answer that the record holds none."""


class Status(enum.StrEnum):
    """What an answer may be. A non-answer is an answer too, and each kind is kept apart from the others."""

    ANSWERED = "answered"
    COMPUTED = "computed"
    CONFLICTING = "conflicting"
    PARTIAL = "partial"
    NOT_KNOWN = "not_known"
    REFUSED_ON_RECORD = "refused_on_record"
    NOT_IN_RECORD = "not_in_record"
    AMBIGUOUS = "ambiguous"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Citation:
    """A record as cited: ``quote`` is exactly ``text[start:end]`` of the stored source; ``marks`` lie within it.

    ``marks`` are offsets into ``quote`` (not into the source) of the words that bear the answer out.
    """

    n: int
    source_id: str
    title: str
    publisher: str
    kind: str
    official: bool
    published: date | None
    reference: str
    url: str
    quote: str
    start: int
    end: int
    marks: tuple[tuple[int, int], ...] = ()
    paraphrase: bool = False
    record_id: str = ""
    said_by: str = ""
    role: str = ""
    said_on: date | None = None
    place: str = ""
    """Where in the document it stands, where that has pages: "page 3"."""

    def to_json(self) -> dict[str, Any]:
        return {
            "n": self.n,
            "source": {
                "id": self.source_id,
                "title": self.title,
                "publisher": self.publisher,
                "kind": self.kind,
                "published": _iso(self.published),
                "reference": self.reference,
                "url": self.url,
                "paraphrase": self.paraphrase,
            },
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
        }


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """A figure as the answer gives it: the value's digits (``%`` after a percentage), never without a qualifier."""

    value: str
    unit: str
    qualifier: str
    citations: tuple[int, ...]
    label: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "value": self.value,
            "unit": self.unit,
            "qualifier": self.qualifier,
            "citations": list(self.citations),
        }


@dataclass(frozen=True, slots=True)
class Operand:
    """One cited value that went into a derivation."""

    value: Decimal
    citation: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One sum within a derivation: ``of`` are the places of its operands, ``value`` what they add up to."""

    label: str
    of: tuple[int, ...]
    value: Decimal

    def operand(self, operands: tuple[Operand, ...]) -> Operand:
        """The sum as an operand of the formula, cited where its first is."""
        return Operand(self.value, operands[self.of[0]].citation, self.label)


@dataclass(frozen=True, slots=True)
class Tabled:
    """A table that is shown beside an answer, and given as CSV: ``dated`` says that its rows are times, in order."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    unit: str = ""
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Derivation:
    """A figure that was worked out: the formula as it may be read, its operands, and how it was rounded."""

    operation: str
    expression: str
    operands: tuple[Operand, ...]
    result: str
    rounding: str | None = None
    parts: tuple[Part, ...] = ()
    """Where the formula is of sums: each sum, with the places of its operands."""

    def to_json(self) -> dict[str, Any]:
        return {
            "operation": self.operation,
            "expression": self.expression,
            "operands": [
                {"value": str(o.value), "citation": o.citation}
                for o in (*(p.operand(self.operands) for p in self.parts if len(p.of) > 1), *self.operands)
            ],
            "result": self.result,
            "rounding": self.rounding,
        }


@dataclass(frozen=True, slots=True)
class Superseded:
    """One step of a measure's history: what was said, when, and whether something later replaced it."""

    value: str
    said_on: date | None
    citation: int
    current: bool = False
    label: str = ""

    def to_json(self) -> dict[str, Any]:
        return {"value": self.value, "said_on": _iso(self.said_on), "citation": self.citation, "current": self.current}


@dataclass(frozen=True, slots=True)
class Conflict:
    """One side where the record disagrees: who, when, what they gave, and what they say that it counts."""

    who: str
    said_on: date | None
    value: str
    gloss: str
    citation: int

    def to_json(self) -> dict[str, Any]:
        return {
            "who": self.who,
            "said_on": _iso(self.said_on),
            "value": self.value,
            "gloss": self.gloss,
            "citation": self.citation,
        }


@dataclass(frozen=True, slots=True)
class Nearest:
    """What the record does hold, offered when it does not hold the answer. Never part of the answer's text."""

    value: str
    counts: str
    as_at: str
    source_title: str
    quote: str
    record_id: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "value": self.value,
            "counts": self.counts,
            "as_at": self.as_at,
            "source": self.source_title,
            "quote": self.quote,
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, complete: it can be serialised, shown, checked and replayed without the record beside it.

    ``headline`` is the figure or the first words alone, ``what`` the rest of the first sentence; ``text`` is
    everything that may be read out, with ``[n]`` after each claim. ``conditions`` are the question's, in order,
    as (key, words) so that a page can offer to drop one. ``history`` feeds the plot: the same measure over time.
    """

    question: str
    status: Status
    text: str
    headline: str = ""
    what: str = ""
    meta: str = ""
    figures: tuple[SaidFigure, ...] = ()
    derivation: Derivation | None = None
    citations: tuple[Citation, ...] = ()
    interpretation: str = ""
    other_reading: str = ""
    conditions: tuple[tuple[str, str], ...] = ()
    uncovered: tuple[str, ...] = ()
    as_of: date | None = None
    as_at: str | None = None
    caveats: tuple[str, ...] = ()
    supersedes: tuple[Superseded, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    nearest: tuple[Nearest, ...] = ()
    history: tuple[Superseded, ...] = ()
    table: Tabled | None = None
    suggestions: tuple[str, ...] = ()
    resolved_question: str = ""
    elapsed_ms: int = 0
    id: str | None = None
    reasons: tuple[str, ...] = field(default=(), compare=False)
    """Why the gate withdrew it, for the log; never shown."""

    @property
    def withheld(self) -> bool:
        """Whether it is not known because the table that would give it suppresses the figure."""
        every = bool(self.figures) and all(f.qualifier == Qualifier.SUPPRESSED for f in self.figures)
        return self.status is Status.NOT_KNOWN and every

    def to_json(self) -> dict[str, Any]:
        """The contract's object, in the contract's order."""
        return {
            "id": self.id,
            "question": self.question,
            "status": str(self.status),
            "text": self.text,
            "figures": [f.to_json() for f in self.figures],
            "derivation": self.derivation.to_json() if self.derivation else None,
            "citations": [c.to_json() for c in self.citations],
            "interpretation": self.interpretation,
            "as_of": _iso(self.as_of),
            "as_at": self.as_at,
            "caveats": list(self.caveats),
            "supersedes": [s.to_json() for s in self.supersedes],
            "conflicts": [c.to_json() for c in self.conflicts],
            "nearest": [n.to_json() for n in self.nearest],
            "elapsed_ms": self.elapsed_ms,
        }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
