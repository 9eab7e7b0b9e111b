"""What a question asks for, told by its form; the forms stand in ``forms.yaml``, tried in order."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypedDict

from corpus.lexicon.loading import loaded
from corpus.patterns import regex

__all__ = ["Ask", "Form", "form_of"]


class Ask(enum.StrEnum):
    """What is asked for."""

    FIGURE = "figure"
    SHARE = "share"
    CHANGE = "change"
    DIFFERENCE = "difference"
    COMPARISON = "comparison"
    RATIO = "ratio"
    AVERAGE = "average"
    SUM_CHECK = "sum_check"
    BREAKDOWN = "breakdown"
    MOST = "most"
    PERIOD = "period"
    SAID = "said"
    WHO = "who"
    WHEN = "when"
    WHY = "why"
    WHERE = "where"
    YES_NO = "yes_no"
    WHAT = "what"
    UNKNOWN = "unknown"
    """What the record itself says is not known, not held or will not be said."""
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Form:
    """A question's form: ``rest`` what is counted or spoken of, ``other`` the second thing or the whole."""

    ask: Ask
    rest: str = ""
    other: str = ""
    who: str = ""
    about: str = ""
    why: str = ""
    direction: str = ""


class _Entry(TypedDict, total=False):
    ask: str
    why: str
    any: list[str]


def form_of(text: str) -> Form:
    """The first form that TEXT matches; a question of no form is read as asking what the record holds of it."""
    for ask, why, pattern in _forms():
        match = pattern.search(text.rstrip(" ?.!"))
        if match:
            return _form(ask, why, match)
    return Form(Ask.WHAT, text)


def _form(ask: Ask, why: str, match: re.Match[str]) -> Form:
    part = {k: (v or "").strip() for k, v in match.groupdict().items()}
    found = match.group()
    other = part.get("b") or part.get("c") or ""
    return Form(
        ask=ask,
        rest=part.get("a") or part.get("rest") or ("" if ask in (Ask.SAID, Ask.UNKNOWN) else _tail(found)),
        other=other,
        who=part.get("who", ""),
        about=part.get("about", ""),
        why=why,
        direction="percentage" if part.get("dir", "").lower().startswith("per") else part.get("dir", ""),
    )


def _tail(found: str) -> str:
    """What is left of a question once its asking words are gone."""
    return _ASKING.sub("", found, count=1)


_ASKING = regex(
    r"^(?:.*?\bhow (?:many|much)\b"
    r"|(?:over|during|in|for|across|between|from|what|which)\b(?: (?:what|which))?(?: (?:period|time|dates|years))?"
    r"|on average,?|what (?:is|was) the (?:average|mean)(?: number)?(?: of)?)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[Ask, str, re.Pattern[str]], ...]:
    entries: list[_Entry] = loaded("bot", "forms.yaml")
    return tuple(
        (Ask(entry["ask"]), entry.get("why", ""), re.compile(pattern, re.IGNORECASE))
        for entry in entries
        for pattern in entry["any"]
    )
