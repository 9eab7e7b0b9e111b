"""Answers that would be of another than the one asked about: another person, year, thing or deed of a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.answer import Status
from bot.desk import Desk

Case = tuple[str, str, str]
"""What is told, what is asked, and the figure or the words that answer; "" where nothing may."""

_GIVEN = (Status.ANSWERED, Status.COMPUTED, Status.CONFLICTING, Status.PARTIAL)


def _holds(made: Callable[..., Desk], told: str, asked: str, answer: str) -> None:
    got = made(told, date(2018, 6, 18)).ask(asked)
    if not answer:
        assert got.status not in _GIVEN, got.text
    elif answer.isdigit():
        assert [f.value for f in got.figures] == [answer], got.text
    else:
        assert got.status in _GIVEN, got.text
        assert answer in got.text, got.text


BARE: list[Case] = [
    ("Mr Clay, 54, was released on Tuesday.", "How old is Mr Clay?", "54"),
    ("The pilot, Ann Bell, 41, was rescued by a lifeboat.", "What is Ann Bell's age?", "41"),
    ("Sir Ned Ray, 71, and his son drowned in March.", "What age was Sir Ned Ray?", "71"),
    ("A total of 34 boats took part; 31 finished. Two sank and one was disqualified.", "How many boats sank?", "2"),
    ("At the depot 90 buses were checked. 75 passed and 15 failed.", "How many buses passed?", "75"),
    ("The library lent 60 maps. 12 tore but nobody was charged.", "How many maps tore?", "12"),
]


@pytest.mark.parametrize(("told", "asked", "answer"), BARE, ids=[asked for _, asked, _ in BARE])
def test_an_age_and_a_number_without_a_noun_pass_the_gate(
    made: Callable[..., Desk], told: str, asked: str, answer: str
) -> None:
    _holds(made, told, asked, answer)


NOBODY: list[Case] = [
    ("The news was released by the palace on Friday. Mr Clay, a butler, will leave.", "Who was released?", ""),
    ("The trawlers were rescued by a tug.", "Who was rescued?", ""),
    ("The report was leaked to the union on Monday.", "Who was leaked?", ""),
    ("In a fire at 3 warehouses 200 sofas were destroyed.", "How many people were destroyed?", ""),
    ("Some 300 homes were flooded when the pumps failed.", "How many people were flooded?", ""),
    ("Some 25 memory sticks were left in 10 taxis by staff.", "How many people were left?", ""),
]


@pytest.mark.parametrize(("told", "asked", "answer"), NOBODY, ids=[asked for _, asked, _ in NOBODY])
def test_a_thing_is_nobody(made: Callable[..., Desk], told: str, asked: str, answer: str) -> None:
    _holds(made, told, asked, answer)


SCHEME = "Three ministers ran the scheme: Ann Lowe from 2001, Peter Hay from 2003 and Ruth Orr from 2005."
WARDENS = "Ann Lowe was harbour warden until 2003. Peter Hay was harbour warden from 2003 to 2005."
MPS = "The town's three MPs, Anna Reid, Colin Frost and Jo Peel, opposed the closure. The mayor, Dan Wall, backed it."
INQUIRY = "The inquiry was chaired by Lord Hay and Ann Lowe gave evidence to it."
TRUSTEES = "Two trustees, Jim Cole (58) and Sara Pitt (44), were dismissed in May."

ALL_OF_THEM: list[Case] = [
    (SCHEME, "Which ministers ran the scheme?", "Ann Lowe, Peter Hay and Ruth Orr."),
    (WARDENS, "Who were the harbour wardens?", "Ann Lowe and Peter Hay."),
    (MPS, "Which MPs opposed the closure?", "Anna Reid, Colin Frost and Jo Peel."),
    (MPS, "Who backed the closure?", "Dan Wall, mayor."),
    (INQUIRY, "Who chaired the inquiry?", "Lord Hay."),
    (TRUSTEES, "Which trustees were dismissed?", "Jim Cole and Sara Pitt."),
]


@pytest.mark.parametrize(("told", "asked", "answer"), ALL_OF_THEM, ids=[asked for _, asked, _ in ALL_OF_THEM])
def test_all_who_are_named_together_are_named(made: Callable[..., Desk], told: str, asked: str, answer: str) -> None:
    _holds(made, told, asked, answer)


BOARD = "Mrs Jane Holt, whose sister chaired the library board from 2001 to 2006, said the branch would close."
REED = "Tom Reed, whose uncle was chief constable between 1985 and 1991, criticised the plans on Monday."
DECK = "The bridge, whose deck was replaced in 2010, opened in 1960."

OF_THEIRS: list[Case] = [
    (BOARD, "When did Mrs Holt chair the library board?", ""),
    (BOARD, "Who chaired the library board?", ""),
    (BOARD, "When did Mrs Holt's sister chair the library board?", "From 2001 to 2006."),
    (REED, "When was Tom Reed chief constable?", ""),
    (REED, "Who was chief constable from 1985 to 1991?", ""),
    (DECK, "When was the bridge replaced?", ""),
    (DECK, "When was the deck replaced?", "2010."),
    (DECK, "When did the bridge open?", "1960."),
]


@pytest.mark.parametrize(("told", "asked", "answer"), OF_THEIRS, ids=[asked for _, asked, _ in OF_THEIRS])
def test_an_aside_on_ones_kin_tells_nothing_of_oneself(
    made: Callable[..., Desk], told: str, asked: str, answer: str
) -> None:
    _holds(made, told, asked, answer)


LEAK = "Ann Ford failed to tell the police about the leak. Mr David Lowe did not inform the minister until July."
LOAN = "The chief executive, Paul Dunn, did not tell the auditors about the loan."
AWAY = "Ann Ford told the police that the minister was away."
FIRE = "The minister was not told of the fire by his officials. Dr Hay warned the board in May."
NEITHER = "Neither the trust nor the council told families about the leak."
BACKLOG = "Ministers first learned of the backlog in July 2005 but did not tell Parliament until April 2006."

TOLD: list[Case] = [
    (LEAK, "Who did not tell the minister?", "Mr David Lowe."),
    (LEAK, "Who failed to tell the police?", "Ann Ford."),
    (LOAN, "Who did not tell the minister about the loan?", ""),
    (LOAN, "Who failed to tell the auditors?", "Paul Dunn"),
    (AWAY, "Who told the minister?", ""),
    (AWAY, "Who told the police?", "Ann Ford."),
    (FIRE, "Who did not tell the minister of the fire?", "Officials."),
    (FIRE, "Who warned the minister?", ""),
    (NEITHER, "Who did not tell families about the leak?", "The trust and the council."),
    (BACKLOG, "When was Parliament told of the backlog?", "April 2006."),
]


@pytest.mark.parametrize(("told", "asked", "answer"), TOLD, ids=[asked for _, asked, _ in TOLD])
def test_who_told_whom_is_of_those_who_heard_it(made: Callable[..., Desk], told: str, asked: str, answer: str) -> None:
    _holds(made, told, asked, answer)


PRISONS = "In 2016 there were 210 burglars in the county's prisons. In 2017 there were 45 arsonists."
FALLS = "The trust recorded 340 falls in 2012-13. It recorded 80 burns in 2015-16."
RYE = "Rye had 40 fires in 2016. Hove had 30 fires in 2017."
PORT = "The port handled 900 containers in 2014 and 700 in 2015."

OF_TWO_TIMES: list[Case] = [
    (PRISONS, "How many more burglars than arsonists were there?", ""),
    (PRISONS, "How many burglars and arsonists were there in all?", ""),
    (PRISONS, "How many more burglars were there in 2016 than arsonists in 2017?", "165"),
    (FALLS, "What is the difference between the number of falls and the number of burns?", ""),
    (FALLS, "How many falls were there for each burn?", ""),
    (RYE, "How many more fires did Rye have than Hove?", ""),
    (PORT, "How many fewer containers did the port handle in 2015 than in 2014?", "200"),
    (PORT, "By how many did the number of containers fall?", "200"),
]


@pytest.mark.parametrize(("told", "asked", "answer"), OF_TWO_TIMES, ids=[asked for _, asked, _ in OF_TWO_TIMES])
def test_figures_of_two_times_are_not_set_against_each_other_unasked(
    made: Callable[..., Desk], told: str, asked: str, answer: str
) -> None:
    _holds(made, told, asked, answer)


def test_the_times_that_differ_are_named(made: Callable[..., Desk]) -> None:
    got = made(PRISONS, date(2018, 6, 18)).ask("How many more burglars than arsonists were there?")
    assert "2016" in got.text
    assert "2017" in got.text


CALLS = "There were 500 calls: 220 about noise, 150 other, 80 about litter and 50 about dogs."
OFFENCES = "Of the 90 offences, 30 were thefts, 25 were others, 20 were assaults and 15 frauds."
VISITORS = "Of 600 visitors, 200 were French, 180 were of other nationalities, 120 were Dutch and 100 Danish."

SECOND: list[Case] = [
    (CALLS, "What was the second largest category of calls?", "80"),
    (OFFENCES, "What was the second most common offence?", "20"),
    (VISITORS, "Which nationality had the second most visitors?", "120"),
]


@pytest.mark.parametrize(("told", "asked", "answer"), SECOND, ids=[asked for _, asked, _ in SECOND])
def test_others_are_no_member_of_a_list(made: Callable[..., Desk], told: str, asked: str, answer: str) -> None:
    _holds(made, told, asked, answer)


NONE: list[Case] = [
    ("Of the 40 officials questioned, none has been dismissed.", "How many officials have been sacked?", "0"),
    ("Forty schools were warned. None has been fined.", "How many schools were fined?", "0"),
    ("Inspectors visited 30 ferries. None was found unsafe, but 4 had no log.", "How many ferries were unsafe?", "0"),
    ("Nine guards were accused of theft in May. None was convicted.", "How many guards were accused?", "9"),
]


@pytest.mark.parametrize(("told", "asked", "answer"), NONE, ids=[asked for _, asked, _ in NONE])
def test_none_is_a_count(made: Callable[..., Desk], told: str, asked: str, answer: str) -> None:
    _holds(made, told, asked, answer)


CRACKS = "In May the council inspected its bridges and 30 had cracks. By 10 June the number was 41."
VIRUS = "On 2 April 12 patients had caught the virus. By 20 April the figure was 19."
ARREARS = "In January 85 firms were in arrears. By the end of March the total had reached 112."

THAT_NUMBER: list[Case] = [
    (CRACKS, "How many bridges had cracks by 10 June?", "41"),
    (CRACKS, "How many bridges had cracks?", "41"),
    (CRACKS, "How many bridges had cracks in May?", "30"),
    (VIRUS, "How many patients had caught the virus?", "19"),
    (VIRUS, "How many patients had caught the virus on 2 April?", "12"),
    (ARREARS, "How many firms were in arrears?", "112"),
    (ARREARS, "How many firms were in arrears in January?", "85"),
]


@pytest.mark.parametrize(("told", "asked", "answer"), THAT_NUMBER, ids=[asked for _, asked, _ in THAT_NUMBER])
def test_the_number_counts_what_was_counted_right_before(
    made: Callable[..., Desk], told: str, asked: str, answer: str
) -> None:
    _holds(made, told, asked, answer)


PATIENTS = "On 3 May the trust said 120 patients were affected. On 9 May it corrected the figure to 134."
LEAKS = "The department gave the number of leaks as 88. It was later corrected to 79."
SHEEP = (
    "In April ministers told the House that 1,023 sheep had strayed. In May this was corrected to 1,019, and in June"
    " to 1,013."
)
BOATS = "The total was first put at 52 boats. It was corrected in May from 52 to 48."

PUT_RIGHT: list[Case] = [
    (PATIENTS, "How many patients were affected?", "134"),
    (PATIENTS, "To what was the 120 corrected?", "134"),
    (PATIENTS, "What was it before the correction?", "120"),
    (LEAKS, "What was the number of leaks before it was corrected?", "88"),
    (LEAKS, "What was the original number of leaks?", "88"),
    (SHEEP, "How many sheep had strayed?", "1013"),
    (SHEEP, "From what was the 1,013 corrected?", "1019"),
    (SHEEP, "What was the figure before it was corrected to 1,019?", "1023"),
    (BOATS, "What was the 48 corrected from?", "52"),
    (BOATS, "When was the 52 corrected?", "May 2018."),
]


@pytest.mark.parametrize(("told", "asked", "answer"), PUT_RIGHT, ids=[asked for _, asked, _ in PUT_RIGHT])
def test_a_number_that_was_put_right_is_followed_either_way(
    made: Callable[..., Desk], told: str, asked: str, answer: str
) -> None:
    _holds(made, told, asked, answer)


NURSE = "A nurse, Ellen Marsh, reported the surgeon to the trust in 2011. The trust dismissed her a year later."
AGENCY = "The head of the agency, Martin Hale, blamed the computer supplier."
PILOT = "The pilot was cleared by the inquiry. The harbourmaster suspended the captain for a month."

DONE_TO: list[Case] = [
    (NURSE, "Who dismissed the surgeon?", ""),
    (NURSE, "Who reported the nurse?", ""),
    (NURSE, "Who reported the surgeon?", "Ellen Marsh"),
    (NURSE, "Who dismissed the nurse?", "trust"),
    (AGENCY, "Who blamed the agency?", ""),
    (AGENCY, "Who blamed the supplier?", "Martin Hale"),
    (PILOT, "Who suspended the pilot?", ""),
    (PILOT, "Who cleared the captain?", ""),
    (PILOT, "Who cleared the pilot?", "inquiry"),
]


@pytest.mark.parametrize(("told", "asked", "answer"), DONE_TO, ids=[asked for _, asked, _ in DONE_TO])
def test_who_did_it_to_one_did_it_not_to_another(made: Callable[..., Desk], told: str, asked: str, answer: str) -> None:
    _holds(made, told, asked, answer)


MOORINGS = "Some 61 moorings were damaged. Of these, 48 have been repaired and the rest will be replaced by July."
CLINICS = "Before the change, 140 clinics opened on Sundays."
VANS = "The council cut its fleet from 85 vans to 60."
MILL = "Up to 60 jobs could go at the mill, managers said."
WITNESSES = "The committee heard 23 witnesses, nine of them in private."
BALLOT = "The union balloted 4,000 members; 2,100 voted, 1,500 of them for a strike."

NOT_SO: list[Case] = [
    (MOORINGS, "How many moorings were replaced?", ""),
    (CLINICS, "How many clinics open on Sundays?", ""),
    (CLINICS, "How many clinics opened on Sundays before the change?", "140"),
    (VANS, "How many vans were cut?", ""),
    (MILL, "How many jobs went at the mill?", ""),
    (MILL, "How many jobs could go at the mill?", "60"),
    (WITNESSES, "How many witnesses were heard in public?", ""),
    (WITNESSES, "How many witnesses were heard in private?", "9"),
    (BALLOT, "How many voted against a strike?", ""),
    (BALLOT, "How many members voted for a strike?", "1500"),
]


@pytest.mark.parametrize(("told", "asked", "answer"), NOT_SO, ids=[asked for _, asked, _ in NOT_SO])
def test_what_was_or_may_be_or_is_so_otherwise_is_no_answer(
    made: Callable[..., Desk], told: str, asked: str, answer: str
) -> None:
    _holds(made, told, asked, answer)


MEALS = "Of 1,800 school meals tested, 96% met the standard."
TICKETS = "Police found 40 tram tickets and 12 driver licences in the van."
VOLES = "Water voles were found at 14 of 90 sites, otters at 31."
LEAKY = "Leaks were reported in 60 homes."
ALARMS = "The fire service attended 900 fires in 2016 and 120 false alarms at schools."
FERRY = "The ferry Alba carried 210 passengers, 14 crew and 60 cars."
SHOP = "The vicar's wife, Mrs Pym, ran the shop until 1999. The vicar then ran it."
CHIEF = "The chief fire officer, Ian Moss, left in March, and Peter Dunn became chief fire officer in June."

BESIDE: list[Case] = [
    (MEALS, "How many schools were tested?", ""),
    (MEALS, "How many school meals were tested?", "1800"),
    (TICKETS, "How many trams were found?", ""),
    (TICKETS, "How many tickets were found?", "40"),
    (VOLES, "How many water voles were found?", ""),
    (VOLES, "At how many sites were water voles found?", "14"),
    (LEAKY, "How many leaks were reported?", ""),
    (LEAKY, "In how many homes were leaks reported?", "60"),
    (ALARMS, "How many schools had fires?", ""),
    (FERRY, "How many people were on board the ferry?", ""),
    (FERRY, "How many passengers were on the ferry?", "210"),
    (SHOP, "When did the vicar run the shop?", ""),
    (SHOP, "Who ran the shop until 1999?", "Mrs Pym."),
    (CHIEF, "Who became chief fire officer in June?", "Peter Dunn."),
]


@pytest.mark.parametrize(("told", "asked", "answer"), BESIDE, ids=[asked for _, asked, _ in BESIDE])
def test_what_stands_beside_is_not_what_is_counted(
    made: Callable[..., Desk], told: str, asked: str, answer: str
) -> None:
    _holds(made, told, asked, answer)


ENGINES = "The order covers 90 ferries. Some 25 have fitted new engines and forty have promised to do so."
ROBBER = "The robber was released at the age of 30 after serving six years."
CARS = "300 cars passed the test and 40 failed."

NOR_THAT: list[Case] = [
    (ENGINES, "How many ferries have fitted new engines?", "25"),
    ("Twenty landlords have insulated their flats.", "How many landlords have promised to insulate their flats?", ""),
    ("The board said 40 crews had agreed to sail.", "How many crews have agreed to sail?", "40"),
    (ROBBER, "How long did the robber serve?", "6"),
    (ROBBER, "How old was the robber when he was released?", "30"),
    ("The keeper retired at the age of 62.", "How long was the keeper retired?", ""),
    (CARS, "How many cars were tested?", ""),
    (CARS, "How many cars passed?", "300"),
    ("Last week 55 boats passed the check and five failed it.", "How many boats were checked?", ""),
    ("Of the 90 pupils who sat the exam, 70 passed and 20 failed.", "How many pupils sat the exam?", "90"),
]


@pytest.mark.parametrize(("told", "asked", "answer"), NOR_THAT, ids=[asked for _, asked, _ in NOR_THAT])
def test_a_promise_an_age_and_a_result_are_told_apart(
    made: Callable[..., Desk], told: str, asked: str, answer: str
) -> None:
    _holds(made, told, asked, answer)


RAND = "Sir Paul Rand, chairman since 2009, was criticised by Dr Ann Eves, who chaired the inquiry."

CHARGED: list[Case] = [
    ("A boy of 12 and two men were charged with arson.", "How many men were charged?", "2"),
    ("A widow of 71 and three nurses were rescued.", "How many nurses were rescued?", "3"),
    (
        "The trust has 90 wardens, of whom 12 are part-time. It wants 20 more.",
        "How many wardens does the trust want?",
        "20",
    ),
    ("The guild has 50 pilots.", "How many pilots does the guild need?", ""),
    (RAND, "Who chaired the inquiry?", "Dr Ann Eves."),
    (RAND, "Who criticised Sir Paul Rand?", "Dr Ann Eves"),
]


@pytest.mark.parametrize(("told", "asked", "answer"), CHARGED, ids=[asked for _, asked, _ in CHARGED])
def test_an_age_a_want_and_a_chair_are_whose_they_are(
    made: Callable[..., Desk], told: str, asked: str, answer: str
) -> None:
    _holds(made, told, asked, answer)


FINCH = "Nora Finch, the Port Secretary, told the Assembly that 36 pilots had been suspended."
WARDE = "Judge Ida Warde ruled that the ferry was unsafe. The Mayor, Tom Ash, closed the pier."

OFFICES: list[Case] = [
    (FINCH, "Which mayor said that 36 pilots had been suspended?", ""),
    (FINCH, "Which bishop said that 36 pilots had been suspended?", ""),
    (WARDE, "Which judge ruled that the ferry was unsafe?", "Ida Warde"),
    (WARDE, "Which mayor closed the pier?", "Tom Ash"),
    (WARDE, "Which director closed the pier?", ""),
]


@pytest.mark.parametrize(("told", "asked", "answer"), OFFICES, ids=[asked for _, asked, _ in OFFICES])
def test_whoever_is_asked_for_holds_that_office(made: Callable[..., Desk], told: str, asked: str, answer: str) -> None:
    _holds(made, told, asked, answer)
