"""What a statement puts right, the largest of what it averages, and what somebody would not say: small texts, asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.answer import Status
from bot.desk import Desk

Made = Callable[..., Desk]

READERS = """Of the 340 readers who were refused a card, 210 live in Dover, 66 in Deal and 64 in Sandwich. In 2014 \
there were 70; in 2015, 110; and in 2016, 160.

Last spring I expected about 300 readers to be owed a refund and refunds of £9,000. Both figures were too low. They \
came from a sample of 50 letters. I now expect 450 readers to be owed a refund, and refunds of £12,000.
"""
BOATS = """Of the 610 crew who were hurt, 380 sailed from Hull, 115 from Leith and 115 from Wick.

In March I told the council that about 40 lifeboats would need repair and that the work would cost £2 million. These \
estimates were too low. I now expect about 70 lifeboats to need repair, and work costing £3.5 million.
"""
TRAMS = """Of the 90 drivers who left, 52 drove in Leeds and 38 in Hull.

It was said in May that 80 trams would be late and that 60 stops would shut. Both numbers were too high. Now 48 trams \
will be late, and 31 stops will shut.
"""
CLUBS = """Of the 60 clubs helped, 40 are rowing clubs and 20 are sailing clubs.

The median grant was £1,200. The largest was £18,000. The mean loan is £300, and the smallest £20.
"""
FINES = """Of the 300 drivers fined, 220 are men and 80 are women. The average fine was £80; the highest was £900.
"""
WAITS = """Of the 75 ferries, 50 are late and 25 are not. The typical delay is 12 days. The longest was 90 days.
"""
ELLIS = """Mr Ellis, the harbour master, declined to say whether he had offered to step down. The quay is safe.
"""
COLE = """Her letter reached the chief librarian, Dr Anna Cole, in May 2014. Dr Cole would not say whether she had \
considered resigning.
"""
PEEL = """Sir John Peel, the chairman of the tram company, refused to say if he intended to quit.
"""

NOISE = """The library had 40 complaints about noise in 2018, compared with 12 in 2017.
"""
TOURS = """In 2012 the museum sold 500 tickets for night tours, up from 300 in 2011.
"""
HULL = """The port had 90 accidents at night in 2012, against 60 in 2011. It lost 40 ropes at Hull in 2012, against 25 \
at Leith in 2011.
"""
BRIDGE = """I had said that the bridge would be open by May 2019. It will now be open by October 2019.
"""
LIBRARY = """The new library was due to open in June 2020. It is now expected to open in August 2021.
"""
TRAMLINE = """The tram line was expected to reopen on 4 May. The company now plans to reopen it on 9 July.
"""

GROWTH = """HOW IT GREW

July 14: The minister tells the House that 140 ferries were late.

October 12: The board shuts its port.

November 16: The figure becomes 230, after 20 tugs are counted.
"""
APPEALS = """The court heard 40 appeals in 2018, of which 10 were allowed. The board had 30 complaints in 2017. Of \
the 25 barges sold in 2009, five sank.
"""
GOATS = """Of the 90 goats traced, 40 had already been slaughtered. By 3 May, 120 cages had been reviewed.
"""

TUGS = """The minister told the House that 40 of the tugs were moved before March 2003, when the port opened. A \
further 120 were moved between then and the end of 2004.
"""
READING = """The library shut in June 2010. Between then and May 2012, 300 readers left.
"""
DRIVERS = """The number of tram drivers has risen from 46 in May to 72, and will reach 95 by the end of July.
"""
PORTS = """There are 40 ferries. There will be 52 ferries by the end of August. In May there were 12 tugs.
"""

FIGURES = [
    (TUGS, "How many tugs were moved between March 2003 and the end of 2004?", "120"),
    (TUGS, "How many tugs were moved between May 2003 and the end of 2004?", ""),
    (READING, "How many readers left between June 2010 and May 2012?", "300"),
    (DRIVERS, "How many tram drivers will there be by the end of July?", "95"),
    (DRIVERS, "How many tram drivers will there be by the end of June?", ""),
    (PORTS, "How many ferries will there be by the end of August?", "52"),
    (PORTS, "How many tugs will there be in May?", ""),
    (GROWTH, "What figure did the minister give the House in July?", "140"),
    (GROWTH, "How many ferries were late in November?", "230"),
    (APPEALS, "What percentage of the 2018 appeals were allowed?", "25%"),
    (APPEALS, "How many of the 2018 appeals were allowed?", "10"),
    (APPEALS, "How many of the 2017 complaints were allowed?", ""),
    (APPEALS, "How many of the 2009 barges sank?", "5"),
    (GOATS, "How many of the traced goats had been killed?", "40"),
    (GOATS, "How many cages had been checked by 3 May?", "120"),
    (NOISE, "Complaints about noise in 2017", "12"),
    (NOISE, "How many complaints about dust were there in 2017?", ""),
    (TOURS, "How many tickets for night tours were sold in 2011?", "300"),
    (HULL, "How many accidents at night were there in 2011?", "60"),
    (HULL, "How many ropes were lost at Hull in 2011?", ""),
    (READERS, "How many readers who live in Deal were refused a card?", "66"),
    (READERS, "How many readers are owed a refund?", "450"),
    (READERS, "How much will the refunds come to?", "12000"),
    (BOATS, "How many crew from Leith were hurt?", "115"),
    (BOATS, "How many lifeboats are expected to need repair?", "70"),
    (TRAMS, "How many trams will be late?", "48"),
    (TRAMS, "How many stops will shut?", "31"),
    (CLUBS, "What was the largest grant?", "18000"),
    (CLUBS, "What was the biggest grant to one club?", "18000"),
    (CLUBS, "What was the smallest loan?", "20"),
    (CLUBS, "Which was the biggest kind of club?", "40"),
    (CLUBS, "What was the biggest prize for one club?", ""),
    (FINES, "What was the highest fine?", "900"),
    (FINES, "What was the biggest fine for one driver?", "900"),
    (FINES, "What was the biggest bonus for one driver?", ""),
    (WAITS, "What was the longest delay?", "90"),
]
DAYS = [
    (BRIDGE, "When will the bridge be open now?", "October 2019."),
    (BRIDGE, "When was the bridge to be open at first?", "May 2019."),
    (LIBRARY, "When will the library open?", "August 2021."),
    (LIBRARY, "When was the library supposed to open?", "June 2020."),
    (TRAMLINE, "When does the tram line reopen?", "9 July 2018."),
]
PUT = """Asked by the Labour spokesman, Ada Holt, how many boats had sunk, Mr Crane replied: "I have to tell the \
council that we do not know." Asked by a clerk whether the fee had risen, she said: "I do not know." The \
board has 40 ferries.
"""
RAFTS = """The hon. Member for Aldham (Dame Ruth Pym) asked how many of those ferries lack rafts. It is not yet known. \
Rafts are kept at Hull.
"""
UNKNOWN = [
    (RAFTS, "How many of the ferries lack rafts?", Status.NOT_KNOWN),
    (PUT, "How many boats had sunk?", Status.NOT_KNOWN),
    (PUT, "How many boats sank?", Status.NOT_KNOWN),
    (PUT, "Had the fee risen?", Status.NOT_KNOWN),
    (PUT, "How many spokesmen sank?", Status.NOT_IN_RECORD),
    (PUT, "How many ferries does the board have?", Status.ANSWERED),
]
UNTOLD = [
    (ELLIS, "Did Mr Ellis offer to resign?"),
    (COLE, "Has Anna Cole considered quitting?"),
    (PEEL, "Does John Peel intend to step down?"),
]


@pytest.mark.parametrize(("text", "question", "value"), FIGURES, ids=[c[1] for c in FIGURES])
def test_the_figure_that_stands(made: Made, text: str, question: str, value: str) -> None:
    answer = made(text, date(2018, 6, 18)).ask(question)
    assert [f.value for f in answer.figures[:1]] == ([value] if value else []), answer.text


@pytest.mark.parametrize(("text", "question", "day"), DAYS, ids=[c[1] for c in DAYS])
def test_a_day_that_the_next_sentence_puts_off_is_no_day_to_come(
    made: Made, text: str, question: str, day: str
) -> None:
    answer = made(text, date(2018, 4, 18)).ask(question)
    assert answer.text.startswith(day), answer.text


@pytest.mark.parametrize(("text", "question", "status"), UNKNOWN, ids=[c[1] for c in UNKNOWN])
def test_what_was_put_to_somebody_who_did_not_know_is_left_open(
    made: Made, text: str, question: str, status: Status
) -> None:
    answer = made(text, date(2018, 6, 18)).ask(question)
    assert answer.status is status, answer.text


@pytest.mark.parametrize(("text", "question"), UNTOLD, ids=[c[1] for c in UNTOLD])
def test_who_would_not_say_whether_he_would_go_said_neither(made: Made, text: str, question: str) -> None:
    answer = made(text, date(2018, 6, 18)).ask(question)
    assert answer.status is Status.REFUSED_ON_RECORD, answer.text


def test_an_office_begins_after_the_verb_before_it(made: Made) -> None:
    answer = made(COLE, date(2018, 6, 18)).ask("Who is the chief librarian?")
    assert answer.text.startswith("Dr Anna Cole, chief librarian."), answer.text
