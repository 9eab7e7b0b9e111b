"""Working of ``held-tables-returns.jsonl``: the Home Office's quarterly files and exclusions from school again."""

from __future__ import annotations

import sys

from tests.exam.working.checking import Names, Of, Shows, Worked, either, mean, pct, points, run
from tests.exam.working.tables_layouts import LOCAL, excluded
from tests.exam.working.tables_returns import appeals, boats, detections, nationals, returned

__all__ = ["main", "working"]


def to(place: str, year: int, quarter: int | None = None) -> int:
    return returned.n(year, quarter, Return_destination=place)


def working() -> Worked:
    india = [to("India", 2022, quarter) for quarter in (1, 2, 3, 4)]
    appealed = [appeals.n(2015), appeals.n(2022)]
    lodged = [appeals.n(year, Nationality="Iran") for year in (2017, 2018)]
    busiest = max((boats(2023, quarter), quarter) for quarter in (1, 2, 3, 4))
    theft = [excluded("perm_theft", year) for year in (200607, 201617)]
    return {
        "trh01": [sum(india), Of(*india)],
        "trh02": [boats(2023, Nationality="Afghanistan", Sex="Male")],
        "trh03": [*points(*appealed), Of(*appealed)],
        "trh04": [pct(boats(2023, Age_Group="17 and under"), boats(2023))],
        "trh05": [Names(returned.by("Return destination", 2018).index[0]), Shows(to("Romania", 2018))],
        "trh06": [*mean(boats(year) for year in range(2018, 2024))],
        "trh07": [*either(lodged[1] - lodged[0]), Of(*lodged)],
        "trh08": [detections.n(2020, Method_of_entry="Recorded detections at UK ports")],
        "trh09": [nationals.n(2014, Nationality="Nigeria")],
        "trh10": [f"{boats(2022) / boats(2019):.1f}"],
        "trh11": [returned.n(2018, [3, 4]), returned.n(2018, [3, 4]) == nationals.n(2018, [3, 4])],
        "trh12": [busiest[1] == 3, Shows(busiest[0])],
        "trh13": [returned.none(2009) and nationals.none(2009)],
        "trh14": [not {"Offence", "Crime"} & {*returned.rows.columns, *nationals.rows.columns}],
        "trh15": [detections.none(2024)],
        "trh16": ["Age Group" not in nationals.rows and "Age Group" not in returned.rows],
        "trh17": [excluded("fixed_racist_abuse", 201516)],
        "trh18": [*either(theft[1] - theft[0]), Of(*theft)],
        "trh19": [excluded("perm_racist_abuse", 201516, school="State-funded primary") == "x"],
        "trh20": [not any("Edinburgh" in name for name in LOCAL)],
    }


def main() -> int:
    return run("held-tables-returns.jsonl", working())


if __name__ == "__main__":
    sys.exit(bool(main()))
