"""What departments refused to answer, by ground: counted over every answer that the record holds, each one cited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from bot.answer import Answer, Derivation, Operand, Part, SaidFigure, Status, Tabled
from bot.cite import Footnotes, long_date
from bot.compose import Composer
from bot.query import Query
from bot.refused import Refused, read_refused
from bot.shown import framed
from bot.view import View
from corpus.ledger import Ledger
from corpus.lexicon.terms import lexicon
from corpus.questions import Ground, Refusal, WrittenQuestion

__all__ = ["refusals"]

_SHOWN, _SHOWN_OF_ONE = 3, 6
"""Of each ground so many refusals are read out, of a ground that is asked for alone so many; all are cited."""


@dataclass(frozen=True, slots=True)
class _One:
    """An answer with its first sentence that refuses something on one ground."""

    question: WrittenQuestion
    refusal: Refusal


def refusals(query: Query, ledger: Ledger, today: date) -> Answer | None:
    """The answer to a question about refusals; None where it is none, or the record holds no written questions."""
    bodies = ledger.question_bodies()
    asked = read_refused(query.resolved or query.text, bodies, query.as_of or today) if bodies else None
    if asked is None:
        return None
    last = min((d for d in (asked.last, query.as_of) if d is not None), default=None)
    found = {ground: list(_of(ground, asked, last, ledger)) for ground in _grounds(asked)}
    found = dict(sorted(((g, ones) for g, ones in found.items() if ones), key=lambda pair: -len(pair[1])))
    ids = [one.question.source_id for ones in found.values() for one in ones]
    view = View.of((), (), ledger.sources_of(ids), (), query.as_of)
    composer = Composer(query, view, ledger.text)
    tally = [ledger.question_tally(body, asked.first, last) for body in asked.bodies]
    caveats = _caveats(
        asked, sum(t.answered for t in tally), sum(t.clipped for t in tally), sum(t.undated for t in tally)
    )
    if not found:
        return composer.missing((), why=f"No answer{_whose(asked)} that this record holds refuses that{_when(asked)}.")
    return _told(asked, found, composer, caveats)


def _grounds(asked: Refused) -> tuple[Ground, ...]:
    return (asked.ground,) if asked.ground is not None else tuple(Ground)


def _of(ground: Ground, asked: Refused, last: date | None, ledger: Ledger) -> Iterator[_One]:
    for body in asked.bodies if asked.named else (None,):
        for question in ledger.each_question(body=body, ground=ground, first=asked.first, last=last):
            if not asked.topic or _about(asked.topic, question, ledger):
                yield _One(question, next(r for r in question.refusals if r.ground is ground))


def _about(topic: str, question: WrittenQuestion, ledger: Ledger) -> bool:
    lex = lexicon()
    wanted = {i for i in lex.ids(topic) if not lex.general(i)} or lex.ids(topic)
    return wanted <= lex.ids(f"{question.heading}. {question.question.of(ledger.text(question.source_id))}")


def _told(asked: Refused, found: dict[Ground, list[_One]], composer: Composer, caveats: tuple[str, ...]) -> Answer:
    derivation = _counted(found, composer.notes)
    total = derivation.result
    counts = "; ".join(f"{p.value:,} {p.label}" for p in derivation.parts)
    headline = f"{int(total):,} refusals" if total != "1" else "1 refusal"
    body = [f"{headline}{_whose(asked)}{_when(asked)}: {counts}."]
    for ground, ones in found.items():
        latest = sorted(ones, key=lambda o: (o.question.answered or date.min, o.question.number), reverse=True)
        most = _SHOWN_OF_ONE if len(found) == 1 else _SHOWN
        body.append(f"{str(ground).capitalize()}: " + " ".join(_read_out(o, composer) for o in latest[:most]))
    numbers = tuple(o.citation for o in derivation.operands)
    answer = composer._answer(
        Status.COMPUTED,
        body,
        headline=headline,
        what=f"Refusals{_whose(asked)}{_when(asked)}, by the ground that the answers give",
        meta="Counted by Despatch over the answers that this record holds; not a published figure",
        figures=(SaidFigure(total, "refusals", "exactly", numbers),),
        derivation=derivation,
        caveats=caveats,
        table=Tabled(
            "Refusals by ground", ("Ground", "Answers"), tuple((p.label, f"{p.value:,}") for p in derivation.parts)
        ),
    )
    return replace(answer, interpretation=_read_as(asked))


def _read_as(asked: Refused) -> str:
    """The question as it was read, in one English sentence."""
    ground = f" on the ground \u201c{asked.ground}\u201d" if asked.ground is not None else ", by ground"
    return f"Read as: what answers{_whose(asked)}{_when(asked)} withhold{ground}, counted over every answer held."


def _counted(found: dict[Ground, list[_One]], notes: Footnotes) -> Derivation:
    """How many answers refuse something on each ground: every one an operand, with the sentence that does so cited."""
    operands: list[Operand] = []
    parts: list[Part] = []
    for ground, ones in found.items():
        start = len(operands)
        operands += [Operand(Decimal(1), _cite(one, notes), str(ground)) for one in ones]
        parts.append(Part(str(ground), tuple(range(start, len(operands))), Decimal(len(ones))))
    total = str(len(operands))
    expression = f"{' + '.join(f'{p.value:,}' for p in parts)} = {len(operands):,}"
    return Derivation("count", expression, tuple(operands), total, None, tuple(parts))


def _cite(one: _One, notes: Footnotes) -> int:
    question = one.question
    who = (question.minister, question.body) if question.minister else (question.body, "")
    return notes.add(question.source_id, one.refusal.span, (one.refusal.span,), "", *who, question.answered)


def _read_out(one: _One, composer: Composer) -> str:
    question = one.question
    words = framed(one.refusal.span.of(composer.text_of(question.source_id)), paraphrase=False)
    day = f", {long_date(question.answered)}" if question.answered else ""
    return f"{words} (UIN {question.uin}{day}) [{_cite(one, composer.notes)}]"


def _whose(asked: Refused) -> str:
    return f" by the {' and the '.join(asked.bodies)}" if asked.named else ""


def _when(asked: Refused) -> str:
    when = f" {asked.when}" if asked.when else ""
    return f"{when} about {asked.topic}" if asked.topic else when


def _caveats(asked: Refused, answered: int, clipped: int, undated: int) -> tuple[str, ...]:
    told = [f"Counted over all {answered:,} answers of that time that this record holds, once for each ground."]
    if not asked.named:
        told.append(
            "The question names no department that the record knows, so that every department's answers are counted."
        )
    if clipped:
        told.append(f"Of {clipped:,} of them the record holds only the first 255 characters, and they may refuse more.")
    if undated and (asked.first or asked.last):
        told.append(f"{undated:,} further answers are left out, because the record does not say when they were given.")
    return tuple(told)
