"""The body that speaks of itself in a paper of its own: "the department received 412 calls", "we had 90 complaints"."""

from __future__ import annotations

import re

from corpus.extract.sense import ASSERTED, Sense
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Source, SourceKind

__all__ = ["its_own"]

_SELF = regex(r"\b(?:the (?:department|ministry|office)|we|our|us|my (?:department|ministry|office))\b", re.IGNORECASE)
"""What a body calls itself in an answer of its own."""


def its_own(asked: Sense, sentence: str, source: Source) -> bool:
    """Whether it is the body that is asked about that speaks of itself: "the department received 412 calls"."""
    if lexicon().kind(asked.id) not in ("body", "role") or asked.mark != ASSERTED or not _SELF.search(sentence):
        return False
    if source.kind is SourceKind.WRITTEN_ANSWER:
        return asked.id in lexicon().ids(source.publisher)
    reported = _REPORT_OF.search(source.title) if _OWN_VOICE.match(sentence) else None
    return reported is not None and asked.id in lexicon().ids(f"{reported['who']}. {source.publisher}")


_OWN_VOICE = regex(r"\W*(?:\d+\.\s+)?(?:[^,.;]{2,60},\s+)?(?:we|our)\b", re.IGNORECASE)
_REPORT_OF = regex(
    r"\b(?P<who>(?:[A-Z][\w-]+\s+)*(?:ombudsman|inspectorate|inspector|commission|commissioner|regulator|auditor"
    r"|committee|office|authority|agency|board|watchdog))['\u2019]s\s+(?:\w+\s+){0,2}(?:report|review|findings|bulletin|notice)\b",
    re.IGNORECASE,
)
"""Whose report a document says that it is, so that "we" in it are they: "The *Pilotage Board's* findings"."""
