"""What is ordinary at volume: folders within folders, files twice, good among bad, and files larger than memory."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import formats
from corpus.formats.base import Document, Meta
from corpus.ingest import Outcome, ingest, ingest_bytes
from corpus.ledger import Ledger
from corpus.records import Source
from tests.corpus.test_ingest import LAMPS, Found, extract

DEEP = 1_200
"""More folders within one another than Python's calls may go deep."""


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "record", create=True) as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that is taken away by a tool that no depth is too deep for: what clears up after tests goes by calls."""
    made = tmp_path / "in"
    made.mkdir()
    yield made
    subprocess.run(["rm", "-rf", str(made)], check=True)


def test_the_deepest_folder_is_read(ledger: Ledger, folder: Path) -> None:
    here = os.open(folder, os.O_RDONLY)
    for _ in range(DEEP):  # one step at a time: the whole path is longer than one call may name
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    with os.fdopen(os.open("lamps.txt", os.O_WRONLY | os.O_CREAT, dir_fd=here), "w") as file:
        file.write(LAMPS)
    os.close(here)
    (folder / "boats.txt").write_text("Twelve boats.\n")
    report = ingest(ledger, [folder], extract=extract)
    assert [f.outcome for f in report.files] == [Outcome.ADDED] * 2
    assert report.files[1].name.count("/d") == DEEP


def test_a_folder_whose_path_is_too_long_is_one_sentence_and_the_rest_goes_in(ledger: Ledger, folder: Path) -> None:
    here = os.open(folder, os.O_RDONLY)
    for _ in range(20):
        os.mkdir("d" * 250, dir_fd=here)
        below = os.open("d" * 250, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    (folder / "lamps.txt").write_text(LAMPS)
    report = ingest(ledger, [folder], extract=extract)
    assert [f.outcome for f in report.files] == [Outcome.ADDED, Outcome.REFUSED]
    assert report.files[1].reason == "the folder cannot be opened (File name too long)"


def test_a_records_own_folder_holds_no_documents(ledger: Ledger, tmp_path: Path) -> None:
    (ledger.folder / "index").mkdir()
    (ledger.folder / "index" / "notes.txt").write_text(LAMPS)
    (tmp_path / "boats.txt").write_text("Twelve boats.\n")
    report = ingest(ledger, [tmp_path], extract=extract)
    assert [Path(f.name).name for f in report.files] == ["boats.txt"]
    assert report.passed_over == ()


def test_the_same_bytes_twice_in_a_folder_are_in_once_and_named(ledger: Ledger, folder: Path) -> None:
    for name in ("a.txt", "b.txt", "c.md"):
        (folder / name).write_text(LAMPS)
    read: list[str] = []

    def noting(text: str, source: Source) -> Found:
        read.append(text)
        return extract(text, source)

    report = ingest(ledger, [folder], extract=noting)
    assert [(f.outcome, Path(f.same_as).name) for f in report.files[:2]] == [
        (Outcome.ADDED, ""),
        (Outcome.UNCHANGED, "a.txt"),
    ]
    assert len(read) == 1
    assert ledger.counts().sources == 1
    again = ingest(ledger, [folder / "b.txt"], extract=extract).files[0]
    assert (again.outcome, again.same_as) == (Outcome.UNCHANGED, "a.txt")


def test_a_copy_of_a_refused_file_is_refused_by_itself(ledger: Ledger, folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_bytes(b"lamps\0lamps")
    report = ingest(ledger, [folder], extract=extract)
    assert [(f.outcome, f.same_as) for f in report.files] == [(Outcome.REFUSED, "")] * 2


def test_a_copy_of_which_something_else_is_told_is_told_apart(ledger: Ledger, folder: Path) -> None:
    (folder / "a.txt").write_text(LAMPS)
    (folder / "b.txt").write_text(LAMPS)
    (folder / "b.txt.meta.yaml").write_text("publisher: The Board\n")
    report = ingest(ledger, [folder], extract=extract)
    assert [f.outcome for f in report.files] == [Outcome.ADDED, Outcome.REPLACED]
    assert [s.publisher for s in ledger.sources()] == ["The Board"]


def test_a_file_that_has_become_a_copy_loses_what_it_held(ledger: Ledger, folder: Path) -> None:
    (folder / "a.txt").write_text(LAMPS)
    (folder / "b.txt").write_text("Twelve boats.\n")
    ingest(ledger, [folder], extract=extract)
    (folder / "b.txt").write_text(LAMPS)
    report = ingest(ledger, [folder], extract=extract)
    assert [(f.outcome, Path(f.same_as).name) for f in report.files] == [
        (Outcome.UNCHANGED, ""),
        (Outcome.REPLACED, "a.txt"),
    ]
    assert ledger.counts().sources == 1


class Streamed:
    """``.yml`` files for as long as a test lasts: a document a line, read where the file lies."""

    suffixes: tuple[str, ...] = (".yml",)
    most_bytes = 2_000
    reads_path = True

    def read(self, content: bytes, path: Path) -> Iterator[Document]:
        for n, line in enumerate(content.decode().splitlines()):
            yield Document(line, Meta(title=line), str(n))

    def read_path(self, place: Path, path: Path) -> Iterator[Document]:
        with place.open(encoding="utf-8") as lines:
            for n, line in enumerate(lines):
                yield Document(line.rstrip("\n"), Meta(title=line.strip()), str(n))


def test_a_format_may_read_files_where_they_lie_and_set_its_own_limit(
    ledger: Ledger, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(formats._FORMATS, ".yml", f"{__name__}:Streamed")
    monkeypatch.setattr(Path, "read_bytes", lambda *_: pytest.fail("read into memory"))
    (folder / "a.yml").write_text("Twelve boats.\nThree lamps.\n")
    (folder / "b.yml").write_text("x" * 2_001)
    (folder / "c.yml").write_text("Twelve boats.\nThree lamps.\n")
    report = ingest(ledger, [folder], extract=extract)
    assert [(f.outcome, f.sources) for f in report.files] == [
        (Outcome.ADDED, 2),
        (Outcome.REFUSED, 0),
        (Outcome.UNCHANGED, 0),
    ]
    assert "more than the 0 MB that are read" in report.files[1].reason
    assert Path(report.files[2].same_as).name == "a.yml"
    assert ingest_bytes(ledger, "d.yml", b"Twelve boats.\nFour gulls.\n", extract=extract).already == 1
