"""Figures, statements and sources as HTML: a line in a list, or in full.

As in :mod:`ui.card`, every string from outside goes through :func:`ui.marks.text` or :func:`ui.marks.marked`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.ledger import Ledger
from corpus.records import Figure, LinkKind, Nature, Source, Span, Statement
from ui.marks import text
from ui.sections import passage, record_link, table
from ui.words import figure_value, kind_badge, long_date, period, plural, published, when

__all__ = [
    "figure_in_full",
    "figure_line",
    "history_rows",
    "links",
    "source_line",
    "source_name",
    "statement_line",
    "where",
]

_ROOM = 1200
"""A passage longer than this is shown by the figure's own sentence alone."""

_FROM = {LinkKind.CONFLICTS: "conflicts with", LinkKind.PART_OF: "is part of"}
_TO = {
    LinkKind.CORRECTS: "is corrected by",
    LinkKind.SUPERSEDES: "is superseded by",
    LinkKind.REDEFINES: "is redefined by",
    LinkKind.RESTATES: "is restated by",
    LinkKind.CONFLICTS: "conflicts with",
    LinkKind.PART_OF: "includes",
    LinkKind.REFERS_TO: "is referred to by",
    LinkKind.FOLLOWS: "is followed by",
}


def source_name(source: Source) -> str:
    """What a source is called."""
    return source.title or source.reference


def _badge(source: Source) -> str:
    words, tone = kind_badge(source.kind, source.kind.official)
    return f'<span class="dp-badge dp-{tone}">{text(words)}</span>'


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(text(part) for part in parts if part)


def _sayer(speaker: str, role: str) -> str:
    return f"{speaker} ({role})" if speaker and role else speaker or role


def figure_line(figure: Figure, source: Source) -> str:
    """A figure in a list: its value, what it counts, who said it, and what kind of source holds it."""
    breakdown = "; ".join(f"{name}: {value}" for name, value in figure.breakdown)
    counts = _joined([figure.measure, figure.population, breakdown])
    said = _joined([_sayer(figure.said_by, figure.role), long_date(figure.said_on), source_name(source)])
    return (
        f'<div class="dp-row"><p class="dp-value">{text(figure_value(figure))}</p><div><p>{counts}</p>'
        f'<p class="dp-small">{said}{_badge(source)}</p></div></div>'
    )


def statement_line(statement: Statement, source: Source) -> str:
    """A statement in a list, whole, with whose words they are."""
    who = _joined([_sayer(statement.speaker, statement.role), long_date(statement.said_on), statement.place])
    how = "The speaker’s own words" if statement.verbatim else "Paraphrase"
    return (
        f'<div class="dp-entry"><p class="dp-src">{who or "Speaker not named"}</p><blockquote>{text(statement.text)}'
        f'</blockquote><p class="dp-small">{how} · {_joined([str(statement.act), source_name(source)])}'
        f"{_badge(source)}</p></div>"
    )


def source_line(source: Source, figures: int, statements: int) -> str:
    """A source in a list: what it is, who published it when, and what was found in it."""
    details = _joined([source.publisher, str(source.kind), published(source), source.reference])
    found = f"{plural(figures, 'figure')} · {plural(statements, 'statement')}"
    held = "paraphrase" if source.paraphrase else "its own words"
    link = record_link(source.url)
    return (
        f'<div class="dp-entry"><p><span class="dp-src">{text(source.title)}</span>{_badge(source)}</p>'
        f'<p class="dp-small">{details}</p><p class="dp-small">{found} · {held}{f" · {link}" if link else ""}</p></div>'
    )


def where(ledger: Ledger, source_id: str, span: Span, context: Span) -> str:
    """The passage that a figure stands in, with its exact characters marked."""
    whole = ledger.passage_of(source_id, span)
    around = whole.span if whole and len(whole.text) <= _ROOM and span.within(whole.span) else context
    return passage(ledger.quote(source_id, around), [(span.start - around.start, span.end - around.start)])


def figure_in_full(figure: Figure, source: Source, ledger: Ledger) -> str:
    """Everything that makes the figure mean something, and the words that it was read from."""
    fields = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in _fields(figure) if value)
    held = "Paraphrase" if source.paraphrase else "The document’s own words"
    link = record_link(source.url)
    return (
        f'<p class="dp-num">{text(figure_value(figure))}</p><p class="dp-what">{text(figure.measure)}</p>'
        f'<dl class="dp-fields">{fields}</dl><h3>Where it comes from</h3>'
        f'<p><span class="dp-src">{text(source_name(source))}</span> {_badge(source)}</p>'
        f"{where(ledger, figure.source_id, figure.span, figure.context)}"
        f'<p class="dp-small">{held} · {_joined([source.reference, source.publisher, published(source)])}'
        f"{f' · {link}' if link else ''}</p>"
    )


def _fields(figure: Figure) -> Iterable[tuple[str, str]]:
    qualifier = str(figure.qualifier).replace("_", " ")
    nature = (
        ""
        if figure.nature is Nature.UNKNOWN
        else {"stock": "counted at a date", "flow": "counted over a time"}[figure.nature]
    )
    return [
        ("Given", text(qualifier)),
        ("What is counted", text(figure.counted)),
        ("Unit", text(figure.unit)),
        ("Of which whole", text(figure.population)),
        ("Broken down by", "<br>".join(f"{text(name)}: {text(value)}" for name, value in figure.breakdown)),
        ("Period", text(period(figure.period))),
        ("Stock or flow", nature),
        ("Place", text(figure.geography)),
        ("As at", text(when(figure.as_at))),
        ("Said on", long_date(figure.said_on)),
        ("Said by", text(_sayer(figure.said_by, figure.role))),
        ("Standing", text(str(figure.standing))),
        ("Status", text(figure.status)),
        ("Also called", text("; ".join(figure.also))),
        ("Note", text(figure.note)),
    ]


def history_rows(figures: Sequence[Figure], ledger: Ledger, chosen: str) -> str:
    """The measure from its first statement to its latest, the chosen figure in bold."""
    rows = []
    for one in figures:
        value = text(figure_value(one))
        source = ledger.source(one.source_id)
        rows.append(
            [
                long_date(one.said_on) or "not dated",
                f"<b>{value}</b>" if one.id == chosen else value,
                text(" ".join(part for part in (str(one.standing), one.status) if part)),
                f"{text(source_name(source))} {_badge(source)}",
            ]
        )
    return table("The measure from first statement to latest", ["Said on", "Figure", "Standing", "Source"], rows)


def links(figure: Figure, ledger: Ledger) -> str:
    """How other records bear on this one, in words."""
    rows = []
    for link in ledger.links([figure.id]):
        outward = link.from_id == figure.id
        other = _other(link.to_id if outward else link.from_id, ledger)
        if other:
            words = _FROM.get(link.kind, str(link.kind)) if outward else _TO[link.kind]
            rows.append([text(words.capitalize()), other, text(link.note)])
    if not rows:
        return ""
    return "<h3>Records that bear on it</h3>" + table("Records that bear on it", ["How", "Which", "Note"], rows)


def _other(record_id: str, ledger: Ledger) -> str:
    for one in ledger.figures([record_id]):
        return f"<b>{text(figure_value(one))}</b> {_joined([one.measure, long_date(one.said_on)])}"
    for said in ledger.statements([record_id]):
        return _joined([_sayer(said.speaker, said.role), long_date(said.said_on), said.text])
    return ""
