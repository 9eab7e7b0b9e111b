"""A written question as it is searched for: its own words, its answer's, and what was told beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from corpus.index.kept import Followed

__all__ = ["Asked", "HoldsQuestions"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One written question with its answer, as far as there is one. ``id`` is that of its source in the ledger."""

    id: str
    text: str
    """The question as it was tabled, its form of words ("To ask the Secretary of State for …") among them."""
    tabled: date
    body: str = ""
    """The answering body: "Home Office"."""
    heading: str = ""
    answer: str = ""
    """As much of it as is held, a holding answer's words too; empty where there is none."""
    answered: date | None = None
    """None where there is no answer yet but a holding one."""
    asker: str = ""
    """What the Member who asked is known by, the same in every question: a number, or else a name."""
    uin: str = ""
    group: tuple[str, ...] = ()
    """The UINs of the other questions that the same answer answers."""


class HoldsQuestions(Followed, Protocol):
    """What the index of questions asks of the ledger."""

    def asked(self, source_ids: Sequence[str]) -> Iterable[Asked]:
        """The questions of these sources, in their order and less those that are none."""
        ...
