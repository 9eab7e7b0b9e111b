"""What the terminal shows of an answer: what the record holds that is nearest, dated where it has a date."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.console import Console

from bot.answer import Nearest
from bot.desk import Desk
from bot.terminal import show


@pytest.mark.parametrize(
    ("as_at", "shown"),
    [("3 May 2009", "41: lamps lit (3 May 2009)"), ("2009", "41: lamps lit (2009)"), ("", "41: lamps lit")],
)
def test_what_is_nearest_has_its_date_and_no_empty_brackets(made: Callable[..., Desk], as_at: str, shown: str) -> None:
    answer = made("There were 41 lamps lit.").ask("How many ferries sank?")
    out = io.StringIO()
    show(replace(answer, nearest=(Nearest("41", "lamps lit", as_at, "Lamps", ""),)), Console(file=out, width=100))
    assert shown in [line.strip() for line in out.getvalue().splitlines()]
