"""Tables of percentages that are of one of two things a question names, and not of the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

ROWERS = xlsx(
    {
        "1a": rows_of(
            """
Table 1A: Rowers and people who do not row, by sex, Wales, 2021 and 2022
Thousands
||Rowed last year||Never rowed|
||2021|2022|2021|2022
All||100|110|300|290
Men||60|64|140|136
Women||40|46|160|154
"""
        ),
        "1b": rows_of(
            """
Table 1B: Rowers and people who do not row, by sex, Wales, 2021 and 2022
%
||Rowed last year||Never rowed|
||2021|2022|2021|2022
All||25|27.5|75|72.5
Men||30|32|70|68
Women||20|23|80|77
"""
        ),
    }
)
SHARES_ALONE = xlsx(
    {
        "1b": rows_of(
            """
Table 1: Rowers and people who do not row, by sex, Wales, 2021 and 2022
%
||Rowed last year||Never rowed|
||2021|2022|2021|2022
All||25|27.5|75|72.5
Men||30|32|70|68
Women||20|23|80|77
"""
        ),
    }
)


@pytest.mark.parametrize(
    ("file", "question", "value"),
    [
        (ROWERS, "Of all the people in Wales who had never rowed in 2022, what proportion were women?", "53.1%"),
        (ROWERS, "What proportion of those who had never rowed in 2022 were men?", "46.9%"),
        (ROWERS, "What proportion of women had never rowed in 2022?", "77%"),
        (ROWERS, "Of women in Wales in 2021, what proportion had never rowed?", "80%"),
        (SHARES_ALONE, "What percentage of men had never rowed in 2022?", "68%"),
        (SHARES_ALONE, "Of all the people in Wales who had never rowed in 2022, what proportion were women?", ""),
        (SHARES_ALONE, "Of those who had never rowed in 2021, what proportion were men?", ""),
    ],
)
def test_a_share_is_of_what_the_table_shares_out(tmp_path: Path, file: bytes, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {"rowers.xlsx": file}) as desk:
        answer = desk.ask(question)
    assert ("".join(str(f.value) for f in answer.figures[:1]) == value) if value else not answer.figures, answer.text


NEVER = xlsx(
    {
        "8b": rows_of(
            """
Table 8B: People who never rowed: 95% confidence intervals, Wales, 2022
%
|Never rowed||
|Lower limit|Survey estimate|Upper limit
All|70|72.5|75

Age group
Under 50|60|62|64
50 and over|80|84|88

Sex
Men|66|68|70
Women|75|77|79
"""
        ),
    }
)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What proportion of women had never rowed in 2022?", "77%"),
        (
            "What was the upper end of the 95% confidence range for the share of women who had never rowed in 2022?",
            "79%",
        ),
        ("What was the lower limit of the share of men who had never rowed in 2022?", "66%"),
        ("Of all the people in Wales who had never rowed in 2022, what proportion were women?", ""),
        ("What proportion of women had rowed in 2022?", ""),
    ],
)
def test_an_estimate_is_meant_where_no_bound_is_named(tmp_path: Path, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {"rowers.xlsx": NEVER}) as desk:
        answer = desk.ask(question)
    assert ("".join(str(f.value) for f in answer.figures[:1]) == value) if value else not answer.figures, answer.text
