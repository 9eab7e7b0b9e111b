"""Who wrote a letter or memorandum, told from its own title or from whose words it gives."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.forms import Ask
from bot.heard import Heard, Line, ids_of
from bot.query import Query
from corpus.extract.names import names, surname
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Source

__all__ = ["writer_asked"]

_ASKED = regex(
    r"^(?:and |so )?(?:who|which \w+) (?:had |has )?(?:actually |first )?"
    r"(?:wrote|written|signed|sent|penned|authored|issued)\b(?P<what>.*)$",
    re.IGNORECASE,
)
_TO_SAY = regex(
    r"\s+(?:(?:in order )?to|and) (?:say|tell|report|explain|set out|give|inform|update|let|correct|own up)\b.*$"
)
"""What a letter was written for, which its title need not say."""
_PAPER = regex(r"\b(?P<kind>letter|memorandum|memo|note)s?\b", re.IGNORECASE)
_FROM = regex(r"\b(?:letter|memorandum|note)\b[^,;:]*?\b(?:from|by)\s+", re.IGNORECASE)


def writer_asked(query: Query, lines: Sequence[Line]) -> list[Heard] | None:
    """Who wrote the one letter that QUERY names by its day or by whom it went to; None where it asks no such thing."""
    asked = _ASKED.match((query.resolved or query.text).strip(" ?.!"))
    if query.ask is not Ask.WHO or asked is None or not (query.wanted.times or _PAPER.search(asked["what"])):
        return None
    sources = {line.source.id: line.source for line in lines}
    meant = [s for s in sources.values() if _PAPER.search(s.title) and _of_then(query, s) and _named(query, s)]
    told = [h for s in meant if (h := _written(s, lines)) is not None]
    return told if len({surname(h.name.split(",")[0]) for h in told}) == 1 else None


def _of_then(query: Query, source: Source) -> bool:
    """Whether SOURCE is of the time that is asked about, if one is."""
    day = source.published
    times = [m.when for m in query.wanted.times if m.when is not None]
    return all(day is not None and when.first <= day <= when.last for when in times)


_HOUSE = regex(r"\b(?:Committee|House of (?:Commons|Lords)|Parliament|Assembly|Senedd)\b")
_MEMBERS = frozenset({"member-of-parliament"})
"""To whom a letter is that goes to their House, or to one of its committees."""
_LIGHT = frozenset({"letter", "memorandum", "signed", "wrote", "sent", "committee"})


def _named(query: Query, source: Source) -> bool:
    """Whether the title names whatever else the question does: whom it went to, and what it is on."""
    known = ids_of(f"{source.title} {source.publisher}")
    known |= frozenset().union(*map(lexicon().relatives, known))
    known |= _MEMBERS if _HOUSE.search(f"{source.title} {source.publisher}") else frozenset()
    purpose = _TO_SAY.search(query.resolved or query.text)
    only = ids_of(purpose.group()) if purpose is not None and query.wanted.times else frozenset()
    asked = [s for s in query.wanted.telling if s.id not in _LIGHT]
    asked = [s for s in asked if s.kind != "action" and s.id not in only]
    return all(s.id in known for s in asked) and bool(query.wanted.times or asked)


def _written(source: Source, lines: Sequence[Line]) -> Heard | None:
    """The line of SOURCE that names its writer, as the title does; else that of the only one who speaks in it."""
    own = [line for line in lines if line.source.id == source.id]
    title = _FROM.search(source.title)
    named = [n for n in names(source.title) if title is not None and n.span.start == title.end()]
    if named:
        last = surname(named[0].words)
        line = next((x for x in own if last in x.text), None)
        return Heard(line, 1.0, (), named[0].words) if line is not None else None
    spoken = {line.statement.speaker: line for line in own if line.statement and line.statement.speaker}
    if len(spoken) != 1:
        return None
    who, line = next(iter(spoken.items()))
    role = line.statement.role if line.statement else ""
    return Heard(line, 1.0, (), f"{who}, {role}" if role else who)
