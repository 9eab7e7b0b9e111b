"""``despatch similar``: what it prints for a person and for a program, and what it exits with."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from bot import cli
from bot.similar import Changed, Earlier, Moved, Previous, Standing, Step, Twin
from bot.similar.terminal import show
from tests.corpus.question_pages import page, question


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs ``despatch`` in this process, over a record of one page of questions."""
    monkeypatch.chdir(tmp_path)
    rows = [question(1), question(2, heading="Kites", questionText="To ask how many kites were lost.")]
    Path("q.json").write_text(json.dumps(page(*rows)))

    def command(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["despatch", "--record", "record", *words])
        capsys.readouterr()
        try:
            cli.main()
            code = 0
        except SystemExit as left:
            code = int(left.code or 0)
        shown = capsys.readouterr()
        assert "Traceback" not in shown.err
        return Ran(code, shown.out, shown.err)

    assert command("init", "--empty").code == 0
    return command


@pytest.fixture
def filled(run: Run) -> Run:
    assert run("ingest", "q.json").code == 0
    return run


def test_a_person_reads_question_answer_and_what_became_of_it(filled: Run) -> None:
    told = filled("similar", "how many lamps were mended?")
    assert told.code == 0
    for words in ("[1] Lamps: Repairs · Department for Lamps · UIN 4001", "answered on 11 March 2031", "412 lamps"):
        assert words in told.out
    assert "The most alike of the 2 questions in this record." in told.out


def test_a_program_reads_one_line_of_json(filled: Run) -> None:
    told = filled("similar", "kites", "--json", "--most", "1", "--before", "2031-03-04")
    [line] = told.out.splitlines()
    read: dict[str, Any] = json.loads(line)
    assert [one["uin"] for one in read["found"]] == ["4002"]
    assert (read["before"], read["searched"], read["why"]) == ("2031-03-04", 2, "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("lamp " * 2_000,), "The question is 9,999 characters long"),
        (("  ",), "There is no word in the question to look for"),
        (("xyzzy",), "No question in this record shares a telling word with it."),
        (("lamps", "--before", "1999-01-01"), "No question tabled before 1 January 1999"),
        (("lamps", "--department", "Hogwarts"), "No department of this record is called “Hogwarts”"),
    ],
)
def test_what_finds_nothing_is_told_in_a_sentence(filled: Run, words: tuple[str, ...], said: str) -> None:
    told = filled("similar", *words)
    assert told.code == 0
    assert " ".join(told.out.split()).startswith(said)
    assert not told.err


def test_an_empty_record_is_told_in_a_sentence(run: Run) -> None:
    told = run("similar", "lamps")
    assert (told.code, told.out.strip()) == (0, "The record is empty: put written questions in first.")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ((), "QUESTION"),
        (("",), "QUESTION"),
        (("lamps", "--before", "soon"), "YYYY-MM-DD"),
        (("lamps", "--most", "0"), "--most"),
        (("lamps", "--only"), "--department"),
    ],
)
def test_bad_usage(run: Run, words: tuple[str, ...], named: str) -> None:
    told = run("similar", *words)
    assert (told.code, told.out) == (2, "")
    assert named in told.err


def test_it_explains_itself(run: Run) -> None:
    assert "  similar " in run("--help").out
    told = run("similar", "--help").out
    for words in ("--department", "--asker", "--before", "--most", "--json", "YYYY-MM-DD", "For example"):
        assert words in told


EARLIER = Earlier(
    id="q2",
    uin="4002",
    house="Commons",
    heading="[bold]Lamps[/bold]",
    department="Department for Lamps",
    question="How many [red]lamps[/red]?",
    tabled=date(2031, 6, 2),
    standing=Standing.ANSWERED,
    status=("answered on 9 June 2031", "refused in part: not held"),
    answer="lamp " * 400,
    answered=date(2031, 6, 9),
    grouped=("4003", "4004"),
    asker="Ada Kett",
    minister="Ben Orr",
    url="https://example.org/a/very/long/address/that/stays/on/one/line/whatever/the/width/of/the/terminal/4002",
    chain=(Step("follows", "4001", date(2031, 3, 11), "q1", True),),
    twin=Twin("q1", "4001", date(2031, 3, 3), ("tall",)),
    changes=(
        Changed(
            "q1", "4001", date(2031, 3, 11), date(2031, 6, 9),
            (Moved("lamps mended", "412", "430", "2030", "2030", True, "412", "430"),
             Moved("lamps lit", "1", "2", "", "at 1 May 2031", False, "1", "2")),
        ),
        Changed("q0", "4000", None, None, (), same=True),
    ),
)  # fmt: skip


def shown(previous: Previous, width: int = 200) -> str:
    written = io.StringIO()
    show(previous, Console(file=written, width=width, highlight=False))
    return written.getvalue()


@pytest.mark.parametrize(
    "words",
    [
        "[1] [bold]Lamps[/bold] · Department for Lamps · UIN 4002",
        "How many [red]lamps[/red]?",
        "answered on 9 June 2031; refused in part: not held",
        "asked by Ada Kett, tabled 2 June 2031 · answered by Ben Orr 9 June 2031",
        "(800 more characters; --json gives them all)",
        "Follows the answer of 11 March 2031 to question 4001",
        "Much the same as question 4001 of 3 March 2031: here “tall”, nothing there",
        "Answered together with questions 4003 and 4004",
        "Against the answer of 11 March 2031 to question 4001:",
        "lamps mended: 412 (2030, given 11 March 2031) → 430 (2030, given 9 June 2031)",
        "lamps lit: 1 (given 11 March 2031) → 2 (at 1 May 2031, given 9 June 2031), counted again",
        "The same answer, word for word, as that to question 4000",
        EARLIER.url,
    ],
)
def test_all_of_it_is_shown_on_a_terminal(words: str) -> None:
    assert words in shown(Previous("lamps", (EARLIER,), searched=2))


def test_a_narrow_terminal_breaks_no_address() -> None:
    assert EARLIER.url in shown(Previous("lamps", (EARLIER,)), width=60)


def test_one_that_was_not_answered_says_no_more() -> None:
    bare = replace(EARLIER, answered=None, answer="", chain=(), twin=None, changes=(), grouped=("4003",))
    told = shown(Previous("lamps", (bare,), before=date(2031, 7, 1), searched=3, notes=("Take note.",)))
    assert told.startswith("Note: Take note.")
    assert "Answered together with question 4003" in told
    assert "answered by" not in told
    assert "The most alike of the 3 questions in this record, of those tabled before 1 July 2031." in told
