"""Documents go in whole or are refused with a sentence; twice is the same as once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import RecordReadOnly
from corpus.formats import Meta
from corpus.ingest import Outcome, ingest, ingest_bytes
from corpus.ledger import Counts, Ledger, opening
from corpus.records import Figure, Link, Qualifier, Source, SourceKind, Span, Statement
from corpus.reports import Report

LAMPS = "Lamps of the town\n\nThe board counted 1,023 lamps.\n"


@dataclass(frozen=True)
class Found:
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    links: tuple[Link, ...] = ()


def extract(text: str, source: Source) -> Found:
    """Finds one figure, the words 1,023."""
    at = text.find("1,023")
    if at < 0:
        return Found()
    span = Span(at, at + 5)
    figure = Figure(f"{source.id}-f0", source.id, span, span, Decimal(1023), Qualifier.EXACTLY, "", "lamps", "lamps")
    return Found((figure,))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "record", create=True) as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    (made / "lamps.txt").write_text(LAMPS)
    return made


def put(ledger: Ledger, *paths: Path, **told: Any) -> Report:
    return ingest(ledger, paths, Meta(**told), extract=extract)


def test_a_file_becomes_a_source_with_its_records(ledger: Ledger, folder: Path) -> None:
    [report] = put(ledger, folder / "lamps.txt", published=date(2006, 4, 26), kind=SourceKind.LETTER).files
    assert (report.outcome, report.figures, report.passages) == (Outcome.ADDED, 1, 1)
    [source] = ledger.sources()
    assert report.source_ids == (source.id,)
    assert source.id == f"s-{source.sha256[:12]}"
    assert (source.title, source.published, source.kind) == ("Lamps of the town", date(2006, 4, 26), SourceKind.LETTER)
    assert ledger.text(source.id) == LAMPS
    assert ledger.quote(source.id, ledger.figures()[0].span) == "1,023"
    assert str(folder) not in repr(source)


def test_the_same_bytes_twice_change_nothing(ledger: Ledger, folder: Path) -> None:
    put(ledger, folder)
    before = ledger.fingerprint()
    assert [f.outcome for f in put(ledger, folder).files] == [Outcome.UNCHANGED]
    (folder / "copy.txt").write_text(LAMPS)
    assert [f.outcome for f in put(ledger, folder).files] == [Outcome.UNCHANGED] * 2
    assert ledger.fingerprint() == before


def test_what_was_told_once_holds_until_it_is_told_otherwise(ledger: Ledger, folder: Path) -> None:
    put(ledger, folder, published=date(2006, 4, 26))
    assert put(ledger, folder).files[0].outcome is Outcome.UNCHANGED
    assert ledger.sources()[0].published == date(2006, 4, 26)
    assert put(ledger, folder, published=date(2006, 4, 27)).files[0].outcome is Outcome.REPLACED
    assert ledger.sources()[0].published == date(2006, 4, 27)
    assert ledger.counts() == Counts(1, 1, 0, 1)


def test_other_bytes_at_the_same_place_replace_the_older_version(ledger: Ledger, folder: Path) -> None:
    put(ledger, folder)
    (folder / "lamps.txt").write_text("Lamps of the town\n\nNone now.\n")
    assert put(ledger, folder).files[0].outcome is Outcome.REPLACED
    assert ledger.counts() == Counts(1, 0, 0, 1)


def test_two_files_of_one_name_are_two_documents(ledger: Ledger, folder: Path) -> None:
    (folder / "may").mkdir()
    (folder / "may" / "lamps.txt").write_text("Lamps in May\n\nNone.\n")
    assert [f.outcome for f in put(ledger, folder).files] == [Outcome.ADDED] * 2
    assert ledger.counts().sources == 2


def test_a_bad_file_stays_out_and_the_others_go_in(ledger: Ledger, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(b"\x7fELF\x02\x01\x01\0\0\0")
    (folder / "mixed.txt").write_bytes("£5 here".encode() + "£6".encode("cp1252"))
    report = put(ledger, folder)
    assert {Path(f.name).name: f.outcome for f in report.files} == {
        "binary.txt": Outcome.REFUSED,
        "empty.txt": Outcome.REFUSED,
        "lamps.txt": Outcome.ADDED,
        "mixed.txt": Outcome.REFUSED,
    }
    reasons = [f.reason for f in report.of(Outcome.REFUSED)]
    assert "holds a NUL byte" in reasons[0]
    assert "is empty" in reasons[1]
    assert "byte 8" in reasons[2]
    assert ledger.counts().sources == 1


def test_a_huge_file_is_refused_unread(ledger: Ledger, folder: Path) -> None:
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    [report] = put(ledger, folder / "huge.txt").files
    assert report.outcome is Outcome.REFUSED
    assert "200 MB" in report.reason


def test_folders_are_read_in_order_without_what_is_hidden(ledger: Ledger, folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git" / "a.txt").write_text("hidden\n")
    (folder / ".b.txt").write_text("hidden\n")
    (folder / "a").mkdir()
    (folder / "a" / "z.md").write_text("# Z\n\nwords\n")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    assert [Path(f.name).name for f in put(ledger, folder, folder / "a").files] == ["lamps.txt", "z.md"]


def test_a_link_out_of_the_folder_is_refused(ledger: Ledger, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("not for the record\n")
    (tmp_path / "elsewhere").mkdir()
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "outdir").symlink_to(tmp_path / "elsewhere")
    (folder / "within.txt").symlink_to(folder / "lamps.txt")
    report = put(ledger, folder)
    assert [Path(f.name).name for f in report.of(Outcome.REFUSED)] == ["out.txt", "outdir"]
    assert all("leads out of the folder" in f.reason for f in report.of(Outcome.REFUSED))
    assert ledger.counts().sources == 1


def test_a_folder_that_cannot_be_opened_is_reported(
    ledger: Ledger, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "closed").mkdir()
    scandir = os.scandir

    def deny(path: str) -> Any:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", deny)
    report = put(ledger, folder)
    [refused] = report.of(Outcome.REFUSED)
    assert "cannot be opened" in refused.reason
    assert len(report.of(Outcome.ADDED)) == 1


@pytest.mark.parametrize("name", ["nowhere.txt", "lamps.xyz", "lamps.txt.meta.yaml"])
def test_what_is_no_document_is_refused_by_name(ledger: Ledger, folder: Path, name: str) -> None:
    if not name.startswith("nowhere"):
        (folder / name).write_text("x")
    [report] = put(ledger, folder / name).files
    assert report.outcome is Outcome.REFUSED
    assert report.name.endswith(name)
    assert name not in report.reason


def test_flags_come_before_the_sidecar_and_the_sidecar_before_the_front_matter(ledger: Ledger, folder: Path) -> None:
    front = "---\ntitle: Front\npublisher: Front\nreference: Front\n---\n"
    (folder / "lamps.txt").write_text(front + LAMPS)
    (folder / "lamps.txt.meta.yaml").write_text("publisher: Beside\nreference: Beside\n")
    put(ledger, folder, reference="Flag")
    [source] = ledger.sources()
    assert (source.title, source.publisher, source.reference) == ("Front", "Beside", "Flag")
    assert ledger.text(source.id) == LAMPS


def test_a_sidecar_with_an_impossible_date_refuses_its_document(ledger: Ledger, folder: Path) -> None:
    (folder / "lamps.txt.meta.yaml").write_text("title: Lamps\npublished: 2006-02-30\n")
    [report] = put(ledger, folder).files
    assert report.outcome is Outcome.REFUSED
    assert "lamps.txt.meta.yaml, line 2, field published" in report.reason


def test_an_upload_is_known_by_its_name(ledger: Ledger) -> None:
    assert ingest_bytes(ledger, "a.txt", LAMPS.encode(), extract=extract).outcome is Outcome.ADDED
    assert ingest_bytes(ledger, "a.txt", LAMPS.encode(), extract=extract).outcome is Outcome.UNCHANGED
    other = b"Other words.\n"
    assert ingest_bytes(ledger, "a.txt", other, extract=extract, replaces=True).outcome is Outcome.REPLACED
    assert ingest_bytes(ledger, "a.txt", b"", extract=extract).outcome is Outcome.REFUSED
    assert ledger.counts().sources == 1


def test_records_that_do_not_fit_their_text_refuse_the_file(ledger: Ledger, folder: Path) -> None:
    def wrong(text: str, source: Source) -> Found:
        [figure] = extract(text, source).figures
        return Found((replace(figure, context=Span(0, 9_999)),))

    [report] = ingest(ledger, [folder], extract=wrong).files
    assert report.outcome is Outcome.REFUSED
    assert ledger.counts() == Counts(0, 0, 0, 0)


def test_progress_is_told_file_by_file(ledger: Ledger, folder: Path) -> None:
    (folder / "b.txt").write_text("More.\n")
    told: list[tuple[int, int, str]] = []
    ingest(ledger, [folder], progress=lambda *now: told.append(now), extract=extract)
    assert [(n, of, Path(name).name) for n, of, name in told] == [(0, 2, "b.txt"), (1, 2, "lamps.txt"), (2, 2, "")]


def test_nothing_is_put_into_a_record_that_may_only_be_read(
    ledger: Ledger, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "writable", lambda folder: False)
    with Ledger.open(ledger.folder) as reading, pytest.raises(RecordReadOnly):
        ingest(reading, [folder], extract=extract)


KILLED = """
import sys
from pathlib import Path
from corpus.ingest import ingest
from corpus.ledger import Ledger
from test_ingest import extract
ledger = Ledger.open(sys.argv[1])
ingest(ledger, [Path(sys.argv[2])], progress=lambda n, of, name: print(n, flush=True), extract=extract)
"""


def test_a_kill_in_the_middle_leaves_whole_sources_and_the_rest_go_in_later(ledger: Ledger, folder: Path) -> None:
    for n in range(400):
        (folder / f"{n:03}.txt").write_text(f"Lamps {n}\n\nThe board counted 1,023 lamps. {'More words. ' * 500}\n")
    paths = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    command = [sys.executable, "-c", textwrap.dedent(KILLED), str(ledger.folder), str(folder)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": paths}
    ) as process:
        assert process.stdout
        for line in process.stdout:
            if int(line) >= 50:
                process.send_signal(signal.SIGKILL)
                break
    sources = ledger.counts().sources
    assert 50 <= sources < 401
    assert ledger.counts().figures == sources
    assert ledger.check() == ()
    report = put(ledger, folder)
    assert len(report.of(Outcome.UNCHANGED)) == sources
    assert ledger.counts().sources == 401
