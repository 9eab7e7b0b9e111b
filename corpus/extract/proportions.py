"""Amounts told in words alone: "half", "two thirds", "one in seven", "the vast majority", "dozens", "none", "twice"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from corpus.extract.numerals import digits_at, words_at
from corpus.extract.quantity import Kind
from corpus.extract.scan import Scan, bag
from corpus.patterns import regex

__all__ = ["PROPORTION_WORDS", "Proportion", "proportion_at"]

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "hundredth": 100,
}  # fmt: skip
_FEW = "one|two|three|four|five|six|seven|eight|nine|ten"
_COUNTED = "people|men|women|children|those|them|police|staff"
_SCALE = r"(?!\s+of\s+an?\s+(?:thousand|million|billion|trillion)\b)"
_ENDS = (
    r"(?=\s+(?:of|to|the|those|these|all|its|their|his|her|our|were|was|are|is|had|have|has|more|less|fewer|as|in|from|since|by|on|said|did|would)\b"
    r"|\s*[.,;:)?!\"\u201d]|\s*$)"
)
_FRACTION = regex(rf"(?P<n>an?|{_FEW})[\s-]{{1,2}}(?P<d>{'|'.join(_PARTS)})(?P<s>s?)\b{_SCALE}", re.IGNORECASE)
_AFTER = regex(_ENDS, re.IGNORECASE)
_HALF = regex(rf"half\b(?!\s+an?\b){_ENDS}|half\s+(?=[a-z]+s\b)", re.IGNORECASE)
_HALF_UNIT = regex(r"half[\s-](?:an?[\s-])?(?P<u>hour|day|year|mile|century)\b(?!\s+of\s+20)", re.IGNORECASE)
_IN = regex(rf"(?P<n>{_FEW}|[0-9]{{1,3}})\s+(?:in|out\s+of)(?:\s+every)?\s+(?=[a-z0-9])", re.IGNORECASE)
_NOT_BASE = regex(
    r"(?:[\s-](?:years?|months?|weeks?|days?|hours?|minutes?|per\s?cent|percent|million)\b|\s?%|[0-9-])", re.IGNORECASE
)
_VAGUE = {
    "dozens": r"dozens(?:\s+and\s+dozens)?",
    "scores": r"scores(?=\s+of)",
    "tens": r"tens\s+of\s+(?:thousands|millions|billions)",
    "hundreds": r"hundreds(?:\s+of\s+(?:thousands|millions))?",
    "thousands": r"thousands(?:\s+of\s+millions)?",
    "millions": r"millions", "billions": r"billions",
    "several": r"several(?:\s+(?:hundred|thousand|million|dozen|billion)(?:s?\b))?",
    "few": r"few\b(?:\s+(?:hundred|thousand|million|dozen))?",
    "couple": r"couple\s+of(?:\s+(?:hundred|thousand|million|dozen))?",
    "handful": r"handful",
    "majority": r"majority(?!\s+(?:of\s+[0-9]|verdict|party|share|leader|government|rule|vote))",
    "minority": r"minority(?=\s+of|\s+were|\s+are|\s+had|\s*[.,;])",
    "most": rf"most(?=\s+(?:of|{_COUNTED}|were|are|had|have|did|was)\b"
    r"|\s+(?:[a-z]+\s+)?(?![a-z]*(?:ous|ss|less)\b)[a-z]+s\b)",
    "all": r"all", "overwhelming": r"overwhelmingly(?=\s)",
}  # fmt: skip
_VAGUE_PATTERNS = {w: regex(p + r"(?!\w)", re.IGNORECASE) for w, p in _VAGUE.items()}
_UNCOUNTED = (
    "figures|records|plans|details|statistics|estimates|reasons|changes|grounds|results|comments|targets|limits|powers|rights"
    "|rules|proposals|promises|apologies|answers|numbers|totals|signs|doubts|means|steps|terms|circumstances|returns"
)
_SEVERAL = rf"(?!(?:{_UNCOUNTED})\b)(?:[a-z]+[a-rtv-z]s|people|men|women|children|staff)"
_NO = (
    rf"no[\s-]one\b|no(?=\s+(?:[a-z]+\s+){{0,2}}?{_SEVERAL}\s+(?:was|were|have|had|has|died|fell|left|ran|[a-z]{{2,}}ed)\b)"
    rf"|(?<=\bwas\s)no(?=\s+(?:[a-z]+\s+)?{_SEVERAL}\b)|(?<=\bwere\s)no(?=\s+(?:[a-z]+\s+)?{_SEVERAL}\b)"
)
"""Nobody, or none of a thing that is counted ("no prisoners escaped"); "no figures are held" is no amount."""
_NONE = {"none": r"none\b", "nobody": r"nobody\b", "no": _NO, "neither": r"neither(?=\s+of)"}
_NONE_PATTERNS = {w: regex(p, re.IGNORECASE) for w, p in _NONE.items()}
_MULTIPLES = {
    "twice": (2, r"twice\b"), "double": (2, r"double(?=\s+(?:the|that|those|what|its|their|in)\b)"),
    "thrice": (3, r"thrice\b"),
    "triple": (3, r"triple(?=\s+(?:the|that|those|what|its|their)\b)"),
    "treble": (3, r"treble(?=\s+(?:the|that|those|what)\b)"),
    "twofold": (2, r"twofold\b"), "threefold": (3, r"threefold\b"), "fourfold": (4, r"fourfold\b"),
    "fivefold": (5, r"fivefold\b"), "tenfold": (10, r"tenfold\b"),
}  # fmt: skip
_MULTIPLE_PATTERNS = {w: (n, regex(p, re.IGNORECASE)) for w, (n, p) in _MULTIPLES.items()}
_DETERMINERS = bag(
    "the a an vast great overwhelming large small clear significant tiny substantial bare very only quite mere"
)

PROPORTION_WORDS = (
    frozenset(_VAGUE) | frozenset(_NONE) | frozenset(_MULTIPLES) | frozenset(_FEW.split("|")) | {"a", "an", "half"}
)
"""The words that an amount told in words may be found by."""


@dataclass(frozen=True, slots=True)
class Proportion:
    """An amount in words from ``start`` to ``end``; ``value`` is None where it is vague or not a finite decimal."""

    start: int
    end: int
    value: Decimal | None
    kind: Kind
    unit: str = ""


def proportion_at(tokens: Scan, index: int) -> Proportion | None:
    """The amount in words that token INDEX gives, if any; the token may be digits too ("1 in 7")."""
    word = tokens.lower[index]
    if word in _MULTIPLE_PATTERNS:
        number, pattern = _MULTIPLE_PATTERNS[word]
        return _plain(tokens, index, pattern, Decimal(number), "multiplier", "times")
    if word in _NONE_PATTERNS:
        return _plain(tokens, index, _NONE_PATTERNS[word], Decimal(0), "in_words")
    if word in _VAGUE_PATTERNS:
        return _vague(tokens, index, word)
    if word == "half":
        return _half(tokens, index)
    return _one_in(tokens, index) or _fraction(tokens, index)


def _plain(
    tokens: Scan, index: int, pattern: re.Pattern[str], value: Decimal, kind: Kind, unit: str = ""
) -> Proportion | None:
    match = pattern.match(tokens.text, tokens.starts[index], tokens.end)
    return match and Proportion(match.start(), match.end(), value, kind, unit)


def _vague(tokens: Scan, index: int, word: str) -> Proportion | None:
    match = _VAGUE_PATTERNS[word].match(tokens.text, tokens.starts[index], tokens.end)
    before = tokens.before(index)
    if match is None or not _vaguely(word, before, match.group().lower(), tokens.after(index)):
        return None
    first = index
    while first and tokens.joined(first) and tokens.lower[first - 1] in _DETERMINERS and word != "most":
        first -= 1
    return Proportion(tokens.starts[first], match.end(), None, "in_words")


def _vaguely(word: str, before: str, words: str, after: str) -> bool:
    """Whether the word is an amount here: not "the most serious", "at most", "the past few years", "all 1,023"."""
    if word == "most":
        return before not in ("the", "at", "a", "second", "his", "her", "their", "its", "our")
    if word == "few":
        return before in ("a", "very", "only") or after == "of"
    if word == "all":
        return before in ("nearly", "almost", "virtually", "not") and not after[:1].isdigit()
    if word == "several" or word == "handful":
        return before not in ("past", "last", "previous", "next")
    return word != "couple" or before == "a"


def _half(tokens: Scan, index: int) -> Proportion | None:
    if tokens.before(index) in ("first", "second", "last", "other", "latter", "this", "that", "and", "one", "a"):
        return None
    start = tokens.starts[index]
    unit = _HALF_UNIT.match(tokens.text, start, tokens.end)
    if unit:
        name = unit.group("u").lower()
        kind: Kind = "measure" if name == "mile" else "duration"
        value = Decimal(50) if name == "century" else Decimal("0.5")
        return Proportion(start, unit.end(), value, kind, "years" if name == "century" else name + "s")
    match = _HALF.match(tokens.text, start, tokens.end)
    return match and Proportion(start, tokens.ends[index], Decimal(50), "fraction", "%")


def _fraction(tokens: Scan, index: int) -> Proportion | None:
    match = _FRACTION.match(tokens.text, tokens.starts[index], tokens.end)
    if match is None or (not match.group("s") and not _AFTER.match(tokens.text, match.end(), tokens.end)):
        return None
    top = _number(match.group("n")) or 1
    if match.group("s") and top == 1:
        return None
    return Proportion(match.start(), match.end(), _percent(top, _PARTS[match.group("d").lower()]), "fraction", "%")


def _number(words: str) -> int | None:
    if words.lower() in ("a", "an"):
        return 1
    numeral = (digits_at if words[0].isdigit() else words_at)(words, 0, len(words))
    return int(numeral.value) if numeral else None


def _one_in(tokens: Scan, index: int) -> Proportion | None:
    """A share such as "one in seven", "nine out of ten": never "one in 2005", "three in two days" or "1 in 20%"."""
    match = _IN.match(tokens.text, tokens.starts[index], tokens.end)
    if match is None:
        return None
    reader = digits_at if tokens.text[match.end()].isdigit() else words_at
    base, top = reader(tokens.text, match.end(), tokens.end), _number(match.group("n"))
    if base is None or top is None or _NOT_BASE.match(tokens.text, base.end, tokens.end):
        return None
    if not (top < base.value and base.value == int(base.value)) or 1500 <= base.value < 2200:
        return None
    if top > 10 and base.value not in (10, 100, 1000, 10000, 100000):
        return None
    return Proportion(match.start(), base.end, _percent(top, int(base.value)), "fraction", "%")


def _percent(top: int, base: int) -> Decimal | None:
    """TOP of BASE as a percentage where that is a finite decimal: a quarter is 25, a third has none."""
    part = Fraction(top * 100, base)
    rest = part.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return Decimal(part.numerator) / Decimal(part.denominator) if rest == 1 else None
