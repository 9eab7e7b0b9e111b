"""A file of many documents goes in part by part: each whole, what is held passed over, a fault of one no other's."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import putting
from corpus.errors import RecordFull
from corpus.ingest import FileReport, Outcome, Watch, ingest, ingest_bytes
from corpus.ledger import Entry, Ledger
from corpus.records import Source, Span
from corpus.sourcing import Extract
from tests.corpus import pages
from tests.corpus.test_ingest import Found, extract

LAMPS = [f"The board counted 1,023 lamps on day {n}." for n in range(7)]


@pytest.fixture(autouse=True)
def paged(monkeypatch: pytest.MonkeyPatch) -> None:
    pages.register(monkeypatch)
    monkeypatch.setattr(putting, "PARTS", 3)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "record", create=True) as made:
        yield made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "answers.yml"
    path.write_text(pages.page(LAMPS))
    return path


def put(ledger: Ledger, file: Path, extract: Extract = extract, watch: Watch | None = None) -> FileReport:
    [report] = ingest(ledger, [file], extract=extract, watch=watch or Watch()).files
    return report


def titles(ledger: Ledger) -> list[str]:
    return sorted(source.title for source in ledger.sources())


def test_each_document_is_a_source_of_its_own(ledger: Ledger, file: Path) -> None:
    report = put(ledger, file)
    assert (report.outcome, report.sources, report.figures, report.passages) == (Outcome.ADDED, 7, 7, 7)
    assert len({source.sha256 for source in ledger.sources()}) == 7
    assert {source.key.partition("#")[2] for source in ledger.sources()} == {str(n) for n in range(7)}
    assert ledger.check() == ()


def test_the_same_file_again_reads_nothing_for_figures(ledger: Ledger, file: Path) -> None:
    put(ledger, file)
    before = ledger.fingerprint()
    report = put(ledger, file, extract=lambda text, source: pytest.fail("read again"))
    assert (report.outcome, report.sources, report.figures) == (Outcome.UNCHANGED, 7, 7)
    assert ledger.fingerprint() == before


def test_a_changed_file_is_read_again_only_where_it_changed(ledger: Ledger, file: Path) -> None:
    put(ledger, file)
    file.write_text(pages.page([*LAMPS[:2], "The board counted 1,023 boats.", *LAMPS[3:6], LAMPS[6]]))
    read: list[str] = []

    def noting(text: str, source: Source) -> Found:
        read.append(text)
        return extract(text, source)

    report = put(ledger, file, extract=noting)
    assert read == ["The board counted 1,023 boats."]
    assert (report.outcome, report.sources, report.already) == (Outcome.REPLACED, 1, 6)
    assert ledger.counts().sources == 7


def test_what_the_file_holds_no_more_goes(ledger: Ledger, file: Path) -> None:
    put(ledger, file)
    file.write_text(pages.page(LAMPS[:4]))
    assert put(ledger, file).outcome is Outcome.REPLACED
    assert titles(ledger) == ["Number 0", "Number 1", "Number 2", "Number 3"]


def test_a_document_that_two_files_hold_is_in_once(ledger: Ledger, file: Path) -> None:
    other = file.with_name("later.yml")
    other.write_text(pages.page(LAMPS[5:], start=5) + pages.page(["More."], start=7))
    put(ledger, file)
    report = put(ledger, other)
    assert (report.outcome, report.sources, report.already) == (Outcome.ADDED, 1, 2)
    assert ledger.counts().sources == 8


def test_documents_are_asked_for_one_by_one_and_go_in_a_few_at_a_time(ledger: Ledger, file: Path) -> None:
    held: list[tuple[int, int]] = []
    pages.Pages.given = 0

    def noting(text: str, source: Source) -> Found:
        held.append((pages.Pages.given, ledger.counts().sources))
        return extract(text, source)

    put(ledger, file, extract=noting)
    assert held == [(1, 0), (2, 0), (3, 0), (4, 3), (5, 3), (6, 3), (7, 6)]


def test_a_transaction_takes_no_longer_than_it_may(ledger: Ledger, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(putting, "SECONDS", -1.0)
    told: list[int] = []
    put(ledger, file, watch=Watch(stored=told.append))
    assert told == [1] * 7


def test_a_part_that_cannot_go_in_keeps_no_other_out_and_its_older_version_stays(ledger: Ledger, file: Path) -> None:
    put(ledger, file)
    file.write_text(pages.page([text.replace("lamps", "tall lamps") for text in LAMPS]))

    def wrong(text: str, source: Source) -> Found:
        if "day 1." in text:
            raise IndexError("no such word")
        [figure] = extract(text, source).figures
        return Found((replace(figure, context=Span(0, 9_999)),)) if "day 4." in text else Found((figure,))

    report = put(ledger, file, extract=wrong)
    assert (report.outcome, report.sources) == (Outcome.REPLACED, 5)
    faults = sorted(report.left_out)
    assert faults[0].startswith("1: something went wrong inside Despatch")
    assert faults[1].startswith("4: ")
    assert len(faults) == 2
    assert ledger.counts().sources == 7
    assert [s.title for s in ledger.sources() if "tall" not in ledger.text(s.id)] == ["Number 1", "Number 4"]


def test_an_extractor_that_fails_on_a_file_of_one_refuses_it(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Lamps.\n")

    def wrong(text: str, source: Source) -> Found:
        raise IndexError("no such word")

    report = put(ledger, tmp_path / "a.txt", extract=wrong)
    assert report.outcome is Outcome.REFUSED
    assert "report it" in report.reason
    assert ledger.counts().sources == 0


def test_what_is_left_out_is_told_whether_or_not_it_is_new(ledger: Ledger, file: Path) -> None:
    file.write_text("a|A|Lamps.\n?a picture without words\nb|B|Boats.\nb|B again|Other boats.\n")
    for outcome in (Outcome.ADDED, Outcome.UNCHANGED):
        report = put(ledger, file)
        assert report.outcome is outcome
        assert report.left_out == (
            "a picture without words",
            "another document called b in the same file: the first has gone in",
        )
    assert titles(ledger) == ["A", "B"]


def test_a_file_that_is_refused_in_the_middle_keeps_what_went_in_and_loses_nothing(ledger: Ledger, file: Path) -> None:
    put(ledger, file)
    file.write_text(pages.page([f"{text} Again." for text in LAMPS[:4]]) + "!the file is cut\n")
    report = put(ledger, file)
    assert report.outcome is Outcome.REFUSED
    assert report.reason == "line 9: the file is cut; what stands before that has gone in"
    assert report.sources == 3
    assert ledger.counts().sources == 7
    file.write_text("!the file is cut\n")
    assert put(ledger, file).reason == "line 9: the file is cut"
    assert ledger.counts().sources == 7


def test_a_disk_that_fills_in_the_middle_loses_no_finished_part(
    ledger: Ledger, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_all, told = Ledger.put_all, list[FileReport]()

    def filling(self: Ledger, entries: Sequence[Entry], remove: Iterable[str] = ()) -> tuple[str, ...]:
        if ledger.counts().sources >= 3:
            raise RecordFull("the disk is full")
        return put_all(self, entries, remove)

    with monkeypatch.context() as patch:
        patch.setattr(Ledger, "put_all", filling)
        with pytest.raises(RecordFull):
            put(ledger, file, watch=Watch(file=told.append))
    assert [(report.outcome, report.sources) for report in told] == [(Outcome.BROKEN_OFF, 3)]
    report = put(ledger, file)
    assert (report.outcome, report.sources, report.already) == (Outcome.ADDED, 4, 3)
    assert ledger.check() == ()


def test_an_upload_of_many_goes_in_the_same_way(ledger: Ledger) -> None:
    content = pages.page(LAMPS).encode()
    assert ingest_bytes(ledger, "a.yml", content, extract=extract).sources == 7
    assert ingest_bytes(ledger, "a.yml", content, extract=extract).outcome is Outcome.UNCHANGED
    report = ingest_bytes(ledger, "a.yml", content + b"7|Seven|Boats.\n", extract=extract, replaces=True)
    assert (report.outcome, report.sources, report.already) == (Outcome.ADDED, 1, 7)


KILLED = """
import sys
from pathlib import Path

from corpus.ingest import Watch, ingest
from corpus.ledger import Ledger
from tests.corpus import pages
from tests.corpus.test_ingest import extract
pages.register()
watch = Watch(stored=lambda passages: print(passages, flush=True))
ingest(Ledger.open(sys.argv[1]), [Path(sys.argv[2])], extract=extract, watch=watch)
"""


def test_a_kill_in_the_middle_leaves_whole_parts_and_the_rest_go_in_later(ledger: Ledger, file: Path) -> None:
    file.write_text(pages.page(f"The board counted 1,023 lamps on day {n}. {'More words. ' * 500}" for n in range(900)))
    paths = os.pathsep.join([str(Path(__file__).parents[2]), *sys.path])
    command = [sys.executable, "-c", textwrap.dedent(KILLED), str(ledger.folder), str(file)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": paths}
    ) as process:
        assert process.stdout
        for n, _ in enumerate(process.stdout):
            if n == 3:
                process.send_signal(signal.SIGKILL)
                break
    sources = ledger.counts().sources
    assert 100 <= sources < 900
    assert ledger.counts().figures == sources
    assert ledger.check() == ()
    report = put(ledger, file)
    assert (report.outcome, report.sources, report.already) == (Outcome.ADDED, 900 - sources, sources)
