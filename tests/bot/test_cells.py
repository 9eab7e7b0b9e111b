"""Citations of a table's rows: which cells they are, under which headings; and an answer as CSV and on a terminal."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from bot.answer import Answer, Citation, SaidFigure, Status, Tabled
from bot.cells import cited_rows, row_of
from bot.desk import Desk
from bot.spreadsheet import as_csv, disarmed, safe
from bot.terminal import CITED, show
from corpus.formats.base import Meta
from corpus.ingest import ingest_bytes
from corpus.ledger import Ledger
from corpus.records import SourceKind

TOWNS = ("Umber", "Wexcombe", "Nettle", "Orrin", "Tallow")
SHEET = "Year,Town,Lamps mended\n" + "".join(
    f"{year},{town},{10 * at + year - 2030}\n" for year in range(2030, 2034) for at, town in enumerate(TOWNS, 1)
)
EACH = "How many lamps were mended each year?"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with Desk(Ledger.open(tmp_path_factory.mktemp("cells") / "record", create=True)) as made:
        meta = Meta(title="Lamps mended", kind=SourceKind.OFFICIAL_STATISTICS, published=date(2034, 1, 5))
        assert not ingest_bytes(made.ledger, "lamps.csv", SHEET.encode(), meta).reason
        yield made


def test_a_cited_row_stands_under_the_table_s_own_headings(desk: Desk) -> None:
    answer = desk.ask(EACH)
    rows = cited_rows(answer.citations, desk.ledger)
    assert len(rows) == len(answer.citations) == 20
    first = rows[1]
    assert first.headings == ("Year", "Town", "Lamps mended")
    assert (first.cells, first.cell, first.marked) == (("2030", "Umber", "10"), "C2", (2,))
    assert (first.value, first.words, first.shown) == ("10", "2030, Umber", (0, 1, 2))


def _cited(
    n: int = 1, quote: str = "a\tb\t3", marks: tuple[tuple[int, int], ...] = ((4, 5),), record: str = "t!C7"
) -> Citation:
    return Citation(n, "s", "Lamps", "", "official statistics", True, None, "", "", quote, 0, len(quote), marks,
                    record_id=record)  # fmt: skip


@pytest.mark.parametrize(
    "cited",
    [_cited(record=""), _cited(record="s-1:f3-5"), _cited(record="t!7"), _cited(marks=())],
)
def test_what_is_of_no_table_is_no_row(cited: Citation) -> None:
    assert row_of(cited) is None


def test_two_cells_of_one_row_are_both_told() -> None:
    row = row_of(_cited(marks=((0, 1), (4, 5))))
    assert row is not None
    assert (row.marked, row.value, row.words) == ((0, 2), "a; 3", "b")


def test_of_a_wide_row_the_first_and_the_cited_cells_are_shown() -> None:
    quote = "\t".join(f"c{n}" for n in range(30))
    at = quote.index("c20")
    row = row_of(_cited(quote=quote, marks=((at, at + 3),)))
    assert row is not None
    assert row.shown == (0, 1, 2, 3, 20)
    assert row.words == "c0, c1, c2, c3"


def test_a_row_whose_table_is_gone_is_none(desk: Desk) -> None:
    assert cited_rows([_cited()], desk.ledger) == {}


# -- CSV


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("1,344", "1344"), ("\u22125", "-5"), ("-5", "-5"), ("+44", "44"), ("15.6%", "15.6%"), ("1,2,3", "1,2,3"),
        ("=1+1", "'=1+1"), ("+cmd|x", "'+cmd|x"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"), (" =1", "' =1"),
        ("\t=1", "'\t=1"), ("\rx", "'\rx"), ("\uff1d1", "'\uff1d1"), ("Umber", "Umber"), ("", ""),
    ],
)  # fmt: skip
def test_no_cell_is_a_formula(cell: str, written: str) -> None:
    assert safe(cell) == written


@given(st.text())
def test_no_words_are_ever_run(cell: str) -> None:
    for made in (safe(cell), disarmed(cell)):
        begun = made.lstrip()[:1]
        assert begun not in ("=", "+", "-", "@") or begun == "" or made.strip().lstrip("+-")[:1].isdigit()


def _answer(**told: Any) -> Answer:
    return replace(
        Answer("How many?", Status.ANSWERED, "12 lamps [1].", "12", "lamps", citations=(_cited(),),
               figures=(SaidFigure("12", "lamps", "exactly", (1,), "=lamps"),)),
        **told,
    )  # fmt: skip


def _read(answer: Answer) -> list[list[str]]:
    return list(csv.reader(io.StringIO(as_csv(answer))))


def test_a_table_is_given_before_figures() -> None:
    table = Tabled(
        "Lamps", ("Year", "Mended", "Note"), (("2030", "1,012", ""), ("=2031", "", "suppressed")), "lamps", True
    )
    assert _read(_answer(table=table)) == [
        ["Year", "Mended (lamps)", "Note"],
        ["2030", "1012", ""],
        ["'=2031", "", "suppressed"],
    ]
    assert _read(_answer()) == [
        ["Figure", "Value", "Unit", "Qualifier", "Source"],
        ["'=lamps", "12", "lamps", "exactly", "Lamps"],
    ]
    assert _read(_answer(figures=())) == [["Figure", "Value", "Unit", "Qualifier", "Source"]]


# -- on a terminal


def _shown(answer: Answer) -> str:
    written = io.StringIO()
    show(answer, Console(file=written, width=100, highlight=False))
    return written.getvalue()


def test_a_table_is_printed_in_line_and_its_cells_are_few(desk: Desk) -> None:
    shown = _shown(desk.ask(EACH))
    assert "    2030            150" in "\n".join(line.rstrip() for line in shown.splitlines())
    assert "2030 · Umber · 10" in shown
    assert f"[{CITED}] Lamps mended (official statistics), cell C" in shown
    assert f"[{CITED + 1}] Lamps" not in shown
    assert "and 8 more cells of the same table" in shown


def test_a_withheld_figure_is_said_to_be_withheld_and_not_unknown() -> None:
    kept = (SaidFigure("", "lamps", "suppressed", (1,)),)
    shown = _shown(_answer(status=Status.NOT_KNOWN, figures=kept, headline="Suppressed"))
    assert shown.startswith("Withheld by the table\nSuppressed\n")
    assert "Not known" not in shown
    assert _shown(_answer(status=Status.NOT_KNOWN, figures=())).startswith("Not known")


def test_a_long_table_is_cut_and_says_so() -> None:
    rows = tuple((f"[bold]{n}[/bold]", str(n)) for n in range(55))
    shown = _shown(_answer(table=Tabled("Lamps", ("Town", "Lamps"), rows)))
    assert "[bold]39[/bold]" in shown
    assert "[bold]40[/bold]" not in shown
    assert "and 15 more rows: --csv gives them all" in shown


def test_of_many_other_sources_it_is_said_how_many_more_there_are() -> None:
    many = tuple(_cited(n, record="") for n in range(1, 31))
    assert "and 18 more sources: --json gives them all" in _shown(_answer(citations=many))
    other = tuple(_cited(n, record=f"t{n > CITED}!C{n}") for n in range(1, 31))
    assert "and 18 more cells of tables" in _shown(_answer(citations=other))


def test_a_csv_goes_to_standard_output(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from bot import cli

    def ran(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["despatch", "--record", str(desk.ledger.folder), *words])
        capsys.readouterr()
        try:
            cli.main()
        except SystemExit as left:
            return int(left.code or 0), *capsys.readouterr()
        return 0, *capsys.readouterr()

    code, out, err = ran("ask", EACH, "--csv")
    assert (code, out.splitlines()[:2], err) == (0, ["Year,Lamps mended", "2030,150"], "")
    code, out, err = ran("ask", "How many kites were lost in Wexcombe?", "--csv")
    assert (code, out.splitlines()) == (0, ["Figure,Value,Unit,Qualifier,Source"])
    assert err.startswith("despatch: the answer has no figures: ")
    assert ran("ask", EACH, "--csv", "--json")[0] == 2


def test_a_cell_in_thousands_is_read_out_with_its_scale(tmp_path: Path) -> None:
    page = (
        "# Zoos of the county\n\n| Year | Zoo visits 000s | Spending £000s | Keepers |\n|---|---|---|---|\n"
        "| 2012 | 310 | 911,280 | 45 |\n| 2013 | 320 | 900,100 | 48 |\n"
    )
    with Desk(Ledger.open(tmp_path / "record", create=True)) as made:
        assert not ingest_bytes(made.ledger, "zoos.md", page.encode(), Meta(published=date(2014, 1, 5))).reason
        spent = made.ask("How much did zoos spend in 2012?")
        keepers = made.ask("How many keepers were there in 2012?")
    assert [f.value for f in spent.figures] == ["911280000"]
    assert "that is \u00a3911,280 thousand" in spent.text
    assert [f.value for f in keepers.figures] == ["45"]
    assert "that is" not in keepers.text
