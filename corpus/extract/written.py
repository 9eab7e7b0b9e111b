"""A written question → what it asks and what its answer says, each said by whoever said it, on the day it was said.

Of an answer that was clipped the last sentence, which has no end, gives neither statement nor figure; a holding answer
gives none at all. A number that only the question gives is the asker's, and no official figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from corpus.extract.corrections import corrected
from corpus.extract.figures import figures
from corpus.extract.lists import list_figures
from corpus.extract.sentences import sentences
from corpus.extract.tables import table_figures, without_tables
from corpus.extract.titled import dated_by_title
from corpus.lexicon.terms import lexicon
from corpus.questions import Ground, WrittenQuestion
from corpus.records import Figure, Link, LinkKind, Source, Span, Standing, Statement, StatementAct
from corpus.table import Table

__all__ = ["ASKED", "between", "figures_of", "links_of", "statements_of"]

ASKED = "asked"
"""The note on a figure that only a Member's question gives."""

_ACTS = {
    Ground.NOT_HELD: StatementAct.NOT_HELD,
    Ground.NOT_CENTRAL: StatementAct.NOT_CENTRAL,
    Ground.COST: StatementAct.DISPROPORTIONATE_COST,
    Ground.EXEMPT: StatementAct.EXEMPT,
    Ground.TRANSFERRED: StatementAct.TRANSFERRED,
    Ground.NO_COMMENT: StatementAct.REFUSED,
    Ground.LAPSED: StatementAct.REFUSED,
}


def statements_of(text: str, source: Source, question: WrittenQuestion) -> tuple[Statement, ...]:
    """Every sentence of the question, as asked, and of its answer, as answered or refused."""
    asked = (_statement(text, source, question, s, StatementAct.ASKED) for s in _sentences(text, question.question))
    withheld = {r.span: _ACTS[r.ground] for r in question.refusals}
    answered = (
        _statement(text, source, question, s, withheld.get(s, StatementAct.ANSWERED))
        for s in _sentences(text, _answer(text, question))
    )
    return (*asked, *answered)


def figures_of(
    text: str, source: Source, question: WrittenQuestion, tables: Sequence[Table]
) -> tuple[tuple[Figure, ...], tuple[Link, ...]]:
    """The figures of the question and of its answer, in the text's order, and the corrections that the answer tells."""
    answer = _answer(text, question)
    prose = without_tables(text, tables, source)
    spoken = _only(prose, answer)
    told = list(figures(spoken, source)) if answer else []
    inside = [t for t in tables if answer and all(r.span.within(answer) for r in t.rows)]
    told += [*list_figures(text, inside, source, told), *table_figures(text, inside, source)]
    told = [_answered(f, question) for f in dated_by_title(told, source)]
    found, corrections = corrected(spoken, tuple(sorted(told, key=lambda f: f.span.start)))
    asked = (_asked(f, question) for f in figures(_only(prose, question.question), source))
    return (*asked, *found), corrections


def links_of(found: Sequence[Figure]) -> Iterator[Link]:
    """Which of the figures are parts of which."""
    yield from (Link(LinkKind.PART_OF, f.id, f.part_of, "", f.source_id) for f in found if f.part_of)


def between(now: Sequence[Figure], before: Sequence[Figure]) -> Iterator[Link]:
    """How the figures of a corrected answer bear on those of the answer as it was first given.

    A figure of the same words and unit at the same place among such figures corrects the other, or gives it again.
    """
    left = [f for f in before if f.note != ASKED]
    for figure in now:
        same = [f for f in left if figure.note != ASKED and _same_thing(figure, f)]
        if same:
            left.remove(same[0])
            kind = LinkKind.RESTATES if same[0].value == figure.value else LinkKind.CORRECTS
            yield Link(kind, figure.id, same[0].id, "", figure.source_id)


def _same_thing(one: Figure, other: Figure) -> bool:
    if (one.unit, one.breakdown, one.period) != (other.unit, other.breakdown, other.period):
        return False
    return lexicon().ids(f"{one.counted} {one.measure}") == lexicon().ids(f"{other.counted} {other.measure}")


def _answer(text: str, question: WrittenQuestion) -> Span | None:
    """The stretch of the answer that may be relied on: none of a holding answer, and no sentence that was cut."""
    if question.answer is None or not question.settled:
        return None
    if not question.clipped:
        return question.answer
    whole = list(_sentences(text, question.answer))[:-1]
    return Span(question.answer.start, whole[-1].end) if whole else None


def _sentences(text: str, stretch: Span | None) -> Iterator[Span]:
    for inner in sentences(stretch.of(text)) if stretch else ():
        assert stretch is not None
        yield Span(inner.start + stretch.start, inner.end + stretch.start)


def _only(prose: str, stretch: Span | None) -> str:
    """PROSE, letter for letter, with all but STRETCH blanked out."""
    if stretch is None:
        return " " * len(prose)
    return f"{' ' * stretch.start}{stretch.of(prose)}{' ' * (len(prose) - stretch.end)}"


def _said_on(question: WrittenQuestion) -> date | None:
    return question.corrected or question.answered


def _answerer(question: WrittenQuestion) -> tuple[str, str]:
    """Who answered, and in which office: the Minister where named, else the body."""
    return (question.minister, question.body) if question.minister else (question.body, "")


def _answered(figure: Figure, question: WrittenQuestion) -> Figure:
    who, role = _answerer(question)
    standing = Standing.MINISTERIAL_STATEMENT if figure.standing is Standing.UNSTATED else figure.standing
    told = _said_on(question)
    said_on = told if figure.said_on is None or told is None or told < figure.said_on else figure.said_on
    return replace(figure, said_on=said_on, said_by=who, role=role, standing=standing)


def _asked(figure: Figure, question: WrittenQuestion) -> Figure:
    who = question.asker or "the Member who asked"
    return replace(figure, said_on=question.tabled, said_by=who, standing=Standing.PARLIAMENTARY, note=ASKED)


def _statement(text: str, source: Source, question: WrittenQuestion, span: Span, act: StatementAct) -> Statement:
    asked = act is StatementAct.ASKED
    who, role = (question.asker, "") if asked else _answerer(question)
    return Statement(
        id=f"{source.id}:s{span.start}-{span.end}",
        source_id=source.id,
        span=span,
        speaker=who,
        role=role,
        said_on=question.tabled if asked else _said_on(question),
        text=span.of(text),
        verbatim=True,
        act=act,
        place=f"House of {question.house}, written question {question.uin}",
        topic=question.heading,
    )
