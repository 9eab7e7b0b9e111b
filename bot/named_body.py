"""A body that is asked about by what it is: "the head of *the contractor*", of a text that names a contractor."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.heard import Line
from corpus.extract.offices import head

__all__ = ["by_its_name"]

_LEAST = 4
_NAME = r"(?P<name>[A-Z][\w&'\u2019-]*(?: (?:of |and |the )*[A-Z][\w&'\u2019-]*){0,4})"


def by_its_name(who: str, lines: Sequence[Line]) -> str:
    """WHO with the name of the body in place of what it is, where LINES name just one of that kind; else WHO."""
    for word in re.findall(rf"(?<=\bthe )([a-z]{{{_LEAST},}})\b(?!\s+[A-Z])", who)[::-1]:
        if head(f"the {word}") == "person":
            continue
        form = re.compile(rf"\b(?:an?|the|its|their) (?:[a-z]+ )?{re.escape(word)}(?:,| called) {_NAME}")
        names = {m["name"] for line in lines for m in form.finditer(line.text)}
        if len(names) == 1:
            return re.sub(rf"\bthe {re.escape(word)}\b", names.pop(), who)
    return who
