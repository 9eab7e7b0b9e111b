"""A statistical table as a data cube: observations, each at a place on every dimension of its dataset.

The words are those of SDMX (ISO 17369): a dataset has dimensions, a dimension has codes, an observation has a value
and one code of each dimension. What a sheet says in rows, columns, headings and titles is all told here, so that a
sum over a dimension, or a single cell, can be taken from the ledger and never from a search.

The stored text of a spreadsheet is its sheets, row by row, cells set apart by tabs: every observation keeps the exact
offsets of its cell and of its row in that text, and says which sheet and cell it was.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from corpus.records import Nature, Period, Qualifier, Span, Standing, When

__all__ = [
    "AS_HEADED",
    "AT_PRESENT",
    "MOST_DIMENSIONS",
    "NO_CODE",
    "OF_THE_WHOLE",
    "Code",
    "Dataset",
    "Dimension",
    "Observation",
    "Role",
    "cell_name",
    "is_share",
]

MOST_DIMENSIONS = 16
"""A table of more columns of labels than this is not understood."""
AT_PRESENT = "now"
"""The time of whoever made a table, as a code of time: it has no date, and is later than all others of its table."""
NO_CODE = -1
"""The code of an observation on a dimension that says nothing of it."""


OF_THE_WHOLE = "of the whole"
"""The unit of shares that stand as fractions of one: 0.82, where another table says 82%."""


AS_HEADED = "as headed"
"""The unit of shares of which nothing shows whether 0.82 is a fraction of one or less than one in a hundred."""


def is_share(unit: str | None) -> bool:
    """Whether a UNIT is that of parts of a whole, as percentages, as fractions of one, or as either."""
    return unit in ("%", OF_THE_WHOLE, AS_HEADED)


class Role(enum.StrEnum):
    """What a dimension tells apart."""

    CATEGORY = "category"
    TIME = "time"
    PLACE = "place"
    MEASURE = "measure"
    """What is counted, where a table counts several things: its columns "Headcount", "Rate per 1,000"."""


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a dimension, in the table's own words without the marks of notes; its number is its place."""

    words: str
    """"" for an empty cell that stands for all ("region_name" in a row of the whole country)."""
    total: bool = False
    """Whether it is of all the others of its dimension ("Total", "All ages", "England" over its regions)."""
    parent: int | None = None
    """The number of the code that this is a part of, where rows are told in steps ("of which: ..."); never a total."""
    period: Period | None = None
    """On a dimension of time: what a flow was counted over."""
    as_at: When | None = None
    """On a dimension of time: the day of a stock."""
    unit: str | None = None
    """On a dimension of measures: what this one is counted in; None where that is the dataset's unit."""
    scale: int = 1
    """What each value is multiplied by ("thousands": 1,000); told apart from the value, which stays as it stands."""
    nature: Nature | None = None
    """On a dimension of measures: whether this one is a stock or a flow; None where that is as of the dataset."""
    additive: bool = True
    """False for rates, shares, averages, medians and indices: what may not be added up over any dimension."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way in which a table tells its observations apart; ``name`` is its heading, "" where there is none."""

    name: str
    role: Role
    codes: tuple[Code, ...]
    follows: int | None = None
    """The number of the dimension that settles this one: a region that follows from its country."""


class Observation(NamedTuple):
    """One number of a table, or one mark that stands for a number that is not given.

    ``start`` and ``end`` are the cell, ``row_start`` and ``row_end`` its row, as offsets into the stored text; ``row``
    and ``column`` count from 1 in the sheet. ``value`` is None where ``qualifier`` says why: suppressed, not known.
    """

    codes: tuple[int, ...]
    value: Decimal | None
    qualifier: Qualifier
    start: int
    end: int
    row_start: int
    row_end: int
    row: int
    column: int
    mark: str = ""
    """The mark as it stands: ``[c]``, ``..``, ``*``, or that of a note."""
    status: str = ""
    """``provisional``, ``revised``, ``estimated`` where the cell or its headings say so."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """One statistical table of a source. ``measure`` is what its values count, in the table's own words."""

    id: str
    source_id: str
    title: str
    """The table's title, else what its sheet or its source is called."""
    measure: str
    dimensions: tuple[Dimension, ...]
    observations: Iterable[Observation] = field(default=(), repr=False, compare=False)
    """Gone through once, in the sheet's order, when the dataset is put in; not held by a dataset that was read."""
    unit: str = ""
    """As :attr:`corpus.records.Figure.unit`: ``people``, ``%``, ``\u00a3`` ...; "" for things counted as such."""
    scale: int = 1
    nature: Nature = Nature.UNKNOWN
    additive: bool = True
    geography: str = ""
    """The place that all of it is about, where title or notes say so ("England and Wales")."""
    period: Period | None = None
    """The time that all of it is about, where no dimension tells one."""
    as_at: When | None = None
    standing: Standing = Standing.UNSTATED
    sheet: str = ""
    """The sheet's name; "" in a file that has none."""
    title_at: Span | None = None
    header_at: Span | None = None
    """The rows of column headings in the stored text."""
    notes: tuple[tuple[str, str], ...] = ()
    """(mark, words) of each note below or above the table; the mark is "" where it has none."""
    rows: int = 0
    """How many rows of values it has."""

    @property
    def within_prose(self) -> bool:
        """Whether it is a table of a text, whose words stand around it, and no sheet or file of its own."""
        return self.header_at is None and not self.sheet

    def observed(self) -> tuple[Observation, ...]:
        """Its observations, where it was made with them."""
        return tuple(self.observations)


def cell_name(row: int, column: int) -> str:
    """The name by which a spreadsheet knows a cell: row 14, column 3 is ``C14``."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"
