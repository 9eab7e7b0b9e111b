"""The encoder that ships: no torch for a question, the same vectors either way, and nothing altered is believed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from corpus.encoder import static
from corpus.encoder.static import OWN, Static
from corpus.errors import ModelAltered, ModelMissing

TEXTS = ("How many kites were released after August 2031?", "The Minister said that 288 kites had flown.", "Ropes")


def test_it_is_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in OWN.rglob("*") if path.is_file()) <= 12 * 1024 * 1024


def test_a_question_imports_no_torch() -> None:
    told = (
        "import sys; from corpus.encoder.static import Static; v = Static().encode_query('How many kites?');"
        "print(len(v), 'torch' in sys.modules, 'sentence_transformers' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["384", "False", "False"]


def test_sentence_transformers_gives_the_same_vectors() -> None:
    from sentence_transformers import SentenceTransformer

    ours = Static().encode_passages(TEXTS)
    theirs = SentenceTransformer(str(OWN), device="cpu").encode(list(TEXTS), convert_to_numpy=True)
    assert np.abs(ours - theirs).max() < 1e-5


def test_a_question_is_encoded_as_a_passage_is() -> None:
    own = Static()
    assert np.array_equal(own.encode_query(TEXTS[0]), own.encode_passages(TEXTS)[0])
    assert np.allclose(np.linalg.norm(own.encode_passages(TEXTS), axis=1), 1, atol=1e-6)


@pytest.mark.parametrize("text", ["", "   ", "\0", "山"])
def test_a_text_without_a_word_is_all_noughts(text: str) -> None:
    assert not Static().encode_query(text).any()


def test_what_means_the_same_lies_nearer() -> None:
    asked, near, far = Static().encode_passages(
        ["How many prisoners were freed?", "The number of inmates released from jail", "Dairy farmers got a grant."]
    )
    assert asked @ near > asked @ far + 0.2


def test_the_finer_way_finds_half_a_line_in_a_long_text() -> None:
    filler = "The Department keeps its buildings, its fleet and its many suppliers under review. " * 12
    asked = "How many inmates were freed?"
    told = Static().finer(asked, [f"{filler}In May 12 prisoners were released. {filler}", filler, ""])
    assert told[0] > told[1] + 0.1 > told[2]


def test_words_that_stand_together_are_nearer_than_the_same_words_apart() -> None:
    filler = "The Department keeps its buildings, its fleet and its many suppliers under review. " * 3
    together = f"{filler}Prisoners were released from Ashdown in May. {filler}{filler}"
    apart = f"{filler}Prisoners were counted. {filler}Ashdown was painted in May. {filler}Dogs were released."
    told = Static().finer("How many prisoners were released from Ashdown in May?", [together, apart])
    assert told[0] > told[1] + 0.02


@pytest.mark.parametrize("asked", ["", "山"])
def test_nothing_is_near_to_no_words(asked: str) -> None:
    assert not Static().finer(asked, ["Kites flew.", ""]).any()


def test_a_sentence_that_is_known_to_be_nearer_raises_its_text_and_no_other_lowers_it() -> None:
    own, asked = Static(), "How many kites flew?"
    plain = own.finer(asked, TEXTS)
    raised = own.finer(asked, TEXTS, [1.0, *[-1.0] * (len(TEXTS) - 1)])
    whole = own.encode_passages(TEXTS)[0] @ own.encode_query(asked)
    assert np.allclose(raised[1:], plain[1:])
    assert raised[0] == pytest.approx(plain[0] + (1 - whole) * 2 / 5, abs=1e-5)


def test_the_finer_way_is_the_same_whatever_else_is_told() -> None:
    own = Static()
    assert np.allclose(own.finer(TEXTS[0], TEXTS), np.concatenate([own.finer(TEXTS[0], [one]) for one in TEXTS]))


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    Static().encode_passages(["Kites"] * 3000, lambda done, of: told.append((done, of)))
    assert told == [(2048, 3000), (3000, 3000)]


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json"])
def test_an_altered_file_is_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "own"
    shutil.copytree(OWN, copy)
    held = bytearray((copy / name).read_bytes())
    held[-3] ^= 1
    (copy / name).write_bytes(held)
    monkeypatch.setattr(static, "OWN", copy)
    with pytest.raises(ModelAltered, match="install Despatch again"):
        Static(copy).encode_query("kites")


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing):
        Static(tmp_path)
