"""Two ways of finding passages, by their words and by their meaning; both are caches of the ledger."""

from __future__ import annotations

from collections.abc import Callable

from corpus.ledger import Ledger

__all__ = ["Progress", "bring_up_to_date", "forget"]

Progress = Callable[[int, int, str], None]
"""Called with how many are done, of how many, and what is being done: ``words`` or ``meaning``."""


def bring_up_to_date(ledger: Ledger, progress: Progress | None = None) -> None:
    """Bring both indexes into step with LEDGER, so that the next question need not.

    Raises RecordFull or RecordReadOnly, ModelMissing or ModelAltered.
    """
    from corpus.encoder import Encoder
    from corpus.index.dense import Dense
    from corpus.index.lexical import Lexical

    def telling(what: str) -> Callable[[int, int], None] | None:
        return None if progress is None else lambda n, of: progress(n, of, what)

    Lexical(ledger, telling("words"))
    Dense(ledger, Encoder(), telling("meaning"))


def forget(ledger: Ledger) -> None:
    """Throw both indexes away, to be made anew. Raises RecordReadOnly where that may not be done."""
    import shutil

    from corpus.index.stamp import index_folder

    with ledger.writing():
        shutil.rmtree(index_folder(ledger.folder), ignore_errors=True)
