"""What is made of the reader's pointing: a figure, a working or a sentence, where it is sure and the rules allow it.

The rules hold a question against a record word by word, near-synonyms and all. A question in quite other words finds
nothing so, though a person who read the passage would point at the figure at once. The reader points; the rules keep
their say: every place, nationality, offence, date, unit, limit and whole that is asked about must still be borne out,
and only words for what was done or what is counted may be matched by their meaning. The answer says so.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer
from bot.bearing import NAMED
from bot.choosing import Found
from bot.closely import Closely, Read
from bot.compose import Composer
from bot.forms import Ask
from bot.heard import Heard, Line, bears, dated, ids_of
from bot.left_open import Like
from bot.match import Fit
from bot.query import Query
from bot.scales import Scales
from corpus.extract.dates import dates
from corpus.lexicon.grammar import any_of
from corpus.lexicon.terms import lexicon

__all__ = ["closest_figure", "closest_line", "read_closely"]

WORTH_SHOWING = 0.0
"""The least log-odds at which a figure is shown as the nearest there is."""


SURE_FIGURE, APART = 3.0, 1.0
"""The least log-odds at which a figure that the reader points at is given, and how far it must be before another."""
ALIKE = 0.65
"""The least cosine at which what a figure counts is taken for what is asked for: no two trades or vehicles reach it."""
SURE_LINE = 2.0
"""The least log-odds at which a sentence is."""


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
    if query.ask is not Ask.FIGURE and query.ask not in _IN_WORDS:
        return missed
    read = closely.read(query, lines, composer.text_of)
    if query.ask in _IN_WORDS:
        heard = closest_line(query, lines, read)
        return missed if heard is None else _by_meaning(composer.heard([heard]))
    held = [(read.odds(f.figure.source_id, f.figure.span), f) for f in scales.fits(query.wanted)]
    held = sorted((h for h in held if h[0] > WORTH_SHOWING), key=lambda h: (-h[0], h[1].figure.id))
    found = closest_figure(query, held, like)
    if found is not None:
        composer.readings.append(_in_other_words(found.missing))
        return _by_meaning(composer.figure(Found(figure=found.figure, fit=found)))
    return replace(missed, nearest=composer.standing.nearest(tuple(f for _, f in held[:3])) or missed.nearest)


def _by_meaning(answer: Answer) -> Answer:
    return replace(answer, caveats=(*answer.caveats, BY_MEANING))


BY_MEANING = "Found by its meaning, in other words than the question's: read the passage before it is used."


def _in_other_words(missing: Sequence[str]) -> str:
    return f"Taken as said there in other words: {', '.join(f'“{m}”' for m in missing)}." if missing else ""


def closest_figure(query: Query, held: Sequence[tuple[float, Fit]], like: Like) -> Fit | None:
    """Of figures HELD with their odds, the best first, the first that the rules allow, where it is sure enough.

    It must be so much surer than any figure of another value as well, and count what is asked for or what is LIKE it.
    """
    best = next(((odds, f) for odds, f in held if f.figure.value is not None and _may(query, f)), None)
    if best is None or best[0] < SURE_FIGURE or not _counts_that(query, best[1], like):
        return None
    others = [odds for odds, f in held if f.figure.value != best[1].figure.value]
    return best[1] if best[0] - max(others, default=0.0) >= APART else None


def _counts_that(query: Query, found: Fit, like: Like) -> bool:
    """Whether FOUND counts what is asked for, or what is alike: "babies" for newborns, never "clerks" for surgeons."""
    heads = [s.words for s in query.wanted.focus if s.words in found.missing]
    return not heads or like(" ".join(heads), [found.figure.counted])[0] >= ALIKE


def _may(query: Query, found: Fit) -> bool:
    """Whether all that FOUND lacks may be borne out by meaning: no name, time, unit, limit or whole may be."""
    kinds = {s.words: lexicon().kind(s.id) for s in query.wanted.terms}
    soft = all(m in kinds and kinds[m] not in NAMED and not m[:1].isupper() for m in found.missing)
    return soft and all(found.times) and found.direct > 0


def closest_line(query: Query, lines: Sequence[Line], read: Read) -> Heard | None:
    """The sentence that READ points at most surely, if it is sure enough and names whatever must be named."""
    held = [(read.odds(line.source.id, line.span), line) for line in lines]
    odds, line = max(held, key=lambda h: (h[0], -h[1].span.start), default=(-math.inf, None))
    if line is None or odds < SURE_LINE:
        return None
    told = ids_of(f"{line.text} {line.before} {line.speaker}")
    if not lexicon().ids(query.who) <= told or not _of_its_form(query, line):
        return None
    here = told | ids_of(line.setting)
    strict = [s for s in query.wanted.terms if lexicon().kind(s.id) in NAMED or s.words[:1].isupper()]
    timely = all(dated(m.period.words, line) for m in query.wanted.times)
    return Heard(line, odds, ()) if timely and all(bears(s, here) for s in strict) else None


def _of_its_form(query: Query, line: Line) -> bool:
    """Whether LINE gives a reason where one is asked for, or a time, of something that is asked about."""
    if query.ask is Ask.WHY:
        return any_of("causes").search(line.text) is not None
    if query.ask is Ask.WHEN:
        telling = [s for s in query.wanted.terms if not lexicon().general(s.id)]
        named = any(bears(s, ids_of(line.text)) for s in telling)
        return named and bool(dates(line.text, line.source.published))
    return True


_IN_WORDS = (Ask.WHO, Ask.WHEN, Ask.WHY, Ask.WHERE, Ask.SAID, Ask.WHAT, Ask.PERIOD)
