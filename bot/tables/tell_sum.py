"""What several tables give, each for its own part of a time or of what is asked for, added up as an Answer."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.answer import Answer, SaidFigure, Status
from bot.derive import digits
from bot.shown import amount
from bot.tables.said import label_of, marks, shown_value
from bot.tables.take import Taken
from bot.tables.tell import Teller
from corpus.records import Qualifier

__all__ = ["added_up", "both_added"]


def added_up(teller: Teller, rows: Sequence[Taken], when: str) -> Answer:
    """ROWS, of one sheet each, which between them are all of the time WHEN, added up."""
    return _added(teller, rows, f"{label_of(rows[0])}, {when}", [_part(row) for row in rows])


def both_added(teller: Teller, rows: Sequence[Taken]) -> Answer:
    """ROWS, each of another thing that a table of its own counts, added up."""
    names = [label_of(row) for row in rows]
    return _added(teller, rows, " and ".join(names), names)


def _added(teller: Teller, rows: Sequence[Taken], what: str, names: Sequence[str]) -> Answer:
    cited = [teller.cite(row) for row in rows]
    result = sum((row.value or Decimal(0) for row in rows), Decimal(0))
    expression = f"{' + '.join(digits(row.value or Decimal(0)) for row in rows)} = {digits(result)}"
    derivation = teller.derived("sum", expression, digits(result), rows)
    told = "; ".join(f"{name}: {shown_value(row)} {marks(n)}" for name, row, n in zip(names, rows, cited, strict=True))
    unit = rows[0].unit
    body = [f"{what}: {amount(result, unit)}, added up from {told}.", teller.source_line(rows[0].slice.listed)]
    sheets = dict.fromkeys(row.slice.listed.dataset.sheet for row in rows[1:])
    body += [f"The other sheets: {'; '.join(sheets)}."] if all(sheets) else []
    every = tuple(dict.fromkeys(n for some in cited for n in some))
    figure = SaidFigure(derivation.result, unit or "count", str(Qualifier.EXACTLY), every, what)
    return teller.answer(
        Status.COMPUTED, body, headline=amount(result, unit), what=what, figures=(figure,), derivation=derivation
    )


def _part(row: Taken) -> str:
    """Of which part of the time a row is, by the title of its table."""
    one = row.slice.listed.dataset
    return one.period.words if one.period is not None else one.sheet
