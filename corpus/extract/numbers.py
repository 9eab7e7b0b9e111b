"""Text → quantities: each number with its qualifier and unit, told from years, pages, names, times and telephones.

"More than 10,000" is 10,000 with ``MORE_THAN``; "34" in "34 other sex attackers" is a count; "10" in "No 10" names a
house. What a count counts is not decided here. The text is data: nothing in it raises, and none of it is read twice.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from corpus.extract.amounts import Amount, amount_at
from corpus.extract.compound import compound
from corpus.extract.labels import ORDINALS, label_at, name_at
from corpus.extract.moments import dates
from corpus.extract.numerals import NUMBER_WORDS
from corpus.extract.proportions import PROPORTION_WORDS, Proportion, proportion_at
from corpus.extract.qualifiers import leading, trailing
from corpus.extract.quantity import Kind, Quantity
from corpus.extract.scan import KEPT, Scan, bag, scan
from corpus.patterns import regex
from corpus.records import Qualifier, Span

__all__ = ["Kind", "Quantity", "quantities"]

_OPENERS = NUMBER_WORDS | PROPORTION_WORDS | ORDINALS
_TO = regex(r"\s+to\s+|\s?[\u2013\u2014]\s?|-|\s-\s(?=[£$€])|\s+(?P<and>and)\s+|\s+(?P<or>or)\s+", re.IGNORECASE)
_TO_DIGITS = regex(r"[-\u2013]\s?[0-9][0-9,.]*(?<=[0-9])")
_ORDINAL_TAIL = regex(rf"[-\s](?:{'|'.join(ORDINALS)})\b", re.IGNORECASE)
_PLURAL_AGE = regex(r"s\b")
_CHANGES = bag(
    "rose risen rise rises rising fell fallen fall falls falling increased increase increases increasing "
    "decreased decrease soared grew grown growth dropped drop climbed up down went gone cut reduced "
    "reduction changed change moved raised revised corrected amended lowered jumped doubled shift swung "
    "improved declined decline slipped halved shrank voted vote votes won lost beat defeated"
)
_NOT_COUNTED = bag(
    "of another who whom whose that which is was would will can could should may might must has had to "
    "for in on at by from with as and or but if s day off time way sided thing says said does did about "
    "under over after before than"
)
_BEFORE_PRONOUN = bag(
    "no each every any some the this that another other which last next such it whole wrong right not like"
)
_BEFORE_COUNT = bag("only just least exactly and but than to another nearly was were also of")


def quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """The numbers in ``text[start:end]`` in order, none overlapping. Never raises on any text.

    Dates, times, references, names and telephone numbers are given too, with their kind and without a value, so that
    a reader can tell a number that was understood to be none from one that was missed.
    """
    stop = len(text) if end is None else max(0, min(end, len(text)))
    begin = max(0, min(start, stop))
    return list(_quantities(text, begin, stop))


@lru_cache(maxsize=KEPT)
def _quantities(text: str, begin: int, stop: int) -> tuple[Quantity, ...]:
    tokens = scan(text, begin, stop)
    if tokens.days is None:
        dates(text, None, begin, stop)
    return tuple(_read(tokens, tokens.days or []))


def _read(tokens: Scan, days: list[tuple[int, int]]) -> list[Quantity]:
    found: list[Quantity] = []
    floor, day = tokens.start, 0
    for index, at in enumerate(tokens.starts):
        if at < floor:
            continue
        while day < len(days) and days[day][1] <= at:
            day += 1
        if day < len(days) and days[day][0] <= at:
            quantity: Quantity | None = _label(tokens, (*days[day], "date"))
        else:
            limit = days[day][0] if day < len(days) else tokens.end
            quantity = _one(tokens, index, floor, limit)
        if quantity is not None:
            whole = compound(tokens.text, found[-1], quantity) if found else None
            found[-1 if whole else len(found) :] = [whole or quantity]
            floor = quantity.span.end
    return found


def _label(tokens: Scan, label: tuple[int, int, Kind]) -> Quantity:
    span = Span(label[0], label[1])
    return Quantity(span, span, None, Qualifier.EXACTLY, label[2])


def _one(tokens: Scan, index: int, floor: int, limit: int) -> Quantity | None:
    """The quantity that opens at token INDEX, reaching neither before FLOOR nor past LIMIT, where a date begins."""
    word = tokens.lower[index]
    if word[0].isdecimal():
        return _digits(tokens, index, floor, limit)
    if word in _OPENERS:
        return _word(tokens, index, floor, limit)
    if word in "£$€¥½¼¾":
        amount = amount_at(tokens.text, tokens.starts[index], limit, floor)
        return _quantity(tokens, index, amount, floor, limit) if amount else None
    return None


def _digits(tokens: Scan, index: int, floor: int, limit: int) -> Quantity | None:
    label = label_at(tokens, index)
    if label is not None:
        return _label(tokens, (max(label[0], floor), min(label[1], limit), label[2]))
    part = proportion_at(tokens, index)
    if part is not None and part.end <= limit:
        return _proportion(tokens, index, part, floor)
    amount = amount_at(tokens.text, tokens.starts[index], limit, floor)
    if amount is None or _runs_on(tokens, index, amount):
        return _label(tokens, (tokens.starts[index], _run_end(tokens, tokens.starts[index]), "reference"))
    return _quantity(tokens, index, amount, floor, limit)


_RUN = regex(r"\w+(?:[.,/-]\w+)*")


def _run_end(tokens: Scan, start: int) -> int:
    match = _RUN.match(tokens.text, start, tokens.end)
    return match.end() if match else start + 1


def _runs_on(tokens: Scan, index: int, amount: Amount) -> bool:
    """Whether letters are glued to the digits without being a unit ("19WS"); "65s" after "over-" is an age."""
    rest = tokens.text[amount.end : amount.end + 1]
    if amount.end < tokens.end and amount.kind == "count" and (rest.isalpha() or rest == "_"):
        return not _PLURAL_AGE.match(tokens.text, amount.end, tokens.end)
    return False


def _word(tokens: Scan, index: int, floor: int, limit: int) -> Quantity | None:
    word, text, start = tokens.lower[index], tokens.text, tokens.starts[index]
    part = proportion_at(tokens, index) if word in PROPORTION_WORDS else None
    if part is not None and part.end <= limit:
        return _proportion(tokens, index, part, floor)
    if word in ORDINALS:
        return _label(tokens, (start, tokens.ends[index], "ordinal"))
    amount = amount_at(text, start, limit, floor)
    if amount is None:
        return None
    tail = _ORDINAL_TAIL.match(text, amount.numeral.end, limit)
    if tail and (text[tail.start()] == "-" or word.endswith("ty")):
        return _label(tokens, (start, tail.end(), "ordinal"))
    if name_at(tokens, index):
        return _label(tokens, (start, amount.numeral.end, "name"))
    if not _is_amount(tokens, index, amount):
        return None
    return _quantity(tokens, index, amount, floor, limit)


def _is_amount(tokens: Scan, index: int, amount: Amount) -> bool:
    """Whether a number word counts: not the pronoun "one", "one-off", "net zero" or "zero tolerance"."""
    word = tokens.lower[index]
    glued = tokens.text[amount.end : amount.end + 1] == "-"
    if word in ("zero", "nil"):
        return (
            tokens.before(index) not in ("net", "ground")
            and not glued
            and tokens.after(index) not in ("tolerance", "hours", "hour")
        )
    if word != "one" or amount.numeral.end != tokens.ends[index]:
        return True
    if amount.kind != "count":
        return tokens.before(index) != "no"
    return not glued and _counts_one(tokens, index)


def _counts_one(tokens: Scan, index: int) -> bool:
    """Whether "one" counts a thing ("one murderer", "and one was deported") or stands for one ("one of them")."""
    before, after = tokens.before(index), tokens.after(index)
    if before == "between" and after == "and":
        return _FROM_ONE.match(tokens.text, tokens.ends[index], tokens.end) is not None
    if before in _BEFORE_PRONOUN or after in ("of", "another", "s", "who", "whose", "day", "thing", "or", "to"):
        return False
    if index and not tokens.joined(index) and tokens.text[tokens.ends[index - 1] : tokens.starts[index]] == "-":
        return False
    if not after or after in _NOT_COUNTED:
        return before in _BEFORE_COUNT
    return after.isalpha()


_FROM_ONE = regex(rf"\s+and\s+(?:\d|(?:{'|'.join(sorted(NUMBER_WORDS))})\b)", re.IGNORECASE)
"""What makes a range of "between one": "between *one and five* moorings"."""


def _proportion(tokens: Scan, index: int, part: Proportion, floor: int) -> Quantity:
    start = max(part.start, floor)
    qualifier, begin = leading(tokens, tokens.at(start, max(0, index - 8)), start)
    if part.value is None and part.kind in ("in_words", "fraction") and qualifier is Qualifier.EXACTLY:
        qualifier = Qualifier.IN_WORDS
    if part.value is None:
        qualifier = Qualifier.IN_WORDS
    span = Span(max(begin, floor), part.end)
    return Quantity(span, Span(start, part.end), part.value, qualifier, part.kind, part.unit)


def _quantity(tokens: Scan, index: int, amount: Amount, floor: int, limit: int) -> Quantity | None:
    """AMOUNT with the qualifier before or after it, its range and its age words."""
    first, second = _range(tokens, index, amount, limit)
    if second is None and amount.kind == "count" and not amount.numeral.said:
        tail = _TO_DIGITS.match(tokens.text, amount.end, limit)
        if tail:
            return _label(tokens, (amount.start, tail.end(), "reference"))
    qualifier, begin = leading(tokens, index, first.start)
    last = second or first
    after, end = trailing(tokens.text, last.end, limit)
    if second is not None:
        qualifier, begin = Qualifier.BETWEEN, _range_start(tokens, index, first.start)
    elif after is not None and qualifier in (Qualifier.EXACTLY, Qualifier.ABOUT):
        qualifier = after
    kind, unit = (first.kind, first.unit) if first.kind == "money" else (last.kind, last.unit)
    begin, kind, unit, end = _aged(tokens, index, begin, end, kind, unit)
    number = Span(first.numeral.start, last.numeral.end)
    upper = second.value if second else None
    return Quantity(Span(max(begin, floor), end), number, first.value, qualifier, kind, unit, upper)


def _range_start(tokens: Scan, index: int, start: int) -> int:
    return tokens.starts[index - 1] if tokens.before(index) in ("between", "from") else start


def _aged(tokens: Scan, index: int, begin: int, end: int, kind: Kind, unit: str) -> tuple[int, Kind, str, int]:
    """An age, with the words that make it one: "aged 12", "aged over 65", "the age of 18", "over-65s"."""
    if kind not in ("count", "duration", "age") or unit not in ("", "years", "months"):
        return begin, kind, unit, end
    at = tokens.at(begin, max(0, index - 6))
    word = tokens.before(at)
    if word in ("aged", "age", "ages"):
        return tokens.starts[at - 1], "age", unit or "years", end
    if word == "of" and tokens.before(at - 1) in ("age", "ages"):
        return tokens.starts[at - 2], "age", unit or "years", end
    if (
        begin < tokens.starts[index]
        and tokens.text[tokens.starts[index] - 1] == "-"
        and _PLURAL_AGE.match(tokens.text, end)
    ):
        return begin, "age", "years", end + 1
    if kind == "count" and (_is_age(tokens, at, index, end) or _apposed(tokens, begin, index, end)):
        return begin, "age", "years", end
    return begin, kind, unit, end


_AGE_END = regex(r"\s*(?:[.,;:)?!]|$|\s(?:and|or|when|at|on|in|while|but)\b)", re.IGNORECASE)


_NAMED = regex(
    r"(?<!\w)[A-Z][\w'\u2019-]+\s[A-Z][\w'\u2019-]+,\s$|\b(?:[Mm]um|[Dd]ad|[Mm]other|[Ff]ather|[Ss]on|[Dd]aughter"
    r"|[Bb]rother|[Ss]ister|[Hh]usband|[Ww]ife|[Pp]artner|[Gg]randmother|[Gg]randfather)\s[A-Z][\w'\u2019-]+,\s$"
)
_OF_A_PERSON = regex(
    r",\s(?:who|whose|an?|of|from|said|says|told|was|is|has|had|lives|left|lost|went|and (?:his|her|their)|[a-z]+ed)\b"
)
_OLDEST = 110


def _apposed(tokens: Scan, begin: int, index: int, end: int) -> bool:
    """An age between commas after somebody's name: "Mary Holt, 81, waited", "his son Sam, 9, said"."""
    said = tokens.lower[index]
    if begin != tokens.starts[index] or not said.isdecimal() or int(said) > _OLDEST:
        return False
    named = _NAMED.search(tokens.text, max(tokens.start, begin - 60), begin)
    return named is not None and _OF_A_PERSON.match(tokens.text, end, tokens.end) is not None


def _is_age(tokens: Scan, at: int, index: int, end: int) -> bool:
    """An age without its word: "the patients were over 65", "pupils as young as five"."""
    first, word = tokens.lower[at], tokens.before(at)
    if word == "as" and tokens.before(at - 1) in ("young", "old"):
        return True
    bare = at < index and first in ("over", "under") and word in ("were", "was", "are", "is", "be", "those", "all")
    return bare and len(tokens.lower[index]) < 3 and _AGE_END.match(tokens.text, end, tokens.end) is not None


def _range(tokens: Scan, index: int, first: Amount, limit: int) -> tuple[Amount, Amount | None]:
    """The two ends of "40-50", "3 to 5 per cent", "between 40 and 50"; the second is None where there is no range."""
    lead = tokens.before(index)
    joined = _TO.match(tokens.text, first.end, limit)
    if joined is None or (joined.group("and") and lead != "between") or joined.end() >= limit:
        return first, None
    second = amount_at(tokens.text, joined.end(), limit, joined.end())
    if second is None or _changing(tokens, index) or not _fit(first, second) or _by_to(lead, first, second):
        return first, None
    first = _same_scale(first, second)
    if joined.group("or") and not (first.numeral.said and second.value - first.value <= 1):
        return first, None
    return (first, second) if first.value < second.value else (first, None)


def _by_to(lead: str, first: Amount, second: Amount) -> bool:
    """Whether a change and the level that it led to are told ("rose by 34,000 to 29.2 million"), which is no range."""
    alike = (first.kind, first.unit) == (second.kind, second.unit) and first.kind in ("count", "money")
    return lead == "by" and alike and second.value > 3 * first.value


def _changing(tokens: Scan, index: int) -> bool:
    """Whether two figures are told of a change ("rose from 300 to 500"), which is not a range."""
    if tokens.before(index) == "by":
        return False
    reach = 30 if tokens.before(index) == "from" else 5
    for i in range(index - 1, max(0, index - reach) - 1, -1):
        if tokens.lower[i] in _CHANGES:
            return True
        if _STOP.match(tokens.text, tokens.ends[i], tokens.starts[i + 1]):
            return False
    return False


_STOP = regex(r"[.;:!?]\s")


def _fit(first: Amount, second: Amount) -> bool:
    return first.numeral.said == second.numeral.said and (
        (first.kind, first.unit) == (second.kind, second.unit)
        or first.kind == "count"
        or (first.kind == "money" and second.kind == "count")
    )


def _same_scale(first: Amount, second: Amount) -> Amount:
    """FIRST with the scale that only the second number gives: "3 to 5 million", "£3-5m"."""
    scale = second.numeral.scale
    if first.numeral.scale == 1 and scale > 1 and first.value * scale < second.value and first.value < 1000:
        return replace(first, value=first.value * scale)
    return first
