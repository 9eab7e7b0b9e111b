"""Paragraphs, sentences and clauses of a text, each as a span that gives back exactly its own words.

Rules of our own rather than pysbd: it finds its sentences in the text again by searching for them, which puts a
sentence said twice, or one with odd white space, at the wrong place; and these rules are some fifty times faster.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.extract.scan import bag
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["clauses", "paragraphs", "sentences"]

_BLANK = regex(r"(?:\r\n|[\n\r\u2029\f])[^\S\n\r\f]*(?:(?:\r\n|[\n\r\u2029\f])[^\S\n\r\f]*)+|[\f\u2029]")
_STOP = regex(r"(?<![.!?\u2026])([.!?\u2026])[.!?\u2026]*+([\"'\u2019\u201d)\]]*+)(?=\s|$)")
_LINE = regex(r"\r\n|[\n\r]")
_BULLET = regex(r"[^\S\n]*(?:[-*\u2022\u2013\u2014\u25aa\u25cf\u00b7+#>|]|\(?[0-9]{1,3}[.)]|\(?[a-zA-Z][.)])[^\S\n]")
_OPENING = regex(r"[\"'\u2018\u201c(\[]*")
_LAST_WORD = regex(r"[^\s(\[\"'\u2018\u201c]*$")
_STARTERS = regex(r"\s+(?:The|This|That|These|Those|It|In|We|They|He|She|There|However|For|As|On|At|An|No|If)\s")
"""Words that open a sentence and no surname, so that "hepatitis B. The" is two and "J. Smith" is not."""
_INITIALS = regex(r"(?:[A-Za-z]\.)*[A-Za-z]")

_TITLES = bag(
    "mr mrs ms dr prof rev revd hon rt sir st sgt insp supt cllr gen col lt capt maj cpl messrs fr sen gov pres jr sr"
)
"""Abbreviations that a name follows: a full stop after one never ends a sentence."""
_BEFORE_NUMBER = bag("no nos p pp para paras s ss col cols vol fig figs art arts cl sch ch ed c ca cm cmnd hc hl")
"""Abbreviations that a number follows."""
_INSIDE = bag("e.g eg i.e ie viz cf vs v al approx incl esp dept govt est min max ext tel ref inc")
"""Abbreviations that stand inside a sentence: a stop after one ends it only where a new one plainly begins."""
_NEVER = bag("e.g eg i.e ie viz cf vs v approx")
_MONTHS = bag("jan feb mar apr jun jul aug sep sept oct nov dec")
_CLAUSE = regex(
    r";|:(?=\s)|\s[-\u2013\u2014]{1,2}(?=\s)|\u2014"
    r"|,?\s{1,4}(?=(?:as\s+well\s+as|while|whilst|whereas|although)\s)"
    r"|,\s{1,4}(?=(?:and|but|or|with|who|whom|which|where|when|including)\s)"
    r"|(?<=[\w\"\u201d%])\s{1,4}(?=(?:who|which)\s)(?<!\bof\s)(?<!\bin\s)(?<!\bto\s)(?<!\bby\s)(?<!\bon\s)(?<!\bfor\s)(?<!\bwith\s)",
    re.IGNORECASE,
)


def paragraphs(text: str) -> list[Span]:
    """The stretches of TEXT between blank lines, without the white space around them, in order."""
    found: list[Span] = []
    start = 0
    for match in _BLANK.finditer(text):
        _add(found, text, start, match.start())
        start = match.end()
    _add(found, text, start, len(text))
    return found


def sentences(text: str) -> list[Span]:
    """The sentences of TEXT in order, without the white space around them; none crosses a blank line.

    A heading or a list item that no full stop closes is a sentence of its own.
    """
    return list(_sentences(text))


@lru_cache(maxsize=4)
def _sentences(text: str) -> tuple[Span, ...]:
    """The same, kept: each of those who read a text asks for them."""
    found: list[Span] = []
    for paragraph in _unnumbered(text, paragraphs(text)):
        for start, end in _blocks(text, paragraph):
            _split(found, text, start, end)
    return tuple(found)


_NUMBERED = regex(r"(?P<n>[1-9][0-9]{0,2})\s{1,4}(?=[A-Z\u201c\"'][^\n]{24,})")


def _unnumbered(text: str, whole: list[Span]) -> list[Span]:
    """Paragraphs less the numbers that they bear ("12 Spending has fallen"): those whose neighbours are numbered so."""
    numbered = {i: m for i, p in enumerate(whole) if (m := _NUMBERED.match(text, p.start, p.end)) is not None}
    order = list(numbered)
    out = list(whole)
    for at, index in enumerate(order):
        n = int(numbered[index]["n"])
        beside = {int(numbered[other]["n"]) for other in order[max(0, at - 1) : at] + order[at + 1 : at + 2]}
        if beside & {n - 1, n + 1}:
            out[index] = Span(numbered[index].end(), whole[index].end)
    return out


def clauses(text: str, sentence: Span) -> list[Span]:
    """The clauses of SENTENCE in order: split at semicolons, dashes, and before "but", "while", "which", "who"."""
    found: list[Span] = []
    start = sentence.start
    for match in _CLAUSE.finditer(text, sentence.start, sentence.end):
        if _short(text[start : match.start()]) or _short(text[match.end() : sentence.end]):
            continue
        _add(found, text, start, match.start())
        start = match.end()
    _add(found, text, start, sentence.end)
    return found


def _short(part: str) -> bool:
    return len(part.split(None, 2)) < 2


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))


def _blocks(text: str, paragraph: Span) -> list[tuple[int, int]]:
    """A paragraph parted before each list item and each row of a sheet; lines that only wrap stay together."""
    cuts = [paragraph.start]
    for match in _LINE.finditer(text, paragraph.start, paragraph.end):
        if _BULLET.match(text, match.end(), paragraph.end) or _heading(text, cuts[-1], match) or _rows(text, match):
            cuts.append(match.end())
    return list(zip(cuts, [*cuts[1:], paragraph.end], strict=True))


_ROW = regex(r"[^\n]*\S\t+\S")


def _rows(text: str, line_end: re.Match[str]) -> bool:
    """Whether the line before LINE_END or after it is a row of a sheet, its cells apart: what it says is said there."""
    before = text.rfind("\n", 0, line_end.start()) + 1
    return any(_ROW.match(text, at) is not None for at in (before, line_end.end()))


def _heading(text: str, start: int, line_end: re.Match[str]) -> bool:
    """Whether the line before LINE_END is a heading or a line of a list: short, unclosed, and a capital follows it."""
    begin = max(start, text.rfind("\n", start, line_end.start()) + 1)
    line = text[begin : line_end.start()].strip()
    following = text[line_end.end() : line_end.end() + 1]
    return 0 < len(line) < 60 and line[-1] not in ",;-\u2013" and following.isupper() and not _mid_phrase(line)


_JOINERS = bag("the a an of and or in on at to for by with from that mr mrs ms dr sir lord lady")


def _mid_phrase(line: str) -> bool:
    """Whether the line breaks off inside a phrase ("… said Mr")."""
    last = line.rsplit(None, 1)[-1].lower().rstrip(".")
    return last in _JOINERS or len(line) > 45


def _split(found: list[Span], text: str, start: int, end: int) -> None:
    bullet = _BULLET.match(text, start, end)
    for match in _STOP.finditer(text, bullet.end() if bullet else start, end):
        if match.start() >= start and _ends(text, match, end):
            _add(found, text, start, match.end())
            start = match.end()
    _add(found, text, start, end)


def _ends(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a stop ends its sentence, by the word before it and the letter after it."""
    if match.end() >= end:
        return True
    begins = _first(text, match.end(), end)
    if match.group(1) != "." or match.group().startswith(".."):
        return not begins.islower()
    if match.group(2):
        return not begins.islower()
    word = _word_before(text, match.start())
    return _closes(word, begins) or (len(word) == 1 and _STARTERS.match(text, match.end(), end) is not None)


def _closes(word: str, begins: str) -> bool:
    low = word.lower()
    if low in _TITLES or low in _NEVER or begins.islower():
        return False
    if begins.isdigit() and (low in _BEFORE_NUMBER or low in _MONTHS):
        return False
    if low in _INSIDE:
        return begins.isupper()
    return not (_INITIALS.fullmatch(word) and word[-1].isupper() and not _acronym(word)) or word == "I"


def _acronym(word: str) -> bool:
    """Whether initials may close a sentence ("U.S", "E.U"): those before a surname ("J", "D.J") do not."""
    return len(word) > 1 and word.upper() in ("U.S", "U.K", "E.U", "U.N", "A.M", "P.M")


def _first(text: str, start: int, end: int) -> str:
    """The first letter or digit after START, past white space and opening quotation marks."""
    if text[start : start + 1] == " " and text[start + 1 : min(start + 2, end)].isalnum():
        return text[start + 1]  # as nearly always
    while start < end and text[start].isspace():
        start += 1
    opening = _OPENING.match(text, start, end)
    start = opening.end() if opening else start
    return text[start] if start < end else ""


def _word_before(text: str, stop: int) -> str:
    """What stands right before STOP, up to white space or an opening mark."""
    before = text[max(0, stop - 24) : stop].removesuffix("\n")
    word = "" if before[-1:].isspace() else before[max(map(before.rfind, " \n")) + 1 :]
    if word.isalpha():
        return word  # as nearly always
    match = _LAST_WORD.search(text, max(0, stop - 24), stop)
    return match.group() if match else ""
