"""Columns that are lengths of time, of which a column before them counts the whole: "Boats at 31 March", "3 months or
less", "1 year to less than 2 years", "2 years or more", each with its share beside it.

Such headings are labels of one dimension, and no measures of their own: so one may be added to the next. That the first
is their whole is proved by the rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from corpus.formats.statistics.by_programs import Blocks
from corpus.formats.statistics.readings import Marks
from corpus.formats.statistics.vocabulary import worded
from corpus.patterns import regex

__all__ = ["LENGTH", "WHOLE", "lengths_of"]

LENGTH = "Length of time"
"""What the dimension of such bands is headed."""
WHOLE = "Total"

_L = r"\d{1,3} (?:days?|weeks?|months?|years?)"
_N = r"\d{1,3}(?: (?:days?|weeks?|months?|years?))?"
_SHAPES = (
    (regex(rf"(?P<a>{_L}) (?:or|and) (?:less|under|fewer|shorter)", re.IGNORECASE), "{a} or less"),
    (regex(rf"(?:under|less than|up to) (?P<a>{_L})", re.IGNORECASE), "less than {a}"),
    (regex(rf"(?P<a>{_L}) (?:or|and) (?:more|over|longer)|(?P<b>{_L}) plus", re.IGNORECASE), "{a} or more"),
    (regex(rf"(?:over|more than|longer than) (?P<a>{_L})", re.IGNORECASE), "more than {a}"),
    (
        regex(
            rf"(?:over|more than) (?P<a>{_N}) (?:(?:(?:and|but|to|up to) )*(?:less than|under)) (?P<b>{_L})",
            re.IGNORECASE,
        ),
        "more than {a} to less than {b}",
    ),
    (
        regex(rf"(?:over|more than) (?P<a>{_N}) (?:(?:and|but|to|up to) )*(?P<b>{_L})", re.IGNORECASE),
        "more than {a} to {b}",
    ),
    (
        regex(rf"(?P<a>{_N}) (?:(?:and|but|to|up to) )*(?:less than|under) (?P<b>{_L})", re.IGNORECASE),
        "{a} to less than {b}",
    ),
    (regex(rf"(?P<a>{_N}) (?:(?:and|but|to|up to) )+(?P<b>{_L})", re.IGNORECASE), "{a} to {b}"),
)
_SHARE = regex(r"[ ,(]+(?P<share>per ?cent(?:ages?)?|%|proportion|share|rate)\)?$", re.IGNORECASE)
_COUNT = regex(r"[ ,(]+(?:count|number)\)?$", re.IGNORECASE)
_FEWEST, _ROWS, _BORNE_OUT, _ROUNDED = 3, 3, 0.9, 5


def lengths_of(headings: Sequence[tuple[int, str]], sample: Sequence[Sequence[str]], marks: Marks) -> Blocks:
    """The columns of HEADINGS, each with its number, as the bands of one whole that stands before them; none where the
    rows of SAMPLE do not bear out that it is."""
    told = [(n, words, _parted(worded(words))) for n, words in headings]
    counts = [(n, band) for n, _, (band, share) in told if band and not share]
    if len(counts) < _FEWEST or len({band for _, band in counts}) < len(counts):
        return {}
    first = next(at for at, (n, _, _) in enumerate(told) if n == counts[0][0])
    if first != 1 or any(not band for _, _, (band, _) in told[1:]):
        return {}  # something else is counted beside
    whole, said, (_, rated) = told[0]
    if rated or not _comes_to(whole, [n for n, _ in counts], sample, marks):
        return {}
    made = {n: (band, f"{worded(said)} ({share})" if share else said) for n, _, (band, share) in told[1:]}
    return {whole: (WHOLE, said), **made}


def _parted(words: str) -> tuple[str, str]:
    """The band that a heading is, and what it says of a share: "" of each where it is none."""
    match = _SHARE.search(words)
    share = match["share"].lower() if match is not None else ""
    bare = _COUNT.sub("", words[: match.start()] if match is not None else words)
    for pattern, shape in _SHAPES:
        if (found := pattern.fullmatch(bare)) is not None:
            held = {name: said for name, said in found.groupdict().items() if said}
            return shape.format(a=held.get("a") or held.get("b"), b=held.get("b", "")), share
    return "", share


def _comes_to(whole: int, parts: Sequence[int], sample: Sequence[Sequence[str]], marks: Marks) -> bool:
    """Whether the PARTS come to the WHOLE in nearly all rows that have all of them, but for their rounding."""
    right = seen = 0
    for row in sample:
        if len(row) <= max(whole, *parts):
            continue
        values = [marks.read(row[n]).value for n in (whole, *parts)]
        if any(value is None for value in values):
            continue
        of_all, *rest = [value for value in values if value is not None]
        seen += 1
        right += abs(sum(rest, Decimal(0)) - of_all) <= _ROUNDED * len(parts)
    return seen >= _ROWS and right >= _BORNE_OUT * seen
