"""Questions over tables of written answers in the words of whoever asks: what stands about a table bears them out."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from corpus.formats import Meta
from corpus.ingest import Outcome, ingest_bytes
from corpus.ledger import Ledger
from tests.bot.tables.test_answer_tables import answered, others, table
from tests.corpus.question_pages import page

GALES = answered(
    1,
    "Hospitals: Admissions",
    "how many hospital admissions there were for (a) sea fever and (b) rope burn in each age group in each year.",
    "The following table shows the number of hospital admissions across the requested age groups for sea fever since "
    "2030:",
    "Year | Age 0-4 | Age 5-17 | Age 18+ | Total",
    "2030/31 | 4 | 9 | 30 | 43",
    "2031/32 | 5 | 8 | 41 | 54",
)
PIERS = answered(
    2,
    "Piers: Repairs",
    "what estimate she has made of the cost of each pier scheme.",
    "For the pier schemes cancelled in March the details are as follows:",
    "Scheme | Estimated capital cost | Value for money",
    "Saltby Pier | £2349m | Low",
    "Gull Rock Pier | £630m | Low",
    "Wick Pier | £26m | n/a",
)
TESTS = answered(
    3,
    "Pilotage Tests: Wickhaven",
    "what the average wait for a pilotage test is in Wickhaven; and how many people are waiting.",
    "The table below shows the June 2031 average waiting time, number of booked tests, and available tests as of 22 "
    "July 2031 at the test centres that serve Wickhaven:",
    "PTC | June 2031 average waiting time in weeks | Booked tests | Tests available",
    "Saltby | 16.5 | 1560 | 78",
    "Gull Rock | 24 | 1043 | 53",
    "Skerry | 12.5 | 2404 | 95",
)
CONVEYED = answered(
    4,
    "Lighthouses: Smuggling",
    "how many (a) lighthouse officers and (b) other staff were (i) searched and (ii) charged.",
    "Below is a table showing the breakdown of staff searched from July 21 to December 2021 over the smuggling of oil.",
    "Month | Cases where Officer Searched | Cases where Non-Officer Searched",
    "TOTAL | 104 | 42",
    "Jul | 20 | 8",
    "Aug | 19 | 7",
    "Sep | 18 | 7",
    "Oct | 19 | 7",
    "Nov | 23 | 7",
    "Dec | 5 | 6",
)
NICHE = answered(
    5,
    "Tern and Gull Consulting",
    "how much Harbours England has spent on fees with Tern and Gull Consulting for dredging at Wickhaven.",
    "The following table shows the expenditure by Harbours England on fees from Tern and Gull Consulting for dredging "
    "at Wickhaven, including VAT:",
    "Year | Invoice amount",
    "2030/31 | £225,584.58",
    "2031/32 | £0",
)
TERMS = answered(
    6,
    "Smugglers: Sentencing",
    "how many smugglers were sentenced to the hulks by court and length.",
    "The table below shows the number of smugglers sentenced to the hulks in 2030-31:",
    "Length | Quay Court | Harbour Court",
    "Less than 6 months | 16 | 31",
    "6 months or more | 1347 | 9",
)
APPEALS = answered(
    7,
    "Moorings: Tribunals",
    "how many appeals against Marsh Port Council were determined in favour of the appellants.",
    "The table below sets out the number of mooring appeals against decisions made by Marsh Port Council:",
    "Academic year | Total appeals registered | Total appeals determined in favour of the appellants"
    " | Total appeals determined in favour of the local authority",
    "2030 | 291 | 180 | 10",
    "2031 | 340 | 367 | 31",
)
POSTS = answered(
    8,
    "Department for Lamps: Posts",
    "how many posts include wicks or oil in their title.",
    "The following table shows the posts that the title included and the total salaries:",
    "Post title includes | 2031/32 | 2030/31",
    "Wicks | 4 | 14",
    "Oil | 8 | 2",
    "Total posts | 12 | 16",
    "Total salary | £619,969 | £842,077",
)
TWO = answered(
    9,
    "Fog Allowance: Rhosgwyn",
    "how many people were awarded the Fog Allowance in Rhosgwyn.",
    "Table 1 shows the number of individuals not awarded Fog Allowance (FA) at first decision and those awarded it at "
    "second look (SL) stage by year:",
    "Year | Number of individuals not awarded FA | Number of individuals awarded FA at SL stage",
    "2030/31 | 207,300 | 24,320",
    "2031/32 | 263,120 | 16,730",
)
TWO["answerText"] += (
    "<p>Table 2 shows the number of individuals not awarded Fog Allowance (FA) at first decision and those awarded it "
    "at second look (SL) stage in Rhosgwyn by year:</p>"
) + table(
    "Year | Number of individuals not awarded FA | Number of individuals awarded FA at SL stage",
    "2030/31 | 1,520 | 240",
    "2031/32 | 1,720 | 90",
)
VISITORS = answered(
    10,
    "Harbour Services: Foreign Nationals",
    "what charges were made to those not resident here.",
    "We have taken non-residents to mean chargeable overseas visitors. The following table shows the aggregate income "
    "identified, and cash payments received, from overseas visitors over the last three years:",
    "Year | 2029/30 (£) | 2030/31 (£)",
    "Aggregate income identified | 61,000 | 100,000",
    "Cash payments received in-year | 21,000 | 32,000",
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("context")
    every = page(GALES, PIERS, TESTS, CONVEYED, NICHE, TERMS, APPEALS, POSTS, TWO, VISITORS, *others(60))
    with Desk(Ledger.open(folder / "record", create=True)) as one:
        put = ingest_bytes(one.ledger, "questions.json", json.dumps(every).encode(), Meta())
        assert put.outcome is Outcome.ADDED, put.reason
        yield one


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        # two words tell a table of nothing narrower
        ("How many admissions for sea fever were there in 2031/32?", "54"),
        ("How many children under five were admitted to hospital with sea fever in 2030/31?", "4"),
        ("How many people aged eighteen and over were admitted for sea fever in 2031/32?", "41"),
        # what is dearest, shortest, counted in a unit of its own; what the heading calls by its initials
        ("Which of the cancelled pier schemes was the most expensive?", "2349000000"),
        ("Which Wickhaven test centre had the shortest wait in June 2031?", "12.5"),
        ("How many tests were booked at Skerry as of 22 July 2031?", "2404"),
        # all the times together, a month without its year, one of two sorts by its denial
        ("How many lighthouse officers were searched over the smuggling of oil?", "104"),
        ("How many lighthouse officers were searched over the smuggling of oil in September?", "18"),
        ("How many non-officer lighthouse staff were searched over oil in total?", "42"),
        # that money was paid
        ("What did Harbours England pay Tern and Gull Consulting in 2030/31 for dredging at Wickhaven?", "225584.58"),
        ("How much did Harbours England spend on Tern and Gull Consulting in 2030/31?", "225584.58"),
        # on which side of a number
        ("How many smugglers did the Quay Court send to the hulks for six months or more in 2030-31?", "1347"),
        ("How many smugglers did the Harbour Court send to the hulks for less than six months in 2030-31?", "31"),
        # years of a kind, and names of which a part would be a label
        ("How many mooring appeals against Marsh Port Council in the academic year 2031 were determined in favour of"
         " the appellants?", "367"),
        ("How many mooring appeals were determined in favour of the local authority in the academic year 2030?", "10"),
        # acronyms of labels, and the place of the other table
        ("How many people in Rhosgwyn were awarded the Fog Allowance at second look stage in 2030/31?", "240"),
        ("How many people in Rhosgwyn were awarded the Fog Allowance at SL stage in 2031/32?", "90"),
    ],
)  # fmt: skip
def test_a_table_answers_in_the_words_of_whoever_asks(desk: Desk, asked: str, value: str) -> None:
    answer = desk.ask(asked)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert answer.figures[0].value == value, answer.text


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("How much income was identified from chargeable overseas visitors in 2030/31?", "100000"),
        ("How much income was identified from overseas visitors in 2029/30?", "61000"),
        ("What were the cash payments received in-year from chargeable overseas visitors in 2030/31?", "32000"),
    ],
)
def test_an_answers_own_words_for_what_its_table_counts_are_borne_out(desk: Desk, asked: str, value: str) -> None:
    answer = desk.ask(asked)
    assert (answer.status, [f.value for f in answer.figures]) == (Status.ANSWERED, [value]), answer.text


@pytest.mark.parametrize(
    "asked",
    [
        "How many rope burn admissions were there in 2031/32?",
        "By how much did the total salary fall between 2030/31 and 2031/32 for oil posts?",
        "How many lighthouse officers were dismissed over the smuggling of oil in September?",
        "How many mooring appeals against Marsh Port Council were dismissed in the academic year 2031?",
        "How many pilotage tests were passed at Skerry as of 22 July 2031?",
        "How many people in Saltby were awarded the Fog Allowance at second look stage in 2030/31?",
        "What did Harbours England pay Tern and Gull Consulting in 2029/30 for dredging at Wickhaven?",
        "How many sea fever admissions were of girls in 2031/32?",
    ],
)
def test_what_no_table_gives_is_not_given(desk: Desk, asked: str) -> None:
    assert desk.ask(asked).status not in (Status.ANSWERED, Status.COMPUTED)
