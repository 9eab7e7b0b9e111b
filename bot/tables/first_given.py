"""What was first published of something that a table has since put right, as one of its notes tells it.

"How many launches were first reported for May?": the table gives the number as it stands now, and only a note says what
it was before ("The number first published was 97").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answer import Answer, SaidFigure, Status
from bot.derive import digits
from bot.forms import Ask
from bot.query import Query
from bot.tables.bind import Binding, asked, bind
from bot.tables.catalog import Listed
from bot.tables.label import Label
from bot.tables.reading import Reader
from bot.tables.said import label_of, marks, shown_value
from bot.tables.slices import Refused
from bot.tables.tell import Teller
from bot.tables.words import alike, features, light, spelt_numbers
from corpus.cube import Role
from corpus.extract.dates import periods
from corpus.extract.numbers import quantities
from corpus.ledger import Ledger
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["asks_what_was_first", "first_given"]

_TOLD = r"(?:report(?:ed|ing)?|publish(?:ed)?|give[ns]?|gave|announced?|submit(?:ted)?"
_TOLD += r"|releas(?:e|ed)|record(?:ed)?|stated?)"
_EARLY = r"(?:first|originally|initially)"
_FIRST = regex(
    rf"\b{_EARLY}\s+{_TOLD}\b|\b{_TOLD}\s+(?:at\s+first|originally|initially)\b"
    r"|,?\s*\bbefore\s+(?:it|they|that|this|the\s+(?:figures?|numbers?|data))\s+(?:was|were)\s+"
    r"(?:revised|corrected|put\s+right|resubmitted|restated|changed|updated)\b",
    re.IGNORECASE,
)
_WAS_FIRST = regex(rf"\b(?:{_EARLY}|previously)\s+{_TOLD}\b", re.IGNORECASE)
_SENTENCES = regex(r"(?<=[.?!])\s+|;\s+")
_OF_FIGURES = frozenset(
    {"first", "initial", "original", "figure", "total", "number", "value", "count", "publish", "data"}
)


@dataclass(frozen=True, slots=True)
class _Noted:
    """A sentence of a note that gives the number first published, with the note that it stands in."""

    note: str
    sentence: str
    value: str


def asks_what_was_first(query: Query, text: str) -> str:
    """TEXT less that it is the number first published that is asked for; "" where it is not."""
    if query.ask not in (Ask.FIGURE, Ask.WHAT) or _FIRST.search(text) is None:
        return ""
    return _FIRST.sub(" ", text)


def first_given(query: Query, rest: str, listed: Sequence[Listed], ledger: Ledger) -> Answer | None:
    """The number first published of what the REST of a question names, where one note alone gives one; else None."""
    found: list[tuple[Binding, _Noted]] = []
    for one in listed:
        binding = bind(asked(rest), one)
        if binding is not None and binding.complete and not binding.others and not binding.less:
            found += [(binding, noted) for noted in _noted(binding)]
    if len({noted for _, noted in found}) != 1:
        return None
    return _told(query, *found[0], ledger)


def _told(query: Query, binding: Binding, noted: _Noted, ledger: Ledger) -> Answer | None:
    source_id = binding.listed.dataset.source_id
    at = ledger.text(source_id).find(noted.note)
    try:
        taken = Reader(ledger).value(binding)
    except Refused:
        return None
    if at < 0 or taken.added:
        return None
    teller = Teller(query, ledger.text, ledger.source)
    first = teller.notes.add(source_id, Span(at, at + len(noted.note)))
    now = teller.cite(taken)
    body = [
        f"\u201c{' '.join(noted.sentence.split())}\u201d {marks((first,))}",
        f"The table now gives, of {label_of(taken)}: {shown_value(taken)} {marks(now)}.",
        teller.source_line(binding.listed),
    ]
    figure = SaidFigure(noted.value.replace(",", ""), "count", "exactly", (first,), label_of(taken))
    return teller.answer(Status.ANSWERED, body, headline=noted.value, what=label_of(taken), figures=(figure,))


def _noted(binding: Binding) -> Iterator[_Noted]:
    """The notes of a table that give the number first published of just what BINDING names."""
    for _, note in binding.listed.dataset.notes:
        for sentence in _SENTENCES.split(note):
            numbers = [q for q in quantities(sentence) if q.kind == "count" and q.value is not None and not q.unit]
            told = _WAS_FIRST.search(sentence) is not None and len(numbers) == 1
            if told and _of_rows(binding, note) and _then(binding, note) and _counts(binding, note, sentence):
                assert numbers[0].value is not None
                yield _Noted(note, sentence, digits(numbers[0].value))


def _named(label: Label, said: frozenset[str]) -> bool:
    return bool(label.needed) and all(need.met(said) for need in label.needed)


def _of_rows(binding: Binding, note: str) -> bool:
    """Whether a NOTE is of the one row that is named, and of no other beside it."""
    said, rows = features(note) | spelt_numbers(note), 0
    for way in binding.listed.ways:
        picked = binding.picks.get(way.n, ())
        if way.role in (Role.TIME, Role.MEASURE):
            continue
        named = {label.n for label in way.labels if label.n not in way.sums and _named(label, said)}
        if picked and named != set(picked):
            return False
        if not picked and named:
            return False
        rows += len(picked)
    return rows > 0


def _then(binding: Binding, note: str) -> bool:
    """Whether a NOTE is of the one time that is named."""
    spans = {(m.period.start, m.period.end) for m in binding.times}
    then = {(m.period.start, m.period.end) for m in periods(note, None)}
    return len(spans) == 1 and spans <= then


def _counts(binding: Binding, note: str, sentence: str) -> bool:
    """Whether a SENTENCE counts what is asked for: the measure that is named, and nothing that the question does not
    say or its table count anyway."""
    way = binding.listed.measures
    own, picked = features(sentence) | spelt_numbers(sentence), set[int]()
    if way is not None:
        picked = set(binding.picks.get(way.n, ()))
        if any(not _named(way.labels[n], own) for n in picked if n not in way.sums):
            return False
    asked_of = frozenset(i for w in binding.question.words for i in w.ids) | binding.listed.counted
    rest = features(_WAS_FIRST.sub(" ", sentence)) - light() - _OF_FIGURES - _rows_of(binding)
    return all(alike(frozenset({i}), asked_of) for i in rest)


def _rows_of(binding: Binding) -> frozenset[str]:
    listed = binding.listed
    return frozenset(i for n, some in binding.picks.items() for c in some for i in listed.ways[n].labels[c].ids)
