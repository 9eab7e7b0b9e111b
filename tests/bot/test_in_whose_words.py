"""Whose word it was, in which address it was said and what was said to be so: three invented reports, and what is asked.

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
reporters had been told before members. On Radio Ryme last night Ms Finch said: "I cannot promise that all will be tested."
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

TEXTS = {"lifeboats": LIFEBOATS, "libraries": LIBRARIES, "trams": TRAMS}

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


@pytest.mark.parametrize(("text", "question", "status", "words"), rows(WHO_USED_IT, IN_AN_ADDRESS))
def test_it_is_told_so(desks: dict[str, Desk], text: str, question: str, status: str, words: str) -> None:
    answer = desks[text].ask(question)
    assert answer.status == status, answer.text
    assert words == "-" or words in answer.text
    assert not answer.reasons
