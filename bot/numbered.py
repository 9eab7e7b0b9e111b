"""Questions about a number itself: what it counts, who gave it, and whether it was put right since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.answer import Answer, Status
from bot.compose import Composer
from bot.evidence import Found, Scales
from bot.query import Query
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["about_number"]

_GIVEN = regex(r"(?<![\w.,\u00a3$\u20ac-])\d[\d,]*(?:\.\d+)?(?![\w%])")
_ONE = r"(?:the )?(?:(?:figure|number|total|count) (?:of )?)?#(?: figure| number| total)?"
_RIGHTED = r"(?:corrected|revised|changed|amended|superseded|restated|updated|replaced|withdrawn|put right|overtaken)"
_WHETHER = regex(rf"(?:was|is|has|were) {_ONE} (?:been |ever |since |later )*{_RIGHTED}\b.*")
_INTO_WHAT = regex(
    rf"what (?:has )?(?:replaced|superseded|happened to|became of) {_ONE}"
    rf"|what (?:was|is|were|has) {_ONE} (?:been |later |then |since )*{_RIGHTED}(?: to| by| with)?"
    rf"|what did {_ONE} (?:become|change to)"
    rf"|what (?:is|was) the (?:correct|right|revised|new|true|proper|updated|latest|later) (?:figure|number|total)"
    rf"(?: for| in place of| instead of| after)? {_ONE}"
)
_BY_WHOM = regex(
    r"who (?:first |originally )?(?:said|gave|used|quoted|cited|stated|announced|disclosed|came up with|published"
    rf"|reported|revealed) (?:it was |there were )?{_ONE}"
)
_OF_WHAT = regex(
    rf"what (?:is|was|does|did) {_ONE}(?: (?:mean|refer to|count|represent|cover|stand for|about))?"
    rf"|where (?:does|did) {_ONE} come from|whose (?:figure|number) (?:is|was) {_ONE}"
)


def about_number(query: Query, scales: Scales, composer: Composer) -> Answer | None:
    """The answer where QUERY is about a number that the record holds; None where it is not, or holds no such one."""
    text = " ".join(query.text.lower().split()).strip("?!. ").removeprefix("and ")
    given = _GIVEN.findall(text)
    if len(given) != 1:
        return None
    asked = _GIVEN.sub("#", text)
    named = _first_given(Decimal(given[0].replace(",", "").rstrip(".")), scales)
    if named is None:
        return None
    if _WHETHER.fullmatch(asked) or _INTO_WHAT.fullmatch(asked):
        return _put_right(named, scales, composer, whether=_WHETHER.fullmatch(asked) is not None)
    if _BY_WHOM.fullmatch(asked) and named.said_by:
        by = f"{named.said_by}, {named.role}" if named.role else named.said_by
        answer = composer.figure(Found(figure=named))
        return replace(answer, status=Status.ANSWERED, text=f"{by}. {answer.text}", headline=named.said_by)
    return composer.figure(Found(figure=named)) if _OF_WHAT.fullmatch(asked) else None


def _first_given(value: Decimal, scales: Scales) -> Figure | None:
    """Of the figures of this value, one that others replaced, else the one that most are part of, said the first."""
    held = [f for f in scales.view.figures.values() if f.value == value]
    return min(held, key=lambda f: _standing(f, scales), default=None)


def _standing(figure: Figure, scales: Scales) -> tuple[bool, int, date, int, str]:
    view = scales.view
    day = figure.said_on or view.source(figure).published or date.max
    return (len(view.chain(figure)) < 2, -len(view.parts(figure)), day, view.source(figure).kind.rank, figure.id)


def _put_right(named: Figure, scales: Scales, composer: Composer, *, whether: bool) -> Answer:
    """What stands in place of the number; or that nothing on the record replaces it."""
    latest = scales.view.latest(named)
    replaced = latest.value != named.value
    answer = composer.figure(Found(figure=latest))
    if replaced:
        return replace(answer, text=f"Yes. {answer.text}", headline="Yes") if whether else answer
    lead = "No: nothing in this record corrects or replaces it." if whether else "Nothing in this record replaces it."
    return replace(answer, text=f"{lead} {answer.text}", headline="No" if whether else answer.headline)
