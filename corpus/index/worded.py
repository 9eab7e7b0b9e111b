"""What of a record is searched by its meaning: each passage whole, and by itself each sentence that a figure stands in.

A vector of many sentences says a little of each: a figure that one of them gives is lost among the others. Only where
the encoder is quick are the sentences encoded as well.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from corpus.records import Figure, Passage

__all__ = ["SENTENCE", "Worded", "passage_of", "sentences", "whole"]

SENTENCE = "#"
"""What sets the id of a sentence off from its passage's; no passage's id holds it."""


class Worded(NamedTuple):
    """Words that have a vector of their own."""

    id: str
    """The passage's id; for a sentence of it, with where that begins in the passage."""
    source_id: str
    text: str


def whole(passage: Passage) -> Worded:
    """PASSAGE as it is searched."""
    return Worded(passage.id, passage.source_id, passage.text)


def sentences(passages: Sequence[Passage], figures: Mapping[str, Iterable[Figure]]) -> list[Worded]:
    """The sentences of PASSAGES that FIGURES (by their source) stand in, each once, as far as its passage holds it.

    PASSAGES of a source are together and in their order. What is all of its passage is left out.
    """
    held: dict[str, list[Passage]] = {}
    for passage in passages:
        held.setdefault(passage.source_id, []).append(passage)
    found: dict[str, Worded] = {}
    for source_id, of in held.items():
        starts = [p.span.start for p in of]
        for context in (f.context for f in figures.get(source_id, ())):
            place = bisect_right(starts, context.start) - 1
            if place < 0 or context.start >= of[place].span.end:
                continue
            passage, start = of[place], context.start - starts[place]
            text = passage.text[start : context.end - passage.span.start].strip()
            if text and text != passage.text.strip():
                found.setdefault(one := f"{passage.id}{SENTENCE}{start}", Worded(one, source_id, text))
    return list(found.values())


def passage_of(worded_id: str) -> str:
    """The id of the passage that what WORDED_ID names is, or is a sentence of."""
    return worded_id.partition(SENTENCE)[0]
