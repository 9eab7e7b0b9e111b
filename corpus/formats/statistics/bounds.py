"""How much of a file of statistics is read: beyond these it is refused whole, in one sentence."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import IngestRefused

__all__ = ["MOST_CELLS", "MOST_COLUMNS", "MOST_ROWS", "MOST_SEARCHED", "MOST_SHEETS", "check_columns", "check_rows"]

MOST_SHEETS = 200
MOST_ROWS = 1_000_000
"""In one sheet, or in one file of separated values."""
MOST_COLUMNS = 16_384
MOST_CELLS = 20_000_000
"""In one sheet, the empty ones among them."""
MOST_SEARCHED = 200_000
"""How many characters of one table that is not understood are searched as words: its first rows."""


def check_rows(rows: int, path: Path, sheet: str = "") -> None:
    """Raise IngestRefused where a table has more than MOST_ROWS rows."""
    if rows > MOST_ROWS:
        where = f"sheet {sheet}" if sheet else ""
        raise IngestRefused(str(path), f"it has more than {MOST_ROWS:,} rows: split it into several files", where)


def check_columns(columns: int, path: Path, place: str) -> None:
    """Raise IngestRefused where a row has more than MOST_COLUMNS cells."""
    if columns > MOST_COLUMNS:
        raise IngestRefused(
            str(path), f"it has more than {MOST_COLUMNS:,} columns, which is no table that anybody reads", place
        )
