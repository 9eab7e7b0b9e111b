"""Two things that are asked for together are not answered with the one of them that a table counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from tests.bot.tables.putting import desk_over

ALONE = {
    "ports.csv": "Port pilots and deckhands in 2022: deckhands by port\n\nPort,Deckhands\nTenby,40\nMumbles,25\n",
    "libraries.csv": "Library books and magazines: books by branch\n\nBranch,Books\nElmfield,1200\nOakley,950\n",
    "trams.csv": "Tram drivers and conductors in 2022: conductors by depot\n\nDepot,Conductors\nHill,90\nDale,75\n",
}
BOTH = {
    "ports.csv": "Port staff: deckhands and pilots combined by port\n\nPort,Deckhands and pilots\nTenby,61\nAber,4\n",
    "libraries.csv": "Library books and magazines by branch\n\nBranch,Books,Magazines\nElmfield,120,30\nOakley,95,21\n",
}


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("ports.csv", "How many deckhands and pilots combined did Tenby have in 2022?"),
        ("ports.csv", "How many pilots and deckhands did Tenby have in 2022?"),
        ("libraries.csv", "How many magazines and books did Oakley have altogether?"),
        ("trams.csv", "How many drivers and conductors were there at Hill depot?"),
    ],
)
def test_one_of_two_is_not_both(tmp_path: Path, name: str, question: str) -> None:
    with desk_over(tmp_path / "record", {name: ALONE[name].encode()}) as desk:
        answer = desk.ask(question)
        assert answer.status is Status.NOT_IN_RECORD, answer.text


@pytest.mark.parametrize(
    ("files", "name", "question", "right"),
    [
        (ALONE, "ports.csv", "How many deckhands did Tenby have in 2022?", "40"),
        (ALONE, "ports.csv", "How many deckhands did Tenby and Mumbles have in 2022?", "65"),
        (BOTH, "ports.csv", "How many deckhands and pilots combined did Tenby have?", "61"),
        (BOTH, "libraries.csv", "How many magazines did Oakley have?", "21"),
    ],
)
def test_what_it_counts_is_given(tmp_path: Path, files: dict[str, str], name: str, question: str, right: str) -> None:
    with desk_over(tmp_path / "record", {name: files[name].encode()}) as desk:
        assert [f.value for f in desk.ask(question).figures][:1] == [right]
