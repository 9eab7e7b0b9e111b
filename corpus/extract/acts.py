"""What was done in saying something: apologising, refusing, correcting, or owning that nobody could or would say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.lexicon.grammar import any_of
from corpus.lexicon.speech import sign
from corpus.patterns import regex
from corpus.records import StatementAct

__all__ = ["Done", "act_of", "passive", "special", "unanswering"]

_SILENT = (
    ("disproportionate_cost", StatementAct.DISPROPORTIONATE_COST),
    ("not_known", StatementAct.NOT_KNOWN),
    ("not_held", StatementAct.NOT_HELD),
)
_ASKING = ("asked", "asks", "questioned")
_BLAMING = (
    "criticised",
    "criticises",
    "accused",
    "accuses",
    "attacked",
    "condemned",
    "condemns",
    "slammed",
    "denounced",
)
_EXPLAINING = ("blamed", "blames", "explained", "explains", "attributed", "put down")


@dataclass(frozen=True, slots=True)
class Done:
    """What is done in a sentence, and where in it the words that do it begin."""

    act: StatementAct
    start: int


def unanswering(words: str) -> Done | None:
    """What WORDS leave open on the record, and why: not known, not held, or at too great a cost; None where nothing."""
    found = ((act, sign(name).search(words)) for name, act in _SILENT)
    return next((Done(act, m.start()) for act, m in found if m is not None and not _a_reason(words, m.start())), None)


_BECAUSE = regex(r"[a-z]\W+(?:\w+\s+)?(?:because|since|as)\s+(?P<who>[^,;.:]+)$", re.IGNORECASE)
_OWN = regex(
    r"\b(?:it|we|I|they|he|she|(?:the )?(?:department|ministry|minister|government|office))\s*$", re.IGNORECASE
)


def _a_reason(words: str, at: int) -> bool:
    """Whether what is silent AT a place only tells why something was done, of somebody else who held nothing ("turned
    down 16 bids, *because bidders did not hold* the figures")."""
    match = _BECAUSE.search(words, 0, at)
    if match is None or _OWN.search(match["who"]):
        return False
    return (
        any_of("reporting").search(words[: match.start()]) is None
        and _DONE_FIRST.search(words, 0, match.start()) is not None
    )


_DONE_FIRST = regex(r"\b[a-z]{3,}ed\b", re.IGNORECASE)


def special(words: str, outside: str) -> Done | None:
    """An apology or a refusal that no reporting verb tells of."""
    sorry = _apology(words)
    refused = sign("refused").search(outside)
    if sorry is not None:
        return Done(StatementAct.APOLOGISED, sorry)
    return Done(StatementAct.REFUSED, refused.start()) if refused else None


def act_of(words: str, verb: str, outside: str) -> StatementAct:
    """What is done in a sentence of WORDS by its reporting VERB; OUTSIDE are its words less those quoted."""
    if _apology(words) is not None:
        return StatementAct.APOLOGISED
    if sign("refused").search(outside):
        return StatementAct.REFUSED
    if sign("corrected").search(words):
        return StatementAct.CORRECTED
    if verb.lower() in _ASKING:
        return StatementAct.ASKED
    quoted = any_of("criticising").search(words) and not any_of("criticising").search(outside)
    if verb.lower() in _BLAMING or quoted:
        return StatementAct.CRITICISED
    return StatementAct.EXPLAINED if verb.lower() in _EXPLAINING else StatementAct.SAID


def _apology(words: str) -> int | None:
    """Where somebody says sorry in WORDS: to refuse an apology, or to call for one, is none."""
    denied = [(m.start(), m.end()) for m in sign("no_apology").finditer(words)]
    for found in sign("apologised").finditer(words):
        if not any(found.start() < end and start < found.end() for start, end in denied):
            return found.start()
    return None


_PASSIVE = regex(
    r"\b(?:am|is|are|was|were|be|been|being|get|got)\s+(?:\w+ly\s+|not\s+|never\s+|also\s+|now\s+|first\s+|then\s+|since\s+)*$",
    re.I,
)


def passive(before: str) -> bool:
    """Whether what stands BEFORE a past form makes it something done to its subject ("was told", "are being asked")."""
    return _PASSIVE.search(before) is not None
