"""A whole and its parts: a breakdown, the largest of them, and whether they make the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answer import Answer
from bot.compose import Composer
from bot.derive import total
from bot.evidence import Found, Scales, settle
from bot.listing import listing
from bot.question import Query
from bot.sayings import Line
from corpus.lexicon.terms import lexicon
from corpus.records import Figure

__all__ = ["breakdown_of", "most_of", "sum_check_of"]


def breakdown_of(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """Every part that the record gives of the whole asked about."""
    found = settle(query.wanted, scales).figure
    whole = found or _largest_whole(scales)
    parts = list(scales.view.parts(whole)) if whole else []
    parts = [p for p in parts if p.value is not None and (p.breakdown or _listed_with(p, parts))]
    if whole is None or not parts or not (found or _of_kind(query, parts)):
        return composer.missing(("a breakdown",))
    return listing(composer, whole, parts)


def _of_kind(query: Query, parts: list[Figure]) -> bool:
    """Whether the parts are of the kind that the question names ("which offence", "which country")."""
    lex = lexicon()
    heads = {i for p in parts for i in lex.ids(f"{p.counted} {' '.join(v for _, v in p.breakdown)}")}
    return any(lex.covers(s.id, h) for s in query.wanted.terms if not lex.general(s.id) for h in heads)


def _listed_with(part: Figure, parts: list[Figure]) -> bool:
    return sum(1 for p in parts if p.context == part.context and p.source_id == part.source_id) > 1


def _largest_whole(scales: Scales) -> Figure | None:
    wholes = [w for f in scales.view.figures.values() if (w := scales.view.whole(f)) is not None]
    return max(set(wholes), key=wholes.count, default=None)


def most_of(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """The largest or smallest of the parts that the record gives."""
    whole = _largest_whole(scales)
    parts = list(scales.view.parts(whole)) if whole else []
    parts = [p for p in parts if p.value is not None and (p.breakdown or _listed_with(p, parts))]
    if not parts or not _of_kind(query, parts):
        return composer.missing((query.wanted.words, "a breakdown"))
    least = query.direction.lower() in ("least", "smallest", "lowest", "fewest", "least common")
    chosen = (min if least else max)(parts, key=lambda p: p.value or Decimal(0))
    return composer.figure(Found(figure=chosen))


def sum_check_of(query: Query, scales: Scales, composer: Composer, lines: Sequence[Line]) -> Answer:
    """Whether the parts that the record gives make up the whole."""
    whole = _largest_whole(scales)
    parts = list(scales.view.parts(whole)) if whole else []
    parts = [p for p in parts if p.value is not None and (p.breakdown or _listed_with(p, parts))]
    if whole is None or whole.value is None or len(parts) < 2:
        return composer.missing(("a breakdown",))
    worked = total(parts, scales.view)
    same = worked.result == whole.value
    return composer.worked(
        replace(worked, operands=(*worked.operands,)),
        "Yes: the parts make the whole. " if same else "No: the parts do not make the whole. ",
    )
