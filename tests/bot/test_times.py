"""Whether a figure is of the time asked about: the same boundary, never a period that merely overlaps it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.times import Timing, anchored, timing
from corpus.extract.dates import PeriodMention, periods
from corpus.records import Figure, Period, Qualifier, Span, When

FIGURE = Figure("f", "s", Span(0, 1), Span(0, 1), Decimal(9), Qualifier.EXACTLY, "people", "people", "people freed")
DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
MATCH, SAID, INHERITED, MISMATCH = Timing.MATCH, Timing.SAID, Timing.INHERITED, Timing.MISMATCH


def asked(words: str, anchor: date | None = None) -> PeriodMention:
    [mention] = periods(words, anchor)
    return mention


def over(start: date | None, end: date | None, words: str = "") -> Figure:
    return replace(FIGURE, period=Period(start, end, words))


D = date.fromisoformat
WHOLE_AFFAIR = (D("1999-02-01"), D("2006-03-31"))

CASES: list[tuple[str, date | None, date | None, Timing]] = [
    ("after August 2005", D("2005-09-01"), None, MATCH),
    ("after August 2005", D("2005-08-01"), None, MATCH),  # "since August 2005": one boundary, two readings, both said
    ("after August 2005", D("2005-09-01"), D("2006-03-31"), MATCH),
    ("after August 2005", *WHOLE_AFFAIR, MISMATCH),
    ("after August 2005", D("2006-01-01"), D("2006-03-31"), MISMATCH),
    ("after August 2005", None, D("2005-08-31"), MISMATCH),
    ("since August 2005", D("2005-08-01"), None, MATCH),
    ("since August 2005", D("2005-07-01"), None, MISMATCH),
    ("since 2001", D("2001-01-01"), D("2006-04-26"), MATCH),
    ("since 2001", D("2000-12-31"), D("2006-04-26"), MISMATCH),
    ("before August 2005", None, D("2005-07-31"), MATCH),
    ("before August 2005", D("1999-02-01"), D("2005-07-31"), MATCH),
    ("before August 2005", *WHOLE_AFFAIR, MISMATCH),
    ("before August 2005", D("1999-02-01"), D("2004-12-31"), MISMATCH),
    ("before August 2005", D("2005-09-01"), D("2006-03-31"), MISMATCH),
    ("by December 2006", None, D("2006-12-31"), MATCH),
    ("by December 2006", D("2006-04-01"), D("2007-02-28"), MISMATCH),
    ("until March 2006", None, D("2006-03-31"), MATCH),
    ("until March 2006", None, D("2006-04-30"), MISMATCH),
    ("in 2004", D("2004-01-01"), D("2004-12-31"), MATCH),
    ("in 2004", D("2004-01-01"), D("2005-12-31"), MISMATCH),
    ("in 2004", D("2003-01-01"), D("2005-12-31"), MISMATCH),
    ("in 2004", D("2004-03-01"), D("2004-05-31"), MISMATCH),
    ("in 2004", D("2004-04-01"), D("2005-03-31"), MISMATCH),
    ("in 2004", D("2004-01-01"), None, MISMATCH),
    ("in March 2004", D("2004-03-01"), D("2004-03-31"), MATCH),
    ("in March 2004", D("2004-01-01"), D("2004-12-31"), MISMATCH),
    ("in March 2004", D("2003-03-01"), D("2003-03-31"), MISMATCH),
    ("during 2004", D("2004-01-01"), D("2004-12-31"), MATCH),
    ("between February 1999 and March 2006", *WHOLE_AFFAIR, MATCH),
    ("between February 1999 and March 2006", D("2001-01-01"), D("2006-03-31"), MISMATCH),
    ("between 2001 and 2004", D("2001-01-01"), D("2004-12-31"), MATCH),
    ("between 2001 and 2004", D("2001-01-01"), D("2003-12-31"), MISMATCH),
    ("between 2001 and 2004", D("2002-01-01"), D("2003-12-31"), MISMATCH),
]


@pytest.mark.parametrize(("words", "start", "end", "expected"), CASES)
def test_a_period_answers_for_its_own_time_and_no_other(
    words: str, start: date | None, end: date | None, expected: Timing
) -> None:
    assert timing(asked(words), over(start, end), ()) is expected


@pytest.mark.parametrize(
    ("words", "as_at", "expected"),
    [
        ("on 26 April 2006", When.day(2006, 4, 26), MATCH),
        ("on 26 April 2006", When.day(2006, 4, 27), MISMATCH),
        ("as at 31 March 2011", When.day(2011, 3, 31), MATCH),
        ("by December 2006", When.day(2006, 12, 12), MATCH),
        ("by December 2006", When.day(2006, 10, 9), MATCH),
        ("by December 2006", When.day(2006, 9, 9), MISMATCH),
        ("by December 2006", When.day(2007, 2, 1), MISMATCH),
        ("in March 2011", When.day(2011, 3, 31), MATCH),
        ("in March 2011", When.day(2011, 4, 1), MISMATCH),
        ("after August 2005", When.day(2005, 9, 1), MISMATCH),
        ("since 2001", When.day(2006, 4, 26), MISMATCH),
    ],
)
def test_a_stock_answers_for_its_own_day(words: str, as_at: When, expected: Timing) -> None:
    assert timing(asked(words), replace(FIGURE, as_at=as_at), ()) is expected


def test_a_part_without_a_time_takes_its_wholes() -> None:
    whole = over(*WHOLE_AFFAIR)
    assert timing(asked("between February 1999 and March 2006"), FIGURE, (whole,)) is INHERITED
    assert timing(asked("after August 2005"), FIGURE, (whole,)) is MISMATCH
    part = over(D("2005-09-01"), None)
    assert timing(asked("after August 2005"), part, (whole,)) is MATCH
    assert timing(asked("between February 1999 and March 2006"), part, (whole,)) is MISMATCH


@pytest.mark.parametrize(
    ("words", "expected"),
    [("on 26 April 2006", SAID), ("by April 2006", SAID), ("by March 2006", MISMATCH), ("after August 2005", MISMATCH)],
)
def test_what_has_no_time_of_its_own_was_said_on_a_day(words: str, expected: Timing) -> None:
    assert timing(asked(words), replace(FIGURE, said_on=D("2006-04-26")), ()) is expected
    assert timing(asked(words), FIGURE, ()) is MISMATCH


@given(DAYS, DAYS, st.integers(1990, 2030))
def test_a_year_is_never_answered_by_what_only_overlaps_it(a: date, b: date, year: int) -> None:
    start, end = min(a, b), max(a, b)
    same = (start.year, start.month, end.year, end.month) == (year, 1, year, 12)
    near = abs((start - D(f"{year}-01-01")).days) <= 1 and abs((end - D(f"{year}-12-31")).days) <= 1
    assume(not same and not near)
    assert timing(asked(f"in {year}"), over(start, end), ()) is MISMATCH


@given(DAYS, DAYS)
def test_between_two_days_is_answered_by_those_two_days(a: date, b: date) -> None:
    start, end = min(a, b), max(a, b)
    assume((start.year, start.month) != (end.year, end.month))
    words = f"between {start.day} {start:%B} {start.year} and {end.day} {end:%B} {end.year}"
    assert timing(asked(words), over(start, end), ()) is MATCH
    assert timing(asked(words), over(start, end + timedelta(days=40)), ()) is MISMATCH
    assert timing(asked(words), over(start - timedelta(days=40), end), ()) is MISMATCH


@given(DAYS, st.integers(2, 4000))
def test_before_a_day_is_never_answered_by_what_runs_past_it(day: date, more: int) -> None:
    words = f"before {day.day} {day:%B} {day.year}"
    assert timing(asked(words), over(None, day - timedelta(days=1)), ()) is MATCH
    assert timing(asked(words), over(None, day + timedelta(days=more)), ()) is MISMATCH
    assert timing(asked(words), over(day, None), ()) is MISMATCH


def test_a_date_without_its_year_is_of_the_year_that_the_record_was_made() -> None:
    mention = asked("on 30 June", D("2026-11-01"))
    assert anchored(mention, D("2011-07-04")).when == When.day(2011, 6, 30)
    assert anchored(mention, None) is mention
    given_in_full = asked("on 30 June 2010")
    assert anchored(given_in_full, D("2011-07-04")) is given_in_full
