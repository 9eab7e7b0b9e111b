"""Questions in everyday forms over an invented sheet whose figures were put right, counted anew and set in dispute."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.desk import Desk
from bot.fronted import condition_last
from bot.led_in import of_those
from bot.question import Ask, read
from bot.rephrased import other_words, rephrased
from bot.tellers import sayer
from tests.bot.conftest import of_text

SHEET = """despatch-sheet: 1
name: ferry-2014
sources:
  - key: A1
    title: "Ferry crews: statement by Nora Finch, 4 March 2014"
    publisher: Harbour Assembly
    kind: oral statement
    published: 2014-03-04
    each: {counted: ferry pilots, nature: flow, as_at: 2014-03-04, said_by: Nora Finch, role: Harbour Secretary}
    figures:
      - key: W
        value: 520
        measure: licensed without a sight test
        period: {from: 2006-01, to: 2013-12, words: 2006 to 2013}
        says: Nora Finch told the Assembly on 4 March 2014 that 520 ferry pilots had been licensed without a sight test
          between 2006 and 2013.
      - key: R1
        value: 210
        measure: review of the licence started
        population: of the 520 ferry pilots licensed without a sight test
        part_of: W
        says: Nora Finch told the Assembly that by 4 March 2014 the review of the licence had started in 210 of
          the cases of the 520 ferry pilots licensed without a sight test.
      - key: G1
        value: 48
        measure: reckless pilots
        population: of the 520 ferry pilots licensed without a sight test
        part_of: W
        says: Nora Finch told the Assembly on 4 March 2014 of 48 reckless pilots among the 520 ferry pilots licensed
          without a sight test.
      - key: K
        value: 36
        measure: suspended
        population: of the 48 reckless pilots
        part_of: G1
        says: Nora Finch told the Assembly on 4 March 2014 that 36 of the 48 reckless pilots had been suspended.
      - key: B
        value: 5
        measure: fined
        population: of the 36 reckless pilots suspended
        part_of: K
        says: Nora Finch told the Assembly on 4 March 2014 that 5 of the 36 reckless pilots suspended had been fined.
      - key: F
        value: 90
        measure: fined
        population: of the 520 ferry pilots licensed without a sight test
        part_of: W
        says: Nora Finch told the Assembly on 4 March 2014 that 90 of the 520 ferry pilots had been fined.
      - key: T
        value: 20
        measure: convicted
        breakdown: {offence: theft}
        population: of the 90 ferry pilots fined
        part_of: F
        says: Nora Finch told the Assembly on 4 March 2014 that 20 of the 90 ferry pilots fined had been convicted of
          theft.
      - key: Y
        value: in words
        written: the great majority
        measure: serving a contract of at least 12 months
        population: of the 520 ferry pilots licensed without a sight test
        part_of: W
        says: Nora Finch told the Assembly on 4 March 2014 that the great majority of the 520 ferry pilots had been
          serving contracts of at least 12 months.
      - key: E
        value: 44
        measure: recommended for dismissal by a court
        population: of the 520 ferry pilots licensed without a sight test
        part_of: W
        says: Nora Finch told the Assembly on 4 March 2014 that in 44 cases of the 520 ferry pilots a court had
          recommended dismissal.
    statements:
      - key: T2
        speaker: Vane, Orme and Pell
        act: answered
        says: Vane, Orme and Pell gave oral evidence to the Harbour Committee on 4 March 2014.
      - key: T3
        speaker: Pilots' Board
        says: The Pilots' Board's report on the sight tests is of 7 May 2013.
  - key: A2
    title: "The Ryme Gazette and The Harbour Post, 9 March 2014"
    publisher: The Ryme Gazette; The Harbour Post
    kind: press report
    published: 2014-03-09
    each: {counted: ferry pilots, nature: flow, as_at: 2014-03-09, said_by: The Ryme Gazette; The Harbour Post}
    figures:
      - key: G2
        value: 61
        measure: reckless pilots
        population: of the 520 ferry pilots licensed without a sight test
        part_of: W
        says: The Ryme Gazette and The Harbour Post, on 9 March 2014, gave 61 as the earlier number of reckless
          pilots among the 520 ferry pilots licensed without a sight test.
        links: [{conflicts with: G1}]
    statements:
      - key: T4
        speaker: Nora Finch
        role: Harbour Secretary
        says: The Harbour Post reported on 9 March 2014 that Nora Finch admitted a "woeful failure" over the sight
          tests.
  - key: A3
    title: "Ferry crews: letter from Otto Vane, 2 June 2014"
    publisher: Harbour Assembly
    kind: letter
    published: 2014-06-02
    each: {counted: ferry pilots, nature: flow, as_at: 2014-06-02, said_by: Otto Vane, role: Licensing Inspectorate}
    figures:
      - key: W2
        value: 515
        measure: licensed without a sight test
        period: {from: 2006-01, to: 2013-12, words: 2006 to 2013}
        says: Otto Vane's letter of 2 June 2014 gave 515 ferry pilots licensed without a sight test between 2006
          and 2013.
        links: [{supersedes: W}]
      - key: G3
        value: 70
        measure: reckless pilots
        population: of the 515 ferry pilots licensed without a sight test
        part_of: W2
        says: Otto Vane wrote on 2 June 2014 of 70 reckless pilots (speeding too) among the 515 ferry pilots licensed
          without a sight test.
        links: [{redefines: G1}]
      - key: V1
        value: 290
        counted: barges
        measure: decision to sell
        population: of the 402 barges laid up
        part_of: V
        as_at: 2014-05-31
        says: Otto Vane wrote that, as at 31 May 2014, the decision was to sell 290 of the 402 barges laid up.
      - key: V2
        value: 112
        counted: barges
        measure: decision not to sell
        population: of the 402 barges laid up
        part_of: V
        as_at: 2014-05-31
        says: Otto Vane wrote that, as at 31 May 2014, the decision was not to sell 112 of the 402 barges laid up.
      - key: V
        value: 402
        counted: barges
        measure: laid up
        as_at: 2014-05-31
        says: Otto Vane wrote that, as at 31 May 2014, 402 barges were laid up.
      - key: G4
        value: 22
        measure: reckless pilots
        breakdown: {degree: most reckless}
        population: of the 515 ferry pilots licensed without a sight test
        part_of: W2
        says: Otto Vane wrote on 2 June 2014 that 22 of the 515 ferry pilots were the most reckless pilots.
      - key: G5
        value: 48
        measure: reckless pilots
        breakdown: {degree: more reckless}
        population: of the 515 ferry pilots licensed without a sight test
        part_of: W2
        says: Otto Vane wrote on 2 June 2014 that 48 of the 515 ferry pilots were the more reckless pilots.
      - key: P
        value: 130
        measure: dismissal pursued
        population: of the 515 ferry pilots licensed without a sight test
        part_of: W2
        says: Otto Vane wrote that, as at 2 June 2014, dismissal was being pursued in 130 of the cases of the 515 ferry
          pilots licensed without a sight test.
      - key: D
        value: 17
        measure: decision on dismissal deferred
        population: of the 515 ferry pilots licensed without a sight test
        part_of: W2
        says: Otto Vane wrote that, as at 2 June 2014, the decision on dismissal was deferred for 17 of the 515 ferry
          pilots, those being on remand or serving a sentence.
      - key: O
        value: 12
        measure: convicted
        breakdown: {offence: "murder, manslaughter or arson"}
        population: of the 70 reckless pilots
        part_of: G3
        says: Otto Vane wrote on 2 June 2014 that 12 of the 70 reckless pilots had been convicted of murder,
          manslaughter or arson.
      - key: R2
        value: 300
        measure: review of the licence started
        population: of the 515 ferry pilots licensed without a sight test
        part_of: W2
        says: Otto Vane wrote that, as at 2 June 2014, the review of the licence had started in 300 of the cases of the
          515 ferry pilots licensed without a sight test.
        links: [{supersedes: R1}]
      - key: H
        value: 30
        counted: barge pilots
        measure: licensed without a sight test
        said_by: Harbour Office
        period: {from: 2006-01, to: 2009-12, words: 2006 to 2009}
        says: The Harbour Office had counted 30 barge pilots licensed without a sight test between 2006 and 2009.
"""

ASKED = [
    # What is asked after a clause that tells when
    ("When Nora Finch spoke on 4 March 2014, in how many of the 520 cases had the review started?", "answered", "210"),
    ("When Finch made her first statement to the Assembly, in how many cases had the review begun?", "answered", "210"),
    ("When the ice came, how many ferry pilots were fined?", "not_in_record", ""),
    # What is asked of those whom a statement counts
    ("Finch said 36 reckless pilots were suspended. How many of those had been fined?", "answered", "5"),
    ("There were 520 ferry pilots without a sight test. How many of them were fined?", "answered", "90"),
    # Other than the deed that is counted
    ("How many of the 90 fined were convicted of something other than theft?", "computed", "70"),
    # An earlier figure that two papers gave, which the Assembly had otherwise
    ("What earlier figure for reckless pilots did the Gazette and the Post give on 9 March 2014?", "conflicting", "48"),
    ("What is the Harbour Office's latest total for ferry pilots fined?", "answered", "90 of the 520"),
    # A number by itself: whether it was right, whether it stands, how far off it was, what there was before it
    ("Was the 520 that the Assembly was given in March 2014 right?", "answered", "No: it was put right later. Otto"),
    ("Was the 520 that the Court of Rye was given right?", "not_in_record", ""),
    ("Does 520 still stand as the total?", "answered", "No. Otto Vane"),
    ("Is 515 still the latest figure?", "answered", "Yes: nothing in this record"),
    ("The corrected total is how many times the 520 that was first given?", "computed", "515 ÷ 520 = 1"),
    (
        "How many reckless pilots were there before Vane's 70? I'm told the papers and the Assembly disagree.",
        "conflicting",
        "61",
    ),
    # Who gave or worked out a number
    ("Who worked out that 61 pilots were reckless?", "answered", "The Ryme Gazette"),
    ("Which secretary said that 36 of the reckless pilots had been suspended?", "answered", "Nora Finch"),
    ("Who arrived at the 300 cases in which the review had started?", "answered", "Otto Vane"),
    ("Which bishop said that 36 of the reckless pilots had been suspended?", "not_in_record", ""),
    # Two degrees of one quality are two kinds
    ("How many most reckless and more reckless pilots were there in June 2014?", "computed", "22 + 48 = 70"),
    ("Put the most reckless and the more reckless together: how many was that in June 2014?", "computed", "22 + 48"),
    ("June 2014: the most reckless and more reckless pilots put together, how many is that?", "computed", "22 + 48"),
    # By whose account, of whose number, and in everyday words
    ("How many reckless pilots were there, going by the papers of 9 March 2014?", "conflicting", "61"),
    ("The Gazette had a number for the reckless pilots. What was it?", "conflicting", "61"),
    ("How many of Finch's 48 reckless pilots had been suspended?", "answered", "36 of the 48"),
    ("In how many of the cases are they trying to dismiss the pilot?", "answered", "130"),
    ("In how many of the cases was dismissal what they went after?", "not_in_record", ""),
    ("How many decisions were put off because the pilot was on remand or doing time?", "answered", "17"),
    ("How many of the 70 were killers or arsonists?", "answered", "12 of the 70"),
    ("How many of the 70 were murderers or arsonists?", "not_in_record", ""),
    # What is told in words: most of them, by when it stood, whether parts make a whole
    ("Were most of the ferry pilots serving a year or more?", "answered", "the great majority"),
    ("Were most of the ferry pilots serving contracts of a year or more?", "answered", "the great majority"),
    ("The 402 barges laid up: on what date did that number stand?", "answered", "31 May 2014. Otto Vane"),
    ("As at what date was the 290 counted?", "answered", "31 May 2014"),
    ("In the letter of 31 May 2014, do the decisions add up to the whole 402?", "computed", "290 + 112 = 402"),
    ("In how many of the 520 cases had a judge said the pilot ought to be dismissed?", "answered", "44 cases"),
    # Who, when, why and what was said
    ("Who gave evidence to the Harbour Committee on 4 March 2014?", "answered", "Vane, Orme and Pell"),
    ("Who wrote to the Assembly in June 2014 to say how the reviews stood?", "answered", "Otto Vane"),
    ("What is the right date of the Pilots' Board's report on the sight tests?", "answered", "7 May 2013"),
    ("What sort of failure did Finch own up to?", "answered", "woeful failure"),
    ("How many ferry pilots were let go, out on bail?", "not_in_record", ""),
    # What was said before it was put right, and after
    ("How many ferry pilots were licensed without a sight test before Vane corrected the number?", "answered", "520"),
    ("How many ferry pilots were licensed without a sight test before she corrected herself?", "answered", "520"),
    ("How many ferry pilots were licensed without a sight test once the figure had been corrected?", "answered", "515"),
    ("How many ferry pilots were licensed without a sight test after Finch corrected herself?", "answered", "515"),
    # What a department has for its total is its ministers' and its inspectors'
    ("What is the Harbour Office's total now for ferry pilots licensed without a sight test?", "answered", "515"),
]


@pytest.fixture(scope="module")
def quay(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the invented sheet."""
    with of_text(tmp_path_factory.mktemp("quay") / "record", SHEET, None, "ferry.yaml") as made:
        yield made


@pytest.mark.parametrize(("question", "status", "words"), ASKED, ids=[q for q, *_ in ASKED])
def test_the_sheet_answers_so(quay: Desk, question: str, status: str, words: str) -> None:
    answer = quay.ask(question)
    assert answer.status == status, answer.text
    assert words in answer.text


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("40 trams set out. How many of those came back?", "How many of the 40 trams came back?"),
        ("The board shut 1,200 of the smallest libraries. And how many of them reopened?",
         "And how many of the 1,200 smallest libraries reopened?"),
        ("We lent 6 tugs and 9 nets. How many of those sank?", "We lent 6 tugs and 9 nets. How many of those sank?"),
    ],
)  # fmt: skip
def test_those_are_whom_the_statement_counts(said: str, asked: str) -> None:
    assert of_those(said) == asked


@pytest.mark.parametrize(
    ("asked", "read_as"),
    [
        ("When the tug sank, how many nets were lost?", "how many nets were lost when the tug sank?"),
        ("When the board met in May, in how many cases was bail asked for?",
         "in how many cases was bail asked for when the board met in May?"),
        ("When did they say how many trams were lost?", "When did they say how many trams were lost?"),
    ],
)  # fmt: skip
def test_a_clause_that_tells_when_stands_last(asked: str, read_as: str) -> None:
    assert condition_last(asked) == read_as


@pytest.mark.parametrize(
    ("asked", "read_as"),
    [
        ("The 40 given to the board was wrong. What was the right number?", "what was the correct figure for 40?"),
        ("The figure of 1,200 proved too low: what is the true figure?", "what was the correct figure for 1,200?"),
        ("That 7 was a mistake. So what should it have been?", "what was the correct figure for 7?"),
    ],
)  # fmt: skip
def test_what_was_wrong_is_asked_for_as_it_was_put_right(asked: str, read_as: str) -> None:
    assert rephrased(asked) == read_as


@pytest.mark.parametrize(
    ("asked", "also"),
    [
        ("Did Ida Stroud promise that all of the tugs would be found?", "all of the tugs would be traced?"),
        ("Why did the board have to write to the crews on 3 May 2012?", "what did the board correct on 3 May 2012?"),
        ("How many arsonists got out?", "How many arsonists were released"),
        ("How many divers were trying to leave?", "How many divers were pursuing to leave?"),
    ],
)
def test_it_is_also_asked_so(asked: str, also: str) -> None:
    assert any(also in words for words in other_words(asked))


@pytest.mark.parametrize(
    ("asked", "who"),
    [
        ("what is the Harbour Office's latest total for trams", "Harbour Office"),
        ("what was the Ministry's own total for nets", "Ministry"),
        ("what is Rye's total for 2011", ""),
        ("when Ida Stroud stood up on 3 May, how many nets were lost", "Ida Stroud"),
    ],
)
def test_whose_figure_is_asked_for(asked: str, who: str) -> None:
    assert sayer(asked)[0] == who


@pytest.mark.parametrize("asked", ["How many fewer trams were on the loose in May 2011 than in April 2011?",
                                   "How many fewer boats were on the register in 2011 than in 2009?"])  # fmt: skip
def test_a_state_is_no_time(asked: str) -> None:
    query = read(asked, today=date(2014, 1, 1))
    assert query.ask is Ask.CHANGE
    assert {s.id for s in query.wanted.telling} & {"located", "on-the-register"}
