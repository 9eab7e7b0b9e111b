"""What somebody said in an address of theirs, a statement or a speech: another occasion's words are no answer.

"What did she tell the council in her statement?" is not answered by what she said on the radio; and of a statement
that the record only expects, nothing has been said yet.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.forms import Ask
from bot.heard import Heard, Line, ids_of
from bot.query import Query
from bot.voices import is_speaker
from corpus.extract.names import surname
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import SourceKind

__all__ = ["ONLY_EXPECTED", "of_that_address", "only_expected"]

ONLY_EXPECTED = "The record tells of that only as something still to come, and not of what was said there."

_KINDS = r"statements?|speech(?:es)?|evidence|testimony"
_ASKED = regex(
    rf"\b(?:in|during) (?:(?:his|her|their|its|the|that|this|an?)|[\w.' \u2019-]{{2,40}}?['\u2019]s?)"
    rf" (?:\w+ )?(?P<kind>{_KINDS})\b(?: (?:to|before|in|at) (?P<whom>[^?,.;]+))?",
    re.IGNORECASE,
)
_KIND = regex(rf"\b(?:{_KINDS})\b|\b(?:speaking|spoke|addressed|addressing)\b", re.IGNORECASE)
_TO_COME = regex(
    r"\b(?:(?:is|are|was|were) (?:\w+ly )?(?:expected|due|set|likely|scheduled|poised|supposed|preparing|about) to"
    r"|will|(?:is|are) to|(?:is|are|was|were|being) (?:asked|urged|pressed|forced|summoned|called) to"
    r"|plans? to|hopes? to|must|should|may|might|could|call(?:s|ed|ing)? (?:for|on)|demand\w*|wants?)\b[^.;]*$",
    re.IGNORECASE,
)
"""What stands before an address that has not been given."""


@dataclass(frozen=True, slots=True)
class _Address:
    """The address that a question asks about: of which kind, and to whom."""

    kind: str
    whom: str


def only_expected(query: Query, lines: Sequence[Line]) -> Heard | None:
    """The sentence that says that the address is still to come, where QUERY asks what was said in it and no sentence
    tells that it was given; else None."""
    asked = _asked(query)
    named = [(x, m) for x in lines if asked is not None and _told_from_outside(x) for m in _places(query, asked, x)]
    whom = {i for i in lexicon().ids(asked.whom) if not lexicon().general(i)} if asked is not None else set()
    own = [x for x in lines if x.statement is not None and is_speaker(query.who, x.statement)]
    if whom and any(whom <= ids_of(x.text) and x not in [y for y, _ in named] for x in own):
        return None  # they have spoken to them already
    if not named or any(not _TO_COME.search(x.text[:at]) for x, at in named):
        return None
    return Heard(replace(named[0][0], statement=None), 1.0, ())  # it is the report's own word


def of_that_address(query: Query, lines: Sequence[Line]) -> Sequence[Line]:
    """LINES that may tell what was said in the address that QUERY asks about; all of them where it asks about none.

    Where no report tells of that address, what somebody said is of it only if it names those whom it was given to.
    """
    asked = _asked(query)
    if asked is None or any(_places(query, asked, x) for x in lines):
        return lines
    if asked.kind.lower().startswith("statement") and not asked.whom:
        return lines  # whatever a firm says to a reporter may be called its statement
    whom = {i for i in lexicon().ids(asked.whom) if not lexicon().general(i)}
    return [x for x in lines if not _told_from_outside(x) or _names_all(whom, x)]


def _names_all(whom: Collection[str], line: Line) -> bool:
    near = ids_of(f"{line.text} {line.before}")
    return bool(whom) and all(i in near or lexicon().relatives(i) & near for i in whom)


def _asked(query: Query) -> _Address | None:
    match = _ASKED.search(query.about) if query.ask is Ask.SAID else None
    return _Address(match["kind"], match["whom"] or "") if match is not None else None


def _told_from_outside(line: Line) -> bool:
    """Whether LINE is of a report, which tells of addresses: a statement on the record is itself the address."""
    return line.source.kind in (SourceKind.PRESS_REPORT, SourceKind.DOCUMENT) and not line.source.paraphrase


def _places(query: Query, asked: _Address, line: Line) -> list[int]:
    """Where LINE names an address of whom QUERY asks about."""
    if not _by(query.who, line):
        return []
    kinds = _SPOKEN if asked.kind.lower().startswith(("statement", "speech")) else _KIND
    return [m.start() for m in kinds.finditer(line.text)]


_SPOKEN = regex(r"\b(?:statements?|speech(?:es)?|speaking|spoke|addressed|addressing)\b", re.IGNORECASE)


def _by(who: str, line: Line) -> bool:
    """Whether WHO speaks in LINE, or is named there."""
    spoke = line.statement is not None and is_speaker(who, line.statement)
    last = surname(re.sub(r"^(?:the|our) ", "", who, flags=re.IGNORECASE)).lower()
    return spoke or last in f"{line.text} {line.before}".lower()
