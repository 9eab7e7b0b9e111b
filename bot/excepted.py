"""What a question or a record sets aside: "other sex attackers, apart from the rapists", "besides the 3 detained"."""

from __future__ import annotations

import re

from corpus.patterns import regex

__all__ = ["without_exceptions"]

_BESIDES = regex(
    r",?\s+(?:apart from|besides|excluding|not counting|not including|other than|leaving aside|aside from"
    r"|in addition to|on top of)\s+[^,?;]+",
    re.IGNORECASE,
)


def without_exceptions(text: str) -> str:
    """TEXT less the clauses that name what is left out."""
    return _BESIDES.sub(" ", text)
