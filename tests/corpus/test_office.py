"""Word and RTF documents are read as a person sees them with every change accepted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import IngestRefused
from corpus.formats import Document, read
from corpus.formats.zipped import check_zip

W = nsdecls("w")


def one(content: bytes, name: str = "lamps.docx") -> Document:
    [document] = read(content, Path(name))
    return document


def saved(write: Callable[[docx.document.Document], object]) -> bytes:
    made = docx.Document()
    write(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def with_parts(content: bytes, **parts: bytes) -> bytes:
    """CONTENT with other parts, by their names with ``/`` written ``__`` and ``.`` written ``_dot_``."""
    new = {k.replace("__", "/").replace("_dot_", "."): v for k, v in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in old.namelist():
            if name not in new:
                made.writestr(name, old.read(name))
        for name, part in new.items():
            made.writestr(name, part)
    return out.getvalue()


def body(xml: str) -> bytes:
    """A document whose body is XML."""
    part = f"<w:document {W}><w:body>{xml}</w:body></w:document>".encode()
    return with_parts(saved(lambda d: d.add_paragraph("x")), word__document_dot_xml=part)


RAISED = '<w:vertAlign w:val="superscript"/>'


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def test_headings_lists_and_paragraphs_are_what_they_are() -> None:
    def write(made: docx.document.Document) -> None:
        made.add_heading("Lamps lit", 0)
        made.add_heading("Wards", 1)
        made.add_paragraph("Published 12 December 2019")
        made.add_paragraph("Counted in each ward:")
        made.add_paragraph("North: 93 lamps", style="List Bullet")
        made.add_paragraph("South: 41 lamps", style="List Bullet")

    document = one(saved(write))
    assert document.text == (
        "Lamps lit\n\nWards\n\nPublished 12 December 2019\n\nCounted in each ward:\n\n"
        "North: 93 lamps\n\nSouth: 41 lamps\n"
    )
    assert document.meta.title == "Lamps lit"
    assert document.meta.published == date(2019, 12, 12)
    assert [t.listed for t in document.tables] == [True]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (f"<w:p>{run('The board counted ')}<w:del>{run('900')}</w:del><w:ins>{run('93')}</w:ins></w:p>", "counted 93"),
        ("<w:p><w:del><w:r><w:delText>900</w:delText></w:r></w:del>" + run("93") + "</w:p>", "93"),
        (f"<w:p>{run('seen')}{run('hidden', '<w:vanish/>')}</w:p>", "seen"),
        (f"<w:p>{run('41')}{run('1', RAISED)}</w:p>", "41\u00b9"),
        (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('one ')}</w:p><w:p>{run('two')}</w:p>", "one two"),
        (f"<w:p><w:hyperlink>{run('linked')}</w:hyperlink><w:r><w:instrText>x</w:instrText></w:r></w:p>", "linked"),
        (f"<w:sdt><w:sdtContent><w:p>{run('in a control')}</w:p></w:sdtContent></w:sdt>", "in a control"),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r></w:p>", "a b-c"),
    ],
)  # fmt: skip
def test_what_was_changed_or_hidden_is_read_as_it_is_seen(xml: str, text: str) -> None:
    assert text in one(body(xml)).text
    assert "900" not in one(body(xml)).text


def test_tables_keep_their_headings_and_their_merged_cells() -> None:
    def write(made: docx.document.Document) -> None:
        made.add_paragraph("Table 1: Lamps by ward", style="Caption")
        table = made.add_table(rows=3, cols=3)
        for n, words in enumerate(("Ward", "Lamps", "")):
            table.cell(0, n).text = words
        table.cell(0, 1).merge(table.cell(0, 2))
        table.cell(1, 0).merge(table.cell(2, 0)).text = "North"
        for at, words in {(1, 1): "lit", (1, 2): "93", (2, 1): "unlit", (2, 2): "41"}.items():
            table.cell(*at).text = words

    document = one(saved(write))
    assert "Ward: North; Lamps: lit; Lamps: 93\n\nWard: North; Lamps: unlit; Lamps: 41" in document.text
    [table] = document.tables
    assert table.caption == "Table 1: Lamps by ward"


def test_a_deleted_row_is_no_row() -> None:
    def row(gone: str, *cells: str) -> str:
        told = "".join(f"<w:tc><w:p>{run(c)}</w:p></w:tc>" for c in cells)
        return f"<w:tr><w:trPr>{gone}</w:trPr>{told}</w:tr>"

    rows = row("<w:tblHeader/>", "Ward", "Lamps") + row("", "North", "93") + row("<w:del/>", "South", "900")
    assert one(body(f"<w:tbl>{rows}</w:tbl>")).text == "Ward: North; Lamps: 93\n"


def test_notes_are_numbered_and_stand_at_the_end() -> None:
    xml = f'<w:p>{run("Lamps")}<w:r><w:footnoteReference w:id="7"/></w:r>{run(" lit")}</w:p>'
    notes = f'<w:footnotes {W}><w:footnote w:id="7"><w:p>{run("By the board.")}</w:p></w:footnote></w:footnotes>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    near = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{kind}" Target="footnotes.xml"/>'
        f'<Relationship Id="r2" Type="{kind}" Target="http://lamps.test/" TargetMode="External"/></Relationships>'
    )
    content = with_parts(
        body(xml), word__footnotes_dot_xml=notes.encode(), word___rels__document_dot_xml_dot_rels=near.encode()
    )
    assert one(content).text == "Lamps\u00b9 lit\n\n\u00b9 By the board.\n"
    assert one(content, "lamps.docm").text == one(content).text


BOMB = b"0" * (40 * 1024 * 1024)
LAUGHS = (
    b'<!DOCTYPE d [<!ENTITY a "lamps"><!ENTITY b "&a;&a;&a;">]><w:document ' + W.encode() + b"><w:body/></w:document>"
)
DEEP = f"<w:document {W}><w:body>".encode() + b"<w:p>" * 3000


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b"lamps", "is not the Word document that its name says"),
        (b"\xd0\xcf\x11\xe0lamps", "locked with a password, or an old Office document"),
        (b"PK\x03\x04lamps", "damaged or cut off"),
        (saved(lambda d: d.add_paragraph("lamps"))[:-400], "damaged or cut off"),
        (saved(lambda d: None), "holds no words"),
        (with_parts(body(""), word__document_dot_xml=b"<w:document"), "part word/document.xml: a part of the file is"),
        (with_parts(body(""), word__document_dot_xml=LAUGHS), "declares entities"),
        (with_parts(body(""), word__document_dot_xml=DEEP), "is not XML that can be read"),
        (with_parts(body(""), word__media__x_dot_png=BOMB), "part word/media/x.png: a part of the file unzips"),
    ],
)  # fmt: skip
def test_what_is_no_word_document_is_refused_in_one_sentence(content: bytes, said: str) -> None:
    with pytest.raises(IngestRefused, match=said) as refused:
        one(content)
    assert "\n" not in str(refused.value)


def test_too_many_parts_and_too_large_ones_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = saved(lambda d: d.add_paragraph("lamps"))
    monkeypatch.setattr("corpus.formats.zipped.MOST_PARTS", 3)
    with pytest.raises(IngestRefused, match="parts, more than the 3 read"):
        check_zip(content, Path("lamps.docx"))
    monkeypatch.setattr("corpus.formats.zipped.MOST_PARTS", 300)
    monkeypatch.setattr("corpus.formats.zipped.MOST_UNZIPPED", 100)
    with pytest.raises(IngestRefused, match="unzips to more than"):
        check_zip(content, Path("lamps.docx"))


# -- RTF


def rtf(words: str) -> Document:
    return one((r"{\rtf1\ansi\ansicpg1252\deff0 " + words + "}").encode("latin-1"), "lamps.rtf")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (r"\pard Lamps cost \'a35m \u8211? all\par", "Lamps cost \u00a35m \u2013 all\n"),
        (r"{\fonttbl{\f0 Arial;}{\f1\fcharset204 Times;}}\f1\'cf\'f0\'e8\f0  lamps\par", "\u041f\u0440\u0438 lamps\n"),
        (r"\uc2\u8217''s \uc0\u8217 s\par", "\u2019s \u2019s\n"),
        (r"\u-10179?\u-8704?\par", "\U0001f600\n"),
        (r"seen {\deleted 900}{\v hidden}\plain on\par", "seen on\n"),
        (r"41\super 1\nosupersub  lamps\par", "41\u00b9 lamps\n"),
        (r"lamps\rquote s {\field{\*\fldinst HYPERLINK x}{\fldrslt link}}\par", "lamps\u2019s link\n"),
        (r"one{\pict\wmetafile8 00ff00}{\header running}{\*\unknown x} two\par", "one two\n"),
        (r"Lamps{\footnote\pard By the board.} lit\par", "Lamps\u00b9 lit\n\n\u00b9 By the board.\n"),
        (r"a\~b\_c\{d\}\tab e\line f\par", "a b-c{d} e\nf\n"),
    ],
)
def test_rtf_is_read_as_it_is_seen(words: str, text: str) -> None:
    assert rtf(words).text == text


def test_rtf_has_headings_items_and_tables() -> None:
    document = rtf(
        r"{\info{\title Lamps of the town}{\author Nobody}}\pard\outlinelevel0 Wards\par"
        r"\pard\trowd\trhdr\intbl Ward\cell Lamps\cell\row\trowd\intbl North\cell 93\cell\row"
        r"\trowd\intbl South\cell 41\cell\row\pard Counted in each ward:\par"
        r"{\listtext\'b7\tab}North has 93\par\pard{\listtext\'b7\tab}South has 41\par"
    )
    assert document.text == (
        "Wards\n\nWard: North; Lamps: 93\n\nWard: South; Lamps: 41\n\nCounted in each ward:\n\n"
        "North has 93\n\nSouth has 41\n"
    )
    assert document.meta.title == "Lamps of the town"
    assert [t.listed for t in document.tables] == [False, True]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b"lamps", "is not the RTF document that its name says"),
        (rb"{\rtf1 Lamps lit and {\b un", "the RTF is cut off before its end"),
        (rb"{\rtf1 {\pict 00ff}}", "holds no words"),
        (rb"{\rtf1 " + b"{" * 5000 + b"lamps", "groups nest deeper than 500"),
        (rb"{\rtf1 {\pict\bin99999999 x}}", "cut off"),
    ],
)
def test_what_is_no_whole_rtf_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(IngestRefused, match=said) as refused:
        one(content, "lamps.rtf")
    assert "\n" not in str(refused.value)


SIGNS = st.sampled_from(
    ["{", "}", "\\", "\\par ", "\\cell ", "\\row ", "\\trowd ", "\\intbl ", "\\'e9", "\\u8211?", "\\uc5 ", "\\bin3 ",
     "\\footnote ", "\\*", "\\f1 ", "\\fcharset128 ", "\\ansicpg932 ", "\\super ", "lamps", "\x80", " ", "\\u-1 "]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(SIGNS, max_size=60))
def test_any_signs_are_read_or_refused(signs: list[str]) -> None:
    with suppress(IngestRefused):
        text = rtf("".join(signs)).text
        assert text.strip()
        text.encode()


def test_real_documents_are_read(shared: Path) -> None:
    folder = shared / "data/documents"
    assert one((folder / "sample.docx").read_bytes()).text == "This is a test document.\n"
    notice = one((folder / "working-smarter-press-release.docx").read_bytes())
    assert notice.meta.title == "Working smarter: setting new office standards for civil servants"
    assert notice.meta.published == date(2024, 4, 24)
