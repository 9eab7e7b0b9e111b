"""Two figures of different times, which are set against each other only where somebody asks for those times.

"In 2016 there were 210 burglars. In 2017 there were 45 arsonists": how many more burglars there were than arsonists is
not told of any one year.
"""

from __future__ import annotations

from bot.compose import Composer
from bot.derive import Incomparable, times_apart
from bot.query import Query
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["of_one_time"]

_TIMED = regex(
    r"\b(?:before|after|earlier|previous(?:ly)?|last|years?|months?|weeks?|quarters?|days?|then|now|since|originally"
    r"|at first|later|seasons?|springs?|summers?|autumns?|winters?|compared"
    r"|than (?:it|they|there) (?:was|were|had|did))\b"
)
"""What asks for figures of two times, or tells that it minds their times itself."""


def of_one_time(query: Query, one: Figure, other: Figure, composer: Composer) -> None:
    """Raises Incomparable, naming the times, where ONE and OTHER are of times apart and QUERY asks for no times."""
    wanted = (query.wanted, *([query.other] if query.other is not None else []))
    if any(w.times or w.events or w.first for w in wanted) or _TIMED.search((query.resolved or query.text).lower()):
        return
    if not times_apart(one, other):
        return
    composer.notes.figure(one)
    composer.notes.figure(other)
    words = [f.period.words for f in (one, other) if f.period is not None and f.period.words]
    named = f": \u201c{words[0]}\u201d and \u201c{words[1]}\u201d" if len(words) > 1 else ""
    raise Incomparable(f"the time that they are of differs{named}")
