"""Working of ``tables-answers-second.jsonl``: tables within written answers of July, August and December 2024.

They are in the answers to 8, 296, 763, 882, 1921 and 2679 (July), to 3171, 3445 and 3652 (August), and to 17262, 17639,
18537 and 18792 (December).
"""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import Any

from tests.exam.working.checking import Names, Of, Shows, Worked, pct, run
from tests.exam.working.tables_answers import rows

__all__ = ["main", "working"]

_JULY, _AUGUST, _DECEMBER = "2024-07", "2024-08", "2024-12"


def line(month: str, uin: str, *first: str) -> list[str]:
    """The one row, of all the answer's tables, that begins with these cells."""
    [found] = [row for row in rows(month, uin) if tuple(row[: len(first)]) == first]
    return found


def number(said: str) -> Any:
    """A cell's number without its sign and separators; the cell itself where it holds none."""
    digits = said.replace(",", "").lstrip("\u00a3").removesuffix(" weeks")
    return Decimal(digits) if digits.replace(".", "").isdigit() else said


def scaled(pounds: Decimal) -> tuple[Decimal, Decimal]:
    """A number of millions of pounds, as it stands and in pounds."""
    return pounds, pounds * 1_000_000


def working() -> Worked:
    travel = {year: line(_JULY, "2679", year) for year in ("2019-20", "2020-21", "2021-22")}
    rise = number(travel["2020-21"][2]) - number(travel["2019-20"][2])
    planned = number(line(_AUGUST, "3171", "2018/19")[1])
    arrests = {row[0]: int(row[1].replace(",", "")) for row in rows(_DECEMBER, "18537")[1:] if row[0]}
    most = max(arrests, key=lambda month: arrests[month])
    visitors = {row[0]: row for row in rows(_AUGUST, "3445")}
    received, whole = number(visitors["Cash payments received in-year"][3]), number(visitors[_IDENTIFIED][3])
    april = rows(_DECEMBER, "17262").index(line(_DECEMBER, "17262", "April"))
    appeals = rows(_JULY, "763")
    return {
        "tas01": [*scaled(number(travel["2021-22"][1]))],
        "tas02": [*scaled(rise)],
        "tas03": [number(line(_JULY, "1921", "2020", "Belvoir Road junction")[3])],
        "tas04": [number(next(row for row in rows(_JULY, "8") if row[0] == "2023")[1])],
        "tas05": [number(line(_JULY, "296", "Sexual offences")[2])],
        "tas06": [number(line(_JULY, "763", "2021")[2])],
        "tas07": [planned, planned / 1_000_000, planned / 1_000_000_000],
        "tas08": [arrests["December 2018"]],
        "tas09": [sum(count for month, count in arrests.items() if month.endswith(" 2019"))],
        "tas10": [Names(most), Shows(arrests[most])],
        "tas11": [number(line(_DECEMBER, "17639", "s137 Highways Act 1980")[2])],
        "tas12": [rows(_DECEMBER, "17262")[april + 1][1:3] == ["IPP", "*"]],
        "tas13": [number(line(_DECEMBER, "18792", "Kingsheath")[1])],
        "tas14": [not any("2019/20" in row for row in visitors.values())],
        "tas15": [number(line(_AUGUST, "3652", "Bodmin", "18.3")[2])],
        "tas16": [number(line(_JULY, "882", "2022/23")[1])],
        "tas17": [pct(float(received), float(whole)), Of(received, whole)],
        "tas18": [appeals[-1] == ["2023", "Data is not currently published"]],
    }


_IDENTIFIED = "Aggregate income identified"


def main() -> int:
    return run("tables-answers-second.jsonl", working())


if __name__ == "__main__":
    sys.exit(bool(main()))
