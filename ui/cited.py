"""Where an answer comes from, as HTML: each source with its exact words, a table's row under the table's headings.

As in :mod:`ui.card`, every string from outside goes through :func:`ui.marks.text` or :func:`ui.marks.marked`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.answer import Answer, Citation
from bot.cells import CitedRow
from corpus.cube import cell_name
from ui.marks import marked, text
from ui.sections import passage, record_link, table
from ui.words import kind_badge, long_date

__all__ = ["SHOWN", "citations", "row_table"]

SHOWN = 8
"""So many sources stand each by itself; what follows them is folded into one table."""
_MOST = 1_000
"""A folded table of more rows than this would weigh more than a page should: the rest is in the download."""
_NONE: Mapping[int, CitedRow] = MappingProxyType({})


def citations(answer: Answer, card: str, rows: Mapping[int, CitedRow] = _NONE) -> str:
    """The numbered sources, the first one open; each opens to its passage with the exact words marked.

    ROWS are those that are of tables, by the citation's number.
    """
    if not answer.citations:
        return ""
    first, further = _parted(answer.citations)
    shown = "".join(_citation(one, card, rows.get(one.n), opened=at == 0) for at, one in enumerate(first))
    folded = _further(further, card, rows) if further else ""
    return f'<h3>Where it comes from</h3><div class="dp-cites">{shown}</div>{folded}'


def _parted(cited: Sequence[Citation]) -> tuple[Sequence[Citation], Sequence[Citation]]:
    """Those that stand by themselves and those that are folded: never one alone."""
    return (cited, ()) if len(cited) <= SHOWN + 1 else (cited[:SHOWN], cited[SHOWN:])


def _citation(cited: Citation, card: str, row: CitedRow | None, *, opened: bool) -> str:
    words, tone = kind_badge(cited.kind, cited.official)
    said = row_table(row) if row else passage(cited.quote, cited.marks)
    cell = f' <span class="dp-soft">{text(_place(row))}</span>' if row else ""
    return (
        f'<details class="dp-cite"{" open" if opened else ""}>'
        f'<summary><span class="dp-n">{cited.n}</span><span class="dp-name"><span class="dp-src">{text(_name(cited))}'
        f'</span>{cell} <span class="dp-badge dp-{tone}">{text(words)}</span></span></summary>'
        f'<div id="{card}-c{cited.n}">{said}<p class="dp-small">{_footing(cited)}</p></div>'
        "</details>"
    )


def _place(row: CitedRow) -> str:
    return f"sheet {row.sheet}, cell {row.cell}" if row.sheet else f"cell {row.cell}"


def _name(cited: Citation) -> str:
    """What the source is called and when it was published."""
    name = cited.title or cited.reference
    dated = long_date(cited.published)
    return f"{name}, {dated}" if dated and str(cited.published and cited.published.year) not in name else name


def _footing(cited: Citation) -> str:
    said = " ".join(part for part in (cited.said_by, f"({cited.role})" if cited.said_by and cited.role else "") if part)
    parts = [
        "<b>Paraphrase</b>, not the source’s own words" if cited.paraphrase else "The document’s own words",
        text(cited.place),
        text(cited.reference) if cited.reference != cited.title else "",
        text(cited.kind),
        text(f"{said}, {long_date(cited.said_on)}".strip(", ")) if said else "",
        text(cited.publisher),
        record_link(cited.url),
    ]
    return " · ".join(part for part in parts if part)


def row_table(row: CitedRow) -> str:
    """The row under the table's own headings (or the sheet's letters), with the cited cells marked."""
    columns = [_heading(row, at) for at in row.shown]
    cells = [f"<mark>{text(row.cells[at])}</mark>" if at in row.marked else text(row.cells[at]) for at in row.shown]
    more = len(row.cells) - len(cells)
    note = f'<p class="dp-small">{more:,} further columns of this row are not shown.</p>' if more else ""
    return table(f"The row of cell {row.cell}", columns, [cells], kind="dp-cells") + note


def _heading(row: CitedRow, at: int) -> str:
    told = row.headings[at] if row.headings else ""
    return told or cell_name(1, at + 1).rstrip("1")


def _further(cited: Sequence[Citation], card: str, rows: Mapping[int, CitedRow]) -> str:
    """The rest in one table that opens: of cells what each is of and its value, of other sources their words."""
    all_cells = all(one.n in rows for one in cited)
    what = f"{len(cited):,} further {'cells' if all_cells else 'sources'}"
    several = len({one.source_id for one in cited}) > 1
    told = [_line(one, card, rows.get(one.n), named=several or not all_cells) for one in cited[:_MOST]]
    lines = told if all_cells else list(map(_joined, told))
    columns = ["No.", "Cell", "Row", "Value"] if all_cells else ["No.", "Source", "Words"]
    left = len(cited) - len(lines)
    rest = f'<p class="dp-small">{left:,} more are in the download (JSON).</p>' if left else ""
    return (
        f'<details class="dp-further"><summary>{what}</summary>'
        f"{table(what, columns, lines, kind='dp-long')}{rest}</details>"
    )


def _line(cited: Citation, card: str, row: CitedRow | None, *, named: bool) -> list[str]:
    number = f'<span id="{card}-c{cited.n}">{cited.n}</span>'
    name = text(_name(cited))
    if row is None:
        return [number, name, "", marked(cited.quote, cited.marks)]
    cell = f"{name}, {text(_place(row))}" if named else text(_place(row).removeprefix("cell "))
    return [number, cell, text(row.words), f"<mark>{text(row.value)}</mark>"]


def _joined(line: list[str]) -> list[str]:
    """A line in a table that not only cells stand in."""
    number, name, words, value = line
    return [number, name, f"{words}: {value}" if words else value]
