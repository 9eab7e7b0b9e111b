"""The command ``despatch similar``: earlier questions and answers to the same point.

Everything heavy is imported when the command runs.
"""

from __future__ import annotations

from typing import Annotated

import typer

from bot.options import AsJson, as_date
from bot.telling import json_line

__all__ = ["similar"]

_Question = Annotated[
    str, typer.Argument(help="The question, in your own words, in quotes.", metavar="QUESTION", show_default=False)
]
_Department = Annotated[
    str,
    typer.Option(
        metavar="NAME", help="Whom it is put to: a department, its Minister or its initials; theirs come first."
    ),
]
_Only = Annotated[bool, typer.Option("--only", help="Leave out what was put to other departments than --department.")]
_Asker = Annotated[
    str, typer.Option(metavar="MEMBER", help="Who asks it, by name or number; the same Member's own come first.")
]
_Before = Annotated[str | None, typer.Option(metavar="DATE", help="Only what was tabled before it (YYYY-MM-DD).")]
_Most = Annotated[int, typer.Option(metavar="N", min=1, max=200, help="How many to give.")]


def similar(
    context: typer.Context,
    question: _Question,
    department: _Department = "",
    only: _Only = False,
    asker: _Asker = "",
    before: _Before = None,
    most: _Most = 10,
    as_json: AsJson = False,
) -> None:
    """Find earlier written questions to the same point, with their answers.

    \\b
    For example:
      despatch similar "How many lamps were mended last year?" --department "Department for Transport"
      despatch similar "How many people were waiting in March?" --before 2024-12-01 --most 5 --json

    Each stands with what became of it: answered, refused and on which ground, corrected, withdrawn, or not answered
    yet. Below it stand the questions that it follows and that follow it, how it differs from one that is much the same,
    and the figures that an answer gives differently from the one before it.
    """
    if not question:
        raise typer.BadParameter("give a question", param_hint="QUESTION")
    if only and not department.strip():
        raise typer.BadParameter("say with --department which one", param_hint="--only")
    day = as_date(before, "--before")
    from bot.opening import open_record
    from bot.pacing import indexing
    from bot.similar.finder import Finder, Wanted

    with open_record(context.obj) as ledger, indexing() as moved:
        finder = Finder(ledger, lambda done, whole: moved(done, whole, "questions"))
        found = finder.find(Wanted(question, department, asker, day, most, only))
    if as_json:
        print(json_line(found.to_json()))
        return
    from bot.similar.terminal import show

    show(found)
