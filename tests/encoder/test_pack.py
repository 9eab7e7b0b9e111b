"""What ships is what was trained: to half a step of its numbers, in word pieces of English, and loaded either way."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from corpus.encoder import find_model
from corpus.encoder.static import Static
from tests.encoder.pack import kept, quantised, smaller, write

TEXTS = (
    "What is the price of kites?",
    "",
    "Kites flew over Ærø – 1,023 of them, in 2031.",
    "naïve café",
    "kites " * 900,
)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    made = Tokenizer.from_file(str(find_model("").folder / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, tokenizer: Tokenizer) -> Path:
    made = tmp_path_factory.mktemp("own")
    rows = np.random.default_rng(1).normal(size=(tokenizer.get_vocab_size(), 24)).astype(np.float32)
    write(rows, np.ones(len(rows), dtype=np.float32), tokenizer, made)
    return made


def test_numbers_are_kept_to_half_a_step() -> None:
    vectors = np.random.default_rng(0).normal(size=(50, 16)).astype(np.float32)
    vectors[7] = 0
    rows, factors = quantised(vectors)
    assert rows.dtype == np.int8
    assert np.all(np.abs(rows * factors[:, None] - vectors) <= factors[:, None] * 0.5001)


@pytest.mark.parametrize("piece", ["kite", "##s", "café", "2031", "–", "[UNK]", "[PAD]"])
def test_pieces_of_english_are_kept(piece: str) -> None:
    assert kept(["a", piece]) == [0, 1]


@pytest.mark.parametrize("piece", ["[unused7]", "я", "山", "##א", "π"])
def test_other_scripts_and_free_places_are_not(piece: str) -> None:
    assert kept(["a", piece]) == [0]


def test_a_smaller_vocabulary_cuts_english_as_before(tokenizer: Tokenizer) -> None:
    pieces = [tokenizer.id_to_token(n) or "" for n in range(tokenizer.get_vocab_size())]
    cut = smaller(tokenizer, kept(pieces))
    for text in TEXTS:
        before, after = (one.encode(text, add_special_tokens=False).tokens for one in (tokenizer, cut))
        assert before == after


def test_the_folder_says_what_it_is(folder: Path) -> None:
    told = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    assert told["hidden_size"] == 24
    assert [one["name"] for one in json.loads((folder / "modules.json").read_text(encoding="utf-8"))] == ["0", "1"]


def test_both_ways_of_loading_give_the_same_vectors(folder: Path) -> None:
    from sentence_transformers import SentenceTransformer

    ours = Static(folder).encode_passages(TEXTS)
    theirs = SentenceTransformer(str(folder), device="cpu").encode(list(TEXTS), convert_to_numpy=True)
    assert np.abs(ours - theirs).max() < 1e-5
    assert ours.shape == (len(TEXTS), 24)


def test_the_same_table_gives_the_same_bytes(tmp_path: Path, tokenizer: Tokenizer) -> None:
    rows = np.ones((tokenizer.get_vocab_size(), 8), dtype=np.float32)
    counts = np.ones(len(rows), dtype=np.float32)
    assert write(rows, counts, tokenizer, tmp_path / "a") == write(rows, counts, tokenizer, tmp_path / "b")
