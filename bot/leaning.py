"""Whether a question leans on the one before it: what it opens with, and whom its pronouns stand for."""

from __future__ import annotations

from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["leans"]

_OPENING = regex(r"(?:and|but|so|also|or)\b|what about|how about|of (?:those|these|them|which|whom)\b|by\s|in\s+\w+\?$")
_THOSE = regex(r"\b(?:(?:of )?the others|that figure|that number|of (?:those|these)(?P<told>\s+[\w-]+)?)\b")
_SELF_TOLD = regex(
    r"\s+(?:who(?:se|m)?|that|which|with(?:out)?|in|at|on|from|under|over|aged|sent|held|left|freed|given|made|taken|born"
    r"|put|kept|lost|found|seen|told|shut|hit|[a-z]{3,}ed)$"
)
"""How "those" goes on where the question itself says who they are: "of those *released*", "of those *who* left"."""
_PRONOUN = regex(r"\b(?:(?P<one>he|she)|(?P<many>they|them)|(?P<thing>it))\b")
_EMPTY_IT = regex(
    r"\bit\s+(?:(?:is|was|be|been)\s+)?(?:true|possible|likely|said|known|right|correct|the case|that)\b"
    r"|\b(?:did|does|will|would|has|had) it (?:\w+ )?(?:take|taken|cost)\b(?=\s+\w)"
)
"""An "it" that stands for nothing: "is it true that", "how long did it take to"."""
_NAMED = regex(r"(?<=[\w,] )(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\b\.? )?[A-Z][a-z]+(?:['\u2019]s)?(?= )")
_NOUN = regex(
    r"\b(?:the|an?|any|all|every|each|no|how many|which|what|\d[\d,]*)\s+"
    r"(?!(?:said|told|were|was|have|has|had|are|is|do|does|did|will|would|can|could|of|the)\b)"
    r"(?P<noun>(?:[a-z][a-z-]+\s+){1,3})"
)
_PERSONS = ("role", "person", "offence")


def leans(text: str) -> bool:
    """Whether a question leans on the one before it: "and how many of those …", "what about burglars?".

    A pronoun leans only where no one that it can stand for is named before it in the question itself: "did the
    minister say *he* would go" stands alone.
    """
    own = " ".join(text.split()).lstrip(".\u2026 ")
    low = own.lower()
    if _OPENING.match(low):
        return True
    for those in _THOSE.finditer(low):
        if those["told"] is None or not _SELF_TOLD.match(those["told"]):
            return True
    plain = _EMPTY_IT.sub(lambda m: " " * len(m[0]), low)
    return any(not _stood_for(own[: m.start()], m.lastgroup or "") for m in _PRONOUN.finditer(plain))


def _stood_for(before: str, kind: str) -> bool:
    """Whether the words BEFORE a pronoun name one that it can stand for: a person for "he", no person for "it"."""
    if kind == "one" and _NAMED.search(before + " "):
        return True
    lex = lexicon()
    for found in _NOUN.finditer(before.lower() + " "):
        ids = lex.ids(found["noun"])
        kinds = {lex.kind(i) for i in ids}
        person = any(k in _PERSONS for k in kinds)
        if kind == "many" or person == (kind == "one"):
            return True
    return False
