"""Everyday words for what a table says in its own: "officer strength", "the rate", "were left", an acronym.

They say nothing of what is counted but what the table says anyway, and so restrict nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.matching import beside
from bot.tables.particular import done
from bot.tables.statistic import as_rate
from bot.tables.swings import only_moves
from bot.tables.words import Word, features
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Nature

__all__ = ["said_anyway", "spelt_out"]

_RATE = frozenset({"rate"})
_AMOUNTS = frozenset({"strength", "headcount", "complement", "volume", "tally", "size"})
_OF = regex(r"\s+of\b", re.IGNORECASE)
_STILL = regex(r"\b(?:were|was|are|is)\s+(?:still\s+)?left\b|\bremain(?:ed|ing)\b", re.IGNORECASE)
_SHORT = regex(r"[A-Z]{3,6}s?")
_MINOR = frozenset({"of", "the", "and", "for", "in", "by", "to", "a"})


def said_anyway(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether a word that names no label says only what the table says anyway."""
    if word.ids == _RATE and listed.measures is not None and as_rate(listed.measures, question.text):
        return True
    if listed.dataset.nature is Nature.STOCK and any(
        m.start() <= word.start < m.end() for m in _STILL.finditer(question.text)
    ):
        return True
    if done(question, word, listed) or only_moves(question.text, word.words, listed):
        return True
    return _how_many(question, word, listed)


def _how_many(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether a word only asks how many there are of what stands beside it: "the *volume* of claims"."""
    said = question.text[word.start : word.end].lower().rstrip("s")
    if said not in _AMOUNTS or word.ids & listed.labelled:
        return False
    after = [w for w in question.words if w.start >= word.end]
    of = _OF.match(question.text, word.end) is not None and bool(after) and bool(after[0].ids & listed.counted)
    return of or any(v is word and w.ids & listed.counted for w, v in beside(question))


def spelt_out(question: Asked, listed: Listed) -> Asked:
    """QUESTION with each acronym, of no place and no body, read as the words of the table whose initials it is."""
    unknown = [w for w in question.words if _is_short(question, w)]
    meant = {w: ids for w in unknown if (ids := _spelt(question.text[w.start : w.end], listed))}
    if not meant:
        return question
    words = tuple(replace(w, ids=w.ids | meant[w]) if w in meant else w for w in question.words)
    return replace(question, words=words)


def _is_short(question: Asked, word: Word) -> bool:
    known = word.kind in ("place", "body", "nationality")
    return not known and _SHORT.fullmatch(question.text[word.start : word.end]) is not None


def _spelt(short: str, listed: Listed) -> frozenset[str]:
    """The terms of the words that follow one another in what a table counts, or in its title, and begin so."""
    wanted = short.removesuffix("s").lower()
    for told in (listed.dataset.measure, listed.dataset.title):
        for run in _runs(told, len(wanted)):
            if "".join(w[0] for w in run).lower() == wanted:
                return features(" ".join(run)) | {t.id for t in lexicon().terms(" ".join(run))}
    return frozenset()


def _runs(words: str, length: int) -> Iterator[list[str]]:
    plain = [w for w in re.findall(r"[A-Za-z]+", words) if w.lower() not in _MINOR]
    for at in range(len(plain) - length + 1):
        yield plain[at : at + length]
