"""BERT's forward pass in numpy: what sentence-transformers computes from the same weights, to within 0.0001.

Only what a sentence encoder of this family needs: word, place and type embeddings, self-attention, GELU, layer
norms, the mean over the words, and the length made one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["Array", "Weights", "forward", "hidden", "read_weights"]

Array = NDArray[np.float32]
Weights = dict[str, Array]

_BLOCK = 8
"""Columns that a processor multiplies together: an odd one more takes as long as eight."""
_DTYPES = {"F32": "<f4", "F16": "<f2", "I64": "<i8", "I8": "i1"}


def read_weights(path: Path) -> Weights:
    """The tensors of a safetensors file, mapped and not read: a question touches few of the word embeddings."""
    data = np.memmap(path, dtype=np.uint8, mode="r")
    size = int(data[:8].view("<u8")[0])
    header: dict[str, Any] = json.loads(bytes(data[8 : 8 + size]))
    header.pop("__metadata__", None)
    return {name.removeprefix("bert."): _tensor(data[8 + size :], told) for name, told in header.items()}


def _tensor(data: NDArray[np.uint8], told: dict[str, Any]) -> Array:
    start, end = told["data_offsets"]
    return np.asarray(np.frombuffer(data[start:end], dtype=_DTYPES[told["dtype"]])).reshape(told["shape"])


def forward(weights: Weights, tokens: Sequence[int], layers: int, heads: int) -> Array:
    """The vector, of length 1, of one sequence of TOKENS.

    One at a time: nothing is computed for padding, what lies between two steps stays in the processor's cache, and
    a text's vector never depends on what it is encoded with.
    """
    mean = hidden(weights, tokens, layers, heads).mean(axis=0)
    made: Array = mean / max(np.linalg.norm(mean), np.float32(1e-12))
    return made.astype(np.float32, copy=False)


def hidden(weights: Weights, tokens: Sequence[int], layers: int, heads: int, first: int | None = None) -> Array:
    """The last layer's row for each of TOKENS. The FIRST so many are of one text, and those after them of a second."""
    rows = _embed(weights, np.asarray(tokens), len(tokens) if first is None else first)
    for layer in range(layers):
        rows = _layer(weights, f"encoder.layer.{layer}.", rows, heads)
    return rows


def _embed(weights: Weights, ids: NDArray[np.int64], first: int) -> Array:
    words = weights["embeddings.word_embeddings.weight"][ids]
    places = weights["embeddings.position_embeddings.weight"][: len(ids)]
    kinds = weights["embeddings.token_type_embeddings.weight"][(np.arange(len(ids)) >= first).astype(np.int64)]
    return _norm(weights, "embeddings.LayerNorm", words + places + kinds)


def _layer(weights: Weights, name: str, hidden: Array, heads: int) -> Array:
    attended = _linear(weights, f"{name}attention.output.dense", _attend(weights, name, hidden, heads))
    hidden = _norm(weights, f"{name}attention.output.LayerNorm", attended + hidden)
    inner = _gelu(_linear(weights, f"{name}intermediate.dense", hidden))
    return _norm(weights, f"{name}output.LayerNorm", _linear(weights, f"{name}output.dense", inner) + hidden)


def _attend(weights: Weights, name: str, hidden: Array, heads: int) -> Array:
    length, width = hidden.shape

    def split(part: str) -> Array:
        made = _linear(weights, f"{name}attention.self.{part}", hidden)
        return made.reshape(length, heads, width // heads).transpose(1, 0, 2)

    scores = split("query") @ split("key").transpose(0, 2, 1)
    scores *= np.float32((width // heads) ** -0.5)
    return (_softmax(scores) @ split("value")).transpose(1, 0, 2).reshape(length, width)


def _linear(weights: Weights, name: str, hidden: Array) -> Array:
    """The weights stand first, and a column is a word: for the few words of a question, that is a third faster."""
    columns = np.zeros((hidden.shape[1], -(-len(hidden) // _BLOCK) * _BLOCK), dtype=np.float32)
    columns[:, : len(hidden)] = hidden.T
    made: Array = np.ascontiguousarray((weights[f"{name}.weight"] @ columns)[:, : len(hidden)].T)
    made += weights[f"{name}.bias"]
    return made


def _norm(weights: Weights, name: str, hidden: Array) -> Array:
    centred: Array = hidden - hidden.mean(axis=-1, keepdims=True)
    spread = np.einsum("...i,...i->...", centred, centred)[..., None] / np.float32(hidden.shape[-1])
    centred /= np.sqrt(spread + np.float32(1e-12))
    centred *= weights[f"{name}.weight"]
    centred += weights[f"{name}.bias"]
    return centred


def _softmax(scores: Array) -> Array:
    scores -= scores.max(axis=-1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=-1, keepdims=True)
    return scores


def _gelu(x: Array) -> Array:
    """x · Φ(x), with the error function by Abramowitz and Stegun 7.1.26 (within 1.5e-7, finer than a float32)."""
    z = np.abs(x)
    z *= np.float32(0.5**0.5)
    t = np.float32(1) / (np.float32(1) + np.float32(0.3275911) * z)
    poly = np.float32(1.061405429) * t
    for factor in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        poly += np.float32(factor)
        poly *= t
    np.multiply(z, -z, out=z)
    np.exp(z, out=z)
    poly *= z
    erf: Array = np.copysign(np.float32(1) - poly, x)
    erf += np.float32(1)
    erf *= x
    erf *= np.float32(0.5)
    return erf
