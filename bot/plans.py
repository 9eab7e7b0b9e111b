"""Whether somebody means to do a thing: "Is he going to close it?", answered by a plan that was told or denied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.heard import Heard, Line, akin, ids_of
from corpus.extract.names import surname
from corpus.extract.phrase import noun_phrase
from corpus.extract.sense import Sense, senses
from corpus.lexicon.grammar import words
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["planned", "will_asked"]

_ASKED = regex(
    r"^(?:and |so |but )?(?:is|are|does|do|was|were|did)\s+(?P<who>.{2,80}?)\s+(?:still\s+|now\s+)?"
    r"(?:going|plan(?:ning)?|intend(?:ing)?|mean(?:ing)?|propos(?:e|ing))\s+to\s+(?P<did>.+)$",
    re.IGNORECASE,
)
_NO = regex(
    r"\b(?:no (?:(?:present|current) )?(?:plans?|intention|wish|proposals?|desire)"
    r"|(?:do|does|did)(?: not|n['\u2019]t) (?:intend|plan|propose|want|wish)"
    r"|(?:will|would|shall)(?: not|n['\u2019]t)|won['\u2019]t"
    r"|(?:am|is|are|was|were)(?: not|n['\u2019]t) (?:going|planning|proposing|intending)|rul(?:ed|es|ing) out)\b",
    re.IGNORECASE,
)
_YES = regex(r"\b(?:(?:intends?|plans?|proposes?|means?|(?:am|is|are) going) to|(?:will|shall))\b", re.IGNORECASE)
_WHOSE = regex(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_SPOKEN_FOR = frozenset({"minister", "department", "government", "ministry"})
"""Those whom any minister speaks for."""
_REACH = 60


def planned(question: str, lines: Sequence[Line]) -> list[Heard]:
    """The sentence that denies the plan that QUESTION asks about, else the one that tells it, of the doer's own or of
    the doer; none where it asks of no plan, or where those disagree."""
    plain = question.strip().rstrip("?!. ")
    asked = _ASKED.match(plain) or _will(plain)
    things = [s for s in senses(asked["did"]) if not lexicon().general(s.id)] if asked is not None else []
    if asked is None or not things:
        return []
    if will_asked(question) and len(things) > 1:
        return _told_to_come(asked["who"], things, lines)
    told = []
    for line in lines:
        for sign, name in ((_NO, "No"), (_YES, "Yes")):
            found = next(
                (m for m in sign.finditer(line.text) if _of(things, line.text[m.end() : m.end() + _REACH])), None
            )
            if found is not None and _theirs(asked["who"], line, line.text[: found.start()]):
                told += _so_told(line, name, line.text[: found.start()])
                break
    return sorted(told, key=lambda h: h.name)[:1] if len({h.name for h in told}) == 1 else []


_WILL = regex(r"^(?:and |so |but )?(?:will|won['\u2019]t) (?P<rest>.+)$", re.IGNORECASE)
_DOES = regex(
    r"^(?P<who>(?:(?:the|a|an|any|all|its|his|her|their)\s+)?.{2,60}?)\s+(?:be\s+)?(?P<did>[a-z]{3,}.*)$", re.IGNORECASE
)


def will_asked(question: str) -> bool:
    """Whether it is asked if something *will* be: what the record says is to come may tell, and nothing else."""
    return _WILL.match(question.strip()) is not None


def _will(plain: str) -> re.Match[str] | None:
    """Who will do what: the noun phrase that the question opens with, and the rest of it."""
    match = _WILL.match(plain)
    if match is None:
        return None
    rest = match["rest"]
    phrase = noun_phrase(rest, 0, len(rest))
    end = (phrase.whole or phrase.span).end
    said, after = rest[:end].split(), rest[end:].split()
    if len(said) > 2 and said[0].lower() in _DETERMINERS and after and after[0].lower() in words("prepositions"):
        end = len(" ".join(said[:-1]))  # "the museum look | at storage": the verb is before its preposition
    if end >= len(rest) - 1 and len(said) > 2:  # no closed word parts the doer from the verb
        end = len(" ".join(said[:2] if said[0].lower() in _DETERMINERS else said[:1]))
    return _DOES.fullmatch(rest) if end == 0 else re.match(rf"(?P<who>.{{{end}}})\s+(?:be\s+)?(?P<did>.+)$", rest)


_DETERMINERS = ("the", "a", "an", "any", "all", "its", "his", "her", "their", "this", "that", "these")


def _told_to_come(who: str, things: Sequence[Sense], lines: Sequence[Line]) -> list[Heard]:
    """The one sentence that says that WHO will, or will not, do something to what is asked about; by name where its
    verb is the question's too."""
    told = []
    for line in lines:
        for sign, name in ((_NO, "No"), (_YES, "Yes")):
            for found in sign.finditer(line.text):
                after = line.text[found.end() : found.end() + _REACH]
                if surname(who).lower() in line.text[: found.start()].lower() and _of(things[1:], after):
                    told += _so_told(line, name if _of(things[:1], after) else "", line.text[: found.start()])
                    break
            if told and told[-1].line is line:
                break
    return told if len(told) == 1 else []


def _so_told(line: Line, name: str, before: str) -> list[Heard]:
    """What LINE tells of a plan, which what stands BEFORE it may deny ("*no* crew will go") or only ask after."""
    if name == "Yes" and _WHETHER.search(before):
        return []
    return [Heard(line, 1.0, (), "No" if name == "Yes" and _NONE.search(before) else name)]


_NONE = regex(r"\b(?:no|none|nobody|neither|nor|not one|never)\b[^,;:.]*$", re.IGNORECASE)
_WHETHER = regex(r"\b(?:whether|if|unless|ask\w*|den(?:y|ies|ied))\b[^,;:.]*$", re.IGNORECASE)


def _of(things: Sequence[Sense], after: str) -> bool:
    """Whether the words AFTER a plan name the deed and all that it is done to."""
    ids = ids_of(re.split(r"[,;:.]", after)[0])
    return all(akin(s, ids) for s in things)


def _theirs(who: str, line: Line, before: str) -> bool:
    """Whether it is the plan of WHO: that person or body says "I" or "we", or is named before it."""
    said, words = line.statement, surname(who).lower()
    if words in before.lower():
        return True
    speaker = f"{said.speaker} {said.role}".lower() if said is not None else ""
    minister = words in _SPOKEN_FOR and re.search(r"\b(?:minister|secretary)\b", speaker) is not None
    return _WHOSE.search(before) is not None and (words in speaker or minister)
