"""Who did *not* do a thing: told by "the lamps were not checked by the porters", "the porters failed to check"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.deeds import subject_of
from bot.forms import Ask
from bot.heard import Heard, Line, bears, ids_of
from bot.query import Query
from corpus.extract.acts import passive
from corpus.extract.phrase import noun_phrase
from corpus.extract.sense import DENIED, Sense, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["who_did_not"]

_ASKED = regex(
    r"^(?:and |so )?(?:who|which (?P<kind>[a-z][\w' -]{1,30}?)) (?:(?:fail(?:ed|s)|neglect(?:ed|s)|omit(?:ted|s)"
    r"|forgot) to|(?:(?:did|does|do|has|have|had)(?: not|n['\u2019]t)|never)(?: \w+ly)?)"
    r" (?P<deed>(?!be\b|been\b|being\b|get\b|got\b).+?)(?:,? (?:before|after|when|until|while|as) .+)?\W*$",
    re.IGNORECASE,
)
_BY = regex(r"[^,;.:]{0,30}?\bby\s+")
_THEM = regex(r"\b(?:they|them|these|those|he|him|she|her|it)\b", re.IGNORECASE)


def who_did_not(query: Query, lines: Sequence[Line]) -> list[Heard] | None:
    """The sentence that says by whom that was not done which QUERY asks about; None where it asks no such thing.

    Whoever is blamed for what came of it, or sorry for it, is not told to have left it undone.
    """
    asked = _ASKED.match((query.resolved or query.text).strip())
    if query.ask is not Ask.WHO or asked is None:
        return None
    telling = [s for s in senses(asked["deed"]) if not lexicon().general(s.id)]
    if not telling:
        return None
    kind = ids_of(asked["kind"] or "")
    told = [(x, who) for x in lines if (who := _told(x, telling[0], telling[1:], kind))]
    return [Heard(line, 1.0, (), who) for line, who in told[:1]]


def _told(line: Line, deed: Sense, things: Sequence[Sense], kind: frozenset[str]) -> str:
    """Who, of that KIND, is said in LINE not to have done the DEED to those THINGS; "" where nobody is."""
    wanted = {deed.id, *lexicon().relatives(deed.id)}
    own, near = ids_of(line.text), ids_of(f"{line.before} {line.setting}")
    taken_up = _THEM.search(line.text) is not None
    for thing in things:
        akin = lexicon().relatives(thing.id) | {thing.id}
        if not (bears(thing, own) or akin & own or (taken_up and (bears(thing, near) or akin & near))):
            return ""
    for sense in senses(line.text):
        if sense.id in wanted and sense.mark == DENIED:
            who = _by_whom(line, sense)
            if who and (not kind or kind & _all_of(who)):
                return who[:1].upper() + who[1:]
    return ""


def _all_of(who: str) -> frozenset[str]:
    """What somebody is called, and what that is a sort of: "night porters" are porters, and "harbour staff" staff."""
    lex = lexicon()
    ids = lex.ids(who) | lex.ids(who.split()[-1])
    return ids.union(*map(lex.broader, ids), *map(lex.relatives, ids))


def _by_whom(line: Line, deed: Sense) -> str:
    """Who did not do the DEED that LINE denies: whoever stands after "by", or the subject."""
    before = line.text[: deed.start]
    if not passive(before):
        who = subject_of(line.text, deed.start)
        return who if who and not _THEM.fullmatch(who) else ""
    by = _BY.match(line.text, deed.end)
    if by is None:
        return ""
    start = by.end()
    the = re.match(r"(?:the|an?|any|any of the)\s+", line.text[start:], re.IGNORECASE)
    phrase = noun_phrase(line.text, start + (the.end() if the else 0), len(line.text))
    return phrase.span.of(line.text)
