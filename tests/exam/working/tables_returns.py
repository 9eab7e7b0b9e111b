"""Working of ``tables-returns.jsonl``: the four files of quarterly Home Office statistics, by pandas."""

from __future__ import annotations

import sys

import pandas as pd

from tests.exam.working.checking import SHARED, Names, Of, Shows, Worked, either, pct, points, run

__all__ = ["Table", "appeals", "boats", "detections", "main", "nationals", "returned"]


class Table:
    """A tidy file: its last column counts, the others are conditions; ``n`` adds up the rows that meet them."""

    def __init__(self, name: str) -> None:
        self.rows = pd.read_csv(SHARED / "statistics" / "home-office-returns" / f"{name}.csv")
        self.count = str(self.rows.columns[-1])

    def where(self, years: object = None, quarters: object = None, **of: object) -> pd.DataFrame:
        rows = self.rows
        for column, wanted in {"Year": years, "Quarter": quarters, **of}.items():
            chosen = wanted if isinstance(wanted, (list, range)) else [wanted]
            rows = rows if wanted is None else rows[rows[column.replace("_", " ")].isin(list(chosen))]
        return rows

    def n(self, years: object = None, quarters: object = None, **of: object) -> int:
        return int(self.where(years, quarters, **of)[self.count].sum())

    def by(self, column: str, years: object = None, **of: object) -> pd.Series[int]:
        return self.where(years, **of).groupby(column)[self.count].sum().sort_values(ascending=False)

    def none(self, years: object = None, quarters: object = None, **of: object) -> bool:
        return self.where(years, quarters, **of).empty


appeals = Table("appeals_lodged")
detections = Table("irregular_migration")
returned = Table("returns_offenders_by_destination")
nationals = Table("returns_offenders_by_nationality")


def boats(years: object = None, quarters: object = None, **of: object) -> int:
    """Detections of those who came by small boat."""
    return detections.n(years, quarters, Method_of_entry="Small boat arrivals", **of)


def to(place: str, years: object = None, quarters: object = None) -> int:
    return returned.n(years, quarters, Return_destination=place)


def four(place: str, year: int) -> list[int]:
    return [to(place, year, quarter) for quarter in (1, 2, 3, 4)]


def working() -> Worked:
    women = [100 * appeals.n(year, Sex="Female") / appeals.n(year) for year in (2010, 2022)]
    no_sex = "Sex" not in returned.rows and "Sex" not in nationals.rows
    no_age = "Age Group" not in appeals.rows
    columns = {*returned.rows.columns, *nationals.rows.columns}
    return {
        "trt01": [to("Albania", 2019), Of(*four("Albania", 2019))],
        "trt02": [to("Jamaica", 2016, 3)],
        "trt03": [returned.n(2023), nationals.n(2023) == returned.n(2023)],
        "trt04": [nationals.n(2022, Nationality="Albania")],
        "trt05": [*either(returned.n(2020) - returned.n(2019)), Of(returned.n(2019), returned.n(2020))],
        "trt06": [*points(to("Romania", 2019), to("Romania", 2023))],
        "trt07": [pct(boats(2022, Nationality="Albania"), boats(2022))],
        "trt08": [Names(appeals.by("Nationality", 2016).index[0]), Shows(appeals.by("Nationality", 2016).iloc[0])],
        "trt09": [appeals.n(2015, Nationality="Nigeria", Sex="Female")],
        "trt10": [boats(2021, Age_Group="17 and under")],
        "trt11": [boats(2022, [1, 2])],
        "trt12": [to("Poland", 2021, [1, 2, 3]), Of(*four("Poland", 2021)[:3])],
        "trt13": [to("Poland", range(2015, 2019))],
        "trt14": [returned.n(range(2015, 2024))],
        "trt15": [appeals.n(2018) // 4, appeals.n(2018) % 4 == 0],
        "trt16": [
            Names("Poland"),
            Shows(to("Poland", 2014), to("Lithuania", 2014)),
            to("Poland", 2014) > to("Lithuania", 2014),
        ],
        "trt17": [Shows(appeals.n(2022, Sex="Female"), appeals.n(2022, Sex="Male"))],
        "trt18": [returned.none(2024) and nationals.none(2024)],
        "trt19": [detections.none(2017)],
        "trt20": [appeals.none(Nationality="Tuvalu")],
        "trt21": [no_sex],
        "trt22": [not {"Prison", "Establishment", "Institution"} & columns],
        "trt23": [not any("cost" in column.lower() for column in columns)],
        "trt24": [appeals.n(2023), appeals.none(2023, [2, 3, 4])],
        "trt25": [boats(2021, Nationality="Iraq")],
        "trt26": [to("Netherlands", 2017)],
        "trt27": [nationals.n(2016, Nationality="Poland", Return_destination_group="EU Member State")],
        "trt28": [Names(returned.by("Year").index[-1]), Shows(returned.by("Year").iloc[-1])],
        "trt29": [no_age],
        "trt30": [f"{women[0] - women[1]:.1f}", f"{women[0] - women[1]:.1f}%"],
    }


def main() -> int:
    return run("tables-returns.jsonl", working())


if __name__ == "__main__":
    sys.exit(bool(main()))
