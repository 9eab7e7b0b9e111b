"""The language that people have as their own, and those who have another, in tables that tell them apart by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.tables.putting import desk_over

CREWS = """port,year,language,boat crew
Ambleby,202122,Total,400
Ambleby,202122,Known or believed to be Welsh,310
Ambleby,202122,Known or believed to be other than Welsh,80
Ambleby,202122,Unclassified,10
Corrie,202122,Total,200
Corrie,202122,Known or believed to be Welsh,150
Corrie,202122,Known or believed to be other than Welsh,45
Corrie,202122,Unclassified,5
"""
READERS = """Main language of library readers,Readers,Year
English,900,2020
Polish,60,2020
French,21,2020
English,950,2021
Polish,75,2021
French,22,2021
"""
DRIVERS = """depot,year,first_language,tram_drivers
Garrow,2020,Known to be English,210
Garrow,2020,Known to be other than English,17
Garrow,2020,Not told,3
Hale,2020,Known to be English,180
Hale,2020,Known to be other than English,11
Hale,2020,Not told,2
"""
LESSONS = """Year,Language,Evening pupils
2020,French,60
2020,Polish,12
2021,French,66
2021,Polish,14
"""


@pytest.mark.parametrize(
    ("file", "question", "value"),
    [
        (CREWS, "How many boat crew at Ambleby had a first language other than Welsh in 2021/22?", "80"),
        (CREWS, "how many boat crew at ambleby didnt have welsh as their first language in 2021/22", "80"),
        (CREWS, "How many boat crew at Corrie had Welsh as their mother tongue in 2021/22?", "150"),
        (
            CREWS,
            "How many boat crew were there at Corrie excluding those with Welsh as first language in 2021/22?",
            None,
        ),
        (READERS, "How many library readers mainly spoke Polish in 2021?", "75"),
        (DRIVERS, "How many tram drivers at Hale did not have English as their first language in 2020?", "11"),
        (DRIVERS, "How many tram drivers in all had a first language that isn't English in 2020?", "28"),
        (LESSONS, "How many evening pupils spoke French in 2021?", None),
        (LESSONS, "How many evening pupils had French as their first language in 2020?", None),
    ],
)
def test_their_language(tmp_path: Path, file: str, question: str, value: str | None) -> None:
    with desk_over(tmp_path / "record", {"boat-crew-readers-and-tram-drivers.csv": file.encode()}) as desk:
        answer = desk.ask(question)
    wrong = {"150", "45", "60", "66"}
    if value is None:
        assert not {one.value for one in answer.figures} & wrong, answer.text
    else:
        assert [one.value for one in answer.figures][:1] == [value], answer.text
