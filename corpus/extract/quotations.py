"""Text → what stands in quotation marks, double or single, also where it runs on over several paragraphs.

A single mark may be an apostrophe: one inside a word, before a decade ("'90s") or after a plural ("prisoners'
families") neither opens nor closes a quotation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.extract.sentences import paragraphs
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["Quotation", "quotations", "without"]

_OPENS = regex(r"(?:(?<=[\s(\[\u2014\u2013:*_/-])|^)[\"\u201c\u2018'](?=[^\s\"\u201c\u201d])", re.MULTILINE)
_ELISION = regex(r"['\u2018\u2019](?:\d0s\b|(?:tis|twas|em|cause|til|n)\b)", re.IGNORECASE)
_PAIRS = {'"': '"\u201d', "\u201c": '"\u201d', "'": "'\u2019", "\u2018": "'\u2019"}
_GOES_ON = regex(
    r"\s+(?:about|after|against|and|are|as|at|because|before|but|by|for|from|had|has|have|he|if|in|into|is|it|of|on|or"
    r"|over|she|since|that|the|they|to|until|was|we|were|when|which|while|who|with|would|yesterday"
    r"|said|says|told|added|by|a|an|this|these|those)\b"
)
"""Words that may follow a closing mark after an -s, where an owned noun cannot."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: ``span`` without the marks, ``outer`` with them; ``run`` numbers what is one speech.

    A quotation that runs on is one for each paragraph, all of the same run.
    """

    span: Span
    outer: Span
    run: int


def quotations(text: str) -> list[Quotation]:
    """Every quotation of TEXT in order, the outermost where one stands within another."""
    found: list[Quotation] = []
    stretches = paragraphs(text)
    open_mark, run = "", -1
    for index, paragraph in enumerate(stretches):
        following = stretches[index + 1].of(text)[:1] if index + 1 < len(stretches) else ""
        at = paragraph.start
        while (opening := _OPENS.search(text, at, paragraph.end)) is not None:
            mark = opening.group()
            closing = None if _ELISION.match(text, opening.start()) else _closing(text, opening.start(), paragraph.end)
            runs_on = closing is None and following == mark and not _ELISION.match(text, opening.start())
            if closing is None and not runs_on and not _unclosed(text, opening.start(), paragraph):
                at = opening.end()
                continue
            end = paragraph.end if closing is None else closing
            carried = open_mark == mark and opening.start() == paragraph.start
            run = run if carried else run + 1
            found.append(Quotation(Span(opening.end(), end), Span(opening.start(), end + (closing is not None)), run))
            open_mark = mark if runs_on else ""
            at = end + 1
    return [q for q in found if q.span.of(text).strip()]


def _closing(text: str, opening: int, end: int) -> int | None:
    """Where the quotation that begins at OPENING is closed; None where it is not."""
    closers = _PAIRS[text[opening]]
    if text[opening] in '"\u201c':
        return next((i for i in range(opening + 2, end) if text[i] in closers), None)
    doubtful = None
    for i in range(opening + 2, end):
        if text[i] == "\u2018":
            return doubtful
        if text[i] not in closers or text[i + 1 : i + 2].isalnum() or text[i - 1].isspace():
            continue
        if _plural(text, i, end):
            doubtful = doubtful or i
            continue
        return i
    return doubtful


def _plural(text: str, at: int, end: int) -> bool:
    """Whether the mark may be that of a plural owner: after an -s, and a small letter of no little word follows."""
    after = text[at + 1 : min(at + 3, end)]
    return text[at - 1] in "sS" and after[1:].isalnum() and after[:1] == " " and not _GOES_ON.match(text, at + 1)


def _unclosed(text: str, opening: int, paragraph: Span) -> bool:
    """A double mark that opens a paragraph, or follows a colon or a comma, and that somebody forgot to close."""
    if text[opening] not in '"\u201c':
        return False
    before = text[paragraph.start : opening].rstrip()
    return not before or before[-1] in ":,"


def without(text: str, stretch: Span, quoted: list[Quotation]) -> str:
    """The words of STRETCH, each character of a quotation replaced by a space, so that places stay as they are."""
    words = list(stretch.of(text))
    for one in quoted:
        for i in range(max(one.outer.start, stretch.start), min(one.outer.end, stretch.end)):
            words[i - stretch.start] = " "
    return "".join(words)
