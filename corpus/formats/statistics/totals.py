"""Which labels stand for all the others of their dimension."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.formats.statistics.measures import rated
from corpus.formats.statistics.sums import Series
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = [
    "are_sexes",
    "calls_total",
    "is_total",
    "lists_others",
    "nation_over",
    "of_a_nation",
    "sexes_whole",
    "starless",
    "total_of",
    "whole_beyond",
    "whole_of",
]

_HIM, _HER = r"(?:males?|men|boys)", r"(?:females?|women|girls)"
_TOTAL = regex(
    r"(?:(?:grand|overall)[ -])?totals?\b(?!\s+other)|all\b(?!\s+(?:other|but|except))|both sexes|persons|overall"
    rf"|(?:{_HIM} (?:and|&|\+) {_HER}|{_HER} (?:and|&|\+) {_HIM})\b"
    r"|everyone|any|combined|(?:year|annual|full[- ]year|yearly)[ -]totals?\b|(?:whole|full) year\b"
    r"|(?:the )?[a-z]+(?: [a-z]+){0,2} as a whole\b",
    re.IGNORECASE,
)
_WHOLE = regex(
    r"(?:(?:grand|overall)[ -])?totals?(?: \([^()]*\))?|all(?: [a-z]+){0,4}(?: \([^()]*\))?|both sexes|(?:all )?persons"
    rf"|{_HIM} (?:and|&|\+) {_HER}|{_HER} (?:and|&|\+) {_HIM}"
    r"|overall|everyone|all people|(?:year|annual|full[- ]year|yearly)[ -]totals?|(?:whole|full) year"
    r"|(?:the )?[a-z]+(?: [a-z]+){0,2} as a whole(?: \([^()]*\))?",
    re.IGNORECASE,
)
_NAMED = regex(r"All (?:Saints|Souls|Hallows)\b|All [A-Z][a-z]+(?<!s)(?<!eople)$")
"""Names, and not the whole: "All Saints Hospital"."""
_NATION_TOTAL = regex(r".(?: |, | - | \()total\)?$", re.IGNORECASE)
"""What a row says that is of a nation with all that the table tells of it, places outside it too: "Wales total"."""
_HOME = frozenset({"united-kingdom", "great-britain", "england-and-wales", "england", "wales", "scotland"})


def is_total(label: str) -> bool:
    """Whether LABEL calls itself the whole of its dimension: "Total", "All ages", "Grand total", "Both sexes"."""
    said = starless(label)
    whole = _TOTAL.match(said) is not None and _WHOLE.fullmatch(said) is not None and not _NAMED.match(said)
    return whole and not rated(said)  # "All boats per harbour" is another thing than all boats


_STARRED = regex(r"\*\s*(?=(?:(?:grand|overall)[ -])?totals?\b|all\b)", re.IGNORECASE)


def starless(label: str) -> str:
    """LABEL without the star that puts a total before all others where a program sorts them ("*Total Fife")."""
    said = label.strip()
    return _STARRED.sub("", said, count=1) if _STARRED.match(said) else said


def total_of(label: str) -> str:
    """Of what LABEL calls itself the total ("*Total Fife", "Fife total": Fife); "" where it says none."""
    named = _NAMED_WHOLE.fullmatch(starless(label))
    return (named["a"] or named["b"]).strip() if named is not None else ""


def whole_of(labels: Sequence[str]) -> frozenset[int]:
    """The place that is the whole of all the other LABELS, by its number; nothing where there is none.

    One that calls itself so ("Wales total", beside "Outside Wales") is. Else only of the United Kingdom and its parts,
    whose parts the lexicon knows; other places are proved by their sums.
    """
    concepts = [_places(label) for label in labels]
    called = [n for n, label in enumerate(labels) if is_total(label) or _NATION_TOTAL.search(label.strip())]
    if len(called) == 1 and (own := concepts[called[0]]) & _HOME:
        others = [one for n, one in enumerate(concepts) if n != called[0]]
        return frozenset(called if all(not one or one & own or _covered(own, one) for one in others) else ())
    plain = [at for at, label in enumerate(labels) if label and not is_total(label)]
    for number, own in enumerate(concepts):
        if not own & _HOME:
            continue
        others = [concepts[at] for at in plain if at != number and not _is_rest(labels[at], own)]
        if len(others) > 1 and all(_covered(own, other) for other in others):
            return frozenset({number})
    return frozenset()


def of_a_nation(label: str) -> bool:
    """Whether LABEL names the United Kingdom or a part of it, and no place within."""
    own = _places(label)
    return bool(own) and own <= _HOME


_REST = regex(r"(?:the )?(?:rest|remainder) of ", re.IGNORECASE)


def _is_rest(label: str, whole: frozenset[str]) -> bool:
    """Whether LABEL is what is left of WHOLE besides other rows ("Rest of Wales")."""
    return _REST.match(label) is not None and bool(own := _places(label)) and own <= whole


def nation_over(labels: Sequence[str], lines: Sequence[Series], at: int = 0) -> bool:
    """Whether the label at AT is a nation over bodies in it ("England", then its trusts) of which not all are told.

    LINES are their numbers: no body's is greater than the nation's. A place outside it among the others disproves it.
    """
    own, others = _places(labels[at]), [_places(label) for n, label in enumerate(labels) if n != at]
    if not own or not own <= _HOME or len(labels) < _LEAST_OVER or not lines:
        return False
    inside = all(not part & own and all(any(lexicon().covers(w, p) for w in own) for p in part) for part in others)
    pairs = [
        (whole, part)
        for n, line in enumerate(lines)
        if n != at
        for whole, part in zip(lines[at], line, strict=False)
        if whole is not None and part is not None
    ]
    return inside and bool(pairs) and all(whole >= part for whole, part in pairs)


_LEAST_OVER = 4
_SEX = regex(rf"(?:all )?(?:(?P<m>{_HIM})|(?P<f>{_HER}))(?: (?:aged|pupils|prisoners)\b.*)?", re.IGNORECASE)
_EVERYONE = regex(r"people|everybody|everyone|all|both|persons|total", re.IGNORECASE)


def sexes_whole(labels: Sequence[str]) -> frozenset[int]:
    """The label that is of both sexes where the others are one for each ("People", "Men", "Women"), by its number."""
    sexes = [(n, m) for n, label in enumerate(labels) if (m := _SEX.fullmatch(label.strip())) is not None]
    whole = [n for n, label in enumerate(labels) if _EVERYONE.fullmatch(label.strip()) or is_total(label)]
    kinds = {m.lastgroup for _, m in sexes}
    told = len(sexes) == 2 and len(kinds) == 2 and len(whole) == 1 and len(labels) == 3
    return frozenset(whole) if told else frozenset()


_NOT_TOLD = regex(
    r"(?:(?:sex|gender)\s+)?(?:recorded\s+as\s+|was\s+)?(?:un(?:known|specified|recorded|stated)|not\s+(?:known|stated|recorded|given"
    r"|specified)|other|non-binary|prefer\s+not\s+to\s+say|missing)",
    re.IGNORECASE,
)


def are_sexes(labels: Sequence[str]) -> bool:
    """Whether LABELS are one for each sex, and none but those whose sex is another or not told ("Male", "Female",
    "Recorded as unknown"): they tell the same people apart, and are no several things that are counted."""
    sexes = [m.lastgroup for label in labels if (m := _SEX.fullmatch(label.strip())) is not None]
    rest = [label for label in labels if _SEX.fullmatch(label.strip()) is None]
    return sorted(map(str, sexes)) == ["f", "m"] and all(_NOT_TOLD.fullmatch(label.strip()) for label in rest)


_JOINERS = regex(r"[\s,;&+]*(?:\b(?:and|or|plus|of|the)\b[\s,;&+]*)*", re.IGNORECASE)


def lists_others(labels: Sequence[str]) -> int | None:
    """The label that is a list of all the others and says no more ("Tugs and barges", "Tugs", "Barges"); None where
    none is. That alone does not make it their whole: it may be of those that are both."""
    plain = [n for n, label in enumerate(labels) if label]
    if len(plain) < _LEAST_LISTED:
        return None
    for own in sorted(plain, key=lambda n: -len(labels[n]))[:1]:
        rest = labels[own].lower()
        for other in sorted((labels[n].lower() for n in plain if n != own), key=len, reverse=True):
            at = re.search(rf"(?<!\w){re.escape(other)}(?!\w)", rest)
            if at is None:
                return None
            rest = f"{rest[: at.start()]},{rest[at.end() :]}"
        return own if _JOINERS.fullmatch(rest) else None
    return None


_LEAST_LISTED = 3


def _places(label: str) -> frozenset[str]:
    return frozenset(term.id for term in lexicon().terms(label) if term.kind == "place")


_NAMED_WHOLE = regex(
    r"(?:(?:grand|overall)[ -])?totals?(?: (?:for|of|in))?[ :,-]+(?P<a>.+)"
    r"|(?P<b>.+?)[ :,-]+(?:(?:grand|overall)[ -])?totals?",
    re.IGNORECASE,
)


def whole_beyond(label: str, section: str) -> bool:
    """Whether LABEL is the total of a place that SECTION lies in, and so of more than that section ("England total",
    after the rows of London)."""
    named = _NAMED_WHOLE.fullmatch(label.strip())
    wide = _places(named["a"] or named["b"]) if named is not None else frozenset()
    return bool(wide & _HOME) and not wide & _places(section)


def _covered(whole: frozenset[str], part: frozenset[str]) -> bool:
    return bool(part) and not (part & whole) and all(any(lexicon().covers(w, p) for w in whole) for p in part)


def calls_total(label: str) -> bool:
    """Whether LABEL begins as a whole does, be it of all or of a part: "Total 43 forces", "All new work"."""
    said = label.strip().lstrip("*")
    return _TOTAL.match(said) is not None and not _NAMED.match(said)
