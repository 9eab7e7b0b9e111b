"""Acronyms that an answer itself spells out, or whose letters its heading begins with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.patterns import regex

__all__ = ["acronyms", "expanded", "headed"]

_SPELT = regex(
    r"(?P<words>(?:[A-Za-z][\w\u2019'-]*(?:, |[ -])){1,7})(?:[12][0-9]{3} )?"
    r"\((?:the )?[\u2018\u201c'\"]?(?P<short>[A-Z][A-Za-z&]{1,7})[\u2019\u201d'\"]?\)"
)
_MINOR = frozenset({"and", "of", "the", "for", "in", "to"})


def expanded(words: str, text: str) -> str:
    """WORDS with the acronyms that TEXT spells out written in full, those in brackets behind their words left out."""
    for found in _SPELT.finditer(text):
        short = found["short"].removesuffix("s")
        full = _initialled(found["words"].split(), short)
        if full and full.lower() not in words.lower() and re.search(rf"\b{re.escape(short)}s?\b", words):
            words = re.sub(rf"(?<!\()\b{re.escape(short)}s?\b(?!\))", f"{full} ({short})", words, count=1)
    return words


def acronyms(text: str) -> dict[str, str]:
    """The acronyms that TEXT spells out, each with its words."""
    found = ((m["short"].removesuffix("s"), m["words"]) for m in _SPELT.finditer(text))
    return {short: full for short, words in found if (full := _initialled(words.split(), short))}


def headed(words: str, heading: str) -> str:
    """WORDS with an acronym whose letters the HEADING of the answer begins with, word by word, written in full."""
    for short in dict.fromkeys(_ACRONYM.findall(words)):
        for part in heading.split(": "):
            full = _initialled(part.split(), short)
            if full and full.lower() not in words.lower():
                words = re.sub(rf"(?<!\()\b{short}s?\b(?!\))", f"{full} ({short})", words, count=1)
    return words


_ACRONYM = regex(r"\b[A-Z]{3,6}\b")


def _initialled(words: Sequence[str], short: str) -> str:
    """The last of WORDS, whose initials are SHORT's letters."""
    want = re.sub(r"[^A-Za-z]", "", short).lower()
    for first in range(len(words) - 1, -1, -1):
        run = [part for w in words[first:] for part in re.split(r"[-,]", w) if part]
        initials = "".join(w[0].lower() for w in run if w.lower() not in _MINOR)
        every = "".join(w[0].lower() for w in run)
        if want in (initials, every) and words[first].lower() not in _MINOR:
            return " ".join(words[first:])
    return ""
