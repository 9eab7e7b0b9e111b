"""What is told only as planned, undertaken, asked of somebody or denied, where it is asked what is so.

Whoever "promised to license 40 boats" has licensed none yet; asked how many were promised, those are the answer. How a
number or a day is given is read in ``corpus.extract.given``; here it is held against how it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from bot.query import Query, Wanted
from bot.some import added
from corpus.extract.dates import DateMention, dates
from corpus.extract.given import Given, Lead, given_at, given_day, leads
from corpus.extract.sense import DENIED
from corpus.extract.wishes import should_be, wish_ends
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["asks_what_is_to_come", "days_as_asked", "only_denied", "only_told_as"]

_WORDS = {
    Given.COMING: regex(
        r"\b(?:will|would|shall|might|could|(?-i:may)|going|expect\w*|due|plan\w*|hop(?:e|es|ed|ing)|aim\w*|intend\w*"
        r"|meant|suppos\w+|schedul\w+|timetabled|promis\w+|pledg\w+|propos\w+|offer\w*|threat\w*|forecast\w*|project\w*"
        r"|likely|target\w*|goal|should|if|to be|permi\w+|authoris\w+|(?:design\w*|set up) to|meant)\b"
        r"|\b(?:was|were|is|are)\s.{2,60}?\sto\s[a-z]",
        re.IGNORECASE,
    ),
    Given.UNDERTAKEN: regex(
        r"\b(?:promis\w+|pledg\w+|vow\w*|offer\w*|propos\w+|threat\w*|undert\w+|agree\w*|tr(?:y|ies|ied|ying)"
        r"|attempt\w*|seek\w*|sought|bid|plan\w*|intend\w*|expect\w*|want\w*|demand\w*|request\w*|order\w*|ask\w*"
        r"|appl\w+|call\w* for|would|could|might|need\w*|requir\w*|short\w*|necessary|commit\w*|ambition|willing|ready"
        r"|prepared|hunt\w*|look\w* for|search\w*|chas\w+|still)\b",
        re.IGNORECASE,
    ),
    Given.ASKED: regex(
        r"\b(?:should|ought|must|recommend\w*|call\w* (?:for|on|upon)|want\w*|wish\w*|urg\w+|ask\w*|propos\w*"
        r"|suggest\w*|demand\w*|advis\w+|limit\w*|target\w*|aim\w*|maximum|minimum|at most|at least|would|will|shall"
        r"|plan\w*|expect\w*|suppos\w+|have to|need\w*|allow\w*|rules?|require\w*|deadline|to be|told|tell|order\w*"
        r"|instruct\w*|direct\w*|invit\w+|request\w*|encourag\w*|beg(?:s|ged)?|press\w* for|permi\w+|authoris\w+)\b",
        re.IGNORECASE,
    ),
    Given.DENIED: regex(
        r"\b(?:claim\w*|alleg\w*|den(?:y|ies|ied)|accus\w*|disput\w*|reject\w*|dismiss\w*|suggest\w*|accept\w*)\b",
        re.IGNORECASE,
    ),
}
"""By which words of a question it is asked for what is given so."""
_AT_ONCE = regex(r"\b(?:promis|pledg|vow|agree|undert|commit)", re.IGNORECASE)
_WILL = regex(r"\b(?:will|going to)\b", re.IGNORECASE)
"""What was promised is what will be; what was threatened may not be."""
_TOLD_AS = {
    Given.COMING: "what has been done, where it is told of what will be",
    Given.UNDERTAKEN: "what is so, where it is told only as undertaken or offered",
    Given.ASKED: "what is so, where it is only called for",
    Given.DENIED: "it, where it is told only as what was denied",
}


def only_told_as(wanted: Wanted, figure: Figure, sentence: str) -> list[str]:
    """That it is so, where SENTENCE gives FIGURE otherwise and nobody asks for what is given so."""
    at = figure.span.start - figure.context.start
    lead = given_at(sentence, at)
    if lead is None:
        rest = [*_of_the_rest(wanted, figure, sentence), *_only_wished(wanted, figure, sentence)]
        return rest + _only_may(wanted, figure)
    if _of_others(wanted, lead) or _asked_for(wanted.words, lead):
        return []
    if _EFFORT.match(lead.cue) is not None and not _of_its_verb(wanted, sentence[lead.start : at]):
        return []
    if lead.given is Given.COMING and _WAS.search(wanted.words) is None:
        return []
    if lead.given is not Given.DENIED and (_done_too(sentence, at) or _presupposed(wanted, sentence, lead, at)):
        return []
    return [_TOLD_AS[lead.given]]


_EFFORT = regex(r"tr(?:y|ies|ied|ying)\b|attempt|s(?:eek|ought)|bid\b", re.IGNORECASE)


def _of_its_verb(wanted: Wanted, effort: str) -> bool:
    """Whether what the EFFORT is for is asked for as done: whom they try to trace they hunt, and have not *traced*."""
    tried = lexicon().ids(effort)
    if any(s.mark == DENIED for s in wanted.telling):
        return False
    return any(s.id in tried for s in wanted.telling if s not in wanted.focus)


def _of_the_rest(wanted: Wanted, figure: Figure, sentence: str) -> list[str]:
    """That others are yet to come, where SENTENCE tells of such and FIGURE is of those who have."""
    more = _MORE_TO_COME.search(wanted.words)
    own = sentence[max(0, figure.span.start - figure.context.start - _NEAR) :][: 2 * _NEAR]
    told = added(figure) or _MORE.search(own) is not None
    return [] if more is None or _MORE.search(sentence) is None or told else [more.group()]


def _only_wished(wanted: Wanted, figure: Figure, sentence: str) -> list[str]:
    """That it is so, where what stands over FIGURE's list, or comes after it, tells what somebody would have be."""
    if wanted.sayer or wanted.told or _WORDS[Given.ASKED].search(wanted.words):
        return []
    led = any(wish_ends(part.rstrip(": ")) for part in figure.inherited.split(". ") if part.endswith(":"))
    after = sentence[figure.span.end - figure.context.start :]
    return [_TOLD_AS[Given.ASKED]] if led or should_be(after) else []


_MAY = regex(r"\b(?:could|might|would|(?-i:may))\s+(?!(?:not|never|n['\u2019]t|have)\b)(?:be\s+|\w+ly\s+)?[a-z]+", re.I)
_ASKS_MAY = regex(r"\b(?:can|able|risk|danger|threatened|feared|up to|cannot|can['\u2019]t)\b", re.IGNORECASE)


def _only_may(wanted: Wanted, figure: Figure) -> list[str]:
    """That it was done, where those of FIGURE only *could* or *may* have it done: "60 jobs *could go*"."""
    if _WAS.search(wanted.words) is None or _WORDS[Given.COMING].search(wanted.words) or _ASKS_MAY.search(wanted.words):
        return []
    _, counted, after = figure.measure.partition(figure.counted) if figure.counted else ("", "", figure.measure)
    return [_TOLD_AS[Given.COMING]] if counted and _MAY.match(after.strip()) else []


def _of_others(wanted: Wanted, lead: Lead) -> bool:
    """Whether it is asked for what somebody said, which is answered by what they denied or called for."""
    return bool(wanted.sayer or (wanted.told and lead.given is Given.ASKED)) and lead.given in (
        Given.ASKED,
        Given.DENIED,
    )


@lru_cache(maxsize=1_000)
def _asked_for(asked: str, lead: Lead) -> bool:
    """Whether ASKED asks for what is given by such a LEAD."""
    if _WORDS[lead.given].search(asked) is not None:
        return True
    return _AT_ONCE.match(lead.cue) is not None and _WILL.search(asked) is not None


_WAS = regex(
    r"\b(?:has|have|had|was|were|did|(?:are|is) there|went|came|fell|rose|took|left|lost|got|made|sank|closed|opened)\b"
    r"|\bdo(?:es)? .*\bhave\b",
    re.IGNORECASE,
)
"""What asks for what has been done, or what there is; the fee that is to be is the fee."""
_DONE_TOO = regex(
    r"[^;.]*?(?:,|\band\b|\bwhich\b)\s+(?:(?:which|it|he|she|they|has|have|had|since|later|duly|then|now|also)\s+)*"
    r"(?:did so|done so|did|\w+(?:ed|id|ade|ent|old|ilt)\s+(?:it|them|so))\b",
    re.IGNORECASE,
)


def _done_too(sentence: str, at: int) -> bool:
    """Whether it is told right after the number AT a place that it was done: "asked to pay £40 *and paid it*"."""
    return _DONE_TOO.match(sentence, at) is not None


_THE = regex(
    r"\b(?:the|these|those|its|their|his|her|our|your|both|all)(?:\s+(?:other|remaining|last|first|same))?\s+$",
    re.IGNORECASE,
)


def _presupposed(wanted: Wanted, sentence: str, lead: Lead, at: int) -> bool:
    """Whether those counted AT a place are so, whatever comes of a plan: "to rebuild *the 40 piers* that burnt".

    What the plan would do to them is asked for by no such number.
    """
    if _THE.search(sentence[lead.start : at]) is None:
        return False
    lex = lexicon()
    planned = lex.ids(f"{sentence[lead.start : at]}. {' '.join(sentence[lead.days :].split()[:_VERB])}")
    return not any(s.id in planned or lex.relatives(s.id) & planned for s in wanted.telling if s not in wanted.focus)


_MORE_TO_COME = regex(
    r"\b(?:more|further|additional)\b(?=.*\b(?:will|would|could|might|to be|due)\b)(?!.*\bthan\b)", re.IGNORECASE
)
"""Those who are yet to come, besides those who have: "how many *more* would sail?"."""
_NEAR = 20
_MORE = regex(r"\b(?:more|further|additional|another|extra)\b", re.IGNORECASE)
_VERB = 3
"""So many words after "to" hold the verb."""


_ASKS_NOW = regex(r"\bwhen (?:do|does|is|are|can|must)\b|\bby when\b|\bdeadline\b|\bby what\b|\bdate\b", re.IGNORECASE)
_ONCE_PLANNED = regex(
    r"\b(?:was|were|had been|originally|first)\b.*\b(?:due|to|planned|scheduled|expected|meant|supposed|intended)\b",
    re.IGNORECASE,
)
_PLAN = regex(r"\b(?:deadline|target|original\w*|schedule|timetable|plans?)\b", re.IGNORECASE)
_DEADLINE = regex(r"\b(?:deadline|by when|by what|closing date|cut-off|last date|last day)\b", re.IGNORECASE)
_BY = regex(r"\b(?:by|before|until|till|no later than|not later than)\s+(?:the\s+)?$", re.IGNORECASE)
_TELLING = regex(
    r"\b(?:told|tell|announced?|warn(?:ed)?|inform(?:ed)?|admit\w*|promised?|agreed?|decided?)\b.*"
    r"\b(?:that|would|will)\b",
    re.IGNORECASE,
)


def asks_what_is_to_come(query: Query) -> bool:
    """Whether QUERY asks for the day of what is, or was, to come."""
    asked = query.resolved or query.text
    return _WORDS[Given.COMING].search(asked) is not None or _ASKS_NOW.search(asked) is not None


def days_as_asked(query: Query, text: str, found: Sequence[DateMention]) -> list[DateMention]:
    """Those of the days FOUND in TEXT that are given as QUERY asks for them: as so, or as planned."""
    asked = query.resolved or query.text
    held = [(one, given_day(text, one.span.start)) for one in found if not _moved_from(text, one)]
    if _DEADLINE.search(asked) is not None and (last := [d for d, _ in held if _BY.search(text[: d.span.start])]):
        return last
    if _asks_of_the_word(asked):
        return [one for one, lead in held if lead is None]
    if not asks_what_is_to_come(query):
        return [one for one, lead in held if _stands(asked, lead)]
    planned = [(one, lead) for one, lead in held if lead is not None and lead.given is not Given.DENIED]
    if _WILL.search(asked) is not None:  # what had been planned gives way to what is
        planned = [(one, lead) for one, lead in planned if not lead.past] or planned
    so = [one for one, lead in held if lead is None]
    if _ONCE_PLANNED.search(asked) is not None:
        so = [one for one in so if _PLAN.search(text[: one.span.start])]
    return [one for one, _ in planned] or so


_MOVED = regex(
    r"\b(?:put back|put off|postponed|delayed|moved|brought forward|deferred|rescheduled|pushed back|changed) from\s+$",
    re.IGNORECASE,
)


def _moved_from(text: str, day: DateMention) -> bool:
    """Whether a thing was put off from that DAY: "postponed *from May* to July"."""
    return _MOVED.search(text[: day.span.start]) is not None


_DUTY = frozenset({"should", "ought to"})


def _asks_of_the_word(asked: str) -> bool:
    """Whether it is asked when somebody promised or was told to do a thing, which is not the day of the thing."""
    acts = (Given.UNDERTAKEN, Given.ASKED)
    return _TELLING.search(asked) is not None or any(one.given in acts and one.cue not in _DUTY for one in leads(asked))


def only_denied(query: Query, text: str, published: date | None) -> bool:
    """Whether TEXT gives a day only to deny it, and QUERY asks after no denial, whose own day the line's would be."""
    asked = query.resolved or query.text
    held = (given_day(text, one.span.start) for one in dates(text, published))
    return _WORDS[Given.DENIED].search(asked) is None and any(x is not None and x.given is Given.DENIED for x in held)


def _stands(asked: str, lead: Lead | None) -> bool:
    """Whether a day that LEAD gives may answer ASKED, which asks for no plan."""
    if lead is None:
        return True
    return lead.given is Given.ASKED and _WORDS[Given.ASKED].search(asked) is not None
