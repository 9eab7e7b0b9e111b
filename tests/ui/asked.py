"""A desk over a small record of invented written questions, for the page of previous answers."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from bot.desk import Desk
from corpus.ingest import ingest_bytes
from corpus.ledger import Ledger
from tests.corpus.question_pages import clipped, page, question
from tests.ui.fakes import HOSTILE

__all__ = ["LAMPS", "asked_desk"]

LAMPS = "To ask the Secretary of State for Lamps, how many lamps were mended in 2030 in the county of Umber."
_NEXT = (
    "To ask the Secretary of State for Lamps, pursuant to the Answer of 11 March 2031 to Question 4001, what the "
    "mending of the lamps cost."
)
_COST = "To count the lamps could only be done at disproportionate cost."
_ROWS = (
    question(1, questionText=LAMPS, answerText="<p>In 2030, 412 lamps were mended in the county of Umber.</p>"),
    question(
        2,
        questionText=LAMPS,
        answerText="<p>In 2030, 430 lamps were mended in the county of Umber.</p>",
        dateTabled="2031-06-02T00:00:00",
        dateAnswered="2031-06-09T00:00:00",
    ),
    question(3, questionText=_NEXT, answerText=_COST, heading="Lamps: Costs", dateTabled="2031-06-16T00:00:00"),
    question(4, questionText="To ask who paints bollards.", answerText=clipped("The wardens paint bollards. " * 12)),
    question(5, questionText="To ask who oils bollards.", answerText=None, dateAnswered=None, heading="Bollards"),
    question(
        6,
        questionText=f"To ask how many kites were lost. {HOSTILE}",
        answerText=f"**12** kites & {HOSTILE}",
        heading=HOSTILE,
        askingMember={"name": HOSTILE},
        answeringBodyName="Ministry of Kites",
    ),
)  # fmt: skip


def asked_desk() -> Desk:
    """A new one, in a folder of its own; no model is loaded for it."""
    ledger = Ledger.open(Path(tempfile.mkdtemp(prefix="despatch-asked-")), create=True)
    report = ingest_bytes(ledger, "questions.json", json.dumps(page(*_ROWS)).encode())
    assert not report.reason
    return Desk(ledger)
