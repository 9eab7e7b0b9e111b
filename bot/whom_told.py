"""Who told whom, and who did not: whoever failed to tell the police is not told to have failed to tell the minister.

"Ann Ford told the police that the minister was away" names the minister, and nobody who told him anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.deeds import subject_of
from bot.forms import Ask
from bot.heard import Heard, Line, ids_of
from bot.query import Query
from corpus.extract.phrase import noun_phrase
from corpus.patterns import regex

__all__ = ["TELLING", "told_others", "told_places", "who_told"]

TELLING = regex(
    r"\b(?:tell(?:s|ing)?|told|inform(?:s|ed|ing)?|warn(?:s|ed|ing)?|notif(?:y|ies|ied|ying)|alert(?:s|ed|ing)?"
    r"|brief(?:s|ed|ing)|consult(?:s|ed|ing)?)\b(?! (?:apart|off)\b)",
    re.IGNORECASE,
)
_ASKED = regex(
    r"^\W*(?:and |so |but )?(?:who|which [a-z][\w' -]{1,30}?) (?:first |had |has |have |also )*"
    r"(?P<not>(?:(?:fail(?:ed|s)|neglect(?:ed|s)|omit(?:ted|s)|forgot|refused) to"
    r"|(?:(?:did|does|do|has|have|had)(?: not|n['\u2019]t)|never|had never)(?: \w+ly)?) )?"
    r"(?:tell|told|inform(?:ed)?|warn(?:ed)?|notif(?:y|ied)|alert(?:ed)?|brief(?:ed)?|consult(?:ed)?) "
    r"(?P<whom>[^,;?]+?)(?= (?:of|about|that|when|until|before|by|on|in|how|why|whether|what|over|to|after|at|not)\b"
    r"|\W*$)(?P<what>.*)$",
    re.IGNORECASE,
)
_WHEN = regex(
    r"^\W*(?:and |so |but )?when (?:was|were|had|has|have) (?P<whom>[^,;?]+?) (?:first |finally |been )*"
    r"(?:told|informed|warned|notified|alerted|briefed|consulted)\b",
    re.IGNORECASE,
)
_HEARER = regex(
    r"\s+(?P<whom>[^,;.:]*?)(?=\s+(?:of|about|that|when|until|before|by|on|in|how|why|whether|what|over|to|after|at|not"
    r"|and (?:did|had|was|has|told|said))\b|[,;.:]|$)"
)
_CUT = regex(r"[;:]|,\s+|\b(?:but|though|although|while|whereas)\b|\band (?=did|had|was|has|never|told|warned|failed)")
_PASSIVE = regex(
    r"\b(?:was|were|is|are|been|being|be)\b(?: not| never| only| first| finally| \w+ly){0,3}\s*$", re.IGNORECASE
)
_DENIED = regex(
    r"\b(?:not|never|fail\w* to|neglect\w* to|omit\w* to|forgot to|refus\w* to|without|nobody|no one|none|neither"
    r"|nor)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
_NEITHER = regex(r"\bneither (?P<one>.{2,40}?) nor (?P<other>.{2,40}?)\s*$", re.IGNORECASE)
_BY = regex(r"[^,;.:]{0,60}?\bby\s+(?:the |an? |any (?:of the )?|his |her |their |its )?", re.IGNORECASE)
_TO_DO = regex(r"\s*(?:not )?to\b", re.IGNORECASE)
"""What somebody was told *to do*, which is asked of whoever bade it."""
_THEM = regex(r"(?:him|her|them|it|us|me)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Told:
    """One telling of a sentence: where its verb stands, the clause before it, who hears it, and whether it was done."""

    verb: re.Match[str]
    start: int
    hearer: str
    denied: bool
    passive: bool


def _tellings(text: str) -> Iterator[_Told]:
    for verb in TELLING.finditer(text):
        start = max((m.end() for m in _CUT.finditer(text, 0, verb.start())), default=0)
        before = text[start : verb.start()]
        passive = _PASSIVE.search(before) is not None
        after = _HEARER.match(text, verb.end())
        hearer = before if passive else after["whom"] if after is not None else ""
        yield _Told(verb, start, hearer, _DENIED.search(before) is not None, passive)


def _reaches(one: _Told, whom: frozenset[str], line: Line) -> bool:
    """Whether those asked about are who hears it; "them" is whoever was named before."""
    if not whom <= ids_of(one.hearer):
        return _THEM.match(one.hearer) is not None and whom <= ids_of(f"{line.before} {line.text[: one.verb.start()]}")
    return True


def told_others(query: Query, line: Line) -> bool:
    """Whether LINE tells only of telling others, or of telling where it is asked who did not, and the reverse."""
    asked = _ASKED.match(query.resolved or query.text) if query.ask is Ask.WHO else None
    whom = ids_of(asked["whom"]) if asked is not None else frozenset()
    if asked is None or not whom or _TO_DO.match(asked["what"]):
        return False
    told = list(_tellings(line.text))
    denied = asked["not"] is not None
    if not told:
        return _IN_OTHER_WORDS.search(line.text) is None
    return not any(_reaches(t, whom, line) and t.denied == denied for t in told)


_IN_OTHER_WORDS = regex(
    r"\b(?:wrote|writ(?:e|ten)|letters?|memo\w*|emails?|emailed|report\w*|raised|flagged|spoke|rang|phoned|call\w*"
    r"|disclos\w+|reveal\w*|let \w+ know|passed|pass on|kept|keep|hid|hidden|conceal\w*|withh[eo]ld|news|word|attention"
    r"|notice|aware|learn\w*|heard|knew|known|said to|wrote to|advis\w+|suggest\w*|assur\w+|sent|sources?)\b",
    re.IGNORECASE,
)
"""Words that may tell of a telling without a verb for it."""


def who_told(query: Query, lines: Sequence[Line]) -> list[Heard]:
    """The first line that names who told, or did not tell, those whom QUERY asks about; none where none does so."""
    asked = _ASKED.match(query.resolved or query.text) if query.ask is Ask.WHO else None
    whom = ids_of(asked["whom"]) if asked is not None else frozenset()
    if asked is None or not whom or _TO_DO.match(asked["what"]):
        return []
    what = {s.id for s in query.wanted.telling} - whom - ids_of(asked["whom"])
    what &= ids_of(asked["what"])
    for line in lines:
        if not what <= ids_of(f"{line.before} {line.text} {line.setting}"):
            continue
        for one in _tellings(line.text):
            if one.denied == (asked["not"] is not None) and _reaches(one, whom, line) and (who := _teller(line, one)):
                return [Heard(line, 1.0, (), who)]
    return []


def _teller(line: Line, one: _Told) -> str:
    """Who tells, or leaves it untold: the subject, or whoever stands after "by" where they who hear it are that."""
    text = line.text
    if one.passive:
        by = _BY.match(text, one.verb.end())
        if by is None:
            return ""
        phrase = noun_phrase(text, by.end(), len(text)).span.of(text)
        return phrase[:1].upper() + phrase[1:]
    neither = _NEITHER.search(text[one.start : one.verb.start()])
    if neither is not None:
        return f"{neither['one'][:1].upper()}{neither['one'][1:]} and {neither['other']}"
    who = subject_of(text, one.verb.start())
    return "" if _PRONOUN.fullmatch(who) else who[:1].upper() + who[1:]


_PRONOUN = regex(r"(?:he|she|they|it|i|we)?", re.IGNORECASE)


def told_places(query: Query, line: Line) -> tuple[int, int] | None:
    """Where in LINE the clause stands in which those are told of whom QUERY asks when they were; None for nowhere."""
    asked = _WHEN.match(query.resolved or query.text)
    whom = ids_of(asked["whom"]) if asked is not None else frozenset()
    told = [t for t in _tellings(line.text) if whom and _reaches(t, whom, line)]
    if len(told) != 1:
        return None
    end = next((m.start() for m in _CUT.finditer(line.text, told[0].verb.end())), len(line.text))
    return told[0].start, end
