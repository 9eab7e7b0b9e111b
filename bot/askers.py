"""Who asked what: a sentence that only puts a question, which answers none but one about the asking."""

from __future__ import annotations

import re

from bot.forms import Ask
from bot.heard import Line
from bot.query import Query
from corpus.patterns import regex
from corpus.records import StatementAct

__all__ = ["of_askers", "only_puts"]

_ASKER = regex(
    r"\b(?:ask\w*|questions?|questioned|tabl(?:ed?|es|ing)|rais(?:ed?|es|ing)|quer(?:y|ied))\b", re.IGNORECASE
)
_WHAT = r"(?:how|what|which|whether|when|who|whom|where|why)\b"
_YOU_ASKED = regex(
    r"\W*(?:(?:you|he|she|they) (?:also |then |further |next )?(?:asked|ask|wanted to know|wish(?:ed)? to know)"
    r"|I (?:am|was|have been|had been) (?:also |then |further )?asked)(?: me| us)?,?(?: also)? "
    rf"(?:in \w+ |by \w+(?: \w+)? )?(?:at |in |for |of |to |by |on |with )?{_WHAT}",
    re.IGNORECASE,
)
_ASKED_WHAT = regex(rf"\b(?:asks?|asked)(?: me| us)? {_WHAT}[^,;:]*$", re.IGNORECASE)
_AND_THE_ANSWER = regex(
    r"[;:]|\b(?:the answer|it (?:is|was)|they (?:are|were)|there (?:are|were|is|was))\b", re.IGNORECASE
)


def of_askers(query: Query) -> bool:
    """Whether a question may itself answer QUERY: what somebody said, or who asked."""
    return query.ask is Ask.SAID or (query.ask is Ask.WHO and _ASKER.search(query.text) is not None)


def only_puts(line: Line) -> bool:
    """Whether LINE only tells what somebody asked ("You asked what the ferry cost"), and answers nothing."""
    said = line.statement
    put = _YOU_ASKED.match(line.text) is not None
    put = put or (said is not None and said.act is StatementAct.ASKED and _ASKED_WHAT.search(line.text) is not None)
    return put and _AND_THE_ANSWER.search(line.text) is None
