"""How an answer says that it gives nothing, by ground: ``refusals.yaml``, read once."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

from ruamel.yaml import YAML

__all__ = ["grounds", "holding", "unless"]


@lru_cache(maxsize=1)
def grounds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each ground's name with the pattern that finds it in a sentence of lower case, in the order of trial."""
    return tuple((str(name), _any(patterns)) for name, patterns in _data()["grounds"].items())


@lru_cache(maxsize=1)
def unless() -> re.Pattern[str]:
    """What shows that a sentence withholds nothing, though it has a ground's words."""
    return _any(_data()["unless"])


@lru_cache(maxsize=1)
def holding() -> re.Pattern[str]:
    """What only promises an answer."""
    return _any(_data()["holding"])


def _any(patterns: list[str]) -> re.Pattern[str]:
    what = str(_data()["what"])
    return re.compile("|".join(str(p).replace("{WHAT}", what) for p in patterns))


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    text = files("corpus.lexicon").joinpath("refusals.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = YAML(typ="safe").load(text)
    return loaded
