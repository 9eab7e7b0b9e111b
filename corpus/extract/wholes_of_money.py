"""Of which sum of money another is part: "a grant of £9 million … *of this*, £2 million is for piers"."""

from __future__ import annotations

from corpus.extract.draft import Draft
from corpus.extract.of_whom import SPACE
from corpus.extract.scoped import sum_named

__all__ = ["sum_spoken_of"]


def sum_spoken_of(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """ "A grant of £9 million … *Of this*, £2 million is for piers": the sum told before."""
    bound, last = draft.bound, earlier[-1] if earlier else None
    if last is not None and last.sentence == draft.sentence and bound.within and _more_of_it(last, draft):
        return last
    if (
        last is not None
        and last.sentence == draft.sentence
        and last.whole is not None
        and last.bound.scope == bound.scope
    ):
        return last.whole if bound.scope.lower() in _THIS_SUM else None
    if last is None or last.sentence == draft.sentence or sum_named(bound) not in _THIS_SUM:
        return None
    told = [e for e in earlier if e.sentence == last.sentence and e.bound.quantity.kind == "money"]
    told = [e for e in told if e.bound.quantity.unit == bound.quantity.unit and e.value is not None]
    near = draft.sentence.start - last.sentence.end <= SPACE
    return told[0] if near and told and (told[0].value or 0) > (draft.value or 0) else None


def _more_of_it(whole: Draft, part: Draft) -> bool:
    """Whether WHOLE is the greater sum of one currency: "£9 million, *of which £2 million* went on piers"."""
    one, other = whole.bound.quantity, part.bound.quantity
    if not part.bound.before or part.bound.before != whole.bound.before:
        return False  # a colon stood between, after which parts may be named that are of something else
    return one.kind == other.kind and one.unit == other.unit and (whole.value or 0) > (part.value or 0)


_THIS_SUM = ("this", "that", "it", "this sum", "that sum", "this total", "this money", "that money", "the total")
