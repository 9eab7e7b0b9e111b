"""Questions over tables of written answers: the right little table among many, exactly, or none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.answer import Answer, Status
from bot.desk import Desk
from bot.tables.finding import named_answer
from corpus.formats import Meta
from corpus.ingest import Outcome, ingest_bytes
from corpus.ledger import Ledger
from tests.corpus.question_pages import page, question


def table(*rows: str) -> str:
    """A table of ROWS, whose cells are set apart by bars, the first of headings."""
    head, *rest = ([cell.strip() for cell in row.split("|")] for row in rows)
    heads = "".join(f"<th>{cell}</th>" for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rest)
    return f"<table><tr>{heads}</tr>{body}</table>"


def answered(number: int, heading: str, asks: str, lead: str, *rows: str, **told: Any) -> dict[str, Any]:
    text = f"To ask the Secretary of State for Lamps, {asks}"
    fields = {"heading": heading, "questionText": text, "answerText": f"<p>{lead}</p>{table(*rows)}", **told}
    return question(number, **fields)


SEIZED = answered(
    1,
    "Smuggling: Oil",
    "how many barrels of lamp oil were seized at each port in each year since 2021.",
    "The following table shows the number of barrels of lamp oil seized at ports:",
    "Year | Saltby | Wickhaven",
    "2021 | 40 | 12",
    "2022 | 55 | ~",
    "2023 | 70 | 9",
)
STAFF = answered(
    2,
    "Lighthouses: Staff",
    "how many keepers and how many boats each lighthouse has.",
    "Below is a summary of the number of keepers at each lighthouse and the number of boats at each lighthouse:",
    "Lighthouse | Keepers | Boats",
    "Gull Rock | 14 | 3",
    "Saltby | 20 | 5",
    answeringBodyName="Department for Harbours",
    dateAnswered="2031-03-12T00:00:00",
)
WRONG = [
    "Depot | Lanterns condemned by inspectors in 2030",
    "Marsh | 31",
    "Heath | 44",
]
RIGHT = [WRONG[0], "Marsh | 31", "Heath | 54"]
LEAD = "The table below shows lanterns condemned by inspectors in 2030:"


def corrected() -> dict[str, Any]:
    asks = "how many lanterns inspectors condemned at each depot in 2030."
    return answered(
        3,
        "Lanterns: Inspections",
        asks,
        LEAD,
        *RIGHT,
        originalAnswerText=f"<p>{LEAD}</p>{table(*WRONG)}",
        answerIsCorrection=True,
        dateAnswerCorrected="2031-04-02T00:00:00",
    )


def others(count: int) -> list[dict[str, Any]]:
    """So many other answers with tables, each about another thing."""
    things = ["anchors", "buoys", "cables", "davits", "engines", "flares", "gangways", "hawsers", "ladders", "masts"]
    return [
        answered(
            100 + n,
            f"{things[n % 10].capitalize()}: Stores {n}",
            f"how many {things[n % 10]} were held in store {n}.",
            f"The following table shows the number of {things[n % 10]} held in store {n}:",
            "Year | Held",
            f"2021 | {n + 1}",
            f"2022 | {n + 2}",
        )
        for n in range(count)
    ]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("answers")
    with Desk(Ledger.open(folder / "record", create=True)) as one:
        every = page(SEIZED, STAFF, corrected(), *others(200))
        put = ingest_bytes(one.ledger, "questions.json", json.dumps(every).encode(), Meta())
        assert put.outcome is Outcome.ADDED, put.reason
        yield one


def values(answer: Answer) -> list[str]:
    return [f.value for f in answer.figures]


@pytest.mark.parametrize(
    ("asked", "status", "value"),
    [
        ("How many barrels of lamp oil were seized at Saltby in 2022?", Status.ANSWERED, "55"),
        ("How many barrels of lamp oil were seized at Saltby from 2021 to 2023?", Status.COMPUTED, "165"),
        ("By how many did barrels of lamp oil seized at Saltby rise from 2021 to 2023?", Status.COMPUTED, "30"),
        ("How many boats are there at the Gull Rock lighthouse, according to UIN 4002?", Status.ANSWERED, "3"),
        (
            "In the Department for Harbours's answer of 12 March 2031, how many keepers does Gull Rock have?",
            Status.ANSWERED,
            "14",
        ),
        ("How many lanterns did inspectors condemn at Heath in 2030?", Status.ANSWERED, "54"),
    ],
)
def test_a_little_table_is_found_among_many_and_answers(desk: Desk, asked: str, status: Status, value: str) -> None:
    answer = desk.ask(asked)
    assert (answer.status, values(answer)[:1]) == (status, [value]), answer.text
    assert answer.citations[0].source_id.startswith("wq-c-")


def test_a_withheld_cell_is_said_to_be_withheld(desk: Desk) -> None:
    answer = desk.ask("How many barrels of lamp oil were seized at Wickhaven in 2022?")
    assert answer.status in (Status.ANSWERED, Status.NOT_KNOWN)
    assert not any(values(answer))
    assert "table" in answer.text


@pytest.mark.parametrize(
    "asked",
    [
        "How many barrels of lamp oil were seized at Marsh in 2022?",
        "How many barrels of lamp oil were seized at Saltby in 2019?",
        "How many barrels of lamp oil were sold at Saltby in 2022?",
        "How many stolen barrels of lamp oil were seized at Saltby in 2022?",
        "How many barrels of lamp oil were seized in 2022?",
        "How many were seized in 2021?",
    ],
)
def test_what_no_table_bears_out_gets_no_figure_of_it(desk: Desk, asked: str) -> None:
    tried = desk.tables.answer(desk.read(asked))
    assert not tried.sure or tried.answer is None or not values(tried.answer), tried.answer


def test_an_answer_that_was_corrected_answers_as_it_stood(desk: Desk) -> None:
    asked = "How many lanterns did inspectors condemn at Heath in 2030?"
    assert values(desk.ask(asked, date(2031, 5, 1)))[:1] == ["54"]
    assert values(desk.ask(asked, date(2031, 3, 20)))[:1] == ["44"]


def test_the_index_gives_few_of_many_tables(desk: Desk) -> None:
    found = desk.ledger.datasets_bearing([{"oil"}, {"barrel"}], 10)
    assert 0 < len(found) <= 10
    assert any(one.startswith("wq-c-1-t") for one in found)
    assert len(desk.ledger.datasets_bearing([], 1_000)) == len(desk.ledger.datasets())


@pytest.mark.parametrize(
    ("asked", "rest", "named"),
    [
        ("In the answer to question 4002, how many boats are there?", "how many boats are there?", 1),
        ("How many boats are there, according to UIN 4002?", "How many boats are there?", 1),
        ("How many boats were there in 4002?", "How many boats were there in 4002?", None),
        ("In the answer to question 999, how many boats are there?", "how many boats are there?", 0),
        ("In the Department for Harbours' answer of 12 March 2031, how many boats?", "how many boats?", 1),
        ("In the Department for Lamps' answer of 12 March 2031, how many boats?", "how many boats?", 0),
    ],
)
def test_which_answer_is_named(desk: Desk, asked: str, rest: str, named: int | None) -> None:
    found = named_answer(asked, desk.ledger)
    assert found.text == rest
    assert (None if found.sources is None else len(found.sources)) == named


def test_a_record_made_before_there_was_an_index_is_gone_through_whole(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "record", create=True) as ledger:
        ingest_bytes(ledger, "questions.json", json.dumps(page(SEIZED, *others(20))).encode(), Meta())
        with ledger._engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM dataset_term")
    with Ledger.open(tmp_path / "record") as ledger:
        assert len(ledger.datasets_bearing([{"oil"}], 5)) == len(ledger.datasets()) == 21
