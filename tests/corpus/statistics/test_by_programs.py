"""Data files as programs write them: dots for spaces, numbered rows, NA, blocks of columns that come again."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.cube import Role
from corpus.formats.statistics.by_programs import blocks_of, spaced_out
from corpus.formats.statistics.columns import Kind, columns_of
from corpus.formats.statistics.readings import Marks
from corpus.formats.statistics.vocabulary import readable
from corpus.records import Qualifier
from tests.corpus.statistics.tables import dataset, document, labels_of, reread

SAILORS = """"","Copy..of.sheet","Port","Yard","Yard.Code","Eligible16to24","No..of.women.trained",\
"X1.5.year.coverage..","Col10","Port.1","Eligible25to64","No..of.women.trained.1","X3.5.year.coverage..","x"
"1",NA,"Ambleby","THE YARD","A1","40","30",75,0,"Ambleby","60","30",50,NA
"2",NA,"Ambleby","PIER YARD","A2","20","5",25,0,"Ambleby","<Suppressed>","<under 6>",-2,NA
"3",NA,"Corrie","THE YARD","C1","<under 6>","<under 6>",-1.75,-2,"Corrie","80","60",75,NA
"4",NA,"Corrie","OLD YARD","C2","10","9",90,0,"Corrie","50","45",90,NA
"""


def test_such_a_file_is_read_by_age_and_by_what_it_counts() -> None:
    one = dataset(SAILORS, "sailorsdec2017.csv")
    assert reread(document(SAILORS, "sailorsdec2017.csv")) == 24
    assert one.title == "Sailors Dec 2017"
    assert [(d.name, d.role) for d in one.dimensions[-2:]] == [("Age", Role.CATEGORY), ("", Role.MEASURE)]
    assert [c.words for c in one.dimensions[-2].codes] == ["16 to 24", "25 to 64"]
    assert [c.words for c in one.dimensions[-1].codes] == [
        "Eligible",
        "Number of women trained",
        "1.5 year coverage",
        "3.5 year coverage",
    ]
    held = {(o.row, *list(labels_of(one, o).values())[-2:]): o for o in one.observed()}
    assert held[2, "25 to 64", "Number of women trained"].value == Decimal(30)
    for row, band, measure in ((4, "16 to 24", "Eligible"), (4, "16 to 24", "1.5 year coverage")):
        assert (held[row, band, measure].value, held[row, band, measure].qualifier) == (None, Qualifier.SUPPRESSED)


@pytest.mark.parametrize(
    ("headings", "words"),
    [
        (["Boats.lost", "Boats.lost.1", "X2.5.metre.berths.."], ["Boats lost", "Boats lost.1", "2.5 metre berths"]),
        (["Aged16to24", "Pay..before.tax.", "No..of.crew"], ["Aged 16 to 24", "Pay before tax", "Number of crew"]),
        (["Boats lost", "Crew. drowned", "a.b"], ["Boats lost", "Crew. drowned", "a.b"]),  # written by hand
        (["boats_lost", "crews"], ["boats_lost", "crews"]),
    ],
)
def test_dots_that_stand_for_spaces_are_spaces(headings: list[str], words: list[str]) -> None:
    assert spaced_out(headings) == words


@pytest.mark.parametrize(
    ("headings", "bands"),
    [
        (["Crew 16 to 24", "Hurt", "Crew 25 to 64", "Hurt.1"], ["16 to 24", "16 to 24", "25 to 64", "25 to 64"]),
        (["Port", "Boats 1 to 9", "Lost", "Boats 10+", "Lost.1"], [None, "1 to 9", "1 to 9", "10+", "10+"]),
        (["Crew 16 to 24", "Hurt", "Crew 25 to 64", "Lost"], [None] * 4),  # nothing comes again
        (["Crew 16 to 24", "Crew 25 to 64"], [None] * 2),
    ],
)
def test_columns_that_come_again_are_of_the_band_that_leads_them(headings: list[str], bands: list[str | None]) -> None:
    found = blocks_of(list(enumerate(headings)))
    assert [found[n][0] if n in found else None for n in range(len(headings))] == bands


def test_columns_that_a_program_named_or_left_empty_count_nothing() -> None:
    rows = [["1", "NA", "5", "4"], ["2", "NA", "6", "7"], ["3", "NA", "7", "1"]]
    kinds = [c.kind for c in columns_of(["", "Remark.s", "Col4", "Boats"], rows, Marks())]
    assert kinds == [Kind.CODE, Kind.EMPTY, Kind.REMARKS, Kind.MEASURE]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("boatslostmar2016.csv", "Boatslost Mar 2016"),
        ("crewjune2018", "Crew June 2018"),
        ("lamps_2019.csv", "Lamps 2019"),
        ("march2019.csv", "March 2019"),
    ],
)
def test_a_month_run_together_with_a_name_is_apart(name: str, title: str) -> None:
    assert readable(name) == title
