"""From the paths that a person gives to the files that are to be read.

A folder is gone through in the order of its names. Hidden files are passed over, links that lead out of it are
refused, and so is a folder in it that cannot be opened. Files of a kind that is not read are named as such: a file
that was asked for is never silently left out.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import IngestRefused
from corpus.formats import SUFFIXES, is_sidecar
from corpus.naming import clean

__all__ = ["Found", "find_files"]


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be read: where it is, what it is called in a report, or why it is refused before it is opened."""

    path: Path
    name: str
    refused: IngestRefused | None = None
    passed_over: bool = False
    """Whether it only lies in a folder that was given, and is of a kind that is not read."""


def find_files(paths: Iterable[Path | str]) -> list[Found]:
    """Every file that PATHS name or hold, each once, hidden ones and sidecars left out."""
    found: dict[str, Found] = {}
    for given in map(Path, paths):
        for one in _given(given):
            found.setdefault(os.path.realpath(one.path), one)
    return list(found.values())


def _given(path: Path) -> Iterator[Found]:
    try:
        yield from _in_folder(path) if path.is_dir() else _alone(path)
    except OSError as error:
        name = clean(str(path))
        yield Found(path, name, IngestRefused(name, f"this cannot be reached ({error.strerror})"))


def _alone(path: Path) -> Iterator[Found]:
    name = clean(str(path))
    if not path.exists():
        yield Found(path, name, IngestRefused(name, "there is no such file or folder"))
    elif not path.is_file():
        yield Found(path, name, IngestRefused(name, "this is neither a file nor a folder"))
    elif is_sidecar(path):
        yield Found(path, name, IngestRefused(name, "this tells of the document beside it: give that document"))
    else:
        yield Found(path, name)


def _in_folder(folder: Path) -> Iterator[Found]:
    top = os.path.realpath(folder)
    refused: list[Found] = []

    def unreadable(error: OSError) -> None:
        name = clean(str(error.filename))
        reason = f"the folder cannot be opened ({error.strerror})"
        refused.append(Found(Path(error.filename), name, IngestRefused(name, reason)))

    for here, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(n for n in folders if not n.startswith("."))
        yield from refused
        refused.clear()
        links = [n for n in folders if (Path(here) / n).is_symlink()]
        folders[:] = [n for n in folders if n not in links]
        for name in sorted([*names, *links]):
            yield from _entry(Path(here) / name, top)
    yield from refused


def _entry(path: Path, top: str) -> Iterator[Found]:
    name = clean(str(path))
    if path.name.startswith(".") or is_sidecar(path):
        return
    if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(top):
        yield Found(path, name, IngestRefused(name, "this is a link that leads out of the folder"))
    elif path.is_dir():
        return
    elif path.suffix.lower() not in SUFFIXES:
        yield Found(path, name, passed_over=True)
    elif path.exists() and not path.is_file():
        yield Found(path, name, IngestRefused(name, "this is neither a file nor a folder"))
    else:
        yield Found(path, name)
