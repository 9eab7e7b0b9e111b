"""What stands on the record: frozen values, with no behaviour beyond their own meaning.

A value here never holds the text that it points into: it keeps a :class:`Span` of character offsets into
the stored text of its :class:`Source`, so that whatever is shown can be read again at its own place.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

__all__ = [
    "Figure",
    "Link",
    "LinkKind",
    "Nature",
    "Passage",
    "Period",
    "Qualifier",
    "Source",
    "SourceKind",
    "Span",
    "Standing",
    "Statement",
    "StatementAct",
    "When",
]


class SourceKind(enum.StrEnum):
    """What sort of document a source is; its order says which stands higher (see ``rank``)."""

    OFFICIAL_STATISTICS = "official statistics"
    CORRECTION = "ministerial correction"
    WRITTEN_ANSWER = "written answer"
    WRITTEN_STATEMENT = "written statement"
    ORAL_STATEMENT = "oral statement"
    ORAL_ANSWER = "oral answer"
    DEBATE = "debate"
    COMMITTEE_EVIDENCE = "committee evidence"
    COMMITTEE_REPORT = "committee report"
    LETTER = "letter"
    AUDIT_REPORT = "audit report"
    MANAGEMENT_INFORMATION = "management information"
    PRESS_NOTICE = "press notice"
    BRIEFING = "lobby briefing"
    PRESS_REPORT = "press report"
    DOCUMENT = "document"
    NOTE = "note by the compilers of this record"

    @property
    def official(self) -> bool:
        """Whether the record was made by Parliament or a public body, not by the press or another hand."""
        return self not in (SourceKind.PRESS_REPORT, SourceKind.DOCUMENT, SourceKind.NOTE)

    @property
    def rank(self) -> int:
        """0 for what stands highest; used only to choose which of two agreeing records to cite first."""
        if self is SourceKind.PRESS_REPORT:
            return 3
        if self in (SourceKind.DOCUMENT, SourceKind.NOTE):
            return 2
        return 1 if self in (SourceKind.BRIEFING, SourceKind.PRESS_NOTICE) else 0


class Qualifier(enum.StrEnum):
    """How exactly a value was given. A figure is never shown without it."""

    EXACTLY = "exactly"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    FEWER_THAN = "fewer_than"
    NEARLY = "nearly"
    BETWEEN = "between"
    IN_WORDS = "in_words"
    SUPPRESSED = "suppressed"
    NOT_KNOWN = "not_known"


class Nature(enum.StrEnum):
    """A stock is counted at a date, a flow over a time; the two are never added or subtracted."""

    STOCK = "stock"
    FLOW = "flow"
    UNKNOWN = "unknown"


class Standing(enum.StrEnum):
    """What weight a figure carries, in the Code of Practice's words where it has them."""

    ACCREDITED = "accredited official statistic"
    OFFICIAL = "official statistic"
    MANAGEMENT_INFORMATION = "management information"
    MINISTERIAL_STATEMENT = "ministerial statement"
    OFFICIAL_EVIDENCE = "official evidence"
    CORRECTION = "correction"
    PARLIAMENTARY = "said in Parliament"
    PRESS_REPORT = "press report"
    UNSTATED = "not stated"


class StatementAct(enum.StrEnum):
    """What was done in saying it."""

    SAID = "said"
    ASKED = "asked"
    ANSWERED = "answered"
    APOLOGISED = "apologised"
    REFUSED = "refused"
    CRITICISED = "criticised"
    CORRECTED = "corrected"
    EXPLAINED = "explained"
    NOT_KNOWN = "not known"
    NOT_HELD = "not held"
    NOT_CENTRAL = "held, but not centrally"
    DISPROPORTIONATE_COST = "disproportionate cost"
    EXEMPT = "exempt or against the public interest"
    TRANSFERRED = "for another Minister or body"


class LinkKind(enum.StrEnum):
    """How one record bears on another; read it from the first to the second."""

    CORRECTS = "corrects"
    SUPERSEDES = "supersedes"
    REDEFINES = "redefines"
    RESTATES = "restates"
    CONFLICTS = "conflicts with"
    PART_OF = "part of"
    REFERS_TO = "refers to"
    FOLLOWS = "follows"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` up to, not including, ``end`` of a source's stored text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0: {self.start}..{self.end} does not")

    def of(self, text: str) -> str:
        """The words that the span marks in TEXT. Raises ValueError where TEXT is too short to hold them."""
        if self.end > len(text):
            raise ValueError(f"span {self.start}..{self.end} runs past the text's {len(text)} characters")
        return text[self.start : self.end]

    def within(self, other: Span) -> bool:
        """Whether every character of this span lies in OTHER."""
        return other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, slots=True)
class When:
    """A date no more exact than it was given: ``first`` to ``last`` are the days that it may mean, both included.

    ``When.day(2006, 4, 26)``, ``When.month(2005, 8)`` (1 to 31 August) and ``When.year(2005)`` make the usual ones.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a date cannot end before it begins: {self.first} to {self.last}")

    @staticmethod
    def day(year: int, month: int, day: int) -> When:
        one = date(year, month, day)
        return When(one, one)

    @staticmethod
    def on(one: date) -> When:
        return When(one, one)

    @staticmethod
    def month(year: int, month: int) -> When:
        start = date(year, month, 1)
        after = date(year + (month == 12), month % 12 + 1, 1)
        return When(start, date.fromordinal(after.toordinal() - 1))

    @staticmethod
    def year(year: int) -> When:
        return When(date(year, 1, 1), date(year, 12, 31))

    @property
    def exact(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Period:
    """The time that a flow was counted over; ``None`` at an end that was left open. Both days are included.

    ``words`` are the source's own ("in the past seven years"), kept so that a reading can be checked.
    """

    start: date | None
    end: date | None
    words: str = ""

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"a period cannot end before it begins: {self.start} to {self.end}")


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it was put in: what it is, who published it and when, and the hash of its bytes."""

    id: str
    title: str
    publisher: str
    kind: SourceKind
    published: date | None
    reference: str
    url: str
    sha256: str
    licence: str = ""
    access: str = ""
    language: str = "en"
    paraphrase: bool = False
    """Whether the stored text is a paraphrase of the document (a record sheet), never its own words."""
    key: str = ""
    """What a newer version of the same document is known by: its path or its sheet key."""
    published_in: When | None = None
    """The month or the year of publication, where no day is known; None where ``published`` says the day."""

    @property
    def known_by(self) -> date | None:
        """The first day on which it was surely published: the last one of a month or a year; None if unknown."""
        return self.published or (self.published_in.last if self.published_in else None)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a source that is searched and shown as one: a paragraph, or a part of a long one."""

    id: str
    source_id: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with everything that makes it mean something.

    ``span`` marks the value with its qualifier ("more than 10,000"); ``context`` marks the sentence or sheet
    line that gives it its meaning, and always contains ``span``. ``value`` is None only where the qualifier
    says why (in words, suppressed, not known). ``upper`` is the higher end of a range, else None.
    """

    id: str
    source_id: str
    span: Span
    context: Span
    value: Decimal | None
    qualifier: Qualifier
    unit: str
    """``people``, ``cases``, ``%``, ``percentage points``, ``£``, ``years`` … as counted."""
    counted: str
    """What is counted, in the source's words: "other sex attackers"."""
    measure: str
    """The measure in the source's words: "foreign national prisoners released without consideration"."""
    population: str = ""
    """Of which whole, in words: "of the 1,023"."""
    part_of: str | None = None
    """The id of the figure that is that whole, where the record holds it."""
    breakdown: tuple[tuple[str, str], ...] = ()
    period: Period | None = None
    nature: Nature = Nature.UNKNOWN
    geography: str = ""
    as_at: When | None = None
    said_on: date | None = None
    said_by: str = ""
    role: str = ""
    standing: Standing = Standing.UNSTATED
    status: str = ""
    """``provisional``, ``revised`` or ``final`` where the source says so."""
    upper: Decimal | None = None
    inherited: str = ""
    """Words that the sentence takes from those before it ("They included …"), for matching only, never shown."""
    also: tuple[str, ...] = ()
    """Other names of the measure that a record sheet gives."""
    note: str = ""
    said_in: When | None = None
    """The month or the year in which it was said, where no day is known."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said, asked or left unanswered: who, in what role that day, when, where, and in which words.

    ``span`` marks the whole sentence or sheet line; ``quotation`` the words in quotation marks, if any.
    """

    id: str
    source_id: str
    span: Span
    speaker: str
    role: str
    said_on: date | None
    text: str
    verbatim: bool
    act: StatementAct = StatementAct.SAID
    place: str = ""
    topic: str = ""
    quotation: Span | None = None
    inherited: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """How one record bears on another, and by whose word."""

    kind: LinkKind
    from_id: str
    to_id: str
    note: str = ""
    source_id: str = ""
