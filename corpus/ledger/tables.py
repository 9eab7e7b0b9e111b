"""The ledger's tables, the same in SQLite and in PostgreSQL.

Decimals are kept as text and dates as ISO text, so that what comes out is exactly what went in. A link's two
ends are not foreign keys: they may name records that are put in later.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, PrimaryKeyConstraint, Table, Text

from corpus.cube import MOST_DIMENSIONS

__all__ = [
    "SCHEMA_VERSION",
    "anchor",
    "dataset",
    "dataset_term",
    "figure",
    "link",
    "meta",
    "metadata",
    "observation",
    "passage",
    "question",
    "reference",
    "refusal",
    "source",
    "statement",
]

SCHEMA_VERSION = 3
"""2: ``published`` and a figure's ``said_on`` may be a stretch of days (``2005-11-01/2005-11-30``).
3: statistical tables (``dataset``, ``observation``); written questions (``question``, ``refusal``, ``reference``);
where pages begin (``anchor``).

What an earlier version wrote reads as this one; its ledger becomes one of this version when it is next written to.
"""

metadata = MetaData()


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _number(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=null)


def _id() -> Column[str]:
    return Column("id", Text, primary_key=True)


def _source_id() -> Column[str]:
    return Column("source_id", Text, ForeignKey("source.id", ondelete="CASCADE"), nullable=False)


meta = Table("meta", metadata, Column("name", Text, primary_key=True), _text("value"))

source = Table(
    "source",
    metadata,
    Column("added", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    _text("title"),
    _text("publisher"),
    _text("kind"),
    _text("published", null=True),
    _text("reference"),
    _text("url"),
    _text("sha256"),
    _text("licence"),
    _text("access"),
    _text("language"),
    _number("paraphrase"),
    _text("key"),
    _text("digest"),
    _text("text_sha256"),
    _text("text"),
    sqlite_autoincrement=True,
)

passage = Table("passage", metadata, _id(), _source_id(), _number("start"), _number("end"), _text("text"))

figure = Table(
    "figure",
    metadata,
    _id(),
    _source_id(),
    _number("start"),
    _number("end"),
    _number("context_start"),
    _number("context_end"),
    _text("value", null=True),
    _text("qualifier"),
    _text("unit"),
    _text("counted"),
    _text("measure"),
    _text("population"),
    _text("part_of", null=True),
    _text("breakdown"),
    _text("period_start", null=True),
    _text("period_end", null=True),
    _text("period_words", null=True),
    _text("nature"),
    _text("geography"),
    _text("as_at_first", null=True),
    _text("as_at_last", null=True),
    _text("said_on", null=True),
    _text("said_by"),
    _text("role"),
    _text("standing"),
    _text("status"),
    _text("upper", null=True),
    _text("inherited"),
    _text("also"),
    _text("note"),
    _text("passage_id", null=True),
)

statement = Table(
    "statement",
    metadata,
    _id(),
    _source_id(),
    _number("start"),
    _number("end"),
    _text("speaker"),
    _text("role"),
    _text("said_on", null=True),
    _text("text"),
    _number("verbatim"),
    _text("act"),
    _text("place"),
    _text("topic"),
    _number("quotation_start", null=True),
    _number("quotation_end", null=True),
    _text("inherited"),
    _text("passage_id", null=True),
)

link = Table(
    "link",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    _source_id(),
    _text("kind"),
    _text("from_id"),
    _text("to_id"),
    _text("note"),
    _text("word_of"),
)

question = Table(
    "question",
    metadata,
    Column("source_id", Text, ForeignKey("source.id", ondelete="CASCADE"), primary_key=True),
    _text("house"),
    _number("number"),
    _text("uin"),
    _text("heading"),
    _text("body"),
    _text("tabled"),
    _number("question_start"),
    _number("question_end"),
    _number("answer_start", null=True),
    _number("answer_end", null=True),
    _text("asker"),
    _number("asker_id", null=True),
    _text("minister"),
    _number("minister_id", null=True),
    _text("due", null=True),
    _text("answered", null=True),
    _text("held", null=True),
    _text("corrected", null=True),
    _text("state"),
    _number("named_day"),
    _number("clipped"),
    _number("clipped_question"),
    _text("grouped"),
    _text("attachments"),
)

refusal = Table(
    "refusal",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    _source_id(),
    _text("ground"),
    _number("start"),
    _number("end"),
)

reference = Table(
    "reference",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    _source_id(),
    _text("kind"),
    _text("uin"),
    _text("day", null=True),
    _number("start"),
    _number("end"),
    _text("column"),
)

dataset = Table(
    "dataset",
    metadata,
    _id(),
    _source_id(),
    _text("title"),
    _text("measure"),
    _text("sheet"),
    _number("rows"),
    _number("held"),
    _text("observed"),
    _text("told"),
)
"""``held`` is how many observations there are, ``observed`` a hash of them, ``told`` all the rest as JSON."""

observation = Table(
    "observation",
    metadata,
    Column("dataset_id", Text, ForeignKey("dataset.id", ondelete="CASCADE"), nullable=False),
    _number("row"),
    _number("column"),
    _text("value", null=True),
    _text("qualifier"),
    _number("start"),
    _number("end"),
    _number("row_start"),
    _number("row_end"),
    _text("mark"),
    _text("status"),
    *(_number(f"code{n}") for n in range(MOST_DIMENSIONS)),
    PrimaryKeyConstraint("dataset_id", "row", "column"),
    sqlite_with_rowid=False,
)
"""``code0`` and so on are the numbers of its codes, dimension by dimension; -1 where there is none."""

dataset_term = Table(
    "dataset_term",
    metadata,
    _text("term"),
    Column("dataset_id", Text, ForeignKey("dataset.id", ondelete="CASCADE"), nullable=False),
    PrimaryKeyConstraint("term", "dataset_id"),
    sqlite_with_rowid=False,
)
"""The terms of a dataset's titles and labels, by which it is found; told again by them, and so no part of a digest."""

anchor = Table("anchor", metadata, _source_id(), _number("start"), _text("label"))
"""From ``start`` on, up to the source's next anchor, its text stands on ``label`` ("page 3")."""

Index("anchor_source", anchor.c.source_id, anchor.c.start)
Index("dataset_source", dataset.c.source_id)
Index("dataset_term_dataset", dataset_term.c.dataset_id)
Index("source_sha256", source.c.sha256)
Index("source_key", source.c.key)
Index("passage_place", passage.c.source_id, passage.c.start)
Index("figure_source", figure.c.source_id, figure.c.start)
Index("figure_passage", figure.c.passage_id)
Index("statement_source", statement.c.source_id, statement.c.start)
Index("statement_passage", statement.c.passage_id)
Index("link_source", link.c.source_id)
Index("link_from", link.c.from_id)
Index("link_to", link.c.to_id)
Index("link_kind", link.c.kind)
Index("question_number", question.c.house, question.c.number)
Index("question_uin", question.c.uin)
Index("question_body", question.c.body, question.c.answered)
Index("refusal_source", refusal.c.source_id)
Index("refusal_ground", refusal.c.ground)
Index("reference_source", reference.c.source_id)
Index("reference_uin", reference.c.uin)
