"""What is made of the reader's pointing: a figure, a working or a sentence, where it is sure and the rules allow it.

The rules hold a question against a record word by word, near-synonyms and all. A question in quite other words finds
nothing so, though a person who read the passage would point at the figure at once. The reader points; the rules keep
their say: every place, nationality, offence, date, unit, limit and whole that is asked about must still be borne out,
and only words for what was done or what is counted may be matched by their meaning. The answer says so.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer
from bot.belonging import kind_asked
from bot.changes import moved
from bot.choosing import Found
from bot.closely import Closely, Read
from bot.compose import Composer
from bot.doers import office_asked
from bot.forms import Ask
from bot.heard import Line
from bot.hoped import deed_unnamed
from bot.left_open import Like
from bot.moved_pairs import moved_pair
from bot.nearest_line import closest_line, near_enough
from bot.of_the_deed import deed_told
from bot.of_whoever import whoever_asked
from bot.pointed import another_is_meant, closest_figure
from bot.query import Query, within
from bot.scales import Scales
from bot.shown import said, sentence
from bot.taken_back import withdrawn
from bot.to_be_done import to_do_asked, who_is_asked
from bot.which_matter import on_an_undertaking
from bot.word_used import word_asked
from corpus.extract.numbers import quantities
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["pick_figure", "read_closely"]

WORTH_SHOWING = 0.0
"""The least log-odds at which a figure is shown as the nearest there is."""


SURE_DAY = 6.5
"""The least log-odds at which a day is that of what is asked about, though the rules bear out little of it."""


def read_closely(
    query: Query,
    scales: Scales,
    composer: Composer,
    lines: Sequence[Line],
    closely: Closely,
    like: Like,
    missed: Answer,
) -> Answer:
    """The answer where the rules MISSED one and the reader is sure of it; else MISSED, with what the reader is nearest.

    COMPOSER must be a fresh one: what it notes down is cited.
    """
    if query.ask is Ask.CHANGE:
        return _how_far(query, scales, composer, lines, closely, like) or missed
    if _never_read(query, scales):
        return missed
    if query.ask is Ask.SHARE and query.other is not None:
        query = replace(query, wanted=within(query.wanted, query.other))  # a share of men is none of women
    near = _worth_reading(query, scales, lines)
    fits = scales.fits(query.wanted) if query.ask in (*_IN_NUMBERS, Ask.WHAT) else []
    places = [(x.source.id, x.span) for x in near] + [(f.figure.source_id, f.figure.span) for f in fits]
    read = closely.read(query, lines, composer.text_of, places)
    if query.ask in _IN_WORDS:
        heard = closest_line(query, _of_that_day(query, scales, near, read), read)
        if heard is not None:
            return _by_meaning(_with_figure(query, composer.heard([heard]), heard.line.span, scales, composer, read))
        if query.ask is not Ask.WHAT:
            return missed
    held = [(read.odds(f.figure.source_id, f.figure.span), f) for f in fits]
    held = sorted((h for h in held if h[0] > -math.inf), key=lambda h: (-h[0], h[1].figure.id))
    found = closest_figure(query, held, like, composer.text_of)
    if found is not None and (back := withdrawn(found.figure, query.text, lines)) is not None:
        return composer.taken_back(back)
    if found is not None and not another_is_meant(query, found, fits):
        composer.readings.append(_in_other_words(found.missing))
        return _by_meaning(composer.figure(Found(figure=found.figure, fit=found)))
    return replace(
        missed,
        nearest=composer.standing.nearest(tuple(f for odds, f in held[:3] if odds > WORTH_SHOWING)) or missed.nearest,
    )


def _never_read(query: Query, scales: Scales) -> bool:
    """Whether nothing is pointed at: who holds an office is told by who is said to, and by nothing that is like it."""
    if query.ask not in (*_IN_NUMBERS, *_IN_WORDS) or office_asked(query.resolved or query.text) or kind_asked(query):
        return True
    if _BUDGET.search(query.resolved or query.text):  # how far it was kept to is worked out
        return True
    if on_an_undertaking(query):  # of which of several is told by their names
        return True
    if to_do_asked(query) or who_is_asked(query) or whoever_asked(query) or deed_unnamed(query):
        return True
    if word_asked(query):  # who used a word is told by the word, and by nothing that means the same
        return True
    return query.ask is Ask.SAID and scales.sparing and not lexicon().ids(query.about)  # of many matters, none


def _how_far(
    query: Query, scales: Scales, composer: Composer, lines: Sequence[Line], closely: Closely, like: Like
) -> Answer | None:
    """How far something moved between two levels that the record pairs; None where the reader is sure of no pair."""
    pair = moved_pair(query, scales, lines, closely, like, composer.text_of, closest_figure)
    if pair is None:
        return None
    first, last, found = pair
    composer.readings.append(_in_other_words(found.missing))
    return _by_meaning(moved(query, first, last, composer))


def _worth_reading(query: Query, scales: Scales, lines: Sequence[Line]) -> Sequence[Line]:
    """The sentences that may answer QUERY in words; of a large record, and of what is to come, those alone that the
    rules bear out."""
    if query.ask not in _IN_WORDS:
        return ()
    to_come = query.ask is Ask.WHO and _WHO_WILL.match(query.text) is not None
    return [x for x in lines if near_enough(query, x)] if scales.sparing or to_come else lines


def _of_that_day(query: Query, scales: Scales, near: Sequence[Line], read: Read) -> Sequence[Line]:
    """Those NEAR that may tell when it was: the day of one opening is no other's, however much alike they are told.

    When and where somebody did a thing is told only where it is told that they did it.
    """
    if query.ask in (Ask.WHEN, Ask.WHERE):
        near = [x for x in near if deed_told(query, x)]
    if query.numbers and query.ask in (Ask.WHO, Ask.WHEN, Ask.WHERE):
        near = [x for x in near if set(query.numbers) & {q.value for q in quantities(x.text)}]
    if query.ask is not Ask.WHEN or scales.sparing:
        return near
    return [x for x in near if near_enough(query, x) or read.odds(x.source.id, x.span) >= SURE_DAY]


def pick_figure(
    query: Query, scales: Scales, composer: Composer, lines: Sequence[Line], closely: Closely, answer: Answer
) -> Answer:
    """ANSWER in the words of one sentence, with the figure of that sentence where it is the figure that answers.

    "What did the trust take from parking?" is asked in no form of a figure's, and yet a figure answers it.
    """
    if query.ask is not Ask.WHAT or answer.figures or len(answer.citations) != 1:
        return answer
    cited = answer.citations[0]
    span = Span(cited.start, cited.end)
    here = [line for line in lines if line.source.id == cited.source_id and line.span.within(span)]
    read = closely.read(query, here, composer.text_of, [(cited.source_id, span)])
    return _with_figure(query, answer, span, scales, composer, read)


def _with_figure(query: Query, answer: Answer, at: Span, scales: Scales, composer: Composer, read: Read) -> Answer:
    """ANSWER with the figure at which the reader believes the answer to begin, if there is one AT its sentence."""
    source = answer.citations[0].source_id
    sure = read.odds(source, at)
    if query.ask not in (Ask.WHAT, Ask.SAID) or sure < WORTH_SHOWING:
        return answer
    told = [f for f in scales.view.figures.values() if f.source_id == source and f.span.within(at)]
    found = next((f for f in told if f.value is not None and read.odds(source, f.span) == sure), None)
    if found is None or not all(scales.fits(query.wanted, [found])[0].times):
        return answer
    words = found.span.of(composer.text_of(source))
    return replace(
        answer,
        text=f"{sentence(words)} {answer.text}",
        headline=words,
        figures=(said(found, answer.citations[0].n),),
    )


def _by_meaning(answer: Answer) -> Answer:
    return replace(answer, caveats=(*answer.caveats, BY_MEANING))


BY_MEANING = "Found by its meaning, in other words than the question's: read the passage before it is used."


def _in_other_words(missing: Sequence[str]) -> str:
    return f"Taken as said there in other words: {', '.join(f'“{m}”' for m in missing)}." if missing else ""


_BUDGET = regex(r"\b(?:under|over|above|below|within|outside)[ -](?:the |its |their )?budget\b", re.IGNORECASE)
_WHO_WILL = regex(r"\W*who(?:se|m)?\s+(?:will|is going to)\b", re.IGNORECASE)
_IN_NUMBERS = (Ask.FIGURE, Ask.SHARE, Ask.AVERAGE)
_IN_WORDS = (Ask.WHO, Ask.WHEN, Ask.WHY, Ask.WHERE, Ask.SAID, Ask.WHAT, Ask.PERIOD)
