"""What a question calls the rows that it goes through, where no heading of the table does: their level, their kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.tables.catalog import Listed
from bot.tables.label import Way
from bot.tables.words import Word, alike, features, keys
from corpus.cube import Role
from corpus.patterns import regex

__all__ = ["called", "for_each", "levelled", "of_a_class", "settling", "sorts_of"]

_PER = regex(
    r"\b(?:how\s+(?:many|much)|number\s+of)\b[^?]*?\s(?P<per>per\s+(?P<what>(?!cent|capita|annum|head|year|month|quarter|week"
    r"|day|night)[a-z]{3,}))",
    re.IGNORECASE,
)

_TO_EACH = regex(r"\bper\s+(?P<to>(?:[\w,-]+\s*){1,3})", re.IGNORECASE)
"""To each of what a table tells a rate: "moorings *per yard*" tells of no moorings to each kite."""


def for_each(text: str, listed: Listed) -> str | None:
    """How many to each of what TEXT asks ("kites *per yard*"), where the table tells no such rate and has no such rows.

    "Per region" of a table with a row for each region only asks for its rows.
    """
    match = _PER.search(text)
    if match is None:
        return None
    what = features(match["what"])
    rates = [c.words for w in listed.ways for c in w.dimension.codes] + [listed.dataset.measure, listed.dataset.title]
    if any(alike(what, features(m["to"])) for said in rates for m in _TO_EACH.finditer(said)):
        return None
    counted = [listed.counted, *(label.ids for label in (listed.measures.labels if listed.measures else ()))]
    rows = any(w.name_ids & what and len(w.labels) > 1 for w in listed.ways)
    return None if rows and not any(what & ids for ids in counted) else match["per"]


def levelled(ids: frozenset[str], ways: Sequence[Way]) -> tuple[int, tuple[int, int]] | None:
    """The dimension whose rows a level names ("which region", of areas beside a column of "Region" and "County")."""
    for way in ways:
        codes = [label.n for label in way.labels if label.ids & ids]
        if way.dimension.follows is not None and way.role is Role.PLACE and len(codes) == 1:
            return way.dimension.follows, (way.n, codes[0])
    return None


def settling(listed: Listed, way: Way) -> Way:
    """The dimension whose rows settle those of WAY, at however many removes, or WAY itself where it is of places."""
    seen, at = {way.n}, way
    while at.role is not Role.PLACE and at.dimension.follows is not None and at.dimension.follows not in seen:
        seen.add(at.dimension.follows)
        at = listed.ways[at.dimension.follows]
    return at


def of_a_class(words: str, ways: Sequence[Way], listed: Listed) -> Way | None:
    """The places that WORDS begin to call by the class that another column has them in ("which *sea port*", of the
    class "Sea port")."""
    said = keys(words)
    runs = [said[:end] for end in range(_FEWEST_WORDS, len(said) + 1)]
    for way in ways:
        if way.role in (Role.TIME, Role.MEASURE, Role.PLACE) or way.dimension.follows is None:
            continue
        placed = settling(listed, way)
        if placed.role is Role.PLACE and any(run in way.spelt for run in runs):
            return placed
    return None


_FEWEST_WORDS = 2


def called(asked: Sequence[Word]) -> frozenset[str]:
    """The terms of what rows are asked for by ("trust"), if it is no word that is of everything."""
    return asked[0].ids if asked and not asked[0].general else frozenset()


def sorts_of(asked: Sequence[Word], ways: Sequence[Way], listed: Listed) -> list[Way]:
    """The one dimension without a heading, of sorts of what the table counts ("which tax", of tax receipts)."""
    bare = [w for w in ways if not w.dimension.name and w.role is Role.CATEGORY]
    first = called(asked)
    sorts = any(first & label.ids for w in bare for label in w.labels)
    return bare if len(bare) == 1 and first & listed.counted and sorts else []
