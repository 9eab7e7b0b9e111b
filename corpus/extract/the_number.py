"""What "the number" or "the share" that opens a sentence is of: "In 2014, 90 tugs sank. *The number* fell to 70"."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.extract.dates import periods
from corpus.extract.draft import Draft
from corpus.extract.sharing import Bound
from corpus.patterns import regex
from corpus.records import Span

__all__ = ["of_the_number_before"]

_MOVED = (
    r"(?:was|is|were|stood|stands|reached|fell|fallen|rose|risen|grew|grown|dropped|climbed|went|gone|increased"
    r"|decreased|declined|shrank|slipped|came|became|becomes|rises|falls|reaches|grows|drops|climbs)"
)
_OPENS = regex(
    r"[\W\d]*(?:(?P<lead>(?:By|In|At|On|For|Since)\s[^,.;]{2,40}?|[A-Z][a-z]+(?:\s\d{1,4}){0,2}(?=:))[,:]?\s+"
    r"|(?:But|And)\s+)?(?P<what>(?:The|That|This)\s+(?:(?:annual|yearly"
    r"|monthly|overall)\s+)?(?P<noun>number|total|figure|count|proportion|percentage|share|rate|price|cost|fee|charge|fare"
    r"|bill))\s+(?:(?:has|had|have)\s+)?(?:(?:then|later|since|also|now|still|only|already)\s+)?"
    rf"{_MOVED}\b(?!\s+(?:\w+ly\s+)?(?:revised|corrected|restated|amended|wrong|given|put|published|in fact|not)\b)",
    re.IGNORECASE,
)
_SHARES = ("proportion", "percentage", "share", "rate")
_PRICES = ("price", "cost", "fee", "charge", "fare", "bill")
_COUNTS = ("number", "count")
_NEAR = 300
"""So many characters back at most stands what "the number" is of."""


def of_the_number_before(
    text: str, sentence: Span, bound: Bound, bounds: list[Bound], drafts: list[Draft], clauses: dict[Span, str]
) -> Bound:
    """BOUND, where its sentence opens with "the number", with what the last such number counted; that goes to CLAUSES.

    BOUNDS are the numbers before it in its sentence.
    """
    opens = _OPENS.match(text, sentence.start, bound.quantity.span.start)
    if opens is None or bound.compared or not _open(bound, opens["what"]):
        return bound
    if opens["lead"] and not periods(opens["lead"], None):
        return bound  # "In Rye, the number was 40": it is of another place than the last was
    if bounds:
        first = clauses.get(bounds[0].quantity.span)
        if first is None or bounds[0].quantity.unit != bound.quantity.unit:
            return bound
        clauses[bound.quantity.span] = first
        return _as(bounds[0], bound, opens["what"])
    told = _told(opens["noun"].lower(), bound, sentence, drafts)
    if told is None:
        return bound
    clauses[bound.quantity.span] = ". ".join([told.measure, *told.mentions])
    return _as(told.bound, bound, opens["what"])


def _as(told: Bound, bound: Bound, what: str) -> Bound:
    """BOUND counting what was TOLD, with what was told of it, less its time, in place of WHAT opens its sentence."""
    deed = _timeless(told.after)
    opening = re.escape(bound.after.split(" ")[0].lower())
    deed = re.split(rf"\b{opening}\b", deed, flags=re.IGNORECASE)[0].strip() if bound.after else deed
    subject = told.before if told.counted and told.before.startswith(told.counted) else ""
    before = subject if subject and bound.before.lower().startswith(what.lower()) else bound.before
    return replace(bound, counted=told.counted, before=before, after=f"{deed} {bound.after}".strip(), anaphoric=False)


def _open(bound: Bound, what: str) -> bool:
    """Whether a number counts no more than WHAT its sentence opens with."""
    return not bound.partitive and bound.counted.lower() in ("", " ".join(what.lower().split()))


def _told(noun: str, bound: Bound, sentence: Span, drafts: list[Draft]) -> Draft | None:
    """The one number told last, of the kind that NOUN names, whose count may go on; None where it may be of several."""
    kind = bound.quantity.kind
    wrong = (noun in _SHARES) != (kind == "percentage") if noun in (*_SHARES, *_COUNTS) else False
    if wrong or kind not in ("count", "percentage", "money") or (noun in _PRICES and kind != "money"):
        return None
    near = [d for d in drafts if 0 <= sentence.start - d.sentence.end <= _NEAR and d.bound.quantity.kind == kind]
    near = [d for d in near if not d.bound.compared and not d.bound.named and d.bound.quantity.value is not None]
    last = [d for d in near if d.sentence == near[-1].sentence]
    if not last or not last[-1].bound.counted or re.match(r"(?:it|them|they|that|this)$", last[-1].bound.counted, re.I):
        return None
    return last[-1] if len({(d.bound.counted, _timeless(d.bound.after)) for d in last}) == 1 else None


def _timeless(after: str) -> str:
    """What was said of a number, up to when."""
    dated = periods(after, None)
    return after[: dated[0].span.start].strip() if dated else after
