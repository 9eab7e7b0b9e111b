"""Lists of what was bought or sold, with how many of each, the price of one and what they came to: which of these is
meant where a question names none of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus.formats.statistics.deed_days import is_price
from corpus.patterns import regex

if TYPE_CHECKING:
    from bot.tables.label import Label, Way

__all__ = ["many_or_worth"]

_MANY = regex(r"\bhow\s+many\b|\bnumber\s+of\b", re.IGNORECASE)
_WORTH = regex(
    r"\b(?:come|comes|came|coming|amount(?:s|ed)?|add(?:s|ed)?\s+up)\s+to\b|\bworth\b|\bvalues?\b|\bspen[dt]s?\b|\bspending\b"
    r"|\bcosts?\b|\btakings\b|\bpa(?:y|ys|id)\b|\b(?:brought|bring|brings|took|take|takes)\s+in\b|\brevenue\b",
    re.IGNORECASE,
)
_UNITS = regex(
    r"(?:number|no\.?|quantity|qty|units?)(?: (?:of )?(?:units?|items?|sold|ordered|bought))?", re.IGNORECASE
)
_CAME_TO = regex(
    r"(?:(?:sub|grand)?[ -]?total|amount|(?:order|sales?|line|total)[ _](?:total|value|amount))", re.IGNORECASE
)


def many_or_worth(text: str, way: Way) -> Label | None:
    """The measure of a list with prices that TEXT asks for: how many things there were, or what they came to."""
    if not any(is_price(label.code.words) for label in way.labels):
        return None
    many, worth = _MANY.search(text) is not None, _WORTH.search(text) is not None
    if many == worth:
        return None
    found = _headed(way.labels, _UNITS if many else _CAME_TO)
    return found[0] if len(found) == 1 else None


def _headed(labels: Sequence[Label], pattern: re.Pattern[str]) -> list[Label]:
    return [label for label in labels if pattern.fullmatch(label.code.words.strip())]
