"""Whether somebody means to do a thing: "Is he going to close it?", answered by a plan that was told or denied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.heard import Heard, Line, bears, ids_of
from corpus.extract.names import surname
from corpus.extract.sense import Sense, senses
from corpus.lexicon.terms import lexicon

__all__ = ["planned"]

_ASKED = re.compile(
    r"^(?:and |so |but )?(?:is|are|does|do|was|were|did)\s+(?P<who>.{2,80}?)\s+(?:still\s+|now\s+)?"
    r"(?:going|plan(?:ning)?|intend(?:ing)?|mean(?:ing)?|propos(?:e|ing))\s+to\s+(?P<did>.+)$",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\b(?:no (?:(?:present|current) )?(?:plans?|intention|wish|proposals?|desire)"
    r"|(?:do|does|did)(?: not|n['\u2019]t) (?:intend|plan|propose|want|wish)"
    r"|(?:will|would|shall)(?: not|n['\u2019]t)|won['\u2019]t"
    r"|(?:am|is|are|was|were)(?: not|n['\u2019]t) (?:going|planning|proposing|intending)|rul(?:ed|es|ing) out)\b",
    re.IGNORECASE,
)
_YES = re.compile(r"\b(?:(?:intends?|plans?|proposes?|means?|(?:am|is|are) going) to|(?:will|shall))\b", re.IGNORECASE)
_WHOSE = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_SPOKEN_FOR = frozenset({"minister", "department", "government", "ministry"})
"""Those whom any minister speaks for."""
_REACH = 60


def planned(question: str, lines: Sequence[Line]) -> list[Heard]:
    """The sentence that denies the plan that QUESTION asks about, else the one that tells it, of the doer's own or of
    the doer; none where it asks of no plan, or where those disagree."""
    asked = _ASKED.match(question.strip().rstrip("?!. "))
    things = [s for s in senses(asked["did"]) if not lexicon().general(s.id)] if asked is not None else []
    if asked is None or not things:
        return []
    told = []
    for line in lines:
        for sign, name in ((_NO, "No"), (_YES, "Yes")):
            found = next(
                (m for m in sign.finditer(line.text) if _of(things, line.text[m.end() : m.end() + _REACH])), None
            )
            if found is not None and _theirs(asked["who"], line, line.text[: found.start()]):
                told.append(Heard(line, 1.0, (), name))
                break
    return sorted(told, key=lambda h: h.name)[:1] if len({h.name for h in told}) == 1 else []


def _of(things: Sequence[Sense], after: str) -> bool:
    """Whether the words AFTER a plan name the deed and all that it is done to."""
    ids = ids_of(re.split(r"[,;:.]", after)[0])
    return all(bears(s, ids) or bool(lexicon().relatives(s.id) & ids) for s in things)


def _theirs(who: str, line: Line, before: str) -> bool:
    """Whether it is the plan of WHO: that person or body says "I" or "we", or is named before it."""
    said, words = line.statement, surname(who).lower()
    if words in before.lower():
        return True
    speaker = f"{said.speaker} {said.role}".lower() if said is not None else ""
    minister = words in _SPOKEN_FOR and re.search(r"\b(?:minister|secretary)\b", speaker) is not None
    return _WHOSE.search(before) is not None and (words in speaker or minister)
