"""Who used a word: told by the quoted words of somebody in which that very word stands, and by nobody else's.

A report's own words are nobody's: it may call a thing a blunder of which all whom it quotes say otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.forms import Ask
from bot.heard import Heard, Line
from bot.query import Query
from corpus.extract.quotations import quotations
from corpus.patterns import regex
from corpus.records import SourceKind, Span

__all__ = ["word_asked", "word_user"]

_WORDS = r"(?:very |actual |exact )?(?:words?|terms?|phrases?|expressions?|adjectives?|epithets?)"
_SAID = r"(?:used?|uses|using|said|says|uttered|spoke|came up with|coined|chose|wrote|employed)"
_ASKED = (
    regex(
        rf"^(?:and |so |but )?who(?: was it (?:that|who))?(?: (?:has|had|first|also|actually|even))* {_SAID}"
        rf" (?:the |that |this |a )?{_WORDS}(?: of)?[:,]? (?P<what>.+?)\W*$",
        re.IGNORECASE,
    ),
    regex(
        rf"^(?:and |so |but )?whose (?:own )?{_WORDS} (?:is|was|are|were)(?: it| that| this)?[:,]? (?P<what>.+?)\W*$",
        re.IGNORECASE,
    ),
    regex(
        rf"^(?:the |that )?{_WORDS}[:,]? (?P<what>.+?)\s*[-:,;\u2013\u2014]+\s*who (?:was it (?:that|who) )?{_SAID}"
        r"(?: it| that| them)?\W*$",
        re.IGNORECASE,
    ),
)
_MARKS = " \"'\u201c\u201d\u2018\u2019.,;:?!"
_OF_SPEECH = frozenset(
    {
        SourceKind.ORAL_STATEMENT,
        SourceKind.ORAL_ANSWER,
        SourceKind.DEBATE,
        SourceKind.COMMITTEE_EVIDENCE,
        SourceKind.WRITTEN_STATEMENT,
        SourceKind.WRITTEN_ANSWER,
        SourceKind.LETTER,
    }
)
"""Sources whose every sentence is somebody's own, with or without quotation marks."""


def word_asked(query: Query) -> str:
    """The word of which QUERY asks who used it; "" where it asks about no word."""
    asked = (query.resolved or query.text).strip()
    match = next((m for form in _ASKED if (m := form.match(asked)) is not None), None)
    if match is None or query.ask not in (Ask.WHO, Ask.WHAT):
        return ""
    return _OF_WHAT.sub("", match["what"]).strip(_MARKS)


_OF_WHAT = regex(
    r"(?<=[\w\"'\u2019\u201d]) (?:to describe|in describing|when describing|about|to mean|in (?:the|this|that))\b.*$",
    re.IGNORECASE,
)
"""Of what it was said, and none of the word: "the word *shambles* to describe the sailing"."""


def word_user(query: Query, lines: Sequence[Line]) -> list[Heard] | None:
    """The sentences in which whoever used the word that QUERY asks about has it; None where it asks about no word."""
    asked = word_asked(query)
    if not asked:
        return None
    spelt = r"\s+".join(re.escape(part) for part in asked.split())
    word = re.compile(rf"(?<!\w){spelt}(?!\w)", re.IGNORECASE)
    told = [Heard(x, 1.0, (), _speaker(x)) for x in lines if any(_own(x, m) for m in word.finditer(x.text))]
    return sorted(told, key=lambda h: (h.line.source.kind.rank, h.line.span.start))


def _disowned(text: str, at: re.Match[str]) -> bool:
    return _DISOWNED.search(text, 0, at.start()) is not None or _NO_WORD.match(text, at.end()) is not None


_NO_WORD = regex(
    r"\W*(?:is|was|would be)(?:n['\u2019]t| not| never) (?:a|the|my|our) (?:\w+ )?(?:word|term|phrase)\b", re.IGNORECASE
)
_DISOWNED = regex(
    r"(?:\b(?:not|never|nobody|no one|none|neither|nor|den(?:y|ies|ied)|reject\w*|avoid\w*|refus\w+|declin\w+)\b"
    r"|n['\u2019]t\b)"
    r"[^.;]{0,40}?\b(?:us(?:e|es|ed|ing)|say|said|call(?:ed|ing)?|describ\w+|utter\w*|speak|spoke\w*|employ\w*"
    r"|choose|chose|words?|terms?)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
"""Before a word that whoever has it on their lips says they did not use: "I *never used the word* shambles"."""


def _speaker(line: Line) -> str:
    said = line.statement
    return f"{said.speaker}, {said.role}".removesuffix(", ") if said is not None else ""


def _own(line: Line, at: re.Match[str]) -> bool:
    """Whether what stands AT a place of LINE is the own word of whoever speaks there."""
    said = line.statement
    if said is None or not said.speaker or line.source.paraphrase or _disowned(line.text, at):
        return False
    if line.source.kind in _OF_SPEECH and said.quotation is None:
        return True
    start = line.span.start
    quoted = [Span(start + q.span.start, start + q.span.end) for q in quotations(line.text)]
    quoted += [said.quotation] if said.quotation is not None else []
    return any(Span(start + at.start(), start + at.end()).within(q) for q in quoted)
