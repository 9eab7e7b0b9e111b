"""MiniLM as the teacher: its vectors for texts and for single word pieces, kept in a folder once made.

They cost far more than the training does, about 2,100 word pieces a second a processor; so each list of texts is kept
under the hash of what it holds, outside the repository.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from corpus.encoder.model import Model

__all__ = ["Floats", "Teacher"]

Floats = NDArray[np.float32]
_TOKENS = 2048
"""Word pieces that go through the model together."""
_MOST = 256


class Teacher:
    """MODEL, and the folder CACHE that its vectors are kept in. ``spent``: processor seconds that this run took."""

    def __init__(self, model: Model, cache: Path) -> None:
        self._model, self._cache = model, cache
        self._net: Any = None
        self.spent = 0.0
        self.tokenizer = Tokenizer.from_file(str(model.folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    def texts(self, texts: Sequence[str], longest: int) -> Floats:
        """A row of length 1 for each of TEXTS, of which the first LONGEST word pieces are read."""
        ids = [one.ids for one in self.tokenizer.encode_batch(list(texts))]
        made = self._kept([[*one[: longest + 1], one[-1]] if len(one) > longest + 2 else one for one in ids])
        rows: Floats = made / np.linalg.norm(made, axis=1, keepdims=True)
        return rows

    def pieces(self) -> Floats:
        """A row for each word piece of the vocabulary, as if it were a text; not made length 1."""
        known = self.tokenizer.get_vocab()
        start, stop = known["[CLS]"], known["[SEP]"]
        return self._kept([[start, n, stop] for n in range(self.tokenizer.get_vocab_size())])

    def _kept(self, ids: list[list[int]]) -> Floats:
        told = hashlib.sha256(f"{self._model.sha256} {ids}".encode()).hexdigest()[:24]
        path = self._cache / f"minilm-{told}.npy"
        if not path.is_file():
            begun = time.process_time()
            made = self._run(ids)
            self.spent += time.process_time() - begun
            self._cache.mkdir(parents=True, exist_ok=True)
            np.save(path, made)
            print(f"{len(ids):,} texts read by MiniLM, {self.spent:.0f} processor seconds so far", flush=True)
        rows: Floats = np.load(path)
        return rows

    def _run(self, ids: list[list[int]]) -> Floats:
        made = np.zeros((len(ids), 384), dtype=np.float32)
        order = sorted(range(len(ids)), key=lambda n: len(ids[n]))
        at = 0
        while at < len(order):
            near = order[at : at + max(1, min(_MOST, _TOKENS // len(ids[order[min(at + 31, len(order) - 1)]])))]
            made[near] = self._mean([ids[n] for n in near])
            at += len(near)
        return made

    @torch.no_grad()
    def _mean(self, batch: list[list[int]]) -> Floats:
        longest = max(map(len, batch))
        tokens, mask = (torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(2))
        for n, one in enumerate(batch):
            tokens[n, : len(one)], mask[n, : len(one)] = torch.tensor(one), 1
        rows = self._bert(input_ids=tokens, attention_mask=mask).last_hidden_state * mask[..., None]
        made: Floats = (rows.sum(1) / mask.sum(1, keepdim=True)).numpy()
        return made

    @property
    def _bert(self) -> Any:
        if self._net is None:
            from transformers import AutoModel

            self._net = AutoModel.from_pretrained(self._model.folder).eval()
        return self._net
