"""A line that is a label and its number: "Number of boats lost: 12", as summaries and press notices list them."""

from __future__ import annotations

import re

from corpus.extract.lone import bare_subject
from corpus.extract.quantity import Quantity
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["labelled_line"]

_LABEL = regex(r"[^\w(]*(?P<label>[^\W\d_][^.:;!?\d]{2,90}?)\s*:\s*[\u00a3$\u20ac]?")
_NO_COUNT = regex(
    r"(?:\w+ )?(?:refs?|references?|pages?|tables?|annex(?:es)?|chapters?|questions?|issues?|versions?|codes?|ids?|nos?"
    r"|numbers?)",
    re.IGNORECASE,
)
"""What is numbered and not counted: "Reference: 4471"."""
_NOTHING_MORE = regex(r"\W*")
_COUNTS = frozenset({"count", "money", "percentage"})
_CUMULATIVE = regex(r"^(?:cumulative|running|overall|grand)\s+(?=(?:total\s+)?(?:number|count|total)\b)", re.IGNORECASE)


def labelled_line(text: str, sentence: Span, quantity: Quantity) -> tuple[str, str] | None:
    """What QUANTITY counts and the label before it, where its SENTENCE is a label and that number alone."""
    if quantity.kind not in _COUNTS or not _NOTHING_MORE.fullmatch(text, quantity.span.end, sentence.end):
        return None
    match = _LABEL.fullmatch(text, sentence.start, quantity.span.start)
    if match is None or _NO_COUNT.fullmatch(match["label"].strip()):
        return None
    label = " ".join(match["label"].split())
    counted = bare_subject(_CUMULATIVE.sub("", label))
    known = {i for i in lexicon().ids(counted) if lexicon().kind(i) not in ("place", "nationality")}
    return (counted, label) if known else None
