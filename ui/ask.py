"""Ask: a question in one's own words, and an answer that could be read out."""

from __future__ import annotations

from typing import Final

import streamlit as st

from bot.answer import Status
from ui import thread
from ui.asking import Asking, BadLink
from ui.briefing import show
from ui.marks import text
from ui.record import busy, desk
from ui.side import controls
from ui.thread import Turn
from ui.voice import announce
from ui.words import pill, plain

__all__ = ["page"]

_LONGEST: Final = 1000
_EXAMPLES: Final = (
    "How many releases occurred after August 2005?",
    "How many had been deported by December 2006?",
    "What did the Speaker say?",
)
_FOUND: Final = frozenset({Status.ANSWERED, Status.COMPUTED, Status.CONFLICTING})


def page() -> None:
    """The page: what was asked and answered, and a place to ask the next."""
    st.html('<h1 class="dp-unseen">Ask the record</h1>')
    spoken = st.container()
    _open_link()
    controls()
    st.session_state.setdefault("announced", 0)
    fresh = _thread()
    if not thread.turns():
        _welcome()
    if asked := st.chat_input("Ask about a figure, a statement or a date", max_chars=_LONGEST):
        _ask(asked)
        st.rerun()
    with spoken:
        _announce(fresh)


def _ask(question: str) -> None:
    thread.add(Asking(question.strip(), thread.known_on(), thread.earlier_than(thread.turns())))


def _open_link() -> None:
    """Ask what the page's address asks, once, when the page is first opened."""
    if st.session_state.get("opened"):
        return
    st.session_state.opened = True
    parameters = {name: st.query_params.get_all(name) for name in st.query_params}
    try:
        asking = Asking.of(parameters)
    except BadLink as told:
        st.html(f'<p class="dp-wrong" role="alert">{text(str(told))}</p>')
        return
    if asking:
        thread.set_known_on(asking.as_of)
        thread.add(asking)


def _thread() -> Turn | None:
    """Show every turn; gives the one that was answered just now."""
    fresh = None
    for turn in thread.turns():
        if not turn.settled:
            with st.spinner("Reading the record…"):
                turn = fresh = thread.answered(turn)
        show(turn)
    if fresh:
        st.query_params.from_dict(fresh.asking.parameters())
    return fresh


def _announce(fresh: Turn | None) -> None:
    if fresh:
        st.session_state.announced += 1
        st.session_state.spoken = _words(fresh)
        st.session_state.target = f"turn-{fresh.id}"
    announce(st.session_state.get("spoken", ""), st.session_state.announced, str(st.session_state.get("target", "")))


def _words(turn: Turn) -> str:
    if turn.answer is None:
        return f"No answer. {turn.failure}"
    return f"Answer ready: {pill(turn.answer).words}. {turn.answer.headline} {turn.answer.what}".strip()


@st.cache_data(max_entries=4, show_spinner=False)
def _answerable(fingerprint: str) -> tuple[str, ...]:
    """The examples that the record of FINGERPRINT can answer: none is offered that it cannot."""
    with busy:
        return tuple(example for example in _EXAMPLES if desk().ask(example).status in _FOUND)


def _welcome() -> None:
    counts = desk().ledger.counts()
    st.html(
        '<p class="dp-title">What does the record say?</p><p class="dp-lede">Ask about a figure, a statement or a '
        "date. Every answer shows who said it, when and where, with the words themselves; when the record does not "
        "hold the answer, it says so.</p>"
    )
    if not counts.sources:
        st.html(
            '<p class="dp-note">The record is empty. Put documents in on the Sources page, then ask about them.</p>'
        )
        return
    examples = _answerable(desk().ledger.fingerprint())
    if examples:
        st.html('<h2 class="dp-side">For example</h2>')
    for at, example in enumerate(examples):
        st.button(plain(example), key=f"example-{at}", type="tertiary", on_click=_ask, args=(example,))
