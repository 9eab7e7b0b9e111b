"""Sums, differences, shares and ranks over the parts of one list, asked in few words; and who is to do a thing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.desk import Desk
from tests.bot.conftest import of_text

INMATES = """Freed by mistake

Jane Orr, the Justice Secretary, disclosed that 730 inmates had been freed by mistake. They included six murderers, 22 \
burglars, 41 fraudsters and 17 arsonists. Ms Orr said 120 of the inmates had been recaptured, with 15 of them being \
returned to open prisons.

Ms Orr is expected to publish a report today. Under the new rules, governors from the north are supposed to be \
interviewed. The wardens were required to check the locks.
"""

FINES = """Fines at the port

The port handed out 900 fines. Of the fines, 310 were for noise, 120 for oil and 85 for speed.
"""

REST = """Fines on the lake

The lake wardens handed out 900 fines. Of the fines, 310 were for noise, 120 for oil and 85 for speed. The rest were \
for litter.
"""

STAFF = """Sacked at the hospital

The trust sacked 60 people. They included 14 nurses, six doctors, nine porters and six clerks.
"""

ASKED = {
    "INMATES": [
        ("burglars + arsonists", "computed", "39"),
        ("burglars plus arsonists plus murderers", "computed", "45"),
        ("add the murderers to the burglars", "computed", "28"),
        ("sum of murderers, burglars and arsonists", "computed", "45"),
        ("burglars minus arsonists", "computed", "5,"),
        ("if the 120 are taken out how many are left", "computed", "610"),
        ("fraudsters as a share of the lot", "computed", "5.6%"),
        ("the ones being returned to open prisons as a share of those recaptured", "computed", "12.5%"),
        ("fraudsters as a share of those recaptured", "not_in_record", ""),
        ("Which crime was the second most common?", "answered", "22 burglars"),
        ("Which two crimes had the most offenders?", "answered", "41 fraudsters [1]; 22 burglars"),
        ("Which offence had the second fewest offenders?", "answered", "17 arsonists"),
        ("What was the biggest group?", "answered", "41 fraudsters"),
        ("Which offence was the fifth most common?", "not_in_record", ""),
        ("Who is expected to publish a report?", "answered", "Ms Orr"),
        ("Who is supposed to be interviewed?", "answered", "Governors from the north"),
        ("Who was supposed to interview the governors?", "not_in_record", ""),
        ("Who was required to check the locks?", "answered", "Wardens"),
        ("Who was supposed to recapture them?", "not_in_record", ""),
        ("What must Ms Orr do?", "not_in_record", ""),
        ("What were the wardens made to do?", "answered", "check the locks"),
        ("the Justice Secretary's line?", "answered", "120"),
    ],
    "FINES": [
        ("Which were the two biggest groups?", "answered", "310 were for noise [1]; 120 for oil"),
        ("which was the third largest group", "answered", "85 for speed"),
        ("What was the second largest fine?", "not_in_record", ""),
    ],
    "REST": [("What was the largest group?", "not_in_record", "")],
    "STAFF": [
        ("nurses + doctors", "computed", "20"),
        ("add up the nurses, doctors and porters", "computed", "29"),
        ("porters as a proportion of all of them", "computed", "15%"),
        ("What was the second largest group?", "answered", "porters"),
        ("What was the smallest group?", "answered", "six"),
        ("Which was the fourth largest group?", "not_in_record", ""),
    ],
}
ALL = [(name, *case) for name, cases in ASKED.items() for case in cases]


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Desk]]:
    """A desk over each of the reports."""
    made = {
        name: of_text(tmp_path_factory.mktemp(name.lower()) / "record", text, date(2011, 7, 4), f"{name.lower()}.txt")
        for name, text in (("INMATES", INMATES), ("FINES", FINES), ("REST", REST), ("STAFF", STAFF))
    }
    yield made
    for one in made.values():
        one.close()


@pytest.mark.parametrize(("name", "question", "status", "told"), ALL, ids=[f"{n}-{q}" for n, q, *_ in ALL])
def test_over_one_list(desks: dict[str, Desk], name: str, question: str, status: str, told: str) -> None:
    answer = desks[name].ask(question)
    assert answer.status.value == status, answer.text
    assert told in answer.text, answer.text
