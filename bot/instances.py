"""Which of many it was: "Which prisons?" is answered only by a sentence that names one of them."""

from __future__ import annotations

import re

from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["names_one"]

_NATIONS = regex(
    r"^(?:and |so )?(?:from |in |to |of )?(?:which|what) (?:other |foreign |different )?"
    r"(?:nationalit(?:y|ies)|countr(?:y|ies)|nations?)\b|^(?:and |so )?where (?:do|did|does|were|are|was|is|had|have) "
    r".{2,60}? (?:come|came|coming|originate|originally|born|been|be)?\s*from\W*$",
    re.IGNORECASE,
)
_PLACES = "prison|jail|gaol|hospital|school|airport|court|council|university|college|port|station|barracks|bank|clinic"
_HOUSES = regex(
    rf"^(?:and |so )?(?:from |in |at |to |of )?(?:which|what) (?:other )?(?P<what>{_PLACES})(?:s|es)?\b", re.IGNORECASE
)
_NAMED = (
    r"\b(?!UK\b|British\b|English\b|The\b|These\b|Those\b|Most\b|Some\b|All\b|Many\b|In\b|At\b|Our\b)"
    r"[A-Z][\w'\u2019-]+ (?:(?:and|[A-Z][\w'\u2019-]+) )*(?i:{kind})s?\b"
    r"|\b(?i:{kind})s? (?:(?:was|were|is|are|called|named|such as|including|like|at|in|of) )+(?:the )?"
    r"(?!UK\b|Britain\b|England\b)[A-Z]|\bHMP\b|\bHM Prison\b"
)
_HOME = frozenset({"united-kingdom", "great-britain", "european-economic-area", "european-union", "europe"})
"""Where everybody is who is spoken of, or a union of many: none of these is the country somebody comes from."""


def names_one(asked: str, text: str) -> bool:
    """Whether TEXT names one of what ASKED asks which it was; true where ASKED asks that of nothing."""
    plain = " ".join(asked.split())
    if _NATIONS.match(plain) is not None:
        told = lexicon().terms(text)
        return any(t.kind in ("place", "nationality") and t.id not in _HOME for t in told)
    house = _HOUSES.match(plain)
    if house is None:
        return True
    kind = "(?:prison|jail|gaol)" if house["what"].lower() in ("prison", "jail", "gaol") else house["what"]
    return re.search(_NAMED.replace("{kind}", kind), text) is not None
