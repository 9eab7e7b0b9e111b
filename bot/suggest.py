"""What to ask next: questions about the same whole that the record can answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answer import Answer
from corpus.lexicon.grammar import words
from corpus.records import Figure

if TYPE_CHECKING:
    from bot.desk import Desk

__all__ = ["suggestions"]

_MOST = 3


def suggestions(answer: Answer, desk: Desk) -> tuple[str, ...]:
    """Up to three questions on figures near the one answered, each tried before it is offered.

    ANSWER is the desk's last: its neighbours are looked for among what it was weighed over, and not in all the record.
    """
    cited = [c.record_id for c in answer.citations if c.record_id] + [n.record_id for n in answer.nearest]
    view = desk.retriever.weighed
    if view is None:
        return ()
    figures = [view.figures[i] for i in cited if i in view.figures]
    wholes = {f.part_of or f.id for f in figures}
    near = [f for f in view.figures.values() if f.part_of in wholes and f.id not in cited and f.value is not None]
    found: list[str] = []
    for figure in near[:12]:
        question = _question(figure)
        fresh = question and question not in found and question != answer.question
        if fresh and desk.ask(question, answer.as_of).figures:
            found.append(question)
        if len(found) == _MOST:
            break
    return tuple(found)


def _question(figure: Figure) -> str:
    """A question that reads well and that FIGURE answers; "" where its words make none."""
    first = figure.measure.lower().split(maxsplit=1)[:1]
    if first and (first[0].endswith("ed") or first[0] in words("past")):
        return "" if figure.breakdown else f"How many were {figure.measure}?"
    plain = figure.counted.lower().split()
    left_out = words("pronouns") | words("determiners") | words("general_counted")
    told = len(plain) == 1 and plain[0] not in left_out and not plain[0].endswith("ed")
    return f"How many {figure.counted}?" if told else ""
