"""A verbatim report read by who has the floor: every sentence and every number is that speaker's.

What a Member says of others' words is still said by the Member, in that place, on that day. Each question is read
together with its answers and each other speech by itself, so that no number takes its meaning from another's speech.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.extract.acts import act_of, unanswering
from corpus.extract.sentences import sentences
from corpus.patterns import regex
from corpus.records import Figure, Link, LinkKind, Source, Span, Standing, Statement, StatementAct
from corpus.voice import Voice

__all__ = ["given", "moved", "replies", "spoken", "stretches", "without_leads"]

_OWN = frozenset({StatementAct.APOLOGISED, StatementAct.REFUSED, StatementAct.CORRECTED})
_FIRST_PERSON = regex(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_ASIDE = regex(r"\[[^\[\]]*\]")
"""What the report tells in the midst of a speech: "[Interruption.]"."""


def without_leads(text: str, voices: Sequence[Voice]) -> str:
    """TEXT, letter for letter, with each giving of the floor ("Ann Dray: …") made spaces."""
    parts: list[str] = []
    at = 0
    for voice in voices:
        start, end = max(at, voice.span.start), max(at, voice.begins)
        parts += [text[at:start], " " * (end - start)]
        at = end
    return "".join((*parts, text[at:]))


def stretches(text: str, voices: Sequence[Voice]) -> Iterator[Span]:
    """The parts of TEXT that are read each by itself, in order: exchanges, single speeches, and what lies between."""
    at = 0
    for first, last in _exchanges(voices):
        start, end = voices[first].span.start, voices[last].span.end
        if at < start:
            yield Span(at, start)
        yield Span(start, end)
        at = end
    if at < len(text):
        yield Span(at, len(text))


def _exchanges(voices: Sequence[Voice]) -> list[tuple[int, int]]:
    """The first and the last voice of each exchange: from the first question that an answer is to, to that answer."""
    found: list[tuple[int, int]] = []
    for place, voice in enumerate(voices):
        first = min((place, *voice.replies))
        while found and found[-1][1] >= first:
            first = min(first, found.pop()[0])
        found.append((first, place))
    return found


def spoken(text: str, prose: str, source: Source, voices: Sequence[Voice]) -> tuple[Statement, ...]:
    """Every sentence of VOICES as a statement. PROSE is TEXT without the tables and the givings of the floor."""
    return tuple(made for voice in voices for made in _of(voice, text, prose, source))


def _of(voice: Voice, text: str, prose: str, source: Source) -> Iterator[Statement]:
    words = prose[voice.begins : voice.span.end]
    for one in sentences(words):
        span = Span(one.start + voice.begins, one.end + voice.begins)
        said = span.of(text)
        if not re.search(r"\w", _ASIDE.sub("", said)):
            continue
        yield Statement(
            id=_statement_id(source, span),
            source_id=source.id,
            span=span,
            speaker=voice.speaker,
            role=voice.role,
            said_on=source.published,
            text=said,
            verbatim=voice.verbatim,
            act=_act(said, voice),
            place=voice.place,
        )


def _act(said: str, voice: Voice) -> StatementAct:
    """What the speaker does in a sentence: leaving something open, or saying sorry, counts only for oneself."""
    own = _FIRST_PERSON.search(said) is not None
    silent = unanswering(said)
    if silent is not None and voice.act is not StatementAct.ASKED and (own or voice.act is StatementAct.ANSWERED):
        return silent.act
    done = act_of(said, "", said)
    return done if own and done in _OWN and voice.act is not StatementAct.ASKED else voice.act


def replies(statements: Sequence[Statement], voices: Sequence[Voice], source: Source) -> tuple[Link, ...]:
    """From the first sentence of each answer to the first of each question that it answers."""
    starts = [s.span.start for s in statements]

    def opening(voice: Voice) -> Statement | None:
        at = bisect_right(starts, voice.begins - 1)
        return statements[at] if at < len(statements) and statements[at].span.within(voice.span) else None

    links = []
    for voice in voices:
        answer = opening(voice) if voice.replies else None
        for question in (opening(voices[r]) for r in voice.replies) if answer else ():
            if answer is not None and question is not None:
                links.append(Link(LinkKind.FOLLOWS, answer.id, question.id, "", source.id))
    return tuple(links)


def given(figures: Sequence[Figure], voices: Sequence[Voice]) -> list[Figure]:
    """FIGURES, each with who said it: the one who had the floor there."""
    starts = [v.span.start for v in voices]

    def of(figure: Figure) -> Figure:
        at = bisect_right(starts, figure.span.start) - 1
        if at < 0 or not figure.span.within(voices[at].span):
            return figure
        voice = voices[at]
        standing = figure.standing if voice.standing is Standing.UNSTATED else voice.standing
        if standing is Standing.UNSTATED:
            standing = Standing.MINISTERIAL_STATEMENT if voice.act is StatementAct.ANSWERED else Standing.PARLIAMENTARY
        return replace(figure, said_by=voice.speaker, role=voice.role, standing=standing)

    return [of(f) for f in figures]


def moved(figures: Sequence[Figure], links: Sequence[Link], by: int, source: Source) -> tuple[list[Figure], list[Link]]:
    """What was found in a part of the text, moved to its place in the whole, ids included."""
    ids = {f.id: f"{source.id}:{f.span.start + by}-{f.span.end + by}" for f in figures}
    shifted = [
        replace(
            f,
            id=ids[f.id],
            span=_at(f.span, by),
            context=_at(f.context, by),
            part_of=ids.get(f.part_of, f.part_of) if f.part_of else None,
        )
        for f in figures
    ]
    return shifted, [replace(li, from_id=ids[li.from_id], to_id=ids[li.to_id]) for li in links]


def _at(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _statement_id(source: Source, span: Span) -> str:
    return f"{source.id}:s{span.start}-{span.end}"
