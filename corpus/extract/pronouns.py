"""What "it" stands for where a number is told of it: the measure of the sentence before, or the body named there."""

from __future__ import annotations

import re

from corpus.extract.sharing import Bound
from corpus.lexicon.grammar import words
from corpus.records import Span

__all__ = ["named_before", "of_it", "subject_of"]

_IT = re.compile(
    r"(?:^|\s)(?:it|this|that)\s+(?:was|is|were|had been|has been|stood at|rose to|fell to|reached)\b", re.IGNORECASE
)
_OPENS = re.compile(r"\W*(?P<who>it|they|he|she)\s+(?:\w+\s+){0,2}?\w+", re.IGNORECASE)
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w'\u2019-]+(?:\s+(?:of\s+|and\s+|the\s+)*[A-Z][\w'\u2019-]+)*")


def of_it(bound: Bound) -> bool:
    """Whether a number is told of "it" ("among men *it was* £88")."""
    return _IT.search(bound.before) is not None


def subject_of(bound: Bound) -> str:
    """The words before a number up to its verb: "Median pay in the second job" of "… was"."""
    said = bound.before.split()
    verb = next((i for i, w in enumerate(said) if w.lower() in words("auxiliaries") or w.lower() in words("past")), 0)
    return " ".join(said[:verb])


def named_before(text: str, before: Span | None, sentence: Span, earlier: str) -> str:
    """The one name of the sentence BEFORE, where SENTENCE opens with a pronoun; EARLIER where that one did too."""
    if before is None or _OPENS.match(text, sentence.start, sentence.end) is None:
        return ""
    if _OPENS.match(text, before.start, before.end) is not None:
        return earlier
    found = {" ".join(m.group().split()) for m in _NAME.finditer(before.of(text))}
    opening = re.match(r"(?:The\s+)?(?P<name>[A-Z][\w'\u2019-]+(?:\s+[A-Z][\w'\u2019-]+)*)\s+[a-z]", before.of(text))
    if opening is not None and opening["name"].lower() not in words("sentence_openers"):
        found.add(opening["name"])
    return next(iter(found)) if len(found) == 1 else ""
