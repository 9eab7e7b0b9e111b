"""Words that a question only calls a release by: "the *mooring fees* scorecard", of a file that is called a scorecard.

They ask for no fees, be it that one of its measures counts such. What any other column tells apart they never are:
"the inner harbour scorecard" names a condition where a table tells inner harbours from others.
"""

from __future__ import annotations

from dataclasses import replace

from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.words import Word, features
from corpus.cube import Role
from corpus.patterns import regex

__all__ = ["less_its_release"]

_RELEASE = regex(r"\b(?P<what>(?:[a-z][a-z-]+\s+){1,2})(?P<noun>scorecard|dashboard)s?\b")


def less_its_release(question: Asked, listed: Listed) -> Asked:
    """QUESTION less the words before what its release is called, where its measures bear them out and no other of its
    labels is named by them, as the other words name another measure."""
    match, way = _RELEASE.search(question.text), listed.measures
    if match is None or way is None or not features(match["noun"]) & features(listed.dataset.title):
        return question
    start, end = match.span("what")
    told = [w for w in question.words if start <= w.start and w.end <= end]
    others = (w for w in listed.ways if w.role is not Role.MEASURE)
    held = frozenset().union(*(label.ids for one in others for label in one.labels))
    if not told or any(w.ids & held or not _borne(w, told, listed) for w in told):
        return question
    kept = tuple(w for w in question.words if w not in told)
    tokens = tuple(t for t in question.tokens if not start <= t[1] < end)
    gone = {n for n, w in enumerate(question.words) if w in told}
    moved = {n: at for at, n in enumerate(n for n in range(len(question.words)) if n not in gone)}
    aside, denied = (frozenset(moved[n] for n in some if n in moved) for some in (question.aside, question.denied))
    return replace(question, words=kept, tokens=tokens, aside=aside, denied=denied)


def _borne(word: Word, told: list[Word], listed: Listed) -> bool:
    """Whether a measure bears out what a WORD, or another of the same term among those TOLD, says."""
    same = frozenset().union(*(w.ids for w in told if w.whole == word.whole))
    return listed.measures is not None and any(same & label.ids for label in listed.measures.labels)
