"""A sentence of the record, and how it was held against a question: what everything that hears the record shares."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from corpus.extract.dates import dates
from corpus.extract.sense import Sense
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Source, SourceKind, Span, Statement, StatementAct

__all__ = ["Heard", "Line", "akin", "asks", "bears", "dated", "ids_of", "only_asks", "said_date", "takes_up"]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a source (or a line of a sheet), the one before it, and the statement that it makes, if any."""

    source: Source
    span: Span
    text: str
    before: str = ""
    statement: Statement | None = None
    setting: str = ""
    """What its source is about: its title and the measures of its wholes; for matching only."""

    @property
    def speaker(self) -> str:
        return f"{self.statement.speaker} {self.statement.role}".strip() if self.statement else ""


@dataclass(frozen=True, slots=True)
class Heard:
    """A line held against a question: how much of it is covered, and what is not."""

    line: Line
    score: float
    missing: tuple[str, ...]
    name: str = ""


def dated(wording: str, line: Line) -> bool:
    """Whether a line stands at the time asked about: its words name it, or it was said then."""
    asked = [d.when for d in dates(wording, line.source.published) if d.when]
    if not asked:
        return True
    given = [d.when for d in dates(line.text, line.source.published) if d.when]
    said = line.statement.said_on if line.statement else line.source.published
    return any(a.first <= g.last and g.first <= a.last for a in asked for g in given) or any(
        said is not None and a.first <= said <= a.last for a in asked
    )


def bears(term: Sense, ids: frozenset[str]) -> bool:
    """Whether IDS name a term, or a sort of it."""
    lex = lexicon()
    return term.id in ids or any(lex.kind(i) for i in lex.narrower(term.id) & ids)


def akin(term: Sense, ids: frozenset[str]) -> bool:
    """Whether IDS name a term, a sort of it, or a near word of it."""
    return bears(term, ids) or bool(lexicon().relatives(term.id) & ids)


def ids_of(text: str) -> frozenset[str]:
    """The concepts that TEXT names."""
    return lexicon().ids(text) if text else frozenset()


def asks(text: str) -> bool:
    """Whether a sentence is a question."""
    return text.rstrip(" \"'\u201d\u2019)").endswith("?")


def only_asks(line: Line) -> bool:
    """Whether a line is a Member's written question, which is no answer to another one."""
    said = line.statement
    return said is not None and said.act is StatementAct.ASKED and line.source.kind is SourceKind.WRITTEN_ANSWER


def said_date(line: Line) -> date | None:
    """The day on which a line was said or published."""
    return (line.statement.said_on if line.statement else None) or line.source.published


_OPENS = regex(
    r"\W*(?:it|its|they|their|he|his|she|her|this|that|these|those|both|there|who|which|by then|then)\b", re.IGNORECASE
)
_THE = regex(r"\W*(?:[a-z]+ed to |in \w+,? )?the\s+(?P<noun>[\w'\u2019-]+(?:\s+[\w'\u2019-]+){0,1})", re.IGNORECASE)


def takes_up(line: Line) -> bool:
    """Whether a line is of what the one before it names: it opens with a word for that, or names the same thing."""
    if _OPENS.match(line.text):
        return True
    noun = _THE.match(line.text)
    return noun is None or bool(ids_of(noun["noun"]) & ids_of(line.before))
