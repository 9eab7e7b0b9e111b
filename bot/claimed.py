"""A claim that is put to be confirmed, as one question: "We are told that 40 were lost. Is that right?".

Who made the claim, where only a tag asks about it, is no condition of the answer: it is the claim that is asked about.
"""

from __future__ import annotations

import re

from corpus.patterns import regex

__all__ = ["as_question"]

_SAYING = r"(?:says?|said|claims?|claimed|reckons?|insists?|alleges?|reports?|reported|tells? (?:me|us)|told (?:me|us))"
_LEAD = regex(
    r"^(?:(?:and|so|but|now)\s+)?(?:"
    r"(?:i|we)(?:['\u2019](?:ve|m|re)| have| had| am| are)? "
    r"(?:been told|told|heard|hear|read|seen|understand|gather|believe)"
    r"|it(?:['\u2019]s| is| was| has been) (?:being )?(?:said|claimed|reported|suggested|rumoured|put about)"
    r"|(?:the )?(?:they|people|some|others|critics|journalists|reporters|papers|newspapers|press|media|tabloids)"
    r" (?:say|said|had it|claim|claimed|(?:are|were|was|is) (?:saying|claiming|reporting)|allege|alleged|reported)"
    r"(?P<then> (?:in|on) [^,]{4,20}?(?=,? that\b))?"
    rf"|(?:the|a|an|one|my|our|some|mr|mrs|ms|sir|dr|[A-Z][\w'\u2019-]+) (?:[A-Za-z'\u2019-]+ ){{0,4}}?{_SAYING}"
    r"),?\s+(?:that\s+|there\s+that\s+)?",
    re.IGNORECASE,
)
_TAG = regex(
    r"\s*[.;:,?!\u2013\u2014-]\s*(?:(?:and|so|but)\s+)?(?:"
    r"(?:is|was|are|were) (?:that|this|it|they|these|those)"
    r"(?: (?:figures?|numbers?|claims?|totals?|statements?|reports?))?"
    r"(?: really| actually| still| in fact)? (?:right|correct|true|accurate|so|the case|a fact)"
    r"|(?:is|was)n['\u2019]t (?:it|that (?:so|right|correct|true))"
    r"|(?:that['\u2019]s )?(?:right|correct|true(?: or false)?|yes or no)"
    r"|(?:can|could|would) you (?:please )?confirm(?: (?:that|this|it))?|please confirm"
    r")\s*[?.!]*\s*$",
    re.IGNORECASE,
)
_CONFIRM = regex(
    r"^(?:please )?(?:(?:can|could|would|will) (?:you|we|i|anyone|somebody|someone) (?:please )?)?"
    r"(?:confirm|verify|check) (?:that|whether|if)\s+(?P<claim>.+)$",
    re.IGNORECASE,
)
_WAS_IT = regex(r"^(?:and |so |but )?was it(?= (?:true|right|correct|the case|a fact) that\b)", re.IGNORECASE)
_ASKS = regex(
    r"(?:how|what|which|who|whose|whom|when|where|why|is|are|was|were|did|do|does|has|have|had|can|could|should|will)\b",
    re.IGNORECASE,
)


def as_question(text: str) -> str:
    """TEXT as a question whether its claim is true; TEXT itself where it puts no claim to be confirmed."""
    text = _WAS_IT.sub("is it", text)
    asked = _CONFIRM.match(text)
    tag = _TAG.search(text)
    if asked is not None:
        claim = asked["claim"]
    elif tag is not None and len(text[: tag.start()].split()) > 1:
        claim = _then_last(text[: tag.start()])
    else:
        return text
    claim = claim.strip(" .,;:?!")
    return text if not claim or _ASKS.match(claim) else f"Is it true that {claim}?"


def _then_last(text: str) -> str:
    """TEXT without who claims it; the time at which they did is the time that the claim is of."""
    lead = _LEAD.match(text)
    if lead is None:
        return text
    return f"{text[lead.end() :]}{lead['then'] or ''}"
