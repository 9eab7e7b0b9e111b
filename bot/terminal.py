"""An answer on a terminal: the same parts as on the page, marked passages included. Documents' text is never markup."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.answer import Answer, Citation, Status, Tabled
from bot.cells import CitedRow, row_of
from bot.cite import long_date

__all__ = ["CITED", "show"]

CITED = 12
"""So many citations are shown; of an answer over a table it is said how many more cells there are."""
_ROWS = 40
_SAYS = {
    Status.ANSWERED: "Answered",
    Status.COMPUTED: "Worked out from the record",
    Status.CONFLICTING: "The record disagrees",
    Status.PARTIAL: "Answered in part",
    Status.NOT_KNOWN: "Not known",
    Status.REFUSED_ON_RECORD: "Refused on the record",
    Status.NOT_IN_RECORD: "Not in this record",
    Status.AMBIGUOUS: "Which of these?",
    Status.DECLINED: "Not a question for the record",
}


_WITHHELD = "Withheld by the table"
"""What is said in place of "not known" where the table suppresses the figure: whoever made the table knows it."""


def show(answer: Answer, console: Console | None = None) -> None:
    """Print ANSWER for a person to read."""
    out = console or Console(highlight=False)
    says = _WITHHELD if answer.withheld else _SAYS[answer.status]
    out.print(Text(says, style="bold reverse"))
    if answer.headline and answer.headline != says:
        out.print(Text(answer.headline, style="bold"))
    out.print(Text(answer.text))
    out.print()
    if answer.table:
        _table(out, answer.table)
    out.print(Text(answer.interpretation, style="dim"))
    if answer.derivation:
        out.print(Text(f"Arithmetic: {answer.derivation.expression}", style="bold"))
    for citation in answer.citations[:CITED]:
        _citation(out, citation)
    if further := answer.citations[CITED:]:
        out.print(Text(_further(answer.citations[:CITED], further)))
    _rest(out, answer)


def _table(out: Console, table: Tabled) -> None:
    """The table with its columns in line, numbers to the right."""
    out.print(Text(f"{table.caption} ({table.unit})" if table.unit else table.caption, style="bold"))
    drawn = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0), header_style="dim")
    for at, name in enumerate(table.columns):
        drawn.add_column(Text(name), justify="right" if at == 1 else "left", overflow="fold")
    for row in table.rows[:_ROWS]:
        drawn.add_row(*map(Text, row))
    out.print(Padding(drawn, (0, 0, 0, 4)))
    if len(table.rows) > _ROWS:
        out.print(Text(f"    and {len(table.rows) - _ROWS:,} more rows: --csv gives them all", style="dim"))
    out.print()


def _citation(out: Console, citation: Citation) -> None:
    row = row_of(citation)
    cell = f", cell {row.cell}" if row else ""
    out.print(Text(f"[{citation.n}] {citation.title} ({citation.kind}){cell}", style="bold"))
    out.print(Padding(_row(row) if row else _quoted(citation), (0, 0, 0, 4)))
    details = [
        citation.place,
        long_date(citation.published),
        citation.reference,
        citation.url,
        "paraphrase" if citation.paraphrase else "",
    ]
    if any(details):
        out.print(Padding(Text(" \u00b7 ".join(d for d in details if d), style="dim"), (0, 0, 0, 4)))


def _quoted(citation: Citation) -> Text:
    quote = Text(citation.quote)
    for start, end in citation.marks:
        quote.stylize("reverse", start, end)
    return quote


def _row(row: CitedRow) -> Text:
    """A table's row on a line, the cited cell marked."""
    words = Text()
    for at in row.shown:
        if words:
            words.append(" \u00b7 ")
        words.append(row.cells[at], style="reverse" if at in row.marked else None)
    return words


def _further(shown: tuple[Citation, ...], further: tuple[Citation, ...]) -> str:
    """How much more is cited: cells of the table that has been shown, of other tables, or other sources."""
    tables = {row.dataset for one in shown if (row := row_of(one))}
    rows = [row_of(one) for one in further]
    if all(rows):
        same = all(row and row.dataset in tables for row in rows)
        return f"and {len(rows):,} more cells of the same table" if same else f"and {len(rows):,} more cells of tables"
    return f"and {len(further):,} more sources: --json gives them all"


def _rest(out: Console, answer: Answer) -> None:
    for caveat in answer.caveats:
        out.print(Text(f"Note: {caveat}"))
    if answer.nearest:
        out.print(Text("Nearest in the record:", style="bold"))
    for near in answer.nearest:
        when = f" ({near.as_at})" if near.as_at else ""
        out.print(Padding(Text(f"{near.value}: {near.counts}{when}"), (0, 0, 0, 4)))
