"""The word lists that come along in YAML, read once and kept in the user's cache folder by their content.

Reading YAML costs tenths of a second, which a question from a cold shell would pay. The cache is only ever a copy:
where it is absent, damaged or cannot be written, the file is read again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

__all__ = ["kept", "loaded"]

_LAYOUT = "1"
"""Changed with the way a file is read, so that an older copy is never taken."""


@cache
def loaded(package: str, name: str, *, plain: bool = False) -> Any:
    """What the file NAME of PACKAGE holds. Where PLAIN, every scalar is a string, so that ``no`` stays a word."""
    content = files(package).joinpath(name).read_bytes()
    kind = "base" if plain else "safe"
    digest = hashlib.sha256(f"{_LAYOUT} {kind} ".encode() + content)

    def read() -> Any:
        from ruamel.yaml import YAML  # late: not needed where the cache holds

        return YAML(typ=kind).load(content)

    return kept(f"list-{Path(name).stem}", digest.hexdigest(), read)


def kept(name: str, digest: str, make: Callable[[], Any]) -> Any:
    """What MAKE gives, as plain JSON values, from the cache where it holds that of the same NAME and DIGEST."""
    path = _folder() / f"{name}-{digest[:32]}.json"
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        made = json.loads(json.dumps(make(), ensure_ascii=False))  # the same, whether it was kept or not
        _keep(path, made)
        return made


def _folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("despatch")


def _keep(path: Path, held: Any) -> None:
    beside = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        return  # a folder that cannot be written costs a few tenths of a second next time, and nothing else
