"""What a whole document is about and its sentences need not name again: its topic, and what its title names."""

from __future__ import annotations

import re
from collections.abc import Container

from bot.bearing import NAMED, NEARBY, title_words
from corpus.extract.sense import ASSERTED, WEIGHED, Sense
from corpus.lexicon.terms import lexicon

__all__ = ["topical"]


def topical(asked: Sense, topic: Container[str], focus: bool, said: str, title: str) -> float:
    """What a whole document is about ("the trust", "the inquiry") goes without saying, but for what is counted.

    SAID is the question: a deed does not ("were tested"), unless it is named as a thing there ("waiting for *a test*").
    """
    if focus or lexicon().kind(asked.id) in (*NAMED, "person"):
        return 0.0
    told = asked.id in topic
    if not told and asked.id not in title_words(title):
        return 0.0
    thing = _a_thing(asked.words, said)
    if not (told or thing):
        return 0.0
    deed = lexicon().kind(asked.id) == "action" and not thing
    sought = asked.mark == WEIGHED and (thing or lexicon().kind(asked.id) != "action")
    # "applied for *a grant*", "will cost to cross *the bridge*": it need not have been given, and is there
    return NEARBY if (asked.mark == ASSERTED or sought) and not deed else 0.0


def _a_thing(words: str, said: str) -> bool:
    """Whether WORDS for a deed name a thing in what was SAID: "waiting for *a test*", "complaints over *permits*"."""
    named = re.escape(words)
    if re.search(rf"\b(?:an?|the|their)\s+{named}\b", said):
        return True
    of_them = re.search(rf"\b(?:over|about|against|of|the|for)\s+(?:the\s+)?(?:[a-z-]+\s+)?{named}\b", said)
    if of_them is not None and words.endswith(("s", "ment")) and not words.endswith("ss"):
        return True
    return re.search(rf"\b(?:the|their)\s+(?:[a-z-]+\s+)?{named}\s+[a-z]+s\b", said) is not None
