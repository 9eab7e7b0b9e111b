"""Questions over ledgers: rows with the same labels, which way things went, boys and girls, wholes of measures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Answer, Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

_PORTS = ("Ambleby", "Corrie", "Dunmouth", "Elsay", "Farrow", "Gannet", "Hythe", "Inver", "Kessock", "Lamlash")


def _berths() -> str:
    """Entries, few of all that their labels could tell: of Corrie's first quarter of 2019 there are two alike."""
    rows = ["Date,Year,Quarter,Port,Kind,Outcome,Berths granted"]
    for n, port in enumerate(_PORTS):
        for year in (2018, 2019):
            month, quarter = (("03-31", 1), ("06-30", 2), ("09-30", 3), ("12-31", 4))[(n + year) % 4]
            rows += [f"{year}-{month},{year},{quarter},{port},Trawler,{('Short', 'Long')[n % 2]},{n + 2}"]
            rows += [f"{year}-{month},{year},{quarter},{port},{('Ferry', 'Yacht', 'Tug')[n % 3]},Long,{n + 20}"]
    many = [f"2017-03-31,2017,1,Port {n},Ferry,Long,1" for n in range(60)]
    return "\n".join([*rows, *many, "2019-03-31,2019,1,Corrie,Trawler,Long,40", ""])


FULL = "Year,Port,Sort,Lamps lit\n" + "".join(
    f"{year},{port},{sort},{n}\n"
    for n, (year, port, sort) in enumerate(
        ((y, p, s) for y in (2018, 2019, 2020) for p in _PORTS for s in ("Old", "New")), 1
    )
)
FULL += "2019,Corrie,Old,77\n"
FERRIES = """Year,Country,In / Out,Kind,Article,Crates
2018,Norway,In,Checked,8.1,11
2018,Norway,In,Checked,18,3
2018,Norway,Out,Checked,8.1,40
2018,Norway,Out,Loose,8.1,5
2018,Denmark,In,Loose,10,7
2018,Denmark,Out,Checked,18,2
2019,Norway,In,Checked,8.1,9
2019,Norway,Out,Checked,8.1,31
2019,Denmark,In,Checked,10,4
"""
PASSES = """Year,Town,Sex,Age,Passes granted
2019,Ambleby,Male,Under 18,12
2019,Ambleby,Male,18-29,30
2019,Ambleby,Female,Under 18,14
2019,Ambleby,Female,18-29,33
2019,Corrie,Male,Under 18,5
2019,Corrie,Male,18-29,8
2019,Corrie,Female,Under 18,6
2019,Corrie,Female,30 and over,9
"""
CREW = """Year,Port,Landings by boats,Crew refused (licensed boats),Crew refused (unlicensed boats),Total crew refused
2018,Ambleby,120,3,4,7
2018,Corrie,190,1,4,5
2019,Ambleby,122,2,4,6
2019,Corrie,195,3,6,9
"""
FLARES = """Harbour,Flares fired,Bells rung,ending
Ambleby,12,40,2016-12-31
Corrie,9,31,2016-12-31
Ambleby,14,44,2018-03-31
Corrie,7,33,2018-03-31
Ambleby,15,45,2019-03-31
Corrie,8,35,2019-03-31
"""
PLEAS = """Year,Town,Outcome,Appeals determined
2018,Ambleby,Allowed,31
2018,Ambleby,Dismissed,52
2018,Corrie,Allowed,12
2018,Corrie,Dismissed,25
2019,Ambleby,Allowed,33
2019,Ambleby,Dismissed,40
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {
        "berths_granted.csv": _berths(),
        "lamps_lit.csv": FULL,
        "crates_by_ferry.csv": FERRIES,
        "bus_passes.csv": PASSES,
        "crew_refused.csv": CREW,
        "toll_appeals_determined.csv": PLEAS,
        "flares_and_bells.csv": FLARES,
    }
    with desk_over(tmp_path_factory.mktemp("desk"), {n: said.encode() for n, said in files.items()}) as open_desk:
        yield open_desk


def _value(answer: Answer) -> str:
    return answer.figures[0].value if answer.figures else ""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many berths were granted to trawlers at Corrie in the first quarter of 2019?", "43"),
        ("How many berths were granted at Ambleby in 2019?", "22"),
        ("how many crates went out to Norway in 2018", "45"),
        ("How many crates were sent to Norway in 2018?", "45"),
        ("how many crates came in from Norway in 2018", "14"),
        ("How many checked crates went out of the UK in 2019?", "31"),
        ("crates received from Denmark in 2018", "7"),
        ("How many article 8.1 crates came in from Norway in 2018?", "11"),
        ("How many boys in Ambleby got a bus pass in 2019?", "12"),
        ("how many girls got bus passes in 2019", "20"),
        ("How many women and girls got bus passes in Ambleby in 2019?", "47"),
        ("How many girls under 18 were granted passes in Corrie in 2019?", "6"),
        ("How many passes were given to women aged 18 to 29 in Ambleby in 2019?", "33"),
        ("How many crew were refused at Corrie in 2019?", "9"),
        ("What was the total of crew refused in 2018?", "12"),
        ("how many crew of unlicensed boats were refused in 2019", "10"),
        ("how many people in Ambleby won their appeals in 2018", "31"),
        ("How many people lost their appeals in Corrie in 2018?", "25"),
        ("How many successful appeals were there in 2018?", "43"),
    ],
)
def test_what_a_table_of_entries_holds_is_given(desk: Desk, question: str, value: str) -> None:
    assert _value(desk.ask(question)) == value


def test_rows_with_the_same_labels_are_entries_and_each_counts(desk: Desk) -> None:
    answer = desk.ask("How many berths were granted to trawlers at Corrie in the first quarter of 2019?")
    assert answer.derivation is not None
    assert sorted(str(o.value) for o in answer.derivation.operands) == ["3", "40"]
    assert any("the same labels" in said for said in answer.caveats)


def test_a_row_that_is_mislabelled_is_told_of_neither(desk: Desk) -> None:
    answer = desk.ask("How many old lamps were lit at Corrie in 2019?")
    assert (answer.status, answer.figures) == (Status.NOT_IN_RECORD, ())
    assert _value(desk.ask("How many old lamps were lit at Corrie in 2018?")) == "3"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many flares were fired at Ambleby in the year to March 2018?", "14"),
        ("flares fired at Corrie in the year ending 31 December 2016", "9"),
        ("How many flares were fired at Ambleby in the year to March 2017?", ""),
        ("How many bells were rung at Corrie in the two years to March 2019?", ""),
        ("flares fired at Corrie in the quarter to June 2018", ""),
    ],
)
def test_a_day_that_closes_a_stretch_is_of_no_other_stretch(desk: Desk, question: str, value: str) -> None:
    assert _value(desk.ask(question)) == value


def test_which_way_is_not_guessed(desk: Desk) -> None:
    assert _value(desk.ask("How many crates went in and out in 2019?")) in ("44", "")
