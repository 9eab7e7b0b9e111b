"""What was asked and answered before to the same point as a question: what the terminal and the page show of it.

The JSON that ``Previous.to_json`` gives is a contract; its field names and order are tested.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.cite import long_date

__all__ = ["Changed", "Earlier", "Moved", "Previous", "Standing", "Step", "Twin"]


class Standing(enum.StrEnum):
    """What became of a question. A holding answer is no answer, and an answer that withholds is a refusal."""

    ANSWERED = "answered"
    CORRECTED = "corrected"
    REFUSED = "refused"
    HOLDING = "holding"
    WITHDRAWN = "withdrawn"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a question's chain: another question that it names, or that names it, directly or through others.

    ``id`` is empty where this record does not hold that question; ``uin`` is empty for a place in the Official Report.
    """

    how: str
    """``follows``, ``refers to``, ``is followed by`` or ``is referred to by``."""
    uin: str
    on: date | None
    id: str = ""
    answered: bool = False
    """Whether ``on`` is the day of its answer; else it is that of its tabling, or as the reference gives it."""
    through: str = ""
    """The UIN of the question between, where the link is not this question's own."""
    column: str = ""

    def says(self) -> str:
        """The link in words: "follows the answer of 3 March 2031 to question 4001"."""
        begun = f"question {self.through} {self.how}" if self.through else self.how
        day = f" of {long_date(self.on)}" if self.on else ""
        if not self.uin:
            return f"{begun} the Official Report{day}, column {self.column}"
        if self.answered:
            return f"{begun} the answer{day} to question {self.uin}"
        if not self.id:
            why = "which is not in this record" if self.on else "of which no day is given, to tell which it is"
            return f"{begun} the answer{day} to question {self.uin}, {why}"
        return f"{begun} question {self.uin}{day}"

    def to_json(self) -> dict[str, Any]:
        return {
            "how": self.how,
            "uin": self.uin,
            "date": _iso(self.on),
            "column": self.column,
            "through": self.through,
            "source": self.id,
            "words": self.says(),
        }


@dataclass(frozen=True, slots=True)
class Twin:
    """The question before it in the list that an earlier question is much the same as.

    ``only_here`` and ``only_there`` are the words, in their order, that only one of the two has; ``together`` says
    that one answer was given to both. ``worded`` is False where that is all they have in common.
    """

    id: str
    uin: str
    tabled: date
    only_here: tuple[str, ...] = ()
    only_there: tuple[str, ...] = ()
    together: bool = False
    worded: bool = True

    def says(self) -> str:
        """The likeness in words: "much the same as question 4001 of 3 March 2031: here “umber”, there “wexcombe”"."""
        named = f"question {self.uin} of {long_date(self.tabled)}"
        if not self.worded:
            return f"answered together with {named}"
        also = ", and answered together with it" if self.together else ""
        if not (self.only_here or self.only_there):
            return f"the same words as {named}{also}"
        here = f"here \u201c{' '.join(self.only_here)}\u201d" if self.only_here else "nothing here"
        there = f"there \u201c{' '.join(self.only_there)}\u201d" if self.only_there else "nothing there"
        return f"much the same as {named}{also}: {here}, {there}"

    def to_json(self) -> dict[str, Any]:
        return {
            "source": self.id,
            "uin": self.uin,
            "tabled": self.tabled.isoformat(),
            "only_here": list(self.only_here),
            "only_there": list(self.only_there),
            "answered_together": self.together,
            "words": self.says(),
        }


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure that two answers give differently: its value in each, as it may be read out, and the time it is of.

    Where ``same_time`` both are of one time, so that the later corrects or revises the earlier; else it was counted
    again, and neither is wrong. ``quote`` and ``later_quote`` are the stored words that each stands in.
    """

    measure: str
    value: str
    later_value: str
    at: str
    later_at: str
    same_time: bool
    quote: str
    later_quote: str

    def to_json(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "before": {"value": self.value, "time": self.at, "quote": self.quote},
            "after": {"value": self.later_value, "time": self.later_at, "quote": self.later_quote},
            "same_time": self.same_time,
        }


@dataclass(frozen=True, slots=True)
class Changed:
    """An answer set beside the one given before it to the same question, or to this one before it was corrected."""

    id: str
    uin: str
    on: date | None
    """The day of the answer before."""
    later_on: date | None
    """The day of this one, or of its correction."""
    moved: tuple[Moved, ...]
    same: bool = False
    """Whether the two answers are the same word for word."""
    first_given: bool = False
    """Whether it is this question's own answer as it was given before the correction."""

    def says(self) -> str:
        """What it is set beside, in words."""
        whose = "as it was first given" if self.first_given else f"to question {self.uin}"
        day = f" of {long_date(self.on)}" if self.on else ""
        if self.same:
            return f"The same answer, word for word, as that{day} {whose}"
        return f"Against the answer{day} {whose}"

    def to_json(self) -> dict[str, Any]:
        return {
            "source": self.id,
            "uin": self.uin,
            "before": _iso(self.on),
            "after": _iso(self.later_on),
            "same_words": self.same,
            "as_first_given": self.first_given,
            "figures": [one.to_json() for one in self.moved],
        }


@dataclass(frozen=True, slots=True)
class Earlier:
    """A question that was asked before, with all that became of it. ``id`` is that of its source in the record.

    ``question`` and ``answer`` are the stored words; of a holding answer too, which is none (see ``standing``).
    """

    id: str
    uin: str
    house: str
    heading: str
    department: str
    question: str
    tabled: date
    standing: Standing
    status: tuple[str, ...]
    """What became of it in words, the chief thing first: "refused: disproportionate cost"."""
    answer: str = ""
    answered: date | None = None
    corrected: date | None = None
    grounds: tuple[str, ...] = ()
    """The grounds on which the answer withholds something."""
    clipped: bool = False
    grouped: tuple[str, ...] = ()
    """The UINs of the other questions that the same answer answers."""
    asker: str = ""
    minister: str = ""
    """Names; where the record has only a Member's number, that is said."""
    url: str = ""
    chain: tuple[Step, ...] = ()
    twin: Twin | None = None
    changes: tuple[Changed, ...] = ()
    score: float = 0.0
    """In points of BM25; only tells the order."""

    def to_json(self) -> dict[str, Any]:
        return {
            "source": self.id,
            "uin": self.uin,
            "house": self.house,
            "heading": self.heading,
            "department": self.department,
            "asker": self.asker,
            "minister": self.minister,
            "tabled": self.tabled.isoformat(),
            "answered": _iso(self.answered),
            "corrected": _iso(self.corrected),
            "status": str(self.standing),
            "status_words": list(self.status),
            "refused": list(self.grounds),
            "clipped": self.clipped,
            "grouped": list(self.grouped),
            "question": self.question,
            "answer": self.answer,
            "url": self.url,
            "chain": [step.to_json() for step in self.chain],
            "near_duplicate": self.twin.to_json() if self.twin else None,
            "changes": [one.to_json() for one in self.changes],
            "score": round(self.score, 2),
        }


@dataclass(frozen=True, slots=True)
class Previous:
    """The earlier questions to the same point as one, the most alike first.

    ``why`` is one sentence where there are none; ``notes`` what else must be known of how it was looked for.
    """

    question: str
    found: tuple[Earlier, ...] = ()
    departments: tuple[str, ...] = ()
    """The answering bodies that the department given names."""
    asker: str = ""
    before: date | None = None
    searched: int = 0
    """How many questions were gone through."""
    why: str = ""
    notes: tuple[str, ...] = ()
    elapsed_ms: int = 0

    def to_json(self) -> dict[str, Any]:
        """One object::

            {"question": "…", "departments": ["…"], "asker": "…", "before": "2031-03-01", "searched": 15152,
             "found": [{"source": "…", "uin": "4001", "house": "Commons", "heading": "…", "department": "…",
                "asker": "…", "minister": "…", "tabled": "2031-03-03", "answered": "2031-03-11", "corrected": null,
                "status": "answered|corrected|refused|holding|withdrawn|unanswered", "status_words": ["…"],
                "refused": ["disproportionate cost"], "clipped": false, "grouped": ["4002"], "question": "…",
                "answer": "…", "url": "…",
                "chain": [{"how": "follows", "uin": "3999", "date": "2031-02-20", "column": "", "through": "",
                   "source": "…", "words": "…"}],
                "near_duplicate": {"source": "…", "uin": "…", "tabled": "…", "only_here": ["…"],
                   "only_there": ["…"], "answered_together": false, "words": "…"},
                "changes": [{"source": "…", "uin": "…", "before": "2031-02-20", "after": "2031-03-11",
                   "same_words": false, "as_first_given": false,
                   "figures": [{"measure": "…", "before": {"value": "1,240", "time": "…", "quote": "…"},
                      "after": {…}, "same_time": false}]}],
                "score": 41.2}],
             "why": "", "notes": [], "elapsed_ms": 12}

        Days are YYYY-MM-DD or null; ``near_duplicate`` is null where there is none. ``value`` is as it may be read
        out, with its qualifier; ``time`` is in words, or empty. A step's ``source`` is empty where the record does not
        hold that question; its ``uin`` is empty, and ``column`` is not, where it is a place in the Official Report.
        ``why`` is a sentence where ``found`` is empty.
        """
        return {
            "question": self.question,
            "departments": list(self.departments),
            "asker": self.asker,
            "before": _iso(self.before),
            "searched": self.searched,
            "found": [one.to_json() for one in self.found],
            "why": self.why,
            "notes": list(self.notes),
            "elapsed_ms": self.elapsed_ms,
        }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
