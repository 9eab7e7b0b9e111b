"""Passages of a workbook that only name its tables: a list of contents or a title is no answer to how many.

The text of a workbook outside its tables is its titles, its notes and its contents. A note may answer; a list of
tables says only where an answer may stand.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.answer import Answer, Citation, Status
from bot.forms import Ask
from bot.query import Query
from bot.tables.label import spaced
from bot.tables.words import keys, listing
from corpus.cube import Dataset
from corpus.ledger import Ledger
from corpus.patterns import regex

__all__ = ["in_rows", "in_sentences", "of_pages", "only_names_tables", "other_row"]

_MOSTLY = 0.8
"""So much of a passage is names of tables and words of a list where it is no more than that."""
_COUNTING = frozenset(
    {Ask.FIGURE, Ask.SHARE, Ask.CHANGE, Ask.DIFFERENCE, Ask.COMPARISON, Ask.RATIO, Ask.AVERAGE, Ask.BREAKDOWN, Ask.MOST}
)
_HOW_MANY = regex(r"\b(?:how (?:many|much|often|far)|number of|what (?:share|percentage|proportion))\b", re.IGNORECASE)


def only_names_tables(query: Query, answer: Answer, ledger: Ledger) -> bool:
    """Whether an ANSWER of prose to a question of how many cites nothing but names of tables, and gives no figure."""
    counting = query.ask in _COUNTING or query.ask in (Ask.WHAT, Ask.YES_NO) or _HOW_MANY.search(query.text) is not None
    if answer.status is not Status.ANSWERED or not answer.citations:
        return False
    if _rows(answer, ledger):
        return True
    tables: dict[str, tuple[Dataset, ...]] = {}
    for cited in answer.citations:
        if cited.source_id not in tables:
            tables[cited.source_id] = ledger.datasets(cited.source_id)
        if not tables[cited.source_id] or not (_lists(cited.quote, tables[cited.source_id]) or counting):
            return False
    return not answer.figures or all(_lists(c.quote, tables[c.source_id]) for c in answer.citations)


def in_rows(answer: Answer, ledger: Ledger) -> frozenset[str]:
    """The records that ANSWER cites which are a table's cells run together, so that it is not read what each is of."""
    return frozenset(c.record_id for c in _rows(answer, ledger) if c.record_id)


def _rows(answer: Answer, ledger: Ledger) -> list[Citation]:
    return [c for c in answer.citations if _raw(c.quote) and ledger.datasets(c.source_id)]


_MANY = 8


def _raw(quote: str) -> bool:
    """Whether a passage is the cells of a table one after another, which tell no reader what a number is of."""
    said = keys(quote)
    numbers = sum(k[0].isdigit() for k in said)
    return numbers >= _MANY and 3 * numbers >= len(said)


def _lists(quote: str, tables: tuple[Dataset, ...]) -> bool:
    """Whether a passage is made up of the names of tables, of their headings and of words of a list."""
    said = [k for k in keys(quote) if not k[0].isdigit()]
    known = listing().union(*(keys(spaced(words)) for one in tables for words in _names(one)))
    return bool(said) and sum(k in known for k in said) >= _MOSTLY * len(said)


def _names(one: Dataset) -> list[str]:
    return [one.title, one.measure, one.sheet, one.geography, *(d.name for d in one.dimensions)]


def in_sentences(answer: Answer, ledger: Ledger) -> bool:
    """Whether ANSWER gives a figure that a sentence gives, and not only rows of tables within prose."""
    told = answer.status in (Status.ANSWERED, Status.COMPUTED, Status.CONFLICTING) and bool(answer.figures)
    return told and not all(_is_row(c, ledger) for c in answer.citations)


def of_pages(answer: Answer, ledger: Ledger) -> bool:
    """Whether all that ANSWER cites stands in tables of pages and Word documents, which were put to nobody's question.

    What such a table counts is said around it and seldom in it; a written answer's is what was asked for.
    """
    cited = dict.fromkeys(c.source_id for c in answer.citations)
    asked = {q.source_id for q in ledger.questions_of(cited)}
    return bool(cited) and all(i not in asked and all(o.within_prose for o in ledger.datasets(i)) for i in cited)


def other_row(query: Query, answer: Answer, lacking: Collection[str], ledger: Ledger) -> bool:
    """Whether an ANSWER gives rows of tables within prose for a name that these tables have not.

    A row read by itself ("All ferries: 57") bears out whatever it does not say; the table that it stands in says
    which ferries there are. LACKING is what of the question no table bears out.
    """
    names = [w for w in lacking if re.search(rf"(?<=[a-z,] ){re.escape(w)}", query.text) and w[:1].isupper()]
    if answer.status not in (Status.ANSWERED, Status.COMPUTED) or not names or not answer.citations:
        return False
    return all(_is_row(c, ledger) and not any(n.lower() in c.quote.lower() for n in names) for c in answer.citations)


def _is_row(cited: Citation, ledger: Ledger) -> bool:
    within = (one for one in ledger.datasets(cited.source_id) if one.within_prose)
    return any(
        o.row_start <= cited.start and cited.end <= o.row_end for one in within for o in ledger.observed(one, {})
    )
