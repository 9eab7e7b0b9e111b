"""What to ask next: questions about the same whole that the record can answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answer import Answer

if TYPE_CHECKING:
    from bot.desk import Desk

__all__ = ["suggestions"]

_MOST = 3


def suggestions(answer: Answer, desk: Desk) -> tuple[str, ...]:
    """Up to three questions on figures near the one answered, each tried before it is offered."""
    cited = [c.record_id for c in answer.citations if c.record_id] + [n.record_id for n in answer.nearest]
    view = desk.retriever.whole_view(answer.as_of)
    figures = [view.figures[i] for i in cited if i in view.figures]
    wholes = {f.part_of or f.id for f in figures}
    near = [f for f in view.figures.values() if f.part_of in wholes and f.id not in cited and f.value is not None]
    found: list[str] = []
    for figure in near[:8]:
        counted = figure.counted if len(figure.counted.split()) < 7 else ""
        question = (
            f"How many {counted or 'of them'} were {figure.measure}?"
            if view.source(figure).paraphrase
            else f"How many {counted}?"
        )
        if (
            counted
            and question not in found
            and question != answer.question
            and desk.ask(question, answer.as_of).figures
        ):
            found.append(question)
        if len(found) == _MOST:
            break
    return tuple(found)
