"""Words → Query: what is asked for, of what, under which conditions; a frozen value that says itself in English."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.blanks import blank
from bot.breaking import out_of_order
from bot.claimed import as_question
from bot.coordination import coordination, counted_together, degrees, head_last, places, taken_together
from bot.courtesies import bare
from bot.excepted import without_exceptions
from bot.forms import IN_NUMBERS, Ask, Form, form_of
from bot.fronted import condition_last
from bot.light_words import restricting
from bot.occasions import affairs, asides, events_of
from bot.of_cases import of_cases
from bot.openings import TIMELY, led, opening_times
from bot.query import Bound, Event, Query, Wanted
from bot.rephrased import rephrased
from bot.tellers import hearer, paper_first, sayer, told
from corpus.extract.dates import PeriodMention, periods
from corpus.extract.numbers import quantities
from corpus.extract.phrase import noun_phrase
from corpus.extract.sense import DENIED, Sense, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Qualifier

__all__ = ["Ask", "Bound", "Event", "Query", "Wanted", "narrowed", "read"]

_OF_NUMBER = regex(
    r"\b(?:of|among|out of|from) (?:the|those|these|all|his|her|its|their|our|[A-Z][\w-]*(?:['\u2019]s|s['\u2019]))?"
    r"\s*(?:(?:whole|entire|full|complete)\s+)?(?P<n>\d[\d,]*)\b"
    r"(?!\s*(?:per cent|%)|(?:\s*(?:to|and|-|\u2013)\s*\d{1,3})?[\s-]+years?[\s-]+olds?\b"
    r"|[\s-]*(?:years?|months?|weeks?|days?|hours?|minutes?)\b)"
)
"""A whole that a question names by its number; "of 40 to 49 year olds" is an age, "of 6 months" a length of time."""
_POLITE = regex(
    r"^(?:please,?\s+)?(?:(?:can|could|would|will) (?:you|anyone)(?: please)?"
    r" (?:tell|give|show|let|send|remind)(?: me| us)?(?: know| have)?"
    r"|(?:can|could|may|might) (?:i|we)(?: please)? (?:have|get|see|know|ask(?: for)?)"
    r"|do (?:we|you) know|(?:(?:have you|do you have|does anyone have) )?any (?:idea|clue)(?: of| about| as to)?"
    r"|(?:i|we) (?:need|want|would like|should like)(?: to (?:know|have|see))?"
    r"|(?:i|we)'d like(?: to (?:know|have|see))?|(?:please )?let (?:me|us) (?:have|know|see)|tell (?:me|us))\s*,?\s+"
    r"(?=how|what|who|whose|when|why|where|which|whether|over|in"
    r"|(?:the|a) (?:total )?(?:number|figure|total|share|breakdown|reaction|response|verdict|view|explanation))",
    re.IGNORECASE,
)


def read(text: str, as_of: date | None = None, today: date | None = None) -> Query:
    """Read a question. TODAY anchors relative dates where AS_OF does not. Never raises on any text."""
    typed = _NOT.sub(r"\1n't", _HAVE.sub(r"\1 have", text))
    plain = _PERCENT.sub(r"\1 percentage", _IS.sub(r"\1 is", _POLITE.sub("", bare(" ".join(typed.split())))))
    plain = _OLDER.sub(lambda m: f"{m['age']} or {'over' if m['way'].lower() == 'older' else 'under'}", plain)
    plain = _CRASHED.sub(r"\1 failed", out_of_order(plain))
    plain = _WITHOUT.sub(r"\1,", rephrased(condition_last(as_question(paper_first(plain)))))
    less = without_exceptions(plain)
    asked = less if _OTHERS.search(less) else plain
    form = led(_split_share(form_of(asked)))
    said = "" if form.ask is Ask.UNKNOWN else asked
    wanted = _wanted(form.rest or said, said, as_of or today, form)
    other = None
    if form.other:
        other = _wanted(form.other, plain, as_of or today, form)
        if form.ask is Ask.SHARE and (counted := _COUNTED_WHOLE.match(form.other)):
            other = replace(other, whole=Decimal(counted.group("n").replace(",", "")))
        if form.ask is Ask.SHARE:
            wanted = replace(wanted, rest=of_cases(wanted.rest, form.other))
        if form.ask is Ask.SHARE and not (wanted.times or other.times):
            wanted = replace(wanted, times=opening_times(plain, as_of or today))
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


_PERCENT = regex(
    r"\b(what|which|the|a|by what)\s+%(?=\s|$)|%(?=\s+(?:change|rise|fall|increase|decrease)\b)", re.IGNORECASE
)
_OLDER = regex(r"\b(?P<age>\d{1,3})(?: years)? (?:or|and) (?P<way>older|younger)\b", re.IGNORECASE)
"""An age and all beyond it, in other words than those of tables."""
_WITHOUT = regex(
    r"\b(without (?:[\w'\u2019-]+ ){0,4}?(?:being|having been) \w+(?:ed|en|wn|ade|ut|ld))"
    r"(?= (?:was|were|had|has|have|is|are)\b)",
    re.IGNORECASE,
)
"""What was not done to those asked about; a verb after it is of them, and is not denied."""
_CRASHED = regex(
    r"(\b(?:when|because|after|as)\b[^,?]*\b(?:systems?|computers?|networks?|servers?|websites?|machines?|radars?))"
    r" (?:went|had gone) down\b",
    re.IGNORECASE,
)
"""What a machine did that went down, where nothing fell in number."""
_OTHERS = regex(r"\b(?:other(?! than\b)|else|further|remaining)\b", re.IGNORECASE)
_COUNTED_WHOLE = regex(
    r"(?:the|those|these|all)\s+(?:(?:whole|entire|full|complete)\s+)?(?P<n>\d[\d,]*)(?![\d.%-])", re.IGNORECASE
)
_NOT = regex(r"\b(do|does|did|is|are|was|were|has|have|had|could|would|should)nt\b", re.IGNORECASE)
"""What denies, typed without its apostrophe."""
_HAVE = regex(r"\b(who|they|we|you|that|which)['\u2019]ve\b", re.IGNORECASE)
_IS = regex(r"\b(what|who|where|when|how)['\u2019]s\b", re.IGNORECASE)
_FIRST = regex(
    r"\bbefore (?:it|they|that|the (?:figure|number|total)s?) (?:was|were|had been) (?:later )?"
    r"(?:revised|corrected|restated|amended|changed)\b"
    r"|\bbefore (?:the|its|any|his|her|their|(?:[\w.'\u2019-]+ ){0,2}[\w.-]+['\u2019]s) (?:later )?"
    r"(?:revision|correction)s?\b"
    r"|\bbefore (?:the |his |her |their )?[\w.'\u2019-]+(?: [\w.'\u2019-]+){0,2} (?:later |then |had )?"
    r"(?:revised|corrected|restated|amended) (?:himself|herself|themselves|itself|it|that|them"
    r"|(?:the|his|her|their) (?:figure|number|total|answer|statement)s?)\b"
    r"|\b(?:original(?:ly)?|initially|initial"
    r"(?! (?:[a-z-]+ ){0,2}(?:decisions?|orders?|stages?|offers?|hearings?|training)\b)"
    r"|at first|first(?=\s+(?:\w+ )?(?:tell|told|said|say|gave|give|given|put"
    r"|publish\w*|announce\w*|report\w*|thought|stated?|statement|disclose\w*|quote\w*|estimate\w*|figure|answer|total"
    r"|count)\b))",
    re.IGNORECASE,
)
_NOW = regex(r"\b(?:at the moment|currently|at present|right now|nowadays|these days)\b", re.IGNORECASE)
_SHARE_OF = regex(r"^.*?\b(?:proportion|percentage|per cent|percent|share|fraction|part) of\s+")


_THERE = regex(
    r"\s+(?:at|in|of|from|for)\s+(?:the\s+)?[A-Z][\w'\u2019.&-]*(?:\s+(?:(?:of|and|on|upon|the|under)\s+){0,2}[A-Z][\w'\u2019.&-]*)*"
    r"(?=\s+[a-z]{3,})"
)
"""Where the whole of a share is, as a name before the verb tells ("of the launches *at Corrie Pier* mention fog")."""


def _split_share(form: Form) -> Form:
    """ "What proportion of heads knew both rules": the whole is the noun phrase, the part what is said of it."""
    if form.ask is not Ask.SHARE:
        return form
    if form.rest and form.other and _SHARE_OF.sub("", form.rest).strip() != form.other.strip():
        return form
    body = _SHARE_OF.sub("", form.other or form.rest)
    phrase = noun_phrase(body, 0, len(body))
    end = (phrase.whole or phrase.span).end
    end = there.end() if end and (there := _THERE.match(body, end)) is not None else end
    return replace(form, rest=body[end:].strip() or body, other=body[:end]) if end else form


def _wanted(stretch: str, plain: str, anchor: date | None, form: Form) -> Wanted:
    by, stretch = sayer(stretch) if form.ask is not Ask.WHY else ("", stretch)
    to, stretch = (
        ("", stretch)
        if form.ask is Ask.WHY
        else told(stretch, plain, counting=form.ask in IN_NUMBERS)
        if not by
        else hearer(stretch)
    )
    first = _FIRST.search(stretch)
    stretch = blank(stretch, [first.span()] if first else [])
    mentions = tuple(m for m in periods(stretch, anchor) if m.relation in TIMELY and not _of_unit(stretch, m))
    mentions = tuple(_of_a_year(m) for m in mentions)
    stretch, named = counted_together(stretch)
    whole, bare = _population(blank(stretch, [(m.span.start, m.span.end) for m in mentions]))
    if whole is None and not form.other and (opening := _OPENING_WHOLE.match(plain)):
        whole = Decimal(opening.group("n").replace(",", ""))
    if not mentions and not form.other:
        mentions = tuple(m for m in periods(plain, anchor) if m.relation in TIMELY and not _of_unit(plain, m))
    counting = form.ask in (Ask.FIGURE, Ask.AVERAGE, Ask.CHANGE, Ask.DIFFERENCE, Ask.COMPARISON, Ask.RATIO)
    mentions, aside = asides(stretch, mentions)
    mentions, named_for = affairs(stretch, mentions)
    aside |= named_for
    events, bare = events_of(bare, mentions)
    bare = blank(bare, [m.span() for m in _NOT_UNTIL.finditer(stretch)])
    bare, taken = taken_together(bare) if counting else (bare, ())
    start = len(bare) - len(bare.lstrip())
    phrase = noun_phrase(bare, start, len(bare))
    if named:
        kinds = senses(". ".join((*named, bare)))
        return Wanted(" and ".join(named), (), kinds, True, named, whole, mentions, unit=_unit_asked(plain, form))
    partitive = phrase.whole is not None or not counting or whole is not None
    end = (phrase.whole or phrase.span).end
    focus_end, choices = coordination(bare, start, end, partitive)
    found = of_cases(restricting(senses(bare), bare, form.ask), bare)
    choices = (degrees(bare) if counting else ()) or choices or taken or places(bare, found)
    focus = () if partitive or phrase.elided else head_last(bare, tuple(s for s in found if s.start < focus_end))
    rest = tuple(s for s in found if s not in focus)
    unit = _unit_asked(plain, form)
    words_of = " ".join(stretch.split()).strip(" ?.!")
    return Wanted(
        words_of,
        focus,
        rest,
        partitive,
        () if _left_out(choices, found) else choices,
        whole,
        mentions,
        aside,
        events,
        by,
        first=bool(first or _FIRST.search(plain)),
        told=to,
        now=bool(_NOW.search(stretch)),
        unit=unit,
        bounds=_bounds(stretch, mentions, whole) if counting or form.ask is Ask.SHARE else (),
    )


_NOT_UNTIL = regex(r"(?:\b(?:not|never)|(?<=[a-z])n['\u2019]t)\b(?=[^,;:.()]*\b(?:until|till)\b)", re.IGNORECASE)
"""What denies no more than that a thing was done sooner ("were *not* told until the ship had left")."""


def _left_out(choices: tuple[str, ...], found: tuple[Sense, ...]) -> bool:
    """Whether what is coordinated is all denied, and so left out ("excluding *tugs and barges*"), and not added up."""
    denied = {s.id for s in found if s.mark == DENIED}
    return bool(choices) and all(lexicon().ids(c) & denied for c in choices)


_OF_THE_YEAR = regex(r"by the [12]\d{3}", re.IGNORECASE)


def _of_a_year(mention: PeriodMention) -> PeriodMention:
    """MENTION as of a year where that only says which thing it was: hurt "by the *2018* storm" is not by 2018."""
    when = mention.when
    if when is None or _OF_THE_YEAR.fullmatch(mention.period.words) is None:
        return mention
    return replace(mention, relation="in", period=replace(mention.period, start=when.first, end=when.last))


_PER_UNIT = regex(r"\b(?:hours|minutes|days|nights|miles|units|pounds|pay|wages?|salary|earnings)\s*$", re.IGNORECASE)


def _of_unit(text: str, mention: PeriodMention) -> bool:
    """Whether a rate's time only belongs to its unit ("how many hours *a week*")."""
    return mention.relation == "each" and _PER_UNIT.search(text[: mention.span.start]) is not None


def _bounds(stretch: str, mentions: tuple[PeriodMention, ...], whole: Decimal | None) -> tuple[Bound, ...]:
    """The ages, lengths of time and limits that a question names as conditions."""
    found = []
    for q in quantities(stretch):
        timed = any(m.span.start < q.span.end and q.span.start < m.span.end for m in mentions)
        if _PER_UNIT.search(stretch[: q.span.start]) and stretch[q.span.start :].lower().startswith(("a ", "an ")):
            continue
        limits = q.kind in ("age", "duration") or (q.kind in ("count", "money") and q.qualifier in _LIMITS)
        if q.value is not None and q.value != whole and limits and not timed:
            found.append(Bound(q.value, q.unit, q.span.of(stretch)))
    return tuple(found)


_LIMITS = frozenset({Qualifier.MORE_THAN, Qualifier.FEWER_THAN, Qualifier.AT_LEAST, Qualifier.AT_MOST})


_MONEY_ASKED = regex(
    r"\bhow much\b.*\b(?:cost|spen[dt]|pa(?:y|id)|money|fined?|worth|price|bill|budget|owed|lost|tolls?|fares?|fees?"
    r"|over(?:run|paid|payments?)|salary|saved?|recovered|repaid|raised|charg(?:ed?|es|ing)|earn(?:ed|s)?"
    r"|claim(?:ed|s)?|invest(?:ed|s)?|award(?:ed|s)?|donat(?:ed?|es)|contribut(?:ed?|es)|compensation"
    r"|sold for|tax|income|profits?|debts?)"
)
_NUMBER_MOVED = regex(
    r"\bhow much (?:has|have|had|did|do|does|was|were|is|are) the (?:\w+ )?(?:number|proportion|share|count)s? of\b"
)
"""How much a count moved, and no money."""


_AMOUNT = regex(
    r"(?:and |so |but )?how much (?:will|would|can|could|did|does|do|was|is|were) (?!there\b|it that\b)"
    r"(?!.*\bnumbers?\b)"
)
"""What asks for money, or for so much of a thing, and for no number of people: "how much will each crew get"."""


def _unit_asked(plain: str, form: Form) -> str:
    low = plain.lower()
    if form.ask in (Ask.SHARE, Ask.RATIO) or form.direction == "percentage":
        return ""
    if re.search(
        r"\bhow many (?:(?:working|school|calendar|full|whole|sitting|extra|more) )?"
        r"(?:years|months|weeks|days|hours|minutes)\b"
        r"|\bhow (?:much (?:longer|shorter)|long|late)\b",
        low,
    ):
        return "time"
    if re.search(r"\bhow old\b", low):
        return "age"
    if re.search(r"\bpercentage points?\b|\bper ?cent\b|\bpercentage\b", low):
        return "percent"
    if re.search(r"\bhow many (?:pounds|pence|euros|dollars)\b", low):
        return "money"
    if low.startswith("how much") and _OF_MONEY.search(low):
        return "money"
    if _MONEY_ASKED.search(low) and not _NUMBER_MOVED.search(low):
        return "money"
    if re.search(r"\b(?:cost|price|salary|fee|bill|budget)s?\b", low) and re.match(r"what\b", low):
        return "money"
    if _RATE_ASKED.match(low):
        return "rate"
    if form.ask is Ask.FIGURE and _AMOUNT.match(low) and not _NUMBER_MOVED.search(low):
        return "amount"
    return "count" if re.search(r"\bhow many\b|\bnumber of\b|^(?:the )?(?:\w+ )?number\b", low) else ""


_RATE_ASKED = regex(
    r"(?:and |so )?(?:what|which) (?:is|was|were|are)(?: the)? "
    r"(?:[\w'\u2019-]+ ){0,4}?rate\b(?! (?:payers?|cut|rise)\b)"
)
"""What asks for so many to so many, or in so much time, and for no number of them."""
_OF_MONEY = regex(
    r"\bof (?:the|this|that) (?:(?:additional|extra|new|total|promised|planned|overall|initial) )?(?P<sum>"
    r"[\u00a3$\u20ac]\s?\d[\d,.]*(?:\s?(?:m|bn|million|billion|thousand))?)\b",
    re.IGNORECASE,
)
"""A whole that is a sum of money: "what part of the *£9 million* will be spent on piers"."""


def _population(text: str) -> tuple[Decimal | None, str]:
    if (money := _OF_MONEY.search(text)) is not None:
        sums = [s.value for s in quantities(money["sum"]) if s.value is not None]
        return (sums[0] if sums else None), blank(text, [money.span("sum")])
    match = _OF_NUMBER.search(text)
    if not match:
        return None, text
    value = Decimal(match.group("n").replace(",", ""))
    return value, text[: match.start("n")] + " " * len(match.group("n")) + text[match.end("n") :]


_OPENING_WHOLE = regex(r"(?:and )?(?:of|out of|among) (?:the|those|these|all) (?P<n>\d[\d,]*)\b", re.IGNORECASE)


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
