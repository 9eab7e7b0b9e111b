"""The record as it stood on a date: nothing said later is seen, and what replaced what is followed to its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.desk import Desk
from bot.view import View
from corpus.records import Figure, Link, LinkKind, Qualifier, Source, SourceKind, Span, Statement, When

SOURCE = Source("s", "Lamps", "", SourceKind.LETTER, date(2006, 5, 1), "", "", "0")
UNDATED = Source("u", "Undated", "", SourceKind.DOCUMENT, None, "", "", "1")


def fig(id: str, said_on: date | None = None, **told: Any) -> Figure:
    made = Figure(
        id, "s", Span(0, 1), Span(0, 1), Decimal(9), Qualifier.EXACTLY, "lamps", "lamps", "lamps", said_on=said_on
    )
    return replace(made, **told)


def view(*figures: Figure, links: tuple[Link, ...] = (), as_of: date | None = None) -> View:
    return View.of(figures, (), (SOURCE, UNDATED), links, as_of)


FIRST, SECOND, THIRD = (
    fig("a", date(2006, 4, 26)),
    fig("b", date(2006, 5, 23)),
    fig("c", date(2006, 6, 29)),
)
CHAIN = (Link(LinkKind.SUPERSEDES, "b", "a"), Link(LinkKind.CORRECTS, "c", "b"))


def test_a_chain_of_replacements_runs_from_the_first_said_to_the_latest() -> None:
    seen = view(THIRD, FIRST, SECOND, links=CHAIN)
    for figure in (FIRST, SECOND, THIRD):
        assert seen.chain(figure) == (FIRST, SECOND, THIRD)
        assert seen.latest(figure) == THIRD
    assert seen.superseded_by(FIRST) == SECOND
    assert seen.superseded_by(THIRD) is None
    assert seen.chain_of("nowhere") == ()


def test_as_of_a_date_only_what_had_been_said_by_then_is_seen() -> None:
    seen = view(FIRST, SECOND, THIRD, links=CHAIN, as_of=date(2006, 5, 23))
    assert set(seen.figures) == {"a", "b"}
    assert seen.latest(FIRST) == SECOND
    assert seen.superseded_by(SECOND) is None
    assert [link.from_id for link in seen.links] == ["b"]
    before = view(FIRST, SECOND, THIRD, links=CHAIN, as_of=date(2006, 4, 25))
    assert (before.figures, before.links) == ({}, ())


def test_what_has_no_day_of_its_own_was_said_when_its_source_was_published() -> None:
    figure, undated = fig("a"), fig("b", source_id="u")
    assert set(view(figure, undated, as_of=date(2006, 4, 30)).figures) == {"b"}
    assert set(view(figure, undated, as_of=date(2006, 5, 1)).figures) == {"a", "b"}


def test_a_source_known_by_its_month_alone_is_known_at_the_end_of_that_month() -> None:
    june = replace(UNDATED, published_in=When.month(2006, 6))
    figure = fig("b", source_id="u")
    for day, known in ((date(2006, 6, 29), False), (date(2006, 6, 30), True)):
        assert bool(View.of((figure,), (), (june,), (), day).figures) is known


def test_a_sheet_tells_when_a_figure_was_said_which_may_be_before_its_source() -> None:
    sheet = replace(SOURCE, paraphrase=True)
    by_day, by_month = fig("a", date(2006, 4, 26)), fig("b", said_in=When.month(2006, 3))
    for day, seen in ((date(2006, 3, 30), set()), (date(2006, 3, 31), {"b"}), (date(2006, 4, 26), {"a", "b"})):
        assert set(View.of((by_day, by_month), (), (sheet,), (), day).figures) == seen


def test_what_was_said_is_known_when_its_source_is_published() -> None:
    early = fig("a", date(2006, 4, 26))
    assert view(early, as_of=date(2006, 4, 30)).figures == {}
    assert set(view(early, as_of=date(2006, 5, 1)).figures) == {"a"}
    late = fig("b", date(2006, 6, 1))
    assert view(late, as_of=date(2006, 5, 31)).figures == {}


def test_statements_keep_to_the_date_too() -> None:
    said = [Statement(f"t{day}", "s", Span(0, 1), "X", "", date(2006, 5, day), "Words.", False) for day in (1, 2, 3)]
    assert set(View.of((), said, (SOURCE,), (), date(2006, 5, 2)).statements) == {"t1", "t2"}


def test_corrections_alone_are_followed_where_that_is_asked() -> None:
    seen = view(FIRST, SECOND, THIRD, links=CHAIN)
    assert seen.latest(FIRST, corrections_only=True) == FIRST
    assert seen.latest(SECOND, corrections_only=True) == THIRD


def test_figures_that_replace_each_other_do_not_go_round_for_ever() -> None:
    ring = (*CHAIN, Link(LinkKind.SUPERSEDES, "a", "c"))
    seen = view(FIRST, SECOND, THIRD, links=ring)
    assert seen.latest(FIRST) in (FIRST, SECOND, THIRD)
    assert seen.chain(FIRST) == (FIRST, SECOND, THIRD)


def test_the_latest_of_two_replacements_is_taken() -> None:
    links = (Link(LinkKind.SUPERSEDES, "b", "a"), Link(LinkKind.SUPERSEDES, "c", "a"))
    assert view(FIRST, SECOND, THIRD, links=links).superseded_by(FIRST) == THIRD


def test_a_part_knows_its_wholes_and_a_whole_its_parts() -> None:
    middle, part, other = fig("m", part_of="a"), fig("p", part_of="m"), fig("o", part_of="m")
    seen = view(FIRST, middle, part, other)
    assert seen.wholes(part) == (middle, FIRST)
    assert seen.parts(middle) == (part, other)
    assert seen.whole(FIRST) is None
    assert seen.same_whole(part, other)
    assert not seen.same_whole(part, middle)


def test_wholes_that_contain_each_other_end() -> None:
    a, b = fig("a", part_of="b"), fig("b", part_of="a")
    assert len(view(a, b).wholes(a)) <= 2


def test_parts_of_a_whole_and_of_its_restatement_share_a_whole() -> None:
    one, other = fig("p", part_of="a"), fig("q", part_of="c")
    assert not view(FIRST, SECOND, THIRD, one, other).same_whole(one, other)
    assert view(FIRST, SECOND, THIRD, one, other, links=CHAIN).same_whole(one, other)


@given(st.lists(st.dates(date(2000, 1, 1), date(2010, 12, 31)), max_size=8), st.dates(date(2000, 1, 1)))
def test_no_figure_of_a_later_day_is_ever_seen(days: list[date], as_of: date) -> None:
    figures = [fig(f"f{i}", day, source_id="u") for i, day in enumerate(days)]
    links = tuple(Link(LinkKind.SUPERSEDES, f"f{i + 1}", f"f{i}") for i in range(len(days) - 1))
    seen = view(*figures, links=links, as_of=as_of)
    assert {f.id for f in figures if f.said_on and f.said_on <= as_of} == set(seen.figures)
    for figure in seen.figures.values():
        assert all(f.said_on and f.said_on <= as_of for f in seen.chain(figure))


def test_the_library_as_of_each_day_says_what_was_known_then(library: Desk) -> None:
    asked = "How many foreign national prisoners were released without consideration of deportation?"
    known = {date(2006, 4, 30): "1023", date(2006, 5, 24): "1019", date(2006, 7, 1): "1013", None: "1013"}
    for day, value in known.items():
        answer = library.ask(asked, day)
        assert answer.figures[0].value == value, day
        assert answer.as_of == day
        assert all(c.published is None or day is None or c.published <= day for c in answer.citations)


def test_the_history_of_a_measure_ends_with_what_is_current(library: Desk) -> None:
    asked = "How many foreign national prisoners were released without consideration of deportation?"
    history = library.ask(asked).history
    assert [s.said_on for s in history] == sorted(s.said_on for s in history if s.said_on)
    assert {"1023", "1019", "1013"} <= {s.value.replace(",", "") for s in history}
