"""What a written answer says beside its table: what it refuses, since when it counts, what its acronyms stand for."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from corpus.formats import Meta
from corpus.ingest import Outcome, ingest_bytes
from corpus.ledger import Ledger
from tests.bot.tables.test_answer_tables import answered, others
from tests.corpus.question_pages import page

TUGS = answered(
    1,
    "Harbour Tugs: Complaints",
    "how many complaints about harbour tugs were investigated (a) overall, (b) for skippers and (c) for passing "
    "rowers in each of the last three years.",
    "The Tug Examiner investigated 90 harbour tug complaints, broken down as follows:",
    "Year | Tug complaints investigated",
    "2028/29 | 20",
    "2029/30 | 30",
    "2030/31 | 40",
)
TUGS["answerText"] += "<p>The Tug Examiner does not hold the information to respond to parts (b) and (c).</p>"
BELLS = answered(
    2,
    "Ship's Bells",
    "how many ship's bells await repair, by whether they are (i) brass, (ii) bronze and (iii) iron.",
    "The table below shows the number of ship's bells awaiting repair as of 25 January 2031:",
    "Port | 25/01/2031",
    "Saltby | 12",
    "Wickhaven | 30",
    "Total | 42",
)
BELLS["answerText"] += "<p>No data is held on whether the bells are brass, bronze or iron.</p>"
BOOKS = answered(
    3,
    "Lending Libraries: Fines",
    "how many library fines were issued to (a) adults and (b) children in each year.",
    "The table below shows the number of library fines issued:",
    "Year | Library fines issued",
    "2029 | 510",
    "2030 | 620",
)
BOOKS["answerText"] += "<p>The number of fines that were waived is not collected centrally.</p>"
LOST = answered(
    4,
    "Kites: Losses",
    "how many kites have been lost at sea in each of the last five years.",
    "There have been 12 storms, since May 2026, in which 97 kites are known to have been lost. Numbers of kites lost:",
    "Date | Known kites lost",
    "2030 (to 05/06/30) | 37",
    "2029 | 20",
    "2028 | 8",
    "2027 | 12",
    "2026 | 20",
    "TOTAL | 97",
    dateAnswered="2030-06-09T00:00:00",
)
MONEY = answered(
    5,
    "Ferry Fares",
    "what fares were owed and paid.",
    "The following table shows the fares owed by passengers, and ticket payments received, by ferries over two years:",
    "Year | 2029/30 | 2030/31",
    "Fares owed by passengers | \u00a361,000 | \u00a3100,000",
    "Ticket payments received in-year | \u00a321,000 | \u00a332,000",
)
ACTS = answered(
    6,
    "Smuggling: Prosecutions",
    "how many prosecutions under section 7 of the Wrecks, Oil, Salvage and Tides Act 2022 the Quay Prosecution Service "
    "has completed.",
    "The Wrecks, Oil, Salvage and Tides Act 2022 (WOSTA) came into force in May. The table below shows the number of "
    "offences charged under section 7 WOSTA and section 31 of the Lanterns Act 1980:",
    "Offence | 2029-2030 | 2030-2031",
    "s7 Wrecks, Oil, Salvage and Tides Act 2022 | 3 | 163",
    "s31 Lanterns Act 1980 | 70 | 80",
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("beside")
    every = page(TUGS, BELLS, BOOKS, LOST, MONEY, ACTS, *others(60))
    with Desk(Ledger.open(folder / "record", create=True)) as one:
        put = ingest_bytes(one.ledger, "questions.json", json.dumps(every).encode(), Meta())
        assert put.outcome is Outcome.ADDED, put.reason
        yield one


@pytest.mark.parametrize(
    ("asked", "quotes"),
    [
        ("How many harbour tug complaints were investigated for rowers, 2030/31?", ("parts (b) and (c)", "(c) for")),
        ("How many harbour tug complaints were investigated for skippers, 2029/30?", ("parts (b) and", "(b) for")),
        ("How many of the ship's bells awaiting repair in January 2031 were bronze?", ("brass, bronze or iron",)),
        ("How many library fines issued in 2030 were waived?", ("waived is not collected",)),
    ],
)  # fmt: skip
def test_what_an_answer_refuses_beside_its_table_is_told(desk: Desk, asked: str, quotes: tuple[str, ...]) -> None:
    answer = desk.ask(asked)
    assert answer.status is Status.REFUSED_ON_RECORD, answer.text
    assert len(answer.citations) == len(quotes)
    assert all(words in cited.quote for words, cited in zip(quotes, answer.citations, strict=True))


@pytest.mark.parametrize(
    ("asked", "status", "value"),
    [
        ("How many harbour tug complaints were investigated in 2030/31?", Status.ANSWERED, "40"),
        ("How many kites are known to have been lost since May 2026?", Status.ANSWERED, "97"),
        ("How many kites are known to have been lost since 2027?", Status.PARTIAL, "40"),
        ("On the June 2030 figures, how many kites are known to have been lost in 2029?", Status.ANSWERED, "20"),
        ("How many kites are known to have been lost since May 2026, on the June 2030 figures?", Status.ANSWERED, "97"),
        ("What share of the fares owed to the ferries in 2030/31 came in as ticket payments?", Status.COMPUTED, "32%"),
        ("What share of the fares owed in 2029/30 was received as ticket payments?", Status.COMPUTED, "34.4%"),
        ("How many prosecutions under section 31 of the Lanterns Act 1980 were completed in 2030-2031?",
         Status.ANSWERED, "80"),
        ("How many offences under section 7 of the Wrecks, Oil, Salvage and Tides Act 2022 were charged in 2030-2031?",
         Status.ANSWERED, "163"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_table_says_what_it_counts(desk: Desk, asked: str, status: Status, value: str) -> None:
    answer = desk.ask(asked)
    assert (answer.status, answer.figures[0].value if answer.figures else "") == (status, value), answer.text


@pytest.mark.parametrize(
    "asked",
    [
        "How many harbour tug complaints were investigated for divers in 2030/31?",
        "How many of the ship's bells awaiting repair in January 2031 were cracked?",
        "How many library fines issued in 2030 were unpaid?",
        "How many kites are known to have been lost in 2029, on the March 2029 figures?",
        "How many convictions under section 31 of the Lanterns Act 1980 were there in 2030-2031?",
    ],
)
def test_what_is_not_told_is_neither_given_nor_refused(desk: Desk, asked: str) -> None:
    answer = desk.ask(asked)
    assert answer.status not in (Status.ANSWERED, Status.COMPUTED, Status.REFUSED_ON_RECORD), answer.text
