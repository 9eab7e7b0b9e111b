"""What holds only of the little tables of written answers: which words about one bear a question out, and how many.

There are thousands of them, each on a narrow point, so that a question of two common words would be borne out by some.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.tables.areas import areas_of
from bot.tables.called import Named
from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.matching import is_light
from bot.tables.words import Word, features
from corpus.cube import Role
from corpus.formats.statistics.introduced import withholds
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["done", "particular"]

_FEWEST = 3
_FEW_OF_ALL = 2
_HOME = frozenset(
    ["united-kingdom", "great-britain", "england", "wales", "scotland", "northern-ireland", "england-and-wales"]
)


def particular(
    question: Asked, listed: Listed, groups: Sequence[Named], borne: set[int], unnamed: Collection[str]
) -> bool:
    """Whether a question says enough to mean this one little table of an answer, among many.

    It says what is counted in three words, and names the place that the table is of, or something by its proper name.
    Two are enough for a time where nothing that the table counts is UNNAMED: it is then no narrower than is asked.
    """
    telling = [n for n in borne if not is_light(question.words[n]) and _tells(question, question.words[n])]
    timed = bool(question.times) or _WHICH_TIME.search(question.text) is not None
    few = _FEW_OF_ALL if not unnamed and timed else _FEWEST
    if len({question.words[n].start for n in telling}) < few:
        return False
    abroad = listed.places - _HOME - listed.labelled
    said = frozenset(i for w in question.words for i in (w.ids | lexicon().ids(w.words)))
    proper = any(question.text[question.words[n].start].isupper() for g in groups for n in g.words)
    return not abroad or bool(abroad & said) or proper


_WHICH_TIME = regex(
    r"\b(?:which|what|each|every)\s+(?:financial\s+|calendar\s+)?(?:year|month|quarter)\b", re.IGNORECASE
)


def _tells(question: Asked, word: Word) -> bool:
    """Whether a word says what is meant: no bare number does, nor a stretch back from no date; the name of a form or a
    road does ("K9s")."""
    named = word.start > 0 and question.text[word.start - 1].isalpha()
    return word.kind not in ("number", "recent") or named


_DID = regex(r"\b(?:did|does|do)\b[^,;?]*$", re.IGNORECASE)
_AREA = frozenset({"area", "areas", "region", "regions"})


def done(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether what stands about a table bears a word out: that its rows are regions; of an answer, that it has areas at
    all, or tells of a deed."""
    placed = [w for w in listed.ways if w.role is Role.PLACE]
    area = question.text[word.start : word.end].lower() in _AREA
    if area and any(listed.answers or areas_of(w) == "region" for w in placed):
        return True
    if not listed.answers:
        return False
    if _described(question, word, listed):
        return True
    did = word.kind in ("action", "word") and _DID.search(question.text[: word.start]) is not None
    return did and question.text[word.start].islower() and bool(word.ids & listed.context)


def _described(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether the answer itself calls what its table counts as the question does: "*licensed* harbour pilots", of a
    table of "harbour pilots". Not in a sentence that says what is not given, nor in what was asked."""
    after = next((w for w in question.words if w.start > word.start), None)
    if after is None or word.kind not in ("word", "concept") or not after.ids & features(listed.dataset.title):
        return False
    phrase = question.text[word.start : after.end]
    if not phrase.islower() or phrase.split()[:-1] != [question.text[word.start : word.end]]:
        return False
    answer = [words for mark, words in listed.dataset.notes if not mark and not words.startswith("To ask ")]
    said = [s for words in answer for s in _SENTENCE.split(words) if re.search(rf"\b{re.escape(phrase)}\b", s)]
    return bool(said) and not any(withholds(s) or _SOME.search(s) for s in said)


_SENTENCE = regex(r"(?<=[.?!])\s+")
_SOME = regex(r"\b(?:of which|of these|of whom|including|other than)\b", re.IGNORECASE)
"""What speaks of a part of them alone."""
