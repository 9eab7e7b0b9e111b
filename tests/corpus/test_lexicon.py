"""The lexicon's files say what they mean to say, and terms are what the words of a text come to."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.lexicon.build import Entry, compiled, entries, families, raw_tables, tables
from corpus.lexicon.check import problems
from corpus.lexicon.loading import loaded
from corpus.lexicon.terms import Lexicon, lexicon
from corpus.lexicon.words import WORD, key_of, parted

RAW = raw_tables()
FAMILIES = families(RAW)
LEXICON = lexicon()
CONCEPTS = sorted(LEXICON.concepts())
WORDS = sorted({words for entry in entries(RAW) for words in (*entry.words, *entry.people)})

texts = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(WORDS) | st.text("abcXYZ'’-. ,\n0129é", max_size=8), max_size=8).map(" ".join),
)
concepts = st.sampled_from(CONCEPTS)


def test_the_files_have_no_fault() -> None:
    assert problems(RAW) == []


def test_the_lexicon_is_broad() -> None:
    places = [c for c in CONCEPTS if LEXICON.kind(c) == "place"]
    assert len(CONCEPTS) >= 900
    assert len(places) >= 250


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ({"concept": "theft-of-time", "words": ["murder"]}, "are read alike"),
        ({"concept": "theft-of-time", "broader": ["no-such"]}, "which is no concept"),
        ({"concept": "theft-of-time", "opposite": ["no-such"]}, "which is no concept"),
        ({"concept": "theft-of-time", "broader": ["theft-of-time"]}, "broader than itself"),
        ({"concept": "theft-of-time", "wrods": ["x"]}, "unknown field wrods"),
        ({"concept": "murder"}, "is already in"),
        ({"concept": "theft-of-time", "words": ["the"]}, "are read alike"),
    ],
)
def test_a_fault_is_told(entry: dict[str, object], fault: str) -> None:
    found = problems({**RAW, "zz": {"concepts": [entry]}})
    assert len(found) == 1
    assert fault in found[0]


def test_a_word_in_two_families_is_told() -> None:
    stems = {"families": [*RAW["stems"]["families"], ["find", "finder"]]}
    assert any("two families" in fault for fault in problems({**RAW, "stems": stems}))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("robber", "robberies"),
        ("let out of", "released"),
        ("jail", "prisons"),
        ("Jamaicans", "from Jamaica"),
        ("tracked down", "located"),
        ("offended again", "reoffending"),
        ("rapists", "rape"),
        ("child sex attackers", "paedophile"),
        ("said sorry", "apology"),
        ("stepped down", "resignation"),
        ("in the U.S.", "the United States"),
        ("Britons", "the UK"),
        ("secretary of state for the home department", "Home Secretary"),
        ("prime minister’s", "PM"),
        ("members of parliament", "MPs"),
        ("found guilty", "convictions"),
        ("commencing", "begun"),
        ("A&E", "emergency departments"),
        ("policewomen and women", "police officer, female"),
        ("incarcerated", "held in custody"),
    ],
)
def test_words_for_the_same_thing_are_one(one: str, other: str) -> None:
    assert LEXICON.ids(one) == LEXICON.ids(other)


APART = [
    ("held", "released"),
    ("started", "completed"),
    ("located", "completed"),
    ("located", "not been located"),
    ("deported", "deportation appeal"),
    ("considered", "not considered"),
    ("applications", "grants"),
    ("granted", "refused"),
    ("waiting", "treated"),
    ("staff", "officers"),
    ("prison officers", "prison staff"),
    ("prisons", "prisoners"),
    ("prisoners", "offenders"),
    ("offices", "officers"),
    ("immigrants", "immigration"),
    ("asylum seekers", "refugees"),
    ("charged", "convicted"),
    ("arrests", "convictions"),
    ("homes started", "homes completed"),
    ("murder", "manslaughter"),
    ("England", "England and Wales"),
    ("Niger", "Nigeria"),
    ("Dominica", "Dominican Republic"),
    ("Home Secretary", "shadow Home Secretary"),
    ("resigned", "dismissed"),
    ("percentage", "percentage points"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_a_press_officer_keeps_apart_stays_apart(one: str, other: str) -> None:
    assert LEXICON.ids(one)
    assert not LEXICON.ids(one) & LEXICON.ids(other)


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("sexual-offence", "rape"),
        ("sexual-offence", "child-sexual-offence"),
        ("crime", "murder"),
        ("united-kingdom", "scotland"),
        ("united-kingdom", "brixton"),
        ("caribbean", "jamaica"),
        ("offender", "prisoner"),
        ("minister", "home-secretary"),
        ("died", "killed"),
        ("benefit", "universal-credit"),
        ("female", "girl"),
    ],
)
def test_the_wider_covers_the_narrower_and_not_the_reverse(asked: str, given: str) -> None:
    assert LEXICON.covers(asked, given)
    assert not LEXICON.covers(given, asked)
    assert given in LEXICON.narrower(asked)
    assert asked in LEXICON.broader(given)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("granted", "refused", True),
        ("male", "female", True),
        ("boy", "girl", True),
        ("started", "completed", True),
        ("located", "not-located", True),
        ("released", "held", True),
        ("released", "deportation", False),
        ("murder", "rape", False),
    ],
)
def test_opposites_hold_both_ways(one: str, other: str, expected: bool) -> None:
    assert LEXICON.opposite(one, other) is expected
    assert LEXICON.opposite(other, one) is expected


def test_what_is_named_not_denies_one_concept() -> None:
    for concept in CONCEPTS:
        if concept.startswith("not-") and LEXICON.kind(concept) == "action":
            assert len([c for c in CONCEPTS if LEXICON.opposite(concept, c)]) == 1, concept


def test_kinds_and_general_words() -> None:
    assert LEXICON.kind("murder") == "offence"
    assert LEXICON.kind("home-secretary") == "role"
    assert LEXICON.kind("no such thing") == "word"
    assert [t.kind for t in LEXICON.terms("Jamaicans in Jamaica")] == ["nationality", "place"]
    assert LEXICON.general("people")
    assert LEXICON.general("case")
    assert not LEXICON.general("prisoner")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("How many of them were there at the end of 2006?", []),
        ("To ask the Minister, pursuant to (a) and (b)", ["minister"]),
        ("Can you tell me the number of robberies, please?", ["number", "robbery"]),
        ("In March 2006 and on Tuesday 4 May", []),
        ("the Reading office", ["reading-town", "office"]),
        ("reading a book", ["read", "book"]),
        ("told us", []),
        ("the US", ["united-states"]),
        ("prison. Officers", ["prison", "officer"]),
        ("prison\nofficers", ["prison-officer"]),
        ("prison-officers", ["prison-officer"]),
        ("prison\n\nofficers", ["prison", "officer"]),
        ("prison, officers", ["prison", "officer"]),
        ("was found guilty of arson", ["conviction", "arson"]),
        ("was found to be late", ["late"]),
        ("", []),
    ],
)
def test_terms_in_order(text: str, expected: list[str]) -> None:
    assert [t.id for t in LEXICON.terms(text)] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("None of them was convicted", "convicted", True),
        ("They were never arrested", "arrested", True),
        ("Released without any inspection", "Released", False),
        ("Released without any inspection", "inspection", True),
        ("He was not asked, but resigned", "asked", True),
        ("He was not asked, but resigned", "resigned", False),
        ("They did not appeal and were arrested", "arrested", False),
        ("They failed to inspect the prison", "inspect", True),
        ("Not only arrested", "arrested", False),
        ("no fewer than 12 robberies", "robberies", False),
        ("12 non-British prisoners", "prisoners", False),
        ("He didn’t apologise", "apologise", True),
        ("No. They apologised", "apologised", False),
    ],
)
def test_negation_governs_its_own_clause(text: str, word: str, expected: bool) -> None:
    term = next(t for t in LEXICON.terms(text) if t.words == word)
    assert LEXICON.negated(text, term) is expected


@given(texts)
def test_spans_read_again_in_order(text: str) -> None:
    end = 0
    for term in LEXICON.terms(text):
        assert text[term.start : term.end] == term.words
        assert end <= term.start < term.end
        end = term.end


@given(texts)
def test_ids_are_the_terms(text: str) -> None:
    assert LEXICON.ids(text) == {t.id for t in LEXICON.terms(text)}


@given(texts)
def test_a_text_parted_at_its_words_is_that_text(text: str) -> None:
    parts = parted(text)
    assert "".join(parts) == text
    assert parts[1::2] == [m[0] for m in WORD.finditer(text)]


@given(st.frozensets(concepts, max_size=6), st.lists(texts, max_size=4))
def test_which_of_some_concepts_texts_name_is_told_without_reading_those_that_name_none(
    some: frozenset[str], many: list[str]
) -> None:
    naming = LEXICON.naming(some)
    for text in (*many, *many):
        assert naming.of(text) == LEXICON.ids(text) & some


def test_a_name_is_found_by_whichever_of_its_words_comes_first() -> None:
    for entry in entries(RAW):
        naming = LEXICON.naming([entry.concept])
        for words in (*entry.words, *entry.people, *entry.cased):
            assert naming.of(f"the {words} there") == LEXICON.ids(f"the {words} there") & {entry.concept}


@given(st.lists(st.sampled_from(WORDS), max_size=5).map(". ".join))
def test_case_does_not_matter(text: str) -> None:
    assert LEXICON.ids(text.lower()) == LEXICON.ids(text.title().replace("Us", "us"))


def test_every_concept_is_read_from_every_one_of_its_words() -> None:
    wrong = [
        (entry.concept, words)
        for entry in entries(RAW)
        for words in (*entry.words, *entry.people, *entry.cased)
        if [t.id for t in LEXICON.terms(words)] != [entry.concept]
    ]
    assert wrong == []


@pytest.mark.parametrize(("one", "other"), [("prison", "prisons"), ("robber", "robbers"), ("arrest", "arrested")])
def test_inflection_does_not_matter(one: str, other: str) -> None:
    assert LEXICON.ids(one) == LEXICON.ids(other)


@given(st.sampled_from([e for e in entries(RAW) if e.kind in ("offence", "role")]))
def test_a_plural_is_read_as_its_singular(entry: Entry) -> None:
    for word in entry.words:
        if word.isalpha() and word.islower() and word[-1] in "dlnrt" and not key_of(word, FAMILIES).startswith("="):
            assert LEXICON.ids(word + "s") == LEXICON.ids(word)


@given(concepts, concepts, concepts)
def test_covers_is_reflexive_and_transitive(one: str, two: str, three: str) -> None:
    assert LEXICON.covers(one, one)
    assert not (LEXICON.covers(one, two) and LEXICON.covers(two, three)) or LEXICON.covers(one, three)


@given(concepts)
def test_broader_is_closed(concept: str) -> None:
    above = LEXICON.broader(concept)
    assert concept not in above
    assert all(LEXICON.broader(one) <= above for one in above)
    assert not LEXICON.opposite(concept, concept)


def test_sessions_follow_one_another() -> None:
    sessions = LEXICON.calendar["sessions"]
    days = [day for session in sessions for day in (session["opened"], session["ended"])]
    assert days == sorted(days)
    assert len(sessions) == 25


def test_a_damaged_copy_is_built_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.lexicon.loading._folder", lambda: tmp_path / "deep")
    built = compiled()
    [held] = (tmp_path / "deep").iterdir()
    held.write_text("{")
    assert compiled() == built == compiled()


def test_a_word_list_is_the_same_whether_it_was_kept_or_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.lexicon.loading._folder", lambda: tmp_path / "deep")
    read = loaded.__wrapped__("corpus.lexicon", "speech.yaml")
    [held] = (tmp_path / "deep").iterdir()
    assert loaded.__wrapped__("corpus.lexicon", "speech.yaml") == read
    assert held.name.startswith("list-speech-")
    monkeypatch.setattr("corpus.lexicon.loading._folder", lambda: Path("/proc/nowhere"))
    assert loaded.__wrapped__("corpus.lexicon", "speech.yaml") == read  # a folder that cannot be written stops nothing


def test_loading_is_far_less_work_than_building() -> None:
    held = compiled()
    assert _least(lambda: Lexicon(held), 5) < _least(lambda: tables(RAW), 2) / 4


def test_reading_is_work_in_proportion_to_what_is_read() -> None:
    words = [WORDS[i * 61 % len(WORDS)].split()[0] for i in range(600)]
    fresh = Lexicon(compiled())
    short, long = " ".join(words[:60]), " ".join(words)
    assert _least(lambda: fresh.terms(long), 20) < 50 * _least(lambda: fresh.terms(short), 20)


def _least(work: Callable[[], object], rounds: int) -> float:
    """The processor's seconds of the quickest of ROUNDS: a ratio of two in one run hardly leans on the machine."""

    def once() -> float:
        begun = time.process_time()
        work()
        return time.process_time() - begun

    return min(once() for _ in range(rounds))


def test_the_tables_are_plain_values() -> None:
    assert tables(RAW) == compiled()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("How many of the 1,023 were released?", "1,023 released?"),
        ("Who was still at large in May 2006?", "at large May 2006?"),
        ("How many were there?", "?"),
        ("", ""),
        ("15.6% of patients", "15.6% patients"),
    ],
)
def test_stopwords_are_taken_out_and_all_else_stays(text: str, left: str) -> None:
    assert " ".join(lexicon().without_stopwords(text).split()) == left
