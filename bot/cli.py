"""The command line: ``despatch ask``, ``ingest``, ``init``, ``status``, ``reindex``, ``remove`` and ``serve``.

Exit status 0 for any answer, a non-answer included; 2 for bad usage; 1 for a failure, with one sentence on standard
error that says what is wrong, where, and what to do. Everything heavy is imported by the command that needs it.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from corpus.errors import DespatchError

if TYPE_CHECKING:
    from bot.desk import Desk

__all__ = ["app", "main"]

app = typer.Typer(
    name="despatch",
    help="Ask for a figure in your own words; get it with the record behind it, or be told that it is not there.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Answer with what had been said by this date (YYYY-MM-DD)."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Give the answer as one JSON object.")]


@app.callback()
def record(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Option("--record", metavar="DIR", envvar="DESPATCH_RECORD", help="The folder that the record lives in."),
    ] = None,
) -> None:
    """Ask for a figure in your own words; get it with the record behind it, or be told plainly that it is not there."""
    context.obj = folder


@app.command()
def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="The question, in your own words.", show_default=False)] = "",
    as_of: AsOf = None,
    as_json: AsJson = False,
    earlier: Annotated[
        list[str] | None,
        typer.Option(
            "--after", metavar="QUESTION", help="A question before this one, for a follow-up; may be given again."
        ),
    ] = None,
    batch: Annotated[
        Path | None,
        typer.Option(
            "--batch",
            metavar="FILE",
            help='Answer a file of {"id", "question", "as_of"?} lines, one answer a line, in order.',
        ),
    ] = None,
) -> None:
    """Answer a question from the record, with the records behind every figure.

    Example: despatch ask "How many releases occurred after August 2005?" --as-of 2006-04-30
    """
    if batch is not None:
        _batch(context.obj, batch)
        return
    if not question and batch is None:
        raise typer.BadParameter("give a question, or --batch FILE", param_hint="QUESTION")
    day = _date(as_of, "--as-of")
    with _desk(context.obj) as desk:
        answer = desk.ask(question, day, earlier=earlier or ())
    if as_json:
        print(json.dumps(answer.to_json(), ensure_ascii=False))
        return
    from bot.terminal import show

    show(answer)


@app.command()
def ingest(
    context: typer.Context,
    paths: Annotated[
        list[Path],
        typer.Argument(help="Files or folders: plain text, Markdown, HTML, record sheets.", show_default=False),
    ],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the documents were published (YYYY-MM-DD).")
    ] = None,
    title: Annotated[str | None, typer.Option(help="The document's title.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    kind: Annotated[str | None, typer.Option(help='What it is, e.g. "press report" or "official statistics".')] = None,
) -> None:
    """Put documents into the record. A file that cannot be read is refused whole; the others go in."""
    from bot.intake import put_in

    ledger = _ledger(context.obj)
    try:
        refused = put_in(ledger, paths, title, publisher, kind, _date(published, "--published"))
    finally:
        ledger.close()
    raise typer.Exit(1 if refused else 0)


@app.command()
def init(
    context: typer.Context,
    empty: Annotated[bool, typer.Option("--empty", help="Make a record without the library that ships.")] = False,
) -> None:
    """Make the record, with the library that ships unless --empty. Safe to repeat."""
    from bot.intake import progress
    from bot.opening import open_record, put_library

    with progress() as moved:
        ledger = open_record(context.obj, load_library=False)
        try:
            if not empty:
                put_library(ledger, moved)
            _index(ledger)
            counts = ledger.counts()
        finally:
            ledger.close()
    print(f"The record holds {counts.sources} sources, {counts.figures} figures and {counts.statements} statements.")


@app.command()
def status(context: typer.Context, as_json: AsJson = False) -> None:
    """Say what the record holds and whether its indexes are up to date."""
    ledger = _ledger(context.obj)
    try:
        counts, place = ledger.counts(), str(ledger.folder)
    finally:
        ledger.close()
    held = {
        "record": place,
        "sources": counts.sources,
        "figures": counts.figures,
        "statements": counts.statements,
        "passages": counts.passages,
    }
    if as_json:
        print(json.dumps(held))
        return
    for name, value in held.items():
        print(f"{name:<12}{value}")


@app.command()
def remove(
    context: typer.Context,
    source: Annotated[str, typer.Argument(help="The source's id, as `despatch sources` lists it.")],
) -> None:
    """Take a source and everything read from it out of the record."""
    ledger = _ledger(context.obj)
    try:
        title = ledger.source(source).title
        ledger.remove(source)
    except KeyError:
        raise DespatchError(f"There is no source {source!r} in the record; `despatch sources` lists them.") from None
    finally:
        ledger.close()
    print(f"Removed: {title}")


@app.command()
def sources(context: typer.Context) -> None:
    """List the sources in the record, with their ids."""
    ledger = _ledger(context.obj)
    try:
        for source in ledger.sources():
            print(f"{source.id}\t{source.published or ''}\t{source.kind}\t{source.title}")
    finally:
        ledger.close()


@app.command()
def reindex(context: typer.Context) -> None:
    """Build the search indexes afresh from the ledger."""
    ledger = _ledger(context.obj)
    try:
        _index(ledger, afresh=True)
    finally:
        ledger.close()
    print("The indexes are built.")


@app.command()
def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option(help="The port on 127.0.0.1.")] = 8501,
) -> None:
    """Open the pages on 127.0.0.1, for this machine only."""
    _ledger(context.obj).close()
    environment = os.environ | ({"DESPATCH_RECORD": str(context.obj)} if context.obj else {})
    page = Path(__file__).resolve().parent.parent / "ui" / "app.py"
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
    os.execve(sys.executable, command, environment)


def _desk(folder: Path | None) -> Desk:
    from bot.desk import Desk

    return Desk.open(folder)


def _ledger(folder: Path | None) -> Any:
    from bot.opening import open_record

    return open_record(folder)


def _index(ledger: Any, *, afresh: bool = False) -> None:
    from bot.intake import indexed

    indexed(ledger, afresh=afresh)


def _date(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a date; write it as YYYY-MM-DD", param_hint=option) from None


def _batch(folder: Path | None, path: Path) -> None:
    """One answer a line, in the order asked; a line that cannot be read is answered with its error."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DespatchError(
            f"{path} cannot be read as a batch of questions ({error}); give a UTF-8 file of JSON lines."
        ) from None
    with _desk(folder) as desk:
        for number, line in enumerate(lines, 1):
            if line.strip():
                print(json.dumps(_one(desk, line, f"{path}, line {number}"), ensure_ascii=False), flush=True)


def _one(desk: Desk, line: str, where: str) -> dict[str, Any]:
    item: dict[str, Any] = {}
    try:
        read = json.loads(line)
        item = read if isinstance(read, dict) else {}
        question, day = item["question"], item.get("as_of")
        if not isinstance(question, str):
            raise TypeError(question)
        as_of = date.fromisoformat(day) if day else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return {
            "id": item.get("id"),
            "error": f'{where}: not a question; write {{"id": "…", "question": "…", "as_of": "YYYY-MM-DD"}}.',
        }
    try:
        answer = desk.ask(question, as_of).to_json()
    except Exception as error:  # one question that fails must not lose the answers to the others
        logging.getLogger("despatch").exception("%s", where)
        return {"id": item.get("id"), "error": f"{where}: could not be answered ({type(error).__name__})."}
    return {**answer, "id": item.get("id")}


def main() -> None:
    """Run the command line. Never shows a traceback for what a person can mend."""
    try:
        app()
    except DespatchError as error:
        print(f"despatch: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
