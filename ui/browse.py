"""Record: browse the figures and statements, and follow one measure from its first statement to its latest."""

from __future__ import annotations

from datetime import date
from typing import Final, TypeVar

import streamlit as st

from corpus.ledger import Ledger
from corpus.records import Figure, Source, SourceKind, Statement
from ui import entries
from ui.finding import PAGE, Wanted, page_of, pages
from ui.plot import alone, points_of_figures
from ui.record import desk
from ui.words import figure_value, plain

__all__ = ["page"]

T = TypeVar("T", Figure, Statement)

_FIGURES, _STATEMENTS = "Figures", "Statements"
_EARLIEST: Final = date(1900, 1, 1)
_MOST_MEASURES: Final = 3000


def page() -> None:
    """The page: one figure in full where one is chosen, else the list with its filters."""
    ledger = desk().ledger
    chosen = st.query_params.get("figure", "")
    if chosen:
        _one(ledger, chosen)
        return
    st.html(
        '<h1 class="dp-title">Record</h1><p class="dp-lede">Every figure and statement that Despatch holds, with the '
        "passage that each was read from.</p>"
    )
    if not ledger.counts().sources:
        st.html('<p class="dp-note">The record is empty. Put documents in on the Sources page.</p>')
        return
    _browse(ledger)


def _browse(ledger: Ledger) -> None:
    sources = {source.id: source for source in ledger.sources()}
    view = st.segmented_control(
        "Show", (_FIGURES, _STATEMENTS), default=_FIGURES, required=True, key="record-view", on_change=_first_page
    )
    figures = ledger.figures() if view == _FIGURES else ()
    wanted = _filters(figures, sources)
    if view == _FIGURES:
        _list_figures(wanted.figures(figures, sources), sources)
    else:
        _list_statements(wanted.statements(ledger.statements(), sources), sources)


def _filters(figures: tuple[Figure, ...], sources: dict[str, Source]) -> Wanted:
    kinds = [kind for kind in SourceKind if any(source.kind is kind for source in sources.values())]
    left, right = st.columns(2)
    words = left.text_input("Words", key="record-words", max_chars=200, on_change=_first_page)
    measure = _measure(figures) if figures else ""
    chosen = right.multiselect("Kind of source", kinds, format_func=str, key="record-kinds", on_change=_first_page)
    since, until, official = st.columns([1, 1, 1], vertical_alignment="bottom")
    return Wanted(
        words or "",
        measure,
        frozenset(chosen),
        _day(since, "Said from", "record-since"),
        _day(until, "Said to", "record-until"),
        official.checkbox("Official record only", key="record-official", on_change=_first_page),
    )


def _measure(figures: tuple[Figure, ...]) -> str:
    measures = sorted({figure.measure for figure in figures if figure.measure}, key=str.casefold)[:_MOST_MEASURES]
    chosen = st.selectbox(
        "Measure", measures, index=None, placeholder="Any measure", key="record-measure", on_change=_first_page
    )
    return str(chosen or "")


def _day(column: st.delta_generator.DeltaGenerator, label: str, key: str) -> date | None:
    day = column.date_input(
        label,
        value=None,
        min_value=_EARLIEST,
        max_value=date.today(),
        format="DD/MM/YYYY",
        key=key,
        on_change=_first_page,
    )
    return day if isinstance(day, date) else None


def _first_page() -> None:
    st.session_state["record-page"] = 0


def _list_figures(found: tuple[Figure, ...], sources: dict[str, Source]) -> None:
    for at, figure in enumerate(_page(found, "figure")):
        with st.container(horizontal=True, vertical_alignment="center", key=f"row-{at}"):
            st.html(entries.figure_line(figure, sources[figure.source_id]))
            label = f"Show {plain(figure_value(figure))}"
            st.button(label, key=f"show-{at}", on_click=_show, args=(figure.id,))
    _turner(len(found), "under")


def _list_statements(found: tuple[Statement, ...], sources: dict[str, Source]) -> None:
    for at, statement in enumerate(_page(found, "statement")):
        with st.container(key=f"row-{at}"):
            st.html(entries.statement_line(statement, sources[statement.source_id]))
    _turner(len(found), "under")


def _page(found: tuple[T, ...], name: str) -> tuple[T, ...]:
    """The records of the page that is being looked at, and a line that says which they are."""
    if not found:
        st.html(f'<p class="dp-note" role="status">No {name} in the record fits. Take a filter away.</p>')
        return ()
    at = min(st.session_state.get("record-page", 0), pages(len(found)) - 1)
    shown = page_of(found, at)
    first = at * PAGE + 1
    last = first + len(shown) - 1
    st.html(f'<p class="dp-small" role="status">{name.capitalize()}s {first:,} to {last:,} of {len(found):,}</p>')
    return shown


def _turner(count: int, key: str) -> None:
    last = pages(count) - 1
    at = min(st.session_state.get("record-page", 0), last)
    if not last:
        return
    with st.container(horizontal=True, key=f"turner-{key}"):
        st.button("Earlier page", disabled=at == 0, key=f"back-{key}", on_click=_turn, args=(at - 1,))
        st.button("Next page", disabled=at == last, key=f"on-{key}", on_click=_turn, args=(at + 1,))


def _turn(to: int) -> None:
    st.session_state["record-page"] = to


def _show(figure_id: str) -> None:
    st.query_params["figure"] = figure_id


def _back() -> None:
    st.query_params.pop("figure", None)


def _one(ledger: Ledger, figure_id: str) -> None:
    st.html('<h1 class="dp-unseen">A figure in the record</h1>')
    st.button("Back to the list", on_click=_back)
    found = ledger.figures([figure_id])
    if not found:
        st.html('<p class="dp-wrong">This figure is no longer in the record: its source was removed or replaced.</p>')
        return
    figure = found[0]
    with st.container(key="card-figure"):
        st.html(entries.figure_in_full(figure, ledger.source(figure.source_id), ledger))
        _history(ledger, figure)
        if bearing := entries.links(figure, ledger):
            st.html(bearing)


def _history(ledger: Ledger, figure: Figure) -> None:
    history = desk().history(figure.id)
    if len(history) < 2:
        return
    st.html("<h3>This measure, from first statement to latest</h3>")
    st.html(entries.history_rows(history, ledger, figure.id))
    alone(points_of_figures(history), key="plot-history")
