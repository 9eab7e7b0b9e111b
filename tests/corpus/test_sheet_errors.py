"""What is wrong with a sheet is told in one sentence that names the file, the line and the field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import IngestRefused
from corpus.formats.sheet import SheetError, read_sheet
from corpus.formats.sheet.tree import LARGEST

__all__: list[str] = []

GOOD = """despatch-sheet: 1
name: made-up
sources:
  - key: A
    title: A letter
    publisher: An office
    kind: letter
    published: 2006-04-26
    figures:
      - key: F1
        value: 1,013
        counted: letters
        measure: answered
        as_at: 2006-04
        says: About then 1,013 letters were answered.
        links:
          - refers to: F2
      - key: F2
        value: 12
        qualifier: at least
        counted: letters
        measure: lost
        period: {from: 2005, to: 2006-03}
        says: At least 12 letters were lost by 12 March 2006.
    statements:
      - key: T1
        speaker: A clerk
        act: apologised
        says: A clerk was "very sorry".
"""


def refusal(data: bytes) -> SheetError:
    with pytest.raises(SheetError) as caught:
        read_sheet(data, "made-up.yaml")
    return caught.value


def test_the_sheet_that_the_others_break_is_good() -> None:
    (document,) = read_sheet(GOOD.encode(), "made-up.yaml")
    assert [f.span.of(document.text) for f in document.figures] == ["1,013", "At least 12"]


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ("as_at: 2006-04", "as_at: 2006-02-30", "line 14, sources[1].figures[1].as_at", "2006-02-30 is not a date"),
        ("as_at: 2006-04", "as_at: [2006]", "line 14, sources[1].figures[1].as_at", "write one date"),
        ("published: 2006-04-26", "published: 26/4/06", "line 8, sources[1].published", "YYYY-MM-DD"),
        ("from: 2005,", "from: 2007,", "line 23, sources[1].figures[2].period", "ends before it begins"),
        ("from: 2005,", "form: 2005,", "line 23, sources[1].figures[2].period.form", "from, to, words"),
        ("measure: lost", "mesure: lost", "line 22, sources[1].figures[2].mesure", "no such field"),
        ("        measure: lost\n", "", "line 18, sources[1].figures[2].measure", "missing"),
        ("name: made-up", "named: made-up", "line 2, named", "despatch-sheet, name, sources"),
        ("speaker: A clerk", "speeker: A clerk", "line 27, sources[1].statements[1].speeker", "no such field"),
        ("name: made-up", "name: Made Up", "line 2, name", "small letters"),
        ("sheet: 1", "sheet: 2", "line 1, despatch-sheet", "'2' is not a version"),
        ("kind: letter", "kind: rumour", "line 7, sources[1].kind", "'rumour' is not one of 'official statistics'"),
        ("act: apologised", "act: sneered", "line 28, sources[1].statements[1].act", "'sneered' is not one of"),
        ("value: 1,013", "value: 1,014", "line 15, sources[1].figures[1].says", "does not give 1,014"),
        ("value: 1,013", "value: lots", "line 11, sources[1].figures[1].value", "lots is not a number"),
        ("value: 1,013", "value: {a: b}", "line 11, sources[1].figures[1].value", "write one number"),
        ("value: 1,013", "value: not known", "line 15, sources[1].figures[1].says", "needs 'written'"),
        ("        qualifier: at least\n", "", "line 23, sources[1].figures[2].says", "with 'At least'"),
        ("At least 12", "They lost 12", "line 24, sources[1].figures[2].says", "value as 'at least'"),
        (
            "by 12 March 2006",
            "by the 12",
            "line 24, sources[1].figures[2].says",
            "12 2 times; say which with 'written'",
        ),
        ("qualifier: at least", "qualifier: between", "line 18, sources[1].figures[2]", "a range needs both"),
        ("qualifier: at least", "qualifier: not known", "line 18, sources[1].figures[2]", "goes without a number"),
        ("key: F2", "key: f1", "line 18, sources[1].figures[2].key", "'f1' is given twice"),
        ("key: F2", "key: F 2", "line 18, sources[1].figures[2].key", "'F 2' is not a key"),
        ("refers to: F2", "refers to: F3", "line 17, sources[1].figures[1].links[1].refers to", "has the key 'F3'"),
        ("refers to: F2", "refers to: F1", "line 17, sources[1].figures[1].links[1].refers to", "refers to itself"),
        ("refers to: F2", "praises: F2", "line 17, sources[1].figures[1].links[1]", "corrects, supersedes"),
        ("refers to: F2", "refers to: ../F2", "line 17, sources[1].figures[1].links[1]", "'../F2' is not a key"),
        ("    kind: letter\n", "    kind: letter\n    kind: debate\n", "line 8, sources[1].kind", "stands here twice"),
        ("title: A letter", "title:", "line 5, sources[1].title", "the field is empty"),
        ("title: A letter", "title: [A, letter]", "line 5, sources[1].title", "write plain words"),
        ('"very sorry"', '"a b c d e f g h i"', "line 29, sources[1].statements[1].says", "longer than 8 words"),
        ("act: apologised", "verbatim: maybe", "line 28, sources[1].statements[1].verbatim", "neither true nor false"),
        ("title: A letter", "title: &a A letter", "line 5", "anchor"),
        ("title: A letter", "title: *a", "line 5", "alias"),
        ("title: A letter", "title: !!python/name:os.system x", "line 5", "a tag (!) is not allowed"),
        ("title: A letter", "title: !x A letter", "line 5", "a tag (!) is not allowed"),
        ("title: A letter", "title: A: letter", "line 5", "not YAML"),
        ("title: A letter", "title: 'A letter", "line", "not YAML"),
        ("title: A letter", "title: A\x00letter", "line 5", "control character"),
        ("title: A letter", 'title: "A\\0letter"', "line 5", "control character"),
        ("title: A letter", 'title: "A\\ud800letter"', "line 5", "control character"),
        ("kind: letter\n", "kind: letter\n---\n", "line 8", "second document"),
    ],
)
def test_each_fault_is_told_with_its_place(old: str, new: str, where: str, what: str) -> None:
    assert old in GOOD
    told = str(refusal(GOOD.replace(old, new, 1).encode()))
    assert told.startswith(f"made-up.yaml, {where}")
    assert what in told
    assert "\n" not in told


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "a sheet is a mapping"),
        (b"- despatch-sheet: 1", "a sheet is a mapping"),
        (b"despatch-sheet: 1\nname: n\nsources: []\n", "the list is empty"),
        (b"despatch-sheet: 1\nname: n\nsources: none\n", "is not a list"),
        (b"despatch-sheet: 1\nname: n\nsources: [none]\n", "is not a mapping"),
        (b"despatch-sheet: 1\nname: \xff\n", "line 2: the text is not UTF-8"),
        (b"? [a]\n: b\n", "a key must be plain words"),
        (b"a: " + b"[" * 5000, "levels deep"),
        (b"#" * (LARGEST + 1), "split it into several files"),
    ],
)
def test_what_is_no_sheet_is_refused(data: bytes, what: str) -> None:
    told = str(refusal(data))
    assert told.startswith("made-up.yaml")
    assert what in told


def test_the_error_keeps_its_line_and_field_and_is_a_refusal() -> None:
    error = refusal(GOOD.replace("as_at: 2006-04", "as_at: soon").encode())
    assert isinstance(error, IngestRefused)
    assert (error.line, error.field, error.path) == (14, "sources[1].figures[1].as_at", "made-up.yaml")


def test_a_wrong_field_under_each_is_placed_there() -> None:
    data = GOOD.replace("    figures:", "    each: {as_at: soon}\n    figures:", 1).replace(
        "        as_at: 2006-04\n", ""
    )
    assert refusal(data.encode()).field == "sources[1].each.as_at"


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    refusal(data)


@given(st.integers(0, len(GOOD) - 1), st.text(max_size=3))
def test_any_damage_is_read_or_refused_in_one_line(place: int, text: str) -> None:
    told = outcome((GOOD[:place] + text + GOOD[place + 1 :]).encode(errors="replace"))
    assert told == "read" or (told.startswith("made-up.yaml") and "\n" not in told)


def outcome(data: bytes) -> str:
    """``read``, or why not."""
    try:
        read_sheet(data, "made-up.yaml")
    except SheetError as error:
        return str(error)
    return "read"
