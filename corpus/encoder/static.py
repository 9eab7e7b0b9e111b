"""The encoder of our own: one vector a word piece, summed and made length 1; no network, and no torch to import.

It ships in ``corpus/encoder/own``, made by `make encoder` and described in docs/encoder.md. The folder loads as a
``SentenceTransformer`` too, and gives the same vectors there to within 0.00001.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from corpus.encoder.encoder import Progress
from corpus.encoder.forward import Array, read_weights
from corpus.encoder.model import Model, find_model
from corpus.errors import ModelAltered

__all__ = ["OWN", "OWN_SHA256", "OWN_TOKENIZER_SHA256", "Static", "pooled"]

OWN = Path(__file__).with_name("own")
OWN_SHA256 = "a6b58472feb6a115b2d18dc23712ced93552d8faef46b2d666df94ec280f7661"
"""Of its model.safetensors."""
OWN_TOKENIZER_SHA256 = "f1db4e52b3081acd654b2eb0fc99ac3e0fbb3b9b2223855aae29f92b13497ec5"
"""Of its tokenizer.json."""

_STEP = 2048
"""So many texts are cut into word pieces at once: enough for all processors, and little to hold."""


class Static:
    """A static model, opened at once and read when first used. Safe to use from many threads.

    Vectors are float32 rows of length 1, ``width`` numbers each; a text without a single word is all noughts.
    """

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

    @property
    def _rows(self) -> Array:
        return self._read[0]

    @property
    def _weights(self) -> Array:
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[Array, Array]:
        """A row a word piece (int8, mapped and not read) and what each row is multiplied by."""
        try:
            held = read_weights(self.model.weights)
            return held["embeddings"], np.array(held["weights"], dtype=np.float32)
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
