"""Statistical tables: CSV, TSV, ODS, XLSX and XLS as text and as data cubes.

The way through: :mod:`delimited` and :mod:`workbook` read a file's cells; :mod:`stored` makes the text that is kept of
them; :mod:`document` finds the tables in each sheet and hands them to :mod:`tidy` or :mod:`wide`, which make datasets.
What they do not understand is left to be searched as words, and said in a sentence.
"""

from __future__ import annotations

__all__: list[str] = []
