"""Questions in the forms that they come in, and what none may be told, over an invented report and sheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.claimed import as_question
from bot.desk import Desk
from tests.bot.conftest import of_text

QUAY = """Minister under fire over freed wreckers

Miriam Stroud, the Harbour Secretary, disclosed that 640 shore prisoners had been freed since 2004 without any check \
of their fines. They included two murderers, seven arsonists, 31 burglars, 12 drug smugglers and 18 convicted of fraud.

Ms Stroud admitted that only 150 of those prisoners had been traced and interviewed, and 22 of them were being \
deported. Officials could not say how many of them were serving life sentences.

The muddle alarmed the organisers of her party before next week's council elections. Ms Stroud is expected to make a \
parliamentary statement on 9 July 2011. Asked on Radio Ryme if she would go, Ms Stroud said: "It is not a resigning \
matter." Councillors first alerted the harbour board in March 2010.

The leases ran between May 2003 and June 2008 and covered the time of two harbour masters.

Under the harbour rules, prisoners from outside the islands are supposed to be considered for a fine if they stay for \
more than a month.
"""

SHEET = """despatch-sheet: 1
name: divers-2011
sources:
  - key: A1
    title: "Divers: letter from Ida Brook, 2 May 2011"
    publisher: Harbour Assembly
    kind: letter
    published: 2011-05-02
    each:
      counted: divers
      nature: flow
      as_at: 2011-05
      said_by: Ida Brook
      population: of the 300 divers let go without a medical
    figures:
      - key: W
        value: 300
        measure: let go without a medical
        population: all divers
        period: {from: 2005-01, to: 2010-12, words: 2005 to 2010}
        says: Ida Brook wrote on 2 May 2011 that 300 divers had been let go without a medical between 2005 and 2010.
      - key: C
        value: 210
        measure: cases concluded
        part_of: W
        says: Ida Brook wrote that, as at May 2011, the cases of 210 had been concluded of the 300 divers let go.
      - key: T
        value: 35
        measure: convicted
        breakdown: {offence: "theft, fraud or arson"}
        part_of: W
        says: Ida Brook wrote on 2 May 2011 that 35 of the 300 divers had been convicted of theft, fraud or arson.
      - key: D
        value: 44
        measure: still to be deported
        part_of: W
        says: Ida Brook wrote that in May 2011 a further 44 of the 300 divers let go were still to be deported.
      - key: S
        value: 20
        measure: deported
        part_of: W
        says: Ida Brook wrote that, as at May 2011, 20 of the 300 divers let go had been deported.
      - key: U
        value: not known
        written: could not say how many
        measure: reoffended
        part_of: W
        says: Ida Brook wrote on 2 May 2011 that she could not say how many of the 300 divers had reoffended.
  - key: A2
    title: "Divers: second letter from Ida Brook, 20 May 2011"
    publisher: Harbour Assembly
    kind: letter
    published: 2011-05-20
    figures:
      - key: W2
        value: 310
        counted: divers
        measure: let go without a medical
        nature: flow
        as_at: 2011-05
        said_by: Ida Brook
        period: {from: 2005-01, to: 2010-12, words: 2005 to 2010}
        says: Ida Brook corrected the number to 310 divers let go without a medical between 2005 and 2010.
        links:
          - corrects: W
"""

REPORT = [
    # A claim to be confirmed
    ("I hear that 604 shore prisoners were freed. Is that right?", "answered", "another figure", "640"),
    ("31 of them were burglars, correct?", "answered", "The record agrees", "31"),
    ("Can you confirm that 150 were located?", "answered", "The record agrees", "150"),
    # Several together, tersely
    ("Arsonists and burglars, altogether?", "computed", "38", "38"),
    ("Combined number of arsonists and burglars", "computed", "38", "38"),
    ("murderers, arsonists and burglars together?", "computed", "40", "40"),
    ("How many arsonists plus burglars were freed?", "computed", "38", "38"),
    # Ranked, and set against each other
    ("Which offence was the most common?", "answered", "burglars", "31"),
    ("Which offence came up least often?", "answered", "murderers", "2"),
    ("Which was the larger group, the arsonists or the burglars?", "computed", "31 against 7", "24"),
    # What befell every prisoner
    ("How many people inside for smuggling drugs were let out?", "answered", "12", "12"),
    ("How many were sent to prison for fraud?", "answered", "18", "18"),
    ("How many were locked up for fraud?", "answered", "18", "18"),
    # Not done to those to whom it was done
    ("How many burglars were not freed?", "not_in_record", "", ""),
    ("How many burglars were never convicted?", "not_in_record", "", ""),
    ("How many burglars were not jailed?", "not_in_record", "", ""),
    # Victims and deeds are no offenders
    ("How many people were murdered?", "not_in_record", "", ""),
    ("How many homes were burgled?", "not_in_record", "", ""),
    ("How many burglaries were committed?", "not_in_record", "", ""),
    # All, some and a part
    ("Have all the prisoners been located?", "answered", "No.", ""),
    ("Were a third of the prisoners located?", "computed", "By the record it is 23.4%", "23.4%"),
    ("Had more than half of them been located?", "computed", "No: 23.4%", "23.4%"),
    ("Were fewer than 40 burglars freed?", "answered", "Yes: ", "31"),
    ("Were over 40 burglars freed?", "answered", "No: ", "31"),
    ("What is 150 as a percentage of 640?", "computed", "23.4%", "23.4%"),
    ("What percentage of 640 is 31?", "computed", "4.8%", "4.8%"),
    ("640 minus 150?", "computed", "490", "490"),
    ("What is 31 as a percentage of 150?", "not_in_record", "", ""),
    ("What share of the 640 were arsonists or burglars?", "computed", "(7 + 31)", "5.9%"),
    ("What share of those located are not being deported?", "computed", "85.3%", "85.3%"),
    ("What share of the 640 have not been deported?", "computed", "96.6%", "96.6%"),
    # Conditions that stand in front
    ("Of the murderers, how many have been deported?", "not_in_record", "", ""),
    ("In Wales, how many were freed?", "not_in_record", "", ""),
    ("Of those located, how many are being deported?", "answered", "22", "22"),
    ("Of the 640, how many were arsonists?", "answered", "seven", "7"),
    ("Burglars: how many were let out?", "answered", "31", "31"),
    ("Women - how many were freed?", "not_in_record", "", ""),
    # No average of a total that is none
    ("How many a year on average were freed?", "not_in_record/computed", "", ""),
    # Whose a date is, and what is to come
    ("When is she expected to make a statement?", "answered", "9 July 2011", ""),
    ("When are the council elections?", "answered", "July 2011", ""),
    ("When did the managers of her party meet?", "not_in_record", "", ""),
    # When what went on for a time began
    ("When did the leases start?", "answered", "May 2003", ""),
    ("When did the leases end?", "answered", "June 2008", ""),
    ("When did the deportations start?", "not_in_record", "", ""),
    # Said, asked and told
    ("Stroud's line on resigning?", "answered", "resigning matter", ""),
    ("Who asked the question?", "not_in_record", "", ""),
    ("Was the harbour board told?", "answered", "Yes.", ""),
    ("Were councillors told?", "not_in_record", "", ""),
    # What ought to be, by a rule and by opinion
    ("Which prisoners ought to be considered for a fine under the harbour rules?", "answered", "islands", ""),
    ("Who ought to be fined?", "declined", "", ""),
]

LETTERS = [
    ("How many of the 300 cases were still open in May 2011?", "computed", "90"),
    ("How many cases had been closed by May 2011?", "answered", "210"),
    ("How many of the divers were thieves?", "not_in_record", ""),
    ("How many were convicted of theft, fraud or arson?", "answered", "35"),
    ("How many did they still have to deport in May 2011?", "answered", "44"),
    ("How many have been thrown out?", "answered", "20"),
    ("Was the 300 right?", "answered", "310"),
    ("What was it before it was corrected to 310?", "answered", "300"),
    ("Had any of them reoffended?", "not_known", ""),
    ("What did Ida Brook say about the 210?", "answered", "210"),
    ("Have all the cases been concluded?", "not_in_record/answered", ""),
]

CLAIMS = [
    ("We are told that 40 boats sank. Is that true?", "Is it true that 40 boats sank?"),
    ("The Evening Buoy reported that 40 boats sank; is that correct?", "Is it true that 40 boats sank?"),
    ("40 boats sank, right?", "Is it true that 40 boats sank?"),
    ("Please confirm whether 40 boats sank", "Is it true that 40 boats sank?"),
    ("How many boats sank, is that right?", "How many boats sank, is that right?"),
    ("Is that right?", "Is that right?"),
    ("The total is correct", "The total is correct"),
    ("Were the numbers right?", "Were the numbers right?"),
]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the invented report."""
    with of_text(tmp_path_factory.mktemp("quay") / "record", QUAY, date(2011, 7, 4), "quay.txt") as made:
        yield made


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the invented sheet."""
    with of_text(tmp_path_factory.mktemp("divers") / "record", SHEET, None, "divers.yaml") as made:
        yield made


@pytest.mark.parametrize(("question", "status", "words", "value"), REPORT, ids=[q for q, *_ in REPORT])
def test_the_report_answers_so(report: Desk, question: str, status: str, words: str, value: str) -> None:
    answer = report.ask(question)
    assert answer.status in status.split("/"), answer.text
    assert words.lower() in answer.text.lower()
    assert not value or value in [f.value for f in answer.figures], answer.text


@pytest.mark.parametrize(("question", "status", "value"), LETTERS, ids=[q for q, *_ in LETTERS])
def test_the_letters_answer_so(letters: Desk, question: str, status: str, value: str) -> None:
    answer = letters.ask(question)
    assert answer.status in status.split("/"), answer.text
    assert not value or value in [f.value for f in answer.figures], answer.text


@pytest.mark.parametrize(("text", "question"), CLAIMS)
def test_a_claim_is_put_as_a_question(text: str, question: str) -> None:
    assert as_question(text) == question
