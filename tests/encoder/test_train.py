"""Training keeps to its months, learns, and gives the same bytes twice: over invented material, in a few steps."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from corpus.encoder import find_model
from tests.encoder.lessons import Lessons, Sizes, lessons
from tests.encoder.losses import Losses, Weights, pieced
from tests.encoder.material import exercises, hansard, same_answer, told
from tests.encoder.teacher import Floats, Teacher
from tests.encoder.train import train

GOODS = ("kites", "ropes", "reels", "tails", "hats", "coats", "boots", "gloves")


class Echo(Teacher):
    """Teaches vectors that come of the texts' lengths alone, and costs nothing."""

    def texts(self, texts: Sequence[str], longest: int) -> Floats:
        rows = np.random.default_rng(len(texts)).normal(size=(len(texts), 384)).astype(np.float32)
        made: Floats = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return made


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    for name in ("pairs", "written-questions", "hansard", "exercises"):
        (folder / name).mkdir()
    pairs = [_pair(n, good, f"2023-{n + 1:02}") for n, good in enumerate(GOODS)]
    (folder / "pairs" / "a.jsonl").write_text("\n".join(map(json.dumps, pairs)), encoding="utf-8")
    said = " ".join(f"<p>My hon. Friend asked about the price of {good} last week.</p>" for good in GOODS)
    (folder / "hansard" / "day.xml").write_text(said, encoding="utf-8")
    passages = [
        {
            "text": f"The works made {n + 2} {good} in May. Nobody knows why they were made.",
            "questions": [{"q": f"How many {good}?", "answer": f"{n + 2} {good}"}, {"q": "Who?", "answer": None}],
        }
        for n, good in enumerate(GOODS)
    ]
    (folder / "exercises" / "a.jsonl").write_text("\n".join(map(json.dumps, passages)), encoding="utf-8")
    return folder


def _pair(n: int, good: str, month: str) -> dict[str, object]:
    question = f"To ask the Secretary of State for Kites, how many {good} her Department bought in 2030."
    return {"id": n, "month": month, "question": question, "answer": f"It bought {good} of many sorts. " * 6}


@pytest.fixture(scope="module")
def held(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Lessons:
    teacher = Echo(find_model(""), tmp_path_factory.mktemp("cache"))
    return lessons(data, teacher, "2023-06", Sizes(8, 8), data / "exercises")


def test_what_was_tabled_later_is_kept_back(data: Path, held: Lessons) -> None:
    assert [one.month for one in told(data, "2023-03")] == ["2023-01", "2023-02", "2023-03"]
    assert len(held.asked) == 6


def test_a_question_is_asked_blind(data: Path) -> None:
    assert told(data, "2023-01")[0].blind == "how many kites her Department bought in ."


def test_questions_with_one_answer_are_told(data: Path) -> None:
    one, two, *_ = told(data, "2023-04")
    assert same_answer([one, two, one]) == [(0, 2)]


def test_debates_and_exercises_are_read(data: Path) -> None:
    assert len(hansard(data / "hansard", 5)) == 5
    first = exercises(data / "exercises")[0]
    assert first.asked == (("How many kites?", 0), ("Who?", -1))


@pytest.mark.parametrize("weights", [Weights(), Weights(answers=0)])
def test_it_learns_and_gives_the_same_bytes_twice(held: Lessons, weights: Weights) -> None:
    rows = np.random.default_rng(0).normal(size=(30_522, 384), scale=0.05).astype(np.float32)
    first, again = (train(rows, held, 6, weights) for _ in range(2))
    assert [one.tobytes() for one in first] == [one.tobytes() for one in again]

    def lost(table: Floats, weighing: Floats) -> float:
        one, other = (nn.Parameter(torch.from_numpy(made)) for made in (table, np.log(weighing)))
        losses = Losses(one, other, held, np.random.default_rng(1), weights)
        return sum(float(losses.of(step).detach()) for step in range(3))

    assert lost(*first) < lost(rows, np.linalg.norm(rows, axis=1) ** 1.5)


def test_pieces_are_held_against_the_likest() -> None:
    table = torch.eye(6, 4)
    table[4:] = torch.tensor([[0.6, 0.8, 0, 0], [0, 0, 0, 1]])
    weighing = torch.log(torch.tensor([1.0, 3, 1, 1, 1, 1]))
    asked = np.array([0, 1, 2]), np.array([0, 2])
    held = np.array([4, 3, 1, 2]), np.array([0, 2, 3])
    told = pieced(table, weighing, asked, held)
    assert torch.allclose(told, torch.tensor([[(0.6 + 3 * 0.8) / 4, 3 / 4, 0], [0, 0, 1]]))


def test_minilm_is_kept_once_it_has_read(tmp_path: Path) -> None:
    teacher = Teacher(find_model(""), tmp_path)
    texts = ["Kites fly.", "Ropes do not, and " + "so " * 300]
    made = teacher.texts(texts, 32)
    assert np.allclose(np.linalg.norm(made, axis=1), 1, atol=1e-6)
    again = Teacher(find_model(""), tmp_path)
    assert np.array_equal(again.texts(texts, 32), made)
    assert again.spent == 0
