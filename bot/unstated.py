"""Those of a whole of whom the record does not give what it gives of the others: their offence, their nationality."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.leftover import Leftover, less_all
from bot.query import Query
from bot.scales import Scales
from bot.units import unit_class
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure, Qualifier

__all__ = ["unstated"]

_GIVEN = r"(?:given|stated|listed|named|mentioned|recorded|specified|told|set out|spelt out|identified)"
_GIVES = r"(?:give|state|list|name|mention|record|specify|tell us|set out|identify)"
_KIND = r"(?P<kind>crime|offence|conviction|nationality|country|job|post|profession|occupation)s?"
_PAPER = (
    r"(?:the|this|that) (?:\w+ )?(?:report|article|story|document|text|paper|statement|record|list|breakdown|piece)"
)
_TAKE_OUT = (
    r"(?:strip(?:ping)? out|tak(?:e|ing) (?:out|away|off)|leav(?:e|ing) (?:out|aside)|remov(?:e|ing)|exclud(?:e|ing)"
    r"|set(?:ting)? aside|subtract(?:ing)?|not counting)"
)
_THEM = r"(?:everyone|everybody|anyone|anybody|all|all those|those|the ones|all the ones|people)"
_KINDS = (
    r"(?P<kind>crimes?|offences?|convictions?|nationalit(?:y|ies)|countr(?:y|ies)|jobs?|posts?|professions?"
    r"|occupations?)"
)
_NOT_BY = (
    r"(?:(?:(?:is|are|was|were)(?: not|n['\u2019]t)|remains?|(?:is|are|was|were) left) (?:un)?(?:accounted for|covered"
    r"|explained|included|counted|made up)|(?:is|are|was|were) unaccounted for"
    r"|(?:do|does|did)(?: not|n['\u2019]t) (?:come|fall|figure|appear))"
)
_FORMS = (
    regex(
        rf"\bhow many\b.*?\b{_NOT_BY} (?:by|in|under|among|within) (?:any of )?(?:the |these |those )?"
        rf"(?:(?:list|breakdown) (?:of|by) )?(?:{_GIVEN} )?{_KINDS}(?: (?:that (?:is|are|was|were) )?{_GIVEN})?"
        r"(?: (?:here|there|breakdown|list|in .{3,30}))?\W*$",
        re.IGNORECASE,
    ),
    regex(
        rf"\b(?:for|of) how many\b.*?\b(?:does|do|did|has) (?:{_PAPER}|it) (?:{_GIVES}|given) no {_KIND}\W*$",
        re.IGNORECASE,
    ),
    regex(
        rf"\bhow many\b.*? (?:with|have|has|had|there was|is there|was there) no {_KIND} {_GIVEN}(?: for)?\b",
        re.IGNORECASE,
    ),
    regex(
        rf"\bhow many\b.*?\bwhose {_KIND} (?:is|are|was|were|has|have)(?:n['\u2019]?t| not)(?: been)? {_GIVEN}\b",
        re.IGNORECASE,
    ),
    regex(
        rf"^{_TAKE_OUT} {_THEM} whose {_KIND} (?:is|are|was|were|has been|have been) {_GIVEN}\b.*\bhow many\b"
        r".*\b(?:left|remain(?:s|ing)?|left over|over)\W*$",
        re.IGNORECASE,
    ),
    regex(
        rf"\bhow many\b.*\b(?:left|remain)\b.*\b{_TAKE_OUT} {_THEM} whose {_KIND}"
        rf" (?:is|are|was|were|has been|have been) {_GIVEN}\W*$",
        re.IGNORECASE,
    ),
)
_SORTS = {
    "crime": ("offence",),
    "offence": ("offence",),
    "conviction": ("offence",),
    "nationality": ("nationality", "place"),
    "country": ("place", "nationality"),
    "job": ("role",),
    "post": ("role",),
    "profession": ("role",),
    "occupation": ("role",),
}
"""The kinds of term that tell what is asked for of each."""


def unstated(query: Query, scales: Scales) -> Leftover | None:
    """What is left of the whole that is listed by that kind, less all that are listed; None where that is not asked,
    or where not exactly one whole is."""
    text = query.resolved or query.text
    match = next((m for form in _FORMS if (m := form.search(text))), None)
    if match is None:
        return None
    kind = _singular(match["kind"].lower())
    lists = [(w, parts) for w in _wholes(query, scales) if len(parts := _listed(w, kind, scales)) > 1]
    if len(lists) != 1:
        return None
    (whole, parts) = lists[0]
    left = (whole.value or 0) - sum(p.value or 0 for p in parts)
    return less_all(whole, parts) if left > 0 else None


def _singular(kind: str) -> str:
    return f"{kind.removesuffix('ies')}y" if kind.endswith("ies") else kind.removesuffix("s")


def _wholes(query: Query, scales: Scales) -> list[Figure]:
    """The exact wholes of the record, or those of the number that the question names."""
    found = {w.id: w for f in scales.view.figures.values() if (w := scales.view.whole(f)) is not None}
    exact = [w for w in found.values() if w.value is not None and w.qualifier is Qualifier.EXACTLY]
    return [w for w in exact if query.wanted.whole in (None, w.value)]


def _listed(whole: Figure, kind: str, scales: Scales) -> list[Figure]:
    """The exact parts of WHOLE that one sentence lists by KIND; of several sentences, none but the longest list."""
    parts = [p for p in scales.view.parts(whole) if p.value is not None and p.unit == whole.unit and _is_of(p, kind)]
    by_sentence: dict[object, list[Figure]] = {}
    for part in parts:
        by_sentence.setdefault((part.source_id, part.context), []).append(part)
    longest = max(by_sentence.values(), key=len, default=[])
    if _told_elsewhere(whole, longest, kind, scales) or any(
        _OVERLAPS.search(f"{p.counted} {p.measure}") for p in longest
    ):
        return []  # some are told of elsewhere, or counted twice
    exact = all(p.qualifier is Qualifier.EXACTLY for p in longest)
    return sorted(longest, key=lambda p: p.span.start) if exact else []


def _told_elsewhere(whole: Figure, listed: Sequence[Figure], kind: str, scales: Scales) -> bool:
    """Whether others of WHOLE, or beside it, are counted by KIND than those LISTED: "*a further 25* were arsonists".

    A number that is given again of what was listed is no other.
    """
    apart = lexicon().ids(f"{whole.counted}. {whole.measure}")
    own = {p.id for p in listed}
    told = {(p.value, i) for p in listed for i in lexicon().ids(p.counted)}
    return any(
        (_is_of(f, kind, apart) or _is_of(replace(f, counted=f.measure), kind, apart))
        and not any((f.value, i) in told for i in lexicon().ids(f.counted))
        for f in scales.view.figures.values()
        if f.source_id == whole.source_id and f.id not in own and f.part_of not in own
        if f.id != whole.id and f.value != whole.value and unit_class(f.unit) == "count"
    )


_OVERLAPS = regex(r"\b(?:both|not known|unknown)\b", re.IGNORECASE)


def _is_of(part: Figure, kind: str, but: frozenset[str] = frozenset()) -> bool:
    """Whether PART is counted by what KIND names, BUT for those terms: by an offence, where the crime is asked for."""
    lex = lexicon()
    told = lex.ids(f"{part.counted}. {' '.join(value for _, value in part.breakdown)}")
    return any(lex.kind(i) in _SORTS[kind] for i in told - but)
