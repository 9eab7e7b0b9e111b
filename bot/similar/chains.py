"""The link chain of a question: what it or its answer names, what names it, and so on in both directions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from bot.similar.previous import Step
from corpus.ledger import Ledger
from corpus.questions import Reference, WrittenQuestion
from corpus.records import LinkKind

__all__ = ["FAR", "chains_of"]

FAR = 3
"""A chain is followed over so many links either way."""
_TO = {LinkKind.FOLLOWS: "follows", LinkKind.REFERS_TO: "refers to"}
_FROM = {LinkKind.FOLLOWS: "is followed by", LinkKind.REFERS_TO: "is referred to by"}
_Edges = dict[str, list[tuple[LinkKind, str]]]


def chains_of(questions: Sequence[WrittenQuestion], ledger: Ledger) -> dict[str, tuple[Step, ...]]:
    """The chain of each of QUESTIONS by the id of its source, the oldest link first; what is not held comes last."""
    ids = [one.source_id for one in questions]
    back = _edges(ids, lambda some: ((k.from_id, k.kind, k.to_id) for k in ledger.questions_referred(some)))
    on = _edges(ids, lambda some: ((k.to_id, k.kind, k.from_id) for k in ledger.questions_referring(some)))
    met = {other for edges in (back, on) for ends in edges.values() for _, other in ends}
    known = {one.source_id: one for one in ledger.questions_standing([*ids, *sorted(met)])}
    return {one.source_id: _chain(one, back, on, known) for one in questions}


def _edges(ids: Iterable[str], led: Callable[[list[str]], Iterable[tuple[str, LinkKind, str]]]) -> _Edges:
    """Every link that leads away from IDS in one direction, FAR links on."""
    edges: _Edges = defaultdict(list)
    fresh = list(dict.fromkeys(ids))
    for _ in range(FAR):
        found = [(one, kind, other) for one, kind, other in led(fresh) if one != other]
        for one, kind, other in found:
            edges[one].append((kind, other))
        fresh = [i for i in dict.fromkeys(other for _, _, other in found) if i not in edges]
        if not fresh:
            break
    return edges


def _chain(question: WrittenQuestion, back: _Edges, on: _Edges, known: dict[str, WrittenQuestion]) -> tuple[Step, ...]:
    steps = [*_walk(question, back, known, _TO), *_walk(question, on, known, _FROM)]
    held = {step.id for step in steps}
    lacking = [_lacking(r) for r in question.references if not _held(r, held, known)]
    return (*sorted(steps, key=lambda step: (step.on or date.max, step.uin)), *dict.fromkeys(lacking))


def _walk(
    question: WrittenQuestion, edges: _Edges, known: dict[str, WrittenQuestion], said: dict[LinkKind, str]
) -> list[Step]:
    """The links in one direction, the nearest first, each question once."""
    steps: list[Step] = []
    seen, fresh = {question.source_id}, [question.source_id]
    while fresh:
        further = []
        for one in fresh:
            through = known[one].uin if one != question.source_id else ""
            for kind, other in edges.get(one, ()):
                if other in known and other not in seen:
                    seen.add(other)
                    further.append(other)
                    steps.append(_step(said[kind], known[other], through, answer=said is _TO))
        fresh = further
    return steps


def _step(how: str, other: WrittenQuestion, through: str, *, answer: bool) -> Step:
    answered = answer and other.settled and other.answered is not None
    return Step(how, other.uin, other.answered if answered else other.tabled, other.source_id, answered, through)


def _held(reference: Reference, ids: set[str], known: dict[str, WrittenQuestion]) -> bool:
    return any(reference.uin == known[i].uin and reference.day in _days(known[i]) for i in ids)


def _days(one: WrittenQuestion) -> tuple[date | None, ...]:
    return one.tabled, one.answered, one.held, one.corrected


def _lacking(reference: Reference) -> Step:
    return Step(_TO[reference.kind], reference.uin, reference.day, column=reference.column)
