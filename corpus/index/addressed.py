"""To which department a question is put: "To ask the Secretary of State for Defence, how many …".

A department is known by the words that tell it from others, so that a Secretary of State for Education, the Department
for Education and a user's "education" are one, and one whose name has changed is still like what it was.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from corpus.patterns import regex

__all__ = ["Department", "addressed", "department", "likeness"]

Department = frozenset[str]
"""The telling words of its name, in lower case; empty where none is known."""

_COMMON = frozenset(
    {"affairs", "and", "department", "departments", "for", "her", "his", "hm", "majesty's", "minister", "ministers"}
    | {"ministry", "of", "office", "secretary", "state", "the"}
)
_SAME = (
    (regex(r"chancellor (?:of|for) (?:the )?exchequer"), "treasury"),
    (regex(r"solicitor general"), "attorney general"),
    (regex(r"^(?:the )?(?:right )?(?:hon\.? )?member for [^,]*, (?:as )?represent(?:ing|ative of) "), ""),
    (regex(r"^leader of the house of commons$"), "leader of the house"),
)
"""Offices that do not bear their department's name. "Home" is left of the Home Office, and of the Home Department."""
_WORD = regex(r"[a-z][a-z'’-]*")
_FORM = regex(r"\s*T?To ask (?:the |Mr )?", re.IGNORECASE)
_END = regex(
    r"[,;]|\s(?=(?:whether|if|what|how|when|which|who|why|where|pursuant|further|for what|with reference)\b)", re.I
)
_ASKS = regex(
    r"[\s,;]*(?:\([a-z]\) )?(?:pursuant|with|further|following|whether|if|what|how|when|which|who|whose|for|on|where|"
    r"why|by|in|to|as|at|under|from|since|did|does|do|is|has|will|given)\b",
    re.IGNORECASE,
)
_LONGEST = 200
_LIKE = 0.5
"""How like a department's name the words before a comma must be to be taken for it: names hold commas themselves."""


def department(name: str) -> Department:
    """The department that NAME means: a body, the office of its Minister, or how a user calls it."""
    plain = " ".join(name.lower().replace("’", "'").split())
    for form, instead in _SAME:
        plain = form.sub(instead, plain)
    return frozenset(_WORD.findall(plain)) - _COMMON


def likeness(one: Department, other: Department) -> float:
    """How much two names have in common: 1 for one department, 0 for quite different ones or where one is unknown."""
    if not one or not other:
        return 0.0
    return len(one & other) / len(one | other)


def addressed(question: str, known: Collection[Department]) -> tuple[Department, str]:
    """The department of KNOWN to which QUESTION is put, and the question less the words that say so.

    Where those name no known department, or there are none, the department is empty.
    """
    form = _FORM.match(question)
    if form is None:
        return frozenset(), question
    rest = question[form.end() :]
    best: tuple[float, int, Department] = (0.0, 0, frozenset())
    for end in _ends(rest):
        named = department(rest[:end])
        for one in known:
            best = max(best, (likeness(named, one), end, one), key=lambda told: told[:2])
    if best[0] >= _LIKE:
        return best[2], rest[best[1] :].lstrip(" ,;")
    for end in _ends(rest):
        if _ASKS.match(rest, end):
            return frozenset(), rest[end:].lstrip(" ,;")
    return frozenset(), rest


def _ends(words: str) -> Iterator[int]:
    """Where a department's name at the beginning of WORDS can end."""
    for found in _END.finditer(words, 0, _LONGEST):
        yield found.start()
