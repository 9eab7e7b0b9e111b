"""Numbers and multiples that a question sets a table's figures against, and what it leaves out of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from bot.answer import Answer, Status
from bot.desk import Desk
from bot.tables.bounds import bound_in, multiple_in
from corpus.formats import Meta
from corpus.ingest import Outcome, ingest_bytes
from corpus.ledger import Ledger

KENNELS = """Kennel licences issued by county and breed size,,,,
County,Size,2019,2020,2021
Arden,Small,"1,200",900,"1,300"
,Large,400,300,350
,Total,"1,600","1,200","1,650"
Borsetshire,Small,500,450,700
,Large,90,60,100
,Total,590,510,800
Calder,Small,2000,1500,2100
,Large,[c],100,150
,Total,"2,100","1,600","2,250"
"""
QUEUES = """Month end,Clinic,Patients waiting,Patients waiting over 18 weeks,Patients seen alone
2021-01-31,Northgate,800,90,5
2021-01-31,Southgate,650,40,2
2021-02-28,Northgate,1700,120,6
2021-02-28,Southgate,700,60,3
"""
LEVELS = """"Traineeship starts by level, Arden",,,
Level,2019,2020
Standard,510,480
Higher,120,300
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("bounds")
    with Desk(Ledger.open(folder / "record", create=True)) as one:
        for name, content in (("kennels.csv", KENNELS), ("queues.csv", QUEUES), ("levels.csv", LEVELS)):
            put = ingest_bytes(one.ledger, name, content.encode(), Meta())
            assert put.outcome is Outcome.ADDED, put.reason
        yield one


def values(answer: Answer) -> list[str]:
    return [f.value for f in answer.figures]


BOUNDS = [
    ("In how many years did licences exceed 2,500?", Decimal(2500), True, False, "years"),
    ("How many counties had at least 800 licences in 2021?", Decimal(800), True, True, "counties"),
    ("Did the number fall below 1.5 million in 2020?", Decimal(1_500_000), False, False, ""),
    ("Was the rate above 12% in 2021?", Decimal(12), True, False, ""),
]


@pytest.mark.parametrize(("text", "value", "above", "equal", "rows"), BOUNDS)
def test_a_number_that_a_figure_is_set_against_is_heard(
    text: str, value: Decimal, above: bool, equal: bool, rows: str
) -> None:
    bound = bound_in(text)
    assert bound is not None
    assert (bound.value, bound.above, bound.equal, bound.rows) == (value, above, equal, rows)


@pytest.mark.parametrize(
    "text",
    [
        "How many patients had waited over 18 weeks in May 2018?",
        "Did the number waiting over 52 weeks rise between 2018 and 2019?",
        "How many people over 65 were seen?",
        "Did it grow over 2019?",
        "How many licences were issued in 2020?",
    ],
)
def test_a_number_that_is_a_condition_is_none(text: str) -> None:
    assert bound_in(text) is None


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("Did licences double between 2019 and 2021?", "2"),
        ("Have they trebled since 2019?", "3"),
        ("Was the number in 2021 more than twice that in 2019?", "2"),
        ("Did deaths halve between 2019 and 2020?", "0.5"),
    ],
)
def test_a_multiple_is_heard_where_it_is_asked_whether_it_was_reached(text: str, factor: str) -> None:
    found = multiple_in(text)
    assert found is not None
    assert found.factor == Decimal(factor)
    assert multiple_in("How many double kennels were there?") is None


def test_what_is_left_out_is_taken_from_the_whole(desk: Desk) -> None:
    answer = desk.ask("Excluding Arden, how many kennel licences were issued in 2021?")
    assert answer.status is Status.COMPUTED
    assert values(answer) == ["3050"], answer.text
    assert answer.derivation is not None
    assert answer.derivation.operation == "difference"


@pytest.mark.parametrize(
    "question",
    [
        "How many kennel licences were issued in 2021 outside Arden and Borsetshire?",
        "How many kennel licences of 2021 were issued in neither Arden nor Borsetshire?",
    ],
)
def test_all_that_are_left_out_together_are(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert values(answer) in ([], ["2250"]), answer.text


def test_what_would_be_left_may_not_bare_a_withheld_cell(desk: Desk) -> None:
    answer = desk.ask("Excluding small breeds, how many kennel licences were issued in Calder in 2019?")
    assert "100" not in values(answer), answer.text


def test_times_that_are_left_out_are_not_read_as_those_that_are_meant(desk: Desk) -> None:
    for question in (
        "How many kennel licences were issued in Arden other than in 2020?",
        "Excluding 2020, how many kennel licences were issued in Arden between 2019 and 2021?",
    ):
        assert not values(desk.ask(question)), question


def test_rows_above_a_number_are_counted_and_named(desk: Desk) -> None:
    answer = desk.ask("How many counties had more than 1,000 kennel licences issued in 2021?")
    assert values(answer) == ["2"], answer.text
    assert "Arden" in answer.text
    assert "Borsetshire: 800" not in answer.text
    years = desk.ask("In how many years were more than 550 kennel licences issued in Borsetshire?")
    assert values(years) == ["2"], years.text


def test_yes_and_no_are_told_with_the_figure(desk: Desk) -> None:
    yes = desk.ask("Did the number of kennel licences issued in Borsetshire exceed 700 in 2021?")
    assert yes.text.startswith("Yes.")
    assert values(yes) == ["800"]
    no = desk.ask("Were fewer than 1,000 kennel licences issued in Arden in 2020?")
    assert no.text.startswith("No.")


def test_whether_something_doubled_is_told_with_both_figures(desk: Desk) -> None:
    answer = desk.ask("Did higher traineeship starts double between 2019 and 2020?")
    assert answer.text.startswith("Yes."), answer.text
    assert {"300", "120"} <= set(values(answer))


def test_a_word_that_compares_elsewhere_is_a_label_where_a_table_has_it(desk: Desk) -> None:
    assert values(desk.ask("How many higher traineeship starts were there in Arden in 2020?")) == ["300"]
    answer = desk.ask("Were traineeship starts in Arden higher in 2020 than in 2019?")
    assert "300" not in values(answer), answer.text


def test_the_other_side_of_a_labels_number_is_not_borne_out(desk: Desk) -> None:
    assert values(desk.ask("How many patients at Northgate had been waiting over 18 weeks in February 2021?")) == [
        "120"
    ]
    for question in (
        "How many patients at Northgate had been waiting less than 18 weeks in February 2021?",
        "How many patients at Northgate had been waiting 18 weeks or less in February 2021?",
    ):
        assert not values(desk.ask(question)), question


def test_the_part_and_the_whole_of_a_share_are_never_one_figure(desk: Desk) -> None:
    answer = desk.ask("What proportion of those waiting at Southgate in January 2021 had been waiting over 18 weeks?")
    assert values(answer) == ["6.2%"], answer.text


def test_when_a_stock_was_at_its_peak_is_one_of_its_dates(desk: Desk) -> None:
    answer = desk.ask("When did the number of patients waiting at Northgate peak?")
    assert values(answer) == ["1700"], answer.text


def test_how_a_thing_was_done_is_no_small_matter(desk: Desk) -> None:
    answer = desk.ask("How many kennel licences were issued last in Arden in 2020?")
    assert not values(answer), answer.text
