"""What the tests of the bot room stand on: a record of three invented documents, and the record that ships."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.desk import Desk
from corpus.formats.base import Meta
from corpus.ingest import Outcome, ingest_bytes
from corpus.ledger import Ledger
from corpus.records import SourceKind

__all__ = ["BEDS", "FERRIES", "TAGS", "desk", "library", "made", "of_text"]

TAGS = """Tagged men went missing, says minister

Officials lost track of 1,204 offenders who were released on electronic tags between March 2001 and October 2004.

Of these, 317 were released after January 2004. They included four murderers, eleven rapists and 62 burglars.

Peter Mallory, the Prisons Minister, told the Commons on 12 November 2004 that 845 of them had been found. \
"We have let the public down and I am sorry for it," Mr Mallory said.

The contractor had been paid £48 million. The department said it could not say how many were foreign nationals.
"""

BEDS = """Hospital beds, summer 2011

More than 9,300 beds were closed between April 2009 and June 2011. Nearly 2,100 of the beds were reopened. \
At least 640 nurses were redeployed. About 15.6 per cent of patients waited for more than four hours.

Jane Harrow, the Health Minister, said: "Every ward that closed will be replaced."
"""

FERRIES = """Ferry sailings in the winter

A total of 870 sailings were cancelled in January 2013. In February 2013, 435 sailings were cancelled.
"""


def of_text(folder: Path, text: str, published: date | None = None, name: str = "document.txt") -> Desk:
    """A desk over a record of one press report; the caller closes it."""
    ledger = Ledger.open(folder, create=True)
    report = ingest_bytes(ledger, name, text.encode(), Meta(published=published, kind=SourceKind.PRESS_REPORT))
    assert report.outcome is Outcome.ADDED, report.reason
    return Desk(ledger)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Makes desks over one text each, and closes them."""
    desks: list[Desk] = []

    def make(text: str, published: date | None = None) -> Desk:
        desks.append(of_text(tmp_path / f"record{len(desks)}", text, published))
        return desks[-1]

    yield make
    for one in desks:
        one.close()


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the three invented documents."""
    with of_text(tmp_path_factory.mktemp("three") / "record", TAGS, date(2004, 11, 13), "tags.txt") as opened:
        for name, text, day in (
            ("beds.txt", BEDS, date(2011, 7, 4)),
            ("ferries.txt", FERRIES, date(2013, 3, 8)),
        ):
            ingest_bytes(opened.ledger, name, text.encode(), Meta(published=day, kind=SourceKind.PRESS_REPORT))
        yield opened


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over the record that ships."""
    with Desk.open(tmp_path_factory.mktemp("library") / "record") as opened:
        yield opened
