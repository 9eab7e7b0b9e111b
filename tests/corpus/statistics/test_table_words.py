"""What headings, labels, cells, titles and notes of statistical tables say: frozen tables of cases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.statistics.measures import measure_of
from corpus.formats.statistics.moments import moment, style_of
from corpus.formats.statistics.notes import Notes, marks_defined, notes_in
from corpus.formats.statistics.readings import NO_READING, Marks
from corpus.formats.statistics.titles import about, is_unit, published_in, publisher_in, standing_in
from corpus.formats.statistics.totals import is_total
from corpus.formats.statistics.vocabulary import readable, worded
from corpus.records import Nature, Qualifier, Standing

Day = tuple[int, int, int]


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("2019", (2019, 1, 1), (2019, 12, 31)),
        ("2018/19", (2018, 4, 1), (2019, 3, 31)),
        ("2018-2019", (2018, 4, 1), (2019, 3, 31)),
        ("FYE 2019", (2018, 4, 1), (2019, 3, 31)),
        ("2019 Q2", (2019, 4, 1), (2019, 6, 30)),
        ("Q4 2018/19", (2019, 1, 1), (2019, 3, 31)),
        ("Jan to Mar 2019", (2019, 1, 1), (2019, 3, 31)),
        ("2021 Apr", (2021, 4, 1), (2021, 4, 30)),
        ("Apr-21", (2021, 4, 1), (2021, 4, 30)),
        ("2019-10", (2019, 10, 1), (2019, 10, 31)),
        ("Year ending March 2019", (2018, 4, 1), (2019, 3, 31)),
        ("year to June 2019", (2018, 7, 1), (2019, 6, 30)),
        ("July 2012 to June 2014", (2012, 7, 1), (2014, 6, 30)),
        ("2015-2019", (2015, 1, 1), (2019, 12, 31)),
        ("Week ending 5 April 2020", (2020, 3, 30), (2020, 4, 5)),
        ("2019 (p)", (2019, 1, 1), (2019, 12, 31)),
    ],
)
def test_a_label_is_the_stretch_of_time_that_it_names(said: str, first: Day, last: Day) -> None:
    one = moment(said)
    assert one is not None
    assert one.period is not None
    assert (one.period.start, one.period.end) == (date(*first), date(*last))


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2019-03-31", date(2019, 3, 31)),
        ("2019-03-31T00:00:00", date(2019, 3, 31)),
        ("31/03/2019", date(2019, 3, 31)),
        ("03/31/2019", date(2019, 3, 31)),
        ("04/04/2019", date(2019, 4, 4)),
        ("30 September 2019", date(2019, 9, 30)),
        ("As at 31 March 2019", date(2019, 3, 31)),
        ("05/04/2019", None),
        ("2019-02-31", None),
        ("201617", None),
        ("1234", None),
        ("Spring term", None),
        ("Aged 16", None),
    ],
)
def test_a_label_is_a_day_only_where_it_is_one_for_sure(said: str, day: date | None) -> None:
    one = moment(said)
    assert (one.day if one else None) == day


@pytest.mark.parametrize(
    ("heading", "labels", "said", "first"),
    [
        ("Academic year", ["2016/17", "2017/18"], "2016/17", date(2016, 9, 1)),
        ("Financial year", ["201617", "201718"], "201617", date(2016, 4, 1)),
        ("Month", ["2010-11", "2010-10"], "2010-11", date(2010, 11, 1)),
        ("Year", ["2009 to 2010", "2010 to 2011"], "2009 to 2010", date(2009, 4, 1)),
        ("Month", ["2018-05-01", "2018-06-01", "2018-07-01", "2018-08-01"], "2018-05-01", date(2018, 5, 1)),
    ],
)
def test_what_a_column_shows_together_settles_how_each_label_is_read(
    heading: str, labels: list[str], said: str, first: date
) -> None:
    one = moment(said, style_of(heading, labels))
    assert one is not None
    assert one.period is not None
    assert one.period.start == first


@pytest.mark.parametrize(
    ("said", "value", "qualifier", "mark", "status"),
    [
        ("1,234", "1234", Qualifier.EXACTLY, "", ""),
        ("(1,234)", "-1234", Qualifier.EXACTLY, "", ""),
        ("-3.5", "-3.5", Qualifier.EXACTLY, "", ""),
        ("\u22123", "-3", Qualifier.EXACTLY, "", ""),
        ("15.3%", "15.3", Qualifier.EXACTLY, "", ""),
        ("1.5E-05", "0.000015", Qualifier.EXACTLY, "", ""),
        ("< 5", "5", Qualifier.FEWER_THAN, "", ""),
        ("1,234 [r]", "1234", Qualifier.EXACTLY, "[r]", "revised"),
        ("56 (p)", "56", Qualifier.EXACTLY, "(p)", "provisional"),
        ("56 [note 2]", "56", Qualifier.EXACTLY, "[note 2]", ""),
        ("[c]", None, Qualifier.SUPPRESSED, "[c]", ""),
        ("*", None, Qualifier.SUPPRESSED, "*", ""),
        ("x", None, Qualifier.SUPPRESSED, "x", ""),
        ("[x]", None, Qualifier.NOT_KNOWN, "[x]", ""),
        ("..", None, Qualifier.NOT_KNOWN, "..", ""),
        ("-", None, Qualifier.NOT_KNOWN, "-", ""),
        ("z", None, Qualifier.NOT_KNOWN, "z", ""),
    ],
)
def test_a_cell_is_a_number_or_a_mark(
    said: str, value: str | None, qualifier: Qualifier, mark: str, status: str
) -> None:
    read = Marks().read(said)
    assert (read.value, read.qualifier) == (None if value is None else Decimal(value), qualifier)
    assert (read.mark, read.status) == (mark, status)


@pytest.mark.parametrize(
    "said", ["Ambleby", "16 to 24", "65+", "75 and over", "under 5", "0-4", "Table 1", "", "1 lamp"]
)
def test_what_names_a_group_is_no_value(said: str) -> None:
    assert Marks().read(said) is NO_READING


@given(st.text(max_size=30))
def test_any_cell_is_read_without_a_fault(said: str) -> None:
    read = Marks().read(said)
    assert read.value is None or read.value.is_finite()


@pytest.mark.parametrize(
    ("said", "words", "unit", "scale", "additive", "nature"),
    [
        ("Number of appeals lodged", "Number of appeals lodged", "", 1, True, Nature.FLOW),
        ("perm_excl_rate", "permanent exclusions rate", None, 1, False, None),
        ("pct_lit", "per cent lit", "%", 1, False, None),
        ("Cost (\u00a3m)", "Cost", "\u00a3", 10**6, True, None),
        ("Jobs (thousand)", "Jobs", "", 1000, True, Nature.STOCK),
        ("Median wait (days)", "Median wait", "days", 1, False, None),
        ("Rate per 1,000 lamps", "Rate per 1,000 lamps", "per 1,000 lamps", 1, False, None),
        ("Headcount", "Headcount", None, 1, True, Nature.STOCK),
        ("Change since 2018", "Change since 2018", None, 1, False, None),
        ("TotalLampsLit", "Total Lamps Lit", None, 1, True, None),
    ],
)
def test_a_heading_says_what_is_counted_and_how_it_adds_up(
    said: str, words: str, unit: str | None, scale: int, additive: bool, nature: Nature | None
) -> None:
    one = measure_of(said)
    assert (one.words, one.unit, one.scale, one.additive, one.nature) == (words, unit, scale, additive, nature)


@pytest.mark.parametrize(
    ("lines", "measure", "place", "time"),
    [
        (["Table 3: Lamps lit by harbour, England and Wales, 2018/19"], "Lamps lit", "England and Wales", "2018-04-01"),
        (["Lamp keepers, as at 31 March 2019", "Scotland"], "Lamp keepers", "Scotland", "2019-03-31"),
        (["Lamps lit in Wales, 2018 and 2019"], "Lamps lit in Wales", "Wales", ""),
        (["Table 1", "Lamps: Great Britain, July 2012 to June 2014"], "Lamps", "Great Britain", "2012-07-01"),
        (["Back to contents", "Lamps, index numbers", "2019=100"], "Lamps, index numbers", "", ""),
    ],
)
def test_titles_tell_what_is_counted_where_and_when(lines: list[str], measure: str, place: str, time: str) -> None:
    said = about(lines)
    first = said.as_at.first if said.as_at else said.period.start if said.period else None
    assert (said.measure.words, said.geography, str(first or "")) == (measure, place, time)


@pytest.mark.parametrize(
    ("row", "marks"),
    [
        ([".. = not available"], {"..": "not available"}),
        (["x = CV > 20%", "Unreliable"], {"x": "CV > 20% Unreliable"}),
        (["' - ' denotes a value less than \u00a350"], {"-": "a value less than \u00a350"}),
        (["Shorthand used: [a] = not recorded, [b] = unknown."], {"[a]": "not recorded", "[b]": "unknown"}),
        (["(R) shows where figures have been revised"], {"(r)": "figures have been revised"}),
        (["a = 3 and b is none of these"], {}),
        (["The lamps are x metres high"], {}),
    ],
)
def test_a_release_defines_its_marks_in_its_own_words(row: list[str], marks: dict[str, str]) -> None:
    assert marks_defined([row]) == marks


NOTES = Notes(notes_in([["1. On leave excluded."], ["2. Estimated."], ["b  At noon."]]), frozenset({"lamps"}))


@pytest.mark.parametrize(
    ("label", "bare"),
    [
        ("Lamp keepers1", "Lamp keepers"),
        ("Lamp keepers1,2", "Lamp keepers"),
        ("30 September 20192", "30 September 2019"),
        ("Lit [note 1]", "Lit"),
        ("Lit [note 1], [note 2]", "Lit"),
        ("lampsb", "lamps"),
        ("*Total North", "Total North"),
        ("Dec\u2020", "Dec"),
        ("Q1 2019", "Q1 2019"),
        ("Lamps3", "Lamps3"),
        ("Aged 12", "Aged 12"),
    ],
)
def test_marks_of_notes_are_no_part_of_a_label(label: str, bare: str) -> None:
    assert NOTES.bare(label) == bare


def test_labels_that_differ_by_a_digit_alone_keep_it() -> None:
    assert NOTES.bares(["Tier1", "Tier2", "Lit1"]) == {"Tier1": "Tier1", "Tier2": "Tier2", "Lit1": "Lit"}


@pytest.mark.parametrize(
    "said", ["\u00a3 million", "thousands", "Per cent", "Percentages", "Headcount", "Full-time equivalents", "%"]
)
def test_a_unit_alone_is_known(said: str) -> None:
    assert is_unit(said)


@pytest.mark.parametrize("said", ["Lamps", "Percentage of lamps", "Number of lamps", "Total", ""])
def test_more_than_a_unit_is_no_unit(said: str) -> None:
    assert not is_unit(said)


def test_publication_and_standing_are_taken_where_a_sheet_states_them() -> None:
    assert published_in(["Publication Date: 19 December 2019"]) == date(2019, 12, 19)
    assert published_in(["Next release: 13 July 2023", "Prisoners released 25 April 2006"]) is None
    assert standing_in(["Source: Office for National Statistics"]) is Standing.UNSTATED
    assert standing_in(["These are National Statistics"]) is Standing.ACCREDITED
    assert standing_in(["These do not carry National Statistic status"]) is Standing.UNSTATED


@pytest.mark.parametrize(
    "said", ["Total", "All", "All ages", "Grand total", "Both sexes", "All persons", "Total (excluding rafts)"]
)
def test_a_label_that_is_the_whole(said: str) -> None:
    assert is_total(said)


@pytest.mark.parametrize(
    "said", ["All Saints Hospital", "All other", "Total 43 forces", "Totally dark", "Any other lamp"]
)
def test_a_label_that_is_not(said: str) -> None:
    assert not is_total(said)


def test_names_of_data_files_are_made_readable() -> None:
    assert readable("lamps_lit_by_harbour.csv") == "Lamps lit by harbour"
    assert (worded("la_name"), worded("Lamp lit"), worded("fte")) == ("local authority name", "Lamp lit", "FTE")


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("n_entr", "n entrants"),
        ("pct_burs_rcpts", "per cent bursary recipients"),
        ("unauth_absc", "unauthorised absence"),
        ("indep_sch_grp", "independent school group"),
        ("avg_hrs", "average hours"),
    ],
)
def test_short_forms_in_the_headings_of_data_files_are_spelt_out(heading: str, words: str) -> None:
    assert worded(heading) == words


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Published by the Home Office", "Home Office"),
        ("Source: Department for Transport", "Department for Transport"),
        ("Lifeboats are told apart by the classification by the Department for Transport", ""),
        ("The definition of a ferry was changed to that used by the Cabinet Office in 2015", ""),
        ("Loans are counted by standards set out by the Department for Education.", ""),
        ("By the standards set by the Cabinet Office; figures from the Home Office", "Home Office"),
    ],
)
def test_whose_rules_are_kept_to_is_no_publisher(line: str, publisher: str) -> None:
    assert publisher_in([line]) == publisher
