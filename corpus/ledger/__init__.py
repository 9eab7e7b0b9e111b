"""The ledger: the one truth about what is on the record. Every query over it has a name here.

Nothing outside this package knows which database it is. What it gives are the frozen values of
:mod:`corpus.records`; what cannot be done raises a :class:`corpus.errors.RecordError` of one sentence.
"""

from __future__ import annotations

from corpus.ledger.entry import Entry
from corpus.ledger.ledger import Counts, Ledger

__all__ = ["Counts", "Entry", "Ledger"]
