"""What is offered to be asked next: each question reads well by itself, and gives the figure that it was made from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.bot.conftest import of_text

FERRIES = """Ferries kept at sea

The harbour board let 310 ferries sail without a survey. They included 41 ferries with cracked hulls and 26 ferries \
without lifeboats. Some 77 ferries had been surveyed by May, 12 between then and June.
"""
LIBRARIES = """Libraries shut

The council shut 58 libraries. Of these, nine libraries are in Rye and 14 libraries are in Ware. It also shut \
libraries for two days.
"""
TRAMS = """Trams withdrawn

Of the 96 trams, 30 were withdrawn. The 30 included 12 works cars, and 18 of the trams have been sold.
"""
TABLE = [
    (
        FERRIES,
        "How many ferries sailed without a survey?",
        {"How many ferries with cracked hulls?": "41", "How many ferries without lifeboats?": "26"},
    ),
    (LIBRARIES, "How many libraries are in Rye?", {"How many libraries are in Ware?": "14"}),
    (TRAMS, "How many trams were withdrawn?", {"How many trams have been sold?": "18"}),
]


@pytest.mark.parametrize(("text", "question", "offered"), TABLE, ids=[row[1] for row in TABLE])
def test_each_asks_for_one_figure_in_words_of_its_own(
    tmp_path: Path, text: str, question: str, offered: dict[str, str]
) -> None:
    desk = of_text(tmp_path, text, date(2012, 5, 10))
    made = desk.ask(question, suggest=True).suggestions
    assert set(offered) <= set(made)
    for one in made:
        found = desk.ask(one).figures
        assert found, one
        assert one not in offered or found[0].value == offered[one]
    desk.close()


@pytest.mark.parametrize("text", [FERRIES, LIBRARIES, TRAMS])
def test_none_is_a_noun_that_many_figures_count(tmp_path: Path, text: str) -> None:
    desk = of_text(tmp_path, text, date(2012, 5, 10))
    for question in ("How many ferries sailed?", "How many libraries were shut?", "How many trams were there?"):
        made = desk.ask(question, suggest=True).suggestions
        assert not {"How many ferries?", "How many libraries?", "How many trams?"} & set(made)
        assert not any(" then " in one for one in made)
    desk.close()
