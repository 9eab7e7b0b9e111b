"""The one place where the pages get at the record."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from bot.desk import Desk

__all__ = ["desk"]


def _open() -> Desk:
    from bot.desk import Desk  # late: what it brings takes longer to read than a page takes to draw

    return Desk.open()


opener: Callable[[], Desk] = _open
"""How the record is opened: once for all who look at this server, and again only when it has been closed."""


@st.cache_resource(show_spinner="Opening the record. The first time, it is put in order, which takes a little while…")
def desk() -> Desk:
    """The desk that answers every page. Raises a DespatchError of one sentence where the record cannot be opened."""
    return opener()
