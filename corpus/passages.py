"""Cutting a text into passages: what is searched, and shown, as one.

Short paragraphs are put together and long ones cut between sentences, so that a passage is about as long as the
encoder reads at once (256 word pieces). The passages are in the text's order, do not overlap, and leave out only
white space; each one's ``text`` is exactly its span.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.patterns import regex
from corpus.records import Passage, Span

__all__ = ["MOST_WORDS", "cut"]

MOST_WORDS = 160
"""A passage takes no further paragraph or sentence that would bring it past this."""
LONGEST_SENTENCE = 400
"""What runs on for more words than this without an end is no sentence, and is cut at a line or a space."""
HEADING_WORDS = 12

_PARAGRAPH = regex(r"\S(?:.|\n(?![ \t]*\n))*", re.MULTILINE)
_SENTENCE_END = regex(r"""[.!?…]["'”’)\]]*(?=\s+["'“‘(\[]?[A-Z0-9£])|\n(?=[ \t]*[-*•])""")
_ABBREVIATION = regex(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Sir|St|No|Nos|Col|cols?|pp?|para|paras|vol|Vol|v|vs|Hon|hon|Rt|Gen|Lt|Sgt|Jan|Feb|Mar|"
    r"Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|etc|e\.g|i\.e|cf|approx|c|Fig|fig|Art)|\b[A-Z])\.$"
)
_WORD = regex(r"\S+")


def cut(text: str, source_id: str, searched: Sequence[Span] | None = None) -> tuple[Passage, ...]:
    """TEXT's passages, with ids ``SOURCE_ID-p0``, ``-p1`` … in its order. None where it holds nothing but space.

    Where SEARCHED is given, only those stretches are cut, in their order, each by itself.
    """
    if searched is None:
        spans = _grouped(_pieces(text), text)
    else:
        spans = (s for one in searched for s in _grouped(_pieces(text, one), text))
    return tuple(Passage(f"{source_id}-p{n}", source_id, s, s.of(text)) for n, s in enumerate(spans))


def _words(text: str, span: Span) -> int:
    return len(text[span.start : span.end].split())


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _pieces(text: str, within: Span | None = None) -> Iterator[Span]:
    """Paragraphs, and the sentences of those that are too long to be one passage."""
    start, end = (within.start, within.end) if within else (0, len(text))
    for found in _PARAGRAPH.finditer(text, start, end):
        paragraph = _trimmed(text, *found.span())
        if _words(text, paragraph) <= MOST_WORDS:
            yield paragraph
        else:
            for sentence in _sentences(text, paragraph):
                yield from _bounded(text, sentence)


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for end in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        if end[0][0] == "." and _ABBREVIATION.search(text, max(start, end.start() - 12), end.start() + 1):
            continue
        yield _trimmed(text, start, end.end())
        start = end.end()
    if text[start : paragraph.end].strip():
        yield _trimmed(text, start, paragraph.end)


def _bounded(text: str, sentence: Span) -> Iterator[Span]:
    """SENTENCE, or stretches of it of so many words where it is too long to be one."""
    if _words(text, sentence) <= LONGEST_SENTENCE:
        yield sentence
        return
    words = list(_WORD.finditer(text, sentence.start, sentence.end))
    at = 0
    while at < len(words):
        end = _line_end(text, words, at)
        yield Span(words[at].start(), words[end - 1].end())
        at = end


def _line_end(text: str, words: list[re.Match[str]], at: int) -> int:
    """Where a stretch that begins at word AT ends: after the last whole line that fits, else after the last word."""
    most = min(at + MOST_WORDS, len(words))
    if most == len(words):
        return most
    for end in range(most, at, -1):
        if "\n" in text[words[end - 1].end() : words[end].start()]:
            return end
    return most


def _grouped(pieces: Iterable[Span], text: str) -> Iterator[Span]:
    group: list[Span] = []
    held = 0
    for piece in pieces:
        count = _words(text, piece)
        if group and held + count > MOST_WORDS:
            heading = group.pop() if len(group) > 1 and _heading(text, group[-1]) else None
            yield Span(group[0].start, group[-1].end)
            group = [heading] if heading else []
            held = sum(_words(text, s) for s in group)
        group.append(piece)
        held += count
    if group:
        yield Span(group[0].start, group[-1].end)


def _heading(text: str, span: Span) -> bool:
    """Whether SPAN reads as a heading, which belongs with what follows it."""
    words = span.of(text)
    return len(words.split()) <= HEADING_WORDS and words[-1] not in ".!?;,\"'”’"
