"""What was so before a change, where it is asked what is so since, or what the change did: no level is a difference."""

from __future__ import annotations

from bot.query import Wanted
from corpus.extract.figures import BEFORE
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["as_it_was"]

_BEFORE = regex(
    r"\W*(?:before (?:the|its|this|that|they|he|she)\b|until then\b|prior to\b|previously\b|formerly\b"
    r"|under (?:the|its) (?:previous|old|former|last)\b)"
)
_ASKS_BEFORE = regex(
    r"\b(?:before|until|prior|previous(?:ly)?|former(?:ly)?|used to|old|once|originally|at first|earlier|had)\b"
)
_PAST = regex(r"\b(?:was|were|did|had|been|[a-z]{2,}ed|went|came|left|lost|took|sat|ran|fell|rose|held|kept|got)\b")
_AGO = regex(r"\b(?:years?|months?|weeks?|decades?) ago\b[^.;]*$")
_STOPPED = regex(r"\b(?:stopped|ceased|gave up|no longer|quit)\b")
_FEWER = regex(r"\b(?:cut|reduced|shed|axed|removed|dropped|added|gained|scrapped)\b")
_FROM = regex(r"\b(?:from|before|previous\w*|former\w*|first|original\w*|had)\b")


def as_it_was(wanted: Wanted, figure: Figure, sentence: str) -> list[str]:
    """What is asked as it is now, or of the change, where FIGURE, of SENTENCE, is how many there were before it."""
    asked = wanted.words.lower()
    at = figure.span.start - figure.context.start
    opened = _BEFORE.match(sentence.lower()) is not None and ";" not in sentence[:at]
    if opened and not _ASKS_BEFORE.search(asked) and not wanted.times:
        if _STOPPED.search(asked):
            return ["how many no longer do"]
        if not _PAST.search(asked):
            return ["how things stand since"]
    if _AGO.search(sentence[:at].lower()) and not (_PAST.search(asked) or wanted.times):
        return ["how things stand now"]
    if figure.note == BEFORE and _FEWER.search(asked) and not _FROM.search(asked):
        return ["how many fewer, where only how many there were is told"]
    return []
