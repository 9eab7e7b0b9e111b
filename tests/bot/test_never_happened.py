"""When, where or why a deed was done of which the record says that it was not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.desk import Desk
from bot.never_happened import NOT_DONE

TABLE = [
    ("Ann Lee, the head of the ferry line, refused to resign.", "When did Ann Lee step down?", True),
    ("The tram inspector has not met the drivers.", "On what date did the tram inspector meet the drivers?", True),
    ("Ida Brook, the chief librarian, declined to apologise for the fire.", "When did Ida Brook apologise?", True),
    ("Ann Lee, the head of the ferry line, resigned on 4 May 2012.", "When did Ann Lee step down?", False),
    ("Ann Lee, the head of the ferry line, refused to say when she was told.", "When was Ann Lee told?", False),
]


@pytest.mark.parametrize(("text", "question", "denied"), TABLE, ids=[f"{row[1]} {row[2]}" for row in TABLE])
def test_what_was_not_done_has_no_time(made: Callable[..., Desk], text: str, question: str, denied: bool) -> None:
    answer = made(f"{text}\n\nThe boats sail at noon.\n", date(2012, 5, 10)).ask(question)
    assert answer.text.startswith(NOT_DONE) is denied, answer.text
    assert not denied or (str(answer.status) == "answered" and text[:20] in answer.text)
