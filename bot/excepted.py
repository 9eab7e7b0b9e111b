"""What a question or a record sets aside: "other sex attackers, apart from the rapists", "besides the 3 detained"."""

from __future__ import annotations

import re

from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["without_exceptions", "without_those_done"]

_BESIDES = regex(
    r",?\s+(?:apart from|besides|excluding|not counting|not including|other than|leaving aside|aside from"
    r"|in addition to|on top of)\s+[^,?;]+",
    re.IGNORECASE,
)


def without_exceptions(text: str) -> str:
    """TEXT less the clauses that name what is left out."""
    return _BESIDES.sub(" ", text)


_STILL = regex(r"\b(?:await\w*|waiting|still|yet to|remain\w*|(?:left|due) to be)\b", re.IGNORECASE)
_ALREADY = regex(
    r",?\s+(?:apart from|besides|excluding|not counting|not including|other than|leaving aside|leaving out|aside from"
    r"|in addition to|on top of|over and above|setting aside|disregarding) (?:all )?"
    r"(?:those|the ones|any|anyone|people)"
    r"(?: who| that| which)?(?: (?:had|have|has|were|was|are|is))? already (?:been )?(?P<done>[\w -]+?)(?=\W*$|,)",
    re.IGNORECASE,
)
_DEALT_WITH = regex(r"(?:gone|done|out|away|through|finished|completed|dealt with)", re.IGNORECASE)


def without_those_done(text: str) -> str:
    """TEXT, which asks to whom a thing is still to be done, less the words that only leave out those to whom it was.

    "Awaiting repair, *leaving aside those already repaired*": none of these awaits it. Those of whom another thing
    is said to have been done already stay a condition.
    """
    match = _ALREADY.search(text)
    if match is None or _STILL.search(text, 0, match.start()) is None:
        return text
    lex = lexicon()
    done = {i for i in lex.ids(match["done"]) if not lex.general(i)}
    same = done <= lex.ids(text[: match.start()]) if done else False
    over = _DEALT_WITH.fullmatch(match["done"].strip()) is not None
    return text[: match.start()] + text[match.end() :] if same or over else text
