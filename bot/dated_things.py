"""Whose a date is: "next week's elections" dates the elections, and nothing else that its sentence tells."""

from __future__ import annotations

from bot.heard import Line, ids_of
from bot.query import Query
from corpus.extract.dates import DateMention, dates
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["dates_of_it"]

_OWNED = regex(r"(?:(?<=s)['\u2019]|['\u2019]s)\s+(?P<thing>(?:[\w'\u2019-]+\s*){1,4})")
"""What a date in the possessive belongs to, and the words right after that."""


_WHO_DID = regex(r",\s+(?:who|whose)\s+(?P<did>[^,.;:]+)")
"""What somebody who is named did besides: "The map was drawn by Ann Holt, *who came ashore in May*"."""


def dates_of_it(query: Query, line: Line) -> list[DateMention]:
    """The dates of LINE that may be of what QUERY asks about: all but those of a thing that it does not name."""
    lex = lexicon()
    asked = {s.id for s in query.wanted.terms}
    known = asked.union(*map(lex.relatives, asked))
    found = []
    for mention in dates(line.text, line.source.published):
        owned = _OWNED.match(line.text, mention.span.end) or _OWNED.match(line.text, mention.span.end - 2)
        if owned is not None and not ids_of(owned["thing"]) & known:
            continue
        beside = next((m for m in _WHO_DID.finditer(line.text) if m.start() < mention.span.start < m.end()), None)
        if beside is None or ids_of(beside["did"]) & known:
            found.append(mention)
    return found
