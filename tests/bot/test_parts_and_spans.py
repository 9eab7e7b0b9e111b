"""Parts of a whole and the time it took: what is left out, what comes first and last, and what a year's share is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.desk import Desk
from tests.bot.conftest import of_text

LOCUMS = """Health minister sorry for unchecked locums

Ada Finch, the Health Minister, disclosed that 960 locums had been taken on in the past six years without any check of \
their papers. They included six surgeons, 14 psychiatrists, 31 other doctors and 120 nurses.

The hirings took place between May 2003 and last month. It emerged last night that 210 of the locums were taken on \
after October 2007, when nurses first warned the ministry. In 45 cases the tribunals had recommended dismissal. \
Only 130 of the locums had been checked since, with 18 of them being dismissed.

Asked on Radio Thames last night whether she would resign, Ms Finch said: "I shall not."
"""
SCHOOLS = """Inspectors missed schools

Owen Crane, the Schools Minister, said that 720 schools had been opened in the past four years with no inspection. \
They included nine academies, 25 free schools and 66 other schools.

The schools were opened between June 2011 and May 2015. Of these, 140 were opened after March 2014, when parents first \
wrote to the department. A report covering openings between January 2001 and July 2002 had warned of it. \
It came as numbers of pupils in Wales swelled to more than 8,000. Numbers of boarders in Wales rose to 310 in 2009.
"""
TAGGED = """Tagged offenders let go

Peter Mallory, the Prisons Minister, admitted that 1,400 offenders had been freed without any consideration of recall. \
They included five murderers, eleven rapists, 29 other sex offenders and 90 burglars. Officers are still trying to \
trace at least 600 of them. Judges had recommended deportation in 80 cases.

The first offender was freed in May 2002. The releases took place between January 2001 and June 2004. The number of \
women in Scotland's jails has risen to more than 400.
"""

ASKED = [
    # What is left out is named before what is asked, or stands apart from it
    (LOCUMS, "Excluding the surgeons and the psychiatrists, how many doctors were taken on?", "answered", "31"),
    (LOCUMS, "Doctors, leaving out surgeons and psychiatrists - number?", "answered", "31"),
    (SCHOOLS, "Setting aside the academies and free schools, how many schools were opened?", "answered", "66"),
    (TAGGED, "Sex offenders, not counting rapists: how many?", "answered", "29"),
    (TAGGED, "rapists plus the other sex offenders, not counting murderers, what does that come to?", "computed", "40"),
    # Several taken together, and asked for after a dash
    (LOCUMS, "surgeons, psychiatrists and nurses - what's the combined total?", "computed", "140"),
    (SCHOOLS, "academies and free schools: what is their joint total?", "computed", "34"),
    (TAGGED, "Murderers, rapists plus burglars — what was the overall count?", "computed", "106"),
    # What nobody thought of is no rest of those to whom it was done
    (TAGGED, "What exact number was given for offenders freed with no thought of recall?", "answered", "1,400"),
    # The first and the last of what went on for a time
    (LOCUMS, "When did the first of these hirings happen?", "answered", "May 2003."),
    (LOCUMS, "and the most recent hiring, when was that", "answered", "."),
    (SCHOOLS, "When was the first of them opened?", "answered", "June 2011."),
    (SCHOOLS, "In which year was the last school opened?", "answered", "May 2015."),
    (TAGGED, "When was the last of the releases?", "answered", "June 2004."),
    (TAGGED, "When was the first offender freed?", "answered", "May 2002"),
    # How far back it goes
    (LOCUMS, "How many years' worth of hirings are we talking about?", "answered", "May 2003"),
    (SCHOOLS, "How many years do the openings go back?", "answered", "2011"),
    (TAGGED, "How long have the releases been going on?", "answered", "January 2001"),
    # An occasion that its date names
    (LOCUMS, "How many more were taken on before the October 2007 warning than after it?", "computed", "540"),
    (SCHOOLS, "How many were opened after the March 2014 letters?", "answered", "140"),
    # What is left of a whole: of whom nothing is given, and without a part that is named by its number
    (LOCUMS, "For how many of the 960 does the report give no profession?", "computed", "789"),
    (TAGGED, "leaving aside everyone whose offence is named - how many are left?", "computed", "1,265"),
    (TAGGED, "How many of the 1,400 have no offence given?", "computed", "1,265"),
    (TAGGED, "How many of the 1,400 have no nationality given?", "not_in_record", ""),
    (LOCUMS, "take the 130 they checked off the total, what's left", "computed", "830"),
    (SCHOOLS, "Subtract the 25 free schools from the total: how many are left?", "computed", "695"),
    (TAGGED, "taking the 90 burglars away from the whole lot, how many remain", "computed", "1,310"),
    (TAGGED, "take the 600 they traced off the total, what is left", "not_in_record", ""),
    (TAGGED, "take the 90 rapists off the total, what is left", "not_in_record", ""),
    # Two kinds together, in few words
    (LOCUMS, "Surgeons and psychiatrists together?", "computed", "20"),
    (SCHOOLS, "academies plus free schools in total", "computed", "34"),
    (TAGGED, "Murderers and burglars combined?", "computed", "95"),
    (TAGGED, "Murderers and porters combined?", "not_in_record", ""),
    # Nobody is told to have left for having been in office
    (LOCUMS, "When did Ada Finch leave the Health Ministry?", "not_in_record", ""),
    (SCHOOLS, "When did Owen Crane step down?", "not_in_record", ""),
    (TAGGED, "When was Peter Mallory sacked?", "not_in_record", ""),
    # So many a year, over the time that the record or whoever asks gives
    (LOCUMS, "On average how many a year over the six years?", "computed", "160"),
    (LOCUMS, "how many locums were taken on a year on average over the nine years", "not_in_record", ""),
    (LOCUMS, "How many were taken on a year on average over the six years?", "computed", "160"),
    (
        SCHOOLS,
        "How many were opened with no inspection a year on average over the four years?",
        "computed",
        "180",
    ),
    (SCHOOLS, "Taking it as four years, how many were opened with no inspection a year on average?", "computed", "180"),
    (SCHOOLS, "If it was five years, how many a year on average were opened without inspection?", "not_in_record", ""),
    (SCHOOLS, "How many schools were opened?", "not_in_record", ""),
    (TAGGED, "Assuming four years, how many were freed a year on average?", "computed", "350"),
    # On the air
    (LOCUMS, "Which radio station was Ms Finch on?", "answered", "Radio Thames"),
    (LOCUMS, "What date was Ms Finch's radio interview?", "answered", "1 July 2009"),
    (LOCUMS, "When was the television interview with Ms Finch?", "not_in_record", ""),
    # Everyday words
    (TAGGED, "burglars in that lot, how many", "answered", "90"),
    (TAGGED, "How many of the whole 1,400 were burglars?", "answered", "90"),
    (TAGGED, "How many murderers got out?", "answered", "murderers"),
    (TAGGED, "How many are officers still chasing?", "answered", "600"),
    (TAGGED, "How many did judges want deported?", "answered", "80"),
    (LOCUMS, "How many did the tribunals want dismissed?", "answered", "45"),
    (TAGGED, "How many did officers want freed?", "not_in_record", ""),
    (SCHOOLS, "How many did parents want opened?", "not_in_record", ""),
    (TAGGED, "How many women are locked up in Scotland?", "answered", "400"),
    (SCHOOLS, "How many pupils are there in Wales at the moment?", "answered", "8,000"),
    (SCHOOLS, "How many boarders are there in Wales at the moment?", "not_in_record", ""),
    (TAGGED, "How many burglars are locked up?", "not_in_record", ""),
]


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Desk]]:
    """A desk over each of the invented reports, by its text."""
    days = {LOCUMS: date(2009, 7, 2), SCHOOLS: date(2015, 6, 9), TAGGED: date(2004, 11, 13)}
    opened = {t: of_text(tmp_path_factory.mktemp("report") / "record", t, day) for t, day in days.items()}
    yield opened
    for desk in opened.values():
        desk.close()


@pytest.mark.parametrize(("report", "question", "status", "text"), ASKED, ids=[q for _, q, _, _ in ASKED])
def test_it_is_told_of_the_parts_and_the_time(
    desks: dict[str, Desk], report: str, question: str, status: str, text: str
) -> None:
    answer = desks[report].ask(question)
    assert str(answer.status) == status, answer.text
    assert text in answer.text
