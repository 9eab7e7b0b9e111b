"""What the record itself counted again: the count at either of two times, and who put a number right.

A record that says of a count that it takes the place of an earlier one makes the two counts of one thing, whatever
words either is told in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.evidence import Found, Scales
from bot.query import Query, Wanted
from bot.tellers import given_by
from corpus.extract.dates import PeriodMention
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["by_somebody_else", "of_its_chain", "of_one_time", "of_the_main", "put_right_at_once", "puts_right"]


def of_its_chain(
    lacking: Found, found_at: Sequence[Found], end: PeriodMention, wanted: Wanted, scales: Scales
) -> Found:
    """The count at END of what was counted at the other end, by the chain of counts that the record itself makes.

    A later count may be told in other words ("moored or berthed", where the first was of those "moored").
    """
    if wanted.sayer or wanted.told or wanted.bounds or wanted.events or wanted.choices:
        return lacking
    known = [f.figure for f in found_at if f.figure is not None]
    return next((Found(figure=f) for k in known if (f := _counted_at(end, k, wanted, scales)) is not None), lacking)


def _counted_at(end: PeriodMention, figure: Figure, wanted: Wanted, scales: Scales) -> Figure | None:
    """The one number of FIGURE's chain that is of the time END, and of the whole that is asked about."""
    bare = Wanted("", times=(end,), whole=wanted.whole)
    chain = [f for f in scales.view.chain(figure) if f.value is not None]
    held = [f.figure for f in scales.fits(bare, chain) if f.complete]
    return held[0] if len({f.value for f in held}) == 1 else None


def of_the_main(query: Query, ends: Sequence[PeriodMention], scales: Scales) -> tuple[Figure, Figure] | None:
    """Of no more than "the total": the number that the record mainly counts, at either end; None where two may be."""
    wanted = query.wanted
    named = wanted.telling or wanted.sayer or wanted.told or wanted.bounds or wanted.whole is not None
    if named or _THE_TOTAL.search(wanted.words) is None:
        return None
    chains = {c[0].id: c for f in scales.view.figures.values() if len(c := scales.view.chain(f)) > 1}
    weighed = sorted(((sum(len(scales.view.parts(f)) for f in c), i) for i, c in chains.items()), reverse=True)
    if not weighed or not weighed[0][0] or (len(weighed) > 1 and weighed[0][0] == weighed[1][0]):
        return None
    main = chains[weighed[0][1]][0]
    first, last = (_counted_at(end, main, wanted, scales) for end in ends)
    return None if first is None or last is None or first.id == last.id else (first, last)


_THE_TOTAL = regex(
    r"^(?:the )?(?:(?:headline|overall|grand|main|whole|full) )?(?:total|number|figure|count)s?\b", re.IGNORECASE
)


def put_right_at_once(wanted: Wanted, scales: Scales) -> list[tuple[Figure, Figure]]:
    """Of no more than "the figure": the numbers of one sentence that were put right, each with the one that stands.

    How many places they were in ("40 tugs *in nine ports*") is not what that sentence gave. Empty where WANTED names
    what was counted, and where more than one sentence's were put right, or none's.
    """
    lex = lexicon()
    wanted = replace(wanted, rest=tuple(s for s in wanted.rest if s.id not in lex.ids(_PAPERS)))
    if wanted.telling:
        return []
    fitting = [f.figure for f in scales.fits(wanted) if f.complete]
    chains = [[f for f in scales.view.chain(f) if f.value is not None] for f in fitting]
    pairs = {c[0].id: (c[0], c[-1]) for c in chains if len(c) > 1 and puts_right(c[0], c[-1], scales)}
    if len({(old.source_id, old.context) for old, _ in pairs.values()}) != 1:
        return []
    main = [pair for pair in pairs.values() if not _only_where(pair[0], scales)]
    return main or list(pairs.values())


_PAPERS = "letter. answer. statement. reply. report. evidence. memorandum. notice. bulletin. speech"
"""What a number may have been given in, which is no condition of what it counts ("the number *in the letter*")."""


def _only_where(figure: Figure, scales: Scales) -> bool:
    """Whether a number only says in how many places what was counted before it was: "40 tugs *in nine* ports"."""
    lead = scales.sentence_of(figure)[: figure.span.start - figure.context.start]
    return re.search(r"\w+ (?:in|at|across|from)(?: (?:about|some|over|only|nearly))? $", lead) is not None and any(
        f.span.end <= figure.span.start for f in scales.view.beside(figure)
    )


_BY_WHOM = regex(
    r"\b(?:going by|judging by|according to|by) (?:the )?(?P<who>[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})['\u2019]s? "
    r"(?:later|subsequent|second|own|corrected|follow-up) \w+"
)


def by_somebody_else(query: Query, righted: Figure, scales: Scales) -> bool:
    """Whether it is asked what somebody put right ("going by *Orme's later letter*"), where another put it right."""
    by = _BY_WHOM.search(query.text)
    return by is not None and not given_by(by["who"], righted, scales.view.source(righted))


def of_one_time(a: Figure, b: Figure) -> bool:
    """Whether two figures are of the same period, so that the later puts the earlier right and does not count on."""
    if a.period is None or b.period is None:
        return False
    return (a.period.start, a.period.end) == (b.period.start, b.period.end)


def puts_right(first: Figure, last: Figure, scales: Scales) -> bool:
    """Whether LAST puts FIRST right, and is no later count of what went on being done."""
    if scales.view.latest(first, corrections_only=True).id != first.id or of_one_time(first, last):
        return True
    counted_on = first.as_at is not None and last.as_at is not None and first.as_at.last < last.as_at.last
    return not (counted_on and scales.view.source(last).paraphrase)
