"""Names that a question is typed with in small letters: "did dan roe resign" asks of Dan Roe, whom the record names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.heard import Line
from corpus.extract.names import names, surname
from corpus.patterns import regex

__all__ = ["cased"]

_SUBJECT = regex(
    r"^(?P<aux>(?:and |so |but )?(?:is|are|was|were|did|does|do|has|have|had)(?:n['\u2019]t)? )"
    r"(?P<title>(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|professor)\.? )?(?P<rest>\w.*)$"
)
_TITLE = regex(r"^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Professor)\.? ")


def cased(question: str, lines: Sequence[Line]) -> str:
    """QUESTION with the full name of whoever the record names, where it opens with theirs in small or in short."""
    asked = _SUBJECT.match(question)
    if asked is None:
        return question
    told = {n.words for x in lines for n in names(x.text)} | {x.statement.speaker for x in lines if x.statement}
    full = {_TITLE.sub("", name) for name in told if name[:1].isupper()}
    known = {w: w for name in full for w in (name, surname(name)) if w[:1].isupper()}
    for name in known:
        bearers = [w for w in full if " " in w and surname(w) == name]
        known[name] = bearers[0] if len(bearers) == 1 and not asked["title"] else name
    for name in sorted(known, key=lambda n: (-len(n), n)):
        if re.match(rf"{re.escape(name.lower())}\b", asked["rest"].lower()):
            title = (asked["title"] or "").title()
            return f"{asked['aux']}{title}{known[name]}{asked['rest'][len(name) :]}"
    return question
