"""Who said and did what, when, and whether it was done: small texts and what is asked of them, with the answers frozen.

A line of the table is a question and how its answer begins; ``none`` where the record does not speak of that deed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.answer import Answer, Status
from bot.deed_asked import deed_of
from bot.deeds import Setting, verdict
from bot.desk import Desk
from bot.voices import is_called
from tests.bot.conftest import of_text

HARBOUR = """The chief executive of Saltmarsh Harbours has refused to resign after vessels sailed without checks.

Hilda Crane, who has run the company since 2007, apologised to passengers but said that she would stay. \
"I am sorry for what happened, and I mean to fix it," she said. She was told of the missed checks in October 2011, \
two months before the board was informed.

The inquiry, led by Sir Ewan Pryce, a former admiral, blamed a broken computer. It published its report on Tuesday. \
"Nobody was in charge," Sir Ewan said.

The ports minister, Gavin Holt, told MPs that he had ordered new inspections. He declined to say whether the firm \
would lose its licence.

Anita Bose, the shadow ports minister, called for Ms Crane to go. \u2018She knew for two months and she said \
nothing,\u2019 Ms Bose said.

Four managers were suspended in January. None has been dismissed. The company has not paid any compensation. \
No passengers were injured. Police are not investigating. The coastguard confirmed that it had received no complaints.

Saltmarsh said the checks were missed because two inspectors had left. It could not say how many carried vehicles.

Union leader Pat Doyle said crews had warned managers three times. "They ignored us," he added. The union will meet \
ministers on 4 June.
"""

SHEEP = """**The Minister for Rural Affairs (Donald Keir):** I wish to make a statement about the sheep at Wick.

On 3 May a gate was left open. The gate was not locked. I was informed on 4 May.

Two of the staff have been suspended. Nobody has been dismissed. The manager, Mr. Ivor Stone, has offered to resign, \
and I have declined his offer. He has told me: "The lock was ordered in March and never came."

No record was kept of who held the keys. I have asked Professor Ada Finch to review the procedures. She will report \
in July. I regret the distress to farmers. Compensation will be paid to them.
"""

LIBRARY = """Cllr Nia Pugh (Lab), cabinet member for culture, resigned last night over the fire at Cwm Library.

\u2018The shelves were never tested,\u2019 she said. \u2018I cannot defend that.\u2019

The claim that forty people had died was without foundation, the fire service said. Three people were taken to hospital.

Cllr Hugh Orme (Con) said: \u201cThey let it burn.

\u201cThey were warned in 2009 and they did nothing.\u201d

The council's leader, Mair Lewis, was not told of the warnings. She has appointed Dr Ola Brandt to lead a review.
"""

REPORT = """The Health Committee finds that the service had "no grip" on its contractors. The \
Committee recommends that the \
contract should be ended. The contract has not been ended. Ministers have not met the families.

Dr Liam Foss, the service's medical director, told the Committee in March that no patient had come to harm. He \
could not say how many had gone without medicine. Giving evidence a week later, the Permanent Secretary, Sir \
Noel Pike, accepted that the Department had been told of the losses in 2009 but had not acted. He blamed the \
delay on "a failure of communication".

The contractor, Medicarry Ltd, denied that its drivers were at fault. Its managing director, Owen Blythe, \
resigned in May. It refused to disclose how much its directors were paid. The service does not hold centrally \
the number of patients affected.
"""

ASKED = [
    (
        HARBOUR,
        """
        What did Ms Crane say about staying? | Hilda Crane
        What did the shadow minister say? | Anita Bose, shadow ports minister
        What did the union say about warnings? | Pat Doyle, Union leader
        What did Gavin Holt say about fares? | none
        Who said "Nobody was in charge"? | Sir Ewan Pryce.
        Who called for Hilda Crane to go? | Anita Bose, shadow ports minister.
        Who ordered new inspections? | Gavin Holt, ports minister.
        Who led the inquiry? | Sir Ewan Pryce.
        Who replaced Hilda Crane? | none
        When were the managers suspended? | January 2012.
        When was the board told? | \u201cShe was told of the missed checks in October 2011
        When did Gavin Holt resign? | none
        Why were managers suspended? | none
        Did Hilda Crane resign? | No.
        Has the chief executive resigned? | No.
        Did Hilda Crane apologise? | Yes.
        Did Gavin Holt apologise? | none
        Has the minister apologised? | none
        Did Sir Ewan Pryce resign? | none
        Has anyone been dismissed? | No.
        Were any managers suspended? | Yes.
        Were any passengers injured? | No.
        Has compensation been paid? | No.
        Are the police investigating? | No.
        Did the coastguard receive complaints? | No.
        Did the minister order new inspections? | Yes.
        Did Hilda Crane know about the missed checks? | Yes.
        Did Gavin Holt know about the missed checks? | none
        Has the union met ministers? | none
        Was Hilda Crane sacked? | none
        """,
    ),
    (
        SHEEP,
        """
        What did the manager say about the lock? | Mr. Ivor Stone, manager
        What did the minister say about the gate? | Donald Keir, Minister for Rural Affairs
        What did Professor Finch say? | none
        Who has been asked to review the procedures? | Professor Ada Finch.
        When was the minister informed? | 4 May 2012.
        When was the gate locked? | none
        When was Ivor Stone appointed? | none
        Did Ivor Stone resign? | none
        When did the minister meet Professor Finch? | none
        Has anyone been sacked? | No.
        Has anyone been suspended? | Yes.
        Was the gate locked? | No.
        Did the minister apologise? | Yes.
        Has compensation been paid? | none
        Has Professor Finch reported? | none
        How many people held the keys? | The record holds a refusal
        """,
    ),
    (
        LIBRARY,
        """
        What did Nia Pugh say about the shelves? | Cllr Nia Pugh, cabinet member for culture (Lab)
        What did the Conservative councillor say about warnings? | Cllr Hugh Orme
        Did Nia Pugh resign? | Yes.
        Did Hugh Orme resign? | none
        Did Mair Lewis resign? | none
        Is it true that forty people died? | No.
        Was the leader told of the warnings? | No.
        Who has been appointed to lead a review? | Dr Ola Brandt.
        """,
    ),
    (
        REPORT,
        """
        What does the committee recommend? | Health Committee (10 May 2012): \u201cThe Committee recommends
        What did the permanent secretary blame? | Sir Noel Pike, Permanent Secretary (10 May 2012): \u201cHe blamed
        What did Medicarry say about its drivers? | Medicarry Ltd, contractor
        What did Owen Blythe say? | none
        Who resigned? | Owen Blythe, managing director.
        When was the Department told of the losses? | 2009.
        When did ministers meet the families? | The record says that this was not done. \u201cMinisters have not met
        Why was there a delay? | Sir Noel Pike
        Why were the contractors paid? | none
        Did Owen Blythe resign? | Yes.
        Did Sir Noel Pike resign? | none
        Did the Department know about the losses? | Yes.
        Have ministers met the families? | No.
        Has the contract been ended? | No.
        How many patients went without medicine? | Not known
        How much were the directors paid? | The record holds a refusal
        How many patients were affected? | The record holds a refusal
        """,
    ),
]
WEIGHED = """
Did Ann Lee resign? | Ann Lee resigned on 4 May. | Yes
Did Ann Lee resign? | Ann Lee was forced to resign. | Yes
Did Ann Lee resign? | Ann Lee denied that she had resigned. | No
Did Ann Lee resign? | Reports that Ann Lee had resigned were false. | No
Did Ann Lee resign? | Opponents said Ann Lee should have resigned. |
Did Ann Lee resign? | Ann Lee's deputy resigned in May. |
Did Ann Lee resign? | Ann Lee replaced Bo Orr, who resigned. |
Did Ann Lee resign? | Tom Lee resigned in May. |
Did Ann Lee resign? | Ann Lee is expected to resign. |
Did Ann Lee resign? | Councillor Ann Lee, the board member for lifeboats, refused to resign. | No
Did Councillor Lee resign? | Ann Lee, the harbour minister, was forced to resign. | Yes
Did Mrs Lee resign? | Mrs Lee, the head of the ferry line, has again declined to resign. | No
Did Mrs Lee resign? | Mrs Lee declines to resign. | No
Has the minister apologised? | The minister did not apologise. | No
Has the minister apologised? | The minister demanded that the company apologise. |
Has the minister apologised? | The shadow minister apologised. |
Was anyone arrested? | Four men were arrested. | Yes
Was anyone arrested? | Nobody was arrested. | No
Was anyone arrested? | Police said a man could be arrested. |
Was anyone dismissed? | The trust dismissed two nurses. | Yes
Was anyone dismissed? | The claim was dismissed. |
Was anyone dismissed? | The minister dismissed the report. |
Was the report published? | The report was published in May. | Yes
Was the report published? | The report has yet to be published. | No
Was the report published? | The report will be published in May. |
Did the council pay compensation? | The council refused to pay compensation. | No
Did the council pay compensation? | The firm paid the council compensation. |
Did the council pay compensation? | The council was ordered to pay compensation. |
Were the police told? | The police were not told for a week. | No
Were the police told? | The police were told on 4 May. | Yes
Was the minister told? | The police were told on 4 May. |
"""


@pytest.mark.parametrize("row", WEIGHED.strip().splitlines())
def test_a_sentence_says_whether_that_deed_was_done_by_that_doer(row: str) -> None:
    question, sentence, told = (cell.strip() for cell in row.split("|"))
    deed = deed_of(question)
    assert deed is not None
    assert verdict(deed, Setting(sentence)) == told


CASES = [
    (n, line.partition("|")[0].strip(), line.partition("|")[2].strip())
    for n, (_, table) in enumerate(ASKED)
    for line in table.strip().splitlines()
]


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Desk]]:
    """A desk over each text of the table."""
    folder = tmp_path_factory.mktemp("sayings")
    made = [of_text(folder / f"record{n}", text, date(2012, 5, 10)) for n, (text, _) in enumerate(ASKED)]
    yield made
    for one in made:
        one.close()


def begins(answer: Answer, words: str) -> bool:
    """Whether ANSWER begins with WORDS; ``none`` is any answer that asserts nothing."""
    silent = (Status.NOT_IN_RECORD, Status.NOT_KNOWN, Status.REFUSED_ON_RECORD)
    return answer.status in silent if words == "none" else answer.text.startswith(words)


@pytest.mark.parametrize(("text", "question", "words"), CASES, ids=[question for _, question, _ in CASES])
def test_the_answer_begins_as_frozen(desks: list[Desk], text: int, question: str, words: str) -> None:
    answer = desks[text].ask(question)
    assert begins(answer, words), f"{answer.status}: {answer.text}"
    assert not answer.reasons


@pytest.mark.parametrize(
    ("who", "named", "same"),
    [
        ("Tarne", "Ida Tarne", True),
        ("Mr Tarne", "Simon Tarne", True),
        ("Tarne", "Brendan Tarne-Pell", False),
        ("Ms Clarke", "Dr. Clark", False),
    ],
)
def test_a_name_is_somebody_s_only_as_it_is_spelt(who: str, named: str, same: bool) -> None:
    assert is_called(who, named, "") is same
