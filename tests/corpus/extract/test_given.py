"""How a number or a day is given: as so, or as planned, undertaken, asked of somebody or denied."""

from __future__ import annotations

import pytest

from corpus.extract.given import Given, given_at, given_day
from corpus.extract.told_again import told_again

NUMBERS = [
    ("The guild promised to license 900 tugs and licensed 40.", "900", Given.UNDERTAKEN),
    ("The guild promised to license 900 tugs and licensed 40.", "40", None),
    ("The ministry asked 55 ports to report; 39 did so.", "55", Given.ASKED),
    ("The ministry asked 55 ports to report; 39 did so.", "39", None),
    ("She is to spend £4 million on a pier.", "4", Given.COMING),
    ("The pier, which will close after 30 people fell, cost £9 million.", "30", None),
    ("We do not accept that 200 posts are at risk.", "200", Given.DENIED),
    ("The report that 18 depots had shut is false.", "18", Given.DENIED),
    ("The guild rejected the union's claim that 60 tugs sank.", "60", Given.DENIED),
    ("The board rejected 4,000 claims, of which 60 lacked proof.", "60", None),
    ("The firm offered its crews £300 each.", "300", Given.UNDERTAKEN),
    ("The trust needs 90 nurses.", "90", Given.UNDERTAKEN),
    ("I should add that 40 boats sank.", "40", None),
    ("The delays were due to fog and cost £40,000.", "40", None),
    ("The board plans to rebuild homes that burned down in 12 villages.", "12", None),
]
DAYS = [
    ("The ferry was due to sail on 1 May but sailed on 4 May.", "1 May", Given.COMING),
    ("The ferry was due to sail on 1 May but sailed on 4 May.", "4 May", None),
    ("The works, promised for 3 June, began on 9 July.", "3 June", Given.COMING),
    ("The firm agreed on 8 May to mend the pumps by 20 July.", "8 May", None),
    ("The firm agreed on 8 May to mend the pumps by 20 July.", "20 July", Given.UNDERTAKEN),
    ("It denies that it was warned on 3 February.", "3 February", Given.DENIED),
    ("Trams will be mended and painted by 6 June.", "6 June", Given.COMING),
    ("May Hall sailed on 3 August.", "3 August", None),
]


@pytest.mark.parametrize(("text", "number", "given"), NUMBERS)
def test_how_a_number_is_given(text: str, number: str, given: Given | None) -> None:
    lead = given_at(text, text.index(number))
    assert (lead.given if lead is not None else None) is given


@pytest.mark.parametrize(("text", "day", "given"), DAYS)
def test_how_a_day_is_given(text: str, day: str, given: Given | None) -> None:
    lead = given_day(text, text.index(day))
    assert (lead.given if lead is not None else None) is given


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("begin on friday and began on monday", " and began on monday"),
        ("be mended and painted by june", ""),
        ("rebuild the homes that burned in may", "that burned in may"),
        ("close after nine people fell ill", "after nine people fell ill"),
        ("close and shut the gates", ""),
    ],
)
def test_where_something_is_told_as_so_again(text: str, rest: str) -> None:
    assert text[told_again(text, 0, len(text)) :] == rest
