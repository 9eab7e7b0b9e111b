"""The encoder as the rest of Despatch sees it: a question or passages in, vectors of length 1 out."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from threadpoolctl import ThreadpoolController
from tokenizers import Tokenizer

from corpus.encoder.forward import Array, Weights, forward, read_weights
from corpus.encoder.model import Model, find_model
from corpus.errors import ModelAltered

__all__ = ["FEW", "Encoder", "Encodes", "Progress", "one_thread_a_product"]

Progress = Callable[[int, int], None]
"""Called with how many passages are done, of how many."""

FEW = 400
"""Up to so many passages are encoded in numpy: importing torch takes longer than it would save."""
VERY_FEW = 16
"""The same for a process that has imported torch already."""
BATCH = 8
"""So many of about one length go through the model together: more only means more that is padding."""


class Encodes(Protocol):
    """What an index asks of an encoder: its model, the numbers in a vector, and vectors for texts."""

    model: Model
    width: int
    quick: bool
    """Whether it encodes passages sooner than they are put in, so that the index of meaning may follow along."""

    def encode_query(self, text: str) -> Array:
        """TEXT as one vector of length 1."""
        ...

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Array:
        """TEXTS as rows in their order. PROGRESS is told as it goes."""
        ...

    def finer(self, text: str, others: Sequence[str], known: Sequence[float] = ()) -> Array | None:
        """How near each of OTHERS is to TEXT, told more finely than by their vectors; None where these say it best.

        KNOWN is the cosine of the nearest sentence of each that has a vector of its own, where that is known.
        """
        ...


class Encoder:
    """A model, opened at once and read when first used. Safe to use from many threads.

    Vectors are float32 rows of length 1, ``width`` numbers each (384 for MiniLM): their dot product is the cosine.
    """

    quick = False

    def __init__(self, model: Model | None = None) -> None:
        """MODEL, or the one that is set. Raises ModelMissing or ModelAltered."""
        self.model = model or find_model()
        self._config = self.model.config("config.json")
        self.width = int(self._config.get("hidden_size", 384))

    def encode_query(self, text: str) -> Array:
        """TEXT as one vector; what runs past the model's longest (256 word pieces) is left out."""
        row: Array = (self._in_numpy if self._plain else self._in_bulk)([text], None)[0]
        return row

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Array:
        """TEXTS as rows in their order. PROGRESS is told as it goes."""
        few = VERY_FEW if "sentence_transformers" in sys.modules else FEW
        if len(texts) <= few and self._plain:
            return self._in_numpy(texts, progress)
        return self._in_bulk(texts, progress)

    def finer(self, text: str, others: Sequence[str], known: Sequence[float] = ()) -> Array | None:
        """None: a sentence was read whole, and its vector says it best."""
        return None

    def _in_numpy(self, texts: Sequence[str], progress: Progress | None) -> Array:
        """One text to a thread: so many texts at once as there are processors."""
        made = np.zeros((len(texts), self.width), dtype=np.float32)
        tokens = [encoded.ids for encoded in self._tokenizer.encode_batch(list(texts))]
        if len(tokens) == 1:
            made[0] = self._forward(tokens[0])
            return made
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for n, row in enumerate(pool.map(self._forward, tokens)):
                made[n] = row
                if progress:
                    progress(n + 1, len(texts))
        return made

    def _forward(self, ids: list[int]) -> Array:
        return forward(self._weights, ids, self._config["num_hidden_layers"], self._config["num_attention_heads"])

    def _in_bulk(self, texts: Sequence[str], progress: Progress | None) -> Array:
        made = np.zeros((len(texts), self.width), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda n: len(texts[n]))
        step = BATCH * 32
        for at in range(0, len(order), step):
            part = order[at : at + step]
            made[part] = self._sentence_transformer.encode(
                [texts[n] for n in part],
                batch_size=BATCH,
                normalize_embeddings=True,
                convert_to_numpy=True,
                show_progress_bar=False,
            )
            if progress:
                progress(at + len(part), len(texts))
        return made

    @cached_property
    def _plain(self) -> bool:
        """Whether the model is one that ``forward`` computes: a BERT whose words' mean is its vector."""
        pooling = self.model.config("1_Pooling/config.json")
        mean = pooling.get("pooling_mode_mean_tokens", True) and not pooling.get("pooling_mode_cls_token", False)
        return bool(self._config.get("model_type") == "bert" and self._config.get("hidden_act") == "gelu" and mean)

    @cached_property
    def _weights(self) -> Weights:
        one_thread_a_product()
        try:
            return read_weights(self.model.weights)
        except (OSError, ValueError, KeyError) as error:
            raise ModelAltered(f"the model's weights in {self.model.folder} cannot be read ({error})") from error

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        path = self.model.folder / "tokenizer.json"
        try:
            made = Tokenizer.from_file(str(path))
        except Exception as error:  # the library raises nothing narrower
            raise ModelAltered(f"the model's {path.name} in {path.parent} cannot be read ({error})") from error
        made.no_padding()
        made.enable_truncation(self._longest)
        return made

    @property
    def _longest(self) -> int:
        return int(self.model.config("sentence_bert_config.json").get("max_seq_length", 256))

    @cached_property
    def _sentence_transformer(self) -> Any:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(str(Path(self.model.folder)), device="cpu")


def one_thread_a_product() -> None:
    """Have numpy multiply matrices in one thread, from here on in this process.

    These are small: on a busy machine, threads that wait for each other within one product take five times as long.
    """
    ThreadpoolController().limit(limits=1, user_api="blas")
