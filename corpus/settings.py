"""Where the record lives and which model reads it: from the environment, else this person's own data folder.

    DESPATCH_RECORD   the record's folder
    DESPATCH_MODEL    the encoder's folder, or the name of an installed package that carries one

Read from the environment by hand: importing a settings library takes longer than answering a question.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

__all__ = ["Settings", "settings"]

_NAME = "despatch"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person may set, with what holds where they do not."""

    record: Path
    """The folder that the record lives in; it may not be there yet."""
    model: str
    """A folder or package name; empty for the model that Despatch comes with."""
    cache: Path
    """Where what is slow to find out may be remembered. Everything in it can be thrown away."""


def settings(record: Path | str | None = None) -> Settings:
    """The settings that hold now; RECORD, where given, comes before the environment."""
    given = record or os.environ.get("DESPATCH_RECORD")
    return Settings(
        record=Path(given).expanduser() if given else user_data_path(_NAME, appauthor=False) / "record",
        model=os.environ.get("DESPATCH_MODEL", "").strip(),
        cache=user_cache_path(_NAME, appauthor=False),
    )
