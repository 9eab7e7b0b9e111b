"""Whose word it was, in which address it was said, and what was said to be so: invented reports, and what is asked.

A line of a table is a question, its status and what the answer must hold; "-" where it must hold nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.desk import Desk
from tests.bot.conftest import of_text

LIFEBOATS = """Coast chief under pressure over lifeboats

Ada Finch, the Coast Minister, has apologised for a "woeful" muddle in which 310 lifeboats went to sea untested.

The muddle was a fiasco for her party. Rhys Cole, the shadow coast spokesman, said: "Nobody can defend such slackness. \
It is a betrayal of the crews." Petra Lund, the union leader, called it "an accident waiting to happen".

Ms Finch is due to make a statement to the assembly tomorrow after Hugh Marr, the Presiding Officer, asked why \
reporters had been told before members. On Radio Ryme last night Ms Finch said: "I cannot promise tests for all."
"""

LIBRARIES = """Library closures defended

In a speech to the county council yesterday, Nia Pugh, the leader, said that the 40 libraries had to be shut. \
"There was no other way," she said.

Owen Blythe, the opposition leader, told a rally on Sunday that the closures were "an act of vandalism".

Bea Holt, the chief librarian, will give evidence to the culture committee in May. "I have had no reply," she said.
"""

TRAMS = """Tram drivers walk out

The depot manager, Ola Brandt, said the rota was "brutal but fair". Drivers said that the rota had made a mess of \
their weekends.

"It is not brutal at all," Ivo Stone, the company's chairman, said.
"""

MOORINGS = """Moorings let unchecked

The lettings took place between May 2003 and June 2008, in which Nora Vale, Tom Pike and Mr Orme have been Harbour \
Secretary. Nine poachers, two arsonists and a smuggler were among the tenants. Officials could not say whether any of \
them had sunk.

Inspectors admitted that some of the untraced tugs could be unsafe. Mr Orme said the barges may be a danger to all. \
The pontoons are safe.

The tugs had been reported by the lock keepers. They were not identified by harbour staff before their release.

Mr Orme apologised for a "disgraceful" muddle. Asked on Radio Ryme last night, he said: "I shall not go." Jo Tarne, of \
the crews' union, said it had put the swimmers in danger.
"""

QUOTED = """Piers: questions and answers

Rhys Cole (Ryme): What does the Minister say to the Pier Users' League, which described the repairs as "a plaster on a \
sinking ship"?

Nora Vale: I do not agree.
"""

CLERKS = """Court clerks let off

Hal Orme, the chief clerk, called the row "absurd". "The delay has jeopardised the trials," said Una Frost, a judge.

Ivo Lund and Cara Reeve have been justice secretary over that time. Ms Reeve told Channel 4 that burglars had been \
freed. One of the burglars robbed a bank after he was freed.
"""

RULES = """Fines for late books

Iris Vane, the town librarian, is under fire in her 14-month stint in charge. The council blamed the row on \
a "lack of communication" between branch managers and the van crews.

Under library rules, readers must pay a fine if a book is kept for more than three weeks. Whoever owes at least \
£20 is banned. A quarrel between the mayor and the book trust about fines has not ended.
"""

TEXTS = {
    "rules": RULES,
    "moorings": MOORINGS,
    "clerks": CLERKS,
    "lifeboats": LIFEBOATS,
    "libraries": LIBRARIES,
    "trams": TRAMS,
    "quoted": QUOTED,
}

WHO_USED_IT = """
lifeboats | Who used the word slackness? | answered | Rhys Cole
lifeboats | who used the phrase "an accident waiting to happen" | answered | Petra Lund
lifeboats | Who used the word woeful to describe the muddle? | answered | Ada Finch
lifeboats | Who used the word fiasco? | not_in_record | -
lifeboats | Who used the word negligence? | not_in_record | -
libraries | whose phrase was "an act of vandalism"? | answered | Owen Blythe
libraries | The word vandalism: who used it? | answered | Owen Blythe
trams | Who used the words brutal but fair? | answered | Ola Brandt
trams | who used the word mess | not_in_record | -
"""

IN_AN_ADDRESS = """
lifeboats | What did Ms Finch tell members in her statement to the assembly? | partial | still to come
lifeboats | What did Ada Finch say in her statement? | partial | still to come
lifeboats | What did Ms Finch say on the radio? | answered | I cannot promise
libraries | What did Nia Pugh say in her speech to the council? | answered | had to be shut
libraries | What did Bea Holt tell the culture committee in her evidence? | partial | still to come
libraries | What did Owen Blythe say in his speech to the council? | not_in_record | -
"""

WHO_HELD_IT = """
moorings | Which of Mr Orme's predecessors were in office during the lettings? | answered | Nora Vale and Tom Pike.
moorings | Who were Mr Orme's predecessors? | answered | Nora Vale and Tom Pike.
moorings | how many harbour secretaries does this cover? | answered | Nora Vale, Tom Pike and Mr Orme
moorings | Which of Ms Tarne's predecessors were in office during the lettings? | not_in_record | -
clerks | Who were Ms Reeve's predecessors? | answered | Ivo Lund.
clerks | How many justice secs were in office during this time? | answered | Ivo Lund and Cara Reeve
clerks | How many judges does this cover? | not_in_record | -
"""

SO_OR_NOT = """
moorings | any of them poached anything else since? | not_in_record | -
moorings | have any of the tenants smuggled cigars? | not_in_record | -
moorings | Did the tenants include any arsonists? | answered | two arsonists
moorings | could any of the tugs be unsafe? | answered | That may be so.
moorings | Might the barges be dangerous? | answered | That may be so, according to Mr Orme.
moorings | Could the pontoons be unsafe? | not_in_record | -
moorings | Did harbour staff spot the tugs before letting them out? | answered | No.
clerks | Have any of the burglars robbed anyone since they were let out? | answered | robbed a bank
clerks | Have any of the burglars burgled a house since they got out? | not_in_record | -
"""

SAID_AND_CALLED = """
moorings | What did Jo Tarne say had been put at risk? | answered | swimmers in danger
quoted | What did the Pier Users' League call the repairs? | answered | a plaster on a sinking ship
moorings | What did Mr Orme call the whole thing? | answered | "disgraceful" muddle
moorings | Which radio station was Mr Orme on? | answered | Radio Ryme
moorings | Which programme was Jo Tarne on? | not_in_record | -
clerks | What does Una Frost reckon has been put at risk? | answered | jeopardised the trials
clerks | what did Hal Orme call the row | answered | "absurd"
clerks | Which channel was the justice secretary on? | answered | Channel 4
"""

OF_RULES = """
rules | Would a two-week loan mean a fine? | not_in_record | -
rules | Would keeping a book for two weeks mean a fine? | answered | falls short
rules | Would a book kept for two months bring a fine? | answered | reaches
rules | Would a £30 debt trigger a prosecution? | not_in_record | -
rules | Roughly when did Iris Vane take over as town librarian? | partial | 14-month stint
rules | When did Iris Vane become mayor? | not_in_record | -
rules | How long has Iris Vane had the job? | answered | 14-month stint
rules | How many months has Iris Vane held the post? | answered | 14-month stint
rules | How long has the mayor had the job? | not_in_record | -
rules | who wasn't talking to who, according to the council? | answered | branch managers and the van crews.
rules | Between whom was there a quarrel? | answered | the mayor and the book trust.
rules | Between whom was there a deal? | not_in_record | -
"""


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Desk]]:
    """A desk over each report."""
    folder = tmp_path_factory.mktemp("words")
    made = {name: of_text(folder / name, text, date(2014, 3, 5)) for name, text in TEXTS.items()}
    yield made
    for one in made.values():
        one.close()


def rows(*tables: str) -> list[tuple[str, ...]]:
    """The lines of the TABLES, each in its four cells."""
    return [tuple(cell.strip() for cell in line.split("|")) for table in tables for line in table.strip().splitlines()]


@pytest.mark.parametrize(
    ("text", "question", "status", "words"),
    rows(WHO_USED_IT, IN_AN_ADDRESS, WHO_HELD_IT, SO_OR_NOT, SAID_AND_CALLED, OF_RULES),
)
def test_it_is_told_so(desks: dict[str, Desk], text: str, question: str, status: str, words: str) -> None:
    answer = desks[text].ask(question)
    assert answer.status == status, answer.text
    assert words == "-" or words in answer.text
    assert not answer.reasons
