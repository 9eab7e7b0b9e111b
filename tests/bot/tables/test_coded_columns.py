"""Questions over machine-readable tables: traits in code, how many times something befell, stages, pupils, extremes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Answer, Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

CREWS = """year,port_type,trait_desc,trait_1,trait_2,headcount,rescues,one_plus_rescues
201819,Total,Total,Total,Total,900,400,240
201819,Total,Sex,Sex_man,Total,500,250,140
201819,Total,Sex,Sex_woman,Total,400,150,100
201819,Total,Rank,Rank_Mate,Total,500,230,130
201819,Total,Rank,Rank_Pilot,Total,400,170,110
201819,Total,Rank_sex,Rank_Mate,Woman,220,x,60
201819,Total,Licence,Licence_with_licence,Total,510,260,150
201819,Total,Licence,Licence_without_licence,Total,300,110,80
201819,Total,Licence,Licence_Unknown,Total,90,30,10
201819,Total,Shelter_tenth,Shelter_tenth_1_most_exposed,Total,95,61,40
201819,Total,Shelter_tenth,Shelter_tenth_10_least_exposed,Total,80,12,9
201819,Inland,Total,Total,Total,300,111,70
201819,Seaside,Total,Total,Total,600,289,170
"""
REPAIRS = """Year,harbour_type,lamp_repairs,keepers
2021,Total,Total,160
2021,Total,1,90
2021,Total,2,40
2021,Total,3,20
2021,Total,4,10
2021,Tidal,Total,60
2021,Tidal,1,30
2021,Tidal,2,18
2021,Tidal,3,9
2021,Tidal,4,3
"""
CALLS = """Year,Measure,Indicator,Number
2020,Ferry complaints,Number of complaints lodged,310
2020,Ferry complaints,Number of complaints heard,290
2020,Ferry complaints,Percentage of complaints heard,93.5
2020,Ferry claims,Number of claims lodged,85
2020,Ferry claims,Number of claims heard,80
2021,Ferry complaints,Number of complaints lodged,350
2021,Ferry complaints,Number of complaints heard,300
2021,Ferry complaints,Percentage of complaints heard,85.7
2021,Ferry claims,Number of claims lodged,70
2021,Ferry claims,Number of claims heard,66
"""
SCHOOL_BUSES = """year,bus_type,sex,NC_year,pupils
202122,Total,Total,Total,500
202122,Total,Male,Total,270
202122,Total,Female,Total,230
202122,Total,Total,NC_Year_7,120
202122,Total,Total,NC_Year_8,200
202122,Total,Total,NC_Year_9,180
"""
DEPOTS = """Year,depot_type,trams_run,num_depots,headcount
2020,Urban,510,40,900
2020,Valley,120,7,210
2020,Island,60,3,95
"""
LIBRARIES = """year,home_type,loans,one_or_more_loans,readers_in_debt,readers_in_debt_in_the_last_3_years
2015,Total,900,310,40,95
2015,Houseboat,200,80,9,22
2015,Lighthouse,700,230,31,73
"""
STOPS = """year,gauge,days_of_stoppages,lathe_stoppages
2016,Total,Total,210
2016,Total,1,120
2016,Total,2,60
2016,Total,3,30
"""
CADETS = """year,age,cadet_grade,cadets_landed
2017,Total,Total,100
2017,Age 12,Total,20
2017,Age 13,Total,30
2017,Age 14,Total,45
2017,Age 15,Total,5
2017,Total,Grade 12,33
2017,Total,Grade 13,67
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    files = {
        "lifeboat-crews-of-volunteers.csv": CREWS,
        "lamp-repairs.csv": REPAIRS,
        "ferry-complaints.csv": CALLS,
        "school-buses.csv": SCHOOL_BUSES,
        "tram-depots.csv": DEPOTS,
        "library-loans.csv": LIBRARIES,
        "ship-cadets.csv": CADETS,
        "lathe-stoppages.csv": STOPS,
    }
    record = tmp_path_factory.mktemp("coded") / "record"
    with desk_over(record, {name: content.encode() for name, content in files.items()}) as made:
        yield made


def told(answer: Answer) -> str:
    """The value that ANSWER works out, or gives first; "" where it gives none."""
    if answer.derivation is not None:
        return answer.derivation.result
    return answer.figures[0].value if answer.figures else ""


GIVEN = [
    # The whole of every other column is meant where nothing is said of it.
    ("How many rescues were there in 2018/19?", "400"),
    ("How many rescues did women carry out in 2018/19?", "150"),
    ("How many rescues by seaside crews in 2018/19?", "289"),
    # Traits, and those with and without something.
    ("How many rescues by pilots in 2018/19?", "170"),
    ("How many rescues by crews with and without a licence together in 2018/19?", "370"),
    # A superlative that stands in a label asks for no rank.
    ("How many rescues in the most exposed tenth in 2018/19?", "61"),
    ("How many rescues in the least exposed tenth in 2018/19?", "12"),
    # Just so many times.
    ("How many keepers had exactly one lamp repair in 2021?", "90"),
    ("How many keepers had 3 lamp repairs in 2021?", "20"),
    ("How many tidal keepers had one or two lamp repairs in 2021?", "48"),
    ("How many keepers had between two and four lamp repairs in 2021?", "70"),
    ("Of all the keepers with a lamp repair in 2021, what share had just one?", "56.3%"),
    # What was made, beside what was heard of it.
    ("How many ferry complaints were made in 2020?", "310"),
    ("How many ferry claims were submitted in 2021?", "70"),
    ("How many ferry complaints were heard in 2021?", "300"),
    ("How many ferry complaints were lodged in 2021?", "350"),
    # Those to whom something befell, and how often it did.
    ("How many pilots carried out at least one rescue in 2018/19?", "110"),
    ("How many crew carried out one or more rescues in 2018/19?", "240"),
    ("How many library loans were there in 2015?", "900"),
    ("How many houseboat library loans at least once in 2015?", "80"),
    ("How many volunteers were there inland in 2018/19?", "300"),
    # What joins labels of one heading joins no measures.
    ("How many trams were run from valley and island depots together in 2020?", "180"),
    ("How many depots were there in valley and island together in 2020?", "10"),
    # Single years of age are no other numbers, and make up bands.
    ("How many cadets aged 12 were landed in 2017?", "20"),
    ("How many thirteen-year-old cadets were landed in 2017?", "30"),
    ("How many cadets aged 12 to 14 were landed in 2017?", "95"),
    # Lengths of time, which are told with their unit.
    ("How many lathe stoppages were there in 2016?", "210"),
    ("How many lathe stoppages of one day were there in 2016?", "120"),
    ("How many lathe stoppages lasted 2 days in 2016?", "60"),
    # Pupils.
    ("How many school bus pupils were there in the academic year 2021/22?", "500"),
    ("How many boys took a school bus in 2021/22?", "270"),
    ("How many children in year 8 in 2021/22?", "200"),
]


@pytest.mark.parametrize(("question", "value"), GIVEN)
def test_a_figure_of_a_table_in_code_is_given(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert (answer.status in (Status.ANSWERED, Status.COMPUTED), told(answer)) == (True, value), answer.text


ABSTAINED = [
    "How many rescues did women mates carry out in 2018/19?",  # withheld
    "How many keepers had more than one lamp repair in 2021?",
    "How many lamp repairs were there in 2021?",  # it counts keepers, by how many each had
    "How many lathes had two stoppages in 2016?",
    "How many keepers had between three and six lamp repairs in 2021?",
]


@pytest.mark.parametrize("question", ABSTAINED)
def test_what_a_table_in_code_does_not_tell_is_not_given(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status not in (Status.ANSWERED, Status.COMPUTED), answer.text


def test_which_year_group_asks_for_no_time(desk: Desk) -> None:
    answer = desk.ask("Which school year group had the most pupils in 2021/22?")
    assert "Year_8" in answer.text
