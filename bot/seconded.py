"""A figure of a table set beside what a record says in words of the same thing: that it agrees, or what it gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from bot.answer import Answer, Citation, Conflict, SaidFigure, Status
from bot.cite import long_date
from bot.tables.words import editions, features, light
from bot.units import same_unit
from corpus.records import Qualifier

__all__ = ["may_be_seconded", "seconded"]

_EXACTLY = str(Qualifier.EXACTLY)


def may_be_seconded(answer: Answer) -> bool:
    """Whether ANSWER gives one figure of a table, for a time that was asked for, that another record may give too."""
    plain = answer.status is Status.ANSWERED or (answer.derivation is not None and answer.derivation.operation == "sum")
    dated = any(key.startswith("time:") for key, _ in answer.conditions)
    return plain and dated and answer.table is None and len(answer.figures) == 1 and bool(answer.figures[0].value)


def seconded(answer: Answer, said: Answer, asked_of: Callable[[str], str]) -> Answer:
    """ANSWER with the figure that SAID, the answer of the records in words to the same question, gives for it.

    Where they differ both are shown; which of them counts what was meant is for the reader, so the answer stands.
    ASKED_OF gives what a source was asked, where it is an answer, whose figures are of that though they do not say it.
    """
    if said.status is not Status.ANSWERED or len(said.figures) != 1:
        return answer
    (mine,), (theirs,) = answer.figures, said.figures
    cited = next((c for c in said.citations if c.n in theirs.citations), None)
    first, second = _number(mine), _number(theirs)
    if cited is None or first is None or second is None or _unlike(mine, theirs):
        return answer
    if any(c.source_id == cited.source_id for c in answer.citations) or _narrower(
        f"{cited.quote}\n{asked_of(cited.source_id)}", answer
    ):
        return answer
    n = len(answer.citations) + 1
    who = f"{cited.title.rstrip('.')} ({', '.join(p for p in (cited.kind, long_date(cited.published)) if p)})"
    answer = replace(answer, citations=(*answer.citations, replace(cited, n=n)))
    if first == second:
        return replace(answer, text=f"{answer.text} The same is given by {who} [{n}].")
    first_side = _side(answer.citations[0], answer.headline, answer.what)
    sides = (first_side, _side(answer.citations[-1], said.headline, said.what))
    return replace(answer, text=f"{answer.text} Another record, {who}, gives {said.headline} [{n}].", conflicts=sides)


def _narrower(quote: str, answer: Answer) -> bool:
    """Whether a sentence speaks of what neither the question nor the table does: it may count a part of the whole."""
    known = features(f"{answer.question}\n{answer.resolved_question}\n{answer.text}")
    return bool(features(quote) - known - light() - editions())


def _unlike(mine: SaidFigure, theirs: SaidFigure) -> bool:
    """Whether two figures cannot be of the same thing, or one of them is not exact."""
    exact = mine.qualifier == theirs.qualifier == _EXACTLY
    return not exact or not same_unit(mine.unit, theirs.unit)


def _number(figure: SaidFigure) -> Decimal | None:
    try:
        return Decimal(figure.value.rstrip("%").replace(",", ""))
    except InvalidOperation:
        return None


def _side(cited: Citation, value: str, gloss: str) -> Conflict:
    return Conflict(f"{cited.title} ({cited.kind})", cited.published, value, gloss, cited.n)
