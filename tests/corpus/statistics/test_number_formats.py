"""What number formats show, and the formats of the older Office's workbooks."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.formats import Document, read
from corpus.formats.statistics.number_formats import Showing, formats_of_xls, showing

HOURS, FORMAT = "data/statistics/layouts/ashe-79.xls", b"#,##0.0"
"""A workbook whose hours are all shown by this format; a made one differs from it in the format alone."""
DEBTS = "data/statistics/layouts/householddebtdataset.xls"
Cell = tuple[int, int]


@pytest.mark.parametrize(
    ("code", "percent", "places"),
    [
        ("General", False, None),
        ("0", False, 0),
        ("#,##0", False, 0),
        ("#,##0.00", False, 2),
        ("0.0%", True, 1),
        ("0%", True, 0),
        ('0.0"%"', False, 1),  # only written beside it: the number is no share
        ("#,##0.0,", False, None),  # shown in thousands
        ('_-* #,##0_-;\\-* #,##0_-;_-* "-"??_-;_-@_-', False, 0),
        ("[$£-809]#,##0.00;[Red]-[$£-809]#,##0.00", False, 2),
        ("dd/mm/yyyy", False, None),
        ("# ?/?", False, None),
        ("0.00E+00", False, None),
        ("@", False, None),
        ("", False, None),
    ],
)
def test_what_a_format_shows(code: str, percent: bool, places: int | None) -> None:
    assert showing(code) == Showing(percent, places)


def hours(shared: Path, code: bytes) -> Document:
    content = (shared / HOURS).read_bytes()
    assert FORMAT in content
    assert len(code) == len(FORMAT)
    [found] = read(content.replace(FORMAT, code), Path("hours.xls"))
    return found


def held(document: Document, sheet: str) -> dict[Cell, tuple[Decimal, str]]:
    """The value of each cell of SHEET, and the cell as it is shown."""
    one = next(d for d in document.datasets if d.sheet == sheet)
    seen = ((o, document.text[o.start : o.end]) for o in one.observed())
    return {(o.row, o.column): (o.value, shown) for o, shown in seen if o.value is not None}


def test_a_percentage_of_an_xls_is_what_the_sheet_shows(shared: Path) -> None:
    plain, shares = (held(hours(shared, code), "All") for code in (FORMAT, b"##0.00%"))
    told = {at: value for at, (value, shown) in shares.items() if shown.endswith("%")}
    assert len(told) > 1_000
    assert all(value == 100 * plain[at][0] for at, value in told.items())


def test_a_number_of_an_xls_is_stored_as_the_sheet_shows_it_and_counted_as_the_cell_holds_it(shared: Path) -> None:
    [debts] = read((shared / DEBTS).read_bytes(), Path("debts.xls"))
    cells = held(debts, "Table 3")
    assert cells[6, 9] == (Decimal("0.1342282"), "0.13")
    assert cells[7, 9] == (Decimal("0.1076923"), "0.11")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_xls_tells_no_formats_and_breaks_nothing(shared: Path, data: st.DataObject) -> None:
    content = bytearray((shared / "data/statistics/layouts/span_rich.xls").read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(8, len(content) - 1))] = data.draw(st.integers(0, 255))
    list(formats_of_xls(bytes(content[: data.draw(st.integers(0, len(content)))])))


def test_what_is_no_xls_tells_no_formats() -> None:
    assert not [one for content in (b"", b"a,b\n1,2\n", b"\xd0\xcf\x11\xe0") for one in formats_of_xls(content)]
