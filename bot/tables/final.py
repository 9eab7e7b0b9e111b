"""Whether figures are final: told by the mark that their table sets by them, as provisional or revised, alone."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answer import Answer, Status
from corpus.patterns import regex

__all__ = ["MARKED", "as_marked", "asked_of"]

MARKED = "Marked as {} in the table."
"""How it is told of figures that their table marks them."""
_MARK = regex(r"Marked as (?P<status>[a-z]+) in the table\.")
_STANDINGS = {"final": "final", "finalised": "final", "provisional": "provisional", "preliminary": "provisional"}
_STANDINGS |= {"revised": "revised", "estimated": "estimated", "estimates": "estimated"}
_WORDS = "|".join(_STANDINGS)
_ASKED = regex(
    rf"^\W*(?:and\s+|so\s+)?(?:are|is|were|was)\s+(?P<what>[^?]+?)\s+(?:(?:still|yet|now|only|the)\s+)*(?P<as>{_WORDS})"
    rf"(?P<or>\s+or\s+(?:still\s+)?(?:{_WORDS}|not))?(?:\s+(?:ones|figures|numbers|data))?(?:\s+yet)?\W*$",
    re.IGNORECASE,
)
_FIGURES = r"(?:figures?|numbers?|statistics|data|counts?|totals?)"
_OF = regex(rf"^(?:the|these|those|this|that)\s+|^(?:the\s+)?{_FIGURES}\s+(?:for|of|on)\s+(?:the\s+)?", re.IGNORECASE)
_AFTER = regex(rf"\s+{_FIGURES}\b|\b{_FIGURES}\s+(?:for|of|on)\s+", re.IGNORECASE)


def asked_of(question: str) -> tuple[str, str] | None:
    """How many of what it is asked whether they are final, and the standing asked about; None where it is not asked."""
    match = _ASKED.match(question)
    if match is None:
        return None
    bare = _AFTER.sub(" ", _OF.sub("", _OF.sub("", match["what"]))).strip()
    if not re.search(r"[A-Za-z]{3}", bare):
        return None
    return f"How many {bare} were there?", "" if match["or"] else _STANDINGS[match["as"].lower()]


def as_marked(answer: Answer, question: str, standing: str) -> Answer | None:
    """ANSWER, which gives the figures that QUESTION asks the standing of, as one to that; None where nothing is marked.

    STANDING is the one asked about, "" where it is asked which. What is not marked is not for that said to be final.
    """
    marks = [m["status"] for told in answer.caveats if (m := _MARK.fullmatch(told)) is not None]
    if len(marks) != 1 or answer.status not in (Status.ANSWERED, Status.COMPUTED):
        return None
    (mark,) = marks
    settled = "Yes. " if mark == standing else "No. " if {mark, standing} == {"final", "provisional"} else ""
    text = f"{settled}{MARKED.format(mark)} {answer.text}"
    return replace(answer, question=question, text=text, headline=f"{settled}{mark.capitalize()}", what=answer.what)
