"""Numbers told beside one another: rates and counts, lists without a whole, clauses of their own, what is left open."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.answer import Status
from tests.bot.conftest import of_text

RATE = "The rate of burglary was 0.48 per 100,000 homes, compared with 0.46 in 2015-16."
DRIVERS = "The accident rate among lorry drivers was 12.5 per 1,000, up from 11.9 a year earlier."
FALLS = "Hospitals reported 3.1 falls per 1,000 bed days in 2014, against 3.4 in 2012."
FIRES = "The number of fires per 10,000 homes fell from 4.5 to 4.1."
WRECKS = "There were 221 shipwrecks off England, 29 off Scotland and 12 off Wales."
ARRESTS = "Police arrested 40 men and 12 women were charged."
STORM = "The storm flooded 40 shops, 12 pubs and 300 homes were left without power."
POOLS = "Inspectors visited 90 pools: 20 were too cold and a further nine were closed."

SAILORS = "A total of 152 sailors died at sea in 2016. Forty-four of the sailors who died were aged 60 or over."
CLINIC = "The clinic saw 900 patients. Of these, 200 waited more than three hours."
YOUTHS = "There were 80 crew, of whom 30 were under 25."

SILICOSIS = "Deaths from silicosis, a disease of dust, are counted later. The most recent figure, for 2015, is 2,542."
CUMBRIA = (
    "Although Cumbria has few farms, it had 31 of the 90 floods. Its rate of flooding, at 8.3 per 1,000, was high."
)
DEPOTS = "Two depots, in Stoke and Leith, lost 610 parcels between them; Leith alone lost 400."
KENT = "Kent and Sussex reported 90 floods; Kent alone reported 61."
CRASHES = "Drink caused 40 per cent of crashes and speeding 31 per cent."
FINED = "Thirty-five of those fined were self-employed and 60 worked for agencies."

DOGS = "So far 214 of the 800 missing dogs have been found. Of these, 31 had been injured and a further 12 were ill."
PILOTS = "A total of 89 pilots were grounded in the year to June 2015, eleven more than in the previous year."
DROWNED = "In 2016 there were 40 drownings, six fewer than the year before."
DRIVERS_FINED = "Only 27 of the 90 drivers were prosecuted. Nineteen of those were fined."

OFFICERS = "The chief said 41 officers had been suspended and eight dismissed since January."
NOISE = "Councils received 900 complaints about noise and upheld 120 of them."
GUARDS = "Four of the seven guards on duty were asleep."

GUARDED = "The number of lifeguards on beaches has been cut from 200 to 140 since 2010, leaving 31 beaches with none."
ROSE = "The number of pilots has risen from 200 to 340 since 2012."
TUGS = "The report said 40 tugs were lost and that nine had been insured."

CASES: list[tuple[str, str, str]] = [
    # so many to so many others are no number of them, nor is what that is set against
    (RATE, "What was the rate of burglary in 2015-16?", "0.46"),
    (RATE, "How many homes were burgled in 2015-16?", ""),
    (RATE, "How many burglaries were there in 2015-16?", ""),
    (DRIVERS, "What was the accident rate a year earlier?", "11.9"),
    (DRIVERS, "How many accidents were there among lorry drivers?", ""),
    (FALLS, "What was the fall rate in 2012?", "3.4"),
    (FALLS, "How many falls were there in 2012?", ""),
    (FIRES, "How many fires per 10,000 homes were there?", "4.1"),
    (FIRES, "How many fires were there?", ""),
    ("In 2016 there were 40 fires in Kent.", "What was the rate of fires in Kent in 2016?", ""),
    ("The dropout rate was 12 per cent.", "What was the dropout rate?", "12%"),
    # one of a list that no whole is given of is not all of them
    (WRECKS, "How many shipwrecks were there?", ""),
    (WRECKS, "How many shipwrecks were there off Wales?", "12"),
    ("Crews rescued 40 walkers, 12 climbers and 9 cyclists.", "How many people were rescued?", ""),
    ("Crews rescued 40 walkers, 12 climbers and 9 cyclists.", "How many walkers were rescued?", "40"),
    ("Nine swimmers drowned in lakes, 14 in rivers and 3 in canals.", "How many swimmers drowned?", ""),
    ("Nine swimmers drowned in lakes, 14 in rivers and 3 in canals.", "How many swimmers drowned in canals?", "3"),
    # what has a verb of its own is not what was done to the one before, nor the other way about
    (ARRESTS, "How many men were arrested?", "40"),
    (ARRESTS, "How many women were charged?", "12"),
    (ARRESTS, "How many men were charged?", ""),
    (ARRESTS, "How many women were arrested?", ""),
    ("The fire killed 3 people and 12 others were hurt.", "How many were hurt?", "12"),
    ("The fire killed 3 people and 12 others were hurt.", "How many people were killed?", "3"),
    (STORM, "How many pubs were flooded?", "12"),
    (STORM, "How many homes were left without power?", "300"),
    (STORM, "How many homes were flooded?", ""),
    ("Inspectors found 12 tugs and 9 barges were unsafe.", "How many tugs were unsafe?", "12"),
    # a further number is added to the one before only where both are so
    (POOLS, "How many pools were closed?", "9"),
    ("The crew saved 14 sailors and a further six drowned.", "How many sailors drowned?", "6"),
    ("Of 90 dogs found, 31 had been injured and a further 12 were ill.", "How many dogs were ill?", "12"),
    ("The register lists 40 war widows and 12 other widows.", "How many widows are on the register?", "52"),
    # those on the other side of a limit are the rest, and those of another limit are not
    (SAILORS, "How many of the sailors who died were under 60?", "108"),
    (CLINIC, "How many patients waited three hours or less?", "700"),
    (CLINIC, "How many patients waited less than three hours?", ""),
    (CLINIC, "How many patients waited more than three hours?", "200"),
    (YOUTHS, "How many of the crew were 25 or over?", "50"),
    (YOUTHS, "How many of the crew were over 30?", ""),
    # a bare number after a share of some is of those; what is told in addition is no part of what was told before
    ("Almost all of the gardeners were men: only seven were women.", "How many women gardeners were there?", "7"),
    ("Most of the 40 pubs were old; nine were new.", "What share of the pubs were new?", "22.5%"),
    (f"{SAILORS} Almost all of those who died were men: only six were women.", "How many women died?", "6"),
    (
        "There were 90 fires. In addition, 87 people were rescued from lifts.",
        "How many people were rescued from lifts?",
        "87",
    ),
    ("There were 90 fires. In addition, 40 people were rescued from lifts.", "What share of fires were rescues?", ""),
    # what a number takes from the clause or the sentence before it
    (SILICOSIS, "How many deaths from silicosis were there?", "2542"),
    ("Thefts of lead are recorded by force. The latest figure, for May, is 412.", "How many thefts of lead?", "412"),
    ("Bus fares are set by councils. The average figure is £2.10.", "What is the average bus fare?", "2.1"),
    (CUMBRIA, "What was the rate of flooding in Cumbria?", "8.3"),
    (CUMBRIA, "How many floods were there in Cumbria?", "31"),
    ("While fishing is small, it had 12 of the 40 drownings.", "How many drownings were in fishing?", "12"),
    ("The average fare, at £4.20, was the highest in Europe.", "What was the average fare?", "4.2"),
    (DEPOTS, "How many parcels were lost in Leith?", "400"),
    ("Three farms sold 90 cows and Holt alone sold 61.", "How many cows did Holt sell?", "61"),
    (
        "In all, 5.5 million working days were lost to strikes.",
        "How many working days were lost to strikes?",
        "5500000",
    ),
    (CRASHES, "What percentage of crashes were caused by speeding?", "31%"),
    ("Falls made up 29% of claims and lifting or carrying 22%.", "What share of claims were from lifting?", "22%"),
    ("Tug crews had nine of the 40 fires.", "How many fires did tug crews have?", "9"),
    # what two have together is not what one of them has, nor are some of those all of those
    (KENT, "How many floods were there in Sussex?", ""),
    (KENT, "How many floods were there in Kent?", "61"),
    ("There were 40 fires in Hull and Goole last year.", "How many fires were there in Goole?", ""),
    ("There were 40 fires in Hull and Goole last year.", "How many fires were there in Hull and Goole?", "40"),
    ("The Coastguard and the Navy rescued 14 divers.", "How many divers did the Navy rescue?", ""),
    ("Tyne and Wear had 31 sinkings.", "How many sinkings were there in Tyne and Wear?", "31"),
    (FINED, "How many people were fined?", ""),
    (FINED, "How many of those fined worked for agencies?", "60"),
    ("Nine of those rescued were cooks.", "How many people were rescued?", ""),
    ("Nine of those rescued were cooks.", "How many cooks were rescued?", "9"),
    # "of these" are those of whom something was told, and not all of whom they were a part
    (DOGS, "What share of the dogs found were injured?", "14.5%"),
    (DOGS, "How many of the dogs found were hurt?", "31"),
    (DRIVERS_FINED, "What share of those prosecuted were fined?", "70.4%"),
    ("Nine of the 40 boats were lost. Of these, 31 were tugs.", "What share of the boats were tugs?", "77.5%"),
    # what is denied is answered by none of whom it is told, and what was so the year before by what was so many more
    (DOGS, "How many dogs have not been found?", "586"),
    (DOGS, "How many dogs are still missing?", "586"),
    (PILOTS, "How many pilots were grounded the year before?", "78"),
    (PILOTS, "How many pilots were grounded in the previous year?", "78"),
    (DROWNED, "How many drownings were there the year before?", "46"),
    ("The rink sold 900 tickets, 30 more than a month earlier.", "How many tickets did it sell the year before?", ""),
    # a participle alone, "of them" after a second verb, and how a whole itself is
    (OFFICERS, "How many officers were suspended?", "41"),
    (OFFICERS, "How many officers were sacked?", "8"),
    ("In all, 612 trees were felled and 40 replanted by schools.", "How many trees were replanted?", "40"),
    ("They included 41 burglars, 20 smugglers and 54 convicted of assault.", "How many smugglers were there?", "20"),
    (NOISE, "How many complaints were upheld?", "120"),
    (NOISE, "What share of complaints were upheld?", "13.3%"),
    ("The firm built 90 boats and sold 40 of them.", "What share of the boats were sold?", "44.4%"),
    (GUARDS, "How many guards were on duty?", "7"),
    (GUARDS, "How many guards were asleep?", "4"),
    (GUARDS, "How many guards were awake?", "3"),
    ("The theatre sold 90 seats, enough to pay nine ushers.", "How many ushers were paid?", ""),
    ("About 60 tonnes of grain rotted, enough to feed 900 cows.", "How many cows were fed?", ""),
    # what was cut or rose since a time was the one then and is the other now; neither is by how much
    (GUARDED, "How many lifeguards are there?", "140"),
    (GUARDED, "How many lifeguards were there in 2010?", "200"),
    (GUARDED, "How many lifeguards have been cut?", ""),
    (ROSE, "How many pilots are there?", "340"),
    ("Its fleet has been reduced from 31 to 12 boats since 2008.", "How many boats are there in its fleet?", "12"),
    (TUGS, "How many tugs were insured?", "9"),
    (TUGS, "How many tugs were lost?", "40"),
    # what something is left open of is what the number after "but" counts
    ("It is not known which bridges were unsafe, but 12 were closed.", "How many bridges were closed?", "12"),
    ("Nobody could say how many boats had been lost, but 40 were found.", "How many boats were found?", "40"),
    ("The firm could not say whether any tugs had sunk, though nine leaked.", "How many tugs leaked?", "9"),
]


@pytest.mark.parametrize(("text", "question", "value"), CASES, ids=lambda v: v[:50])
def test_numbers_beside_one_another(tmp_path: Path, text: str, question: str, value: str) -> None:
    with of_text(tmp_path / "record", text, date(2017, 6, 1)) as desk:
        assert [f.value for f in desk.ask(question).figures][:1] == ([value] if value else [])


OPEN: list[tuple[str, str]] = [
    ("The figures do not show how many of those rescued were tourists.", "How many of those rescued were tourists?"),
    ("The register does not say how many of the boats were insured.", "How many of the boats were insured?"),
    ("The returns cannot tell whether any pools had been drained.", "Had any of the pools been drained?"),
    ("Nobody could say how many boats had been lost, but 40 were found.", "How many boats were lost?"),
    ("It is not known who broke the window. Tom Hay broke the door.", "Who broke the window?"),
    ("It was not known who had sold the boats. Ann Pole, the mayor, sold the pier.", "Who sold the boats?"),
    ("Nobody could say who had shredded the files. Tom Hay shredded the letters.", "Who shredded the files?"),
]


@pytest.mark.parametrize(("text", "question"), OPEN, ids=lambda v: v[:50])
def test_what_is_left_open_is_not_known(tmp_path: Path, text: str, question: str) -> None:
    with of_text(tmp_path / "record", text, date(2017, 6, 1)) as desk:
        assert desk.ask(question).status is Status.NOT_KNOWN


DOERS: list[tuple[str, str, str]] = [
    ("Asked which firm had bought the horses, a clerk declined to comment.", "Who bought the horses?", ""),
    ("Asked which council had lost the files, Ms Ray declined to comment.", "Who lost the files?", ""),
    ("A judge asked what company had sunk the barge.", "Who sank the barge?", ""),
    ("Mr Dent said it was Lord Ashe who approved the loan.", "Who approved the loan?", "Lord Ashe"),
    ("The clerk told the inquiry it was the mayor who had signed the lease.", "Who signed the lease?", "the mayor"),
    ("It was Ann Pole, the harbour master, who sold the pier.", "Who sold the pier?", "Ann Pole"),
]


@pytest.mark.parametrize(("text", "question", "name"), DOERS, ids=lambda v: v[:50])
def test_who_is_told_to_have_done_it(tmp_path: Path, text: str, question: str, name: str) -> None:
    with of_text(tmp_path / "record", text, date(2017, 6, 1)) as desk:
        answer = desk.ask(question)
        assert answer.status is Status.ANSWERED if name else answer.status is not Status.ANSWERED
        assert name in answer.text
