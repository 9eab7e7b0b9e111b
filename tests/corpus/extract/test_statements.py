"""Who said what: speakers, their offices, quotations at their own place, and what nobody could say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.extract.statements import statements
from corpus.records import Source, SourceKind, Statement, StatementAct

A = StatementAct
SOURCE = Source("s", "Lamps", "", SourceKind.DOCUMENT, date(2012, 5, 10), "", "", "0")

# text, speaker, office, act, the words quoted
READ = [
    (
        'The Home Secretary, Jane Harrow, told MPs: "We have failed the public."',
        "Jane Harrow",
        "Home Secretary",
        A.SAID,
        "We have failed the public.",
    ),
    (
        "Jane Harrow, the Health Minister, said that 640 nurses had been redeployed.",
        "Jane Harrow",
        "Health Minister",
        A.SAID,
        "",
    ),
    (
        '"It is a disgrace," said David Marsh, the Conservative spokesman.',
        "David Marsh",
        "Conservative spokesman",
        A.CRITICISED,
        "It is a disgrace,",
    ),
    ("“It is a start,” Jane Harrow said.", "Jane Harrow", "", A.SAID, "It is a start,"),
    ("Jane Harrow apologised for the error.", "Jane Harrow", "", A.APOLOGISED, ""),
    ("A spokesman for the Home Office declined to comment.", "A spokesman", "", A.REFUSED, ""),
    ("David Marsh asked how many prisoners had escaped.", "David Marsh", "", A.ASKED, ""),
    ("It is not known how many of them were foreign.", "", "", A.NOT_KNOWN, ""),
    ("Officials could not say how many had been deported.", "Officials", "", A.NOT_KNOWN, ""),
    ("The information could be obtained only at disproportionate cost.", "", "", A.DISPROPORTIONATE_COST, ""),
]


def of(text: str) -> tuple[Statement, ...]:
    return statements(text, SOURCE)


@pytest.mark.parametrize(("text", "speaker", "role", "act", "quoted"), READ, ids=[r[0][:50] for r in READ])
def test_who_said_what(text: str, speaker: str, role: str, act: StatementAct, quoted: str) -> None:
    [statement] = of(text)
    assert (statement.speaker, statement.role, statement.act) == (speaker, role, act)
    assert (statement.quotation.of(text) if statement.quotation else "") == quoted
    assert statement.verbatim == bool(quoted)
    assert statement.said_on == date(2012, 5, 10)


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell all day.",
        "The committee met in May.",
        "Some 3,000 officers were deployed.",
        "The lamps of the town were lit.",
        "",
        "\n\n",
    ],
)
def test_what_nobody_said_is_no_statement(text: str) -> None:
    assert of(text) == ()


def test_a_surname_alone_is_the_person_named_before() -> None:
    text = "Jane Harrow, the Health Minister, spoke in Leeds.\n\nMs Harrow said the wards would reopen."
    [statement] = of(text)
    assert (statement.speaker, statement.role) == ("Jane Harrow", "Health Minister")


def test_she_is_the_last_who_spoke() -> None:
    text = 'Jane Harrow said the wards would reopen. "This must stop," she said.'
    assert [s.speaker for s in of(text)] == ["Jane Harrow", "Jane Harrow"]


def test_the_one_quoted_about_is_not_the_one_who_spoke() -> None:
    text = 'Jane Harrow said: "David Marsh was wrong."'
    assert [s.speaker for s in of(text)] == ["Jane Harrow"]


WORDS = (
    'Jane Harrow Mr Marsh said told that " “ ” the Home Secretary apologised it is not known how many . , : ( she and'
)


@given(st.text(max_size=300) | st.lists(st.sampled_from(WORDS.split()), max_size=50).map(" ".join))
def test_any_text_is_read_and_each_statement_stands_in_it(text: str) -> None:
    found = of(text)
    for statement in found:
        assert statement.span.of(text) == statement.text
        assert statement.text.strip()
        if statement.quotation:
            assert statement.quotation.within(statement.span)
            assert statement.quotation.of(text)
    assert len({s.id for s in found}) == len(found)
    assert [s.span.start for s in found] == sorted(s.span.start for s in found)


@given(st.text(alphabet=st.characters(blacklist_characters='"“”\n\r', categories=["L", "Zs"]), min_size=8, max_size=80))
def test_what_is_quoted_is_kept_to_the_letter(words: str) -> None:
    text = f'Jane Harrow said: "Yes {words.strip()} indeed"'
    quotations = [s.quotation.of(text) for s in of(text) if s.quotation]
    assert quotations == [f"Yes {words.strip()} indeed"]
