"""A share that stands as a fraction of one is told as it stands, and never as so many per cent."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.test_fractions import BERTHS, LOANS, UNSURE

LOOKOUT = (
    "Financial Year,Watch,Sail quality (%),Number of sails sampled\n"
    "2016/17,First watch,0.82,640\n2016/17,NA,),12\n2017/18,First watch,0.74,410\n2018/19,First watch,0.68,620\n"
    "2019/20,First watch,0.75,1066\n2020/21,First watch,0.71,996\n"
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("fractions")
    files = {"berths.csv": BERTHS, "loans.csv": LOANS, "lamps.csv": UNSURE, "sail-quality.csv": LOOKOUT}
    with desk_over(folder / "record", {name: text.encode() for name, text in files.items()}) as one:
        yield one


@pytest.mark.parametrize(
    ("question", "value", "said"),
    [
        ("What percentage of berths were insured in 2019/20?", "0.58", "0.58 of the whole"),
        ("What share of loans were renewed in 2015?", "0.95", "0.95 of the whole"),
        ("How many sails were sampled for sail quality in 2019/20?", "1066", "1,066"),
        ("How much did loans renewed rise by between 2014 and 2015?", "0.04", "0.04 of the whole"),
    ],
)
def test_a_fraction_is_told_as_it_stands(desk: Desk, question: str, value: str, said: str) -> None:
    answer = desk.ask(question)
    assert [f.value for f in answer.figures] == [value]
    assert said in answer.text


@pytest.mark.parametrize("question", ["What percentage of lamps were sound in 2016?", "What were lamps sound in 2016?"])
def test_what_may_be_a_fraction_is_never_so_many_per_cent(desk: Desk, question: str) -> None:
    assert not any(f.value.endswith("%") for f in desk.ask(question).figures)
