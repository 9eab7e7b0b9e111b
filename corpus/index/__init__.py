"""Finding passages, by their words and by their meaning, and written questions: all are caches of the ledger."""

from __future__ import annotations

from collections.abc import Callable

from corpus.ledger import Ledger

__all__ = ["Progress", "bring_up_to_date", "forget"]

Progress = Callable[[int, int, str], None]
"""Called with how many are done, of how many, and what is being done: ``words``, ``questions`` or ``meaning``."""


def bring_up_to_date(ledger: Ledger, progress: Progress | None = None) -> None:
    """Bring the indexes into step with LEDGER, so that the next question need not.

    Raises RecordFull or RecordReadOnly, ModelMissing or ModelAltered.
    """
    from corpus.encoder import Encoder
    from corpus.index.dense import Dense
    from corpus.index.lexical import Lexical
    from corpus.index.questions import Questions
    from corpus.index.recorded import Recorded

    def telling(what: str) -> Callable[[int, int], None] | None:
        return None if progress is None else lambda n, of: progress(n, of, what)

    Lexical(ledger, telling("words"))
    if ledger.question_bodies():
        Questions(Recorded(ledger), telling("questions"))
    Dense(ledger, Encoder(), telling("meaning"))


def forget(ledger: Ledger) -> None:
    """Throw the indexes away, to be made anew. Raises RecordReadOnly where that may not be done."""
    import shutil

    from corpus.index.stamp import index_folder

    with ledger.writing():
        shutil.rmtree(index_folder(ledger.folder), ignore_errors=True)
