"""Which way an answer is found, by what is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer, Status
from bot.before_it_moved import before_it_moved
from bot.by_values import less_a_part, of_two_values
from bot.changes import change_of, interval_of
from bot.compose import Composer
from bot.derive import Incomparable, difference
from bot.evidence import Found, Scales, settle, told_on
from bot.forms import Ask
from bot.leftover import leftover
from bot.not_that import not_so
from bot.numbered import about_number
from bot.officeholders import holders_counted
from bot.overspent import over_budget
from bot.parting import breakdown_of, most_of, sum_check_of
from bot.question import Query
from bot.sayings import Line
from bot.silence import open_lines, unanswered
from bot.still_so import still_so, told_still
from bot.sums import ONLY_KIND, only_why
from bot.taken_back import withdrawn
from bot.taken_off import taken_off
from bot.tenure import only_lasted, time_held
from bot.the_others import DECIDED_AGAINST
from bot.to_go import to_go
from bot.told_in_words import told_in_words
from bot.units import ONLY_PERCENT
from bot.unstated import unstated
from bot.workings import comparison_of, difference_of, ratio_of, share_of
from bot.yearly import average_of
from corpus.extract.sense import DENIED, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["LONGEST", "reply"]

LONGEST = 1_000
"""Characters in the longest question that is read."""
_IN_WORDS = (Ask.WHO, Ask.WHEN, Ask.WHY, Ask.WHERE, Ask.SAID, Ask.PERIOD, Ask.WHAT, Ask.YES_NO)


def reply(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """The answer to QUERY from the evidence given; not yet through the gate."""
    if query.ask is Ask.DECLINED:
        return composer.declined()
    if len(query.text.strip()) > LONGEST:
        return composer.declined("long")
    if query.ask is Ask.UNKNOWN:
        return _unknown(query, composer, lines)
    if (numbered := about_number(query, scales, composer, lines)) is not None:
        return numbered
    of_values = of_two_values(query, scales, composer) or less_a_part(query, scales, composer)
    of_values = of_values or taken_off(query, scales, composer)
    if of_values is not None:
        return of_values
    if (beyond := over_budget(query, scales, composer)) is not None:
        return beyond
    if (before := before_it_moved(query, scales, composer)) is not None:
        return before
    if not _names_anything(query):
        return composer.missing((), why="The question names nothing that the record could be searched for.")
    if query.ask in _IN_WORDS:
        return told_in_words(query, scales, composer, lines)
    try:
        return _ROUTES.get(query.ask, _figure)(query, scales, composer, lines)
    except Incomparable as why:
        return composer.missing((), why=f"That cannot be worked out: {why}.")


def _names_anything(query: Query) -> bool:
    """Whether there is something to search for: a term, a time, a person, a whole, or a number that was put right."""
    wanted = query.wanted
    put_right = query.ask in (Ask.CHANGE, Ask.BREAKDOWN, Ask.WHEN, Ask.WHO, Ask.WHY) and bool(query.numbers)
    named = query.who or wanted.told or wanted.sayer
    of_whole = query.ask is Ask.SHARE and wanted.bounds and query.other is not None and query.other.terms
    return bool(
        wanted.terms or wanted.times or wanted.events or named or wanted.whole is not None or put_right or of_whole
    )


def _figure(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    if (rest := leftover(query.wanted, scales, lines)) is not None:
        return composer.worked(rest.worked, rest.lead)
    if (left := to_go(query, scales, composer)) is not None:
        return left
    found = _not_both(query, told_still(query.wanted, settle(query.wanted, scales), scales), scales)
    if (kept := still_so(query.wanted, found, scales)) is not None:
        return composer.worked(kept.worked, kept.lead)
    if found.figure is not None and only_lasted(query, scales.sentence_of(found.figure)):
        found = Found(missing=("how long the office was held",))
    if found.figure is None and (others := unstated(query, scales)) is not None:
        return composer.worked(others.worked, others.lead)
    if _PERCENTAGE.search(query.text) and (found.figure is None or found.figure.unit != "%"):
        return share_of(replace(query, wanted=replace(query.wanted, unit="")), scales, composer, lines)
    if found.figure is not None and (back := withdrawn(found.figure, query.text, lines)) is not None:
        return composer.taken_back(back)
    if found.figure is not None and found.fit is not None:
        silent = unanswered(query, lines, picked=scales.sparing) if found.fit.loose else None
        if silent is not None and silent.score > found.fit.direct + 1:
            return composer.unanswered(silent, found.nearest)
        if found.note.startswith(ONLY_KIND):
            kind = found.note.removeprefix(ONLY_KIND)
            composer.readings.append(f"Of “{kind}” the record counts this kind alone.")
        return composer.figure(found)
    if found.worked is not None and found.note != "remainder":
        return composer.worked(found.worked)
    silent = unanswered(query, lines, picked=scales.sparing)
    of_that = query.wanted.whole is not None and found.worked is not None  # less is known of all than of these
    if silent is not None and not of_that:
        return composer.unanswered(silent, found.nearest)
    if found.worked is not None:
        return composer.worked(found.worked)
    given = _given_then(query, scales, composer)
    if given is not None:
        return given
    if holders := holders_counted(query, lines):
        return composer.heard(holders, f"{holders[0].name}.")
    if query.wanted.unit and (lasted := time_held(query, lines)) is not None:
        return composer.heard([lasted])
    stepped = _two_step(query, scales, composer) or interval_of(query, scales, composer)
    return stepped or _percentage_only(found, composer) or composer.missing(found.missing, found.nearest)


_BUT_NOT = regex(
    r"\bbut (?:then )?(?:(?:do|does|did|have|has|had|was|were|is|are)(?: not|n['\u2019]t)|never|not)\b", re.IGNORECASE
)


def _not_both(query: Query, found: Found, scales: Scales) -> Found:
    """FOUND, but for a figure of those who did the first of two things, who "*but did not*" do the second."""
    if found.figure is None:
        return found
    if lacking := not_so(query.wanted, found.figure, scales.sentence_of(found.figure)):
        return Found(missing=tuple(lacking), nearest=found.nearest)
    if _BUT_NOT.search(query.wanted.words) is None:
        return found
    if any(s.mark == DENIED for s in senses(found.figure.measure)) or _NOT.search(found.figure.measure):
        return found
    return Found(missing=("those who did not",), nearest=found.nearest)


_NOT = regex(r"\b(?:not|never|without|no|none|un\w+)\b|n['\u2019]t\b", re.IGNORECASE)
_PERCENTAGE = regex(r"(?:^\W*|,\s+)what (?:percentage|per ?cent|share|proportion|fraction)\b(?! of\b)", re.IGNORECASE)
_MOST_OPEN = 6
"""Of what is not known, so many lines are said."""


def _unknown(query: Query, composer: Composer, lines: Sequence[Line]) -> Answer:
    """What the record itself says that nobody knows, holds or would say, in its order."""
    left = open_lines(query, lines)
    if not left:
        return composer.missing((), why="Nothing in this record is said not to be known.")
    return composer.heard(left[:_MOST_OPEN], "The record itself leaves this open.")


def _percentage_only(found: Found, composer: Composer) -> Answer | None:
    """A number was asked for, and of the very thing only a percentage is given: that, said to be in part an answer."""
    near = next((f for f in found.nearest if f.missing == (ONLY_PERCENT,) and all(f.times)), None)
    if near is None or near.direct < 2 or len(near.loose) >= near.direct:
        return None
    answer = composer.figure(Found(figure=near.figure, fit=near))
    lead = "The record gives only a percentage, and no number. "
    return replace(answer, status=Status.PARTIAL, text=lead + answer.text, uncovered=("a number",))


def _given_then(query: Query, scales: Scales, composer: Composer) -> Answer | None:
    """ "What figure was the committee given in June?": the one given then; where several were, all of them.

    Where no time is asked about, the only one that was given so: "the figure in the written answer".
    """
    wanted = query.wanted
    dated = bool(wanted.times) or wanted.first
    if not (wanted.told or (wanted.sayer and dated)) or any(not lexicon().general(s.id) for s in wanted.terms):
        return None
    held = [f for f in scales.fits(wanted) if f.complete and f.figure.value is not None]
    if wanted.first:
        asked = lexicon().ids(wanted.told or wanted.sayer)
        sure = (f for f in held if f.figure.said_on or asked <= lexicon().ids(scales.sentence_of(f.figure)))
        held = sorted(sure, key=lambda f: told_on(f.figure))[:1]
    values = list(dict.fromkeys(f.figure.value for f in held))
    if len(values) == 1:
        return composer.figure(Found(figure=held[0].figure, fit=held[0]))
    first = [next(f.figure for f in held if f.figure.value == v) for v in values]
    return composer.ambiguous(first[:6]) if first and dated else None


def _two_step(query: Query, scales: Scales, composer: Composer) -> Answer | None:
    """ "Started but not completed": what had the first thing done, less what had the second as well."""
    denied = tuple(s for s in query.wanted.terms if s.mark == "-" and not only_why(s, query.wanted))
    if not denied or DECIDED_AGAINST.search(query.wanted.words):
        return None
    lex = lexicon()
    rest = tuple(s for s in query.wanted.rest if s not in denied)
    focus = tuple(s for s in query.wanted.focus if s not in denied)
    first = settle(replace(query.wanted, focus=focus, rest=rest), scales)
    undone = {s.id for s in senses(first.figure.measure) if s.mark == DENIED} if first.figure is not None else set()
    if any(s.id in undone or lex.relatives(s.id) & undone for s in denied):
        return None  # those still to be found are no more of whom some were found: it is not of all of them
    plain = tuple(replace(s, mark="+") for s in denied)
    subject = tuple(s for s in rest if lexicon().kind(s.id) in ("person", "") and s.mark != "-")
    for terms in ((*subject, *plain), plain):
        second = settle(replace(query.wanted, focus=focus, rest=terms), scales)
        if _nested(first.figure, second.figure, scales, strictly=any(s.kind in _SORTS_OF_PEOPLE for s in denied)):
            assert first.figure is not None
            assert second.figure is not None
            return composer.worked(difference(first.figure, second.figure))
    return None


_SORTS_OF_PEOPLE = frozenset({"attribute", "person", "role", "nationality", "place"})
"""Who or where, of whom some had the one thing done and some the other: only those said to be of the whole are."""


def _nested(whole: Figure | None, part: Figure | None, scales: Scales, *, strictly: bool = False) -> bool:
    """Whether PART is counted among WHOLE; STRICTLY, that it is said to be of that very whole."""
    if whole is None or part is None or whole.id == part.id or whole.value is None or part.value is None:
        return False
    inside = part.part_of == whole.id or (not strictly and scales.view.same_whole(whole, part))
    return inside and part.value <= whole.value and whole.said_on == part.said_on


_ROUTES = {
    Ask.FIGURE: _figure,
    Ask.SHARE: share_of,
    Ask.CHANGE: change_of,
    Ask.DIFFERENCE: difference_of,
    Ask.COMPARISON: comparison_of,
    Ask.RATIO: ratio_of,
    Ask.AVERAGE: average_of,
    Ask.BREAKDOWN: breakdown_of,
    Ask.MOST: most_of,
    Ask.SUM_CHECK: sum_check_of,
}
