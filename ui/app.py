"""Where ``streamlit run`` begins: the frame that every page stands in."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

if __name__ == "__main__":  # Streamlit puts this file's folder on the path, not the project's
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import logging

import streamlit as st

from corpus.errors import DespatchError
from ui import ask, browse, previous, side, sources
from ui.marks import text

__all__ = ["main"]

_LOG = logging.getLogger(__name__)
_STYLE = Path(__file__).with_name("style.css")
_UNEXPECTED = (
    "Something went wrong on this page, and the reason has been logged. "
    "Nothing in the record has changed: open the page again."
)


def main() -> None:
    """Draw the page that the address names."""
    pages = [
        st.Page(partial(_framed, ask.page), title="Ask", url_path="ask", default=True),
        st.Page(partial(_framed, previous.page), title="Previous answers", url_path="previous"),
        st.Page(partial(_framed, browse.page), title="Record", url_path="record"),
        st.Page(partial(_framed, sources.page), title="Sources", url_path="sources"),
    ]
    chosen = st.navigation(pages, position="hidden")
    st.set_page_config(f"{chosen.title} · Despatch", page_icon="📮", layout="centered")
    st.html(_STYLE)
    side.brand(pages, chosen)
    chosen.run()


def _framed(page: Callable[[], None]) -> None:
    """Run a page; whatever stops it is told in one sentence, never as a traceback."""
    try:
        page()
        side.holdings()
    except DespatchError as told:
        _told(str(told))
    except Exception:
        _LOG.exception("a page could not be drawn")
        _told(_UNEXPECTED)


def _told(sentence: str) -> None:
    st.html(f'<p class="dp-wrong" role="alert">{text(sentence[:1].upper() + sentence[1:].rstrip("."))}.</p>')


if __name__ == "__main__":
    main()
