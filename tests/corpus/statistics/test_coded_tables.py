"""Machine-readable tables as departments publish them: headings and values in code, traits that share one column."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.cube import Role
from corpus.formats.statistics.coded_headings import completed
from corpus.formats.statistics.readings import Marks
from corpus.formats.statistics.totals import lists_others
from corpus.formats.statistics.vocabulary import worded
from corpus.records import Qualifier
from tests.corpus.statistics.tables import dataset, labels_of, reread, values
from tests.corpus.statistics.tables import document as document_of


def test_a_lone_dot_says_that_there_is_no_number_to_give() -> None:
    read = Marks().read(".")
    assert (read.value, read.qualifier, read.mark) == (None, Qualifier.NOT_KNOWN, ".")


TRAITS = """year,port,trait_desc,trait_1,trait_2,sailors,rescues
2019,Total,Total,Total,Total,900,40
2019,Total,Sex,Sex_man,Total,500,22
2019,Total,Sex,Sex_woman,Total,400,18
2019,Total,Rank,Rank_Deck_Mate,Total,300,15
2019,Total,Rank,Rank_Deck_Pilot,Total,350,12
2019,Total,Rank,Rank_Deck_Cook,Total,150,8
2019,Total,Rank,Rank_Unranked,Total,100,5
2019,Total,Rank_sex,Rank_Deck_Mate,Man,180,x
2019,Total,Rank_sex,Rank_Deck_Mate,Woman,120,6
2019,Total,Berth_number,Berth_number_1,Total,500,20
2019,Total,Berth_number,Berth_number_2,Total,400,20
"""


def test_traits_that_share_a_column_are_told_apart() -> None:
    one = dataset(TRAITS)
    assert {d.name: [c.words for c in d.codes] for d in one.dimensions if d.role is Role.CATEGORY} == {
        "port": ["Total"],
        "Sex": ["Total", "man", "woman"],
        "Rank": ["Total", "Mate", "Pilot", "Cook", "Unranked"],
        "Berth number": ["Total", "Berth number 1", "Berth number 2"],
    }


def test_a_row_of_two_traits_is_of_both_and_a_row_of_one_is_of_the_whole_of_the_others() -> None:
    one = dataset(TRAITS)
    assert values(one, Rank="Mate", Sex="Total", measure="sailors") == [Decimal(300)]
    assert values(one, Rank="Mate", Sex="woman", measure="sailors") == [Decimal(120)]
    assert values(one, Rank="Total", Sex="woman", Berth_number="Total", measure="rescues") == [Decimal(18)]
    assert values(one, Rank="Mate", Sex="man", measure="rescues") == [None]
    assert reread(document_of(TRAITS)) == len(one.observed())


def test_columns_that_do_not_say_sure_what_they_are_of_stay_as_they_are() -> None:
    unsure = TRAITS.replace("Berth_number,Berth_number_2,Total", "Total,Berth_number_2,Total")
    assert [d.name for d in dataset(unsure).dimensions][2:5] == ["trait desc", "trait 1", "trait 2"]


@pytest.mark.parametrize(
    ("labels", "held", "whole"),
    [
        (("Tugs and barges", "Tugs", "Barges"), [(30, 10, 20), (50, 20, 30), (12, 5, 7)], True),
        (("Trams, buses and coaches", "Trams", "Buses", "Coaches"), [(6, 1, 2, 3), (9, 2, 3, 4), (8, 1, 1, 6)], True),
        (("Books and maps", "Books", "Maps"), [(460, 235, 225), (420, 210, 205), (295, 155, 140)], True),
        (("Drink and drugs", "Drink", "Drugs"), [(5, 40, 30), (6, 50, 35), (4, 42, 31)], False),  # those of both
        (("Tugs and barges", "Tugs", "Rafts"), [(30, 10, 20), (50, 20, 30), (12, 5, 7)], False),
    ],
)
def test_a_label_that_lists_the_others_is_their_whole_where_the_numbers_bear_it_out(
    labels: tuple[str, ...], held: list[tuple[int, ...]], whole: bool
) -> None:
    lines = [
        f'{2010 + n},"{label}",{value}'
        for n, some in enumerate(held)
        for label, value in zip(labels, some, strict=True)
    ]
    one = dataset("\n".join(["Year,Kind,Seen", *lines]))
    assert [code.total for code in one.dimensions[1].codes] == [whole] + [False] * (len(labels) - 1)


def test_only_a_label_that_says_nothing_more_lists_the_others() -> None:
    assert lists_others(["Tugs and barges", "Tugs", "Barges"]) == 0
    assert lists_others(["Barges", "Tugs, barges", "Tugs"]) == 1
    assert lists_others(["Old tugs and barges", "Tugs", "Barges"]) is None
    assert lists_others(["Tugs", "Barges"]) is None


def test_labels_that_differ_in_capitals_alone_are_one_label() -> None:
    one = dataset("year,coast,kind,boats\n2019,NORTH,Total,9\n2019,NORTH,raft,4\n2020,North,Raft,5\n")
    assert {d.name: [c.words for c in d.codes] for d in one.dimensions[1:]} == {
        "coast": ["NORTH"],
        "kind": ["Total", "raft"],
    }
    assert values(one, kind="raft") == [Decimal(4), Decimal(5)]


def test_labels_that_tell_rows_apart_by_their_capitals_are_several() -> None:
    one = dataset("year,grade,boats\n2019,a,4\n2019,A,5\n2020,a,6\n2020,A,7\n")
    assert [c.words for c in one.dimensions[1].codes] == ["a", "A"]


def test_a_column_of_numbers_and_their_total_holds_labels() -> None:
    one = dataset("year,repairs,boats\n2019,Total,30\n2019,1,20\n2019,2,7\n2019,3,3\n")
    assert [c.words for c in one.dimensions[1].codes] == ["Total", "1", "2", "3"]
    assert [c.total for c in one.dimensions[1].codes] == [True, False, False, False]
    assert [o.value for o in one.observed()] == [30, 20, 7, 3]


def test_of_two_columns_that_name_measures_the_wider_one_says_what_they_are_of() -> None:
    rows = "2019,Calls,Calls received,9\n2019,Calls,Percentage of calls answered,80\n2019,Letters,Letters received,4\n"
    one = dataset("Year,Measure,Indicator,Value\n" + rows)
    assert [(d.name, d.role) for d in one.dimensions[1:]] == [
        ("Measure", Role.CATEGORY),
        ("Indicator", Role.MEASURE),
    ]
    assert labels_of(one, one.observed()[2])["Measure"] == "Letters"


@pytest.mark.parametrize(
    ("headings", "whole"),
    [
        (
            ["social_housing", "one_plus_social", "one_plus_social_rate"],
            ["social_housing", "one_plus_social_housing", "one_plus_social_housing_rate"],
        ),
        (
            ["temporary_accommodation_rate", "ever_temporary"],
            ["temporary_accommodation_rate", "ever_temporary_accommodation"],
        ),
        (["total_boats", "boats_lost"], ["total_boats", "boats_lost"]),
        (["social_housing", "social_staff", "one_plus_social"], ["social_housing", "social_staff", "one_plus_social"]),
        (["Boats lost", "Boats"], ["Boats lost", "Boats"]),
    ],
)
def test_a_heading_in_code_that_breaks_off_within_a_name_has_it_whole(headings: list[str], whole: list[str]) -> None:
    assert completed(headings) == whole


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("one_plus_repairs", "one or more repairs"),
        ("one_plus_rescues_no", "one or more rescues number"),
        ("Boats plus rafts", "Boats plus rafts"),
    ],
)
def test_one_plus_in_a_heading_is_one_or_more(heading: str, words: str) -> None:
    assert worded(heading) == words
