"""The cells of a table within prose as the readers of sheets know them: years, units and times told the usual way."""

from __future__ import annotations

from corpus.formats.statistics.measures import unit_within
from corpus.formats.statistics.moments import moment
from corpus.formats.statistics.readings import NO_READING, Marks
from corpus.patterns import regex

__all__ = ["readable_cells", "unit_of"]


def readable_cells(heads: list[list[str]], body: list[list[str]]) -> tuple[list[list[str]], list[list[str]]]:
    """HEADS and BODY with their years, the units of their columns, and the time of a lone row told as sheets do."""
    heads, body = _with_units(_dated(heads), _dated(body))
    return _timed(heads, _rows_with_units(body))


_TWO_YEARS = regex(r"(?P<a>(?:FY |RY )?(?:20|19)?(?P<n>\d\d))\s?[/_\u2013-]\s?(?:20)?(?P<m>\d\d)(?P<rest>\D{0,3})")


def _dated(rows: list[list[str]]) -> list[list[str]]:
    """ROWS with their years as they are read elsewhere: "2021_2022" and "21/22" are 2021/22."""
    return [[_year(cell) for cell in row] for row in rows]


def _year(cell: str) -> str:
    found = _TWO_YEARS.fullmatch(cell)
    if found is None or (int(found["n"]) + 1) % 100 != int(found["m"]):
        return cell
    first = found["a"].upper().removeprefix("FY ").removeprefix("RY ")
    return f"{first if len(first) == 4 else f'20{first}'}/{found['m']}{found['rest']}"


def _timed(heads: list[list[str]], body: list[list[str]]) -> tuple[list[list[str]], list[list[str]]]:
    """HEADS and BODY, the one row's label of which is a stretch of time: its column is then headed as one of times."""
    valued = [row for row in body if any(unit_of(cell) is not None for cell in row[1:])]
    one = moment(valued[0][0]) if heads and len(valued) == 1 else None
    if one is not None and one.period is not None:
        said = heads[-1][0]
        heads[-1][0] = "Period"
        body = [["", *row[1:]] if row[:1] == [said] else row for row in body]
    return heads, body


def _with_units(heads: list[list[str]], body: list[list[str]]) -> tuple[list[list[str]], list[list[str]]]:
    """HEADS and BODY where each column whose every number has the same unit is headed with it too."""
    width = max((len(row) for row in (*heads, *body)), default=0)
    if not heads:
        return heads, body
    for c in range(1, width):
        units = {unit for row in body if c < len(row) and (unit := unit_of(row[c])) is not None}
        low = heads[-1][c] if c < len(heads[-1]) else ""
        if body and c < len(body[0]) and body[0][c] and unit_of(body[0][c]) is None:
            continue  # more headings stand among its rows
        if len(units) == 1 and (unit := units.pop()) and low and unit_within(low) is None and unit not in low:
            heads[-1][c] = f"{low} ({unit})"
    return heads, body


_OWN_UNITS = frozenset({"\u00a3", "%"})


def _rows_with_units(body: list[list[str]]) -> list[list[str]]:
    """BODY where a row whose every number has a unit that others' have not is called so ("Total salary (\u00a3)")."""
    told = [{unit for cell in row[1:] if (unit := unit_of(cell)) is not None} for row in body]
    every = set().union(*told)
    if len(every) < 2 or "" not in every or any(len(units) > 1 for units in told):
        return body
    return [
        [f"{row[0]} ({unit})", *row[1:]]
        if (unit := next(iter(units), "")) in _OWN_UNITS and _bare(row[0], unit)
        else row
        for row, units in zip(body, told, strict=True)
    ]


def _bare(label: str, unit: str) -> bool:
    """Whether a LABEL does not yet say in which UNIT its numbers are."""
    return bool(label) and unit_within(label) is None and unit not in label


def unit_of(cell: str) -> str | None:
    """The unit that a cell has of its own, "" for a plain number, None for what is no number."""
    reading = _MARKS.read(cell) if cell else NO_READING
    return None if reading is NO_READING or reading.value is None else reading.unit


_MARKS = Marks()
