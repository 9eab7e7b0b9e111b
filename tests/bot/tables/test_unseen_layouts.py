"""Tables as bodies lay them out: stacked sexes and countries, codes, decimals that are not shown, scales."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

import pytest

from bot.answer import Status
from bot.desk import Desk
from bot.tables import take, tell_moves
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import ods, rows_of, xlsx
from tests.exam.scoring import unbacked

WARDENS = rows_of(
    """
Table W1: Lamp wardens (full-time equivalent), by harbour, as at 31 March 2023
Harbour | Wardens | Apprentices
Ambleby | 1990.6538 | 214.2
Corrie | 2502.6415 | 98.71
Dunmore | 3215.1049 | 33
North Coast | 7708.4002 | 345.91
Eskside | 120.9 | 12.4
Fenwick | 340.25 | 9.1
South Coast | 461.15 | 21.5
All harbours | 8169.5502 | 367.41
"""
)
ENTRIES = rows_of(
    """
Table 2: Receptions into sail schools by ticket, age and sex, Wales
Quarterly, January to December 2022
| Jan-Mar 2022 | Apr-Jun 2022 | Jul-Sep 2022 | Oct-Dec 2022 | Percentage change Jan-Mar 2022 to Oct-Dec 2022
Males and females | | | | |
Day ticket | 120 | 131 | 140 | 150 | 0.25
Season ticket | 60 | 61 | 70 | 80 | 0.333
Males | | | | |
Day ticket | 70 | 80 | 85 | 95 | 0.357
Season ticket | 40 | 36 | 44 | 50 | 0.25
Females | | | | |
Day ticket | 50 | 51 | 55 | 55 | 0.1
Season ticket | 20 | 25 | 26 | 30 | 0.5
"""
)
CREWS = rows_of(
    """
Table 1: Kite crews, kite repairs and kite thefts by sex
United Kingdom, levels in thousands, rates in percentages
| People | | | Men | | | Women | |
Period | Crews | Repairs | Theft rate (%) | Crews | Repairs | Theft rate (%) | Crews | Repairs | Theft rate (%)
Dataset identifier code | MGRZ | MGSC | MGSX | MGSA | MGSB | MGSD | MGSE | MGSF | MGSG
Jan to Mar 2022 | 320 | 130 | 3.8 | 170 | 70 | 3.9 | 150 | 60 | 3.7
Apr to Jun 2022 | 330 | 128 | 4.1 | 175 | 66 | 4.2 | 155 | 62 | 4
Jul to Sep 2022 | 341 | 131 | 4.4 | 180 | 70 | 4.5 | 161 | 61 | 4.2
Change on quarter | 11 | 3 | 0.3 | 5 | 4 | 0.3 | 6 | -1 | 0.2
"""
)
LEAVERS = """Table 4: Ferry pilots who left the service by reason and sex, years ending 31 March
Headcount
,2021,2022,2023
Males,,,
Dismissals,17,12,13
Voluntary resignations,155,138,185
Females,,,
Dismissals,3,4,5
Voluntary resignations,82,75,76
"""
SALES = """"Table 5: Lighthouse transactions completed, by country and type"
,Residential,,Non-residential,
Month,Non-seasonally adjusted,Seasonally adjusted,Non-seasonally adjusted,Seasonally adjusted
United Kingdom,,,,
Apr 2023,1100,1120,310,300
May 2023,1205,1190,305,320
England,,,,
Apr 2023,900,910,250,240
May 2023,985,970,245,255
Wales,,,,
Apr 2023,200,210,60,60
May 2023,220,220,60,65
"""
HEADINGS = (
    "REPORTING_PERIOD_START,REPORTING_PERIOD_END,BREAKDOWN,PRIMARY_LEVEL,PRIMARY_LEVEL_DESCRIPTION,MEASURE_ID,"
    "MEASURE_NAME,MEASURE_VALUE"
)
CARE = f"""{HEADINGS}
01/04/2023,30/04/2023,England,England,England,KS01,Moorings in the reporting period,1500
01/04/2023,30/04/2023,Coastal Region,Y56,London,KS01,Moorings in the reporting period,600
01/04/2023,30/04/2023,Coastal Region,Y58,South West,KS01,Moorings in the reporting period,900
01/04/2023,30/04/2023,England,England,England,KS02,Keels mended in the reporting period,70
01/04/2023,30/04/2023,Coastal Region,Y56,London,KS02,Keels mended in the reporting period,20
01/04/2023,30/04/2023,Coastal Region,Y58,South West,KS02,Keels mended in the reporting period,50
01/05/2023,31/05/2023,England,England,England,KS01,Moorings in the reporting period,1400
01/05/2023,31/05/2023,Coastal Region,Y56,London,KS01,Moorings in the reporting period,520
01/05/2023,31/05/2023,Coastal Region,Y58,South West,KS01,Moorings in the reporting period,880
01/05/2023,31/05/2023,England,England,England,KS02,Keels mended in the reporting period,*
01/05/2023,31/05/2023,Coastal Region,Y56,London,KS02,Keels mended in the reporting period,*
01/05/2023,31/05/2023,Coastal Region,Y58,South West,KS02,Keels mended in the reporting period,44
"""
TRIPS = """Table 6: Rowing trips by harbour, annual from 2018/19
Figures are in millions of trips
Harbour,2018/19,2019/20,2020/21,2021/22
Ambleby,4.1,4.4,1.2,3.9
Corrie,2.2,2.5,0.8,1.7
"""
GUILD = """Table 7: People with a lamp licence by region
Month,Region / harbour authority,Members,Novices
January 2023,Ambleby,310,41
January 2023,Corrie,420,37
February 2023,Ambleby,322,40
February 2023,Corrie,431,38
"""
FEARS = """"The greatest fear that divers have below water, by sort of diver, percentage of divers, 2020"
Fear,Beginners,Old hands
Sharks,45,12
Cold,15,30
The dark,38,57
"""
LODGED = """"Table 8: Households in harbour lodgings by sort and harbour, as at 31 March 2023"
Harbour,Hulk,B&B,Other,Total
Ambleby,40,15,7,62
Corrie,22,31,4,57
"""
NOTICES = """Table 9: Notices served by sort and harbour
Harbour,Reminder - first,Reminder - last,Warning
Ambleby,40,15,7
Corrie,22,31,4
"""
FILES: dict[str, bytes] = {
    "notices.csv": NOTICES.encode(),
    "lodgings.csv": LODGED.encode(),
    "fears.csv": FEARS.encode(),
    "guild.csv": GUILD.encode(),
    "wardens.ods": ods({"W1": WARDENS}, whole=True),
    "entries.xlsx": xlsx({"T2": ENTRIES}),
    "crews.xlsx": xlsx({"1": CREWS}, merged=["B3:D3", "E3:G3", "H3:J3"]),
    "pilots.csv": LEAVERS.encode(),
    "lighthouses.csv": SALES.encode(),
    "moorings-monthly.csv": CARE.encode(),
    "rowing.csv": TRIPS.encode(),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_over(tmp_path_factory.mktemp("layouts") / "record", FILES) as one:
        yield one


@pytest.mark.parametrize(
    ("question", "said"),
    [
        # What a sheet shows is said; what it holds is what is worked with, and rounded as the sheet is.
        ("How many lamp wardens did Dunmore have on 31 March 2023?", ": 3,215 "),
        ("How many warden apprentices were there in Corrie on 31 March 2023?", ": 99 "),
        ("How many lamp wardens were there in all harbours in March 2023?", ": 8,170 "),
        ("How many more lamp wardens did Corrie have than Ambleby in March 2023?", "512: "),
        ("How many lamp wardens did Ambleby and Corrie have together in March 2023?", ": 4,493, added up from"),
        # Those that a row is the sum of lie in it.
        ("Which harbour on the South Coast had the most lamp wardens in March 2023?", "Fenwick: 340"),
        ("Which harbour on the North Coast had the fewest lamp wardens in March 2023?", "Ambleby: 1,991"),
        # Sexes in blocks of rows, and over blocks of columns.
        ("How many women were received into sail schools on day tickets in Jan-Mar 2022?", ": 50 "),
        ("How many receptions into sail schools were there on season tickets in the third quarter of 2022?", ": 70 "),
        ("How many men were received into sail schools on a season ticket over the whole of 2022?", "= 170 "),
        (
            "How many day ticket receptions into sail schools in Oct-Dec 2022, men and women together?",
            ": 150 ",
        ),
        ("What was the theft rate for women in the three months to June 2022?", ": 4% "),
        ("How many kite repairs by men were there in Jul to Sep 2022?", ": 70 thousand "),
        ("By how much did women's kite crews rise between January to March 2022 and July to September 2022?", "11,000"),
        # Years that a title says the end of; stretches back from no date.
        ("How many male ferry pilots were sacked in the year ending March 2022?", ": 12 "),
        ("How many women pilots of ferries quit in 2023?", "year ending 31 March 2023: 76 "),
        ("How many female ferry pilots were dismissed over the last two years?", "= 9 "),
        ("How many rowing trips were there in Corrie over the last two years?", "2,500,000"),
        ("How many rowing trips were made in Ambleby in 2019/20?", "4.4 million"),
        # Countries in blocks; what denies something is named by what denies it.
        (
            "How many residential lighthouse transactions in Wales in May 2023, seasonally adjusted?",
            ": 220 ",
        ),
        (
            "How many non-residential lighthouse transactions in the UK in May 2023, seasonally adjusted?",
            ": 320 ",
        ),
        (
            "How many residential lighthouse transactions in England in May 2023, without seasonal adjustment?",
            ": 985 ",
        ),
        (
            "Which nation had the fewest non-residential lighthouse transactions in April 2023, seasonally adjusted?",
            "Wales: 60",
        ),
        # A superlative of what is counted asks for no rank, and what is given is a share.
        ("What percentage of beginners said that their greatest fear was sharks in 2020?", ": 45% "),
        ("For what proportion of old hands among divers was the dark their greatest fear in 2020?", ": 57% "),
        ("Which fear was the greatest for beginners in 2020?", "Sharks: 45%"),
        # Letters that are no words by themselves ("B&B") are heard.
        ("How many households in lodgings at Ambleby harbour were in B&Bs on 31 March 2023?", ": 15 "),
        ("Which harbour had the most households in B&B lodgings in March 2023?", "Corrie: 31"),
        ("How many households were in harbour lodgings in Corrie on 31 March 2023?", ": 57 "),
        # Codes with their descriptions, the first and the last day of a period.
        ("How many moorings were there in the South West in May 2023?", ": 880 "),
        ("How many moorings were there in London from April to May 2023?", "600 + 520 = 1,120"),
        ("Which coastal region had the most keels mended in April 2023?", "South West: 50"),
        ("What share of England's moorings in April 2023 were in London?", "40%"),
    ],
)
def test_a_layout_that_bodies_use_is_read(desk: Desk, question: str, said: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert said in answer.text
    assert unbacked(json.loads(json.dumps(answer.to_json()))) == ()


@pytest.mark.parametrize(
    "question",
    [
        "How many women were in sail schools in Jan-Mar 2022?",
        "How many kite crews were there in Jan to Mar 2021?",
        "How many ferry pilots were dismissed in the calendar year 2022?",
        "How many rowing trips were there in Dunmore in 2021/22?",
        "How many lamp wardens did Dunmore have on 31 March 2022?",
        "How many houses were sold in Wales in May 2023?",
        # People on a roll are counted at a date, be it not said; a flow into a place is not who is there.
        "How many novices had a lamp licence from January to February 2023?",
        "How many pupils of sail schools had a season ticket in Jan-Mar 2022?",
        "What percentage of divers said that the cold was their greatest fear in 2020?",
        # Who is counted is told by what follows; "other" may be a row.
        "How many households were there in Ambleby in March 2023?",
        "How many households in Corrie were in other lodgings on 31 March 2023?",
        "How many households were homeless in Ambleby on 31 March 2023?",
        # A sort of what is asked for is not all of it.
        "How many reminder notices were served in Ambleby?",
        # Nothing tells which rows of a heading are regions, and which authorities.
        "Which region had the most members with a lamp licence in January 2023?",
    ],
)
def test_what_such_a_table_does_not_give_is_not_answered(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status not in (Status.ANSWERED, Status.COMPUTED), answer.text


def test_what_is_withheld_is_said_to_be(desk: Desk) -> None:
    assert "suppressed" in desk.ask("How many keels were mended in London in May 2023?").text


@pytest.mark.parametrize("places", [-1, -2, -3])
@pytest.mark.parametrize(
    "question",
    [
        "How many lamp wardens did Ambleby and Corrie have together in March 2023?",
        "How many more lamp wardens did Corrie have than Ambleby in March 2023?",
    ],
)
def test_a_result_rounded_otherwise_than_the_cells_are_shown_is_withdrawn(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, question: str, places: int
) -> None:
    def otherwise(value: Decimal, cells: object) -> Decimal:
        return value.quantize(Decimal(1).scaleb(-places))

    monkeypatch.setattr(take, "rounded_as", otherwise)
    monkeypatch.setattr(tell_moves, "rounded_as", otherwise)
    assert desk.ask(question).status is Status.NOT_IN_RECORD
