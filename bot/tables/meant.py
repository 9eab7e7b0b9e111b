"""Words of a question that a table seems to bear out and does not: what it counts is another thing, or only one of two.

"How many small boats" is no count of those who came in them; "officers and community support officers together" is no
count of the latter; "searched alone" says more than "searched".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.naming import WHOLE, Named
from bot.tables.words import Word
from corpus.lexicon.terms import lexicon

__all__ = ["only_one_of_two", "other_thing", "unheard"]

_ASKED = re.compile(r"\b(?:how\s+many|numbers?\s+of)\s+(?:the\s+)?$", re.IGNORECASE)
_JOINED = re.compile(r",?\s+(?:and|plus|&|as\s+well\s+as)\s+(?:the\s+)?", re.IGNORECASE)
_JOINS = re.compile(r"\b(?:and|or)\b|[,&/]")
_MANNER = re.compile(
    r"\b(?P<deed>[a-z]{3,}(?:ed|en|ght|ung|ound))\s+(?P<how>alone|last|first|again|twice|repeatedly|once|early|late)\b"
    r"(?!\s+(?:\d|year|quarter|month|week|day|night|summer|autumn|winter|spring|time|january|february|march|april|may|june"
    r"|july|august|september|october|november|december))",
    re.IGNORECASE,
)


def other_thing(question: Asked, groups: Sequence[Named]) -> list[str]:
    """What is asked how many of, where a label only speaks of it and counts what befell: boats, of boat arrivals."""
    found = []
    for group in groups:
        first = min(group.words)
        if group.weight >= WHOLE or _ASKED.search(question.text[: question.words[first].start]) is None:
            continue
        said = {question.text[w.start : w.end].lower().rstrip("s") for w in (question.words[n] for n in group.words)}
        if all(
            said <= {k.rstrip("s") for k in label.keys} and _lacks_deed(question, label.needed)
            for label in group.labels
        ):
            found.append(question.words[first].words)
    return found


def _lacks_deed(question: Asked, needed: Collection[tuple[str, frozenset[str]]]) -> bool:
    said = frozenset(i for w in question.words for i in w.ids)
    lex = lexicon()
    return any(lex.kind(term) == "action" and not ({term} | lex.relatives(term)) & said for term, _ in needed)


def only_one_of_two(question: Asked, listed: Listed, groups: Sequence[Named]) -> list[str]:
    """Two things that are asked about together, of which a table counts the one or the other as a single thing."""
    used = {n for g in groups if not all(label.ids <= listed.counted for label in g.labels) for n in g.words}
    if _JOINS.search(listed.dataset.measure):
        return []
    words = [w for n, w in enumerate(question.words) if n not in used and not w.general]
    found = []
    for one, other in zip(words, words[1:], strict=False):
        between = question.text[one.end : other.start]
        if _JOINED.fullmatch(between) and _counted(one, listed) and _counted(other, listed):
            found.append(f"{one.words} and {other.words}")
    return found


def _counted(word: Word, listed: Listed) -> bool:
    return bool(word.ids & listed.counted)


def unheard(question: Asked, listed: Listed) -> list[str]:
    """Small words after a deed that say how or when it was done, and that nothing in the table says ("searched alone")."""
    told = " ".join((*listed.told, *(c.words for d in listed.dataset.dimensions for c in d.codes[:400]))).lower()
    return [m["how"] for m in _MANNER.finditer(question.text) if not re.search(rf"\b{m['how'].lower()}\b", told)]
