"""What is wrong with the lexicon's files, each in one sentence; used by the tests and when a person extends it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from corpus.lexicon.build import Entry, entries, families, phrases
from corpus.lexicon.words import keys_of

__all__ = ["problems"]

FIELDS = {"concept", "words", "people", "cased", "kind", "broader", "opposite", "general"}
MOST_WORDS = 9
"""The longest phrase that is looked for."""


def problems(raw: Mapping[str, Any]) -> list[str]:
    """Everything wrong with RAW (``build.raw_tables``): unknown fields and ids, words in two concepts, circles."""
    listed = list(entries(raw))
    return [*_fields(raw), *_twice(listed), *_links(listed), *_circles(listed), *_families(raw), *_words(raw)]


def _fields(raw: Mapping[str, Any]) -> Iterator[str]:
    for file, table in raw.items():
        for entry in table.get("concepts", ()) if isinstance(table, dict) else ():
            for field in sorted(set(entry) - FIELDS):
                yield f"{file}.yaml: {entry.get('concept', '?')} has an unknown field {field}; take it out."


def _twice(listed: list[Entry]) -> Iterator[str]:
    where: dict[str, str] = {}
    for entry in listed:
        if entry.concept in where:
            yield f"{entry.file}.yaml: {entry.concept} is already in {where[entry.concept]}.yaml; join the two."
        where[entry.concept] = entry.file


def _links(listed: list[Entry]) -> Iterator[str]:
    known = {entry.concept for entry in listed}
    for entry in listed:
        for other in (*entry.broader, *entry.opposite):
            if other not in known:
                yield f"{entry.file}.yaml: {entry.concept} names {other}, which is no concept; add or correct it."


def _circles(listed: list[Entry]) -> Iterator[str]:
    above = {entry.concept: set(entry.broader) for entry in listed}
    for entry in listed:
        seen: set[str] = set()
        step = set(above[entry.concept])
        while step - seen:
            seen |= step
            step = {up for one in step for up in above.get(one, ())}
        if entry.concept in seen:
            yield f"{entry.file}.yaml: {entry.concept} is broader than itself; break the circle."


def _families(raw: Mapping[str, Any]) -> Iterator[str]:
    where: dict[str, str] = {}
    for family in raw["stems"]["families"]:
        for word in family:
            if word in where:
                yield f"stems.yaml: {word} stands in two families, {where[word]} and {family[0]}; keep one."
            where[word] = family[0]


def _words(raw: Mapping[str, Any]) -> Iterator[str]:
    family = families(raw)
    where: dict[tuple[str, ...], tuple[str, str]] = {}
    for words, concept, _ in phrases(raw):
        keys = keys_of(words, family)
        if not 0 < len(keys) <= MOST_WORDS:
            yield f"{concept or 'stopwords'}: {words!r} has {len(keys)} words; a phrase has 1 to {MOST_WORDS}."
        held, other = where.setdefault(keys, (concept, words))
        if held != concept:
            both = f"{words!r} of {concept or 'stopwords'} and {other!r} of {held or 'stopwords'}"
            yield f"{both} are read alike; keep one, or part them in stems.yaml."
