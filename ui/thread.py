"""The questions asked on this page, in order, each with its answer: what the browser's session remembers."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from bot.answer import Answer
from corpus.errors import DespatchError
from ui.asking import Asking
from ui.record import busy, desk

__all__ = [
    "Turn",
    "add",
    "answered",
    "clear",
    "earlier_than",
    "history",
    "known_on",
    "latest",
    "reask",
    "set_known_on",
    "turns",
]

_LOG = logging.getLogger(__name__)
_UNEXPECTED = (
    "Something went wrong while answering, and the reason has been logged. "
    "Nothing in the record has changed: ask again, or ask in other words."
)
_HISTORY = 30


@dataclass(frozen=True, slots=True)
class Turn:
    """One question; its answer once there is one, or one sentence on why there is none.

    ``offered`` are the conditions that it had when first asked, so that one left out can be put back.
    """

    id: int
    asking: Asking
    answer: Answer | None = None
    failure: str = ""
    offered: tuple[tuple[str, str], ...] = ()

    @property
    def settled(self) -> bool:
        return self.answer is not None or bool(self.failure)


def turns() -> tuple[Turn, ...]:
    """Every turn of this thread, the oldest first."""
    kept: tuple[Turn, ...] = st.session_state.get("turns", ())
    return kept


def latest() -> Turn | None:
    """The turn that was asked last."""
    return turns()[-1] if turns() else None


def earlier_than(before: Sequence[Turn]) -> tuple[str, ...]:
    """The questions that a follow-up is read against."""
    return tuple(turn.asking.question for turn in before)


def add(asking: Asking) -> None:
    """Ask this next."""
    st.session_state.asked = st.session_state.get("asked", 0) + 1
    st.session_state.turns = (*turns(), Turn(st.session_state.asked, asking))
    before = [one for one in history() if one != asking]
    st.session_state.history = (asking, *before)[:_HISTORY]


def reask(turn: Turn, drop: Sequence[str] | None = None, as_of: date | None = None) -> None:
    """Ask a turn again in its place, with other conditions left out (DROP), or as of AS_OF where DROP is None."""
    asking = replace(turn.asking, drop=tuple(drop)) if drop is not None else replace(turn.asking, as_of=as_of)
    _put(replace(turn, asking=asking, answer=None, failure=""))


def answered(turn: Turn) -> Turn:
    """The turn with its answer, kept. Never raises: what goes wrong becomes the turn's ``failure``."""
    asking = turn.asking
    try:
        with busy:
            answer = desk().ask(asking.question, asking.as_of, earlier=asking.earlier, drop=asking.drop, suggest=True)
    except DespatchError as told:
        return _put(replace(turn, failure=str(told)))
    except Exception:
        _LOG.exception("the page could not answer a question")
        return _put(replace(turn, failure=_UNEXPECTED))
    offered = turn.offered if asking.drop else answer.conditions
    return _put(replace(turn, answer=answer, offered=offered or answer.conditions))


def clear() -> None:
    """Begin a new thread; the history of questions stays."""
    st.session_state.turns = ()


def history() -> tuple[Asking, ...]:
    """What has been asked in this session, the latest first."""
    kept: tuple[Asking, ...] = st.session_state.get("history", ())
    return kept


def known_on() -> date | None:
    """The date that questions are asked as of; None for today."""
    day: date | None = st.session_state.get("known_on")
    return day


def set_known_on(day: date | None) -> None:
    """Ask from now on as of DAY."""
    st.session_state.known_on = day


def _put(turn: Turn) -> Turn:
    st.session_state.turns = tuple(turn if one.id == turn.id else one for one in turns())
    return turn
