"""From a question to the earlier ones to the same point: ranked, then told with their answers, chains and changes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.cite import long_date
from bot.similar.alike import Duplicate, duplicates
from bot.similar.chains import chains_of
from bot.similar.changing import changes_of, figures_told
from bot.similar.departments import bodies_meant
from bot.similar.previous import Earlier, Previous, Twin
from bot.similar.ranking import SEARCHED, Ranked, Similar, Sought
from bot.similar.standing import grounds_of, standing_of, status_of
from corpus.index.kept import Progress
from corpus.index.questions import Questions
from corpus.index.recorded import Recorded, as_asked
from corpus.ledger import Ledger
from corpus.patterns import regex
from corpus.questions import WrittenQuestion

__all__ = ["LONGEST", "MOST", "Finder", "Wanted"]

LONGEST = 2_000
"""The longest question that is looked for, in characters: twice the longest that Parliament's own record gives."""
MOST = 10
_ROOM = 100
_NAMED = 8
"""So many departments are named where none is called as was said."""
_WORD = regex(r"[^\W_]")
_UNSENT = regex(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: a question's words, and what is known of it beside them.

    A DEPARTMENT's own questions come before others', or ``only`` they are given; so do an ASKER's (a name, or a
    Member's number). BEFORE is a day: only what was tabled before it. ``most`` is how many are given.
    """

    question: str
    department: str = ""
    asker: str = ""
    before: date | None = None
    most: int = MOST
    only: bool = False


class Finder:
    """Finds earlier questions in one record, whose index of questions it keeps in step."""

    def __init__(self, ledger: Ledger, progress: Progress | None = None) -> None:
        """Nothing is read until something is looked for. PROGRESS tells of the index where it has to be made."""
        self._ledger = ledger
        self._progress = progress
        self._index: Questions | None = None

    def find(self, wanted: Wanted) -> Previous:
        """The earlier questions that are most to the point of what is WANTED, or one sentence on why there are none.

        Raises RecordFull where there is no room for the index, and other RecordErrors.
        """
        begun = time.perf_counter()
        words = _UNSENT.sub("\ufffd", wanted.question).strip()
        if self._ledger.question_bodies():
            self._in_step()  # not while the record is read steadily: what has gone in since would be taken out again
        with self._ledger.steady():
            found = self._told(replace(wanted, question=words))
        return replace(found, elapsed_ms=round((time.perf_counter() - begun) * 1000))

    def _in_step(self) -> Questions:
        if self._index is None:
            self._index = Questions(Recorded(self._ledger), self._progress)
        self._index.refresh(self._progress)
        return self._index

    def _told(self, wanted: Wanted) -> Previous:
        bodies = self._ledger.question_bodies()
        meant = bodies_meant(wanted.department, bodies) if wanted.department.strip() else ()
        told = Previous(wanted.question, (), meant, wanted.asker.strip(), wanted.before, sum(bodies.values()))
        if why := _unasked(wanted.question) or self._unheld(told, wanted, bodies):
            return replace(told, why=why)
        ranked = self._ranked(wanted, meant)
        if not ranked:
            return replace(told, why=_nothing(wanted, meant), notes=self._notes(wanted))
        return replace(told, found=self._earlier(ranked), notes=self._notes(wanted))

    def _unheld(self, told: Previous, wanted: Wanted, bodies: dict[str, int]) -> str:
        if not told.searched:
            empty = not self._ledger.counts().sources
            return _EMPTY if empty else _NO_QUESTIONS
        named = wanted.department.strip()
        if named and not told.departments:
            return f"No department of this record is called \u201c{named[:_ROOM]}\u201d: it has {_some(bodies)}."
        return ""

    def _ranked(self, wanted: Wanted, meant: tuple[str, ...]) -> list[tuple[Ranked, WrittenQuestion]]:
        index = self._index or self._in_step()
        asker = next(iter(self._ledger.question_askers(wanted.asker)), "")
        sought = Sought(wanted.question, meant[0] if meant else "", asker, wanted.before)
        only = frozenset(meant) if wanted.only and meant else None
        ranked = Similar(index).find(sought, SEARCHED if only else wanted.most)
        by_id = {one.source_id: one for one in self._ledger.questions_standing(r.id for r in ranked)}
        both = [(r, by_id[r.id]) for r in ranked if r.id in by_id]
        return [(r, q) for r, q in both if only is None or q.body in only][: wanted.most]

    def _notes(self, wanted: Wanted) -> tuple[str, ...]:
        if wanted.asker.strip() and not self._ledger.question_askers(wanted.asker):
            return (f"No question of this record was asked by \u201c{wanted.asker.strip()}\u201d.",)
        return ()

    def _earlier(self, ranked: Sequence[tuple[Ranked, WrittenQuestion]]) -> tuple[Earlier, ...]:
        questions = [one for _, one in ranked]
        texts = self._ledger.texts(one.source_id for one in questions)
        asked = {one.source_id: as_asked(one, texts[one.source_id]) for one in questions}
        twins = duplicates(asked.values())
        chains, changes = chains_of(questions, self._ledger), changes_of(questions, twins, self._ledger)
        urls = {one.id: one.url for one in self._ledger.sources_of(asked)}
        by_id = {one.source_id: one for one in questions}
        twin_of = {twin.id: _twin(twin, by_id[twin.of]) for twin in twins}
        return tuple(
            replace(
                self._one(question, asked[question.source_id].text, asked[question.source_id].answer),
                url=urls.get(question.source_id, ""),
                chain=chains[question.source_id],
                twin=twin_of.get(question.source_id),
                changes=changes.get(question.source_id, ()),
                score=place.score,
            )
            for place, question in ranked
        )

    def _one(self, question: WrittenQuestion, text: str, answer: str) -> Earlier:
        figures = bool(question.refusals) and bool(figures_told(question, self._ledger))
        return Earlier(
            id=question.source_id,
            uin=question.uin,
            house=question.house,
            heading=question.heading,
            department=question.body,
            question=text,
            tabled=question.tabled,
            standing=standing_of(question, figures=figures),
            status=status_of(question, figures=figures),
            answer=answer,
            answered=question.answered if question.settled else None,
            corrected=question.corrected,
            grounds=grounds_of(question),
            clipped=question.clipped,
            grouped=tuple(other.uin for other in question.grouped),
            asker=_named(question.asker, question.asker_id, "Member"),
            minister=_named(question.minister, question.minister_id, "Minister"),
        )


_EMPTY = "The record is empty: put written questions in first."
_NO_QUESTIONS = "This record holds no written questions: put some in first."


def _unasked(question: str) -> str:
    """Why QUESTION cannot be looked for; "" where it can."""
    if len(question) > LONGEST:
        return (
            f"The question is {len(question):,} characters long, and at most {LONGEST:,} are read: ask in fewer words."
        )
    if not _WORD.search(question):
        return "There is no word in the question to look for: ask in words."
    return ""


def _nothing(wanted: Wanted, meant: tuple[str, ...]) -> str:
    before = f" tabled before {long_date(wanted.before)}" if wanted.before else ""
    to = f" put to {' or '.join(meant)}" if wanted.only and meant else ""
    return f"No question{to}{before} in this record shares a telling word with it."


def _named(name: str, number: int | None, office: str) -> str:
    if name:
        return name
    return f"{office} no. {number}" if number is not None else ""


def _some(bodies: dict[str, int]) -> str:
    """The bodies that were asked most, and how many more there are."""
    named = list(bodies)[:_NAMED]
    more = len(bodies) - len(named)
    return "; ".join([*named, f"and {more} more"] if more else named)


def _twin(twin: Duplicate, of: WrittenQuestion) -> Twin:
    told = twin.alike
    here, there = (told.only_second, told.only_first) if told else ((), ())
    return Twin(twin.of, of.uin, of.tabled, here, there, twin.together, told is not None)
