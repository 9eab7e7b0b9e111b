"""The answer card's lower sections, as HTML: what changed, who disagrees, the nearest records; and their parts.

As in :mod:`ui.card`, every string from outside goes through :func:`ui.marks.text` or :func:`ui.marks.marked`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from bot.answer import Answer, Conflict, Nearest, Superseded
from ui.marks import marked, text
from ui.words import long_date, number

__all__ = [
    "chain",
    "changed",
    "disagreement",
    "history_table",
    "nearest",
    "passage",
    "record_link",
    "table",
]


def passage(quote: str, marks: Iterable[tuple[int, int]]) -> str:
    """The stored words as they stand, line breaks kept."""
    return f"<blockquote>{marked(quote, marks)}</blockquote>"


def record_link(url: str) -> str:
    """A link to the record, for an http or https address with a host; nothing for any other."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    host = text(parts.hostname.removeprefix("www."))
    return (
        f'<a href="{text(url)}" target="_blank" rel="noopener noreferrer">open the record at {host}'
        '<span class="dp-unseen"> (opens in a new tab)</span></a>'
    )


def changed(answer: Answer) -> str:
    """What has been said of the same measure since, the superseded struck through and dated."""
    if not answer.supersedes:
        return ""
    chains = "".join(chain(steps[0].label, _to_now(steps, answer.history)) for steps in _chains(answer.supersedes))
    return f"<h3>What has changed since</h3>{chains}"


def _to_now(steps: list[Superseded], history: Sequence[Superseded]) -> Sequence[Superseded]:
    """The measure's whole history where STEPS are a part of it, so that what stands is shown with what it replaced."""
    held = {(step.value, step.said_on) for step in history}
    return history if all((step.value, step.said_on) in held for step in steps) else steps


def _chains(steps: Sequence[Superseded]) -> list[list[Superseded]]:
    """The steps measure by measure: another begins with another label, or where the days turn back."""
    chains: list[list[Superseded]] = []
    for step in steps:
        last = chains[-1][-1] if chains else None
        back = bool(last and last.said_on and step.said_on and step.said_on < last.said_on)
        if last is None or step.label != last.label or back:
            chains.append([])
        chains[-1].append(step)
    return chains


def chain(label: str, steps: Sequence[Superseded]) -> str:
    """One measure's figures in order, with arrows that only the eye sees."""
    arrow = '<span class="dp-arrow" aria-hidden="true">→</span>'
    items = (f"<li>{arrow if at else ''}{_step(step)}</li>" for at, step in enumerate(steps))
    named = f'<p class="dp-chain-of">{text(label.rstrip(":"))}:</p>' if label else ""
    return f'<div class="dp-changed">{named}<ol class="dp-chain">{"".join(items)}</ol></div>'


def _step(step: Superseded) -> str:
    value = text(number(step.value))
    shown = (
        f'<strong>{value}</strong><span class="dp-unseen"> (stands)</span>'
        if step.current
        else f'<s>{value}</s><span class="dp-unseen"> (superseded)</span>'
    )
    return f'{shown} <span class="dp-date">{long_date(step.said_on)}</span>'


def disagreement(sides: Sequence[Conflict], card: str) -> str:
    """The sides next to one another, none chosen; the figure's column only where the figures differ."""
    if not sides:
        return ""
    same = len({side.value for side in sides}) == 1
    columns = ["Who", f"What they say {number(sides[0].value)} is"] if same else ["Who", "Figure", "What it counts"]
    rows = [
        [_who(side), *([] if same else [f"<b>{text(number(side.value))}</b>"]), text(side.gloss), _to(side, card)]
        for side in sides
    ]
    return "<h3>Where the record disagrees</h3>" + table("Where the record disagrees", [*columns, "Source"], rows)


def _to(side: Conflict, card: str) -> str:
    return (
        f'<a class="dp-ref" href="#{card}-c{side.citation}" aria-label="source {side.citation}">[{side.citation}]</a>'
    )


def _who(side: Conflict) -> str:
    dated = long_date(side.said_on)
    return text(side.who) + (f'<br><span class="dp-soft">{dated}</span>' if dated else "")


def nearest(records: Sequence[Nearest]) -> str:
    """What the record does hold, where it does not hold the answer."""
    if not records:
        return ""
    rows = [
        [f"<b>{text(number(one.value))}</b>", text(one.counts), text(one.as_at), text(one.source_title)]
        for one in records
    ]
    return '<h3>Nearest in the record</h3><p class="dp-small">None of these answers the question.</p>' + table(
        "Nearest in the record", ["Figure", "What it counts", "As at", "Source"], rows
    )


def history_table(steps: Sequence[Superseded]) -> str:
    """A measure's figures by date: what the plot shows, for those who read it as words."""
    rows = [
        [long_date(step.said_on) or "not dated", _value(step), "stands" if step.current else "superseded"]
        for step in steps
    ]
    return table("The measure over time", ["Said on", "Figure", "Now"], rows)


def _value(step: Superseded) -> str:
    value = text(number(step.value))
    return f"<b>{value}</b>" if step.current else f"<s>{value}</s>"


def table(name: str, columns: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "") -> str:
    """A table that scrolls within itself on a narrow screen. Its cells are HTML already; NAME and COLUMNS are text.

    KIND is a class of the style sheet's.
    """
    header = "".join(f'<th scope="col">{text(column)}</th>' for column in columns)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return (
        f'<div class="{f"dp-scroll {kind}".strip()}" role="region" tabindex="0" aria-label="{text(name)}"><table>'
        f"<thead><tr>{header}</tr></thead><tbody>{body}</tbody></table></div>"
    )
