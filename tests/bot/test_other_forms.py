"""Questions in forms of their own over an invented sheet: what stands in a second sentence, idioms, false premises."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.claimed import as_question
from bot.desk import Desk
from bot.rephrased import other_words, rephrased
from tests.bot.conftest import of_text

SHEET = """despatch-sheet: 1
name: brig-2012
sources:
  - key: A1
    title: "Brig prisoners: statement by Ida Stroud, 3 May 2012"
    publisher: Harbour Assembly
    kind: oral statement
    published: 2012-05-03
    each:
      counted: shore prisoners
      nature: flow
      as_at: 2012-05-03
      said_by: Ida Stroud
      role: Harbour Secretary
      population: of the 640 shore prisoners freed without consideration of a fine between 2004 and 2011
      part_of: W
    figures:
      - key: W
        value: 640
        measure: freed without consideration of a fine
        population: all shore prisoners
        part_of: ""
        period: {from: 2004-01, to: 2011-12, words: 2004 to 2011}
        says: Ida Stroud told the Assembly on 3 May 2012 that 640 shore prisoners had been freed without consideration
          of a fine between 2004 and 2011.
      - key: G
        value: 60
        measure: grave offenders
        says: Ida Stroud told the Assembly on 3 May 2012 of 60 grave offenders among the 640 shore prisoners freed
          without consideration of a fine.
      - key: M
        value: 42
        measure: grave offenders
        breakdown: {gravity: most serious}
        says: Ida Stroud told the Assembly on 3 May 2012 that 42 of the 640 shore prisoners freed without consideration
          of a fine were the most serious offenders.
      - key: D
        value: 30
        measure: detained
        population: of the 42 most serious offenders
        part_of: M
        says: Ida Stroud told the Assembly on 3 May 2012 that 30 of the 42 most serious offenders among the freed shore
          prisoners were detained.
      - key: C
        value: 410
        measure: cases concluded
        says: Ida Stroud told the Assembly that, as at 3 May 2012, the cases of 410 had been concluded of the 640 shore
          prisoners.
      - key: N
        value: 205
        measure: cases concluded without payment
        population: of the 410 whose cases had been concluded
        part_of: C
        says: Ida Stroud told the Assembly that, as at 3 May 2012, 205 cases of shore prisoners, of the 410 concluded,
          had been concluded without payment.
      - key: U
        value: not known
        written: could not say how many
        measure: reoffended
        says: Ida Stroud could not say how many of the 640 shore prisoners freed without consideration of a fine had
          reoffended.
    statements:
      - key: T1
        speaker: Ida Stroud
        role: Harbour Secretary
        says: Ida Stroud said on 3 May 2012 that Owen Pell, the First Lord, had told her not to quit.
      - key: T2
        speaker: Ida Stroud
        role: Harbour Secretary
        act: corrected
        says: Ida Stroud corrected on 3 May 2012 the wrong figures of the detained shore prisoners.
      - key: T3
        speaker: Ida Stroud
        role: Harbour Secretary
        says: The prisoners were freed from 2004 to 2011; the Harbour Secretaries of those years were, in turn, Jack
          Vane, Nora Finch and Ida Stroud.
  - key: A2
    title: "Brig prisoners: letter from Ida Stroud, 17 May 2012"
    publisher: Harbour Assembly
    kind: letter
    published: 2012-05-17
    figures:
      - key: G2
        value: 160
        counted: shore prisoners
        measure: grave offenders
        population: of the 640 shore prisoners freed without consideration of a fine between 2004 and 2011
        part_of: W
        nature: flow
        as_at: 2012-05-17
        said_by: Ida Stroud
        says: Ida Stroud's letter of 17 May 2012 counted 160 grave offenders (arson too) among the 640 shore prisoners
          freed without consideration of a fine.
        links:
          - redefines: G
      - key: H
        value: 77
        counted: inmates
        measure: no language recorded
        population: people held in the brigs of Ryme
        nature: stock
        as_at: 2012-02-28
        said_by: Harbour Board
        says: The Harbour Board gave 77 inmates of the brigs of Ryme with no language recorded on 28 February 2012.
"""
SHEET = SHEET.replace('        part_of: ""\n', "").replace("      part_of: W\n    figures", "    figures")

ASKED = [
    # A deed that nobody did has no day and no place
    ("On what date did Ida Stroud resign over the wrong detention figures?", "not_in_record", ""),
    ("When was Ida Stroud sacked over the wrong figures?", "not_in_record", ""),
    ("Where did Ida Stroud apologise for the wrong figures?", "not_in_record", ""),
    # How they stand is not what once befell them
    ("How many of the gravest offenders are locked up?", "answered", "30"),
    ("How many of the most serious offenders are behind bars?", "answered", "30"),
    ("How many of the 42 worst were not detained?", "computed", "12"),
    # One number that became another by a new definition
    ("How did 60 grave offenders turn into 160 in two weeks?", "answered", "different definitions"),
    ("Why did the number jump from 60 to 160?", "answered", "different definitions"),
    ("What explains the rise from 60 to 160?", "answered", "different definitions"),
    # Who told whom
    ("Did Owen Pell want Stroud to go?", "answered", "No, according to Ida Stroud"),
    ("Did the First Lord ask Ida Stroud to resign?", "answered", "No, according to Ida Stroud"),
    ("Did Pell tell Stroud to stay on?", "answered", "Yes, according to Ida Stroud"),
    ("Did Owen Pell want Jack Vane to go?", "not_in_record", ""),
    # A part of the cases
    ("Of the cases closed, what share were closed with nobody paying?", "computed", "50%"),
    ("Of the cases closed by May 2012, what share were closed without payment?", "computed", "50%"),
    # Idioms, and what goes before in any case
    ("How many are up to no good again since they came out?", "not_known", ""),
    ("Have you any clue how many are back to their old ways?", "not_known", ""),
    ("How many have struck again since they were let go?", "not_known", ""),
    # What a first sentence tells
    ("The board couldn't say what language some of its inmates had. How many was that?", "answered", "77"),
    ("The board did not know which language several of the inmates had. How many were they?", "answered", "77"),
    ("For how many inmates could the board not say which language they had?", "answered", "77"),
    ("Of the 42, how many did they know the whereabouts of?", "not_in_record", ""),
    ("Who was Harbour Secretary when the prisoners were freed?", "answered", "Jack Vane, Nora Finch and Ida Stroud"),
    ("Who was Harbour Secretary on 3 May 2012?", "answered", "Ida Stroud, Harbour Secretary"),
    # By its number, and by a word before the colon
    ("In whose letter do we find the figure 160?", "answered", "Ida Stroud"),
    ("In which report is the number 77?", "answered", "Harbour Board"),
    ("In whose letter do we find the figure 999?", "not_in_record", ""),
    ("Detained: how many in all?", "answered", "30"),
    ("What slice of the 640 were grave offenders?", "computed", "25%"),
    ("How many of the most serious lot were detained?", "answered", "30"),
    # Afterwords
    ("How many of the cases had been concluded? Latest count please.", "answered", "410"),
    ("Had any of the 640 reoffended, or not?", "not_known", ""),
]


@pytest.fixture(scope="module")
def brig(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the invented sheet."""
    with of_text(tmp_path_factory.mktemp("brig") / "record", SHEET, None, "brig.yaml") as made:
        yield made


@pytest.mark.parametrize(("question", "status", "words"), ASKED, ids=[q for q, *_ in ASKED])
def test_the_sheet_answers_so(brig: Desk, question: str, status: str, words: str) -> None:
    answer = brig.ask(question)
    assert answer.status == status, answer.text
    assert words in answer.text


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        (
            "The board and the crew gave different figures on 3 May about how many tugs sank. What did each say?",
            "how many tugs sank on 3 May?",
        ),
        (
            "What was the difference between the number the port was first given in May and the one that replaced it?",
            "by how much was the number the port was first given in May corrected?",
        ),
        ("That one tram still stuck in Ryme: was it a works car?", "was the one tram still stuck in Ryme a works car?"),
        ("Did the crew strike or didn't they?", "Did the crew strike?"),
        ("How many tugs sank? Thanks.", "How many tugs sank"),
    ],
)
def test_a_form_is_read_as_another(asked: str, read: str) -> None:
    assert rephrased(asked).rstrip("?") == read.rstrip("?")


@pytest.mark.parametrize(
    ("asked", "among"),
    [
        (
            "In how many cases was it agreed that they would not fine the owner?",
            "In how many cases was decided not to pursue fine the owner?",
        ),
        ("How many of the 12 worst were fined?", "How many of the 12 most serious were fined?"),
        ("How many of them are under lock and key?", "How many of them are locked up ?"),
    ],
)
def test_a_form_is_tried_as_another(asked: str, among: str) -> None:
    assert among in other_words(asked)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Papers were saying in May 2012 that one in six sank. Were they right?", "one in six sank in May 2012"),
        ("The press reported that 40 boats sank. Is that true?", "40 boats sank"),
        ("The newspapers claimed that every tram stopped. Was that correct?", "every tram stopped"),
    ],
)
def test_what_the_papers_claim_is_put_as_a_question(text: str, question: str) -> None:
    assert as_question(text) == f"Is it true that {question}?"


@pytest.mark.parametrize(
    ("asked", "lead"),
    [
        ("Is it true that one in six of the 640 were grave offenders?", "By the record it is 25%"),
        ("Were one in three of the prisoners grave offenders?", "By the record it is 25%"),
        ("Were more than one in seven of the prisoners grave offenders?", "Yes: 25%"),
    ],
)
def test_a_share_in_words_is_held_against_the_record(brig: Desk, asked: str, lead: str) -> None:
    assert lead in brig.ask(asked).text
