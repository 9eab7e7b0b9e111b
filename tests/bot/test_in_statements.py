"""Statements and letters to committees: kinds told apart, numbers put right, what is added up and what is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.bot.conftest import of_text

GARAGES = "We hold this only for the council garages, which serviced 4,100 vans in 2017, of which 8% failed."
MUSEUMS = "The university museums lent 900 paintings last year, of which 30% went abroad."
LIFEBOATS = "Crews of the inshore lifeboats answered 400 calls, of which 5% were hoaxes."
BILLS = (
    "On 9 May I told the House that about 31,000 tenants in 14 boroughs had been sent their bills late. That "
    "figure was wrong. It left out two boroughs. The correct figure is 38,460 tenants in 16 boroughs."
)
TUGS = (
    "On 3 March the Minister told us that 1,200 tugs had been inspected at 30 ports. The true figure was 1,550 "
    "tugs at 41 ports."
)
EXAMS = (
    "In my letter I said that 410 pupils in nine schools had missed an exam. I am sorry that this was wrong: the "
    "correct figures are 460 pupils in 11 schools."
)
FORMS = (
    "We know that 172 of the late forms were filled in and returned in time to be counted. A further 48 came back"
    " after the deadline and could not be counted."
)
SHEEP = "The crew saved 31 sheep on Monday. A further 14 sheep were saved on Tuesday."
FARMS = "Inspectors visited 90 farms in spring and closed 12 of them. Another 25 farms were visited in autumn."
PACKS = (
    "About 900 passengers had been sent their packs late. Of those 900 passengers, 500 got their packs on the day"
    " before sailing, 310 got them on sailing day itself and 90 did not get them until the ship had left."
)
RESULTS = (
    "Some 40 pupils did not receive their results until September, and 12 were not told until 3 October 2017 that"
    " they had failed."
)
ROOF = "The board said that 30 tenants were not moved until the roof had been mended and 70 were moved at once."
VANS = "The vans passed their tests: 60 on the eve of the show, and 14 on the day of the show."
FLU = "Nurses gave 210 jabs in the week after the alarm and 35 on the day of the alarm."
SALES = (
    "On 9 May I said that about 310 tugs had been sold early. That figure was wrong. The correct figure is 384 "
    "tugs. We know that 172 of the early sales were to the navy, and 96 of the early sales were abroad."
)
WARDS = (
    "I told the Committee that 90 wards had been closed. I regret that this was wrong: the correct number was 120"
    " wards. Of the closed wards, 30 have reopened."
)
LETTERS = (
    "In June the agency said that 2,000 letters had gone to the wrong address. It has now corrected that figure "
    "to 2,500. Of the letters, 500 were returned unopened."
)
VISITS = "In 2017 our 36 woodland officers visited 640 of the 2,950 sites in the scheme."
PIERS = "Last month 12 divers checked 45 piers, and shut nine of them."
INQUESTS = "The 14 coroners opened 3,200 inquests in 2017, and closed 2,900 of them."
CREWS = "In 2016 the nine crews rescued 310 of the 400 sheep on the island."
CALVES = (
    "In evidence I said that 92% of calves survive their first winter. That is true only of those born in 2014-15. The "
    "proportion fell to 84% for calves born in 2015-16 and to 71% for those born in 2016-17."
)
TRAMS = "Some 61% of trams ran on time in 2015. The share rose to 66% in 2016 and to 70% in 2017."
MAIL = "In 2014, 12% of letters were lost. The rate was 9% in 2015 and 4% in 2016."
SUNK = "In 2014, 90 tugs sank. The number fell to 70 in 2015 and rose to 75 in 2016."
BEDS = "The ward had 90 beds in 2015. In 2016 the number fell to 70."
LAMPS = "In Hull 40 lamps were broken in 2016. In Leeds, the number was 70."
PASS = "A bus pass cost £40 in 2014. The price was £44 in 2015."
ILL = "Of the 300 crews, 90 were ill in May and 60 were away. The number fell to 40 in June."
WOODS = (
    "The area planted by the end of March 2017 was 9,850 hectares: 2,180 hectares in 2014-15, 3,340 in 2015-16 and "
    "4,330 in 2016-17."
)
FLEET = "The fleet sailed 900 miles: 200 miles in May, 300 in June and 400 in July."
SHUT = "The ward was shut for 40 days in all: 10 days in 2014, 12 in 2015 and 18 in 2016."
POSTED = (
    "Packs must be posted at least 15 working days before the vote; this year the average was 11. The board had 165 "
    "complaints."
)
REACH = "A crew must reach the pier within nine minutes; last year the average was 14."
COPIES = (
    "We do not know how many asked, because seven of the 16 libraries kept no record. The other nine issued 1,926 "
    "copies."
)
DOCKS = "Three of the eight docks were shut. The other five mended 60 boats."
FOG = (
    "A crane at the quay failed on 18 April. That fault accounts for 279 of the late tows; the other 105 left the quay "
    "on time but were held up by fog."
)
PAINT = "The board had 60 boats painted red, and the other 15 were painted blue."
SNOW = "Ice delayed 40 trains; the other nine were delayed by a landslip."

CASES: list[tuple[str, str, str]] = [
    # a share of one kind is none of another
    (GARAGES, "What share of private garages' vans failed?", ""),
    (GARAGES, "What share of council garages' vans failed?", "8%"),
    (GARAGES, "What share of vans failed?", "8%"),
    (MUSEUMS, "What proportion of town museums' paintings went abroad?", ""),
    (MUSEUMS, "What proportion of the paintings lent by university museums went abroad?", "30%"),
    (LIFEBOATS, "What share of the offshore lifeboats' calls were hoaxes?", ""),
    (LIFEBOATS, "What share of the inshore lifeboat calls were hoaxes?", "5%"),
    # by how much "the figure" was wrong: what was counted, and not in how many places
    (BILLS, "By how much was the figure given on 9 May too low?", "7460"),
    (BILLS, "How many boroughs was it?", "16"),
    (TUGS, "By how much was the first figure too low?", "350"),
    (EXAMS, "By how much was the number in the letter too low?", "50"),
    (
        "I told you that 40 tugs and 12 ferries were late. The correct figures are 44 tugs and 15 ferries.",
        "By how much was the figure too low?",
        "",
    ),
    # some, and a further so many: all in total are both
    (FORMS, "How many late forms came back in total, counted or not?", "220"),
    (FORMS, "How many late forms came back in all?", "220"),
    (FORMS, "How many forms came back after the deadline?", "48"),
    (SHEEP, "How many sheep were saved altogether?", "45"),
    (SHEEP, "How many sheep were saved on Tuesday?", "14"),
    (FARMS, "How many farms were visited in total, closed or not?", "115"),
    (
        "The crew saved 45 sheep in all: 31 on Monday and a further 14 on Tuesday.",
        "How many sheep were saved in all?",
        "45",
    ),
    ("The crew saved 31 sheep. A further 14 sheep were drowned.", "How many sheep were saved in all?", "31"),
    ("The port has 90 pilots. Another 12 tugs were bought.", "How many pilots are there in total?", "90"),
    # what was not done until then was done after it
    (PACKS, "How many passengers got their packs after the ship had left?", "90"),
    (RESULTS, "How many pupils received their results in September?", "40"),
    (RESULTS, "How many pupils received their results before September?", ""),
    (RESULTS, "How many pupils did not get their results until September?", "40"),
    (RESULTS, "How many pupils were told on 3 October 2017 that they had failed?", "12"),
    (ROOF, "How many tenants were moved after the roof was mended?", "30"),
    (ROOF, "How many tenants were not moved until the roof had been mended?", "30"),
    (ROOF, "How many tenants were moved at once?", "70"),
    # the very day is not the day before it
    (PACKS, "How many passengers got their packs on the day of sailing?", "310"),
    (VANS, "How many vans passed their tests on the day of the show?", "14"),
    (FLU, "How many jabs were given on the day of the alarm?", "35"),
    (FLU, "How many jabs were given in the week after the alarm?", "210"),
    # parts told after a number was put right are of the right one
    (SALES, "What share of the early sales were abroad?", "25%"),
    (SALES, "What share of early sales were to the navy?", "44.8%"),
    (WARDS, "What share of the closed wards have reopened?", "25%"),
    (WARDS, "How many closed wards have not reopened?", "90"),
    (LETTERS, "What proportion of the letters were returned unopened?", "20%"),
    # what so many did to so many others
    (VISITS, "How many sites did officers visit?", "640"),
    (VISITS, "What percentage of sites were visited by woodland officers?", "21.7%"),
    (VISITS, "How many sites are in the scheme?", "2950"),
    (PIERS, "How many piers did the divers check?", "45"),
    (PIERS, "How many divers checked piers?", "12"),
    (PIERS, "How many piers were shut?", "9"),
    (INQUESTS, "How many inquests were opened?", "3200"),
    (INQUESTS, "How many inquests were closed?", "2900"),
    (INQUESTS, "What share of the inquests were closed?", "90.6%"),
    (CREWS, "What share of the sheep were rescued?", "77.5%"),
    (CREWS, "How many crews rescued sheep?", "9"),
    (FARMS, "How many farms were closed?", "12"),
    # "the number" and "the share" are of what was counted before
    (CALVES, "What proportion of calves born in 2016-17 survived their first winter?", "71%"),
    (CALVES, "What share of the calves born in 2015-16 survived their first winter?", "84%"),
    (TRAMS, "What share of trams ran on time in 2017?", "70%"),
    (TRAMS, "What percentage of trams were on time in 2016?", "66%"),
    (MAIL, "What percentage of letters were lost in 2016?", "4%"),
    (MAIL, "What proportion of letters was lost in 2015?", "9%"),
    (SUNK, "How many tugs sank in 2015?", "70"),
    (SUNK, "How many tugs sank in 2016?", "75"),
    (SUNK, "How many fewer tugs sank in 2015 than in 2014?", "20"),
    (BEDS, "How many beds did the ward have in 2016?", "70"),
    (BEDS, "How many beds did the ward have in 2015?", "90"),
    (LAMPS, "How many lamps were broken in Hull?", "40"),
    (PASS, "How much did a bus pass cost in 2015?", "44"),
    (ILL, "How many crews were ill in June?", ""),
    # a length, an area or a time that is laid out by years
    (WOODS, "How many hectares were planted in 2015-16?", "3340"),
    (WOODS, "How much was planted in 2016-17?", "4330"),
    (WOODS, "How many hectares were planted by March 2017?", "9850"),
    (FLEET, "How many miles did the fleet sail in June?", "300"),
    (FLEET, "How far did the fleet sail in July?", "400"),
    (SHUT, "For how many days was the ward shut in 2015?", "12"),
    (SHUT, "For how many days was the ward shut in all?", "40"),
    # a bare average is in the unit before it, and the others are those left of the whole
    (REACH, "How many minutes did crews take on average last year?", "14"),
    (POSTED, "How many complaints did the board have?", "165"),
    (POSTED, "What was the average number of complaints this year?", ""),
    (COPIES, "How many copies were issued?", "1926"),
    (DOCKS, "How many boats were mended?", "60"),
    (DOCKS, "How many docks were shut?", "3"),
    # what is told of the others is told of them alone
    (FOG, "How many late tows were held up by fog?", "105"),
    (FOG, "How many tows were late because of the fault?", "279"),
    (FOG, "What share of the late tows was down to the breakdown at the quay?", ""),
    (PAINT, "How many boats were painted blue?", "15"),
    (PAINT, "How many boats were painted red?", "60"),
    (SNOW, "How many trains were delayed by a landslip?", "9"),
]


@pytest.mark.parametrize(("text", "question", "value"), CASES, ids=lambda v: v[:50])
def test_the_figure_asked_for_and_no_other(tmp_path: Path, text: str, question: str, value: str) -> None:
    with of_text(tmp_path / "record", text, date(2018, 6, 18)) as desk:
        assert [f.value for f in desk.ask(question).figures][:1] == ([value] if value else [])
