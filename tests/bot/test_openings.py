"""What a question opens with is asked as much as the rest of it: its time, its place, of whom."""

from __future__ import annotations

import pytest

from bot.forms import Ask
from bot.question import read


@pytest.mark.parametrize(
    ("asked", "ask", "first", "second"),
    [
        ("In Scotland how many more boats sank in 2020 than in 2019?", Ask.CHANGE, "scotland", ""),
        ("In Scotland how far did sinkings fall between 2019 and 2020?", Ask.CHANGE, "scotland", ""),
        ("Among women, how did the number of claims change?", Ask.CHANGE, "female", ""),
        ("In Wales by how much did wrecks rise?", Ask.CHANGE, "wales", ""),
        ("For boys, what was the average wait?", Ask.AVERAGE, "boy", ""),
        ("In Leeds, how many more men than women sank?", Ask.DIFFERENCE, "leeds", "leeds"),
        ("In Leeds, did more men than women sink?", Ask.COMPARISON, "leeds", "leeds"),
        ("In Wales, what percentage of wrecks were ferries?", Ask.SHARE, "wales", ""),
        ("In Scotland, how many boats sank?", Ask.FIGURE, "scotland", ""),
    ],
)
def test_a_place_or_person_is_a_condition(asked: str, ask: Ask, first: str, second: str) -> None:
    query = read(asked)
    assert query.ask is ask
    assert first in {s.id for s in query.wanted.terms}
    assert not second or (query.other is not None and second in {s.id for s in query.other.terms})


@pytest.mark.parametrize(
    ("asked", "times"),
    [
        ("In 2020 how many more boats sank than ferries?", ("2020", "2020")),
        ("In 2020 how many more boats sank than in 2019?", ("2020", "2019")),
        ("In 2021, were more boats built than sunk?", ("2021", "2021")),
        ("In 2019 what percentage of boats were sunk?", ("2019", "")),
        ("In the report, how did claims change?", ("", "")),
    ],
)
def test_a_time_is_of_both_sides_that_have_none_of_their_own(asked: str, times: tuple[str, str]) -> None:
    query = read(asked)
    sides = (query.wanted, query.other)
    told = tuple(
        " ".join(str(m.period.end.year) for m in one.times if m.period.end) if one is not None else "" for one in sides
    )
    assert told == times
