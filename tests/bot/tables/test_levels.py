"""One name on two levels of a table, and one measure counted in heads and in full-time equivalents."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from bot.answer import Status
from bot.desk import Desk
from corpus.cube import Code, Dataset, Dimension, Observation, Role
from corpus.ledger import Entry, Ledger
from corpus.records import Nature, Qualifier, Source, SourceKind, When

AREAS = (
    Code("West Moor", parent=4),
    Code("West Moor", parent=0),
    Code("High Fell", parent=0),
    Code("Coast Guard"),
    Code("Total 2 forces"),
    Code("Total", total=True),
)


def rangers(source_id: str, basis: str, figures: tuple[str, ...]) -> Entry:
    """A table of rangers by force area: a region, its two forces, one force besides, and two totals."""
    lines = [f"{code.words}\t{value}" for code, value in zip(AREAS, figures, strict=True)]
    text = "\n".join(lines) + "\n"
    seen, at = [], 0
    for n, (line, value) in enumerate(zip(lines, figures, strict=True)):
        end = at + len(line)
        cell = Observation((n,), Decimal(value), Qualifier.EXACTLY, end - len(value), end, at, end, n + 1, 2)
        seen.append(cell)
        at = end + 1
    title = f"Rangers by police force area, 30 September 2019 ({basis})"
    source = Source(
        source_id, f"Ranger workforce {basis}", "Moor Office", SourceKind.OFFICIAL_STATISTICS, None, "", "", "0" * 64
    )
    table = Dataset(
        f"{source_id}-t0",
        source_id,
        title,
        "Rangers",
        (Dimension("", Role.PLACE, AREAS),),
        tuple(seen),
        unit="people" if basis == "headcount" else "FTE",
        nature=Nature.STOCK,
        as_at=When.day(2019, 9, 30),
        rows=len(AREAS),
    )
    return Entry(source, text, datasets=(table,))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("levels")
    with Desk(Ledger.open(folder / "record", create=True)) as one:
        heads = rangers("s-heads", "headcount", ("90", "60", "30", "12", "90", "102"))
        shares = rangers("s-ftes", "full-time equivalent", ("80.5", "55", "25.5", "11", "80.5", "91.5"))
        one.ledger.put_all([heads, shares])
        yield one


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What was the headcount of rangers in the West Moor force?", "60"),
        ("By headcount, how many rangers were there in West Moor (the region, not the force)?", "90"),
        ("How many full-time equivalent rangers did High Fell have on 30 September 2019?", "25.5"),
        ("How many rangers, by headcount, were there in the 2 forces?", "90"),
        ("How many rangers were there by headcount?", "102"),
        ("How many rangers, by headcount, did the Coast Guard and High Fell have between them?", "42"),
    ],
)
def test_a_level_or_a_basis_that_is_said_is_the_one_taken(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), (answer.text, answer.reasons)
    assert [f.value for f in answer.figures] == [value], answer.text


def test_a_level_that_is_not_said_is_asked_for(desk: Desk) -> None:
    answer = desk.ask("What was the headcount of rangers in West Moor?")
    assert answer.status is Status.AMBIGUOUS, answer.text
    assert not answer.figures
    assert "West Moor" in " ".join(answer.caveats)


def test_both_bases_are_given_where_neither_is_said(desk: Desk) -> None:
    answer = desk.ask("How many rangers did High Fell have?")
    assert sorted(f.value for f in answer.figures) == ["25.5", "30"], answer.text
    assert "headcount" in answer.text
    assert "full-time equivalents" in answer.text


def test_the_most_is_never_a_total_nor_a_region(desk: Desk) -> None:
    answer = desk.ask("Which force had the most rangers by headcount?")
    assert [f.value for f in answer.figures] == ["60"], answer.text


@pytest.mark.parametrize(
    "question",
    [
        "What was the headcount of rangers on 30 September 2018?",
        "How many sergeants did High Fell have by headcount?",
        "How many rangers did High Fell have by headcount, outside the uplands?",
    ],
)
def test_nothing_is_given_for_what_the_tables_do_not_hold(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.NOT_IN_RECORD, answer.text
    assert not answer.figures
    assert not answer.reasons, answer.reasons
