"""All that there were, where a record counts some and then more: "31 were saved. *A further* 14 were saved later".

So too where one sentence tells of several days in turn: "nine were rescued on Tuesday *and two on Wednesday*".
"""

from __future__ import annotations

import re
from itertools import pairwise

from bot.choosing import Found
from bot.derive import Incomparable, total
from bot.match import Fit
from bot.query import Wanted
from bot.scales import Scales
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["brought_to", "with_those_further"]

_IN_ALL = regex(r"\b(?:in all|in total|altogether|all told|all together|overall|total)\b", re.IGNORECASE)
_FURTHER = regex(
    r"\b(?:a further|another|an additional|an extra)(?: (?:about|around|some|nearly|almost|over))? $", re.IGNORECASE
)
_NEAR = 400
"""So many characters at most lie between those counted first and those counted on top of them."""


def with_those_further(wanted: Wanted, best: Fit, fits: list[Fit], scales: Scales) -> Found | None:
    """BEST and those that are counted on top of it, added up, where all "in total" are asked for; else None."""
    if wanted.times or wanted.events:
        return None
    figure = best.figure
    if _IN_ALL.search(wanted.words) is None:
        return _added(_day_by_day(figure, [f.figure for f in fits], scales), scales)
    alike = [f.figure for f in fits if f.complete and _alike(f.figure, figure)]
    held = {f.id for f in alike}
    alike = [f for f in alike if f.id == figure.id or not any(w.id in held for w in scales.view.wholes(f))]
    run = _run(sorted(alike, key=lambda f: f.span.start), figure, scales)
    return _added(run, scales) if len({f.value for f in run}) == len(run) else None


def brought_to(wanted: Wanted, best: Fit, fits: list[Fit], scales: Scales) -> Fit:
    """BEST, or what it *brought the total to* in its own sentence, where no time is asked about."""
    if wanted.times or wanted.events or wanted.told:
        return best
    figure, said = best.figure, scales.sentence_of(best.figure)
    for other in fits:
        after = other.figure.context == figure.context and other.figure.span.start >= figure.span.end
        lead = said[figure.span.end - figure.context.start : other.figure.span.start - figure.context.start]
        if after and other.complete and _alike(other.figure, figure) and _BROUGHT.search(lead) is not None:
            return other
    return best


_BROUGHT = regex(
    r"\b(?:brings?|bringing|brought|takes?|taking|took)\s+(?:the|its|their|our)\s+(?:overall\s+|full\s+|running\s+)?(?:total|tally|number|count)"
    r"\b[^,;]*\bto\s+$",
    re.IGNORECASE,
)


def _added(run: list[Figure], scales: Scales) -> Found | None:
    if len(run) < 2:
        return None
    try:
        return Found(worked=total(run, scales.view))
    except Incomparable:
        return None


def _alike(one: Figure, figure: Figure) -> bool:
    """Whether a number is a count of the same thing in the same source, and no change."""
    if one.id == figure.id:
        return True
    same = one.source_id == figure.source_id and one.unit == figure.unit and one.value is not None and not one.note
    lex = lexicon()
    return same and not figure.note and bool(lex.ids(one.counted) & lex.ids(figure.counted))


def _run(alike: list[Figure], figure: Figure, scales: Scales) -> list[Figure]:
    """Of numbers ALIKE in their order, those on end that hold FIGURE, each but the first on top of the one before."""
    runs = [alike[:1]]
    for before, one in pairwise(alike):
        if _on_top(one, scales) and one.span.start - before.span.end <= _NEAR:
            runs[-1].append(one)
        else:
            runs.append([one])
    return next((run for run in runs if any(f.id == figure.id for f in run)), [])


def _day_by_day(figure: Figure, others: list[Figure], scales: Scales) -> list[Figure]:
    """FIGURE and those of OTHERS that its sentence tells of other days with the one verb: each was done but once."""
    said = scales.sentence_of(figure)
    if _DONE_ONCE.search(said) is None:
        return [figure]
    run = sorted((f for f in others if f.context == figure.context and _alike(f, figure)), key=lambda f: f.span.start)
    start = figure.context.start
    ends = [*(f.span.start - start for f in run[1:]), len(said)]
    told = [_ON_A_DAY.fullmatch(said, f.span.end - start, end) for f, end in zip(run, ends, strict=True)]
    if any(m is None or (n and m["told"].strip().lower() not in _NO_VERB) for n, m in enumerate(told)):
        return [figure]
    days = {m["day"] for m in told if m is not None}
    return run if len(days) == len(run) else [figure]


_DONE_ONCE = regex(
    r"\b(?:were|was)\s+(?!held|kept|left|detained|employed|stranded|closed|occupied|open)[a-z]+(?:ed|en)\b"
)
"""What is done on one day and is not so still on the next."""
_NO_VERB = ("", "more", "others", "other")
"""What may stand behind a number that has the verb of the one before it."""
_ON_A_DAY = regex(
    r"(?P<told>(?:\s+[a-z'\u2019-]+){0,9}?)\s+on\s+(?P<day>\d{1,2}\s+[A-Z]\w+|[A-Z]\w+)(?:,?\s+(?:and|then|but)\s+(?:then\s+)?"
    r"(?:a\s+further\s+|another\s+|just\s+|only\s+)?|,\s*|\W*)"
)


def _on_top(figure: Figure, scales: Scales) -> bool:
    lead = scales.sentence_of(figure)[: figure.span.start - figure.context.start]
    return _FURTHER.search(lead) is not None
