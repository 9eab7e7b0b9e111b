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
from numpy.typing import NDArray
from tokenizers import Tokenizer

from corpus.encoder.encoder import Progress
from corpus.encoder.forward import Array, read_weights
from corpus.encoder.model import Model, find_model
from corpus.errors import ModelAltered
from corpus.records import Span

__all__ = ["OWN", "OWN_SHA256", "OWN_TOKENIZER_SHA256", "STATIC", "Static", "pooled"]

STATIC = "static"
"""What such a model's config.json calls its type."""
OWN = Path(__file__).with_name("own")
OWN_SHA256 = "1d72c1713748c8c47464bb85655862c29b4cc4fef6b356f41e3d9f2d437bf671"
"""Of its model.safetensors."""
OWN_TOKENIZER_SHA256 = "f1db4e52b3081acd654b2eb0fc99ac3e0fbb3b9b2223855aae29f92b13497ec5"
"""Of its tokenizer.json."""

_HALF = 8
"""Word pieces of half a stretch; one of some ten words begins with each half, and may answer a question alone."""
_READ = 16
"""Word pieces of half a stretch that is to be read closely."""
_STEP = 2048
"""So many texts are cut into word pieces at once: enough for all processors, and little to hold."""


_Ints = NDArray[np.int64]


class _Held(NamedTuple):
    """What the file holds for each word piece."""

    rows: Array
    """Its vector (int8, mapped and not read)."""
    weights: Array
    """What that is multiplied by."""
    asked: Array
    """What it counts where it stands in a question that is told ``finer``."""


class _Halves(NamedTuple):
    """Texts laid end to end, as word pieces, and cut into half stretches; a text without a word has none."""

    pieces: _Ints
    begins: _Ints
    """Where each half begins among the pieces."""
    counts: _Ints
    """How many halves each text has."""

    @classmethod
    def of(cls, texts: Sequence[Sequence[int]], size: int) -> _Halves:
        sizes = np.array([len(one) for one in texts], dtype=np.int64)
        counts = -(-sizes // size)
        firsts = np.repeat(np.cumsum(sizes) - sizes, counts)
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        return cls(np.array([i for one in texts for i in one], dtype=np.int64), firsts + within * size, counts)

    @property
    def firsts(self) -> _Ints:
        """Where each text's first half stands among the halves."""
        return np.cumsum(self.counts) - self.counts

    def each(self, told: Array) -> Array:
        """The greatest of what is TOLD of the halves, in the last axis, for each text; nought where it has none."""
        made = np.zeros((*told.shape[:-1], len(self.counts)), dtype=np.float32)
        some = np.flatnonzero(self.counts)
        if len(some):
            made[..., some] = np.maximum.reduceat(told, self.firsts[some], axis=-1)
        return made

    def doubled(self, told: Array) -> Array:
        """The greater of what is TOLD of each half and of the one after it in the same text."""
        made = told.copy()
        last = np.zeros(len(self.begins), dtype=np.bool_)
        last[(np.cumsum(self.counts) - 1)[self.counts > 0]] = True
        inner = np.flatnonzero(~last)
        made[:, inner] = np.maximum(told[:, inner], told[:, inner + 1])
        return made


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

    def finer(self, text: str, others: Sequence[str], known: Sequence[float] = ()) -> Array:
        """How near each of OTHERS is to TEXT, as a question: by their vectors, by their pieces, by their best stretch.

        The three stand to each other as 2 to 2 to 1, in cosines. A text's vector is as near as it is, or as a sentence
        of it that is KNOWN to be nearer.
        """
        cut = [one.ids for one in self._tokenizer.encode_batch_fast([text, *others], add_special_tokens=False)]
        whole = pooled(self._rows, self._weights, cut, len(cut))
        held = _Halves.of(cut[1:], _HALF)
        likest = self._likest(cut[0], held)
        cosines = whole[1:] @ whole[0]
        if len(known):
            cosines = np.maximum(cosines, np.asarray(known, dtype=np.float32))
        made: Array = cosines + held.each(likest).sum(axis=0) + held.each(held.doubled(likest).sum(axis=0)) / 2
        return made / np.float32(2.5)

    def stretches(self, text: str, others: Sequence[str]) -> list[Span]:
        """The stretch of each of OTHERS that is likest to TEXT, as a question, with half as much again on each side."""
        asked, *cut = self._tokenizer.encode_batch([text, *others], add_special_tokens=False)
        held = _Halves.of([one.ids for one in cut], _READ)
        doubled = held.doubled(self._likest(asked.ids, held)).sum(axis=0)
        found = []
        for one, first, count in zip(cut, held.firsts, held.counts, strict=True):
            begin = int(doubled[first : first + count].argmax()) * _READ if count else 0
            places = one.offsets[max(0, begin - _READ) : begin + 3 * _READ]
            found.append(Span(places[0][0], places[-1][1]) if places else Span(0, 0))
        return found

    def _likest(self, asked: Sequence[int], held: _Halves) -> Array:
        """How like the likest piece of each half stretch is to each piece that is ASKED, by what that counts."""
        weights = self._read.asked.take(np.asarray(asked, dtype=np.int64))
        if not len(held.pieces) or not weights.sum():
            return np.zeros((len(asked), len(held.begins)), dtype=np.float32)
        known, places = np.unique(held.pieces, return_inverse=True)
        ours, theirs = (_ones(self._rows.take(np.asarray(ids, dtype=np.int64), 0)) for ids in (asked, known))
        cosines = (weights / weights.sum())[:, None] * (ours @ theirs.T)
        made: Array = np.maximum.reduceat(cosines[:, places], held.begins, axis=1)
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
