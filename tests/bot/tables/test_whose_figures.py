"""Whose figures are asked for: a body that is named as their maker is not read past."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.formats.statistics.vocabulary import initials_of, makers_in_short, readable
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

COAST = xlsx(
    {
        "A": rows_of(
            """
Table A: Coast Office lamp faults by harbour, 2021 to 2022
Harbour|2021|2022
Ambleby|14|12
Corrie|25|31
Total|39|43
Source: Coast Office
Note
(1) Faults of lamps are also counted in NRS statistics, by another day.
"""
        )
    }
)
YEARLY = b"year,Lamp faults,Lamp faults: smoothed series\n2021,41,42\n2022,45,46\n"


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("How many lamp faults do the annual National Records of Scotland figures show for 2022?", ["45"]),
        (
            "According to National Records of Scotland, how many lamp faults were there in 2022,"
            " by the smoothed series?",
            ["46"],
        ),
        ("How many lamp faults were there in Scotland in 2021, going by the smoothed series?", ["42"]),
        ("How many Coast Office lamp faults were there at Corrie in 2022?", ["31"]),
        ("How many lamp faults do the Office for National Statistics figures show for 2022?", []),
    ],
)
def test_a_maker_who_is_named_is_the_tables_own(tmp_path: Path, question: str, values: list[str]) -> None:
    with desk_over(tmp_path / "record", {"coast.xlsx": COAST, "NRSlamps_trend.csv": YEARLY}) as desk:
        answer = desk.ask(question)
    assert [one.value for one in answer.figures][:1] == values, answer.text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("NRSlamps_trend.csv", "NRS lamps trend"),
        ("NRS_lamps.csv", "NRS lamps"),
        ("XYZlamps_trend.csv", "XYZlamps trend"),  # letters of nobody that is known
        ("ONSET_of_fog.csv", "ONSET of fog"),
    ],
)
def test_the_letters_of_a_maker_are_set_apart_in_a_files_name(name: str, said: str) -> None:
    assert readable(name) == said


def test_letters_too_few_to_tell_are_nobodys() -> None:
    assert initials_of("Home Office") == ""
    assert initials_of("Department for Work and Pensions") == "DWP"
    assert makers_in_short("NRS lamps") == "National Records of Scotland"
    assert makers_in_short("HO lamps") == ""
