"""Working of ``tables-real-third.jsonl``: appeals, detections, returns of offenders, police workforce, use of force."""

from __future__ import annotations

import sys
from decimal import ROUND_HALF_UP, Decimal

from tests.exam.working.checking import Names, Shows, Worked, either, pct, run
from tests.exam.working.tables_mixed import FORCE, WORKFORCE, appeals, boats, frame, line, rows, sent

__all__ = ["main", "working"]

RETURNS = "returns_offenders_by_destination"
REGIONS = frozenset(
    [
        *(
            "North East",
            "North West",
            "Yorkshire and the Humber",
            "East Midlands",
            "West Midlands",
            "Eastern",
            "London",
        ),
        *("South East", "South West", "Wales", "Total", "Total 43 forces", "British Transport Police"),
    ]
)


def halves_up(total: int, parts: int) -> str:
    """TOTAL shared among PARTS, to one place, halves up."""
    return str((Decimal(total) / parts).quantize(Decimal("0.1"), ROUND_HALF_UP))


def working() -> Worked:
    returns = frame(RETURNS)
    placed = returns[returns["Year"].eq(2023)].groupby("Return destination")[returns.columns[-1]].sum()
    lodged = frame("appeals_lodged")
    women = lodged[lodged["Sex"].eq("Female")].groupby("Year")["Appeals lodged"].sum()
    specials = [r for r in rows(WORKFORCE, "Table_12") if len(r) > 4 and isinstance(r[4], float)]
    forces = [r for r in specials if str(r[0]).strip() not in REGIONS]
    most_lost = min(forces, key=lambda r: r[4])
    cheshire = line(WORKFORCE, "Table_12", "Cheshire")
    fte = line(WORKFORCE, "Table_1", "Kent")[3]
    heads = line(WORKFORCE, "Table_7", "Kent")[2]
    wardens = next(r[5] for r in rows(WORKFORCE, "Table_6") if str(r[0]) == "30 September 2015")
    bitten = line(FORCE, "Table_1", "Other", "Dog bite")[2]
    hooded = line(FORCE, "Table_1", "Other equipment", "Spit and bite guard")[2]
    both = sum(line(FORCE, "Table_12", "North West", name)[2] for name in ("Lancashire", "Cumbria"))
    tactics = " ".join(str(cell) for row in rows(FORCE, "Table_1") for cell in row).lower()
    return {
        "tt01": [boats(Nationality="Iran", Year=2021)],
        "tt02": [pct(boats(Year=2022, Age_Group="17 and under"), boats(Year=2022))],
        "tt03": [halves_up(sum(int(appeals(Year=2014, Quarter=q)) for q in (1, 2, 3, 4)), 4)],
        "tt04": [
            *either(sent(Return_destination="Jamaica", Year=2022) - sent(Return_destination="Jamaica", Year=2012))
        ],
        "tt05": [Names(placed.idxmax()), Shows(placed.max())],
        "tt06": [sent(Return_destination_region="EU 8", Year=2019)],
        "tt07": [not returns["Year"].eq(2025).any()],
        "tt08": [not frame("irregular_migration")["Year"].eq(2017).any()],
        "tt09": [Names(women.idxmax()), Shows(women.max())],
        "tt10": [round(heads), f"{fte:.2f}", f"{fte:.1f}", round(fte)],
        "tt11": [round(cheshire[1] - cheshire[3])],
        "tt12": [round(wardens)],
        "tt13": [Names(str(most_lost[0]).strip()), Shows(round(-most_lost[4]))],
        "tt14": [round(hooded)],
        "tt15": [round(bitten)],
        "tt16": ["water cannon" not in tactics],
        "tt17": [round(both)],
        "tt18": ["northern ireland" not in tactics],
    }


def main() -> int:
    return run("tables-real-third.jsonl", working())


if __name__ == "__main__":
    sys.exit(main())
