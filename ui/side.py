"""The side of every page: where one is, what the record holds; on Ask, the date and the questions so far."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from ui import thread
from ui.asking import EARLIEST, Asking
from ui.record import desk
from ui.words import long_date, plain, plural

__all__ = ["brand", "controls", "holdings"]

_TODAY, _DATED = "Today", "A date"


def brand(pages: Sequence[StreamlitPage], here: StreamlitPage) -> None:
    """The name and the ways round."""
    with st.sidebar:
        st.html('<p class="dp-brand">Despatch</p><p class="dp-tag">Answers you can read out</p>')
        with st.container(gap=None, key="ways"):
            for page in pages:
                with st.container(key="way-here" if page == here else f"way-{page.url_path or 'ask'}"):
                    st.page_link(page)


def holdings() -> None:
    """How much is on the record, and how late it goes."""
    ledger = desk().ledger
    counts = ledger.counts()
    last = _last_published()
    cells = (
        f" · {plural(counts.observations, 'number')} in {plural(counts.datasets, 'table')}" if counts.datasets else ""
    )
    until = f"<br>Latest source: {long_date(last)}" if last else ""
    with st.sidebar:
        st.html(
            f'<h2 class="dp-side">The record</h2><p class="dp-count">{plural(counts.sources, "source")} · '
            f"{plural(counts.figures, 'figure')} · {plural(counts.statements, 'statement')}{cells}{until}</p>"
        )


def controls() -> None:
    """As known on which date, and what has been asked."""
    with st.sidebar:
        _known_on()
        if thread.turns():
            st.button("Start afresh", on_click=_afresh, help="Begin with an empty page; your questions stay listed.")
        _history()


def _known_on() -> None:
    today = date.today()
    chosen = thread.known_on()
    st.session_state["known-mode"] = _DATED if chosen else _TODAY
    mode = st.radio("As known on", (_TODAY, _DATED), key="known-mode", horizontal=True, on_change=_mode_changed)
    if mode == _DATED:
        st.session_state["known-date"] = min(chosen or today, today)
        st.date_input(
            "Only what had been said by",
            key="known-date",
            min_value=EARLIEST,
            max_value=today,
            format="DD/MM/YYYY",
            on_change=_date_changed,
        )


def _mode_changed() -> None:
    dated = st.session_state["known-mode"] == _DATED
    _know_on(min(_last_published() or date.today(), date.today()) if dated else None)


def _date_changed() -> None:
    if day := st.session_state["known-date"]:
        _know_on(day)


def _know_on(day: date | None) -> None:
    thread.set_known_on(day)
    if turn := thread.latest():
        thread.reask(turn, as_of=day)


def _last_published() -> date | None:
    return max((source.published for source in desk().ledger.sources() if source.published), default=None)


def _afresh() -> None:
    thread.clear()
    st.query_params.clear()


def _history() -> None:
    if not thread.history():
        return
    st.html('<h2 class="dp-side">Questions so far</h2>')
    for at, asking in enumerate(thread.history()):
        dated = f" (as known on {long_date(asking.as_of)})" if asking.as_of else ""
        st.button(plain(_short(asking) + dated), key=f"history-{at}", type="tertiary", on_click=_again, args=(asking,))


def _short(asking: Asking) -> str:
    question = asking.question
    return question if len(question) <= 90 else question[:88].rstrip() + "…"


def _again(asking: Asking) -> None:
    thread.set_known_on(asking.as_of)
    thread.add(asking)
