"""Tables → figures: each cell with what its row and its column say of it. What is not understood stays a passage.

A figure's span is its cell and its context is its row, which carries its headings; where only the words above the
table give the unit, the context begins with them. The prose reader is given the text without the tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.extract.cells import CellValue
from corpus.extract.figures import DIFFERENCE
from corpus.extract.frame import Frame, Line, frame
from corpus.extract.headings import Heading, Unit
from corpus.extract.lists import items
from corpus.extract.wholes_of_tables import Place, wholes
from corpus.lexicon.grammar import words as listed
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure, Period, Source, SourceKind, Span, Standing, When
from corpus.table import Table

__all__ = ["table_figures", "without_tables"]

_FARTHEST = 1_500
"""A row that ends further than this from the words that give its unit cannot be shown with them, and is left."""
_NEAR = 500
"""Words above a single number are shown with it where they stand no further from it than this."""
_WORDY = 12
"""A cell of so many words is prose, and is left to the prose reader."""
_PLACES = regex(
    r"(?:(?:english |uk )?regions?|areas?|countr(?:y|ies)|nations?|places?|local authorit(?:y|ies)|count(?:y|ies)"
    r"|cit(?:y|ies)|towns?|districts?|boroughs?|constituenc(?:y|ies)|wards?|geography)(?: name)?",
    re.IGNORECASE,
)
_COMPASS = regex(r"^((?:north|south|east|west)|midlands)$", re.IGNORECASE)
"""Parts of a country that are places only with their article."""
_STANDING = {
    SourceKind.PRESS_REPORT: Standing.PRESS_REPORT,
    SourceKind.OFFICIAL_STATISTICS: Standing.OFFICIAL,
}


def table_figures(text: str, tables: Sequence[Table], source: Source) -> tuple[Figure, ...]:
    """Every cell of TABLES that is understood, in the text's order, with exact spans. Never raises on any text."""
    read = (frame(text, table, source) for table in tables if not (table.listed or table.apart))
    return tuple(f for one in read if one is not None for f in _figures(one, source))


def without_tables(text: str, tables: Sequence[Table], source: Source) -> str:
    """TEXT with each table that holds values blanked out, letter for letter, but for cells of prose; and so lists."""
    parts: list[str] = []
    at = 0
    for table in tables:
        for hole in _holes_of(text, table, source):
            parts += [text[at : hole.start], _blank(hole)]
            at = hole.end
    return "".join((*parts, text[at:]))


def _holes_of(text: str, table: Table, source: Source) -> Iterator[Span]:
    if table.listed:
        yield from (item.span for item in items(text, table))
    elif table.apart or frame(text, table, source) is not None:
        for row in table.rows:
            yield from () if row.spanning else _holes(text, row.span, [c for c in row.cells if c])


def _blank(hole: Span) -> str:
    """As long as HOLE, with a paragraph's end in it."""
    size = hole.end - hole.start
    return "\n\n" + " " * (size - 2) if size > 1 else " " * size


def _holes(text: str, row: Span, cells: list[Span]) -> Iterator[Span]:
    at = row.start
    for cell in cells:
        if len(cell.of(text).split()) >= _WORDY:
            yield Span(at, cell.start)
            at = cell.end
    yield Span(at, row.end)


def _figures(one: Frame, source: Source) -> Iterator[Figure]:
    persons = _persons(one)
    made = {
        (n, column): _figure(one, line, column, value, source, persons)
        for n, line in enumerate(one.lines)
        for column, value in line.values.items()
    }
    above = wholes(one)
    for place, figure in made.items():
        if figure is not None:
            yield _part(figure, _whole_of(place, above, made))


def _whole_of(place: Place, above: dict[Place, Place], made: dict[Place, Figure | None]) -> Figure | None:
    whole = above.get(place)
    return made[whole] if whole is not None else None


def _part(figure: Figure, whole: Figure | None) -> Figure:
    return figure if whole is None else replace(figure, part_of=whole.id, population=whole.measure)


def _figure(one: Frame, line: Line, column: int, cell: CellValue, source: Source, persons: bool) -> Figure | None:
    over, labels = one.columns[column], [h for _, h in line.labels]
    unit, above = _unit(one, line, over, cell)
    context = _context(one, line) if above else _told_above(one, line) or line.row.span
    named = [h for h in (*labels, *over) if h.words or h.period or h.as_at]
    if context is None or not named:
        return None
    period, as_at = _time((*over, *labels, *_given(line.section), one.about))
    about, counted = _of_all(one), _counted(one, line, over)
    section = line.section.words if line.section else ""
    changed = any(h.changes for h in named)
    if changed and cell.value is None:
        return None
    return Figure(
        id=f"{source.id}:{cell.span.start}-{cell.span.end}",
        source_id=source.id,
        span=cell.span,
        context=context,
        value=_scaled(cell.value, unit, cell),
        upper=_scaled(cell.upper, unit, cell),
        qualifier=cell.qualifier,
        unit=unit.name or ("people" if persons and not changed and cell.value is not None else ""),
        counted=counted or about,
        measure=": ".join(w for w in (about, section, counted) if w),
        breakdown=tuple(_breakdown(one, line, over)),
        period=None if changed else period,
        as_at=None if changed else as_at,
        said_on=source.published,
        standing=_STANDING.get(source.kind, Standing.UNSTATED),
        status=next((s for s in (cell.status, *(h.status for h in (*over, *labels, one.about))) if s), ""),
        inherited=". ".join(dict.fromkeys(w for w in (about, one.table.heading, *_kinds_of_people(one, line)) if w)),
        note=DIFFERENCE if changed else "",
    )


def _of_all(one: Frame) -> str:
    """What the whole table is about, less the names of its columns where it lists them ("births and deaths")."""
    about = one.about.words or one.about.said
    heads = {h.words.lower() for over in one.columns for h in over[-1:] if h.words and not h.place}
    listed_here = [h for h in sorted(heads, key=len, reverse=True) if re.search(rf"\b{re.escape(h)}\b", about, re.I)]
    if len(listed_here) < 2:
        return about
    for head in listed_here:
        about = re.sub(rf"(?:,?\s*\band\s+)?\b{re.escape(head)}\b,?\s*", " ", about, flags=re.IGNORECASE)
    return " ".join(about.split()).strip(" ,;:-")


def _given(section: Heading | None) -> tuple[Heading, ...]:
    return () if section is None else (section,)


def _unit(one: Frame, line: Line, over: tuple[Heading, ...], cell: CellValue) -> tuple[Unit, bool]:
    """What the number is counted in, and whether only the words above the table say so."""
    near = [h.unit for h in reversed(over)] + [h.unit for _, h in reversed(line.labels)]
    near += [one.corner_unit]
    told = next((u for u in near if u is not None), None)
    if cell.unit:
        same = told if told is not None and told.name == cell.unit else None
        return Unit(cell.unit, same.scale if same else 1), False
    if cell.value is None:
        return Unit(told.name if told else ""), False
    return told or one.about_unit, told is None and one.about_unit != Unit()


def _scaled(value: Decimal | None, unit: Unit, cell: CellValue) -> Decimal | None:
    if value is None or cell.scaled or unit.scale == 1:
        return value
    product = value * unit.scale
    return product.quantize(Decimal(1)) if product == product.to_integral_value() else product


def _context(one: Frame, line: Line) -> Span | None:
    """From the words above the table to the end of the row; None where that is too long to be shown."""
    above, row = one.about_at, line.row.span
    return Span(above.start, row.end) if above is not None and row.end - above.start <= _FARTHEST else None


def _told_above(one: Frame, line: Line) -> Span | None:
    """From the words above to the row, where they alone say of which time its one number is ("New since yesterday")."""
    alone = len(one.lines) == 1 and len(one.columns) == 1
    span = _context(one, line) if alone and one.about.period is not None else None
    return span if span is not None and span.end - span.start <= _NEAR else None


def _time(told: Sequence[Heading]) -> tuple[Period | None, When | None]:
    """The first time that is told, nearest the cell first."""
    first = next((h for h in told if h.period is not None or h.as_at is not None), None)
    return (first.period, first.as_at) if first else (None, None)


def _counted(one: Frame, line: Line, over: Sequence[Heading]) -> str:
    """What the row and the column name, but for times, places and the word for all of it."""
    labels = [h for n, h in line.labels if not _of_places(one, n)]
    named = [h.words for h in (*labels, *over) if h.words and not h.place and not _bare_total(h)]
    return ", ".join(dict.fromkeys(named))


def _of_places(one: Frame, column: int) -> bool:
    """Whether a column's labels are places by its heading, whatever their names."""
    return column < len(one.columns) and any(_PLACES.fullmatch(h.said) for h in one.columns[column])


def _bare_total(label: Heading) -> bool:
    """Whether a label says no more than that it is of all ("Total", not "All prisoners")."""
    return label.total and all(lexicon().general(i) for i in lexicon().ids(label.words))


def _breakdown(one: Frame, line: Line, over: Sequence[Heading]) -> Iterator[tuple[str, str]]:
    """The parts that the cell is of: its section, its row's labels and its column's, totals left out."""
    if line.section is not None and line.section.words:
        yield "", line.section.words
    for column, label in line.labels:
        if label.words and not label.total:
            part = _COMPASS.sub(r"the \1", label.words) if _of_places(one, column) else label.words
            yield _dimension(one.columns[column] if column < len(one.columns) else ()), part
    for level, head in enumerate(over):
        if head.words and not head.total and not head.changes:
            yield _dimension(over[:level]), head.words


def _dimension(heads: Sequence[Heading]) -> str:
    """What labels are kinds of, by the heading over them."""
    return ", ".join(h.words for h in heads if h.words)


def _kinds_of_people(one: Frame, line: Line) -> Iterator[str]:
    """What the rows are kinds of, where that is people: each of "Pedestrians", "Others" and "All" is a road user."""
    for column, _ in line.labels:
        for head in one.columns[column] if column < len(one.columns) else ():
            if _some(head.said):
                yield head.said


def _some(words: str) -> bool:
    """Whether WORDS name people."""
    lex, people = lexicon(), listed("people")
    named = {lex.kind(i) for i in lex.ids(words)}
    return bool(named & {"person", "role"}) or any(w in people for w in words.lower().split())


def _persons(one: Frame) -> bool:
    """Whether the table counts people: what it is about or what its rows are says so, or most of the rows do."""
    dimensions = {h.said for line in one.lines for n, _ in line.labels if n < len(one.columns) for h in one.columns[n]}
    first = re.match(r"(?:(?:the|total|all)\s+)*(?:numbers?\s+of\s+)?([\w-]+)", one.about.said, re.IGNORECASE)
    if (first and (first.group(1).lower() == "who" or _some(first.group(1)))) or any(map(_some, dimensions)):
        return True
    labels = [h.words for line in one.lines for _, h in line.labels if h.words and not _bare_total(h) and not h.place]
    return sum(map(_some, labels)) * 2 >= len(labels) > 0
