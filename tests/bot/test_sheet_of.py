"""A document and the record sheet that was written of it, in one record: what was said since stands against both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.answer import Status
from bot.desk import Desk
from bot.sheet_of import of_their_sheets
from corpus.formats.base import Meta
from corpus.index import bring_up_to_date
from corpus.ingest import ingest_bytes
from corpus.ledger import Ledger
from corpus.records import Figure, LinkKind, Qualifier, Source, SourceKind, Span
from corpus.reports import Outcome

DAY = date(2013, 5, 4)
SHEET = """despatch-sheet: 1
name: lanterns
sources:
  - key: P
    title: "The Ryme Gazette, 4 May 2013: Lost lanterns bring keeper down"
    publisher: The Ryme Gazette
    kind: press report
    published: 2013-05-04
    each: {counted: lanterns, nature: flow, as_at: 2013-05-04, said_by: The Ryme Gazette}
    figures:
      - key: W
        value: 640
        measure: lost at sea
        says: The Ryme Gazette wrote on 4 May 2013 that 640 lanterns had been lost at sea.
      - key: B
        value: 17
        measure: made of brass
        part_of: W
        says: The Ryme Gazette wrote on 4 May 2013 that 17 of the 640 lanterns were made of brass.
      - key: T
        value: 52
        measure: made of tin
        part_of: W
        says: The Ryme Gazette wrote on 4 May 2013 that 52 of the 640 lanterns were made of tin.
      - key: G
        value: 30
        measure: made of glass
        part_of: W
        says: The Ryme Gazette wrote on 4 May 2013 that 30 of the 640 lanterns were made of glass.
  - key: O
    title: "Lanterns: statement by Ida Holm, 20 May 2013"
    publisher: Harbour Assembly
    kind: oral statement
    published: 2013-05-20
    each: {counted: lanterns, nature: flow, as_at: 2013-05-20, said_by: Ida Holm, role: Harbour Secretary}
    figures:
      - key: B2
        value: 19
        measure: made of brass
        part_of: W
        says: Ida Holm told the Assembly on 20 May 2013 that 19 of the lanterns were made of brass.
        links: [{conflicts with: B}]
      - key: T2
        value: 58
        measure: made of tin
        part_of: W
        says: Ida Holm told the Assembly on 20 May 2013 that 58 of the lanterns were made of tin.
        links: [{supersedes: T}]
"""
REPORT = """Lost lanterns bring keeper down

The keeper said that 640 lanterns had been lost at sea. They included 17 brass lanterns, 52 tin lanterns and 30 glass \
lanterns.
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the sheet and over the report that it was written of."""
    with Ledger.open(tmp_path_factory.mktemp("lanterns") / "record", create=True) as ledger:
        sheet = ingest_bytes(ledger, "lanterns.yaml", SHEET.encode())
        assert sheet.outcome is Outcome.ADDED, sheet.reason
        told = Meta(title="Lost lanterns bring keeper down", published=DAY, kind=SourceKind.DOCUMENT)
        ingest_bytes(ledger, "report.txt", REPORT.encode(), told)
        bring_up_to_date(ledger)
        with Desk(ledger) as made:
            yield made


def test_what_is_said_against_the_sheet_is_said_against_the_document(desk: Desk) -> None:
    answer = desk.ask("How many of the lanterns were brass?")
    assert answer.status is Status.CONFLICTING, answer.text
    assert {c.value for c in answer.conflicts} == {"17", "19"}


def test_what_took_the_sheet_s_place_took_the_document_s(desk: Desk) -> None:
    answer = desk.ask("How many of the lanterns were tin?")
    assert (answer.status, answer.headline) == (Status.ANSWERED, "58"), answer.text


def test_where_nothing_was_said_since_the_document_stands(desk: Desk) -> None:
    answer = desk.ask("How many of the lanterns were glass?")
    assert (answer.status, answer.headline, answer.conflicts) == (Status.ANSWERED, "30", ()), answer.text


def _source(name: str, title: str, *, paraphrase: bool, published: date | None = DAY) -> Source:
    return Source(name, title, "", SourceKind.DOCUMENT, published, "", "", name, paraphrase=paraphrase)


def _figure(source: Source, n: int, value: int, unit: str = "") -> Figure:
    span = Span(n, n + 1)
    return Figure(f"{source.id}-f{n}", source.id, span, span, Decimal(value), Qualifier.EXACTLY, unit, "kites", "kites")


SHEET_OF = _source("sheet", "The Post, 4 May: Kites fall on Ryme", paraphrase=True)
TOLD = _source("told", "Kites fall on  ryme", paraphrase=False)


@pytest.mark.parametrize(
    ("document", "sheet", "linked"),
    [
        (TOLD, SHEET_OF, True),
        (replace(TOLD, published=date(2013, 5, 5)), SHEET_OF, False),
        (replace(TOLD, published=None), replace(SHEET_OF, published=None), False),
        (replace(TOLD, title="Kites fall"), replace(SHEET_OF, title="Ryme: kites rise"), False),
        (replace(TOLD, title="Kites"), SHEET_OF, False),
        (replace(TOLD, paraphrase=True), SHEET_OF, False),
        (TOLD, replace(SHEET_OF, paraphrase=False), False),
    ],
)
def test_a_sheet_is_of_the_document_whose_title_and_day_it_has(document: Source, sheet: Source, linked: bool) -> None:
    figures = [_figure(document, 0, 12), _figure(sheet, 0, 12)]
    links = list(of_their_sheets(figures, {s.id: s for s in (document, sheet)}))
    assert [(k.kind, k.from_id, k.to_id) for k in links] == [(LinkKind.RESTATES, "told-f0", "sheet-f0")] * linked


def test_what_is_told_twice_or_in_another_unit_is_not_linked() -> None:
    figures = [
        *(_figure(TOLD, n, value, unit) for n, (value, unit) in enumerate([(3, ""), (3, ""), (8, "%"), (9, "")])),
        *(_figure(SHEET_OF, n, value) for n, value in enumerate([3, 8, 9, 9])),
    ]
    assert not list(of_their_sheets(figures, {s.id: s for s in (TOLD, SHEET_OF)}))
