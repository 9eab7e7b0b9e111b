"""Who asks and who answers in a report that does not say so, and which answer is to which question.

In questions to Ministers each speaks in turn: the Member whose question is printed, the Minister, the Members who
follow it up. Whoever speaks first after a printed question answers it; the Chair, who calls for order, does neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.formats.hansard.layout import Contribution
from corpus.formats.hansard.words import Block
from corpus.records import StatementAct

__all__ = ["answerers", "asked_and_answered", "paired"]


def answerers(contributions: Sequence[Contribution], printed: Sequence[bool], chair: frozenset[str]) -> frozenset[str]:
    """The Ministers: who speaks next after a question that is PRINTED, one mark for each of CONTRIBUTIONS."""
    found: set[str] = set()
    waiting = False
    for one, asks in zip(contributions, printed, strict=True):
        if asks:
            waiting = True
        elif waiting and one.speaker and one.speaker not in chair:
            found.add(one.speaker)
            waiting = False
    return frozenset(found)


def asked_and_answered(
    contributions: Sequence[Contribution], printed: Sequence[bool], ministers: frozenset[str], chair: frozenset[str]
) -> list[Contribution]:
    """CONTRIBUTIONS with what each does: MINISTERS answer, and who else puts a question asks."""
    made = []
    for one, asks in zip(contributions, printed, strict=True):
        act = one.act
        if asks:
            act = StatementAct.ASKED
        elif one.speaker in ministers:
            act = StatementAct.ANSWERED
        elif one.speaker and one.speaker not in chair and any(_question(b) for b in one.blocks):
            act = StatementAct.ASKED
        made.append(replace(one, act=act))
    return made


def paired(contributions: Sequence[Contribution]) -> tuple[Contribution, ...]:
    """CONTRIBUTIONS, each answer with the places of the questions that came in just before it."""
    made: list[Contribution] = []
    waiting: list[int] = []
    answered = False
    for place, one in enumerate(contributions):
        if one.act is StatementAct.ASKED:
            waiting = [place] if answered else [*waiting, place]
            answered = False
        elif one.act is StatementAct.ANSWERED:
            answered = True
            made.append(replace(one, replies=tuple(waiting)))
            continue
        made.append(one)
    return tuple(made)


def _question(block: Block) -> bool:
    return isinstance(block, str) and "?" in block
