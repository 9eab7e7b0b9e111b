"""How a marked-up document becomes plain text: blocks, each a paragraph of the stored text.

Headings, paragraphs, list items and table rows all stand between blank lines, so that nothing later has to guess
whether a line end breaks a sentence. A table's row carries its headings, because a number means nothing without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

__all__ = ["join", "row_text", "squeeze", "table_blocks"]

_SPACE = re.compile(r"[ \t\xa0\r\f\v]+")


def squeeze(words: str) -> str:
    """WORDS with each run of spaces (no-break spaces too) made one, and none at the ends of a line."""
    return "\n".join(_SPACE.sub(" ", line).strip() for line in words.split("\n")).strip()


def join(blocks: Iterable[str]) -> str:
    """The blocks that hold anything, a blank line between them, and a line end after the last."""
    kept = [block for block in map(squeeze, blocks) if block]
    return "\n\n".join(kept) + "\n" if kept else ""


def row_text(headings: Sequence[str], cells: Sequence[str]) -> str:
    """One row of a table: ``Offence: robbery; Released: 93``, a cell under no heading standing alone."""
    parts = []
    for n, cell in enumerate(map(_flat, cells)):
        heading = _flat(headings[n]) if n < len(headings) else ""
        if cell:
            parts.append(f"{heading}: {cell}" if heading else cell)
    return "; ".join(parts)


def table_blocks(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table's rows as blocks; its headings alone where it has no rows."""
    found = [row_text(headings, cells) for cells in rows]
    return [row for row in found if row] or [row_text((), headings)]


def _flat(cell: str) -> str:
    return " ".join(cell.split())
