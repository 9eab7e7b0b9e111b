"""What all places of a heading are names none of them; nor need a heading over measures be said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answer import Status
from bot.desk import Desk
from tests.bot.tables.putting import desk_over
from tests.corpus.statistics.workbooks import rows_of, xlsx

ACCOUNTS = """Harbour and lake accounts summary: 2019-20 data
Running costs (£ thousand)

 | | Lifeboats | | Ferries | | Funds at 1 April 2019 | | Funds at 31 March 2020 |
{heads}
Cumbria | S | 11 | 21 | 41 | 51 | 71 | 81 | 91 | 101
Kent CC | S | 12 | 22 | 42 | 52 | 72 | 82 | 92 | 102
Leeds | U | 13 | 23 | 43 | 53 | 73 | 83 | 93 | 103
Essex | S | 15 | 25 | 45 | 55 | 75 | 85 | 95 | 105
North East Derbyshire | U | 14 | 24 | 44 | 54 | 74 | 84 | 94 | 104
Bristol | U | 16 | 26 | 46 | 56 | 76 | 86 | 96 | 106

UNITARY AUTHORITIES | U | 43 | 73 | 133 | 163 | 223 | 253 | 283 | 313
SHIRE COUNTIES | S | 38 | 68 | 128 | 158 | 218 | 248 | 278 | 308
"""
ACCOUNTS = ACCOUNTS.format(
    heads="Local authority | Class | Crews hired | Berth dues raised | Tickets sold | Berth leases"
    + 2 * " | Other earmarked repair funds | Loan funds"
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_over(tmp_path_factory.mktemp("kinds"), {"a.xlsx": xlsx({"T": rows_of(ACCOUNTS)})}) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How much in berth dues did Cumbria County Council raise in 2019-20?", "21000"),
        ("What did Leeds City Council spend on crews hired in 2019-20?", "13000"),
        ("How much did Kent council get for tickets sold in 2019-20?", "42000"),
        ("What were the tickets sold of unitary authorities in 2019-20?", "133000"),
        ("What were Leeds's other earmarked funds at 31 March 2020?", "93000"),
        ("What were the loan funds of Cumbria at 1 April 2019?", "81000"),
        ("What did councils spend on crews hired altogether in 2019-20?", "81000"),
    ],
)
def test_a_place_is_named_whatever_it_is_called_beside(desk: Desk, question: str, value: str) -> None:
    answer = desk.ask(question)
    assert answer.status in (Status.ANSWERED, Status.COMPUTED), answer.text
    assert answer.figures[0].value == value


@pytest.mark.parametrize(
    "question",
    [
        "What was spent on crews hired in the North East in 2019-20?",
        "What did Arden County Council spend on crews hired in 2019-20?",
        "What did Leeds spend on crews hired in 2018-19?",
        "What were Leeds's earmarked repair funds at 31 March 2018?",
    ],
)
def test_no_place_of_a_kind_is_given_for_another(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status is Status.NOT_IN_RECORD, answer.text
    assert not answer.figures
