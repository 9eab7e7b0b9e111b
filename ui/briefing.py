"""One turn of the Ask page: the question, then the answer's card with its buttons."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from bot.answer import Answer, Status
from bot.cells import cited_rows
from bot.spreadsheet import as_csv
from ui import card, cited, sections, tabled, thread
from ui.asking import Asking
from ui.copying import as_json, file_name, footnoted
from ui.marks import text
from ui.plot import beside, points_of
from ui.record import desk
from ui.thread import Turn
from ui.voice import copy_and_link
from ui.words import plain

__all__ = ["show"]


def show(turn: Turn) -> None:
    """The turn, whole. A failure is one sentence in plain words, with a way to try again."""
    st.html(f'<div id="turn-{turn.id}" class="dp-turn"></div>' + _question(turn))
    with st.container(key=f"card-{turn.id}"):
        if turn.answer is None:
            _failure(turn)
        else:
            _card(turn, turn.answer)


def _question(turn: Turn) -> str:
    if turn.answer is None:
        return f'<div class="dp-question"><h2>{text(turn.asking.question)}</h2></div>'
    return card.asked(turn.answer)


def _failure(turn: Turn) -> None:
    st.html(f'<p class="dp-wrong">{text(turn.failure)}</p>')
    st.button("Try again", key=f"retry-{turn.id}", on_click=thread.reask, args=(turn, turn.asking.drop))


def _card(turn: Turn, answer: Answer) -> None:
    name = f"a{turn.id}"
    st.html(card.head(answer, name))
    _reading(turn, answer)
    if answer.status is Status.AMBIGUOUS:
        _options(turn, answer)
    rows = cited_rows(answer.citations, desk().ledger)
    if answer.table:
        tabled.show(answer.table, key=f"table-{turn.id}")
    _still(card.working(answer.derivation, rows) if answer.derivation else "")
    _still(card.caveats(answer))
    _still(cited.citations(answer, name, rows))
    _still(sections.changed(answer))
    beside(points_of(answer.history), sections.history_table(answer.history), key=f"plot-{turn.id}")
    _still(sections.disagreement(answer.conflicts, name))
    _still(sections.nearest(answer.nearest))
    if answer.status is not Status.AMBIGUOUS:
        _actions(turn, answer)
        _next(turn, answer)


def _still(markup: str) -> None:
    if markup:
        st.html(markup)


def _reading(turn: Turn, answer: Answer) -> None:
    markup = card.reading(answer)
    if not (markup or turn.offered):
        return
    with st.container(key=f"read-{turn.id}"):
        _still(markup)
        if turn.offered:
            with st.container(horizontal=True, gap="small", key=f"chips-{turn.id}"):
                for at, (key, words) in enumerate(turn.offered):
                    _chip(turn, at, key, words)


def _chip(turn: Turn, at: int, key: str, words: str) -> None:
    """A condition: press it to leave it out, press it again to put it back."""
    dropped = turn.asking.drop
    out = key in dropped
    drop = [one for one in dropped if one != key] if out else [*dropped, key]
    st.button(
        f"{plain(words)} left out — put back" if out else f"{plain(words)} ✕",
        key=f"chip-{'put' if out else 'drop'}-{turn.id}-{at}",
        help="Ask with this condition again" if out else "Ask without this condition",
        on_click=thread.reask,
        args=(turn, drop),
    )


def _options(turn: Turn, answer: Answer) -> None:
    for at, option in enumerate(answer.suggestions):
        st.button(plain(option), key=f"option-{turn.id}-{at}", on_click=_follow, args=(turn, option))


def _actions(turn: Turn, answer: Answer) -> None:
    words = footnoted(answer)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"actions-{turn.id}"):
        copy_and_link(f"copy-{turn.id}", words, turn.asking.query())
        with st.popover("Download", key=f"download-{turn.id}"):
            for label, data, mime, ending in _downloads(answer, words):
                st.download_button(
                    label, data, file_name(answer, ending), mime, key=f"save-{ending}-{turn.id}", on_click="ignore"
                )


def _downloads(answer: Answer, words: str) -> Iterator[tuple[str, str, str, str]]:
    """What may be saved: its label, what is in it, its kind, and the ending of its name."""
    yield "Text with footnotes", words, "text/plain", "txt"
    yield "JSON", as_json(answer), "application/json", "json"
    if answer.table or answer.figures:
        what = "Table as CSV" if answer.table else "Figures as CSV"
        yield what, f"\ufeff{as_csv(answer)}", "text/csv", "csv"  # the mark by which a spreadsheet knows UTF-8


def _next(turn: Turn, answer: Answer) -> None:
    if not answer.suggestions:
        return
    st.html("<h3>Ask next</h3>")
    with st.container(gap=None):
        for at, question in enumerate(answer.suggestions):
            st.button(
                plain(question), key=f"next-{turn.id}-{at}", type="tertiary", on_click=_follow, args=(turn, question)
            )


def _follow(turn: Turn, question: str) -> None:
    """Ask QUESTION next, read against what had been asked up to TURN."""
    before = thread.turns()
    upto = before[: before.index(turn) + 1] if turn in before else before
    thread.add(Asking(question, thread.known_on(), thread.earlier_than(upto)))
