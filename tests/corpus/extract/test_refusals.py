"""What an answer withholds, and on which ground; the grounds are never taken for one another."""

from __future__ import annotations

import pytest

from corpus.extract.refusals import ground_of, only_promises, refusals
from corpus.questions import Ground
from corpus.records import Span


@pytest.mark.parametrize(
    ("sentence", "ground"),
    [
        ("The Department does not hold data on lamps mended by parish.", Ground.NOT_HELD),
        ("Information on the age of lamps is not collected.", Ground.NOT_HELD),
        ("The information requested is not available in the format asked for.", Ground.NOT_HELD),
        ("We have not held this information since 2012.", Ground.NOT_HELD),
        ("It is not possible to disaggregate the figures for lamps from those for bollards.", Ground.NOT_HELD),
        ("The cost of lamps cannot be separately identified.", Ground.NOT_HELD),
        ("The Board holds no records of lamp posts.", Ground.NOT_HELD),
        ("The information requested is not held centrally.", Ground.NOT_CENTRAL),
        ("The information requested isn’t held centrally.", Ground.NOT_CENTRAL),
        ("The Department does not centrally record the number of lamps.", Ground.NOT_CENTRAL),
        ("Figures for lamps are not collected at a national level.", Ground.NOT_CENTRAL),
        ("There is no central record of lamps.", Ground.NOT_CENTRAL),
        ("The information is not held centrally and could only be obtained at disproportionate cost.", Ground.COST),
        ("To count them would incur a disproportionate cost.", Ground.COST),
        ("The request exceeds the cost limit.", Ground.COST),
        ("The prices are commercially sensitive.", Ground.EXEMPT),
        ("It would not be in the public interest to say where the lamps are kept.", Ground.EXEMPT),
        ("We cannot say which lamps are guarded for reasons of national security.", Ground.EXEMPT),
        ("I am withholding the information, which would prejudice the security of the lamps.", Ground.EXEMPT),
        ("By long convention, legal advice given to Government is not disclosed, and we do not publish legal advice.",
         Ground.EXEMPT),
        ("The lighting of parks is a matter for local authorities.", Ground.TRANSFERRED),
        ("Street lighting is a devolved matter.", Ground.TRANSFERRED),
        ("The question has been transferred to the Treasury.", Ground.TRANSFERRED),
        ("This falls within the remit of the Office for National Statistics.", Ground.TRANSFERRED),
        ("The Department does not comment on leaked lamps.", Ground.NO_COMMENT),
        ("It would be inappropriate to comment on an ongoing case about lamps.", Ground.NO_COMMENT),
        ("We neither confirm nor deny that there are lamps.", Ground.NO_COMMENT),
        ("It has not proved possible to respond to the hon. Member in the time available before Prorogation.",
         Ground.LAPSED),
    ],
)  # fmt: skip
def test_the_ground_is_the_answers_own(sentence: str, ground: Ground | None) -> None:
    assert ground_of(sentence) is ground


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not the case that the information is not held centrally.",
        "It is not true that the Department does not hold data on lamps.",
        "The cost would not be disproportionate.",
        "The lamps could be counted, and not at disproportionate cost.",
        "Information on lamps is held centrally by the Board.",
        "The Department does not hold any contracts with lamp makers.",
        "The Department does not hold shares in lamp makers.",
        "Lamps do a disproportionate amount of harm to moths.",
        "The figures for 2031 are not yet available.",
        "Lighting is a devolved matter, and the figures therefore relate to England only.",
        "While lighting is a devolved matter, we work closely with Wales.",
        "The lamps were not held up by the frost.",
        "Will he say whether the information is not held?",
        "We are not planning to trade in commercial lamps.",
        "The Board published its data on lamps in May.",
        "",
    ],
)
def test_what_withholds_nothing_has_no_ground(sentence: str) -> None:
    assert ground_of(sentence) is None


def test_each_sentence_that_withholds_is_marked() -> None:
    text = "How many?\n\nThere were 412. The cost is not held centrally. Prices are commercially sensitive.\n"
    answer = Span(11, len(text) - 1)
    found = refusals(text, answer)
    assert [(r.ground, r.span.of(text)) for r in found] == [
        (Ground.NOT_CENTRAL, "The cost is not held centrally."),
        (Ground.EXEMPT, "Prices are commercially sensitive."),
    ]


@pytest.mark.parametrize(
    ("answer", "promised"),
    [
        ("I shall let the right hon. Member have a reply as soon as possible.", True),
        (
            "It will not be possible to answer this question within the usual time. An answer is being prepared.",
            True,
        ),
        ("The Government hopes to mend the lamps as soon as possible.", False),
        ("There were 412 lamps.", False),
    ],
)
def test_a_promise_of_an_answer_is_none(answer: str, promised: bool) -> None:
    assert only_promises(answer) is promised
