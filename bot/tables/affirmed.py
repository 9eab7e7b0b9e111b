"""What a question affirms, of a heading that only tells whether something was so: "Yes" and "No", "Licence held" and
"No licence held"."""

from __future__ import annotations

from bot.tables.hear import Asked
from bot.tables.label import Label, Way
from bot.tables.matching import denied_before
from bot.tables.words import alike, phrases, waived
from corpus.lexicon.terms import lexicon

__all__ = ["YES", "affirmed", "deeds_of_heading"]

YES, _NO = ("yes",), ("no",)
_NO_DEED = frozenset({"role", "person", "place", "nationality", "body"})


def affirmed(question: Asked, way: Way) -> tuple[Label, frozenset[int]] | None:
    """The row that the question affirms, and by which of its words: the "Yes" of "Officer injured: yes, no" by
    "officers injured", the "Claim made" of a heading "Claim", beside "No claim made", by "claims"."""
    found = _yes(way)
    if found is None:
        return None
    deeds = deeds_of_heading(way)
    words = frozenset(n for n, w in enumerate(question.words) if alike(w.ids, deeds) and n not in question.denied)
    said = frozenset(i for n in words for i in question.words[n].ids)
    if not words or not all(alike(frozenset({i}), said) for i in deeds):
        return None
    return None if any(denied_before(question, question.words[n]) for n in words) else (found, words)


def _yes(way: Way) -> Label | None:
    """The row of a heading that affirms what its other one denies."""
    yes = next((label for label in way.labels if label.keys == YES), None)
    if yes is not None:
        return yes if any(label.keys == _NO for label in way.labels) else None
    some = [label for label in way.labels if label.n not in way.totals and label.keys]
    if len(some) != _BOTH:
        return None
    return next((one for one, other in (some, some[::-1]) if tuple(other.keys) == (*_NO, *one.keys)), None)


_BOTH = 2


def deeds_of_heading(way: Way) -> frozenset[str]:
    """What the heading of a "Yes" and a "No" says was done."""
    heading = waived().sub(" ", way.dimension.name)
    return frozenset(i for i in phrases(heading) if lexicon().kind(i) not in _NO_DEED)
