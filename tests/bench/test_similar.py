"""What `python -m tests.bench.similar` stands on: masks that leave nothing of a reference, and honest places."""

from __future__ import annotations

import json
import time
from pathlib import Path
from statistics import median

import numpy as np
import pytest

from bot.similar.ranking import Similar, Sought
from corpus.encoder import Encoder
from corpus.index.questions import Questions
from tests.bench.linked import masked, pairs
from tests.bench.questions import InMemory, asked_in
from tests.bench.ranks import NOWHERE, Ranks, fitted, place
from tests.bench.similar import main

OFFICE = "To ask the Secretary of State for Kites,"
HEADINGS = {"Kites", "Kites: Ropes, Reels and Tails", "Kites: Ropes"}


ANSWER = "nswer of 1 March 2031 to Question"


@pytest.mark.parametrize(
    ("told", "without", "bare"),
    [
        (f"pursuant to the A{ANSWER} 402, how many.", "how many.", "how many."),
        (f"pursuant to the A{ANSWER} 402 on Kites, how many.", "on Kites, how many.", ", how many."),
        (
            f"Pursuant to a{ANSWER} 4,021, on Kites: Ropes, Reels and Tails, whether 12.5% are.",
            "on Kites: Ropes, Reels and Tails, whether % are.",
            ", whether % are.",
        ),
        (
            f"with reference to the A{ANSWER} 402 on Hats and to the A{ANSWER} 403 on Coats, if he will.",
            "on Hats on Coats, if he will.",
            ", if he will.",
        ),
        ("how many of 1,023 kites flew in 2029-30.", "how many of kites flew in .", "how many of kites flew in ."),
    ],
)
def test_a_reference_and_every_number_are_masked(told: str, without: str, bare: str) -> None:
    assert masked(f"{OFFICE} {told}") == f"{OFFICE} {without}"
    assert masked(f"{OFFICE} {told}", HEADINGS) == f"{OFFICE} {bare}"


def test_places_are_the_worst_of_equals() -> None:
    scores = np.array([3.0, 5.0, 3.0, 1.0])
    assert [place(scores, n) for n in (1, 0, 2, 3, -1)] == [1, 3, 3, 4, NOWHERE]


def test_shares_and_their_intervals() -> None:
    ranks = Ranks((1, 2, 11, NOWHERE))
    assert (ranks.within(1), ranks.within(10)) == (0.25, 0.5)
    assert ranks.reciprocal() == pytest.approx((1 + 1 / 2 + 1 / 11) / 4)
    low, high = ranks.interval(10)
    assert 0 <= low <= 0.5 <= high <= 1


def test_weights_are_fitted_to_what_tells_the_right_row() -> None:
    drawn = np.random.default_rng(3)
    told = []
    for _ in range(40):
        rows = drawn.normal(size=(20, 3))
        told.append((rows, int(np.argmax(rows @ np.array([2.0, 0.0, -1.0])))))
    first, second, third = fitted(told)
    assert first > abs(second) * 5
    assert third < -abs(second)
    assert fitted([*told, (np.ones((2, 3)), -1)]) == pytest.approx([first, second, third])


def test_it_runs_on_a_folder_of_questions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(tmp_path)
    assert main(["--data", str(tmp_path), "--dense", "--keep", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert "12 questions, indexed" in told
    assert told.count("\nsimilar  ") == 2
    assert "fitted to other months" in told
    assert main(["--data", str(tmp_path / "nowhere")]) == 1


def test_what_the_departments_linked_is_found(shared: Path, tmp_path: Path) -> None:
    data = shared / "data" / "written-questions"
    held = {one.id: one for one in asked_in(data)}
    similar, encoder = Similar(Questions(InMemory(tmp_path, held.values()))), Encoder()
    places: list[int] = []
    ours: list[float] = []
    theirs: list[float] = []
    for pair in pairs(data, "pursuant"):
        sought = Sought(masked(pair.asked), on=held[pair.question].tabled)
        begun = time.perf_counter()
        found = [one.id for one in similar.find(sought)]
        ours.append(time.perf_counter() - begun)
        places.append(found.index(pair.named) + 1 if pair.named in found else NOWHERE)
        if len(theirs) < 40:
            begun = time.perf_counter()
            encoder.encode_query(sought.text)
            theirs.append(time.perf_counter() - begun)
    ranks = Ranks(tuple(places))
    assert len(places) == 307
    assert ranks.within(1) >= 0.65
    assert ranks.within(10) >= 0.96
    assert median(ours) < 3 * median(theirs)


def _write(folder: Path) -> None:
    things = ("kites", "ropes", "otters", "lamps", "ferries", "bees")
    rows = []
    for n, thing in enumerate(things):
        for m, text in enumerate(
            (
                f"how many {thing} there are.",
                f"pursuant to the Answer of 2 {{}} 2031 to Question {n} on {thing}, whether more {thing} are wanted.",
            )
        ):
            month = 1 + (n + m) % 3 + 3 * m
            rows.append(
                {
                    "id": 100 * m + n,
                    "uin": str(n),
                    "questionText": f"{OFFICE} {text.format('May')}",
                    "answerText": f"<p>There are {n} {thing}.</p>",
                    "answeringBodyName": "Department for Kites",
                    "heading": thing.title(),
                    "dateTabled": f"2031-0{month}-01T00:00:00",
                    "dateAnswered": f"2031-0{month}-02T00:00:00",
                    "askingMemberId": n,
                    "groupedQuestions": [],
                }
            )
    (folder / "2031-01.json").write_text(json.dumps({"results": [{"value": row} for row in rows]}), encoding="utf-8")
    texts = {row["id"]: row["questionText"] for row in rows}
    links = [{"q_id": 100 + n, "ref_id": n, "q": texts[100 + n]} for n in range(len(things))]
    (folder / "links-pursuant.jsonl").write_text("\n".join(map(json.dumps, links)), encoding="utf-8")
