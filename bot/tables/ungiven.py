"""Why a table gives no figure of something: what its row says of it, what its notes say, else what its mark stands for.

"Why is there no figure for Skye in 2011?" is asked of cells that hold a mark and no number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from bot.answer import Answer, Status
from bot.cite import Footnotes
from bot.query import Query
from bot.tables.bind import Binding, asked, bind
from bot.tables.catalog import Listed
from bot.tables.said import marks
from bot.tables.statistic import basis
from bot.tables.when import times_of
from bot.tables.words import alike, features
from corpus.cube import Observation, Role
from corpus.extract.dates import periods
from corpus.ledger import Ledger
from corpus.patterns import regex
from corpus.records import Source, Span

__all__ = ["asks_why_none", "in_its_words", "why_none"]

_GENERAL = r"(?:figures?|data|numbers?|values?|counts?)"
_NONE = regex(
    r"^\W*why\s+(?:is|are|was|were)\s+(?:there\s+)?no\s+(?P<a>[^?]{3,160})\??\s*$"
    r"|^\W*why\s+(?:is|are|was|were)\s+(?:the\s+)?(?P<b>[^?]{3,160}?)\s+(?:missing|(?:left\s+)?blank|withheld|suppressed"
    r"|hidden|redacted|not\s+(?:given|shown|available|published|provided|collected))(?P<rest>\s+[^?]{3,80})?\??\s*$",
    re.IGNORECASE,
)
_LEADING = regex(
    rf"^{_GENERAL}\s+(?:(?:given|shown|available|published)\s+)?(?:(?:for|of|on|about)\s+)?", re.IGNORECASE
)
_DENIES = regex(
    r"\b(?:no|not|cannot|can't|unable|could\s+not|un(?:available|able)|excluded?|missing|did\s+not|incomplete)\b",
    re.IGNORECASE,
)
_SENTENCE = 3
"""A cell of so many words or more says something of its row."""


def asks_why_none(text: str) -> str:
    """Of what TEXT asks why there is no figure; "" where it asks no such thing."""
    match = _NONE.match(text)
    if match is None:
        return ""
    return _LEADING.sub("", match["a"] or f"{match['b']} {match['rest'] or ''}").strip()


def why_none(
    query: Query, what: str, listed: Sequence[Listed], ledger: Ledger, source_of: Callable[[str], Source]
) -> Answer | None:
    """What the tables LISTED say of why they give no figure of WHAT; None where they say nothing of it."""
    found = next(_in_rows(what, listed, ledger), None) or next(_in_notes(what, listed, ledger), None)
    return None if found is None else in_its_words(query, found, ledger, source_of)


def in_its_words(query: Query, found: tuple[str, Span], ledger: Ledger, source_of: Callable[[str], Source]) -> Answer:
    """What a table or its notes say FOUND in a source, quoted."""
    source_id, span = found
    notes = Footnotes(ledger.text, source_of)
    cited = notes.add(source_id, span)
    words = " ".join(span.of(ledger.text(source_id)).split())
    return Answer(
        question=query.text,
        status=Status.ANSWERED,
        text=f"\u201c{words}\u201d {marks((cited,))}",
        headline="In the table's own words",
        citations=tuple(notes.made),
        interpretation=query.explain(),
        conditions=query.conditions(),
        as_of=query.as_of,
        resolved_question=query.resolved,
    )


_Found = tuple[str, Span]


def _in_rows(what: str, listed: Sequence[Listed], ledger: Ledger) -> Iterator[_Found]:
    """Where a row that gives no number says why, or its mark is explained."""
    for one in listed:
        binding = bind(asked(what), one, part=True)
        rows = _rows(binding, ledger) if binding is not None and binding.complete and binding.picks else []
        if not rows or any(row.value is not None for row in rows):
            continue
        text = ledger.text(one.dataset.source_id)
        labels = {c.words for way in one.ways for c in way.dimension.codes}
        told = {s for row in rows for s in _sayings(text, row, labels)}
        if len({s.of(text) for s in told}) == 1:
            yield one.dataset.source_id, min(told, key=lambda s: s.start)
        meant = {words for mark, words in one.dataset.notes for row in rows if mark and mark == row.mark}
        if not told and len(meant) == 1 and (span := _stands(text, meant.pop())) is not None:
            yield one.dataset.source_id, span


def _rows(binding: Binding, ledger: Ledger) -> list[Observation]:
    """The cells of what is named; none where a time that is named is not of the table."""
    listed, codes = binding.listed, dict(binding.picks)
    times = [times_of(listed, mention, stock=False) for mention in binding.times]
    if any(one is None for one in times):
        return []
    if listed.time is not None and times:
        codes[listed.time.n] = tuple(c for one in times if one is not None for c in one.codes)
    return list(ledger.observed(listed.dataset, codes))


def _sayings(text: str, row: Observation, labels: set[str]) -> list[Span]:
    """The cells of a row that are no label and say something of it."""
    found, at = [], row.row_start
    for cell in text[row.row_start : row.row_end].split("\t"):
        if len(cell.split()) >= _SENTENCE and cell.strip() not in labels and any(c.isalpha() for c in cell):
            found.append(Span(at, at + len(cell)))
        at += len(cell) + 1
    return found


def _in_notes(what: str, listed: Sequence[Listed], ledger: Ledger) -> Iterator[_Found]:
    """Where a note says that it is not given, of the very time and of all else that is named."""
    spans = [(m.period.start, m.period.end) for m in periods(what, None) if m.period.start]
    terms, of = features(what), basis(what)
    if not spans:
        return
    for one in listed:
        placed = frozenset().union(*(w.name_ids for w in one.ways if w.role is not Role.TIME)) | one.about
        for _, words in one.dataset.notes:
            then = [(m.period.start, m.period.end) for m in periods(words, None)]
            own = features(words)
            borne = all(alike(frozenset({i}), own | placed) for i in terms) and any(
                alike(frozenset({i}), own) for i in terms
            )
            if _DENIES.search(words) and borne and of <= basis(words) and all(s in then for s in spans):
                span = _stands(ledger.text(one.dataset.source_id), words)
                if span is not None:
                    yield one.dataset.source_id, span


def _stands(text: str, words: str) -> Span | None:
    at = text.find(words)
    return None if at < 0 else Span(at, at + len(words))
