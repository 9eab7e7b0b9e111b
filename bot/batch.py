"""A file of questions, one JSON object a line, answered in its order: one answer a line, whatever the line holds."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.errors import DespatchError

if TYPE_CHECKING:
    from bot.desk import Desk

__all__ = ["answers", "questions"]

_SHAPE = 'write {"id": "…", "question": "…", "as_of": "YYYY-MM-DD"}'


class _Wrong(ValueError):
    """A line that asks nothing; its message says what is wrong with it."""


class _Asked(NamedTuple):
    question: str
    as_of: date | None


def questions(path: Path) -> list[tuple[int, str]]:
    """The lines of PATH that hold anything, numbered from 1. Raises DespatchError where it is no UTF-8 text."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DespatchError(
            f"{path} is not UTF-8 text (byte {error.start:,}): give a UTF-8 file of JSON lines."
        ) from None
    except OSError as error:
        raise DespatchError(
            f"{path} cannot be read as a batch of questions ({error.strerror}): give a UTF-8 file of JSON lines."
        ) from None
    # A JSON text may hold other signs that Python takes for line ends, so that splitlines() would cut it in two.
    return [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def answers(
    desk: Desk, asked: Iterable[tuple[int, str]], name: str, as_of: date | None = None
) -> Iterator[dict[str, Any]]:
    """For each line ASKED of the file NAME its answer, or its error; AS_OF holds where a line gives no date."""
    for number, line in asked:
        yield _answer(desk, line, f"{name}, line {number}", as_of)


def _answer(desk: Desk, line: str, where: str, as_of: date | None) -> dict[str, Any]:
    item = _item(line)
    named = item.get("id") if item else None
    try:
        asked = _asked(item, as_of)
    except _Wrong as wrong:
        return {"id": named, "error": f"{where}: {wrong}."}
    try:
        answer = desk.ask(asked.question, asked.as_of).to_json()
    except DespatchError as error:
        return {"id": named, "error": f"{where}: {error}"}
    except Exception as error:  # one question that fails must not lose the answers to the others
        logging.getLogger("despatch").exception("%s", where)
        return {"id": named, "error": f"{where}: the question could not be answered ({type(error).__name__})."}
    return {**answer, "id": named}


def _item(line: str) -> dict[str, Any] | None:
    """The object that LINE is, or None where it is none."""
    try:
        read = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) else None


def _asked(item: dict[str, Any] | None, as_of: date | None) -> _Asked:
    if item is None:
        raise _Wrong(f"this is not a question in JSON; {_SHAPE}")
    question, day = item.get("question"), item.get("as_of")
    if not isinstance(question, str):
        raise _Wrong(f"there is no question in words; {_SHAPE}")
    if day in (None, ""):
        return _Asked(question, as_of)
    try:
        return _Asked(question, date.fromisoformat(day))
    except (TypeError, ValueError):
        raise _Wrong(f"the question's as_of, {day!r}, is not a date; {_SHAPE}") from None
