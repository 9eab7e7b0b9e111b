"""Whether something is so, where figures tell it: a number that is claimed, all of them, or a count nobody knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer
from bot.choosing import chosen
from bot.compose import Composer
from bot.evidence import Found, Scales, settle
from bot.heard import Heard, Line
from bot.of_all import exceptions
from bot.plans import will_asked
from bot.query import Query
from bot.said_number import said_number
from bot.share_claims import share_claimed
from corpus.extract.numbers import quantities
from corpus.lexicon.speech import sign
from corpus.records import Figure, Qualifier

__all__ = ["whether"]


def whether(query: Query, heard: Sequence[Heard], scales: Scales, composer: Composer) -> Answer | None:
    """The answer that figures give to whether something is so; None where it is for what was HEARD to say."""
    if (given := said_number(query, scales, composer)) is not None:
        return given
    named = heard[0].name if heard else ""
    if heard and (unknown := _not_known_in(heard[0].line, scales)) is not None:
        return composer.figure(Found(figure=unknown))
    if not named and (left := exceptions(query, scales)) is not None:
        answer = composer.figure(left)
        return replace(answer, text=f"No. {answer.text}", headline="No")
    # What somebody makes of it is no proof that it was so then; of no day asked about, it is of the day of their word.
    by_word = not named or ("according to" in named and bool(query.wanted.times))
    if by_word and (share := share_claimed(query, scales, composer)) is not None:
        return share
    return None if named.startswith("No") else _claim(query, scales, composer)


def _not_known_in(line: Line, scales: Scales) -> Figure | None:
    """The figure of LINE that is not known, where it gives no other: it leaves open whether there were any."""
    here = [f for f in scales.view.figures.values() if f.source_id == line.source.id and f.span.within(line.span)]
    return here[0] if here and all(f.qualifier is Qualifier.NOT_KNOWN for f in here) else None


def _claim(query: Query, scales: Scales, composer: Composer) -> Answer | None:
    """ "Were 5,000 prisoners released?": the record's figure beside the claimed one."""
    if not set(query.numbers) - {query.wanted.whole} or will_asked(query.resolved or query.text):
        return None
    fits = scales.fits(query.wanted)
    best = next((f for f in fits if f.complete), None)
    as_good = (f for f in fits if best is not None and f.direct >= best.direct and len(f.loose) <= len(best.loose))
    borne = next((f for f in as_good if f.complete and f.direct and f.figure.value in query.numbers), None)
    then = next((f for f in fits if not f.missing and f.direct and f.figure.value in query.numbers), None)
    if borne is None and then is not None and query.times and not all(then.times):
        answer = composer.figure(Found(figure=then.figure, fit=then))
        return replace(answer, text=f"The record gives that number for another time: {answer.text}")
    found = chosen(query.wanted, borne, fits, scales.view) if borne is not None else settle(query.wanted, scales)
    if found.figure is None or found.figure.value is None:
        return None
    if sign("unfounded").search(scales.sentence_of(found.figure)):
        return None
    bound = _bound(query, found.figure)
    same = found.figure.value in query.numbers
    answer = composer.figure(found)
    lead = bound or ("The record agrees: " if same else "The record gives another figure: ")
    return replace(answer, text=lead + answer.text)


_OVER = frozenset({Qualifier.MORE_THAN, Qualifier.AT_LEAST})
_UNDER = frozenset({Qualifier.FEWER_THAN, Qualifier.AT_MOST})


def _bound(query: Query, figure: Figure) -> str:
    """Whether an exact FIGURE lies on the side of a number that is claimed ("over 100"); "" where none is claimed."""
    asked = query.resolved or query.text
    limits = [q for q in quantities(asked) if q.value is not None and q.qualifier in _OVER | _UNDER]
    if len(limits) != 1 or limits[0].value is None or figure.value is None or figure.qualifier is not Qualifier.EXACTLY:
        return ""
    limit, way = limits[0].value, limits[0].qualifier
    so = figure.value > limit if way in _OVER else figure.value < limit
    so = so or (figure.value == limit and way in (Qualifier.AT_LEAST, Qualifier.AT_MOST))
    return "Yes: " if so else "No: "
