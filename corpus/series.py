"""Bulletins of one series: what a later issue says of the same measure supersedes what the earlier one said.

Two sources are issues of one series where one publisher gave both, and their titles, or the names of their files, are
the same but for dates and numbers. Two figures are of one measure where everything that gives them their meaning is
said in the same words, dates and times apart. What was counted over a time is never superseded by what was counted
over another: neither a day's count by the next day's, nor a quarter's by the next quarter's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from corpus.extract.figures import BEFORE, DIFFERENCE
from corpus.ledger import Entry, Ledger
from corpus.patterns import regex
from corpus.records import Figure, Link, LinkKind, Source

__all__ = ["in_series", "pattern_of"]

_MONTHS = (
    "january february march april june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday"
)
_DATED = regex(rf"\b(?:{'|'.join(_MONTHS.split())}|may(?= #))\b|[0-9]+(?:st|nd|rd|th)?")
_WORD = regex(r"[a-z][a-z'\u2019-]*")
_SIGNS = regex(r"[\u2070\u00b9\u00b2\u00b3\u2074-\u2079*\u2020\u2021]+|\[[a-z]\]")
_IDLE_WORDS = (
    "a an and as at by for from had has have in is it its no of on or that the their there these this those to up was "
    "were which with am pm noon date report reports"
)
_IDLE = frozenset(_IDLE_WORDS.split())
"""Words that change from one issue to the next without another measure being meant."""
_FLOW_WORDS = (
    "daily weekly monthly quarterly annual yearly new yesterday today tonight overnight hours day week weeks month "
    "months quarter during increase increased decrease change rise fall rose fell latest additional further"
)
_FLOWS = frozenset(_FLOW_WORDS.split())
"""Words of what was counted over a time that moves on with each issue."""
_LEVELS = regex(
    r"\b(?:cumulative(?:ly)?|total|totals|overall|to date|so far|as at|as of|since the (?:start|beginning|outbreak))\b"
)
_LEAST_LETTERS = 5


def pattern_of(name: str) -> str:
    """NAME with every date and number in it alike: ``Bulletin, 3 April 2020`` and ``… 4 May 2020`` are one."""
    plain = re.sub(r"[0-9]+(?:st|nd|rd|th)?", "#", name.lower())
    plain = re.sub(r"\bmay(?=\W+#)", "#", plain)
    return re.sub(r"#(?:\W*#)*", "#", _DATED.sub("#", " ".join(plain.replace("_", " ").split())))


def in_series(ledger: Ledger, entries: Sequence[Entry]) -> list[Entry]:
    """ENTRIES, about to go into LEDGER, each with links between its figures and those of the other issues there."""
    return [_linked(ledger, entry) if _may_be_issue(entry) else entry for entry in entries]


def _may_be_issue(entry: Entry) -> bool:
    """Whether a source may be one issue of a series: it was read from a file, is dated, and gives figures in prose."""
    source = entry.source
    prose = all(one.within_prose for one in entry.datasets)
    return not source.paraphrase and source.known_by is not None and bool(entry.figures) and prose


@dataclass(frozen=True, slots=True)
class _Said:
    """A figure as one issue gave it: the day that it is of, and the day of the issue."""

    figure: Figure
    of: date
    published: date
    dated: bool
    """Whether it says itself at which day it stood."""

    @property
    def order(self) -> tuple[date, date]:
        return self.of, self.published


_Key = tuple[object, ...]


def _linked(ledger: Ledger, entry: Entry) -> Entry:
    issues = [s for s in ledger.issues_like(entry.source) if _one_series(s, entry.source)]
    if not issues:
        return entry
    mine = _by_measure(entry.figures, entry.source)
    others: dict[_Key, list[_Said]] = defaultdict(list)
    for issue in issues:
        for key, said in _by_measure(ledger.figures(source_id=issue.id), issue).items():
            others[key].append(said)
    same_title = {s.id for s in issues if s.title == entry.source.title}
    links: list[Link] = []
    for key, said in mine.items():
        kept = [o for o in others.get(key, ()) if _same_kind(said, o, alike=o.figure.source_id in same_title)]
        links += _links(said, kept, entry.source.id)
    return replace(entry, links=(*entry.links, *links)) if links else entry


def _one_series(one: Source, other: Source) -> bool:
    """Whether two sources are issues of one series, of different days."""
    if one.publisher != other.publisher or one.known_by is None or one.known_by == other.known_by or one.paraphrase:
        return False
    if one.kind is not other.kind or one.language != other.language:
        return False
    names = [_file_of(s) for s in (one, other)]
    numbered = all("#" in n and sum(c.isalpha() for c in n) >= _LEAST_LETTERS for n in names)
    return pattern_of(one.title) == pattern_of(other.title) or (numbered and names[0] == names[1])


def _file_of(source: Source) -> str:
    return pattern_of(source.key.partition("~")[0])


def _by_measure(figures: Iterable[Figure], source: Source) -> dict[_Key, _Said]:
    """The figures of one issue by what they measure; a measure that it gives two values of is left out."""
    found: dict[_Key, list[_Said]] = defaultdict(list)
    for figure in figures:
        key, published = _key(figure), source.known_by
        if key is not None and published is not None:
            of = figure.as_at.last if figure.as_at else published
            found[key].append(_Said(figure, of, published, figure.as_at is not None))
    return {k: said[0] for k, said in found.items() if len({s.figure.value for s in said}) == 1}


def _key(figure: Figure) -> _Key | None:
    """What a figure measures, in words that stay the same from issue to issue; None where they say too little."""
    if figure.value is None or figure.note in (DIFFERENCE, BEFORE):
        return None
    words = _words(figure.measure) or _words(figure.counted)
    if not words - _FLOWS:
        return None
    parts = tuple(sorted((" ".join(sorted(_words(a))), " ".join(sorted(_words(b)))) for a, b in figure.breakdown))
    period = figure.period and (figure.period.start, figure.period.end)
    closed = period if period and all(period) else None
    return (words, _words(figure.population), parts, figure.unit, figure.geography.lower(), figure.note, closed)


def _words(text: str) -> frozenset[str]:
    plain = _DATED.sub(" ", _SIGNS.sub(" ", text.lower()))
    return frozenset(w for w in _WORD.findall(plain) if w not in _IDLE)


def _same_kind(one: _Said, other: _Said, *, alike: bool) -> bool:
    """Whether of two figures of one measure the later takes the earlier's place.

    Over one closed period it does: it was revised. A level does too. What is counted over no stated time does where
    both say at which day it stood, or it is said to be a total, or two issues of one title (ALIKE) say it so; of that,
    a number that never changes is a definition's ("within 28 days").
    """
    if one.figure.period and one.figure.period.start and one.figure.period.end:
        return one.figure.value != other.figure.value
    said = [" ".join((f.measure, f.counted, f.inherited)).lower() for f in (one.figure, other.figure)]
    if any(map(_LEVELS.search, said)):
        return True
    if any(_words(s) & _FLOWS for s in said):
        return False
    moved = one.figure.value != other.figure.value
    return (one.dated and other.dated) or (alike and moved and one.figure.period is None)


def _links(said: _Said, others: Sequence[_Said], source_id: str) -> Iterator[Link]:
    """From the later of two neighbours to the earlier; where neighbours give one value, to each that does."""
    earlier = sorted((o for o in others if o.order < said.order), key=lambda o: o.order, reverse=True)
    later = sorted((o for o in others if o.order > said.order), key=lambda o: o.order)
    for other in _nearest(earlier):
        yield _link(said, other, source_id)
    for other in _nearest(later):
        yield _link(other, said, source_id)


def _nearest(others: Sequence[_Said]) -> Iterator[_Said]:
    """The first of OTHERS and those after it of the same value."""
    return takewhile(lambda o: o.figure.value == others[0].figure.value, others)


def _link(later: _Said, earlier: _Said, source_id: str) -> Link:
    same = later.figure.value == earlier.figure.value and later.of == earlier.of
    kind = LinkKind.RESTATES if same else LinkKind.SUPERSEDES
    return Link(kind, later.figure.id, earlier.figure.id, "", source_id)
