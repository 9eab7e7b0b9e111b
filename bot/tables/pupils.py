"""Words for the young in a table of pupils: its children are all whom it counts, its boys those whom it calls male."""

from __future__ import annotations

from dataclasses import replace

from bot.tables.ages import CHILD
from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.label import own_words, spaced
from bot.tables.words import Word, features
from corpus.cube import Role

__all__ = ["as_pupils"]

_PUPIL = "pupil"
_OF_SEX = {"boy": "male", "girl": "female"}


def as_pupils(question: Asked, listed: Listed) -> Asked:
    """QUESTION with "children" read as the pupils, and "boys" as the male ones, of a table of pupils that tells no
    children and no boys apart from others by a label of its own."""
    young = {CHILD, *_OF_SEX}
    if _PUPIL not in listed.about or not any(w.ids & young for w in question.words):
        return question
    ways = [w for w in listed.ways if w.role is not Role.TIME]
    told = frozenset(i for w in ways for label in w.labels for i in features(spaced(own_words(label.code.words))))
    return replace(question, words=tuple(_read(w, told) for w in question.words))


def _read(word: Word, told: frozenset[str]) -> Word:
    """WORD as the labels, which are TOLD in these terms, call it."""
    sex = next((_OF_SEX[i] for i in word.ids if i in _OF_SEX), "")
    if sex in told and not word.ids & told:
        return replace(word, ids=frozenset({sex}))
    child = word.ids == {CHILD} and CHILD not in told
    return replace(word, ids=frozenset({_PUPIL})) if child else word
