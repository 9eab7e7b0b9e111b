"""What to ask next: questions about the same whole that the record can answer."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bot.answer import Answer
from corpus.lexicon.grammar import words
from corpus.patterns import regex
from corpus.records import Figure

if TYPE_CHECKING:
    from bot.desk import Desk

__all__ = ["suggestions"]

_MOST = 3
_TRIED = 12
_LONGEST = 90
"""Characters of a question that is read at a glance."""
_VERB = r"(?:is|are|was|were|has|have|had)\b"
_TOLD = r"(?:with|without|aged|who|from|in|of|given|held|sent|made)\b"
_ELSEWHERE = regex(r"\b(?:then|there|these|those)\b", re.IGNORECASE)
"""Words that mean what stands before them, which a question of its own has not."""


def suggestions(answer: Answer, desk: Desk) -> tuple[str, ...]:
    """Up to three questions on figures near the one answered, each tried before it is offered: it gives that figure.

    ANSWER is the desk's last: its neighbours are looked for among what it was weighed over, and not in all the record.
    """
    cited = [c.record_id for c in answer.citations if c.record_id] + [n.record_id for n in answer.nearest]
    view = desk.retriever.weighed
    if view is None:
        return ()
    figures = [view.figures[i] for i in cited if i in view.figures]
    wholes = {f.part_of or f.id for f in figures}
    near = [f for f in view.figures.values() if f.part_of in wholes and f.id not in cited and f.value is not None]
    often = Counter(_plain(f.counted) for f in view.figures.values())
    found: list[str] = []
    for figure in near[:_TRIED]:
        question = _question(figure, alone=often[_plain(figure.counted)] == 1)
        fresh = question and question not in found and question != answer.question
        if fresh and any(f.value == str(figure.value) for f in desk.ask(question, answer.as_of).figures):
            found.append(question)
        if len(found) == _MOST:
            break
    return tuple(found)


def _question(figure: Figure, *, alone: bool) -> str:
    """A question that reads well and that FIGURE answers; "" where its words make none.

    A bare noun ("How many robbers?") asks enough only where it is counted ALONE among what was weighed.
    """
    counted, first = _plain(figure.counted), figure.measure.lower().split(maxsplit=1)[:1]
    if first and (first[0].endswith("ed") or first[0] in words("past")):
        return "" if figure.breakdown else f"How many were {figure.measure}?"
    if not counted or set(counted.split()) & (words("pronouns") | words("general_counted")):
        return ""
    told = re.search(rf"\b{re.escape(counted)} (?P<more>(?:{_VERB}|{_TOLD}) [\w' -]+)$", figure.measure, re.IGNORECASE)
    if told is not None and _ELSEWHERE.search(told["more"]) is None:
        question = f"How many {counted} {told['more']}?"
        return question if len(question) <= _LONGEST else ""
    return f"How many {counted}?" if alone and " " not in counted and not counted.endswith("ed") else ""


def _plain(counted: str) -> str:
    """What is counted without its article."""
    said = counted.split()
    return " ".join(said[1:] if said and said[0].lower() in words("determiners") else said)
