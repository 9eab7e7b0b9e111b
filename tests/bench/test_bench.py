"""What the bench stands on: the same documents every time, vectors of length 1, and verdicts that can go either way."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest

from corpus.passages import cut
from tests.bench.documents import PARAGRAPHS, documents, questions
from tests.bench.ratios import Ratio
from tests.bench.record import entry
from tests.bench.vectors import cheap


def test_documents_are_the_same_every_time_and_no_two_alike() -> None:
    made = list(islice(documents(), 20))
    assert made == list(islice(documents(), 20))
    assert len({written.text for written in made}) == 20
    assert made != list(islice(documents(seed=1), 20))


def test_a_paragraph_is_a_passage() -> None:
    made = list(islice(documents(), 20))
    assert sum(len(cut(written.text, "s")) for written in made) == 20 * PARAGRAPHS


def test_a_document_is_read_as_any_other() -> None:
    made = entry(next(documents()))
    assert len(made.figures) > PARAGRAPHS
    assert all(figure.span.of(made.text) for figure in made.figures)


def test_two_questions_in_three_are_answered_by_a_document() -> None:
    answers = {question for written in islice(documents(), 10) for question in written.answers}
    asked = questions(12, within=10)
    assert len(set(asked)) == 12
    assert [question in answers for question in asked] == [True, True, False] * 4


def test_what_a_question_names_stands_in_the_document_that_answers_it() -> None:
    lost = []
    for written in islice(documents(), 10):
        for question in written.answers:
            named = {word.strip("?") for word in question.split() if word[0].isupper() or word[0].isdigit()}
            lost += [question for word in named - {"How", "What"} if word not in written.text]
            if "spent on" in question:
                thing = question.split("spent on ")[1].split(" in ")[0]
                lost += [question] if f"Spending on {thing}" not in written.text else []
    assert not lost


def test_cheap_vectors_have_length_one_and_tell_texts_apart() -> None:
    same, again, other, empty = cheap(["prisons in Wales", "prisons in Wales", "trains in Kent", ""], 384)
    assert np.linalg.norm(same) == pytest.approx(1, abs=1e-5)
    assert (same == again).all()
    assert float(same @ other) < 0.9
    assert not empty.any()


@pytest.mark.parametrize(
    ("ours", "at_least", "inclusive", "met"),
    [
        (15.0, False, True, True),
        (15.1, False, True, False),
        (15.0, False, False, False),
        (14.9, False, False, True),
        (15.0, True, True, True),
        (14.9, True, True, False),
    ],
)
def test_a_ratio_is_held_against_its_target(ours: float, at_least: bool, inclusive: bool, met: bool) -> None:
    ratio = Ratio("one / other", ours, 10.0, "ms", 1.5, at_least, inclusive)
    assert ratio.met is met
    assert ("NOT MET" in str(ratio)) is not met
