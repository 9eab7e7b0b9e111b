"""The tables within a written answer, a page, a Word document or a PDF → datasets, where they are understood.

Else they stay words, and it is said why.

Of answers they are read only where the answer stands: not in a holding answer, a withdrawn question, or an answer of
which only the beginning is held. The tables of documents that do not say which cell is which stay words, and so do
those of a PDF of which that is not sure (:mod:`corpus.formats.page.certain`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.anchors import place_at
from corpus.cube import Dataset, Dimension, Role
from corpus.errors import DespatchError
from corpus.extract.dates import periods
from corpus.formats import Document
from corpus.formats.statistics.acronyms import expanded, headed
from corpus.formats.statistics.grouped import adds, columns_apart, group_over, narrows
from corpus.formats.statistics.inset import Around, holds_numbers, inset
from corpus.formats.statistics.introduced import (
    asked_for,
    led_by,
    measured,
    tells_what,
    unnumbered,
    withholds,
    without_deeds,
)
from corpus.patterns import regex
from corpus.questions import WrittenQuestion
from corpus.records import Span
from corpus.table import Table

__all__ = ["with_datasets"]

_MOST_TABLES = 200
_MOST_NOTES = 12
_LONGEST_NOTE = 1_000
_ABOVE = 3
_FEW = 3
"""A title of fewer words says too little of what a table of a page counts."""


def with_datasets(document: Document) -> Document:
    """DOCUMENT with the datasets of its tables; itself where it is no answer that stands and no page, or has none."""
    question = document.question
    stands = document.celled if question is None else question.settled and not question.clipped
    if not document.tables or not stands:
        return document
    made: list[Dataset] = []
    left: list[str] = []
    tables = list(document.tables)
    for n, table in enumerate(document.tables[:_MOST_TABLES]):
        found, why = _understood(document, n)
        made += found
        left += [f"{_called(document, n)}: {said}" for said in why]
        tables[n] = replace(table, apart=table.apart or bool(found and document.anchors))
    if not made and not left:
        return document
    return replace(document, tables=tuple(tables), datasets=tuple(made), left_out=(*document.left_out, *left))


def _understood(document: Document, n: int) -> tuple[list[Dataset], tuple[str, ...]]:
    """The datasets of the table of number N, and why there is none of it or not all."""
    table = document.tables[n]
    if table.doubt:
        return [], (f"{table.doubt}, and it is left as words",) if holds_numbers(document.text, table) else ()
    around = _around(document, document.question, n) if document.question is not None else _on_page(document, n)
    if around is None:
        return [], ("nothing tells it apart from the one before it",)
    try:
        found, why = inset(document.text, table, around.plain)
    except (DespatchError, MemoryError):
        raise
    except Exception as fault:  # one table's fault must not keep its document out, which is words all the same
        return [], (f"something went wrong inside Despatch ({type(fault).__name__}), and it is left as words",)
    if any(_times_lost(table, one) for one in found):
        return [], ("its columns are of different times, and it is left as words",)
    if document.anchors and not found and not why and holds_numbers(document.text, table):
        why = ("its numbers are not understood, and it is left as words",)
    return [_finished(document, one, around) for one in found], why


def _times_lost(table: Table, one: Dataset) -> bool:
    """Whether the headings of what ONE counts name different times, and it tells none ("In use on 1 April 2018")."""
    if any(d.role is Role.TIME for d in one.dimensions) or not any(d.role is Role.MEASURE for d in one.dimensions):
        return False
    told = (periods(" ".join(parts), None) for parts in table.headings)
    return len({(m.period.start, m.period.end) for found in told for m in found if m.period.start}) > 1


def _called(document: Document, n: int) -> str:
    """What the table of number N is called where it is told that it is not understood: by its page, if it has one."""
    rows, question = document.tables[n].rows, document.question
    page = place_at(document.anchors, rows[0].span.start) if document.anchors else ""
    if page:
        return f"{page}, the table of {len(rows):,} rows"
    return f"question {question.uin}, table {n + 1}" if question is not None else f"table {n + 1}"


@dataclass(frozen=True, slots=True)
class _Said:
    """What stands about a table; ``asked`` is all that was asked, for a table that tells nothing apart but times."""

    plain: Around
    subject: str
    """What the document is about, in a few words."""
    asked: str = ""
    above: tuple[str, ...] = ()
    """The paragraphs above it, and the question."""
    group: str = ""
    """The part of all that all of it is of, as the heading over it says ("Schools only")."""
    heading: str = ""
    """The heading of the question that it answers."""


def _finished(document: Document, one: Dataset, said: _Said) -> Dataset:
    one = columns_apart(one) if document.anchors else one
    timed = all(d.role is Role.TIME for d in one.dimensions)
    title = f"{one.title} \u2013 {said.asked}" if timed and said.asked not in one.title else one.title
    several = any(_several(d) for d in one.dimensions) or len(_NUMBER_OF.findall(one.title)) > 1
    measure = said.subject if several or not tells_what(one.measure) else expanded(one.measure, document.text)
    measure = headed(measure, said.heading)
    measure = f"{measure}, {said.group}" if adds(said.group, measure) else measure
    notes = (*one.notes, *(("", words) for words in said.above))
    return replace(one, title=title, measure=measure, notes=tuple(dict.fromkeys(notes)))


_NUMBER_OF = regex(r"\b(?:numbers?|amount|cost) of\b", re.IGNORECASE)
_PLAIN = regex(
    r"\W*(?:%|numbers?|no\.?|totals?|counts?|per ?cent(?:age)?s?|proportions?|amounts?|values?)?\W*", re.IGNORECASE
)


def _several(dimension: Dimension) -> bool:
    """Whether it tells apart things that are counted, each by its own name: what leads to the table then names all."""
    if dimension.role is not Role.MEASURE:
        return False
    return sum(1 for code in dimension.codes if not _PLAIN.fullmatch(code.words)) > 1


def _around(document: Document, question: WrittenQuestion, n: int) -> _Said | None:
    """What stands about the table of number N: what leads to it, what was asked, and the notes below it.

    None where the same words lead to another table with the same headings.
    """
    text, table = document.text, document.tables[n]
    first, last = table.rows[0].span.start, table.rows[-1].span.end
    answer = question.answer or Span(0, len(text))
    above = _paragraphs(text, Span(answer.start, first), document.tables)
    if n and _shares(document.tables[n - 1], table) and not _between(document, n):
        return None
    lead = led_by(above) or table.heading
    titles = [expanded(lead, text)] if lead else []
    asked = _asked(text, table, question, " ".join(above[-2:]), titles)
    titles += [without_deeds(asked)] if asked else []
    titles += [question.heading] if not titles else []
    end = document.tables[n + 1].rows[0].span.start if n + 1 < len(document.tables) else len(text)
    notes = [p for p in _paragraphs(text, Span(last, end), document.tables) if len(p) <= _LONGEST_NOTE]
    told = [p for p in above[-_ABOVE:] if len(p) <= _LONGEST_NOTE]
    told.append(question.question.of(text))
    subject = question.heading or (titles[0] if titles else "")
    return _Said(
        Around(tuple(t for t in titles if t), tuple(notes[:_MOST_NOTES])),
        subject,
        asked,
        tuple(told),
        heading=question.heading,
    )


def _on_page(document: Document, n: int) -> _Said | None:
    """What stands about the table of number N of a page or a Word document: its caption, what leads to it, the notes.

    None where nothing but the same words leads to another table with the same headings.
    """
    text, table = document.text, document.tables[n]
    above = _paragraphs(text, Span(_from(document, n), table.rows[0].span.start), document.tables)
    if n and not table.caption and _shares(document.tables[n - 1], table) and not _between(document, n):
        return None
    page = document.meta.title or ""
    title = table.caption or expanded(led_by(above), text) or table.heading or page
    if page and len(title.split()) < _FEW:  # "Daily": of what, the page says
        title = f"{page}: {title}"
    end = document.tables[n + 1].rows[0].span.start if n + 1 < len(document.tables) else len(text)
    end = min(end, table.closed or end)
    notes = _paragraphs(text, Span(table.rows[-1].span.end, end), document.tables)[:_MOST_NOTES]
    group = group_over(document.tables, n) if document.anchors else ""
    titles = tuple(dict.fromkeys(words for words in (title, group) if words))
    plain = Around(titles, tuple(p for p in notes if len(p) <= _LONGEST_NOTE))
    return _Said(
        plain,
        _BROKEN_DOWN.sub("", measured(unnumbered(title))) or title,
        group=group if group and narrows(document.tables, n) else "",
    )


_BROKEN_DOWN = regex(r",?\s+by\s+(?!\w+ing\b).*$", re.IGNORECASE)
"""By what a title says that its figures are told apart."""


def _from(document: Document, n: int) -> int:
    """Where what may lead to the table of number N begins: on its own page, below the table before it."""
    if not document.anchors:
        return 0
    table = document.tables[n]
    before = document.tables[n - 1].rows[-1].span.end if n else 0
    return max([before, *(a.start for a in document.anchors if a.start <= table.rows[0].span.start)])


def _shares(one: Table, other: Table) -> bool:
    return one.headings == other.headings and bool(one.rows)


def _between(document: Document, n: int) -> list[str]:
    """The paragraphs between the table of number N and the one before it."""
    tables = document.tables
    return _paragraphs(document.text, Span(tables[n - 1].rows[-1].span.end, tables[n].rows[0].span.start), tables)


def _asked(text: str, table: Table, question: WrittenQuestion, above: str, titles: list[str]) -> str:
    """What the question says of the table, where all of it may be trusted to be so."""
    assert question.answer is not None
    if question.clipped_question or withholds(_prose(text, question.answer, table)):
        return ""
    heads = " ".join(w for path in table.headings for w in path)
    words = asked_for(question.question.of(text), f"{above} {heads} {' '.join(titles)}")
    return expanded(words, text)


def _prose(text: str, answer: Span, table: Table) -> str:
    """The words of an answer but for those of its table."""
    first, last = table.rows[0].span.start, table.rows[-1].span.end
    return f"{text[answer.start : first]} {text[last : answer.end]}"


def _paragraphs(text: str, within: Span, tables: tuple[Table, ...]) -> list[str]:
    """The paragraphs of a stretch that are no rows of a table."""
    rows = {(row.span.start, row.span.end) for table in tables for row in table.rows if not table.listed}
    found: list[str] = []
    at = within.start
    for part in within.of(text).split("\n\n"):
        if part.strip() and (at, at + len(part)) not in rows:
            found.append(part)
        at += len(part) + 2
    return found
