"""Of which kind the areas are that a table's rows name: regions of England, or countries; told by their names."""

from __future__ import annotations

import re

from bot.tables.label import Way
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["areas_of", "unkinded"]

_OVER_REGIONS = frozenset({"england", "england-and-wales", "great-britain", "united-kingdom", "europe"})
_FEWEST = 2
_NO_KIND = regex(r"(?:geographic(?:al)?\s+)?(?:area|place|location|geography)(?:\s+name)?s?", re.IGNORECASE)


def areas_of(way: Way) -> str:
    """ "region" where all that are known of the rows' areas are regions of England; "nation" where all are countries;
    "" where they are of several kinds, or too few are known."""
    lex = lexicon()
    rows = [label for label in way.labels if label.n not in way.sums]
    known = [i for label in rows for i in label.ids if lex.kind(i) == "place"]
    if len(known) < _FEWEST or 2 * len(known) < len(rows):
        return ""
    inside = [lex.broader(i) for i in known]
    if all("england" in wider and wider <= _OVER_REGIONS for wider in inside):
        return "region"
    return "nation" if all("england" not in wider for wider in inside) else ""


def unkinded(way: Way) -> bool:
    """Whether a column's heading only says that it names areas ("Area name"), and not of which kind."""
    return _NO_KIND.fullmatch(way.dimension.name.replace("_", " ").strip()) is not None
