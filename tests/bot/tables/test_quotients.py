"""A column that is one count over another is an average, as its rows prove; it never adds up."""

from __future__ import annotations

from pathlib import Path

from bot.answer import Status
from tests.bot.tables.putting import desk_over

_TOWNS = [
    f"{first}{last}"
    for first in ("Amble", "Corri", "Dun", "Fen")
    for last in ("by", "ham", "more", "wick", "ton", "ley")
]
_COAST = ("North", "South")


def _table(*, proved: bool = True) -> bytes:
    lines = ["year,coast,harbour,porters_fte,crates,load_fte"]
    for year in (2021, 2022):
        for n, town in enumerate(_TOWNS):
            porters = 5 + 7 * n
            crates = round(porters * (20 + (n * 5 + year) % 11 * 1.3))
            load = round(crates / porters, 1) if proved else n + 0.5
            lines.append(f"{year},{_COAST[n % 2]},{town},{porters},{crates},{load}")
    return "\n".join(lines).encode()


def test_the_average_is_given_and_ranked_as_one(tmp_path: Path) -> None:
    with desk_over(tmp_path / "record", {"crates_by_harbour.csv": _table()}) as desk:
        assert "29.1" in desk.ask("What was the average load in Dunwick in 2022?").text
        assert "25.2" in desk.ask("What was the average load in Fenwick in 2022?").text


def test_averages_are_not_added_up(tmp_path: Path) -> None:
    with desk_over(tmp_path / "record", {"crates_by_harbour.csv": _table()}) as desk:
        answer = desk.ask("What was the load in Ambleby and Ambleham together in 2022?")
    assert answer.status not in (Status.ANSWERED, Status.COMPUTED), answer.text


def test_what_the_rows_do_not_prove_stays_a_count(tmp_path: Path) -> None:
    with desk_over(tmp_path / "record", {"crates_by_harbour.csv": _table(proved=False)}) as desk:
        answer = desk.ask("What was the average load in Ambleham in 2022?")
    assert "1.5" not in answer.text or answer.status not in (Status.ANSWERED, Status.COMPUTED)


def test_the_counts_themselves_are_added(tmp_path: Path) -> None:
    with desk_over(tmp_path / "record", {"crates_by_harbour.csv": _table()}) as desk:
        answer = desk.ask("How many crates were there in Ambleby and Ambleham together in 2022?")
    assert "445" in answer.text
