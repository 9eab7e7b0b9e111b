"""Numbers that are each told of a place of their own, so that neither is part of the other."""

from __future__ import annotations

from corpus.extract.draft import Draft
from corpus.extract.fellows import did_again, did_likewise
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["of_another_place"]


def of_another_place(part: Draft, whole: Draft) -> bool:
    """Whether each is told of a place of its own, the one not within the other: "Goole had 9" is no part of Hull's."""
    lex = lexicon()
    one, other = _NAME_FIRST.match(part.bound.before), _NAME_FIRST.match(whole.bound.before)
    if part.bound.borrowed and one is not None and other is not None:
        return one["name"] != other["name"]
    before = part.bound.before, whole.bound.before
    if (part.bound.borrowed or not part.bound.counted) and (did_likewise(*before) or did_again(*before)):
        return True
    mine = _opening_places(part)
    theirs = {i for i in lex.ids(whole.measure) if lex.kind(i) == "place"}
    if not mine or not theirs:
        return False
    return not any(a == b or lex.covers(b, a) for a in mine for b in theirs)


def _opening_places(draft: Draft) -> set[str]:
    """The places that a number's clause opens with and nothing else ("*Wales had* 40")."""
    had = _PLACE_HAD.fullmatch(draft.bound.before)
    return {i for i in lexicon().ids(had["place"]) if lexicon().kind(i) == "place"} if had is not None else set()


_NAME_FIRST = regex(
    r"(?:followed by\s+)?(?:the\s+)?(?P<name>[A-Z][\w'\u2019-]*(?:\s+[A-Z][\w'\u2019-]*)*)\s+(?:had|has|with|was)\b"
)
_PLACE_HAD = regex(
    r"(?P<place>(?:the\s+)?[A-Z][\w'\u2019-]*(?:\s+(?:of\s+|the\s+|and\s+)*[A-Z][\w'\u2019-]*)*)"
    r"\s+(?:had|has|recorded|saw|reported)\b.*"
)
