"""Statistical tables: CSV, TSV, ODS, XLSX and XLS as text and as data cubes.

The way through: ``delimited`` and ``workbook`` read a file's cells; ``stored`` makes the text that is kept of them;
``sheets`` finds the tables of each sheet and hands them to ``tidysheet`` or ``wide``, which make datasets; ``document``
puts all together. What is not understood is left to be searched as words, and said in a sentence.

A sheet that is one tidy table is gone through row by row and never held. Any other is cut into tables (``segments``);
of each its headings (``headers``, ``across``), its labels (``labelled``, ``rowlabels``, ``rowcodes``) and which of them
are wholes of others (``sums``, ``trees``) are told apart. What its words say is told by ``titles``, ``notes``,
``measures``, ``moments`` and ``readings``.
"""

from __future__ import annotations

__all__: list[str] = []
