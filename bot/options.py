"""What may be given to the commands, with what is said of it in their help, and how it is read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "AsCsv",
    "AsJson",
    "AsOf",
    "Batch",
    "Earlier",
    "Folder",
    "Kind",
    "Later",
    "Out",
    "Paths",
    "Published",
    "Question",
    "ReportTo",
    "as_date",
]


def as_date(text: str | None, option: str) -> date | None:
    """The date that TEXT, given to OPTION, names. Raises BadParameter where it is none."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a date; write it as YYYY-MM-DD", param_hint=option) from None


def _path(words: str) -> Path:
    """The path that WORDS name; what is wrong with what lies there is for the command to say.

    An empty one is refused: a shell makes it of a name that is not set, and it would mean the folder that one is in.
    """
    if not words.strip():
        raise typer.BadParameter("the path is empty: name a file or a folder, or . for this folder")
    return Path(words)


Folder = Annotated[
    Path | None,
    typer.Option(
        "--record",
        metavar="DIR",
        envvar="DESPATCH_RECORD",
        help="The folder that the record lives in.",
        parser=_path,
    ),
]
Question = Annotated[
    str | None, typer.Argument(help="The question, in your own words, in quotation marks.", show_default=False)
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Answer with what had been said by this date (YYYY-MM-DD); with --batch, where a line gives no date.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object on one line, for a program to read.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print the answer's table, or its figures, as CSV.")]
Earlier = Annotated[
    list[str] | None,
    typer.Option(
        "--after", metavar="QUESTION", help="A question before this one, for a follow-up; may be given again."
    ),
]
Batch = Annotated[
    Path | None,
    typer.Option(
        "--batch",
        metavar="FILE",
        help='Answer a file of {"id", "question", "as_of"?} lines, one answer a line, in order.',
        parser=_path,
    ),
]
Paths = Annotated[
    list[Path],
    typer.Argument(
        help="Files, or folders with all that is in them: .txt .md .html .yaml and their like.",
        metavar="PATH",
        show_default=False,
        parser=_path,
    ),
]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="When the documents were published (YYYY-MM-DD).")]
Kind = Annotated[
    str | None, typer.Option(help='What it is, e.g. "press report" or "official statistics".', show_default=False)
]
Later = Annotated[
    bool, typer.Option("--later", help="Leave indexing by meaning for later: `despatch reindex`, or while serving.")
]
ReportTo = Annotated[
    Path | None,
    typer.Option(
        "--report", metavar="FILE", help="Write what became of each file to FILE, a JSON line each.", parser=_path
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="Write to FILE instead of standard output.", parser=_path),
]
