"""Working of ``tables-police.jsonl``: the two Home Office workbooks about the police, cell by cell."""

from __future__ import annotations

import sys
from functools import cache
from typing import Any

from python_calamine import CalamineWorkbook

from tests.exam.working.checking import SHARED, Names, Of, Shows, Worked, either, pct, points, rounded, run

__all__ = ["main", "working"]

WORKFORCE = "police-workforce-sep19-tables.ods"
FORCE = "police-use-of-force-apr2018-mar2019-hosb3319-tables.ods"
# Columns of the workforce's tables: of those in full-time equivalents (and 12 and 13), and of those by headcount.
_SEP18, MAR19, SEP19, CHANGE, CHANGE_PCT = 1, 2, 3, 4, 5
HEAD_MAR19, HEAD_SEP19 = 1, 2


@cache
def rows(book: str, table: int) -> list[list[Any]]:
    path = SHARED / "statistics" / "police" / book
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_name(f"Table_{table}").to_python(skip_empty_area=False)


def staff(table: int, name: str, column: int, nth: int = 0) -> Any:
    """A cell of the workforce's tables; a region and a force may share a name, so the NTH row of that name."""
    return [row for row in rows(WORKFORCE, table) if str(row[0]).strip() == name][nth][column]


def used(table: int, column: int, *labels: str) -> Any:
    """A cell of the use of force's tables: of the first row whose leading cells hold LABELS in their order."""
    for row in rows(FORCE, table):
        heads = iter(str(cell).strip().removeprefix("*") for cell in row)
        if all(label in heads for label in labels):
            return int(row[column]) if isinstance(row[column], float) else row[column]
    raise LookupError(labels)


def said(book: str, word: str) -> bool:
    """Whether WORD (in lower case) stands in any cell of BOOK's tables."""
    names = CalamineWorkbook.from_path(str(SHARED / "statistics" / "police" / book)).sheet_names
    tables = (rows(book, int(name.removeprefix("Table_"))) for name in names if name.startswith("Table_"))
    return any(word in str(cell).lower() for table in tables for row in table for cell in row)


def forces(table: int, column: int) -> dict[str, float]:
    """The forces of a workforce's table, without its regions and totals."""
    regions = {str(row[1]).replace("Total", "").strip() for row in rows(FORCE, 12) if "Total" in str(row[1])}
    every = {str(row[0]).strip(): row[column] for row in rows(WORKFORCE, table)[6:59] if isinstance(row[column], float)}
    return {name: value for name, value in every.items() if name not in regions | {"Eastern"}}


def working() -> Worked:
    pcso = {str(row[0])[13:17]: row[4] for row in rows(WORKFORCE, 6)[4:18]}
    specials = sorted(forces(12, SEP19).items(), key=lambda pair: -pair[1])
    no_headcount = any("not collected for September 2018" in str(row[0]) for row in rows(WORKFORCE, 7))
    sussex = [staff(5, "Sussex", SEP19), staff(11, "Sussex", HEAD_SEP19)]
    met = [staff(12, name, MAR19) for name in ("Metropolitan Police", "Total 43 forces")]
    pair = [staff(12, name, SEP19) for name in ("Devon & Cornwall", "Dorset")]
    ced = [used(13, 3, year, "Total England and Wales") for year in ("2017/18", "2018/19")]
    cuffed = [used(1, 2, "Compliant handcuffing"), used(1, 2, "Handcuffing, of which")]
    years = {str(row[0]) for row in rows(FORCE, 13)[4:112]}
    return {
        "tpl01": [*rounded(staff(1, "Kent", SEP19))],
        "tpl02": [int(staff(7, "Metropolitan Police", HEAD_MAR19))],
        "tpl03": [*rounded(staff(1, "Total 43 forces", SEP19))],
        "tpl04": [*rounded(staff(1, "Warwickshire", CHANGE))],
        "tpl05": [*either(pct(staff(12, "West Mercia", CHANGE_PCT), 100))],
        "tpl06": [staff(5, "Norfolk", SEP19) == staff(11, "Norfolk", HEAD_SEP19) == ".."],
        "tpl07": [staff(3, "West Midlands", MAR19, nth=1) == ".."],
        "tpl08": [staff(13, "Northumbria", CHANGE_PCT) == "*"],
        "tpl09": [not said(WORKFORCE, "scotland")],
        "tpl10": [Names(max(pcso, key=lambda year: pcso[year]))],
        "tpl11": [no_headcount],
        "tpl12": [pct(*met), Of(*met)],
        "tpl13": [Names(specials[1][0]), Shows(specials[1][1]), specials[0][0] == "Metropolitan Police"],
        "tpl14": [int(sum(pair)), Of(*pair)],
        "tpl15": [not said(WORKFORCE, "sergeant")],
        "tpl16": [len(rows(FORCE, 12)[3]) == 3],
        "tpl17": [used(1, 2, "Fired"), used(1, 2, "Fired") == used(13, 11, "2018/19", "Total England and Wales")],
        "tpl18": [*points(*ced), Of(*ced)],
        "tpl19": [used(2, 3, "Spit and bite guard")],
        "tpl20": [pct(*cuffed), Of(*cuffed)],
        "tpl21": [used(11, 4, "Yes")],
        "tpl22": [used(1, 2, "Total Restraint")],
        "tpl23": [years == {"2017/18", "2018/19"}],
        "tpl24": [*rounded(sussex[0]), int(sussex[1])],
        "tpl25": [used(16, 4, "Metropolitan", "Irritant spray - used")],
    }


def main() -> int:
    return run("tables-police.jsonl", working())


if __name__ == "__main__":
    sys.exit(bool(main()))
