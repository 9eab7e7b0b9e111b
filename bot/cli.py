"""The command line: ``despatch ask``, ``similar``, ``ingest``, ``init``, ``status``, ``reindex``, ``serve`` and so on.

Exit status 0 for any answer, a non-answer included; 2 for bad usage; 1 for a failure, with one sentence on standard
error that says what is wrong, where, and what to do. Everything heavy is imported by the command that needs it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.options import (
    AsCsv,
    AsJson,
    AsOf,
    Batch,
    Earlier,
    Folder,
    Kind,
    Later,
    Out,
    Paths,
    Published,
    Question,
    ReportTo,
    as_date,
)
from bot.seeking import similar
from bot.telling import json_line, telling
from corpus.errors import DespatchError
from corpus.reports import Outcome

if TYPE_CHECKING:
    from bot.desk import Desk
    from corpus.ledger import Ledger

__all__ = ["app", "main"]

app = typer.Typer(
    name="despatch",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def record(
    context: typer.Context,
    folder: Folder = None,
) -> None:
    """Ask for a figure in your own words; see the record behind it, or be told plainly that it is not there.

    \b
    For example:
      despatch ask "How many releases occurred after August 2005?"
      despatch ask "How many had been deported?" --as-of 2006-04-30
      despatch ingest minutes.md --published 2024-06-12
      despatch serve

    The record is made, with the library that ships, the first time that it is needed. It lives in your own data folder,
    or where --record or DESPATCH_RECORD says.

    The exit status is 0 for any answer, "not in this record" included; 2 for bad usage; 1 for a failure, with one
    sentence on standard error.
    """
    context.obj = folder


@app.command()
def ask(
    context: typer.Context,
    question: Question = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    earlier: Earlier = None,
    batch: Batch = None,
) -> None:
    """Answer a question, with the source behind every figure.

    \b
    For example:
      despatch ask "How many releases occurred after August 2005?" --as-of 2006-04-30
      despatch ask "and how many of those were deported?" --after "How many releases occurred after August 2005?"
      despatch ask "How many were released each year?" --csv > released.csv
      despatch ask --batch questions.jsonl > answers.jsonl

    Below the answer stand how the question was read, the arithmetic of a figure that was worked out, and each source
    with its exact words. "Not in this record" says only what this record holds: the information may be held elsewhere.
    """
    if batch is not None and (question is not None or earlier):
        raise typer.BadParameter("give a question or --batch FILE, not both", param_hint="--batch")
    if as_csv and (as_json or batch is not None):
        raise typer.BadParameter("give one of --csv, --json and --batch", param_hint="--csv")
    if batch is None and not question:
        raise typer.BadParameter("give a question, or --batch FILE", param_hint="QUESTION")
    day = as_date(as_of, "--as-of")
    if batch is not None:
        _batch(context.obj, batch, day)
    else:
        _ask(context.obj, question or "", day, earlier or (), as_json, as_csv)


app.command()(similar)


@app.command()
def ingest(
    context: typer.Context,
    paths: Paths,
    published: Published = None,
    title: Annotated[str | None, typer.Option(help="The document's title.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    kind: Kind = None,
    later: Later = False,
    report: ReportTo = None,
) -> None:
    """Put documents into the record: files or whole folders.

    \b
    For example:
      despatch ingest answer.txt --published 2024-06-12 --publisher "House of Commons" --kind "written answer"
      despatch ingest press-notices/

    Give the date: "last month" is read against it, and --as-of goes by it. What the options do not say is taken from a
    file beside the document (answer.txt.meta.yaml), then from the document's own top.

    A file goes in whole, or is refused whole with the reason on standard error, and the others still go in; the exit
    status is then 1. Of a file of many documents each goes in whole. The same file again changes nothing; a newer
    version takes the older one's place. Broken off, it goes on from there when it is given again.

    All of it can be asked about as soon as it is in. It is indexed by meaning too, which may be broken off, or left for
    --later; where MiniLM is set, it takes long.
    """
    from bot.intake import caught_up, put_in, told_of

    told = told_of(title, publisher, kind, as_date(published, "--published"))
    with _ledger(context.obj) as ledger:
        done = put_in(ledger, paths, told, report, later=later)
        if not later and (done.changed or done.files):
            caught_up(ledger)
    raise typer.Exit(1 if done.of(Outcome.REFUSED) else 0)


@app.command()
def init(
    context: typer.Context,
    empty: Annotated[bool, typer.Option("--empty", help="Make a record without the library that ships.")] = False,
) -> None:
    """Make the record, with the library that ships or --empty.

    Its search indexes are made too. Safe to repeat: what is in the record already stays as it is. Without this, the
    record is made by the first command that needs it.
    """
    from bot.opening import open_record, put_library

    with open_record(context.obj, load_library=False) as ledger:
        if not empty:
            put_library(ledger)
        _index(ledger)
        counts = ledger.counts()
    print(f"The record holds {counts.sources} sources, {counts.figures} figures and {counts.statements} statements.")


@app.command()
def status(context: typer.Context, as_json: AsJson = False) -> None:
    """Say what the record holds, and if its indexes are up to date.

    For each index it says how many passages wait to be read into it. By words they go in with the next question; by
    meaning with `despatch reindex`, the next `despatch ingest`, or while `despatch serve` runs. A small record is
    weighed whole and needs neither.
    """
    from bot.indexes import index_states

    with _ledger(context.obj) as ledger:
        place, counts, states = str(ledger.folder), ledger.counts()._asdict(), index_states(ledger)
    if as_json:
        told = {"record": place, **counts, "indexes": {state.name: state.to_json() for state in states}}
        print(json_line(told))
        return
    lines = {"record": place, **{name: f"{n:,}" for name, n in counts.items()}}
    for name, value in {**lines, **{f"by {state.name}": state.says() for state in states}}.items():
        print(f"{name:<14}{value}")


@app.command()
def remove(
    context: typer.Context,
    source: Annotated[str, typer.Argument(help="The source's id, as `despatch sources` lists it.")],
) -> None:
    """Take a source out, with all that was read from it.

    The document itself is not touched, and can be put in again with `despatch ingest`.
    """
    with _ledger(context.obj) as ledger:
        try:
            title = ledger.source(source).title
            ledger.remove(source)
        except KeyError:
            raise DespatchError(
                f"There is no source {source!r} in the record; `despatch sources` lists them."
            ) from None
    print(f"Removed: {title}")


@app.command()
def sources(context: typer.Context) -> None:
    """List the sources, with their ids.

    One a line: id, date of publication, kind and title, with tabs between them.
    """
    with _ledger(context.obj) as ledger:
        for source in ledger.sources():
            print(f"{source.id}\t{source.published or ''}\t{source.kind}\t{source.title}")


@app.command()
def reindex(
    context: typer.Context,
    afresh: Annotated[
        bool, typer.Option("--afresh", help="Throw the indexes away first: for when one seems wrong.")
    ] = False,
) -> None:
    """Bring the search indexes up to date with the record, or build them --afresh.

    The record itself is not touched. By meaning it takes about half a minute for each thousand new passages; broken
    off, it goes on from there the next time.
    """
    with _ledger(context.obj) as ledger:
        if not _index(ledger, afresh=afresh):
            raise typer.Exit(1)
    print("The indexes are built.")


@app.command()
def export(context: typer.Context, out: Out = None) -> None:
    """Write the whole record as JSON lines, the same bytes for the same record.

    Sources stand in the order of their ids, each with its passages, figures, statements and links after it. There are
    no times and no row numbers in it, so two records that hold the same can be compared line by line.
    """
    from bot.exporting import write

    with _ledger(context.obj) as ledger:
        write(ledger, out)


@app.command()
def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option(help="The port on 127.0.0.1.", min=1, max=65535)] = 8501,
) -> None:
    """Open the pages in a browser, for this machine only.

    They are Ask, Previous answers, Record and Sources, on 127.0.0.1. Stop them with Ctrl+C.
    """
    with _ledger(context.obj) as ledger:
        environment = os.environ | {"DESPATCH_RECORD": str(ledger.folder.absolute())}
    root = Path(__file__).resolve().parent.parent
    page = root / "ui" / "app.py"
    _see_that_it_is_free(port)
    print(f"Despatch is on http://127.0.0.1:{port} (stop it with Ctrl+C)", flush=True)
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(page),
        "--server.address=127.0.0.1",
        f"--server.port={port}",
    ]
    command += ["--server.headless=true", "--browser.gatherUsageStats=false"]
    os.chdir(root)  # where Streamlit looks for its settings: the theme, and that no error is shown with its details
    os.execve(sys.executable, command, environment)


def _see_that_it_is_free(port: int) -> None:
    import socket

    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError as error:
            raise DespatchError(f"port {port} cannot be used ({error.strerror}): choose another with --port") from None


def _desk(folder: Path | None) -> Desk:
    from bot.desk import Desk

    return Desk.open(folder)


def _ledger(folder: Path | None) -> Ledger:
    from bot.opening import open_record

    return open_record(folder)


def _index(ledger: Ledger, *, afresh: bool = False) -> bool:
    from bot.intake import indexed

    return indexed(ledger, afresh=afresh)


def _ask(
    folder: Path | None, question: str, day: date | None, earlier: Iterable[str], as_json: bool, as_csv: bool
) -> None:
    from bot.printing import print_answer

    with _desk(folder) as desk:
        answer = desk.ask(question, day, earlier=tuple(earlier))
    print_answer(answer, as_json=as_json, as_csv=as_csv)


def _batch(folder: Path | None, path: Path, day: date | None) -> None:
    """One answer a line, in the order asked; a line that cannot be read is answered with its error."""
    from bot.batch import answers, questions

    asked = questions(path)  # before the record is opened, or made: a file that cannot be read needs none
    with _desk(folder) as desk:
        for answer in answers(desk, asked, str(path), day):
            print(json_line(answer), flush=True)


def main() -> None:
    """Run the command line. Never shows a traceback for what a person can mend."""
    with telling():
        app()


if __name__ == "__main__":
    main()
