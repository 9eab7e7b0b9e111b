"""Sources: what the record was read from; putting documents in, and taking them out."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

import streamlit as st

from corpus.errors import DespatchError
from corpus.ledger import Ledger
from corpus.records import Source, SourceKind
from ui import entries
from ui.finding import PAGE, page_of, pages
from ui.marks import text
from ui.putting import Told, put_in
from ui.record import busy, desk
from ui.sections import table
from ui.words import plain

__all__ = ["page"]

_LOG = logging.getLogger(__name__)
_EARLIEST: Final = date(1900, 1, 1)
_ENDINGS: Final = ("txt", "md", "html", "htm", "yaml", "yml")


def page() -> None:
    """The page: the sources, a form that puts documents in, and the result for each file of the last time."""
    ledger = desk().ledger
    st.html(
        '<h1 class="dp-title">Sources</h1><p class="dp-lede">The documents that every answer rests on. A document that '
        "you put in stays on this machine.</p>"
    )
    if ledger.read_only:
        st.html('<p class="dp-note">This record can be read but not changed: nothing can be put in or removed.</p>')
    else:
        _form()
    _results()
    _list(ledger)


def _form() -> None:
    with st.expander("Put documents in", expanded=not desk().ledger.counts().sources, key="put-in", on_change="ignore"):
        with st.form("put-in-form", clear_on_submit=True, border=False):
            files = st.file_uploader(
                "Documents: plain text, Markdown, HTML or record sheets",
                type=list(_ENDINGS),
                accept_multiple_files=True,
            )
            left, right = st.columns(2)
            told = Told(
                title=left.text_input("Title (for one document)", max_chars=300),
                publisher=right.text_input("Publisher", max_chars=200),
                kind=left.selectbox(
                    "Kind", list(SourceKind), index=None, format_func=str, placeholder="As the document says"
                ),
                published=_published(right),
                replaces=st.checkbox(
                    "Replace the document of the same file name",
                    help="Without this, a file of a name that was put in before becomes a document of its own.",
                ),
            )
            st.html('<p class="dp-small">What is left empty is taken from the document itself, where it says so.</p>')
            sent = st.form_submit_button("Put in", type="primary")
        if sent:
            _put(files or [], told)


def _published(column: st.delta_generator.DeltaGenerator) -> date | None:
    day = column.date_input("Published", value=None, min_value=_EARLIEST, max_value=date.today(), format="DD/MM/YYYY")
    return day if isinstance(day, date) else None


def _put(files: Sequence[st.runtime.uploaded_file_manager.UploadedFile], told: Told) -> None:
    if not files:
        st.session_state["put-results"] = ([], "Choose at least one document first.")
        return
    bar = st.progress(0.0, text="Reading…")
    try:
        with busy:
            rows = put_in(desk().ledger, files, told, _shown_on(bar))
    except DespatchError as wrong:
        st.session_state["put-results"] = ([], str(wrong))
    else:
        st.session_state["put-results"] = (rows, "")
    finally:
        bar.empty()


def _shown_on(bar: st.delta_generator.DeltaGenerator) -> Callable[[float, str], None]:
    def show(share: float, words: str) -> None:
        bar.progress(share, text=plain(words))

    return show


def _results() -> None:
    rows, wrong = st.session_state.pop("put-results", ([], ""))
    if wrong:
        st.html(f'<p class="dp-wrong" role="alert">{text(wrong)}</p>')
    if rows:
        cells = [[text(cell) for cell in row] for row in rows]
        columns = ["Document", "Result", "Tables", "Figures", "Statements", "Note"]
        st.html('<h2 class="dp-side">Put in just now</h2>' + table("Put in just now", columns, cells))


def _list(ledger: Ledger) -> None:
    sources = ledger.sources()
    if not sources:
        st.html(
            '<p class="dp-note">The record is empty. Put a document in above, then ask about it on the Ask page.</p>'
        )
        return
    sought = (
        (st.text_input("Find a source", key="source-words", max_chars=200, on_change=_first) or "").casefold().split()
    )
    found = tuple(source for source in sources if _fits(source, sought))
    if not found:
        st.html('<p class="dp-note" role="status">No source fits those words.</p>')
        return
    at = min(st.session_state.get("source-page", 0), pages(len(found)) - 1)
    last = min((at + 1) * PAGE, len(found))
    st.html(f'<p class="dp-small" role="status">Sources {at * PAGE + 1:,} to {last:,} of {len(found):,}</p>')
    for n, source in enumerate(page_of(found, at)):
        _row(ledger, source, n)
    if pages(len(found)) > 1:
        with st.container(horizontal=True):
            st.button("Earlier page", disabled=at == 0, on_click=_turn, args=(at - 1,))
            st.button("Next page", disabled=at == pages(len(found)) - 1, on_click=_turn, args=(at + 1,))


def _first() -> None:
    _turn(0)


def _turn(to: int) -> None:
    st.session_state["source-page"] = to


def _fits(source: Source, sought: Sequence[str]) -> bool:
    held = " ".join((source.title, source.publisher, str(source.kind), source.reference)).casefold()
    return all(word in held for word in sought)


def _row(ledger: Ledger, source: Source, at: int) -> None:
    figures, statements = ledger.figures(source_id=source.id), ledger.statements(source_id=source.id)
    with st.container(horizontal=True, vertical_alignment="center", key=f"row-{at}"):
        st.html(entries.source_line(source, len(figures), len(statements)))
        if not ledger.read_only and st.button(
            f"Remove {plain(_short(source.title))}", key=f"remove-{at}", type="tertiary"
        ):
            _confirm(source, len(figures), len(statements))


def _short(title: str) -> str:
    return title if len(title) <= 28 else title[:26].rstrip() + "…"


@st.dialog("Remove this source?")
def _confirm(source: Source, figures: int, statements: int) -> None:
    st.html(
        f'<p class="dp-src">{text(source.title)}</p><p>Its {figures:,} figures and {statements:,} statements go '
        "with it, and no answer will rest on them again. The document itself is not touched: "
        "it can be put in again.</p>"
    )
    with st.container(horizontal=True):
        if st.button("Remove it", type="primary", key="remove-yes", on_click=_remove, args=(source,)):
            st.rerun()
        if st.button("Keep it", key="remove-no"):
            st.rerun()


def _remove(source: Source) -> None:
    try:
        with busy:
            desk().ledger.remove(source.id)
    except KeyError:
        st.session_state["put-results"] = ([], "That source had already been removed.")
    except DespatchError as wrong:
        st.session_state["put-results"] = ([], str(wrong))
    else:
        st.session_state["put-results"] = ([[source.title, "removed", "", "", ""]], "")
