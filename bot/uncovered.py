"""Who brought a matter to light: whoever's questions, report or digging it is told to have come out of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.forms import Ask
from bot.heard import Heard, Line
from bot.query import Query
from corpus.extract.names import Name, names
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["uncoverer"]

_TO_LIGHT = (
    r"(?:(?:first )?(?:uncovered?|exposed?|discovered|unearthed|(?:dug|flushed|prised|ferreted|winkled)"
    r" (?:(?:it|this|that|them|all this|all of this|the \w+) )?(?:up|out)"
    r"|found (?:out about|(?:it|this|that) (?:all )?out))"
    r"|(?:first )?brought (?:[\w' -]{1,40} )?(?:to light|(?<=\ball )out(?=\W*$)|(?<=\bit )out(?=\W*$)|into the open"
    r"|out into the open|to public attention))"
)
_ASKED = regex(
    rf"^(?:and |so )?(?:who|which (?:mps?|members?|peers?|journalists?|reporters?|politicians?|person|newspaper))"
    rf" (?:was it (?:who|that) |was the \w+ (?:who|that) )?{_TO_LIGHT}\b(?P<what>.*)$"
    rf"|^(?:and |so )?whose (?:questions?|questioning|persistence|digging|inquir(?:y|ies)|enquir(?:y|ies)|work|report)"
    rf" {_TO_LIGHT}\b(?P<whose>.*)$"
    rf"|^(?:and |so )?who asked (?:the |all the )?questions (?:that|which) {_TO_LIGHT}\b(?P<put>.*)$",
    re.IGNORECASE,
)
_WORK = (
    r"(?:questions?|questioning|inquir(?:y|ies)|enquir(?:y|ies)|persistence|digging|investigations?|report|campaign)"
)
_LED = (
    r"(?:led to|prompted|uncovered|exposed|forced|brought|revealed|triggered|produced|elicited|resulted in"
    r"|that brought|which brought|that led|which led|that exposed|that uncovered)"
)
_WHOSE = regex(rf"\bwhose (?:\w+ )?{_WORK} (?:\w+ )?{_LED}\b", re.IGNORECASE)
_PUT = regex(rf"\basked (?:the |a |repeated |many |several )*questions?\b[^.;]{{0,40}}?\b{_LED}\b", re.IGNORECASE)


_IN_ANSWER = regex(
    r"\b(?:disclosures?|admissions?|revelations?|news|details?|information|figures?|facts?|it|this|they) (?:first )?"
    r"(?:came(?: to light| out)?|emerged|surfaced|(?:was|were) (?:made|given|revealed|disclosed))"
    r" in (?:(?:an?|the|his|her|their) )?(?:written |parliamentary |oral )?(?:answer|reply|response)s? to "
    r"(?:(?:an?|the) (?:written |parliamentary |oral )?questions? (?:from|by|put by|asked by|tabled by) )?",
    re.IGNORECASE,
)
"""What came out in an answer: whoever was answered had asked."""


def uncoverer(query: Query, lines: Sequence[Line]) -> list[Heard]:
    """The sentence that says whose work brought to light what QUERY asks about; none where it asks no such thing.

    What is asked to have been uncovered is the matter of the record, or is named in the sentence or the one before.
    """
    match = _ASKED.match((query.resolved or query.text).strip(" ?.!"))
    if query.ask is not Ask.WHO or match is None:
        return []
    what = match["what"] or match["whose"] or match["put"] or ""
    between = _BETWEEN.search(match.group())
    what = f"{between['what']}. {what}" if between is not None else what
    named = {t.id for t in lexicon().terms(what) if not lexicon().general(t.id) and _MATTER.search(t.words) is None}
    told = []
    for line in lines:
        found = _WHOSE.search(line.text) or _PUT.search(line.text)
        doer = _doer(line, found.start()) if found is not None else _answered(line)
        if doer is not None and named <= lexicon().ids(f"{line.setting} {line.before} {line.text}"):
            told.append(Heard(line, 1.0, (), f"{doer.words}, {doer.role}" if doer.role else doer.words))
    return told[:1]


_BETWEEN = regex(
    r"\bbrought (?P<what>[\w' -]+?) (?:to light|(?:out )?into the open|to public attention)\b", re.IGNORECASE
)
_MATTER = regex(
    r"\b(?:affair|scandal|fiasco|problem|blunder|failure|matter|crisis|mistake|error|mess|story|release|figure)s?\b",
    re.IGNORECASE,
)
"""What a record is about, whatever words it has for that."""


def _doer(line: Line, at: int) -> Name | None:
    """The person named last before a place of LINE."""
    before = [n for n in names(line.text) if n.span.end <= at and " " in n.words]
    return before[-1] if before else None


def _answered(line: Line) -> Name | None:
    """Whoever is named right after an answer in which it came out."""
    found = _IN_ANSWER.search(line.text)
    after = [n for n in names(line.text) if found is not None and n.span.start >= found.end()]
    return (
        after[0] if found is not None and after and not _between(line.text[found.end() : after[0].span.start]) else None
    )


def _between(text: str) -> bool:
    """Whether more than a word or two stands before a name, so that it may be another's."""
    return len(text.split()) > 1
