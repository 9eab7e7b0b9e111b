"""What is not what is asked, though most of its words are: denied, planned, on the other side, another deed's day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.desk import Desk
from tests.bot.conftest import of_text

LIBRARIES = (
    "Libraries\n\nPeter Shaw, the culture minister, told MPs that 212 libraries had been closed since 2010. He denied "
    "that 400 had been closed, as the union claims."
)
LIFEBOATS = "Boats\n\nThe guild rejected claims that 90 lifeboats were unsafe."
TREES = "Trees\n\nThe forest service planted 1.2 million trees last year against a target of two million."
CAMERAS = "Cameras\n\nNorland police switched off 14 of their 60 speed cameras in 2014."
LAMPS = "Lamps\n\nThe council turned off 300 lamps in May."
DEATHS = "Roads\n\nDeaths on the county's roads rose by six to 41."
WARDENS = "Wardens\n\nThe council employs 44 wardens, down from 52."
RECRUITS = (
    "Officers\n\nThe prison service recruited 3,100 officers in the year to September. There are now 21,600 officers, "
    "against 24,800 in 2010."
)
AMBULANCES = "Ambulances\n\nOf the 3,900 ambulances in England, 310 were out of use on 31 December."
CRANES = "Cranes\n\nAt Rye 12 cranes are out of service."
BANK = "Bank\n\nDowns Bank will shut 70 of its 410 branches next year, it announced yesterday."
PUPILS = "Flu\n\nMarsh School closed for a week on 6 July after 23 pupils fell ill."
HOMES = "Homes\n\nInspectors found 96 care homes inadequate in the year to March."
TRAINS = "Trains\n\nOne train in eight was late."
TAPES = "Tapes\n\nEleven data tapes were lost by the office between 2003 and 2006, of which four have been found."
ERROR = "Error\n\nThe error, by a contractor, came to light in June."
OBJECTS = "Museum\n\nCurators reported 31 objects missing in 2016. Nine of these were later found in a cellar."
MEALS = "Meals\n\nSome 6,100 pupils are entitled to free meals, and about 5,000 take them."
FENCES = "Escape\n\nUna Bell, the minister, rejected a claim by the union that fences had not been mended for a year."
FINED = (
    "Broadband\n\nQ15 Mr Hall: Has the firm been fined? Dr Lena Marsh: No. It paid back £12 million last year.\n\n"
    "Q16 Mr Hall: Have the masts been built? Dr Lena Marsh: I cannot say."
)
BINS = "Bins\n\nAshby council will collect bins once a fortnight from April, saving £700,000."
POSTS = "Coast\n\nThe plan will cost £27 million and cut 159 posts."
SEARCHES = "Searches\n\nKnives were found in 112 searches."
PAYMENTS = "Payments\n\nThe agency made 104,000 of the 107,000 payments due by the end of December."
YOUNG = "Apprentices\n\nThe office employed 112 apprentices on 31 March. Of the 112, 40 were under 19."
SLEEPERS = (
    "Exmere\n\nA count in November found 73 people sleeping rough in Exmere; the charity Haven says the true number is "
    "nearer 140."
)
CREW = "Stations\n\nThe minister, Ruth Hale, said that no crew member will be dismissed."
RATS = "Bins\n\nThe council said that rats would not increase."
MEAT = "Meat\n\nThe agency expects to report on 362 more tests next week."
STAFF = "Tags\n\nOfficials told them that 15 staff had worked on the contract full time."
HOTELS = "Hotels\n\nSome 205 hotels were full in May. The cost is £5.6 million a day."
GUARDS = "Trains\n\nThe line had 60 guards and 24 trains on 3 May."
DESKS = "Harbours\n\nThere are 310 desks in the harbour offices, which number 12."
TUTORS = "Schools\n\nThe county employs 85 tutors; there are five tutors for every school."
WRONG = [
    (GUARDS, "How many guards were there per train?", "60"),
    (DESKS, "How many desks are there per office?", "310"),
    (TUTORS, "How many tutors are there per pupil?", "85"),
    (MEAT, "How many tests have been reported?", "362"),
    (STAFF, "How many staff work on the contract now?", "15"),
    (HOTELS, "How much does a hotel cost a day?", "5,600,000"),
    (LIBRARIES, "How many libraries have been closed?", "400"),
    (LIFEBOATS, "How many lifeboats were unsafe?", "90"),
    (TREES, "How many trees did the service plan to plant last year?", "1,200,000"),
    (CAMERAS, "How many speed cameras are switched on?", "14"),
    (LAMPS, "How many lamps were turned on?", "300"),
    (DEATHS, "How many people died on the county's roads the year before?", "41"),
    (RECRUITS, "How many officers were recruited by the spring?", "3,100"),
    (RECRUITS, "How many officers are needed?", "21,600"),
    (AMBULANCES, "How many ambulances were in use on 31 December?", "310"),
    (CRANES, "How many cranes are in service?", "12"),
    (BANK, "How many branches does Downs Bank have?", "70"),
    (PUPILS, "How many pupils are there at Marsh School?", "23"),
    (HOMES, "How many care homes were found adequate?", "96"),
    (TRAINS, "How many trains were late?", "1"),
    (TAPES, "When were the tapes found?", "2003"),
    (ERROR, "When did the error happen?", "June"),
    (MEALS, "How many pupils are entitled to free meals but do not take them?", "6,100"),
    (FENCES, "Had the fences been mended?", "No"),
    (FINED, "Has the firm been fined?", "Yes"),
    (FINED, "Have the masts been built?", "Yes"),
    (BINS, "How much has been saved?", "700,000"),
    (POSTS, "How many posts have been cut?", "159"),
    (SEARCHES, "How many searches found nothing?", "112"),
    (PAYMENTS, "How many payments have not been made?", "107,000"),
    (YOUNG, "How many apprentices are over 19?", "40"),
    (CREW, "Will any crew be dismissed?", "Yes"),
    (RATS, "Did rats increase?", "No"),
]
RIGHT = [
    (GUARDS, "How many guards were there on 3 May?", "60"),
    (OBJECTS, "How many objects are still missing?", "22"),
    (LIBRARIES, "How many libraries have been closed?", "212"),
    (CAMERAS, "How many speed cameras were switched off?", "14"),
    (WARDENS, "How many wardens were there before?", "52"),
    (RECRUITS, "How many more officers are there than in 2010?", "Fewer, and not more: 3,200"),
    (AMBULANCES, "How many ambulances were out of use on 31 December?", "310"),
    (FINED, "Has the firm been fined?", "No"),
    (YOUNG, "How many apprentices were under 19?", "40"),
    (SLEEPERS, "How many people sleep rough in Exmere?", "The record disagrees: 140"),
    (CREW, "Will any crew be dismissed?", "No"),
]


@pytest.mark.parametrize(("text", "question", "wrong"), WRONG, ids=[row[1] for row in WRONG])
def test_it_is_not_said(made: Callable[..., Desk], text: str, question: str, wrong: str) -> None:
    answer = made(text, date(2018, 6, 4)).ask(question)
    said = f"{answer.headline} {answer.text.split('“')[0]}"
    assert answer.status.value == "not_in_record" or wrong not in said, answer.text


@pytest.mark.parametrize(("text", "question", "right"), RIGHT, ids=[row[1] for row in RIGHT])
def test_what_is_so_is_still_said(made: Callable[..., Desk], text: str, question: str, right: str) -> None:
    answer = made(text, date(2018, 6, 4)).ask(question)
    assert right in f"{answer.headline} {answer.text}", answer.text


@pytest.mark.parametrize(
    ("text", "question", "status", "told"),
    [
        ("In 2011 the board seized 40 vans and in 2012 it seized a further 25 vans.",
         "How many vans were seized in 2012?", "answered", "25"),
        ("In 2011 the board seized 40 vans and in 2012 it seized a further 25 vans.",
         "How many vans were seized?", "computed", "65"),
        ("The trust lent 30 tugs in 2009 and 12 other tugs in 2010.",
         "How many tugs were lent in 2010?", "answered", "12"),
        ("In 2007 wardens closed 60 kennels and in 2008 they closed another 19 kennels.",
         "How many kennels were closed in 2008?", "answered", "19"),
    ],
)  # fmt: skip
def test_what_was_so_before_is_not_added_where_one_time_is_asked_for(
    made: Callable[..., Desk], text: str, question: str, status: str, told: str
) -> None:
    answer = made(text, date(2013, 1, 1)).ask(question)
    assert str(answer.status) == status, answer.text
    assert told in answer.text


@pytest.mark.parametrize(
    ("text", "question", "status", "told"),
    [
        ("Between 3 and 9 April 2012, 26 sailings were cancelled. From 10 to 16 April 2012, 18 were cancelled.",
         "How many sailings were cancelled from 10 to 16 April 2012?", "answered", "18"),
        ("Between 3 and 9 April 2012, 26 sailings were cancelled. From 10 to 16 April 2012, 18 were cancelled.",
         "How many sailings were cancelled on 20 April 2012?", "not_in_record", ""),
        ("Between 1 and 14 June 95 bridges were inspected, and between 15 and 27 June 70 more bridges were inspected.",
         "How many bridges were inspected between 1 and 14 June?", "answered", "95"),
        ("Between 9 and 12 November 16 trams broke down.",
         "How many trams broke down between 9 and 10 November?", "not_in_record", ""),
        ("The board vaccinated 412,000 people over 80 and 38,000 people under 80. It hoped to vaccinate 450,000 "
         "over-80s.", "How many people under 80 were vaccinated?", "answered", "38,000"),
    ],
)  # fmt: skip
def test_a_stretch_of_days_is_no_other_and_a_side_no_other_side(
    made: Callable[..., Desk], text: str, question: str, status: str, told: str
) -> None:
    answer = made(text, date(2013, 1, 1)).ask(question)
    assert str(answer.status) == status, answer.text
    assert told in answer.text


MEALS = """<html><head><title>Ferry suppers</title></head><body><h1>Ferry suppers</h1>
<table><caption>Passengers by year</caption>
<tr><th rowspan="2">Year</th><th colspan="2">Passengers</th></tr><tr><th>On board</th><th>Taking suppers</th></tr>
<tr><td>2010</td><td>8,200</td><td>6,100</td></tr><tr><td>2011</td><td>9,150</td><td>5,820</td></tr>
<tr><td>2012</td><td>9,730</td><td>7,010</td></tr></table></body></html>
"""


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("How many passengers were taking suppers in 2011?", "5,820"),
        ("How many passengers were not taking suppers in 2011?", ""),
        ("How many passengers were not having suppers in 2011?", ""),
    ],
)
def test_those_who_do_not_take_it_are_not_those_who_do(tmp_path: Path, question: str, given: str) -> None:
    with of_text(tmp_path / "record", MEALS, date(2013, 1, 1), "suppers.html") as desk:
        answer = desk.ask(question)
    assert given in answer.text
    assert given or "5,820" not in answer.text, answer.text


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "In 2009 the board seized 140 vans, and 155 in 2008.",
            "How many vans were seized a year on average?",
        ),
        ("The port spent £2 million on dredging in 2010.", "What was the average spent on dredging a year?"),
        ("In May 2012 wardens closed 60 kennels.", "How many kennels were closed a month on average?"),
    ],
)
def test_one_year_has_no_average_a_year(made: Callable[..., Desk], text: str, question: str) -> None:
    answer = made(text, date(2013, 1, 1)).ask(question)
    assert answer.derivation is None, answer.text
