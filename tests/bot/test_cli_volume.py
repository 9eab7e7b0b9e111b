"""Putting much in from the command line: parts, reports, indexing left for later, and the record written out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from bot import retrieve
from corpus.encoder.static import Static
from tests.bot.conftest import BEDS, FERRIES, TAGS
from tests.bot.test_cli import ASKED, Run, filled, one_sentence, run, waiting
from tests.corpus import pages

__all__ = ["filled", "run"]  # fixtures


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_report_names_every_file_and_what_became_of_it(
    filled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages.register(monkeypatch)
    folder = tmp_path / "in"
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "answers.yml").write_text("a|A|In May 2010, 12 lamps were lit.\n?page 3 is a picture\nb|B|Nothing.\n")
    (folder / "beds.txt").write_text(BEDS)
    (folder / "deep" / "copy.txt").write_text(BEDS)
    (folder / "deep" / "er" / "renamed.txt").write_text(TAGS)
    (folder / "empty.txt").write_text("")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    ran = filled("ingest", "in", "--report", "report.jsonl")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "added: in/answers.yml: 2 sources, 1 figure, 0 statements",
        "left out: in/answers.yml: page 3 is a picture",
        "added: in/beds.txt: 5 figures, 1 statement",
        "unchanged: in/deep/copy.txt: the same as in/beds.txt",
        "unchanged: in/deep/er/renamed.txt: the same as tags.txt",
        "passed over: 1 file of a kind that is not read (.jpg)",
    ]
    assert ran.err == "refused: in/empty.txt: the file is empty\n"
    told = rows(tmp_path / "report.jsonl")
    assert [row["outcome"] for row in told] == ["added", "added", "refused", "unchanged", "unchanged", "passed over"]
    assert told[0] == {
        "name": "in/answers.yml",
        "outcome": "added",
        "sources": 2,
        "tables": 0,
        "figures": 1,
        "statements": 0,
        "passages": 2,
        "already": 0,
        "left_out": ["page 3 is a picture"],
        "reason": None,
        "same_as": None,
    }
    assert (told[2]["reason"], told[3]["same_as"]) == ("the file is empty", "in/beds.txt")


def test_a_report_that_cannot_be_written_is_one_sentence_before_anything_goes_in(filled: Run, tmp_path: Path) -> None:
    (tmp_path / "beds.txt").write_text(BEDS)
    assert "nowhere" in one_sentence(filled("ingest", "beds.txt", "--report", "nowhere/report.jsonl"))
    assert filled("status", "--json").json["sources"] == 1


def test_indexing_by_meaning_may_be_left_for_later(
    filled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "beds.txt").write_text(BEDS)
    assert filled("ingest", "beds.txt", "--later").code == 0
    words, (up_to_date, left) = waiting(filled("status", "--json")).values()
    assert (words, up_to_date) == ((True, 0), False)
    assert left
    monkeypatch.setattr(retrieve, "SMALL_FIGURES", 0)
    assert filled("ask", "How many nurses were redeployed?", "--json").json["figures"][0]["value"] == "640"
    caveats = filled("ask", "How many ducks were counted?", "--json").json["caveats"]
    assert any("by meaning only" in caveat for caveat in caveats)
    shown = filled("status").out
    assert f"{left} passage" in shown
    assert "% of " in shown
    assert filled("ingest", "beds.txt").out.startswith("unchanged: ")  # goes on where it was left
    assert waiting(filled("status", "--json"))["meaning"] == (True, 0)


def test_indexing_that_is_broken_off_says_so_and_goes_on(
    filled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "beds.txt").write_text(BEDS)
    (tmp_path / "ferries.txt").write_text(FERRIES)

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Static, "encode_passages", broken)
        ran = filled("ingest", "beds.txt", "ferries.txt")
    assert (ran.code, ran.out.count("added: ")) == (1, 2)
    [line] = ran.err.splitlines()
    assert "despatch reindex" in line
    assert not waiting(filled("status", "--json"))["meaning"][0]
    assert filled("reindex").out == "The indexes are built.\n"
    assert waiting(filled("status", "--json"))["meaning"] == (True, 0)


def test_reindexing_keeps_what_is_encoded_unless_it_is_to_be_made_afresh(
    filled: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Static, "encode_passages", lambda *_: pytest.fail("encoded"))
        assert filled("reindex").code == 0
    encoded: list[str] = []
    encode = Static.encode_passages

    def noting(self: Static, texts: list[str], *more: object) -> object:
        encoded.extend(texts)
        return encode(self, texts)

    monkeypatch.setattr(Static, "encode_passages", noting)
    assert filled("reindex", "--afresh").code == 0
    assert encoded


def test_the_record_is_written_out_the_same_from_wherever_it_was_filled(filled: Run, tmp_path: Path) -> None:
    (tmp_path / "beds.txt").write_text(BEDS)
    filled("ingest", "beds.txt", "--later")
    given = filled("export")
    assert given.code == 0
    assert json.loads(given.out.splitlines()[0])["table"] == "record"
    assert filled("init", "--empty", record="other").code == 0
    filled("ingest", "beds.txt", "--later", record="other")
    filled("ingest", "tags.txt", "--published", "2004-11-13", "--kind", "press report", "--later", record="other")
    assert filled("export", "--out", "record.jsonl", record="other").out == ""
    assert (tmp_path / "record.jsonl").read_text(encoding="utf-8") == given.out
    assert "nowhere" in one_sentence(filled("export", "--out", "nowhere/record.jsonl"))
    assert not list(tmp_path.glob("*.new"))


def test_a_record_that_lost_its_indexes_answers_by_words_at_once(
    filled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(tmp_path / "record" / "index")
    monkeypatch.setattr(retrieve, "SMALL_FIGURES", 0)
    monkeypatch.setattr(Static, "encode_passages", lambda *_: pytest.fail("encoded"))
    assert [f["value"] for f in filled("ask", ASKED, "--json").json["figures"]] == ["1204"]
