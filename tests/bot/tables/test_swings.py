"""Ranks of moves, sorts of what is counted, everyday words, averages over a table's time; tables of pages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import xlsx
from tests.exam.scoring import unbacked

GUIDES = """year,region,guide_type,number_of_guides,number_of_tours
2020,North Shore,Storm guide,40,400
2020,North Shore,Tide guide on domestic boats,10,90
2020,North Shore,Tide guide on non-domestic boats,30,300
2020,South Shore,Storm guide,90,800
2020,South Shore,Tide guide on domestic boats,12,95
2020,South Shore,Tide guide on non-domestic boats,33,310
2020,Far Isles,Storm guide,5,20
2020,Far Isles,Tide guide on domestic boats,2,9
2020,Far Isles,Tide guide on non-domestic boats,3,12
2022,North Shore,Storm guide,25,260
2022,North Shore,Tide guide on domestic boats,11,99
2022,North Shore,Tide guide on non-domestic boats,36,330
2022,South Shore,Storm guide,80,710
2022,South Shore,Tide guide on domestic boats,9,70
2022,South Shore,Tide guide on non-domestic boats,21,200
2022,Far Isles,Storm guide,2,8
2022,Far Isles,Tide guide on domestic boats,4,18
2022,Far Isles,Tide guide on non-domestic boats,5,22
"""
TEETH = """Table 3: Whale teeth treated, by age of whale and region, England, 2019 to 2021
Published by the Whale Office

Age of whale,Region,2019,2020,2021
Calves,England,60,45,75
Calves,East of England,20,15,30
Calves,London,40,30,45
Bulls,England,90,70,120
Bulls,East of England,30,20,60
Bulls,London,60,50,60
"""
STRENGTH = """Harbour wardens by harbour, as at 31 March
Harbour,2021,2022
Ambleby,120,110
Corrie,80,95
Dunmore,60,[c]
"""
BERTHS: list[Sequence[str | int | float | None]] = [
    ["Table 1: New island housing lettings by harbour, sort of house and rent, England, 2021-22"],
    [],
    ["", "Beach houses", "", "Cliff houses", "", "All lettings"],
    ["Harbour", "Island rent", "Market rent", "Island rent", "Market rent", ""],
    ["Ambleby", 10, 4, 6, 1, 21],
    ["Corrie", 20, 5, 9, 2, 36],
    ["Dunmore", 7, 3, 8, 4, 22],
]
LEVIES = """Monthly rope levies received (£ million)
Month,Rope levies
November 2021,30
December 2021,31
January 2022,29
February 2022,30
March 2022,26
"""
NETS = """Fines Of Net Fishers by port, 2021 to 2022
Port,2021,2022
Gullwick,10,14
Saltby,30,31
"""
PAGE = """<html><head><title>Kite strings cut in 2022</title></head><body><main><h1>Kite strings cut in 2022</h1>
<p>In all, 90 kite strings were cut in England in 2022.</p>
<table><caption>Table 1: Number of kite strings cut by club</caption>
<tr><th>Club</th><th>2021</th><th>2022</th></tr>
<tr><td>High Fliers</td><td>30</td><td>41</td></tr><tr><td>Low Fliers</td><td>50</td><td>49</td></tr>
<tr><td>All clubs</td><td>80</td><td>90</td></tr></table></main></body></html>"""
FILES = {
    "tour-guides.csv": GUIDES.encode(),
    "whale-teeth.csv": TEETH.encode(),
    "wardens.csv": STRENGTH.encode(),
    "island-houses.xlsx": xlsx({"T1": BERTHS}, merged=["B3:C3", "D3:E3"]),
    "rope-levies.csv": LEVIES.encode(),
    "net-fishers.csv": NETS.encode(),
    "kites.html": PAGE.encode(),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_over(tmp_path_factory.mktemp("swings") / "record", FILES) as one:
        yield one


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which region lost the most storm guides between 2020 and 2022?", "North Shore: a fall of 15,"),
        (
            "Which region saw the biggest percentage fall in storm guides between 2020 and 2022?",
            "Far Isles: a fall of 60%",
        ),
        ("Which region saw the biggest rise in tours between 2020 and 2022?", "Far Isles: a rise of 7,"),
        ("How many storm guides were there on the South Shore in 2022?", "number of guides, 2022: 80 "),
        ("How many tours were on domestic boats in the North Shore in 2022?", "number of tours, 2022: 99 "),
        # A title's own commas part no cells, and England is no part of itself.
        ("How many teeth of calves were treated in England in 2020?", ": 45 "),
        ("How many teeth of bulls were treated in the East of England in 2021?", ": 60 "),
        (
            "How many teeth of calves were treated on average a year over the three years in London?",
            "115 \u00f7 3 years",
        ),
        ("Where were the fewest teeth of bulls treated in 2020?", "East of England: 20"),
        # Headings in two rows beside a total of all are two dimensions.
        ("How many new lettings were at island rent in Corrie, whatever the sort of house?", "20 + 9 = 29"),
        ("How many new island housing lettings were there in Dunmore in total?", ": 22 "),
        ("Did Corrie have more new lettings than Dunmore, and by how many?", "Yes, by 14:"),
        ("Did Ambleby have more new lettings than Dunmore, and by how many?", "No, by 1:"),
        ("What was the warden strength of Corrie at 31 March 2022?", ": 95 "),
        ("Which harbour had the biggest fall in wardens between March 2021 and March 2022?", "Ambleby: a fall of 10,"),
        # Of times, each is set against the one before it, be that not of the time that is asked about.
        ("In which year did the teeth of calves treated in London rise most?", "2021: a rise of 15,"),
        ("In which month was the biggest fall in rope levies?", "March 2022: a fall of \u00a34,000,000"),
        ("In which month of 2022 was the biggest fall in rope levies?", "against February 2022"),
        ("How many kite strings were cut by High Fliers in 2021?", ": 30 "),
    ],
)
def test_it_is_read_as_it_is_asked(desk: Desk, question: str, said: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert said in answer.text
    assert unbacked(json.loads(json.dumps(answer.to_json()))) == ()


@pytest.mark.parametrize(
    "question",
    [
        "In which year was the biggest fall in storm guides?",
        "Which harbour had the biggest fall in wardens?",
        "Which harbour gained the most wardens between March 2023 and March 2024?",
        "How many teeth of calves were treated on average a year over the four years in London?",
        "How many kite strings were cut by Mid Fliers in 2021?",
        "How many wardens left Corrie in 2022?",
    ],
)
def test_what_cannot_be_told_is_not(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status not in (Status.ANSWERED, Status.COMPUTED), answer.text
