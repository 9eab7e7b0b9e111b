"""Of which kind the areas are that a table's rows name: regions of England, or countries; told by their names."""

from __future__ import annotations

import re

from bot.tables.label import Way
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["areas_of", "councils", "unkinded"]

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


_NO_COUNCIL = regex(
    r"(?:greater manchester|merseyside|tyne (?:and|&) wear|(?:south|west) yorkshire)\b.*"
    r"|.*\b(?:regions?|all|total|average)\b.*",
    re.IGNORECASE,
)
"""What is no council: the counties that are their boroughs, and what says that it is of several."""
_COUNCILS = regex(r"\b(?:councils?|authorit(?:y|ies)|LAs?)\b", re.IGNORECASE)


def councils(way: Way) -> frozenset[int]:
    """The rows of a table of councils that are each one: of a county's council too, which is no whole of the city's
    that lies in its old bounds. A region and a nation are no council, but one whose name is more than theirs."""
    if _COUNCILS.search(way.dimension.name.replace("_", " ")) is None:
        return frozenset()
    lex = lexicon()
    rows = [label for label in way.labels if not _NO_COUNCIL.fullmatch(label.code.words.strip())]
    wider = {label.n: [lex.broader(i) for i in label.ids if lex.kind(i) == "place"] for label in rows}
    more = {label.n for label in rows if len(label.needed) > 1}
    return frozenset(n for n, some in wider.items() if some and (n in more or all(w - _OVER_REGIONS for w in some)))


def unkinded(way: Way) -> bool:
    """Whether a column's heading only says that it names areas ("Area name"), and not of which kind."""
    return _NO_KIND.fullmatch(way.dimension.name.replace("_", " ").strip()) is not None
