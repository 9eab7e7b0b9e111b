"""A number that is claimed in words of the asker's own ("was it 500 who got out?"), asked for as a number instead.

Whether a claim is so is told by the record's own number for the same thing, wherever "how many got out?" would find it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from bot.answer import Answer, Status
from corpus.extract.numbers import quantities
from corpus.extract.quantity import Quantity
from corpus.patterns import regex
from corpus.records import Qualifier

__all__ = ["asked_for", "set_against_claim"]

_TRUE = r"(?:is it (?:really |actually )?(?:true|right|correct|the case|a fact)(?: to say)? that)"
_IT_WAS = regex(
    r"^(?:and |so |but )?(?:(?:was|were|is|are) (?:it|there)(?: really| actually)?|were there) #"
    r"(?P<of>(?: of (?:them|those|these))?(?: [\w'\u2019-]+){0,3}?) (?:who|that|which) (?P<rest>[^?]+?)\W*$",
    re.IGNORECASE,
)
_THAT_MANY = regex(
    rf"^(?:and |so |but )?{_TRUE} #(?P<of> of (?:them|those|these))? (?P<rest>[^?]+?)\W*$", re.IGNORECASE
)
_THEY_DID = regex(
    rf"^(?:and |so |but )?(?:{_TRUE}|did) (?P<who>[\w.'\u2019-]+(?: [\w.'\u2019-]+){{0,3}}?) (?P<did>[a-z]{{3,}}) #"
    r"(?P<of> of (?:them|those|these|the [\w'\u2019-]+))(?P<rest>(?: [^?]+?)?)\W*$",
    re.IGNORECASE,
)


def _claimed(text: str) -> Quantity | None:
    """The one plain number that TEXT claims; None where there is none, or more than one."""
    told = [q for q in quantities(text) if q.value is not None and q.kind == "count"]
    return told[0] if len(told) == 1 and not told[0].unit and told[0].upper is None else None


def asked_for(text: str) -> str:
    """TEXT, which claims a number, as a question for that number; "" where it is put in no such form."""
    number = _claimed(text)
    if number is None:
        return ""
    plain = f"{text[: number.span.start]}#{text[number.span.end :]}".strip()
    if (match := _IT_WAS.match(plain) or _THAT_MANY.match(plain)) is not None:
        return f"how many{match['of'] or ''} {match['rest']}?"
    match = _THEY_DID.match(plain)
    return f"how many{match['of']} did {match['who']} {match['did']}{match['rest']}?" if match is not None else ""


def set_against_claim(text: str, answer: Answer) -> Answer | None:
    """ANSWER to what TEXT claims, with whether it bears the claim out; None where it gives no one number."""
    claim = _claimed(text)
    if claim is None or claim.value is None or answer.status is not Status.ANSWERED or len(answer.figures) != 1:
        return None
    told = answer.figures[0]
    if re.fullmatch(r"\d+(?:\.\d+)?", told.value) is None:
        return None
    lead = _lead(claim, Decimal(told.value), exact=told.qualifier == Qualifier.EXACTLY.value)
    return replace(answer, text=f"{lead}{answer.text}", question=text)


def _lead(claim: Quantity, value: Decimal, *, exact: bool) -> str:
    assert claim.value is not None
    over = claim.qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST)
    under = claim.qualifier in (Qualifier.FEWER_THAN, Qualifier.AT_MOST)
    if not over and not under:
        return "The record agrees: " if value == claim.value else "The record gives another figure: "
    if not exact:
        return "The record\u2019s own figure: "
    beyond = value > claim.value if over else value < claim.value
    level = value == claim.value and claim.qualifier in (Qualifier.AT_LEAST, Qualifier.AT_MOST)
    return "Yes: " if beyond or level else "No: "
