"""A measure over time: a plot with its table beside it, for three dates or more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

import altair as alt
import streamlit as st

from bot.answer import Superseded
from corpus.records import Figure
from ui.marks import text
from ui.words import long_date, number

__all__ = ["Point", "alone", "beside", "points_of", "points_of_figures"]

_ENOUGH = 3
_GREEN, _GREY = "#00573f", "#55606a"


class Point(NamedTuple):
    """One figure of a measure and the day on which it was said."""

    day: date
    value: Decimal


def points_of(steps: Sequence[Superseded]) -> tuple[Point, ...]:
    """The steps that have a day and a value that is a number, the earliest first."""
    found = (_point(step) for step in steps)
    return tuple(sorted(point for point in found if point))


def _point(step: Superseded) -> Point | None:
    try:
        value = Decimal(step.value.strip("£% ").replace(",", ""))
    except InvalidOperation:
        return None
    return Point(step.said_on, value) if step.said_on and value.is_finite() else None


def points_of_figures(figures: Sequence[Figure]) -> tuple[Point, ...]:
    """The figures that have a day and a value, the earliest first."""
    return tuple(sorted(Point(one.said_on, one.value) for one in figures if one.said_on and one.value is not None))


def alone(points: Sequence[Point], key: str) -> None:
    """The plot under a table that already gives its figures; nothing for fewer than three days."""
    if len({point.day for point in points}) >= _ENOUGH:
        st.altair_chart(_chart(points), key=key, width="stretch")


def beside(points: Sequence[Point], table: str, key: str) -> None:
    """The plot and TABLE (HTML) side by side; nothing where fewer than three days have a figure."""
    if len({point.day for point in points}) < _ENOUGH:
        return
    st.html("<h3>Over time</h3>")
    left, right = st.columns([3, 2], gap="medium")
    with left:
        st.altair_chart(_chart(points), key=key, width="stretch")
    with right:
        st.html(f'<p class="dp-unseen">{text(in_words(points))}</p>{table}')


def in_words(points: Sequence[Point]) -> str:
    """What the plot shows, said."""
    first, last = points[0], points[-1]
    return (
        f"The plot shows {len(points)} figures, from {number(format(first.value, 'f'))} on {long_date(first.day)} "
        f"to {number(format(last.value, 'f'))} on {long_date(last.day)}. The table gives each of them."
    )


def _chart(points: Sequence[Point]) -> alt.LayerChart:
    """The values stand as steps: a figure held until the next was given. The axis starts at nought."""
    rows = [{"day": point.day.isoformat(), "value": float(point.value)} for point in points]
    days = [alt.DateTime(year=day.year, month=day.month, date=day.day) for day in sorted({p.day for p in points})]
    shown = alt.Axis(format="%-d %b %Y", labelOverlap=True, labelFlush=True, grid=False, values=days)
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=alt.X("day:T", title=None, axis=shown),
        y=alt.Y("value:Q", title=None, scale=alt.Scale(zero=True), axis=alt.Axis(tickCount=4, format=",~r")),
        tooltip=[
            alt.Tooltip("day:T", title="Said on", format="%d %B %Y"),
            alt.Tooltip("value:Q", title="Figure", format=",~r"),
        ],
    )
    layered = base.mark_line(interpolate="step-after", color=_GREY) + base.mark_point(
        filled=True, size=70, color=_GREEN
    )
    described: alt.LayerChart = layered.properties(height=200, description=in_words(points))
    return described
