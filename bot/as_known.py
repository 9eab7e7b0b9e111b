"""What had been said by a day: "as of 10 May, what was the *most recent* total?" asks for no count of that very day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.answer import Answer, Status
from bot.query import Query
from bot.question import read
from corpus.extract.dates import periods
from corpus.patterns import regex

__all__ = ["as_known", "told_by_then"]

_SAID = (
    r"(?:stated|given|announced|published|disclosed|quoted|reported|admitted|made public"
    r"|put on (?:the )?record|put out)"
)
_FIGURE = r"(?:totals?|figures?|numbers?|counts?|tally)"
_OF_THE_SAYING = regex(
    rf"\b(?:most recent|latest|newest|last(?=(?: \w+)? {_FIGURE}\b))\b"
    rf"|\b{_FIGURE} (?:had|has|have) (?:so far |yet |already |by then )*been (?:\w+ly )?{_SAID}"
    r"(?= (?:for|of|as|to)\b|\W*$)"
    r"|\bhad (?:[\w.'\u2019-]+ ){1,4}?(?:so far |yet |already |by then )*(?:said|stated|owned up|acknowledged)\b"
    r"|\bhad (?:[\w.'\u2019-]+ ){1,4}?told (?:mps|peers|parliament|the (?:house|commons|lords|committee|assembly))\b",
)
"""What asks for the figure that had been given, whenever it was of."""
_DAY = r"(?:as (?:of|at|known on|it stood on)|by|up to)\s+(?P<day>(?:\w+ ){1,3}?(?:1[89]|20)\d\d|\w+ (?:1[89]|20)\d\d)"
_FRONT = regex(rf"^(?:and |so )?{_DAY},?\s+(?P<asked>(?:in |of )?(?:what|which|how)\b.+)$")
_END = regex(rf"^(?P<asked>.*\b(?:what|which|how)\b.+?),?\s+{_DAY}\W*$")


def as_known(query: Query) -> Query | None:
    """QUERY as of the day that it names, with that day as no condition on the count; None where it asks otherwise."""
    text = " ".join(query.text.split())
    match = _FRONT.match(text.lower()) or _END.match(text.lower())
    if match is None or _OF_THE_SAYING.search(match["asked"]) is None:
        return None
    found = [m.when for m in periods(text[slice(*match.span("day"))], None) if m.when is not None]
    asked = text[slice(*match.span("asked"))]
    if len(found) != 1 or periods(asked, None):
        return None
    day = min(found[0].last, query.as_of or found[0].last)
    return replace(read(asked, day, today=date.today()), text=query.text)


def told_by_then(answer: Answer) -> bool:
    """Whether ANSWER, of what was known on a day, is a figure of which it is known when it was told."""
    told = [c.said_on or c.published for c in answer.citations]
    settled = answer.status in (Status.ANSWERED, Status.COMPUTED, Status.CONFLICTING)
    return settled and bool(answer.figures) and all(told)
