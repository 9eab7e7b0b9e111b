"""Whether a body told a thing unasked: not where the record says that it came out after questions or pressure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.forms import Ask
from bot.heard import Heard, Line, akin, asks, ids_of
from bot.query import Query
from corpus.extract.offices import head
from corpus.extract.sense import Sense, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["unprompted", "unprompted_asked"]

_TELL = (
    r"(?:own(?:ed)? up|c[oa]me (?:clean|forward)|confess(?:ed)?|admit(?:ted)?|disclosed?|reveal(?:ed)?|volunteer(?:ed)?"
    r"|tell|told|acknowledged?|conceded?|announced?|report(?:ed)?|say|said)"
)
_UNASKED = (
    r"(?:without (?:being|having been|having to be|anyone) (?:pressed|asked|pushed|prompted|forced|made|chased|asking"
    r"|nagged|prodded|hounded)(?: (?:to|into|for) .+)?|unprompted|unasked|of (?:its|their) own (?:accord|volition)"
    r"|voluntarily|willingly|off (?:its|their) own bat)"
)
_ASKED = regex(
    rf"^(?:and |so |but )?(?:did|has|had|have|does) (?P<who>(?:the |an? )?[\w' -]{{2,50}}?) {_TELL}\b(?P<what>.*?) ?"
    rf"\b{_UNASKED}\W*$",
    re.IGNORECASE,
)
_CAME_OUT = (
    r"(?:came (?:to light|out|clean|forward)|come (?:to light|out|clean|forward)|emerged|surfaced|admitted|owned up"
    r"|disclosed|revealed|acknowledged|conceded)"
)
_PRESSED = regex(
    rf"\b{_CAME_OUT}\b[^.;]{{0,40}}? (?:only )?(?:after|following|in (?:answer|reply|response) to|under)\b"
    r"[^.;]{0,30}?\b(?:questions?|questioning|pressure|requests?|demands?|prodding|persistence|campaign(?:ing)?)\b",
    re.IGNORECASE,
)
_FREELY = regex(
    rf"\b(?:unprompted|unasked|voluntarily|of (?:its|their) own (?:accord|volition))\b[^.;]{{0,40}}?\b{_CAME_OUT}\b"
    rf"|\b{_CAME_OUT}\b[^.;]{{0,60}}?\b(?:unprompted|unasked|voluntarily|of (?:its|their) own (?:accord|volition))\b",
    re.IGNORECASE,
)
_MATTER = regex(
    r"\b(?:it|affair|scandal|fiasco|problem|blunder|failure|matter|crisis|mistake|error|mess|story|truth)s?\b",
    re.IGNORECASE,
)
"""What a record is about, whatever words it has for that."""
_NOT = regex(r"\b(?:not|never)\b|n['\u2019]t\b", re.IGNORECASE)
_TWICE = 2
"""A body that a record speaks of so often is one whose matter it tells."""


def unprompted_asked(query: Query) -> bool:
    """Whether it is asked if a thing was told *unasked*, which is more than that it was told."""
    return query.ask is Ask.YES_NO and _ASKED.match((query.resolved or query.text).strip()) is not None


def unprompted(query: Query, lines: Sequence[Line]) -> list[Heard] | None:
    """The sentence that says whether the body that QUERY names told a thing unasked; none where the record says neither
    or both, or only of another's matter; None where it asks no such thing."""
    asked = _ASKED.match((query.resolved or query.text).strip()) if query.ask is Ask.YES_NO else None
    who = ids_of(asked["who"]) if asked is not None else frozenset()
    if asked is None or not (head(asked["who"]) == "body" or any(lexicon().kind(i) == "body" for i in who)):
        return None
    what = [s for s in senses(asked["what"]) if not lexicon().general(s.id) and _MATTER.search(s.words) is None]
    told = [Heard(x, 1.0, (), so) for x in lines if (so := _says(x.text, who)) and not asks(x.text)]
    told = [h for h in told if _spoken_of(who, h.line, lines) and all(_borne(s, h.line) for s in what)]
    return told[:1] if len({h.name for h in told}) == 1 else []


def _says(text: str, who: frozenset[str]) -> str:
    """ "No" where TEXT says that it came out under pressure, "Yes" that WHO told it freely; "" where neither."""
    if _PRESSED.search(text) is not None:
        return "No"
    freely = _FREELY.search(text) is not None and _NOT.search(text) is None
    return "Yes" if freely and who <= ids_of(text) else ""


def _borne(term: Sense, line: Line) -> bool:
    here = ids_of(f"{line.text} {line.before}")
    return akin(term, here)


def _spoken_of(who: frozenset[str], told: Line, lines: Sequence[Line]) -> bool:
    """Whether WHO is named where it is TOLD, or twice elsewhere in its source."""
    own = [x for x in lines if x.source.id == told.source.id and who <= ids_of(x.text)]
    return len(own) >= _TWICE or who <= ids_of(f"{told.text} {told.before}")
