"""The words around a number that say how exactly it is given: "more than", "nearly", "or more"."""

from __future__ import annotations

import re

from corpus.extract.scan import Scan, bag
from corpus.patterns import regex
from corpus.records import Qualifier

__all__ = ["leading", "trailing"]

_PHRASES = {
    Qualifier.MORE_THAN: "more than|over|in excess of|upwards of|upward of|well over|just over|"
    "slightly over|slightly more than|just more than|far more than|many more than|"
    "well above|just above|above|exceeding|north of|greater than|higher than|"
    "a little over|a little more than|older than|longer than|well in excess of|"
    "beyond",
    Qualifier.AT_LEAST: "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|"
    "minimum of|at the least",
    Qualifier.NEARLY: "nearly|almost|just under|just below|close to|approaching|just short of|"
    "a little under|not quite|nearing|virtually|getting on for|very nearly|"
    "very close to|a little less than|slightly under|slightly less than|"
    "just less than|slightly fewer than|just fewer than|a little short of",
    Qualifier.ABOUT: "about|around|some|roughly|approximately|approx|an estimated|estimated|circa|"
    "ca|in the region of|of the order of|in the order of|something like|"
    "in the area of|somewhere around|somewhere in the region of|broadly|or about|"
    "around about|just about|estimated at|very roughly",
    Qualifier.FEWER_THAN: "fewer than|less than|under|below|well under|well below|lower than|"
    "smaller than|short of|far fewer than|far less than|younger than|shorter than|"
    "many fewer than",
    Qualifier.AT_MOST: "up to|at most|no more than|not more than|a maximum of|maximum of|as many as|"
    "as much as|not exceeding|anything up to|at the most|up to about|up to around|"
    "no greater than|no higher than|up to some",
}
_BY_WORDS = {tuple(p.split()): q for q, phrases in _PHRASES.items() for p in phrases.split("|")}
_LAST = frozenset(words[-1] for words in _BY_WORDS)
_LONGEST = max(map(len, _BY_WORDS))

# "Asked about 288 prisoners", "the row over 12 deaths", "went up to 40": the word belongs to what stands before it.
_TAKEN = {
    "about": bag(
        "asked ask asks told tell question questions concern concerns concerned worried talk talked talking "
        "know knew known information think thought statement figures data learned learnt heard hear spoke "
        "speak speaking warned doubts brought bring came evidence facts details complaints complained "
        "inquiries enquiries asking informed"
    ),
    "over": bag(
        "handed hand took take taken taking turn turned carry carried presided row dispute concern concerns "
        "anger outcry fears controversy debate argument worry crisis questions clash fury resigned resign "
        "quit criticised apologised apology sacked left failure scandal responsibility questioned"
    ),
    "up": bag(
        "went gone goes going go pushed taken put rose risen grew moved climbed it turn turned turns turning show "
        "showed shown sign signed signs add adds added adding own owned face faced live lived stand stood"
    ),
}
_SYMBOLS = {
    ">": Qualifier.MORE_THAN, "<": Qualifier.FEWER_THAN, "~": Qualifier.ABOUT, "≈": Qualifier.ABOUT,
    "≥": Qualifier.AT_LEAST, "≤": Qualifier.AT_MOST,
}  # fmt: skip
_TRAILING = regex(
    r"(?P<least>\s+or\s+(?:more|over|above|older|greater|longer|higher)\b|\+(?![0-9])|[-\s]plus\b(?!\s+[0-9a-z])|-plus\b"
    r"|\s+(?:and|or)\s+(?:over|above|older|upwards)\b|\s+at\s+(?:the\s+)?(?:very\s+)?least\b)"
    r"|(?P<most>\s+or\s+(?:fewer|less|under|below|younger|shorter|lower)\b|\s+and\s+(?:under|below|younger)\b"
    r"|\s+at\s+(?:the\s+)?(?:very\s+)?most\b)"
    r"|(?P<about>\s+or\s+(?:so|thereabouts)\b|[-\s]odd\b)",
    re.IGNORECASE,
)


def leading(tokens: Scan, index: int, start: int) -> tuple[Qualifier, int]:
    """The qualifier before token INDEX, whose number begins at START, and where it begins; EXACTLY where none is."""
    sign = tokens.text[start - 1] if start > tokens.start else ""
    if sign == " " and start - 1 > tokens.start:
        sign = tokens.text[start - 2]
    if sign in _SYMBOLS:
        return _SYMBOLS[sign], tokens.text.rindex(sign, tokens.start, start)
    if not index or tokens.lower[index - 1] not in _LAST or not _adjoins(tokens, index, start):
        return _circa(tokens, index, start)
    for size in range(min(_LONGEST, index), 0, -1):
        found = _BY_WORDS.get(tuple(tokens.lower[index - size : index]))
        if found and all(tokens.joined(i) for i in range(index - size + 1, index)):
            return (Qualifier.EXACTLY, start) if _taken(tokens, index - size) else (found, tokens.starts[index - size])
    return Qualifier.EXACTLY, start


def _adjoins(tokens: Scan, index: int, start: int) -> bool:
    """Whether only a space, or the hyphen of "over-65s", parts the words from the number."""
    gap = tokens.text[tokens.ends[index - 1] : start]
    return gap.isspace() or (gap == "-" and tokens.lower[index - 1] in ("over", "under"))


def _taken(tokens: Scan, first: int) -> bool:
    return tokens.before(first) in _TAKEN.get(tokens.lower[first], ())


def _circa(tokens: Scan, index: int, start: int) -> tuple[Qualifier, int]:
    """Circa, as in "c. 300", "ca. 300", "c300" and "approx. 300"."""
    if index and tokens.lower[index - 1] in ("c", "ca", "approx"):
        gap = tokens.text[tokens.ends[index - 1] : start].strip()
        if gap in (".", "") and not tokens.capital(index - 1):
            return Qualifier.ABOUT, tokens.starts[index - 1]
    return Qualifier.EXACTLY, start


def trailing(text: str, start: int, end: int) -> tuple[Qualifier | None, int]:
    """The qualifier after a number that ends at START ("or more", "+", "or so"), and where it ends."""
    match = _TRAILING.match(text, start, end)
    if match is None:
        return None, start
    name = match.lastgroup or ""
    return {"least": Qualifier.AT_LEAST, "most": Qualifier.AT_MOST, "about": Qualifier.ABOUT}[name], match.end()
