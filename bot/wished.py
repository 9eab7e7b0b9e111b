"""Numbers that are only recommended or called for, which answer no question of what is or was so."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.query import Wanted
from corpus.extract.wishes import wished
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["of_no_wish", "only_wished"]

_ASKED = regex(
    r"\b(?:should|ought|must|recommend\w*|call\w* (?:for|on|upon)|want\w*|urg\w+|ask\w*|propos\w*|suggest\w*|demand\w*"
    r"|advis\w+|limit\w*|target\w*|aim\w*|maximum|minimum|at most|at least|would|will|shall|plan\w*|expect\w*|suppos\w+"
    r"|have to|need\w*|allow\w*|rules?|require\w*|deadline|to be)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)
def _asked(words: str) -> bool:
    """Whether a question itself asks what somebody would have be so, or what may or must be."""
    return _ASKED.search(words) is not None


_WANTED = regex(
    r"\b(?P<want>(?:want|wanted|wish|wished)(?: to (?:be|see|have))?) (?:\w+(?:ed|en|wn)|sent|put|thrown|kept|held|shut"
    r"|sold|built|cut|let)\b",
    re.IGNORECASE,
)
_WISHES = regex(
    r"\b(?:recommend\w*|want\w*|call\w* (?:for|on|upon)|urg\w+|sought|seek\w*|demand\w*|ask\w*|propos\w*|wish\w*"
    r"|should|ought|press\w* for|argu\w+|advocat\w+|favour\w*|plead\w*|request\w*|orders?|ordered)\b",
    re.IGNORECASE,
)


def of_no_wish(wanted: Wanted, sentence: str) -> list[str]:
    """What somebody *wanted done*, where the SENTENCE of a figure tells of nobody who would have it so."""
    match = _WANTED.search(wanted.words)
    return [] if match is None or _WISHES.search(sentence) else [match["want"]]


def only_wished(wanted: Wanted, figure: Figure, sentence: str) -> list[str]:
    """That something is asked for as it is, where FIGURE, of SENTENCE, tells only what somebody would have it be."""
    if wanted.sayer or wanted.told or _asked(wanted.words):
        return []
    start = figure.span.start - figure.context.start
    end = start + figure.span.end - figure.span.start
    led = any(wished(part.rstrip(": "), "") for part in figure.inherited.split(". ") if part.endswith(":"))
    return ["what is so, where it is only called for"] if led or wished(sentence[:start], sentence[end:]) else []
