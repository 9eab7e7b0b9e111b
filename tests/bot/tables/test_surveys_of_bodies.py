"""What a survey of many bodies gives, a row each: rows of which nothing is given, cells that say why, days."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.tables import document, labels_of
from tests.corpus.statistics.workbooks import rows_of, xlsx

waits = "Median wait for a berth (days)|Longest wait for a berth (days)|Berths let"
PIERS = xlsx(
    {
        "Who replied": rows_of(
            """
No|Pier|Trust|Reply
1|North
2|Ambleby|Ambleby Trust|Yes
3|Corrie|Corrie Trust|Refused
"""
        ),
        "Waits": rows_of(
            f"""
||||2021-22 financial year|||2022-23 financial year||
Pier|Kind|Country|Reply given?|{waits}|{waits}
Abbot|Stone|Wales|No||||||
Ambleby|Stone|Wales|Full|12|110|4|14|95|6
Brodie|Wood|Wales|Refused||||||
Corrie|Wood|Scotland|Full|20|Not given|7|25|310|9
Dunmore|Stone|Scotland|Partial|Cost exceeded|Cost exceeded|8|31|Cost exceeded|5
Eskside|Wood|Wales|No||||||
Fenwick|Stone|Wales|Full|9|75|2|8|64|3
Garrow|Stone|Scotland|Full|17|88|5|16|101|4
Hoy|Wood|Scotland|Full|33|150|1|29|140|2
"""
        ),
        "Keys handed in": rows_of(
            """
||||2021-22 financial year||2022-23 financial year|
Harbour trust|Kind|Country|Form sent|Keys handed in|Hours/week handed in|Keys handed in|Hours/week handed in
Ambleby|Stone|Wales|2023-03-06|12|80.5|9|60
Brodie|Wood|Wales|2023-03-07|4|11|6|22.5
Corrie|Wood|Scotland|2023-03-06|7|40|Not held|Not held
Dunmore|Stone|Scotland|2023-03-13|0|0|3|12
Eskside|Wood|Wales|2023-03-13|21|140|15|98
"""
        ),
    }
)  # fmt: skip
FILE = "sea defences in trouble.xlsx"


def test_rows_of_which_nothing_is_given_head_no_columns_and_no_sections() -> None:
    waits, keys = document(PIERS, FILE).datasets
    assert [d.name for d in waits.dimensions] == ["Pier", "Kind", "Country", "Reply given?", "", ""]
    assert "Abbot" not in [c.words for c in waits.dimensions[0].codes]
    marked = [o.mark for o in waits.observed() if labels_of(waits, o)["Pier"] == "Dunmore" and o.value is None]
    assert marked == ["Cost exceeded"] * 3
    assert [c.words for c in keys.dimensions[-1].codes] == ["Keys handed in", "Hours/week handed in"]


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What was the median wait in days for a berth at Corrie in 2022-23?", "25"),
        ("What was the longest wait for a berth at Garrow in 2021-22?", "88"),
        ("How many sea defences keys were handed in at Ambleby over 2021-22 and 2022-23 combined?", "21"),
        ("By how many hours a week did what was handed in at Eskside fall from 2021-22 to 2022-23?", "42"),
        ("How many keys were handed in at Brodie in 2022-23?", "6"),
    ],
)
def test_a_survey_is_read_by_its_rows_and_its_years(tmp_path: Path, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {FILE: PIERS}) as desk:
        answer = desk.ask(question)
    assert [str(f.value) for f in answer.figures[:1]] == [value], answer.text


@pytest.mark.parametrize(
    "question",
    [
        "What was the longest wait for a berth at Corrie in 2021-22?",
        "How many keys were handed in at Corrie in 2022-23?",
        "How much was handed in at Ambleby in 2021-22?",
        "How many fire engines keys were handed in at Ambleby in 2021-22?",
    ],
)
def test_what_was_not_given_or_not_asked_is_not_answered(tmp_path: Path, question: str) -> None:
    with desk_over(tmp_path / "record", {FILE: PIERS}) as desk:
        answer = desk.ask(question)
    assert answer.status not in (Status.ANSWERED, Status.COMPUTED), answer.text


CERTIFICATES = xlsx(
    {
        "All grades": rows_of(
            """
|KEEL GRADE||
Year|A|B|C
2019|40|1200|600
2020|25|1300|700
2021|-|900|500
Total|65|3400|1800
"""
        ),
        "Two-year totals": rows_of(
            """
|KEEL GRADE||
Two years|A|B|C
2018-19|91|2300|1500
2020-21|25|2200|1200
"""
        ),
    }
)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many keel safety certificates in Wales were graded B in 2020?", "1300"),
        ("What share of the keel safety certificates in Wales in 2019 were graded B?", "65.2%"),
        ("How many keel safety certificates in Scotland were graded B in 2020?", ""),
        ("How many keel sanding certificates were graded B in 2020 in Wales after an appeal?", ""),
    ],
)
def test_a_file_named_by_initials_and_by_a_nation_says_what_its_sheets_are_of(
    tmp_path: Path, question: str, value: str
) -> None:
    with desk_over(tmp_path / "record", {"Wales KSC data.xlsx": CERTIFICATES}) as desk:
        answer = desk.ask(question)
    assert ("".join(str(f.value) for f in answer.figures[:1]) == value) if value else not answer.figures, answer.text
