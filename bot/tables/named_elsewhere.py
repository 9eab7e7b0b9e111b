"""The areas of a table that gives their codes alone, as another table of the record names them.

The nine-character codes of the statistical offices are one for each area: "E06000099" is the same place in every file.
A file that has a column of codes beside that of names so tells the names for all the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from corpus.cube import Role
from corpus.ledger import Ledger
from corpus.patterns import regex

if TYPE_CHECKING:
    from bot.tables.catalog import Listed
    from bot.tables.label import Way

__all__ = ["Called", "named_elsewhere", "only_coded"]

_CODE = regex(r"[A-Z][0-9]{8}")
_FEWEST = 3
_LOOKED = 30
"""After so many rows without a code none is looked for."""
_NEARLY_ALL = 0.8
"""Codes of districts that go with the names of regions have few of these; an area has two codes now and then."""
_MOST = 20_000
"""Of a table of more rows none is gone through for names."""
Called = Mapping[int, Mapping[int, str]]
"""By dimension, the names of its codes by their numbers."""


def only_coded(ways: Sequence[Way]) -> tuple[Way, ...]:
    """Those of WAYS whose labels are nearly all codes of areas, where none of them has names of places."""
    plain = (way for way in ways if way.role not in (Role.TIME, Role.MEASURE))
    some = (way for way in plain if len(way.dimension.codes) >= _FEWEST)
    coded = ((way, sum(_CODE.fullmatch(code.words) is not None for code in way.dimension.codes)) for way in some)
    found = tuple(way for way, count in coded if count >= _NEARLY_ALL * len(way.dimension.codes))
    return () if any(way.role is Role.PLACE and way not in found for way in ways) else found


def named_elsewhere(found: Sequence[Listed], ledger: Ledger) -> dict[str, Called]:
    """The names of codes by the dataset whose labels they are; a code that is named in two ways has none."""
    coded = [one for one in found if one.coded]
    names: dict[str, set[str]] = {}
    for one in found if coded else ():
        if one.names is None:
            one.names = _names(one, ledger)
        for code, some in one.names.items():
            names.setdefault(code, set()).update(some)
    sure = {code: next(iter(some)) for code, some in names.items() if len({n.casefold() for n in some}) == 1}
    return {one.dataset.id: {way.n: told for way in one.coded if (told := _of_way(way, sure))} for one in coded}


def _of_way(way: Way, sure: Mapping[str, str]) -> dict[int, str]:
    """The names of a dimension's codes, but for those of which two have one name: an area's before and after its bounds
    were drawn anew."""
    told = {n: sure[code.words] for n, code in enumerate(way.dimension.codes) if code.words in sure}
    seen = Counter(told.values())
    return {n: name for n, name in told.items() if seen[name] == 1}


def _names(one: Listed, ledger: Ledger) -> dict[str, frozenset[str]]:
    """The codes of areas that stand in the rows of a table, each with the labels that a column of them goes with."""
    places = [way for way in one.ways if way.role is Role.PLACE and way not in one.coded]
    if not places or one.dataset.rows > _MOST:
        return {}
    told: dict[str, set[str]] = {}
    for some in _beside(one, places, ledger).values():
        own = {code: next(iter(names)) for code, names in some.items() if len(names) == 1}
        if len(own) == len(some) >= _FEWEST and len(set(own.values())) >= _NEARLY_ALL * len(own):
            for code, name in own.items():
                told.setdefault(code, set()).update([name] if name else [])
    return {code: frozenset(some) for code, some in told.items() if some}


def _beside(one: Listed, places: Sequence[Way], ledger: Ledger) -> dict[tuple[int, int], dict[str, set[str]]]:
    """By each dimension of places and each column of codes: the labels that stand in a row with each code."""
    text, rows = ledger.text(one.dataset.source_id), set[int]()
    found: dict[tuple[int, int], dict[str, set[str]]] = {}
    for seen in ledger.observed(one.dataset):
        if seen.row in rows:
            continue
        rows.add(seen.row)
        cells = [cell.strip() for cell in text[seen.row_start : seen.row_end].split("\t")]
        codes = [(column, cell) for column, cell in enumerate(cells) if _CODE.fullmatch(cell)]
        if not found and not codes and len(rows) > _LOOKED:
            return {}
        for way in places:
            name = way.dimension.codes[seen.codes[way.n]].words if seen.codes[way.n] >= 0 else ""
            for column, code in codes:
                found.setdefault((way.n, column), {}).setdefault(code, set()).add(name)
    return found
