"""Where a clause goes on, after "and", to what is told as so: "was meant to sail in May *and sailed* in June"."""

from __future__ import annotations

import re

from corpus.lexicon.grammar import words
from corpus.patterns import regex

__all__ = ["told_again"]

_AND = regex(
    r",?\s\b(?:and|or|yet|then)\s+(?:(?:then|so|later|now|also|it|he|she|they|we|\d[\d,.]*|\w+ly)\s+){0,2}"
    r"(?P<verb>\w+)"
)
_ASIDE = regex(
    r"\b(?:that|which|who)\s+(?:\w+ly\s+|it\s+|he\s+|she\s+|they\s+|also\s+)?(?P<verb>\w+)"
    r"|\b(?:after|because|since)\s+(?P<then>[\w'\u2019\u00a3$-]+(?:\s+[\w'\u2019\u00a3$-]+){1,6})"
)
"""What is told within a plan of those it is for: "to rebuild homes *that burnt*", "will close *after 30 fell ill*"."""
_BE = regex(r"\b(?:be|been|being|have|get)\b")
_FINITE = frozenset({"is", "are", "was", "were", "has", "have", "had", "did", "does", "do"})
_BASE = frozenset(
    ("cost", "cut", "die", "face", "fail", "go", "hit", "hurt", "lay", "let", "live", "need", "put", "quit", "read")
) | frozenset(("say", "set", "shut", "spread", "use", "want", "work"))
"""Past forms that are infinitives too."""
_SHORT = 4


def told_again(small: str, start: int, end: int) -> int:
    """Where between START and END, in small letters, something comes to be told as so; END where nothing does.

    "To be mended *and painted*" tells of nothing that was painted.
    """
    joined = (m.start() for m in _AND.finditer(small, start, end) if _told(m["verb"], small, start, m.start()))
    asides = (m.start() for m in _ASIDE.finditer(small, start, end) if _tells(m, small))
    return min(next(joined, end), next(asides, end))


def _tells(aside: re.Match[str], small: str) -> bool:
    if aside["verb"]:
        return _told(aside["verb"], small, aside.start(), aside.start("verb"))
    return any(_told(word, small, aside.start(), aside.end()) for word in aside["then"].split()[1:])


def _told(verb: str, small: str, start: int, end: int) -> bool:
    """Whether VERB is told as so, and not only done along with what stands between START and END."""
    past = (verb in words("past") and verb not in _BASE) or (verb.endswith("ed") and len(verb) > _SHORT)
    return verb in _FINITE or (past and _BE.search(small, start, end) is None)
