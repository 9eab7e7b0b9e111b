"""Questions over tables of PDFs: a heading is named whole, a page's group is a condition, the newest answers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from corpus.ingest import Outcome, ingest_bytes
from corpus.ledger import Ledger
from tests.corpus.pdf_drawing import Rows, flush, grid
from tests.corpus.pdf_maker import Page, pdf


def part(page: Page, top: float, heading: str, caption: str, rows: Rows) -> float:
    page.write(60, top, heading, 14, bold=True).write(60, top + 26, caption, 11, bold=True)
    return flush(page, top + 48, 60, (250, 380, 500)[: len(rows[0]) - 1], rows)


def ferries() -> bytes:
    all_of_them, night = Page(), Page()
    head = ("Pier", "Sailings made", "Passengers landed")
    part(
        all_of_them,
        80,
        "All boats",
        "Table 1: Traffic by pier, 2021",
        [head, ("Ayle", "410", "9,200"), ("Brig", "250", "4,100")],
    )
    part(
        night,
        80,
        "Night boats only",
        "Table 2: Traffic by pier, 2021",
        [head, ("Ayle", "40", "310"), ("Cove", "12", "95")],
    )
    return pdf(all_of_them, night, title="Ferry traffic, 2021")


def libraries() -> bytes:
    page = Page().write(60, 60, "Libraries of Harlshire, 2022", 18)
    head = ("Branch", "Reading room stock", "Loans made", "Staff in post")
    part(
        page,
        100,
        "Branches",
        "Table 1: Branches in 2022",
        [
            head,
            ("Harl", "5,100", "820", "14"),
            ("Penby", "2,700", "391", "6"),
            ("All branches", "7,800", "1,211", "20"),
        ],
    )
    return pdf(page, title="Libraries of Harlshire, 2022")


def eyesight(day: str, tests: tuple[str, str], people: tuple[str, str]) -> bytes:
    page = Page().write(60, 60, "Eyesight bulletin", 18).write(60, 84, f"Published {day}", 10)
    page.write(60, 120, "Table 1: Total eye tests by clinic", 11, bold=True)
    low = grid(page, 132, (60, 200, 330), [("Clinic", "Number of tests"), ("Dell", tests[0]), ("Fenn", tests[1])])
    page.write(60, low + 30, "Table 2: Outcome of eye tests", 11, bold=True)
    outcomes = [
        ("Outcome", "Number"),
        ("Number of people tested", people[0]),
        ("Number of people given glasses", people[1]),
    ]
    grid(page, low + 42, (60, 280, 380), outcomes)
    return pdf(page, title="Eyesight bulletin")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with Desk(Ledger.open(tmp_path_factory.mktemp("pdf") / "record", create=True)) as opened:
        for name, content in {
            "ferries.pdf": ferries(),
            "libraries.pdf": libraries(),
            "eyes-second.pdf": eyesight("9 May 2022", ("640", "310"), ("702", "188")),
            "eyes-first.pdf": eyesight("2 May 2022", ("480", "205"), ("511", "140")),
        }.items():
            done = ingest_bytes(opened.ledger, name, content)
            assert done.outcome is Outcome.ADDED, done.reason
        yield opened


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many passengers landed at Ayle in 2021?", "9200"),
        ("How many passengers did night boats land at Ayle in 2021?", "310"),
        ("How many loans were made at Penby in 2022?", "391"),
        ("How many staff were in post at Harl?", "14"),
        ("How many eye tests were there at Dell?", "640"),
        ("How many people were given glasses?", "188"),
        ("How many people had been given glasses by 9 May 2022?", "188"),
        ("How many people had been tested by 2 May 2022?", "511"),
        ("How many loans were made by all branches in 2022?", "1211"),
        ("How many staff worked at Penby in 2022?", "6"),
    ],
)
def test_a_cell_answers_what_its_headings_name(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert [str(f.value) for f in answer.figures][:1] == [value], answer.text
    assert all(c.place.startswith("page ") for c in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "How many people were tested at Dell?",  # the clinics' table counts tests, and another counts people
        "How many individuals were tested at Fenn?",
        "How many passengers landed at Cove in 2021?",  # only the page of the night boats has it
        "How many sailings were made at Cove in 2021?",
        "How many books did people read at Harl in 2022?",  # the stock of a reading room is no reading
        "How many e-loans were made at Penby in 2022?",
        "How many passengers landed at Ayle in 2020?",
        "How many lorries landed at Ayle in 2021?",
        "How many people were tested on 9 May 2022?",
        "How many people had been tested by 7 May 2022?",
    ],
)
def test_what_no_heading_names_is_not_answered_from_beside_it(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.NOT_IN_RECORD, Status.AMBIGUOUS, Status.NOT_KNOWN), answer.text
    assert not answer.figures


def test_things_counted_apart_are_not_added_up(desk: Desk) -> None:
    answer = desk.ask("How much was there at Penby in 2022?")
    assert not answer.figures or str(answer.figures[0].value) in ("2700", "391", "6"), answer.text
