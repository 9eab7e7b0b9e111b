"""What is left of a whole, told without its number: "640 kites flew, 25 were torn *and the others were put away*".

The rest is the whole less all the parts that its sentence gives, and is only worked out where the question names what
is said of the rest, no part has that for its own, and everything else that is asked is said of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.derive import Worked, difference, digits
from bot.heard import Line, bears, ids_of
from bot.lines import Lines
from bot.query import Wanted
from bot.scales import Scales
from bot.units import unit_class
from corpus.extract.sense import ASSERTED, Sense
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure, Qualifier

__all__ = ["Leftover", "leftover", "less_all"]

_REST = regex(
    r"(?P<did>\b[a-z]+ed\s+)?\b(?:all\s+)?the\s+(?:rest|remainder|balance|others|remaining\s+[a-z]+s|remaining\s+(?:women|men|people|children))\b"
    r"(?P<said>[^.;:]*)",
    re.IGNORECASE,
)
_TOLD = regex(r"\bthe\s+(?:rest|remainder|balance|others|remaining)\b", re.IGNORECASE)
"""What stands wherever there is a rest: where it does not, no line need be read for one."""
_UNSURE = regex(r"\b(?:or|cannot|can['\u2019]t|could not|couldn['\u2019]t)\b", re.IGNORECASE)
"""Of a rest that did one thing or another nobody knows how many did which."""
_TO_COME = regex(
    r"\b(?:will|would|shall|may|might|should|is to|are to|due to|to be|expected|planned|hopes?|still)\b", re.IGNORECASE
)
"""What is yet to come of a rest has not been done to it."""
_OPENS = 6
"""In so many characters of its sentence the rest is that of the sentence before."""
_NEAR = 3
"""So many sentences before may name what the whole is of."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """What is left, worked out, with what is told before the formula: the sum of the parts where they are several."""

    worked: Worked
    lead: str = ""


def leftover(wanted: Wanted, scales: Scales, lines: Sequence[Line]) -> Leftover | None:
    """What is left of a whole, where it is that which WANTED asks for; None where no sentence tells of it."""
    telling = wanted.telling
    if not telling or wanted.choices or wanted.bounds or (isinstance(lines, Lines) and not lines.tell(_TOLD)):
        return None
    for index, line in enumerate(lines):
        match = _REST.search(line.text) if _TOLD.search(line.text) else None
        if match is None or _UNSURE.search(match["said"]):
            continue
        if _TO_COME.search(match["said"]) and not _TO_COME.search(wanted.words):
            continue
        said = ids_of(f"{match['did'] or ''} {match['said']}")
        own = [s for s in telling if s.mark == ASSERTED and bears(s, said)]
        parts = _parts(line, match, scales) if own else []
        if not parts or any(all(bears(s, _own(p)) for s in own) for p in parts):
            continue
        near = [x for x in lines[max(0, index - _NEAR) : index + 1] if x.source.id == line.source.id]
        found = _less(parts, scales)
        if found is not None and _told_of_part(wanted, own, *found):
            continue
        if found is not None and _of_whole(wanted, own, found[0], near, scales):
            return less_all(*found)
    return None


def _told_of_part(wanted: Wanted, own: Sequence[Sense], whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether what is asked last of all is told of a part, and neither of its WHOLE nor of the rest: it is the part.

    OWN are the terms that the rest bears out: "of the *lamps*, how many were oil lamps?" "40 were oil, the rest lamps".
    """
    above, last = _own(whole), max(s.start for s in own)
    others = [s for s in wanted.telling if s.start > last and s.mark == ASSERTED and not bears(s, above)]
    return any(bears(s, _own(part)) for s in others for part in parts)


def _own(figure: Figure) -> frozenset[str]:
    return ids_of(f"{figure.counted}. {figure.measure}")


def _parts(line: Line, rest: re.Match[str], scales: Scales) -> list[Figure]:
    """The exact figures that the rest is told after: of its sentence, or of the one before where it opens its own."""
    at = line.span.start + rest.start()
    own = [f for f in scales.view.figures.values() if f.source_id == line.source.id and f.span.end <= at]
    here = [f for f in own if f.span.within(line.span)]
    if not here and rest.start() <= _OPENS and own:
        last = max(own, key=lambda f: f.span.start)
        here = [f for f in own if f.context == last.context and f.context.end + _OPENS > line.span.start]
        here += _with_those_before(here, own)
    kept = [f for f in here if f.value is not None and not f.note and unit_class(f.unit) in ("count", "money")]
    return sorted(kept, key=lambda f: f.span.start) if all(f.qualifier is Qualifier.EXACTLY for f in kept) else []


_FURTHER = regex(r"^(?:a further|another)\b", re.IGNORECASE)


def _with_those_before(here: Sequence[Figure], own: Sequence[Figure]) -> list[Figure]:
    """The parts of the same whole that "a *further* 40" came on top of, in the sentence before."""
    first = min(here, key=lambda f: f.span.start, default=None)
    if first is None or first.part_of is None or _FURTHER.match(first.measure) is None:
        return []
    before = [f for f in own if f.context.end <= first.context.start]
    last = max(before, key=lambda f: f.span.start, default=None)
    kin = [f for f in before if last is not None and f.context == last.context and f.part_of == first.part_of]
    return kin if len(kin) == 1 else []


def _less(parts: Sequence[Figure], scales: Scales) -> tuple[Figure, list[Figure]] | None:
    """The whole, and the parts that it is to be lessened by: parts of one whole, or of the first of PARTS."""
    for whole in dict.fromkeys(w.id for p in parts if (w := scales.view.whole(p)) is not None):
        inside = [p for p in parts if p.part_of == whole]
        if all(p.id == whole or p in inside for p in parts):
            return _greater(scales.view.figures[whole], inside)
    first, others = parts[0], list(parts[1:])
    alike = others and all(o.unit == first.unit and o.counted.lower() == first.counted.lower() for o in others)
    return _greater(first, others) if alike and all(o.part_of is None for o in others) else None


def _greater(whole: Figure, parts: list[Figure]) -> tuple[Figure, list[Figure]] | None:
    total = sum((p.value or Decimal(0) for p in parts), Decimal(0))
    exact = whole.qualifier is Qualifier.EXACTLY
    return (whole, parts) if exact and parts and whole.value is not None and total < whole.value else None


def _of_whole(wanted: Wanted, own: Sequence[Sense], whole: Figure, near: Sequence[Line], scales: Scales) -> bool:
    """Whether all else that is asked is said of WHOLE, or in common words of the sentences right before."""
    left = [s for s in wanted.terms if s not in own]
    kept = replace(
        wanted,
        words=" ".join(s.words for s in left),
        focus=tuple(s for s in wanted.focus if s in left),
        rest=tuple(s for s in wanted.rest if s in left),
        unit="",
    )
    held = scales.fits(kept, [whole])[0]
    told = ids_of(". ".join(line.text for line in near))
    lacking = [s for s in left if s.words in held.missing]
    plain = all(lexicon().kind(s.id) in ("word", "concept", "action") and not s.words[:1].isupper() for s in lacking)
    others = [m for m in held.missing if m not in {s.words for s in left}]
    return all(held.times) and not others and plain and all(bears(s, told) for s in lacking) and len(lacking) < 3


def less_all(whole: Figure, parts: Sequence[Figure]) -> Leftover:
    """WHOLE less all of its PARTS, worked out."""
    if len(parts) == 1:
        return Leftover(difference(whole, parts[0]))
    assert whole.value is not None
    total = sum((p.value or Decimal(0) for p in parts), Decimal(0))
    result = whole.value - total
    added = " + ".join(digits(p.value or Decimal(0)) for p in parts)
    expression = f"{digits(whole.value)} \u2212 {digits(total)} = {digits(result)}"
    worked = Worked("difference", expression, result, whole.unit, (*parts, whole), qualifier=whole.qualifier)
    return Leftover(worked, f"{added} = {digits(total)}; then ")
