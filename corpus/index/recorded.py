"""The ledger's written questions as the index of questions wants them: each once, as it stands now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.index.asked import Asked
from corpus.ledger import Ledger
from corpus.questions import WrittenQuestion

__all__ = ["Recorded", "as_asked", "known_as"]


class Recorded:
    """Holds the questions of a ledger for the index of questions (``HoldsQuestions``).

    A question whose answer was corrected is two in the ledger and one here: the answer as it was first given is left
    out, and comes back where the correction is taken out.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    @property
    def folder(self) -> Path:
        return self._ledger.folder

    @property
    def read_only(self) -> bool:
        return self._ledger.read_only

    def fingerprint(self) -> str:
        return self._ledger.fingerprint()

    def digests(self) -> dict[str, str]:
        """The questions as they stand now; no other source is among them."""
        return self._ledger.question_digests()

    def asked(self, source_ids: Sequence[str]) -> Iterator[Asked]:
        """The questions of these sources, in their order and less those that are none, or stand no more."""
        texts = self._ledger.texts(source_ids)
        for one in self._ledger.questions_standing(source_ids):
            yield as_asked(one, texts[one.source_id])


def as_asked(one: WrittenQuestion, text: str) -> Asked:
    """ONE as it is searched for; TEXT is the stored text of its source. A holding answer's day is no day of an answer.

    Its words are searched for all the same.
    """
    return Asked(
        id=one.source_id,
        text=one.question.of(text),
        tabled=one.tabled,
        body=one.body,
        heading=one.heading,
        answer=one.answer.of(text) if one.answer else "",
        answered=one.answered if one.settled else None,
        asker=known_as(one),
        uin=one.uin,
        group=tuple(other.uin for other in one.grouped),
    )


def known_as(one: WrittenQuestion) -> str:
    """What the Member who asked is known by: a number, or else a name."""
    return one.asker if one.asker_id is None else str(one.asker_id)
