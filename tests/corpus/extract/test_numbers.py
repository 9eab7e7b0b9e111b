"""Numbers in text: what each is worth, how exactly it is given, and what only looks like one."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.extract.numbers import quantities
from corpus.records import Qualifier as Q

HALF_SENTENCE = "In all, {} had been released by then."

AMOUNTS: list[tuple[str, str, str, Q, str, str]] = [
    # text, the words of the whole quantity, value, qualifier, kind, unit
    ("1,023 foreign national prisoners", "1,023", "1023", Q.EXACTLY, "count", ""),
    ("only 107 of the prisoners", "107", "107", Q.EXACTLY, "count", ""),
    ("34 other sex attackers", "34", "34", Q.EXACTLY, "count", ""),
    ("in 160 cases", "160", "160", Q.EXACTLY, "count", ""),
    ("a total of 288", "288", "288", Q.EXACTLY, "count", ""),
    ("1\u00a0023 people", "1\u00a0023", "1023", Q.EXACTLY, "count", ""),
    ("10\u2009000 people", "10\u2009000", "10000", Q.EXACTLY, "count", ""),
    ("1 023 people", "1 023", "1023", Q.EXACTLY, "count", ""),
    ("3.5m passengers", "3.5m", "3500000", Q.EXACTLY, "count", ""),
    ("10k runners", "10k", "10000", Q.EXACTLY, "count", ""),
    ("1.5 million people", "1.5 million", "1500000", Q.EXACTLY, "count", ""),
    ("2.3 billion journeys", "2.3 billion", "2300000000", Q.EXACTLY, "count", ""),
    ("a ratio of 0.5", "0.5", "0.5", Q.EXACTLY, "count", ""),
    ("2,005 people", "2,005", "2005", Q.EXACTLY, "count", ""),
    ("2005 people were held", "2005", "2005", Q.EXACTLY, "count", ""),
    ("1950 prisoners were freed", "1950", "1950", Q.EXACTLY, "count", ""),
    ("a dose of 550 \u00b5g/L", "550 \u00b5g/L", "550", Q.EXACTLY, "measure", "\u00b5g/L"),
    ("at 12 km/h", "12 km/h", "12", Q.EXACTLY, "measure", "km/h"),
    ("8 mg of iron", "8 mg", "8", Q.EXACTLY, "measure", "mg"),
    ("three murderers", "three", "3", Q.EXACTLY, "count", ""),
    ("Three murderers", "Three", "3", Q.EXACTLY, "count", ""),
    ("twenty-one men", "twenty-one", "21", Q.EXACTLY, "count", ""),
    ("one hundred and sixty cases", "one hundred and sixty", "160", Q.EXACTLY, "count", ""),
    ("two thousand and five people", "two thousand and five", "2005", Q.EXACTLY, "count", ""),
    ("a hundred people", "a hundred", "100", Q.EXACTLY, "count", ""),
    ("half a million people", "half a million", "500000", Q.EXACTLY, "count", ""),
    ("a quarter of a million people", "a quarter of a million", "250000", Q.EXACTLY, "count", ""),
    ("one and a half million people", "one and a half million", "1500000", Q.EXACTLY, "count", ""),
    ("a dozen officials", "a dozen", "12", Q.EXACTLY, "count", ""),
    ("two dozen officials", "two dozen", "24", Q.EXACTLY, "count", ""),
    ("half a dozen officials", "half a dozen", "6", Q.EXACTLY, "count", ""),
    ("nil returns", "nil", "0", Q.EXACTLY, "count", ""),
    ("zero escapes", "zero", "0", Q.EXACTLY, "count", ""),
    ("one prisoner fled", "one", "1", Q.EXACTLY, "count", ""),
    ("and one was freed", "one", "1", Q.EXACTLY, "count", ""),
    ("rapists (9)", "9", "9", Q.EXACTLY, "count", ""),
    ("more than 10,000", "more than 10,000", "10000", Q.MORE_THAN, "count", ""),
    ("over 850 places", "over 850", "850", Q.MORE_THAN, "count", ""),
    ("in excess of 300", "in excess of 300", "300", Q.MORE_THAN, "count", ""),
    ("upwards of 40 staff", "upwards of 40", "40", Q.MORE_THAN, "count", ""),
    ("just over 40 staff", "just over 40", "40", Q.MORE_THAN, "count", ""),
    ("at least 900 of them", "at least 900", "900", Q.AT_LEAST, "count", ""),
    ("no fewer than 12", "no fewer than 12", "12", Q.AT_LEAST, "count", ""),
    ("a minimum of four points", "a minimum of four", "4", Q.AT_LEAST, "count", ""),
    ("300 or more", "300 or more", "300", Q.AT_LEAST, "count", ""),
    ("50+ staff", "50+", "50", Q.AT_LEAST, "count", ""),
    ("nearly 300", "nearly 300", "300", Q.NEARLY, "count", ""),
    ("almost a hundred", "almost a hundred", "100", Q.NEARLY, "count", ""),
    ("just under 300", "just under 300", "300", Q.NEARLY, "count", ""),
    ("close to 300", "close to 300", "300", Q.NEARLY, "count", ""),
    ("about 160 people", "about 160", "160", Q.ABOUT, "count", ""),
    ("around 160 people", "around 160", "160", Q.ABOUT, "count", ""),
    ("some 300 people", "some 300", "300", Q.ABOUT, "count", ""),
    ("roughly 300", "roughly 300", "300", Q.ABOUT, "count", ""),
    ("an estimated 300", "an estimated 300", "300", Q.ABOUT, "count", ""),
    ("c. 300 people", "c. 300", "300", Q.ABOUT, "count", ""),
    ("300 or so", "300 or so", "300", Q.ABOUT, "count", ""),
    ("fewer than 5", "fewer than 5", "5", Q.FEWER_THAN, "count", ""),
    ("less than 5%", "less than 5%", "5", Q.FEWER_THAN, "percentage", "%"),
    ("below 40", "below 40", "40", Q.FEWER_THAN, "count", ""),
    ("up to 40 places", "up to 40", "40", Q.AT_MOST, "count", ""),
    ("no more than 5", "no more than 5", "5", Q.AT_MOST, "count", ""),
    ("at most 5", "at most 5", "5", Q.AT_MOST, "count", ""),
    ("as many as 70", "as many as 70", "70", Q.AT_MOST, "count", ""),
    ("asked about 288 prisoners", "288", "288", Q.EXACTLY, "count", ""),
    ("the row over 12 deaths", "12", "12", Q.EXACTLY, "count", ""),
    ("went up to 40", "40", "40", Q.EXACTLY, "count", ""),
    ("15.6%", "15.6%", "15.6", Q.EXACTLY, "percentage", "%"),
    ("15.6 per cent", "15.6 per cent", "15.6", Q.EXACTLY, "percentage", "%"),
    ("15.6 percent", "15.6 percent", "15.6", Q.EXACTLY, "percentage", "%"),
    ("15.6pc", "15.6pc", "15.6", Q.EXACTLY, "percentage", "%"),
    ("twelve per cent", "twelve per cent", "12", Q.EXACTLY, "percentage", "%"),
    ("2\u00bd per cent", "2\u00bd per cent", "2.5", Q.EXACTLY, "percentage", "%"),
    ("-3.2%", "-3.2%", "-3.2", Q.EXACTLY, "percentage", "%"),
    ("fell by \u22123.2%", "\u22123.2%", "-3.2", Q.EXACTLY, "percentage", "%"),
    ("up 4%", "4%", "4", Q.EXACTLY, "percentage", "%"),
    ("5 percentage points", "5 percentage points", "5", Q.EXACTLY, "percentage", "percentage points"),
    ("\u00a3850", "\u00a3850", "850", Q.EXACTLY, "money", "\u00a3"),
    ("\u00a31,759.30", "\u00a31,759.30", "1759.30", Q.EXACTLY, "money", "\u00a3"),
    ("\u00a31.2bn", "\u00a31.2bn", "1200000000", Q.EXACTLY, "money", "\u00a3"),
    ("nearly \u00a33.2 million", "nearly \u00a33.2 million", "3200000", Q.NEARLY, "money", "\u00a3"),
    ("five million pounds", "five million pounds", "5000000", Q.EXACTLY, "money", "\u00a3"),
    ("\u20ac40", "\u20ac40", "40", Q.EXACTLY, "money", "\u20ac"),
    ("US$5m", "$5m", "5000000", Q.EXACTLY, "money", "$"),
    ("a 5p charge", "5p", "5", Q.EXACTLY, "money", "p"),
    ("aged 12", "aged 12", "12", Q.EXACTLY, "age", "years"),
    ("aged over 65", "aged over 65", "65", Q.MORE_THAN, "age", "years"),
    ("the age of 18", "age of 18", "18", Q.EXACTLY, "age", "years"),
    ("an 18-year-old", "18-year-old", "18", Q.EXACTLY, "age", "years"),
    ("18 years old", "18 years old", "18", Q.EXACTLY, "age", "years"),
    ("the over-65s", "over-65s", "65", Q.MORE_THAN, "age", "years"),
    ("under-18s", "under-18s", "18", Q.FEWER_THAN, "age", "years"),
    ("his 16-month spell", "16-month", "16", Q.EXACTLY, "duration", "months"),
    ("at least 12 months", "at least 12 months", "12", Q.AT_LEAST, "duration", "months"),
    ("12 months or more", "12 months or more", "12", Q.AT_LEAST, "duration", "months"),
    ("at least one year", "at least one year", "1", Q.AT_LEAST, "duration", "years"),
    ("over the past seven years", "seven years", "7", Q.EXACTLY, "duration", "years"),
    ("within five working days", "five working days", "5", Q.EXACTLY, "duration", "working days"),
    ("half an hour", "half an hour", "0.5", Q.EXACTLY, "duration", "hours"),
    ("60 seconds", "60 seconds", "60", Q.EXACTLY, "duration", "seconds"),
    ("100 miles", "100 miles", "100", Q.EXACTLY, "measure", "miles"),
    ("20 tonnes", "20 tonnes", "20", Q.EXACTLY, "measure", "tonnes"),
    ("30 MW", "30 MW", "30", Q.EXACTLY, "measure", "MW"),
    ("21\u00b0C", "21\u00b0C", "21", Q.EXACTLY, "measure", "\u00b0C"),
    ("12.3 per 100,000 people", "12.3 per 100,000", "12.3", Q.EXACTLY, "rate", "per 100,000"),
    ("half of the prisoners", "half", "50", Q.EXACTLY, "fraction", "%"),
    ("more than half of them", "more than half", "50", Q.MORE_THAN, "fraction", "%"),
    ("about a quarter of them", "about a quarter", "25", Q.ABOUT, "fraction", "%"),
    ("three quarters of them", "three quarters", "75", Q.EXACTLY, "fraction", "%"),
    ("nine out of ten", "nine out of ten", "90", Q.EXACTLY, "fraction", "%"),
    ("1 in 4 prisons", "1 in 4", "25", Q.EXACTLY, "fraction", "%"),
    ("twice the number", "twice", "2", Q.EXACTLY, "multiplier", "times"),
    ("double the number", "double", "2", Q.EXACTLY, "multiplier", "times"),
    ("asked three times", "three times", "3", Q.EXACTLY, "multiplier", "times"),
    ("none of them", "none", "0", Q.EXACTLY, "in_words", ""),
    ("no one was held", "no one", "0", Q.EXACTLY, "in_words", ""),
]

RANGES: list[tuple[str, str, str, str, str, str]] = [
    ("between 40 and 50 people", "between 40 and 50", "40", "50", "count", ""),
    ("40-50 people", "40-50", "40", "50", "count", ""),
    ("40\u201350 people", "40\u201350", "40", "50", "count", ""),
    ("from 3 to 5 per cent", "from 3 to 5 per cent", "3", "5", "percentage", "%"),
    ("increase by 20 to 34%", "20 to 34%", "20", "34", "percentage", "%"),
    ("3 to 5 million", "3 to 5 million", "3000000", "5000000", "count", ""),
    ("\u00a33-5 million", "\u00a33-5 million", "3000000", "5000000", "money", "\u00a3"),
    ("between \u00a33m and \u00a35m", "between \u00a33m and \u00a35m", "3000000", "5000000", "money", "\u00a3"),
    ("aged 18-24", "aged 18-24", "18", "24", "age", "years"),
    ("aged between 18 and 24", "aged between 18 and 24", "18", "24", "age", "years"),
    ("18 to 24 year olds", "18 to 24 year olds", "18", "24", "age", "years"),
    ("two or three people", "two or three", "2", "3", "count", ""),
    ("\u00a32,500 - \u00a33,500 for advice", "\u00a32,500 - \u00a33,500", "2500", "3500", "money", "\u00a3"),
]  # fmt: skip

IN_WORDS = [
    ("The vast majority were serving", "The vast majority", "in_words"),
    ("most prisoners", "most", "in_words"),
    ("most of the prisoners", "most", "in_words"),
    ("dozens of people", "dozens", "in_words"),
    ("hundreds of thousands of people", "hundreds of thousands", "in_words"),
    ("a few hundred people", "a few hundred", "in_words"),
    ("several people", "several", "in_words"),
    ("a third of them", "a third", "fraction"),
    ("two thirds of them", "two thirds", "fraction"),
    ("one in seven", "one in seven", "fraction"),
]

NO_AMOUNT = [
    # text, the words taken, kind
    ("in 2005", "2005", "date"),
    ("2005-06 figures", "2005-06", "date"),
    ("since April 2006", "April 2006", "date"),
    ("on 26 April 2006", "26 April 2006", "date"),
    ("on 26/04/2006", "26/04/2006", "date"),
    ("at 12.33 pm", "12.33 pm", "time"),
    ("at 9.30am", "9.30am", "time"),
    ("at 0930", "0930", "time"),
    ("at 14:30", "14:30", "time"),
    ("the 21st century", "21st", "ordinal"),
    ("the twenty-first century", "twenty-first", "ordinal"),
    ("the twenty first century", "twenty first", "ordinal"),
    ("the third time", "third", "ordinal"),
    ("the second reading", "second", "ordinal"),
    ("Standing Order 22(4)", "Order 22(4)", "reference"),
    ("HC 775", "HC 775", "reference"),
    ("UIN 68147", "UIN 68147", "reference"),
    ("he asked [68147]", "[68147]", "reference"),
    ("clause 4", "clause 4", "reference"),
    ("sections 3, 4 and 5", "sections 3, 4 and 5", "reference"),
    ("in PQ 30417 on lamps", "PQ 30417", "reference"),
    ("see PQs 4102 and 4107", "PQs 4102 and 4107", "reference"),
    ("under s12(4) of the Act", "s12(4)", "name"),
    ("see s8(1)(b) on it", "s8(1)(b)", "name"),
    ("are in the top 20", "top 20", "name"),
    ("among the world's top 100", "top 100", "name"),
    ("in the bottom ten", "ten", "name"),
    ("column 573", "column 573", "reference"),
    ("cols. 573-575", "cols. 573-575", "reference"),
    ("column 19WS", "column 19WS", "reference"),
    ("page 12", "page 12", "reference"),
    ("Article 8", "Article 8", "reference"),
    ("No 10 said", "No 10", "reference"),
    ("No. 10 said", "No. 10", "reference"),
    ("(1) how many", "(1)", "reference"),
    ("1. The first", "1", "reference"),
    ("it won 5-0", "5-0", "reference"),
    ("version 1.2.3", "version 1.2.3", "reference"),
    ("1,02 of them", "1,02", "reference"),
    ("the Immigration Act 1971", "Act 1971", "reference"),
    ("10 Downing Street", "10 Downing Street", "name"),
    ("Radio Five Live", "Five", "name"),
    ("the Big Four", "Four", "name"),
    ("Channel 4", "Channel 4", "name"),
    ("5 Live", "5 Live", "name"),
    ("the G20", "G20", "name"),
    ("the M25", "M25", "name"),
    ("Covid-19", "Covid-19", "name"),
    ("Type 2 diabetes", "Type 2", "name"),
    ("levels 1 and 2", "levels 1 and 2", "name"),
    ("ring 020 7035 4848", "020 7035 4848", "telephone"),
    ("+44 20 7035 4848", "+44 20 7035 4848", "telephone"),
]

NOTHING = [
    "one of them", "each one", "one another", "the one who left", "no problem", "the most serious cases",
    "a one-off", "it may second", "", "net zero", "zero tolerance", "the first half", "every one of us",
    "a mild march",
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value", "qualifier", "kind", "unit"), AMOUNTS)
def test_an_amount_has_its_value_qualifier_and_unit(
    text: str, words: str, value: str, qualifier: Q, kind: str, unit: str
) -> None:
    (found,) = quantities(text)
    assert (found.span.of(text), found.value, found.qualifier, found.kind, found.unit) == (
        words, Decimal(value), qualifier, kind, unit,
    )  # fmt: skip
    assert found.upper is None
    assert found.number.within(found.span)


@pytest.mark.parametrize(("text", "words", "low", "high", "kind", "unit"), RANGES)
def test_a_range_keeps_both_ends(text: str, words: str, low: str, high: str, kind: str, unit: str) -> None:
    (found,) = quantities(text)
    assert (found.span.of(text), found.value, found.upper) == (words, Decimal(low), Decimal(high))
    assert (found.qualifier, found.kind, found.unit) == (Q.BETWEEN, kind, unit)


@pytest.mark.parametrize(("text", "words", "kind"), IN_WORDS)
def test_an_amount_in_words_has_no_number(text: str, words: str, kind: str) -> None:
    found = quantities(text)[0]
    assert (found.span.of(text), found.value, found.qualifier, found.kind) == (words, None, Q.IN_WORDS, kind)


@pytest.mark.parametrize(("text", "words", "kind"), NO_AMOUNT)
def test_what_is_no_amount_has_no_value(text: str, words: str, kind: str) -> None:
    found = quantities(text)[0]
    assert (found.span.of(text), found.value, found.kind) == (words, None, kind)


@pytest.mark.parametrize("text", NOTHING)
def test_these_hold_no_amount(text: str) -> None:
    assert [q for q in quantities(text) if q.kind != "ordinal"] == []


@pytest.mark.parametrize(
    "text",
    [
        "rose from 300 to 500",
        "fell from 12% to 9%",
        "two years and 16 months",
        "300 people, or 12 of each",
        "voted 300 to 500",
    ],
)
def test_a_change_is_two_figures_and_not_a_range(text: str) -> None:
    found = quantities(text)
    assert [q.upper for q in found] == [None, None]


def test_a_list_of_counts_is_read_whole() -> None:
    text = "They were three cooks, nine bakers, five clerks, 34 other hands and 93 porters, as well as 41 guards."
    assert [q.value for q in quantities(text)] == [3, 9, 5, 34, 93, 41]


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "12 before; more than 30 within; 40 after"
    (found,) = quantities(text, 11, 31)
    assert found.span.of(text) == "more than 30"


BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
ONES = BELOW_TWENTY.split()
TENS = ["", "", *(f"{stem}ty" for stem in ("twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"))]


def said(n: int) -> str:
    """N in British words."""
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            rest = n % size
            link = " and " if 0 < rest < 100 else " "
            return said(n // size) + " " + name + (link + said(rest) if rest else "")
    if n < 20:
        return ONES[n]
    return TENS[n // 10] + ("-" + ONES[n % 10] if n % 10 else "")


@given(st.one_of(st.integers(2, 2000), st.integers(2, 10**9)))
def test_a_number_in_words_gives_its_value(n: int) -> None:
    (found,) = quantities(f"there are {said(n)} prisoners")
    assert found.value == n
    assert found.kind == "count"


@given(st.integers(0, 10**12), st.integers(0, 9999))
def test_grouped_digits_give_their_value(whole: int, part: int) -> None:
    text = HALF_SENTENCE.format(f"{whole:,}.{part:04}")
    (found,) = quantities(text)
    assert found.value == Decimal(f"{whole}.{part:04}")


@given(st.integers(1000, 10**12), st.sampled_from([",", "\u00a0", "\u2009", "\u202f"]))
def test_every_grouping_gives_the_same_value(n: int, separator: str) -> None:
    (found,) = quantities(HALF_SENTENCE.format(f"{n:,}".replace(",", separator)))
    assert found.value == n


PIECES = st.sampled_from(
    [
    "1", "23", "1,0", "2005", "-", "\u2013", " ", "to", "and", "between", "one", "hundred", "a", "half", "of", "%",
    "\u00a3", "m", "(", ")", "April", "26", ".", ",", "in", "aged", "more than", "or more", "third", "million", "+",
    "No ", "per cent", "\n", "over-", "65s", "c. ",
]
)  # fmt: skip


@given(
    st.one_of(
        st.text(max_size=200), st.lists(PIECES, max_size=30).map(" ".join), st.lists(PIECES, max_size=30).map("".join)
    )
)
def test_any_text_gives_spans_in_order_that_do_not_overlap(text: str) -> None:
    end = 0
    for found in quantities(text):
        assert end <= found.span.start < found.span.end <= len(text)
        assert found.number.within(found.span)
        assert found.span.of(text)
        assert (found.upper is None) or (found.value is not None and found.value < found.upper)
        end = found.span.end


HOSTILE = [
    "1 ", "one ", "between ", "1-", "1,", "1.", "\u00a3", "9", "(", " ", "one hundred and ", "26 April ", "2005-",
    "half a ", "1 000 ", "+44", "sections 1, ", "a hundred thousand million ", "\u00a01", "1(1)", "mid-", "one in ",
    "10 A B ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_is_read_in_good_time(piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    started = time.process_time()
    quantities(text)
    assert time.process_time() - started < 1.0
