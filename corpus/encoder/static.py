"""The encoder of our own: one vector a word piece, summed and made length 1; no network, and no torch to import.

It ships in ``corpus/encoder/own``, made by `make encoder` and described in docs/encoder.md. The folder loads as a
``SentenceTransformer`` too, and gives the same vectors there to within 0.00001. What a sum of many words blurs is told
``finer``, of the few texts that lie nearest: each word piece of a question is held against the likest of a text's
(ColBERT's MaxSim: Khattab and Zaharia, SIGIR 2020), and counts by a weight that was learned with the vectors.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
from tokenizers import Tokenizer

from corpus.encoder.encoder import Progress
from corpus.encoder.forward import Array, read_weights
from corpus.encoder.model import Model, find_model
from corpus.errors import ModelAltered

__all__ = ["OWN", "OWN_SHA256", "OWN_TOKENIZER_SHA256", "STATIC", "Static", "pooled"]

STATIC = "static"
"""What such a model's config.json calls its type."""
OWN = Path(__file__).with_name("own")
OWN_SHA256 = "8cc9a25b41ab03634a2f447856abd7af6b117ca472569625479f2bcb97f1fb84"
"""Of its model.safetensors."""
OWN_TOKENIZER_SHA256 = "f1db4e52b3081acd654b2eb0fc99ac3e0fbb3b9b2223855aae29f92b13497ec5"
"""Of its tokenizer.json."""

_STEP = 2048
"""So many texts are cut into word pieces at once: enough for all processors, and little to hold."""


class _Held(NamedTuple):
    """What the file holds for each word piece."""

    rows: Array
    """Its vector (int8, mapped and not read)."""
    weights: Array
    """What that is multiplied by."""
    asked: Array
    """What it counts where it stands in a question that is told ``finer``."""


class Static:
    """A static model, opened at once and read when first used. Safe to use from many threads.

    Vectors are float32 rows of length 1, ``width`` numbers each; a text without a single word is all noughts.
    """

    quick = True

    def __init__(self, folder: Path = OWN) -> None:
        """The model in FOLDER. Raises ModelMissing, or ModelAltered where it is not the one that ships."""
        self.model: Model = find_model(str(folder))
        if folder == OWN and self.model.sha256 != OWN_SHA256:
            raise ModelAltered(f"the vectors in {self.model.weights} are not those that ship: install Despatch again")
        self._own = folder == OWN
        self.width = int(self.model.config("config.json").get("hidden_size", 384))

    def encode_query(self, text: str) -> Array:
        """TEXT as one vector; a text of any length is read whole."""
        row: Array = self.encode_passages([text])[0]
        return row

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Array:
        """TEXTS as rows in their order. PROGRESS is told as it goes."""
        made = np.zeros((len(texts), self.width), dtype=np.float32)
        for at in range(0, len(texts), _STEP):
            cut = self._tokenizer.encode_batch_fast(list(texts[at : at + _STEP]), add_special_tokens=False)
            made[at : at + len(cut)] = pooled(self._rows, self._weights, (one.ids for one in cut), len(cut))
            if progress:
                progress(at + len(cut), len(texts))
        return made

    def finer(self, text: str, others: Sequence[str]) -> Array:
        """How near each of OTHERS is to TEXT, as a question: the mean of their vectors' cosine and of their pieces'."""
        cut = [one.ids for one in self._tokenizer.encode_batch_fast([text, *others], add_special_tokens=False)]
        whole = pooled(self._rows, self._weights, cut, len(cut))
        made: Array = (whole[1:] @ whole[0] + self._pieced(cut[0], cut[1:])) / 2
        return made

    def _pieced(self, asked: Sequence[int], others: Sequence[Sequence[int]]) -> Array:
        """How like each of OTHERS is to what is ASKED, by the likest piece to each of its pieces."""
        made = np.zeros(len(others), dtype=np.float32)
        weights = self._read.asked.take(np.asarray(asked, dtype=np.int64))
        if not others or not weights.sum():
            return made
        known, places = np.unique(
            np.concatenate([np.asarray(one, dtype=np.int64) for one in others]), return_inverse=True
        )
        ours, theirs = (_ones(self._rows.take(np.asarray(ids, dtype=np.int64), 0)) for ids in (asked, known))
        cosines = (weights / weights.sum())[:, None] * (ours @ theirs.T)
        begin = 0
        for n, one in enumerate(others):
            if one:
                made[n] = cosines[:, places[begin : begin + len(one)]].max(axis=1).sum()
            begin += len(one)
        return made

    @property
    def _rows(self) -> Array:
        return self._read.rows

    @property
    def _weights(self) -> Array:
        return self._read.weights

    @cached_property
    def _read(self) -> _Held:
        try:
            held = read_weights(self.model.weights)
            told = (np.array(held[name], dtype=np.float32) for name in ("weights", "asked"))
            return _Held(held["embeddings"], *told)
        except (OSError, ValueError, KeyError) as error:
            raise ModelAltered(f"the vectors in {self.model.weights} cannot be read ({error})") from error

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        path = self.model.folder / "tokenizer.json"
        held = path.read_bytes()
        if self._own and hashlib.sha256(held).hexdigest() != OWN_TOKENIZER_SHA256:
            raise ModelAltered(f"the word pieces in {path} are not the ones that ship: install Despatch again")
        try:
            made = Tokenizer.from_buffer(held)
        except Exception as error:  # the library raises nothing narrower
            raise ModelAltered(f"the word pieces in {path} cannot be read ({error})") from error
        made.no_padding()
        made.no_truncation()
        return made


def _ones(rows: Array) -> Array:
    held = rows.astype(np.float32)
    lengths = np.sqrt(np.einsum("ij,ij->i", held, held))
    made: Array = held / np.maximum(lengths, np.float32(1e-12))[:, None]
    return made


def pooled(rows: Array, weights: Array, texts: Iterable[Sequence[int]], size: int) -> Array:
    """The SIZE TEXTS, given as word pieces, as vectors of length 1: the sums of their ROWS by their WEIGHTS."""
    made = np.zeros((size, rows.shape[1]), dtype=np.float32)
    for n, ids in enumerate(texts):
        if ids:
            at = np.asarray(ids)
            made[n] = weights.take(at) @ rows.take(at, 0).astype(np.float32)
    lengths = np.sqrt(np.einsum("ij,ij->i", made, made))
    made /= np.maximum(lengths, np.float32(1e-12))[:, None]
    return made
