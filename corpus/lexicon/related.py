"""Groups of near-synonyms (``related*.yaml``): words that may stand for one another when a document is asked about.

A group's words are read as any text is: a word of a concept is that concept, a single word that the lexicon does not
know is its stem, and a phrase that it does not know becomes a concept of its own, so that it is read as one term.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from corpus.lexicon.words import WORD, keys_of

__all__ = ["Group", "Made", "groups", "read_groups"]

Keys = tuple[str, ...]


class Group(NamedTuple):
    """One group as a person wrote it, with the file that it stands in."""

    words: tuple[str, ...]
    file: str


class Made(NamedTuple):
    """A concept made of a group's phrase: an action where its group holds one."""

    words: str
    concept: str
    kind: str


def groups(raw: Mapping[str, Any]) -> Iterator[Group]:
    """The groups of every file named ``related…``, in the files' order."""
    for file, table in raw.items():
        if file.startswith("related"):
            yield from (Group(tuple(words), file) for words in table["groups"])


def read_groups(
    raw: Mapping[str, Any], family: Mapping[str, str], known: Mapping[Keys, tuple[str, str]]
) -> tuple[list[Made], list[list[str]]]:
    """The concepts that the groups' phrases need, and each group as its concepts' ids.

    KNOWN says of each phrase's keys which concept it is and of what kind; a word that is no term ("") is left out.
    """
    made: dict[Keys, Made] = {}
    found: list[list[str]] = []
    for group in groups(raw):
        listed = {keys_of(words, family): words for words in group.words}
        kind = "action" if any(known.get(keys, ("", ""))[1] == "action" for keys in listed) else "concept"
        for keys, words in listed.items():
            if len(keys) > 1 and keys not in known and (kind == "action" or keys not in made):
                made[keys] = Made(words, made[keys].concept if keys in made else _id(words), kind)
        found.append(sorted({_read(keys, known, made) for keys in listed} - {""}))
    return list(made.values()), found


def _read(keys: Keys, known: Mapping[Keys, tuple[str, str]], made: Mapping[Keys, Made]) -> str:
    if keys in known:
        return known[keys][0]
    return made[keys].concept if keys in made else keys[0].removeprefix("=")


def _id(words: str) -> str:
    return "-".join(m.group().lower().replace("'", "").replace("’", "") for m in WORD.finditer(words))
