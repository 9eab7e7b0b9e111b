"""A document and the record sheet that was written of it, both in one record: what either says, it says once.

A sheet tells what has been said against a figure since, and what took its place; the document itself cannot. Where both
are held, a figure of the document only gives that of its sheet again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from bot.units import unit_class
from corpus.records import Figure, Link, LinkKind, Source

__all__ = ["of_their_sheets"]


def of_their_sheets(figures: Iterable[Figure], sources: Mapping[str, Source]) -> Iterator[Link]:
    """Links from the figures of documents to those of their sheets that they give again.

    A sheet is of a document that was published on the same day and whose title its own holds. Of two figures of one
    value in the document, or in its sheet, nobody can tell which is which: these are not linked.
    """
    sheets: dict[date | None, list[Source]] = {}
    for one in sources.values():
        if one.paraphrase and one.published is not None:
            sheets.setdefault(one.published, []).append(one)
    documents = (one for one in sources.values() if not one.paraphrase)
    pairs = [(one.id, sheet.id) for one in documents for sheet in sheets.get(one.published, ()) if _is_of(sheet, one)]
    if not pairs:
        return
    held: dict[str, list[Figure]] = {source_id: [] for pair in pairs for source_id in pair}
    for figure in figures:
        if figure.value is not None and figure.source_id in held:
            held[figure.source_id].append(figure)
    for document, sheet in pairs:
        by_value = {f.value: f for f in _single(held[sheet])}
        for figure in _single(held[document]):
            told = by_value.get(figure.value)
            if told is not None and _alike(told, figure):
                yield Link(LinkKind.RESTATES, figure.id, told.id, "", figure.source_id)


def _is_of(sheet: Source, document: Source) -> bool:
    """Whether the title of SHEET holds that of DOCUMENT, which is more than a word."""
    title = _plain(document.title)
    return " " in title and title in _plain(sheet.title)


def _plain(title: str) -> str:
    return " ".join(title.lower().split())


def _alike(one: Figure, other: Figure) -> bool:
    return one.qualifier is other.qualifier and unit_class(one.unit) == unit_class(other.unit)


def _single(figures: Iterable[Figure]) -> list[Figure]:
    """Those of FIGURES whose value no other of them has."""
    held = list(figures)
    times = Counter(f.value for f in held)
    return [f for f in held if times[f.value] == 1]
