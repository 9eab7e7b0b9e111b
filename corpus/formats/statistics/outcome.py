"""What becomes of a workbook as it is read: its datasets, what of it is searched as words, and what is left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from corpus.cube import Dataset, cell_name
from corpus.formats.statistics.block import Found
from corpus.formats.statistics.bounds import MOST_SEARCHED
from corpus.formats.statistics.exported import as_exported
from corpus.formats.statistics.fractions import fractions_told
from corpus.formats.statistics.percents import percents_shown
from corpus.formats.statistics.quotients import quotients_told
from corpus.formats.statistics.stored import Sheet
from corpus.formats.statistics.titles import NOTHING_SAID, About
from corpus.records import Span

__all__ = ["Outcome"]


@dataclass
class Outcome:
    """A workbook as it is read. ``lines`` are its rows of words; ``book`` is what they say of all its tables."""

    path: Path
    left_out: list[str]
    datasets: list[Dataset] = field(default_factory=list)
    searched: list[Span] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    book: About = NOTHING_SAID

    def search(self, sheet: Sheet, rows: Iterable[int]) -> None:
        """Those ROWS of SHEET are words."""
        self.searched.extend(sheet.span(row, row) for row in rows)

    def leave(self, sheet: Sheet, why: str) -> None:
        """Say WHY some of a SHEET is not read."""
        self.left_out.append(f"the sheet {sheet.name!r}: {why}" if sheet.name else why)

    def take(self, found: Found, sheet: Sheet, rows: tuple[int, int], columns: tuple[int, int]) -> None:
        """Put what was FOUND between the first and last of ROWS and COLUMNS where it belongs."""
        where = f"{cell_name(rows[0] + 1, columns[0] + 1)}:{cell_name(rows[1] + 1, columns[1] + 1)}"
        where = f"the sheet {sheet.name!r}, {where}" if sheet.name else f"the table in {where}"
        if found.dataset is not None:
            shown = percents_shown(as_exported(found.dataset), sheet.text)
            self.datasets.append(quotients_told(fractions_told(shown, sheet.text)))
            self.left_out.extend(f"{where}: {why}" for why in found.left_out)
            return
        words = "; ".join(found.left_out) or "it is not understood as a table"
        whole = sheet.span(*rows)
        end = min(whole.end, whole.start + MOST_SEARCHED)
        cut = "" if end == whole.end else f"; of its words the first {MOST_SEARCHED:,} characters are searched"
        self.left_out.append(f"{where} is left as words: {words}{cut}")
        self.searched.append(Span(whole.start, end))

    def stretches(self) -> tuple[Span, ...]:
        """What is searched, in order; stretches that touch or overlap as one."""
        made: list[Span] = []
        for span in sorted(self.searched, key=lambda s: (s.start, s.end)):
            if span.start == span.end:
                continue
            if made and span.start <= made[-1].end + 1:
                made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
            else:
                made.append(span)
        return tuple(made)
