"""Which time of a sentence belongs to which of its numbers."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.extract.clause import opens_predicate
from corpus.extract.dates import PeriodMention, periods
from corpus.extract.sharing import Bound
from corpus.lexicon.grammar import words
from corpus.patterns import regex
from corpus.records import Period, Span

__all__ = ["base_of", "only_reaches_back", "timed"]


def timed(text: str, sentence: Span, bound: list[Bound], mentions: list[PeriodMention]) -> list[PeriodMention | None]:
    """For each number of a sentence its time: its own, that of the words that it shares, or that which opens it."""
    mentions = [m for m in mentions if not (only_reaches_back(text, m) or _as_given(text, m))]
    out = [_own(text, b, mentions) for b in bound]
    for index, one in enumerate(bound):
        out[index] = out[index] or _when(text, one, mentions) or _of_whole(text, one, mentions)
    opening = _opening(text, sentence, bound, mentions)
    for index in range(len(bound) - 1, -1, -1):
        if out[index] is None and opening is None:
            out[index] = _lent(bound, out, index)
    for index, one in enumerate(bound):
        if out[index] is None and not one.against:
            near = _before(text, one, mentions)
            out[index] = near if index and near else opening or near
    for index in range(1, len(bound)):
        out[index] = out[index] or _of_both_levels(bound[index - 1], bound[index], out[index - 1])
    if len(mentions) == 1 and len(bound) == 1 and out[0] is None:
        out[0] = mentions[0]
    if (shared := next((m for m in mentions if _of_both(text, sentence, m)), None)) is not None:
        out = [shared if one is None or one.relation == "each" else one for one in out]
    return _at_its_ends(bound, _since_then(bound, out))


def _at_its_ends(bound: list[Bound], out: list[PeriodMention | None]) -> list[PeriodMention | None]:
    """OUT where two levels are told of a change over a stretch: "rose *from 40 to 90 between 2010 and 2015*"."""
    for index in range(1, len(bound)):
        first, last = bound[index - 1], bound[index]
        over = [m for m in (out[index - 1], out[index]) if m is not None]
        levels = first.earlier and first.tied and last.tied and not last.compared and not last.earlier
        if not levels or not over or any(m != over[0] or m.when is not None for m in over):
            continue
        ends = _BETWEEN.fullmatch(over[0].period.words)
        then, since = (
            (_in(ends["first"], over[0].period), _in(ends["last"], None)) if ends is not None else (None, None)
        )
        if then is not None and since is not None:
            out[index - 1], out[index] = replace(then, span=over[0].span), replace(since, span=over[0].span)
    return out


_BETWEEN = regex(r"(?:between|from)\s+(?P<first>.+?)\s+(?:and|to)\s+(?P<last>.+)", re.IGNORECASE)


def _in(words: str, stretch: Period | None) -> PeriodMention | None:
    """The time that WORDS say, in the year in which STRETCH begins where they give none; None where they say none."""
    if stretch is not None and stretch.start is not None and not _YEAR.search(words):
        words = f"{words} {stretch.start.year}"
    found = periods(f"in {words}", None)
    return found[0] if len(found) == 1 and found[0].period.start is not None else None


_YEAR = regex(r"\b\d{4}\b|\b\d{2}[-/]\d{2}\b")


def _of_both_levels(first: Bound, last: Bound, when: PeriodMention | None) -> PeriodMention | None:
    """The time of the thing whose number was changed ("the count *for 2010* was raised from 40 to 52"): of both."""
    tied = first.tied and last.tied and first.earlier and not (last.earlier or last.compared)
    before = when is not None and when.span.end <= first.quantity.span.start and when.relation in ("in", "during")
    return when if tied and before else None


def _since_then(bound: list[Bound], out: list[PeriodMention | None]) -> list[PeriodMention | None]:
    """OUT where two levels are told of a change since a time: "cut *from 200* to 140 *since 2010*": 200 were then."""
    for index in range(1, len(bound)):
        first, last, since = bound[index - 1], bound[index], out[index]
        levels = first.earlier and first.tied and last.tied and not last.compared and not last.earlier
        if not levels or since is None or since.relation != "since" or out[index - 1] not in (None, since):
            continue
        then = periods(f"in {since.period.words.split(' ', 1)[-1]}", None)
        if len(then) == 1 and then[0].period.start is not None:
            out[index - 1], out[index] = replace(then[0], span=since.span), None
    return out


_BOTH = regex(r",\s+(?:both|each|all)\s+$", re.IGNORECASE)


def _of_both(text: str, sentence: Span, mention: PeriodMention) -> bool:
    """Whether a time at the end is said to be of all that is told before it ("…, *both* by 2030")."""
    over = not text[mention.span.end : sentence.end].strip(" .;!\n")
    return over and _BOTH.search(text, sentence.start, mention.span.start) is not None


def _own(text: str, bound: Bound, mentions: list[PeriodMention]) -> PeriodMention | None:
    """The time between the number and the end of its own words."""
    end = bound.quantity.span.end
    own = [m for m in mentions if m.span.within(Span(end, max(end, bound.own.end)))]
    own = own or [m for m in mentions if m.relation == "as at" and text[end : m.span.start].isspace()]
    own = [m for m in own if not (bound.compared and base_of(text, m))]
    return next((m for m in own if m.relation != "each"), own[0] if own else None)


def _of_whole(text: str, bound: Bound, mentions: list[PeriodMention]) -> PeriodMention | None:
    """The time right after a whole's own words: "six of the 14 collapses *since 2009*" are six of those since then."""
    if not bound.named:
        return None
    at = bound.own.end
    after = (m for m in mentions if m.span.start >= at and not text[at : m.span.start].strip())
    return next((m for m in after if m.relation != "each"), None)


_WHEN = regex(r",?\s+when\s[^,;:()]*$", re.IGNORECASE)


def _when(text: str, bound: Bound, mentions: list[PeriodMention]) -> PeriodMention | None:
    """ "Than in 2004, *when* the rate was 4.4%": the time that its clause is of."""
    start = bound.quantity.span.start
    return next((m for m in mentions if m.span.end <= start and _WHEN.fullmatch(text, m.span.end, start)), None)


def base_of(text: str, mention: PeriodMention) -> bool:
    """Whether a change is counted from it: "up 4% *on 2010*", "40 fewer than *last year*"."""
    if text[: mention.span.start].rstrip().endswith("than"):
        return True
    exact = mention.when is not None and mention.when.exact
    return mention.period.words.lower().startswith("on ") and not exact


def _before(text: str, bound: Bound, mentions: list[PeriodMention]) -> PeriodMention | None:
    before = [m for m in mentions if m.span.within(bound.own) and m.span.end <= bound.quantity.span.start]
    kept = [m for m in before if _GIVEN.search(text, max(0, m.span.start - _NEAR), m.span.start) is None]
    return (kept or before)[-1] if before else None


_GIVEN = regex(
    r",\s+(?:(?:first|originally|initially|then|previously)\s+)?(?:published|given|put|reported|announced|quoted)\s+(?:\w+\s+)?$"
)
"""Before the day on which a number was given, which is not the time that it is of."""
_AS_GIVEN = regex(
    r",\s+as\s+(?:first|originally|initially|then|previously)?\s*(?:published|given|reported|announced)\s+$"
)


def _as_given(text: str, mention: PeriodMention) -> bool:
    """Whether a time is only that at which a number was given ("raised from 40, *as published in July*, to 52")."""
    return _AS_GIVEN.search(text, max(0, mention.span.start - _NEAR), mention.span.start) is not None


_SINCE = regex(
    r"\b(?:the\s+(?:[a-z]+\s+)?(?:fewest|lowest|highest|largest|smallest|biggest|greatest|most|worst|best|heaviest|busiest"
    r"|longest|shortest|wettest|driest)|a\s+record)(?:\s+[\w'\u2019-]+){0,5}\s+since\b[^.;:,\d]{0,40}$",
    re.IGNORECASE,
)
_BACK_TO = regex(r"since\b", re.IGNORECASE)
_NEAR = 90


def only_reaches_back(text: str, mention: PeriodMention) -> bool:
    """Whether a time only says how long nothing was so high or low ("the slowest *since clocks came in 1871*")."""
    lead = text[max(0, mention.span.start - _NEAR) : mention.span.start]
    back = "since " if _BACK_TO.match(mention.period.words) is not None else ""
    return _SINCE.search(lead + back) is not None


def _lent(bound: list[Bound], out: list[PeriodMention | None], index: int) -> PeriodMention | None:
    """The time of the next number, where this one's clause runs on to it or both share its predicate."""
    if index + 1 >= len(bound):
        return None
    here, following = bound[index], bound[index + 1]
    if here.against or following.against or following.compared or following.within or not _lendable(out[index + 1]):
        return None
    if _WILL.search(following.before) and not _WILL.search(here.said):
        return None  # "risen to 72, *and will reach* 95 by the end of July": the 72 are there already
    if _alike_done(here, following) and _of_several(bound, index):
        return out[index + 1]
    if following.listed:
        return out[index + 1] if here.lent or not here.after else None
    runs_on = here.to_next and not following.partitive
    return out[index + 1] if runs_on or (here.compared and following.tied) else None


_WILL = regex(
    r"\b(?:will|shall|would|is to|are to|is due to|are due to|is expected to|are expected to)\b", re.IGNORECASE
)
_DONE = regex(r"(?:(?:had|have|has)\s+(?:been\s+)?|were\s+|was\s+)(?!not\b)(?=[a-z])")


def _alike_done(here: Bound, following: Bound) -> bool:
    """Whether two numbers of one kind are told with verbs alike: "85% *had been* fined and 9% *had been* sued"."""
    if here.quantity.kind != following.quantity.kind or here.counted != following.counted:
        return False
    first, second = _DONE.match(here.after), _DONE.match(following.after)
    return first is not None and second is not None and first.group().split() == second.group().split()


def _of_several(bound: list[Bound], index: int) -> bool:
    """Whether a number and the next are of a list of three or more so told; of two the first may be apart."""
    before = index > 0 and _alike_done(bound[index - 1], bound[index])
    return before or (index + 2 < len(bound) and _alike_done(bound[index + 1], bound[index + 2]))


def _lendable(mention: PeriodMention | None) -> bool:
    """Whether a time may be shared: a rate's ("a year") is its own number's."""
    return mention is not None and mention.relation != "each"


def _opening(text: str, sentence: Span, bound: list[Bound], mentions: list[PeriodMention]) -> PeriodMention | None:
    """The time that a sentence opens with, or that of the whole of all its numbers ("Of the trains run in June, …")."""
    first = min((b.quantity.span.start for b in bound), default=sentence.end)
    for mention in mentions:
        if mention.span.start <= sentence.start + 3:
            return mention
        lead = text[sentence.start : mention.span.start]
        if mention.span.end <= first and (
            _scoped(bound, text, mention) or _adverbial(lead, text[mention.span.end : first])
        ):
            return mention
    return None


def _scoped(bound: list[Bound], text: str, mention: PeriodMention) -> bool:
    return bool(bound) and mention.span.of(text) in bound[0].scope


def _adverbial(lead: str, rest: str) -> bool:
    """Whether a time stands in a phrase before the subject: "At the peak, on 16 February, 487 …"."""
    first = lead.split()[:1]
    if not first or first[0].lower() not in words("prepositions") or "," not in rest[:40]:
        return False
    return not any(opens_predicate(w) for w in lead.split()) and re.search(r"[.;]", lead) is None
