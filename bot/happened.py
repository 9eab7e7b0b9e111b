"""Times that are told by an event and no date: before the crews were told, after the leak."""

from __future__ import annotations

import re

from bot.query import Event, Wanted
from corpus.extract.sense import follows, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["goes_before", "happened", "side_of"]

_BACK = regex(r"\s+(?:it|this|that|they|these|he|she|then)\b", re.IGNORECASE)


def happened(event: Event, words: str, sentence: str = "") -> bool:
    """Whether WORDS put their figure on the same side of the same EVENT; a pronoun for it leads back into SENTENCE."""
    for match in re.finditer(r"\b(before|after|since|until|once)\b", words, re.IGNORECASE):
        side = side_of(match.group(1).lower(), words[: match.start()])
        near = {s.id for s in senses(words[match.end() :])}
        if _BACK.match(words, match.end()):
            near |= {s.id for s in senses(sentence)}
        if len(near & event.ids) * 2 >= len(event.ids) and _AFTER.get(side) == _AFTER.get(event.relation):
            return True
    if _dated_by(event, words, sentence):
        return True
    return _AFTER.get(event.relation) is False and _by_then(event, words, sentence)


_NOT_YET = regex(r"(?:\bnot|\bnever|n['\u2019]t)\b[^,;:.()]*$", re.IGNORECASE)


def side_of(relation: str, before: str) -> str:
    """On which side of an event a thing is by RELATION, after what stands BEFORE it: "*not* told *until*" is after."""
    return "after" if relation == "until" and _NOT_YET.search(before) else relation


def goes_before(event: Event, wanted: Wanted) -> bool:
    """Whether EVENT goes before what is asked about in any case: they reoffended *since they were released*."""
    needed = {follows(s.id) for s in wanted.terms} - {""}
    return bool(event.ids) and bool(_AFTER.get(event.relation)) and event.ids <= needed


_WHEN = regex(
    r"\b(?P<at>(?P<side>before|after|since|until)\s+[^.;,]{3,30}),\s+(?:the \w+ (?:in|on) which|when)\s+"
    r"(?P<event>[^.;]+)",
    re.IGNORECASE,
)


def _dated_by(event: Event, words: str, sentence: str) -> bool:
    """Whether the date of WORDS is told to be that of EVENT: "sold after May 2010, *when the board warned*"."""
    match = _WHEN.search(sentence)
    if match is None or match["at"] not in words or not event.ids:
        return False
    near = {s.id for s in senses(match["event"])}
    same_side = _AFTER.get(match["side"].lower()) == _AFTER.get(event.relation)
    return same_side and all(i in near or lexicon().relatives(i) & near for i in event.ids)


_BY_THEN = regex(r"(?:^|[.;]\s)(?P<event>[^.;]*?),?\s+by (?:which|that) time\b", re.IGNORECASE)


def _by_then(event: Event, words: str, sentence: str) -> bool:
    """Whether WORDS tell what had been so by the time of EVENT: "They were not told until May, *by which time* 40"."""
    match = _BY_THEN.search(sentence)
    if match is None or not words or words.split()[-1] not in sentence[match.end() :]:
        return False
    near = {s.id for s in senses(match["event"])}
    return len(near & event.ids) * 2 >= len(event.ids)


_AFTER = {"before": False, "until": False, "after": True, "since": True, "once": True}
