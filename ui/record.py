"""The one place where the pages get at the record."""

from __future__ import annotations

import atexit
from collections.abc import Callable, Collection, Sequence
from datetime import date
from threading import RLock
from typing import Protocol

import streamlit as st

from bot.answer import Answer
from bot.similar.finder import Wanted
from bot.similar.previous import Previous
from corpus.ledger import Ledger
from corpus.records import Figure

__all__ = ["Answers", "busy", "desk"]


class Answers(Protocol):
    """What the pages need of a desk: :class:`bot.desk.Desk` has it."""

    ledger: Ledger

    def ask(
        self,
        question: str,
        as_of: date | None = None,
        *,
        earlier: Sequence[str] = (),
        drop: Collection[str] = (),
        suggest: bool = False,
    ) -> Answer: ...

    def history(self, figure_id: str) -> tuple[Figure, ...]: ...

    def previous(self, wanted: Wanted) -> Previous: ...


def _open() -> Answers:
    from bot.catching_up import CatchingUp  # late: what they bring takes longer to read than a page takes to draw
    from bot.desk import Desk

    opened = Desk.open()
    atexit.register(CatchingUp(opened.ledger).start().stop)
    return opened


opener: Callable[[], Answers] = _open
"""How the record is opened: once for all who look at this server."""

busy = RLock()
"""Held while a question is answered or the record is changed: every reader's page runs in a thread of its own."""


@st.cache_resource(show_spinner="Opening the record. The first time, it is put in order, which takes a little while…")
def desk() -> Answers:
    """The desk that answers every page. Raises a DespatchError of one sentence where the record cannot be opened."""
    return opener()
