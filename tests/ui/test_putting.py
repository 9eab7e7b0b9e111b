"""What an upload is called is data, and every file gets its own result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.ledger import Ledger
from ui.putting import Told, put_in, safe_name


@dataclass
class Sent:
    name: str
    content: bytes

    def getvalue(self) -> bytes:
        return self.content


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "record", create=True) as opened:
        yield opened


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("report.txt", "report.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\report final.md", "report final.md"),
        ("<script>.html", "_script_.html"),
        ("...", "document"),
        ("", "document"),
        ("a\x00b\n.txt", "a_b_.txt"),
    ],
)
def test_a_name_is_only_a_name(sent: str, kept: str) -> None:
    assert safe_name(sent) == kept


@given(st.text())
def test_no_name_can_be_a_path(sent: str) -> None:
    name = safe_name(sent)
    assert name
    assert len(name) <= 100
    assert not set(name) & set("/\\\0\n<>:")
    assert name not in (".", "..")


def test_every_file_has_its_own_result(ledger: Ledger) -> None:
    said: list[tuple[float, str]] = []
    sent = [
        Sent("note.txt", b"On 3 May 2006 the office said that 41 people were held."),
        Sent("bad.txt", b"\x00\x01\x02\x00"),
    ]
    rows = put_in(ledger, sent, Told(title="A note"), lambda share, words: said.append((share, words)))
    assert [row[:2] for row in rows] == [["note.txt", "added"], ["bad.txt", "refused"]]
    assert "NUL" in rows[1][5] or "text" in rows[1][5]
    assert [source.title for source in ledger.sources()] == ["A note"]
    assert said[-1] == (1.0, "Done")


def put(ledger: Ledger, sent: Sent, **told: Any) -> tuple[str, str]:
    """The result for SENT, and its note."""
    [row] = put_in(ledger, [sent], Told(**told), lambda share, words: None)
    return row[1], row[5]


def texts(ledger: Ledger) -> list[str]:
    return [ledger.text(source.id).strip() for source in ledger.sources()]


OLD, NEW, NEWER = "41 people were held.", "42 people were held.", "43 people were held."


def sent(words: str, name: str = "note.txt") -> Sent:
    return Sent(name, words.encode())


def test_a_document_of_a_known_name_is_another_one(ledger: Ledger) -> None:
    assert put(ledger, sent(OLD)) == ("added", "")
    assert put(ledger, sent(OLD))[0] == "already in the record"
    outcome, note = put(ledger, sent(NEW))
    assert (outcome, texts(ledger)) == ("added", [OLD, NEW])
    assert "Another document of this file name" in note
    assert put(ledger, sent(NEW))[0] == put(ledger, sent(OLD, "other.txt"))[0] == "already in the record"
    assert texts(ledger) == [OLD, NEW]


def test_a_document_takes_another_one_s_place_only_where_that_is_said(ledger: Ledger) -> None:
    assert put(ledger, sent(OLD), replaces=True) == (
        "added",
        "No document of this file name had been put in here, so none was replaced.",
    )
    outcome, note = put(ledger, sent(NEW), replaces=True)
    assert (outcome, texts(ledger)) == ("replaced", [NEW])
    assert "older version" in note
    put(ledger, sent(OLD))
    outcome, note = put(ledger, sent(NEWER), replaces=True)
    assert (outcome, texts(ledger)) == ("refused", [NEW, OLD])
    assert note.startswith("2 documents of this name")
    [first, _] = ledger.sources()
    ledger.remove(first.id)
    assert put(ledger, sent(NEWER), replaces=True)[0] == "replaced"
    assert texts(ledger) == [NEWER]


def test_the_same_document_told_of_otherwise_is_brought_up_to_date(ledger: Ledger) -> None:
    put(ledger, sent(OLD))
    outcome, note = put(ledger, sent(OLD), title="Held")
    assert (outcome, [source.title for source in ledger.sources()]) == ("replaced", ["Held"])
    assert "brought up to date" in note


SHEET = """despatch-sheet: 1
name: lamps
sources:
  - {key: A1, title: Lamps, publisher: The Board, kind: letter, figures: [
      {key: F1, value: 41, counted: lamps, measure: lit, says: The Board lit 41 lamps.}]}
"""


def test_a_sheet_takes_the_place_of_what_it_names_only_where_that_is_said(ledger: Ledger) -> None:
    first, other = sent(SHEET, "a.yaml"), sent(SHEET.replace("41", "42"), "b.yaml")
    assert put(ledger, first)[0] == "added"
    assert put(ledger, first)[0] == put(ledger, sent(SHEET, "b.yaml"))[0] == "already in the record"
    outcome, note = put(ledger, other)
    assert (outcome, "lamps-a1" in note) == ("refused", True)
    assert "41 lamps" in texts(ledger)[0]
    assert put(ledger, sent(SHEET.replace("lamps\n", "tiles\n"), "a.yaml"))[0] == "added"
    assert len(texts(ledger)) == 2
    assert put(ledger, other, replaces=True)[0] == "replaced"
    assert sorted("42 lamps" in text for text in texts(ledger)) == [False, True]
