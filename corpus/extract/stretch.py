"""A number with its own words, as they stand in the record: what is quoted of a sentence that holds several."""

from __future__ import annotations

from corpus.extract.bind import FIGURE_KINDS
from corpus.extract.clause import predicate
from corpus.extract.counting import conditions
from corpus.extract.dates import periods
from corpus.extract.gaps import label_start, labels, name_before
from corpus.extract.numbers import quantities
from corpus.extract.phrase import noun_phrase
from corpus.records import Span

__all__ = ["stretch"]


def stretch(text: str, sentence: Span, value: Span) -> Span:
    """A number and its own words in SENTENCE, as they stand: "288 of the prisoners were freed after August 2005"."""
    dated = [m.span for m in periods(text, None, sentence.start, sentence.end)]
    read = [q for q in quantities(text, sentence.start, sentence.end) if q.kind in FIGURE_KINDS]
    read = [q for q in read if not any(_overlap(q.span, d) for d in dated)]
    beside = conditions(text, read)
    later = [q.span.start for q in read if q.span.start >= value.end and q not in beside]
    limit = later[0] if later else sentence.end
    labelled = [q for q in read if q.span.end <= value.start]
    start = label_start(text, labelled[-1].span.end, value.start) if labelled else value.start
    if later and labels(text, value.end, limit):
        return Span(start, value.end)
    named = name_before(text, value.end, limit) if later else None
    limit = limit if named is None else named.start()
    _, end = predicate(text, noun_phrase(text, value.end, limit), limit)
    return Span(start, max(value.end, end))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
