"""What holds only of the little tables of written answers: which words about one bear a question out, and how many.

There are thousands of them, each on a narrow point, so that a question of two common words would be borne out by some.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.matching import is_light
from bot.tables.naming import Named
from bot.tables.words import Word
from corpus.cube import Role
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["done", "particular"]

_FEWEST = 3
_HOME = frozenset(
    ["united-kingdom", "great-britain", "england", "wales", "scotland", "northern-ireland", "england-and-wales"]
)


def particular(question: Asked, listed: Listed, groups: Sequence[Named], borne: set[int]) -> bool:
    """Whether a question says enough to mean this one little table of an answer, among many.

    It says what is counted in three words, and names the place that the table is of, or something by its proper name.
    """
    telling = [
        n for n in borne if not is_light(question.words[n]) and question.words[n].kind not in ("number", "recent")
    ]
    if len({question.words[n].start for n in telling}) < _FEWEST:
        return False
    abroad = listed.places - _HOME
    said = frozenset(i for w in question.words for i in (w.ids | lexicon().ids(w.words)))
    proper = any(question.text[question.words[n].start].isupper() for g in groups for n in g.words)
    return not abroad or bool(abroad & said) or proper


_DID = regex(r"\b(?:did|does|do)\b[^,;?]*$", re.IGNORECASE)
_AREA = frozenset({"area", "areas", "region", "regions"})


def done(question: Asked, word: Word, listed: Listed) -> bool:
    """Whether what stands about a table of an answer bears a word out: a deed that it tells, or that it has areas."""
    if not listed.answers:
        return False
    if question.text[word.start : word.end].lower() in _AREA and any(w.role is Role.PLACE for w in listed.ways):
        return True
    did = word.kind in ("action", "word") and _DID.search(question.text[: word.start]) is not None
    return did and question.text[word.start].islower() and bool(word.ids & listed.context)
