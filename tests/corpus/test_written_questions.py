"""Parliament's written questions: every shape that they come in, what each is worth, and what cannot be read."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import IngestRefused
from corpus.formats import Document, read
from corpus.formats.written_questions import documents, reads
from corpus.questions import CLIPPED, Ground, Grouped, QuestionState, WrittenQuestion
from corpus.records import Link, LinkKind, SourceKind, Span
from tests.corpus.question_pages import clipped, page, question

PATH = Path("questions.json")
LONG = "The Department mends lamps. " * 12


def made(*rows: Any) -> list[Document]:
    return list(documents(page(*rows), PATH))


def only(**told: Any) -> Document:
    (found,) = made(question(**told))
    return found


def asked(document: Document) -> WrittenQuestion:
    assert document.question is not None
    return document.question


@pytest.mark.parametrize(
    "data",
    [
        page(question()),
        [question()],
        [{"value": question()}],
        {"value": question(), "links": []},
        question(),
    ],
)
def test_every_shape_gives_the_same_question(data: object) -> None:
    assert reads(data)
    (found,) = documents(data, PATH)
    assert asked(found).uin == "4001"
    assert found.identity == "wq-c-1"


@pytest.mark.parametrize(
    "data",
    [None, 3, "text", [], {}, {"results": []}, {"totalResults": 0, "results": []}, [1, 2], {"value": 3},
     {"results": [{"value": {"uin": "HCWS1", "title": "A statement", "text": "…"}}]}, {"title": "News", "details": {}}],
)  # fmt: skip
def test_other_json_is_left_to_others(data: object) -> None:
    assert not reads(data)


def test_a_question_and_its_answer_are_one_document() -> None:
    found = only(
        answerText="<p>In 2030,&nbsp;412 lamps were mended.</p><p>More will be.</p>",
        answeringMember={"name": "Ann Dray"},
    )
    one = asked(found)
    assert found.text == (
        "To ask the Secretary of State for Lamps, how many lamps were mended in 2030.\n\n"
        "In 2030, 412 lamps were mended.\n\nMore will be.\n"
    )
    assert one.question.of(found.text).endswith("mended in 2030.")
    assert one.answer is not None
    assert one.answer.of(found.text) == "In 2030, 412 lamps were mended.\n\nMore will be."
    meta = found.meta
    assert (meta.title, meta.publisher, meta.kind) == (
        "Lamps: Repairs",
        "Department for Lamps",
        SourceKind.WRITTEN_ANSWER,
    )
    assert (meta.published, meta.reference) == (date(2031, 3, 11), "UIN 4001, answered 11 March 2031")
    assert meta.url == "https://questions-statements.parliament.uk/written-questions/detail/2031-03-03/4001"
    assert (one.house, one.number, one.asker_id, one.minister, one.due) == (
        "Commons",
        1,
        7,
        "Ann Dray",
        date(2031, 3, 10),
    )
    assert one.state is QuestionState.ANSWERED
    assert one.settled


def test_a_table_of_an_answer_is_a_table() -> None:
    table = (
        "<p>The table shows lamps mended<sup>1</sup>.</p><table><tbody>"
        "<tr><td><p>Town</p></td><td><p>Cost (£000)</p></td></tr>"
        "<tr><td><p>Rye</p></td><td><p>1,204</p></td></tr>"
        "</tbody></table><p><sup>1</sup> By the quarter.</p>"
    )
    found = only(answerText=table)
    (grid,) = found.tables
    cells = [cell.of(found.text) for cell in grid.rows[0].cells if cell]
    assert cells == ["Rye", "1,204"]
    assert "Town: Rye; Cost (£000): 1,204" in found.text
    assert "mended¹." in found.text


@pytest.mark.parametrize(
    ("told", "state", "published", "reference"),
    [
        ({"answerText": None, "dateAnswered": None, "answerIsHolding": None}, QuestionState.UNANSWERED,
         date(2031, 3, 3), "UIN 4001, tabled 3 March 2031, not answered yet"),
        ({"answerIsHolding": True, "dateHoldingAnswer": "2031-03-10T00:00:00"}, QuestionState.HOLDING,
         date(2031, 3, 10), "UIN 4001, tabled 3 March 2031, holding answer 10 March 2031"),
        ({"answerText": "It will not be possible to answer this question within the usual time period."},
         QuestionState.HOLDING, date(2031, 3, 11), "UIN 4001, tabled 3 March 2031, holding answer 11 March 2031"),
        ({"answerText": "<p>I shall let the hon. Member have a reply as soon as possible.</p>"},
         QuestionState.HOLDING, date(2031, 3, 11), "UIN 4001, tabled 3 March 2031, holding answer 11 March 2031"),
        ({"dateHoldingAnswer": "2031-03-09T00:00:00"}, QuestionState.ANSWERED, date(2031, 3, 11),
         "UIN 4001, answered 11 March 2031"),
        ({"answerIsCorrection": True, "dateAnswerCorrected": "2031-03-20T00:00:00"}, QuestionState.CORRECTED,
         date(2031, 3, 20), "UIN 4001, answered 11 March 2031, corrected 20 March 2031"),
        ({"isWithdrawn": True, "answerText": None, "dateAnswered": None}, QuestionState.WITHDRAWN, date(2031, 3, 3),
         "UIN 4001, tabled 3 March 2031, withdrawn"),
        ({"dateAnswered": None}, QuestionState.ANSWERED, date(2031, 3, 3), "UIN 4001, tabled 3 March 2031"),
    ],
)  # fmt: skip
def test_what_an_answer_is_worth(told: dict[str, Any], state: QuestionState, published: date, reference: str) -> None:
    found = only(**told)
    assert asked(found).state is state
    assert (found.meta.published, found.meta.reference) == (published, reference)


def test_nothing_is_refused_by_a_holding_answer() -> None:
    words = "This could only be obtained at disproportionate cost."
    assert [r.ground for r in asked(only(answerText=words)).refusals] == [Ground.COST]
    assert not asked(only(answerText=words, answerIsHolding=True)).refusals


def test_a_clipped_answer_says_so_and_a_long_one_that_ends_in_dots_is_whole() -> None:
    found = only(answerText=clipped(LONG))
    assert asked(found).clipped
    assert found.meta.access == CLIPPED
    assert found.text.rstrip().endswith("...")
    for whole in (LONG, LONG[:100] + "...", LONG + "and so on..."):
        assert not asked(only(answerText=whole)).clipped
    assert asked(only(questionText=clipped(LONG))).clipped_question


def test_paragraphs_that_were_run_together_are_parted_again() -> None:
    found = only(answerText="Lamps are held by GOV.UK and No. 10.The Board mends 412.They are listed at www.Lamps.org.")
    assert found.text.split("\n\n")[1:] == [
        "Lamps are held by GOV.UK and No. 10.",
        "The Board mends 412.",
        "They are listed at www.Lamps.org.\n",
    ]


def test_a_corrected_answer_stands_beside_its_original() -> None:
    rows = question(
        originalAnswerText="<p>In 2030, 421 lamps were mended.</p>",
        answerIsCorrection=True,
        dateAnswerCorrected="2031-03-20T00:00:00",
    )
    first, corrected = made(rows)
    assert (first.identity, corrected.identity) == ("wq-c-1", "wq-c-1-corrected")
    assert "421" in first.text
    assert "412" in corrected.text
    assert (asked(first).state, first.meta.published) == (QuestionState.ANSWERED, date(2031, 3, 11))
    assert corrected.links == (Link(LinkKind.SUPERSEDES, "wq-c-1-corrected", "wq-c-1", "", "wq-c-1-corrected"),)


def test_a_version_that_is_further_on_or_whole_has_the_higher_edition() -> None:
    order = [
        only(answerText=None, dateAnswered=None),
        only(answerIsHolding=True),
        only(answerText=clipped(LONG)),
        only(answerText=LONG),
    ]
    assert [d.edition for d in order] == sorted({d.edition for d in order})
    assert {d.identity for d in order} == {"wq-c-1"}
    earlier, later = (
        only(answerIsCorrection=True, dateAnswerCorrected=f"2031-0{month}-20T00:00:00") for month in (3, 4)
    )
    assert earlier.edition < later.edition


def test_of_a_question_given_twice_in_a_file_the_one_that_stands_is_kept() -> None:
    whole, short = question(answerText=LONG), question(answerText=clipped(LONG))
    for rows in ((whole, short), (short, whole)):
        (found,) = made(*rows)
        assert not asked(found).clipped


def test_groups_attachments_and_names() -> None:
    one = asked(
        only(
            groupedQuestions=["4002", "4003"],
            groupedQuestionsDates=[{"questionUin": "4002", "dateTabled": "2031-03-04T00:00:00"}],
            attachments=[{"title": "Lamps by town", "fileSizeBytes": 3}],
            askingMember={"name": "Tom Wick", "party": "Ind"},
            answeringMember={"name": "Ann Dray"},
            correctingMember={"name": "Jo Ley"},
        )
    )
    assert one.grouped == (Grouped("4002", date(2031, 3, 4)), Grouped("4003"))
    assert one.attachments == ("Lamps by town",)
    assert (one.asker, one.minister) == ("Tom Wick", "Jo Ley")


def test_a_question_of_the_lords() -> None:
    found = only(house="Lords", uin="HL12")
    assert found.identity == "wq-l-1"
    assert found.meta.url is not None
    assert found.meta.url.endswith("/2031-03-03/HL12")


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"id": None}, "the question: id is missing"),
        ({"id": "12"}, "the question: id is '12', not a whole number"),
        ({"uin": None}, "question 1: uin is missing"),
        ({"uin": "../../x"}, "question 1: uin is '../../x', not a question's number such as 18558 or HL1234"),
        ({"dateTabled": None}, "question 1: dateTabled is missing"),
        ({"dateTabled": "yesterday"}, "question 1: dateTabled is 'yesterday', not a date such as 2024-11-20"),
        ({"dateAnswered": "2031-02-30T00:00:00"}, "dateAnswered is '2031-02-30T00:00:00', not a date"),
        ({"questionText": ""}, "question 1: questionText is missing"),
        ({"questionText": ["how many"]}, "questionText is ['how many'], not text"),
        ({"answerText": 412}, "answerText is 412, not text"),
        ({"answerIsHolding": "no"}, "answerIsHolding is 'no', not true or false"),
        ({"house": "Keys"}, "house is 'Keys', not Commons or Lords"),
        ({"groupedQuestions": "4002"}, "groupedQuestions is '4002', not a list"),
        ({"askingMember": "Tom"}, "askingMember is 'Tom', not a Member's details"),
    ],
)
def test_a_row_that_is_wrong_is_left_out_with_its_reason(told: dict[str, Any], reason: str) -> None:
    (found,) = made({**question(1), **told}, question(2))
    assert found.identity == "wq-c-2"
    (left_out,) = found.left_out
    assert left_out.startswith("row 1: ")
    assert reason in left_out


def test_rows_that_are_no_questions_are_told_too() -> None:
    found = made(question(1), 3, None, {"uin": "1"}, question(2))
    assert [d.identity for d in found] == ["wq-c-1", "wq-c-2"]
    assert [line.split(":")[0] for d in found for line in d.left_out] == ["row 2", "row 3", "row 4"]


def test_a_page_without_one_good_row_is_refused() -> None:
    with pytest.raises(
        IngestRefused, match=r"no question of it can be read: row 1: question 1: uin is missing \(and 1 more\)"
    ):
        made({**question(), "uin": None}, {**question(2), "uin": None})


def test_a_page_cut_in_the_middle_is_refused_in_a_sentence() -> None:
    content = json.dumps(page(*(question(n) for n in range(9)))).encode()
    for cut in (len(content) // 2, len(content) - 1, 1):
        with pytest.raises(IngestRefused) as refused:
            read(content[:cut], PATH)
        assert "\n" not in str(refused.value)


def test_signs_that_cannot_be_stored_are_replaced() -> None:
    found = only(answerText="412\x00 lamps \ud800.", heading="Lamps\x07")
    found.text.encode()
    assert "\x00" not in found.text
    assert found.meta.title == "Lamps\ufffd"


def test_markup_is_never_run_or_shown() -> None:
    found = only(answerText='<p>412 lamps<script>alert("x")</script><img src="http://x/y" onerror="z()"></p>')
    assert found.text.endswith("412 lamps\n")


@pytest.mark.parametrize("answer", ["<p>" * 5_000 + "412", "<table>" * 300, "(" * 100_000, "Question 1 and " * 9_000])
def test_a_hostile_answer_costs_little(answer: str) -> None:
    begun = time.perf_counter()
    list(documents(page(question(answerText=answer), question(2)), PATH))
    assert time.perf_counter() - begun < 10


@given(
    st.dictionaries(
        st.sampled_from(sorted(question())),
        st.none()
        | st.booleans()
        | st.integers()
        | st.text(max_size=40)
        | st.lists(st.integers() | st.text(), max_size=3),
        max_size=4,
    )
)
def test_whatever_a_row_holds_the_rest_goes_in(told: dict[str, Any]) -> None:
    found = made({**question(1), **told}, question(99))
    assert found[-1].identity == "wq-c-99"
    for document in found:
        one = asked(document)
        assert all(span.end <= len(document.text) for span in one.spans)
        assert one.question == Span(0, one.question.end)


def test_all_that_is_real_is_read(shared: Path) -> None:
    """Every question of the six months, and how many of each kind there are."""
    found = [
        document
        for path in sorted((shared / "data/written-questions").glob("*.json"))
        for document in documents(json.loads(path.read_bytes()), path)
    ]
    questions = [asked(d) for d in found]
    assert len({q.source_id for q in questions}) == len(found) == 15_152
    assert not [line for d in found for line in d.left_out]
    counted = {state: sum(q.state is state for q in questions) for state in QuestionState}
    assert counted == {
        QuestionState.UNANSWERED: 2_358,
        QuestionState.HOLDING: 8,
        QuestionState.ANSWERED: 12_760,
        QuestionState.CORRECTED: 26,
        QuestionState.WITHDRAWN: 0,
    }
    assert sum(q.clipped for q in questions) == 7_662
    assert sum(bool(q.grouped) for q in questions) == 2_536
    assert sum(any(not t.listed for t in d.tables) for d in found) == 89  # another's are empty
