"""What is counted together: "tugs and barges together made 640 trips" tells of neither alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.query import Wanted
from corpus.extract.sense import DENIED
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["ALONE", "only_together", "sides"]

_NOUN = r"(?:[a-z'\u2019-]+ ){0,3}?[a-z'\u2019-]+"
_AS_ONE = (
    r"(?:,? (?:all |both )?(?:together|combined|jointly|between them|taken together|put together|in all),?"
    r"(?: (?:\w+ly|had|have|has))*(?= [a-z]))"
)
_SUMS = (
    r"(?: (?:\w+ly|had|have|has))*(?= (?:account(?:ed|s)? for|ma[dk]es? up|number(?:ed|s)?|c[ao]mes? to"
    r"|totall?(?:ed|s)?|amount(?:ed|s)? to|add(?:ed|s)? up to))"
)
_LISTED = regex(
    rf"(?P<before>(?:{_NOUN}, )*{_NOUN}),? and (?P<last>{_NOUN})(?:{_AS_ONE}|{_SUMS})",
    re.IGNORECASE,
)
_NAME = r"(?:the )?[A-Z][\w'\u2019-]*(?: (?:of |upon |on )?[A-Z][\w'\u2019-]*){0,3}"
_NAMED = regex(
    r"(?:^(?:[a-z]+, )?(?:[Bb]oth )?|\b(?:in|at|across|off|for|by|from) )"
    rf"(?P<before>(?:{_NAME}, )*{_NAME}),? and (?P<last>{_NAME})"
    r"(?= [a-z]|,|$)"
)
"""Places or bodies that one number is told of: "*Rye and Hythe* had 40 fires"; two of several, "in Rye and Hythe"."""
_APART = regex(r"\b(?:each|apiece|respectively|every|alone|or)\b", re.IGNORECASE)
_SHARED = regex(r"^.*\b(?:about|of|for|on|from|by|in|with|to|at|against|between|over) ", re.IGNORECASE)
"""What those listed share ("enquiries *about* tugs and barges"), before the first of them."""
_BOTH = regex(r"\b(?:and|both|together|combined|between them|in all|altogether|all)\b", re.IGNORECASE)
ALONE = "these alone, where others are counted with them"


def only_together(wanted: Wanted, figure: Figure, wholes: Sequence[Figure]) -> list[str]:
    """That some are asked for alone, where FIGURE counts them together with others, or is the others of its WHOLES."""
    if sides(wanted, figure) is not None:
        return [ALONE]
    two = next((two for w in wholes if (two := sides(wanted, w)) is not None), None)
    if two is None:
        return []
    own = lexicon().ids(f"{figure.measure}. {figure.counted}")
    return [ALONE] if not own & two[0] and any(own & other for other in two[1]) else []


def sides(wanted: Wanted, figure: Figure) -> tuple[frozenset[str], list[frozenset[str]]] | None:
    """The terms asked for and, each by itself, those of the others that FIGURE counts with them; None where all are."""
    joined = " and " in figure.measure and not _BOTH.search(wanted.words)
    match = _LISTED.search(figure.measure) if joined else None
    match = match or (_NAMED.search(figure.measure) if joined and not _APART.search(figure.measure) else None)
    if match is None:
        return None
    things = [*_SHARED.sub("", match["before"]).split(", "), match["last"]]
    named = [frozenset(i for i in lexicon().ids(t) if not lexicon().general(i)) for t in things]
    own = [ids - frozenset().union(*(o for o in named if o is not ids)) for ids in named]
    asked = {s.id for s in wanted.terms if s.mark != DENIED}
    inside = [ids for ids in own if ids & asked]
    if not all(own) or not inside or len(inside) == len(own):
        return None
    return frozenset().union(*inside), [ids for ids in own if not ids & asked]
