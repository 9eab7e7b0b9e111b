"""Hansard in XML: both dialects, who has the floor, and files that are no such thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import IngestRefused
from corpus.extract import Extraction, extract
from corpus.formats import Document, read
from corpus.formats.hansard.tree import MOST_DEPTH
from corpus.ingest import ingest
from corpus.ledger import Ledger
from corpus.records import LinkKind, Source, SourceKind, Standing, StatementAct

ID = "uk.org.publicwhip/debate/2031-05-06b"
DAY = f"""<publicwhip scraperversion="b" latest="yes">
<oral-heading id="{ID}.1.0" nospeaker="true" colnum="1" time="">Oral Answers to Questions</oral-heading>
<major-heading id="{ID}.1.1" nospeaker="true" colnum="1" time="">Lamps</major-heading>
<speech id="{ID}.1.2" nospeaker="true" colnum="1" time=""><p>The Secretary of State was asked\u2014</p></speech>
<minor-heading id="{ID}.1.3" nospeaker="true" colnum="1" time="">Street Lamps</minor-heading>
<speech id="{ID}.1.4" speakername="Ann Dray" colnum="1" time=""><p qnum="1">How many lamps are lit.</p></speech>
<speech id="{ID}.1.5" speakername="Bob Orme" colnum="1" time=""><p qnum="2">How many lamps are dark.</p></speech>
<speech id="{ID}.1.6" speakername="Cy Vale" speakeroffice="The Secretary of State for Lamps" colnum="1" time="">
<p>In 2030 we lit 1,204 lamps, <phrase class="honfriend" name="Di Moss">as Di Moss knows</phrase>.</p>
<p>My Department does not hold figures on dark lamps.</p></speech>
<speech id="{ID}.2.0" speakername="Ann Dray" colnum="2" time=""><p>In my town 40 lamps are dark. Why?</p></speech>
<speech id="{ID}.2.1" speakername="Eve Hall" colnum="2" time=""><p>Order. The Minister will be heard.</p></speech>
<speech id="{ID}.2.2" speakername="Cy Vale" colnum="2" time=""><p>I will look into that.</p></speech>
<major-heading id="{ID}.3.0" nospeaker="true" colnum="3" time="15:30:00">Candles Bill</major-heading>
<speech id="{ID}.3.1" speakername="Bob Orme" colnum="3" time="15:30:00"><p>I beg to move.</p>
<p><i>rose\u2014</i></p></speech>
<division id="{ID}.4.0" divdate="2031-05-06" divnumber="7" colnum="4" time="16:00:00">
<divisioncount ayes="286" noes="260"/><mplist vote="aye"><mpname vote="aye">Fay Reed</mpname></mplist></division>
<speech id="{ID}.5.0" speakername="Gus Holt" colnum="5" time="16:05:00"><p>rose\u2014</p></speech>
<gidredirect oldgid="{ID}.5.1" newgid="{ID}.5.2" matchtype="perfectmatch"/>
</publicwhip>"""

HISTORIC = """<housecommons>
<image src="S6CV0089P0I0010"/>
<col>1</col>
<title>House of Commons</title>
<date format="1985-12-16">Monday 16 December 1985</date>
<debates>
<oralquestions><title>Oral Answers to Questions</title>
<section><title>LAMPS</title>
<section><title>Gas Lamps</title>
<p id="S6CV0089P0-00001">1. <member>Mr. Dray</member><membercontribution> asked the Secretary of State for
Lamps how many lamps burn gas.</membercontribution></p>
<p id="S6CV0089P0-00002"><member>The Minister for Lamps (Mr. Owen Vale)</member><membercontribution>: There are
1&#x00B7;5 million.
<col>2</col>
They cost &#x00A3;46&#x00B7;4 million.</membercontribution></p>
<p id="S6CV0089P0-00003"><member>Mr. Dray</member><membercontribution>: Is that wise?</membercontribution></p>
<p id="S6CV0089P0-00004"><member>Mr. Speaker</member><membercontribution>: Order.</membercontribution></p>
<p id="S6CV0089P0-00005"><member>Mr. Vale</member><membercontribution>: It is.</membercontribution></p>
<p id="S5CV0648P0-00006"><member>Mr. Long</member><membercontribution>: I saw 30 lamps.</membercontribution></p>
</section></section></oralquestions>
<section><title>Candles</title>
<p id="S6CV0089P0-00010">3&#x00B7;30 pm</p>
<p id="S6CV0089P0-00011"><member>Mr. Owen Vale <memberconstituency>(Upper, North)</memberconstituency></member>
<membercontribution>: I am for candles.<lb/>
They are said to be
<quote>"bright enough".</quote>
I agree.</membercontribution></p>
<p id="S6CV0089P0-00012"><member>Mr. Reed</member><membercontribution> <i>rose</i>&#x2014;</membercontribution></p>
<p id="S6CV0089P0-00013"><i>The House divided:</i> Ayes 119, Noes 53.</p>
<division><table><tr><td><b>Division No. 27]</b></td><td>[6 pm</td></tr><tr><td>Alder, Tom</td><td>Ash, Jo</td></tr>
</table></division>
</section>
</debates>
</housecommons>"""

WRITTEN = """<writtenanswers><image src="S6CV0089P0I0719"/><col>1</col><title>Written Answers</title>
<date format="1985-12-16">Monday</date>
<group><title>LAMPS</title><section><title>Counts</title><body>
<p id="S6CV0089P0-1">Mr. Dray asked the Minister for Lamps how many lamps there were.</p>
<p id="S6CV0089P0-2"><member>Mrs. Vale </member><i>[pursuant to her reply,</i> 13 December]: The counts are:
<table><tr><td colspan="2"><i>Lamps of the towns</i></td></tr><tr><td><i>Town</i></td><td><i>Lamps</i></td></tr>
<tr><td>Upper</td><td>400</td></tr><tr><td>Lower</td><td>300</td></tr></table></p>
<p id="S6CV0089P0-3">They will be counted again.</p>
</body></section></group></writtenanswers>"""


def documents(text: str | bytes, name: str = "debates2031-05-06b.xml") -> list[Document]:
    return read(text.encode() if isinstance(text, str) else text, Path(name))


def found_in(document: Document) -> Extraction:
    meta = document.meta
    source = Source("s", meta.title or "", "", meta.kind or SourceKind.DOCUMENT, meta.published, "", "", "")
    return extract(document.text, source, document.tables, document.voices)


def test_a_day_is_a_document_for_each_heading() -> None:
    question, bill = documents(DAY)
    assert (question.meta.title, bill.meta.title) == ("Street Lamps", "Candles Bill")
    assert (question.meta.kind, bill.meta.kind) == (SourceKind.ORAL_ANSWER, SourceKind.DEBATE)
    assert question.meta.published == date(2031, 5, 6)
    assert question.meta.publisher == "House of Commons"
    assert question.meta.reference == (
        "House of Commons, 6 May 2031, columns 1 to 2; Lamps; debate/2031-05-06b.1.3 to debate/2031-05-06b.2.2"
    )
    assert (question.identity, question.edition) == ("uk.org.publicwhip/debate/2031-05-06", "1b")
    assert (question.key, bill.key) == ("1.3", "3.0")


def test_the_text_gives_each_the_floor_by_name() -> None:
    question, bill = documents(DAY)
    assert question.text.startswith(
        "Lamps\n\nStreet Lamps\n\nThe Secretary of State was asked\u2014\n\nAnn Dray: How many lamps are lit.\n\n"
    )
    assert "Cy Vale (The Secretary of State for Lamps): In 2030 we lit 1,204 lamps, as Di Moss knows." in question.text
    assert "Division No. 7: Ayes 286, Noes 260." in bill.text
    assert "Fay Reed" not in bill.text
    assert bill.text.endswith("Gus Holt rose\u2014\n")
    assert [v.speaker for v in bill.voices] == ["Bob Orme"]


def test_questions_and_answers_are_told_apart_and_paired() -> None:
    question = documents(DAY)[0]
    acts = [(v.speaker, v.act, v.replies) for v in question.voices]
    assert acts == [
        ("Ann Dray", StatementAct.ASKED, ()),
        ("Bob Orme", StatementAct.ASKED, ()),
        ("Cy Vale", StatementAct.ANSWERED, (0, 1)),
        ("Ann Dray", StatementAct.ASKED, ()),
        ("Eve Hall", StatementAct.SAID, ()),
        ("Cy Vale", StatementAct.ANSWERED, (3,)),
    ]


def test_every_sentence_and_number_is_that_speakers() -> None:
    question = documents(DAY)[0]
    found = found_in(question)
    assert all(s.span.of(question.text) == s.text and s.verbatim for s in found.statements)
    lit = next(f for f in found.figures if f.value == 1204)
    assert (lit.said_by, lit.role, lit.said_on) == ("Cy Vale", "The Secretary of State for Lamps", date(2031, 5, 6))
    dark = next(f for f in found.figures if f.value == 40)
    assert (dark.said_by, dark.standing, lit.standing) == (
        "Ann Dray",
        Standing.PARLIAMENTARY,
        Standing.MINISTERIAL_STATEMENT,
    )
    first = found.statements[0]
    assert (first.text, first.speaker, first.act, first.place) == (
        "How many lamps are lit.",
        "Ann Dray",
        StatementAct.ASKED,
        "House of Commons, column 1",
    )
    held = next(s for s in found.statements if "does not hold" in s.text)
    assert (held.act, held.speaker) == (StatementAct.NOT_HELD, "Cy Vale")


def test_an_answer_follows_its_questions() -> None:
    found = found_in(documents(DAY)[0])
    by_id = {s.id: s for s in found.statements}
    pairs = [(by_id[x.from_id].speaker, by_id[x.to_id].speaker) for x in found.links if x.kind is LinkKind.FOLLOWS]
    assert pairs == [("Cy Vale", "Ann Dray"), ("Cy Vale", "Bob Orme"), ("Cy Vale", "Ann Dray")]


def test_a_historic_day_carries_offices_on_and_leaves_column_marks_out() -> None:
    question, other, candles = documents(HISTORIC, "day.xml")
    assert (question.meta.title, question.meta.kind, question.identity) == ("Gas Lamps", SourceKind.ORAL_ANSWER, "")
    assert question.meta.reference == (
        "House of Commons, 16 December 1985, 6th series, volume 89, columns 1 to 2; "
        "Oral Answers to Questions, LAMPS; S6CV0089P0-00001 to S6CV0089P0-00005"
    )
    told = [(v.speaker, v.role, v.act, v.replies) for v in question.voices]
    assert told == [
        ("Mr. Dray", "", StatementAct.ASKED, ()),
        ("Mr. Owen Vale", "The Minister for Lamps", StatementAct.ANSWERED, (0,)),
        ("Mr. Dray", "", StatementAct.ASKED, ()),
        ("Mr. Speaker", "", StatementAct.SAID, ()),
        ("Mr. Owen Vale", "The Minister for Lamps", StatementAct.ANSWERED, (2,)),
    ]
    assert (
        "The Minister for Lamps (Mr. Owen Vale): There are 1\u00b75 million. They cost \u00a346\u00b74" in question.text
    )
    values = {str(f.value) for f in found_in(question).figures}
    assert {"1500000", "46400000"} <= {str(int(float(v))) for v in values if v != "None"}
    assert (other.meta.published, other.voices[0].speaker) == (None, "Mr. Long")
    assert candles.meta.published == date(1985, 12, 16)


def test_a_historic_debate_has_seats_quotations_and_counts_but_no_voters() -> None:
    candles = documents(HISTORIC, "day.xml")[2]
    [voice] = candles.voices
    assert (voice.speaker, voice.role, voice.place) == (
        "Mr. Owen Vale",
        "Member for Upper, North",
        "House of Commons, column 2, 3\u00b730 pm",
    )
    spoken = 'Mr. Owen Vale (Upper, North): I am for candles.\n\nThey are said to be\n\n"bright enough".\n\nI agree.'
    assert voice.span.of(candles.text) == spoken
    assert "Ayes 119, Noes 53." in candles.text
    assert "Mr. Reed rose\u2014" in candles.text
    assert "Alder" not in candles.text


def test_written_answers_pair_question_and_answer_and_read_their_tables() -> None:
    [document] = documents(WRITTEN, "answers.xml")
    asked, answered = document.voices
    assert (asked.speaker, asked.act, asked.verbatim) == ("Mr. Dray", StatementAct.ASKED, False)
    assert (answered.speaker, answered.act, answered.replies) == ("Mrs. Vale", StatementAct.ANSWERED, (0,))
    assert "Mrs. Vale [pursuant to her reply, 13 December]: The counts are:" in document.text
    assert answered.span.of(document.text).endswith("They will be counted again.")
    [table] = document.tables
    assert (table.headings, table.caption) == ((("Town",), ("Lamps",)), "Lamps of the towns")
    cells = [[c.of(document.text) for c in row.cells if c] for row in table.rows]
    assert cells == [["Upper", "400"], ["Lower", "300"]]
    assert {f.said_by for f in found_in(document).figures} == {"Mrs. Vale"}


def test_the_last_debate_of_a_day_stands_alone() -> None:
    _, debate = documents(
        f'''<publicwhip><major-heading id="{ID}.1.0">Petition</major-heading>
<speech id="{ID}.1.1" speakername="Ann Dray"><p>I wish to petition.</p></speech>
<minor-heading id="{ID}.1.2">Lamps</minor-heading><speech id="{ID}.1.3" nospeaker="true">
<p>Motion made, and Question proposed, That this House do now adjourn.</p></speech></publicwhip>'''
    )
    assert (debate.meta.title, debate.text[:7]) == ("Lamps", "Lamps\n\n")


def test_written_answers_of_parlparse() -> None:
    gid = "uk.org.publicwhip/wrans/2031-05-06.4412"
    [document] = documents(
        f"""<publicwhip scraperversion="c"><major-heading id="{gid}.mh" nospeaker="true">LAMPS</major-heading>
<minor-heading id="{gid}.h" nospeaker="true">Lit</minor-heading>
<ques id="{gid}.q0" speakername="Ann Dray" colnum="9W"><p qnum="4412">To ask how many lamps are lit.</p></ques>
<reply id="{gid}.r0" speakername="Cy Vale" colnum="9W"><p>Some 300 lamps are lit.</p></reply></publicwhip>""",
        "answers2031-05-06.xml",
    )
    assert (document.meta.kind, document.edition) == (SourceKind.WRITTEN_ANSWER, "1c")
    assert [v.act for v in document.voices] == [StatementAct.ASKED, StatementAct.ANSWERED]


def test_a_statement_is_one_and_its_questions_are_answered() -> None:
    speeches = (
        ("Cy Vale", "With permission, Mr Speaker, I will make a statement on lamps."),
        ("Ann Dray", "How many are lit?"),
        ("Cy Vale", "Some 300 lamps are lit."),
    )
    body = "".join(
        f'<speech id="{ID}.1.{n}" speakername="{who}"><p>{t}</p></speech>' for n, (who, t) in enumerate(speeches, 1)
    )
    [document] = documents(f'<publicwhip><major-heading id="{ID}.1.0">Lamps</major-heading>{body}</publicwhip>')
    assert document.meta.kind is SourceKind.ORAL_STATEMENT
    assert [v.act for v in document.voices] == [StatementAct.SAID, StatementAct.ASKED, StatementAct.ANSWERED]


DOCTYPE = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE publicwhip [\n<!ENTITY pound "&#163;">\n%s]>\n'


def speaking(words: str) -> str:
    return f'<publicwhip><speech id="{ID}.1.1" speakername="Ann Dray"><p>{words}</p></speech></publicwhip>'


@pytest.mark.parametrize(
    "content",
    [
        (DOCTYPE % "" + speaking("caf\u00e9s pay &pound;5")).encode("latin-1"),
        (DOCTYPE % "" + speaking("caf\u00e9s pay &pound;5")).encode(),
        (DOCTYPE % "" + speaking("caf&eacute;s pay &#163;5")).encode(),
        speaking("caf\u00e9s pay \u00a35").encode("utf-8-sig"),
        speaking("caf\u00e9s pay \u00a35").encode("utf-16"),
    ],
)
def test_signs_come_out_right_whatever_the_file_says_of_its_encoding(content: bytes) -> None:
    [document] = documents(content)
    assert document.text == "Ann Dray: caf\u00e9s pay \u00a35\n"


def test_windows_codes_are_the_signs_that_were_meant() -> None:
    [document] = documents(speaking("lamps &#150; lit &amp; &lt;dark&gt;"))
    assert document.text == "Ann Dray: lamps \u2013 lit & <dark>\n"


@dataclass(frozen=True)
class Refused:
    content: str | bytes
    says: str
    place: str = ""


LAUGHS = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">'
REFUSALS = {
    "billion laughs": Refused(DOCTYPE % LAUGHS + speaking("&b;"), "more than single signs", "line 4"),
    "an entity of much text": Refused(DOCTYPE % f'<!ENTITY a "{"ha" * 99}">' + speaking("&a;"), "more than single"),
    "an external entity": Refused(DOCTYPE % '<!ENTITY a SYSTEM "file:///x">' + speaking("&a;"), "outside itself"),
    "an external DTD": Refused('<!DOCTYPE publicwhip SYSTEM "x.dtd">' + speaking("x"), "outside itself", "line 1"),
    "a parameter entity": Refused(DOCTYPE % '<!ENTITY % a "x">' + speaking("x"), "single signs"),
    "an unknown entity": Refused(speaking("&nosuchsign;"), "undefined entity", "line 1"),
    "cut in the middle": Refused(DAY[: DAY.index("Candles Bill")], "breaks off", "line 14"),
    "cut in a sign": Refused(speaking("caf\u00e9").encode().split(b"\xa9")[0], "breaks off", "line 1"),
    "two encodings": Refused(
        DOCTYPE.encode() % b"" + speaking("caf\u00e9 ?").encode().replace(b"?", b"\xe9"), "mixes UTF-8"
    ),
    "crossed tags": Refused("<publicwhip>\n<p></publicwhip>", "mismatched tag", "line 2"),
    "too deep": Refused("<publicwhip>" + "<p>" * MOST_DEPTH + "</p>" * MOST_DEPTH + "</publicwhip>", "deep"),
    "other XML": Refused("<rss><channel/></rss>", "this is <rss>"),
    "nothing but redirects": Refused(
        f'<publicwhip><gidredirect oldgid="{ID}.1.0" newgid="uk.org.publicwhip/debate/2031-05-06c.1.0"/></publicwhip>',
        "nothing but redirects to another version of its day: read the version c of 2031-05-06",
    ),
    "not the latest": Refused(DAY.replace('latest="yes"', 'latest="no"'), "not the latest version"),
    "no ids": Refused("<publicwhip><speech><p>x</p></speech></publicwhip>", "no headings or speeches"),
    "nothing in it": Refused("<publicwhip/>", "no headings and nothing"),
    "headings alone": Refused(
        f'<publicwhip><major-heading id="{ID}.1.0">A</major-heading></publicwhip>', "nothing that"
    ),
    "no day": Refused("<housecommons><debates><section><p>x</p></section></debates></housecommons>", "of which day"),
    "a day that is none": Refused(speaking("x").replace("2031-05-06", "2031-15-06"), "no date"),
    "an empty file": Refused("", "empty"),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_what_cannot_be_read_is_refused_in_a_sentence(name: str) -> None:
    case = REFUSALS[name]
    with pytest.raises(IngestRefused) as refused:
        documents(case.content, "bad.xml")
    assert case.says in refused.value.reason
    assert case.place in refused.value.place
    assert len(refused.value.reason) < 200


@given(st.sampled_from([DAY, HISTORIC, WRITTEN]), st.data())
def test_a_damaged_file_is_refused_or_read_with_its_voices_in_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 80)))
    put = data.draw(st.sampled_from(["", "<p>", "</p>", "&", "x", "<col>9</col>", "\x00", "<table><tr/></table>"]))
    try:
        read_from = documents(text[:start] + put + text[end:])
    except IngestRefused:
        return
    for document in read_from:
        for voice in document.voices:
            assert voice.begins <= voice.span.end <= len(document.text)
            assert all(r < n for n, one in enumerate(document.voices) for r in one.replies)


@pytest.mark.parametrize("text", [DAY, HISTORIC, WRITTEN])
def test_a_file_cut_anywhere_is_refused_whole(text: str) -> None:
    for end in range(1, len(text) - len("</housecommons>"), 97):
        with pytest.raises(IngestRefused):
            documents(text[:end])


@pytest.fixture(scope="module")
def real(shared: Path) -> list[tuple[Path, list[Document]]]:
    files = sorted((shared / "data" / "hansard").glob("*.xml"))
    return [(path, read(path.read_bytes(), path)) for path in files]


def test_the_real_days_hold_every_speech(real: list[tuple[Path, list[Document]]]) -> None:
    for path, read_from in real:
        if not path.name.startswith("debates"):
            continue
        root = ElementTree.fromstring(path.read_bytes())
        rose = [s for s in root.iter("speech") if "".join(s.itertext()).strip().startswith("rose")]
        spoken = [s for s in root.iter("speech") if s.get("speakername") and s not in rose]
        assert sum(len(d.voices) for d in read_from) == len(spoken), path.name
        words = sum(len("".join(p.itertext()).split()) for s in root.iter("speech") for p in s)
        assert sum(len(d.text.split()) for d in read_from) >= words, path.name


def test_the_real_files_go_in_and_every_span_reads_again(shared: Path, tmp_path: Path) -> None:
    small = [shared / "data" / "hansard" / n for n in ("writtenanswers_example.xml", "debates2016-05-11b.xml")]
    with Ledger.open(tmp_path / "record", create=True) as ledger:
        assert not [f.reason for f in ingest(ledger, small).files if f.reason]
        for source in ledger.sources():
            text = ledger.text(source.id)
            for statement in ledger.statements(source_id=source.id):
                assert statement.span.of(text) == statement.text
                assert statement.said_on == source.published
            for figure in ledger.figures(source_id=source.id):
                assert figure.span.of(text)
                assert figure.span.within(figure.context)
        assert "\u00c2" not in "".join(ledger.text(s.id) for s in ledger.sources())
