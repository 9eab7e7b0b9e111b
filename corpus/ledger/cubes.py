"""Between data cubes and the ledger's rows, and the queries over them: always of every observation that is asked for.

A dataset's dimensions and codes stand in its own row as JSON; its observations have a row each, with the number of
their code on each dimension, so that those of any codes are found by the database.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import islice
from typing import Any

from sqlalchemy import Connection, and_, insert, inspect, select

from corpus.cube import MOST_DIMENSIONS, NO_CODE, Code, Dataset, Dimension, Observation, Role
from corpus.ledger.queries import CHUNK, Queries
from corpus.ledger.tables import dataset, observation
from corpus.records import Nature, Period, Qualifier, Span, Standing, When

__all__ = ["Cubes", "dataset_fields", "dataset_of", "write_observations"]

_SOME = 5_000
"""Observations are written so many at a time."""
_QUALIFIER = {q.value: q for q in Qualifier}
_DATASET = list(dataset.c)
_OBSERVATION = list(observation.c)
_CODES = tuple(f"code{n}" for n in range(MOST_DIMENSIONS))


class Cubes(Queries):
    """What may be asked of the ledger about statistical tables."""

    @cached_property
    def cubed(self) -> bool:
        """Whether the ledger has room for statistical tables; not where it is older and may only be read."""
        with self._connected() as connection:
            return bool(inspect(connection).has_table(dataset.name))

    def datasets(self, source_id: str | None = None) -> tuple[Dataset, ...]:
        """Every dataset, or those of one source, by id; none of them holds its observations."""
        if not self.cubed:
            return ()
        if source_id is not None:
            query = select(*_DATASET).where(dataset.c.source_id == source_id).order_by(dataset.c.id)
            return self._all(query, dataset_of)
        return self._kept("datasets", lambda: self._all(select(*_DATASET).order_by(dataset.c.id), dataset_of))

    def observed(self, one: Dataset, where: Mapping[int, Collection[int]] | None = None) -> tuple[Observation, ...]:
        """Every observation of a dataset that has, on each dimension WHERE names, one of the codes it gives there.

        In the order of the sheet. There is no limit: what is added up from these is added up from all of them.
        """
        asked = [observation.c[_CODES[n]].in_(sorted(codes)) for n, codes in (where or {}).items()]
        query = select(*_OBSERVATION).where(and_(observation.c.dataset_id == one.id, *asked))
        rows = self._rows(query.order_by(observation.c.row, observation.c.column))
        width = len(one.dimensions)
        return tuple(_observation_of(row, width) for row in rows)

    def observed_rows(self, one: Dataset, rows: Collection[int]) -> tuple[Observation, ...]:
        """The observations in these rows of a dataset's sheet, in its order."""
        found: list[Observation] = []
        ordered = sorted(rows)
        for at in range(0, len(ordered), CHUNK):
            o, some = observation.c, ordered[at : at + CHUNK]
            query = select(*_OBSERVATION).where(o.dataset_id == one.id, o.row.in_(some)).order_by(o.row, o.column)
            found += [_observation_of(row, len(one.dimensions)) for row in self._rows(query)]
        return tuple(found)

    def observation_at(self, one: Dataset, row: int, column: int) -> Observation | None:
        """The observation in a cell of a dataset's sheet, or None."""
        o = observation.c
        query = select(*_OBSERVATION).where(o.dataset_id == one.id, o.row == row, o.column == column)
        found = self._rows(query)
        return _observation_of(found[0], len(one.dimensions)) if found else None


def write_observations(connection: Connection, one: Dataset) -> None:
    """Put every observation of a dataset in, whose own row is there already."""
    statement = insert(observation)
    rows = (_observation_fields(one.id, seen) for seen in one.observations)
    while some := list(islice(rows, _SOME)):
        connection.execute(statement, some)


def _observation_fields(dataset_id: str, seen: Observation) -> dict[str, Any]:
    codes = (*seen.codes, *(NO_CODE,) * (MOST_DIMENSIONS - len(seen.codes)))
    return {
        "dataset_id": dataset_id,
        "row": seen.row,
        "column": seen.column,
        "value": None if seen.value is None else str(seen.value),
        "qualifier": seen.qualifier.value,
        "start": seen.start,
        "end": seen.end,
        "row_start": seen.row_start,
        "row_end": seen.row_end,
        "mark": seen.mark,
        "status": seen.status,
        **dict(zip(_CODES, codes, strict=True)),
    }


def _observation_of(row: Sequence[Any], width: int) -> Observation:
    (_, at, column, value, qualifier, start, end, row_start, row_end, mark, status, *codes) = row
    return Observation(
        tuple(codes[:width]),
        None if value is None else Decimal(value),
        _QUALIFIER[qualifier],
        start,
        end,
        row_start,
        row_end,
        at,
        column,
        mark,
        status,
    )


def dataset_fields(one: Dataset) -> dict[str, Any]:
    """A dataset as a row, with a hash of its observations. Goes through them once."""
    if len(one.dimensions) > MOST_DIMENSIONS:
        raise ValueError(f"dataset {one.title!r} has {len(one.dimensions)} dimensions: at most {MOST_DIMENSIONS}")
    held, whole = 0, hashlib.sha256()
    for seen in one.observations:
        whole.update(repr((seen[0], str(seen[1]), seen[2].value, *seen[3:])).encode())
        held += 1
    return {
        "id": one.id,
        "source_id": one.source_id,
        "title": one.title,
        "measure": one.measure,
        "sheet": one.sheet,
        "rows": one.rows,
        "held": held,
        "observed": whole.hexdigest(),
        "told": json.dumps(_told(one), ensure_ascii=False, separators=(",", ":")),
    }


def _told(one: Dataset) -> dict[str, Any]:
    return {
        "dimensions": [[d.name, d.role.value, d.follows, [_code(c) for c in d.codes]] for d in one.dimensions],
        "unit": one.unit,
        "scale": one.scale,
        "nature": one.nature.value,
        "additive": one.additive,
        "geography": one.geography,
        "period": _period(one.period),
        "as_at": _when(one.as_at),
        "standing": one.standing.value,
        "title_at": _span(one.title_at),
        "header_at": _span(one.header_at),
        "notes": [list(note) for note in one.notes],
    }


def dataset_of(row: Sequence[Any]) -> Dataset:
    """A row as a dataset, without its observations."""
    id_, source_id, title, measure, sheet, rows, _, _, told = row
    kept = json.loads(told)
    return Dataset(
        id=id_,
        source_id=source_id,
        title=title,
        measure=measure,
        dimensions=tuple(
            Dimension(name, Role(role), tuple(_code_of(c) for c in codes), follows)
            for name, role, follows, codes in kept["dimensions"]
        ),
        unit=kept["unit"],
        scale=kept["scale"],
        nature=Nature(kept["nature"]),
        additive=kept["additive"],
        geography=kept["geography"],
        period=_period_of(kept["period"]),
        as_at=_when_of(kept["as_at"]),
        standing=Standing(kept["standing"]),
        sheet=sheet,
        title_at=_span_of(kept["title_at"]),
        header_at=_span_of(kept["header_at"]),
        notes=tuple((mark, words) for mark, words in kept["notes"]),
        rows=rows,
    )


def _code(code: Code) -> list[Any] | str:
    """A code as short as it can be written: most are words and nothing else."""
    if code == Code(code.words):
        return code.words
    nature = None if code.nature is None else code.nature.value
    return [
        code.words,
        code.total,
        code.parent,
        _period(code.period),
        _when(code.as_at),
        code.unit,
        code.scale,
        nature,
        code.additive,
    ]


def _code_of(told: list[Any] | str) -> Code:
    if isinstance(told, str):
        return Code(told)
    words, total, parent, period, as_at, unit, scale, nature, additive = told
    made = None if nature is None else Nature(nature)
    return Code(words, total, parent, _period_of(period), _when_of(as_at), unit, scale, made, additive)


def _period(period: Period | None) -> list[str | None] | None:
    return None if period is None else [_iso(period.start), _iso(period.end), period.words]


def _period_of(told: list[Any] | None) -> Period | None:
    return None if told is None else Period(_day(told[0]), _day(told[1]), told[2])


def _when(when: When | None) -> list[str] | None:
    return None if when is None else [when.first.isoformat(), when.last.isoformat()]


def _when_of(told: list[str] | None) -> When | None:
    return None if told is None else When(date.fromisoformat(told[0]), date.fromisoformat(told[1]))


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _span_of(told: list[int] | None) -> Span | None:
    return None if told is None else Span(told[0], told[1])


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(told: str | None) -> date | None:
    return None if told is None else date.fromisoformat(told)
