"""One of several that were told of together is of their year, and of their sort."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk
from tests.corpus.extract.reading import told

GRANTS = (
    "Ministers published the 2011/12 library grants. Leeds\u2019s grant is \u00a32 million. Hull got \u00a31 million."
)
FEES = "The board set the 2011 small boat mooring fees on Monday. The fee for a tug is \u00a390."
QUOTAS = "It announced provisional 2013/14 cod quotas for all ports. Rye Harbour\u2019s quota is 310 tonnes."


@pytest.mark.parametrize(
    ("text", "times"),
    [
        (GRANTS, ["2011-04-01/2012-03-31", ""]),
        (FEES, ["2011-01-01/2011-12-31"]),
        (QUOTAS, ["2013-04-01/2014-03-31"]),
        ("The 2011/12 library grants were cut.\n\nLeeds\u2019s grant is \u00a32 million.", [""]),
        ("The 2011/12 library loans were told. Leeds\u2019s grant is \u00a32 million.", [""]),
    ],
)
def test_it_is_of_the_year_of_all_of_them(text: str, times: list[str]) -> None:
    assert [row[4] for row in told(text)] == times


@pytest.mark.parametrize(
    ("text", "question", "value"),
    [
        (GRANTS, "How much library grant does Leeds get in 2011/12?", "2000000"),
        (GRANTS, "How much library grant does Leeds get in 2012/13?", ""),
        (FEES, "What is the mooring fee for a tug in 2011?", "90"),
        (QUOTAS, "What is Rye Harbour's cod quota for 2013/14?", "310"),
    ],
)
def test_it_answers_for_that_year(made: Callable[..., Desk], text: str, question: str, value: str) -> None:
    answer = made(f"Notice\n\n{text}", date(2012, 5, 10)).ask(question)
    assert [f.value for f in answer.figures] == ([value] if value else []), answer.text
