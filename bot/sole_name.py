"""The one name that a document has for the thing that it is about: "the Wick Sound Bridge", and no other bridge."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from bot.query import Wanted
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["named_in_full", "sole_names"]

_NAME = regex(r"\b(?:[A-Z][a-z][\w'\u2019-]*\s+){1,4}[A-Z][a-z][\w'\u2019-]*")
_OPENS = regex(r"^(?:The|A|An|This|That|At|On|In|Of|For|By|From|To|Over|Its|Their|All)\s+")
_WHERE = r"(?:in|on|at|over|across|through|under|of|for|use|using|cross|crossing)\s+(?:the\s+)?"
"""Before the name of what a thing is of or in; whoever does it has none of these before it."""
_UNNAMED = ("body", "place", "nationality", "offence", "attribute", "person", "role", "date")
"""Kinds of term of which one in a name tells it from others that may be counted too."""


def sole_names(sentences: Iterable[str], topic: Container[str]) -> frozenset[str]:
    """The full names in SENTENCES, each of the only thing of its kind that they name, where TOPIC holds that kind."""
    lex, told = lexicon(), tuple(sentences)
    by_kind: dict[str, set[str]] = {}
    for sentence in told:
        for match in _NAME.finditer(sentence):
            name = _OPENS.sub("", " ".join(match.group().split()))
            if " " in name:
                for kind in lex.ids(name.split()[-1]):
                    by_kind.setdefault(kind, set()).add(name)
    sole = (next(iter(names)) for kind, names in by_kind.items() if kind in topic and len(names) == 1)
    return frozenset(name for name in sole if _of_a_thing(name, told))


def _of_a_thing(name: str, told: Iterable[str]) -> bool:
    """Whether a NAME is of a thing that is also spoken of without it ("the bridge"), as no person is."""
    head = re.compile(rf"\b{re.escape(name.split()[-1].lower())}\b")
    return any(head.search(sentence) for sentence in told)


def named_in_full(wanted: Wanted, names: Iterable[str]) -> frozenset[str]:
    """The terms of those NAMES that WANTED names in full: whoever names what a whole document is of asks no more."""
    lex, asked = lexicon(), wanted.words.lower()
    named = (name for name in names if re.search(rf"\b{_WHERE}{re.escape(name.lower())}\b", asked))
    return frozenset(i for name in named for i in lex.ids(name) if lex.kind(i) not in _UNNAMED)
