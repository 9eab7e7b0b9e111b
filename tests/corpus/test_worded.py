"""A sentence that a figure stands in has a vector of its own, and finds its passage."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.encoder.forward import Array
from corpus.extract import extract
from corpus.index import dense
from corpus.index.dense import Dense
from corpus.index.worded import passage_of, sentences, whole
from corpus.ledger import Entry, Ledger
from corpus.passages import cut
from corpus.records import Figure, Passage, Source, SourceKind
from tests.corpus.test_index import MADE, WORDS, Hashing, ledger, nearest, path

__all__ = ["ledger", "path"]  # fixtures

LONG = (
    "The harbour board met on Tuesday and heard from its clerk. Of 41 moorings, nine were found empty. "
    "It thanked the divers, the crane hands and the night watch, and closed with a word about paint, rope and tar."
)


def read(name: str, text: str) -> tuple[Source, tuple[Passage, ...], tuple[Figure, ...]]:
    source = Source(f"s-{name}", name, "", SourceKind.DOCUMENT, None, "", "", name, key=name)
    return source, cut(text, source.id), extract(text, source).figures


def put(ledger: Ledger, name: str, text: str) -> None:
    source, passages, figures = read(name, text)
    ledger.put_all([Entry(source, text, passages, figures)])


def test_each_sentence_with_a_figure_is_worded_once() -> None:
    source, passages, figures = read("moorings", LONG)
    assert len(figures) > 1
    (one,) = sentences(passages, {source.id: figures})
    assert one.text == "Of 41 moorings, nine were found empty."
    assert (passage_of(one.id), one.source_id) == (passages[0].id, source.id)
    assert one.id != whole(passages[0]).id == passages[0].id == passage_of(passages[0].id)


def test_what_is_all_of_its_passage_is_not_worded_again() -> None:
    source, passages, figures = read("lamps", WORDS["lamps"])
    assert figures
    assert sentences(passages, {source.id: figures}) == []
    assert sentences(passages, {}) == []


@given(st.lists(st.sampled_from([LONG, WORDS["lamps"], WORDS["bread"], "Nothing of note.", ""]), max_size=6))
def test_every_sentence_stands_in_its_passage(paragraphs: list[str]) -> None:
    source, passages, figures = read("many", "\n\n".join(paragraphs))
    held = {p.id: p.text for p in passages}
    made = sentences(passages, {source.id: figures})
    assert len({one.id for one in made}) == len(made)
    for one in made:
        assert one.text in held[passage_of(one.id)]
        assert one.text != held[passage_of(one.id)]


def test_a_passage_is_as_near_as_its_nearest_sentence_and_found_once(ledger: Ledger, path: str) -> None:
    put(ledger, "moorings", LONG)
    index = Dense(ledger, Hashing())
    asked = Hashing().encode_query("Of 41 moorings, nine were found empty.")
    hits = index.search(asked, 9)
    assert hits[0][0] == "s-moorings-p0"
    assert hits[0][1] == pytest.approx(1, abs=1e-5)
    assert sorted(i for i, _ in hits) == sorted([*(f"s-{name}-p0" for name in WORDS), "s-moorings-p0"])
    assert (index.held, index.complete) == (4, True)


def test_as_many_passages_are_found_as_are_asked_for_however_many_sentences_lie_nearer(
    ledger: Ledger, path: str
) -> None:
    counted = " ".join(f"The board counted {n:,} lamps in the town." for n in range(1_030, 1_060))
    put(ledger, "counted", counted)
    assert set(nearest(Dense(ledger, Hashing()), WORDS["lamps"], 2)) == {"s-lamps-p0", "s-counted-p0"}
    assert len(nearest(Dense(ledger, Hashing()), WORDS["lamps"], 4)) == 4


def test_a_slow_encoder_is_not_asked_for_sentences(ledger: Ledger) -> None:
    slow = Hashing()
    slow.quick = False
    put(ledger, "moorings", LONG)
    assert Dense(ledger, slow).held == 4
    assert sorted(slow.encoded) == sorted([*WORDS.values(), LONG])


def test_progress_counts_passages_and_not_their_sentences(ledger: Ledger) -> None:
    put(ledger, "moorings", LONG)
    told: list[tuple[int, int]] = []

    class Telling(Hashing):
        def encode_passages(self, texts: Sequence[str], progress: object = None) -> Array:
            made = super().encode_passages(texts)
            assert callable(progress)
            progress(len(texts), len(texts))
            return made

    Dense(ledger, Telling(), lambda n, of: told.append((n, of)))
    assert told[-1] == (4, 4)
    assert all(n <= of == 4 for n, of in told)


def test_an_index_from_before_sentences_is_made_again(
    ledger: Ledger, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(ledger, "moorings", LONG)
    slow = Hashing()
    slow.quick = False
    Dense(ledger, slow)
    folder = ledger.folder / "index" / "dense"
    with sqlite3.connect(folder / MADE) as raw:
        raw.executescript(
            "ALTER TABLE vector RENAME COLUMN id TO passage_id; UPDATE meta SET value = '1' WHERE name = 'version'"
        )
    raw.close()
    if path == "chroma":
        told = json.loads((folder / "current.json").read_text())
        del told["passages"]
        (folder / "current.json").write_text(json.dumps(told))
    asked = Hashing().encode_query("Of 41 moorings, nine were found empty.")
    ((found, near),) = Dense(ledger, Hashing()).search(asked, 1)
    assert found == "s-moorings-p0"
    assert near == pytest.approx(1, abs=1e-5)


def test_the_vectors_of_many_passages_go_to_chroma_by_their_own_number(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(ledger, "moorings", LONG)
    monkeypatch.setattr(dense, "EXACT", 4)  # passages; with the sentence there are five vectors
    Dense(ledger, Hashing())
    assert (ledger.folder / "index" / "dense" / "current.json").exists()
