"""Dates and periods in text: which days are meant, told on 26 April 2006."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.extract.dates import dates, periods
from corpus.records import When

ANCHOR = date(2006, 4, 26)  # a Wednesday

DATES = [
    # text, the words of the date, its first and last day, kind
    ("on 26 April 2006", "26 April 2006", "2006-04-26", "2006-04-26", "day"),
    ("26th April 2006", "26th April 2006", "2006-04-26", "2006-04-26", "day"),
    ("the 26th of April 2006", "26th of April 2006", "2006-04-26", "2006-04-26", "day"),
    ("April 26, 2006", "April 26, 2006", "2006-04-26", "2006-04-26", "day"),
    ("April 26, 2006: the tugs sailed", "April 26, 2006", "2006-04-26", "2006-04-26", "day"),
    ("26 Apr 2006", "26 Apr 2006", "2006-04-26", "2006-04-26", "day"),
    ("26 april 2006", "26 april 2006", "2006-04-26", "2006-04-26", "day"),
    ("26 APRIL 2006", "26 APRIL 2006", "2006-04-26", "2006-04-26", "day"),
    ("Wednesday 26 April 2006", "Wednesday 26 April 2006", "2006-04-26", "2006-04-26", "day"),
    ("Wednesday, 26 April 2006", "Wednesday, 26 April 2006", "2006-04-26", "2006-04-26", "day"),
    ("2006-04-26", "2006-04-26", "2006-04-26", "2006-04-26", "day"),
    ("26/04/2006", "26/04/2006", "2006-04-26", "2006-04-26", "day"),
    ("05/04/2006", "05/04/2006", "2006-04-05", "2006-04-05", "day"),
    ("26.4.2006", "26.4.2006", "2006-04-26", "2006-04-26", "day"),
    ("26/4/06", "26/4/06", "2006-04-26", "2006-04-26", "day"),
    ("25-26 April 2006", "25-26 April 2006", "2006-04-25", "2006-04-26", "day"),
    ("April 2006", "April 2006", "2006-04-01", "2006-04-30", "month"),
    ("Feb. 1999", "Feb. 1999", "1999-02-01", "1999-02-28", "month"),
    ("may 2006", "may 2006", "2006-05-01", "2006-05-31", "month"),
    ("in 2006", "2006", "2006-01-01", "2006-12-31", "year"),
    ("the 2005 election", "2005", "2005-01-01", "2005-12-31", "year"),
    ("2005-06", "2005-06", "2005-04-01", "2006-03-31", "financial year"),
    ("2005/06", "2005/06", "2005-04-01", "2006-03-31", "financial year"),
    ("1999-00", "1999-00", "1999-04-01", "2000-03-31", "financial year"),
    ("1999-2000", "1999-2000", "1999-04-01", "2000-03-31", "financial year"),
    ("FY 2005-06", "FY 2005-06", "2005-04-01", "2006-03-31", "financial year"),
    ("2001-2005", "2001-2005", "2001-01-01", "2005-12-31", "year"),
    ("Q3 2012", "Q3 2012", "2012-07-01", "2012-09-30", "quarter"),
    ("2012 Q3", "2012 Q3", "2012-07-01", "2012-09-30", "quarter"),
    ("the third quarter of 2012", "third quarter of 2012", "2012-07-01", "2012-09-30", "quarter"),
    ("the last quarter of 2012", "last quarter of 2012", "2012-10-01", "2012-12-31", "quarter"),
    ("the first half of 2005", "first half of 2005", "2005-01-01", "2005-06-30", "part"),
    ("the first three months of 2005", "first three months of 2005", "2005-01-01", "2005-03-31", "part"),
    ("the first nine months of 2004-05", "first nine months of 2004-05", "2004-04-01", "2004-12-31", "part"),
    ("the first 10 months of the year 2003", "first 10 months of the year 2003", "2003-01-01", "2003-10-31", "part"),
    ("the end of Q3 2012", "end of Q3 2012", "2012-09-30", "2012-09-30", "day"),
    ("the end of September 2012", "end of September 2012", "2012-09-30", "2012-09-30", "day"),
    ("end of 2005", "end of 2005", "2005-12-31", "2005-12-31", "day"),
    ("the start of 2005", "start of 2005", "2005-01-01", "2005-01-01", "day"),
    ("by the end of the year", "end of the year", "2006-12-31", "2006-12-31", "day"),
    ("the end of last month", "end of last month", "2006-03-31", "2006-03-31", "day"),
    ("early 2006", "early 2006", "2006-01-01", "2006-04-30", "part"),
    ("mid-2006", "mid-2006", "2006-05-01", "2006-08-31", "part"),
    ("late 2006", "late 2006", "2006-09-01", "2006-12-31", "part"),
    ("early April 2006", "early April 2006", "2006-04-01", "2006-04-10", "part"),
    ("late April 2006", "late April 2006", "2006-04-21", "2006-04-30", "part"),
    ("the 1990s", "1990s", "1990-01-01", "1999-12-31", "part"),
    ("spring 2006", "spring 2006", "2006-03-01", "2006-05-31", "season"),
    ("winter 2005", "winter 2005", "2005-12-01", "2006-02-28", "season"),
    ("the year to March 2019", "year to March 2019", "2018-04-01", "2019-03-31", "span"),
    ("year ending 31 March 2019", "year ending 31 March 2019", "2018-04-01", "2019-03-31", "span"),
    ("the six months to June 2006", "six months to June 2006", "2006-01-01", "2006-06-30", "span"),
    ("12 months ending June 2006", "12 months ending June 2006", "2005-07-01", "2006-06-30", "span"),
    ("the week ending 5 May 2006", "week ending 5 May 2006", "2006-04-29", "2006-05-05", "span"),
    ("week commencing 1 May 2006", "week commencing 1 May 2006", "2006-05-01", "2006-05-07", "span"),
    ("on 26 April", "26 April", "2006-04-26", "2006-04-26", "day"),
    ("on 27 April", "27 April", "2005-04-27", "2005-04-27", "day"),
    ("on 29 February", "29 February", "2004-02-29", "2004-02-29", "day"),
    ("in August", "August", "2005-08-01", "2005-08-31", "month"),
    ("in April", "April", "2006-04-01", "2006-04-30", "month"),
    ("in May", "May", "2005-05-01", "2005-05-31", "month"),
    ("in march", "march", "2006-03-01", "2006-03-31", "month"),
    ("next August", "next August", "2006-08-01", "2006-08-31", "relative"),
    ("last April", "last April", "2005-04-01", "2005-04-30", "relative"),
    ("today", "today", "2006-04-26", "2006-04-26", "relative"),
    ("yesterday", "yesterday", "2006-04-25", "2006-04-25", "relative"),
    ("tomorrow", "tomorrow", "2006-04-27", "2006-04-27", "relative"),
    ("day before yesterday", "day before yesterday", "2006-04-24", "2006-04-24", "relative"),
    ("last night", "last night", "2006-04-25", "2006-04-25", "relative"),
    ("this morning", "this morning", "2006-04-26", "2006-04-26", "relative"),
    ("last week", "last week", "2006-04-17", "2006-04-23", "relative"),
    ("this week", "this week", "2006-04-24", "2006-04-30", "relative"),
    ("next week's elections", "next week", "2006-05-01", "2006-05-07", "relative"),
    ("last month", "last month", "2006-03-01", "2006-03-31", "relative"),
    ("the previous month", "previous month", "2006-03-01", "2006-03-31", "relative"),
    ("last quarter", "last quarter", "2006-01-01", "2006-03-31", "relative"),
    ("this year", "this year", "2006-01-01", "2006-12-31", "relative"),
    ("last year", "last year", "2005-01-01", "2005-12-31", "relative"),
    ("last financial year", "last financial year", "2005-04-01", "2006-03-31", "relative"),
    ("this financial year", "this financial year", "2006-04-01", "2007-03-31", "relative"),
    ("last summer", "last summer", "2005-06-01", "2005-08-31", "relative"),
    ("three weeks ago", "three weeks ago", "2006-04-05", "2006-04-05", "relative"),
    ("10 days ago", "10 days ago", "2006-04-16", "2006-04-16", "relative"),
    ("two months ago", "two months ago", "2006-02-01", "2006-02-28", "relative"),
    ("a year ago", "a year ago", "2005-01-01", "2005-12-31", "relative"),
    ("next Thursday", "next Thursday", "2006-04-27", "2006-04-27", "relative"),
    ("last Wednesday", "last Wednesday", "2006-04-19", "2006-04-19", "relative"),
    ("on Monday", "Monday", "2006-04-24", "2006-04-24", "weekday"),
]

NO_DATES = [
    "it may be",
    "they march on", "a second man", "in a second", "2,005 people", "2005 people were held",
    "over 2000 prisoners",
    "B2005",
    "5790 1960 2610", "1610 staff", "the Immigration Act 1971", "April Jones said", "an august body", "31 April",
    "2006-13-01", "32/01/2006", "1/2", "\u00a32005", "20 may be freed", "more than 2000 of them", "",
    "the second reading", "clause 12", "sun and sat", "early and often", "survey-2021-to-now", "the last resort",
    "this matter", "next of kin", "mid", "end of", "the end of the end of",
]  # fmt: skip

PERIODS = [
    # text, the words of the time, relation, first and last day ("" where open)
    (
        "between February 1999 and last month",
        "between February 1999 and last month",
        "between",
        "1999-02-01",
        "2006-03-31",
    ),
    ("from 2001 to August 2005", "from 2001 to August 2005", "from", "2001-01-01", "2005-08-31"),
    ("from April to June 2005", "from April to June 2005", "from", "2005-04-01", "2005-06-30"),
    ("from Apr to Jun 2005", "from Apr to Jun 2005", "from", "2005-04-01", "2005-06-30"),
    ("Oct to Dec 2005", "Oct to Dec 2005", "between", "2005-10-01", "2005-12-31"),
    ("oct to dec 2005", "oct to dec 2005", "between", "2005-10-01", "2005-12-31"),
    ("ferry fares may to july 2005", "may to july 2005", "between", "2005-05-01", "2005-07-31"),
    ("loans, nov-jan 2006", "nov-jan 2006", "between", "2005-11-01", "2006-01-31"),
    ("joined the march to may 2003", "to may 2003", "until", "", "2003-05-31"),
    ("in Nov-Feb 2006", "in Nov-Feb 2006", "in", "2005-11-01", "2006-02-28"),
    ("from November to January 2006", "from November to January 2006", "from", "2005-11-01", "2006-01-31"),
    ("April-June 2005", "April-June 2005", "between", "2005-04-01", "2005-06-30"),
    ("1999 to 2006", "1999 to 2006", "between", "1999-01-01", "2006-12-31"),
    ("between 1999 and 2006", "between 1999 and 2006", "between", "1999-01-01", "2006-12-31"),
    ("between 25 and 26 April 2006", "between 25 and 26 April 2006", "between", "2006-04-25", "2006-04-26"),
    ("since August 2005", "since August 2005", "since", "2005-08-01", ""),
    ("since 2001", "since 2001", "since", "2001-01-01", ""),
    ("after August 2005", "after August 2005", "after", "2005-09-01", ""),
    ("after 26 April 2006", "after 26 April 2006", "after", "2006-04-27", ""),
    ("before August 2005", "before August 2005", "before", "", "2005-07-31"),
    ("prior to 2005", "prior to 2005", "before", "", "2004-12-31"),
    ("by 26 April 2006", "by 26 April 2006", "by", "", "2006-04-26"),
    ("no later than May 2006", "no later than May 2006", "by", "", "2006-05-31"),
    ("up to March 2006", "up to March 2006", "until", "", "2006-03-31"),
    ("until last week", "until last week", "until", "", "2006-04-23"),
    ("from August 2005", "from August 2005", "from", "2005-08-01", ""),
    ("from August 2005 onwards", "from August 2005 onwards", "from", "2005-08-01", ""),
    ("on or after 1 May 2006", "on or after 1 May 2006", "from", "2006-05-01", ""),
    ("with effect from 1 April 2006", "with effect from 1 April 2006", "from", "2006-04-01", ""),
    ("in 2003", "in 2003", "in", "2003-01-01", "2003-12-31"),
    ("during 2005-06", "during 2005-06", "during", "2005-04-01", "2006-03-31"),
    ("throughout 2005", "throughout 2005", "during", "2005-01-01", "2005-12-31"),
    ("in the past seven years", "in the past seven years", "over", "1999-04-26", "2006-04-26"),
    ("over the last six months", "over the last six months", "over", "2005-10-26", "2006-04-26"),
    ("over the past year", "over the past year", "over", "2005-04-26", "2006-04-26"),
    ("in the next two years", "in the next two years", "over", "2006-04-26", "2008-04-26"),
    ("in the past few years", "in the past few years", "over", "", "2006-04-26"),
    ("in the year to March 2019", "in the year to March 2019", "in", "2018-04-01", "2019-03-31"),
    ("in the last month", "in the last month", "in", "2006-03-01", "2006-03-31"),
    ("as at 12 December 2006", "as at 12 December 2006", "as at", "2006-12-12", "2006-12-12"),
    ("at the end of September 2012", "at the end of September 2012", "as at", "2012-09-30", "2012-09-30"),
    ("on 23 May 2006", "on 23 May 2006", "on", "2006-05-23", "2006-05-23"),
    ("between 4 and 19 July 2004", "between 4 and 19 July 2004", "between", "2004-07-04", "2004-07-19"),
    ("from 3 to 9 June 2001", "from 3 to 9 June 2001", "from", "2001-06-03", "2001-06-09"),
    ("7-11 March 2005", "7-11 March 2005", "between", "2005-03-07", "2005-03-11"),
    ("on 6 and 7 August 2003", "on 6 and 7 August 2003", "on", "2003-08-06", "2003-08-07"),
    ("last night", "last night", "on", "2006-04-25", "2006-04-25"),
    ("each year", "each year", "each", "", ""),
    ("every month", "every month", "each", "", ""),
    ("20 deaths per year", "per year", "each", "", ""),
    ("annually", "annually", "each", "", ""),
    ("\u00a35m a year", "a year", "each", "", ""),
    ("300 prisoners a year", "a year", "each", "", ""),
]


def day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


@pytest.mark.parametrize(("text", "words", "first", "last", "kind"), DATES)
def test_a_date_means_these_days(text: str, words: str, first: str, last: str, kind: str) -> None:
    (found,) = dates(text, ANCHOR)
    assert (found.words, found.kind) == (words, kind)
    assert found.when == When(date.fromisoformat(first), date.fromisoformat(last))
    assert found.span.of(text) == words


@pytest.mark.parametrize("text", NO_DATES)
def test_these_hold_no_date(text: str) -> None:
    assert dates(text, ANCHOR) == []


@pytest.mark.parametrize(("text", "words", "relation", "first", "last"), PERIODS)
def test_a_time_bears_in_this_way(text: str, words: str, relation: str, first: str, last: str) -> None:
    (found,) = periods(text, ANCHOR)
    assert (found.period.words, found.relation) == (words, relation)
    assert (found.period.start, found.period.end) == (day(first), day(last))
    assert found.span.of(text) == words


def test_a_single_date_is_kept_as_exactly_as_it_was_given() -> None:
    (found,) = periods("after August 2005", ANCHOR)
    assert found.when == When.month(2005, 8)


def test_without_an_anchor_a_relative_date_is_found_and_means_no_day() -> None:
    found = periods("since August, and in the past seven years, and last night", None)
    assert [(p.relation, p.when, p.period.start, p.period.end) for p in found] == [
        ("since", None, None, None), ("over", None, None, None), ("in", None, None, None),
    ]  # fmt: skip


def test_two_times_of_one_sentence_stay_apart() -> None:
    text = "In 2003 there were 40, and 12 since August 2005 when they wrote on 3 May 2005."
    assert [(p.relation, p.period.words) for p in periods(text, ANCHOR)] == [
        ("in", "In 2003"), ("since", "since August 2005"), ("on", "on 3 May 2005"),
    ]  # fmt: skip


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "In 2003 some; in 2004 others; in 2005 none"
    assert [d.words for d in dates(text, ANCHOR, 8, 28)] == ["2004"]


STYLES = [
    "{d} {B} {y}", "{B} {d}, {y}", "{d} {b} {y}", "{y:04}-{m:02}-{d:02}", "{d:02}/{m:02}/{y}", "{d}{o} {B} {y}",
    "the {d}{o} of {B} {y}", "{A} {d} {B} {y}", "{A}, {d} {B} {y}",
]  # fmt: skip


def written(one: date, style: str) -> str:
    ordinal = "th" if 10 < one.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(one.day % 10, "th")
    return style.format(d=one.day, m=one.month, y=one.year, B=f"{one:%B}", b=f"{one:%b}", A=f"{one:%A}", o=ordinal)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(STYLES))
def test_a_day_written_in_any_style_is_that_day(one: date, style: str) -> None:
    (found,) = dates(f"It was given on {written(one, style)}, and again.", None)
    assert found.when == When.on(one)


@given(st.integers(1900, 2099), st.integers(1, 12))
def test_a_month_is_all_its_days(year: int, month: int) -> None:
    when = When.month(year, month)
    (found,) = dates(f"in {when.first:%B} {year}", None)
    assert found.when == when


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_a_day_without_its_year_is_the_latest_up_to_the_anchor(one: date, anchor: date) -> None:
    (found,) = dates(f"on {one.day} {one:%B}", anchor)
    assert found.when is not None
    assert found.when.first <= anchor < found.when.first + timedelta(days=366 * 8 + 1)
    assert (found.when.first.day, found.when.first.month) == (one.day, one.month)


PIECES = st.sampled_from(
    [
    "26", "April", "2006", "2005-06", "-", "to", "and", "between", "from", "since", "the", "end of", "early",
    "mid-", "last", "next", "May", "may", "week", "year", "month", "Monday", ",", "1/2/2006", "Q3", "quarter", "of",
    "three", "ago", "past", "each", "a", "31", "February", "ending", "to March", "0", "9999", "onwards", "\n",
]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=150), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=25).map("".join)
)


@given(TEXTS, st.one_of(st.none(), st.dates()))
def test_any_text_gives_spans_in_order_that_do_not_overlap(text: str, anchor: date | None) -> None:
    end = 0
    for found in dates(text, anchor):
        assert end <= found.span.start < found.span.end <= len(text)
        assert found.span.of(text) == found.words
        end = found.span.end
    end = 0
    for mention in periods(text, anchor):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text) == mention.period.words
        end = mention.span.end


HOSTILE = [
    "26 April ", "2005-", "2005-06", "May ", "last ", "end of ", "early ", "the year to ", "six months to ",
    "over the past ", "Monday, ", "up to and including ", "1999 to ", "January-", "mid-", "the end of the ",
    "a year ", "1 ", " ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_is_read_in_good_time(piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    started = time.process_time()
    periods(text, ANCHOR)
    assert time.process_time() - started < 1.0


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The review will report by 1 July.", date(2006, 7, 1)),
        ("The work would be finished in December.", date(2006, 12, 1)),
        ("Her report is due in May.", date(2006, 5, 1)),
        ("She will appear before the committee on 26 April.", date(2006, 4, 26)),
        ("He was told on 1 July.", date(2005, 7, 1)),
        ("Payments due on 1 May had not been made.", date(2005, 5, 1)),
        ("It would have been sent in March.", date(2006, 3, 1)),
        ("By then it will have run since June.", date(2005, 6, 1)),
    ],
)
def test_a_date_without_a_year_is_to_come_where_its_verb_says_so(text: str, first: date) -> None:
    (found,) = [d for d in dates(text, date(2006, 4, 26)) if d.when is not None]
    assert found.when is not None
    assert found.when.first == first


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("in the third quarter of 2020/21", date(2020, 10, 1), date(2020, 12, 31)),
        ("in Q4 2018-19", date(2019, 1, 1), date(2019, 3, 31)),
        ("in 2018/19 Q2", date(2018, 7, 1), date(2018, 9, 30)),
        ("in the first half of 2019/20", date(2019, 4, 1), date(2019, 9, 30)),
        ("in the third quarter of 2020", date(2020, 7, 1), date(2020, 9, 30)),
    ],
)
def test_a_quarter_of_a_year_told_over_two_is_one_of_the_financial_year(said: str, start: date, end: date) -> None:
    [found] = periods(f"Lamps lit {said} were few.", None)
    assert (found.period.start, found.period.end) == (start, end)
