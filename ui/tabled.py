"""The table of an answer, with a plot beside it: a line over times, bars for a few rows."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import NamedTuple

import altair as alt
import streamlit as st

from bot.answer import Tabled
from ui import sections
from ui.marks import text
from ui.words import number

__all__ = ["Bar", "bars_of", "in_words", "show", "table"]

_GREEN, _GREY = "#00573f", "#55606a"
_LEAST, _BARS = 2, 15
"""A plot of fewer values says nothing; of more rows than this, if they are no times, bars cannot be read."""
_LONG = 12
"""A table of more rows scrolls within itself."""


class Bar(NamedTuple):
    """A row's label and its value."""

    label: str
    value: Decimal


def bars_of(table: Tabled) -> tuple[Bar, ...]:
    """What is to be plotted, in the table's order, less what is withheld; nothing where there is to be no plot."""
    found = tuple(bar for row in table.rows if (bar := _bar(row)) is not None)
    plotted = table.dated or len(table.rows) <= _BARS
    return found if plotted and len(found) >= _LEAST else ()


def _bar(row: tuple[str, ...]) -> Bar | None:
    try:
        value = Decimal(row[1].strip("£$€% ").replace(",", "").replace("\u2212", "-"))
    except (InvalidOperation, IndexError):
        return None
    return Bar(row[0], value) if value.is_finite() else None


def show(given: Tabled, key: str) -> None:
    """The table under its caption, the plot beside it where there is one."""
    unit = f" ({given.unit})" if given.unit else ""
    st.html(f"<h3>{text(given.caption)}{text(unit)}</h3>")
    bars = bars_of(given)
    if not bars:
        st.html(table(given))
        return
    left, right = st.columns([3, 2], gap="medium")
    with left:
        st.altair_chart(_line(given, bars) if given.dated else _chart(given, bars), key=key, width="stretch")
    with right:
        st.html(f'<p class="dp-unseen">{text(in_words(given, bars))}</p>{table(given)}')


def table(given: Tabled) -> str:
    """The table as HTML, every row of it."""
    rows = [[text(cell) for cell in row] for row in given.rows]
    kind = "dp-numbers dp-long" if len(rows) > _LONG else "dp-numbers"
    return sections.table(given.caption, given.columns, rows, kind=kind)


def in_words(given: Tabled, bars: tuple[Bar, ...]) -> str:
    """What the plot shows, said."""
    if given.dated:
        first, last = bars[0], bars[-1]
        told = f"from {_said(first)} to {_said(last)}"
    else:
        most, least = max(bars, key=lambda bar: bar.value), min(bars, key=lambda bar: bar.value)
        told = f"the most {_said(most)}, the least {_said(least)}"
    return f"The plot shows {len(bars)} figures, {told}. The table gives each of them."


def _said(bar: Bar) -> str:
    return f"{number(format(bar.value, 'f'))} ({bar.label})"


def _base(bars: tuple[Bar, ...]) -> alt.Chart:
    rows = [{"label": bar.label, "value": float(bar.value)} for bar in bars]
    return alt.Chart(alt.InlineData(values=rows)).encode(
        tooltip=[
            alt.Tooltip("label:N", title="Row"),
            alt.Tooltip("value:Q", title="Figure", format=",~r"),
        ]
    )


def _line(given: Tabled, bars: tuple[Bar, ...]) -> alt.LayerChart:
    """The values over the times, which stand in the table's order. The axis starts at nought."""
    base = _base(bars).encode(
        x=alt.X("label:O", title=None, sort=None, axis=alt.Axis(labelOverlap=True, labelAngle=0, grid=False)),
        y=alt.Y("value:Q", title=None, scale=alt.Scale(zero=True), axis=alt.Axis(tickCount=4, format=",~r")),
    )
    layered = base.mark_line(color=_GREY) + base.mark_point(filled=True, size=60, color=_GREEN, opacity=1)
    described: alt.LayerChart = layered.properties(height=260, description=in_words(given, bars))
    return described


def _chart(given: Tabled, bars: tuple[Bar, ...]) -> alt.Chart:
    """A bar for each row, in the table's order."""
    drawn: alt.Chart = (
        _base(bars)
        .encode(
            y=alt.Y("label:N", title=None, sort=None, axis=alt.Axis(labelLimit=180)),
            x=alt.X("value:Q", title=None, scale=alt.Scale(zero=True), axis=alt.Axis(tickCount=4, format=",~r")),
        )
        .mark_bar(color=_GREEN)
        .properties(height=alt.Step(24), description=in_words(given, bars))
    )
    return drawn
