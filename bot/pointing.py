"""What is made of the reader's pointing: a figure, a working or a sentence, where it is sure and the rules allow it.

The rules hold a question against a record word by word, near-synonyms and all. A question in quite other words finds
nothing so, though a person who read the passage would point at the figure at once. The reader points; the rules keep
their say: every place, nationality, offence, date, unit, limit and whole that is asked about must still be borne out,
and only words for what was done or what is counted may be matched by their meaning. The answer says so.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.answer import Answer
from bot.bearing import NAMED
from bot.belonging import kind_asked
from bot.changes import moved
from bot.choosing import Found
from bot.clauses import own_clause
from bot.closely import Closely, Read
from bot.compose import Composer
from bot.doers import office_asked
from bot.forms import Ask
from bot.heard import Line
from bot.hoped import deed_unnamed
from bot.left_open import Like
from bot.match import Fit
from bot.moved_pairs import moved_pair
from bot.nearest_line import closest_line, near_enough
from bot.of_the_deed import deed_told
from bot.of_whoever import whoever_asked
from bot.prefixes import turned_by_prefix
from bot.query import Query, within
from bot.scales import Scales
from bot.shown import said, sentence
from bot.sureness import surest
from bot.taken_back import withdrawn
from bot.to_be_done import to_do_asked, who_is_asked
from bot.units import unit_class
from bot.which_matter import on_an_undertaking
from bot.word_used import word_asked
from corpus.extract.numbers import quantities
from corpus.extract.sense import DENIED, Sense, agree, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["closest_figure", "pick_figure", "read_closely"]

WORTH_SHOWING = 0.0
"""The least log-odds at which a figure is shown as the nearest there is."""


SURE_DEED = 1.0
"""The least sureness (``bot.sureness``) at which a figure told of another deed is given: suspended is not sacked."""
SURE_DAY = 6.5
"""The least log-odds at which a day is that of what is asked about, though the rules bear out little of it."""
ALIKE_TRADES = 0.65
"""The least cosine at which one trade is taken for another: no two of them reach it."""


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
    if found is not None and not _another_is_meant(query, found, fits):
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


def closest_figure(
    query: Query, held: Sequence[tuple[float, Fit]], like: Like, text_of: Callable[[str], str]
) -> Fit | None:
    """Of figures HELD with their odds, the best first, the likeliest, where it is sure and the rules allow it."""
    question = query.resolved or query.text
    best = surest(question, held, like, text_of)
    if best is None or not best.sure or not _may(query, best.fit):
        return None
    if best.sureness < SURE_DEED and _another_deed(query, question, best.fit):
        return None
    if _another_doer(query, best.fit) or _another_sort(query, best.fit, like, text_of):
        return None
    return best.fit


def _another_deed(query: Query, question: str, found: Fit) -> bool:
    """Whether a deed is asked about that FOUND lacks, and it is told of one that is no near word of any asked about."""
    lex = lexicon()
    if not any(lex.kind(s.id) == "action" and s.words in found.missing for s in query.wanted.terms):
        return False
    told = {i for i in lex.ids(found.figure.measure) if lex.kind(i) == "action"}
    asked = {i for i in lex.ids(question) if lex.kind(i) == "action"}
    return bool(told) and told.isdisjoint(asked.union(*(lex.relatives(i) for i in asked)))


def _may(query: Query, found: Fit) -> bool:
    """Whether all that FOUND lacks may be borne out by meaning: no name, time, unit, limit or whole may be."""
    kinds = {s.words: lexicon().kind(s.id) for s in query.wanted.terms if not lexicon().general(s.id)}
    soft = all(m in kinds and kinds[m] not in NAMED and not m[:1].isupper() for m in found.missing)
    share = query.ask is not Ask.SHARE or found.figure.unit == "%"
    average = query.ask is not Ask.AVERAGE or _AVERAGE.search(found.figure.measure) is not None
    return soft and share and average and all(found.times)


def _another_doer(query: Query, found: Fit) -> bool:
    """Whether a body that is asked about is not borne out, and FOUND names somebody else: what *developers* paid, no
    council did."""
    lex = lexicon()
    if not any(s.kind == "body" and s.words in found.missing for s in query.wanted.terms):
        return False
    told = {i for i in lex.ids(found.figure.measure) if lex.kind(i) in ("body", "role", "person")}
    return any(not lex.general(i) and i not in {s.id for s in query.wanted.terms} for i in told)


def _another_sort(query: Query, found: Fit, like: Like, text_of: Callable[[str], str]) -> bool:
    """Whether another sort is counted than is asked for: clerks for surgeons, or what another clause is told of."""
    named = query.wanted.terms if query.ask is Ask.SHARE else query.wanted.focus
    trades = [s.words for s in named if s.words in found.missing and lexicon().kind(s.id) == "role"]
    if any(like(trade, [found.figure.counted])[0] < ALIKE_TRADES for trade in trades):
        return True
    said = found.figure.context.of(text_of(found.figure.source_id))
    own = lexicon().ids(f"{found.figure.counted}. {found.figure.measure}")
    missing = [s for s in query.wanted.terms if s.words in found.missing]
    if any(_only_otherwise(s, said) for s in missing):
        return True
    if any(s.mark == DENIED or lexicon().opposite(s.id, i) for s in missing for i in own):
        return True
    if any(turned_by_prefix(s, own) for s in missing):
        return True
    if _asked_otherwise(query, found, text_of):
        return True
    elsewhere = lexicon().ids(said) - lexicon().ids(own_clause(found.figure, said))
    if any(s.id in elsewhere for s in query.wanted.terms if s.words in found.missing):
        return True
    whole = f"{_taken_up(found, text_of)} {said}"
    told = lexicon().ids(whole)
    untold = {*found.missing, *(s.words for s in query.wanted.terms if s.id not in told)}
    return any(_of_another(m, query.resolved or query.text, whole) for m in untold)


def _asked_otherwise(query: Query, found: Fit, text_of: Callable[[str], str]) -> bool:
    """Whether FOUND answers a question of the record's own that denies what is asked ("how many *cannot* get it?")."""
    text, start = text_of(found.figure.source_id), found.figure.context.start
    before = text[max(0, start - _QUESTION) : start].rstrip()
    if not before.endswith("?"):
        return False
    put = senses(re.split(r"[.?!:]\s", before)[-1])
    return any(s.id == p.id and p.mark == DENIED != s.mark for s in query.wanted.terms for p in put)


_QUESTION = 200
"""So many characters before an answer may the question stand that it answers."""


def _taken_up(found: Fit, text_of: Callable[[str], str]) -> str:
    """What stands before FOUND's sentence in its paragraph, where it takes a thing up from there ("it had")."""
    context = found.figure.context
    text = text_of(found.figure.source_id)
    if _IT.search(text[context.start : found.figure.span.start]) is None:
        return ""
    return text[max(text.rfind("\n", 0, context.start), 0) : context.start]


_IT = regex(r"\b(?:it|they|this|that)\b", re.IGNORECASE)


def _only_otherwise(asked: Sense, said: str) -> bool:
    """Whether SAID names what is ASKED, or what is akin, only to weigh or deny it ("*considered* for deportation")."""
    akin, here = lexicon().relatives(asked.id), senses(said)
    own = [s for s in here if s.id == asked.id]
    if any(s.mark != DENIED and _A_THING.search(said[: s.start]) for s in own):
        return False  # requests for *a permit* are of permits, though none of them was a permit yet
    marks = [s.mark for s in own] or [s.mark for s in here if s.id in akin]
    return bool(marks) and not any(agree(asked.mark, mark) for mark in marks)


_A_THING = regex(r"\b(?:an?|the|their|his|her|its)\s+$", re.IGNORECASE)


def _another_is_meant(query: Query, found: Fit, fits: Sequence[Fit]) -> bool:
    """Whether the record counts what is asked for elsewhere, or tells FOUND as one of several that make it up."""
    return _told_of_others(query, found, fits) or _counted_itself(query, found, fits) or _of_several(query, found, fits)


def _of_several(query: Query, found: Fit, fits: Sequence[Fit]) -> bool:
    """Whether all there are is asked for, and FOUND is one of several numbers of the same thing."""
    if _IN_ALL.search(query.resolved or query.text) is None:
        return False
    head = lexicon().ids(found.figure.counted)
    others = [f.figure for f in fits if f.figure.value != found.figure.value and f.depth == found.depth]
    return bool(head) and any(head & lexicon().ids(f.counted) for f in others)


def _told_of_others(query: Query, found: Fit, fits: Sequence[Fit]) -> bool:
    """Whether all that FOUND lacks is what another figure was counted for, in these very words.

    Where a record has its own count of what "a judge advised", it does not tell of it in other words beside.
    """
    lacking = {s.id for s in query.wanted.terms if s.words in found.missing and not lexicon().general(s.id)}
    own = [f.figure for f in fits if f.figure.value not in (found.figure.value, 1)]
    heads = lacking & {s.id for s in query.wanted.focus[-1:]}
    if heads and _OWN_NOUN.match(found.figure.counted) and any(heads & lexicon().ids(f.counted) for f in own):
        return True  # it counts lifeboats as such elsewhere, so that ferries are none
    return len(lacking) > 1 and any(lacking <= lexicon().ids(f"{f.counted}. {f.measure}") for f in own)


def _counted_itself(query: Query, found: Fit, fits: Sequence[Fit]) -> bool:
    """Whether FOUND counts another thing than is asked for, where its record counts that very thing as well.

    Where a record counts the ferries, they are not the vessels that it counts beside them in other words.
    """
    if unit_class(found.figure.unit) == "money":
        return False  # who paid it is counted besides
    lex = lexicon()
    heads = [s for s in query.wanted.focus[-1:] if s.words in found.missing]
    named = {s.id for s in heads} | {i for s in heads for i in lex.relatives(s.id)}
    same = (f.figure for f in fits if f.figure.source_id == found.figure.source_id and not f.figure.note)
    return any(named & lex.ids(f.counted) for f in same)


_OWN_NOUN = regex(r"(?!(?:the|this|that|it|its|they|them|these|those|he|she|we)\b)\w", re.IGNORECASE)
"""What a number counts by a noun right after it, and not by what its sentence is of."""


def _of_another(missing: str, question: str, said: str) -> bool:
    """Whether the word that MISSING stands before in QUESTION has another telling word before it in what is SAID."""
    after = re.search(rf"\b{re.escape(missing)}\s+([a-z]{{4,}})\b", question, re.IGNORECASE)
    if after is None or not lexicon().ids(after[1]):
        return False
    before = re.search(rf"\b([a-z]{{4,}})\s+{re.escape(after[1])}\b", said, re.IGNORECASE)
    known = lexicon().ids(question)
    return before is not None and bool(ids := lexicon().ids(before[1])) and ids.isdisjoint(known)


_BUDGET = regex(r"\b(?:under|over|above|below|within|outside)[ -](?:the |its |their )?budget\b", re.IGNORECASE)
_IN_ALL = regex(r"\b(?:in all|in total|altogether|all told|all together|in sum|overall)\W*$", re.IGNORECASE)
_WHO_WILL = regex(r"\W*who(?:se|m)?\s+(?:will|is going to)\b", re.IGNORECASE)
_IN_NUMBERS = (Ask.FIGURE, Ask.SHARE, Ask.AVERAGE)
_AVERAGE = regex(r"\b(?:average|averaged|mean|median|typical(?:ly)?)\b", re.IGNORECASE)
_IN_WORDS = (Ask.WHO, Ask.WHEN, Ask.WHY, Ask.WHERE, Ask.SAID, Ask.WHAT, Ask.PERIOD)
