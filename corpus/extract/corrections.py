"""What a text corrects in itself: the figure that was given, the one that takes its place, and the link between them.

"The figure for March has been revised from 37,950", "that should have been 3,791", "the correct figures are …": the
later word stands, the earlier stays on the record. A figure that takes another's place counts what that one counted,
over the same time, where its own sentence does not say. Two figures are only paired where they are of one unit and of
one size (neither more than twice the other), since a correction that is not is rarer than a wrong pairing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from corpus.extract.alike import alike, apart, nearest, shared
from corpus.extract.own_slip import put_right
from corpus.extract.righted import righted_to
from corpus.extract.second_telling import told_anew
from corpus.extract.sentences import sentences
from corpus.extract.too_low import TOO, put_up_or_down
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure, Link, LinkKind, Span

__all__ = ["corrected"]

_FROM = regex(
    r"\b(?:revised|corrected|restated|amended|adjusted)\b"
    r"(?: (?:the|its|that|their|this) (?:figure|number|total|count|estimate)s?\b[^,;.]{0,80}?)?"
    r"(?: (?:up|down|upwards|downwards))?(?: from)?\s*$",
    re.I,
)
_TO = regex(r"\b(?:to|and is now|and now stands at)\s*$", re.IGNORECASE)
_RIGHT = regex(
    r"\b(?:(?:correct|right|true|corrected|revised|accurate) "
    r"(?:figures?|numbers?|totals?|answers?|sums?|amounts?|costs?)\b"
    r"|should (?:have been|be|have read|read|have said|have stood at)\b"
    r"(?! (?:also )?(?:replaced|withdrawn|disregarded))"
    r"|should (?:also )?be replaced (?:by|with)\b"
    r"|(?:has|have) (?:since |now )?been (?:revised|corrected|restated|amended)"
    r"(?: (?:up|down|upwards|downwards))? to\b)",
    re.IGNORECASE,
)
_WRONG = regex(
    r"\b(?:(?:figure|number|total|answer|estimate|sum|that|it|which|this) (?:was|is|has since been shown to be) "
    r"(?:wrong|incorrect|mistaken|inaccurate|an error|out of date)"
    r"|(?:figure|number|total|answer|it|that|which)[^.;]{0,20} should (?:also )?be (?:replaced|withdrawn|disregarded)"
    r"|(?:it|the figure|that figure|the total|which) (?:has|have) (?:since |now )?been "
    r"(?:revised|corrected|restated|amended)"
    r"|which (?:was (?:only )?provisional (?:and )?)?(?:is|was|(?:has|have) (?:now |since )?been) superseded"
    r"|(?:figure|number|total|answer|estimate|count|sum)s?\b"
    r"(?:(?!\b(?:was|were|is|are|since|because)\b)[^.;:,]){0,60}? (?:was|were|is|are) "
    r"too (?:low|high|small|large|big)"
    r"|rely on the (?:higher|lower|later|latter|newer) (?:number|figure|total))\b",
    re.IGNORECASE,
)
_DIFFERS = regex(
    r"\b(?:these|those|the|this|that) (?:figures?|numbers?|totals?)(?: \w+){0,3}? (?:differs?|(?:is|are) different)"
    r" from (?:those|that|the (?:one|ones|figures?|numbers?|totals?)) "
    r"(?:which |that )?(?:I|we|he|she|they|was|were|given|my)\b",
    re.IGNORECASE,
)
"""Before numbers that were given another time, and that those told now take the place of."""
_WINDOW = 5
"""How many sentences back a correction may reach for what it corrects."""


def corrected(text: str, found: Sequence[Figure]) -> tuple[tuple[Figure, ...], tuple[Link, ...]]:
    """The figures FOUND in TEXT, those that correct others filled from them, and a link from each such to the other."""
    pairs: dict[str, str] = {}
    by_sentence = _by_sentence(text, found)
    spans = sorted(by_sentence, key=lambda s: s.start)
    for index, span in enumerate(spans):
        before = [f for s in spans[max(0, index - _WINDOW) : index] for f in by_sentence[s]]
        for new, old in _pairs(text, span, by_sentence[span], before, found):
            for one in (old, *_given_before(old, before)):
                if new.id != one.id and one.id not in pairs and pairs.get(new.id) != one.id:
                    pairs[one.id] = new.id
    righted = [p for p in righted_to(text, spans, by_sentence, nearest) if p[1].id not in pairs]
    for right, slip in (*righted, *put_right(text, spans, by_sentence, alike), *told_anew(text, spans, by_sentence)):
        for one in (slip, *_first_told(slip, found)):
            pairs.setdefault(one.id, right.id)
    by_id = {f.id: f for f in found}
    claimed = {old: new for old, new in pairs.items() if _only_claimed(text, by_id[new])}
    pairs = {old: new for old, new in pairs.items() if old not in claimed}
    disputed = claimed | _disputes(text, spans, by_sentence, pairs)
    filled: dict[str, Figure] = {}
    moved = {new.id for new, _ in righted}
    for early, late in (pairs | disputed).items():
        old = filled.get(early, by_id[early])
        filled[late] = _filled(filled.get(late, by_id[late]), old, of_that_time=late in moved)
    filled |= _of_the_same(found, filled, by_id, pairs)
    links = [Link(LinkKind.CORRECTS, new, old, "", by_id[new].source_id) for old, new in pairs.items()]
    links += [Link(LinkKind.CONFLICTS, new, old, "", by_id[new].source_id) for old, new in disputed.items()]
    kept = (_of_what_stands(filled.get(f.id, f), pairs, by_id) for f in found)
    return tuple(kept), tuple(links)


def _of_the_same(
    found: Sequence[Figure], filled: dict[str, Figure], by_id: dict[str, Figure], pairs: dict[str, str]
) -> dict[str, Figure]:
    """The numbers that are told for another time of what was put right before: "*The right figure* is 40. In 2010 *it
    was* 52": both count what the wrong one did."""
    more: dict[str, Figure] = {}
    for figure in found:
        own = figure.period is not None or figure.as_at is not None
        if figure.id in filled or figure.id in pairs or not own or not _RIGHT_FIGURE.fullmatch(figure.counted):
            continue
        right = [i for i in filled if by_id[i].counted == figure.counted and by_id[i].span.end < figure.span.start]
        if right:
            one = replace(figure, part_of=None, population="") if figure.part_of in right else figure
            more[figure.id] = _filled(one, filled[max(right, key=lambda i: by_id[i].span.start)])
    return more


_RIGHT_FIGURE = regex(
    r"(?:the |our |its )?(?:right|correct|corrected|true|real|actual|accurate|proper) "
    r"(?:figure|number|total|count|sum|answer)s?",
    re.IGNORECASE,
)
"""What counts a number, and does not say of what."""


def _of_what_stands(part: Figure, pairs: dict[str, str], by_id: dict[str, Figure]) -> Figure:
    """PART as of the number that its whole was put right to, where it is told after that."""
    new = by_id.get(pairs.get(part.part_of or "", ""))
    if new is None or new.id == part.id or new.span.end > part.span.start or new.value is None or part.value is None:
        return part
    return part if part.unit != "%" and part.value > new.value else replace(part, part_of=new.id)


_CLAIMED = regex(
    r"\b(?:charit(?:y|ies)|unions?|campaign\w*|groups?|guild|critics?|opposition|lawyers?|associations?|federations?"
    r"|residents|societ(?:y|ies)|activists?|shadow)\b[^;.]*\b(?:true|real|right|correct)\b[^;.]*$",
    re.IGNORECASE,
)


def _only_claimed(text: str, new: Figure) -> bool:
    """Whether a "true" number is so only by the word of others than those whose count it is: "the charity says"."""
    return _CLAIMED.search(text, new.context.start, new.span.start) is not None


_NUMBER = r"(?:figure|number|claim|estimate|total|count|sum|account)s?"
_DISPUTED = regex(
    r"\b(?:disput|contest|reject|challeng|dismiss|contradict|den(?:y|ie)|refut|rebut|question)\w*\b[^.;]{0,24}?"
    rf"\b(?:this|that|it|its|their|his|her|the)\b(?: \w+(?:'s?)?)?(?: {_NUMBER}\b)?"
    r"[^.;]{0,40}?\b(?:saying|insisting|claiming|and|but|putting|giving|which)\b"
    rf"|\b(?:insist|maintain|counter)\w*\b[^.;]{{0,30}}?\bthe (?:real |true |actual |correct )?{_NUMBER}\b",
    re.IGNORECASE,
)
"""Words that set a number against the one that somebody else gave just before."""


def _disputes(
    text: str, spans: Sequence[Span], by_sentence: dict[Span, list[Figure]], pairs: dict[str, str]
) -> dict[str, str]:
    """Of each number that somebody disputes, the one that is given instead: neither is known to be right."""
    told: dict[str, str] = {}
    for before, span in pairwise(spans):
        match = _DISPUTED.search(text, span.start, span.end)
        said = [f for f in by_sentence[span] if match is not None and f.span.start >= match.end() - 1]
        for new in said[:1]:
            old = nearest(new, by_sentence[before])
            if old is not None and shared(new, old) and old.id not in pairs and new.id not in pairs.values():
                told[old.id] = new.id
    return told


def _first_told(old: Figure, found: Sequence[Figure]) -> list[Figure]:
    """The figure that OLD only gives again, wherever in the text that stands."""
    again = old.inherited.split(". ")
    return [f for f in found if f.id != old.id and f.value == old.value and f.measure in again]


def _given_before(old: Figure, before: Sequence[Figure]) -> list[Figure]:
    """Where the correction names the number that it corrects, the mentions of that number before it."""
    return [f for f in before if f.value == old.value and f.unit == old.unit and alike(f, old)]


def _by_sentence(text: str, found: Sequence[Figure]) -> dict[Span, list[Figure]]:
    held: dict[Span, list[Figure]] = {s: [] for s in sentences(text)}
    spans = sorted(held, key=lambda s: s.start)
    starts = [s.start for s in spans]
    for figure in found:
        at = bisect_right(starts, figure.span.start) - 1
        if at >= 0 and figure.span.within(spans[at]) and figure.value is not None:
            held[spans[at]].append(figure)
    return held


def _pairs(
    text: str, span: Span, here: list[Figure], before: list[Figure], found: Sequence[Figure]
) -> list[tuple[Figure, Figure]]:
    """The (new, old) pairs that one sentence tells of."""
    pairs: list[tuple[Figure, Figure]] = []
    for index, figure in enumerate(here):
        lead = text[span.start : figure.span.start]
        if _FROM.search(lead) and "from" in lead[-6:]:
            follows = here[index + 1] if index + 1 < len(here) and _joined_to(text, figure, here[index + 1]) else None
            twin = follows or _same_thing(figure, found)
            pairs += [(twin, figure)] if twin else []
    right = _RIGHT.search(text, span.start, span.end)
    if right and not pairs:
        named = [f for f in here if f.span.start >= right.start()]
        pairs += _matched(named, [f for f in [*before, *here] if f.span.end <= right.start()])
    if not pairs and not right and (differs := _DIFFERS.search(text, span.start, span.end)) is not None:
        olds = [f for f in here if f.span.start >= differs.end()]
        pairs += [(new, old) for old in olds if (new := _same_thing(old, before)) is not None]
    wrong = _WRONG.search(text, span.start, span.end)
    if wrong and not pairs and not right:
        pairs += _told_wrong(wrong, here, before, found)
    return pairs


def _matched(named: list[Figure], left: list[Figure]) -> list[tuple[Figure, Figure]]:
    """Each of NAMED with the one of LEFT that it corrects: by its words, then its size; a single one with the last."""
    if len(named) == 1:
        old = nearest(named[0], left)
        return [(named[0], old)] if old else []
    ranked = sorted(
        ((new, old) for new in named for old in left if alike(new, old)),
        key=lambda pair: (-shared(*pair), apart(*pair)),
    )
    pairs: list[tuple[Figure, Figure]] = []
    for new, old in ranked:
        if all(new is not n and old is not o for n, o in pairs):
            pairs.append((new, old))
    return pairs


def _told_wrong(
    wrong: re.Match[str], here: list[Figure], before: list[Figure], found: Sequence[Figure]
) -> list[tuple[Figure, Figure]]:
    """The last figure given before "that was wrong", and the one that the text gives of the same thing beside it."""
    given = [f for f in [*before, *here] if f.span.end <= wrong.start()]
    if wrong.group().lower().startswith("rely on the"):
        return _relied_on(wrong.group().lower(), given)
    if not given:
        return []
    if amiss := TOO.search(wrong.group()):
        return put_up_or_down(wrong, [f for f in found if f.value is not None], amiss["way"])
    old = given[-1]
    new = nearest(old, given[:-1]) or _same_thing(old, found)
    return [(new, old)] if new else []


def _relied_on(words: str, given: list[Figure]) -> list[tuple[Figure, Figure]]:
    for one in reversed(given):
        other = nearest(one, [g for g in given if g is not one])
        if other is None or one.value is None or other.value is None:
            continue
        high, low = (one, other) if one.value > other.value else (other, one)
        if "higher" in words or "lower" in words:
            return [(high, low)] if "higher" in words else [(low, high)]
        first, last = sorted((one, other), key=lambda f: f.span.start)
        return [(last, first)]
    return []


def _joined_to(text: str, one: Figure, other: Figure) -> bool:
    return bool(_TO.search(text[one.span.end : other.span.start]))


def _same_thing(figure: Figure, found: Sequence[Figure]) -> Figure | None:
    """The figure elsewhere in the text that is for the same time, of about the same size."""
    if figure.period is None and figure.as_at is None:
        return None
    time = (figure.period and (figure.period.start, figure.period.end), figure.as_at)
    same = [f for f in found if f.id != figure.id and time == (f.period and (f.period.start, f.period.end), f.as_at)]
    close = [f for f in same if alike(figure, f) and apart(figure, f) <= Decimal("0.25")]
    return max(close, key=lambda f: (shared(figure, f), -apart(figure, f)), default=None)


def _filled(new: Figure, old: Figure, *, of_that_time: bool = False) -> Figure:
    """The correcting figure with what only the corrected one says: its time, its whole, and what it counts.

    OF_THAT_TIME: what time its own sentence gives is that of the correction, and not of what is counted.
    """
    timed = (new.period is not None or new.as_at is not None) and not of_that_time
    bare = all(lexicon().general(i) for i in lexicon().ids(new.counted))
    return replace(
        new,
        counted=old.counted if bare and old.counted else new.counted,
        unit=old.unit if bare else new.unit,
        period=new.period if timed else old.period,
        as_at=new.as_at if timed else old.as_at,
        part_of=new.part_of if new.part_of not in (None, old.id) else old.part_of,
        inherited=". ".join(p for p in (new.inherited, old.counted, old.measure, old.inherited) if p),
    )
