"""Those who did a thing, where a figure counts those whom it was done to; and those who did not get what they sought.

"How many clubs *asked* for a pitch?" is of clubs that ask; "the council *asked* 40 clubs" counts those who were asked.
"""

from __future__ import annotations

import re
from functools import cache

from corpus.lexicon.grammar import words
from corpus.lexicon.speech import listed
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["done_to_them", "given_up", "went_without"]


def done_to_them(asked: str, figure: Figure, sentence: str) -> list[str]:
    """The verb that those counted must have done, where FIGURE counts in SENTENCE those to whom another did it."""
    deed = _done_by_those(asked)
    if not deed:
        return []
    done = _active().search(sentence[: figure.span.start - figure.context.start])
    if done is None:
        return []
    lex = lexicon()
    akin = lex.ids(deed).union(*map(lex.relatives, lex.ids(deed)))
    same = deed.lower() == done["verb"].lower() or bool(akin & lex.ids(done["verb"]))
    return [f"those who {deed}"] if same else []


def _done_by_those(asked: str) -> str:
    """The verb of dealing of which those whose number is ASKED are the subject; "" where there is none."""
    match = _subject().match(asked)
    if match is None or not words("auxiliaries").isdisjoint(match["who"].lower().split()):
        return ""
    rest = _JOINED.split(asked[match.end() :], maxsplit=1)[0].lower().split()
    further = words("auxiliaries") | words("past") | listed("dealings")
    return match["verb"] if further.isdisjoint(rest) else ""  # "clubs asked for plans *sent* them" asks of the sending


_JOINED = regex(r"\b(?:and|but|or|that|which|who|whether|if|because|when|after|before)\b|,", re.IGNORECASE)


@cache
def _dealings() -> str:
    return "|".join(sorted(map(re.escape, listed("dealings")), key=lambda w: (-len(w), w)))


_ITS_OWN = (
    r"(?:(?<=asked)|(?<=paid)|(?<=called)|(?<=phoned)|(?<=telephoned))(?= for\b| about\b)"
    r"|(?= (?:the|an?|their|its|his|her|our|us|them|it|him|that|whether|how|why|more than|less than|\d)\b)"
    r"|(?= [\u00a3$\u20ac])"
)
"""What follows a verb that those before it did: with none, they may be whom it was done to ("patients treated")."""


@cache
def _subject() -> re.Pattern[str]:
    """Who opens a question, with the verb right after them and its object ("clubs *asked* for …")."""
    return re.compile(
        rf"(?:of )?(?:the |those |these |all )?(?P<who>(?:[\w'\u2019-]+ ){{1,3}}?)"
        rf"(?:also |ever |never |actually |already )?(?P<verb>{_dealings()})\b(?:{_ITS_OWN})",
        re.IGNORECASE,
    )


@cache
def _active() -> re.Pattern[str]:
    """What ends in a verb of dealing whose object is to follow ("the council asked *about* 40 clubs")."""
    return re.compile(
        rf"(?P<verb>\b(?:{_dealings()}))\s+(?:(?:only|just|some|about|around|nearly|almost|over|more than|at least"
        rf"|up to|a further|another|all|the|these|those|these|its|their|our)\s+)*$",
        re.IGNORECASE,
    )


_GOT_NONE = regex(
    r"\b(?:and|but|who|that|which)\s+(?:then |still |yet )?(?:"
    r"(?:did|do|does|have|had|has|could|were|was|are|is)(?: not|n['\u2019]t)(?: yet| ever)?"
    r" (?:get|got|have|had|given|getting|receive|received)\b"
    r"|never (?:got|had|received|get|have|receive)\b|(?:got|received|had|were given|was given) (?:none|nothing)\b)",
    re.IGNORECASE,
)
_LACKING = regex(
    r"\b(?:not|never|no|none|nothing|nobody|without|neither|refus\w+|reject\w+|turned (?:down|away)|denied|declined"
    r"|unsuccessful\w*|in vain|missed out|went without|still (?:waiting|awaiting)|lost|failed)\b|n['\u2019]t\b",
    re.IGNORECASE,
)


def went_without(asked: str, sentence: str) -> list[str]:
    """That those are asked about who did not get it, where SENTENCE tells of nobody who went without."""
    match = _GOT_NONE.search(asked)
    return [match.group()] if match is not None and _LACKING.search(sentence) is None else []


_DROPPED = regex(
    r"\b(?:was|were|been|being|be|is|are|got|get) (?:\w+ly |then |later |also )?dropped\b"
    r"(?! (?:by|from|to) [\d\u00a3])",
    re.IGNORECASE,
)
_DROP = regex(r"\bdrop(?:s|ped|ping)?\b(?! (?:by|from|to)\b)", re.IGNORECASE)


def given_up(asked: str, own: str) -> list[str]:
    """What is asked to have *been dropped*, that is given up by somebody, where what is counted fell in number.

    OWN are the figure's own words.
    """
    match = _DROPPED.search(asked)
    return [match.group()] if match is not None and _DROP.search(own) is None else []
