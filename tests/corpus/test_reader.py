"""The reader gives what the network that it was made as gives, names what is wrong with it, and its exercises hold."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from corpus.encoder.model import Model, find_model
from corpus.encoder.reader import READER, Reader, changed
from corpus.errors import ModelAltered
from corpus.records import Span
from tests.reader.examples import EXERCISES, exercises

TEXT = (
    "The inspectorate visited 212 farms last winter. It found that 47 of them kept no record of medicines given to "
    "their animals. Nine were fined, and the owner of one, in Dunmore, was sent to prison for four months."
)
QUESTIONS = (
    "How many farmers could not show what drugs their livestock had been given?",
    "How many farms were punished with a fine?",
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def test_a_question_in_other_words_leads_to_the_number(reader: Reader) -> None:
    reading = reader.read(QUESTIONS[0], TEXT)
    odds = {n: reading.within(Span(TEXT.index(n), TEXT.index(n) + len(n))) for n in ("212", "47", "Nine", "four")}
    assert max(odds, key=lambda n: odds[n]) == "47"


def test_numpy_reads_as_the_network_does(reader: Reader) -> None:
    import torch
    from transformers import AutoModel

    weights = reader._weights
    net = AutoModel.from_pretrained(find_model("").folder, attn_implementation="eager")
    own = {name: torch.from_numpy(np.array(weights[name])) for name in net.state_dict() if name in weights}
    net.load_state_dict(own, strict=False)
    tokenizer = reader._tokenizer
    for question in QUESTIONS:
        asked, text = (tokenizer.encode(t, add_special_tokens=False).ids for t in (question, TEXT))
        tokens = [101, *asked, 102, *text, 102]
        kinds = [0] * (len(asked) + 2) + [1] * (len(text) + 1)
        with torch.no_grad():
            rows = net(input_ids=torch.tensor([tokens]), token_type_ids=torch.tensor([kinds])).last_hidden_state[0]
        scores = rows.numpy() @ weights["head.weight"] + weights["head.bias"]
        told = (scores - scores[0])[len(asked) + 2 : -1]
        assert np.abs(told - np.array(reader.read(question, TEXT).odds)).max() < 1e-3


def test_the_odds_do_not_hang_on_what_else_was_read(reader: Reader) -> None:
    first = reader.read(QUESTIONS[0], TEXT)
    reader.read(QUESTIONS[1], "Another text altogether, with 12 ships.")
    assert reader.read(QUESTIONS[0], TEXT) == first


@pytest.mark.parametrize("text", ["", " ", "☃" * 400, "word " * 5_000])
def test_any_text_is_read(reader: Reader, text: str) -> None:
    reading = reader.read("How many?", text)
    assert len(reading.begins) == len(reading.odds) <= 180


def test_a_span_without_a_word_has_no_odds(reader: Reader) -> None:
    assert reader.read("How many?", TEXT).within(Span(8, 8)) == float("-inf")


def test_altered_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    altered = tmp_path / "reader.npz"
    altered.write_bytes(READER.read_bytes()[:-1] + b"x")
    monkeypatch.setattr("corpus.encoder.reader.READER", altered)
    with pytest.raises(ModelAltered, match="not the ones that ship"):
        Reader(changes=altered).read("How many?", TEXT)


def test_another_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelAltered, match="holds another model"):
        Reader(Model(tmp_path, "0" * 64))


def test_a_change_is_added_or_put_in_place() -> None:
    base = {"a.weight": np.ones((3, 2), np.float32), "a.bias": np.zeros(3, np.float32)}
    out, inner = np.array([[1], [2], [3]], np.float32), np.array([[10, 20]], np.float32)
    made = changed(base, {"a.weight:out": out, "a.weight:in": inner, "a.bias": np.ones(3, np.float32)})
    assert made["a.weight"].tolist() == [[11, 21], [21, 41], [31, 61]]
    assert made["a.bias"].tolist() == [1, 1, 1]
    assert base["a.weight"].tolist() == [[1, 1]] * 3


def test_every_exercise_holds_its_answer_once() -> None:
    files = sorted(EXERCISES.glob("*.jsonl"))
    made = exercises(files, strangers=0.0)
    assert len(made) > 3_000
    assert any(e.answer is None for e in made)
    assert all(any(c.isalnum() for c in e.answer.of(e.text)) for e in made if e.answer is not None)
