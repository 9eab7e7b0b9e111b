"""An answer's words → what they withhold, and on which ground, sentence by sentence."""

from __future__ import annotations

from corpus.extract.sentences import sentences
from corpus.lexicon import refusals as said
from corpus.questions import Ground, Refusal
from corpus.records import Span

__all__ = ["ground_of", "only_promises", "refusals"]

_GROUNDS = {
    "cost": Ground.COST,
    "lapsed": Ground.LAPSED,
    "exempt": Ground.EXEMPT,
    "no_comment": Ground.NO_COMMENT,
    "not_central": Ground.NOT_CENTRAL,
    "not_held": Ground.NOT_HELD,
    "transferred": Ground.TRANSFERRED,
}
_LONGEST_PROMISE = 400
"""Characters in the longest answer that is taken to be nothing but the promise of one."""
_LONGEST = 1_200
"""What runs on for longer is no sentence of an answer, and is looked at only so far."""


def refusals(text: str, answer: Span) -> tuple[Refusal, ...]:
    """What ANSWER, a stretch of TEXT, withholds: each sentence that says so, in order, with its ground."""
    found: list[Refusal] = []
    for inner in sentences(answer.of(text)):
        ground = ground_of(inner.of(answer.of(text)))
        if ground is not None:
            found.append(Refusal(ground, Span(inner.start + answer.start, inner.end + answer.start)))
    return tuple(found)


def ground_of(sentence: str) -> Ground | None:
    """On which ground SENTENCE withholds something; None where it withholds nothing."""
    plain = _plain(sentence[:_LONGEST])
    if plain.endswith("?") or said.unless().search(plain):
        return None
    return next((_GROUNDS[name] for name, pattern in said.grounds() if pattern.search(plain)), None)


def only_promises(answer: str) -> bool:
    """Whether ANSWER does no more than say that an answer will come."""
    return len(answer) <= _LONGEST_PROMISE and said.holding().search(_plain(answer)) is not None


def _plain(words: str) -> str:
    return " ".join(words.replace("\u2019", "'").lower().split())
