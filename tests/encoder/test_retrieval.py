"""What `make retrieval` stands on: sets read as they are meant, honest places, and weights that favour what finds."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.encoder.bm25 import Words
from tests.encoder.exams import exams
from tests.encoder.retrieval import Told, joined, main, placed
from tests.encoder.sets import Asking, Measured, clapnq, general, links, trecqa, wikiqa

TEXTS = ("Kites fly high.", "Ropes hold kites down.", "Nobody buys hats.")


def test_words_score_between_nought_and_one() -> None:
    words = Words(TEXTS)
    scores = words.scores("Who is flying a kite?")
    assert scores[0] > scores[1] > scores[2] == 0
    assert words.scores("zzz").max() == 0
    assert words.scores("kites fly high").max() <= 1


def test_places_are_counted_among_what_may_answer() -> None:
    told = placed(Asking("?", (0, 2, 3), frozenset({0, 3})), np.array([0.2, 0.9, 0.5, 0.1]))
    assert told == Told((2, 3))
    assert told.reciprocal == 0.5
    assert told.precision == pytest.approx((1 / 2 + 2 / 3) / 2)


def test_the_weight_goes_to_what_finds() -> None:
    chance = np.random.default_rng(0)
    asked = tuple(Asking("?", tuple(range(20)), frozenset({n % 20})) for n in range(60))
    noise, signal = chance.random((60, 20)), chance.random((60, 20)) * 0.5
    signal[np.arange(60), np.arange(60) % 20] += 0.3
    for_words, for_meaning = joined(Measured("made", ("",) * 20, asked), noise, signal)
    assert for_meaning > 5 * abs(for_words)


def test_public_sets_are_read_whole(shared: Path) -> None:
    reading = shared / "data" / "reading"
    sizes = {one.name: (len(one.texts), len(one.asked)) for one in (wikiqa(reading), trecqa(reading), clapnq(reading))}
    assert sizes == {"wikiqa": (2351, 243), "trecqa": (1442, 68), "clapnq": (597, 300)}
    assert general(reading, "trecqa", "dev").asked
    for one in (wikiqa(reading), trecqa(reading), clapnq(reading)):
        assert all(asking.right <= set(asking.among) for asking in one.asked)


def test_what_an_exam_is_answered_from_is_found_in_the_record(shared: Path, tmp_path: Path) -> None:
    months = tmp_path / "questions"
    months.mkdir()
    page = json.loads((shared / "data" / "written-questions" / "2024-08.json").read_text(encoding="utf-8"))
    (months / "2024-08.json").write_text(json.dumps({"results": page["results"][:20]}), encoding="utf-8")
    sat = {one.name: one for one in exams(months)}
    assert list(sat)[:2] == ["seed", "library"]
    for one in sat.values():
        assert 10 < len(one.asked) <= 150
        for asking in one.asked:
            assert asking.right <= set(asking.among)
            assert 20 < len(asking.among) < len(one.texts)
    assert len({one.texts for one in sat.values()}) == 1
    for asking in sat["seed"].asked:
        assert len(asking.right) < 5
        assert len(asking.among) < 40


def test_a_link_is_asked_blind_among_what_was_tabled_before(shared: Path) -> None:
    refer = links(shared / "data" / "written-questions", "refer")
    assert len(refer.asked) == 14
    for asking in refer.asked:
        assert asking.right <= set(asking.among)
        assert not any(letter.isdigit() for letter in asking.question)


def test_without_sets_there_is_nothing_to_measure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path)]) == 1
    assert "--data" in capsys.readouterr().err
