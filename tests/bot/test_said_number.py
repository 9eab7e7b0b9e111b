"""Whether somebody gave a number: told of their own figures, and of nobody else's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.desk import Desk
from corpus.formats.base import Meta
from corpus.ingest import Outcome, ingest_bytes
from corpus.ledger import Ledger

SHEET = """despatch-sheet: 1
name: lamps-2014
sources:
  - key: A1
    title: "Lamps: letter from Ida Brook, 2 May 2014"
    publisher: Harbour Assembly
    kind: letter
    published: 2014-05-02
    each: {counted: lamps, nature: flow, as_at: 2014-05, said_by: Ida Brook}
    figures:
      - key: W
        value: 300
        measure: put out
        says: Ida Brook told the Lighting Committee on 2 May 2014 that 300 lamps had been put out.
      - key: M
        value: 45
        measure: mended
        says: Ida Brook told the Lighting Committee on 2 May 2014 that 45 lamps had been mended.
  - key: A2
    title: "Lamps: letter from Mark Poole, 9 June 2014"
    publisher: Harbour Assembly
    kind: letter
    published: 2014-06-09
    each: {counted: lamps, nature: flow, as_at: 2014-06, said_by: Mark Poole}
    figures:
      - key: W2
        value: 280
        measure: put out
        says: Mark Poole wrote on 9 June 2014 that 280 lamps had been put out.
        links:
          - supersedes: W
"""


@pytest.fixture(scope="module")
def lamps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    ledger = Ledger.open(tmp_path_factory.mktemp("lamps") / "record", create=True)
    report = ingest_bytes(ledger, "lamps.yaml", SHEET.encode(), Meta(published=date(2014, 6, 9)))
    assert report.outcome is Outcome.ADDED, report.reason
    with Desk(ledger) as desk:
        yield desk


@pytest.mark.parametrize(
    ("asked", "lead", "values"),
    [
        ("did ida brook say 300 lamps were put out", "Yes: ", ["300"]),
        ("Did Ida Brook tell the committee that 300 lamps had been put out?", "Yes: ", ["300"]),
        ("Did Mark Poole say that 280 lamps were put out?", "Yes: ", ["280"]),
        ("did ida brook say 280 lamps were put out", "The record gives another figure: ", ["300"]),
        ("Did Ida Brook say 60 lamps were mended?", "The record gives another figure: ", ["45"]),
        ("Did Mark Poole say 45 lamps were mended?", "Nothing in this record", []),
    ],
)
def test_a_number_is_that_of_whoever_gave_it(lamps: Desk, asked: str, lead: str, values: list[str]) -> None:
    answer = lamps.ask(asked)
    assert answer.text.startswith(lead)
    assert [f.value for f in answer.figures] == values
