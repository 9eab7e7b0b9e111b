"""A part that a question claims in words, held against what the record comes to: "Were more than half found?"."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from bot.answer import Answer, Status
from bot.compose import Composer
from bot.query import Query
from bot.question import read
from bot.scales import Scales
from bot.workings import share_of
from corpus.patterns import regex

__all__ = ["share_claimed"]

_PARTS = {
    "half": Decimal(50),
    "a third": Decimal(100) / 3,
    "one third": Decimal(100) / 3,
    "two thirds": Decimal(200) / 3,
    "a quarter": Decimal(25),
    "one quarter": Decimal(25),
    "three quarters": Decimal(75),
    "a fifth": Decimal(20),
    "a tenth": Decimal(10),
}
_ONE_IN = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_PARTS |= {f"one in {word}": Decimal(100) / n for n, word in enumerate(_ONE_IN, 2)}
_SIDES: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "more than": operator.gt,
    "over": operator.gt,
    "at least": operator.ge,
    "less than": operator.lt,
    "fewer than": operator.lt,
    "under": operator.lt,
}
_CLAIM = regex(
    r"^(?:is it (?:true|right|correct|the case) that\s+)?(?P<aux>(?:were|was|are|is|had|have|has|did|do|does)\s+)?"
    rf"(?:(?P<side>{'|'.join(_SIDES)})\s+)?(?P<part>{'|'.join(_PARTS)}|most|the majority|a majority)"
    r"(?:\s+of\s+(?:them|those|(?P<whole>(?:the|all|those|these)\s+[\w' -]+?)))?\s+"
    r"(?P<said>(?:(?:were|was|are|is|had|have|has|did)\s+)?(?:been\s+)?[\w-]+(?:ed|en|ing|nt|ne|de|ld|st|ght)?\b.*?)\W*$",
    re.IGNORECASE,
)


def share_claimed(query: Query, scales: Scales, composer: Composer) -> Answer | None:
    """Whether the share that QUERY claims is so, by the share that the record comes to; None where it comes to none."""
    match = _CLAIM.match(query.resolved or query.text)
    if match is None:
        return None
    said = match["said"] if match["aux"] is None else f"{match['aux']}{match['said']}"
    whole = f" of {match['whole']}" if match["whole"] else ""
    asked = read(f"What proportion{whole} {said}?", query.as_of)
    answer = share_of(asked, scales, composer, ())
    if answer.status is Status.ANSWERED and (lead := _in_words(match, answer)):
        return replace(answer, text=f"{lead}{answer.text}")
    if answer.status is not Status.COMPUTED or answer.figures[0].unit != "%":
        return None
    return replace(answer, text=f"{_lead(match, _exactly(answer))}{answer.text}")


_MOST = regex(r"\b(?:majority|most|nearly all|almost all|the bulk|virtually all)\b", re.IGNORECASE)


def _in_words(match: re.Match[str], answer: Answer) -> str:
    """Whether most of them are so, where the record tells a share in words alone ("the vast majority"); "" if not."""
    told = not answer.figures and _MOST.search(answer.headline)
    of_most = match["part"].lower() not in _PARTS or (
        match["part"].lower() == "half" and (match["side"] or "").lower() in ("more than", "over")
    )
    return "Yes: " if told and of_most else ""


def _exactly(answer: Answer) -> Decimal:
    """The share that ANSWER works out, before it was rounded to be said: 50.04% is more than half."""
    operands = answer.derivation.operands if answer.derivation is not None else ()
    if len(operands) == 2 and operands[1].value:
        return 100 * operands[0].value / operands[1].value
    return Decimal(answer.figures[0].value.rstrip("%"))


def _lead(match: re.Match[str], share: Decimal) -> str:
    part = match["part"].lower()
    side = (match["side"] or "").lower()
    if part not in _PARTS:
        return "Yes: " if share > _PARTS["half"] else "No: "
    if side not in _SIDES:
        return "By the record it is "
    return "Yes: " if _SIDES[side](share, _PARTS[part]) else "No: "
