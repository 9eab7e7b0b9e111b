"""What an upload is called is data, and every file gets its own result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

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
    assert "NUL" in rows[1][4] or "text" in rows[1][4]
    assert [source.title for source in ledger.sources()] == ["A note"]
    assert said[-1] == (1.0, "Done")


def test_the_same_again_changes_nothing_and_a_newer_one_takes_its_place(ledger: Ledger) -> None:
    first, newer = Sent("note.txt", b"41 people were held."), Sent("note.txt", b"42 people were held.")
    outcomes = [put_in(ledger, [one], Told(), lambda share, words: None)[0][1] for one in (first, first, newer)]
    assert outcomes == ["added", "unchanged", "replaced"]
    assert len(ledger.sources()) == 1
