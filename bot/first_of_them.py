"""When the first or the last of what was done over a time was done: when that time began or ended."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answer import Answer
from bot.compose import Composer
from bot.dated_things import of_a_paper
from bot.forms import Ask
from bot.heard import Heard, Line, bears
from bot.query import Query
from bot.question import read
from bot.scales import Scales
from corpus.extract.dates import PeriodMention, periods
from corpus.extract.sense import ASSERTED, Sense, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["first_or_last"]

_WHEN = r"^(?:and |so )?(?:when|(?:in|on) (?:what|which) (?:month|year|date|day)) (?:did|was|were|had)"
_ONE = r"(?P<end>first|earliest|last|latest|most recent|final)"
_ASKED = (
    regex(
        rf"{_WHEN} (?:the )?(?:very )?{_ONE}(?: one)? (?:of (?:them|these|those|the) )?(?P<what>.+?)"
        r"(?: (?:happen|occur|take place|come))?\W*$",
        re.IGNORECASE,
    ),
    regex(rf"{_WHEN} (?P<what>(?:the|these|those) .+?) (?:the )?{_ONE} (?:happen|occur|take place)\W*$", re.IGNORECASE),
)
_FIRST = ("first", "earliest")
_TOOK_PLACE = regex(
    r"\b(?:occurred|took place|happened|were (?:made|carried out)|ran|went on|was|were)\s*$", re.IGNORECASE
)


def first_or_last(query: Query, lines: Sequence[Line], scales: Scales, composer: Composer) -> Answer | None:
    """The month in which the period of what is asked about began or ended.

    None where neither the first nor the last is asked for, where a line tells of that one itself, or where no line
    gives the whole period as that of the deed.
    """
    text = query.resolved or query.text
    match = next((m for form in _ASKED if (m := form.match(text))), None) if query.ask is Ask.WHEN else None
    if match is None or _told_itself(match, lines):
        return None
    asked = read(f"Over what period did {match['what']} take place?", query.as_of).wanted.telling
    for line in lines if asked else ():
        for mention in periods(line.text, line.source.published):
            start, end = mention.period.start, mention.period.end
            if of_a_paper(query, line.text[: mention.span.start], {s.id for s in asked}):
                continue
            if mention.relation in ("between", "from") and start and end and _of_it(mention, line, asked, scales):
                told = start if match["end"].lower() in _FIRST else end
                return composer.heard([Heard(line, 1.0, ())], f"{told:%B %Y}.")
    return None


def _told_itself(match: re.Match[str], lines: Sequence[Line]) -> bool:
    """Whether a line tells of the first or the last one itself ("the *first boat* sank in May")."""
    words = "first|earliest" if match["end"].lower() in _FIRST else "last|latest|most recent|final"
    told = re.compile(rf"\b(?:{words})\b(?: of (?:the|these|those|them))?((?:\W+\w+){{1,2}})", re.IGNORECASE)
    asked = lexicon().ids(match["what"])
    return any(lexicon().ids(m.group(1)) & asked for line in lines for m in told.finditer(line.text))


def _of_it(mention: PeriodMention, line: Line, asked: Sequence[Sense], scales: Scales) -> bool:
    """Whether the period is that of what is ASKED about itself: "the sales *took place between*", "were *sold from*".

    A report that "covers sales between" two dates was itself made on neither. Of whom a deed is told with no more than
    its own name ("the sales"), the figures of that very period may tell.
    """
    before = line.text[: mention.span.start].rstrip()
    last = _so(before.split()[-1]) if before else frozenset()
    here = _so(line.text)
    if not any(bears(s, here) for s in asked):
        return False
    if _OF_IT.search(before) is not None:
        return False
    if _TOOK_PLACE.search(before) is None and not any(bears(s, last) for s in asked):
        return False
    alike = (f for f in scales.view.figures.values() if f.source_id == line.source.id and f.period is not None)
    of_then = [f for f in alike if f.period is not None and _same(f.period.start, f.period.end, mention)]
    told = here.union(*(_so(f"{f.counted}. {f.measure}") for f in of_then))
    return all(bears(s, told) for s in asked)


_OF_IT = regex(
    r"\b(?:reviews?|reports?|inquiry|inquiries|audits?|investigations?|surveys?|study|studies|most|some|half|majority"
    r"|many|part|none)\b (?:of|into|on) ",
    re.IGNORECASE,
)
"""What is of the deed, and is not the deed, or not all of it."""


def _same(start: object, end: object, mention: PeriodMention) -> bool:
    return start == mention.period.start and end == mention.period.end


def _so(text: str) -> frozenset[str]:
    """The terms that TEXT asserts, and neither denies nor only weighs."""
    return frozenset(s.id for s in senses(text) if s.mark == ASSERTED)
