"""What is wrong with a sheet, and where."""

from __future__ import annotations

from corpus.errors import IngestRefused

__all__ = ["Path", "SheetError", "field_name"]

Path = tuple[str | int, ...]
"""The way to a value in a sheet: mapping keys, and places in lists counted from 0."""


class SheetError(IngestRefused):
    """A sheet that was not read. ``line`` counts from 1 (0: no line to point at); ``field`` is ``figures[3].as_at``."""

    def __init__(self, file: str, reason: str, line: int = 0, path: Path = ()) -> None:
        self.line, self.field = line, field_name(path)
        super().__init__(file, reason, ", ".join(filter(None, (f"line {line}" if line else "", self.field))))


def field_name(path: Path) -> str:
    """PATH as a person reads it, places in lists counted from 1: ``sources[1].figures[3].as_at``."""
    name = ""
    for step in path:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}"
    return name.lstrip(".")
