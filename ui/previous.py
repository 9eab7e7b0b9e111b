"""Previous answers: what was asked and answered before to the same point."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

import streamlit as st

from bot.similar import Previous
from bot.similar.finder import LONGEST
from ui import earlier
from ui.asking import EARLIEST, BadLink
from ui.marks import text
from ui.record import busy, desk
from ui.seeking import Seeking
from ui.voice import copy_link, copy_words

__all__ = ["page"]

_SOUGHT: Final = "previous-sought"
_QUESTION, _DEPARTMENT, _BEFORE = "previous-question", "previous-department", "previous-before"


def page() -> None:
    """The page: what to look for, and below it the earlier questions with their answers."""
    st.html(
        '<h1 class="dp-title">Previous answers</h1><p class="dp-lede">Earlier written questions to the same point, '
        "with what became of each: answered, refused, corrected, withdrawn, or not answered yet.</p>"
    )
    bodies = desk().ledger.question_bodies()
    if not bodies:
        st.html('<p class="dp-note">This record holds no written questions. Put some in on the Sources page.</p>')
        return
    told = _open_link()
    if _form(bodies):
        _seek()
        told = ""
    if told:
        st.html(f'<p class="dp-wrong" role="alert">{text(told)}</p>')
    sought: Seeking | None = st.session_state.get(_SOUGHT)
    if sought is not None:
        st.query_params.from_dict(sought.parameters())
        _show(sought)


def _open_link() -> str:
    """Look for what the page's address says, once for each address; gives a sentence where it cannot be read."""
    parameters = {name: st.query_params.get_all(name) for name in st.query_params}
    sought: Seeking | None = st.session_state.get(_SOUGHT)
    try:
        linked = Seeking.of(parameters)
    except BadLink as told:
        st.session_state[_QUESTION] = (parameters.get("q") or [""])[0][:LONGEST]
        st.query_params.clear()
        return str(told)
    if linked is not None and linked != sought:
        st.session_state[_SOUGHT] = sought = linked
    if sought is not None and _QUESTION not in st.session_state:
        _fill(sought)
    return ""


def _fill(sought: Seeking) -> None:
    st.session_state[_QUESTION] = sought.question[:LONGEST]
    st.session_state[_BEFORE] = min(sought.before, date.today()) if sought.before else None
    st.session_state[_DEPARTMENT] = sought.department or None


def _form(bodies: Collection[str]) -> bool:
    """The fields; whether they were sent just now."""
    if st.session_state.get(_DEPARTMENT) not in bodies:
        st.session_state[_DEPARTMENT] = None
    with st.form("previous-form", border=False):
        st.text_area(
            "Question",
            key=_QUESTION,
            max_chars=LONGEST,
            height=96,
            placeholder="In your own words, or as it was tabled",
        )
        left, right = st.columns(2)
        left.selectbox("Department", sorted(bodies), index=None, placeholder="Any department", key=_DEPARTMENT)
        right.date_input(
            "Tabled before", value=None, min_value=EARLIEST, max_value=date.today(), format="DD/MM/YYYY", key=_BEFORE
        )
        return st.form_submit_button("Find", type="primary")


def _seek() -> None:
    given = st.session_state
    day = given.get(_BEFORE)
    question = (given.get(_QUESTION) or "").strip()
    given[_SOUGHT] = Seeking(question, given.get(_DEPARTMENT) or "", day if isinstance(day, date) else None)


def _show(sought: Seeking) -> None:
    with st.spinner("Looking through the questions…"), busy:
        previous = desk().previous(sought.wanted)
    st.html(earlier.found(previous))
    if previous.found:
        copy_link("previous-link", sought.query())
    _cards(previous)


def _cards(previous: Previous) -> None:
    places = {one.id: n for n, one in enumerate(previous.found, 1)}
    for n, one in enumerate(previous.found, 1):
        with st.container(key=f"card-earlier-{n}"):
            st.html(earlier.card(one, n, places))
            copy_words(f"copy-earlier-{n}", earlier.as_text(one), f"question {one.uin}")
