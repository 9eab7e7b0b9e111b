"""A trained table of vectors, written as the folder that ships: int8 rows, one factor a row, and the word pieces.

The names ``embeddings`` and ``weights`` in model.safetensors are those that sentence-transformers reads a static
model by; ``asked`` is ours, which it leaves aside. Word pieces that no English text holds (other scripts, places left
free) are dropped, which makes the file smaller.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from corpus.encoder.static import STATIC

__all__ = ["kept", "quantised", "smaller", "write"]

_UNKNOWN = "[UNK]"
_FREE = "[unused"
_MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.StaticEmbedding"},
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.models.Normalize"},
]


def kept(pieces: Sequence[str]) -> list[int]:
    """The places of PIECES that stay: all of Latin letters, digits and marks, and the model's own ([UNK], [PAD])."""
    return [n for n, piece in enumerate(pieces) if not piece.startswith(_FREE) and all(map(_stays, piece))]


def _stays(letter: str) -> bool:
    return not letter.isalpha() or unicodedata.name(letter, "").startswith("LATIN")


def smaller(tokenizer: Tokenizer, places: Sequence[int]) -> Tokenizer:
    """TOKENIZER with only the word pieces at PLACES, numbered anew in their order; it neither pads nor cuts."""
    told: dict[str, Any] = json.loads(tokenizer.to_str())
    pieces = _pieces(tokenizer, places)
    told["model"]["vocab"] = {piece: n for n, piece in enumerate(pieces)}
    told["added_tokens"] = [{**one, "id": pieces.index(one["content"])} for one in told["added_tokens"]]
    told["truncation"] = told["padding"] = told["post_processor"] = None
    return Tokenizer.from_str(json.dumps(told))


def quantised(vectors: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """VECTORS as int8 rows, and what each row must be multiplied by: the largest number of a row becomes 127."""
    most = np.abs(vectors).max(axis=1)
    factors = np.where(most > 0, most / 127, 1).astype(np.float32)
    return np.rint(vectors / factors[:, None]).astype(np.int8), factors


def write(
    vectors: NDArray[np.float32], weighing: NDArray[np.float32], tokenizer: Tokenizer, folder: Path
) -> tuple[str, str]:
    """VECTORS, a row a word piece of TOKENIZER, and what each counts in a question, into FOLDER.

    The SHA-256 of the file that holds both, and of the pieces.
    """
    pieces = _pieces(tokenizer, range(tokenizer.get_vocab_size()))
    places = kept(pieces)
    rows, factors = quantised(vectors[places])
    rows[[n for n, place in enumerate(places) if pieces[place] == _UNKNOWN]] = 0
    folder.mkdir(parents=True, exist_ok=True)
    save_file({"asked": weighing[places], "embeddings": rows, "weights": factors}, folder / "model.safetensors")
    smaller(tokenizer, places).save(str(folder / "tokenizer.json"), pretty=False)
    _say(folder / "config.json", {"model_type": STATIC, "hidden_size": rows.shape[1], "vocab_size": len(rows)})
    _say(folder / "modules.json", _MODULES)
    weights, cut = ((folder / name).read_bytes() for name in ("model.safetensors", "tokenizer.json"))
    return hashlib.sha256(weights).hexdigest(), hashlib.sha256(cut).hexdigest()


def _pieces(tokenizer: Tokenizer, places: Iterable[int]) -> list[str]:
    return [tokenizer.id_to_token(n) or "" for n in places]


def _say(path: Path, told: object) -> None:
    path.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
