"""Whether somebody means to do a thing: "Is he going to close it?", answered by a plan that was told or denied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.deeds import Deed
from bot.heard import Heard, Line, bears, ids_of
from corpus.extract.names import surname
from corpus.extract.sense import Sense
from corpus.lexicon.terms import lexicon

__all__ = ["asks_of_plans", "planned"]

_ASKED = re.compile(
    r"\b(?:going|plan(?:s|ning)?|intend(?:s|ing)?|mean(?:s|ing)?|proposing|proposes?|minded)\s+to\b", re.IGNORECASE
)
_NO = re.compile(
    r"\b(?:no (?:(?:present|current) )?(?:plans?|intention|wish|proposals?|desire)"
    r"|(?:do|does|did)(?: not|n['\u2019]t) (?:intend|plan|propose|want|wish)"
    r"|(?:will|would|shall)(?: not|n['\u2019]t)|won['\u2019]t"
    r"|(?:am|is|are|was|were)(?: not|n['\u2019]t) (?:going|planning|proposing|intending)|rul(?:ed|es|ing) out)\b",
    re.IGNORECASE,
)
_YES = re.compile(r"\b(?:(?:intends?|plans?|proposes?|means?|(?:am|is|are) going) to|(?:will|shall))\b", re.IGNORECASE)
_WHOSE = re.compile(r"\b(?:I|we|my|our)\b")
_REACH = 60


def asks_of_plans(text: str) -> bool:
    """Whether a question asks what somebody means to do."""
    return _ASKED.search(text) is not None


def planned(deed: Deed, lines: Sequence[Line]) -> list[Heard]:
    """The sentence that denies the plan to do DEED, else the one that tells it, of the doer's own or about the doer."""
    if deed.verb is None:
        return []
    told = []
    for line in lines:
        for sign, name in ((_NO, "No"), (_YES, "Yes")):
            found = next(
                (m for m in sign.finditer(line.text) if _of(deed, line.text[m.end() : m.end() + _REACH])), None
            )
            if found is not None and _theirs(deed, line, line.text[: found.start()]):
                told.append(Heard(line, 1.0, (), name))
                break
    return sorted(told, key=lambda h: h.name)[:1] if len({h.name for h in told}) == 1 else []


def _of(deed: Deed, after: str) -> bool:
    """Whether the words after a plan name the deed and all that it is done to."""
    ids = ids_of(re.split(r"[,;:.]", after)[0])
    return all(bears(s, ids) or lexicon().relatives(s.id) & ids for s in _wanted(deed))


def _wanted(deed: Deed) -> tuple[Sense, ...]:
    assert deed.verb is not None
    return (deed.verb, *deed.things)


def _theirs(deed: Deed, line: Line, before: str) -> bool:
    """Whether it is the doer's plan: the doer says "I" or "we", or is named before it."""
    said = line.statement
    words = surname(deed.doer.words).lower()
    if words and words in before.lower():
        return True
    speaker = f"{said.speaker} {said.role}".lower() if said is not None else ""
    own = _WHOSE.search(before) is not None or not before.strip()
    return own and bool(speaker) and (words in speaker or (words == "minister" and "secretary" in speaker))
