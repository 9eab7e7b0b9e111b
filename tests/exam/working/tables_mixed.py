"""Working of ``tables-mixed.jsonl``: appeals, small boats, returns, police, tourism and construction, in one record."""

from __future__ import annotations

import sys
from functools import cache
from typing import Any

import pandas as pd
from python_calamine import CalamineWorkbook

from tests.exam.working.checking import SHARED, Names, Shows, Worked, mean, pct, points, rounded, run

__all__ = ["main", "working"]

STATISTICS = SHARED / "statistics"
RETURNS = STATISTICS / "home-office-returns"
BOAT = "Small boat arrivals"


@cache
def frame(name: str) -> Any:
    return pd.read_csv(RETURNS / f"{name}.csv")


def count(name: str, **where: Any) -> int:
    """The sum of a file's last column over the rows whose columns, named with ``_`` for spaces, hold what is given."""
    rows = frame(name)
    for column, value in where.items():
        rows = rows[rows[column.replace("_", " ")].isin(value if isinstance(value, (list, range)) else [value])]
    return int(rows.iloc[:, -1].sum())


def appeals(**where: Any) -> int:
    return count("appeals_lodged", **where)


def boats(**where: Any) -> int:
    return count("irregular_migration", Method_of_entry=BOAT, **where)


def sent(**where: Any) -> int:
    return count("returns_offenders_by_destination", **where)


@cache
def rows(book: str, sheet: str) -> list[list[Any]]:
    return CalamineWorkbook.from_path(str(STATISTICS / book)).get_sheet_by_name(sheet).to_python()


WORKFORCE = "police/police-workforce-sep19-tables.ods"
FORCE = "police/police-use-of-force-apr2018-mar2019-hosb3319-tables.ods"
BUILDING = "layouts/ons-oic.xlsx"


def line(book: str, sheet: str, *labels: str) -> list[Any]:
    """The first row that begins with LABELS."""
    for row in rows(book, sheet):
        said = [str(cell).strip().lstrip("*").rstrip("0123456789") for cell in row[: len(labels)]]
        if said == list(labels):
            return row
    raise LookupError((sheet, labels))


def built(sheet: str, time: str, column: str) -> Any:
    table = rows(BUILDING, sheet)
    head = next(n for n, row in enumerate(table) if str(row[0]) == "Time period")
    at = [str(cell).strip() for cell in table[head]].index(column)
    return next(row[at] for row in table[head:] if str(row[0]).removesuffix(".0") == time)


def working() -> Worked:
    by_year = frame("appeals_lodged").groupby("Year")["Appeals lodged"].sum()
    boat = frame("irregular_migration")
    boat = boat[boat["Method of entry"].eq(BOAT) & boat["Year"].eq(2021)]
    nations = boat.groupby("Nationality")["Number of detections"].sum().nlargest(3)
    officers = {int(str(r[0])[13:17]): r for r in rows(WORKFORCE, "Table_6") if str(r[0]).startswith("30 September")}
    lost = officers[2010][4] - officers[2019][4]
    fewest = min(officers, key=lambda year: officers[year][1])
    restrained = line(FORCE, "Table_3", "Restraint", "Total Restraint")
    seen = rows(FORCE, "Table_4")
    white = next(row[2] for row in seen if str(row[1]) == "Total Tactics")
    drawn = next(
        row[5] for row in rows(FORCE, "Table_13") if (str(row[0]), str(row[2]).strip()) == ("2017/18", "Durham")
    )
    house, works, index = (
        built("Table 4", "2019", "Private new housing"),
        built("Table 4a", "Feb 2023", "Infrastructure new work"),
        built("Table 1a", "2005", "All new work"),
    )
    return {
        "tmx-s01": [appeals(Year=2014, Nationality="Pakistan")],
        "tmx-s02": [appeals(Year=2016, Nationality=["Iran", "Iraq"], Sex="Male")],
        "tmx-s03": [boats(Year=2022, Quarter=4)],
        "tmx-s04": [boats(Year=2022) - boats(Year=2022, Nationality="Albania")],
        "tmx-s05": [Shows(*(int(n) for n in nations))],
        "tmx-s06": [boats(Year=2020, Sex="Female")],
        "tmx-s07": [*points(boats(Year=2019), boats(Year=2021))],
        "tmx-s08": [boats(Year=2022, Nationality="Afghanistan", Age_Group="18 to 24")],
        "tmx-s09": [sent(Year=2018, Return_destination=["Lithuania", "Latvia"])],
        "tmx-s10": [sent(Year=range(2014, 2019), Return_destination="Nigeria")],
        "tmx-s12": [not any("offence" in str(c).lower() for c in frame("returns_offenders_by_destination"))],
        "tmx-s14": [not any("boats" in str(c).lower() for c in frame("irregular_migration"))],
        "tmx-s15": [not any("allowed" in str(c).lower() for c in frame("appeals_lodged"))],
        "tmx-s16": [int((by_year > 12000).sum())],
        "tmx-s17": [int(by_year.max()), Names(int(by_year.idxmax()))],
        "tmx-s18": [*mean(sent(Year=year, Return_destination="Jamaica") for year in range(2015, 2020))[:1]],
        "tmx-s19": [pct(appeals(Year=2019, Sex="Female"), appeals(Year=2019))],
        "tmx-s20": [sent(Year=2021, Return_destination="Poland")],
        "tmx-s21": [appeals(Year=2012) - appeals(Year=2012, Nationality=["Pakistan", "India"])],
        "tmx-p01": [int(line(WORKFORCE, "Table_12", "Cleveland")[2])],
        "tmx-p03": [*rounded(officers[2010][5])],
        "tmx-p04": [*rounded(lost), *rounded(-lost)],
        "tmx-p08": [not any("female" in str(cell).lower() for row in rows(WORKFORCE, "Table_1") for cell in row)],
        "tmx-p09": [*rounded(officers[fewest][1]), Names(fewest)],
        "tmx-p10": [int(restrained[3])],
        "tmx-p12": [pct(white, 630793)],
        "tmx-p13": [int(drawn)],
        "tmx-o01": [int(house), int(house * 10**6)],
        "tmx-o02": [int(works), int(works * 10**6)],
        "tmx-o03": [index],
    }


def main() -> int:
    return run("tables-mixed.jsonl", working())


if __name__ == "__main__":
    sys.exit(bool(main()))
