"""What is read from a file is its words, and a file that is not what its name says is refused by the place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import IngestRefused
from corpus.formats import Document, Meta, format_for, read
from corpus.formats.metadata import parse_day, parse_kind
from corpus.records import SourceKind


def one(content: str | bytes, name: str = "a.txt") -> Document:
    [document] = read(content.encode() if isinstance(content, str) else content, Path(name))
    return document


# -- bytes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_an_encoding_that_can_be_told_is_read(encoding: str) -> None:
    words = "The board’s lamps cost £5 each – so it said, in its naïve way.\n"
    assert one(words.encode(encoding)).text == words


def test_line_ends_become_one_kind_and_nothing_else_changes() -> None:
    assert one(b"a\r\nb\rc\n\n  d\te \xc2\xa0f\n").text == "a\nb\nc\n\n  d\te \xa0f\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "holds no words"),
        (b"\xef\xbb\xbf", "holds no words"),
        (b"lamps\0boats", "byte 5: the file is not text"),
        (b"%PDF-1.7 words", "is a PDF"),
        (b"PK\x03\x04words", "zipped"),
        (b"\x01\x02\x03\x04words\x05\x06", "control characters"),
        ("£5 ".encode() * 9 + b"\xa36", "byte 36: the file mixes UTF-8"),
        (b"\xef\xbb\xbfwords \xa3", "byte 9: the file says that it is UTF-8, and is not"),
        (b"lamps \x81\x8d words", "byte 6: the file's encoding cannot be told"),
        (b"\xff\xfea\0b", "is UTF-16-LE, and is not"),
    ],
)
def test_what_is_no_text_is_refused_by_its_place(content: bytes, said: str) -> None:
    with pytest.raises(IngestRefused) as refused:
        one(content, "report.txt")
    assert said in str(refused.value)
    assert str(refused.value).startswith("report.txt")
    assert "\n" not in str(refused.value)


def refusal(content: bytes, name: str) -> IngestRefused | None:
    """Why CONTENT is refused, or None where what is read of it is sound."""
    try:
        documents = read(content, Path(name))
    except IngestRefused as refused:
        return refused
    for document in documents:
        assert document.text.strip()
        assert "\0" not in document.text
        document.text.encode()
    return None


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_bytes_are_read_or_refused(content: bytes, name: str) -> None:
    refused = refusal(content, name)
    assert refused is None or (refused.path == name and refused.reason)


@given(st.text(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_text_is_read_or_refused(text: str, name: str) -> None:
    refused = refusal(text.encode(), name)
    assert refused is None or (refused.path == name and refused.reason)


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1))
def test_plain_text_is_stored_as_it_is(text: str) -> None:
    if text.strip() and not text.startswith(("---", "\ufeff", "%PDF-", "GIF8", "{\\rtf")):
        assert one(text).text == text


def test_a_kind_of_file_that_is_not_read_is_named() -> None:
    with pytest.raises(IngestRefused, match=r"a\.xyz: files of this kind are not read; .*\.html"):
        one("words", "a.xyz")


@pytest.mark.parametrize("name", ["A.TXT", "a.md", "a.htm", "a.yaml"])
def test_every_format_reads_the_suffixes_that_it_is_registered_for(name: str) -> None:
    reader = format_for(Path(name))
    assert reader is not None
    assert Path(name).suffix.lower() in reader.suffixes


# -- what a document tells of itself


def test_front_matter_is_told_and_not_text() -> None:
    document = one(
        "---\ntitle: 'Lamps: a count'\npublished: 26 April 2006\nkind: press-report\nlicence: OGL\n---\n\nWords.\n"
    )
    assert document.meta == Meta("Lamps: a count", None, SourceKind.PRESS_REPORT, date(2006, 4, 26), licence="OGL")
    assert document.text == "Words.\n"


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("title: A\npublished: 2006-02-30", "line 3, field published: 2006-02-30 is not a date that there has been"),
        ("published: soon", "line 2, field published: 'soon' is not a date"),
        ("title: A\nauthor: B", "line 3, field author: there is no such field; the fields are title,"),
        ("kind: gossip", "line 2, field kind: 'gossip' is not a kind of source: choose one of official statistics"),
        ("title: A\ntitle: B", "line 3, field title: the field is given twice"),
        ("title: [A, B]", "line 2: each field takes one line"),
        ("title: A\n  : [B\n", "is not YAML that can be read"),
        ('title: "\\0"', "line 2, field title: it holds a NUL"),
    ],
)
def test_a_wrong_field_refuses_the_document_by_line_and_field(front: str, said: str) -> None:
    with pytest.raises(IngestRefused) as refused:
        one(f"---\n{front}\n---\nWords.\n")
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "text", ["---\n\nA rule above.\n\n---\n\nWords.\n", "---\nno end: here\n", "--- \n---\nWords.\n"]
)
def test_a_rule_is_not_front_matter(text: str) -> None:
    assert one(text).text == text


@pytest.mark.parametrize("kind", SourceKind)
def test_every_kind_may_be_written_with_hyphens_or_in_capitals(kind: SourceKind) -> None:
    assert parse_kind(kind.value.replace(" ", "-")) is kind
    assert parse_kind(kind.value.replace(" ", "_").upper()) is kind


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_date_is_read_in_both_ways_of_writing_it(day: date) -> None:
    assert parse_day(day.isoformat()) == day
    assert parse_day(f"{day.day} {day:%B %Y}") == day


def test_what_is_told_first_comes_first() -> None:
    assert Meta(title="A").over(Meta(title="B", publisher="C")) == Meta(title="A", publisher="C")


# -- plain text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n Lamps of the town \n\nWords.\n", "Lamps of the town"),
        ("A sentence is no title.\n", "report"),
        ("PRESS NOTICE\nBoard of Lamps\n\nLAMPS LIT IN 2011\n\nOf the lamps …", "LAMPS LIT IN 2011"),
        ("Statistical release\n\nFERRIES: SCOTLAND\n", "FERRIES: SCOTLAND"),
        ("News release\n\nThe board lit 40 lamps.\n", "News release"),
        ("A line that runs on " * 9 + "\n", "report"),
    ],
)
def test_a_short_first_line_is_the_title(text: str, title: str) -> None:
    document = one(text, "report.txt")
    assert document.meta.title == title
    assert document.text == text


# -- Markdown


def test_markdown_is_stored_as_its_plain_text() -> None:
    document = one(
        "# Lamps *lit*\n\nThe board\ncounted **1,023** [lamps](http://x.test), `all` lit.\n\n"
        "- one\n- two\n  - three\n\n"
        "> said so\n\n| Offence | Released |\n|---|---|\n| robbery | 93 |\n|  | 41 |\n\n<script>run()</script>\n\n"
        "```\ncode\n```\n",
        "a.md",
    )
    assert document.meta.title == "Lamps lit"
    assert document.text == (
        "Lamps lit\n\nThe board counted 1,023 lamps, all lit.\n\none\n\ntwo\n\nthree\n\nsaid so\n\n"
        "Offence: robbery; Released: 93\n\nReleased: 41\n\ncode\n"
    )


def test_deep_markdown_is_not_lost() -> None:
    assert "bottom" in one("> " * 60 + "bottom\n", "a.md").text


# -- HTML


PAGE = """<?xml version="1.0" encoding="utf-8"?><!doctype html><html lang="en-GB"><head><title>Lamps - Board</title>
<meta name="date" content="not a day"><meta property="article:published_time" content="2006-04-26T09:30:00Z">
<meta property="og:site_name" content="Board of Lamps"><link rel="canonical" href="https://lamps.test/count">
<style>p { color: red }</style></head><body><nav>Home</nav><main><h1>Lamps
 lit</h1><p>The board <b>count</b>ed
1,023&nbsp;lamps<br>in all.</p><script>run()</script><!-- note --><p hidden>unseen</p>
<div style="display: none">no</div><ul><li>one<li>two</ul><table><caption>By ward</caption><tr><th>Ward<th>Lamps
<tr><td>North<td>93<tr><th>South<td>&pound;5m
</table>tail<pre>a
  b</pre></main><footer>Footer</footer></body></html>"""


def test_html_is_stored_as_a_reader_sees_it() -> None:
    document = one(PAGE, "a.html")
    assert document.text == (
        "Lamps lit\n\nThe board counted 1,023 lamps\nin all.\n\none\n\ntwo\n\nBy ward\n\nWard: North; Lamps: 93\n\n"
        "Ward: South; Lamps: £5m\n\ntail\n\na\nb\n"
    )
    assert document.meta == Meta(
        title="Lamps lit",
        publisher="Board of Lamps",
        published=date(2006, 4, 26),
        url="https://lamps.test/count",
        language="en-GB",
    )


def test_a_time_on_the_page_dates_it() -> None:
    assert one("<p><time datetime='2006-04-26'>today</time> lamps", "a.html").meta.published == date(2006, 4, 26)


def test_a_page_says_its_own_encoding() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>Łódź lamps'
    assert one(page.encode("iso-8859-2"), "a.html").text == "Łódź lamps\n"


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<script>only()</script>", "no words that can be seen"),
        ("<p hidden>only</p>", "no words that can be seen"),
        ("<div>" * 20_000 + "deep", "cannot be read as HTML"),
    ],
)
def test_a_page_without_words_or_bottom_is_refused(page: str, said: str) -> None:
    with pytest.raises(IngestRefused, match=said):
        one(page, "a.html")


def test_an_entity_opens_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hidden words")
    page = f'<!DOCTYPE p [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]><p>seen &x;</p>'
    assert "hidden words" not in one(page, "a.html").text
