"""What a number is told to be with the verb of the one before it: "40 lamps were lit and 12 *dark*"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.extract.sharing import Bound
from corpus.lexicon.grammar import words
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["likewise"]

_WAS = regex(r"(?P<verb>(?:was|were|is|are)(?:\s+(?:still|now|only|just|found))?)\s+(?P<kind>[a-z]+)", re.IGNORECASE)
_JOINS = regex(r"\s*(?:,\s*(?:and\s+|but\s+)?|\s(?:and|but)\s+)(?:only\s+|just\s+)?", re.IGNORECASE)
_ALONE = regex(r"\s+(?P<kind>[A-Za-z]+)(?=\s*[,.;:)!?]|\s+(?:and|but)\s+(?:only\s+|just\s+)?\d|\s*$)")


def likewise(text: str, bound: Sequence[Bound]) -> list[Bound]:
    """BOUND with each number that leaves its verb out told to be so, as the one before it is told to be otherwise."""
    out = list(bound)
    for index in range(1, len(out)):
        first, again = out[index - 1], out[index]
        was = _WAS.fullmatch(first.after)
        kind = _ALONE.match(text, again.quantity.span.end)
        if was is None or kind is None or first.named or again.quantity.kind != first.quantity.kind:
            continue
        between = text[max(first.own.end, first.quantity.span.end) : again.quantity.span.start]
        if _JOINS.fullmatch(between) and _describes(kind["kind"], was["kind"]):
            out[index] = replace(
                again, counted=first.counted, before=first.before, after=f"{was['verb']} {kind['kind']}", listed=True
            )
    return out


def _describes(word: str, like: str) -> bool:
    """Whether a WORD only says how a thing is, as LIKE does, and names none that could itself be counted."""
    if word[0].isupper():
        return all(any(lexicon().kind(i) == "nationality" for i in lexicon().ids(w)) for w in (word, like))
    closed = ("prepositions", "adverbs", "pronouns", "auxiliaries", "people", "determiners", "past", "participles")
    if word.endswith("s") or word.endswith(("ed", "ing")) or any(word in words(name) for name in closed):
        return False
    return not any(lexicon().kind(i) in ("person", "role", "unit", "date", "place") for i in lexicon().ids(word))
