"""What a question asks for, told by its form; the forms stand in ``forms.yaml``, tried in order."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypedDict

from corpus.lexicon.loading import loaded
from corpus.patterns import regex

__all__ = ["IN_NUMBERS", "Ask", "Form", "form_of"]


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


IN_NUMBERS = frozenset(
    {
        Ask.FIGURE,
        Ask.SHARE,
        Ask.CHANGE,
        Ask.DIFFERENCE,
        Ask.COMPARISON,
        Ask.RATIO,
        Ask.AVERAGE,
        Ask.SUM_CHECK,
        Ask.BREAKDOWN,
        Ask.MOST,
    }
)
"""What is answered by figures alone."""


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
    lead: str = ""
    """What the question opens with, before what it asks: "*In 2020* how many more …"."""


class _Entry(TypedDict, total=False):
    ask: str
    why: str
    any: list[str]


def form_of(text: str) -> Form:
    """The first form that TEXT matches; a question of no form is read as asking what the record holds of it."""
    whole = text.rstrip(" ?.!")
    opening = _LEAD.match(whole)
    lead, inner = (opening["lead"].strip(), whole[opening.end() :]) if opening is not None else ("", "")
    for ask, why, pattern in _forms():
        match = pattern.search(whole)
        if match is None and inner and ask in _OF_TWO:
            match = pattern.search(inner)
        if match:
            return _form(ask, why, match, lead if match.string is inner or match.start() >= len(lead) else "")
    return Form(Ask.WHAT, text)


_LEAD = regex(
    r"(?P<lead>(?:in|during|at|on|by|as at|as of|over|across|throughout|within|between|for|among|from|since|of)\b"
    r"(?! (?:what|which|how)\b)[^?,]{2,60}?)"
    r",?\s+(?=(?:by )?how (?:many|much|far|did|has|have)\b|(?:did|were|was|are|is|has|have|had|which|what)\b)",
    re.IGNORECASE,
)
_OF_TWO = frozenset({Ask.DIFFERENCE, Ask.COMPARISON, Ask.RATIO})


def _form(ask: Ask, why: str, match: re.Match[str], lead: str) -> Form:
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
        lead=lead if (other and ask in _OF_TWO | {Ask.SHARE}) or ask in (Ask.CHANGE, Ask.AVERAGE) else "",
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
