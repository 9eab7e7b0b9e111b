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

__all__ = ["Array", "Weights", "forward", "read_weights"]

Array = NDArray[np.float32]
Weights = dict[str, Array]

_DTYPES = {"F32": "<f4", "F16": "<f2", "I64": "<i8"}
_MASKED = np.float32(-1e9)


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


def forward(weights: Weights, tokens: Sequence[Sequence[int]], layers: int, heads: int) -> Array:
    """One vector of length 1 for each sequence of TOKENS, in their order."""
    lengths = np.array([len(ids) for ids in tokens])
    padded = np.zeros((len(tokens), int(lengths.max())), dtype=np.int64)
    for row, ids in zip(padded, tokens, strict=True):
        row[: len(ids)] = ids
    mask = np.arange(padded.shape[1])[None, :] < lengths[:, None]
    hidden = _embed(weights, padded)
    blocked = None if mask.all() else np.where(mask, np.float32(0), _MASKED)[:, None, None, :]
    for layer in range(layers):
        hidden = _layer(weights, f"encoder.layer.{layer}.", hidden, blocked, heads)
    return _pooled(hidden, mask)


def _embed(weights: Weights, ids: NDArray[np.int64]) -> Array:
    words = weights["embeddings.word_embeddings.weight"][ids]
    places = weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
    kinds = weights["embeddings.token_type_embeddings.weight"][0]
    return _norm(weights, "embeddings.LayerNorm", words + places + kinds)


def _layer(weights: Weights, name: str, hidden: Array, blocked: Array | None, heads: int) -> Array:
    attended = _linear(weights, f"{name}attention.output.dense", _attend(weights, name, hidden, blocked, heads))
    hidden = _norm(weights, f"{name}attention.output.LayerNorm", attended + hidden)
    inner = _gelu(_linear(weights, f"{name}intermediate.dense", hidden))
    return _norm(weights, f"{name}output.LayerNorm", _linear(weights, f"{name}output.dense", inner) + hidden)


def _attend(weights: Weights, name: str, hidden: Array, blocked: Array | None, heads: int) -> Array:
    count, length, width = hidden.shape

    def split(part: str) -> Array:
        made = _linear(weights, f"{name}attention.self.{part}", hidden)
        return made.reshape(count, length, heads, width // heads).transpose(0, 2, 1, 3)

    scores = split("query") @ split("key").transpose(0, 1, 3, 2)
    scores *= np.float32((width // heads) ** -0.5)
    if blocked is not None:
        scores += blocked
    mixed = _softmax(scores) @ split("value")
    return mixed.transpose(0, 2, 1, 3).reshape(count, length, width)


def _linear(weights: Weights, name: str, hidden: Array) -> Array:
    flat = hidden.reshape(-1, hidden.shape[-1]) @ weights[f"{name}.weight"].T
    flat += weights[f"{name}.bias"]
    return flat.reshape(*hidden.shape[:-1], -1)


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


def _pooled(hidden: Array, mask: NDArray[np.bool_]) -> Array:
    kept = mask[:, :, None].astype(np.float32)
    mean = (hidden * kept).sum(axis=1) / kept.sum(axis=1)
    length: Array = np.linalg.norm(mean, axis=1, keepdims=True)
    return np.ascontiguousarray(mean / np.maximum(length, np.float32(1e-12)), dtype=np.float32)
