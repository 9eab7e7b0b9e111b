"""A PDF is read as a person reads its pages, and one that cannot be is refused in one sentence."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.anchors import place_at
from corpus.errors import IngestRefused
from corpus.formats import Document, read
from corpus.formats.page.cells import is_value
from corpus.formats.stated import published_in, worthy_title
from corpus.ingest import Outcome, ingest_bytes
from corpus.ledger import Ledger
from tests.corpus.pdf_maker import Page, column, pdf


def one(content: bytes) -> Document:
    [document] = read(content, Path("lamps.pdf"))
    return document


LINES = [
    "The board counted its lamps in every ward of the town, and it found that the",
    "number of lamps had grown by a tenth since it had last been told of them all.",
    "It said so in its report.",
]


def paged(*bodies: list[str]) -> bytes:
    """Pages with a running head and a number each."""
    pages = []
    for n, body in enumerate(bodies, start=1):
        page = Page().write(60, 40, f"Board of Lamps, Report {n}").write(290, 810, str(n))
        column(page, 60, 120, body)
        pages.append(page)
    return pdf(*pages)


def test_lines_become_paragraphs_and_type_makes_headings() -> None:
    page = Page().write(60, 80, "Lamps of the town", 20)
    y = column(page, 60, 120, LINES)
    page.write(60, y + 12, "Wards", 11, bold=True)
    column(page, 60, y + 34, LINES)
    document = one(pdf(page))
    prose = " ".join(LINES)
    assert document.text == f"Lamps of the town\n\n{prose}\n\nWards\n\n{prose}\n"
    assert document.meta.title == "Lamps of the town"


def test_running_heads_and_page_numbers_are_no_text() -> None:
    document = one(paged(LINES, LINES, LINES))
    assert "Board of Lamps" not in document.text
    assert document.text.count("The board counted") == 3
    assert not any(line.strip().isdigit() for line in document.text.splitlines())


def test_a_paragraph_goes_on_over_a_page_and_each_page_has_its_place() -> None:
    document = one(paged(LINES[:1], LINES[1:]))
    assert document.text == " ".join(LINES) + "\n"
    assert [a.label for a in document.anchors] == ["page 1", "page 2"]
    assert place_at(document.anchors, document.text.index("The board")) == "page 1"
    assert place_at(document.anchors, document.text.index("number of lamps")) == "page 2"


def test_columns_are_read_one_after_the_other() -> None:
    page = Page().write(60, 80, "Lamps of the town and of the country about it", 20)
    left = [f"left column line {n} says some words" for n in "abcdef"]
    right = [f"right column line {n} says some words" for n in "abcdef"]
    column(page, 60, 120, left)
    column(page, 320, 120, right)
    text = one(pdf(page)).text
    assert " ".join(left) in text
    assert text.index("left column line f") < text.index("right column line a")


@pytest.mark.parametrize(
    ("first", "second", "read_as"),
    [
        ("All of the infor-", "mation was kept and information was given", "All of the information was kept"),
        ("It was a long-", "term matter of a long term", "It was a long-term matter"),
        ("In the years 2019-", "20 and later", "In the years 2019-20 and later"),
        ("A case-by-", "case basis", "A case-by-case basis"),
    ],
)
def test_a_word_that_a_line_parts_is_made_whole(first: str, second: str, read_as: str) -> None:
    page = Page()
    column(page, 60, 120, [first, second])
    assert read_as in one(pdf(page)).text


def test_bullets_are_items_and_a_dash_within_a_sentence_is_none() -> None:
    page = Page()
    column(page, 60, 120, ["The wards are these:", "\u2022 North has lamps", "\u2022 South has none", "It grew to 93"])
    text = one(pdf(page)).text
    assert "The wards are these:\n\nNorth has lamps\n\nSouth has none" in text
    page = Page()
    column(page, 60, 120, ["The number of lamps fell from 322 to 209", "\u2013 a reduction of 113 in all."])
    assert one(pdf(page)).text == "The number of lamps fell from 322 to 209 \u2013 a reduction of 113 in all.\n"


def test_a_raised_number_stays_apart_from_the_number_before_it() -> None:
    page = Page().write(60, 120, "There were 412").write(136, 115, "1", 6).write(142, 120, "lamps.")
    assert "412\u00b9" in one(pdf(page)).text


@pytest.mark.parametrize("apart", [4, 9, 12])
def test_the_raised_number_of_a_footnote_stands_with_its_note(apart: int) -> None:
    page = Page().write(60, 116, "3", 6).write(64 + apart, 120, "Board of Lamps, Report, May 2011")
    assert one(pdf(page)).text == "\u00b3 Board of Lamps, Report, May 2011\n"


# -- tables

ROWS = [("North", "93", "12%"), ("South", "41", "-"), ("East", "1,023", "88%")]


def tabled(page: Page, top: float, rows: Sequence[tuple[str, ...]] = ROWS, *, headed: bool = True) -> Page:
    places = (60, 260, 400)
    if headed:
        page.rule(60, top - 14, 460, top - 14)
        for x, words in zip(places, ("Ward", "Lamps lit", "Share"), strict=True):
            page.write(x, top, words)
        page.rule(60, top + 5, 460, top + 5)
    for n, row in enumerate(rows, start=1):
        for x, words in zip(places, row, strict=True):
            page.write(x, top + 18 * n, words)
    return page


SAID = "Ward: North; Lamps lit: 93; Share: 12%\n\nWard: South; Lamps lit: 41; Share: -\n\nWard: East; Lamps lit: 1,023"


def test_a_table_is_laid_out_with_its_headings() -> None:
    page = Page().write(60, 80, "Table 1: Lamps by ward", bold=True)
    document = one(pdf(tabled(page, 110)))
    assert SAID in document.text
    [table] = document.tables
    assert table.caption == "Table 1: Lamps by ward"
    assert table.headings == (("Ward",), ("Lamps lit",), ("Share",))
    assert [c and c.of(document.text) for c in table.rows[2].cells] == ["East", "1,023", "88%"]


def test_a_table_cut_by_a_page_break_is_one_table() -> None:
    second = tabled(Page(), 60, [("West", "7", "1%"), ("All", "1,164", "100%")], headed=False)
    document = one(pdf(tabled(Page(), 700), second))
    [table] = document.tables
    assert "Ward: West; Lamps lit: 7; Share: 1%" in document.text
    assert len(table.rows) == 5
    assert place_at(document.anchors, document.text.index("West")) == "page 2"


def test_a_table_whose_headings_are_said_again_is_one_table() -> None:
    second = tabled(Page(), 80, [("West", "7", "1%"), ("All", "1,164", "100%")])
    document = one(pdf(tabled(Page(), 700), second))
    assert [len(t.rows) for t in document.tables] == [5]


def test_a_ruled_table_of_words_is_a_table() -> None:
    page = Page()
    for y in (100, 120, 140, 160):
        page.rule(60, y, 460, y)
    for x in (60, 260, 460):
        page.rule(x, 100, x, 160)
    for n, (left, right) in enumerate((("Ward", "Who keeps it"), ("North", "Ann Dray"), ("South", "Tom Pell"))):
        page.write(70, 114 + 20 * n, left, bold=n == 0).write(270, 114 + 20 * n, right, bold=n == 0)
    document = one(pdf(page))
    assert "Ward: North; Who keeps it: Ann Dray\n\nWard: South; Who keeps it: Tom Pell" in document.text


def test_a_list_of_contents_is_no_table_and_a_label_with_its_value_is_one() -> None:
    page = Page().write(60, 80, "Contents", 16)
    for n, title in enumerate(("Wards of the town", "Lamps of the wards", "Costs of the lamps")):
        page.write(60, 110 + 16 * n, title).write(500, 110 + 16 * n, str(3 + n))
    page.write(60, 220, "Summary to date", bold=True).write(60, 250, "Cumulative number of lamps lit: 904")
    document = one(pdf(page))
    assert "Wards of the town" in document.text
    assert "Costs of the lamps 5" not in document.text
    assert "Cumulative number of lamps lit: 904" in document.text
    assert [t.headings for t in document.tables] == [(("Cumulative number of lamps lit",),)]


def test_the_numbers_beside_a_chart_are_left_out_and_said_to_be() -> None:
    page = Page()
    column(page, 60, 100, LINES)
    for n, step in enumerate(range(500, -100, -100)):
        page.write(60, 200 + 30 * n, str(step))
    document = one(pdf(page))
    assert document.left_out == ("page 1 has a chart whose drawn numbers were not read",)
    assert "400" not in document.text


@pytest.mark.parametrize(
    "words", ["93", "1,023", "12%", "\u00a35m", "-", "..", "*", "[c]", "(12)", "626*", "41\u00b9", "n/a"]
)
def test_what_stands_in_a_cell_is_a_value(words: str) -> None:
    assert is_value(words)


@pytest.mark.parametrize("words", ["North", "0 to 44", "93 lamps", "", "Q1"])
def test_words_are_no_value(words: str) -> None:
    assert not is_value(words)


# -- what cannot be read


def test_a_scanned_document_is_refused_and_a_scanned_page_is_named() -> None:
    with pytest.raises(IngestRefused, match=r"the PDF is scanned: its 2 pages are pictures without text; put in"):
        one(pdf(Page(pictured=True), Page(pictured=True)))
    page = Page()
    column(page, 60, 120, LINES)
    document = one(pdf(page, Page(pictured=True), Page(pictured=True)))
    assert document.left_out == ("pages 2, 3 are scanned and were not read",)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b"lamps", "is not the PDF that its name says"),
        (b"%PDF-1.4\nnothing else", "is cut off before its end"),
        (b"%PDF-1.4\nnothing else\n%%EOF", "is damaged and cannot be read"),
        (pdf(Page().write(60, 100, "lamps"))[:-60], "is cut off before its end"),
        (pdf(), "is damaged and cannot be read"),
        (pdf(Page()), "the PDF holds no words"),
    ],
)
def test_a_file_that_is_no_whole_pdf_is_refused_in_one_sentence(content: bytes, said: str) -> None:
    with pytest.raises(IngestRefused, match=said) as refused:
        one(content)
    assert "\n" not in str(refused.value)


def test_a_locked_document_is_refused() -> None:
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32)
    locked = pdf(Page().write(60, 100, "lamps")).replace(b"/Root 1 0 R", b"/Root 1 0 R /ID [<01> <01>] " + lock)
    with pytest.raises(IngestRefused, match="locked with a password"):
        one(locked)


def test_a_stream_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = zlib.compress(b"BT ET " + b" " * 3_000_000)
    content = pdf(Page().write(60, 100, "lamps"))
    bomb = content.replace(
        b"trailer", b"9 0 obj\n<< /Filter /FlateDecode >>\nstream\n" + packed + b"\nendstream\ntrailer"
    )
    assert "lamps" in one(bomb).text
    monkeypatch.setattr("corpus.formats.pdf.MOST_UNPACKED", 2_000_000)
    with pytest.raises(IngestRefused, match="unpacks to a size that no document has"):
        one(bomb)


def test_more_pages_than_are_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.formats.pdf.MOST_PAGES", 2)
    with pytest.raises(IngestRefused, match="has 3 pages, more than the 2 that are read: split it"):
        one(paged(LINES, LINES, LINES))
    monkeypatch.setattr("corpus.formats.pdf.MOST_PAGES", 9)
    monkeypatch.setattr("corpus.formats.pdf.MOST_SECONDS", -1.0)
    with pytest.raises(IngestRefused, match="seconds to read: split it"):
        one(paged(LINES))


@settings(max_examples=40)
@given(st.data())
def test_a_damaged_pdf_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(paged(LINES, LINES))
    for _ in range(data.draw(st.integers(1, 12))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(IngestRefused):
        assert one(bytes(whole)).text.strip()


# -- when it was published, and what it is called


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Published 12 December 2019\n", date(2019, 12, 12)),
        ("Published 24 January 2020\nLast updated 1 April 2020", date(2020, 4, 1)),
        ("Date generated: 03/04/2020", date(2020, 4, 3)),
        ("Release date: Thursday 5th March 2020", date(2020, 3, 5)),
        ("Number 12, 15 April 2016\nLamps", date(2016, 4, 15)),
        ("24 April 2024\n", date(2024, 4, 24)),
        ("24 April 2024\n\n25 April 2024\n", None),
        ("The board met on 24 April 2024.", None),
        ("Published 31 February 2019", None),
        ("Published soon", None),
    ],
)
def test_the_day_is_what_the_text_says(words: str, day: date | None) -> None:
    assert published_in(words) == day


@pytest.mark.parametrize("words", ["Untitled", "Microsoft Word - lamps.doc", "lamps.pdf", "", "2019", None])
def test_a_programs_name_is_no_title(words: str | None) -> None:
    assert worthy_title(words) == ""


def test_the_page_of_a_cell_is_known_in_the_record(tmp_path: Path) -> None:
    with Ledger.open(tmp_path, create=True) as ledger:
        content = pdf(Page().write(60, 100, "Nothing here."), tabled(Page().write(60, 60, "Table 1: Lamps"), 90))
        report = ingest_bytes(ledger, "lamps.pdf", content)
        assert report.outcome is Outcome.ADDED
        [source] = ledger.sources()
        [table] = ledger.datasets(source.id)
        cell = next(o for o in ledger.observed(table) if o.value == 1023)
        assert ledger.text(source.id)[cell.start : cell.end] == "1,023"
        assert ledger.place_of(source.id, cell.start) == "page 2"
        assert ledger.place_of(source.id, 0) == "page 1"
        assert ledger.place_of("nobody", 0) == ""


# -- real ones


def test_a_real_briefing_reads_as_it_does_on_its_pages(shared: Path) -> None:
    document = one((shared / "data/documents/commons-library-SN05875.pdf").read_bytes())
    assert document.meta.title == "Public libraries"
    assert document.meta.published == date(2016, 4, 15)
    assert "Year: 2011; Service points open 10 hours and more per week: 4,093; Service points" in document.text
    assert "case-by-case basis" in document.text
    assert "50,000\n" not in document.text
    assert place_at(document.anchors, document.text.index("Year: 2011")) == "page 23"
    assert any("charts" in sentence for sentence in document.left_out)


def test_a_real_bulletin_gives_its_tables(shared: Path) -> None:
    document = one((shared / "data/documents/daily-figures/Daily_bulletin_DoH_2020-04-03.pdf").read_bytes())
    assert document.meta.published == date(2020, 4, 3)
    assert "Case Characteristics: Age; 45 to 69; Number: 362; (%): 40%" in document.text
    assert "Local Government District: Total; Number: 904" in document.text
