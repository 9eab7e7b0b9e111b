"""What is wrong with the lexicon's files, each in one sentence; used by the tests and when a person extends it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from corpus.lexicon.build import Entry, entries, families, phrases, tables
from corpus.lexicon.related import groups
from corpus.lexicon.terms import Lexicon
from corpus.lexicon.words import keys_of

__all__ = ["problems"]

FIELDS = {"concept", "words", "people", "cased", "kind", "broader", "opposite", "general"}
KEPT_APART = {"place", "nationality", "offence", "attribute"}
"""Kinds of which a group of near-synonyms may hold no two: one offence never stands for another, nor one country."""

MOST_WORDS = 9
"""The longest phrase that is looked for."""


def problems(raw: Mapping[str, Any]) -> list[str]:
    """Everything wrong with RAW (``build.raw_tables``): unknown fields and ids, words in two concepts, circles."""
    listed = list(entries(raw))
    told = [*_fields(raw), *_twice(listed), *_links(listed), *_circles(listed), *_families(raw), *_words(raw)]
    return told or [*_groups(raw)]


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


def _groups(raw: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the groups of near-synonyms, where the concepts themselves are sound."""
    read = Lexicon(tables(raw))
    for group in groups(raw):
        where = f"{group.file}.yaml: the group of {group.words[0]}"
        met: dict[str, str] = {}
        for words in group.words:
            terms = read.terms(words)
            if len(terms) != 1 or terms[0].words != words:
                yield f"{where} has {words!r}, which is no one term; take it out or write another phrase."
            met |= {term.id: words for term in terms}
        if len(met) < 2:
            yield f"{where} holds only words that are one concept already; take it out."
        for one, other in combinations(met, 2):
            if read.opposite(one, other):
                yield f"{where} joins {met[one]!r} and {met[other]!r}, which exclude each other; part them."
        apart = [words for one, words in met.items() if read.kind(one) in KEPT_APART]
        if len(apart) > 1:
            yield f"{where} joins {apart[0]!r} and {apart[1]!r}, which are counted apart; part them."
