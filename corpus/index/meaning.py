"""Search by meaning as answers use it: whatever is indexed so far is searched, and no answer waits for the rest.

Where another model was set since, its own index is made beside the one that is there; until it holds more of the record
than that, questions are read by the model before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.encoder import Encoder, Encodes, Model, find_model, opened
from corpus.encoder.static import Static
from corpus.errors import ModelError
from corpus.index.dense import Dense
from corpus.ledger import Ledger

__all__ = ["FINER", "Meaning"]

FINER = 64
"""Passages nearest by their vectors that are ranked again, where the encoder tells them more finely."""


class Meaning:
    """The passages of one record by what they mean, as far as others have indexed them by the last ``refresh``."""

    def __init__(self, ledger: Ledger) -> None:
        """Raises ModelMissing or ModelAltered, and RecordFull."""
        self._ledger = ledger
        encoder = opened()
        self._set = Dense(ledger, encoder, behind=True), encoder
        self._before: tuple[Dense, Encodes] | None = None
        self._look_before()

    @property
    def model(self) -> Model:
        """By which questions are read now."""
        return self._used[1].model

    @property
    def held(self) -> int:
        """How many passages can be found, those that are no longer in the record included."""
        return self._used[0].held

    @property
    def complete(self) -> bool:
        """Whether every passage of the record, as it now is, can be found."""
        return self._used[0].complete

    def refresh(self) -> None:
        """Take up what has been indexed since; encodes nothing."""
        self._set[0].refresh()
        self._look_before()

    def near(self, words: str, most: int, beside: Iterable[str] = ()) -> list[str]:
        """Ids of the MOST passages nearest to WORDS in meaning, the nearest first.

        Where the encoder tells some more finely, those found BESIDE by their words are among them, if they are near.
        """
        return list(self.told(words, most, beside))[:most]

    def told(self, words: str, most: int, beside: Iterable[str] = ()) -> dict[str, float]:
        """The same passages, and those found BESIDE, each with how near it is: 1 means the same, about 0 nothing of it.

        A passage BESIDE is left out where the encoder does not tell finely and it is not among the nearest. One of the
        nearest may be so by a sentence of it, which is as near as its passage then is.
        """
        dense, encoder = self._used
        found = dict(dense.search(encoder.encode_query(words), max(most, FINER)))
        held = self._ledger.passages(dict.fromkeys((*found, *beside)))  # the index may be behind the record
        finer = encoder.finer(words, [p.text for p in held], [found.get(p.id, -1.0) for p in held])
        if finer is None:
            return found
        return {held[n].id: float(finer[n]) for n in (-finer).argsort(kind="stable")}

    @property
    def _used(self) -> tuple[Dense, Encodes]:
        before = self._before
        return before if before is not None and before[0].held > self._set[0].held else self._set

    def _look_before(self) -> None:
        dense, encoder = self._set
        if dense.complete:
            self._before = None
        elif self._before is not None:
            self._before[0].refresh()
        else:
            known = (other for other in _known() if other.model.sha256 != encoder.model.sha256)
            made = ((Dense(self._ledger, other, behind=True), other) for other in known)
            self._before = next((one for one in made if one[0].held), None)


def _known() -> Iterator[Encodes]:
    """The models that come along, where they are whole."""
    for known in (Static, lambda: Encoder(find_model(""))):
        try:
            yield known()
        except ModelError:
            continue
