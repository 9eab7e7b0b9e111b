"""The one of two that are counted together, by what there is of the other: 640 tugs and barges, "of which 410 tugs"."""

from __future__ import annotations

import re

from bot.choosing import Found
from bot.derive import Incomparable, difference
from bot.query import Wanted
from bot.scales import Scales
from bot.together import ALONE, sides
from bot.units import unit_class
from corpus.extract.sense import ASSERTED, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["other_of_two"]


def other_of_two(wanted: Wanted, scales: Scales) -> Found | None:
    """What WANTED asks for, where the record counts it together with one other thing, and gives that by itself."""
    for whole in scales.view.figures.values():
        two = sides(wanted, whole)
        if two is None or len(two[1]) != 1 or scales.view.latest(whole).id != whole.id:
            continue
        held = scales.fits(wanted, [whole])[0]
        if held.missing != (ALONE,) or not all(held.times) or held.loose:
            continue
        parts = [
            p for p in scales.view.parts(whole) if p.value is not None and unit_class(p.unit) == unit_class(whole.unit)
        ]
        if len(parts) == 1 and _is_just(parts[0], two[1][0], two[0], whole):
            try:
                return Found(worked=difference(whole, parts[0]), note="remainder")
            except Incomparable:
                continue
    return None


_ABOUT = regex(
    r"\b(?:concern(?:ed|s|ing)?|relat(?:ed|es|ing) to|involv(?:ed|es|ing)|regard(?:ed|s|ing)|dealt with)\b", re.I
)
"""Words that only say that a thing is of another."""


def _is_just(part: Figure, other: frozenset[str], asked: frozenset[str], whole: Figure) -> bool:
    """Whether PART is told to be the OTHER of the two and nothing more, and not those ASKED for."""
    told = senses(_ABOUT.sub(" ", f"{part.counted}. {part.measure}"))
    own = {s.id for s in told if s.mark == ASSERTED and not lexicon().general(s.id)}
    known = other | lexicon().ids(f"{whole.measure}. {whole.counted}")
    return other <= own and not asked & own and own <= known
