"""Numbers that an invented sheet counts again, defines anew or puts right, and everyday forms of asking after them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.desk import Desk
from bot.excepted import without_those_done
from bot.led_in import of_the_same
from bot.question import read
from bot.rephrased import other_words, rephrased
from bot.tellers import sayer
from tests.bot.conftest import of_text

SHEET = """despatch-sheet: 1
name: trams-2015
sources:
  - key: A1
    title: "Tram drivers: statement by Ida Stroud, 4 March 2015"
    publisher: Tram Assembly
    kind: oral statement
    published: 2015-03-04
    each: {counted: tram drivers, nature: flow, as_at: 2015-03-04, said_by: Ida Stroud, role: Tram Secretary}
    figures:
      - key: W
        value: 840
        measure: hired without a check
        period: {from: 2008-01, to: 2014-12, words: 2008 to 2014}
        says: Ida Stroud told the Assembly on 4 March 2015 that 840 tram drivers had been hired without a check between
          2008 and 2014.
      - key: D1
        value: 60
        measure: demoted
        population: of the 840 tram drivers hired without a check
        part_of: W
        says: Ida Stroud told the Assembly that, as at 4 March 2015, 60 of the 840 tram drivers hired without a check
          had been demoted.
      - key: G1
        value: 50
        measure: reckless drivers
        population: of the 840 tram drivers hired without a check
        part_of: W
        says: Ida Stroud told the Assembly on 4 March 2015 of 50 reckless drivers among the 840 tram drivers hired
          without a check.
      - key: O1
        value: 31
        measure: living abroad
        said_by: Owen Pell
        role: Whig member
        population: of the 840 tram drivers hired without a check
        part_of: W
        says: Owen Pell put at 31 those living abroad of the 840 tram drivers hired without a check, on 4 March 2015.
    statements:
      - key: T1
        speaker: the Tram Board
        act: explained
        topic: why it happened
        says: The Tram Board put the hiring of tram drivers without a check down to a "want of clerks", a statement of
          4 March 2015 said.
        about: [W]
      - key: T2
        speaker: the Tram Board
        act: said
        topic: the depots
        says: The Tram Board said on 4 March 2015 that tram drivers hired without a check stood in every depot.
      - key: T3
        speaker: clerks of the Assembly
        says: No revision was found of the 31 tram drivers living abroad, although the 840 became 830.
        about: [O1]
  - key: A2
    title: "Lost library vans: letter of Ida Stroud, 3 March 2015"
    publisher: Book Committee
    kind: ministerial correction
    published: 2015-03-03
    each: {counted: library vans, nature: flow, said_by: Ida Stroud, role: Tram Secretary}
    figures:
      - key: X1
        value: 200
        measure: lost
        as_at: 2014-11
        said_on: 2014-11
        said_by: Book Office
        role: note to the Book Committee
        says: A Book Office note told the Book Committee in November 2014 that 200 library vans had been lost.
      - key: X2
        value: 264
        measure: lost
        as_at: 2015-03-03
        says: Ida Stroud wrote to the Book Committee on 3 March 2015 that 264 library vans had been lost, of which the
          committee had been told of 200.
        links: [{corrects: X1}]
  - key: A3
    title: "Tram drivers: letter from Otto Vane, 2 June 2016"
    publisher: Tram Assembly
    kind: letter
    published: 2016-06-02
    each: {counted: tram drivers, nature: flow, as_at: 2016-06-02, said_by: Otto Vane, role: Tram Inspectorate}
    figures:
      - key: W2
        value: 830
        measure: hired without a check
        period: {from: 2008-01, to: 2014-12, words: 2008 to 2014}
        says: Otto Vane's letter of 2 June 2016 gave 830 tram drivers hired without a check between 2008 and 2014.
        links: [{supersedes: W}]
      - key: D2
        value: 210
        measure: demoted
        also: [demoted or retired]
        population: of the 830 tram drivers hired without a check
        part_of: W2
        says: Otto Vane wrote that, as at 2 June 2016, 210 of the 830 tram drivers hired without a check had been
          demoted or retired.
        links: [{supersedes: D1}]
      - key: G2
        value: 120
        measure: reckless drivers
        population: of the 830 tram drivers hired without a check
        part_of: W2
        says: Otto Vane wrote on 2 June 2016 of 120 reckless drivers (speeding or asleep) among the 830 tram drivers
          hired without a check.
        links: [{redefines: G1}]
      - key: S1
        value: 44
        measure: offenders
        breakdown: {degree: most serious}
        population: of the 830 tram drivers hired without a check
        part_of: W2
        says: Otto Vane wrote that, as at 2 June 2016, 44 of the 830 tram drivers hired without a check were the most
          serious offenders.
      - key: S2
        value: 76
        measure: offenders
        breakdown: {degree: more serious}
        population: of the 830 tram drivers hired without a check
        part_of: W2
        says: Otto Vane wrote that, as at 2 June 2016, 76 of the 830 tram drivers hired without a check were the more
          serious offenders.
      - key: P
        value: 300
        measure: dismissal pursued
        also: [decision to pursue dismissal]
        population: of the 830 tram drivers hired without a check
        part_of: W2
        says: Otto Vane wrote that, as at 2 June 2016, the decision was to pursue dismissal in 300 of the cases of the
          830 tram drivers hired without a check.
      - key: L
        value: 140
        measure: still to be dismissed
        population: of the 830 tram drivers hired without a check
        part_of: W2
        says: Otto Vane wrote that, as at 2 June 2016, 140 of the 830 tram drivers hired without a check were still to
          be dismissed.
      - key: C
        value: 500
        measure: cases concluded
        population: of the 830 tram drivers hired without a check
        part_of: W2
        says: Otto Vane wrote that, as at 2 June 2016, the cases of 500 of the 830 tram drivers had been concluded.
      - key: C1
        value: 320
        measure: cases concluded without suspension
        population: of the 500 whose cases had been concluded
        part_of: C
        says: Otto Vane wrote that, as at 2 June 2016, 320 of the 500 cases concluded had been concluded without
          suspension.
      - key: F
        value: 180
        measure: suspended
        population: of the 830 tram drivers hired without a check
        part_of: W2
        says: Otto Vane wrote that, as at 2 June 2016, 180 of the 830 tram drivers hired without a check had been
          suspended.
      - key: J
        value: 90
        measure: trained
        population: of the 830 tram drivers hired without a check
        part_of: W2
        says: Otto Vane wrote that, as at 2 June 2016, 90 of the 830 tram drivers hired without a check had been
          trained.
      - key: N
        value: 45
        counted: tram guards
        population: tram guards in Ryme
        measure: employed with no depot recorded
        nature: stock
        says: Otto Vane wrote that, as at 2 June 2016, 45 tram guards in Ryme had no depot recorded.
"""

ASKED = [
    # Two dates of what is counted again, though the second count is told in other words
    (
        "How many more of the 830 had been demoted or retired by June 2016 than by 4 March 2015?",
        "computed",
        "210 − 60",
    ),
    ("How many more had been demoted or retired by June 2016 than by 4 March 2015?", "computed", "210 − 60 = 150"),
    (
        "By how much did the headline number go down between 4 March 2015 and 2 June 2016?",
        "computed",
        "840 − 830 = 10",
    ),
    ("By how much did the overall figure fall between 4 March 2015 and 2 June 2016?", "computed", "840 − 830 = 10"),
    ("How much smaller was the total on 2 June 2016 than on 4 March 2015?", "computed", "840 − 830 = 10"),
    ("By how much did the total of lost nets fall between 4 March 2015 and 2 June 2016?", "not_in_record", ""),
    # How far a number was from the one that put it right, and whose word that was
    ("By how many too few was the Book Committee informed of in November 2014?", "computed", "264 − 200 = 64"),
    (
        "How many too few was the Book Committee sent in November 2014, judging by Stroud's second letter?",
        "computed",
        "64",
    ),
    (
        "How many too few was the Book Committee sent in November 2014, judging by Vane's second letter?",
        "not_in_record",
        "",
    ),
    ("How many too few did the Book Office say had been lost?", "computed", "264 − 200 = 64"),
    ("By how much did the Book Office understate the number of library vans lost?", "computed", "264 − 200 = 64"),
    ("How many too few library vans were said to be lost?", "computed", "264 − 200 = 64"),
    ("How many too few trams did the Book Office say had been lost?", "not_in_record", ""),
    ("How far out was the 840?", "computed", "840 − 830 = 10"),
    # A later count of what went on being done puts no number right
    ("How many too few tram drivers had been demoted by 4 March 2015?", "not_in_record", ""),
    ("How far out was the 60?", "not_in_record", ""),
    ("By how much was the number of tram drivers demoted corrected?", "not_in_record", ""),
    # By one definition or by two
    (
        "Did the 50 reckless drivers and the 120 of them go by the same definition?",
        "answered",
        "No: what is",
    ),
    ("Is the 120 on the same basis as the 50?", "answered", "No: what is counted was defined anew between them."),
    ("Was another definition used for the 120 than for the 50?", "answered", "Yes: what is counted was defined anew"),
    ("Did the definition of reckless drivers change?", "answered", "Yes: what is counted was defined anew."),
    ("Did the definition of reckless drivers change in 2012?", "not_in_record", ""),
    ("Was the definition of reckless drivers widened?", "answered", "What is counted was defined anew."),
    ("Did the terms of reckless drivers change?", "not_in_record", ""),
    ("Did the definition of tram driver change?", "not_in_record", ""),
    ("Are the 840 and the 830 comparable?", "answered", "Yes: the later is a later count of the same."),
    ("Did the 840 and the 300 go by the same definition?", "not_in_record", ""),
    # A share of a whole that the record shows to be made up by a part and its opposite
    ("Of the cases closed by 2 June 2016, what percentage ended in suspension?", "computed", "180 ÷ 500 = 36%"),
    ("What share of the closed cases ended with suspension?", "computed", "180 ÷ 500"),
    ("What share of the closed cases ended in training?", "not_in_record", ""),
    # Whether a number was put right, where the record says that it was not
    ("Was the 31 ever revised?", "answered", "No revision was found of the 31"),
    ("Was the 60 ever revised?", "answered", "Yes. Otto Vane"),
    # What was decided, what is awaited, and degrees
    # What was decided not to be done is not the rest of a whole: of some nothing was decided
    ("In how many of the 830 cases was it decided against dismissal?", "not_in_record", ""),
    ("In how many cases was the decision not to pursue dismissal?", "not_in_record", ""),
    ("In how many of the 830 cases was it resolved not to press for dismissal?", "not_in_record", ""),
    ("In how many of the 830 cases was it resolved to press for dismissal?", "answered", "300 of the cases"),
    (
        "How many of the 830 were awaiting dismissal, not counting those already dismissed?",
        "answered",
        "140 of the 830",
    ),
    ("How many of the 830 were put in the severest band of offender?", "answered", "44 of the 830"),
    ("How many tram guards in Ryme had nothing down for their depot?", "answered", "45 tram guards"),
    # By whose account, and who gave it
    ("On Owen Pell's reckoning, how many of the 840 were living abroad?", "answered", "31"),
    ("On Ida Stroud's reckoning, how many of the 840 were living abroad?", "not_in_record", ""),
    ("Which organisation was the source of the 120 reckless drivers?", "answered", "Otto Vane"),
    (
        "The Gazette said there had been 70 reckless drivers. What number had Stroud given the Assembly on 4 March?",
        "answered",
        "50 reckless",
    ),
    ("What excuse was given for the hirings without a check?", "answered", "want of clerks"),
    ("What explanation did the Tram Board give for the drivers?", "answered", "want of clerks"),
    ("What justification did the Tram Board offer for hiring them without a check?", "answered", "want of clerks"),
]


@pytest.fixture(scope="module")
def depot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the invented sheet."""
    with of_text(tmp_path_factory.mktemp("depot") / "record", SHEET, None, "trams.yaml") as made:
        yield made


@pytest.mark.parametrize(("question", "status", "words"), ASKED, ids=[q for q, *_ in ASKED])
def test_the_sheet_answers_so(depot: Desk, question: str, status: str, words: str) -> None:
    answer = depot.ask(question)
    assert answer.status == status, answer.text
    assert words in answer.text


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("How many lifeboats await repair, not counting those already repaired?", "How many lifeboats await repair?"),
        (
            "How many ferries were still to be painted, on top of those that had already been done?",
            "How many ferries were still to be painted?",
        ),
        (
            "How many libraries are waiting to close, apart from any already gone?",
            "How many libraries are waiting to close?",
        ),
        (
            "How many lifeboats await repair, leaving aside those already sold?",
            "How many lifeboats await repair, leaving aside those already sold?",
        ),
        (
            "How many ferries were painted, leaving aside those already gone?",
            "How many ferries were painted, leaving aside those already gone?",
        ),
    ],
)
def test_of_those_still_to_come_none_is_done_already(asked: str, left: str) -> None:
    assert without_those_done(asked) == left


@pytest.mark.parametrize(
    ("asked", "one"),
    [
        (
            "The crew said 40 lifeboats had sunk. What number did the minister give on 3 May?",
            "What number of lifeboats did the minister give on 3 May?",
        ),
        (
            "The Post had it that 12 libraries were shut. And what figure was the board given?",
            "And what figure of libraries was the board given?",
        ),
        (
            "Papers spoke of 1,200 late ferries: which total had the agency announced?",
            "which total of late ferries had the agency announced?",
        ),
        ("He lost 3 tugs and 4 nets. What number did he give?", "He lost 3 tugs and 4 nets. What number did he give?"),
        ("There were 40 lifeboats. What number sank?", "There were 40 lifeboats. What number sank?"),
    ],
)
def test_another_number_is_of_the_same_things(asked: str, one: str) -> None:
    assert of_the_same(asked) == one


@pytest.mark.parametrize(
    ("asked", "who"),
    [
        ("On Nora Finch's reckoning, how many lifeboats sank", "Nora Finch"),
        ("by Otto Vane's count, how many libraries shut", "Otto Vane"),
        ("how many ferries had Ida Stroud given the House in May", "Ida Stroud"),
        ("how many lifeboats did Owen Pell tell the House of in May", "Owen Pell"),
        ("on Monday's count, how many ferries were late", "Monday"),
    ],
)
def test_whose_count_is_asked_for(asked: str, who: str) -> None:
    assert sayer(asked)[0] == who


@pytest.mark.parametrize(
    ("asked", "read_as"),
    [
        (
            "Were the unions urging Finch to quit on 3 May 2012?",
            "Were the unions call for Finch's resignation on 3 May 2012?",
        ),
        ("Did the Whigs ask Ms Stroud to quit in 2014?", "Did the Whigs call for Ms Stroud's resignation in 2014?"),
        ("Was it crews asking for the mate's head in May?", "Was it crews call for the mate's resignation in May?"),
        ("What justification did the board give for losing it?", "what was the board's explanation for losing it?"),
        ("What reason has Ms Orme put forward for the delay?", "what was Ms Orme's explanation for the delay?"),
        ("What excuse was offered for the lost ferry?", "why did the lost ferry happen?"),
        ("What reasons have been given for the late libraries?", "why did the late libraries happen?"),
        ("What explanation was there for the flood?", "What explanation was there for the flood?"),
        (
            "How many too many was the board informed of in May 2012?",
            "by how much was the figure given to the board in May 2012 too high?",
        ),
        (
            "By how many too few were peers given in 2014, going by the later answer?",
            "by how much was the figure given to peers in 2014 too low?",
        ),
    ],
)  # fmt: skip
def test_it_is_read_so(asked: str, read_as: str) -> None:
    assert rephrased(asked) == read_as


@pytest.mark.parametrize(
    ("asked", "also"),
    [
        ("In how many cases was it decided to press for removal?", "decided to pursue removal?"),
        ("For how many ferries had they agreed to go for a sale?", "decided to pursue a sale?"),
        ("How many divers had nothing down for their town?", "had no town recorded"),
        ("How many crews had their town left blank in May?", "How many crews had no town recorded in May?"),
        ("For how many lifeboats was the name left blank?", "how many lifeboats had no name recorded?"),
        ("How many libraries were awaiting closure in May?", "How many libraries were awaiting closure in May?"),
        ("How many drivers were awaiting dismissal in May?", "still to be dismissal in May?"),
        ("How many were in the severest class of offender?", "the most serious category of offender?"),
        ("Who was the source for the figure of 40 lost nets?", "who gave the figure of 40 lost nets?"),
        ("What was the source of the Post's figure of 40 lost nets?", "who gave the figure of 40 lost nets?"),
        ("What agency was the source of the 40 lost nets?", "who gave the figure of 40 lost nets?"),
    ],
)
def test_it_is_also_asked_so(asked: str, also: str) -> None:
    assert any(also in words for words in (asked, *other_words(asked)))


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("how many inquiries ended in a fine", False),
        ("how many lifeboat launches resulted in rescue", False),
        ("how many ferries were placed in the lowest band", False),
        ("how many strikes ended in 2010", True),
        ("how many journeys ended in Dover", True),
        ("how many libraries were placed in schools", True),
    ],
)
def test_what_only_leads_up_to_the_condition_is_none(asked: str, kept: bool) -> None:
    own = {s.words for s in read(asked).wanted.telling}
    assert bool(own & {"ended", "resulted", "placed"}) is kept
