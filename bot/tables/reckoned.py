"""On which side of something a figure is reckoned: income before tax is not income after tax.

Both sides have the same words, and "before" and "after" else say when: so a table that is told to be on the one side
of the very thing that a question names bears out no word of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from corpus.cube import Role
from corpus.patterns import regex

__all__ = ["other_side_of"]

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SIDE = regex(
    rf"\b(?P<side>before|after)[\s-]+(?:the\s+|their\s+|all\s+)?(?!(?:{_MONTHS}|end|start|year|and|or)\b)"
    r"(?P<of>[a-z]{3,}(?:[\s-]+[a-z]{3,})?)",
    re.IGNORECASE,
)
"""A side of what is no time: of those a table's own times tell."""
_SPACES = regex(r"[\s-]+")


def other_side_of(question: Asked, listed: Listed, picks: Mapping[int, tuple[int, ...]]) -> list[str]:
    """What QUESTION says to be before or after something, of which all that the table tells is on the other side: by
    the labels that are named, else by its titles."""
    asked = list(_sides(question.text))
    if not asked:
        return []
    ways = (w for w in listed.ways if w.role is not Role.TIME and w.n in picks)
    labels = ". ".join(w.labels[c].code.words for w in ways for c in picks[w.n])
    found = []
    for side, of, words in asked:
        told = _told(labels, of) or _told(
            f"{listed.dataset.measure}. {listed.dataset.title}. {listed.dataset.sheet}", of
        )
        if told and side not in told:
            found.append(words)
    return found


def _sides(text: str) -> Iterator[tuple[str, str, str]]:
    """Each side that TEXT names, what it is a side of, and its words."""
    for match in _SIDE.finditer(text):
        yield match["side"].lower(), _SPACES.sub(" ", match["of"].lower()), match.group()


def _told(told: str, of: str) -> frozenset[str]:
    """The sides on which TOLD is, of what is called as OF is: by its two words, or by the first of them."""
    said = list(_sides(told))
    whole = frozenset(side for side, other, _ in said if other == of)
    return whole or frozenset(side for side, other, _ in said if other.split()[0] == of.split()[0])
