"""Every question that may be asked of the ledger about written questions, by name.

References between questions are kept as they were told, by number and day, and resolved when they are asked for: so
it does not matter which of two questions is put in first, or that one of them is put in again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from sqlalchemy import Column, Select, Text, and_, cast, exists, func, inspect, literal_column, or_, select

from corpus.ledger.queries import Queries, by
from corpus.ledger.question_rows import question_of, reference_of, refusal_of
from corpus.ledger.tables import question, reference, refusal, source
from corpus.questions import Ground, QuestionState, WrittenQuestion
from corpus.records import Link, LinkKind

__all__ = ["Questions", "Tally"]

_AT_ONCE = 500
"""So many questions are read together where all are gone through."""

_CORRECTED: Any = literal_column(f"'{QuestionState.CORRECTED.value}'")
"""Written into the query: ``by`` knows no values but ids."""
_other = question.alias("other")
_CURRENT = ~exists().where(
    _other.c.house == question.c.house,
    _other.c.number == question.c.number,
    _other.c.state == _CORRECTED,
    question.c.state != _CORRECTED,
)
"""Whether it is the question as it stands now: an answer that was corrected is not."""
_ORDER = (question.c.tabled, question.c.house, question.c.number, question.c.source_id)
_OF = by(select(*question.c), question.c.source_id)
_OF_CURRENT = by(select(*question.c).where(_CURRENT), question.c.source_id)
_DIGESTS = select(source.c.id, source.c.digest).join(question, question.c.source_id == source.c.id).where(_CURRENT)
_REFUSALS = by(
    select(refusal.c.id, refusal.c.source_id, refusal.c.ground, refusal.c.start, refusal.c.end), refusal.c.source_id
)
_REFERENCE: list[Column[Any]] = [c for c in reference.c if c.name not in ("id", "source_id")]
_REFERENCES = by(select(reference.c.id, reference.c.source_id, *_REFERENCE), reference.c.source_id)
_MEANT = and_(
    question.c.uin == reference.c.uin,
    question.c.source_id != reference.c.source_id,
    or_(*(reference.c.day == question.c[name] for name in ("tabled", "answered", "held", "corrected"))),
    _CURRENT,
)
_LED = (
    select(reference.c.id, reference.c.kind, reference.c.source_id, question.c.source_id)
    .select_from(reference)
    .join(question, _MEANT)
)
_REFERRED = by(_LED, reference.c.source_id)
_REFERRING = by(_LED, question.c.source_id)


_SETTLED = (QuestionState.ANSWERED.value, QuestionState.CORRECTED.value)


class Tally(NamedTuple):
    """How many answers there are, of how many only the beginning is held, and how many bear no day."""

    answered: int
    clipped: int
    undated: int


class Questions(Queries):
    """The queries about written questions. A ledger of an older version holds none."""

    @cached_property
    def asks(self) -> bool:
        """Whether the ledger has room for questions; not where it is older and may only be read."""
        with self._connected() as connection:
            return bool(inspect(connection).has_table(question.name))

    def question(self, source_id: str) -> WrittenQuestion:
        """The question whose source that is. Raises KeyError where it is none."""
        found = self.questions_of([source_id])
        if not found:
            raise KeyError(source_id)
        return found[0]

    def questions_of(self, source_ids: Iterable[str]) -> tuple[WrittenQuestion, ...]:
        """The questions of these sources, in their order and less those that are none."""
        return self._of(_OF, source_ids)

    def questions_standing(self, source_ids: Iterable[str]) -> tuple[WrittenQuestion, ...]:
        """As ``questions_of``, less those whose answer has since been corrected."""
        return self._of(_OF_CURRENT, source_ids)

    def question_digests(self) -> dict[str, str]:
        """The sources of all questions as they stand now, with the hash of all that is stored of each."""
        return {row[0]: row[1] for row in self._rows(_DIGESTS.order_by(source.c.added))} if self.asks else {}

    def question_askers(self, words: str) -> tuple[str, ...]:
        """Of the Members whose number or name WORDS are, what each is known by: the number, or else the name.

        The case of a name does not matter.
        """
        number, name = cast(question.c.asker_id, Text), words.strip()
        if not self.asks or not name:
            return ()
        named = or_(number == name, func.lower(question.c.asker) == name.lower())
        query = select(func.coalesce(number, question.c.asker)).where(named).distinct()
        return tuple(sorted(row[0] for row in self._rows(query)))

    def question_by_number(self, house: str, number: int) -> WrittenQuestion | None:
        """The question of that lasting number as it stands now, or None."""
        found = self._asked(_select().where(question.c.house == house, question.c.number == number, _CURRENT))
        return found[0] if found else None

    def question_versions(self, house: str, number: int) -> tuple[WrittenQuestion, ...]:
        """The question of that lasting number with its answer as first given, and then as corrected."""
        corrected = question.c.state == _CORRECTED
        query = select(*question.c).where(question.c.house == house, question.c.number == number)
        return self._asked(query.order_by(corrected, question.c.source_id))

    def questions_by_uin(self, uin: str, day: date | None = None) -> tuple[WrittenQuestion, ...]:
        """The questions of that UIN, which are of different sessions; where DAY is given, the one that it tells."""
        query = _select().where(question.c.uin == uin, _CURRENT)
        if day is not None:
            days = (question.c[name] for name in ("tabled", "answered", "held", "corrected"))
            query = query.where(or_(*(d == day.isoformat() for d in days)))
        return self._asked(query)

    def questions_answered_on(self, day: date) -> tuple[WrittenQuestion, ...]:
        """The questions that were answered on DAY, or whose answer was corrected then."""
        on = day.isoformat()
        return self._asked(_select().where(or_(question.c.answered == on, question.c.corrected == on), _CURRENT))

    def question_bodies(self) -> dict[str, int]:
        """Each answering body with how many questions were put to it, the most first."""
        return dict(self._kept("question bodies", self._bodies)) if self.asks else {}

    def _bodies(self) -> tuple[tuple[str, int], ...]:
        count = func.count()
        query = select(question.c.body, count).where(_CURRENT).group_by(question.c.body)
        return tuple((row[0], row[1]) for row in self._rows(query.order_by(count.desc(), question.c.body)))

    def each_question(
        self,
        body: str | None = None,
        ground: Ground | None = None,
        first: date | None = None,
        last: date | None = None,
    ) -> Iterator[WrittenQuestion]:
        """Every question as it stands now, in the order of tabling, a few at a time: a record may hold very many.

        Where given: those put to BODY, those that refuse something on GROUND, those answered FIRST to LAST.
        """
        query = _select().where(_CURRENT)
        if body is not None:
            query = query.where(question.c.body == body)
        if ground is not None:
            query = query.where(exists().where(_refuses(ground)))
        if first is not None:
            query = query.where(question.c.answered >= first.isoformat())
        if last is not None:
            query = query.where(question.c.answered <= last.isoformat())
        ids = [row[0] for row in self._rows(query.with_only_columns(question.c.source_id))] if self.asks else []
        for at in range(0, len(ids), _AT_ONCE):
            yield from self.questions_of(ids[at : at + _AT_ONCE])

    def question_tally(self, body: str, first: date | None = None, last: date | None = None) -> Tally:
        """How many questions put to BODY are answered, as they stand now, FIRST to LAST where those are given."""
        if not self.asks:
            return Tally(0, 0, 0)
        told = question.c.answered
        settled = and_(question.c.body == body, _CURRENT, question.c.state.in_(_SETTLED))
        query = select(func.count(), func.coalesce(func.sum(question.c.clipped), 0)).where(settled)
        if first is not None:
            query = query.where(told >= first.isoformat())
        if last is not None:
            query = query.where(told <= last.isoformat())
        answered, clipped = self._rows(query)[0]
        undated = self._rows(select(func.count()).where(settled, told.is_(None)))[0][0]
        return Tally(answered, clipped, undated)

    def questions_superseded(self, source_ids: Iterable[str]) -> dict[str, WrittenQuestion]:
        """Of these sources, those whose answer has been corrected, each with the question as it stands now."""
        found: dict[str, WrittenQuestion] = {}
        for one in self.questions_of(source_ids):
            if one.state is not QuestionState.CORRECTED:
                now = self.question_by_number(one.house, one.number)
                if now is not None and now.source_id != one.source_id:
                    found[one.source_id] = now
        return found

    def questions_referred(self, source_ids: Iterable[str]) -> tuple[Link, ...]:
        """The links from these questions to those that they or their answers name: by number and day, never else."""
        return self._led(_REFERRED, source_ids)

    def questions_referring(self, source_ids: Iterable[str]) -> tuple[Link, ...]:
        """The links to these questions from those that name them."""
        return self._led(_REFERRING, source_ids)

    def _of(self, query: Select[Any], source_ids: Iterable[str]) -> tuple[WrittenQuestion, ...]:
        wanted = list(dict.fromkeys(source_ids))
        if not wanted or not self.asks:
            return ()
        return self._whole(wanted, {row[0]: row for row in self._by_ids(query, wanted)})

    def _led(self, query: Select[Any], source_ids: Iterable[str]) -> tuple[Link, ...]:
        wanted = list(dict.fromkeys(source_ids))
        if not wanted or not self.asks:
            return ()
        found = sorted(self._by_ids(query, wanted))
        return tuple(dict.fromkeys(Link(LinkKind(kind), one, other, "", one) for _, kind, one, other in found))

    def _asked(self, query: Select[Any]) -> tuple[WrittenQuestion, ...]:
        found = self._rows(query) if self.asks else []
        return self._whole([row[0] for row in found], {row[0]: row for row in found})

    def _whole(self, ids: list[str], found: dict[str, Any]) -> tuple[WrittenQuestion, ...]:
        """The rows FOUND with what stands of them in the other two tables, in the order of IDS."""
        held = [i for i in ids if i in found]
        refused = _gathered(self._by_ids(_REFUSALS, held))
        referred = _gathered(self._by_ids(_REFERENCES, held))
        return tuple(
            question_of(found[i], map(refusal_of, refused.get(i, ())), map(reference_of, referred.get(i, ())))
            for i in held
        )


def _select() -> Select[Any]:
    return select(*question.c).order_by(*_ORDER)


def _refuses(ground: Ground) -> Any:
    return and_(refusal.c.source_id == question.c.source_id, refusal.c.ground == ground.value)


def _gathered(found: Iterable[Any]) -> dict[str, list[Any]]:
    """Rows of ``id, source_id, …`` by their source, in order and less those two."""
    by_source: dict[str, list[Any]] = {}
    for row in sorted(found):
        by_source.setdefault(row[1], []).append(row[2:])
    return by_source
