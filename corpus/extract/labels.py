"""Digits that are no amount: references, times, telephone numbers, addresses, names ("No 10", "M25", "HC 775")."""

from __future__ import annotations

import re

from corpus.extract.quantity import Kind
from corpus.extract.scan import Scan, bag
from corpus.patterns import regex

__all__ = ["ORDINALS", "label_at", "name_at"]

ORDINALS = bag(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth "
    "fiftieth sixtieth seventieth eightieth ninetieth hundredth thousandth"
)
_REFERENCES = bag(
    "clause clauses section sections article articles column columns col cols page pages paragraph "
    "paragraphs para paras schedule schedules chapter chapters annex annexes appendix table tables fig "
    "figure uin pq pqs wpq wpqs qwa qwas question questions regulation regulations recommendation "
    "recommendations amendment amendments volume vol issue version number nos numbers chart footnote "
    "ref reference exhibit box subsection subsections standing rows row"
)
_PAPERS = bag(
    "hc hl cm cmnd cmd cd cp si edm no order orders rule rules part parts item note protocol directive "
    "resolution article form bill act line agenda annex sr"
)
_GRADES = bag(
    "level levels tier tiers grade grades band bands phase phases stage stages type types round rounds step steps "
    "option options zone zones"
)
_NEED_CAPITAL = bag(
    "point hc hl cm cmnd cmd cd cp si edm no order orders rule rules part parts item note class type phase tier "
    "band level grade stage group terminal junction radio channel bbc itv sky unit room flat block year "
    "formula big boeing airbus apollo area zone lot form article protocol directive resolution pillar "
    "platform gate route ward wing category war q catch windows act bill line agenda annex key covid flight train "
    "operation camp core committee sr ps pp wp"
)
_PLACES = bag("gate platform room ward wing terminal junction carriage seat locker flight")
"""What is known by its number, however it is written: "left from gate 12"."""
_STREETS = (
    "Street|St|Road|Rd|Lane|Avenue|Square|Place|Crescent|Terrace|Drive|Close|Gardens|Mews|Way|Row|Whitehall|Embankment"
)
_ADDRESS = regex(rf"[0-9]{{1,4}}[A-Za-z]?,?\s+(?:[A-Z][A-Za-z'\u2019]{{1,20}}\s+){{0,3}}(?:{_STREETS})\b")
_TELEPHONE = regex(
    r"(?:\+[0-9]{1,3}[\s-]?)?(?:\(?[0-9]{1,5}\)?[\s-]?)(?:[0-9]{2,8}[\s-]?){1,4}(?<=[0-9])(?![0-9]|,[0-9])"
)
_TIME = regex(
    r"(?:[01]?[0-9]|2[0-3])[.:][0-5][0-9]\s?(?:am\b|pm\b|a\.m\.?|p\.m\.?|hrs\b|hours\b|GMT\b|BST\b)"
    r"|(?:1[0-2]|[1-9])\s?(?:am\b|pm\b|a\.m\.?|p\.m\.?|o['\u2019]clock\b)"
    r"|(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?![:0-9])"
    r"|(?:[01][0-9]|2[0-3])[0-5][0-9]\s?(?:hrs\b|hours\b|GMT\b|BST\b)",
    re.IGNORECASE,
)
_AT_TIME = regex(
    r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9](?![0-9]|\.[0-9]|\s?[%a-z])|(?:0[0-9]|1[0-9]|2[0-3])[0-5][0-9](?![0-9,.])",
    re.IGNORECASE,
)
_DOTTED = regex(
    r"[0-9]+(?:\.[0-9]+){2,}|[0-9]+(?:[-\u2013][0-9]+){2,}|[0-9]+/[0-9]+(?:/[0-9]+)*|[0-9]+:[0-9]+|0[0-9]+(?![.,]?[0-9])"
)
_ORDINAL = regex(r"[0-9][0-9,]*(?:st|nd|rd|th)\b", re.IGNORECASE)
_NUMBERED = regex(r"[0-9]+[A-Za-z]{0,2}(?:\([0-9A-Za-z]{1,4}\)){1,4}")
_RUN = regex(r"[\w./-]*\w(?:\([0-9A-Za-z]{1,4}\))*")
_ITEM = regex(r"[0-9]{1,3}[.)]\s")
_BRACKETED = regex(r"[0-9]{1,7}\]")
_LISTED = regex(r"[0-9]{1,2}\)\s+[a-z]")
_MORE = regex(
    r"(?:\s*(?:,\s*(?:and\s+)?|and\s+|or\s+|to\s+|&\s*|[-\u2013]\s*)[0-9]+[A-Za-z]{0,2}(?:\([0-9A-Za-z]{1,4}\)){0,4}(?![\w%]|[.,][0-9])){1,20}"
)

_FOREMOST = regex(r"[0-9]{1,3}(?![0-9]|[.,][0-9]|\s?(?:%|per\s?cent|percent))", re.IGNORECASE)
_OF_THE_FOREMOST = ("the", "its", "our", "their", "his", "her", "s", "global", "national")
_CODE = regex(r"\bcodes?:\s*\Z", re.IGNORECASE)

Label = tuple[int, int, Kind]


def label_at(tokens: Scan, index: int) -> Label | None:
    """The label that the digits at token INDEX belong to, as (start, end, kind); None where they may be an amount."""
    return (
        _glued(tokens, index) or _bracketed(tokens, index) or _clock(tokens, index) or _telephone(tokens, index)
        or _called(tokens, index) or _shaped(tokens, index) or _coded(tokens, index) or _foremost(tokens, index)
    )  # fmt: skip


def _match(pattern: re.Pattern[str], tokens: Scan, index: int) -> re.Match[str] | None:
    return pattern.match(tokens.text, tokens.starts[index], tokens.end)


def _glued(tokens: Scan, index: int) -> Label | None:
    """The run of characters that digits stand in: "M25", "Covid-19", "H1N1", "B2005/7"."""
    start, text = tokens.starts[index], tokens.text
    previous = text[start - 1] if start > tokens.start else " "
    if previous.isspace() or previous in "([{\"'\u2018\u201c£$€¥~<>≥≤≈+\u2212\u2013\u2014,;:!*|":
        return None
    second = text[start - 2] if start - 1 > tokens.start else " "
    circa = index > 0 and tokens.lower[index - 1] == "c" and tokens.ends[index - 1] == start and second.isspace()
    if circa or (previous in "-./" and not second.isalnum()):
        return None
    if previous == "-" and index and tokens.lower[index - 1] in ("over", "under", "sub", "plus"):
        return None
    run = _match(_RUN, tokens, index)
    begin = tokens.starts[index - 1] if index and start - tokens.ends[index - 1] <= 1 else start
    return (
        begin,
        run.end() if run else tokens.ends[index],
        "name" if second.isalpha() or previous.isalpha() else "reference",
    )


def _bracketed(tokens: Scan, index: int) -> Label | None:
    """A bracketed key ("[68147]"), a list's "(1)", and "2." at the start of a line."""
    start, text = tokens.starts[index], tokens.text
    previous = text[start - 1] if start > tokens.start else ""
    if previous == "[" and (match := _match(_BRACKETED, tokens, index)):
        return start - 1, match.end(), "reference"
    before = text[max(tokens.start, start - 12) : start].rstrip(" \t(")
    opens = not before or before[-1] in "\n,;:\u2014" or before.endswith((" and", " or"))
    if previous == "(" and opens and _match(_LISTED, tokens, index):
        return start - 1, tokens.ends[index] + 1, "reference"
    if (not before or before[-1] == "\n") and start + 5 < tokens.end and _match(_ITEM, tokens, index):
        return start, tokens.ends[index], "reference"
    return None


def _clock(tokens: Scan, index: int) -> Label | None:
    match = _match(_TIME, tokens, index)
    if match is None and tokens.before(index) in ("at", "by", "from", "until"):
        match = (
            _match(_AT_TIME, tokens, index) if tokens.before(index) == "at" or tokens.lower[index][0] == "0" else None
        )
    return (match.start(), match.end(), "time") if match else None


def _coded(tokens: Scan, index: int) -> Label | None:
    """A code that stands after the word and a colon ("kite codes: 2031 - Box kites")."""
    start = tokens.starts[index]
    if _CODE.search(tokens.text, max(tokens.start, start - 12), start) is None:
        return None
    return start, tokens.ends[index], "reference"


def _foremost(tokens: Scan, index: int) -> Label | None:
    """How far down a ranking goes, which counts nothing: "12 ports are in *the top 50*"; a share of it does."""
    match = _match(_FOREMOST, tokens, index) if _how_far(tokens, index) else None
    return (tokens.starts[index - 1], match.end(), "name") if match else None


def _how_far(tokens: Scan, index: int) -> bool:
    return tokens.before(index) in ("top", "bottom") and tokens.before(index - 1) in _OF_THE_FOREMOST


def _telephone(tokens: Scan, index: int) -> Label | None:
    """Ten to fourteen digits that begin with 0 or +, and the short numbers that one is told to call."""
    start = tokens.starts[index]
    begin = start - 1 if start > tokens.start and tokens.text[start - 1] in "+(" else start
    if tokens.lower[index][0] == "0" or tokens.text[begin] == "+":
        match = _TELEPHONE.match(tokens.text, begin, tokens.end)
        if match and 10 <= sum(c.isdigit() for c in match.group()) <= 14:
            return match.start(), match.end(), "telephone"
    if tokens.before(index) in _CALLING and len(tokens.lower[index]) in (3, 6):
        return start, tokens.ends[index], "telephone"
    return None


_CALLING = bag("call dial ring phone tel telephone")


def _called(tokens: Scan, index: int) -> Label | None:
    """Digits after the word that they number: "clause 4", "Order 22(4)", "Channel 4", "No. 10", "sections 3 to 5"."""
    if not index or not _names(tokens, index):
        return None
    match = _match(_NUMBERED, tokens, index) or _match(_RUN, tokens, index)
    end = match.end() if match else tokens.ends[index]
    more = _MORE.match(tokens.text, end, tokens.end) if tokens.lower[index - 1].endswith("s") else None
    kind: Kind = "reference" if tokens.lower[index - 1] in _REFERENCES | _PAPERS else "name"
    return tokens.starts[index - 1], more.end() if more else end, kind


def _names(tokens: Scan, index: int) -> bool:
    word, capital, begins = tokens.lower[index - 1], tokens.capital(index - 1), tokens.starts[index - 1]
    gap = tokens.text[tokens.ends[index - 1] : tokens.starts[index]]
    if gap.strip(" \u00a0\n") not in ("", ".") or not gap:
        return False
    if gap.strip(" \u00a0\n") == ".":
        return word in ("no", "nos", "vol", "col", "cols", "p", "pp", "para", "paras", "cm", "fig", "art", "s", "ch")
    if word in _GRADES or word in _PLACES:
        return True
    if word == "line" and _OF_PAGE.search(tokens.text, max(0, begins - _PAGED), begins):
        return True
    if word in _NEED_CAPITAL:
        return capital and (word != "no" or len(tokens.lower[index]) < 3)
    return word in _REFERENCES


_OF_PAGE = regex(r"\bpages? [0-9]{1,4}, $", re.IGNORECASE)
_PAGED = 12


def _shaped(tokens: Scan, index: int) -> Label | None:
    """What its own shape tells: "22(4)", "21st", "1.2.3", "007", "10 Downing Street", and the base of a rate."""
    for pattern, kind in _SHAPES:
        match = _match(pattern, tokens, index)
        if match:
            return match.start(), match.end(), kind
    if tokens.before(index) == "per" or (tokens.before(index) == "every" and tokens.before(index - 1) == "for"):
        return tokens.starts[index], tokens.ends[index], "reference"
    if tokens.after(index) == "live" and tokens.capital(index + 1):
        return tokens.starts[index], tokens.ends[index + 1], "name"
    return None


_SHAPES: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (_NUMBERED, "reference"), (_ORDINAL, "ordinal"), (_DOTTED, "reference"), (_ADDRESS, "name"),
)  # fmt: skip


def name_at(tokens: Scan, index: int) -> bool:
    """Whether a number word is part of a name ("Radio Five Live", "the Big Four"), or of an end ("the top ten")."""
    if _how_far(tokens, index):
        return not tokens.after(index).startswith("per")
    if not tokens.capital(index) or not index or not (tokens.joined(index) or tokens.joined(index + 1)):
        return False
    if tokens.before(index) in ("channel", "radio", "big", "bbc", "type", "phase", "number") and tokens.capital(
        index - 1
    ):
        return True
    around = tokens.joined(index) and (
        tokens.capital(index - 1) or (tokens.joined(index + 1) and tokens.capital(index + 1))
    )
    return around and not tokens.heading()
