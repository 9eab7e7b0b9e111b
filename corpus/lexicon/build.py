"""From the lexicon's YAML files to the tables that reading uses, kept in the user's cache folder by content.

The cache is only ever a copy: where it is absent, damaged or cannot be written, the tables are built again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations
from pathlib import Path
from typing import Any, NamedTuple

from corpus.lexicon.loading import kept
from corpus.lexicon.related import read_groups
from corpus.lexicon.words import keys_of

__all__ = ["DROPPED", "Entry", "compiled", "entries", "families", "phrases", "raw_tables", "tables"]

HERE = Path(__file__).parent
DROPPED = ""
"""The concept id of a stopword: it may stand in a phrase but is never a term."""

_LAYOUT = "4"
"""Changed with the tables' shape, so that an older copy is never read."""


class Entry(NamedTuple):
    """One concept as a person wrote it, with the file that it stands in."""

    concept: str
    words: tuple[str, ...]
    people: tuple[str, ...]
    cased: tuple[str, ...]
    kind: str
    broader: tuple[str, ...]
    opposite: tuple[str, ...]
    general: bool
    file: str


def raw_tables(folder: Path = HERE) -> dict[str, Any]:
    """Each of the lexicon's files in FOLDER by its name; every scalar is a string, so that ``no`` stays a word."""
    from ruamel.yaml import YAML  # late: not needed where the cache holds

    return {path.stem: YAML(typ="base").load(path.read_bytes()) for path in _paths(folder)}


def _paths(folder: Path) -> list[Path]:
    """The files that hold concepts or that this package reads by name; others may stand beside them."""
    named = ("calendar", "negation", "stems", "stopwords")
    return [p for p in sorted(folder.glob("*.yaml")) if p.stem in named or _ours(p.read_bytes())]


def _ours(content: bytes) -> bool:
    return b"\nconcepts:" in content or b"\ngroups:" in content


def entries(raw: Mapping[str, Any]) -> Iterator[Entry]:
    """The concepts of every table that has any, in the files' order."""
    for file, table in raw.items():
        if isinstance(table, dict) and "concepts" in table:
            for entry in table["concepts"]:
                yield _entry(entry, file, table.get("kind", "concept"))


def _entry(entry: Mapping[str, Any], file: str, kind: str) -> Entry:
    def many(field: str) -> tuple[str, ...]:
        return tuple(entry.get(field, ()))

    concept = entry["concept"]
    own = (concept.replace("-", " "),)
    return Entry(
        concept,
        own + many("words"),
        many("people"),
        many("cased"),
        entry.get("kind", kind),
        many("broader"),
        many("opposite"),
        entry.get("general") == "true",
        file,
    )


def families(raw: Mapping[str, Any]) -> dict[str, str]:
    """Each word of ``stems.yaml`` → its family's key: ``=`` (no stem has one) and the family's first word."""
    return {word: f"={family[0]}" for family in raw["stems"]["families"] for word in family}


def phrases(raw: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Every (words, concept id, kind); a stopword's concept id is ``DROPPED``."""
    for entry in entries(raw):
        yield from ((words, entry.concept, entry.kind) for words in entry.words)
        yield from ((words, entry.concept, "nationality") for words in entry.people)
    for name in ("words", "phrases"):
        yield from ((words, DROPPED, "stopword") for words in raw["stopwords"][name])
    for name in ("months", "weekdays", "seasons"):
        yield from ((words, DROPPED, "date") for row in raw["calendar"][name] for words in row["words"])


def tables(raw: Mapping[str, Any]) -> dict[str, Any]:
    """What ``Lexicon`` is made of, as plain JSON values."""
    family = families(raw)
    known: dict[tuple[str, ...], tuple[str, str]] = {}
    for words, concept, kind in phrases(raw):
        known.setdefault(keys_of(words, family), (concept, kind))
    made, related = read_groups(raw, family, known)
    known |= {keys_of(words, family): (concept, kind) for words, concept, kind in made}
    first: dict[str, list[list[Any]]] = {}
    for keys, (concept, kind) in known.items():
        first.setdefault(keys[0], []).append([list(keys[1:]), concept, kind])
    for rows in first.values():
        rows.sort(key=lambda row: (-len(row[0]), row[1] == DROPPED))
    listed = list(entries(raw))
    return {
        "families": family,
        "first": first,
        "cased": {word: [e.concept, e.kind] for e in listed for word in e.cased},
        "kind": {e.concept: e.kind for e in listed} | {m.concept: m.kind for m in made},
        "general": [e.concept for e in listed if e.general],
        "broader": _closure({e.concept: e.broader for e in listed}),
        "opposite": _both_ways((e.concept, o) for e in listed for o in e.opposite),
        "related": _both_ways(pair for group in related for pair in permutations(group, 2)),
        "negation": raw["negation"],
        "calendar": raw["calendar"],
    }


def _closure(above: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    def climb(concept: str, seen: set[str]) -> set[str]:
        for one in above.get(concept, ()):
            if one not in seen:
                seen.add(one)
                climb(one, seen)
        return seen

    return {concept: sorted(climb(concept, set())) for concept in above}


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {concept: sorted(others) for concept, others in found.items()}


def compiled() -> dict[str, Any]:
    """The tables, from the cache where it holds these very files' copy."""
    digest = hashlib.sha256(_LAYOUT.encode())
    for path in _paths(HERE):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    held: dict[str, Any] = kept("lexicon", digest.hexdigest(), lambda: tables(raw_tables()))
    return held
