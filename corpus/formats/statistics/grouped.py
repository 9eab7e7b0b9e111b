"""The heading over a table of a document with pages: the part of all that its figures are of ("Schools only").

Such words stand in no cell and often in no title, and a figure without them would be taken for that of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.cube import Dataset, Role
from corpus.formats.statistics.introduced import unnumbered
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.table import Table

__all__ = ["adds", "columns_apart", "group_over", "narrows"]

_NUMBER = regex(
    r"^\s*(?:(?:part|section|chapter|annex)\s+)?(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[A-Z][.):])\s+(?=\S)", re.IGNORECASE
)
_OF_ANOTHER = regex(r"(?:table|figure|chart|annex|appendix|map|box)\s+[a-z]?\d", re.IGNORECASE)
_WHOLE = regex(r"\b(?:all|every|total|overall|whole|combined|key (?:figures|facts|points)|summary)\b", re.IGNORECASE)
_ONLY = regex(r"\b(?:only|alone|excluding|except|other than)\b", re.IGNORECASE)
_LONGEST = 12
"""A heading of more words tells of its section, and names no part of what is counted."""


def group_over(tables: Sequence[Table], n: int) -> str:
    """The heading over the table of number N of TABLES, less its number; "" where it is another thing's title."""
    words = _NUMBER.sub("", tables[n].heading)
    named = words and not _OF_ANOTHER.match(words) and words != tables[n].caption
    return words if named and len(words.split()) <= _LONGEST else ""


def narrows(tables: Sequence[Table], n: int) -> bool:
    """Whether the heading over a table says of which part of all it is.

    It does so by its own words, by naming people, or because a table like this one stands under another heading.
    """
    words, table = group_over(tables, n), tables[n]
    if not words or _WHOLE.search(words):
        return False
    said = " ".join((table.caption, *(part for path in table.headings for part in path)))
    if _ONLY.search(words) or any(_is_people(i) for i in lexicon().ids(words) - lexicon().ids(said)):
        return True
    return any(other.heading != table.heading and _like(other, table) for other in tables)


def adds(group: str, measure: str) -> bool:
    """Whether what a heading says is more than a MEASURE says already."""
    return not {t.id for t in lexicon().terms(group)} <= {t.id for t in lexicon().terms(measure)}


def columns_apart(one: Dataset) -> Dataset:
    """A dataset whose columns without a total are each counted by themselves, since nothing shows that they add up.

    "Boats launched" and "People rescued" are no kinds of one thing, though nothing but their words says so.
    """
    *rows, last = one.dimensions
    if not rows or last.role is not Role.CATEGORY or last.name or any(code.total for code in last.codes):
        return one
    if all(any(t.kind == "attribute" for t in lexicon().terms(code.words)) for code in last.codes):
        return one  # men and women are told apart, and counted alike
    codes = tuple(replace(code, parent=None) for code in last.codes)
    return replace(one, dimensions=(*rows, replace(last, role=Role.MEASURE, codes=codes)))


def _is_people(term: str) -> bool:
    return lexicon().kind(term) in ("person", "role")


def _like(one: Table, other: Table) -> bool:
    """Whether two tables tell the same things apart by the same labels, and only their headings say of what."""
    if unnumbered(one.caption) != unnumbered(other.caption):
        return False
    heads, others = (tuple(path[-1].lower() for path in t.headings if path) for t in (one, other))
    return one is not other and heads[:1] == others[:1] != () and bool(set(heads[1:]) & set(others[1:]))
