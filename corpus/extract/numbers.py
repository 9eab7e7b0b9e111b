"""Numbers in text, in digits and in words, each with what it says of its own exactness and what kind it is.

Years, dates, times, ordinals, references and telephone numbers are told from counts; nothing overlaps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from corpus.records import Qualifier, Span

__all__ = ["Quantity", "quantities"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it stands: ``span`` with its qualifier and unit sign, ``number`` the digits or words alone.

    ``kind`` is count, percentage, money, duration, age, measure, in_words, multiplier, ordinal, date, time or
    reference; ``upper`` the higher end of a range.
    """

    span: Span
    number: Span
    value: Decimal | None
    qualifier: Qualifier
    kind: str
    unit: str = ""
    upper: Decimal | None = None


_ONES = {w: i for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split())}
_TENS = {w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000}
_SHORT = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "tn": 1_000_000_000_000} | _SCALES
_WORD = "|".join(sorted([*_ONES, *_TENS], key=len, reverse=True))
_SCALE = "hundred|thousand|million|billion|trillion"
_IN_WORDS = rf"(?:(?:a|half a)\s+(?:{_SCALE}|dozen)|(?:{_WORD}|dozen)(?:[\s-]+(?:and\s+)?(?:{_WORD}|{_SCALE}))*)"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+|\d+(?:\.\d+)?"
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_CORE = rf"(?:(?P<sign>[\u00a3$\u20ac])\s?)?(?:(?P<digits>{_DIGITS})(?P<short>\s?(?:bn|mn|tn|million|billion|trillion|thousand|hundred)\b|[km]\b)?|\b(?P<words>{_IN_WORDS})\b)"
_UNIT = (
    r"(?P<unit>\s?%|\s?(?:per\s?cent|percent|pc)\b|\s?(?:percentage\s+points?|ppts?|pp)\b"
    r"|[\s-]?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?)\b(?:[\s-]old\b)?"
    r"|\s?(?:miles?|kilometres?|km|metres?|feet|tonnes?|kg|kilograms?|litres?|megawatts?|MW|GW|acres?|hectares?|pounds|pence|p\b|euros|dollars|degrees)\b)?"
)
_QUALIFIERS: tuple[tuple[str, Qualifier], ...] = (
    (r"no (?:fewer|less) than|at least|a minimum of|as many as|not less than|not fewer than", Qualifier.AT_LEAST),
    (r"no more than|not more than|at most|up to|a maximum of", Qualifier.AT_MOST),
    (r"more than|in excess of|upwards? of|greater than|well over|just over|over|above|exceeding|topping", Qualifier.MORE_THAN),
    (r"fewer than|less than|under|below|well under", Qualifier.FEWER_THAN),
    (r"nearly|almost|just under|close to|approaching|just short of|not quite", Qualifier.NEARLY),
    (r"about|around|some|roughly|approximately|an estimated|estimated|circa|in the region of|of the order of|c\.", Qualifier.ABOUT),
)
_AS_MANY = re.compile(r"as many as|up to", re.IGNORECASE)
_QUALIFIER = "|".join(f"(?:{p})" for p, _ in _QUALIFIERS)
_NUMBER = re.compile(rf"(?:\b(?P<qualifier>{_QUALIFIER})\s+(?:a\s+total\s+of\s+|the\s+)?)?(?P<number>{_CORE}){_UNIT}", re.IGNORECASE)
_RANGE = re.compile(
    rf"(?:\b(?P<lead>between|from)\s+)?(?P<a>[\u00a3$\u20ac]?(?:{_DIGITS}))\s*(?P<join>and|to|-|\u2013)\s*(?P<b>[\u00a3$\u20ac]?(?:{_DIGITS}))"
    rf"(?P<short>\s?(?:bn|mn|million|billion|thousand)\b|[km]\b)?{_UNIT}",
    re.IGNORECASE,
)
_NOT_FIGURES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("date", re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}\b(?:,?\s+\d{{4}}\b)?|\b{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,\s*\d{{4}})?|\b{_MONTH}\.?,?\s+\d{{4}}\b|\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\b", re.IGNORECASE)),
    ("date", re.compile(r"\b(?:1[6-9]|20)\d{2}(?:\s?[-\u2013/]\s?(?:\d{2}|\d{4}))\b(?!\s*(?:%|per cent))")),
    ("date", re.compile(r"\b(?:in|since|by|of|from|to|until|during|before|after|year|years|and|between|early|late|mid|than in|for|summer|winter|spring|autumn|election|q[1-4])\s*[-\s]\s*((?:1[6-9]|20)\d{2})\b(?![,.]\d|\s+(?:people|cases|prisoners|patients|pupils|homes|men|women|children|of\s+(?:them|the|those)|had\b|were\b|have\b|who\b))", re.IGNORECASE)),
    ("date", re.compile(r"\b(?:1[6-9]|20)\d{2}s\b|'\d0s\b|\bQ[1-4]\b(?:\s+\d{4})?|\((?:1[6-9]|20)\d{2}\)|^(?:19|20)\d{2}$|\b(?:19|20)\d{2}(?=\s*[.,;:)]|$)")),
    ("time", re.compile(r"\b\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.|o'clock|GMT|BST|noon)\b|\b\d{1,2}:\d{2}\b", re.IGNORECASE)),
    ("ordinal", re.compile(r"\b\d+(?:st|nd|rd|th)\b", re.IGNORECASE)),
    ("reference", re.compile(r"\b(?:clauses?|sections?|articles?|columns?|cols?\.?|pages?|pp?\.|paragraphs?|paras?\.?|questions?|Q|UIN|HC|HL|Cm|Cmnd|No\.?|Nos\.?|number|Standing Orders?|schedules?|chapters?|ch\.|tables?|figures?|annex|appendix|phase|type|channel|route|junction|platform|group|level|grade|key stage|stage|tier|band|category|class|version|volume|part|room|flat|form|flight|article|protocol|wave|covid|radio|league|live|top|big|group of|isbn|tel\.?|telephone|phone|call|on)\s?[-:]?\s?(?:\d[\d()./-]*[a-zA-Z]?|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)(?!\s?(?:%|per cent|,\d|\s+(?:people|cases|of|occasions|days?|years?|months?|weeks?|charges?)))", re.IGNORECASE)),
    ("reference", re.compile(r"\b[A-Z]{1,4}-?\d+[A-Z]?\b|\b(?:Radio|Five|Four|Channel|BBC|ITV|Sky)\s+(?:Five|Four|One|Two|Three|\d+)(?:\s+(?:Live|News))?\b|\b\d+\s+(?:Downing|Victoria|Whitehall|Marsham)\b|\bNumber\s+(?:10|11|Ten)\b|\bBig (?:Four|Five|Six)\b|\bSeven Oaks\b|\b(?:First|Second) World War\b")),
    ("reference", re.compile(r"(?<![\d,])\+?\b0\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}\b|\b\d+W[SA]?\b|\[\d+\]|\b\d+\(\d+\)|https?://\S+|\S+@\S+")),
    ("reference", re.compile(r"\b(?:no|each|every|any|some|this|that|the|which|another)[\s-]one\b|\bone\s+(?:another|of\s+(?:the|those|these|our|its|his|her|my|Britain)\s+\w*(?:est|most)\b|day|thing|would|might|can|could|must|should|side|hand|way|has to|who|that|said)\b|\bone(?=[.,;:?!]|$)|\bat one\b|\bone in the\b|\bday one\b|\bas one\b|\bone[- ](?:off|time|sided|stop|way)\b|\bon the one hand\b|\bzero[- ](?:tolerance|hours?)\b|\bsecond to none\b|\bfour[- ]by[- ]four\b|\bnine to five\b", re.IGNORECASE)),
)
_VAGUE = re.compile(
    r"\b(?P<in>the (?:vast|overwhelming|great|large) majority|a majority|the majority|a (?:small |tiny |large |significant )?minority|most|hundreds|thousands|dozens|scores|tens of thousands|hundreds of thousands|"
    r"none|nobody|a handful|several|a number|many|few|a few)\b(?=\s+(?:of|were|was|are|had|have|people|prisoners|patients|cases)\b)",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"\b(?:(?P<q>more than|over|at least|nearly|almost|about|around|just over|just under|fewer than|less than|under)\s+)?"
    r"(?:(?P<half>(?:a\s+)?half)(?=\s+(?:of|the|were|were|all|those|had)\b)|(?P<n>a|one|two|three|four|five)[\s-](?P<d>third|quarter|fifth|tenth|half)s?\b(?!\s+(?:time|of\s+(?:20|19)|year|year's|period))|"
    r"(?P<one>one|two|three|four|five|nine)\s+(?:in|out of)\s+(?:every\s+)?(?P<out>two|three|four|five|six|seven|eight|nine|ten|twenty|\d+)\b)",
    re.IGNORECASE,
)
_DENOMINATOR = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10, "half": 2}


def quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Every number between START and END in order, told by kind. Never raises on any text."""
    stop = len(text) if end is None else end
    taken = _not_figures(text, start, stop)
    found: list[Quantity] = list(taken)
    for reader in (_fractions, _ranges, _plain, _vague):
        for quantity in reader(text, start, stop):
            if not any(_overlap(quantity.number, t.span if t in taken else t.number) for t in found):
                found.append(quantity)
    return sorted(found, key=lambda q: q.span.start)


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _not_figures(text: str, start: int, stop: int) -> list[Quantity]:
    found: list[Quantity] = []
    for kind, pattern in _NOT_FIGURES:
        for match in pattern.finditer(text, start, stop):
            span = Span(*match.span(1 if match.lastindex else 0))
            if not any(_overlap(span, f.span) for f in found) and span.end > span.start:
                found.append(Quantity(span, span, None, Qualifier.EXACTLY, kind))
    return found


def _plain(text: str, start: int, stop: int) -> list[Quantity]:
    return [q for m in _NUMBER.finditer(text, start, stop) if (q := _quantity(text, m)) is not None]


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    value = _value(match)
    if value is None:
        return None
    number = Span(*match.span("number"))
    if number.start and text[number.start - 1] in "-." and text[number.start - 2 : number.start - 1].isalnum():
        return None
    qualifier = _qualified(match.group("qualifier"))
    unit = (match.group("unit") or "").strip(" -").lower()
    kind, unit = _kind(unit, match.group("sign"))
    following = text[match.end() : match.end() + 12].lower()
    if re.match(r"\s+or more\b", following):
        qualifier = Qualifier.AT_LEAST
    if re.match(r"\s+(?:or (?:fewer|less))\b", following):
        qualifier = Qualifier.AT_MOST
    before = text[max(0, match.start() - 6) : match.start()].lower()
    if kind == "count" and before.endswith("aged "):
        kind, unit = "age", "years"
    if kind == "count" and re.match(r"\s+times\b(?!\s+(?:in|during|between))", following):
        kind = "multiplier"
    return Quantity(Span(match.start(), match.end()), number, value, qualifier, kind, unit)


def _qualified(words: str | None) -> Qualifier:
    if not words:
        return Qualifier.EXACTLY
    low = " ".join(words.lower().split())
    if low == "as many as":
        return Qualifier.AT_MOST
    return next((q for p, q in _QUALIFIERS if re.fullmatch(p, low)), Qualifier.EXACTLY)


def _kind(unit: str, sign: str | None) -> tuple[str, str]:
    if sign:
        return "money", sign
    if not unit:
        return "count", ""
    if unit in ("%", "pc") or unit.replace(" ", "") in ("percent",):
        return "percentage", "%"
    if unit.startswith(("percentage", "ppt", "pp")):
        return "percentage", "percentage points"
    if unit.endswith("old"):
        return "age", "years"
    if unit.rstrip("s") in ("year", "month", "week", "day", "hour", "minute", "second"):
        return "duration", unit.rstrip("s") + "s"
    if unit in ("pounds", "pence", "p", "euros", "dollars"):
        return "money", {"pounds": "\u00a3", "euros": "\u20ac", "dollars": "$"}.get(unit, "pence")
    return "measure", unit


def _value(match: re.Match[str]) -> Decimal | None:
    if match.group("digits"):
        value = Decimal(re.sub(r"[,\s\u00a0\u2009\u202f]", "", match.group("digits")))
        short = (match.group("short") or "").strip().lower()
        if len(match.group("digits")) > 18:
            return None
        return _plain_decimal(value * _SHORT[short]) if short else value
    return in_words(match.group("words"))


def _plain_decimal(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def in_words(words: str) -> Decimal | None:
    """The value of a number in words, or None where the words are no number."""
    low = words.lower().replace("-", " ").split()
    if low[:2] == ["half", "a"]:
        return Decimal(_SCALES.get(low[2], 12)) / 2
    total = current = 0
    for word in low:
        if word in ("and", "a"):
            current = current or (1 if word == "a" else 0)
        elif word == "dozen":
            current = (current or 1) * 12
        elif word in _ONES or word in _TENS:
            current += _ONES.get(word, 0) + _TENS.get(word, 0)
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in _SCALES:
            total, current = total + (current or 1) * _SCALES[word], 0
    return Decimal(total + current)


def _ranges(text: str, start: int, stop: int) -> list[Quantity]:
    found = []
    for match in _RANGE.finditer(text, start, stop):
        if (match.group("join").lower() in ("and", "to") and not match.group("lead")) and match.group("join").lower() == "and":
            continue
        if match.group("join").lower() == "to" and not match.group("unit") and not match.group("short") and not match.group("a")[0] in "\u00a3$\u20ac":
            continue
        sign = match.group("a")[0] if match.group("a")[0] in "\u00a3$\u20ac" else None
        scale = _SHORT[(match.group("short") or "").strip().lower()] if match.group("short") else 1
        low, high = (_plain_decimal(Decimal(re.sub(r"[^\d.]", "", match.group(g))) * scale) for g in ("a", "b"))
        if low >= high:
            continue
        kind, unit = _kind((match.group("unit") or "").strip(" -").lower(), sign)
        found.append(Quantity(Span(*match.span()), Span(match.start("a"), match.end("b")), low, Qualifier.BETWEEN, kind, unit, high))
    return found


def _vague(text: str, start: int, stop: int) -> list[Quantity]:
    """Proportions and numbers given in words alone: they have no value, and none is made up for them."""
    return [
        Quantity(Span(*m.span()), Span(*m.span()), None, Qualifier.IN_WORDS, "in_words")
        for m in _VAGUE.finditer(text, start, stop)
    ]


def _fractions(text: str, start: int, stop: int) -> list[Quantity]:
    found = []
    for match in _FRACTION.finditer(text, start, stop):
        top, bottom = _fraction(match)
        value = Decimal(100 * top) / bottom if (100 * top) % bottom == 0 or bottom in (8,) else None
        qualifier = _qualified(match.group("q")) if value is not None else Qualifier.IN_WORDS
        found.append(Quantity(Span(*match.span()), Span(*match.span()), value, qualifier, "fraction", "%" if value is not None else ""))
    return found


def _fraction(match: re.Match[str]) -> tuple[int, int]:
    if match.group("half"):
        return 1, 2
    if match.group("d"):
        return _ONES.get(match.group("n").lower(), 1), _DENOMINATOR[match.group("d").lower()]
    out = match.group("out").lower()
    bottom = int(out) if out.isdigit() else _ONES.get(out, _TENS.get(out, 1))
    return _ONES[match.group("one").lower()], bottom or 1
