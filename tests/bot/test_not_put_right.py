"""What whoever asks assumes puts no record right, and nobody is taken from a whole that they are not of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.desk import Desk
from corpus.formats import Meta
from corpus.ingest import Outcome, ingest_bytes
from corpus.ledger import Ledger


def values(record: Path, told: str, asked: str) -> list[str]:
    with Desk(Ledger.open(record, create=True)) as desk:
        put = ingest_bytes(desk.ledger, "told.txt", told.encode(), Meta(published=date(2024, 6, 12)))
        assert put.outcome is Outcome.ADDED, put.reason
        return [f.value for f in desk.ask(asked).figures]


@pytest.mark.parametrize(
    ("told", "asked", "wrong"),
    [
        (
            "Between January 2010 and December 2017, 800 lifeboats were repaired.",
            "What was the average number of lifeboats repaired each year, taking it as ten years?",
            "80",
        ),
        (
            "From January 2000 to December 2003, 60 ferries were scrapped.",
            "Taking it as six years, how many ferries were scrapped each year on average?",
            "10",
        ),
        (
            "Between January 2015 and December 2019, 1,000 trams were painted.",
            "On average how many trams were painted per year, assuming twenty years?",
            "50",
        ),
    ],
)
def test_a_length_of_time_that_the_record_tells_is_not_another(
    tmp_path: Path, told: str, asked: str, wrong: str
) -> None:
    assert wrong not in values(tmp_path / "record", told, asked)


@pytest.mark.parametrize(
    ("told", "asked", "wrong"),
    [
        (
            "In May 2024, 1,000 ferry passengers were searched. 300 passengers were arrested. 120 women were searched.",
            "How many ferry passengers were arrested, excluding women?",
            "180",
        ),
        (
            "In May 2024, 900 libraries were inspected. 400 libraries were painted. 50 Welsh libraries were inspected.",
            "How many libraries were painted, excluding Welsh ones?",
            "350",
        ),
        (
            "In May 2024, 700 tram drivers were trained. 200 drivers were promoted. 30 children were trained.",
            "How many tram drivers were promoted, excluding children?",
            "170",
        ),
    ],
)
def test_nobody_is_taken_from_a_whole_that_they_are_not_of(tmp_path: Path, told: str, asked: str, wrong: str) -> None:
    assert wrong not in values(tmp_path / "record", told, asked)
