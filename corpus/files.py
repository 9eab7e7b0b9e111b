"""From the paths that a person gives to the files that are to be read.

A folder is gone through in the order of its names. Hidden files are passed over, and so is a folder that a record lives
in; links that lead out of it are refused, and so is a folder in it that cannot be opened. Files of a kind that is not
read are named as such: a file that was asked for is never silently left out.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import IngestRefused
from corpus.formats import SUFFIXES, is_sidecar
from corpus.ledger.opening import database_of
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

    @property
    def size(self) -> int:
        """In bytes; nothing where it is not to be read, or cannot be."""
        try:
            return 0 if self.refused or self.passed_over else self.path.stat().st_size
        except OSError:
            return 0


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
    """What FOLDER holds, each folder's own files before those of the folders in it, however deep these lie."""
    top = os.path.realpath(folder)
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            if database_of(here).exists():  # a record's own folder: what is in it is no document
                continue
            folders, others = _listed(here)
        except OSError as error:
            name = clean(str(here))
            reason = f"the folder cannot be opened ({error.strerror})"
            yield Found(here, name, IngestRefused(name, reason))
            continue
        for path in others:
            yield from _entry(path, top)
        waiting += reversed(folders)


def _listed(folder: Path) -> tuple[list[Path], list[Path]]:
    """The folders in FOLDER that are to be gone into, and all else in it; both in the order of their names."""
    folders: list[Path] = []
    others: list[Path] = []
    with os.scandir(str(folder)) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            if entry.is_dir(follow_symlinks=False):
                passed = entry.name.startswith(".") or _is_record(folder / entry.name)
                folders += [] if passed else [folder / entry.name]
            else:
                others.append(folder / entry.name)
    return folders, others


def _is_record(folder: Path) -> bool:
    """Whether FOLDER is a record of Despatch's own, of which nothing is a document."""
    return os.path.lexists(database_of(folder))


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
