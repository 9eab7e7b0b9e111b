"""Whose number it is: ages, things and persons, places told first, kinds told beside, times of a whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.bot.conftest import of_text

CASES: list[tuple[str, str, str]] = [
    # how old somebody is, and how long something took
    (
        "Owen Marsh, 71, of Fell Road, has been waiting 33 weeks for a knee.",
        "How long has Mr Marsh been waiting?",
        "33",
    ),
    ("Owen Marsh, 71, of Fell Road, has been waiting 33 weeks for a knee.", "How old is Mr Marsh?", "71"),
    ("Ivy Cole, aged 90, was without heat for 12 days in March.", "How long was Mrs Cole without heat?", "12"),
    ("A pier that was 140 years old fell down after nine days of storms.", "How long did the storms last?", "9"),
    # people are asked for, and things counted
    ("Sleeping tablets fell to 120,000 items last year.", "How many people were given sleeping tablets?", ""),
    (
        "The four walk-in centres saw a further 12,400 people.",
        "How many people were seen at the walk-in centres?",
        "",
    ),
    ("The ferry firm sold 900 tickets in May.", "How many people did the ferry firm sack in May?", ""),
    ("Complaints numbered 41, of which nine were upheld.", "How many people complained?", "41"),
    # where it was, told first
    (
        "In all 72 were waiting in the Fens. In the Fens, 17 had waited for 20 weeks.",
        "number in the Fens waiting 20 weeks",
        "17",
    ),
    ("Lifeguards made 410 rescues. At Holme, nine were at night.", "How many rescues were at night at Holme?", "9"),
    ("Harwick saw 7 departures in 2016 and neighbouring Lowick 12.", "How many departures were there in Lowick?", "12"),
    ("Harwick saw 7 departures in 2016 and neighbouring Lowick 12.", "How many departures were there in Harwick?", "7"),
    # which of them, told beside
    ("Nine people were treated for burns, four of them lifeguards.", "How many lifeguards were treated?", "4"),
    ("Eleven crew were rescued, three of them cadets, by a lifeboat.", "How many cadets were rescued?", "3"),
    ("The fire killed 16 animals, seven of them foals.", "How many foals were killed?", "7"),
    # when it was is no part of what is counted
    (
        "There were 84 nights last winter on which a ward had no nurse.",
        "On how many nights did a ward have no nurse?",
        "84",
    ),
    # what is withdrawn is the number, or nothing of it
    ("Mr Elm said 60 cows were sick. He withdrew his remark about the vet.", "How many cows were sick?", "60"),
    (
        "The bank said 60 branches would stay. It has withdrawn from Leeds, where it had 9.",
        "How many branches would stay?",
        "60",
    ),
    ("The mayor said 18 trees were felled. He has withdrawn that figure.", "How many trees were felled?", ""),
    (
        "He said the repair cost £20m. It is £26m, she admitted, that the toll made.",
        "How much did the repair cost?",
        "20000000",
    ),
    # what else became of them, and how long it went on
    ("150 men were missing: 70 had been found, 30 had died.", "How many men are still missing?", ""),
    ("77 libraries closed, of which 60 reopened. Another 15 closed.", "How many libraries are still closed?", ""),
    ("The grant is £8 million a year over five years, but it was stopped.", "What will the grant come to in all?", ""),
    ("The grant is £8 million a year over five years.", "What will the grant come to in all?", "40000000"),
    # the time of a whole is told after it
    ("Rot had a part in six of the 14 collapses since 2009.", "How many collapses have there been since 2009?", "14"),
    ("Six of the 31 groundings in 2016 were in fog.", "How many groundings were there in 2016?", "31"),
    ("Six of the 31 groundings in 2016 were in fog.", "How many groundings were in fog in 2016?", "6"),
]


@pytest.mark.parametrize(("text", "question", "value"), CASES, ids=lambda v: v[:50])
def test_whose_number_it_is(tmp_path: Path, text: str, question: str, value: str) -> None:
    with of_text(tmp_path / "record", text, date(2017, 6, 1)) as desk:
        assert [f.value for f in desk.ask(question).figures][:1] == ([value] if value else [])
