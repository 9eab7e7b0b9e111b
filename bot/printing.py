"""An answer on standard output: for a person, as one line of JSON, or as CSV."""

from __future__ import annotations

import sys

from bot.answer import Answer
from bot.telling import json_line

__all__ = ["print_answer"]


def print_answer(answer: Answer, *, as_json: bool, as_csv: bool) -> None:
    """Print ANSWER; as CSV, where it has neither table nor figures, the headings, and on standard error why."""
    if as_json:
        print(json_line(answer.to_json()))
    elif as_csv:
        _comma_separated(answer)
    else:
        from bot.terminal import show

        show(answer)


def _comma_separated(answer: Answer) -> None:
    from bot.spreadsheet import as_csv

    print(as_csv(answer), end="")
    if not (answer.table or answer.figures):
        print(f"despatch: the answer has no figures: {answer.text}", file=sys.stderr)
