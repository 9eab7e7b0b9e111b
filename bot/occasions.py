"""Times that a question gives by what happened: "before his letter of May 2007", "after they were told"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from bot.happened import side_of
from bot.query import Event
from corpus.extract.dates import PeriodMention
from corpus.extract.sense import senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["OF_THE_AFFAIR", "affairs", "another_day", "another_occasion", "asides", "events_of"]

_RELATORS = r"before|after|since|until|prior to|following|once"
_CLAUSE = regex(
    rf"\b(?P<relation>{_RELATORS})\s+(?P<event>(?:(?!\b(?:{_RELATORS}|who|were|was)\b)[^,;?])+)", re.IGNORECASE
)


_BY_THEN = regex(
    r"\b(?:(?P<by>by)|at) the time of (?:the|an?|his|her|its|their|[\w.-]+['\u2019]s) (?:[\w'\u2019-]+ ){1,6}?"
    r"(?=(?:of|in|on|dated)\b)",
    re.IGNORECASE,
)
"""An occasion that only leads up to its date ("*by the time of his sailing* in May")."""


_NAMED_BY_ITS_DATE = regex(
    r"\s+(?:[a-z-]+\s+){0,2}?[a-z-]+(?=\s*(?:$|[,;:?.]|than\b|(?:who|that|which|were|was|had|have|did)\b))",
    re.IGNORECASE,
)
_DATED = regex(
    rf"\b(?:{_RELATORS})\s+the\s+(?:(?:\d{{1,2}}\s+)?[A-Z][a-z]+\s+)?[12]\d{{3}}$",
)
"""An occasion that is named by its date, which says when it was: "after *the May 2010* storm"."""


def asides(stretch: str, mentions: tuple[PeriodMention, ...]) -> tuple[tuple[PeriodMention, ...], frozenset[str]]:
    """ "Before his letter of May 2007": the date takes the relation that opens its clause."""
    aside: set[str] = set()
    found = []
    for mention in mentions:
        if (named := _NAMED_BY_ITS_DATE.match(stretch, mention.span.end)) and _DATED.search(
            stretch[: mention.span.end]
        ):
            aside |= {s.id for s in senses(stretch) if named.start() <= s.start and s.end <= named.end()}
        told = next((m for m in _BY_THEN.finditer(stretch) if m.end() <= mention.span.start), None)
        if told is not None and mention.relation in ("in", "on", "at", "of") and not _CLAUSE.search(told.group()):
            aside |= {s.id for s in senses(stretch[told.start() : mention.span.start])}
            found.append(replace(mention, relation="by" if told["by"] else mention.relation))
            continue
        clause = next((m for m in _CLAUSE.finditer(stretch) if m.start() <= mention.span.start < m.end()), None)
        if clause is not None and clause.start("event") < mention.span.start and mention.relation in ("in", "on", "at"):
            aside |= {s.id for s in senses(stretch[clause.start("event") : mention.span.start])}
            mention = replace(mention, relation=_plain_relation(clause.group("relation")))
        found.append(mention)
    return tuple(found), frozenset(aside)


OF_THE_AFFAIR = "of the affair"
"""How the year bears that an affair is named by: whatever was counted or told in that year may be of it."""
_AFFAIR = regex(
    r"\s+(?:[a-z-]+\s+)?(?:row|scandal|affair|fiasco|debacle|furore|controversy|saga|uproar)\b", re.IGNORECASE
)
_YEAR_ALONE = regex(r"(?:(?:in|of|during|from|over|after)\s+)?(?:the\s+)?[12]\d{3}", re.IGNORECASE)


def affairs(stretch: str, mentions: tuple[PeriodMention, ...]) -> tuple[tuple[PeriodMention, ...], frozenset[str]]:
    """ "In the *2010 row*": the year names what the record is about, and is not the time of what is counted."""
    aside: set[str] = set()
    found = []
    for mention in mentions:
        match = _AFFAIR.match(stretch, mention.span.end)
        if match is not None and mention.when is not None and _YEAR_ALONE.fullmatch(mention.period.words):
            last = match.end() - len(match.group().split()[-1])
            aside |= {s.id for s in senses(stretch) if last <= s.start and s.end <= match.end()}
            mention = replace(mention, relation=OF_THE_AFFAIR)
        found.append(mention)
    return tuple(found), frozenset(aside)


_DAY = r"(?:\d{1,2}\s+)?(?P<month>[A-Z][a-z]+\s+)?(?P<year>[12]\d{3})"
_OCCASIONS = (
    regex(rf"\b(?:{_RELATORS})\s+(?:the|an?|his|her|its|their)\s+{_DAY}\s+(?P<what>[a-z][a-z-]+(?:\s+[a-z][a-z-]+)?)"),
    regex(
        rf"\b(?:{_RELATORS})\s+(?:the|an?|his|her|its|their)\s+(?!(?:\w+ )?(?:half|quarter|end|start|beginning|middle"
        rf"|close|spring|summer|autumn|winter|year|month|week|day)s?\b)(?P<what>(?:[a-z][\w-]*\s+){{1,4}}?)(?:of|in|on)\s+{_DAY}\b"
    ),
)
"""What happened on a date that is told with it: "after the *May 2010 storm*", "since the *fire of March 2009*"."""


def another_occasion(asked: str, sentence: str) -> list[str]:
    """The occasion that is ASKED about, where SENTENCE tells of another of that very month or year in its place."""
    named = _occasions(asked)
    if not named:
        return []
    lex, told = lexicon(), _occasions(sentence[:1].lower() + sentence[1:])
    known = lex.ids(sentence)
    lacking = []
    for match in named:
        own = {i for i in lex.ids(match["what"]) if not lex.general(i)}
        near = own.union(*map(lex.relatives, own), *map(lex.narrower, own), *map(lex.broader, own))
        if own and not near & known and any(_of_one_time(match, m) and lex.ids(m["what"]) for m in told):
            lacking.append(match.group())
    return lacking


_THAT_DAY = regex(r"\bon (?:(?:the )?(?:very |actual )?day (?:of|itself)\b|(?:the )?[a-z]+ day\b)", re.IGNORECASE)
_ANOTHER_DAY = regex(
    r"\b(?:day|night|evening|morning|week|month)s? (?:or (?:two|so) )?"
    r"(?:before|after|ahead of|prior to|following|leading up)\b"
    r"|\b(?:on the )?eve of\b",
    re.IGNORECASE,
)


def another_day(asked: str, own: str) -> list[str]:
    """The very day of what is ASKED about, where OWN is of those before or after it ("on *the day before* sailing")."""
    match = _THAT_DAY.search(asked)
    if match is None or _ANOTHER_DAY.search(asked) or _ANOTHER_DAY.search(own) is None:
        return []
    return [match.group()]


@lru_cache(maxsize=4_000)
def _occasions(text: str) -> tuple[re.Match[str], ...]:
    return tuple(m for form in _OCCASIONS for m in form.finditer(text))


def _of_one_time(a: re.Match[str], b: re.Match[str]) -> bool:
    return a["year"] == b["year"] and (not a["month"] or not b["month"] or a["month"].strip() == b["month"].strip())


def events_of(bare: str, mentions: tuple[PeriodMention, ...]) -> tuple[tuple[Event, ...], str]:
    """Times given by an event and no date, and the text without them."""
    events = []
    for match in _CLAUSE.finditer(bare) if not mentions else ():
        end = _event_end(bare, match)
        ids = frozenset(s.id for s in senses(bare[match.start("event") : end]))
        if ids:
            relation = side_of(_plain_relation(match.group("relation")), bare[: match.start()])
            events.append(Event(relation, ids, bare[match.start() : end].strip()))
            bare = bare[: match.start()] + " " * (end - match.start()) + bare[end:]
    return tuple(events), bare


_PASSIVE = regex(r"\s*\b(?:were|was|had been|have been)\s+(?:\w+ly\s+)?\w+(?:ed|en|ld|nt|de|ut)\b", re.IGNORECASE)
_VERB = regex(r"\b(?:were|was|are|is|had|have|has|did|does|do)\b", re.IGNORECASE)


def _event_end(bare: str, match: re.Match[str]) -> int:
    """Where an event ends: with its own verb, where the question had another ("were lost before they *were told*")."""
    own = _PASSIVE.match(bare, match.end())
    return own.end() if own is not None and _VERB.search(bare, 0, match.start()) is not None else match.end()


def _plain_relation(words_of: str) -> str:
    return {"prior to": "before", "following": "after", "once": "after"}.get(words_of.lower(), words_of.lower())
