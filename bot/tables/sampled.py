"""Tables of how many a survey asked: they stand below its estimates, with the same rows, and answer for none."""

from __future__ import annotations

import re

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from corpus.patterns import regex

__all__ = ["only_sampled"]

_COUNTED = regex(
    r"\bsample\s+sizes?\b|\bnumbers?\s+of\s+[^.;:]{2,80}?\s+in\s+the\s+(?:[\w-]+\s+){0,4}sample\b"
    r"|\bunweighted\s+(?:bases?|counts?|samples?|numbers?)\b",
    re.IGNORECASE,
)
_SAMPLE = regex(r"(?:survey )?samples?|(?:unweighted )?bases?", re.IGNORECASE)
_ASKED = regex(
    r"\b(?:sampl\w+|survey(?:s|ed)?|interview\w*|respond\w*|responses?|unweighted|bases?|questioned|polled)\b",
    re.IGNORECASE,
)
_THOSE_ASKED = "all of them, where the nearest table counts those whom a survey asked"


def only_sampled(question: Asked, listed: Listed) -> list[str]:
    """That a table counts only whom a survey asked, where QUESTION does not speak of any such."""
    one = listed.dataset
    several = listed.measures is not None and len(listed.measures.labels) > 1  # beside the estimates
    sample = _SAMPLE.fullmatch(one.measure.strip()) or _COUNTED.search(f"{one.measure}. {one.title}")
    return [_THOSE_ASKED] if sample and not several and _ASKED.search(question.text) is None else []
