"""Releases of local areas by reporting years: the day that such a year ends on, and stocks and flows side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from tests.bot.tables.putting import desk_over

_HEAD = "time_period,time_identifier,geographic_level,country_name,region_name,la_name"
_AREAS = (
    ("National", "England", "", ""),
    ("Regional", "England", "North East", ""),
    ("Regional", "England", "South East", ""),
    ("Local authority", "England", "North East", "Ambleby"),
    ("Local authority", "England", "North East", "Corrie"),
    ("Local authority", "England", "South East", "Dunmore"),
)
_GROUPS = (
    "Keepers starting each year",
    "Keepers on watch on 31 March each year",
    "Keepers leaving each year",
)


def _counts(base: int) -> tuple[int, ...]:
    """The counts of the areas, from that of the first of the smallest."""
    ambleby, corrie, dunmore = base, base + 100, base + 200
    north = ambleby + corrie
    return north + dunmore, north, dunmore, ambleby, corrie, dunmore


def _watch() -> bytes:
    lines = [f"{_HEAD},keeper_group,keeper_count"]
    for year in (2022, 2023, 2024):
        for k, group in enumerate(_GROUPS):
            for area, count in zip(_AREAS, _counts(1000 * (year - 2020) + 7 * k), strict=True):
                lines.append(f"{year},Reporting year,{','.join(area)},{group},{count}")
    return "\n".join(lines).encode()


def _calls(identifier: str = "Reporting year") -> bytes:
    lines = [f"{_HEAD},started_calls,at31march_calls,ended_calls"]
    for year in (2022, 2023, 2024):
        columns = zip(*(_counts(1000 * (year - 2020) + k) for k in (1, 2, 3)), strict=True)
        for area, counts in zip(_AREAS, columns, strict=True):
            lines.append(f"{year},{identifier},{','.join(area)},{','.join(map(str, counts))}")
    return "\n".join(lines).encode()


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many keepers were on watch in Ambleby on 31 March 2024?", "4,007"),
        ("How many keepers were on watch in Ambleby and Corrie together at 31 March 2023?", "6,114"),
        ("How many keepers started in Corrie in the year to March 2023?", "3,100"),
        ("How many keepers started in Corrie in 2023?", "3,100"),
        ("What percentage of England's keepers on watch on 31 March 2024 were in the South East?", "34.1%"),
    ],
)
def test_the_day_that_a_label_says_is_the_end_of_its_year(tmp_path: Path, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {"keepers_by_area.csv": _watch()}) as desk:
        answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert value in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How many keepers were on watch in Ambleby on 30 June 2024?",
        "How many keepers were on watch in Ambleby at 31 March 2019?",
        "How many keepers started in Corrie in the year to June 2023?",
    ],
)
def test_another_day_is_not_its_end(tmp_path: Path, question: str) -> None:
    with desk_over(tmp_path / "record", {"keepers_by_area.csv": _watch()}) as desk:
        assert desk.ask(question).status not in (Status.ANSWERED, Status.COMPUTED)


def test_those_who_came_and_those_who_are_there_are_not_added(tmp_path: Path) -> None:
    with desk_over(tmp_path / "record", {"keepers_by_area.csv": _watch()}) as desk:
        answer = desk.ask("How many keepers were there in Ambleby in 2024?")
    assert answer.status not in (Status.ANSWERED, Status.COMPUTED), answer.text


def test_a_measure_of_that_day_is_meant_where_the_day_is_asked_about(tmp_path: Path) -> None:
    with desk_over(tmp_path / "record", {"calls.csv": _calls()}) as desk:
        assert "4,002" in desk.ask("How many calls were there in Ambleby at 31 March 2024?").text
        assert "4,001" in desk.ask("How many calls were started in Ambleby in the year ending March 2024?").text


def test_a_calendar_year_stays_one(tmp_path: Path) -> None:
    with desk_over(tmp_path / "record", {"calls.csv": _calls("Calendar year")}) as desk:
        answer = desk.ask("How many calls were started in Ambleby in the year ending March 2024?")
        assert answer.status not in (Status.ANSWERED, Status.COMPUTED), answer.text
        assert "4,001" in desk.ask("How many calls were started in Ambleby in 2024?").text
