"""How a command's output and its failures reach a person or a program: whole, or in one sentence on standard error."""

from __future__ import annotations

import errno
import io
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from corpus.errors import DespatchError

__all__ = ["json_line", "telling", "writing_to"]


def json_line(value: dict[str, Any]) -> str:
    """VALUE as JSON on one line, with signs escaped where the output could not carry them: it is always JSON."""
    said = json.dumps(value, ensure_ascii=False)
    try:
        said.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return json.dumps(value)
    return said


@contextmanager
def telling() -> Iterator[None]:
    """Whatever stops the work within is told in one sentence, with exit status 1, and never as a traceback.

    ``DESPATCH_DEBUG=1`` lets what nobody foresaw through with its traceback.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        try:
            yield
        finally:
            if sys.stdout is not None:  # closed by the shell (>&-): nobody wants to read it
                sys.stdout.flush()
    except DespatchError as error:
        _fail(str(error))
    except BrokenPipeError:
        _deaf()
        sys.exit(1)
    except OSError as error:
        _deaf()
        _fail(f"{error.filename or 'the output'} could not be used ({_why(error)}): mend that and try again")
    except Exception as error:
        if os.environ.get("DESPATCH_DEBUG"):
            raise
        said = " ".join(f"{type(error).__name__}: {error}".split())
        _fail(f"something went wrong inside Despatch ({said[:300]}): set DESPATCH_DEBUG=1 to see where, and report it")


@contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """What keeps a file that a person named from being written is one sentence. Raises DespatchError."""
    try:
        yield
    except OSError as error:
        raise DespatchError(f"{path} cannot be written ({_why(error)}): name another file") from error


def _why(error: OSError) -> str:
    return "no room is left on the disk" if error.errno == errno.ENOSPC else error.strerror or str(error)


def _fail(sentence: str) -> NoReturn:
    print(f"despatch: {sentence}", file=sys.stderr)
    sys.exit(1)


def _deaf() -> None:
    """Nobody reads the output, or it cannot be written: let nothing more be tried on it, the last flush included."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
