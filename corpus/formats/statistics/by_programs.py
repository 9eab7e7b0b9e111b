"""Headings as a program spells them that may have no spaces in names, and blocks of columns that it tells apart by a
number behind the second ("X3.5.year.coverage..", "Crews.lost", "Crews.lost.1").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["Blocks", "bands_in", "blocks_of", "counts_people", "spaced_out"]

_DOTTED = regex(r"[^\W\d_]\.+[^\W_]|\.\.")
_FEWEST = 2
_NUMBER_OF = regex(r"^No\.+(?=of\.)")
_BEFORE_DIGIT = regex(r"^X(?=\d)")
_DOTS = regex(r"(?<!\d)\.+|\.+(?!\d)")
_RUN_ON = regex(r"(?<=[a-z])(?P<first>\d{1,3})to(?P<last>\d{1,3})\b")
_AGAIN = regex(r"\.(?P<n>\d{1,2})$")


def spaced_out(headings: Sequence[str]) -> list[str]:
    """HEADINGS with spaces for the dots that a program put in their place, where none of them has a space; what it
    numbered as a second of its name keeps the number, behind a dot."""
    said = [one.strip() for one in headings]
    dotted = [one for one in said if _DOTTED.search(one)]
    if len(dotted) < _FEWEST or any(" " in one for one in said):
        return list(headings)
    return [_words(one, said) for one in said]


def _words(said: str, every: Sequence[str]) -> str:
    again = _AGAIN.search(said)
    numbered = again is not None and said[: again.start()] in every
    bare = said[: again.start()] if numbered and again is not None else said
    bare = _NUMBER_OF.sub("Number.", bare)
    bare = _RUN_ON.sub(r" \g<first> to \g<last>", _BEFORE_DIGIT.sub("", bare))
    words = " ".join(_DOTS.sub(" ", bare).split())
    return f"{words}{again.group()}" if numbered and again is not None else words


def counts_people(headings: Sequence[str]) -> bool:
    """Whether one of HEADINGS counts people by what they are called ("Women screened"), so that bands are of ages."""
    return any(term.kind in _PEOPLE for said in headings for term in lexicon().terms(said))


_PEOPLE = frozenset({"person", "role", "attribute", "nationality"})
Blocks = dict[int, tuple[str, str]]
"""By the number of a column: the band that its block of columns is of, and its heading without it."""
_BAND = regex(r"\b\d{1,3}(?:\s*(?:to|-|\u2013)\s*\d{1,3}|\s*\+| (?:and|or) (?:over|under))(?!\w)")


def bands_in(told: Sequence[str]) -> bool:
    """Whether all that is TOLD of blocks is the band that each is of."""
    return all(_BAND.fullmatch(one) is not None for one in told)


def blocks_of(headings: Sequence[tuple[int, str]]) -> Blocks:
    """The columns of HEADINGS, each with its number, in blocks that begin each with the same heading of another band
    ("Eligible 25 to 49", ..., "Eligible 50 to 64", ...) and have headings that come again in every one of them."""
    led: dict[str, list[tuple[int, str]]] = {}
    for at, (_, words) in enumerate(headings):
        bands = list(_BAND.finditer(words))
        if len(bands) == 1:
            rest = " ".join(f"{words[: bands[0].start()]} {words[bands[0].end() :]}".split()).strip(" ,:-()")
            led.setdefault(rest, []).append((at, bands[0].group()))
    told = [(rest, some) for rest, some in led.items() if rest and len(some) > 1]
    if len(told) != 1 or len({band for _, band in told[0][1]}) < len(told[0][1]):
        return {}
    ((rest, leaders),) = told
    ends = [at for at, _ in leaders[1:]] + [len(headings)]
    found: Blocks = {}
    again: Counter[str] = Counter()
    for (first, band), end in zip(leaders, ends, strict=True):
        names = [rest, *(_AGAIN.sub("", words) for _, words in headings[first + 1 : end])]
        again.update(set(names))
        found |= {number: (band, name) for (number, _), name in zip(headings[first:end], names, strict=True)}
    return found if any(count == len(leaders) for name, count in again.items() if name != rest) else {}
