"""A page's sentences and its tables: each column counts what it counts, whatever its title lists beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.answer import Status
from bot.desk import Desk
from corpus.formats.base import Meta
from corpus.ingest import ingest_bytes
from corpus.ledger import Ledger

PAGE = b"""<html lang=en><h1>Boats on the river</h1>
<p>By noon on 3 May, 620 lamps had been lit, with 31 lamps lit that day.</p>
<p>540 people have been ferried, of whom 128 have paid.</p>
<table><caption>Number of wrecks and drownings</caption><tr><th><th>Lamps<th>People ferried<th>Paid<th>Drownings
<tr><td>Daily<td>31<td>23<td>9<td>2<tr><td>Total<td>620<td>540<td>128<td>14</table>
<h2>Figures on ferrying of night workers</h2>
<table><tr><th>Date<th>Paid<tr><td>1 May<td>3<tr><td>2 May<td>4<tr><td>3 May<td>5</table></html>"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("pages")
    ledger = Ledger.open(folder, create=True)
    ingest_bytes(ledger, "river.html", PAGE, Meta(publisher="Board of Boats", published=date(2021, 5, 3)))
    with Desk(ledger) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many people have been ferried?", "540"),
        ("How many people have paid?", "128"),
        ("How many drownings were there?", "14"),
        ("How many drownings were there in total?", "14"),
        ("How many people were ferried in total?", "540"),
    ],
)
def test_each_column_counts_what_it_counts(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.ANSWERED, answer.text
    assert [figure.value for figure in answer.figures][:1] == [value], answer.text


@pytest.mark.parametrize("question", ["Which harbour had the most wrecks?", "Which county had the most wrecks?"])
def test_columns_are_no_places(desk: Desk, question: str) -> None:
    assert desk.ask(question).status is Status.NOT_IN_RECORD


@pytest.mark.parametrize(
    "question",
    ["Which harbour had the most cases?", "Which lamp had the most visitors?", "Which day had the fewest cases?"],
)
def test_what_is_ranked_must_be_told(desk: Desk, question: str) -> None:
    assert desk.ask(question).status is Status.NOT_IN_RECORD
