"""Accounts of many bodies: headings that cross lines with kinds, headings that stand there again, a nation's row."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.cube import Dimension, Role
from corpus.formats.statistics.crossed import crossed_of
from corpus.formats.statistics.readings import Marks
from corpus.formats.statistics.regions import classes_by_letters
from corpus.formats.statistics.titles import about
from corpus.records import Qualifier
from tests.corpus.statistics.tables import dataset, document, reread, values

KINDS = ("Staff (C1)", "Sales (C2)", "Net cost (C3 = C1 - C2)")
LINES = ("Piers", "Sea walls", "of which repairs", "Total harbour costs")
BODIES = ("Ambleby", "Corrie", "Dunmore", "Fenwick", "Grayle")


def _row(n: int) -> list[int]:
    """The numbers of a body: of each line staff, sales, and the one less the other; the last line is their total."""
    piers, walls, mends = (100 * n + 7, 10 * n), (40 * n + 3, 4 * n), (9 * n + 1, n)
    total = (piers[0] + walls[0], piers[1] + walls[1])
    return [v for staff, sales in (piers, walls, mends, total) for v in (staff, sales, staff - sales)]


def accounts(*, again: bool = True) -> str:
    """The accounts of some bodies as a data sheet, with those of their classes under the same headings AGAIN."""
    heads = ["Port authority", "Class", *(f'"{line} - {kind}"' for line in LINES for kind in KINDS)]
    rows = [[name, "Sea" if n % 2 else "River", *map(str, _row(n))] for n, name in enumerate(BODIES, 1)]
    whole = [str(sum(_row(n)[at] for n in range(1, len(BODIES) + 1))) for at in range(len(LINES) * len(KINDS))]
    rows.append(["ENGLAND", "Eng", *whole])
    rows += [heads, ["Sea ports", "Sea", *["5"] * len(whole)]] if again else []
    return "\n".join(",".join(row) for row in [heads, *rows]) + "\n"


def dimensions(content: str) -> dict[str, Dimension]:
    """The dimensions of a table by their names, or their roles."""
    return {d.name or d.role.value: d for d in dataset(content, "accounts.csv").dimensions}


def test_lines_and_kinds_are_dimensions_of_their_own() -> None:
    found = dimensions(accounts())
    assert [c.words for c in found["category"].codes] == list(LINES)
    assert [c.words for c in found["measure"].codes] == list(KINDS)
    assert reread(document(accounts(), "accounts.csv")) == (len(BODIES) + 1) * len(LINES) * len(KINDS)


def test_a_line_is_the_whole_of_those_that_come_to_it() -> None:
    lines = dimensions(accounts())["category"].codes
    assert lines[2].parent == 1
    assert lines[3].total or lines[0].parent == 3


def test_the_table_ends_where_its_headings_stand_again_over_a_smaller_one() -> None:
    one = dataset(accounts(), "accounts.csv")
    ports = next(d for d in one.dimensions if d.role is Role.PLACE)
    assert [c.words for c in ports.codes] == [*BODIES, "ENGLAND"]
    assert any("under the same headings again" in why for why in document(accounts(), "accounts.csv").left_out)


def test_headings_repeated_on_every_page_are_no_rows() -> None:
    page = "Port,Kind,Boats\n" + "".join(f"P{n}aven,Sea,{n * 3}\n" for n in range(10, 30))
    later = "Port,Kind,Boats\n" + "".join(f"Q{n}aven,Sea,{n * 2}\n" for n in range(10, 30))
    one = dataset(page + later, "boats.csv")
    assert values(one, Port="P12aven") == [Decimal(36)]
    assert values(one, Port="Q12aven") == [Decimal(24)]
    assert "Port" not in [c.words for d in one.dimensions for c in d.codes]


def test_a_nation_is_the_whole_of_bodies_that_are_never_more() -> None:
    ports = dimensions(accounts(again=False))["Port authority"].codes
    assert [c.words for c in ports if c.total] == ["ENGLAND"]
    less = accounts(again=False).replace("ENGLAND,Eng,1535", "ENGLAND,Eng,3")
    assert [c.words for c in dimensions(less)["Port authority"].codes if c.total] == []


@pytest.mark.parametrize(
    ("headings", "told"),
    [
        (
            ["Piers - Staff", "Piers - Sales", "Quays - Staff", "Quays - Sales"],
            [("Piers", "Staff"), ("Quays", "Sales")],
        ),
        (
            ["A b - Piers - Net (x - y)", "A b - Piers - Staff", "Quays - Net (x - y)", "Quays - Staff"],
            [("A b - Piers", "Net (x - y)"), ("Quays", "Staff")],
        ),
        (["Piers - Staff", "Piers - Sales", "Quays - Boats", "Quays - Ropes"], []),
        (["Piers - Staff", "Quays - Staff", "Boats"], []),
        (["Boats lost", "Boats found"], []),
    ],
)
def test_headings_cross_only_where_each_line_has_each_kind(headings: list[str], told: list[tuple[str, str]]) -> None:
    found = crossed_of(list(enumerate(headings)))
    assert [found[n] for n in (0, len(headings) - 1) if n in found] == told


def test_a_unit_is_told_behind_words_about_the_sheet() -> None:
    said = about(["Harbour costs 2023-24", "This worksheet contains two tables. Data are reported in \u00a3 thousand."])
    assert (said.measure.unit, said.measure.scale, said.title) == ("\u00a3", 1000, "Harbour costs 2023-24")
    assert about(["Harbour costs", "This worksheet contains two tables. Ports are sorted."]).measure.unit is None


def test_a_note_in_the_place_of_a_number_gives_none() -> None:
    reading = Marks().read("[note 4]")
    assert (reading.value, reading.qualifier) == (None, Qualifier.NOT_KNOWN)
    assert Marks().read("56 [note 2]").value == Decimal(56)
    assert Marks().read("note 4").qualifier is Qualifier.IN_WORDS


@pytest.mark.parametrize(
    ("heading", "labels", "told"),
    [
        ("Class", ["UA", "SD", "LB", "Other"], {0: "Unitary authority", 1: "Shire district", 2: "London borough"}),
        ("Authority type", ["MD", "SC", "UA"], {0: "Metropolitan district", 1: "Shire county", 2: "Unitary authority"}),
        ("Class", ["UA", "SD"], {}),
        ("Berth", ["UA", "SD", "LB"], {}),
    ],
)
def test_letters_of_classes_are_known_under_such_a_heading(heading: str, labels: list[str], told: object) -> None:
    assert classes_by_letters(heading, labels) == told
