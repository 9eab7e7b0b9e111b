"""How tables of written answers are laid out: totals of times, rows in their own units, lone rows, marks, titles."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.cube import Dataset, Role
from corpus.formats.statistics.acronyms import acronyms, headed
from corpus.formats.statistics.introduced import led_by, measured, tells_what
from tests.corpus.statistics.test_insets import cells, only, table

LEAD = "<p>The following table shows the number of keepers hired:</p>"


def laid(*rows: str, lead: str = LEAD, **told: str) -> Dataset:
    _, one = only(lead + table(*(cells(*(w.strip() for w in row.split("|"))) for row in rows)), **told)
    return one


def labels(one: Dataset, role: Role) -> list[str]:
    return [code.words for d in one.dimensions if d.role is role for code in d.codes]


@pytest.mark.parametrize(
    ("rows", "times"),
    [
        (("Grade|2021|2022|Total", "Keepers|4|5|9", "Mates|1|2|3"), ["2021", "2022", "Total"]),
        (
            ("Pier|2030/31|2031/32|All years total", "Saltby|4|5|9", "Gull|1|2|3"),
            ["2030/31", "2031/32", "All years total"],
        ),
        (
            ("Boat|Jan-31|Feb-31|Mar-31|Total", "Tugs|1|2|3|6", "Luggers|2|2|2|6"),
            ["Jan-31", "Feb-31", "Mar-31", "Total"],
        ),
    ],
)
def test_a_total_beside_times_is_of_all_of_them(rows: tuple[str, ...], times: list[str]) -> None:
    assert labels(laid(*rows), Role.TIME) == times


@pytest.mark.parametrize(
    ("rows", "unit"),
    [
        (("Post|2021|2022", "Keepers|4|5", "Mates|1|2", "Total pay|£114,264|£363,338"), "£"),
        (("|2021|2022", "Tugs moored|40|50", "Tugs holed|10|20", "Share holed|25%|40%"), "%"),
        (("Item|2030/31|2031/32", "Lanterns bought|12|15", "Cost of lanterns|£960|£1,150"), "£"),
    ],
)
def test_a_row_in_a_unit_of_its_own_is_a_measure(rows: tuple[str, ...], unit: str) -> None:
    one = laid(*rows)
    last = next(d for d in one.dimensions if d.role is Role.MEASURE).codes[-1]
    assert last.unit == unit
    assert not last.total


@pytest.mark.parametrize(
    ("rows", "values"),
    [
        (("2034/35|2035/36|2036/37", "1,347|1,314|1,249"), [1347, 1314, 1249]),
        (("Keepers|Mates|Total", "4|5|9"), [4, 5, 9]),
        (("Saltby|Gull Rock", "40|12"), [40, 12]),
    ],
)
def test_one_row_of_numbers_is_told_by_its_headings(rows: tuple[str, ...], values: list[int]) -> None:
    assert [o.value for o in laid(*rows).observed()] == [Decimal(v) for v in values]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("None", Decimal(0)),
        ("Nil", Decimal(0)),
        ("Data not available", None),
        ("Withheld", None),
        ("Not recorded", None),
    ],
)
def test_words_in_the_place_of_a_number(cell: str, value: Decimal | None) -> None:
    one = laid("Lighthouse|Keepers", "Skerry|5", f"Gull|{cell}", "Bass|7")
    assert labels(one, Role.CATEGORY) == ["Skerry", "Gull", "Bass"]
    assert [o.value for o in one.observed()] == [5, value, 7]


@pytest.mark.parametrize("head", ["2030/31 (£)", "2030/31 (£m)", "2030/31 (%)"])
def test_a_unit_behind_a_time_leaves_it_a_time(head: str) -> None:
    one = laid(f"Item|{head}|{head.replace('30/31', '31/32')}", "Ropes|40|50", "Nets|12|14")
    assert labels(one, Role.TIME) == ["2030/31", "2031/32"]


def test_months_are_dated_by_the_stretch_that_the_title_names() -> None:
    lead = "<p>Below is a table showing the breakdown of boats searched from November 30 to January 2031.</p>"
    one = laid("Month|Boats|Tugs", "Nov|4|1", "Dec|5|2", "Jan|6|3", lead=lead)
    times = [c.period for d in one.dimensions if d.role is Role.TIME for c in d.codes]
    assert [(p.start.year, p.start.month) for p in times if p and p.start] == [(2030, 11), (2030, 12), (2031, 1)]


def test_a_long_title_keeps_its_end_and_the_time_that_stands_there() -> None:
    long = (
        "the number of "
        + "very old and very slow and much mended " * 8
        + "boats that were moored at the end of May 2030"
    )
    one = laid("Harbour|Boats", "Saltby|4", "Gull|5", lead=f"<p>The following table shows {long}:</p>")
    assert "at the end of May 2030" in one.title


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (
            ["The following table shows planned and real spending on piers, as the information for 2015/16 is "
                "not available:"],
            "planned and real spending on piers",
        ),
        (
            ["The register shows that five private piers have closed. These are shown in the table below and are "
                "also "
             "available at the following link: https://example.org."],
            "register shows that five private piers have closed",
        ),
        (
            ["Since May 2030, nine flights have carried mail to Skerry. The monthly breakdown is set out in the "
                "table below. "
             "Other mail goes by boat."],
            "Since May 2030, nine flights have carried mail to Skerry",
        ),
        (
            ["The estimated number of keepers who will retire by pier and age are shown in below tables.",
             "Sources differ.", "They are rounded.", "Some are not.", "See the notes.", "Table 1:"],
            "estimated number of keepers who will retire by pier and age",
        ),
        (["Tugs are charged on an hourly rate basis as follows:"], "Tugs are charged on an hourly rate basis"),
        (["The following information is published by Service."], ""),
        (["The figures in the table below relate to the painting of buoys."], "painting of buoys"),
    ],
)  # fmt: skip
def test_what_leads_to_a_table_in_other_ways(above: list[str], title: str) -> None:
    assert led_by(above) == title


def test_small_readings_of_what_introduces_a_table() -> None:
    assert (
        measured("number of landings across the requested age groups for gales since 2031")
        == "number of landings for gales"
    )
    assert not tells_what("in England the survey reported")
    assert tells_what("ropes reported")
    assert headed("HLA claimants", "Harbour Lodging Allowance") == "Harbour Lodging Allowance (HLA) claimants"
    assert acronyms("seen at second inspection (SI) and by tug") == {"SI": "second inspection"}
