"""Working of ``tables-answers.jsonl``: the tables within written answers of December 2023, September and November 2024.

They are in the answers to 5474, 5872, 6662, 6684, 7581 and 7609 (December 2023), to 4090, 4165, 4455 and 4871
(September 2024), and to 12868 and 13049 (November 2024); what an answer refuses is in its words, not in a table.
"""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from typing import Any

import lxml.html

from tests.exam.working.checking import SHARED, Names, Of, Shows, Worked, pct, run

__all__ = ["main", "working"]


@cache
def answer(month: str, uin: str) -> str:
    """The HTML of the answer to UIN in MONTH's file."""
    page = json.loads((SHARED / "written-questions" / f"{month}.json").read_text(encoding="utf-8"))
    every = [entry["value"] for entry in page["results"]]
    return next(str(q["answerText"]) for q in every if q["uin"] == uin and q["answerText"])


@cache
def rows(month: str, uin: str) -> list[list[str]]:
    """The rows of all the answer's tables, in their order."""
    html = lxml.html.fromstring(answer(month, uin))
    return [
        [" ".join("".join(map(str, cell.itertext())).split()) for cell in row.iter("td", "th")]
        for row in html.iter("tr")
    ]


def cell(month: str, uin: str, line: str, column: int, nth: int = 0) -> Any:
    """A cell by its row's first words, the NTH row of those words; a number where it is one."""
    text = [row[column] for row in rows(month, uin) if row[0].startswith(line)][nth]
    digits = text.replace(",", "").lstrip("£")
    return int(digits) if re.fullmatch(r"\d+", digits) else text


def money(pounds: int) -> tuple[str, ...]:
    """A sum in pounds, and in millions of them."""
    return (str(pounds), str(pounds / 1_000_000), f"{pounds / 1_000_000:.1f}")


def working() -> Worked:
    dec, sep, nov = "2023-12", "2024-09", "2024-11"
    refused = [cell(dec, "5474", "Total", column) for column in (1, 5)]
    military = [cell(dec, "5474", "Goods rated for Military", 5), refused[1]]
    air = [cell(dec, "6662", str(year), 3) for year in range(2018, 2023)]
    costs = [cell(dec, "6684", year, 3) for year in ("2018/19", "2022/23")]
    desks = [cell(nov, "13049", "London", column) for column in (2, 1)]
    regions = [(row[0], cell(sep, "4455", row[0], 1)) for row in rows(sep, "4455")[1:15]]
    most = max(regions, key=lambda pair: int(pair[1]))
    return {
        "tan01": [cell(dec, "6662", "2019", 2)],
        "tan02": [sum(air)],
        "tan03": [refused[1] - refused[0], Of(*refused)],
        "tan04": [pct(*military), Of(*military)],
        "tan05": [cell(dec, "7581", "Life Licence", 3)],
        "tan06": [cell(dec, "7609", "2021_2022", 2, nth=1) == "~"],
        "tan07": [cell(dec, "5872", "01 November 2020", 2) == "~"],
        "tan08": [*money(cell(dec, "6684", "2022/23", 4))],
        "tan09": [*money(costs[1] - costs[0]), Of(*costs)],
        "tan10": [cell(sep, "4871", "Border Force", 2) == "NA"],
        "tan11": [cell(sep, "4165", "TOTAL", 1)],
        "tan12": ["does not hold the information" in answer(sep, "4090")],
        "tan13": [pct(*desks), Of(*desks)],
        "tan14": [Names(most[0]), Shows(most[1])],
        "tan15": ["disproportionate cost" in answer(sep, "4455")],
    }


def main() -> int:
    return run("tables-answers.jsonl", working())


if __name__ == "__main__":
    sys.exit(bool(main()))
