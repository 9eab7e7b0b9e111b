"""Machines that break down, which asks for no breakdown; and those that failed at something, and broke in nothing."""

from __future__ import annotations

import re

from corpus.patterns import regex

__all__ = ["failed_at_something", "out_of_order"]

_PARTED = r"(?! (?:by|into|between|according|as|for each|per)\b)"
"""What follows where it is numbers that are broken down."""
_WAYS = (
    (regex(r"^(how (?:often|frequently|regularly) .+?) (?:break|broken|breaking) down\b", re.IGNORECASE), "go"),
    (regex(rf"^((?:when|where|why|which|what) .+?) break down\b{_PARTED}", re.IGNORECASE), "go"),
    (
        regex(
            r"\b((?:have|has|had|having)(?: (?:ever|never|since|now|already|also|not|so far|\w+ly))*) broken down\b"
            rf"{_PARTED}",
            re.IGNORECASE,
        ),
        "gone",
    ),
    (regex(rf"(\w) broke down\b{_PARTED}", re.IGNORECASE), "went"),
)


_FAILURE = regex(
    r"\b(down to|due to|because of|caused by|blamed on|owing to|after|by|from|through|following|hit by) "
    r"(?:the|an?|that|this|its|their) (?:[a-z]+ )?breakdowns?\b(?! (?:of|by|into)\b)",
    re.IGNORECASE,
)
"""A breakdown that something came of: "late because of *a breakdown*"."""


def out_of_order(text: str) -> str:
    """TEXT, in which a machine that breaks down is said to go out of order: nobody asks for the parts of a sum."""
    text = _FAILURE.sub(r"\1 going out of order", text)
    for pattern, verb in _WAYS:
        text = pattern.sub(rf"\1 {verb} out of order", text)
    return text


_BROKE = regex(
    r"\b(?:out of (?:order|action)|stopped working|packed up|conked out|gave out|broken|faulty|defective)\b",
    re.IGNORECASE,
)
_AT_SOMETHING = regex(
    r"\bfail(?:ed|s|ing)?\s+(?:to\b|at\b"
    r"|(?:the|an?|their|its|his|her|this|that|our|any|all|both)\b(?! (?:time|year|month|week|day)\b)"
    r"|(?:[\w-]+\s+){0,2}?(?:tests?|inspections?|checks?|standards?|exams?|audits?|reviews?|assessments?|targets?)\b)",
    re.IGNORECASE,
)


def failed_at_something(asked: str, own: str) -> list[str]:
    """That it is asked what broke down, where a figure's OWN words tell who failed at something: a test, or to come."""
    match = _BROKE.search(asked)
    return [match.group()] if match is not None and _AT_SOMETHING.search(own) and not _BROKE.search(own) else []
