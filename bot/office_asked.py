"""An office that whoever is asked for must hold: "which *mayor* said so" is no secretary who did."""

from __future__ import annotations

import re

from bot.heard import Heard
from corpus.patterns import regex

__all__ = ["of_that_office"]

_ASKED = regex(
    r"^\W*(?:and |so |but )?which (?P<office>trustee|director|councillor|peer|judge|mayor|governor|bishop|chairman"
    r"|chief constable|chief executive)s?\b",
    re.IGNORECASE,
)


def of_that_office(asked: str, heard: Heard) -> bool:
    """Whether a line that answers names the office that is ASKED for, where one is."""
    match = _ASKED.match(asked)
    told = f"{heard.line.text} {heard.line.speaker} {heard.name}"
    return match is None or re.search(rf"\b{re.escape(match['office'])}", told, re.IGNORECASE) is not None
