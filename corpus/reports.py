"""What became of the files that were to be put in: how much of each is on the record, and what is not and why."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any

__all__ = ["FileReport", "Outcome", "Report"]


class Outcome(enum.StrEnum):
    """What became of one file."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    REFUSED = "refused"
    BROKEN_OFF = "broken off"
    """The work ended in the middle of it, by a person's wish or for want of room; what went in before stays."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file: how many of each it holds, and why it was refused if it was.

    Of a file that was in the record already, the counts are of what it has there; else of what has gone in now.
    """

    name: str
    outcome: Outcome
    source_ids: tuple[str, ...] = ()
    figures: int = 0
    statements: int = 0
    passages: int = 0
    reason: str = ""
    """What is wrong and at which place in the file, to be read after its name; empty unless refused."""
    left_out: tuple[str, ...] = ()
    """What of it was not read, a sentence each with the reason."""
    already: int = 0
    """So many more of its sources were in the record before, the same."""
    same_as: str = ""
    """The name of a file with the same bytes, which has gone in instead; empty where there is none."""
    tables: int = 0
    """How many statistical tables, whose numbers are not among the figures."""

    @property
    def sources(self) -> int:
        """How many sources the counts are of."""
        return len(self.source_ids)

    def to_json(self) -> dict[str, Any]:
        """The line of ``ingest --report``, for a program to read."""
        return {
            "name": self.name,
            "outcome": str(self.outcome),
            "sources": self.sources,
            "tables": self.tables,
            "figures": self.figures,
            "statements": self.statements,
            "passages": self.passages,
            "already": self.already,
            "left_out": list(self.left_out),
            "reason": self.reason or None,
            "same_as": self.same_as or None,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """What became of every file, in the order in which they were read."""

    files: tuple[FileReport, ...]
    passed_over: tuple[str, ...] = ()
    """Files of a kind that is not read, in a folder that was given: their names, in order."""

    def of(self, outcome: Outcome) -> tuple[FileReport, ...]:
        """The files with that outcome."""
        return tuple(f for f in self.files if f.outcome is outcome)

    @property
    def changed(self) -> bool:
        """Whether anything went into the record."""
        return any(f.outcome in (Outcome.ADDED, Outcome.REPLACED) for f in self.files)
