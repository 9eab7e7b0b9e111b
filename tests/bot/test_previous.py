"""Earlier questions told whole: what became of each, its chain, its near-duplicates, and what its answer changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.similar import Earlier, Finder, Previous, Standing, Wanted
from bot.similar.departments import bodies_meant
from bot.similar.previous import Step, Twin
from corpus.index.recorded import Recorded, known_as
from corpus.ingest import ingest_bytes
from corpus.ledger import Ledger
from tests.corpus.question_pages import clipped, page, question

LAMPS = "To ask the Secretary of State for Lamps, how many lamps were mended in {} in the county of Umber."
BOLLARDS = "To ask the Secretary of State for Lamps, who {} bollards."
HOUSING = "Ministry of Housing, Communities and Local Government"
COST = "To count them could only be done at disproportionate cost."
LONG = "<p>In 2030, 412 lamps were mended in the county of Umber.</p>"


def day(words: str) -> str:
    return f"{words}T00:00:00"


ROWS: tuple[dict[str, Any], ...] = (
    question(1, questionText=LAMPS.format("2030"), answerText=LONG, askingMember={"name": "Ada Kett"}),
    question(
        2,
        questionText=LAMPS.format("2030"),
        answerText="<p>In 2030, 430 lamps were mended in the county of Umber.</p>",
        dateTabled=day("2031-06-02"),
        dateAnswered=day("2031-06-09"),
    ),
    question(3, questionText=BOLLARDS.format("paints"), answerText=f"<p>{COST}</p>"),
    question(4, questionText=BOLLARDS.format("waxes"), answerText=None, dateAnswered=None, isWithdrawn=True),
    question(5, questionText=BOLLARDS.format("oils"), answerText=None, dateAnswered=None),
    question(6, questionText=BOLLARDS.format("rinses"), answerIsHolding=True,
             answerText="<p>I will write to the hon. Member.</p>"),
    question(7, questionText=BOLLARDS.format("buys"),
             answerText=clipped("The Department buys bollards from the wardens of every county in turn. " * 5)),
    question(
        8,
        questionText="To ask the Secretary of State for Lamps, pursuant to the Answer of 11 March 2031 to Question "
        "4001, what the mending of the lamps cost.",
        answerText="<p>I refer the hon. Member to the answer of 9 June 2031 to Question 4002.</p>",
        dateTabled=day("2031-06-16"),
        dateAnswered=day("2031-06-20"),
        heading="Lamps: Costs",
    ),
    question(
        9,
        questionText="To ask the Secretary of State for Lamps, pursuant to the Answer of 1 May 2029 to Question 77, "
        "how many wicks were trimmed.",
        answerText="<p>In 2030, 90 wicks were trimmed.</p>",
        originalAnswerText="<p>In 2030, 80 wicks were trimmed.</p>",
        answerIsCorrection=True,
        dateAnswerCorrected=day("2031-03-20"),
        heading="Wicks",
    ),
    question(10, questionText="To ask the Secretary of State for Kites, how many kites were lost.", heading="Kites",
             answeringBodyName="Ministry of Kites", answerText="<p>12 kites were lost.</p>"),
)  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "record", create=True) as made:
        assert not ingest_bytes(made, "q.json", json.dumps(page(*ROWS)).encode()).reason
        yield made


@pytest.fixture
def find(ledger: Ledger) -> Callable[..., Previous]:
    finder = Finder(ledger)
    return lambda words, **told: finder.find(Wanted(words, **told))


def one(previous: Previous, uin: str) -> Earlier:
    return next(e for e in previous.found if e.uin == uin)


# -- what becomes of a question


@pytest.mark.parametrize(
    ("uin", "standing", "words"),
    [
        ("4001", Standing.ANSWERED, ("answered on 11 March 2031",)),
        ("4003", Standing.REFUSED, ("refused: disproportionate cost", "answered on 11 March 2031")),
        ("4004", Standing.WITHDRAWN, ("withdrawn",)),
        ("4005", Standing.UNANSWERED, ("not yet answered",)),
        ("4006", Standing.HOLDING, ("holding answer only on 11 March 2031: not yet answered",)),
        (
            "4007",
            Standing.ANSWERED,
            ("answered on 11 March 2031", "only the first 255 characters of the answer held"),
        ),
        ("4009", Standing.CORRECTED, ("corrected on 20 March 2031", "answered on 11 March 2031")),
    ],
)
def test_what_became_of_it_is_told(
    find: Callable[..., Previous], uin: str, standing: Standing, words: tuple[str, ...]
) -> None:
    told = one(find("bollards lamps wicks", most=50), uin)
    assert (told.standing, told.status) == (standing, words)
    assert (told.answered is not None) == (standing in (Standing.ANSWERED, Standing.REFUSED, Standing.CORRECTED))


def test_the_words_are_the_record_s_and_who_asked_is_named(find: Callable[..., Previous]) -> None:
    told = one(find("mended lamps", most=50), "4001")
    assert told.question == LAMPS.format("2030")
    assert "412 lamps" in told.answer
    assert (told.asker, told.minister, told.department) == ("Ada Kett", "Minister no. 9", "Department for Lamps")
    assert told.url.startswith("https://")


def test_a_refusal_beside_figures_is_one_in_part(tmp_path: Path) -> None:
    row = question(1, answerText=f"<p>In 2030, 412 lamps were mended. {COST}</p>")
    with Ledger.open(tmp_path / "other", create=True) as ledger:
        ingest_bytes(ledger, "q.json", json.dumps(page(row)).encode())
        told = Finder(ledger).find(Wanted("lamps mended")).found[0]
    assert told.standing is Standing.ANSWERED
    assert told.status == ("answered on 11 March 2031", "refused in part: disproportionate cost")


# -- chains, near-duplicates, changes


def test_the_chain_is_told_both_ways_and_through_others(find: Callable[..., Previous]) -> None:
    found = find("lamps mended cost", most=50)
    assert [step.says() for step in one(found, "4008").chain] == [
        "follows the answer of 11 March 2031 to question 4001",
        "refers to the answer of 9 June 2031 to question 4002",
    ]
    assert [step.says() for step in one(found, "4001").chain] == ["is followed by question 4008 of 16 June 2031"]
    assert [step.says() for step in one(found, "4002").chain] == ["is referred to by question 4008 of 16 June 2031"]
    assert [step.says() for step in one(find("wicks"), "4009").chain] == [
        "follows the answer of 1 May 2029 to question 77, which is not in this record"
    ]


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (
            Step("follows", "4", date(2031, 3, 1), "q", True, "9"),
            "question 9 follows the answer of 1 March 2031 to question 4",
        ),
        (
            Step("refers to", "4", None),
            "refers to the answer to question 4, of which no day is given, to tell which it is",
        ),
        (
            Step("refers to", "", date(2031, 3, 1), column="12W"),
            "refers to the Official Report of 1 March 2031, column 12W",
        ),
    ],
)
def test_a_step_in_words(step: Step, words: str) -> None:
    assert step.says() == words


def test_a_chain_that_goes_round_ends(tmp_path: Path) -> None:
    asks = "To ask the Secretary of State for Lamps, pursuant to the Answer of 11 March 2031 to Question {}, why lamps."
    rows = [question(n, questionText=asks.format(4000 + other)) for n, other in ((1, 2), (2, 3), (3, 1))]
    with Ledger.open(tmp_path / "round", create=True) as ledger:
        ingest_bytes(ledger, "q.json", json.dumps(page(*rows)).encode())
        for told in Finder(ledger).find(Wanted("lamps")).found:
            assert {step.uin for step in told.chain} == {"4001", "4002", "4003"} - {told.uin}


def test_the_same_question_again_tells_what_moved(find: Callable[..., Previous]) -> None:
    found = find("lamps mended in the county of Umber")
    twins = [e.twin for e in found.found if e.twin]
    assert [twin.says() for twin in twins] in (
        ["the same words as question 4001 of 3 March 2031"],
        ["the same words as question 4002 of 2 June 2031"],
    )
    [changed] = one(found, "4002").changes
    assert changed.says() == "Against the answer of 11 March 2031 to question 4001"
    assert (changed.on, changed.later_on) == (date(2031, 3, 11), date(2031, 6, 9))
    [moved] = changed.moved
    assert (moved.value, moved.later_value, moved.same_time) == ("412", "430", True)
    assert "412 lamps" in moved.quote
    assert not one(found, "4001").changes


def test_a_correction_is_set_beside_the_answer_as_it_was_first_given(find: Callable[..., Previous]) -> None:
    [changed] = one(find("wicks trimmed"), "4009").changes
    assert changed.first_given
    assert changed.says() == "Against the answer of 11 March 2031 as it was first given"
    assert [(m.value, m.later_value) for m in changed.moved] == [("80", "90")]
    assert changed.later_on == date(2031, 3, 20)


@pytest.mark.parametrize(
    ("twin", "words"),
    [
        (Twin("q", "4", date(2031, 3, 1)), "the same words as question 4 of 1 March 2031"),
        (
            Twin("q", "4", date(2031, 3, 1), ("umber",), ("wexcombe", "hill")),
            "much the same as question 4 of 1 March 2031: here “umber”, there “wexcombe hill”",
        ),
        (
            Twin("q", "4", date(2031, 3, 1), (), ("hill",), True),
            "much the same as question 4 of 1 March 2031, and answered together with it: nothing here, there “hill”",
        ),
        (Twin("q", "4", date(2031, 3, 1), (), (), True, False), "answered together with question 4 of 1 March 2031"),
    ],
)
def test_a_near_duplicate_in_words(twin: Twin, words: str) -> None:
    assert twin.says() == words


def test_another_place_or_another_department_is_no_change(tmp_path: Path) -> None:
    text = (
        "To ask the Secretary of State for Lamps, how many of the tall lamps that stand along the old quay by the "
        "north harbour were mended or painted by wardens of the parish of {}."
    )
    answers = "<p>In 2030, {} lamps were mended.</p>"
    rows = [
        question(1, questionText=text.format("Umber"), answerText=answers.format(10)),
        question(2, questionText=text.format("Wexcombe"), answerText=answers.format(20)),
        question(3, questionText=text.format("Umber"), answerText=answers.format(30), answeringBodyName="Home Office"),
    ]
    with Ledger.open(tmp_path / "places", create=True) as ledger:
        ingest_bytes(ledger, "q.json", json.dumps(page(*rows)).encode())
        found = Finder(ledger).find(Wanted(text.format("Umber"), most=9)).found
    assert len([e for e in found if e.twin]) == 2
    assert not [e for e in found if e.changes]


# -- what is wanted


def test_a_department_comes_first_or_alone(find: Callable[..., Previous]) -> None:
    assert find("lost mended", department="kites").found[0].uin == "4010"
    assert len(find("lost mended lamps", department="MoK").found) > 1
    assert [e.uin for e in find("lost mended lamps", department="MoK", only=True).found] == ["4010"]


def test_only_what_was_tabled_before(find: Callable[..., Previous]) -> None:
    assert {e.uin for e in find("lamps mended umber", before=date(2031, 6, 2)).found} & {"4001", "4002"} == {"4001"}


def test_an_asker_is_known_by_name_or_number(find: Callable[..., Previous], ledger: Ledger) -> None:
    assert known_as(ledger.question("wq-c-1")) == "7"
    assert not find("lamps", asker="ada kett").notes
    assert not find("lamps", asker="7").notes
    assert find("lamps", asker="Nobody").notes == ("No question of this record was asked by “Nobody”.",)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "There is no word in the question to look for: ask in words."),
        (" ?! ", "There is no word in the question to look for: ask in words."),
        ("lamp " * 2_000, "The question is 9,999 characters long, and at most 2,000 are read: ask in fewer words."),
        ("xyzzy", "No question in this record shares a telling word with it."),
    ],
)
def test_why_nothing_is_found_is_one_sentence(find: Callable[..., Previous], words: str, why: str) -> None:
    told = find(words)
    assert (told.found, told.why) == ((), why)


def test_why_nothing_is_found_names_what_it_was_narrowed_by(find: Callable[..., Previous]) -> None:
    assert find("lamps", before=date(2001, 1, 2)).why.startswith("No question tabled before 2 January 2001")
    told = find("bollards", department="Kites", only=True).why
    assert told == "No question put to Ministry of Kites in this record shares a telling word with it."
    assert (
        "is called “Hogwarts”: it has Department for Lamps; Ministry of Kites." in find("x", department="Hogwarts").why
    )


def test_a_record_without_questions_says_so(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "empty", create=True) as ledger:
        finder = Finder(ledger)
        assert finder.find(Wanted("lamps")).why == "The record is empty: put written questions in first."
        ingest_bytes(ledger, "lamps.txt", b"There were 12 lamps.")
        assert finder.find(Wanted("lamps")).why.startswith("This record holds no written questions")


@pytest.fixture(scope="module")
def shared_finder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Finder]:
    """One for all the examples of a property."""
    with Ledger.open(tmp_path_factory.mktemp("previous") / "record", create=True) as ledger:
        ingest_bytes(ledger, "q.json", json.dumps(page(*ROWS)).encode())
        yield Finder(ledger)


@given(words=st.text(max_size=60), department=st.text(max_size=20))
def test_no_words_break_it(shared_finder: Finder, words: str, department: str) -> None:
    told = shared_finder.find(Wanted(words, department))
    assert told.found or told.why
    json.dumps(told.to_json())


# -- the ledger as the index wants it


def test_the_index_leaves_out_what_was_corrected_and_takes_it_back(ledger: Ledger) -> None:
    held = Recorded(ledger)
    assert "wq-c-9" not in held.digests()
    assert "wq-c-9-corrected" in held.digests()
    assert [a.id for a in held.asked(["wq-c-9", "none", "wq-c-9-corrected"])] == ["wq-c-9-corrected"]
    finder = Finder(ledger)
    assert finder.find(Wanted("wicks")).found[0].id == "wq-c-9-corrected"
    ledger.remove("wq-c-9-corrected")
    assert finder.find(Wanted("wicks")).found[0].id == "wq-c-9"


def test_only_a_settled_answer_has_a_day(ledger: Ledger) -> None:
    answered = {a.uin: a.answered for a in Recorded(ledger).asked(list(Recorded(ledger).digests()))}
    assert answered["4001"] == date(2031, 3, 11)
    assert [uin for uin in sorted(answered) if answered[uin] is None] == ["4004", "4005", "4006"]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Home Office", ("Home Office",)),
        ("ho", ("Home Office",)),
        ("Home Secretary", ("Home Office",)),
        ("Secretary of State for the Home Department", ("Home Office",)),
        ("MoD", ("Ministry of Defence",)),
        ("DHSC", ("Department of Health and Social Care",)),
        ("health", ("Department of Health and Social Care",)),
        ("Chancellor of the Exchequer", ("Treasury",)),
        ("Department for Levelling Up, Housing and Communities", (HOUSING,)),
        ("Hogwarts", ()),
        ("the", ()),
        ("?", ()),
    ],
)  # fmt: skip
def test_which_department_is_meant(words: str, meant: tuple[str, ...]) -> None:
    bodies = (
        "Department of Health and Social Care",
        "Home Office",
        "Ministry of Defence",
        HOUSING,
        "Treasury",
    )
    assert bodies_meant(words, bodies) == meant


# -- the contract


def test_the_json_is_the_contract_s(find: Callable[..., Previous]) -> None:
    told = find("lamps mended in the county of Umber", before=date(2031, 7, 1)).to_json()
    assert list(told) == [
        "question", "departments", "asker", "before", "searched", "found", "why", "notes", "elapsed_ms",
    ]  # fmt: skip
    assert (told["before"], told["searched"]) == ("2031-07-01", 10)
    second = next(e for e in told["found"] if e["changes"])
    assert list(second) == [
        "source", "uin", "house", "heading", "department", "asker", "minister", "tabled", "answered", "corrected",
        "status", "status_words", "refused", "clipped", "grouped", "question", "answer", "url", "chain",
        "near_duplicate", "changes", "score",
    ]  # fmt: skip
    assert second["changes"][0]["figures"][0]["before"]["value"] == "412"
    assert json.loads(json.dumps(told)) == told
