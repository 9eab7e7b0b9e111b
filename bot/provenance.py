"""What must be said of what an answer leans on: its page; that a written answer was clipped, or corrected since."""

from __future__ import annotations

from dataclasses import replace

from bot.answer import Answer, Status
from bot.cite import long_date
from corpus.ledger import Ledger
from corpus.questions import QuestionState

__all__ = ["placed", "with_provenance"]

_CLIPPED = "The record holds only the first 255 characters of this answer"
_UNSAID = (Status.NOT_IN_RECORD, Status.DECLINED)
_COUNTED = 20
"""An answer that cites more answers than this says of them together what is to be said."""


def with_provenance(answer: Answer, ledger: Ledger) -> Answer:
    """ANSWER with a caveat for each written question that it cites and of which more is to be known."""
    cited = {c.source_id: c.n for c in answer.citations}
    if answer.status in _UNSAID or not cited or len(cited) > _COUNTED:
        return answer
    asked = ledger.questions_of(cited)
    if not asked:
        return answer
    told = [f"{_CLIPPED} [{cited[q.source_id]}]." for q in asked if q.clipped and q.state is not QuestionState.HOLDING]
    told += [
        f"Only a holding answer is held to question {q.uin} [{cited[q.source_id]}]."
        for q in asked
        if q.state is QuestionState.HOLDING
    ]
    for source_id, now in ledger.questions_superseded(cited).items():
        if now.corrected is not None and (answer.as_of is None or now.corrected <= answer.as_of):
            told.append(
                f"The answer to question {now.uin} was corrected on {long_date(now.corrected)} [{cited[source_id]}]."
            )
    return replace(answer, caveats=(*answer.caveats, *told)) if told else answer


def placed(answer: Answer, ledger: Ledger) -> Answer:
    """ANSWER with the page that each citation stands on, where its document has pages."""
    found = tuple(replace(c, place=ledger.place_of(c.source_id, c.start)) for c in answer.citations[:_COUNTED])
    return replace(answer, citations=(*found, *answer.citations[_COUNTED:]))
