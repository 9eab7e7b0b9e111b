"""What a question opens with before it asks: "*In 2020* how many more …". Its conditions are as much asked."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.forms import Ask, Form
from corpus.extract.dates import PeriodMention, periods
from corpus.patterns import regex

__all__ = ["TIMELY", "led", "opening_times"]

TIMELY = frozenset(
    {"between", "since", "after", "before", "until", "by", "during", "in", "on", "as at", "from", "over", "each"}
)
_ASKS = regex(r"\b(?:what|which|how)\b", re.IGNORECASE)


def led(form: Form) -> Form:
    """FORM with what the question opens with told of both things that it sets against each other.

    What has a time of its own is not of the opening's too: "*In 2020* how many more boats sank than in 2019?" A share's
    whole is told with its part.
    """
    if not form.lead:
        return form
    timed = bool(periods(form.lead, None))
    if form.ask is Ask.SHARE:
        own = timed and (periods(form.rest, None) or periods(form.other, None))
        return form if own else replace(form, rest=f"{form.rest} {form.lead}")
    first, second = (
        part if timed and periods(part, None) else f"{part} {form.lead}" for part in (form.rest, form.other)
    )
    return replace(form, rest=first, other=second)


def opening_times(plain: str, anchor: date | None) -> tuple[PeriodMention, ...]:
    """The times that a question opens with, before what it asks ("*By May 2011* what share of …")."""
    opening = _ASKS.search(plain)
    found = periods(plain, anchor) if opening is not None else ()
    return tuple(m for m in found if opening and m.span.end <= opening.start() and m.relation in TIMELY)
