"""Who a text says to be, or to have been, in an office: "Ada Holt and Mr Reeve have been Home Secretary"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.extract.names import Name
from corpus.extract.offices import head
from corpus.patterns import regex

__all__ = ["incumbents"]

_BEING = regex(
    r"(?<!\s)\s+(?:is|was|are|were|became|(?:has|have|had) been)\s+(?:(?:now|then|still|currently|made|appointed)\s+)?"
    r"(?P<office>(?:the\s+)?[A-Z]\w+(?:\s+(?:of|for|to|and|the|[A-Z]\w+))*)"
)
_JOINS = regex(r"\s*,?\s*(?:and\s+)?")


def incumbents(text: str, people: Sequence[Name]) -> list[Name]:
    """Those of PEOPLE that TEXT puts in an office by "is" or "have been", each with that office for a role."""
    found: list[Name] = []
    for match in _BEING.finditer(text):
        if head(match["office"]) != "person":
            continue
        end = match.start()
        for name in reversed([n for n in people if n.span.end <= match.start()]):
            if not _JOINS.fullmatch(text, name.span.end, end):
                break
            found.append(replace(name, role=match["office"].removeprefix("the ")))
            end = name.span.start
    return sorted(found, key=lambda n: n.span.start)
