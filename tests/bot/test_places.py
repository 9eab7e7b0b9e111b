"""The page of a document that an answer leans on is told wherever its footnote is."""

from __future__ import annotations

from datetime import date
from io import StringIO
from pathlib import Path

from rich.console import Console

from bot.desk import Desk
from bot.terminal import show
from corpus.formats import Meta
from corpus.ingest import Outcome, ingest_bytes
from corpus.ledger import Ledger
from tests.corpus.pdf_maker import Page, column, pdf
from ui.cited import citations
from ui.copying import footnoted


def test_a_footnote_says_on_which_page_it_stands(tmp_path: Path) -> None:
    first, second = Page(), Page()
    column(first, 72, 80, ["The canal service", "", "This note is about the canals of the county."])
    column(second, 72, 80, ["In May 2011 the service drained 37 locks, and it mended 12 sluices."])
    with Desk(Ledger.open(tmp_path / "record", create=True)) as desk:
        done = ingest_bytes(desk.ledger, "canals.pdf", pdf(first, second), Meta(published=date(2011, 7, 4)))
        assert done.outcome is Outcome.ADDED, done.reason
        answer = desk.ask("How many locks were drained in May 2011?")
    assert [c.place for c in answer.citations] == ["page 2"], answer.text
    assert "page 2" in citations(answer, "a1")
    assert "page 2" in footnoted(answer)
    out = StringIO()
    show(answer, Console(file=out, width=100))
    assert "page 2" in out.getvalue()
