"""What is weighed for a question, and what its sources are about: the same as if every figure were read through."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bot.bearing import inherited
from bot.desk import Desk
from bot.leftover import _REST, _TOLD
from bot.lines import Lines
from bot.question import read
from bot.scales import Scales, _Topic, sought
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure
from tests.bot.conftest import BEDS, FERRIES, TAGS, of_text

_ASIDE = regex("no such words")
ASKED = (
    "How many murderers were released on electronic tags?",
    "How many offenders released after January 2004 were burglars?",
    "How many nurses were redeployed?",
    "How many sailings were cancelled in January 2013?",
    "How many prisoners at large were foreign nationals?",
    "What percentage of patients waited for more than four hours?",
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder: Path = tmp_path_factory.mktemp("scales")
    return of_text(folder, "\n\n".join((TAGS, BEDS, FERRIES, TAGS.replace("1,204", "1,310"))), date(2013, 3, 1))


@pytest.fixture
def scales(told: Desk) -> Scales:
    view, _ = next(iter(told.retriever.rounds(read(ASKED[0], None, today=date.today()))))
    return Scales(view, told.retriever.sentence, sparing=True)


@pytest.mark.parametrize("question", ASKED)
def test_the_figures_weighed_are_those_that_name_half_of_what_the_best_one_names(scales: Scales, question: str) -> None:
    wanted = read(question, None, today=date.today()).wanted
    view, asked = scales.view, sought(wanted.terms).values()

    def named(figure: Figure) -> int:
        own = (*figure.also, *(v for _, v in figure.breakdown), figure.geography, figure.counted, figure.measure)
        above = inherited(figure, view.wholes(figure))
        ids = lexicon().ids(". ".join((scales.sentence_of(figure), above, view.source(figure).title, *own)))
        return sum(not ids.isdisjoint(one) for one in asked)

    counted = {f.id: named(f) for f in view.figures.values()}
    assert max(counted.values()) > 0
    best = [i for i, n in counted.items() if 2 * n >= max(counted.values())]
    assert [f.id for f in scales._near(wanted)] == best


@pytest.mark.parametrize("question", ASKED)
def test_what_a_source_is_about_is_the_same_told_term_by_term(scales: Scales, question: str) -> None:
    wanted = read(question, None, today=date.today()).wanted
    for source_id in scales.view.sources:
        own = {scales.sentence_of(f) for f in scales.view.figures.values() if f.source_id == source_id}
        counted = Counter(i for sentence in own for i in lexicon().ids(sentence))
        whole = {i for i, n in counted.items() if n >= 3} - scales.kinds(wanted)
        told = _Topic(source_id, wanted, scales)
        assert whole
        assert {i for i in {*counted, *(s.id for s in wanted.terms)} if i in told} == whole


@pytest.mark.parametrize(
    "text",
    [
        "640 kites flew, 25 were torn and the others were put away.",
        "Nine boats sailed; THE REST stayed in port.",
        "The remaining tugs were sold.",
        "Rescued all the remainder by dusk.",
        "The balance was paid in March.",
        "the re\u017ft were let go",
        "Nobody else was there.",
        "",
    ],
)
def test_a_rest_is_looked_for_only_where_a_word_for_one_stands(text: str) -> None:
    assert _REST.search(text) is None or _TOLD.search(text) is not None
    assert not Lines([text], tuple).tell(_REST) or Lines([f"Then. {text} Later."], tuple).tell(_TOLD)


def test_lines_are_parted_when_they_are_looked_at_and_told_of_before(told: Desk) -> None:
    _, lines = next(iter(told.retriever.rounds(read(ASKED[0], None, today=date.today()))))
    fresh = Lines(["9 tugs sank; the rest sailed.", "Nobody spoke."], lambda: pytest.fail("parted"))
    assert fresh.tell(_TOLD)
    assert not fresh.without(lambda _: False).tell(_ASIDE)
    few = lines.without(lambda line: "murderers" in line.text)
    assert tuple(few) == tuple(line for line in lines if "murderers" not in line.text)
    assert 0 < len(few) < len(lines)
    assert lines[0] == next(iter(lines))
    assert lines[1:3] == tuple(lines)[1:3]
