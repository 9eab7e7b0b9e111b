"""Words for the young in a table of pupils or children: its children are all whom it counts, its boys its males."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.tables.ages import CHILD, ages_of, bands_in
from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.label import own_words, spaced
from bot.tables.words import Word, features
from corpus.cube import Role
from corpus.patterns import regex

__all__ = ["as_pupils"]

_PUPIL = "pupil"
_YOUNG = frozenset({CHILD, "pupil", "schoolchild"})
_OF_SEX = {"boy": "male", "girl": "female"}


def as_pupils(question: Asked, listed: Listed) -> Asked:
    """QUESTION with "boys" read as the males of a table of the young, and "children" as the pupils of one of pupils,
    where its own labels tell no boys and no children apart from others. Among people of every age they are not.
    """
    pupils = _PUPIL in listed.about
    named = any(w.ids & {CHILD, *_OF_SEX} for w in question.words)
    if not named or not (pupils or listed.own & _YOUNG):
        return _of_their_age(question, listed)
    ways = [w for w in listed.ways if w.role is not Role.TIME]
    told = frozenset(i for w in ways for label in w.labels for i in features(spaced(own_words(label.code.words))))
    return replace(question, words=tuple(_read(w, told, pupils=pupils) for w in question.words))


_OF_EVERY_AGE = regex(
    r"\b(?:men|males?)\s+(?:and|or|&)\s+boys\b|\bboys\s+(?:and|or|&)\s+(?:men|males?)\b"
    r"|\b(?:women|females?)\s+(?:and|or|&)\s+girls\b|\bgirls\s+(?:and|or|&)\s+(?:women|females?)\b",
    re.IGNORECASE,
)


def _of_their_age(question: Asked, listed: Listed) -> Asked:
    """QUESTION with "boys" read as the males who are children, of a table that tells ages and sexes apart.

    An age that is named beside them ("boys under 16") is theirs; "men and boys" are of every age.
    """
    if not any(w.ids & _OF_SEX.keys() for w in question.words):
        return question  # before all labels of every table are gone through
    told = frozenset(i for w in listed.ways for label in w.labels for i in label.ids)
    young = any(ages_of(label.code.words) == {CHILD} for w in listed.ways for label in w.labels)
    theirs = {n: sex for n, w in enumerate(question.words) for i, sex in _OF_SEX.items() if i in w.ids - told}
    if not young or not theirs or not set(theirs.values()) <= told:
        return question
    words = [replace(w, ids=frozenset({theirs[n]})) if n in theirs else w for n, w in enumerate(question.words)]
    if not bands_in(question.text) and not _OF_EVERY_AGE.search(question.text):
        words += [replace(question.words[n], ids=frozenset({CHILD})) for n in theirs]
    return replace(question, words=tuple(words))


def _read(word: Word, told: frozenset[str], *, pupils: bool) -> Word:
    """WORD as the labels, which are TOLD in these terms, call it."""
    sex = next((_OF_SEX[i] for i in word.ids if i in _OF_SEX), "")
    if sex in told and not word.ids & told:
        return replace(word, ids=frozenset({sex}))
    child = pupils and word.ids == {CHILD} and CHILD not in told
    return replace(word, ids=frozenset({_PUPIL})) if child else word
