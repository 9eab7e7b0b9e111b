"""Why it happened, where what is asked about is what the whole record is about: the statements that explain it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bot.deeds import done_in
from bot.heard import Heard, Line, bears, ids_of
from bot.question import Query
from corpus.extract.sense import ASSERTED, DENIED
from corpus.lexicon.grammar import any_of
from corpus.lexicon.speech import listed
from corpus.patterns import regex
from corpus.records import StatementAct

__all__ = ["cause_in", "common", "common_to", "explanations", "never_done"]

_DUE = regex(
    r"\bdue to (?=(?:be|open|close|start|begin|end|finish|report|publish|appear|meet|take|expire|launch|go|give|return"
    r"|leave|retire|receive|pay|cost|stand|face|complete|run|move|arrive|hear|speak|visit|replace|rise|fall|last|cease|come"
    r"|become|make|appeal|decide|vote|debate|answer|release|introduce|join|travel|sail|sign|announce)\b)",
    re.IGNORECASE,
)
"""What is only to come, and caused by nothing: "the ferry is *due to* sail at noon"."""


_HOW_FAR = regex(
    r"\b(down|attributed|owing|blamed|caused|ascribed)\s+(?:mainly|largely|mostly|partly|chiefly|primarily|solely"
    r"|entirely|in part|in large part|simply)\s+(?=(?:to|on|by)\b)",
    re.IGNORECASE,
)
"""How far something is the cause, between the words that say so: "blamed *partly* on the tide"."""


def cause_in(text: str, strength: str = "causes") -> bool:
    """Whether TEXT has a word that gives a cause; STRENGTH is ``causes`` or ``strong_causes``."""
    return any_of(strength).search(_HOW_FAR.sub(r"\1 ", _DUE.sub(" ", text))) is not None


_PART, _FEW = 5, 6
"""What stands in one line of so many is what a record is about; a record of fewer lines is about nothing in common."""


def common(lines: Sequence[Line]) -> frozenset[str]:
    """The terms that stand in line after line, so that they tell nothing of any one of them."""
    if len(lines) < _FEW:
        return frozenset()
    counted = Counter(i for line in lines for i in ids_of(line.text))
    return frozenset(i for i, n in counted.items() if n * _PART >= len(lines) and n > 1)


def common_to(line: Line, lines: Sequence[Line], *, picked: bool) -> frozenset[str]:
    """The terms that tell nothing of LINE among LINES: those of the whole record, or of its source alone.

    Lines that were PICKED from a large record for what is asked all bear that, which is no sign of their being about
    one matter: what LINE's own source says time and again is all that may be taken as said of each of its lines.
    """
    return common([other for other in lines if other.source.id == line.source.id] if picked else lines)


def never_done(query: Query, line: Line) -> bool:
    """Whether it is asked why somebody did a grave thing which LINE only weighs or denies ("calls to resign")."""
    if _WHY_DONE.match(query.resolved or query.text) is None:
        return False
    grave = [s for s in query.wanted.terms if s.mark == ASSERTED and s.id in listed("grave") and s.kind == "action"]
    return any(bears(s, ids_of(line.text)) and not done_in(s.id, line.text) for s in grave)


_WHY_DONE = regex(r"\W*(?:and |so )?why (?:did|was|were|has|have|had|is|are)\b(?!n['\u2019]t| not)", re.IGNORECASE)


def explanations(query: Query, lines: Sequence[Line], *, picked: bool = False) -> list[Heard]:
    """Where QUERY asks why of nothing but what the record is about, what was put down to what, the plainest first.

    PICKED: the lines were picked from a large record, in which each source is about a matter of its own.
    """
    if picked:
        apart: dict[str, list[Line]] = {}
        for line in lines:
            apart.setdefault(line.source.id, []).append(line)
        return _plainest([h for own in apart.values() for h in explanations(query, own)])
    shared = common(lines)
    terms = query.wanted.telling
    if not terms or not all(bears(s, shared) or (s.mark == DENIED and f"not-{s.id}" in shared) for s in terms):
        return []
    told = [line for line in lines if line.statement is not None and line.statement.act is StatementAct.EXPLAINED]
    found = [Heard(line, 1.0 if cause_in(line.text, "strong_causes") else 0.8, ()) for line in told]
    found = [h for h in found if cause_in(h.line.text)]
    return _plainest(found)


def _plainest(found: list[Heard]) -> list[Heard]:
    return sorted(found, key=lambda h: (-h.score, h.line.source.kind.rank, h.line.span.start))
