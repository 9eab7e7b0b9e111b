"""Between whom there was a quarrel, a deal or a failure of communication: told by the "between" of its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.forms import Ask
from bot.heard import Heard, Line, akin, ids_of
from bot.query import Query
from bot.voices import is_speaker
from corpus.extract.sense import senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["between_whom"]

_ASKED = regex(
    r"^(?:and |so )?(?:between (?:whom|who|which (?:two |three )?\w+(?: of [\w-]+)?)"
    r" (?:was|were|is|are|did|does|had|has) (?:there )?(?P<what>[^,]+?)"
    r"(?: (?:occur|happen|arise|come about|take place|develop|exist|lie)(?:ed|red|s)?)?"
    r"|(?:who|whom|which (?:two |three )?\w+) (?:was|were|is|are|did) (?P<of>[^,]+?) "
    r"(?:break out |start |arise |take place )?between)(?:,.*)?\W*$",
    re.IGNORECASE,
)
_NOT_PASSED_ON = regex(
    r"\b(?:failures?|failing|inability|refusal) to"
    r" (?:pass(?: on)?|share|exchange|relay|communicate|talk|speak|liaise)\b"
    r"|\b(?:information|messages?|details|word|data|papers) (?:not |never )(?:passed|shared|exchanged|relayed)\b"
    r"|\bcrossed wires\b",
    re.IGNORECASE,
)
_NOT_TALKING = regex(
    r"^(?:and |so )?who(?:[\u2019']s| is| was| were| are)? ?(?:n[\u2019']t|not)"
    r" (?:been )?(?:talking|speaking|communicating|listening) (?:to|with) (?:who|whom|each other|one another)\b",
    re.IGNORECASE,
)
_UNTOLD = regex(
    r"\b(?:breakdowns?|failures?|lack|collapse|gaps?|problems?) (?:of|in) (?:\w+ )?communications?"
    r"|\bcommunications? (?:breakdowns?|failures?|gaps?|problems?|errors?)",
    re.IGNORECASE,
)
"""What says that people did not tell each other what they should have."""
_WORD = r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Rev|Lt|Col|Capt|Gen|Hon|St)\.|[\w'\u2019-]+)"
_ONE = rf"(?:the )?{_WORD}(?: {_WORD}){{0,9}}?"
_BETWEEN = regex(
    rf"[\u201d\"']?\s+(?:\w+\s+){{0,3}}?between (?P<whom>{_ONE}(?:, [^,;.]{{2,80}},)? and {_ONE})"
    r"(?=[,.;:]|\s(?:that|which|who|was|were|is|are|had|has|have|in|on|at|over|about|after|before|when|as|plunged|led"
    r"|began|broke|grew|arose|came|made|left|cost|brought|lasted|ended|started|caused|delayed|\w+ed)\b|$)",
    re.IGNORECASE,
)
"""The two it was between, each with a title or with what is said of it between commas."""


def between_whom(query: Query, lines: Sequence[Line]) -> list[Heard] | None:
    """The sentence that tells between whom what QUERY asks about was; None where it asks of no such thing."""
    asked = (query.resolved or query.text).strip()
    of_what, silent = _ASKED.match(asked), _NOT_TALKING.match(asked)
    if query.ask is not Ask.WHO or not (of_what or silent):
        return None
    told: list[Heard] = []
    for line in lines:
        end = _told_until(line, (of_what["what"] or of_what["of"]) if of_what is not None else "")
        found = _BETWEEN.match(line.text, end) if end >= 0 else None
        if found is not None and not _denied(line, end) and _by(query.wanted.sayer, line):
            told.append(Heard(line, 1.0, (), found["whom"].strip()))
    return told[:1] if told or of_what else None  # no one person is those between whom it was


_NOT_SO = regex(
    r"\b(?:no|not|never|nor|neither|without|den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*|rul(?:es?|ed|ing) out"
    r"|scotch\w*|play(?:s|ed|ing)? down|if|whether)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
_UNTRUE = regex(r"\b(?:untrue|false|unfounded|baseless|nonsense|did not exist|never existed)\b", re.IGNORECASE)


def _denied(line: Line, end: int) -> bool:
    """Whether LINE only says that there was none, before or after naming it ("*no* quarrel between the two")."""
    return _NOT_SO.search(line.text, 0, end) is not None or _UNTRUE.search(line.text) is not None


def _told_until(line: Line, what: str) -> int:
    """Where LINE has named WHAT is asked about, or a failure of communication; -1 where it names no such thing."""
    if not what or _NOT_PASSED_ON.search(what) or _UNTOLD.search(what):
        match = _UNTOLD.search(line.text)
        return match.end() if match is not None else -1
    terms = [s for s in senses(what) if not lexicon().general(s.id)]
    at = re.search(r"[\u201d\"']?\s+between\b", line.text, re.IGNORECASE)
    here = ids_of(line.text[: at.start()]) if at is not None else frozenset()
    borne = bool(terms) and all(akin(s, here) for s in terms)
    return at.start() if at is not None and borne else -1


def _by(sayer: str, line: Line) -> bool:
    """Whether SAYER, whose word is asked for, is who says it in LINE; anybody may where none is named."""
    said = line.statement
    return not sayer or (said is not None and is_speaker(sayer, said)) or lexicon().ids(sayer) <= ids_of(line.text)
