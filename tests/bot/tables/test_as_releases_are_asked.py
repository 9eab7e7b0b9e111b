"""Questions as they are asked of real releases: which of several tables, places and rows is meant, and which is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

KEEPERS = """Keepers by lighthouse as at 31 March (headcount)
Lighthouse,Date,Keepers
Skerry,31 March 2021,8
Skerry,31 March 2022,9
Muckle,31 March 2021,4
Muckle,31 March 2022,6
"""
RELIEF = """Relief shore keepers by lighthouse as at 31 March (headcount)
Lighthouse,Date,Relief shore keepers
Skerry,31 March 2019,3
Skerry,31 March 2021,2
Skerry,31 March 2022,2
Muckle,31 March 2019,1
Muckle,31 March 2021,1
Muckle,31 March 2022,1
"""
YARDS = """Boatbuilders by area (headcount)
,31 March 2021,31 March 2022
Wales,59,60
Cardiff,24,25
Swansea,20,20
Newport,15,15
Scotland,88,90
Glasgow,38,40
Dundee,30,30
Aberdeen,20,20
Builders on loan,7,7
Total,154,157
"""
STALLS = """Year,Nation,County,Market stalls
2022,Wales,Gwynedd,12
2022,Wales,Powys,30
2022,Scotland,Fife,45
2022,Scotland,Angus,51
2022,England,Kent,28
2022,England,Devon,33
"""
CREWS = """Proportion of crews who feel seasick
Crew,Often
One hand aged 16-64,9.0%
One hand aged 65+,1.2%
Two hands aged 16-64,4.0%
All crews,5.0%
"""
AGES = """Proportion of sailors who feel seasick by age
Age,Often
Aged 16-24 years,7.0%
Aged 25-64 years,4.5%
Aged 65+ years,2.1%
"""
FLARES = """Year,Police coast,Number of times flares were used
2022,North,300
2022,South,200
2022,All coasts,500
"""
SIGHTINGS = """Year,How they came,Number of people found
2022,Canal barge arrivals,400
2022,Lorry arrivals,150
2022,Found inland,80
2023,Canal barge arrivals,420
2023,Lorry arrivals,130
2023,Found inland,90
"""
SAILS = """Kind,Sail,Number of times sails were set
Canvas,"Canvas sails, of which",80
Canvas,Canvas sails patched,20
Canvas,Canvas sails whole,60
Canvas,"Lifebuoys, of which",40
Canvas,Lifebuoys thrown,10
Canvas,Lifebuoys stowed,30
"""
STINGS = """Keeper stung as a result of the visit,Keeper sting level,Hive visits
Yes,Slight,20
Yes,Grave,5
No,Slight,2
No,Grave,1
No,None noted,70
"""
GUIDES = """Year,Guide's perceived mood,Number of cave guides
2022,Cheerful,30
2022,Gloomy,5
"""
BARGES = """Year,Tenure,Bargees in moorings
2022,Owned,300
2022,Renting,120
"""
RESCUERS = """Rescue volunteers by port as at 31 March (headcount)
Port,Date,Rescue volunteers
Leith,31 March 2021,20
Leith,31 March 2022,14
Oban,31 March 2021,9
Oban,31 March 2022,12
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    tables = {
        "keepers.csv": KEEPERS,
        "relief-keepers.csv": RELIEF,
        "boatbuilders.csv": YARDS,
        "market-stalls.csv": STALLS,
        "crews.csv": CREWS,
        "sailors.csv": AGES,
        "flares.csv": FLARES,
        "found.csv": SIGHTINGS,
        "volunteers.csv": RESCUERS,
        "sails.csv": SAILS,
        "stings.csv": STINGS,
        "guides.csv": GUIDES,
        "bargees.csv": BARGES,
    }
    with desk_over(
        tmp_path_factory.mktemp("releases") / "record", {name: one.encode() for name, one in tables.items()}
    ) as one:
        yield one


NOT_ANSWERED = [
    "How many keepers did Skerry have in March 2019?",
    "What was the headcount of keepers at Muckle at 31 March 2019?",
    "how many canal barges landed in 2022",
    "How many lorries arrived in 2023?",
    "How many canal barges came in 2023?",
    "What proportion of incidents on the north coast involved flares?",
    "What share of flare incidents in 2022 were on the north coast?",
    "What percentage of incidents with flares were on the south coast in 2022?",
]


@pytest.mark.parametrize("question", NOT_ANSWERED)
def test_a_narrower_thing_or_another_unit_does_not_answer(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status not in (Status.ANSWERED, Status.COMPUTED), answer.text


COUNTED = [
    ("How many relief keepers did Skerry have in March 2019?", "3"),
    ("How many keepers did Skerry have in March 2021?", "8"),
    ("How many people came by lorry in 2023?", "130"),
    ("How many times were flares used by police on the north coast in 2022?", "300"),
    ("In how many hive visits was there a slight sting to the keeper?", "22"),
    ("How many hive visits had a grave sting to the keeper?", "6"),
    ("How many cave guides were seen as gloomy in 2022?", "5"),
    ("How many cave guides were regarded as cheerful in 2022?", "30"),
    ("How many cave guides were taken to be gloomy in 2022?", "5"),
    ("How many bargees in moorings were renters in 2022?", "120"),
    ("What percentage of lifebuoys were thrown?", "25%"),
    ("What share of canvas sails were patched?", "25%"),
    ("How many canal barge arrivals were there in 2022?", "400"),
    ("How many volunteers did Oban have in March 2022?", "12"),
    ("How many rescue volunteers did Leith lose between March 2021 and March 2022?", "6"),
    ("how many keepers did Muckle gain between March 2021 and March 2022", "2"),
    ("How many volunteers has Leith shed since March 2021?", "6"),
    ("What was the average number of boatbuilders in the three Welsh areas in March 2022?", "20"),
]


@pytest.mark.parametrize(("question", "value"), COUNTED)
def test_what_is_meant_is_found(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert [f.value.lstrip("-") for f in answer.figures][:1] == [value], (answer.text, answer.reasons)


FOREMOST = [
    ("Outside Scotland, which county had the most market stalls in 2022?", "Devon"),
    ("Which county outside Scotland and England had the most market stalls?", "Powys"),
    ("Which region had the fewest boatbuilders in March 2022?", "Wales"),
    ("Which region had the most boatbuilders in March 2022?", "Scotland"),
    ("Which age group of sailors is least likely to feel seasick often?", "Aged 65+ years"),
]


@pytest.mark.parametrize(("question", "name"), FOREMOST)
def test_a_rank_goes_through_the_rows_that_are_meant(desk: Desk, question: str, name: str) -> None:
    answer = desk.ask(question)
    assert (answer.headline == name) if name else answer.status is Status.NOT_IN_RECORD, answer.text
