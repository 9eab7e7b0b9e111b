"""Offences as they are counted: those convicted of them, their victims, and one of several that are counted together.

"Nine burglars" says nothing of how many people were burgled, nor "12 convicted of theft or fraud" how many are thieves.
"""

from __future__ import annotations

import re
from itertools import pairwise

from bot.query import Wanted
from corpus.extract.sense import Sense, senses
from corpus.lexicon.terms import Term, lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["only_offenders", "other_than_these"]

_DONE_TO = regex(r"\b(?:was|were|been|being|get|got|gets|getting)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_COMMITTED = regex(
    r"\b(?:(?:was|were|been|being|are|is) (?:committed|carried out|perpetrated|recorded|reported)|took place|happened"
    r"|occurred|(?:have|has|had) (?:taken place|happened|occurred))\b",
    re.IGNORECASE,
)
_DOER = regex(r"(?:(?:er|or|ar|ist|phile|man)s?|thief|thieves|men)$", re.IGNORECASE)
"""The ending of a word for those who commit an offence, and not for the offence itself."""
_JOINED = regex(r",|\bor\b|\band\b", re.IGNORECASE)


def other_than_these(wanted: Wanted, figure: Figure) -> list[str]:
    """What WANTED asks of offences that FIGURE does not count: victims, deeds, or one of several offences alone."""
    asked = [s for s in wanted.terms if s.kind == "offence"]
    if not asked:
        return []
    own = [t for t in lexicon().terms(_own(figure)) if t.kind == "offence"]
    missing = [f"{s.words} alone" for s in asked if _only_one_of(s, asked, own, figure) or _half(s, wanted, figure)]
    if not _counts_doers(figure, own):
        return missing
    if any(_DONE_TO.search(wanted.words[: at.start()]) for s in asked for at in _places(s, wanted.words)):
        missing.append("those whom it was done to, where only those who did it are counted")
    deeds = [s for s in asked if not _DOER.search(s.words)]
    if deeds and _COMMITTED.search(wanted.words):
        missing.append("the offences, where only those who did them are counted")
    return missing


_VERB = regex(r"(?:ed|ing|stole|stolen)$", re.IGNORECASE)
_ACTS = regex(r"\b(?:did|does|do|to|will|would)\s+(?:[\w'\u2019-]+\s+){0,5}$", re.IGNORECASE)
_NAMES_IT = regex(
    r"\b(?:an?|the|of|for|with|any|no|his|her|their|more|other|another|further)\s+(?:\w+ly\s+)?$", re.IGNORECASE
)


def only_offenders(asked: Sense, question: str, text: str) -> bool:
    """Whether QUESTION has ASKED, an offence, for what somebody did, and TEXT only for those who are held for it.

    That "nine burglars" were let go says nothing of whether any of them burgled a house since.
    """
    if asked.kind != "offence" or not _did(asked.words, question):
        return False
    lex = lexicon()
    told = [s for s in senses(text) if s.kind == "offence" and lex.covers(asked.id, s.id)]
    return bool(told) and not any(_VERB.search(s.words) and not _NAMES_IT.search(text[: s.start]) for s in told)


def _did(offence: str, question: str) -> bool:
    """Whether QUESTION names an OFFENCE by its verb, in the voice of those who commit it."""
    for at in re.finditer(rf"\b{re.escape(offence)}\b", question, re.IGNORECASE):
        before = question[: at.start()]
        if _NAMES_IT.search(before) or _DONE_TO.search(before):
            continue
        if _VERB.search(offence) or (_ACTS.search(before) and not _DOER.search(offence)):
            return True
    return False


def _own(figure: Figure) -> str:
    return f"{figure.counted}. {figure.measure}. {'. '.join(value for _, value in figure.breakdown)}"


def _places(term: Sense, text: str) -> list[re.Match[str]]:
    """Where a verb that names an offence stands in TEXT ("were *robbed*")."""
    verb = re.search(r"ed$", term.words, re.IGNORECASE) is not None
    return list(re.finditer(rf"\b{re.escape(term.words)}\b", text, re.IGNORECASE)) if verb else []


def _counts_doers(figure: Figure, own: list[Term]) -> bool:
    """Whether those who did it are counted: by a word for them, or as convicted of it."""
    lex = lexicon()
    if any(_DOER.search(t.words) for t in own):
        return True
    people = any(t.kind in ("person", "role") for t in lex.terms(figure.counted))
    return "conviction" in lex.ids(figure.measure) or (people and bool(own) and bool(figure.breakdown))


def _only_one_of(one: Sense, asked: list[Sense], own: list[Term], figure: Figure) -> bool:
    """Whether FIGURE counts several offences together, of which the question names ONE and leaves out others."""
    lex = lexicon()
    if len({t.id for t in own}) < 2 or not any(lex.covers(one.id, t.id) for t in own):
        return False
    if all(any(lex.covers(s.id, t.id) or _killed(s, t) for s in asked) for t in own):
        return False
    return any(_lists(text) for text in (figure.measure, figure.counted, *(value for _, value in figure.breakdown)))


_KILLER = regex(r"kill(?:ers?|ings?|ed)$", re.IGNORECASE)


def _killed(one: Sense, other: Term) -> bool:
    """Whether ONE names all who killed somebody, whatever OTHER offence of that kind they were convicted of."""
    return _KILLER.match(one.words) is not None and lexicon().covers("homicide", other.id)


_HALF = regex(r"(?P<other>[\w-]+)\s+(?:or|and)\s+$", re.IGNORECASE)


def _half(one: Sense, wanted: Wanted, figure: Figure) -> bool:
    """Whether FIGURE joins to that ONE offence another, told by a bare adjective ("*armed or* sexual offences")."""
    for text in (figure.measure, figure.counted, *(value for _, value in figure.breakdown)):
        for term in lexicon().terms(text):
            other = _HALF.search(text[: term.start]) if term.id == one.id else None
            if other is None or other["other"].lower() in wanted.words.lower():
                continue
            named = lexicon().terms(other["other"])
            if not named or not all(any(t.id == s.id or _killed(s, t) for s in wanted.terms) for t in named):
                return True
    return False


def _lists(text: str) -> bool:
    """Whether TEXT names two offences and joins them."""
    found = [t for t in lexicon().terms(text) if t.kind == "offence"]
    return any(_JOINED.search(text[a.end : b.start]) for a, b in pairwise(found))
