"""A large record is searched and not read: what is weighed is what the indexes find, and each round reads on."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from langchain_core.retrievers import BaseRetriever

from bot import retrieve
from bot.answer import Status
from bot.desk import Desk
from bot.langchain import PassageRetriever
from bot.retrieve import Retriever, fuse
from corpus.formats.base import Meta
from corpus.index import bring_up_to_date
from corpus.ingest import ingest_bytes
from corpus.ledger import Ledger
from corpus.records import Figure
from tests.bot.conftest import BEDS, FERRIES, TAGS

TRAINS = "In {month} 2014, {n} trains were cancelled in {place}. Of these, {part} were freight trains.\n"
MONTHS = ("January", "March", "May", "July", "September", "November")
PLACES = ("Kent", "Devon", "Wales", "Surrey")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of 27 documents, three of them the bot room's own."""
    folder = tmp_path_factory.mktemp("large") / "record"
    texts = {"tags.txt": TAGS, "beds.txt": BEDS, "ferries.txt": FERRIES}
    for month in MONTHS:
        for place in PLACES:
            n = 1_000 + 10 * len(texts)
            told = TRAINS.format(month=month, place=place, n=f"{n:,}", part=n // 4)
            texts[f"{month}-{place}.txt".lower()] = told
    with Ledger.open(folder, create=True) as ledger:
        for name, text in texts.items():
            ingest_bytes(ledger, name, text.encode(), Meta(published=date(2014, 12, 1)))
        bring_up_to_date(ledger)
    return folder


@pytest.fixture
def large(record: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk that takes its record for a large one."""
    monkeypatch.setattr(retrieve, "SMALL_FIGURES", 0)
    monkeypatch.setattr(retrieve, "FIRST", 2)
    monkeypatch.setattr(retrieve, "CANDIDATES", 6)
    monkeypatch.setattr(retrieve, "BORNE", 2)
    monkeypatch.setattr(retrieve, "OTHERWISE", 2)
    with Desk.open(record) as desk:
        yield desk


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many trains were cancelled in Devon in May 2014?", "1120"),
        ("How many offenders were released after January 2004?", "317"),
        ("How many sailings were cancelled in January 2013?", "870"),
        ("How many nurses were redeployed?", "640"),
    ],
)
def test_a_large_record_answers_as_a_small_one_does(large: Desk, record: Path, question: str, value: str) -> None:
    answer = large.ask(question)
    assert [f.value for f in answer.figures] == [value]


def test_nothing_that_the_indexes_do_not_find_is_weighed(large: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    figures_in = Ledger.figures_in

    def noted(ledger: Ledger, passage_ids: Iterable[str]) -> tuple[Figure, ...]:
        held = list(passage_ids)
        read.extend(held)
        return figures_in(ledger, held)

    monkeypatch.setattr(Ledger, "figures_in", noted)
    answer = large.ask("How many trains were cancelled in Scotland?")
    assert answer.status is Status.NOT_IN_RECORD
    assert 2 < len(read) <= 6 + 2 + 2
    assert len(read) == len(set(read)), "a round weighs a passage again that an earlier one has weighed"


def test_a_question_that_the_first_round_answers_is_not_encoded(large: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    large.retriever.ready()

    def encode(*_: object) -> None:
        raise AssertionError("encoded")

    monkeypatch.setattr("corpus.encoder.static.Static.encode_query", encode)
    assert large.ask("How many trains were cancelled in Devon in May 2014?").figures
    with pytest.raises(AssertionError, match="encoded"):
        large.ask("How many ducks were counted in Devon?")


def test_what_it_is_searched_by_is_looked_over_again_only_where_the_record_has_changed(
    large: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    in_step = retrieve.Retriever.in_step

    def noted(retriever: retrieve.Retriever) -> None:
        looked.append(retriever.ledger.fingerprint())
        in_step(retriever)

    monkeypatch.setattr(retrieve.Retriever, "in_step", noted)
    large.ask("How many nurses were redeployed?")
    first = len(looked)
    large.ask("How many nurses were redeployed?")
    large.ask("How many ducks were counted in Devon?")
    assert first == len(looked) == 1
    monkeypatch.setattr(Ledger, "fingerprint", lambda ledger: "of another record")
    large.ask("How many nurses were redeployed?")
    assert len(looked) == 2


def test_without_a_model_the_words_are_searched_alone_and_the_answer_says_so(
    large: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DESPATCH_MODEL", str(tmp_path))
    answer = large.ask("How many trains were cancelled in Devon in May 2014?")
    assert answer.figures[0].value == "1120"
    assert any("words alone" in c and "no model.safetensors" in c for c in answer.caveats)
    assert large.ask("How many ducks were counted in Devon?").status is Status.NOT_IN_RECORD


def test_suggestions_come_from_what_was_weighed(large: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    figures = Ledger.figures

    def by_id(ledger: Ledger, ids: Any = None, source_id: str | None = None) -> Any:
        assert ids is not None, "the whole record is read"
        return figures(ledger, ids)

    monkeypatch.setattr(Ledger, "figures", by_id)
    answer = large.ask("How many offenders were released on electronic tags?", suggest=True)
    assert answer.suggestions
    for question in answer.suggestions:
        assert large.ask(question).figures


def test_a_figures_history_is_its_chain_and_no_more(library: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    view, _ = library.retriever._whole(None)
    chains = {i: view.chain(figure) for i, figure in view.figures.items()}
    assert max(map(len, chains.values())) > 2
    monkeypatch.setattr(Retriever, "_whole", lambda *_: pytest.fail("the whole record is read"))
    assert {i: library.history(i) for i in chains} == chains
    with pytest.raises(KeyError):
        library.history("no-such-figure")


def test_fusion_puts_first_what_both_find_and_leaves_nothing_out() -> None:
    assert fuse(["a", "b", "c"], ["c", "d"])[0] == "c"
    assert sorted(fuse(["a", "b"], ["c", "d"])) == ["a", "b", "c", "d"]
    assert fuse(["a", "b"], []) == ["a", "b"]


def test_langchain_is_given_passages_that_re_read_to_their_own_words(large: Desk) -> None:
    retriever: BaseRetriever = PassageRetriever.over(large.ledger, k=3)
    found = retriever.invoke("Which sailings were cancelled in the winter?")
    assert len(found) == 3
    assert "sailings" in found[0].page_content
    for document in found:
        told = document.metadata
        assert large.ledger.text(told["source"])[told["start"] : told["end"]] == document.page_content
        assert document.id == told["passage"]
        assert told["published"] == "2014-12-01"


def test_a_question_imports_no_langchain(record: Path) -> None:
    told = "import sys, bot.cli, bot.desk, bot.retrieve; print([m for m in sys.modules if m.startswith('langchain')])"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_an_answer_never_encodes_what_waits_and_says_so_only_where_it_abstains(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(record, tmp_path / "record", ignore=shutil.ignore_patterns("dense"))
    monkeypatch.setattr(retrieve, "SMALL_FIGURES", 0)
    monkeypatch.setattr("corpus.encoder.static.Static.encode_passages", lambda *_: pytest.fail("encoded"))
    with Desk.open(tmp_path / "record") as desk:
        assert desk.ask("How many trains were cancelled in Devon in May 2014?").caveats == ()
        abstained = desk.ask("How many ducks were counted in Devon?")
        assert abstained.status is Status.NOT_IN_RECORD
        assert "Searched by words; by meaning only 0% of the passages so far." in abstained.caveats
        monkeypatch.undo()
        bring_up_to_date(desk.ledger)
        monkeypatch.setattr(retrieve, "SMALL_FIGURES", 0)
        assert desk.ask("How many ducks were counted in Devon?").caveats == ()
