"""What is no table, too much of one, or made to do harm is refused or left as words, each in one sentence."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import IngestRefused
from corpus.formats import read
from corpus.formats.statistics import bounds, delimited
from tests.corpus.statistics.tables import document, reread
from tests.corpus.statistics.workbooks import rows_of, xlsx, zipped


def refusal(content: bytes, name: str) -> str:
    with pytest.raises(IngestRefused) as refused:
        read(content, Path(name))
    assert "\n" not in str(refused.value)
    return str(refused.value)


GOOD = xlsx({"T": rows_of("Lamps\nHarbour | Lit\nAmbleby | 1\nCorrie | 2")})


def bomb() -> bytes:
    return zipped({"[Content_Types].xml": "<a/>", "xl/worksheets/sheet1.xml": b"0" * (bounds.MOST_CELLS // 2 * 5)})


def many_sheets() -> bytes:
    return xlsx({f"T{n}": [] for n in range(bounds.MOST_SHEETS + 1)})


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (lambda: b"", "a.xlsx", "the file is empty"),
        (lambda: b"PK\x03\x04", "a.xlsx", "damaged or cut off"),
        (lambda: GOOD[:-40], "a.ods", "damaged or cut off"),
        (lambda: b"lamps", "a.xls", "is not a workbook that can be read"),
        (lambda: zipped({"word/document.xml": "<a/>"}), "a.xlsx", "is not a workbook that can be read"),
        (bomb, "a.xlsx", "a size that no document has"),
        (many_sheets, "a.xlsx", "it has 201 sheets"),
        (lambda: GOOD, "a.csv", "a zipped file"),
        (lambda: b"Harbour,Lit\n" + b"," * 20_000 + b"\n", "a.csv", "more than 16,384 columns"),
        (lambda: b'Harbour,Lit\nAmbleby,"1' + b"2" * 1_000_001, "a.csv", "cannot be read as a table"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_its_reason(
    content: Callable[[], bytes], name: str, said: str
) -> None:
    assert said in refusal(content(), name)


def test_a_workbook_is_read_whatever_its_name_says() -> None:
    assert [len(document(GOOD, name).datasets) for name in ("a.xlsx", "a.xls", "a.ods")] == [1, 1, 1]


def test_more_rows_than_are_read_is_refused_without_reading_them_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_ROWS", 1_000)
    monkeypatch.setattr(delimited, "check_rows", bounds.check_rows)
    content = b"Harbour,Year,Lit\n" + b"Ambleby,2019,1\n" * 5_000
    assert "more than 1,000 rows: split it" in refusal(content, "a.csv")


def test_a_long_table_is_gone_through_and_never_held() -> None:
    rows = 40_000
    lines = "".join(f"Harbour {n % 50},{2000 + n % 20},Lamp {n},{n}\n" for n in range(rows))
    content = f"Harbour,Year,Lamp,Lit\n{lines}".encode()
    found = document(content)
    tracemalloc.start()
    assert reread(found) == rows
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < len(content)


def test_dates_in_three_orders_in_one_column_are_dated_where_they_prove_their_own() -> None:
    found = document("Date,Harbour,Lit\n2019-04-13,A,1\n13/04/2019,B,2\n04/13/2019,C,3\n05/04/2019,D,4\n")
    times = found.datasets[0].dimensions[0].codes
    assert [c.as_at and c.as_at.first.isoformat() for c in times] == ["2019-04-13", "2019-04-13", "2019-04-13", None]
    assert found.left_out == (
        "the table in A1:C5: 1 of its times may be read in more than one way and are not dated: 05/04/2019",
    )


def test_words_among_numbers_are_said_by_their_row() -> None:
    lines = "".join(f"Harbour {n},2019,{n}\n" for n in range(99))
    found = document(f"Harbour,Year,Lit\n{lines}Harbour 99,2019,see note\n")
    assert len(found.datasets[0].observed()) == 99
    assert "'Lit' holds words where a number is looked for, in row 101" in found.left_out[0]


@pytest.mark.parametrize("formula", ['=cmd|"/c calc"!A1', "=HYPERLINK(1)", "@SUM(A1)"])
def test_what_looks_like_a_formula_is_words(formula: str) -> None:
    found = document(f"Harbour,Year,Lit\n{formula.replace(',', '')},2019,1\nCorrie,2019,2\n")
    assert found.datasets[0].dimensions[1].codes[0].words == formula


def test_a_sheet_of_nothing_is_said() -> None:
    found = document(xlsx({"T": [], "U": rows_of("Lamps\nHarbour | Lit\nAmbleby | 1\nCorrie | 2")}), "a.xlsx")
    assert found.left_out[0] == "the sheet 'T' is empty, or is a picture"


def test_billions_of_laughs_are_not_expanded() -> None:
    entities = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]>'
    styles = f"{entities}<styleSheet><cellXfs><xf numFmtId='9'/>&c;</cellXfs></styleSheet>"
    parts = {"xl/styles.xml": styles, "xl/workbook.xml": "<workbook/>", "[Content_Types].xml": "<Types/>"}
    assert refusal(zipped(parts), "a.xlsx")
