"""Words → Query: what is asked for, of what, under which conditions; a frozen value that says itself in English."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from bot.excepted import without_exceptions
from bot.forms import Ask, Form, form_of
from bot.query import Bound, Event, Query, Wanted
from corpus.extract.dates import PeriodMention, periods
from corpus.extract.numbers import quantities
from corpus.extract.phrase import noun_phrase
from corpus.extract.sense import Sense, senses
from corpus.lexicon.grammar import words
from corpus.lexicon.terms import lexicon
from corpus.records import Qualifier

__all__ = ["Ask", "Bound", "Event", "Query", "Wanted", "follows_up", "narrowed", "read"]

_OF_NUMBER = re.compile(r"\b(?:of|among|out of|from) (?:the|those|these|all)?\s*(?P<n>\d[\d,]*)\b(?!\s*(?:per cent|%))")
_TIMELY = frozenset(
    {"between", "since", "after", "before", "until", "by", "during", "in", "on", "as at", "from", "over", "each"}
)


_POLITE = re.compile(
    r"^(?:please,?\s+)?(?:(?:can|could|would|will) (?:you|anyone)(?: please)? (?:tell|give|show|let)(?: me| us)?"
    r"(?: know)?|do (?:we|you) know|i (?:need|want|would like)(?: to know)?|tell (?:me|us)|i'd like to know)\s*,?\s+"
    r"(?=how|what|who|whose|when|why|where|which|whether|over|in|the number)",
    re.IGNORECASE,
)


def read(text: str, as_of: date | None = None, today: date | None = None) -> Query:
    """Read a question. TODAY anchors relative dates where AS_OF does not. Never raises on any text."""
    plain = _IS.sub(r"\1 is", _POLITE.sub("", " ".join(text.split())))
    asked = without_exceptions(plain) if _OTHERS.search(plain) else plain
    form = _split_share(form_of(asked))
    said = "" if form.ask is Ask.UNKNOWN else asked
    wanted = _wanted(form.rest or said, said, as_of or today, form)
    other = None
    if form.other:
        other = _wanted(form.other, plain, as_of or today, form)
        if form.ask is Ask.SHARE and (counted := _COUNTED_WHOLE.match(form.other)):
            other = replace(other, whole=Decimal(counted.group("n").replace(",", "")))
    return Query(
        text=text,
        ask=form.ask,
        wanted=wanted,
        other=other,
        who=form.who,
        about=form.about,
        why_declined=form.why,
        as_of=as_of,
        numbers=tuple(
            q.value for q in quantities(plain) if q.value is not None and q.kind in ("count", "percentage", "money")
        ),
        direction=form.direction,
        resolved=plain,
    )


_OTHERS = re.compile(r"\b(?:other|else|further|remaining)\b", re.IGNORECASE)
_COUNTED_WHOLE = re.compile(r"(?:the|those|these|all)\s+(?P<n>\d[\d,]*)(?![\d.%-])", re.IGNORECASE)
_IS = re.compile(r"\b(what|who|where|when|how)['\u2019]s\b", re.IGNORECASE)
_FIRST = re.compile(
    r"\b(?:original(?:ly)?|initial(?:ly)?|at first|first(?=\s+(?:\w+ )?(?:tell|told|said|say|gave|give|given|put"
    r"|publish\w*|announce\w*|report\w*|thought|stated?|disclose\w*|quote\w*|estimate\w*|figure|answer|total|count)\b))",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:at the moment|currently|at present|right now|nowadays|these days)\b", re.IGNORECASE)
_SHARE_OF = re.compile(r"^.*?\b(?:proportion|percentage|per cent|percent|share|fraction|part) of\s+")


def _split_share(form: Form) -> Form:
    """ "What proportion of heads knew both rules": the whole is the noun phrase, the part what is said of it."""
    if form.ask is not Ask.SHARE or (form.rest.strip() != form.other.strip() and form.rest and form.other):
        return form
    body = _SHARE_OF.sub("", form.other or form.rest)
    phrase = noun_phrase(body, 0, len(body))
    end = (phrase.whole or phrase.span).end
    return replace(form, rest=body[end:].strip() or body, other=body[:end]) if end else form


def _wanted(stretch: str, plain: str, anchor: date | None, form: Form) -> Wanted:
    sayer, stretch = _sayer(stretch)
    told, stretch = _told(stretch) if not sayer else ("", stretch)
    first = _FIRST.search(stretch)
    stretch = _blank(stretch, [first.span()] if first else [])
    mentions = tuple(m for m in periods(stretch, anchor) if m.relation in _TIMELY)
    stretch, named = _counted_together(stretch)
    whole, bare = _population(_blank(stretch, [(m.span.start, m.span.end) for m in mentions]))
    if whole is None and not form.other and (opening := _OPENING_WHOLE.match(plain)):
        whole = Decimal(opening.group("n").replace(",", ""))
    if not mentions and not form.other:
        mentions = tuple(m for m in periods(plain, anchor) if m.relation in _TIMELY)
    counting = form.ask in (Ask.FIGURE, Ask.AVERAGE, Ask.CHANGE, Ask.DIFFERENCE, Ask.COMPARISON, Ask.RATIO)
    mentions, aside = _asides(stretch, mentions)
    events, bare = _events(bare, mentions)
    start = len(bare) - len(bare.lstrip())
    phrase = noun_phrase(bare, start, len(bare))
    if named:
        kinds = senses(". ".join((*named, bare)))
        return Wanted(" and ".join(named), (), kinds, True, named, whole, mentions, unit=_unit_asked(plain, form))
    partitive = phrase.whole is not None or not counting or whole is not None
    end = (phrase.whole or phrase.span).end
    focus_end, choices = _coordination(bare, start, end, partitive)
    found = senses(bare)
    focus = () if partitive else tuple(s for s in found if s.start < focus_end)
    rest = tuple(s for s in found if s not in focus)
    unit = _unit_asked(plain, form)
    words_of = " ".join(stretch.split()).strip(" ?.!")
    return Wanted(
        words_of,
        focus,
        rest,
        partitive,
        choices or _places(bare, found),
        whole,
        mentions,
        aside,
        events,
        sayer,
        first=bool(first or _FIRST.search(plain)),
        told=told,
        now=bool(_NOW.search(stretch)),
        unit=unit,
        bounds=_bounds(stretch, mentions, whole) if counting or form.ask is Ask.SHARE else (),
    )


def _bounds(stretch: str, mentions: tuple[PeriodMention, ...], whole: Decimal | None) -> tuple[Bound, ...]:
    """The ages, lengths of time and limits that a question names as conditions."""
    found = []
    for q in quantities(stretch):
        timed = any(m.span.start < q.span.end and q.span.start < m.span.end for m in mentions)
        limits = q.kind in ("age", "duration") or (q.kind in ("count", "money") and q.qualifier in _LIMITS)
        if q.value is not None and q.value != whole and limits and not timed:
            found.append(Bound(q.value, q.unit, q.span.of(stretch)))
    return tuple(found)


_LIMITS = frozenset({Qualifier.MORE_THAN, Qualifier.FEWER_THAN, Qualifier.AT_LEAST, Qualifier.AT_MOST})


_TOGETHER = re.compile(
    r",?\s*\b(?:counting|adding|including|taking)(?: up)?(?: both)?(?: the)? (?P<a>[\w' -]+?) (?:and|with|plus)"
    r"(?: the)? (?P<b>[\w' -]+?)"
    r"(?: (?:together|combined|alike))?[?. ]*$",
    re.IGNORECASE,
)


def _counted_together(stretch: str) -> tuple[str, tuple[str, ...]]:
    """ "How many properties, counting homes and businesses together": what stands for the thing counted."""
    match = _TOGETHER.search(stretch)
    if match is None:
        return stretch, ()
    lead = stretch[: match.start()]
    phrase = noun_phrase(lead, len(lead) - len(lead.lstrip()), len(lead))
    return _blank(lead, [(0, phrase.span.end)]), (match.group("a").strip(), match.group("b").strip())


_RELATORS = r"before|after|since|until|prior to|following|once"
_CLAUSE = re.compile(
    rf"\b(?P<relation>{_RELATORS})\s+(?P<event>(?:(?!\b(?:{_RELATORS}|who|were|was)\b)[^,;?])+)", re.IGNORECASE
)


def _asides(stretch: str, mentions: tuple[PeriodMention, ...]) -> tuple[tuple[PeriodMention, ...], frozenset[str]]:
    """ "Before her warning in June 2008": the date takes the relation that opens its clause."""
    aside: set[str] = set()
    found = []
    for mention in mentions:
        clause = next((m for m in _CLAUSE.finditer(stretch) if m.start() <= mention.span.start < m.end()), None)
        if clause is not None and clause.start("event") < mention.span.start and mention.relation in ("in", "on", "at"):
            aside |= {s.id for s in senses(stretch[clause.start("event") : mention.span.start])}
            mention = replace(mention, relation=_plain_relation(clause.group("relation")))
        found.append(mention)
    return tuple(found), frozenset(aside)


def _events(bare: str, mentions: tuple[PeriodMention, ...]) -> tuple[tuple[Event, ...], str]:
    """Times given by an event and no date, and the text without them."""
    events = []
    for match in _CLAUSE.finditer(bare) if not mentions else ():
        ids = frozenset(s.id for s in senses(match.group("event")))
        if ids:
            events.append(Event(_plain_relation(match.group("relation")), ids, match.group().strip()))
            bare = bare[: match.start()] + " " * (match.end() - match.start()) + bare[match.end() :]
    return tuple(events), bare


def _plain_relation(words_of: str) -> str:
    return {"prior to": "before", "following": "after", "once": "after"}.get(words_of.lower(), words_of.lower())


_PLACED = re.compile(r"[\s,]*(?:and|or|&|plus)?\s*(?:in |from |to |of )?(?:the )?", re.IGNORECASE)


def _places(text: str, found: tuple[Sense, ...]) -> tuple[str, ...]:
    """ "Issued in Spain and Cyprus": neighbours of one restrictive kind are the parts of a coordination."""
    run: list[Sense] = []
    for one, other in pairwise(found):
        joined = text[one.end : other.start]
        alike = one.kind == other.kind and one.kind in ("place", "nationality", "offence", "attribute")
        if alike and _PLACED.fullmatch(joined) and re.search(r"\band\b|\bor\b|,|&|\bplus\b", joined):
            run = [*run, other] if run and run[-1] == one else [one, other]
    return tuple(text[s.start : s.end] for s in run)


_MONEY_ASKED = re.compile(
    r"\bhow much\b.*\b(?:cost|spen[dt]|pa(?:y|id)|money|fined?|worth|price|bill|budget|owed|lost"
    r"|over(?:run|paid|payments?)|salary|saved?|recovered|repaid|raised|charg(?:ed?|es|ing)|earn(?:ed|s)?"
    r"|claim(?:ed|s)?|invest(?:ed|s)?|award(?:ed|s)?|donat(?:ed?|es)|contribut(?:ed?|es)|compensation"
    r"|sold for|tax|income|profits?|debts?)"
)


def _unit_asked(plain: str, form: Form) -> str:
    low = plain.lower()
    if form.ask in (Ask.SHARE, Ask.RATIO) or form.direction == "percentage":
        return ""
    if re.search(r"\bhow many (?:years|months|weeks|days|hours|minutes)\b|\bhow (?:long|old|late)\b", low):
        return "time"
    if re.search(r"\bpercentage points?\b|\bper ?cent\b|\bpercentage\b", low):
        return "percent"
    if _MONEY_ASKED.search(low):
        return "money"
    if re.search(r"\b(?:cost|price|salary|fee|bill|budget)s?\b", low) and re.match(r"what\b", low):
        return "money"
    return "count" if re.search(r"\bhow many\b|\bnumber of\b", low) else ""


_NAMED = r"(?P<who>(?:the )?[A-Z][\w'\u2019-]+(?: (?:of|for|the|and) [A-Z][\w'-]+| [A-Z][\w'-]+){0,5})"
_TOLD = r"(?:announce|give|report|disclose|state|quote|publish|reveal|cite|admit|provide|say|mention|count)(?:d|ed|s)?"
_GIVEN = r"(?:letter|statement|answer|report|evidence|memorandum|speech|figures?)"
_SAYERS = (
    re.compile(rf"\b(?:did|does|has|had) {_NAMED} {_TOLD}\b"),
    re.compile(rf"\b[Aa]ccording to {_NAMED}"),
    re.compile(rf"\b(?:in|by) {_NAMED}(?:'s|\u2019s) {_GIVEN}\b"),
)


_RECEIVED = r"(?:was|were|had|has|have)"
_RECEIVING = r"(?:been )?(?:given|told|sent|shown|offered|supplied with|provided with|informed of)"
_HEARERS = re.compile(
    rf"\b{_RECEIVED} (?P<who>(?:the )?[A-Z][\w'\u2019-]+(?: (?:of|for|the|and) [A-Z][\w'-]+| [A-Z][\w'-]+){{0,5}}"
    r"|mps|peers|parliament|the house|the committee|ministers|the court|the inquiry|the public|reporters)"
    rf" {_RECEIVING}\b",
)
_GIVEN_TO = re.compile(
    r"\b(?:been )?(?:given|told|sent|shown|supplied|provided|reported|disclosed) to "
    r"(?P<who>(?:the )?[A-Z][\w'\u2019-]+(?: (?:of|for|the|and) [A-Z][\w'-]+| [A-Z][\w'-]+){0,5}"
    r"|mps|peers|parliament|the house|the committee|ministers|the court|the inquiry|the public|reporters)(?=\W|$)"
)


def _told(stretch: str) -> tuple[str, str]:
    """To whom the figure asked for was given, and the question without those words."""
    match = _HEARERS.search(stretch) or _GIVEN_TO.search(stretch)
    if not match:
        return "", stretch
    return match.group("who").removeprefix("the "), stretch[: match.start()] + " " + stretch[match.end() :]


def _sayer(stretch: str) -> tuple[str, str]:
    """Whose figure is asked for, and the question without those words."""
    for pattern in _SAYERS:
        match = pattern.search(stretch)
        if match:
            return match.group("who").removeprefix("the "), stretch[: match.start()] + " " + stretch[match.end() :]
    return "", stretch


def _population(text: str) -> tuple[Decimal | None, str]:
    match = _OF_NUMBER.search(text)
    if not match:
        return None, text
    value = Decimal(match.group("n").replace(",", ""))
    return value, text[: match.start("n")] + " " * len(match.group("n")) + text[match.end("n") :]


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


_JOIN = re.compile(r"\s*(?:,\s*(?:and|or)?|\band/or\b|\band\b|\bor\b|\bplus\b)\s*")


_OPENING_WHOLE = re.compile(r"(?:and )?(?:of|out of|among) (?:the|those|these|all) (?P<n>\d[\d,]*)\b", re.IGNORECASE)
_ASKED_AGAIN = re.compile(r"^\s*how many\s+", re.IGNORECASE)


_HELD_FOR = re.compile(
    r"\s+(?:convicted of|guilty of|accused of|suspected of|charged with|(?:sentenced|jailed|arrested) for)\s+[\w-]+",
    re.IGNORECASE,
)
"""What belongs to the last of those named together, and to no other ("… and people convicted of assault")."""


def _coordination(text: str, start: int, end: int, partitive: bool) -> tuple[int, tuple[str, ...]]:
    """Where the coordinated phrase ends and its parts ("robbers and burglars"); no parts where there is but one."""
    if partitive:
        return end, _listed(text)
    parts, at = [text[start:end]], end
    while True:
        joined = _JOIN.match(text, at)
        if not joined or joined.end() == at:
            break
        phrase = noun_phrase(text, joined.end(), len(text))
        if phrase.span.end <= joined.end() or not lexicon().ids(phrase.span.of(text)):
            break
        held = _HELD_FOR.match(text, phrase.span.end)
        at = held.end() if held else phrase.span.end
        parts.append(text[phrase.span.start : at])
    parts = [_ASKED_AGAIN.sub("", p) for p in parts]
    return (at, tuple(parts)) if len(parts) > 1 else (end, ())


def _listed(text: str) -> tuple[str, ...]:
    """The parts of "were murderers or rapists": pieces of one kind, or under one broader concept."""
    tail = re.split(r"\b(?:were|was|are|is|be|been|of|for)\b", text)[-1].strip(" ?.")
    pieces = [p.strip() for p in _JOIN.split(tail) if p.strip()]
    if len(pieces) < 2:
        return ()
    lex = lexicon()
    kinds = [{lex.kind(i) for i in lex.ids(p)} - {""} for p in pieces]
    if all(kinds) and set.intersection(*kinds) & {"offence", "person", "place", "nationality", "attribute", "role"}:
        return tuple(pieces)
    return ()


def follows_up(text: str) -> bool:
    """Whether a question leans on the one before it: "and how many of those …", "what about burglars?"."""
    low = " ".join(text.lower().split()).lstrip(".… ")
    if re.match(
        r"(?:and|but|so|also|or)\b|what about|how about|of (?:those|these|them|which|whom)\b|by\s|in\s+\w+\?$", low
    ):
        return True
    return bool(
        re.search(r"\b(?:of (?:those|these|them)|the others|that figure|that number|he|she|they|it)\b", low)
    ) and bool(words("pronouns"))


def narrowed(wanted: Wanted, choice: str) -> Wanted:
    """WANTED with only CHOICE of its coordinated parts."""
    lex = lexicon()
    others = {i for c in wanted.choices if c != choice for i in lex.ids(c)} - lex.ids(choice)
    return replace(
        wanted,
        words=choice,
        focus=tuple(s for s in wanted.focus if s.id not in others),
        rest=tuple(s for s in wanted.rest if s.id not in others),
        choices=(),
    )
