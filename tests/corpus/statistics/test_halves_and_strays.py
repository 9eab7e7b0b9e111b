"""Tables that go on beside their first half, and columns of a few numbers that nothing heads."""

from __future__ import annotations

from tests.corpus.statistics.tables import document, values
from tests.corpus.statistics.workbooks import rows_of, xlsx


def _halves(second: str) -> bytes:
    rows = f"""
Table 9A: Rowers by harbour, 2020

All aged 16 and over||||||||{second}
Code||Boats|Rowers|||Code||Boats|Rowers
K1|Ambleby|4|15|||S1|Nairn|2|9
K2|Corrie|6|13|||S2|Oban|3|8
K3|Dunmore|5|7|||S3|Perth|1|4
K4|Eskside|2|5|||S4|Quay|7|12
"""
    return xlsx({"9a": rows_of(rows)})


def test_a_unit_over_the_second_half_is_of_both() -> None:
    assert [one.scale for one in document(_halves("Thousands"), "rowers.xlsx").datasets] == [1_000, 1_000]


def test_without_a_unit_neither_half_has_one() -> None:
    assert [one.scale for one in document(_halves(""), "rowers.xlsx").datasets] == [1, 1]


def test_a_unit_beside_a_table_of_other_headings_is_its_own() -> None:
    rows = """
Table 9A: Rowers by harbour, 2020

All aged 16 and over||||||||Thousands
Harbour||Boats|Rowers|||Port||Nets|Lamps
Ambleby||4|15|||Nairn||2|9
Corrie||6|13|||Oban||3|8
Dunmore||5|7|||Perth||1|4
Eskside||2|5|||Quay||7|12
"""
    first, *_ = document(xlsx({"9a": rows_of(rows)}), "rowers.xlsx").datasets
    assert first.scale == 1


def _by_purpose(stray: str, headed: str = "") -> bytes:
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    body = "\n".join(f"{m} 2014|{n + 9}|{n + 3}|{n + 6}|{stray if n == 4 else ''}" for n, m in enumerate(months))
    return xlsx({"Hire": rows_of(f"Boats hired by purpose\n|All hire|Fishing|Sailing|{headed}\n{body}")})


def test_a_few_noughts_that_nothing_heads_are_no_column() -> None:
    [one] = document(_by_purpose("0"), "hire.xlsx").datasets
    assert [c.words for c in one.dimensions[-1].codes] == ["All hire", "Fishing", "Sailing"]


def test_a_column_with_a_heading_is_one_however_few_it_holds() -> None:
    [one] = document(_by_purpose("2", "Rescue"), "hire.xlsx").datasets
    assert [c.words for c in one.dimensions[-1].codes] == ["All hire", "Fishing", "Sailing", "Rescue"]
    assert len(values(one)) == 37
