"""A question as the page puts it, and as a link carries it, so that any answer can be opened again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

__all__ = ["EARLIEST", "Asking", "BadLink"]

EARLIEST = date(1900, 1, 1)
"""The first day that the page asks as of."""


class BadLink(ValueError):
    """A link that does not say what to ask; its message is one sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A question, the date that it is asked as of (None: today), those before it, and the conditions left out."""

    question: str
    as_of: date | None = None
    earlier: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()

    def parameters(self) -> dict[str, list[str]]:
        """The link's query, in a fixed order; ``as_of`` is an ISO date."""
        given = {
            "q": [self.question],
            "as_of": [self.as_of.isoformat()] if self.as_of else [],
            "earlier": list(self.earlier),
            "drop": list(self.drop),
        }
        return {name: values for name, values in given.items() if values}

    def query(self) -> str:
        """The link's query as it stands in an address, without the question mark."""
        return urlencode(self.parameters(), doseq=True)

    @staticmethod
    def of(parameters: Mapping[str, Sequence[str]]) -> Asking | None:
        """What a link asks; None where it asks nothing. Raises BadLink where its date cannot be asked as of."""
        question = (parameters.get("q") or [""])[0].strip()
        if not question:
            return None
        as_of = (parameters.get("as_of") or [""])[0]
        earlier, drop = (tuple(parameters.get(name) or ()) for name in ("earlier", "drop"))
        return Asking(question, _day(as_of, question) if as_of else None, earlier, drop)


def _day(words: str, question: str) -> date:
    try:
        day = date.fromisoformat(words)
    except ValueError:
        day = None
    if day is None or day < EARLIEST:
        raise BadLink(
            "This link’s date cannot be read: it should look like 2006-04-26, and not lie before 1900. "
            f"Its question was “{question[:200]}”: choose the date at the side, then ask it below."
        )
    return day
