"""What the record itself leaves open, told by likeness of meaning where the words differ.

"He was unable to say how many staff had known about the practice" answers "How many members of staff knew what was
going on?" though hardly a word is shared. The clause that names what is left open ("how many staff had known …") is
held against the question by the cosine of their encodings. Nothing is ever counted by likeness: it may only lead to
the record's own statement that it does not say, and every name, place, number and date asked about must stand there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bot.explained import common_to
from bot.forms import Ask
from bot.heard import ids_of
from bot.question import Query
from bot.sayings import Heard, Line, dated
from bot.silence import UNKNOWN, let_go, of_somebody_else, of_whom_unsaid, only_where
from corpus.errors import ModelError
from corpus.extract.numbers import quantities
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["Likeness", "left_open"]

ALIKE = 0.69
"""The least cosine at which a clause is taken to ask what the question asks.

Measured over the exams under ``tests/exam``: of the questions whose answer is that the record leaves it open, 11 of 16
lie above; of those that it neither answers nor leaves open, none does.
"""
ALIKE_APART = 0.4
"""The least cosine of the two without the words that all of the record shares."""
_ASKS = (Ask.FIGURE, Ask.YES_NO, Ask.WHAT)
_NAMED = frozenset({"place", "nationality", "offence", "attribute", "date"})
_CLAUSE = regex(
    r"\b(?:how (?:many|much|long|often)|whether|(?:the )?numbers? (?:of|who|that)|in how many)\b.*?"
    r"(?=,? (?:n?or|and) (?:how|whether)\b|, (?:because|which|as|since|but)\b|[.;?!]|$)",
    re.IGNORECASE | re.DOTALL,
)

Like = Callable[[str, Sequence[str]], Sequence[float]]


class Likeness:
    """How alike in meaning two texts are: the cosine of MiniLM's encodings, whatever the passages are searched by.

    ``ALIKE`` was measured with it. Nought where the model cannot be had.
    """

    def __init__(self) -> None:
        self._encode: Callable[[str], object] | None = None

    def __call__(self, text: str, others: Sequence[str]) -> Sequence[float]:
        """The cosine of TEXT with each of OTHERS, from -1 to 1."""
        import numpy as np

        from corpus.encoder import Encoder, find_model

        try:
            if self._encode is None:
                self._encode = Encoder(find_model("")).encode_query
            asked = np.asarray(self._encode(text))
            return [float(asked @ np.asarray(self._encode(other))) for other in others]
        except ModelError:
            return [0.0] * len(others)


def left_open(query: Query, lines: Sequence[Line], like: Like, *, picked: bool = False) -> Heard | None:
    """The statement that leaves open what QUERY asks, by likeness of meaning; None where none is like enough.

    PICKED: the lines are those of a large record that were picked for what is asked.
    """
    if query.ask not in _ASKS or query.wanted.whole is not None or (picked and of_whom_unsaid(query)):
        return None
    clauses = [(clause, line) for line in lines if _open(line, query) for clause in _clauses(line.text, query)]
    if not clauses:
        return None
    asked = query.resolved or query.text
    scored = zip(like(asked, [c for c, _ in clauses]), clauses, strict=True)
    best, (clause, line) = max(scored, key=lambda pair: pair[0])
    if best < ALIKE:
        return None
    shared = common_to(line, lines, picked=picked)
    if only_where(query, ids_of(clause), shared):
        return None
    own = _without(asked, shared), _without(clause, shared)
    return Heard(line, best, ()) if own == (asked, clause) or like(own[0], [own[1]])[0] >= ALIKE_APART else None


def _without(text: str, shared: frozenset[str]) -> str:
    """TEXT without the terms that nearly every line of the record names, and that make any two of its lines alike."""
    for term in sorted(lexicon().terms(text), key=lambda t: -t.start):
        if term.id in shared:
            text = f"{text[: term.start]}{text[term.end :]}"
    return " ".join(text.split())


def _open(line: Line, query: Query) -> bool:
    said = line.statement is not None and line.statement.act in UNKNOWN
    if not said or of_somebody_else(query.wanted.telling, line) or let_go(query, ids_of(line.text)):
        return False
    return all(dated(m.period.words, line) for m in query.wanted.times)


def _clauses(text: str, query: Query) -> list[str]:
    """The clauses of TEXT that name what is left open, with every name and number that the question asks about."""
    lex = lexicon()
    exact = (s for s in query.wanted.terms if lex.kind(s.id) in _NAMED and not lex.narrower(s.id))
    named = {s.id for s in exact} | {s.id for s in query.wanted.terms if s.words[:1].isupper()}
    bounds = {b.value for b in query.wanted.bounds}
    asked = {s.id for s in query.wanted.terms}
    asked |= {i for s in query.wanted.terms for i in lex.relatives(s.id) | lex.broader(s.id)}
    found = [m.group() for m in _CLAUSE.finditer(text) if asked & lex.ids(m.group())]  # to encode the rest is dear
    return [
        c
        for c in found
        if named <= lex.ids(c) and bounds <= {q.value for q in quantities(c)} and not _narrower(c, query)
    ]


def _narrower(clause: str, query: Query) -> bool:
    """A clause with a number that the question does not name asks something narrower."""
    asked = {b.value for b in query.wanted.bounds} | set(query.numbers)
    told = [q for q in quantities(clause) if q.value is not None and q.kind in ("count", "age", "duration")]
    return any(q.value not in asked for q in told)
