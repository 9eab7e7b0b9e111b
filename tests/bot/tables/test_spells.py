"""How long something took as a condition, in hours and minutes, in blocks of places; what a table says on average."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answer import Status
from bot.desk import Desk
from bot.tables.spells import Spell, made_up_of, spell_of, spells_in
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

HEADS = " | ".join(2 * ["All launches", "Over 30 minutes", "Over 60 minutes", "Over 30 minutes (%)"])
LAUNCHES = rows_of(
    f"""
Table 1: Lifeboat launches by station and county, England, April 2022 to September 2022
County and station | Apr to Jun 2022 | | | | Jul to Sep 2022 | | |
 | {HEADS}
Cumbria | | | | | | | |
   Ravenness | 200 | 50 | 20 | 25.0 | 220 | 66 | 25 | 30.0
   Silloth Quay | 100 | 10 | 4 | 10.0 | 110 | 22 | 6 | 20.0
   Walney Sound | 80 | 8 | 3 | 10.0 | 90 | 9 | 2 | 10.0
Cumbria total | 380 | 68 | 27 | 17.9 | 420 | 97 | 33 | 23.1

Cornwall | | | | | | | |
   Porth Carrow | 300 | 30 | 12 | 10.0 | 310 | 62 | 31 | 20.0
   Mellin Cove | 150 | 45 | 15 | 30.0 | 160 | 80 | 40 | 50.0
   Lizard Light | 120 | 24 | 6 | 20.0 | 130 | 11 | 8 | 8.5
Cornwall total | 570 | 99 | 33 | 17.4 | 600 | 153 | 79 | 25.5

England total | 950 | 167 | 60 | 17.6 | 1020 | 250 | 112 | 24.5
"""
)
TIMES = rows_of(
    """
Table 2: Mean launch time in minutes, by county, April 2022 to September 2022
County | Apr to Jun 2022 | Jul to Sep 2022
Cumbria | 14.2 | 15.1
Cornwall | 18.7 | 17.9
England | 16.3 | 16.2
"""
)
LAUNCHED = xlsx({"Table_1": LAUNCHES, "Table_2": TIMES}, merged=["B2:E2", "F2:I2"])
FERRIES = """Ferry crossings by time taken
Year,All crossings,2 hours or less,"Over 2, up to 4 hours",Over 4 hours,Not recorded
2021,1000,600,250,120,30
2022,1100,650,280,140,30
"""
TRAMS = """Time to repair,Year,Tram repairs
0-15 minutes,2022,210
16-30 minutes,2022,160
31-60 minutes,2022,90
Over 60 minutes,2022,40
0-15 minutes,2023,230
16-30 minutes,2023,150
31-60 minutes,2023,80
Over 60 minutes,2023,35
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {"launches.xlsx": LAUNCHED, "ferries.csv": FERRIES.encode(), "trams.csv": TRAMS.encode()}
    with desk_over(tmp_path_factory.mktemp("spells") / "record", files) as made:
        yield made


@pytest.mark.parametrize(
    ("said", "spell"),
    [
        ("took more than an hour", Spell(60, None)),
        ("lasted over half an hour", Spell(30, None)),
        ("within a quarter of an hour", Spell(0, 15)),
        ("three quarters of an hour or less", Spell(0, 45)),
        ("under an hour and a half", Spell(0, 90)),
        ("two and a half hours or more", Spell(150, None)),
        ("Over 15, up to 30 minutes", Spell(15, 30)),
        ("between one and two hours", Spell(60, 120, 60)),
        ("16-30 mins", Spell(16, 30, 1)),
        ("12+ hours", Spell(720, None)),
        (">4hrs", Spell(240, None)),
    ],
)
def test_a_spell_is_read_in_minutes_however_it_is_said(said: str, spell: Spell) -> None:
    assert [one for _, _, one in spells_in(said)] == [spell]


@pytest.mark.parametrize("said", ["an hour", "hours lost per 1,000 crossings", "over 30 people", "more than 15 weeks"])
def test_what_sets_no_bound_to_a_time_is_no_spell(said: str) -> None:
    assert spell_of(said) is None


def test_spells_make_up_a_longer_one_only_where_none_of_it_is_left_out() -> None:
    bands = [(0, Spell(0, 15, 1)), (1, Spell(16, 30, 1)), (2, Spell(31, 60, 1)), (3, Spell(60, None))]
    assert made_up_of(Spell(30, None), bands) == (2, 3)
    assert made_up_of(Spell(15, 30), bands) == (1,)
    assert made_up_of(Spell(45, None), bands) == ()


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many launches at Ravenness took more than an hour in July to September 2022?", "25"),
        ("how many lifeboat launches took over half an hour at Mellin Cove in the third quarter of 2022", "80"),
        ("What percentage of launches in Cornwall took over 30 minutes in July to September 2022?", "25.5%"),
        ("How many launches took over an hour in England in April to June 2022?", "60"),
        ("How many launches took more than an hour in July to September 2022?", "112"),
        ("How many launches took over half an hour in Cumbria and Cornwall together in April to June 2022?", "167"),
        ("How many ferry crossings took longer than 240 minutes in 2022?", "140"),
        ("How many ferry crossings took more than two hours in 2021?", "370"),
        ("How many ferry crossings were done within two hours in 2022?", "650"),
        ("How many tram repairs took over half an hour in 2023?", "115"),
        ("How many tram repairs took a quarter of an hour or less in 2022?", "210"),
        ("How many tram repairs took more than an hour in 2022?", "40"),
    ],
)
def test_how_long_something_took_is_a_condition_like_any_other(desk: Desk, question: str, value: str) -> None:
    assert [f.value for f in desk.ask(question).figures][:1] == [value], question


@pytest.mark.parametrize(
    "question",
    [
        "How many tram repairs took more than 45 minutes in 2022?",
        "How many ferry crossings took over an hour in 2022?",
        "How many launches at Ravenness took more than two hours in July to September 2022?",
    ],
)
def test_a_spell_that_no_label_ends_at_is_not_answered_for(desk: Desk, question: str) -> None:
    assert desk.ask(question).status is Status.NOT_IN_RECORD


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What was the average launch time in Cornwall in April to June 2022?", "18.7"),
        ("What was the mean launch time in Cumbria in July to September 2022?", "15.1"),
        ("What was the average launch time in England in April to June 2022?", "16.3"),
    ],
)
def test_an_average_time_is_that_of_the_table_that_gives_one(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert (answer.status, [f.value for f in answer.figures]) == (Status.ANSWERED, [value])


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Was the average launch time in England longer in July to September 2022 than in the quarter before?", "No"),
        ("Was the average launch time in Cumbria longer in July to September 2022 than in the quarter before?", "Yes"),
        ("Was the mean launch time in Cornwall lower in July to September 2022 than in April to June 2022?", "Yes"),
    ],
)
def test_whether_an_average_was_more_is_answered_with_yes_or_no(desk: Desk, question: str, said: str) -> None:
    assert desk.ask(question).text.startswith(f"{said}."), question


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("Which station had the highest share of launches over 30 minutes in July to September 2022?", "Mellin Cove"),
        ("Which station had the most launches over an hour in July to September 2022?", "Mellin Cove"),
        ("Which county had the most launches over an hour in July to September 2022?", "Cornwall"),
        ("Which county had the longest average launch time in April to June 2022?", "Cornwall"),
        ("Which station had the lowest share of launches over 30 minutes in July to September 2022?", "Lizard Light"),
    ],
)
def test_rows_are_ranked_by_a_share_or_a_count_as_it_is_asked(desk: Desk, question: str, row: str) -> None:
    assert desk.ask(question).text.startswith(row), question


LANDED = """Landings by time taken
Quay,All landings,Over 30 minutes,Over 60 minutes
Ambleby,90,31,12
Corrie,80,32,11
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many landings of over an hour were there at Corrie?", "11"),
        ("How many landings of more than half an hour were there at Ambleby?", "31"),
        ("How many landings were there at Ambleby?", "90"),
    ],
)
def test_landings_of_a_spell_are_of_its_label(tmp_path: Path, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {"landings.csv": LANDED.encode()}) as desk:
        assert [figure.value for figure in desk.ask(question).figures] == [value]
