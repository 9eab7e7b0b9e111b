"""Columns that stand for different measures are never added up, nor one taken for another; nor is one kind for all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Answer, Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

COVER = rows_of(
    """
Canal boats and lock keepers, Wales: April 2020 to March 2023
Department for Canals and Locks
Published at 9:30am on 14 September 2023
Next release: 12 September 2024
"""
)
NOTES = rows_of(
    """
Notes
Note number | Note text
note 1 | Widths are measured at the waterline. Boats that were out of the water are left out.
note 2 | The 2021/22 figure includes 9 sinkings in a single storm at the wharf at Ambleby in May 2021.
note 3 | Rates use mid-year estimates from the Office for National Statistics.
"""
)
KINDS = rows_of(
    """
Table 1: Boats launched, boat-related injuries and lost oars by kind of water, Wales, year ending March
Financial year | Kind of water | | | | | | All waters | |
 | Canals | | | Other waters | | | All boats | |
 | Boats launched | Injuries | Lost oars | Boats launched | Injuries | Lost oars | Boats launched | Injuries | Lost oars
2020/21 | 3100 | 21 | 402 | 900 | 4 | 110 | 4000 | 25 | 512
2021/22 | 3300 | 24 | 431 | 950 | 13 | 120 | 4250 | 37 | 551
2022/23 [p] | 3500 | 18 | 450 | 1000 | 6 | 131 | 4500 | 24 | 581
"""
)
LOCKS = rows_of(
    """
Table 2: Keeper absences and average waiting time at tidal gates, by lock, Wales
Lock | Keeper absences (number) | | | Average waiting time at tidal gates (minutes) | |
 | 2020/21 | 2021/22 | 2022/23 [p] | 2020/21 | 2021/22 | 2022/23 [p]
Wales | 96 | 120 | 144 | 7.1 | 7.4 | 7.2
Upper locks | 40 | 50 | 60 | 6.1 | 6.2 | 6.4
Ambleby | 22 | 28 | 35 | 6 | 6.1 | 6.3
Corrie | 18 | 22 | 25 | 6.2 | 6.3 | 6.5
Lower locks | 56 | 70 | 84 | 8.1 | 8.6 | 8
Dunmore | 31 | 40 | 51 | 8 | 8.5 | 7.9
Fenwick | 25 | 30 | 33 | 8.2 | 8.7 | 8.1
"""
)
AGES = rows_of(
    """
Table 3: Lock lessons taken by age group and sex, Wales, and rate per thousand people
Age group | 2021/22 | | | | 2022/23 | | |
 | Male | Female | All persons | All persons | Male | Female | All persons | All persons
 | number | number | number | rate per thousand | number | number | number | rate per thousand
Under 30 | 300 | 200 | 500 | 1.5 | 310 | 210 | 520 | 1.6
30 to 69 | 150 | 100 | 250 | 0.9 | 160 | 90 | 250 | 0.8
70 and over | 20 | 30 | 50 | 0.3 | 25 | 35 | 60 | 0.4
All ages | 470 | 330 | 800 | 1.1 | 495 | 335 | 830 | 1.2
"""
)


CRATES = "Date,Year,Quarter,Destination,Destination region,Number of crates exported\n" + "".join(
    f"{year}-{end},{year},{q},{place},{region},{n * q + year - 2020}\n"
    for year in (2020, 2021)
    for q, end in enumerate(("03-31", "06-30", "09-30", "12-31"), 1)
    for place, region, n in (
        ("Norway", "Europe North", 40),
        ("Iceland", "Europe North", 10),
        ("Japan", "Asia East", 20),
        ("Kenya", "Africa Sub-Saharan", 5),
        ("Lost and unknown", "Other", 2),
    )
)
WAYS = "Year,Way of crossing,Crew,Number of sightings\n" + "".join(
    f"{year},{way},{crew},{n + year - 2020}\n"
    for year in (2020, 2021)
    for way, n in (("Heavily laden barge crossings", 30), ("Night raft crossings", 50), ("Sightings on land", 7))
    for crew in ("Adult", "Child")
)
CLUBS = (
    "time_identifier,time_period,region_name,perm_oars,perm_sails,perm_other,fixed_oars,fixed_sails,fixed_other\n"
    "calendar year,2021,Ambleby,3,4,1,30,40,10\ncalendar year,2021,Corrie,5,6,2,50,60,20\n"
    "calendar year,2020,Ambleby,2,4,1,20,40,10\ncalendar year,2020,Corrie,4,6,2,40,60,20\n"
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    sheets = (("Cover", COVER), ("Notes", NOTES), ("Table 1", KINDS), ("Table 2", LOCKS), ("Table 3", AGES))
    files = {"canals.xlsx": xlsx(dict(sheets)), "crates.csv": CRATES.encode(), "ways.csv": WAYS.encode()}
    with desk_over(tmp_path_factory.mktemp("apart") / "record", {**files, "exclusions.csv": CLUBS.encode()}) as made:
        yield made


def _values(answer: Answer) -> tuple[str, ...]:
    return tuple(figure.value for figure in answer.figures)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many boats were launched in 2021/22?", "4250"),
        ("How many boat injuries were there on canals in 2021/22?", "24"),
        ("How many oars were lost on other waters in 2020/21?", "110"),
        ("How many more boat injuries were there in 2021/22 than in 2020/21?", "12"),
        ("How many keeper absences were there in 2021/22?", "120"),
        ("How many keeper absences were there at Ambleby and Corrie together in 2022/23?", "60"),
        ("What was the average number of keeper absences a year over 2020/21, 2021/22 and 2022/23?", "120"),
        ("What was the average waiting time at tidal gates in Fenwick in 2021/22?", "8.7"),
        ("How many lock lessons did people of 70 or more take in 2022/23?", "60"),
        ("How many lock lessons were taken by women in 2021/22?", "330"),
        ("What was the rate of lock lessons per thousand for people aged 30 to 69 in 2022/23?", "0.8"),
        ("How many times as many crates were exported to Norway in 2020 as in 2021?", "1"),
        ("How many times as many keeper absences were there at Dunmore in 2022/23 as in 2020/21?", "1.6"),
        ("How many times higher were keeper absences at Corrie in 2021/22 than in 2020/21?", "1.2"),
        ("How many crates were sent to Iceland in the last three months of 2021?", "41"),
        ("How many crates were exported to East Asia in 2020?", "200"),
        ("How many crates were sent to Sub-Saharan Africa in 2020?", "50"),
        ("For how many crates exported in 2020 was the destination lost or unknown?", "20"),
        ("What was the top country for sending crates to in 2020?", "400"),
        ("How many crossings were sighted in 2021 across all the ways of crossing put together?", "180"),
        ("How many pupils were expelled over oars in Ambleby in 2021?", "3"),
        ("How many suspensions for sails were there in Corrie in 2021?", "60"),
        ("How many pupils were expelled over oars in Ambleby and Corrie together in 2021?", "8"),
        ("What share of all permanent exclusions in Corrie in 2021 were for sails?", "46.2%"),
    ],
)
def test_each_measure_is_taken_by_itself(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert _values(answer)[:1] == (value,), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How many keeper absences were there at tidal gates in 2021/22?",
        "How many pupils were excluded over oars in Ambleby and Corrie together in 2021?",
        "How many pupils were excluded over sails in Corrie in 2021?",
    ],
)
def test_what_only_another_measure_is_of_is_not_given_for_this_one(desk: Desk, question: str) -> None:
    assert not _values(desk.ask(question))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("When do the next canal figures come out?", "12 September 2024"),
        ("When are the next statistics published?", "12 September 2024"),
        ("What date is the next release due?", "12 September 2024"),
        ("Where were the sinkings in the storm of May 2021?", "Ambleby"),
        ("Are the 2022/23 keeper absences figures final?", "No. Marked as provisional"),
        ("Are the figures for boats launched in 2022/23 provisional?", "Yes. Marked as provisional"),
        ("Is the number of lost oars on canals in 2022/23 final or provisional?", "Marked as provisional"),
    ],
)
def test_the_notes_of_a_workbook_are_heard(desk: Desk, question: str, said: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.ANSWERED
    assert said in answer.text


def test_what_is_not_marked_is_not_said_to_be_final(desk: Desk) -> None:
    assert desk.ask("Are the 2020/21 keeper absences figures final?").status is Status.NOT_IN_RECORD


def test_whose_release_it_is_stands_on_its_cover(desk: Desk) -> None:
    titles = {source.publisher: source.published for source in desk.ledger.sources() if source.published}
    assert [(who, str(day)) for who, day in titles.items()] == [("Department for Canals and Locks", "2023-09-14")]


PEOPLES = "Year,Nationality,Age,Number of stowaways returned\n" + "".join(
    f"{year},{place},{age},{n}\n"
    for year in (2020, 2021)
    for n, place in ((10, "Norway"), (20, "Kenya"), (30, "Japan"))
    for age in ("Adult", "Child")
)
HARBOURS = "Year,Destination,Number of stowaways returned\n" + "".join(
    f"{year},{place},{n}\n" for year in (2020, 2021) for n, place in ((21, "Norway"), (41, "Kenya"), (61, "Japan"))
)


@pytest.fixture(scope="module")
def landed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the same stowaways by whose people they are, and by where they were taken."""
    files = {
        "stowaways_by_nationality.csv": PEOPLES.encode(),
        "stowaways_by_destination.csv": HARBOURS.encode(),
    }
    with desk_over(tmp_path_factory.mktemp("landed") / "record", files) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("What share of the stowaways returned in 2021 were Kenyan?", "nationality"),
        ("How many stowaways from Japan were returned in 2020?", "nationality"),
        ("How many Norwegian stowaways were returned in 2021?", "nationality"),
        ("How many stowaways were returned to Norway in 2021?", "destination"),
    ],
)
def test_whose_people_they_are_is_not_where_they_went(landed: Desk, question: str, source: str) -> None:
    answer = landed.ask(question)
    assert answer.figures, answer.text
    assert {c.title.split()[-1] for c in answer.citations} == {source}, answer.text
