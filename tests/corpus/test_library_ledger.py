"""The sheets that ship against the developers' ledger of facts, figure by figure, and against the seed report."""

from __future__ import annotations

import csv
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from corpus.records import Figure, Qualifier, When
from tests.corpus.test_library import LIBRARY, documents, figure, figures

__all__: list[str] = []

Row = dict[str, str]
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NUMBERS = {
    "more than 10000": (Decimal(10000), Qualifier.MORE_THAN),
    "at least 900": (Decimal(900), Qualifier.AT_LEAST),
    "the vast majority": (None, Qualifier.IN_WORDS),
    "not known": (None, Qualifier.NOT_KNOWN),
    # Two figures in one row: the second stands by itself in the sheets.
    "44 / 146": (Decimal(44), Qualifier.EXACTLY),
}
# "approx" and "at least" stand in the ledger's population column.
QUALIFIED = {"F22": Qualifier.AT_LEAST, "F53": Qualifier.ABOUT}


@pytest.fixture(scope="module")
def facts(shared: Path) -> list[Row]:
    with (shared / "data" / "ledger" / "figures.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def sources(shared: Path) -> list[Row]:
    with (shared / "data" / "ledger" / "sources.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def as_at(text: str) -> When | None:
    """The ledger's as-at, as exact as it is given there; None where the column is empty."""
    if text == "end Q3 2012":
        return When.day(2012, 9, 30)
    if text == "end Feb 2006":
        return When.day(2006, 2, 28)
    found = re.match(r"(?:(\d{1,2}) )?(?:([A-Z][a-z]{2})[a-z]* )?(\d{4})", text)
    if not found:
        return None
    day, month, year = found.groups()
    if not month:
        return When.year(int(year))
    number = MONTHS.index(month) + 1
    return When.day(int(year), number, int(day)) if day else When.month(int(year), number)


def wrong(row: Row) -> list[str]:
    """The columns in which the sheets differ from the ledger's ROW."""
    one = figure(row["id"])
    value, qualifier = NUMBERS.get(row["value"]) or (Decimal(row["value"]), Qualifier.EXACTLY)
    said = date.fromisoformat(row["said_on"]) if re.fullmatch(r"\d{4}-\d\d-\d\d", row["said_on"]) else None
    checks = {
        "value": one.value == value,
        "qualifier": one.qualifier is QUALIFIED.get(row["id"], qualifier),
        "said_on": said is None or one.said_on == said,
        "as_at": one.as_at == as_at(row["as_at"]),
        "source": one.source_id.rpartition("-")[2].upper() in row["sources"].split(";"),
    }
    return [f"{row['id']} {column}" for column, right in checks.items() if not right]


def test_every_figure_of_the_ledger_stands_in_the_sheets_as_given(facts: list[Row]) -> None:
    assert len(facts) == 72
    assert [fault for row in facts for fault in wrong(row)] == []


def test_every_figure_is_on_record_in_each_of_its_sources(facts: list[Row]) -> None:
    """Where the ledger names several, the same value stands under each, but for what only its title tells."""
    held = {(one.source_id, one.value) for one in figures().values()}
    missing = [
        (row["id"], source)
        for row in facts
        for source in row["sources"].split(";")
        if (f"fnp-2006-{source.lower()}", figure(row["id"]).value) not in held
    ]
    assert missing == []


def test_every_source_of_the_ledger_stands_in_the_sheets_with_its_address(sources: list[Row]) -> None:
    held = {d.source.id: d.source for d in documents()}
    assert len(sources) == 48
    for row in sources:
        source = held[f"fnp-2006-{row['source'].lower()}"]
        for address in filter(None, re.findall(r"https?://\S+", row["address"])):
            assert address in (source.url, *source.access.split(" ")) or f"{address};" in source.access, row["source"]
        day = re.match(r"\d{4}-\d\d-\d\d", row["date"])
        assert not day or source.published == date.fromisoformat(day[0]), row["source"]


def test_what_the_notes_tell_as_figures_stands_in_the_sheets() -> None:
    told = {"murder": 4, "out of 179": 35, "violent or sexual": 19, "not accounted for": 38, "not removed": 452}
    told |= {"bailed": 11, "under control": 66, "pursued": 35, "earlier": 90, "spokesman": 300, "both": 675}
    extra: list[Figure] = [one for key, one in figures().items() if not re.search(r"-f\d\d$", key)]
    assert {Decimal(value) for value in told.values()} <= {one.value for one in extra}


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower().replace(",", ""))


def test_no_sentence_of_the_seed_report_stands_in_the_sheets(shared: Path) -> None:
    report = (shared / "data" / "seed" / "clarke-shrugs-off-calls-to-quit.txt").read_text(encoding="utf-8")
    headline, _, body = report.partition("\n")
    copied = words(body)
    runs = {tuple(copied[i : i + 8]) for i in range(len(copied) - 7)}
    for sheet in LIBRARY.glob("*.yaml"):
        # The headline is how the report is cited, and stands once, as its title.
        ours = words(sheet.read_text(encoding="utf-8").replace(headline.strip(), "", 1))
        assert [ours[i : i + 8] for i in range(len(ours) - 7) if tuple(ours[i : i + 8]) in runs] == [], sheet.name
