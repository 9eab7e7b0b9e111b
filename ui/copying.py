"""An answer as plain text with footnotes: what is pasted into a brief, and what is downloaded."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from bot.answer import Answer, Citation, Status, Tabled
from bot.cells import row_of
from bot.spreadsheet import disarmed
from ui.words import kind_badge, long_date, number, pill

__all__ = ["as_json", "file_name", "footnoted"]

_FOOTNOTES = 12


def footnoted(answer: Answer) -> str:
    """Question, answer, how it was read and worked out, what must be said with it, and a footnote a source."""
    blocks = [
        answer.resolved_question or answer.question,
        f"{answer.text}\n({pill(answer).words.lower()}{_known_on(answer)})",
        "\n".join(_remarks(answer)),
        _table(answer.table) if answer.table else "",
        "\n".join(_footnotes(answer.citations)),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _known_on(answer: Answer) -> str:
    return f"; as known on {long_date(answer.as_of)}" if answer.as_of else ""


def _remarks(answer: Answer) -> Iterator[str]:
    if answer.interpretation:
        yield f"Read as: {answer.interpretation}"
    if answer.other_reading:
        yield f"Read the other way: {answer.other_reading}"
    if answer.derivation:
        yield f"Worked out: {answer.derivation.expression}"
        if answer.derivation.rounding:
            yield answer.derivation.rounding
    yield from (f"Say with it: {line}" for line in answer.caveats)
    for step in answer.supersedes:
        standing = "stands" if step.current else "superseded"
        yield f"{step.label or 'Given'}: {number(step.value)}, {long_date(step.said_on)} ({standing}) [{step.citation}]"
    for side in answer.conflicts:
        who = ", ".join(part for part in (side.who, long_date(side.said_on)) if part)
        yield f"The record disagrees: {who}: {number(side.value)}, {side.gloss} [{side.citation}]"
    if answer.status is Status.NOT_IN_RECORD:
        yield "This says only what Despatch’s record holds, not what the department holds."


def _table(table: Tabled) -> str:
    """The table with tabs between its cells, as a document or a spreadsheet takes it."""
    unit = f" ({table.unit})" if table.unit else ""
    lines = ["\t".join(map(disarmed, row)) for row in (table.columns, *table.rows)]
    return "\n".join([f"{table.caption}{unit}", *lines])


def _footnotes(cited: Sequence[Citation]) -> Iterator[str]:
    """A footnote a source; of an answer over a table the first, and which cells the rest are."""
    first = cited[:_FOOTNOTES] if len(cited) > _FOOTNOTES + 1 else cited
    yield from map(_footnote, first)
    rest = cited[len(first) :]
    if not rest:
        return
    cells = [row.cell for one in rest if (row := row_of(one))]
    if len(cells) < len(rest):
        yield f"[{rest[0].n}] to [{rest[-1].n}] {len(rest):,} further sources (the download has each of them)."
    else:
        yield f"[{rest[0].n}] to [{rest[-1].n}] {len(rest):,} further cells: {', '.join(cells)}."


def _footnote(cited: Citation) -> str:
    badge, _ = kind_badge(cited.kind, cited.official)
    how = "paraphrased" if cited.paraphrase else "verbatim"
    named = [cited.title, cited.place, cited.reference, cited.publisher, long_date(cited.published)]
    where = ", ".join(dict.fromkeys(part for part in named if part))
    address = f" {cited.url}" if cited.url else ""
    return f"[{cited.n}] {where} ({badge}: {cited.kind}; {how}).{address}\n    {' '.join(cited.quote.split())}"


def as_json(answer: Answer) -> str:
    """The answer as the command line's JSON gives it."""
    return json.dumps(answer.to_json(), ensure_ascii=False, indent=2) + "\n"


def file_name(answer: Answer, ending: str) -> str:
    """A name for a download made of the question's letters and figures alone, 60 characters at most."""
    words = re.sub(r"[^a-z0-9]+", "-", answer.question.lower()).strip("-")[:48].rstrip("-")
    return f"despatch-{words or 'answer'}.{ending}"
