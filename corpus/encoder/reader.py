"""A question held against a stretch of text by a small learned reader: where in it an answer begins, if anywhere.

The reader is all-MiniLM-L6-v2 with small changes to its weights (``reader.npz``), made by `make reader` and described
in docs/reader.md. For each word piece of the text it gives the log-odds that the answer begins there rather than that
the text holds none. It knows likeness of meaning and nothing else: what a figure is of, when, where and in what unit
stays for the rules to prove.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from corpus.encoder.encoder import one_thread_a_product
from corpus.encoder.forward import Array, Weights, hidden, read_weights
from corpus.encoder.model import SHA256 as BASE
from corpus.encoder.model import Model, find_model
from corpus.errors import ModelAltered
from corpus.records import Span

__all__ = ["LONGEST", "READER", "READER_SHA256", "Reader", "Reading", "changed"]

READER = Path(__file__).with_name("reader.npz")
READER_SHA256 = "4eae070c4537924d7e36ac9acdf814bb33826c33dfd68e8b8bfd99f781c192cf"
LONGEST = 180
"""Word pieces of a text that are read; what runs on is not."""
_LONGEST_QUESTION = 48
_LAYERS, _HEADS = 6, 12


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader made of one text, by its word pieces: ``begins`` is where in the text each begins."""

    begins: tuple[int, ...]
    odds: tuple[float, ...]
    """The log-odds that the answer begins with the piece rather than that the text holds none."""

    def within(self, span: Span) -> float:
        """The highest odds of the word pieces that begin within SPAN of the text; minus infinity where none does."""
        inside = (o for at, o in zip(self.begins, self.odds, strict=True) if span.start <= at < span.end)
        return max(inside, default=float("-inf"))


class Reader:
    """Opened at once, its weights read when first used. Safe to use from many threads."""

    def __init__(self, model: Model | None = None, changes: Path = READER) -> None:
        """Raises ModelMissing or ModelAltered where there is no model, or it is not the one that CHANGES are to."""
        self.model = model or find_model()
        if self.model.sha256 != BASE:
            raise ModelAltered(f"the reader is made for all-MiniLM-L6-v2, and {self.model.folder} holds another model")
        self._changes = changes

    def read(self, question: str, text: str) -> Reading:
        """QUESTION held against TEXT, of which the first ``LONGEST`` word pieces are read."""
        asked = self._tokenizer.encode(question, add_special_tokens=False).ids[:_LONGEST_QUESTION]
        passage = self._tokenizer.encode(text, add_special_tokens=False)
        start, end = self._marks
        tokens = [start, *asked, end, *passage.ids[:LONGEST], end]
        rows = hidden(self._weights, tokens, _LAYERS, _HEADS, first=len(asked) + 2)
        scores = rows @ self._weights["head.weight"] + self._weights["head.bias"]
        odds = scores[len(asked) + 2 : -1] - scores[0]
        return Reading(tuple(a for a, _ in passage.offsets[:LONGEST]), tuple(float(o) for o in odds))

    @cached_property
    def _marks(self) -> tuple[int, int]:
        vocabulary = self._tokenizer.get_vocab()
        return vocabulary["[CLS]"], vocabulary["[SEP]"]

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        made = Tokenizer.from_file(str(self.model.folder / "tokenizer.json"))
        made.no_padding()
        made.no_truncation()
        return made

    @cached_property
    def _weights(self) -> Weights:
        one_thread_a_product()
        held = self._changes.read_bytes()
        if self._changes == READER and hashlib.sha256(held).hexdigest() != READER_SHA256:
            raise ModelAltered(f"the reader's weights in {READER} are not the ones that ship: install Despatch again")
        with np.load(self._changes, allow_pickle=False) as changes:
            return changed(read_weights(self.model.weights), changes)


def changed(weights: Weights, changes: Mapping[str, Array]) -> Weights:
    """WEIGHTS with CHANGES made: ``name`` put in its place, the product ``name:out`` · ``name:in`` added to it."""
    made = dict(weights)
    for name in changes:
        of, _, part = name.partition(":")
        if not part:
            made[of] = changes[name].astype(np.float32)
        elif part == "out":
            made[of] = weights[of] + changes[name].astype(np.float32) @ changes[f"{of}:in"].astype(np.float32)
    return made
