"""A question as it may be held against tables: its words, and apart from them its times, its preamble, its contrasts.

What a writer says of why they ask is set aside; so is a clause that says that something is no condition, and a gloss
of an acronym. A word that could be a condition is never set aside: what is in doubt stays to be borne out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from bot.tables.bare_deeds import as_deeds
from bot.tables.bounds import Bound, Multiple, bound_in, multiple_in
from bot.tables.grades import TOP_GRADE
from bot.tables.moments import beside, recurring, same_part, with_their_years
from bot.tables.part_years import told_once
from bot.tables.statistic import TIMES_AS_MANY, Basis, basis, basis_at
from bot.tables.swings import swing_at
from bot.tables.words import PREMISE, Word, gathered, graded, keys, recent, waived, words_of
from corpus.extract.dates import PeriodMention, periods
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["Asked", "asked"]

_TIMELY = frozenset(
    {"between", "since", "after", "before", "until", "by", "during", "in", "on", "as at", "from", "over"}
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A stretch of a question less its times: the words that are to be borne out, and the times that it names."""

    text: str
    words: tuple[Word, ...]
    tokens: tuple[tuple[str, int, int], ...]
    times: tuple[PeriodMention, ...]
    aside: frozenset[int] = frozenset()
    """The words of a preamble: they may name something, and need not."""
    denied: frozenset[int] = frozenset()
    """The words that are named as what is not meant ("the force, *not the region*")."""
    basis: frozenset[Basis] = frozenset()
    each: tuple[int, int] | None = None
    """The (month, day) that recurs ("each 30 September")."""
    pointed: bool = False
    """Whether the answer whose tables are asked about is named beside it."""
    gathers: bool = False
    """Whether it is a whole of which a part is asked for: all that its words name is then meant."""
    bound: Bound | None = None
    """The number that what is counted is set against ("did it exceed 2,000?")."""
    multiple: Multiple | None = None
    """How many times as much it is asked whether something has become ("did it double?")."""
    prices: tuple[str, ...] = ()
    """In whose prices money is to be told ("2019/20 prices", "allowing for inflation")."""

    @property
    def bare(self) -> bool:
        """Whether nothing but times is left of it."""
        return not any(not w.general for w in self.words)


_OPENERS = (
    r"for|in\s+(?:reply|response|answer|reference|relation|connection|short)|on\s+(?:behalf|background)|as|re|regarding"
    r"|to|background|briefing|urgent(?:ly)?|quick(?:ly)?|press|media|lobby|query|question|request|following|just|checking"
    r"|hi|hello|morning|afternoon|good|dear|please|minister\w*|line|fact[\s-]?check|note|context|q"
)
_PREAMBLE = regex(
    r"^(?P<said>[^:?]{3,140}):(?=\s+(?:so\s+|and\s+|please\s+)?(?:how|what|which|who|when|by|did|was|were|is|are|has|have"
    r"|give|could|can|may|let|in|on|over|between|the\s+(?:total\s+)?(?:number|figure|total|share|percentage|proportion))\b)",
    re.IGNORECASE,
)
"""What a writer says before they ask: of why they ask, or of what."""
_OPENING = regex(rf"\s*(?:{_OPENERS})\b", re.IGNORECASE)
_TIME_ONLY = regex(r"\s*(?:for|in|on|as|to|re|regarding)?\s*[,\s]*", re.IGNORECASE)
_WAIVED = regex(
    r"\b(?:wherever|whoever|whichever|whatever|however|regardless of|irrespective of|no matter)\b[^,;.?]*",
    re.IGNORECASE,
)
"""A clause that says that something is no condition ("wherever they were sent")."""
_PURPOSE = regex(
    r"^\s*for\s+(?:(?:the|an?|our|my|his|her|their|this|today's|tomorrow's)\s+)?(?:[a-z]+(?:'s)?\s+){0,2}?"
    r"(?:lines?(?:\s+to\s+take)?|brief(?:ing)?s?|notes?|reply|replies|letter|speech|statement|pack|paper|submission|notice"
    r"|q\s?&\s?a|debate|interview)\s*,\s+",
    re.IGNORECASE,
)
"""What the figure is wanted for, before what is asked ("For a line to take, ...")."""
_RATED = regex(
    r"\b(?:per|each|every|a)\s+(?:year|quarter|month)(?=\s+(?:from|between|since|over|in|during)\b)", re.IGNORECASE
)
"""What an average is taken over; it is no time of its own."""
_TOP_FEW = regex(
    r"\b(?:the\s+)?(?:top|bottom)\s+(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b", re.IGNORECASE
)
_TOP_ROW = regex(
    r"\b(?:the|what|which)\s+top(?=\s+(?:country|nation|destination|nationality|region|area|place|city|town|council|force"
    r"|reason|cause|method|category|type|kind|sort)\b)",
    re.IGNORECASE,
)
"""The row that stands foremost, as people say it ("the *top* destination")."""
_SAW = regex(
    r"\b(?:saw|experienced|suffered|posted|carried|bore|shouldered|faced)\s+(?=(?:the\s+)?(?:most|fewest|highest|lowest|largest|biggest|greatest|smallest"
    r"|least)\b)",
    re.IGNORECASE,
)
"""A deed that only says which row the figure is of ("which region *saw* the most claims")."""
_LONGER = regex(
    r"\b(?:longer|shorter|longest|shortest)(?=\s+(?:[\w-]+\s+){0,3}?(?:lists?|queues?|backlogs?)\b)"
    r"|\b(?:longer|shorter)(?=\s+than\s+(?:an?|[a-z]+|\d+)[\s-]+(?:hour|day|week|fortnight|month|year)s?\b)",
    re.IGNORECASE,
)
"""That a list is longer than another says that there are more on it; a wait longer than so many weeks was of more."""
_WHOLE_OF_IT = regex(
    rf"\b(?<=the )(?:whole|entire)(?=\s+(?:[\w-]+\s+){{0,2}}?(?:{'|'.join(sorted(gathered()))})\b)", re.IGNORECASE
)
"""That all of what many make up is meant ("the *whole* waiting list"), which goes without saying."""
_ENDS = regex(
    r"(?<=[?.])\s+(?:the\s+|our\s+|these\s+)?(?:series|figures?|data|tables?|release|statistics|record)\s+(?:only\s+)?"
    r"(?:ends?|runs?|goe?s?|stops?|covers?)\b[^?]{2,60}$",
    re.IGNORECASE,
)
"""A sentence after the question that only says how far the figures go."""
_MOVED = regex(
    r"\b(?:rose|risen|rising|fell|fallen|falling|grew|grown|went|gone|been|doubled|halved|dropped|increased|decreased)\b"
)
_CONTRAST = regex(
    r"\(\s*(?P<a>rather than|as opposed to|instead of|not|and not|but not)\s+(?P<x>[^()]{2,60})\)"
    r"|\((?P<said>[^()]{2,40}?),?\s+(?P<b>rather than|as opposed to|instead of|not)\s+(?P<y>[^()]{2,60})\)"
    r"|,?\s+\b(?P<c>rather than|as opposed to|instead of)\s+(?P<z>[^(),;?]{2,60})(?=[,;?)]|$)",
    re.IGNORECASE,
)
_LAST_OF_ALL = regex(
    r"\b(?:in|for|at|of)\s+the\s+(?:last|latest|final|most\s+recent)\s+year\s+(?:of|in)\s+the\s+"
    r"(?:series|table|data|figures|release|bulletin)\b",
    re.IGNORECASE,
)
"""The latest, which is what is given where no time is named."""
_AGAIN = regex(
    r"\bre-?(?P<what>[a-z]{4,}?)s?\b(?P<gloss>[\s,(]+(?:i\.?e\.?|that\s+is|meaning)[\s,]+[^?;()]*?"
    r"\b(?:earlier|previous|prior|another|first|last)\s+(?P=what)s?\b\)?)",
    re.IGNORECASE,
)
"""What only says how a thing is one more of its kind ("re-launches, i.e. within a week of an earlier launch")."""
_LIES_AT = regex(
    r"^\W*at\s+(?:what|how\s+much)\b[^?]*?\b(?:did|does|do)\b[^?]*?\b(?P<verb>lie|stand|sit)\b(?!\s+for\b)",
    re.IGNORECASE,
)
"""What only asks at what number something is ("At what depth did the median berth *lie*")."""
_PRICES = regex(r"\s+(?:constant\s+)?prices\b", re.IGNORECASE)
"""What makes a year before it that of the prices that money is told in, and no time that is asked about."""
_FOR_INFLATION = regex(
    r"\b(?:(?:when|if|once|after)\s+)?(?:allowing|adjust(?:ed|ing)|account(?:ed|ing)|correct(?:ed|ing))\s+for\s+inflation\b"
    r"|\bafter\s+inflation\b",
    re.IGNORECASE,
)
_TOLD_WHICH = regex(
    r"(?<=[?.])\s+(?:please\s+)?(?:use|using|take|go\s+by|go\s+with|stick\s+to|give)(?:\s+only)?"
    r"(?=\s+(?:the\s+)?(?:[a-z-]+\s+){1,3}(?:figures?|numbers?|data|series|estimates?|basis|ones?)\s*[.!?]?\s*$)",
    re.IGNORECASE,
)
"""A sentence after the question that says of which figures it is ("*Use* the unadjusted numbers"): those are told."""
_GLOSS = regex(
    r"\b(?P<short>[A-Z]{2,6}s?)\s+\((?P<gloss>[^()]{2,40})\)|(?P<long>[^()?]{3,60})\s\((?P<code>[A-Z]{2,6}s?)\)"
)


def asked(text: str, anchor: date | None = None, *, bounded: bool = False) -> Asked:
    """TEXT as it may be held against tables. ANCHOR is the day that relative times are read from.

    BOUNDED hears a number that what is counted is set against: of whole questions only.
    """
    text = with_their_years(text)
    opening = _PREAMBLE.match(text)
    said = opening.end() if opening is not None else 0
    opened = opening is not None and _OPENING.match(text) is not None
    kept = _without(text, _ENDS)
    kept = _blanked(kept, (m.span("gloss") for m in _AGAIN.finditer(kept)))
    text = _without(kept, _WAIVED, _PURPOSE, _LAST_OF_ALL, _TOLD_WHICH)
    bound = bound_in(text[said:]) if bounded else None
    multiple = multiple_in(text[said:]) if bounded else None
    for one in (bound, multiple):
        spans = one.spans if one is not None else ()
        text = _blanked(text, ((said + start, said + end) for start, end in spans))
    mentions = _timely(text, anchor)
    priced = [m for m in mentions if _PRICES.match(text, m.span.end)]
    mentions = [m for m in mentions if m not in priced]
    if opened and not _all_time(kept[: said - 1], mentions):
        mentions = [m for m in mentions if m.span.start >= said]
    each = recurring(text, mentions)
    mentions = [m for m in mentions if each is None or m.span.start != each.at]
    mentions = told_once(text, mentions)
    mentions += beside(text, mentions)
    mentions = same_part(text, mentions)
    bare = _blanked(text, ((m.span.start, m.span.end) for m in (*mentions, *priced)), ",")
    in_real = list(_FOR_INFLATION.finditer(bare))
    bare = _blanked(bare, (m.span() for m in in_real))
    if each is not None:
        bare = _blanked(bare, [each.span])
    of = basis(bare)
    bare = _blanked(bare, basis_at(bare))
    bare = _blanked(bare, swing_at(bare))
    bare = _without(bare, waived(), _TOP_FEW, _TOP_ROW, TOP_GRADE, _SAW, _LONGER, _WHOLE_OF_IT, TIMES_AS_MANY)
    bare = _blanked(bare, (m.span("verb") for m in _LIES_AT.finditer(bare)))
    bare = _blanked(bare, _glosses(bare))
    away = _contrasts(bare)
    said_plainly = [w for w in as_deeds(bare, words_of(bare)) if w.kind != "grade"]
    words = tuple(sorted((*said_plainly, *graded(text), *_lately(text)), key=lambda w: w.start))
    aside = {n for n, w in enumerate(words) if opened and w.start < said and w.kind not in ("place", "nationality")}
    denied = {n for n, w in enumerate(words) if any(start <= w.start < end for start, end in away)}
    times = tuple(sorted(mentions, key=lambda m: m.span.start))
    day = (each.month, each.day) if each is not None else None
    return Asked(
        kept,
        words,
        _tokens(bare, away),
        times,
        frozenset(aside),
        frozenset(denied),
        of,
        day,
        bound=bound,
        multiple=multiple,
        prices=(*(f"{m.period.words} prices" for m in priced), *(m.group().strip() for m in in_real)),
    )


def _timely(text: str, anchor: date | None) -> list[PeriodMention]:
    """The times that TEXT asks about; not the one of a premise that only says what moved ("Prices rose in May. …")."""
    mentions = [m for m in periods(_without(text, _RATED), anchor) if m.relation in _TIMELY]
    premise = PREMISE.match(text)
    if premise is None or not _MOVED.search(premise.group()):
        return mentions
    asked_of = [m for m in mentions if m.span.start >= premise.end()]
    return asked_of or mentions


def _lately(text: str) -> Iterable[Word]:
    """Stretches back from no date, which a label may name as it stands ("felt lonely in the past seven days")."""
    for start, end, term in recent(text):
        yield Word(start, end, text[start:end], frozenset({term}), "recent", False, (start, end))


def _tokens(bare: str, away: list[tuple[int, int]]) -> tuple[tuple[str, int, int], ...]:
    found = []
    at = 0
    low = bare.lower().replace("\u2019", "'")
    for key in keys(bare):
        at = low.index(key, at)
        if not any(start <= at < end for start, end in away):
            found.append((key, at, at + len(key)))
        at += len(key)
    return tuple(found)


def _without(text: str, *patterns: re.Pattern[str]) -> str:
    for pattern in patterns:
        text = _blanked(text, (m.span() for m in pattern.finditer(text)))
    return text


def _blanked(text: str, spans: Iterable[tuple[int, int]], mark: str = " ") -> str:
    """TEXT with SPANS blank, each with MARK in its middle.

    A comma keeps what stands on either side from being read as one phrase: "prison [in May] broken down by sex".
    """
    for start, end in spans:
        text = text[:start] + mark.center(end - start) + text[end:]
    return text


def _all_time(opening: str, mentions: Iterable[PeriodMention]) -> bool:
    """Whether an opening is a time and nothing else ("In 2018/19:")."""
    spans = [(m.span.start, min(m.span.end, len(opening))) for m in mentions if m.span.start < len(opening)]
    return bool(spans) and _TIME_ONLY.fullmatch(_blanked(opening, spans)) is not None


def _contrasts(text: str) -> list[tuple[int, int]]:
    """Where it is said what is not meant; what is said beside it in the same bracket stays."""
    found = []
    for match in _CONTRAST.finditer(text):
        group = next(g for g in ("x", "y", "z") if match[g])
        if group == "x" or lexicon().terms(match[group]):
            found.append(match.span(group))
    return found


def _glosses(text: str) -> list[tuple[int, int]]:
    """Brackets that only say again what stands before them: an acronym for its words, or its everyday name."""
    found = []
    for match in _GLOSS.finditer(text):
        if match["short"]:
            told, short = match["gloss"], match["short"]
            plain = [t for t in lexicon().terms(told) if t.kind != "word"]
            same = _initials(told).endswith(short.rstrip("s").lower())
            if same or (told.istitle() and " " not in told and not plain):
                found.append(match.span("gloss"))
        elif _initials(match["long"]).endswith(match["code"].rstrip("s").lower()):
            found.append(match.span("code"))
    return found


_MINOR: Callable[[str], bool] = frozenset({"and", "of", "the", "for", "in"}).__contains__


def _initials(words: str) -> str:
    return "".join(w[0] for w in re.findall(r"[a-z]+", words.lower().replace("-", " ")) if not _MINOR(w))
