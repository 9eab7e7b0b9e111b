"""Questions over releases of several measures: a rate beside its count, people at a date, what a heading affirms."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Answer
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

RATES = """Year,Port,Coast,Pass,Turned away,First pass rate
2018,Ambleby,North,40,10,80.1
2018,Corrie,South,12,13,48.2
2019,Ambleby,North,30,30,50.3
2019,Corrie,South,18,2,90.4
"""
BERTHED = "Date,Year,Quarter,Scheme,Coast,Port,Berth Type,People\n" + "".join(
    f"{year}-{month},{year},{quarter},Winter,North,{port},{kind},{n + 3 * quarter}\n"
    for year in (2018, 2019)
    for quarter, month in ((1, "03-31"), (2, "06-30"), (3, "09-30"), (4, "12-31"))
    for n, (port, kind) in enumerate((("Ambleby", "Hulk"), ("Ambleby", "Cabin"), ("Corrie", "Hulk")), 1)
)
SETTLED = "Date,Year,Quarter,Coast,Island,Scheme,Persons\n" + "".join(
    f"{year}-{month},{year},{quarter},North,{island},Homes,{n + quarter}\n"
    for year in (2018, 2019)
    for quarter, month in ((1, "03-31"), (2, "06-30"), (3, "09-30"), (4, "12-31"))
    for n, island in enumerate(("Skerry", "Muckle"), 1)
)
CLAIMS = """Year,Insurance claim,Port,Mates
2018,Insurance claim made,Ambleby,31
2018,No insurance claim made,Ambleby,7
2018,Insurance claim made,Corrie,12
2018,No insurance claim made,Corrie,5
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {"pass_rates.csv": RATES, "people_berthed.csv": BERTHED, "wreck_insurance_claims.csv": CLAIMS}
    files["island_resettlement.csv"] = SETTLED
    with desk_over(tmp_path_factory.mktemp("desk") / "r", {n: said.encode() for n, said in files.items()}) as made:
        yield made


def _value(answer: Answer) -> str:
    return answer.figures[0].value if answer.figures else ""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What was the pass rate at Corrie in 2019?", "90.4"),
        ("what was the first pass rate at ambleby in 2018", "80.1"),
        ("How many were turned away in 2018?", "23"),
        ("How many people were in Ambleby on the winter scheme in June 2019?", "15"),
        ("how many people were in hulks in September 2018", "22"),
        ("How many people were on the winter scheme in 2019?", ""),
        ("How many insurance claims by mates were there at Corrie in 2018?", "12"),
        ("How many people were resettled on Skerry in 2018?", "14"),
        ("how many refugees were resettled on Muckle in 2019", "18"),
        ("How many wreck insurance claims were there in 2018?", "43"),
    ],
)
def test_what_is_asked_for_is_given_and_no_other(desk: Desk, question: str, value: str) -> None:
    assert _value(desk.ask(question)) == value
