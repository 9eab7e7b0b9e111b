"""What a phrase tells apart: its opposite, a sort of people, whose service it is, those to whom something befell."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer import Status
from tests.bot.tables.putting import desk_over

_SURE = (Status.ANSWERED, Status.COMPUTED)
_FIXED = b"""Year,county,school_type,fixed_excl
201516,Arden,Total,900
201516,Arden,Primary,200
201516,Arden,Secondary,700
201415,Arden,Total,800
201415,Arden,Primary,150
201415,Arden,Secondary,650
"""
_ALL = b"""year,school_type,num_schools,headcount,perm_excl,fixed_excl,one_plus_fixed
201314,Total,30,9000,11,700,400
201314,state-funded primary,20,5000,2,100,60
201314,state-funded secondary,10,4000,9,600,340
201415,Total,31,9100,13,800,450
201415,state-funded primary,21,5050,3,150,80
201415,state-funded secondary,10,4050,10,650,370
201516,Total,31,9300,16,900,500
201516,state-funded primary,21,5150,4,200,100
201516,state-funded secondary,10,4150,12,700,400
"""


def test_permanent_exclusions_are_none_for_a_time(tmp_path: Path) -> None:
    with desk_over(tmp_path / "record", {"fixed_exclusions.csv": _FIXED}) as desk:
        assert "700" in desk.ask("How many fixed-period exclusions from secondary schools were there in 2015/16?").text
        asked = desk.ask("How many permanent exclusions from secondary schools were there in Arden in 2015/16?")
        assert asked.status not in _SURE, asked.text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Over the three school years from 2013/14 to 2015/16, how many permanent exclusions were there?", "40"),
        ("How many permanent exclusions were there from secondary schools in England in 2015/16?", "12"),
        ("How many pupils had at least one fixed exclusion in 2015/16?", "500"),
        ("Of the pupils who had at least one fixed exclusion in 2014/15, what share were at primary schools?", "17.8%"),
    ],
)
def test_one_table_of_several_measures_answers(tmp_path: Path, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {"summary.csv": _ALL}) as desk:
        answer = desk.ask(question)
    assert answer.status in _SURE, answer.text
    assert value in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How many permanent exclusions were there from secondary schools in Wales in 2015/16?",
        "What share of pupils had at least one fixed exclusion in 2015/16?",
        "How many schools had at least one fixed exclusion in 2015/16?",
    ],
)
def test_it_answers_for_no_other_place_and_nobody_else(tmp_path: Path, question: str) -> None:
    with desk_over(tmp_path / "record", {"summary.csv": _ALL}) as desk:
        answer = desk.ask(question)
    assert answer.status not in _SURE, answer.text


def test_of_those_with_one_at_least_no_number_of_all_that_befell_is_given(tmp_path: Path) -> None:
    with desk_over(tmp_path / "record", {"fixed_exclusions.csv": _FIXED}) as desk:
        answer = desk.ask(
            "Of the pupils who had at least one fixed exclusion in 2015/16, what share were at secondary schools?"
        )
    assert answer.status not in _SURE, answer.text


_REFERRALS = b"""year,council,category,referral_count,rereferral_count,rereferral_percent,no_further_action_count,extra
2022,Ambleby,Referrals and Re-referrals,400,80,20,30,350
2022,Corrie,Referrals and Re-referrals,500,150,30,40,420
2023,Ambleby,Referrals and Re-referrals,440,110,25,20,390
2023,Corrie,Referrals and Re-referrals,520,130,25,50,450
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("By how many did referrals to children's services in Ambleby go up between 2022 and 2023?", "40"),
        ("What percentage of referrals in Corrie in 2022 were re-referrals?", "30%"),
        (
            "What share of referrals in Ambleby in 2023 were re-referrals, i.e. within a year of an earlier referral?",
            "25%",
        ),
        ("How many referrals in Corrie had no further action in 2023?", "50"),
    ],
)
def test_children_s_services_are_no_children(tmp_path: Path, question: str, value: str) -> None:
    with desk_over(tmp_path / "record", {"c1_cin_referrals.csv": _REFERRALS}) as desk:
        answer = desk.ask(question)
    assert answer.status in _SURE, answer.text
    assert value in answer.text


def test_children_are_not_children_in_need(tmp_path: Path) -> None:
    table = b"year,council,children_count\n2022,Ambleby,40\n2022,Corrie,50\n2023,Ambleby,44\n2023,Corrie,52\n"
    with desk_over(tmp_path / "record", {"children_at_the_lido.csv": table}) as desk:
        assert "44" in desk.ask("How many children were there at the lido in Ambleby in 2023?").text
        answer = desk.ask("How many children in need were there in Ambleby in 2023?")
    assert answer.status not in _SURE, answer.text
