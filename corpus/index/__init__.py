"""Finding passages, by their words and by their meaning, and written questions: all are caches of the ledger."""

from __future__ import annotations

from collections.abc import Callable

from corpus.ledger import Ledger

__all__ = ["Progress", "bring_up_to_date", "catch_up", "follow", "forget", "index_words"]

Progress = Callable[[int, int, str], None]
"""Called with how many are done, of how many, and what is done: ``words``, ``figures``, ``questions``, ``meaning``."""


def bring_up_to_date(ledger: Ledger, progress: Progress | None = None) -> bool:
    """Bring the indexes into step with LEDGER; whether they are, which may take long where much is new.

    They are not where another process is at it. Raises RecordFull or RecordReadOnly, ModelMissing or ModelAltered.
    """
    index_words(ledger, progress)
    return catch_up(ledger, progress)


def index_words(ledger: Ledger, progress: Progress | None = None) -> None:
    """Bring the indexes of words and of written questions into step with LEDGER: seconds for tens of thousands."""
    from corpus.index.evidence import Evidence
    from corpus.index.lexical import Lexical
    from corpus.index.questions import Questions
    from corpus.index.recorded import Recorded

    Lexical(ledger, _telling(progress, "words"))
    Evidence(ledger, _telling(progress, "figures"))
    if ledger.question_bodies():
        Questions(Recorded(ledger), _telling(progress, "questions"))


def follow(ledger: Ledger, *, meaning: bool) -> None:
    """Have the indexes follow LEDGER while more goes in: the words', and where wanted and quick the MEANING's.

    A model that is missing is no fault here: whoever finishes the load says so. Raises RecordFull.
    """
    from corpus.encoder import opened
    from corpus.errors import ModelError
    from corpus.index.dense import EXACT

    index_words(ledger)
    counts = ledger.counts()
    if not meaning or counts.passages + counts.figures > EXACT:
        return  # there may be so many vectors that Chroma would be made again and again
    try:
        if opened().quick:
            catch_up(ledger)
    except ModelError:
        return


def catch_up(ledger: Ledger, progress: Progress | None = None) -> bool:
    """Bring the index of meaning into step with LEDGER, as it stands when this is done; whether it is.

    What is encoded is kept, however the work ends. Raises RecordFull, ModelMissing or ModelAltered.
    """
    from corpus.encoder import opened
    from corpus.index.dense import Dense

    told = _telling(progress, "meaning")
    dense = Dense(ledger, opened(), told)
    while not dense.complete:
        before = dense.held, ledger.fingerprint()
        dense.refresh(told)
        if before == (dense.held, ledger.fingerprint()):
            break  # another process is at it, or the record may only be read
    return dense.complete


def forget(ledger: Ledger) -> None:
    """Throw the indexes away, to be made anew. Raises RecordReadOnly where that may not be done."""
    import shutil

    from corpus.index.stamp import index_folder

    with ledger.writing():
        shutil.rmtree(index_folder(ledger.folder), ignore_errors=True)


def _telling(progress: Progress | None, what: str) -> Callable[[int, int], None] | None:
    return None if progress is None else lambda n, of: progress(n, of, what)
