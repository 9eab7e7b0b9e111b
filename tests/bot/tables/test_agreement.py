"""The same figure from several sources: the highest and the latest answers, and the others are set beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.answer import Answer, Status
from bot.desk import Desk
from bot.gate import check
from bot.tables.proof import cells_of
from corpus.formats import Meta
from corpus.ingest import Outcome, ingest_bytes
from corpus.ledger import Ledger
from corpus.records import SourceKind
from tests.corpus.question_pages import page, question

_YEARS = range(2014, 2019)


def _lamps(**changed: int) -> str:
    """Lamps repaired by year and region; CHANGED gives other values ("Wales2018")."""
    rows = ["Year,Region,Number of street lamps repaired"]
    for year in _YEARS:
        for region, value in (("Wales", year - 2004), ("Kent", year - 1994)):
            rows.append(f"{year},{region},{changed.get(f'{region}{year}', value)}")
    return "\n".join(rows) + "\n"


STATISTICS, ANSWER, PRESS = SourceKind.OFFICIAL_STATISTICS, SourceKind.WRITTEN_ANSWER, SourceKind.PRESS_REPORT
_Put = tuple[str, str, date, SourceKind]
FIRST: _Put = ("lamps-first-edition.csv", _lamps(), date(2019, 3, 1), STATISTICS)
REVISED: _Put = ("lamps-revised-march.csv", _lamps(Wales2018=19), date(2020, 3, 1), STATISTICS)
ANSWERED: _Put = ("answer.csv", _lamps(Wales2018=19, Wales2016=15), date(2021, 3, 1), ANSWER)


@contextmanager
def _desk(folder: Path, *put: _Put) -> Iterator[Desk]:
    with Desk(Ledger.open(folder / "record", create=True)) as desk:
        for name, content, day, kind in put:
            meta = Meta(published=day, kind=kind, publisher="Ministry of Lamps")
            done = ingest_bytes(desk.ledger, name, content.encode(), meta)
            assert done.outcome is Outcome.ADDED, done.reason
        yield desk


def _values(answer: Answer) -> list[str]:
    return [f.value for f in answer.figures]


@pytest.mark.parametrize("put", [(FIRST, REVISED), (REVISED, FIRST)], ids=["in order", "the newer first"])
def test_the_later_edition_answers_and_says_what_the_earlier_gave(tmp_path: Path, put: tuple[_Put, ...]) -> None:
    with _desk(tmp_path, *put) as desk:
        answer = desk.ask("How many street lamps were repaired in Wales in 2018?")
        assert (answer.status, _values(answer)) == (Status.ANSWERED, ["19"])
        assert "gave 14 [2]" in answer.text
        assert [(s.value, s.current) for s in answer.supersedes] == [("14", False), ("19", True)]
        then = desk.ask("How many street lamps were repaired in Wales in 2018?", date(2019, 6, 1))
        assert _values(then) == ["14"]
        assert not then.supersedes


def test_sums_are_set_beside_each_other_with_all_their_operands(tmp_path: Path) -> None:
    with _desk(tmp_path, FIRST, REVISED) as desk:
        answer = desk.ask("How many street lamps were repaired in 2018?")
        assert (answer.status, _values(answer)) == (Status.COMPUTED, ["43"])
        assert "gave 38 [3][4]" in answer.text
        derivation = answer.derivation
        assert derivation is not None
        assert (derivation.operation, derivation.result) == ("sum", "43")
        assert sorted(o.value for o in derivation.operands) == [14, 19, 24, 24]
        text_of, cells = desk.ledger.text, cells_of(desk.ledger)
        assert not check(answer, text_of, cells)
        for wrong in (
            replace(answer, text=answer.text.replace("gave 38", "gave 39")),
            replace(answer, derivation=replace(derivation, operands=derivation.operands[:3])),
            replace(answer, derivation=replace(derivation, expression="19 + 14 = 43")),
        ):
            assert check(wrong, text_of, cells)


def test_statistics_stand_above_an_answer_that_came_later_and_both_are_shown(tmp_path: Path) -> None:
    with _desk(tmp_path, ANSWERED, REVISED) as desk:
        answer = desk.ask("How many street lamps were repaired in Wales in 2016?")
        assert (answer.status, _values(answer)) == (Status.CONFLICTING, ["12", "15"])
        assert [c.value for c in answer.conflicts] == ["12", "15"]
        same = desk.ask("How many street lamps were repaired in Wales in 2018?")
        assert (same.status, _values(same)) == (Status.ANSWERED, ["19"])
        assert "The same is given by Answer (written answer, Ministry of Lamps, 1 March 2021) [2]" in same.text


def test_a_series_says_where_it_agrees_and_where_not(tmp_path: Path) -> None:
    with _desk(tmp_path, FIRST, REVISED) as desk:
        answer = desk.ask("How many street lamps were repaired in Wales each year?")
        assert _values(answer) == ["10", "11", "12", "13", "19"]
        assert "2014 to 2017 agree" in answer.text
        assert "2018: 19 [5] against 14" in answer.text
        assert answer.table is not None
        assert answer.table.columns[2:] == ("Lamps first edition, 1 March 2019",)
        assert [row[1:] for row in answer.table.rows[-2:]] == [("13", "13"), ("19", "14")]


def test_a_table_that_counts_something_narrower_is_not_set_beside(tmp_path: Path) -> None:
    gas = _lamps(Wales2018=3).replace("street lamps repaired", "gas street lamps repaired")
    with _desk(tmp_path, FIRST, ("gas.csv", gas, date(2021, 3, 1), STATISTICS)) as desk:
        answer = desk.ask("How many street lamps were repaired in Wales in 2018?")
        assert (answer.status, _values(answer)) == (Status.ANSWERED, ["14"])
        assert len(answer.citations) == 1


def _said(words: str) -> _Put:
    return ("said.txt", f"Street lighting\n\nThe Ministry counts lamps. {words}\n", date(2019, 6, 1), ANSWER)


SAID = [
    ("In 2018, 14 street lamps were repaired in Wales.", "The same is given by Street lighting", 2),
    ("In 2018, 15 street lamps were repaired in Wales.", "gives 15 [2]", 2),
    ("In 2018, 15 street lamps were repaired in Cardiff in Wales.", "", 1),
    ("In 2017, 15 street lamps were repaired in Wales.", "", 1),
    ("In 2018, about 15 street lamps were repaired in Wales.", "", 1),
    ("In 2018, 15% of street lamps were repaired in Wales.", "", 1),
]


@pytest.mark.parametrize(("words", "told", "cited"), SAID)
def test_what_is_said_in_words_of_the_same_is_set_beside_it(tmp_path: Path, words: str, told: str, cited: int) -> None:
    with _desk(tmp_path, FIRST, _said(words)) as desk:
        answer = desk.ask("How many street lamps were repaired in Wales in 2018?")
        assert (answer.status, _values(answer)) == (Status.ANSWERED, ["14"]), answer.text
        assert told in answer.text
        assert len(answer.citations) == cited
        assert len(answer.conflicts) == (2 if "gives" in told else 0)


def _quarters() -> str:
    """Lamps mended by quarter and sort, a hundred more each year."""
    ends = {1: "03-31", 2: "06-30", 3: "09-30", 4: "12-31"}
    rows = [
        f"{year}-{day},{year},{quarter},{sort},{(year - 2000) * quarter}"
        for year in range(2026, 2031)
        for quarter, day in ends.items()
        for sort in ("Gas", "Electric")
    ]
    return "\n".join(["Date,Year,Quarter,Sort of lamp,Number of street lamps mended", *rows]) + "\n"


def _answered(question_text: str, lead: str) -> bytes:
    """A written answer with a table of the years that differs from the release in the last."""
    years = "".join(
        f"<tr><td>{year}</td><td>{20 * (year - 2000) + (6 if year == 2030 else 0)}</td></tr>"
        for year in range(2026, 2031)
    )
    body = f"<p>{lead}</p><table><tr><td>Year</td><td>Number of lamps</td></tr>{years}</table>"
    asked = question(questionText=question_text, answerText=body, heading="Street Lighting")
    return json.dumps(page(asked)).encode()


_PUT_TO = "To ask the Secretary of State for Lamps, "
_LEAD = "The number of street lamps mended in each year is set out in the table below."


def test_a_written_answer_s_table_stands_beside_the_release_year_by_year(tmp_path: Path) -> None:
    release = ("mended.csv", _quarters(), date(2031, 2, 1), STATISTICS)
    asked = f"{_PUT_TO}how many street lamps were mended in each year since 2026."
    with _desk(tmp_path, release) as desk:
        assert ingest_bytes(desk.ledger, "q.json", _answered(asked, _LEAD), Meta()).outcome is Outcome.ADDED
        series = desk.ask("How many street lamps were mended each year?")
        assert series.status is Status.CONFLICTING, series.text
        assert "2026 to 2029 agree" in series.text
        assert "against 606" in series.text
        one = desk.ask("How many street lamps were mended in 2030?")
        assert _values(one) == ["600", "606"], one.text
        same = desk.ask("How many street lamps were mended in 2028?")
        assert (same.status, _values(same)) == (Status.COMPUTED, ["560"])
        assert "The same is given by Street Lighting" in same.text


def test_an_answer_about_some_of_them_is_not_set_beside_a_count_of_all(tmp_path: Path) -> None:
    release = ("mended.csv", _quarters(), date(2031, 2, 1), STATISTICS)
    asked = f"{_PUT_TO}how many street lamps struck by lorries were mended in each year since 2026."
    with _desk(tmp_path, release) as desk:
        assert ingest_bytes(desk.ledger, "q.json", _answered(asked, _LEAD), Meta()).outcome is Outcome.ADDED
        one = desk.ask("How many street lamps were mended in 2030?")
        assert (one.status, _values(one)) == (Status.COMPUTED, ["600"]), one.text
        assert {c.title for c in one.citations} == {"Mended"}


_WENT = "Year,{head},Number of {what}\n2021,Denmark,{a}\n2021,Norway,{b}\n2022,Denmark,{c}\n2022,Norway,{d}\n"


@contextmanager
def _going(folder: Path, what: str) -> Iterator[Desk]:
    """A desk over two tables of one thing: by where it came from, and by where it went."""
    both = (
        (f"{what}-by-nationality.csv", _WENT.format(head="Nationality", what=what, a=11, b=22, c=33, d=44)),
        (f"{what}-by-destination.csv", _WENT.format(head="Destination", what=what, a=55, b=66, c=77, d=88)),
    )
    with Desk(Ledger.open(folder / "record", create=True)) as desk:
        for name, content in both:
            meta = Meta(published=date(2023, 1, 5), kind=STATISTICS)
            assert ingest_bytes(desk.ledger, name, content.encode(), meta).outcome is Outcome.ADDED
        yield desk


@pytest.mark.parametrize(
    ("what", "asked", "value"),
    [
        ("stowaway removals", "Stowaway removals to Norway in 2022?", "88"),
        ("stowaway removals", "How many Norwegian stowaway removals were there in 2022?", "44"),
        ("pilot transfers", "How many pilot transfers to Denmark were there in 2021?", "55"),
        ("pilot transfers", "How many pilot transfers from Denmark were there in 2021?", "11"),
        ("keeper postings", "How many keeper postings to Denmark were there in 2022?", "77"),
    ],
)
def test_where_somebody_went_is_no_other_count_of_where_they_come_from(
    tmp_path: Path, what: str, asked: str, value: str
) -> None:
    with _going(tmp_path, what) as desk:
        answer = desk.ask(asked)
        assert (answer.status, _values(answer)) == (Status.ANSWERED, [value]), answer.text


@pytest.mark.parametrize("what", ["stowaway removals", "pilot transfers", "keeper postings"])
def test_which_of_the_two_is_asked_where_the_question_does_not_say(tmp_path: Path, what: str) -> None:
    with _going(tmp_path, what) as desk:
        assert desk.ask(f"How many Norway {what} were there in 2022?").status is Status.AMBIGUOUS
