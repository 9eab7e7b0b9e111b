"""Regular expressions that are compiled when they are first used.

There are about a thousand of them, and to compile them all takes a third of a short command's time, of which a question
needs half. Each pattern, used or not, is compiled by a test.
"""

from __future__ import annotations

import re
from typing import cast

__all__ = ["regex"]

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Pattern:
    """Stands for a compiled pattern: what is asked of it is asked of that, which is made at the first time."""

    def __init__(self, words: str, flags: int) -> None:
        self._words, self._flags = words, flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):  # what copying and pickling look for
            raise AttributeError(name)
        made = re.compile(self._words, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(made, method))  # from now on found without coming here
        return getattr(made, name)

    def __repr__(self) -> str:
        return f"regex({self._words!r})"


def regex(words: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``, but a fault in WORDS raises ``re.error`` only when the pattern is first used."""
    return cast("re.Pattern[str]", _Pattern(words, flags))
