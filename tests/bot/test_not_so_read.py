"""What is not so, or not that: taken back, only threatened, another's, of a part alone, of those who left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

LIST = (
    "Freed\n\nPeter Mallory, the Prisons Minister, admitted that 1,400 offenders had been freed without any check. "
    "They included five murderers, eleven rapists, 29 other sex offenders and 90 burglars."
)
DEPOTS = (
    "Depots\n\nThe minister told the House in March that 44 depots had been closed. In May her department withdrew the "
    "figure of 44 and said it could not be relied on."
)
BOATS = "Boats\n\nThe agency said that 610 boats were unsafe. The figure of 610 has since been withdrawn."
TRAMS = "Trams\n\nThere were 72 tram drivers off sick in April. The council later retracted that number."
WISHED = (
    "Depots\n\nThe minister told the House that 44 depots had been closed. Ms Lee called for the figure of 44 to be "
    "withdrawn. The minister refused to withdraw the figure of 44."
)
STORM = "Roofs\n\nA total of 62 roofs were mended after the May 2010 storm. The council spent £3 million."
STRIKE = "Docks\n\nThe office closed 12 docks after the strike of May 2008. Some 400 pilots left after the 2009 merger."
FIRE = "Pupils\n\nAfter the March 2009 fire 410 pupils were moved to other schools."
QUARREL = (
    "Quarrel\n\nThere was no quarrel between the mayor and the harbour board, the clerk said. A row between the port "
    "and the guild led to a strike."
)
DENIED = "Talks\n\nMs Lee denied that there had been any disagreement between the Treasury and the Ports Office."
UNTRUE = "Deal\n\nThe spokesman called reports of a deal between the union and the ferry firm untrue."
SHAMBLES = 'Words\n\nMs Lee, the ports minister, said: "I never used the word shambles. I said it was untidy."'
CRISIS = (
    'Words\n\nThe mayor, Dan Roe, said: "I have not called it a crisis and I will not." Ada Finch said: "This is a '
    'crisis of his own making."'
)
SCANDAL = 'Words\n\nAda Finch told the board: "Scandal is not a word I used, nor would I."'
THANKS = "Lee\n\nMr Sam Lee, the schools commissioner, praised Jane Hart. During her five-year term checks doubled."
BELL = "Roe\n\nDan Roe, the transport secretary, sacked Tom Bell. Bell's 18-month stint at the regulator was unhappy."
FINCH = "Poole\n\nMark Poole is the harbour master. Ada Finch is near the end of her three-year term as chairman."
HART = "Hart\n\nJane Hart, the ports minister, resigned. In her three-year tenure the office lost 40 boats."
CRANES = "Docks\n\nAda Finch, the docks minister, told MPs that 61 cranes had failed."
SHEEP = 'Rain\n\n"We lost 340 sheep in the flood," Sam Lee, the farms minister, said yesterday.'
COUNTED = (
    "Boats\n\nAda Finch, the ports minister, said that 610 boats were lost. The Daily Post counted 700 boats lost."
)
TOTALS = (
    "Cells\n\nThe Home Office's total for empty cells is 5,300. The Ports Department spent £40 million on dredging."
)
BATHS = "Baths\n\nThe council has 24 swimming baths. Of these, 5 were shut for a day in March for cleaning."
LANES = "Lanes\n\nThe bridge has 12 lanes. Two of the 12 lanes were closed overnight for repairs."
HALLS = "Halls\n\nThe guild owns seven halls. Two of its seven halls were temporarily closed during the frost."
SOLD = "Halls\n\nThe guild owns seven halls. Two of its seven halls were sold last year."
ORDERED = (
    "Divers\n\nSome 60 divers were ordered to return to port. The harbour board agreed to pay £2 million to the "
    "families. 14 captains threatened to resign."
)
ASKED = (
    "Firms\n\nSome 35 firms were asked to repay grants. Seven firms offered to close. About 90 schools are due to open."
)
AGREED = "Lee\n\nMs Lee agreed to apologise. The bank was told to hand over 300 files."
CREW = "Crew\n\nSome 40 sailors left the ship in May. Another 12 stayed."
SCHOOL = "School\n\nOf the staff, 23 teachers left the school last year."
NURSES = "Home\n\nNine nurses resigned from the home in June, the county said."
INMATES = "Inmates\n\nSome 1,200 foreign inmates were released in error last year."
GUARDS = (
    "Guards\n\nThe minister said that up to 20 of the men could be traced through their employers. None of the men "
    "could be found, the police said in May."
)
REPAIRS = (
    "Boats\n\nThe inquiry heard that the boats might be repaired. The board said none of the boats could be repaired."
)
FILES = "Files\n\nOfficials thought the lost files could be recovered. In the end no files could be recovered."
NETS = "Nets\n\nNone of the nets could be mended, the guild said. Sam Lee said that the nets might be mended after all."
WARDENS = "Wardens\n\nSome of the wardens, 45 of them, were dismissed in Wales."
BATCH = "Grants\n\nIn the first batch, 300 grants were partly paid."
CLAIMS = "Claims\n\nSome of the claims, 1,200 of them, have been settled so far."
HIRINGS = (
    "Locums\n\nThe review of the hirings took place between January 2009 and March 2010. Some 960 locums were hired."
)
FIRES = "Fires\n\nA report covering April 2006 to June 2008 found 80 hostel fires."
LEAKS = "Leaks\n\nAn audit that ran from May to July 2007 counted 31 leaks at the plant."
LAST = "Hires\n\nThe hirings began in May 2003 and the last locum was hired in June 2008."
SCHEMES = (
    "Questions\n\nAda Finch, the homes minister, said that the heat scheme had paid 400 grants. She said that the bus "
    "scheme was late."
)
NO_OFFENCE = "For how many of the 1,400 does the report give no offence?"
WRONG = [
    (f"{LIST} A further 29, convicted of forgery, were traced.", NO_OFFENCE, "1,265"),
    (f"{LIST} In addition, 17 were fraudsters.", NO_OFFENCE, "1,265"),
    (f"{LIST} Dozens more were thieves.", NO_OFFENCE, "1,265"),
    (DEPOTS, "Does the figure of 44 still stand?", "Yes"),
    (BOATS, "Does the figure of 610 still stand?", "Yes"),
    (TRAMS, "Is 72 still the latest figure?", "Yes"),
    (WISHED, "Was the figure of 44 withdrawn?", "Yes"),
    (STORM, "How many roofs were mended after the May 2010 election?", "62"),
    (STRIKE, "How many docks did the office close after the inquiry of May 2008?", "12"),
    (STRIKE, "How many pilots left after the 2009 storm?", "400"),
    (FIRE, "How many pupils were moved after the March 2009 inspection?", "410"),
    (QUARREL, "Between whom was there a quarrel?", "mayor"),
    (DENIED, "Between whom was there a disagreement?", "Treasury"),
    (DENIED, "Between whom was there a disagreement?", "Lee"),
    (UNTRUE, "Between whom was the deal?", "union"),
    (SHAMBLES, "Did Ms Lee use the word shambles?", "Yes"),
    (SHAMBLES, "Who used the word shambles?", "Lee"),
    (CRISIS, "Who used the word crisis?", "Roe"),
    (SCANDAL, "Who used the word scandal?", "Finch"),
    (THANKS, "When did Sam Lee become schools commissioner?", "how long"),
    (BELL, "When did Dan Roe become transport secretary?", "how long"),
    (FINCH, "When did Mark Poole become harbour master?", "how long"),
    (CRANES, "According to the papers, how many cranes had failed?", "61"),
    (SHEEP, "How many sheep were lost, going by the newspapers?", "340"),
    (COUNTED, "According to the press, how many boats were lost?", "610"),
    (BATHS, "How many baths does the council still have?", "19"),
    (LANES, "How many lanes does the bridge still have?", "10"),
    (HALLS, "How many halls does the guild still have?", "5"),
    (ORDERED, "How many divers returned to port?", "60"),
    (ORDERED, "How many captains resigned?", "14"),
    (ORDERED, "How much did the harbour board pay to the families?", "2"),
    (ASKED, "How many firms repaid grants?", "35"),
    (ASKED, "How many firms closed?", "7"),
    (ASKED, "How many schools have opened?", "90"),
    (AGREED, "Did Ms Lee apologise?", "Yes"),
    (AGREED, "How many files were handed over?", "300"),
    (CREW, "How many sailors were there on the ship?", "40"),
    (CREW, "How many sailors were there?", "12"),
    (SCHOOL, "How many teachers are there?", "23"),
    (NURSES, "How many nurses were there at the home?", "9"),
    (INMATES, "Total foreign inmates?", "1,200"),
    (GUARDS, "Could the men be found?", "That may be so"),
    (REPAIRS, "Might the boats be repaired?", "That may be so"),
    (FILES, "Could the files be recovered?", "That may be so"),
    (NETS, "Could the nets be mended?", "No."),
    (WARDENS, "How many wardens were dismissed in all?", "45"),
    (BATCH, "How many grants were paid in all?", "300"),
    (CLAIMS, "How many claims are there in total?", "1,200"),
    (HIRINGS, "When was the last of the hirings?", "2010"),
    (FIRES, "When was the last hostel fire?", "2008"),
    (LEAKS, "When was the latest leak?", "2007"),
    (LAST, "When was the last locum hired?", "2003"),
    (f"{HIRINGS} {LAST[7:]}", "When did the hirings begin?", "2009"),
    (SCHEMES, "What did the minister say about the ferry scheme?", "scheme was late"),
    (SCHEMES, "What did the minister say about the scheme?", "400"),
]
RIGHT = [
    (LIST, NO_OFFENCE, "1,265"),
    (DEPOTS, "Was the figure of 44 withdrawn?", "Yes"),
    (BOATS, "Does the figure of 610 still stand?", "No"),
    (WISHED, "Does the figure of 44 still stand?", "Yes"),
    (STORM, "How many roofs were mended after the May 2010 storm?", "62"),
    (STRIKE, "How many docks were closed after the May 2008 walkout?", "12"),
    (FIRE, "How many pupils were moved after the March 2009 fire?", "410"),
    (QUARREL, "Between whom was the row?", "the port and the guild"),
    (CRISIS, "Who used the word crisis?", "Ada Finch"),
    (HART, "When did Jane Hart become ports minister?", "how long"),
    (BELL, "When did Tom Bell take over?", "how long"),
    (COUNTED, "According to the press, how many boats were lost?", "700"),
    (TOTALS, "What is the Home Office's total for empty cells?", "5,300"),
    (TOTALS, "What was the Ports Department's total spending on dredging?", "£40,000,000"),
    (SOLD, "How many halls does the guild still have?", "5"),
    (ORDERED, "How many divers were ordered to return to port?", "60"),
    (ASKED, "How many firms offered to close?", "7"),
    (ASKED, "How many schools are due to open?", "90"),
    (GUARDS, "Could the men be found?", "No"),
    (REPAIRS, "Could the boats be repaired?", "No"),
    (FILES, "Could the files be recovered?", "No"),
    (LAST, "When was the last locum hired?", "June 2008"),
    (f"{HIRINGS} {LAST[7:]}", "When did the hirings begin?", "May 2003"),
    (f"{INMATES} There are more than 9,000 foreign inmates inside.", "Total foreign inmates?", "9,000"),
    (SCHEMES, "What did the minister say about the bus scheme?", "the bus scheme was late"),
]


@pytest.mark.parametrize(("text", "question", "wrong"), WRONG, ids=[f"{row[1]} {row[2]}" for row in WRONG])
def test_it_is_not_said(made: Callable[..., Desk], text: str, question: str, wrong: str) -> None:
    answer = made(text, date(2011, 6, 2)).ask(question)
    assert wrong not in f"{answer.headline} {answer.text.split('“')[0]}", answer.text
    if wrong in ("scheme was late", "400"):
        assert wrong not in answer.text


@pytest.mark.parametrize(("text", "question", "right"), RIGHT, ids=[f"{row[1]} {row[2]}" for row in RIGHT])
def test_what_is_so_is_still_said(made: Callable[..., Desk], text: str, question: str, right: str) -> None:
    answer = made(text, date(2011, 6, 2)).ask(question)
    assert right in f"{answer.headline} {answer.text}", answer.text


def test_what_stands_twice_is_said_once(made: Callable[..., Desk]) -> None:
    said = 'Ada Finch, the homes minister, said: "The heat scheme has paid 400 grants and I am proud of it."'
    again = f"{said} The firm closed in May. {said}"
    assert (
        made(f"Heat\n\n{again}", date(2011, 6, 2))
        .ask("What did Ada Finch say about the heat scheme?")
        .text.count("I am proud of it")
        == 1
    )
