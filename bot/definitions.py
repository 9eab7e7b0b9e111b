"""Whether two numbers count the same: told by what the record says was defined anew, or only counted again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer
from bot.compose import Composer
from bot.evidence import Found, Scales, told_on
from bot.forms import Ask
from bot.query import Query, Wanted
from bot.times import Timing, anchored, timing
from corpus.extract.dates import PeriodMention
from corpus.extract.sense import Sense
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["counted_alike"]

_NOUN = r"(?:definitions?|basis|criteria|criterion|yardstick|footing|terms|rules?|measure|method)"
_ALIKE = regex(
    rf"\b(?:the )?same (?:\w+ )?(?:{_NOUN}|way|thing|things)\b|\blike (?:with|for) like\b|\bcomparable\b"
    r"|\bbe (?:directly |fairly |properly )?compared\b",
    re.IGNORECASE,
)
"""What asks whether two numbers were counted alike."""
_MOVED = r"(?:chang\w+|differ\w*|alter\w*|redefin\w+|broaden\w*|widen\w*|narrow\w*|tighten\w*|loosen\w*|shift\w*)"
_DEFINED = r"(?:definitions?|criteria|criterion|yardstick|(?:way|basis|method|rules)(?: of| for) counting)"
"""What a thing is counted by, which no other thing is: terms and rules are of many."""
_APART = regex(
    rf"\b(?:different|differing|another|other|changed) (?:\w+ )?{_NOUN}\b|\bredefin\w+\b"
    rf"|\b{_DEFINED}\b[^?]*\b{_MOVED}\b|\b{_MOVED}\b[^?]*\b{_DEFINED}\b",
    re.IGNORECASE,
)
"""What asks whether they were not."""


_WHICH_WAY = regex(r"\b(?:broaden|widen|narrow|tighten|loosen|relax|stretch)\w*\b", re.IGNORECASE)
"""What asks for more than whether a thing was defined anew: to which side, which no link of a record tells."""


def counted_alike(query: Query, scales: Scales, composer: Composer) -> Answer | None:
    """Whether the two numbers that QUERY names, or the counts of what it names, are by one definition.

    None where it asks no such thing, or the record makes the two neither one count nor two.
    """
    asked = query.resolved or query.text
    alike = _ALIKE.search(asked) is not None
    if query.ask is not Ask.YES_NO or not (alike or _APART.search(asked)):
        return None
    if (later := _defined_anew(query, scales)) is not None:
        answer = composer.figure(Found(figure=later))
        said = f"what is counted was defined anew{' between them' if query.numbers else ''}."
        if _WHICH_WAY.search(asked):
            return replace(answer, text=f"{said.capitalize()} {answer.text}")
        word = "No" if alike else "Yes"
        return replace(answer, text=f"{word}: {said} {answer.text}", headline=word)
    if (last := _counted_again(query, scales)) is not None:
        answer = composer.figure(Found(figure=last))
        word = "Yes" if alike else "No"
        return replace(answer, text=f"{word}: the later is a later count of the same. {answer.text}", headline=word)
    return None


def _defined_anew(query: Query, scales: Scales) -> Figure | None:
    """The later of two figures between which what is counted was defined anew; None where it was not."""
    for first in _asked_about(query, scales):
        told = scales.view.redefined(first)
        later = [f for f in told[told.index(first) + 1 :] if f.value not in (None, first.value)]
        if query.numbers:
            later = [f for f in later if f.value in query.numbers]
        elif query.wanted.times:
            later = [f for f in later if _of_the_time(query.wanted, f)]
        if later:
            return later[-1]
    return None


def _counted_again(query: Query, scales: Scales) -> Figure | None:
    """The later of two numbers that are named of which the record gives it in place of the earlier."""
    for first in _asked_about(query, scales) if query.numbers else ():
        chain = [f for f in scales.view.chain(first) if f.value != first.value and told_on(f) > told_on(first)]
        if later := [f for f in chain if f.value in query.numbers]:
            return later[-1]
    return None


def _asked_about(query: Query, scales: Scales) -> list[Figure]:
    """The figures of the numbers that QUERY names, or else those that count what it names, the first said first."""
    if query.numbers:
        held = [f for f in scales.view.figures.values() if f.value in query.numbers]
    else:
        focus, rest = (_things(terms) for terms in (query.wanted.focus, query.wanted.rest))
        wanted = replace(query.wanted, focus=focus, rest=rest, times=())
        asked = {s.id for s in wanted.telling}
        held = [f.figure for f in scales.fits(wanted) if f.complete and _named_by(asked, f.figure)]
    return [f for f in scales.view.figures.values() if f in held]


def _named_by(asked: set[str], figure: Figure) -> bool:
    """Whether all that sets those whom FIGURE counts apart from the rest of their sort is among what is ASKED about."""
    lex = lexicon()
    own = {i for i in lex.ids(figure.measure) - lex.ids(figure.counted) if not lex.general(i)}
    return bool(own) and own <= asked


def _things(terms: Sequence[Sense]) -> tuple[Sense, ...]:
    """What is counted, without the words that ask of its definition."""
    return tuple(s for s in terms if not _OF_DEFINING.fullmatch(s.words))


_OF_DEFINING = regex(rf"{_NOUN}|same|different|{_MOVED}|count\w*|ways?", re.IGNORECASE)


def _of_the_time(wanted: Wanted, figure: Figure) -> bool:
    """Whether FIGURE was counted at every time that is asked about, or within it."""
    return all(
        _within(m, figure) or timing(anchored(m, figure.said_on), figure, ()) is not Timing.MISMATCH
        for m in wanted.times
    )


def _within(asked: PeriodMention, figure: Figure) -> bool:
    start, end, day = asked.period.start, asked.period.end, figure.as_at.last if figure.as_at else figure.said_on
    if asked.relation not in ("between", "from") or start is None or end is None or day is None:
        return False
    return start <= day <= end
