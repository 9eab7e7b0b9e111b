"""Who speaks in a record, and in which passages: what may be asked of the ledger about speakers."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select, tuple_

from corpus.ledger import rows
from corpus.ledger.queries import Queries
from corpus.ledger.tables import statement
from corpus.records import Statement

__all__ = ["Spoken"]

_STATEMENT = [c for c in statement.c if c.name != "passage_id"]


class Spoken(Queries):
    """What may be asked of the ledger about whose words it holds."""

    def speakers(self) -> tuple[tuple[str, str], ...]:
        """Everybody whose words the record holds, by name and role, each once: a few hundred in fifteen thousand."""
        pairs = select(statement.c.speaker, statement.c.role).where(statement.c.speaker != "").distinct()
        return self._kept("speakers", lambda: self._all(pairs, lambda row: (str(row[0]), str(row[1]))))

    def statements_by(self, speakers: Iterable[tuple[str, str]], most: int) -> tuple[tuple[Statement, str], ...]:
        """The statements of SPEAKERS, MOST of them at the most, each with the id of its passage ("" for none)."""
        s, wanted = statement.c, list(speakers)
        query = (
            select(*_STATEMENT, s.passage_id).where(tuple_(s.speaker, s.role).in_(wanted)).order_by(s.id).limit(most)
        )
        return self._all(query, lambda row: (rows.statement_of(row[:-1]), str(row[-1] or ""))) if wanted else ()
