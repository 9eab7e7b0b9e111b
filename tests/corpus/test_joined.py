"""Passages in one ranking by their words and their meaning, the best dozen told closely by MiniLM."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from corpus.encoder import Encoder
from corpus.encoder.forward import Array
from corpus.encoder.static import Static
from corpus.index import catch_up, joined
from corpus.index.joined import Closely, best
from corpus.index.lexical import Lexical
from corpus.index.meaning import Meaning
from corpus.ingest import ingest
from corpus.ledger import Ledger
from tests.corpus.test_index import ledger, put

__all__ = ["ledger"]  # a fixture

FILLER = "The Department keeps its buildings, its fleet and its many suppliers under review. " * 6


def ranked(held: Ledger, words: str, closely: Closely | None = None) -> list[str]:
    return best(held, words, 9, (Lexical(held), Meaning(held), closely))


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("When was a whale seen?", "s-whales-p0"),
        ("Which animal did anybody see from the jetty?", "s-whales-p0"),
        ("Has the price of loaves gone up?", "s-bread-p0"),
    ],
)
@pytest.mark.parametrize("close", [True, False])
def test_words_and_meaning_find_together(ledger: Ledger, asked: str, first: str, *, close: bool) -> None:
    put(ledger, "whales", f"{FILLER}A whale was seen from the pier in May. {FILLER}")
    put(ledger, "stores", FILLER)
    catch_up(ledger)
    assert ranked(ledger, asked, Closely() if close else None)[0] == first


@pytest.mark.parametrize(
    ("asked", "plain", "telling"),
    [
        ("How many lanterns were lit?", "Many lanterns were lit.", "Some 40 lanterns were lit by the harbour guard."),
        ("How many eels were caught?", "Many eels were caught.", "In the weir 31 eels were caught at night."),
        ("How many kilns were cold?", "Many kilns were cold.", "In the valley 12 kilns were cold by then."),
    ],
)
def test_who_asks_for_a_figure_gets_a_passage_that_holds_one(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str, plain: str, telling: str
) -> None:
    for name, text in {"telling": telling, "plain": plain}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        ingest(ledger, [tmp_path / f"{name}.txt"])
    ids = {p.text: p.id for p in ledger.each_passage()}
    assert ledger.counting(ids.values()) == {ids[telling]}
    catch_up(ledger)
    by = (Lexical(ledger), Meaning(ledger), None)
    monkeypatch.setattr(joined, "FIGURE", 1.0)
    assert best(ledger, asked, 2, by) == [ids[plain], ids[telling]]
    assert best(ledger, asked, 2, by, figure=True) == [ids[telling], ids[plain]]


def test_every_passage_that_either_finds_is_ranked_once(ledger: Ledger) -> None:
    catch_up(ledger)
    found = ranked(ledger, "boats and lamps", Closely())
    assert len(found) == len(set(found)) == 3
    assert len(ranked(ledger, "", Closely())) == 3


def test_a_stretch_is_read_once_and_the_oldest_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(self: Encoder, texts: Sequence[str], progress: object = None) -> Array:
        read.extend(texts)
        return np.ones((len(texts), self.width), dtype=np.float32)

    monkeypatch.setattr(Encoder, "encode_passages", noted)
    monkeypatch.setattr(joined, "_KEPT", 2)
    closely = Closely()
    assert closely.told("Kites?", []).shape == (0,)
    for texts in (["Kites.", "Ropes."], ["Ropes.", "Kites.", "Ropes."], ["Hats."], ["Kites."], ["Ropes."]):
        assert len(closely.told("Kites?", texts)) == len(texts)
    assert read == ["Kites.", "Ropes.", "Hats.", "Ropes."]


@pytest.mark.parametrize("text", [f"{FILLER}A whale was seen from the pier. {FILLER}", "A whale was seen.", "", "山"])
def test_the_stretch_that_answers_is_found(text: str) -> None:
    (span,) = Static().stretches("Who saw the whale?", [text])
    assert 0 <= span.start <= span.end <= len(text)
    assert ("whale was seen" in span.of(text)) == ("whale" in text)
    assert span.end - span.start < 500
