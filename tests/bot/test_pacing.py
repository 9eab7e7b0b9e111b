"""Long work says how far it has come; what is quick says nothing where nobody watches."""

from __future__ import annotations

from typing import Any

import pytest

from bot import pacing
from bot.pacing import indexing, putting_in
from corpus.formats import Document
from corpus.ingest import Moment
from corpus.pace import Pace


def moment(**told: Any) -> Moment:
    known: dict[str, Any] = {
        "files": 3,
        "of_files": 7,
        "name": "a.json",
        "sources": 4120,
        "share": 0.5,
        "rate": 212.4,
        "left": 80.0,
    }
    return Moment(**{**known, **told})


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ({}, "Putting in: 3 of 7 files, 4,120 sources, 212 a second, about 80 s left (a.json) (50%)"),
        ({"left": 600.0}, "Putting in: 3 of 7 files, 4,120 sources, 212 a second, about 10 min left (a.json) (50%)"),
        ({"left": 7200.0, "name": ""}, "Putting in: 3 of 7 files, 4,120 sources, 212 a second, about 2.0 h left (50%)"),
        ({"left": None, "name": ""}, "Putting in: 3 of 7 files, 4,120 sources, 212 a second (50%)"),
    ],
)
def test_a_line_says_how_much_how_fast_and_how_long(
    told: dict[str, object], line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pacing, "EVERY", 0.0)
    monkeypatch.setattr(pacing, "_AT_MOST", 0.0)
    with putting_in() as moved:
        moved(moment(**told))
    assert capsys.readouterr() == ("", f"{line}\n")


def test_indexing_is_told_in_its_own_units(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(pacing, "EVERY", 0.0)
    with indexing() as moved:
        moved(0, 200, "meaning")
        moved(50, 200, "meaning")
    first, second = capsys.readouterr().err.splitlines()
    assert first == "Indexing meaning: 0 of 200 passages, 0 a second (0%)"
    assert second.startswith("Indexing meaning: 50 of 200 passages, ")
    assert second.endswith("left (25%)")


def test_what_is_quick_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with putting_in() as moved:
        moved(moment())
    assert capsys.readouterr() == ("", "")


def test_the_share_done_goes_by_the_files_sizes() -> None:
    pace = Pace([100, 300])
    assert pace.now().share == 0
    pace.begin("a.txt", [Document("x" * 50), Document("y" * 50)])
    pace.read(Document("x" * 50))
    assert pace.now().share == pytest.approx(0.125)
    pace.read(Document("x" * 50))
    pace.end()
    assert (pace.now().share, pace.now().sources, pace.now().files) == (0.25, 2, 1)
    pace.begin("b.txt", iter([Document("z" * 150)]))  # nobody knows how many it has: by its text, as in the file before
    pace.read(Document("z" * 150))
    assert pace.now().share == pytest.approx(0.625)
    pace.end()
    now = pace.now()
    assert (now.share, now.left, now.name) == (1.0, 0.0, "")
