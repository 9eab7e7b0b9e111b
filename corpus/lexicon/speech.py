"""How English says that something was said, or that it could not or would not be: ``speech.yaml``, read once."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import Any

from corpus.lexicon.loading import loaded

__all__ = ["listed", "one_of", "parties", "sign", "undoings"]


@lru_cache(maxsize=16)
def listed(name: str) -> frozenset[str]:
    """The words of one list, in lower case. Raises KeyError where ``speech.yaml`` has no such list."""
    return frozenset(str(w).lower() for w in _data()[name])


@lru_cache(maxsize=16)
def one_of(*names: str) -> re.Pattern[str]:
    """A pattern that finds any word or phrase of the lists named, whole words only, whatever their case."""
    found = sorted({w for name in names for w in listed(name)}, key=lambda w: (w[0].lower(), -len(w), w))
    letters = [  # words of one first letter together: the others are passed by at one look
        re.escape(letter) + "(?:" + "|".join(re.escape(w[1:]).replace(r"\ ", r"\s+") for w in words) + ")"
        for letter, words in groupby(found, key=lambda w: w[0].lower())
    ]
    return re.compile(rf"\b(?:{'|'.join(letters)})\b", re.IGNORECASE)


@lru_cache(maxsize=16)
def sign(name: str) -> re.Pattern[str]:
    """A pattern that finds any of the patterns listed under NAME, or the one that stands there."""
    data = _data()
    patterns = [data[name]] if isinstance(data[name], str) else data[name]
    return re.compile("|".join(p.replace("{OPEN}", data["open"]) for p in patterns), re.IGNORECASE | re.DOTALL)


def parties() -> dict[str, str]:
    """The name of each party by the letters that stand for it in brackets after a name, in lower case."""
    return {str(k).lower(): str(v) for k, v in _data()["parties"].items()}


@lru_cache(maxsize=1)
def undoings() -> tuple[dict[str, re.Pattern[str]], ...]:
    """Of each state that things come into and out of again, its patterns: the ``state``, ``into`` it, ``out`` of it."""
    return tuple({k: re.compile(v, re.IGNORECASE) for k, v in one.items()} for one in _data()["undoings"])


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    read: dict[str, Any] = loaded("corpus.lexicon", "speech.yaml")
    return read
