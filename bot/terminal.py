"""An answer on a terminal: the same parts as on the page, marked passages included. Documents' text is never markup."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from bot.answer import Answer, Citation, Status
from bot.cite import long_date

__all__ = ["show"]

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


def show(answer: Answer, console: Console | None = None) -> None:
    """Print ANSWER for a person to read."""
    out = console or Console(highlight=False)
    out.print(Text(_SAYS[answer.status], style="bold reverse"))
    if answer.headline and answer.headline != _SAYS[answer.status]:
        out.print(Text(answer.headline, style="bold"))
    out.print(Text(answer.text))
    out.print()
    out.print(Text(answer.interpretation, style="dim"))
    if answer.derivation:
        out.print(Text(f"Arithmetic: {answer.derivation.expression}", style="bold"))
    for citation in answer.citations:
        _citation(out, citation)
    _rest(out, answer)


def _citation(out: Console, citation: Citation) -> None:
    head = f"[{citation.n}] {citation.title} ({citation.kind})"
    out.print(Text(head, style="bold"))
    quote = Text(citation.quote)
    for start, end in citation.marks:
        quote.stylize("reverse", start, end)
    out.print(Padding(quote, (0, 0, 0, 4)))
    details = [
        long_date(citation.published),
        citation.reference,
        citation.url,
        "paraphrase" if citation.paraphrase else "",
    ]
    out.print(Padding(Text(" \u00b7 ".join(d for d in details if d), style="dim"), (0, 0, 0, 4)))


def _rest(out: Console, answer: Answer) -> None:
    for caveat in answer.caveats:
        out.print(Text(f"Note: {caveat}"))
    if answer.nearest:
        out.print(Text("Nearest in the record:", style="bold"))
    for near in answer.nearest:
        out.print(Padding(Text(f"{near.value}: {near.counts} ({near.as_at})"), (0, 0, 0, 4)))
