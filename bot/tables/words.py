"""The words of a question and of a table's labels, as they are held against each other.

A word bears its own term and that of the phrase that it stands in: "secondary" of "secondary schools" is borne out by
a label "State-funded secondary" although the phrase has a concept of its own. Digits are words here ("17 and under").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.lexicon.terms import Term, lexicon

__all__ = ["Word", "alike", "features", "keys", "words_of"]

_TOKEN = re.compile(r"\d[\d,.]*|[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_PLAIN = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Word:
    """One content word of a question: where it stands, the terms that it bears, and what kind of thing it names."""

    start: int
    end: int
    words: str
    ids: frozenset[str]
    kind: str
    general: bool


@lru_cache(maxsize=256)
def words_of(text: str) -> tuple[Word, ...]:
    """The content words of TEXT in order, numbers among them; stopwords are none."""
    found: list[Word] = []
    for term in lexicon().terms(text):
        for match in _PLAIN.finditer(text, term.start, term.end):
            ids = frozenset({term.id}) | _alone(match.group())
            if len(ids) > 1 or _alone(match.group()) or term.words == match.group():
                found.append(_word(match.start(), match.end(), ids, term))
    found += [_number(m) for m in _TOKEN.finditer(text) if m.group()[0].isdigit()]
    return tuple(sorted(found, key=lambda w: w.start))


def _word(start: int, end: int, ids: frozenset[str], term: Term) -> Word:
    return Word(start, end, term.words, ids, term.kind, lexicon().general(term.id))


def _number(match: re.Match[str]) -> Word:
    bare = match.group().rstrip(".,")
    return Word(match.start(), match.start() + len(bare), bare, frozenset({bare}), "number", False)


@lru_cache(maxsize=_REMEMBERED)
def _alone(word: str) -> frozenset[str]:
    """The term of one word by itself; none for a stopword."""
    return frozenset(t.id for t in lexicon().terms(word))


@lru_cache(maxsize=_REMEMBERED)
def features(text: str) -> frozenset[str]:
    """Every term that TEXT bears, in phrases and word by word, but for those too wide to tell anything apart."""
    found = {t.id for t in lexicon().terms(text)}
    for match in _PLAIN.finditer(text):
        found |= _alone(match.group())
    return frozenset(i for i in found if not lexicon().general(i))


@lru_cache(maxsize=_REMEMBERED)
def keys(text: str) -> tuple[str, ...]:
    """The words of TEXT in lower case, digits among them, marks left out: what two spellings of a label share."""
    return tuple(m.group().lower().replace("\u2019", "'").rstrip(".,") for m in _TOKEN.finditer(text))


def alike(asked: frozenset[str], given: frozenset[str]) -> bool:
    """Whether one of the terms asked is given, or a near-synonym of it is."""
    if asked & given:
        return True
    lex = lexicon()
    return any(lex.relatives(i) & given for i in asked)
