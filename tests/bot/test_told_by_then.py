"""A sheet asked as people ask: what had been said by a day, by whom, to whom, and what a number was put right to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.as_known import as_known
from bot.courtesies import bare
from bot.desk import Desk
from bot.question import read
from bot.rephrased import rephrased
from bot.tellers import sayer, told
from bot.voices import is_called
from corpus.extract.sense import senses
from tests.bot.conftest import of_text

SHEET = """despatch-sheet: 1
name: cranes-2011
sources:
  - key: C1
    title: "Dock cranes: statement by Robert Finch, 4 March 2011"
    publisher: Harbour Assembly
    kind: oral statement
    published: 2011-03-04
    each: {counted: crane drivers, nature: flow, as_at: 2011-03-04, said_by: Robert Finch, role: Harbour Secretary}
    figures:
      - key: W
        value: 640
        measure: licensed without consideration of dismissal
        period: {from: 2005-01, to: 2010-12, words: 2005 to 2010}
        says: Robert Finch told the Assembly on 4 March 2011 that 640 crane drivers had been licensed without
          consideration of dismissal between 2005 and 2010.
      - key: R1
        value: 210
        measure: review of the licence started
        population: of the 640 crane drivers licensed without consideration of dismissal
        part_of: W
        says: Robert Finch told the Assembly that by 4 March 2011 the review of the licence had started in 210 of
          the cases of the 640 crane drivers licensed without consideration of dismissal.
      - key: B
        value: 31
        measure: convicted
        breakdown: {offence: rape}
        population: of the 640 crane drivers licensed without consideration of dismissal
        part_of: W
        says: Robert Finch told the Assembly on 4 March 2011 that 31 of the 640 crane drivers had been convicted of
          rape.
      - key: A
        value: 12
        measure: convicted
        breakdown: {offence: arson}
        population: of the 640 crane drivers licensed without consideration of dismissal
        part_of: W
        says: Robert Finch told the Assembly on 4 March 2011 that 12 of the 640 crane drivers had been convicted of
          arson.
      - key: T
        value: 55
        measure: convicted
        breakdown: {offence: other sexual offences}
        population: of the 640 crane drivers licensed without consideration of dismissal
        part_of: W
        says: Robert Finch told the Assembly on 4 March 2011 that 55 of the 640 crane drivers had been convicted of
          other sexual offences.
    statements:
      - key: C1-T1
        speaker: Robert Finch
        role: Harbour Secretary
        says: Robert Finch said on 4 March 2011 that Nora Vane, the Mayor, had urged him not to resign.
  - key: C2
    title: "Note to the Dock Audit Committee, December 2010"
    publisher: Dock Audit Committee
    kind: committee evidence
    published: 2011-02-20
    figures:
      - key: N
        value: 300
        counted: crane drivers
        measure: licensed without consideration of dismissal
        period: {from: 2007-01, to: 2009-12, words: 2007 to 2009}
        as_at: 2010-12
        said_on: 2010-12
        said_by: Harbour Office
        says: A Harbour Office note told the Dock Audit Committee in December 2010 that 300 crane drivers had been
          licensed without consideration of dismissal between 2007 and 2009.
      - key: N2
        value: 410
        counted: crane drivers
        measure: licensed without consideration of dismissal
        period: {from: 2007-01, to: 2009-12, words: 2007 to 2009}
        as_at: 2011-02-20
        said_by: Robert Finch
        role: Harbour Secretary
        says: Robert Finch wrote to the Dock Audit Committee on 20 February 2011 that 410 crane drivers had been
          licensed without consideration of dismissal between 2007 and 2009, where it had been told 300.
        links: [{corrects: N}]
  - key: C3
    title: "The Dock Mercury, 9 March 2011"
    publisher: The Dock Mercury
    kind: press report
    published: 2011-03-09
    each: {counted: crane drivers, nature: flow, as_at: 2011-03-09, said_by: The Dock Mercury}
    figures:
      - key: R1-C3
        value: 190
        qualifier: more than
        measure: review of the licence started
        population: of the 640 crane drivers licensed without consideration of dismissal
        part_of: W
        said_by: Mayor's Official Spokeswoman
        says: The Mayor's Official Spokeswoman said on 9 March 2011 that the review of the licence had started in over
          190 of the cases of the 640 crane drivers licensed without consideration of dismissal.
        links: [{conflicts with: R1}]
      - key: H
        value: 7
        measure: sent to a hospital
        population: of the 640 crane drivers licensed without consideration of dismissal
        part_of: W
        says: The Dock Mercury reported on 9 March 2011 that 7 of the 640 crane drivers had been sent to a hospital.
    statements:
      - key: C3-T1
        speaker: Dame Katherine Orme
        role: Leader of the Harbour Union
        act: criticised
        says: Dame Katherine Orme, who leads the Harbour Union, called Robert Finch's position "rather shaky".
  - key: C4
    title: "Letter from Otto Pell to the Dock Audit Committee, 2 June 2011"
    publisher: Dock Audit Committee
    kind: ministerial correction
    published: 2011-06-02
    each: {counted: crane drivers, nature: flow, as_at: 2011-06-02, said_by: Otto Pell, role: Harbour Secretary}
    figures:
      - key: W2
        value: 633
        measure: licensed without consideration of dismissal
        period: {from: 2005-01, to: 2010-12, words: 2005 to 2010}
        says: Otto Pell's letter of 2 June 2011 gave 633 crane drivers licensed without consideration of dismissal
          between 2005 and 2010.
        links: [{supersedes: W}]
      - key: S
        value: 40
        measure: still to be dismissed
        population: of the 633 crane drivers licensed without consideration of dismissal
        part_of: W2
        says: Otto Pell's letter of 2 June 2011 said that 40 of the 633 crane drivers were still to be dismissed.
"""


@pytest.fixture(scope="module")
def cranes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with of_text(tmp_path_factory.mktemp("cranes") / "record", SHEET, name="cranes.yaml") as opened:
        yield opened


FIGURES = [
    # what had been said by a day
    ("As of 10 May 2011, what total had been stated for crane drivers licensed with no dismissal considered?", "640"),
    ("As of 1 July 2011, what was the most recent total for drivers licensed with no dismissal considered?", "633"),
    ("What was the latest figure for drivers licensed with no dismissal considered, as of 31 January 2011?", "300"),
    ("As of 10 May 2011, how many of the 640 had Finch said were rapists?", "31"),
    ("As of 10 May 2011, how many of the 640 had Pell said were rapists?", ""),
    ("As of 1 May 2010, what was the latest total of crane drivers licensed without consideration of dismissal?", ""),
    # what a number was put right to
    ("To what number did the Harbour Secretary amend the 300 in his letter of 20 February 2011?", "410"),
    ("To what was the 300 later corrected?", "410"),
    ("To what figure was the 640 cut?", "633"),
    ("What was the 640 restated as by Otto Pell?", "633"),
    ("To what number did Otto Pell amend the 300?", ""),
    ("To what figure was the 640 revised in 2009?", ""),
    # by whom, and to whom
    ("mayor's spokeswoman on 9 march 2011 - how many of the 640 did she say had their review started", "190"),
    ("how many of the 640 had their review started when finch spoke to the assembly on 4 march 2011", "210"),
    ("papers of 8-9 march 2011: how many of the 640 were sent to a hospital", "7"),
    ("papers of 3 march 2011: how many of the 640 were sent to a hospital", ""),
    ("How many of the 633 were still to be dismissed on Otto Pell's corrected figures?", "40"),
    ("In the 4 March 2011 statement, how many of the 640 were arsonists?", "12"),
    ("How many of the 640 were recorded as rapists in the oral statement of 4 March 2011?", "31"),
    ("How many of the 633 were still to be dismissed in Otto Pell's June 2011 letter?", "40"),
    ("How many of the 640 were recorded as rapists in the letter of 2 June 2011?", ""),
    ("How many drivers licensed with no dismissal considered were announced to the Assembly on 4 March 2011?", "640"),
    ("What number of drivers licensed without dismissal being weighed was given to the Audit Committee in "
     "December 2010?", "300"),
    # the affair by its year, a deed's beginning, and several kinds
    ("how many drivers were licensed in the 2011 row without consideration of dismissal - the final count", "633"),
    ("how many crane drivers were licensed in the 1998 row without consideration of dismissal", ""),
    ("As at 4 March 2011, in how many of the 640 cases had work on the review of the licence begun?", "210"),
    ("rapists, arsonists and other sex attackers in the 640 - total please", "98"),
    ("rapists, sex attackers and arsonists in the 640 - add them up", "98"),
    ("How many crane drivers were licensed without consideration of dismissal before Pell's revision?", "640"),
    ("arsonists and people done for rape in the 640, total please", "43"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "value"), FIGURES, ids=[q for q, _ in FIGURES])
def test_a_figure_is_of_its_teller_and_its_day(cranes: Desk, question: str, value: str) -> None:
    answer = cranes.ask(question)
    assert [str(f.value) for f in answer.figures][:1] == ([value] if value else []), answer.text


WORDS = [
    ("what did vane tell finch about his job when the story broke", "not to resign"),
    ("What did the Mayor tell Finch to do?", "not to resign"),
    ("what did kate orme say of finch's position", "rather shaky"),
    ("what did vane tell finch about the licences", ""),
    ("What did the Mayor tell Pell to do?", ""),
]


@pytest.mark.parametrize(("question", "said"), WORDS, ids=[q for q, _ in WORDS])
def test_what_one_said_of_another(cranes: Desk, question: str, said: str) -> None:
    text = cranes.ask(question).text
    assert said in text if said else "not to resign" not in text


KNOWN = [
    ("As of 3 May 2009, what was the latest number of trams?", date(2009, 5, 3)),
    ("Which total had been announced for the ferries by 12 June 1998?", date(1998, 6, 12)),
    ("what was the most recent count of libraries as at March 2014", date(2014, 3, 31)),
    ("As of 3 May 2009, how many trams were there?", None),
    ("What was the latest number of trams?", None),
    ("By May 2011, how many grants had the council given?", None),
    ("By May 2011, what number of tugs had been released?", None),
    ("By May 2011, how many patients had the hospital admitted?", None),
    ("As of 3 May 2009, how many boats had Finch said were lost?", date(2009, 5, 3)),
    ("As of 3 May 2009, what was the latest number of trams in 2008?", None),
]


@pytest.mark.parametrize(("question", "day"), KNOWN, ids=[q for q, _ in KNOWN])
def test_what_was_known_on_a_day_is_no_count_of_that_day(question: str, day: date | None) -> None:
    then = as_known(read(question))
    assert (then.as_of if then else None) == day
    assert then is None or not then.times


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("tugs, barges and ferries - total please", "tugs, barges and ferries: total"),
        ("How many tugs sank? Total please", "How many tugs sank"),
        ("number of barges, please", "number of barges"),
    ],
)
def test_total_is_no_courtesy_where_nothing_else_asks(question: str, left: str) -> None:
    assert bare(question) == left


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("how many boats had sunk when orme wrote to the committee in May", "orme"),
        ("how many boats had sunk when nora vane addressed mps", "nora vane"),
        ("how many boats were out, on Lady Finch's revised figures", "Lady Finch"),
        ("how many boats had sunk when it appeared before the committee", ""),
        ("how many boats had sunk when the tide turned", ""),
    ],
)
def test_whose_figure_is_asked_for(question: str, who: str) -> None:
    assert sayer(question)[0] == who


@pytest.mark.parametrize(
    ("question", "whom"),
    [
        ("what number of tugs was supplied to the Harbour Board in May", "Harbour Board"),
        ("which total of unpaid fines had been sent to the Audit Committee", "Audit Committee"),
        ("what number of tugs were sent to Rye", ""),
        ("how many parcels were sent to Rye", ""),
    ],
)
def test_a_number_itself_is_given_to_somebody(question: str, whom: str) -> None:
    assert told(question.split(" of ", 1)[-1].removeprefix("how many "), question)[0] == whom


@pytest.mark.parametrize(
    ("asked", "known", "same"),
    [
        ("bob finch", "Sir Robert Finch", True),
        ("Liz Orme", "Elizabeth Orme", True),
        ("anthony pell", "Tony Pell", True),
        ("bob finch", "Richard Finch", False),
        ("liz vane", "Elizabeth Orme", False),
    ],
)
def test_somebody_is_known_by_a_short_name(asked: str, known: str, same: bool) -> None:
    assert is_called(asked, known, "") is same


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("In how many cases had work on repairs begun?", {"repair", "started"}),
        ("How many reviews of possible closures were there?", {"closure"}),
        ("What total was published for ferries?", {"ferry"}),
    ],
)
def test_what_says_no_more_than_the_deed_restricts_nothing(question: str, ids: set[str]) -> None:
    found = {s.id for s in read(question).wanted.telling}
    assert not found & {"work", "possibl", "published"}, found


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("freed without dismissal being weighed", {"released": "+", "dismissed": "?", "considered": "-"}),
        ("deliveries weighed", {"provided": "+"}),
    ],
)
def test_what_is_being_weighed_is_only_weighed(text: str, marks: dict[str, str]) -> None:
    found = {s.id: s.mark for s in senses(text)}
    assert marks.items() <= found.items(), found


@pytest.mark.parametrize(
    ("question", "put"),
    [
        ("the union: how many of the 40 did it say had sailed", "how many of the 40 did Union say had sailed"),
        ("Tugs in Wales: how many did they say sank?", "Tugs in Wales: how many did they say sank"),
        ("lady orme on 4 May 2008 - how many did she say sank", "how many did Lady Orme say sank on 4 May 2008"),
        ("papers of 3 May 2008: how many sailed?", "how many sailed, according to the papers of 3 May 2008"),
        ("What did Orme say about the strike when the news broke?", "What did Orme say about the strike"),
        ("When the news broke, how many had sailed?", "When the news broke, how many had sailed"),
    ],
)
def test_a_question_is_put_in_plainer_words(question: str, put: str) -> None:
    assert " ".join(rephrased(question).strip(" ?").split()).replace(" ?", "") == put
