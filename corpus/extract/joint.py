"""A noun that two words before it share: "560 *boat and barge* licences" counts licences, and no boat."""

from __future__ import annotations

from corpus.extract.phrase import Phrase
from corpus.extract.scan import bag
from corpus.lexicon.grammar import words
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["joint"]

_REST = regex(r"\s+(?:and|or)\s+(?P<rest>(?:[a-z][a-z-]+\s+){1,3}?[a-z-]+[^su\W]s)\b(?!\s+[a-z]+s\b)")
_MANY = bag(
    "staff police crew sheep cattle fish deer aircraft personnel offspring poultry livestock series species salmon "
    "trout dice folk clergy gentry infantry"
)
"""Nouns that are already of many without an "s"."""
_ONE = ("us", "ss", "is")
"""Endings of nouns that are of one thing though they end in "s": an omnibus, a mattress, an analysis."""
_CLOSED = (
    "determiners",
    "prepositions",
    "conjunctions",
    "auxiliaries",
    "pronouns",
    "adverbs",
    "past",
    "people",
    "finite",
)


def joint(text: str, phrase: Phrase, limit: int) -> Phrase:
    """PHRASE up to the noun in the plural that its own singular shares with another word; else PHRASE itself."""
    span = phrase.span
    said = span.of(text).lower().split()
    if phrase.whole is not None or phrase.elided or not said or not _singular(said[-1]):
        return phrase
    match = _REST.match(text, span.end, limit)
    if match is None or not all(_singular(w) for w in match["rest"].split()[:-1]):
        return phrase
    return Phrase(Span(span.start, match.end("rest")))


def _singular(word: str) -> bool:
    """Whether a word may stand before the noun that is counted: one in small letters, and of one thing."""
    closed = any(word in words(name) for name in _CLOSED)
    many = word.endswith(("s", "ren")) and not word.endswith(_ONE)
    return word.islower() and not (closed or many or word in _MANY or word.endswith(("ed", "ing")))
