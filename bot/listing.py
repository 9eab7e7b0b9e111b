"""A whole and the parts that the record gives of it, as one answer."""

from __future__ import annotations

from bot.answer import Answer, Status
from bot.compose import Composer
from bot.shown import said, shown
from corpus.records import Figure

__all__ = ["in_order", "listing"]


def _called(part: Figure, parts: list[Figure]) -> str:
    """What PART counts; where all of them count the same, what tells it from the others."""
    kind = ", ".join(value for _, value in part.breakdown)
    alike = len({p.counted for p in parts}) == 1
    return f"{part.counted} ({kind})" if alike and kind else part.counted


def listing(composer: Composer, whole: Figure, parts: list[Figure]) -> Answer:
    """Every part of WHOLE once, the largest first, each with its citation."""
    ordered = sorted(parts, key=lambda p: -(p.value or 0))
    numbers = [composer.notes.figure(p) for p in ordered]
    n = composer.notes.figure(whole)
    items = "; ".join(f"{shown(p)} {_called(p, parts)} [{i}]" for p, i in zip(ordered, numbers, strict=True))
    body = [
        f"Of {shown(whole)} {whole.counted} [{n}]: {items}.",
        "These are the parts that the record gives; it does not say that there are no others.",
    ]
    return composer._answer(
        Status.ANSWERED,
        body,
        headline=shown(whole),
        what=f"{whole.counted}, by the parts that the record gives",
        figures=tuple(said(p, i) for p, i in zip(ordered, numbers, strict=True)),
    )


def in_order(composer: Composer, parts: list[Figure]) -> Answer:
    """PARTS of a list in their order, each with its citation."""
    numbers = [composer.notes.figure(p) for p in parts]
    items = [f"{composer.standing.words(p)} [{i}]" for p, i in zip(parts, numbers, strict=True)]
    return composer._answer(
        Status.ANSWERED,
        [f"{'; '.join(items)}."],
        headline=" and ".join(composer.standing.words(p) for p in parts),
        what="of the parts that the record gives",
        figures=tuple(said(p, i) for p, i in zip(parts, numbers, strict=True)),
    )
