"""What the notes of a table say of all of it: why a count moved, whether something is counted in, where it comes from.

"Why did launches fall in 2011?", "Do the totals include rafts?", "What survey do the figures come from?": no number
of the table answers any of these, and a note that says it does, in its own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.tables.catalog import Listed
from bot.tables.shape import direction
from bot.tables.words import alike, features, light
from corpus.cube import Role
from corpus.extract.dates import periods
from corpus.ledger import Ledger
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["asks_of_notes", "told_in_notes"]

_FIGURES = r"(?:totals?|figures?|numbers?|counts?|statistics|data|tables?)"
_WHY = regex(
    r"^\W*why\s+(?:did|has|have|had|was|were|is|are)\s+(?P<what>[^?]{3,160}?)\s*\?*\s*$"
    r"|^\W*what\s+(?:caused|explains?|lay behind|is behind|was behind)\s+(?P<caused>[^?]{3,160}?)\s*\?*\s*$",
    re.IGNORECASE,
)
_COUNTED_IN = regex(
    rf"^\W*(?:do|does|did)\s+(?:the|these|those|your)\s+(?:[\w-]+\s+){{0,3}}?{_FIGURES}\s+(?:include|cover|count|exclude"
    r"|leave\s+out)\s+(?P<a>[^?]{3,100}?)\s*\?*\s*$"
    r"|^\W*(?:are|is|were|was)\s+(?P<b>[^?]{3,100}?)\s+(?:included|counted|covered|excluded|left\s+out)"
    rf"(?:\s+(?:in|from|among|under)\s+(?:the|these|those)\s+(?:[\w-]+\s+){{0,3}}?{_FIGURES})?\s*\?*\s*$",
    re.IGNORECASE,
)
_COMES_FROM = regex(
    rf"^\W*(?:what|which)\s+(?P<kind>[\w-]+)\s+(?:do|does|did|are|is|were|was)\s+(?P<a>[^?]*?)\b{_FIGURES}\s+"
    r"(?:come|came|taken|drawn|derived|based)\s*(?:from|on)\s*\?*\s*$"
    rf"|^\W*where\s+(?:do|does|did|are|is)\s+(?P<b>[^?]*?)\b{_FIGURES}\s+(?:come|taken|drawn)\s*(?:from)?\s*\?*\s*$"
    rf"|^\W*what(?:\s+is|['\u2019]s)\s+the\s+source\s+(?:of|for)\s+(?P<c>[^?]*?)\b{_FIGURES}\s*\?*\s*$",
    re.IGNORECASE,
)
_REASON = regex(
    r"\b(?:because|due\s+(?:(?:in\s+(?:large\s+)?part|partly|mainly|largely|mostly)\s+)?to|owing\s+to|as\s+a\s+result\s+of|caused\s+by|reflect(?:s|ed|ing)?|following|explained\s+by)\b",
    re.IGNORECASE,
)
_SCOPE = regex(r"\b(?:includ|exclud|count|cover|left\s+out|leaves?\s+out)\w*", re.IGNORECASE)
_SOURCE = regex(r"^\s*sources?\s*:", re.IGNORECASE)
_SAYS_SOURCE = frozenset({"source", "data", "figure", "statistics", "where", "body", "organisation"})

Found = tuple[str, Span]


def asks_of_notes(text: str) -> bool:
    """Whether TEXT asks what only notes of a table tell."""
    return _asked(text) is not None


def told_in_notes(text: str, listed: Sequence[Listed], ledger: Ledger) -> Found | None:
    """The note of one of the tables LISTED that answers TEXT; None where it asks no such thing, or none does."""
    asked = _asked(text)
    if asked is None:
        return None
    told: dict[str, Found] = {}
    for one in listed:
        for words in asked.notes(one):
            at = ledger.text(one.dataset.source_id).find(words)
            if at >= 0:
                told.setdefault(" ".join(words.split()).lower(), (one.dataset.source_id, Span(at, at + len(words))))
    return next(iter(told.values())) if len(told) == 1 else None


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of notes, and which notes of a table tell it."""

    notes: Callable[[Listed], Iterator[str]]


def _asked(text: str) -> _Asked | None:
    if (why := _WHY.match(text)) is not None and direction(text) is not None:
        what, up = why["what"] or why["caused"], direction(text)
        return _Asked(lambda one: _reasons(one, what, up))
    if (scope := _COUNTED_IN.match(text)) is not None:
        what = scope["a"] or scope["b"]
        return _Asked(lambda one: _scopes(one, what))
    if (origin := _COMES_FROM.match(text)) is not None:
        about, kind = origin["a"] or origin["b"] or origin["c"] or "", (origin["kind"] or "source").lower()
        return _Asked(lambda one: _sources(one, about, kind))
    return None


def _plain(words: str) -> frozenset[str]:
    return features(words) - light()


def _borne(terms: frozenset[str], given: frozenset[str]) -> bool:
    return all(alike(frozenset({i}), given) for i in terms)


def _notes(one: Listed) -> Iterator[str]:
    return (words for _, words in one.dataset.notes)


def _reasons(one: Listed, what: str, up: bool | None) -> Iterator[str]:
    """The notes that say why it moved so, of the very time that is asked about."""
    spans = [(m.period.start, m.period.end) for m in periods(what, None) if m.period.start]
    terms = _plain(_less_times(what))
    placed = frozenset().union(*(w.name_ids for w in one.ways if w.role is not Role.TIME)) | one.about
    for words in _notes(one):
        then = [(m.period.start, m.period.end) for m in periods(words, None)]
        same = _REASON.search(words) is not None and direction(words) == up and all(s in then for s in spans)
        own = features(words)
        if same and _borne(terms, own | placed) and terms & own and _borne(_rows_said(terms, one), own):
            yield words


def _rows_said(terms: frozenset[str], one: Listed) -> frozenset[str]:
    """Those of TERMS that tell one row of a table from others, which a note has to say itself."""
    rows = (label.ids for w in one.ways if w.role is not Role.TIME for label in w.labels if label.n not in w.sums)
    return terms & frozenset().union(*rows) - one.counted


def _scopes(one: Listed, what: str) -> Iterator[str]:
    """The notes that say whether WHAT is counted in."""
    terms = _plain(what)
    return (words for words in _notes(one) if terms and _SCOPE.search(words) and _borne(terms, features(words)))


def _sources(one: Listed, about: str, kind: str) -> Iterator[str]:
    """The notes that say where its figures come from; of the KIND that is asked for, be it a survey or a register."""
    if not _borne(_plain(about), one.about):
        return
    of_kind = features(kind) - _SAYS_SOURCE
    yield from (words for words in _notes(one) if _SOURCE.match(words) and of_kind <= features(words))


def _less_times(words: str) -> str:
    for mention in reversed(periods(words, None)):
        words = f"{words[: mention.span.start]} {words[mention.span.end :]}"
    return words
