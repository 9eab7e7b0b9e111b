"""Bulletins of one table day by day: the newest answers, and rows that each count something are never added up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.answer import Status
from bot.desk import Desk
from bot.tables.words import spelt_numbers
from corpus.formats import Meta
from corpus.ingest import Outcome, ingest_bytes
from corpus.ledger import Ledger

_ROWS = ("People examined for ROTT2 fever", "People with ROTT2 fever", "People awaiting a result for ROTT2 fever")


def _page(title: str, values: tuple[int, ...], rows: tuple[str, ...] = _ROWS) -> bytes:
    body = "".join(f"<tr><td>Number of {row}</td><td>{n:,}</td></tr>" for row, n in zip(rows, values, strict=True))
    head = "<tr><th>Indicator</th><th>Number</th></tr>"
    text = f"<p>This bulletin is of the fever.</p><table><caption>{title}</caption>{head}{body}</table>"
    return f"<html><head><title>Daily fever bulletin</title></head><body>{text}</body></html>".encode()


_BOATS = ("boats inspected", "boats found holed", "boats sunk")
PAGES = {
    "fever-1.html": (date(2031, 4, 3), _page("Table 2 ROTT2 fever outcome, in Wales", (70, 9, 1))),
    "fever-2.html": (date(2031, 4, 4), _page("Table 1 ROTT2 fever outcome, in Wales*", (84, 11, 2))),
    "fever-3.html": (date(2031, 4, 5), _page("Table 2 ROTT2 fever outcome, in Wales", (99, 14, 3))),
    "boats.html": (date(2031, 5, 1), _page("Table 4 Boat inspections, by result", (50, 12, 3), _BOATS)),
}

_DOCKS = ("Ambleby", "Corrie", "Dunmore")
PAGES |= {
    "rust-1.html": (date(2031, 4, 3), _page("Table 4 Cumulative number of rusted hulls by dock", (40, 7, 5), _DOCKS)),
    "rust-2.html": (date(2031, 4, 6), _page("Table 4 Cumulative number of rusted hulls by dock", (61, 9, 8), _DOCKS)),
    "loans.html": (
        date(2031, 6, 2),
        _page("Table 2 Loans made to date, by branch", (300, 210, 95), ("Upton", "Ash", "Elm")),
    ),
    "trams.html": (
        date(2031, 7, 9),
        _page("Table 3 Trams repaired so far, by depot", (31, 12, 6), ("Kelso", "Peel", "Rhyl")),
    ),
    "swans.html": (
        date(2031, 8, 4),
        _page("Table 6 New swans ringed, by lake", (14, 6, 2), ("Kirk", "Semer", "Malham")),
    ),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("editions")
    with Desk(Ledger.open(folder / "record", create=True)) as one:
        for name, (day, content) in PAGES.items():
            put = ingest_bytes(one.ledger, name, content, Meta(published=day))
            assert put.outcome is Outcome.ADDED, put.reason
        yield one


@pytest.mark.parametrize(
    ("asked", "value", "before"),
    [
        ("How many people were examined in Wales?", "99", ["84", "70"]),
        ("How many people had ROTT2 fever in Wales?", "14", ["11", "9"]),
        ("How many people were awaiting a result for ROTT2 fever in Wales?", "3", ["2", "1"]),
        ("How many boats were inspected?", "50", []),
        ("How many boats were found holed?", "12", []),
    ],
)
def test_the_newest_answers_and_says_what_the_others_gave(
    desk: Desk, asked: str, value: str, before: list[str]
) -> None:
    answer = desk.ask(asked)
    assert (answer.status, answer.figures[0].value if answer.figures else "") == (Status.ANSWERED, value), answer.text
    assert [s.value for s in answer.supersedes if not s.current] == before


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("How many rusted hulls were there at Ambleby on 3 April 2031?", "40"),
        ("How many rusted hulls were there at Ambleby on 6 April 2031?", "61"),
        ("How many rusted hulls were there at Ambleby on 5 April 2031?", ""),
        ("How many loans had Ash made on 2 June 2031?", "210"),
        ("How many trams had been repaired at Peel as at 9 July 2031?", "12"),
        ("How many swans were ringed at Semer on 4 August 2031?", ""),
    ],
)
def test_all_that_there_was_so_far_was_there_on_its_bulletins_day(desk: Desk, asked: str, value: str) -> None:
    answer = desk.ask(asked)
    assert [f.value for f in answer.figures] == ([value] if value else []), answer.text


def test_what_each_row_counts_is_not_added_up(desk: Desk) -> None:
    assert desk.ask("How many boats were there?").status not in (Status.ANSWERED, Status.COMPUTED)


@pytest.mark.parametrize(
    ("words", "numbers"),
    [("ROTT2 fever", []), ("MV90210 cases of SARS-COV2", []), ("H1N1, s137 and 12 boats", ["1", "12", "137"])],
)
def test_a_digit_that_ends_a_name_is_no_number(words: str, numbers: list[str]) -> None:
    assert sorted(spelt_numbers(words)) == numbers
