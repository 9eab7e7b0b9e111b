"""Bulletins of one series: a later level supersedes an earlier one, a day's count never the next day's."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from corpus.formats.base import Meta
from corpus.ingest import ingest, ingest_bytes
from corpus.ledger import Ledger
from corpus.records import LinkKind
from corpus.series import pattern_of

BULLETIN = """<html lang=en><h1>Lamps bulletin, {day} April 2020</h1><p>As of 9am on {day} April 2020, {held} lamps were
lit in the town.</p><p>{new} new lamps were lit in the last 24 hours.</p><p>A lamp is lit within 28 days.</p>
<table><caption>Cumulative number of lamps by ward</caption><tr><th>Ward<th>Lamps<tr><td>North<td>{north}
<tr><td>South<td>{south}</table></html>"""


def put(ledger: Ledger, day: int, publisher: str = "Board of Lamps", text: str = BULLETIN) -> None:
    held = {"day": day, "held": 1000 + 10 * day, "new": 100 + day, "north": 300 + day, "south": 200}
    told = Meta(publisher=publisher, published=date(2020, 4, day))
    ingest_bytes(ledger, f"lamps-2020-04-{day:02}.html", text.format(**held).encode(), told)


def superseded(ledger: Ledger) -> set[tuple[str, str]]:
    """The pairs of values, the later first, of which the later supersedes the earlier."""
    links = ledger.links_of_kind(LinkKind.SUPERSEDES)
    return {(str(ledger.figure(k.from_id).value), str(ledger.figure(k.to_id).value)) for k in links}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger.open(tmp_path, create=True)


def test_a_later_level_supersedes_the_one_before_it(ledger: Ledger) -> None:
    for day in (3, 4, 5):
        put(ledger, day)
    pairs = superseded(ledger)
    assert {("1040", "1030"), ("1050", "1040")} <= pairs
    assert {("304", "303"), ("305", "304"), ("200", "200")} <= pairs
    assert not any(a in ("103", "104", "105", "28") for a, _ in pairs)


@pytest.mark.parametrize("days", list(permutations((3, 4, 5))))
def test_the_order_of_putting_in_does_not_matter(ledger: Ledger, days: tuple[int, ...]) -> None:
    for day in days:
        put(ledger, day)
    pairs = superseded(ledger)
    assert {("1040", "1030"), ("1050", "1040")} <= pairs
    assert all(int(a) >= int(b) for a, b in pairs)


def test_a_second_run_changes_nothing(ledger: Ledger) -> None:
    for day in (3, 4):
        put(ledger, day)
    before = ledger.fingerprint()
    for day in (3, 4):
        put(ledger, day)
    assert ledger.fingerprint() == before


@pytest.mark.parametrize(
    ("publisher", "old", "new"),
    [
        ("Office of Wicks", "", ""),
        ("Board of Lamps", "lamps were", "wicks were"),
        ("Board of Lamps", "in the town", "in the county"),
    ],
)
def test_another_publisher_or_measure_or_place_is_another_series(
    ledger: Ledger, publisher: str, old: str, new: str
) -> None:
    put(ledger, 3)
    put(ledger, 4, publisher, BULLETIN.replace(old, new) if old else BULLETIN)
    assert ("1040", "1030") not in superseded(ledger)


def test_a_period_that_is_said_again_is_revised_and_another_is_not(ledger: Ledger) -> None:
    text = "# Lamps, quarter {n}\n\n| Quarter | Lamps |\n|---|---|\n| {rows} |\n"
    first = text.format(n=1, rows="January to March 2019 | 93")
    second = text.format(n=2, rows="January to March 2019 | 95 |\n| April to June 2019 | 41")
    for n, words in enumerate((first, second), start=1):
        ingest_bytes(ledger, f"lamps-q{n}.md", words.encode(), Meta(published=date(2019, 3 * n + 1, 1)))
    assert superseded(ledger) == {("95", "93")}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lamps, 3 April 2020", "Lamps, 14 May 2021", True),
        ("Lamps_2020-04-03.pdf", "Lamps_2020-05-13.pdf", True),
        ("Lamps: January to March 2019", "Lamps: April to June 2019", True),
        ("Lamps of the town", "Lamps of the county", False),
        ("You may light lamps", "You must light lamps", False),
    ],
)
def test_names_are_alike_but_for_their_dates(one: str, other: str, same: bool) -> None:
    assert (pattern_of(one) == pattern_of(other)) is same


def test_real_bulletins_are_a_chain(shared: Path, ledger: Ledger) -> None:
    ingest(ledger, [shared / "data/documents/daily-figures"])
    pairs = superseded(ledger)
    assert {("56", "48"), ("63", "56"), ("70", "63")} <= pairs
    assert {("2921", "2352"), ("20319", "2921")} <= pairs
    assert not pairs & {("8", "12"), ("7", "8"), ("94", "130")}
