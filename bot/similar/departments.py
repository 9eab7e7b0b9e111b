"""Which answering bodies a user means: by the name, the office of its Minister, or its initials."""

from __future__ import annotations

from collections.abc import Collection

from corpus.index.addressed import department, likeness
from corpus.patterns import regex

__all__ = ["bodies_meant"]

_NEARLY = 0.3
"""So much of the best likeness another body must have to be meant as well: a department that has been renamed."""
_SMALL = frozenset({"and", "for", "of", "the"})
_WORD = regex(r"[^\W_]+")


def bodies_meant(words: str, bodies: Collection[str]) -> tuple[str, ...]:
    """Those of BODIES that WORDS mean, the likeliest first; none where no one of them is called so."""
    short = "".join(_WORD.findall(words)).lower()
    if initialled := tuple(body for body in bodies if short and short in _initials(body)):
        return initialled
    wanted = department(words)
    like = {body: likeness(wanted, department(body)) for body in bodies}
    best = max(like.values(), default=0.0)
    meant = [body for body in bodies if like[body] and like[body] >= _NEARLY * best]
    return tuple(sorted(meant, key=lambda body: -like[body]))


def _initials(body: str) -> tuple[str, ...]:
    """ "mod" and "md" for the Ministry of Defence; none for a name of a single word."""
    words = [word.lower() for word in _WORD.findall(body)]
    telling = [word for word in words if word not in _SMALL]
    made = {"".join(word[0] for word in some) for some in (words, telling)}
    return tuple(one for one in made if len(one) > 1)
