"""What the words around a table say of it, where it may stand below others on one sheet and share their titles."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.formats.statistics.headers import Headings
from corpus.formats.statistics.lettered import Part, part_of
from corpus.formats.statistics.measures import Measure
from corpus.formats.statistics.titles import About, about, own_title
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["said_of"]

_NUMBER = regex(r"\s*table\s*(?P<n>[0-9]{1,3}[a-z]?(?:[._][0-9]{1,3})?[a-z]?)\s*[:.\u2013-]\s*\w", re.IGNORECASE)


def said_of(lines: list[str], headings: Headings, book: About, shared: About | None) -> About:
    """What is said of the table: by its titles, by one over its own columns, by those of its sheet, by its workbook.

    What it counts is what its sheet's main title says: a title below that says which part of it this is. One with a
    number of its own beside the other's ("Table 2a", "Table 2b") says all of it itself.
    """
    said = about([*lines, *headings.above]).over(book)
    own = own_title(lines)
    if shared is None and own and (part := part_of(own, said.title)) is not None:
        said = _part(about([own, *headings.above]), said, part)
    elif shared is None and own:
        said = _counting(replace(said, title=f"{said.title} \u2013 {own}"), own)
    if shared is not None:
        under = about([*lines, *headings.above])
        apart = _numbered_apart(under.title, shared.title)
        part = part_of(under.title, shared.title)
        if part is not None:
            said = _part(under, shared, part)
        else:
            said = _beside(under, shared) if apart else _counting(_below(under, shared), under.title)
    if headings.subtitle:
        said = _below(about([headings.subtitle, *headings.above]), said)
    return said


def _numbered_apart(own: str, above: str) -> bool:
    """Whether both have numbers, and neither is a part of the other: "Table 3a" is one of "Table 3"."""
    mine, other = _NUMBER.match(own), _NUMBER.match(above)
    if mine is None or other is None:
        return False
    a, b = mine["n"].lower(), other["n"].lower()
    return not a.startswith(b) and not b.startswith(a)


_COUNTS = regex(r"\bnumber\s+of\s+(?P<what>(?:(?!and\b|of\b|by\b)[a-z-]+\s+){1,3})by\b", re.IGNORECASE)


def _counting(said: About, own: str) -> About:
    """SAID of a table whose OWN title says what of its subject it counts, where the subject does not: "Collisions at
    sea", of which it gives the "Number of casualties by port"."""
    match = _COUNTS.search(own)
    words = said.measure.words
    if match is None or not words or lexicon().ids(match["what"]) <= lexicon().ids(words):
        return said
    return replace(said, measure=replace(said.measure, words=f"{words}, number of {match['what'].strip().lower()}"))


def _beside(own: About, other: About) -> About:
    """OWN, with the place and the unit of the OTHER where it leaves them untold."""
    unit, scale = (own.measure.unit, own.measure.scale)
    if unit is None and own.measure.additive and other.measure.additive:
        unit, scale = other.measure.unit, other.measure.scale
    return replace(own.over(other), measure=replace(own.measure, unit=unit, scale=scale))


def _part(own: About, above: About, part: Part) -> About:
    """What the title of a lettered part ("3b Numbers: ...") says below that of its sheet ("3 Boats lost at sea"), of
    which it tells what is given: that is told with what is counted, for the parts count the same of the same rows."""
    bare = replace(above, title=part.above, measure=replace(above.measure, words=part.above))
    said = _counting(_below(replace(own, title=part.own), bare), part.own)
    own_measure = own.measure
    unit, scale = own_measure.unit, own_measure.scale  # the sheet's other parts may be in another
    words = f"{said.measure.words}, {part.kind}" if part.kind else said.measure.words
    nature = own_measure.nature or above.measure.nature
    counts = _NUMBERS.search(part.own) is not None or (unit or "").startswith(_MONEY)
    additive = own_measure.additive and (above.measure.additive or counts)
    return replace(said, measure=Measure(words, unit, scale, additive, nature))


_MONEY = ("\u00a3", "$", "\u20ac")
_NUMBERS = regex(r"\bnumbers?\s+of\b", re.IGNORECASE)


def _below(own: About, above: About) -> About:
    title = f"{above.title} \u2013 {own.title}" if own.title and above.title else own.title or above.title
    measure = replace(own.measure.over(above.measure), words=above.measure.words or own.measure.words)
    return replace(own.over(above), title=title, measure=measure)
