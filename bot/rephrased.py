"""Questions that are put in other words to be read: a name that is asked for as such, and a time in an office."""

from __future__ import annotations

import re

from corpus.extract.offices import head
from corpus.patterns import regex

__all__ = ["rephrased"]

_NAME_OF = regex(
    r"^what (?P<be>is|was|are|were) the (?:full )?names? of (?P<who>(?:the|this|that|his|her|its|their)\s+.+)$",
    re.IGNORECASE,
)
_TENURE = regex(
    r"^(?P<ask>how (?:long|many (?:years|months|weeks|days))) (?P<aux>has|had|did) (?P<who>(?:[\w.'\u2019-]+ ){1,4}?)"
    r"(?P<held>been|serve as|served as) (?:the |our )?(?P<office>(?:[\w-]+ ){0,3}?[\w-]+)\W*$",
    re.IGNORECASE,
)


_SHORT_YEAR = regex(
    r"(?<![\d/.,\u00a3-])(?P<a>\d\d)/(?P<b>\d\d)(?![\d/.,%-]*\d|%)"
    r"|(?<=\bFY)(?P<c>\d\d)[/-](?P<d>\d\d)(?!\d)"
    r"|(?<=\bin )(?P<e>\d\d)-(?P<f>\d\d)(?![\d/-]|[\s-]*(?:year|yr|y/?o|months?|weeks?|hours?|days?|age)\b)",
    re.IGNORECASE,
)
"""A year of two halves in short ("24/25"); "16-17 year olds" are none."""
_CENTURY = 60
"""A year in two digits below this is of the present century."""


def _in_full(match: re.Match[str]) -> str:
    first, second = (g for g in match.groups() if g)
    if (int(first) + 1) % 100 != int(second):
        return match.group()
    return f"{'20' if int(first) < _CENTURY else '19'}{first}/{second}"


def rephrased(text: str) -> str:
    """TEXT in the words that it is read by; TEXT itself where it needs no others."""
    text = _SHORT_YEAR.sub(_in_full, text)
    named = _NAME_OF.match(text)
    if named is not None and head(named["who"].rstrip(" ?.!")) == "person":
        return f"who {named['be']} {named['who']}"
    held = _TENURE.match(text)
    if held is not None and head(held["office"]) == "person" and head(held["who"].strip()) != "person":
        aux = "was" if held["aux"].lower() == "did" else held["aux"]
        return f"{held['ask']} {aux} {held['who']}{'' if aux == 'was' else 'been '}in office?"
    return text
