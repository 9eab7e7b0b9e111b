"""Questions over tables: every figure is worked out from all the cells that it is made of, or it is not given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answer import Answer, Status
from bot.desk import Desk
from corpus.formats import Meta
from corpus.ingest import Outcome, ingest_bytes
from corpus.ledger import Ledger

FERRIES = """Date,Year,Quarter,Nationality,Sex,Age Group,Number of ferry passengers searched
2019-03-31,2019,1,Albania,Female,17 and under,4
2019-03-31,2019,1,Albania,Male,18 to 24,10
2019-03-31,2019,1,Jamaica,Female,25 to 39,3
2019-06-30,2019,2,Albania,Male,18 to 24,20
2019-06-30,2019,2,Jamaica,Male,17 and under,6
2019-09-30,2019,3,Albania,Male,25 to 39,30
2019-12-31,2019,4,Albania,Female,40 and over,40
2019-12-31,2019,4,Turkey,Male,18 to 24,1
2020-03-31,2020,1,Albania,Male,18 to 24,7
2020-06-30,2020,2,Albania,Female,25 to 39,8
2020-06-30,2020,2,Turkey,Female,25 to 39,9
2020-09-30,2020,3,Jamaica,Male,25 to 39,2
2020-12-31,2020,4,Albania,Male,40 and over,5
2021-03-31,2021,1,Albania,Male,18 to 24,11
"""
LAMPS = """Year,Region,Lamp type,Number of street lamps repaired,Average days to repair
2021,North East,Gas,120,4.5
2021,North East,Electric,c,6.0
2021,North East,Total,500,5.8
2021,Wales,Gas,80,3.5
2021,Wales,Electric,300,5.5
2021,Wales,Total,380,5.1
2022,North East,Gas,100,4.0
2022,North East,Electric,450,6.5
2022,North East,Total,550,6.2
2022,Wales,Gas,..,3.0
2022,Wales,Electric,310,5.0
2022,Wales,Total,400,4.9
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("tables")
    with Desk(Ledger.open(folder / "record", create=True)) as one:
        for name, content in (("ferry-searches.csv", FERRIES), ("street-lamps.csv", LAMPS)):
            put = ingest_bytes(one.ledger, name, content.encode(), Meta())
            assert put.outcome is Outcome.ADDED, put.reason
        yield one


def values(answer: Answer) -> list[str]:
    return [f.value for f in answer.figures]


COUNTED = [
    ("How many Albanian ferry passengers were searched in 2019?", "104"),
    ("how many ferry passengers from Albania did we search in the second quarter of 2019", "20"),
    ("How many ferry passengers were searched in the first half of 2019?", "43"),
    ("How many ferry passengers were searched in the first three quarters of 2019?", "73"),
    ("Between 2019 and 2020, how many Jamaican women were searched on ferries?", "3"),
    ("How many children were among the ferry passengers searched in 2019?", "10"),
    ("Give me the number of adult ferry passengers searched in 2020.", "31"),
    ("How many ferry passengers aged 18 to 24 were searched in 2019?", "31"),
    ("How many Albanian and Jamaican ferry passengers were searched in 2020?", "22"),
    ("How many ferry passengers have been searched since 2019?", "156"),
    ("For a reply to a constituent: how many Turkish ferry passengers were searched in 2020?", "9"),
    ("How many gas street lamps were repaired in Wales in 2021?", "80"),
    ("How many street lamps were repaired in the North East in 2022?", "550"),
    ("How many electric lamps were repaired in Wales in 2022?", "310"),
]


@pytest.mark.parametrize(("question", "value"), COUNTED)
def test_a_count_is_of_all_its_cells(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), (answer.text, answer.reasons)
    assert values(answer) == [value], answer.text
    if answer.derivation is not None:
        assert sum(o.value for o in answer.derivation.operands) == int(value)


WORKED = [
    ("By how many did ferry passengers searched fall between 2019 and 2020?", "83"),
    ("By what percentage did the number of Albanian ferry passengers searched fall between 2019 and 2020?", "80.8%"),
    ("What share of the ferry passengers searched in 2019 were women?", "41.2%"),
    ("How many more Albanians than Jamaicans were searched on ferries in 2019?", "95"),
    ("How many ferry passengers were searched on average per quarter in 2020?", "7.8"),
    ("How many more street lamps were repaired in the North East than in Wales in 2022?", "150"),
]


@pytest.mark.parametrize(("question", "value"), WORKED)
def test_what_is_worked_out_shows_its_operands(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.COMPUTED, (answer.text, answer.reasons)
    assert values(answer)[0] == value, answer.text
    assert answer.derivation is not None
    cited = {c.n for c in answer.citations}
    assert all(o.citation in cited for o in answer.derivation.operands)


NAMED = [
    ("Which nationality had the most ferry passengers searched in 2019?", "Albania", "104"),
    ("Which nationality had the fewest ferry passengers searched in 2020?", "Jamaica", "2"),
    ("Which year had the most ferry passengers searched?", "2019", "114"),
    ("In which region were the fewest street lamps repaired in 2021?", "Wales", "380"),
]


@pytest.mark.parametrize(("question", "name", "value"), NAMED)
def test_the_largest_is_found_among_all(desk: Desk, question: str, name: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.headline == name, (answer.text, answer.reasons)
    assert value in values(answer)
    assert answer.table is not None


def test_a_breakdown_gives_every_row(desk: Desk) -> None:
    answer = desk.ask("Break down the ferry passengers searched in 2019 by nationality.")
    assert answer.table is not None
    assert answer.table.rows == (("Albania", "104"), ("Jamaica", "9"), ("Turkey", "1"))
    assert values(answer) == ["104", "9", "1"]


def test_a_series_is_in_order_of_time_and_has_whole_years_only(desk: Desk) -> None:
    answer = desk.ask("How many ferry passengers were searched each year?")
    assert answer.table is not None
    assert answer.table.dated
    assert answer.table.rows == (("2019", "114"), ("2020", "31"))


def test_a_yes_or_no_on_a_change(desk: Desk) -> None:
    assert desk.ask("Did the number of ferry passengers searched fall between 2019 and 2020?").text.startswith("Yes.")
    assert desk.ask("Did the number of ferry passengers searched rise between 2019 and 2020?").text.startswith("No.")


def test_a_part_of_the_time_asked_about_is_said_to_be_one(desk: Desk) -> None:
    answer = desk.ask("How many ferry passengers were searched in 2021?")
    assert answer.status is Status.PARTIAL
    assert values(answer) == ["11"]
    assert "2021 Q1" in answer.text or "March 2021" in answer.text, answer.text


def test_a_withheld_cell_is_a_value_and_never_nought(desk: Desk) -> None:
    answer = desk.ask("How many electric street lamps were repaired in the North East in 2021?")
    assert answer.status is Status.NOT_KNOWN
    assert answer.withheld
    assert "suppressed" in answer.text
    assert [(f.value, f.qualifier) for f in answer.figures] == [("", "suppressed")]
    assert not any(f.value in ("0", "380") for f in answer.figures)


def test_no_sum_is_given_that_a_withheld_cell_would_make_short(desk: Desk) -> None:
    answer = desk.ask("How many electric street lamps were repaired in 2021?")
    assert answer.status is Status.NOT_IN_RECORD
    assert "withheld" in answer.text
    assert not answer.figures


def test_a_withheld_cell_cannot_be_had_by_taking_away(desk: Desk) -> None:
    for question in (
        "How many more street lamps were repaired in the North East in 2021 than gas lamps?",
        "What is the difference between all and gas street lamps repaired in the North East in 2021?",
        "How many street lamps other than gas were repaired in the North East in 2021?",
    ):
        assert not any(f.value == "380" for f in desk.ask(question).figures), question


def test_averages_are_not_added_up(desk: Desk) -> None:
    one = desk.ask("What was the average number of days to repair gas street lamps in Wales in 2021?")
    assert values(one) == ["3.5"], one.text
    none = desk.ask("What was the average number of days to repair gas and electric street lamps in 2021?")
    assert not none.figures, none.text


LACKING = [
    ("How many ferry passengers were searched in 2031?", "2031"),
    ("How many Norwegian ferry passengers were searched in 2019?", "Norwegian"),
    ("How many ferry passengers with beards were searched in 2019?", "beards"),
    ("How many ferry passengers were searched in Dover in 2019?", "Dover"),
    ("How many ferry passengers aged 63 were searched in 2019?", "63"),
    ("How many gas street lamps were repaired in Scotland in 2021?", "Scotland"),
]


@pytest.mark.parametrize(("question", "lacking"), LACKING)
def test_a_condition_that_no_column_bears_out_is_named(desk: Desk, question: str, lacking: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.NOT_IN_RECORD, answer.text
    assert lacking.lower() in answer.text.lower()
    assert not answer.figures


NOT_WHAT_WAS_COUNTED = [
    "How many ferry passengers were not searched in 2019?",
    "How many ferry passengers should have been searched in 2019?",
    "How many ferry passengers could have been searched in 2019?",
    "How many ferry passengers refused to be searched in 2019?",
    "How many ferry passengers were there in 2019?",
    "How many ferry passengers were searched for a second time in 2019?",
    "How many first ferry passengers were searched in 2019?",
    "How many half-Albanian ferry passengers were searched in 2019?",
    "How many government ferry passengers were searched in 2019?",
    "How many ferry passengers from both countries were searched in 2019?",
    "How many ferry passengers were searched before breakfast in 2019?",
    "How many street lamps were not repaired in Wales in 2021?",
    "How many gas street lamps were there in Wales in 2021?",
    "How many gas street lamps broke down in Wales in 2021?",
    "How many gas street lamps were removed in Wales in 2021?",
]


@pytest.mark.parametrize("question", NOT_WHAT_WAS_COUNTED)
def test_a_count_of_what_was_done_answers_for_nothing_else(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert not answer.figures, answer.text
    assert answer.status is Status.NOT_IN_RECORD


def test_the_nearest_figure_is_of_the_time_that_is_asked_about(desk: Desk) -> None:
    (nearest,) = desk.ask("How many Albanian ferry passengers with beards were searched in 2019?").nearest
    assert nearest.value == "104"


def test_a_table_that_does_not_say_whose_it_is_is_no_official_statistic(desk: Desk) -> None:
    answer = desk.ask("How many Albanian ferry passengers were searched in 2019?")
    assert not any(c.official for c in answer.citations)
    assert "official" not in answer.meta


def test_every_citation_is_a_row_of_the_stored_text(desk: Desk) -> None:
    answer = desk.ask("How many Albanian ferry passengers were searched in 2019?")
    assert len(answer.citations) == 5
    for c in answer.citations:
        assert desk.ledger.text(c.source_id)[c.start : c.end] == c.quote
        (mark,) = c.marks
        assert c.quote[slice(*mark)].isdigit()


def test_the_gate_withdraws_what_a_cell_does_not_say(desk: Desk) -> None:
    from dataclasses import replace

    from bot.gate import check
    from bot.tables.proof import cells_of

    answer = desk.ask("How many gas street lamps were repaired in Wales in 2021?")
    text, cells = desk.ledger.text, cells_of(desk.ledger)
    assert check(answer, text, cells) == []
    (figure,) = answer.figures
    spoilt = [
        replace(answer, text=answer.text.replace("80", "81")),
        replace(answer, figures=(replace(figure, value="81"),)),
        replace(answer, figures=(replace(figure, value="120"),)),
        replace(answer, figures=(replace(figure, qualifier="about"),)),
        replace(answer, figures=(replace(figure, value="80%"),)),
        replace(answer, figures=(replace(figure, unit="£"),)),
        replace(answer, text=answer.text.replace("Wales", "Whitby")),
    ]
    for one in spoilt:
        assert check(one, text, cells), one.text
    summed = desk.ask("How many Albanian ferry passengers were searched in 2019?")
    worked = summed.derivation
    assert worked is not None
    first, *rest = worked.operands
    for wrong in (
        replace(worked, operands=worked.operands[1:]),
        replace(worked, result="105"),
        replace(worked, operands=(replace(first, value=first.value + 1), *rest)),
    ):
        assert check(replace(summed, derivation=wrong), text, cells)


def test_what_was_published_later_is_not_known_before(tmp_path: Path) -> None:
    from datetime import date

    with Desk(Ledger.open(tmp_path, create=True)) as one:
        ingest_bytes(one.ledger, "ferry-searches.csv", FERRIES.encode(), Meta(published=date(2021, 6, 1)))
        question = "How many Albanian ferry passengers were searched in 2019?"
        assert values(one.ask(question, date(2021, 6, 1))) == ["104"]
        assert not one.ask(question, date(2021, 5, 31)).figures


def test_a_table_that_begins_with_the_latest_year_is_told_and_drawn_from_the_earliest(tmp_path: Path) -> None:
    rows = "\n".join(f"{year},{year - 1990}" for year in (2021, 2020, 2019, 2018))
    with Desk(Ledger.open(tmp_path / "record", create=True)) as one:
        put = ingest_bytes(one.ledger, "buoys.csv", f"Year,Number of buoys moored\n{rows}\n".encode(), Meta())
        assert put.outcome is Outcome.ADDED, put.reason
        answer = one.ask("How many buoys were moored each year?")
    assert answer.table is not None
    assert answer.table.dated
    assert [row[0] for row in answer.table.rows] == ["2018", "2019", "2020", "2021"]
    assert values(answer) == ["28", "29", "30", "31"]
