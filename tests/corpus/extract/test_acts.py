"""What is done in saying something: an apology is for one's own doing."""

from __future__ import annotations

import pytest

from corpus.extract.acts import act_of, special
from corpus.records import StatementAct


@pytest.mark.parametrize(
    "words",
    [
        "I regret the distress to farmers.",
        "The Minister regretted that his answer was wrong.",
        "The council regretted the delay.",
        "I deeply regret what happened.",
        "She said sorry to the parish.",
    ],
)
def test_who_regrets_their_own_doing_apologises(words: str) -> None:
    assert act_of(words, "", words) is StatementAct.APOLOGISED
    done = special(words, words)
    assert done is not None
    assert done.act is StatementAct.APOLOGISED


@pytest.mark.parametrize(
    "words",
    [
        "That this House regrets that the Government has closed the pier.",
        "I regret that the Government has not listened to fishermen.",
        "She regretted the Secretary of State's decision.",
        "He regrets that the right hon. Member for Corrie is not in her place.",
        "The vicar refused to apologise.",
    ],
)
def test_who_regrets_what_another_did_does_not(words: str) -> None:
    assert act_of(words, "", words) is not StatementAct.APOLOGISED
    assert special(words, words) is None or "refused" in words
