"""One of several that the sentence before tells of together, with the year that they are all of.

"The 2018/19 mooring grants were announced. Kent's grant is £2 million": Kent's is a mooring grant, of that year.
"""

from __future__ import annotations

from corpus.extract.dates import PeriodMention
from corpus.extract.sharing import Bound
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["one_of_those"]

_OWNED = regex(
    r"(?:['\u2019]s|s['\u2019])\s+(?:[a-z-]+\s+){0,3}?(?P<noun>[a-z]{3,})$|^(?:[Tt]he\s+)?(?P<of>[a-z]{3,})\s+(?:for|of|to)\s"
)
"""Whose a thing is, or for whom: "Kent's *grant*", "the *grant* for Kent"."""
_SORTS = regex(r"(?:\s+[a-z][\w-]*){1,6}")
_FAR = 5
"""Words between a year and what it is of: "the 2018/19 *small boats mooring* grants"."""


def one_of_those(
    text: str, before: Span | None, sentence: Span, bound: Bound, mentions: list[PeriodMention]
) -> tuple[PeriodMention, str] | None:
    """The year of those of which BOUND is one, told by the sentence BEFORE in its paragraph, and what they are.

    MENTIONS are the times of that sentence.
    """
    if before is None or "\n\n" in text[before.end : sentence.start]:
        return None
    owned = _OWNED.search(bound.counted) or _OWNED.search(bound.before)
    if owned is None:
        return None
    noun = owned["noun"] or owned["of"]
    for mention in mentions:
        those = _SORTS.match(text, mention.span.end, before.end) if mention.period.start is not None else None
        sort = those.group().split()[:_FAR] if those is not None else []
        at = next((n for n, word in enumerate(sort) if word in (f"{noun}s", f"{noun}es", f"{noun[:-1]}ies")), None)
        if at is not None:
            return mention, " ".join(sort[: at + 1])
    return None
