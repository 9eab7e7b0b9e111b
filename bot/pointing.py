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
from bot.choosing import Found
from bot.clauses import own_clause
from bot.closely import Closely, Read
from bot.compose import Composer
from bot.doers import office_asked
from bot.explained import cause_in, never_done
from bot.extremes import of_that_end
from bot.forms import Ask
from bot.heard import Heard, Line, bears, dated, ids_of
from bot.left_open import Like
from bot.match import Fit
from bot.query import Query
from bot.said_so import in_those_words, only_attributive
from bot.scales import Scales
from bot.shown import said, sentence
from bot.voices import is_speaker, told_of
from corpus.extract.dates import dates
from corpus.extract.names import names, surname
from corpus.extract.numbers import quantities
from corpus.extract.sense import DENIED, Sense, agree, senses
from corpus.lexicon.speech import listed
from corpus.lexicon.terms import lexicon
from corpus.records import Span

__all__ = ["closest_figure", "closest_line", "pick_figure", "read_closely"]

WORTH_SHOWING = 0.0
"""The least log-odds at which a figure is shown as the nearest there is."""


SURE_ODDS, SURE_FIGURE = 3.0, 0.5
"""The least log-odds, and the least sureness (see ``sureness``), at which a figure that it points at is given."""
ODDS, APART, ALIKE, LACKING, EVEN = 0.18, 0.3, 2.2, -1.0, -1.16
"""Weights of a logistic regression over passages that the reader had not seen (docs/reader.md)."""
MOST_APART = 4.0
"""Further apart from every other value than this tells no more."""
ALIKE_TRADES = 0.65
"""The least cosine at which one trade is taken for another: no two of them reach it."""
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
    if query.ask not in _IN_NUMBERS and query.ask not in _IN_WORDS:
        return missed
    if office_asked(query.resolved or query.text) or kind_asked(query):
        return missed  # who holds an office is told by who is said to, and by nothing that is like it
    if query.ask is Ask.SAID and scales.sparing and not lexicon().ids(query.about):
        return missed  # of many matters, none is asked about
    near: Sequence[Line] = ()
    if query.ask in _IN_WORDS:
        to_come = query.ask is Ask.WHO and _WHO_WILL.match(query.text) is not None
        apart = scales.sparing or to_come or query.ask is Ask.WHEN
        near = [x for x in lines if _near(query, x)] if apart else lines
    fits = scales.fits(query.wanted) if query.ask in (*_IN_NUMBERS, Ask.WHAT) else []
    places = [(x.source.id, x.span) for x in near] + [(f.figure.source_id, f.figure.span) for f in fits]
    read = closely.read(query, lines, composer.text_of, places)
    if query.ask in _IN_WORDS:
        heard = closest_line(query, near, read)
        if heard is not None:
            return _by_meaning(_with_figure(query, composer.heard([heard]), heard.line.span, scales, composer, read))
        if query.ask is not Ask.WHAT:
            return missed
    held = [(read.odds(f.figure.source_id, f.figure.span), f) for f in fits]
    held = sorted((h for h in held if h[0] > -math.inf), key=lambda h: (-h[0], h[1].figure.id))
    found = closest_figure(query, held, like, composer.text_of)
    if found is not None and not _told_of_others(query, found, fits):
        composer.readings.append(_in_other_words(found.missing))
        return _by_meaning(composer.figure(Found(figure=found.figure, fit=found)))
    return replace(
        missed,
        nearest=composer.standing.nearest(tuple(f for odds, f in held[:3] if odds > WORTH_SHOWING)) or missed.nearest,
    )


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
    """Of figures HELD with their odds, the best first, the first that the rules allow, where it is sure enough."""
    allowed = ((odds, f) for odds, f in held if f.figure.value is not None and _may(query, f))
    best = next((h for h in allowed if not _another_sort(query, h[1], like, text_of)), None)
    if best is None or best[0] < SURE_ODDS:
        return None
    others = [odds for odds, f in held if f.figure.value != best[1].figure.value]
    apart = min(best[0] - max(others, default=-math.inf), MOST_APART)
    return best[1] if sureness(query, best[1], best[0], apart, like) >= SURE_FIGURE else None


def sureness(query: Query, found: Fit, odds: float, apart: float, like: Like) -> float:
    """The log-odds that FOUND is what was asked for.

    From the reader's own ODDS and how far they are APART from those of any other value, from how alike in meaning the
    question and the figure's words are, and from the part of the question's terms that no rule bears out.
    """
    words = f"{found.figure.measure} {found.figure.counted}".strip()
    alike = like(query.resolved or query.text, [words])[0] if words else 0.0
    lacking = len(found.missing) / max(1, len(query.wanted.terms))
    return EVEN + ODDS * odds + APART * apart + ALIKE * alike + LACKING * lacking


def _may(query: Query, found: Fit) -> bool:
    """Whether all that FOUND lacks may be borne out by meaning: no name, time, unit, limit or whole may be."""
    kinds = {s.words: lexicon().kind(s.id) for s in query.wanted.terms}
    soft = all(m in kinds and kinds[m] not in NAMED and not m[:1].isupper() for m in found.missing)
    share = query.ask is not Ask.SHARE or found.figure.unit == "%"
    return soft and share and all(found.times)


def _another_sort(query: Query, found: Fit, like: Like, text_of: Callable[[str], str]) -> bool:
    """Whether another sort is counted than is asked for: clerks for surgeons, or what another clause is told of."""
    trades = [s.words for s in query.wanted.focus if s.words in found.missing and lexicon().kind(s.id) == "role"]
    if any(like(trade, [found.figure.counted])[0] < ALIKE_TRADES for trade in trades):
        return True
    said = found.figure.context.of(text_of(found.figure.source_id))
    own = lexicon().ids(f"{found.figure.counted}. {found.figure.measure}")
    missing = [s for s in query.wanted.terms if s.words in found.missing]
    if any(_only_otherwise(s, said) for s in missing):
        return True
    if any(s.mark == DENIED or lexicon().opposite(s.id, i) for s in missing for i in own):
        return True
    elsewhere = lexicon().ids(said) - lexicon().ids(own_clause(found.figure, said))
    if any(s.id in elsewhere for s in query.wanted.terms if s.words in found.missing):
        return True
    return any(_of_another(m, query.resolved or query.text, said) for m in found.missing)


def _only_otherwise(asked: Sense, said: str) -> bool:
    """Whether SAID names what is akin to what is ASKED only to weigh or to deny it ("*considered* for deportation")."""
    akin, here = lexicon().relatives(asked.id), senses(said)
    marks = [s.mark for s in here if s.id in akin]
    own = any(s.id == asked.id for s in here)
    return bool(marks) and not own and not any(agree(asked.mark, mark) for mark in marks)


def _told_of_others(query: Query, found: Fit, fits: Sequence[Fit]) -> bool:
    """Whether all that FOUND lacks is what another figure was counted for, in these very words.

    Where a record has its own count of what "a judge advised", it does not tell of it in other words beside.
    """
    lacking = {s.id for s in query.wanted.terms if s.words in found.missing and not lexicon().general(s.id)}
    own = (f.figure for f in fits if f.figure.value not in (found.figure.value, 1))
    return len(lacking) > 1 and any(lacking <= lexicon().ids(f"{f.counted}. {f.measure}") for f in own)


def _of_another(missing: str, question: str, said: str) -> bool:
    """Whether the word that MISSING stands before in QUESTION has another telling word before it in what is SAID."""
    after = re.search(rf"\b{re.escape(missing)}\s+([a-z]{{4,}})\b", question, re.IGNORECASE)
    if after is None or not lexicon().ids(after[1]):
        return False
    before = re.search(rf"\b([a-z]{{4,}})\s+{re.escape(after[1])}\b", said, re.IGNORECASE)
    known = lexicon().ids(question)
    return before is not None and bool(ids := lexicon().ids(before[1])) and ids.isdisjoint(known)


def _near(query: Query, line: Line) -> bool:
    """Whether LINE, of a large record, is of what is asked about: whoever spoke, and most of what is named.

    Of one matter, any sentence that the reader points at is on it; of many, the reader points at what is said alike.
    """
    if query.ask is Ask.SAID and not (line.statement is not None and is_speaker(query.who, line.statement)):
        return False
    telling = [s for s in query.wanted.terms if not lexicon().general(s.id)]
    here = ids_of(f"{line.text} {line.before} {line.setting} {line.speaker}")
    if query.ask is Ask.WHO:  # many have said much the like
        own = ids_of(f"{line.text} {line.speaker}")
        return all(bears(s, own) for s in told_of(query))
    borne = sum(bears(s, here) or bool(lexicon().relatives(s.id) & here) for s in telling)
    if query.ask is Ask.WHEN and len(telling) <= _FEW_TERMS:
        return borne == len(telling)  # the day of one opening is no other's, however much alike they are told
    return 3 * borne >= 2 * len(telling)


_WHO_WILL = re.compile(r"\W*who(?:se|m)?\s+(?:will|is going to)\b", re.IGNORECASE)
_FEW_TERMS = 3
"""Of so few terms each tells what the day is asked of."""


def closest_line(query: Query, lines: Sequence[Line], read: Read) -> Heard | None:
    """The sentence that READ points at most surely, if it is sure enough and names whatever must be named."""
    held = [(read.odds(line.source.id, line.span), line) for line in lines]
    odds, line = max(held, key=lambda h: (h[0], -h[1].span.start), default=(-math.inf, None))
    if line is None or odds < SURE_LINE:
        return None
    told = ids_of(f"{line.text} {line.before} {line.speaker}")
    if query.ask is Ask.WHO and not _on_the_deed(query, line) and any(_on_the_deed(query, x) for x in lines):
        return None
    if not lexicon().ids(query.who) <= told or not _of_its_form(query, line, read):
        return None
    here = told | ids_of(line.setting)
    strict = [s for s in query.wanted.terms if lexicon().kind(s.id) in NAMED or _named(s.words)]
    timely = all(
        dated(m.period.words, line) and not _of_other_days(query, m.period.words, line) for m in query.wanted.times
    )
    here = told if query.ask is Ask.WHO else here  # of whom a whole source is, many of its lines are not
    return Heard(line, odds, ()) if timely and all(bears(s, here) for s in strict) else None


def _named(words: str) -> bool:
    """Whether WORDS are a name, or an office by its own ("shadow *Chancellor*")."""
    return any(word[:1].isupper() for word in words.split())


def _of_what_is_asked(query: Query, line: Line) -> bool:
    """Whether LINE names some of what is asked about, and not only whom: they may have done much else."""
    terms = [s for s in query.wanted.terms if not lexicon().general(s.id)]
    telling = [s for s in terms if not _named(s.words)] or terms
    if query.ask is Ask.WHO and telling == terms:
        return True
    if query.numbers and set(query.numbers) <= {q.value for q in quantities(line.text)}:
        return True
    own = ids_of(line.text)
    here = own if query.ask is Ask.WHO or not any(bears(s, own) for s in terms) else own | ids_of(line.before)
    return any(bears(s, here) or lexicon().relatives(s.id) & here for s in telling)


def _of_other_days(query: Query, wording: str, line: Line) -> bool:
    """Whether LINE names its own time, which is not that which is asked about ("a bonus *last year*", of this year)."""
    if query.ask is not Ask.WHAT:
        return False
    asked = [d.when for d in dates(wording, line.source.published) if d.when]
    own = [d.when for d in dates(line.text, line.source.published) if d.when]
    return bool(asked and own) and not any(a.first <= o.last and o.first <= a.last for a in asked for o in own)


_SOMEWHERE = re.compile(r"\b(?:in|at|on|near|outside|inside|into|to) (?:the )?(?:[a-z]+ )?[A-Z]")
"""Words that tell a place by its name, or where a thing was said ("*on Radio* Kent")."""


def _in_the_question(query: Query, line: Line, read: Read) -> bool:
    """Whether the reader points at somebody whom the question itself names, who cannot be its answer."""
    asked = (query.resolved or query.text).lower()
    odds = read.odds(line.source.id, line.span)
    for name in names(line.text):
        span = Span(line.span.start + name.span.start, line.span.start + name.span.end)
        if surname(name.words).lower() in asked and read.odds(line.source.id, span) == odds:
            return True
    return False


def _on_the_deed(query: Query, line: Line) -> bool:
    """Whether LINE names something of what it is asked who did, or what is much the same."""
    telling = [s for s in query.wanted.terms if not lexicon().general(s.id)]
    here = ids_of(line.text)
    return not telling or any(bears(s, here) or lexicon().relatives(s.id) & here for s in telling)


def _of_its_form(query: Query, line: Line, read: Read) -> bool:
    """Whether LINE gives a reason where one is asked for, or a time, of something that is asked about.

    Who apologised, resigned or was blamed is never told by its meaning alone.
    """
    if query.ask is Ask.WHY:
        return cause_in(line.text) and not never_done(query, line)
    if query.ask in (Ask.WHEN, Ask.WHO) and not _of_what_is_asked(query, line):
        return False
    if query.ask is Ask.WHEN and not dates(line.text, line.source.published):
        return False
    if query.ask is Ask.WHEN and not of_that_end(query.resolved or query.text, line):
        return False
    if query.ask is Ask.WHERE and not _SOMEWHERE.search(line.text):
        return any(t.kind == "place" for t in lexicon().terms(line.text))
    if query.ask is Ask.WHO and (_in_the_question(query, line, read) or not in_those_words(query, line)):
        return False
    if query.ask is Ask.WHO and query.wanted.terms and only_attributive(query.wanted.terms[0], line.text):
        return False
    grave = [s for s in query.wanted.terms if s.id in listed("grave")] if query.ask in (Ask.WHO, Ask.WHEN) else []
    return all(any(g.id == s.id and agree(g.mark, s.mark) for s in senses(line.text)) for g in grave)


_IN_NUMBERS = (Ask.FIGURE, Ask.SHARE)
_IN_WORDS = (Ask.WHO, Ask.WHEN, Ask.WHY, Ask.WHERE, Ask.SAID, Ask.WHAT, Ask.PERIOD)
