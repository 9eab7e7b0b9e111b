"""Those who applied for a thing, of whom only a part were given it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk

TABLE = [
    (
        "Ferry transfers\n\nBy May, 900 transfer applications had been received, of which 640 were "
        "approved, 200 were refused and 60 were withdrawn.\n",
        "How many people applied for a transfer?",
        "900",
    ),
    (
        "Grants for lifeboats\n\nSome 700 grant applications were received. Of those, 410 were granted and 290 were "
        "turned down. Grants came to £2 million. The grant office has closed.\n",
        "How many people put in for a grant?",
        "700",
    ),
    (
        "Permits for tram stops\n\nUp to June 82 requests for a permit were received, of which 51 were granted and 31 "
        "were refused.\n",
        "How many requests for a permit were there?",
        "82",
    ),
    (
        "Permits for tram stops\n\nUp to June 82 requests for a permit were received, of which 51 were granted and 31 "
        "were refused.\n",
        "How many permits were granted?",
        "51",
    ),
]


@pytest.mark.parametrize(("text", "question", "value"), TABLE, ids=[row[1] for row in TABLE])
def test_who_applied_is_not_only_who_was_given_it(
    made: Callable[..., Desk], text: str, question: str, value: str
) -> None:
    answer = made(text, date(2012, 7, 10)).ask(question)
    assert [str(f.value) for f in answer.figures][:1] == ([value] if value else []), answer.text
