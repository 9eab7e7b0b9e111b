"""Working of ``tables-layouts.jsonl``: exclusions from school, loneliness, tourism, debt and detained patients."""

from __future__ import annotations

import sys
from functools import cache
from typing import Any

import pandas as pd
from python_calamine import CalamineWorkbook

from tests.exam.working.checking import SHARED, Names, Of, Shows, Worked, pct, points, rounded, run

__all__ = ["LOCAL", "excluded", "main", "reasons", "regions", "working"]

LAYOUTS = SHARED / "statistics" / "layouts"
SCHOOLS = pd.read_csv(LAYOUTS / "exclusions_by_reason.csv")
LOCAL = set(SCHOOLS["la_name"].dropna())


def excluded(measure: str, year: int, place: str = "England", school: str = "Total") -> Any:
    """A cell of the exclusions: a number, or ``x`` where it is suppressed. YEAR is 201617 for 2016/17."""
    level = "national" if place == "England" else "local authority" if place in LOCAL else "regional"
    column = {"national": "country_name", "local authority": "la_name", "regional": "region_name"}[level]
    here = SCHOOLS["geographic_level"].eq(level) & SCHOOLS[column].eq(place)
    cell = str(SCHOOLS.loc[here & SCHOOLS["time_period"].eq(year) & SCHOOLS["school_type"].eq(school), measure].item())
    return cell if cell == "x" else int(float(cell))


def reasons(kind: str, year: int, place: str = "England", school: str = "Total") -> list[Any]:
    """Every reason's cell, of permanent (``perm``) or fixed-period (``fixed``) exclusions."""
    return [excluded(name, year, place, school) for name in map(str, SCHOOLS) if name.startswith(kind + "_")]


def regions(measure: str, year: int) -> list[tuple[str, int]]:
    """The regions by how many they had, the most first; those suppressed are left out."""
    names = sorted(SCHOOLS["region_name"].dropna().unique())
    every = [(str(name), excluded(measure, year, name)) for name in names]
    return sorted((pair for pair in every if pair[1] != "x"), key=lambda pair: -pair[1])


@cache
def rows(book: str, sheet: str) -> list[list[Any]]:
    return CalamineWorkbook.from_path(str(LAYOUTS / book)).get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def lonely(sheet: str, line: str, column: int) -> Any:
    table = rows("coronavirusandlonelinessreferencetable.xlsx", sheet)
    return next(row[column] for row in table if str(row[0]).strip().startswith(line))


def month(table: int, year: int, name: str, column: int) -> Any:
    """A cell of the tourism workbook, whose years stand only at their first month."""
    at = 0
    for row in rows("tourism.xlsx", f"Table {table}"):
        at = int(row[0]) if isinstance(row[0], float) else at
        if at == year and str(row[1]).strip(" *†").startswith(name):
            return row[column]
    raise LookupError((table, year, name))


def debt(sheet: str, line: str, column: int) -> Any:
    return next(row[column] for row in rows("householddebtdataset.xls", sheet) if str(row[0]).strip() == line)


def patients(name: str, column: str) -> int:
    table = pd.read_csv(LAYOUTS / "utf-16le_encoded.csv", encoding="utf-16", thousands=",")
    return int(table.loc[table["Organisation_name"].eq(name), column].item())


def working() -> Worked:
    rise = [excluded("perm_persistent_disruptive", year) for year in (201213, 201617)]
    fixed = reasons("fixed", 201617)
    nations = {name: lonely("1.3 Loneliness by country", "Felt lonely", at) for at, name in enumerate(NATIONS, 1)}
    holidays = [month(2, 2019, name, 5) for name in MONTHS]
    first = max(nations, key=lambda name: nations[name])
    gap = lonely("1.8 Loneliness by tenure", "Often/Always", 3) - lonely("1.8 Loneliness by tenure", "Often/Always", 1)
    return {
        "tly01": [excluded("perm_theft", 201617)],
        "tly02": [excluded("fixed_bullying", 201213, school="State-funded secondary")],
        "tly03": [rise[1] - rise[0], Of(*rise)],
        "tly04": [*points(excluded("fixed_drug_alcohol", 201213), excluded("fixed_drug_alcohol", 201617))],
        "tly05": [excluded("perm_bullying", 201617, "North East") == "x"],
        "tly06": [excluded("perm_drug_alcohol", 201617, "Yorkshire and the Humber", "State-funded primary") == "x"],
        "tly07": [sum(reasons("perm", 201617))],
        "tly08": [Names(regions("perm_drug_alcohol", 201617)[0][0]), Shows(regions("perm_drug_alcohol", 201617)[0][1])],
        "tly09": [excluded("fixed_theft", 201617, "Essex")],
        "tly10": [201718 not in set(SCHOOLS["time_period"])],
        "tly11": [not any(word in str(column).lower() for column in SCHOOLS for word in ("sex_", "gender", "girl"))],
        "tly12": [pct(excluded("fixed_persistent_disruptive", 201617), sum(fixed))],
        "tly13": [f"{lonely('1.2 Loneliness by age', 'Felt lonely', 1)}%", lonely("1.2 Loneliness by age", "Felt", 1)],
        "tly14": [Names(first), Shows(f"{nations[first]}%")],
        "tly15": [lonely("2.5 Life affected", "My well-being", 2) == "-"],
        "tly16": [f"{gap:.1f}", f"{gap:.1f}%"],
        "tly17": ["Northern Ireland" not in rows("coronavirusandlonelinessreferencetable.xlsx", SHEET)[5]],
        "tly18": [*rounded(month(1, 2019, "Aug", 2), 1000)],
        "tly19": [*rounded(month(5, 2022, "July", 5), 1000000)],
        "tly20": [*rounded(sum(holidays), 1000)],
        "tly21": [month(1, 2021, "Aug", 3) == 0],
        "tly22": [int(debt("Table 1", "July 2012 to June 2014", 2))],
        "tly23": [debt("Table 17", "16-24", 3) == "*"],
        "tly24": [debt("Table 16", "4 major debt types", 1).strip() == "< 1"],
        "tly25": [patients("Oxleas NHS Foundation Trust", "Detained_under_MHA_31st_March")],
    }


SHEET = "1.3 Loneliness by country"
NATIONS = ("England", "Wales", "Scotland")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def main() -> int:
    return run("tables-layouts.jsonl", working())


if __name__ == "__main__":
    sys.exit(bool(main()))
