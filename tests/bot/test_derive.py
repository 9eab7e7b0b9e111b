"""Arithmetic: exact, from the operands given, and refused with the field that differs where they do not compare."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Status
from bot.derive import (
    Incomparable,
    average,
    change,
    difference,
    digits,
    ratio,
    same_definition,
    share,
    total,
)
from bot.desk import Desk
from bot.view import View
from corpus.formats.base import Meta
from corpus.ingest import ingest_bytes
from corpus.ledger import Ledger
from corpus.records import Figure, Link, LinkKind, Nature, Qualifier, Source, SourceKind, Span

SOURCE = Source("s", "Lamps", "", SourceKind.DOCUMENT, date(2010, 1, 1), "", "", "0")
COUNTS = st.decimals(0, 10**12, allow_nan=False, places=0)
AMOUNTS = st.decimals(0, 10**9, allow_nan=False, places=2)


def fig(value: object, id: str = "f", **told: Any) -> Figure:
    """A figure of lamps worth VALUE."""
    worth = None if value is None else Decimal(str(value))
    made = Figure(id, "s", Span(0, 1), Span(0, 1), worth, Qualifier.EXACTLY, "lamps", "lamps", "lamps lit")
    return replace(made, **told)


def loose(value: int, id: str, qualifier: Qualifier) -> Figure:
    return fig(value, id, qualifier=qualifier)


EXACT, LEAST, MOST = Qualifier.EXACTLY, Qualifier.AT_LEAST, Qualifier.AT_MOST
MORE, FEWER, ABOUT, NEARLY = Qualifier.MORE_THAN, Qualifier.FEWER_THAN, Qualifier.ABOUT, Qualifier.NEARLY


def view(*figures: Figure, links: tuple[Link, ...] = ()) -> View:
    return View.of(figures, (), (SOURCE,), links, None)


def read_back(expression: str) -> list[Decimal]:
    """The numbers of an expression, in order."""
    return [Decimal(n.replace(",", "")) for n in re.findall(r"\d[\d,]*(?:\.\d+)?", expression)]


@given(COUNTS, COUNTS)
def test_a_difference_is_exact_and_names_the_greater_first(x: Decimal, y: Decimal) -> None:
    worked = difference(fig(x, "a"), fig(y, "b"))
    assert worked.result == abs(x - y)
    assert read_back(worked.expression) == [max(x, y), min(x, y), worked.result]
    assert [f.value for f in worked.operands] == [max(x, y), min(x, y)]
    assert worked.rounding is None


@given(AMOUNTS, AMOUNTS)
def test_pence_are_never_lost(x: Decimal, y: Decimal) -> None:
    a, b = fig(x, "a", unit="£"), fig(y, "b", unit="£")
    assert difference(a, b).result == abs(x - y)
    assert total((a, b), view(a, b)).result == x + y


@given(st.lists(COUNTS, min_size=1, max_size=8))
def test_a_sum_is_exact_over_all_its_parts(values: list[Decimal]) -> None:
    parts = [fig(v, f"f{i}") for i, v in enumerate(values)]
    worked = total(parts, view(*parts))
    assert worked.result == sum(values)
    assert read_back(worked.expression) == [*values, sum(values)]
    assert worked.operands == tuple(parts)
    assert worked.unit == "lamps"


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_a_share_is_rounded_half_up_to_one_place_and_says_so(part: int, whole: int) -> None:
    if part > whole:
        part, whole = whole, part
    worked = share(fig(part, "a"), fig(whole, "b"))
    tenths = Fraction(part * 1000, whole)
    assert worked.result * 10 == int(tenths + Fraction(1, 2))
    assert worked.shown.endswith("%")
    assert worked.unit == "%"
    assert worked.rounding


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (1, 3, "33.3%"),
        (2, 3, "66.7%"),
        (1, 8, "12.5%"),
        (1, 16, "6.3%"),  # 6.25: halves go up
        (3, 16, "18.8%"),  # 18.75
        (1, 2000, "0.1%"),  # 0.05
        (1, 2001, "0%"),
        (0, 7, "0%"),
        (7, 7, "100%"),
        (288, 1023, "28.2%"),
    ],
)
def test_shares_that_are_easily_got_wrong(part: int, whole: int, shown: str) -> None:
    assert share(fig(part, "a"), fig(whole, "b")).shown == shown


@given(COUNTS, COUNTS)
def test_a_change_is_as_far_as_it_moved_and_the_later_figure_comes_first(x: Decimal, y: Decimal) -> None:
    worked = change(fig(x, "a"), fig(y, "b"))
    assert worked.result == abs(y - x)
    assert [f.id for f in worked.operands] == ["b", "a"]


@given(st.integers(0, 10**9), st.integers(1, 10**6))
def test_a_ratio_is_to_one_place(x: int, y: int) -> None:
    assert ratio(fig(x, "a"), fig(y, "b")).result == (Decimal(x) / y).quantize(Decimal("0.1"), ROUND_HALF_UP)


@pytest.mark.parametrize(
    ("first", "later", "moved", "qualifier"),
    [
        ((10, EXACT), (4, LEAST), 6, MOST),
        ((10, LEAST), (4, EXACT), 6, LEAST),
        ((4, EXACT), (10, MORE), 6, MORE),
        ((4, FEWER), (10, EXACT), 6, MORE),
    ],
)
def test_a_fall_and_a_rise_are_no_surer_than_their_ends(
    first: tuple[int, Qualifier], later: tuple[int, Qualifier], moved: int, qualifier: Qualifier
) -> None:
    worked = change(loose(first[0], "a", first[1]), loose(later[0], "b", later[1]))
    assert worked.result == moved
    assert worked.qualifier is qualifier


def test_an_average_says_over_what_and_that_it_is_about() -> None:
    worked = average(fig(1000), Decimal(7), "years")
    assert (worked.result, worked.qualifier) == (Decimal("142.9"), Qualifier.ABOUT)
    assert worked.expression == "1,000 ÷ 7 years = 142.9"


@given(st.decimals(-(10**12), 10**12, allow_nan=False, places=3))
def test_digits_read_back_to_the_same_value(value: Decimal) -> None:
    assert Decimal(digits(value).replace(",", "")) == value


@pytest.mark.parametrize(
    ("value", "shown"), [("1023", "1,023"), ("15.60", "15.6"), ("20", "20"), ("1000000", "1,000,000"), ("0.0", "0")]
)
def test_digits_are_parted_and_have_no_needless_zeros(value: str, shown: str) -> None:
    assert digits(Decimal(value)) == shown


UNLIKE = [
    ("unit", {}, {"unit": "%"}),
    ("unit", {"unit": "£"}, {}),
    ("unit", {"unit": "people"}, {"unit": "days"}),
    ("unit", {"unit": "£"}, {"unit": "$"}),
    ("unit", {"unit": "%"}, {"unit": "percentage points"}),
    ("stock", {"nature": Nature.STOCK}, {"nature": Nature.FLOW}),
    ("flow", {"nature": Nature.FLOW}, {"nature": Nature.STOCK}),
    ("place", {"geography": "Wales"}, {"geography": "Scotland"}),
    ("number", {"value": None, "qualifier": Qualifier.SUPPRESSED}, {}),
    ("number", {}, {"value": None, "qualifier": Qualifier.NOT_KNOWN}),
    ("number", {}, {"value": None, "qualifier": Qualifier.IN_WORDS}),
    ("number", {"qualifier": Qualifier.SUPPRESSED}, {}),
]


@pytest.mark.parametrize(("field", "first", "second"), UNLIKE)
def test_what_does_not_compare_is_refused_by_the_field_that_differs(
    field: str, first: dict[str, Any], second: dict[str, Any]
) -> None:
    a, b = fig(9, "a"), fig(4, "b")
    a, b = replace(a, **first), replace(b, **second)
    for work in (difference, change, share, ratio, lambda x, y: total((x, y), view(x, y))):
        with pytest.raises(Incomparable, match=field):
            work(a, b)


def test_parts_of_different_wholes_are_not_added() -> None:
    wholes = fig(90, "w"), fig(80, "v")
    a, b = fig(3, "a", part_of="w"), fig(4, "b", part_of="v")
    with pytest.raises(Incomparable, match="different wholes"):
        total((a, b), view(*wholes, a, b))
    with pytest.raises(Incomparable, match="different wholes"):
        total((a, wholes[1]), view(*wholes, a))
    joined = Link(LinkKind.SUPERSEDES, "v", "w")
    assert total((a, b), view(*wholes, a, b, links=(joined,))).result == 7


def test_what_was_redefined_is_not_set_against_what_it_was() -> None:
    a, b, c = fig(79, "a"), fig(90, "b"), fig(179, "c")
    links = (Link(LinkKind.SUPERSEDES, "b", "a"), Link(LinkKind.REDEFINES, "c", "b"))
    with pytest.raises(Incomparable, match="redefined"):
        same_definition(a, c, view(a, b, c, links=links))
    with pytest.raises(Incomparable, match="redefined"):
        same_definition(c, a, view(a, b, c, links=links))
    same_definition(a, b, view(a, b, c, links=links))


@pytest.mark.parametrize("work", [share, ratio])
def test_nothing_is_divided_by_nil(work: Callable[[Figure, Figure], object]) -> None:
    with pytest.raises(Incomparable, match="nil"):
        work(fig(0, "a"), fig(0, "b"))


def test_a_part_larger_than_its_whole_has_no_share() -> None:
    with pytest.raises(Incomparable, match="larger"):
        share(fig(8, "a"), fig(7, "b"))


@pytest.mark.parametrize(
    ("first", "second", "result"),
    [
        (EXACT, EXACT, EXACT),
        (LEAST, EXACT, LEAST),
        (MORE, EXACT, MORE),
        (EXACT, LEAST, MOST),
        (EXACT, MORE, FEWER),
        (EXACT, FEWER, MORE),
        (EXACT, MOST, LEAST),
        (EXACT, NEARLY, ABOUT),
        (MORE, MORE, ABOUT),
        (LEAST, MOST, ABOUT),
    ],
)
def test_a_difference_is_no_surer_than_its_operands(first: Qualifier, second: Qualifier, result: Qualifier) -> None:
    assert difference(loose(9, "a", first), loose(4, "b", second)).qualifier is result


@pytest.mark.parametrize(
    ("qualifiers", "result"),
    [((EXACT, EXACT), EXACT), ((EXACT, LEAST), LEAST), ((LEAST, LEAST), LEAST), ((MORE, LEAST), ABOUT)],
)
def test_a_sum_is_no_surer_than_its_parts(qualifiers: tuple[Qualifier, ...], result: Qualifier) -> None:
    parts = [loose(3, f"f{i}", q) for i, q in enumerate(qualifiers)]
    assert total(parts, view(*parts)).qualifier is result


@pytest.mark.parametrize(("whole", "result"), [(MORE, FEWER), (LEAST, MOST), (EXACT, EXACT)])
def test_a_share_of_more_than_a_whole_is_less_than_the_share(whole: Qualifier, result: Qualifier) -> None:
    assert share(fig(3, "a"), loose(10, "b", whole)).qualifier is result


def test_a_part_is_worked_out_of_the_whole_in_a_document(desk: Desk) -> None:
    answer = desk.ask("How many were released before January 2004?")
    assert (answer.status, answer.figures[0].value) == (Status.COMPUTED, "887")
    assert answer.derivation
    assert [o.value for o in answer.derivation.operands] == [1204, 317]
    for operand in answer.derivation.operands:
        cited = next(c for c in answer.citations if c.n == operand.citation)
        assert f"{operand.value:,}" in cited.quote


def test_a_share_s_whole_is_of_the_part_s_own_document(tmp_path: Path) -> None:
    """Women hurt in one town are no share of the people hurt in the land: another document's whole may be another's."""
    texts = {
        "town.txt": "Hurt at sea off Umber\n\nSome 60 women were hurt at sea in 2014.\n",
        "land.txt": "Hurt at sea\n\nA total of 900 people were hurt at sea in 2014. Of these, 240 were children.\n",
    }
    with Ledger.open(tmp_path / "record", create=True) as ledger:
        for name, text in texts.items():
            assert not ingest_bytes(ledger, name, text.encode(), Meta(published=date(2015, 3, 2))).reason
    with Desk.open(tmp_path / "record") as desk:
        across = desk.ask("What share of the people hurt at sea in 2014 were women?")
        within = desk.ask("What share of the people hurt at sea in 2014 were children?")
    assert across.status is Status.NOT_IN_RECORD
    assert "no single document gives both" in across.text
    assert within.derivation is not None
    assert within.derivation.result == "26.7%"
