"""Figures in words that look like those asked for, and are of others: no answer is given from them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

GALLERY = """Night at the old mill

Eleven weavers lost their lives when the old mill burnt. The owners could not say how many had lived there.
"""
TRAMS = """Trams off the rails

In all 24 people died on the trams. Nine of the 24 people who died were on the line at Port Ennis.
"""
GLIDERS = """Gliders grounded

The number of pilots fell from 212 to 190. The inquiry led to 14 complaints being dropped.
"""
CHOIR = """Choirs sing on

Ticket sales dropped to 4,100 in the spring. Six tours were dropped after the flood.
"""
WHEAT = """Wheat at the docks

The price dropped by 30 pence, and the number of cargoes dropped to 85.
"""

COLLIERY = """Pits

In all 31 miners died in floods. There was a flood at Hallow Pit, and 20 of the 31 miners were lost in that flood.
"""
MILLS = """Mills

Ms Lee spoke of a blaze at Wick Mill in March. Three of the 14 people who died were killed in that fire.
"""
WRECKS = """Wrecks

Mr Daw was asked about the wreck off Point Rye. Six of the 50 sailors who drowned were lost in that wreck.
"""

TABLE = [
    (MILLS, "How many people died in fires other than the one at Wick Mill?", "computed", "11"),
    (MILLS, "How many people died in the fire at Wick Mill?", "answered", "3"),
    (WRECKS, "How many sailors were lost in the wreck off Point Rye?", "answered", "6"),
    (COLLIERY, "How many miners died in floods other than the one at Sallow Pit?", "not_in_record", ""),
    (GALLERY, "How many people lived in the old mill?", "not_known", ""),
    (GALLERY, "How many weavers lost their lives?", "answered", "11"),
    (TRAMS, "How many died on trams other than those at Fell Cross?", "not_in_record", ""),
    (TRAMS, "How many people died on the trams?", "answered", "24"),
    (GLIDERS, "How many complaints were dropped?", "answered", "14"),
    (GLIDERS, "How many cases were dropped?", "answered", "14"),
    (CHOIR, "How many tours were dropped?", "answered", "6"),
    (WHEAT, "How many cargoes were dropped?", "not_in_record", ""),
]


@pytest.mark.parametrize(("text", "question", "status", "value"), TABLE, ids=[row[1] for row in TABLE])
def test_it_is_not_answered_from_others(
    made: Callable[..., Desk], text: str, question: str, status: str, value: str
) -> None:
    answer = made(text, date(2011, 6, 2)).ask(question)
    assert str(answer.status) == status, answer.text
    assert [f.value for f in answer.figures][:1] == ([value] if value else [])


SPANS = """Bridges Inquiry

The Road Users' League has surveyed its members and puts the number of collapsed bridges at no fewer than 30. Nine \
towers were started deliberately on the wrong bank.
"""


def test_a_verb_is_borne_out_by_its_own_participle(made: Callable[..., Desk]) -> None:
    answer = made(SPANS, date(2011, 6, 2)).ask("How many bridges does the Road Users' League say collapsed?")
    assert [f.value for f in answer.figures] == ["30"]


FIRES = [
    ("There were 90 fires in barns, of which 60 were accidental and 30 deliberate.", "started on purpose", "30"),
    ("There were 90 fires in barns. 30 of them were started deliberately.", "arson", "30"),
    ("There were 90 fires in barns. 30 of them were started deliberately.", "started on purpose", "30"),
    ("There were 90 fires in barns. 30 of them were put out at once.", "arson", ""),
]


@pytest.mark.parametrize(("text", "deed", "value"), FIRES)
def test_arson_is_what_is_set_on_purpose(made: Callable[..., Desk], text: str, deed: str, value: str) -> None:
    answer = made(f"Barn fires\n\n{text}", date(2011, 6, 2)).ask(f"How many of the barn fires were {deed}?")
    assert [f.value for f in answer.figures] == ([value] if value else [])


OFFICES = """Lamps Inquiry

The Lamp Users' Committee said that 40 lamps were lost. The chairman of the inquiry, Sir Alan Poole, said that it was \
a disgrace.

Jane Crewe, chair of the Tram Workers' Board, said that 12 trams were lost. Colin Daw, former chairman of the Pier \
Trust, agreed.
"""
HEARING = """Kennels Committee

The Chair of the Committee, Dame Ida Marsh MP, said: "The kennels were empty."

When she gave evidence, the Chief Executive of the kennels, Ruth Penny, would not say whether she had been paid for May.
"""
CHAIRS = [
    (OFFICES, "Who chairs the inquiry?", "Sir Alan Poole"),
    (OFFICES, "Who chaired the Tram Workers' Board?", "Jane Crewe"),
    (OFFICES, "Who chairs the Pier Trust?", ""),
    (OFFICES, "Who chairs the Lamp Users' Committee?", ""),
    (OFFICES, "Who chairs the board?", ""),
    (HEARING, "Who chairs the committee?", "Dame Ida Marsh"),
    (HEARING, "who is the chair of the Kennels Committee", "Dame Ida Marsh"),
]


@pytest.mark.parametrize(("text", "question", "name"), CHAIRS, ids=[row[1] for row in CHAIRS])
def test_a_chair_is_that_of_the_body_asked_about(
    made: Callable[..., Desk], text: str, question: str, name: str
) -> None:
    answer = made(text, date(2011, 6, 2)).ask(question)
    assert str(answer.status) == ("answered" if name else "not_in_record"), answer.text
    assert name in answer.text


OPEN = [
    (HEARING, "Was the chief executive paid for May?", "refused_on_record"),
    (HEARING, "Was the chair paid for May?", "not_in_record"),
    (
        "Wrens\n\nThe Permanent Secretary, Una Bell, spoke. She declined to say whether she had read the report.",
        "Has the permanent secretary read the report?",
        "refused_on_record",
    ),
    (
        "Wrens\n\nThe Chief Constable, Ivo Hart, was asked about the wrens. He could not say if he had seen the nests.",
        "Did the chief constable see the nests?",
        "not_known",
    ),
]


@pytest.mark.parametrize(("text", "question", "status"), OPEN, ids=[row[1] for row in OPEN])
def test_what_somebody_would_not_say_of_themselves_is_left_open(
    made: Callable[..., Desk], text: str, question: str, status: str
) -> None:
    answer = made(text, date(2011, 6, 2)).ask(question)
    assert str(answer.status) == status, answer.text
