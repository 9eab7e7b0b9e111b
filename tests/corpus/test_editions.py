"""Versions of one document from any file: the newest stands, whichever is put in first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus.editions import key_of_document
from corpus.formats import Document
from corpus.ingest import FileReport, Outcome, ingest, ingest_bytes
from corpus.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "record", create=True) as made:
        yield made


def day(letter: str, *sections: str, note: str = "") -> bytes:
    gid = f"uk.org.publicwhip/debate/2031-05-06{letter}"
    body = "".join(
        f'<major-heading id="{gid}.{n}.0" colnum="{n}">Lamps of {"ABCD"[n]}</major-heading>'
        f'<speech id="{gid}.{n}.1" speakername="Ann Dray" colnum="{n}"><p>{words}</p></speech>'
        for n, words in enumerate(sections, 1)
    )
    return f"<publicwhip>{note}{body}</publicwhip>".encode()


@dataclass(frozen=True)
class Put:
    content: bytes
    outcome: Outcome
    holds: tuple[str, ...]


A = day("a", "We lit 40 lamps.", "We lit 50 lamps.")
B = day("b", "We lit 41 lamps.", "We lit 50 lamps.", "We lit 60 lamps.")
FEWER = day("c", "We lit 41 lamps.")
LONG = day("aa", "We lit 42 lamps.")

RUNS = {
    "a newer one takes the place of an older one": (
        Put(A, Outcome.ADDED, ("40", "50")),
        Put(B, Outcome.REPLACED, ("41", "50", "60")),
    ),
    "an older one changes nothing": (
        Put(B, Outcome.ADDED, ("41", "50", "60")),
        Put(A, Outcome.UNCHANGED, ("41", "50", "60")),
        Put(B, Outcome.UNCHANGED, ("41", "50", "60")),
    ),
    "what a newer one lacks goes": (
        Put(B, Outcome.ADDED, ("41", "50", "60")),
        Put(FEWER, Outcome.REPLACED, ("41",)),
    ),
    "twenty-six letters and one more": (
        Put(FEWER, Outcome.ADDED, ("41",)),
        Put(LONG, Outcome.REPLACED, ("42",)),
        Put(FEWER, Outcome.UNCHANGED, ("42",)),
    ),
    "the same edition in other bytes": (
        Put(B, Outcome.ADDED, ("41", "50", "60")),
        Put(day("b", "We lit 41 lamps.", "We lit 50 lamps.", "We lit 60 lamps.", note="\n"), Outcome.UNCHANGED,
            ("41", "50", "60")),
        Put(day("b", "We lit 41 lamps.", "We lit 51 lamps.", "We lit 60 lamps."), Outcome.REPLACED, ("41", "51", "60")),
    ),
}  # fmt: skip


def values(ledger: Ledger) -> tuple[str, ...]:
    return tuple(sorted(str(f.value) for f in ledger.figures()))


@pytest.mark.parametrize("name", RUNS)
def test_files_of_any_name_and_place(name: str, ledger: Ledger, tmp_path: Path) -> None:
    for n, one in enumerate(RUNS[name]):
        path = tmp_path / f"{n}" / f"day-{n}.xml"
        path.parent.mkdir()
        path.write_bytes(one.content)
        [report] = ingest(ledger, [path]).files
        assert (report.outcome, values(ledger)) == (one.outcome, one.holds), report.reason
        assert {s.id for s in ledger.sources()} >= set(report.source_ids)


@pytest.mark.parametrize("name", RUNS)
def test_uploads(name: str, ledger: Ledger) -> None:
    for n, one in enumerate(RUNS[name]):
        report: FileReport = ingest_bytes(ledger, f"day-{n}.xml", one.content)
        assert (report.outcome, values(ledger)) == (one.outcome, one.holds), report.reason


def test_the_key_says_identity_edition_and_part() -> None:
    assert key_of_document(Document("x", key="1.0", identity="a/2031", edition="1b"), "f~12") == "a/2031~1b#1.0"
    assert key_of_document(Document("x", identity="a/2031"), "f~12") == "a/2031~"
    assert key_of_document(Document("x", key="1.0"), "f~12") == "f~12#1.0"


def test_identities_that_begin_alike_are_apart(ledger: Ledger) -> None:
    ingest_bytes(ledger, "one.xml", day("a", "We lit 40 lamps."))
    ingest_bytes(ledger, "two.xml", day("a", "We lit 50 lamps.").replace(b"2031-05-06", b"2031-05-07"))
    assert values(ledger) == ("40", "50")
    assert len(ledger.by_identity("uk.org.publicwhip/debate/2031-05-06")) == 1
    assert not ledger.by_identity("uk.org.publicwhip/debate/2031-05-0")
