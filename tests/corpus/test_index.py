"""The indexes are caches: whatever becomes of them, they say what the ledger holds, or are made again."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock

from corpus.encoder import Model
from corpus.encoder.forward import Array
from corpus.index import catch_up, dense, forget
from corpus.index.dense import Dense
from corpus.index.lexical import Lexical
from corpus.ledger import Entry, Ledger, opening
from corpus.passages import cut
from corpus.records import Passage, Source, SourceKind

WORDS = {
    "lamps": "The board counted 1,023 lamps in the town.",
    "boats": "Twelve boats were released from the harbour in August.",
    "bread": "A baker sold 15.6% more bread, naïvely.",
}


MADE = f"vectors-{'a' * 12}.sqlite"
"""What Hashing's vectors lie in."""


class Hashing:
    """An encoder that needs no model: each word points its own way."""

    width = 64
    quick = True

    def __init__(self, sha256: str = "a" * 64) -> None:
        self.model = Model(Path(), sha256)
        self.encoded: list[str] = []

    def encode_query(self, text: str) -> Array:
        vector = np.zeros(self.width, dtype=np.float32)
        for word in text.lower().split():
            vector[sum(map(ord, word)) % self.width] += 1
        made: Array = vector / max(float(np.linalg.norm(vector)), 1e-9)
        return made.astype(np.float32)

    def encode_passages(self, texts: Sequence[str], progress: object = None) -> Array:
        self.encoded += texts
        return np.stack([self.encode_query(t) for t in texts])

    def finer(self, text: str, others: Sequence[str], known: Sequence[float] = ()) -> Array | None:
        return None


def put(ledger: Ledger, name: str, text: str) -> None:
    source_id = f"s-{name}"
    source = Source(source_id, f"On {name}", "", SourceKind.DOCUMENT, None, "", "", name, key=name)
    ledger.put_all([Entry(source, text, cut(text, source_id))])


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "record", create=True) as made:
        for name, text in WORDS.items():
            put(made, name, text)
        yield made


def found(index: Lexical, words: str) -> list[str]:
    return [passage_id for passage_id, _ in index.search(words)]


# -- by words


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("lamp", "s-lamps-p0"),
        ("1023", "s-lamps-p0"),
        ("1,023", "s-lamps-p0"),
        ("releases of BOATS", "s-boats-p0"),
        ("naively 15.6", "s-bread-p0"),
    ],
)
def test_a_passage_is_found_by_its_words_in_any_form(ledger: Ledger, words: str, first: str) -> None:
    assert found(Lexical(ledger), words)[0] == first


@pytest.mark.parametrize("words", ["", "   ", "?!", "xyzzy", '") OR 1=1; --'])
def test_words_that_are_nowhere_find_nothing(ledger: Ledger, words: str) -> None:
    assert Lexical(ledger).search(words) == []


@pytest.mark.parametrize("words", ["lamps AND boats", "+lamps -boats", "text:lamps^9 boats~2", "lamps* [a TO b] boats"])
def test_no_sign_in_a_question_is_an_operator(ledger: Ledger, words: str) -> None:
    assert set(found(Lexical(ledger), words)) >= {"s-lamps-p0", "s-boats-p0"}


def test_the_best_come_first_and_no_more_than_asked(ledger: Ledger) -> None:
    hits = Lexical(ledger).search("the boats were released in the town", 2)
    assert hits[0][0] == "s-boats-p0"
    assert len(hits) == 2
    assert hits[0][1] > hits[1][1] > 0


def test_stopwords_find_a_passage_only_where_there_is_nothing_else(ledger: Ledger) -> None:
    put(ledger, "how", "How many of them were there?")
    index = Lexical(ledger)
    assert "s-how-p0" not in found(index, "How many of the boats were released?")
    assert found(index, "How many of them were there?")[0] == "s-how-p0"


def test_a_title_finds_its_passages(ledger: Ledger) -> None:
    put(ledger, "gas", "Nothing of note.")
    assert found(Lexical(ledger), "gas") == ["s-gas-p0"]


def test_the_index_follows_the_ledger(ledger: Ledger) -> None:
    index = Lexical(ledger)
    put(ledger, "boats", "All the ferries were sold.")
    ledger.remove("s-lamps")
    put(ledger, "gas", "Gas was lit.")
    index.refresh()
    assert found(index, "released") == []
    assert found(index, "lamps") == []
    assert found(index, "ferry") == ["s-boats-p0"]
    assert found(Lexical(ledger), "gas") == found(index, "gas") == ["s-gas-p0"]


def test_only_what_changed_is_written_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    Lexical(ledger)
    put(ledger, "gas", "Gas was lit.")
    asked: list[str] = []
    passages_of = ledger.passages_of

    def asking(source_ids: Sequence[str]) -> dict[str, tuple[Passage, ...]]:
        asked.extend(source_ids)
        return passages_of(source_ids)

    monkeypatch.setattr(ledger, "passages_of", asking)
    Lexical(ledger)
    assert asked == ["s-gas"]


@pytest.mark.parametrize("harm", ["missing", "version", "broken", "stamp", "sources"])
def test_a_harmed_index_is_made_again(ledger: Ledger, harm: str) -> None:
    Lexical(ledger)
    folder = ledger.folder / "index" / "lexical"
    if harm == "missing":
        shutil.rmtree(folder)
    elif harm == "broken":
        # A new file, not the old one cut short: an index still open on the old one would read past its end.
        for file in list((folder / "segments").iterdir()):
            file.unlink()
            file.write_bytes(b"broken")
    elif harm == "version":
        (folder / "stamp.json").write_text('{"version": 0}')
    else:
        (folder / f"{harm}.json").write_text('{"fing')
    assert found(Lexical(ledger), "lamps")[0] == "s-lamps-p0"
    put(ledger, "gas", "Gas was lit.")
    assert found(Lexical(ledger), "gas") == ["s-gas-p0"]


def test_where_nothing_may_be_written_an_index_is_made_in_memory(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "writable", lambda folder: False)
    with Ledger.open(ledger.folder) as reading:
        assert found(Lexical(reading), "lamps")[0] == "s-lamps-p0"
        assert not (ledger.folder / "index").exists()


def test_while_another_process_mends_the_index_it_can_be_searched(ledger: Ledger) -> None:
    Lexical(ledger)
    put(ledger, "gas", "Gas was lit.")
    with FileLock(ledger.folder / "index" / "lexical.lock"):
        assert found(Lexical(ledger), "gas") == ["s-gas-p0"]


# -- by meaning


def nearest(index: Dense, words: str, k: int = 1) -> list[str]:
    return [passage_id for passage_id, _ in index.search(Hashing().encode_query(words), k)]


@pytest.fixture(params=["exact", "chroma"])
def path(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both paths of dense search must do the same; a small record goes the large way when it is told to."""
    if request.param == "chroma":
        monkeypatch.setattr(dense, "EXACT", 0)
    return str(request.param)


def test_the_nearest_come_first_with_their_cosine(ledger: Ledger, path: str) -> None:
    index = Dense(ledger, Hashing())
    hits = index.search(Hashing().encode_query(WORDS["boats"]), 3)
    assert hits[0][0] == "s-boats-p0"
    assert hits[0][1] == pytest.approx(1, abs=1e-5)
    assert hits[0][1] > hits[1][1] >= hits[2][1]
    assert index.complete


def test_more_may_be_asked_for_than_there_are(ledger: Ledger, path: str) -> None:
    assert len(nearest(Dense(ledger, Hashing()), "boats", 99)) == 3


def test_an_empty_record_has_no_nearest(tmp_path: Path) -> None:
    with Ledger.open(tmp_path, create=True) as empty:
        assert nearest(Dense(empty, Hashing()), "boats") == []


def test_vectors_follow_the_ledger_and_known_words_are_not_encoded_twice(ledger: Ledger, path: str) -> None:
    first = Hashing()
    index = Dense(ledger, first)
    assert sorted(first.encoded) == sorted(WORDS.values())
    put(ledger, "gas", "Gas was lit.")
    put(ledger, "copy", WORDS["lamps"])
    ledger.remove("s-boats")
    first.encoded.clear()
    assert not index.complete
    index.refresh()
    assert index.complete
    assert first.encoded == ["Gas was lit."]
    assert nearest(index, "Gas was lit.") == ["s-gas-p0"]
    assert "s-boats-p0" not in nearest(index, WORDS["boats"], 9)
    assert set(nearest(index, WORDS["lamps"], 2)) == {"s-lamps-p0", "s-copy-p0"}
    again = Hashing()
    assert len(nearest(Dense(ledger, again), "gas", 9)) == 4
    assert again.encoded == []


def test_another_model_has_its_own_vectors(ledger: Ledger, path: str) -> None:
    Dense(ledger, Hashing())
    other = Hashing("b" * 64)
    Dense(ledger, other)
    assert sorted(other.encoded) == sorted(WORDS.values())
    assert [p.name for p in (ledger.folder / "index" / "dense").glob("vectors*")] == ["vectors-bbbbbbbbbbbb.sqlite"]


@pytest.mark.parametrize("harm", ["missing", "vectors", "chroma", "pointer"])
def test_a_harmed_dense_index_is_made_again(ledger: Ledger, path: str, harm: str) -> None:
    Dense(ledger, Hashing())
    folder = ledger.folder / "index" / "dense"
    if harm == "missing":
        shutil.rmtree(folder)
    elif harm == "vectors":
        (folder / MADE).write_bytes(b"broken" * 9_000)
    elif harm == "pointer":
        (folder / "current.json").write_text('{"folder": "chroma-elsew')
    else:
        for found_ in folder.glob("chroma-*"):
            shutil.rmtree(found_)
    assert nearest(Dense(ledger, Hashing()), WORDS["lamps"]) == ["s-lamps-p0"]


def test_one_chroma_folder_is_left(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dense, "EXACT", 0)
    Dense(ledger, Hashing())
    for name in WORDS:
        put(ledger, name, f"Other {name}.")
    Dense(ledger, Hashing())
    assert len(list((ledger.folder / "index" / "dense").glob("chroma-*"))) == 1
    monkeypatch.setattr(dense, "EXACT", 9)
    put(ledger, "gas", "Gas was lit.")
    assert nearest(Dense(ledger, Hashing()), "Gas was lit.") == ["s-gas-p0"]
    assert not list((ledger.folder / "index" / "dense").glob("chroma-*"))


def test_a_read_only_record_is_searched_as_it_is(ledger: Ledger, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Dense(ledger, Hashing())
    put(ledger, "gas", "Gas was lit.")
    monkeypatch.setattr(opening, "writable", lambda folder: False)
    with Ledger.open(ledger.folder) as reading:
        index = Dense(reading, Hashing())
        assert nearest(index, WORDS["lamps"]) == ["s-lamps-p0"]
        assert not index.complete


def test_what_was_encoded_before_a_kill_is_kept(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    class Dying(Hashing):
        def encode_passages(self, texts: Sequence[str], progress: object = None) -> Array:
            if len(self.encoded) == 2:
                raise KeyboardInterrupt
            return super().encode_passages(texts)

    monkeypatch.setattr("corpus.index.vectors.BATCH", 1)
    with pytest.raises(KeyboardInterrupt):
        Dense(ledger, Dying())
    again = Hashing()
    assert nearest(Dense(ledger, again), WORDS["bread"]) == ["s-bread-p0"]
    assert len(again.encoded) == 1


def test_progress_counts_passages(ledger: Ledger) -> None:
    told: list[tuple[int, int]] = []
    Dense(ledger, Hashing(), lambda n, of: told.append((n, of)))
    assert told[-1] == (3, 3)


def test_forgetting_throws_only_the_indexes_away(ledger: Ledger) -> None:
    Lexical(ledger)
    Dense(ledger, Hashing())
    forget(ledger)
    assert not (ledger.folder / "index").exists()
    assert ledger.check() == ()
    assert ledger.counts().sources == 3


def test_a_vectors_file_of_another_shape_is_replaced(ledger: Ledger) -> None:
    folder = ledger.folder / "index" / "dense"
    folder.mkdir(parents=True)
    with sqlite3.connect(folder / MADE) as raw:
        raw.execute("CREATE TABLE meta (something TEXT)")
    raw.close()
    assert nearest(Dense(ledger, Hashing()), WORDS["bread"]) == ["s-bread-p0"]


def test_a_small_record_is_searched_without_importing_chroma_or_torch(ledger: Ledger) -> None:
    code = """
import sys
from corpus.ledger import Ledger
from corpus.encoder import Encoder
from corpus.index import bring_up_to_date
from corpus.index.dense import Dense
ledger = Ledger.open(sys.argv[1])
bring_up_to_date(ledger)
encoder = Encoder()
print(Dense(ledger, encoder).search(encoder.encode_query("street lighting"), 1)[0][0])
print([m for m in ("chromadb", "torch", "sentence_transformers", "scipy", "langchain_core") if m in sys.modules])
"""
    ran = subprocess.run(
        [sys.executable, "-c", code, str(ledger.folder)], capture_output=True, text=True, check=True, timeout=120
    )
    assert ran.stdout.split("\n")[:2] == ["s-lamps-p0", "[]"]


# Behind the answers


def behind(ledger: Ledger, encoder: Hashing) -> Dense:
    return Dense(ledger, encoder, behind=True)


def test_an_index_that_may_stay_behind_encodes_nothing_and_follows_whoever_does(ledger: Ledger, path: str) -> None:
    reader = Hashing()
    index = behind(ledger, reader)
    assert (nearest(index, WORDS["lamps"]), index.held, index.complete) == ([], 0, False)
    Dense(ledger, Hashing())
    index.refresh()
    assert (nearest(index, WORDS["lamps"]), index.held, index.complete) == (["s-lamps-p0"], 3, True)
    put(ledger, "gas", "Gas was lit.")
    ledger.remove("s-boats")
    index.refresh()
    assert (index.held, index.complete) == (3, False)
    assert nearest(index, WORDS["lamps"]) == ["s-lamps-p0"]
    Dense(ledger, Hashing())
    index.refresh()
    assert (index.held, index.complete) == (3, True)
    assert nearest(index, "Gas was lit.") == ["s-gas-p0"]
    assert reader.encoded == []


def test_what_is_encoded_can_be_found_before_the_rest_is(
    ledger: Ledger, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = behind(ledger, Hashing())
    seen: list[tuple[int, bool]] = []

    class Watched(Hashing):
        def encode_passages(self, texts: Sequence[str], progress: object = None) -> Array:
            index.refresh()
            seen.append((index.held, index.complete))
            return super().encode_passages(texts)

    monkeypatch.setattr("corpus.index.vectors.BATCH", 1)
    Dense(ledger, Watched())
    assert seen == [(0, False), (1, False), (2, False)]
    index.refresh()
    assert (index.held, index.complete) == (3, True)


def test_a_source_that_is_encoded_again_is_found_once(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.index.vectors.BATCH", 1)
    Dense(ledger, Hashing())
    index = behind(ledger, Hashing())
    for name in WORDS:
        put(ledger, name, f"{WORDS[name]} And more.")

    class Watched(Hashing):
        def encode_passages(self, texts: Sequence[str], progress: object = None) -> Array:
            index.refresh()
            assert sorted(nearest(index, "lamps", 9)) == ["s-boats-p0", "s-bread-p0", "s-lamps-p0"]
            return super().encode_passages(texts)

    Dense(ledger, Watched())


def test_catching_up_ends_in_step_with_what_went_in_meanwhile(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(Hashing):
        def encode_passages(self, texts: Sequence[str], progress: object = None) -> Array:
            if not self.encoded:
                put(ledger, "gas", "Gas was lit.")
            return super().encode_passages(texts)

    monkeypatch.setattr("corpus.encoder.opened", Interrupted)
    assert catch_up(ledger)
    assert Dense(ledger, Hashing()).complete
    with FileLock(ledger.folder / "index" / "dense.lock"):
        put(ledger, "tar", "Tar was boiled.")
        assert not catch_up(ledger)


def test_a_large_record_is_searched_by_words_as_it_is_while_another_process_mends_the_index(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = Lexical(ledger)
    monkeypatch.setattr("corpus.index.kept.FEW", 0)
    put(ledger, "gas", "Gas was lit.")
    with FileLock(ledger.folder / "index" / "lexical.lock"):
        index.refresh()
        assert found(index, "gas") == []
        assert found(index, "lamps") == ["s-lamps-p0"]
    index.refresh()
    assert found(index, "gas") == ["s-gas-p0"]
