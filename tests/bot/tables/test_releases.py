"""Releases laid out as bodies lay them out: stacked bulletins, quarters under years, nations among regions, codes."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from corpus.formats import Meta
from corpus.ingest import Outcome, ingest_bytes
from corpus.ledger import Ledger
from tests.exam.scoring import unbacked

LEVIES = """HMRC levies and kite duties \u2013 annual and monthly bulletin
"Cash receipts, \u00a3 million, not rounded"

Table 1: Annual receipts \u2013 financial years
,,Duties,,
Financial year,Total receipts,Kite duty [note 1],Rope duty,Hat levy
2019-20,"1,200",700,300,200
2020-21,"1,310",760,310,240
2021-22,"1,420",800,330,290

Table 2: Monthly receipts \u2013 April to June 2022
Month,Total receipts,Kite duty [note 1],Rope duty,Hat levy
Apr 2022,110,60,30,20
May 2022,121,70,28,23
Jun 2022,115,64,29,22
"""
QUARTERS = ("Apr to Jun", "Jul to Sep", "Oct to Dec", "Jan to Mar")
HEADINGS = [f"{q} {year + (q == QUARTERS[-1])}" for year in (2021, 2022) for q in QUARTERS]
HEADINGS = [*HEADINGS[:4], "Year total", *HEADINGS[4:], "Year total", "Rate per 1,000 homes"]
TAB = "\t"
KENNELS = f"""Dogs taken into kennels, by council
Number of dogs unless stated
{TAB}2021/22{5 * TAB}2022/23{5 * TAB}2022/23
Council{TAB}{TAB.join(HEADINGS)}
Ashwick\t10\t12\t8\t5\t35\t11\t13\t9\t7\t40\t2.5
Brayling\t20\t21\t19\t18\t78\t25\t22\t20\t21\t88\t3.1
Corsham\t7\t6\t9\t4\t26\t8\t9\t7\t5\t29\t1.9
"""
BUSES = """Bus stops closed by region and country
Region / country,2021,2022
North East,40,44
East of England,52,58
London,70,61
South East,66,75
England,228,238
Wales,31,35
Scotland,45,49
Great Britain,304,322
"""
PUPILS = """time_period,time_identifier,region_name,school_type,permanent exclusions
202122,Academic year,North East,Special,7
202122,Academic year,North East,Primary,20
202122,Academic year,London,Special,9
202122,Academic year,London,Primary,31
202223,Academic year,North East,Special,8
202223,Academic year,North East,Primary,25
202223,Academic year,London,Special,12
202223,Academic year,London,Primary,40
202324,Academic year,North East,Special,6
202324,Academic year,North East,Primary,22
202324,Academic year,London,Special,10
202324,Academic year,London,Primary,44
"""
LODGERS = """Lodgers in hostels by sort of room and sex, as at quarter end
,31 March 2022,30 June 2022
Males and females,300,330
Single rooms,120,130
Double rooms,180,200
Males,190,215
Single rooms,70,85
Double rooms,120,130
Females,110,115
Single rooms,50,45
Double rooms,60,70
"""
FLYERS = """Reported kite accidents by flyer and harm
,Jugglers,,Pedestrians,
Year,Killed,Injured,Killed,Injured
2020,3,41,7,62
2021,2,38,9,60
2022,4,35,5,58
"""
PLACES = """Kite deaths and flights by sort of field
Year,Killed,Flights
2020,10,900
2021,11,950
2022,9,970
"""
DIFFICULTIES = """"What is the greatest difficulty that sailors have at sea, by rank, percentage of sailors, 2021"
Difficulty,Novice sailors,Master sailors
Lost their way in fog,40,22
Suffered from seasickness,35,8
Ran aground on reefs,25,70
"""
SERVICES = """"Most important service to harbour users, by user, percentage, June 2022"
Service,Residents,Visitors
Lighting was provided,61,30
Moorings were used,39,70
"""
CRIMES = """"Worst crime that victims reported, by sex, 2022"
Crime,Women,Men
Burglary,40,30
Theft,50,60
"""
LIBRARIES = """Libraries: visits and loans
Year,Visits,Loans
2020,300,400
2021,350,420
"""
HOSPITALS = """"Hospitals: admissions, discharges and complaints, by site"
Site,Admissions,Discharges,Complaints
Ashwick,900,880,4
Brayling,700,690,9
"""
FARMS = """Farms: visits and closures by county in 2022
County,Visits,Closures
Kent,70,3
Essex,80,5
"""
FILES = {
    "libraries.csv": LIBRARIES,
    "hospitals.csv": HOSPITALS,
    "farms.csv": FARMS,
    "difficulties.csv": DIFFICULTIES,
    "services.csv": SERVICES,
    "crimes.csv": CRIMES,
    "flyers.csv": FLYERS,
    "fields.csv": PLACES,
    "lodgers.csv": LODGERS,
    "levies.csv": LEVIES,
    "kennels.tsv": KENNELS,
    "bus-stops.csv": BUSES,
    "exclusions.csv": PUPILS,
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with Desk(Ledger.open(tmp_path_factory.mktemp("releases") / "record", create=True)) as one:
        for name, content in FILES.items():
            put = ingest_bytes(one.ledger, name, content.encode(), Meta())
            assert put.outcome is Outcome.ADDED, put.reason
        yield one


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What were total receipts in 2020-21?", "£1,310 million"),
        ("How much was collected in kite duty in 2021/22?", "£800 million"),
        ("What did rope duty bring in in May 2022?", "£28 million"),
        ("How much did the hat levy raise in 2019/20?", "£200 million"),
        ("How many dogs were taken into kennels in Ashwick in July to September 2022?", ": 13 "),
        ("How many dogs were taken into kennels in Brayling in 2021/22?", ": 78 "),
        ("Which council had the most dogs taken into kennels in the last year of the series?", "Brayling: 88"),
        ("How many lodgers were in hostels on 30 June 2022?", ": 330 "),
        ("How many women were lodgers in hostels on 31 March 2022?", ": 110 "),
        ("How many pedestrians were killed in 2021?", ": 9 "),
        ("How many library loans were there in 2021?", ": 420 "),
        ("How many farm closures were there in Essex in 2022?", ": 5 "),
        ("How many jugglers were killed in each year?", "2020: 3 [1]; 2021: 2 [2]; 2022: 4 [3]"),
        ("Which region had the most bus stops closed in 2022?", "South East: 75"),
        ("Which English region had the most bus stops closed in 2021?", "London: 70"),
        ("Which country had the most bus stops closed in 2022?", "England: 238"),
        ("Which country had the fewest bus stops closed in 2022?", "Wales: 35"),
        ("How many of Britain's bus stops were closed in 2021?", ": 304 "),
        (
            "How many permanent exclusions were there from special schools in London from 2021/22 to 2023/24?",
            "9 + 12 + 10 = 31",
        ),
        ("How many permanent exclusions were there from primary schools in the North East in 2022/23?", ": 25 "),
    ],
)
def test_a_release_is_read_as_it_is_laid_out(desk: Desk, question: str, said: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert said in answer.text
    assert unbacked(json.loads(json.dumps(answer.to_json()))) == ()


def test_a_code_that_is_read_as_years_says_so(desk: Desk) -> None:
    answer = desk.ask("How many permanent exclusions were there from special schools in London by year?")
    assert "2023/24: 10" in answer.text
    assert "202324 is read as 2023/24" in answer.interpretation
    assert unbacked(json.loads(json.dumps(answer.to_json()))) == ()


@pytest.mark.parametrize(
    "question",
    [
        "How many bus stops were closed in 2022, broken down by operator?",
        "Give me kite duty receipts in 2020-21 split by port.",
        "How many dogs were taken into kennels in Ashwick in 2022/23, broken down by breed?",
    ],
)
def test_a_breakdown_that_no_table_gives_is_refused(desk: Desk, question: str) -> None:
    assert desk.ask(question).status in (Status.NOT_IN_RECORD, Status.PARTIAL)


@pytest.mark.parametrize(
    "question",
    [
        "What percentage of master sailors ran aground on reefs in 2021?",
        "What percentage of visitors used the moorings in June 2022?",
        "How many men were victims of theft in 2022?",
    ],
)
def test_what_is_foremost_for_some_is_not_what_there_is_for_them(desk: Desk, question: str) -> None:
    assert desk.ask(question).status is Status.NOT_IN_RECORD


@pytest.mark.parametrize(
    "question",
    [
        "How many libraries were there in 2021?",
        "How many hospitals are there?",
        "How many farms were there in Kent in 2022?",
    ],
)
def test_things_that_are_counted_side_by_side_are_not_added_up_to_what_they_are_of(desk: Desk, question: str) -> None:
    assert desk.ask(question).status is Status.NOT_IN_RECORD
