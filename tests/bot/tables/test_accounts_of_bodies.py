"""Accounts of many bodies, one row each, asked for a line, a kind of number, a class of bodies, and a difference."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over

KINDS = ("Total spending (C1)", "Total income (C2)", "Net spending (C3 = C1 - C2)")
SAILS, MASTS = (f"Yard work - Help for {what} repair in crews" for what in ("sail", "mast"))
LINES = ("Piers", "Sea walls", SAILS, MASTS, "Total harbour costs")
BODIES = ("Ambleby", "Corrie", "Dunmore", "Fenwick", "Grayle", "Hale")


def _numbers(n: int) -> list[int]:
    parts = [(100 * n + 7, 10 * n), (40 * n + 3, 4 * n), (9 * n + 1, n), (20 * n + 5, 3 * n)]
    parts.append((sum(spent for spent, _ in parts), sum(income for _, income in parts)))
    return [v for spent, income in parts for v in (spent, income, spent - income)]


def _accounts() -> bytes:
    heads = ["Port authority", "Class", *(f'"{line} - {kind}"' for line in LINES for kind in KINDS)]
    rows = [[name, "Sea port" if n % 2 else "River port", *map(str, _numbers(n))] for n, name in enumerate(BODIES, 1)]
    whole = [sum(some) for some in zip(*(_numbers(n) for n in range(1, len(BODIES) + 1)), strict=True)]
    rows.append(["ENGLAND", "Eng", *map(str, whole)])
    return ("\n".join(",".join(row) for row in [heads, *rows]) + "\n").encode()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_over(tmp_path_factory.mktemp("accounts") / "record", {"harbour_accounts.csv": _accounts()}) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What was Corrie's net spending on piers?", "187"),
        ("How much did Corrie port authority spend on sea walls, net?", "75"),
        ("How much more did Corrie spend on sea walls than Ambleby, net?", "36"),
        ("What was total spending on piers in Fenwick?", "407"),
        ("What was the net spending on piers?", "1,932"),
        ("What was Hale's net spending on help for crews for sail repair and for mast repair, added up?", "156"),
        ("What was Hale's net spending on help for mast repair in crews?", "107"),
        ("Which sea port had the highest net spending on piers?", "Grayle"),
        ("Which river port had the lowest net spending on sea walls?", "Corrie"),
        ("How much more was Corrie's total spending on piers than Ambleby's total income from piers?", "197"),
        ("What percentage of Dunmore's total net harbour costs went on piers?", "59.1%"),
    ],
)
def test_a_line_and_a_kind_are_told_for_each_body(desk: Desk, question: str, told: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert told in answer.headline


@pytest.mark.parametrize(
    "question",
    [
        "What was Corrie's net spending on lighthouses?",
        "What was Inver's net spending on piers?",
        "Which lake port had the highest net spending on piers?",
        "How many boats did Corrie lose?",
    ],
)
def test_what_no_line_or_body_is_called_is_not_told(desk: Desk, question: str) -> None:
    assert desk.ask(question).status not in (Status.ANSWERED, Status.COMPUTED)
