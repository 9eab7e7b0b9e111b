"""The index of figures finds them by what they bear out, in their own words or by the whole that they are part of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from corpus.formats import Meta
from corpus.index import forget
from corpus.index.evidence import Evidence
from corpus.ingest import Outcome, ingest_bytes
from corpus.ledger import Ledger
from corpus.lexicon.terms import lexicon

PRISON = """A total of 1,210 foreign prisoners were released from the county's gaols.

They included eight murderers, 14 rapists and 61 robbers.
"""
NOISE = "In {place}, {n} murders were recorded by the police in 2011, and 12 robberies.\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "record", create=True) as made:
        texts = {f"noise-{n}.txt": NOISE.format(place=place, n=n + 20) for n, place in enumerate(("Kent", "Devon"))}
        for name, text in {**texts, "prison.txt": PRISON}.items():
            put = ingest_bytes(made, name, text.encode(), Meta(published=date(2012, 3, 1)))
            assert put.outcome is Outcome.ADDED, put.reason
        yield made


def _words(text: str) -> list[set[str]]:
    return [{t.id} for t in lexicon().terms(text)]


def _found(index: Evidence, ledger: Ledger, words: str, k: int = 3) -> list[str]:
    by_id = {f.id: f for f in ledger.figures()}
    return [f"{by_id[i].value} {by_id[i].counted}" for i in index.search(_words(words), k)]


def test_a_figure_bears_what_its_whole_says(ledger: Ledger) -> None:
    assert _found(Evidence(ledger), ledger, "murderers released", 1) == ["8 murderers"]
    assert _found(Evidence(ledger), ledger, "robbers let out", 1) == ["61 robbers"]


def test_its_own_words_weigh_more_than_those_around_it(ledger: Ledger) -> None:
    assert _found(Evidence(ledger), ledger, "foreign prisoners released", 1) == ["1210 foreign prisoners"]


def test_a_word_counts_once_by_the_best_of_its_terms(ledger: Ledger) -> None:
    index = Evidence(ledger)
    once = index.search([{"murder", "robbery"}, {"released"}], 4)
    assert len(once) == 4
    assert index.search([], 4) == []
    assert index.search([set()], 4) == []
    assert index.search([{"no-such-term"}], 4) == []


def test_it_follows_the_ledger_and_is_made_again_when_lost(ledger: Ledger) -> None:
    index = Evidence(ledger)
    gone = next(s.id for s in ledger.sources() if s.key.endswith("prison.txt"))
    ledger.remove(gone)
    index.refresh()
    assert index.search([{"released"}], 8) == []
    forget(ledger)
    assert Evidence(ledger).search([{"murder"}], 8)
