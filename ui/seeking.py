"""What the page of previous answers looks for, and as a link carries it, so that a search can be opened again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from bot.similar import Wanted
from ui.asking import EARLIEST, BadLink

__all__ = ["Seeking"]


@dataclass(frozen=True, slots=True)
class Seeking:
    """A question; the department that alone is looked in, if any; the day before which it was tabled, if any."""

    question: str
    department: str = ""
    before: date | None = None

    @property
    def wanted(self) -> Wanted:
        return Wanted(self.question, self.department, before=self.before, only=bool(self.department))

    def parameters(self) -> dict[str, str]:
        """The link's query, in a fixed order; ``before`` is an ISO date."""
        given = {
            "q": self.question,
            "department": self.department,
            "before": self.before.isoformat() if self.before else "",
        }
        return {name: value for name, value in given.items() if value}

    def query(self) -> str:
        """The link's query as it stands in an address, without the question mark."""
        return urlencode(self.parameters())

    @staticmethod
    def of(parameters: Mapping[str, Sequence[str]]) -> Seeking | None:
        """What a link looks for; None where it looks for nothing. Raises BadLink where its date is none."""
        question, department, before = ((parameters.get(n) or [""])[0].strip() for n in ("q", "department", "before"))
        return Seeking(question, department, _day(before) if before else None) if question else None


def _day(words: str) -> date:
    try:
        day = date.fromisoformat(words)
    except ValueError:
        day = None
    if day is None or day < EARLIEST:
        raise BadLink(
            "This link’s date cannot be read: it should look like 2024-11-20, and not lie before 1900. "
            "Choose the date below, then look again."
        )
    return day
