"""The ledger gives back exactly what was put in, all of it or none of it."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from sqlalchemy import event

from corpus import errors
from corpus.ledger import Counts, Entry, Ledger, opening, queries
from corpus.ledger.tables import SCHEMA_VERSION
from corpus.records import Figure, Link, LinkKind, Passage, Qualifier, Source, SourceKind, Span, Statement

TEXT = "The board counted 1,023 lamps.\n\nMs Hale said that 288 were lit."


def a_source(n: int = 1, **changes: Any) -> Source:
    made = Source(
        id=f"s-{n}",
        title=f"Lamps {n}",
        publisher="Board of Lamps",
        kind=SourceKind.LETTER,
        published=date(2006, 4, 26),
        reference="L1",
        url="",
        sha256=f"{n:064x}",
        key=f"lamps-{n}.txt",
    )
    return replace(made, **changes)


def an_entry(n: int = 1, **changes: Any) -> Entry:
    source = a_source(n, **changes)
    i = source.id
    passages = (Passage(f"{i}-p0", i, Span(0, 30), TEXT[:30]), Passage(f"{i}-p1", i, Span(32, 63), TEXT[32:63]))
    figures = (
        Figure(f"{i}-f0", i, Span(18, 23), Span(0, 30), Decimal(1023), Qualifier.EXACTLY, "", "lamps", "lamps counted"),
        Figure(f"{i}-f1", i, Span(50, 53), Span(32, 63), Decimal(288), Qualifier.EXACTLY, "", "lamps", "lamps lit"),
    )
    said = Statement(f"{i}-t0", i, Span(32, 63), "Ms Hale", "", None, "Ms Hale said that 288 were lit.", False)
    link = Link(LinkKind.PART_OF, f"{i}-f1", f"{i}-f0", "as she said", i)
    return Entry(source, TEXT, passages, figures, (said,), (link,))


def put(ledger: Ledger, entry: Entry) -> tuple[str, ...]:
    return ledger.put(entry.source, entry.text, entry.passages, entry.figures, entry.statements, entry.links)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "record", create=True) as made:
        yield made


def test_everything_that_is_put_in_comes_out(ledger: Ledger) -> None:
    entry = an_entry()
    assert put(ledger, entry) == ()
    i = entry.source.id
    assert ledger.source(i) == entry.source
    assert ledger.sources() == (entry.source,)
    assert ledger.text(i) == TEXT
    assert ledger.figures() == ledger.figures(source_id=i) == entry.figures
    assert ledger.figure("s-1-f1") == entry.figures[1]
    assert ledger.statements() == entry.statements == (ledger.statement("s-1-t0"),)
    assert ledger.passages() == ledger.passages(source_id=i) == entry.passages
    assert ledger.links(["s-1-f0"]) == ledger.links(["s-1-f1"]) == entry.links
    assert ledger.links(["s-1-f0", "s-1-f1"]) == entry.links
    assert ledger.links_of_kind(LinkKind.PART_OF) == entry.links
    assert ledger.links_of_kind(LinkKind.CORRECTS) == ()
    assert ledger.counts() == Counts(sources=1, figures=2, statements=1, passages=2)
    assert ledger.check() == ()


def test_records_are_found_by_place(ledger: Ledger) -> None:
    entry = an_entry()
    put(ledger, entry)
    assert ledger.figures_in(["s-1-p1", "s-1-p0"]) == (entry.figures[1], entry.figures[0])
    assert ledger.statements_in(["s-1-p1"]) == entry.statements
    assert ledger.figures_in([]) == ()
    assert ledger.passage_of("s-1", Span(50, 53)) == entry.passages[1]
    assert ledger.passage_of("s-1", Span(31, 31)) is None
    assert ledger.quote("s-1", Span(18, 23)) == "1,023"
    with pytest.raises(ValueError, match="runs past"):
        ledger.quote("s-1", Span(18, 999))


def test_ids_are_given_back_in_their_order_and_unknown_ones_left_out(ledger: Ledger) -> None:
    entry = an_entry()
    put(ledger, entry)
    assert ledger.figures(["s-1-f1", "no such", "s-1-f0", "s-1-f1"]) == entry.figures[::-1]
    assert ledger.passages(["s-1-p1"]) == entry.passages[1:]
    assert ledger.statements(["no such"]) == ()


@pytest.mark.parametrize("ask", ["source", "figure", "statement", "text", "remove"])
def test_an_unknown_id_is_a_key_error(ledger: Ledger, ask: str) -> None:
    with pytest.raises(KeyError):
        getattr(ledger, ask)("s-9")


def test_a_source_is_found_by_its_bytes_its_key_and_its_file(ledger: Ledger) -> None:
    put(ledger, an_entry(1, key="a.yaml#one"))
    put(ledger, an_entry(2, key="a.yaml#two"))
    put(ledger, an_entry(3, key="a.yamlish"))
    assert [s.id for s in ledger.by_sha(f"{2:064x}")] == ["s-2"]
    assert ledger.by_key("a.yamlish") == a_source(3, key="a.yamlish")
    assert ledger.by_key("a.yaml") is None
    assert [s.id for s in ledger.by_file("a.yaml")] == ["s-1", "s-2"]


def test_a_newer_version_takes_the_place_of_the_older_under_its_key(ledger: Ledger) -> None:
    put(ledger, an_entry(1, key="lamps"))
    assert put(ledger, an_entry(2, key="lamps")) == ("s-1",)
    assert [s.id for s in ledger.sources()] == ["s-2"]
    assert ledger.counts() == Counts(1, 2, 1, 2)
    assert ledger.links(["s-1-f0"]) == ()


def test_removing_a_source_takes_everything_of_it(ledger: Ledger) -> None:
    put(ledger, an_entry(1))
    put(ledger, an_entry(2))
    ledger.remove("s-1")
    assert [s.id for s in ledger.sources()] == ["s-2"]
    assert ledger.counts() == Counts(1, 2, 1, 2)
    assert {f.source_id for f in ledger.figures()} == {"s-2"}


def test_a_link_may_name_a_record_that_is_put_in_later(ledger: Ledger) -> None:
    later = Link(LinkKind.CORRECTS, "s-1-f0", "s-2-f0", "", "s-1")
    ledger.put_all([replace(an_entry(1), links=(later,))])
    put(ledger, an_entry(2))
    assert later in ledger.links(["s-2-f0"])


def test_the_fingerprint_follows_the_content_and_nothing_else(ledger: Ledger, tmp_path: Path) -> None:
    seen = [ledger.fingerprint()]
    put(ledger, an_entry(1))
    seen.append(ledger.fingerprint())
    put(ledger, an_entry(2))
    seen.append(ledger.fingerprint())
    assert len(set(seen)) == 3
    put(ledger, an_entry(2))
    assert ledger.fingerprint() == seen[2]
    with Ledger.open(tmp_path / "other", create=True) as other:
        put(other, an_entry(2))
        put(other, an_entry(1))
        assert other.fingerprint() == seen[2]
    ledger.remove("s-2")
    assert ledger.fingerprint() == seen[1]
    put(ledger, an_entry(1, title="Other lamps"))
    assert ledger.fingerprint() not in seen


def test_what_is_remembered_is_forgotten_when_another_process_writes(ledger: Ledger) -> None:
    put(ledger, an_entry(1))
    assert len(ledger.figures()) == 2
    with Ledger.open(ledger.folder) as other:
        put(other, an_entry(2))
    assert len(ledger.figures()) == 4
    assert ledger.counts().sources == 2


def test_while_a_question_is_answered_the_record_stands_still(ledger: Ledger) -> None:
    put(ledger, an_entry(1))
    before = ledger.fingerprint()
    with ledger.steady(), Ledger.open(ledger.folder) as other:
        assert len(ledger.figures()) == 2
        put(other, an_entry(2))
        with ledger.steady():
            assert ledger.fingerprint() == before != other.fingerprint()
        assert len(ledger.figures()) == 2
        assert not ledger.figures_in(["s-2-p0"])
        assert not ledger.sources_of(["s-2"])
        assert len(list(ledger.each_passage())) == 2
        with pytest.raises(KeyError):
            ledger.text("s-2")
    assert len(ledger.figures()) == 4
    assert ledger.text("s-2") == TEXT


def test_one_thread_stands_still_and_another_does_not(ledger: Ledger) -> None:
    put(ledger, an_entry(1))
    with ThreadPoolExecutor(1) as pool, ledger.steady():
        put_in = pool.submit(put, ledger, an_entry(2))
        assert put_in.result() == ()
        assert pool.submit(ledger.counts).result().sources == 2
        assert ledger.counts().sources == 1


@pytest.mark.parametrize("asked", [1, 7, 8, 9, 16, 17, 40])
def test_any_number_of_ids_may_be_asked_for(ledger: Ledger, asked: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "CHUNK", 16)
    for n in range(20):
        put(ledger, an_entry(n))
    ids = [f"s-{n}-f{m}" for m in (1, 0) for n in range(20)][:asked]
    assert [f.id for f in ledger.figures(ids)] == ids
    assert {i for k in ledger.links(ids) for i in (k.from_id,)} == {i for i in ids if i.endswith("f1")}
    assert len(ledger.links(ids)) == len({i[:-3] for i in ids})


def test_a_span_outside_the_text_is_never_stored(ledger: Ledger) -> None:
    entry = an_entry()
    for wrong in (
        replace(entry, text=TEXT[:40]),
        replace(entry, passages=(replace(entry.passages[0], text="other words"),)),
        replace(entry, figures=(replace(entry.figures[0], context=Span(0, 5)),)),
        replace(entry, statements=(replace(entry.statements[0], source_id="s-2"),)),
    ):
        with pytest.raises(ValueError, match="Lamps 1"):
            ledger.put_all([wrong])
    assert ledger.counts() == Counts(0, 0, 0, 0)


def test_an_id_in_use_elsewhere_leaves_nothing_behind(ledger: Ledger) -> None:
    put(ledger, an_entry(1))
    before = ledger.fingerprint()
    other = an_entry(2)
    stolen = replace(other, figures=(replace(other.figures[0], id="s-1-f0"),))
    with pytest.raises(errors.RecordConflict, match="Lamps 2"):
        ledger.put_all([stolen])
    assert ledger.fingerprint() == before
    assert [s.id for s in ledger.sources()] == ["s-1"]


def test_check_finds_a_text_that_was_altered(ledger: Ledger) -> None:
    put(ledger, an_entry())
    with sqlite3.connect(ledger.folder / opening.DATABASE) as raw:
        raw.execute("UPDATE source SET text = replace(text, '1,023', '1,032')")
    found = ledger.check()
    assert any("not the one that was put in" in fault for fault in found)
    assert any("s-1-p0" in fault for fault in found)


# -- the folder


def test_no_record_is_missing_not_made(tmp_path: Path) -> None:
    with pytest.raises(errors.RecordMissing, match="despatch init"):
        Ledger.open(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(errors.RecordError, match="is a file"):
        Ledger.open(tmp_path / "file", create=True)


@pytest.mark.parametrize("content", [b"", b"not a database at all, but long enough to be read as one" * 40])
def test_a_half_written_record_is_called_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / opening.DATABASE).write_bytes(content)
    with pytest.raises(errors.RecordDamaged, match="damaged"):
        Ledger.open(tmp_path)


def test_a_truncated_record_is_called_damaged(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "record", create=True) as ledger:
        ledger.put_all([an_entry(n) for n in range(200)])
    database = tmp_path / "record" / opening.DATABASE
    database.write_bytes(database.read_bytes()[:20_000])
    with pytest.raises(errors.RecordDamaged, match="damaged"), Ledger.open(tmp_path / "record") as ledger:
        ledger.check()


def test_an_empty_file_where_a_record_should_be_is_filled_when_asked(tmp_path: Path) -> None:
    (tmp_path / opening.DATABASE).write_bytes(b"")
    with Ledger.open(tmp_path, create=True) as ledger:
        assert ledger.counts().sources == 0


def test_another_database_is_not_taken_for_a_ledger(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / opening.DATABASE) as raw:
        raw.execute("CREATE TABLE stock (lamp TEXT)")
    with pytest.raises(errors.RecordDamaged, match="holds no ledger"):
        Ledger.open(tmp_path, create=True)


def test_a_newer_record_is_left_alone(tmp_path: Path) -> None:
    Ledger.open(tmp_path, create=True).close()
    with sqlite3.connect(tmp_path / opening.DATABASE) as raw:
        raw.execute("UPDATE meta SET value = '99' WHERE name = 'schema_version'")
    with pytest.raises(errors.RecordNewer, match="99"):
        Ledger.open(tmp_path)


def test_an_older_record_is_read_and_becomes_one_of_this_version_when_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.open(tmp_path, create=True) as ledger:
        put(ledger, an_entry())
    with sqlite3.connect(tmp_path / opening.DATABASE) as raw:
        raw.execute("UPDATE meta SET value = '1' WHERE name = 'schema_version'")
        raw.execute("DROP TABLE observation")
        raw.execute("DROP TABLE dataset")
    monkeypatch.setattr(opening, "writable", lambda folder: False)
    with Ledger.open(tmp_path) as ledger:
        assert ledger.datasets() == ()
        assert ledger.counts().figures
    monkeypatch.undo()
    with Ledger.open(tmp_path) as ledger:
        (source,) = ledger.sources()
        ledger.remove(source.id)
    with sqlite3.connect(tmp_path / opening.DATABASE) as raw:
        assert raw.execute("SELECT value FROM meta WHERE name = 'schema_version'").fetchone() == (str(SCHEMA_VERSION),)


def test_a_read_only_record_is_read_and_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(tmp_path, create=True) as ledger:
        put(ledger, an_entry())
    (tmp_path / opening.DATABASE).chmod(0o444)
    tmp_path.chmod(0o555)
    monkeypatch.setattr(opening, "writable", lambda folder: False)  # root may write anywhere
    with Ledger.open(tmp_path) as ledger:
        assert ledger.read_only
        assert ledger.counts().sources == 1
        with pytest.raises(errors.RecordReadOnly, match="may only be read"):
            put(ledger, an_entry(2))
    assert sorted(p.name for p in tmp_path.iterdir() if p.suffix != ".lock") == [opening.DATABASE]
    tmp_path.chmod(0o755)


def test_no_record_can_be_made_in_a_read_only_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "writable", lambda folder: False)
    with pytest.raises(errors.RecordReadOnly):
        Ledger.open(tmp_path, create=True)


def test_while_another_writes_readers_read_and_writers_are_told(ledger: Ledger) -> None:
    put(ledger, an_entry())
    with FileLock(ledger.folder / opening.LOCK):
        assert ledger.counts().sources == 1
        with pytest.raises(errors.RecordBusy, match="another process"), ledger.writing(timeout=0.05):
            pass


def test_a_full_disk_is_one_sentence_and_nothing_is_half_done(ledger: Ledger) -> None:
    put(ledger, an_entry(1))
    before = ledger.fingerprint()

    def small(connection: Any, *_: object) -> None:
        connection.execute("PRAGMA max_page_count=60")

    event.listen(ledger._engine, "connect", small)
    ledger.close()
    with pytest.raises(errors.RecordFull, match="disk is full"):
        ledger.put_all([an_entry(n) for n in range(2, 900)])
    assert ledger.fingerprint() == before
    assert ledger.counts().sources == 1


KILLED = """
import os, signal, sys
from corpus.ledger import Ledger
from tests_ledger import an_entry
ledger = Ledger.open(sys.argv[1])
for n in range(2, 100_000):
    print(n, flush=True)
    ledger.put_all([an_entry(n)])
"""


def test_a_kill_leaves_every_source_whole_or_absent(ledger: Ledger, tmp_path: Path) -> None:
    shutil.copy(__file__, tmp_path / "tests_ledger.py")
    put(ledger, an_entry(1))
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}
    command = [sys.executable, "-c", textwrap.dedent(KILLED), str(ledger.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=env, text=True) as process:
        assert process.stdout
        for line in process.stdout:
            if int(line) >= 40:
                break
        process.send_signal(signal.SIGKILL)
    with Ledger.open(ledger.folder) as again:
        sources = len(again.sources())
        assert sources >= 39
        assert again.counts() == Counts(sources, 2 * sources, sources, 2 * sources)
        assert again.check() == ()
        put(again, an_entry(100_000))
