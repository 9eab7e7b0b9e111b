"""Indexing by meaning behind the pages: in a process of its own, that gives way to whatever else the machine does.

    python -m bot.catching_up RECORD

A thread of the server looks now and then whether a large record has passages that wait, and has them indexed by such a
process. It ends with the server, keeps what it has done, and goes on from there the next time.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from corpus.errors import DespatchError
from corpus.ledger import Ledger

__all__ = ["AGAIN", "EVERY", "CatchingUp", "main"]

EVERY = 5.0
"""Seconds between two looks."""
AGAIN = 60.0
"""Seconds until it is tried again where it failed, or where another process was at it."""
_NICENESS = 10


class CatchingUp:
    """Looks after one record's index of meaning for as long as this process runs."""

    def __init__(self, ledger: Ledger, command: Callable[[Path], list[str]] | None = None) -> None:
        """COMMAND gives what is run for the record in a folder; the module itself where it is not told."""
        self._ledger = ledger
        self._command = command or _command
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="catching-up", daemon=True)

    def start(self) -> CatchingUp:
        """Begin to look."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """Look no more, and end what is running."""
        self._stopped.set()
        self._thread.join()

    def _watch(self) -> None:
        looked, again = "", 0.0
        while not self._stopped.wait(EVERY):
            try:
                now = self._ledger.fingerprint()
                if self._ledger.read_only or (now == looked and time.monotonic() < again):
                    continue
                looked, again = now, math.inf
                if _waits(self._ledger):
                    self._index()
                    again = time.monotonic() + AGAIN
            except DespatchError:
                continue

    def _index(self) -> None:
        """Run the process; it sees that this one has ended by its input, which closes."""
        command = self._command(self._ledger.folder)
        root = Path(__file__).resolve().parent.parent
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, cwd=root) as process:
            while process.poll() is None:
                if self._stopped.wait(0.2):
                    process.terminate()
                    return


def _command(folder: Path) -> list[str]:
    return [sys.executable, "-m", "bot.catching_up", str(folder.absolute())]


def _waits(ledger: Ledger) -> bool:
    """Whether a large record has passages that are not indexed by meaning, and a model to do it with."""
    from bot.indexes import index_states
    from bot.retrieve import Retriever

    if Retriever(ledger).small():
        return False
    _, meaning = index_states(ledger)
    return not meaning.up_to_date and not meaning.fault


def main(folder: str) -> None:
    """Index the record in FOLDER by meaning, giving way to others, until it is done or the input closes."""
    from corpus.index import catch_up

    os.nice(_NICENESS)
    threading.Thread(target=_end_with_input, daemon=True).start()
    with Ledger.open(folder) as ledger:
        catch_up(ledger)


def _end_with_input() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except (DespatchError, KeyboardInterrupt):
        sys.exit(1)
