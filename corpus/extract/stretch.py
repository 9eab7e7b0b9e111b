"""A number with its own words, as they stand in the record: what is quoted of a sentence that holds several."""

from __future__ import annotations

import re

from corpus.extract.bind import FIGURE_KINDS
from corpus.extract.clause import predicate
from corpus.extract.counting import conditions, whole_of
from corpus.extract.dates import periods
from corpus.extract.gaps import label_start, labels, name_before
from corpus.extract.numbers import quantities
from corpus.extract.phrase import noun_phrase
from corpus.extract.quantity import Quantity
from corpus.extract.sharing import AND_ANOTHER
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["stretch"]


def stretch(text: str, sentence: Span, value: Span) -> Span:
    """A number and its own words in SENTENCE, as they stand: "288 of the prisoners were freed after August 2005"."""
    dated = [m.span for m in periods(text, None, sentence.start, sentence.end)]
    read = [q for q in quantities(text, sentence.start, sentence.end) if q.kind in FIGURE_KINDS]
    read = [q for q in read if not (q.value == 0 and q.kind == "in_words") or q.span == value]
    read = [q for q in read if not any(_overlap(q.span, d) for d in dated)]
    beside = conditions(text, read)
    ahead = [q for q in read if q.span.start >= value.end and q not in beside]
    own = next((q for q in read if q.span.end == value.end), None)
    after = value.end
    if own is not None and ahead and whole_of(text, own, ahead[0]):
        after, ahead = ahead[0].span.end, ahead[1:]  # "212 of the 340 yards": what a number is of is read with it
    later = [q.span.start for q in ahead]
    limit = later[0] if later else sentence.end
    labelled = [q for q in read if q.span.end <= value.start]
    start = label_start(text, labelled[-1].span.end, value.start) if labelled else value.start
    if later and labels(text, after, limit):
        return Span(start, after)
    named = name_before(text, after, limit) if later else None
    limit = limit if named is None else named.start()
    phrase = noun_phrase(text, after, limit)
    _, end = predicate(text, phrase, limit)
    if own is not None and later and end <= (phrase.whole or phrase.span).end and _shares(text, own, ahead[0], end):
        return Span(start, stretch(text, sentence, ahead[0].span).end)
    left = _AUXILIARY.search(text, after, end) if later else None
    end = left.start() if left is not None else end
    return Span(start, max(after, end))


_AUXILIARY = regex(
    r"(?:\s+(?:would|will|could|should|must|may|might|ha[sd]|have|was|were|is|are|be|been|did|to))+$", re.IGNORECASE
)
"""What is left of a verb before the number that comes next ("114 ports *would have* at least six cranes")."""


def _shares(text: str, own: Quantity, following: Quantity, end: int) -> bool:
    """Whether two shares that stand side by side have one verb: "40% of pilots and 22% of mates *were*"."""
    both = own.kind == following.kind == "percentage"
    return both and AND_ANOTHER.fullmatch(text, end, following.span.start) is not None


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
