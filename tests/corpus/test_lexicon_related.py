"""Near-synonyms: words that vary freely stand for one another; what a press officer keeps apart never does."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.lexicon.build import raw_tables
from corpus.lexicon.check import problems
from corpus.lexicon.related import groups
from corpus.lexicon.terms import lexicon

RAW = raw_tables()
GROUPS = list(groups(RAW))
LEXICON = lexicon()

ALIKE = [
    ("missing", "absconded"),
    ("missing", "on the run"),
    ("absconded", "got away"),
    ("escaped", "vanished"),
    ("slipped away", "absconded"),
    ("caught", "recaptured"),
    ("caught", "returned to custody"),
    ("deleted", "struck off"),
    ("removed from the list", "lost their place"),
    ("thrown out", "expelled"),
    ("suspended", "sent home from school"),
    ("fixed-term exclusion", "excluded for a fixed period"),
    ("flooded", "inundated"),
    ("flooded", "under water"),
    ("homes", "households"),
    ("houses", "flats"),
    ("sacked", "shown the door"),
    ("sacked", "lost their jobs"),
    ("paid", "handed out"),
    ("overpaid", "paid too much"),
    ("clawed back", "recovered"),
    ("repaid", "recouped"),
    ("overspend", "overrun"),
    ("late", "behind schedule"),
    ("delayed", "overdue"),
    ("cancelled", "shelved"),
    ("struck", "hit"),
    ("struck", "hit"),
    ("turned away", "refused"),
    ("treated", "operated on"),
    ("backlog", "queue"),
    ("jailed", "locked up"),
    ("locked up", "held"),
    ("pupils", "students"),
    ("firms", "corporations"),
    ("contractors", "suppliers"),
    ("money", "funds"),
    ("blunder", "oversight"),
    ("revelation", "news"),
    ("row", "scandal"),
    ("chief executive", "boss"),
    ("inquiry", "review"),
    ("letter", "wrote"),
    ("cost", "price"),
    ("salary", "pay"),
    ("deadline", "target"),
    ("contract", "deal"),
    ("crash", "collision"),
    ("death", "killed"),
    ("injuries", "hurt"),
    ("serious", "grave"),
    ("further", "additional"),
    ("protected", "saved"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_words_that_vary_freely_stand_for_one_another(one: str, other: str) -> None:
    (first,), (second,) = LEXICON.ids(one), LEXICON.ids(other)
    assert LEXICON.related(first, second)
    assert second in LEXICON.relatives(first)


def test_what_a_school_does_for_good_and_for_a_time_are_two_things() -> None:
    for_good, for_a_time = (
        {i for words in said for i in LEXICON.ids(words)}
        for said in (
            ("expelled", "permanently excluded", "permanent exclusion", "expulsions"),
            ("suspended", "fixed-term exclusions", "temporary exclusion", "suspensions"),
        )
    )
    assert (for_good, for_a_time) == ({"expelled"}, {"suspended"})


APART = [
    # opposites
    ("held", "released"),
    ("locked up", "set free"),
    ("granted", "refused"),
    ("rose", "fell"),
    ("opened", "closed"),
    ("overspend", "underspend"),
    ("overpaid", "underpaid"),
    ("on time", "late"),
    ("early", "late"),
    ("legal", "illegal"),
    ("convicted", "acquitted"),
    ("hired", "sacked"),
    ("bought", "sold"),
    ("full", "empty"),
    ("built", "demolished"),
    ("upheld", "overturned"),
    ("supported", "opposed"),
    ("missed", "achieved"),
    ("permanent", "temporary"),
    ("increase", "decrease"),
    ("maximum", "minimum"),
    ("born", "died"),
    ("arrived", "departed"),
    ("profit", "deficit"),
    # stages of a process
    ("started", "completed"),
    ("outstanding", "completed"),
    ("applied", "granted"),
    ("applied", "refused"),
    ("arrested", "charged"),
    ("charged", "convicted"),
    ("arrested", "convicted"),
    ("prosecuted", "convicted"),
    ("convicted", "jailed"),
    ("considered", "deported"),
    ("located", "deported"),
    ("located", "caught"),
    ("missing", "located"),
    ("escaped", "recaptured"),
    ("detained", "deported"),
    ("recommended", "ordered"),
    ("recommended", "implemented"),
    ("announced", "implemented"),
    ("proposed", "introduced"),
    ("promised", "delivered"),
    ("ordered", "delivered"),
    ("alleged", "convicted"),
    ("complained", "compensated"),
    ("owed", "repaid"),
    ("overpaid", "recovered"),
    ("allocated", "spent"),
    ("admitted to hospital", "treated"),
    ("admitted to hospital", "discharged"),
    ("waiting", "treated"),
    ("infected", "died"),
    ("injured", "died"),
    ("suspended", "sacked"),
    ("suspended", "expelled"),
    ("resigned", "sacked"),
    ("resigned", "retired"),
    ("sacked", "laid off"),
    ("delayed", "cancelled"),
    ("postponed", "cancelled"),
    ("damaged", "destroyed"),
    ("vaccinated", "tested"),
    ("registered", "voted"),
    ("enrolled", "attended"),
    ("received", "answered"),
    ("investigated", "disciplined"),
    ("kicked out of the country", "expelled from school"),
    ("sent home", "refused"),
    # unlike things
    ("escaped", "at large"),
    ("human trafficking", "people smuggling"),
    ("misconduct", "crime"),
    ("murder", "manslaughter"),
    ("theft", "robbery"),
    ("burglary", "robbery"),
    ("rape", "sexual assault"),
    ("killed", "murder"),
    ("deported", "removed"),
    ("removed", "voluntary return"),
    ("asylum seekers", "refugees"),
    ("asylum seekers", "migrants"),
    ("prisons", "prisoners"),
    ("prisoners", "offenders"),
    ("prison officers", "prison staff"),
    ("doctors", "nurses"),
    ("teachers", "pupils"),
    ("children", "adults"),
    ("children", "young people"),
    ("boys", "girls"),
    ("men", "women"),
    ("homes", "businesses"),
    ("police officers", "police staff"),
    ("England", "Wales"),
    ("Jamaicans", "Nigerians"),
    ("cars", "lorries"),
    ("towns", "villages"),
    ("budget", "cost"),
    ("number", "share"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_a_press_officer_keeps_apart_is_never_joined(one: str, other: str) -> None:
    first, second = LEXICON.ids(one), LEXICON.ids(other)
    assert first
    assert second
    assert not first & second
    assert not [(a, b) for a in first for b in second if LEXICON.related(a, b)]


def test_a_denial_is_a_relative_of_what_says_the_same() -> None:
    assert LEXICON.denial("located") == "not-located"
    assert LEXICON.denial("considered") == "not-considered"
    assert LEXICON.denial("murder") == ""
    assert LEXICON.related(LEXICON.denial("located"), "missing")
    assert not LEXICON.related("located", "missing")


def test_enough_is_kept_apart_and_the_groups_are_many() -> None:
    assert len(APART) >= 60
    assert len(GROUPS) >= 350


def test_every_word_of_a_group_is_one_term() -> None:
    wrong = [words for group in GROUPS for words in group.words if [t.words for t in LEXICON.terms(words)] != [words]]
    assert wrong == []


def test_no_group_joins_opposites() -> None:
    ids = [{i for words in group.words for i in LEXICON.ids(words)} for group in GROUPS]
    assert [(a, b) for group in ids for a, b in combinations(sorted(group), 2) if LEXICON.opposite(a, b)] == []


@given(st.sampled_from(GROUPS), st.data())
def test_any_two_of_a_group_are_related_both_ways(group: object, data: st.DataObject) -> None:
    assert isinstance(group, tuple)
    one, other = (next(iter(LEXICON.ids(data.draw(st.sampled_from(group[0]))))) for _ in range(2))
    assert one == other or LEXICON.related(one, other)
    assert one == other or LEXICON.related(other, one)


@given(st.sampled_from(sorted(LEXICON.concepts())))
def test_nothing_is_its_own_relative(concept: str) -> None:
    assert concept not in LEXICON.relatives(concept)


@pytest.mark.parametrize(
    ("group", "fault"),
    [
        (["granted", "refused"], "exclude each other"),
        (["murder", "rape"], "counted apart"),
        (["France", "Spain"], "counted apart"),
        (["sacked", "fired"], "one concept already"),
        (["jailed", "the"], "no one term"),
    ],
)
def test_a_faulty_group_is_told(group: list[str], fault: str) -> None:
    found = problems({**RAW, "related-zz": {"groups": [group]}})
    assert any(fault in told for told in found)


@pytest.mark.parametrize(
    "text",
    [
        "in all",
        "altogether",
        "overall",
        "so far",
        "to date",
        "at the moment",
        "exactly",
        "roughly",
        "reportedly",
        "said to have",
        "known to have",
        "believed to be",
        "thought to be",
        "found to be",
        "were recorded",
        "had been reported to have",
        "according to the report",
        "does the article say",
        "did it take",
        "have there been",
        "was it involved",
        "took place",
        "in total",
        "at any one time",
        "is it true",
    ],
)
def test_light_words_are_no_terms(text: str) -> None:
    assert [t.id for t in LEXICON.terms(text)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("severe flood warnings", ["severe", "flood", "warned"]),
        ("the homes struck by the storm", ["dwelling", "struck", "storm"]),
        ("crimes were recorded", ["crime"]),
        ("recorded crimes", ["recorded-crime"]),
        ("a costly lawful error", ["costly", "lawful", "failed"]),
        ("forced out", ["forced"]),
        ("evidence", ["evidence"]),
        ("a considerable sum", ["considerable", "sum"]),
    ],
)
def test_words_that_only_look_alike_are_parted(text: str, expected: list[str]) -> None:
    assert [t.id for t in LEXICON.terms(text)] == expected
