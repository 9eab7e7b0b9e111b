"""Questions over tables as departments publish them: totals among their parts, two bases, ages, shares, ranks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.answer import Answer, Status
from bot.desk import Desk
from corpus.formats import Meta
from corpus.ingest import Outcome, ingest_bytes
from corpus.ledger import Ledger

WARDENS = """Date,Dale,Number of park wardens in post (FTE)
2018-09-30,Total 5 dales,100.5
2018-09-30,North Dale,40.5
2018-09-30,Wales,30
2018-09-30,West Moor,20
2018-09-30,Ribble,8
2018-09-30,Total all dales,110.5
2019-03-31,Total 5 dales,104
2019-03-31,North Dale,42
2019-03-31,Wales,30
2019-03-31,West Moor,22
2019-03-31,Ribble,7
2019-03-31,Total all dales,113
2019-09-30,Total 5 dales,108
2019-09-30,North Dale,41
2019-09-30,Wales,33
2019-09-30,West Moor,26
2019-09-30,Ribble,6
2019-09-30,Total all dales,118
"""
BITES = """Year,Council,Owner's age,Breed,Number of dog bites reported
2020,Kent,Under 16 years,Terrier,3
2020,Kent,16 - 24 years,Terrier,11
2020,Kent,25 - 64 years,Collie,20
2020,Kent,65 and over,Collie,7
2020,Surrey,Under 16 years,Collie,2
2020,Surrey,16 - 24 years,Terrier,5
2020,Surrey,25 - 64 years,Terrier,9
2020,Surrey,65 and over,Other breeds,4
2021,Kent,16 - 24 years,Terrier,8
2021,Kent,25 - 64 years,Collie,25
2021,Surrey,25 - 64 years,Collie,30
2021,Surrey,65 and over,Terrier,6
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("staff")
    with Desk(Ledger.open(folder / "record", create=True)) as one:
        for name, content in (("park-wardens.csv", WARDENS), ("dog-bites.csv", BITES)):
            put = ingest_bytes(one.ledger, name, content.encode(), Meta(published=date(2022, 1, 1)))
            assert put.outcome is Outcome.ADDED, put.reason
        yield one


def values(answer: Answer) -> list[str]:
    return [f.value for f in answer.figures]


ASKED = [
    ("How many full-time equivalent park wardens were in post in the 5 dales on 30 September 2019?", "108"),
    ("How many park wardens did West Moor have in post at 31 March 2019, on an FTE basis?", "22"),
    ("Could I have the number of park wardens in post in Ribble in September 2018?", "8"),
    ("For the weekend briefing: how many park wardens were in post in Wales in September 2019?", "33"),
    ("North Dale and Ribble: how many park wardens did the two dales have in post at 30 September 2019?", "47"),
    ("How many dog bites were reported in Kent in 2020 where the owner was 16 to 24 years old?", "11"),
    ("How many dog bites were reported in 2020 with owners aged 16 to 64?", "45"),
    ("How many terrier bites were reported in Surrey in 2020?", "14"),
    ("How many dog bites were reported in 2020, of other breeds?", "4"),
    ("How many dog bites in Kent (not Surrey) were reported in 2021?", "33"),
]


@pytest.mark.parametrize(("question", "value"), ASKED)
def test_a_figure_is_found_whatever_the_words_about_it(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), (answer.text, answer.reasons)
    assert values(answer) == [value], answer.text


WORKED = [
    ("How many more park wardens did West Moor have in post in September 2019 than a year before?", "6"),
    ("By how many did park wardens in post in North Dale change over the twelve months to September 2019?", "0.5"),
    ("By how many has the number of park wardens in post in Wales risen since March 2019?", "3"),
    ("Of all the dog bites reported in 2020, what percentage were in Kent?", "67.2%"),
    ("What proportion of the park wardens in post in the 5 dales in March 2019 were in North Dale?", "40.4%"),
    ("By how many percentage points did Kent's share of dog bites reported fall from 2020 to 2021?", "19.4"),
    ("By what percentage did dog bites reported in Surrey rise in 2021?", "80%"),
]


@pytest.mark.parametrize(("question", "value"), WORKED)
def test_a_change_or_a_share_is_between_the_right_two(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.COMPUTED, (answer.text, answer.reasons)
    assert values(answer)[0] == value, answer.text


RANKED = [
    ("Which dale had the most park wardens in post in September 2019?", "North Dale"),
    ("After North Dale, which dale had the most park wardens in post in September 2019?", "Wales"),
    ("Apart from Ribble, which dale had the fewest park wardens in post in September 2019?", "West Moor"),
    ("Which dale had the second most park wardens in post in September 2019?", "Wales"),
    ("Which two dales had the most park wardens in post in September 2019?", "North Dale and Wales"),
    ("In which year were park wardens in post in North Dale at their highest, taking each 30 September?", "2019"),
]


@pytest.mark.parametrize(("question", "name"), RANKED)
def test_a_rank_leaves_out_totals_and_whoever_is_passed_over(desk: Desk, question: str, name: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), (answer.text, answer.reasons)
    assert name in answer.headline, answer.text


NOT_GIVEN = [
    "What was the headcount of park wardens in post in Ribble in September 2019?",
    "How many park wardens were in post in England and Wales in September 2019?",
    "How many park wardens were in post in North Ribble in September 2019?",
    "How many dog bites were reported in 2020 with owners aged 20 to 30?",
    "How many dog bites were reported in 2020 with owners under 18?",
    "How many dog bites were reported in 2020 other than by terriers?",
    "How many breeds of four terriers were there among dog bites reported in 2020?",
    "What was the average number of dog bites reported per council in 2020?",
    "Terriers (muzzled): how many dog bites were reported in 2020?",
    "What proportion of park wardens are over 65?",
]


@pytest.mark.parametrize("question", NOT_GIVEN)
def test_what_the_table_does_not_tell_apart_is_not_given(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.NOT_IN_RECORD, Status.AMBIGUOUS), answer.text
    assert not answer.figures
    assert not answer.reasons, answer.reasons


def test_times_are_said_as_people_write_them(desk: Desk) -> None:
    text = desk.ask("How many park wardens did Ribble have in post on 30 September 2019?").text
    assert "30 September 2019" in text
    assert "2019-09-30" not in text
