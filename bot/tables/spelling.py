"""The labels of a table whose very words stand in a question, and how well a way of saying them suits a dimension."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from bot.tables.bound_for import DESTINATION
from bot.tables.called import PEOPLED, WHOLE, Named
from bot.tables.entitled import calls_rows, entitled
from bot.tables.hear import Asked
from bot.tables.label import Label, Way
from bot.tables.statistic import suited
from bot.tables.words import keys
from corpus.cube import Role
from corpus.patterns import regex

__all__ = ["COMPASS", "levelled", "spelt", "way_suits"]

_LONGEST = 12
"""Words in the longest label that is looked for as it is spelt."""
COMPASS = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "greater",
        "inner",
        "outer",
        "mid",
        "new",
        "upper",
        "lower",
        "central",
        "northern",
        "southern",
        "eastern",
        "western",
    ]
)
"""What stands before a place's name for a part of it, or for another place ("New York")."""


def spelt(question: Asked, way: Way) -> Iterator[Named]:
    """The labels whose very words stand in the question, the longest first, none within another."""
    held: set[int] = set()
    owed = entitled(question, way)
    for at, run in _runs(tuple(t[0] for t in question.tokens)):
        codes, length = way.spelt.get(run), len(run)
        codes = [c for c in codes if c in owed] if codes and owed is not None else codes
        if not codes:
            continue
        place = set(range(at, at + length))
        if place & held or _within_longer(question, way, at, length):
            continue
        if length == 1 and _compares(question, at):
            continue
        if _cut(question, at, length) and not any(_CUTS.search(way.labels[c].code.words) for c in codes):
            continue
        start, end = question.tokens[at][1], question.tokens[at + length - 1][2]
        words = frozenset(n for n, w in enumerate(question.words) if start <= w.start and w.end <= end)
        lone = question.words[next(iter(words))] if len(words) == 1 else None
        if lone is not None and calls_rows(question, lone, way):
            continue
        if words:
            held |= place
            labels = _as_asked(question, way, tuple(way.labels[c] for c in dict.fromkeys(codes)))
            weight = WHOLE + 0.1 * len(words) + way_suits(question, words, way)
            yield levelled(question, Named(way, labels, words, weight, len(labels) > 1))


_CUTS = regex(r"[,;]")


def _cut(question: Asked, at: int, length: int) -> bool:
    """Whether a comma stands among words: "Danish, Finnish" are two peoples, and no "Danish Finnish"."""
    pairs = pairwise(question.tokens[at : at + length])
    return any(_CUTS.search(question.text[one[2] : after[1]]) for one, after in pairs)


def _as_asked(question: Asked, way: Way, labels: tuple[Label, ...]) -> tuple[Label, ...]:
    """The one of measures that are spelt alike, but for what they are told in, that is of the statistic that is asked
    for: "the share of boats holed", of "Boats holed" and "Boats holed (%)"."""
    if len(labels) < 2 or way.role is not Role.MEASURE:
        return labels
    if (whole := _their_whole(way, labels)) is not None:
        return (whole,)
    fitting = suited(way, question.text)
    mine = tuple(label for label in labels if label in fitting)
    return mine if len(mine) == 1 else labels


def _their_whole(way: Way, labels: tuple[Label, ...]) -> Label | None:
    """The measure that is called the whole of LABELS, which only what stands in their brackets tells apart: "Total crew
    refused", of "Crew refused (licensed)" and "Crew refused (unlicensed)"."""
    plain = {tuple(keys(_BRACKETED.sub(" ", label.code.words))) for label in labels}
    bare = next(iter(plain)) if len(plain) == 1 else ()
    wholes = [o for o in way.labels if bare and tuple(o.keys) in {("total", *bare), (*bare, "total")}]
    return wholes[0] if len(wholes) == 1 else None


_BRACKETED = regex(r"\s*\([^)]*\)")


@lru_cache(maxsize=8)
def _runs(names: tuple[str, ...]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The runs of words of a question that may spell a label, each with where it begins; the longest first."""
    lengths = range(min(_LONGEST, len(names)), 0, -1)
    return tuple((at, names[at : at + n]) for n in lengths for at in range(len(names) - n + 1))


_COMPARING = frozenset({"higher", "lower", "greater"})
_NO_SORT = frozenset(
    {"than", "in", "for", "at", "on", "by", "and", "or", "between", "since", "during", "among", "across"}
)
_NO_SORT |= {"this", "that", "was", "were", "is", "are", "when", "if"}


def _compares(question: Asked, at: int) -> bool:
    """Whether a word sets one thing against another and tells no sort ("higher than", "was it lower?")."""
    if question.tokens[at][0] not in _COMPARING:
        return False
    after = question.tokens[at + 1] if at + 1 < len(question.tokens) else None
    return after is None or after[0] in _NO_SORT or not question.text[question.tokens[at][2] : after[1]].isspace()


def _within_longer(question: Asked, way: Way, at: int, length: int) -> bool:
    """Whether words are only a part of a longer place's name: "Wales" in "England and Wales", "York" in "New York"."""
    start, end = question.tokens[at][1], question.tokens[at + length - 1][2]
    inside = [w for w in question.words if start <= w.start and w.end <= end]
    if any(w.kind == "place" and (w.whole[0] < start or w.whole[1] > end) for w in inside):
        return True
    before = question.tokens[at - 1] if at else None
    placed = way.role is Role.PLACE or any(w.kind == "place" for w in inside)
    return placed and before is not None and before[0] in COMPASS and question.text[before[2] : start].isspace()


_UPPER = frozenset({"region", "regional", "country", "nation"})
_LEAF = frozenset(
    [
        "force",
        "police",
        "constabulary",
        "authority",
        "council",
        "district",
        "borough",
        "county",
        "school",
        "trust",
        "constituency",
    ]
)


def levelled(question: Asked, one: Named) -> Named:
    """Of labels that are spelt alike and of which one is a part of the other, the one whose level the question says."""
    if len(one.labels) < 2 or not one.several:
        return one
    said = _said_beside(question, one.words)
    upper = bool(said & _UPPER) - bool(said & _LEAF)
    above = [a for a in one.labels if any(a.n in one.way.above(b.n) for b in one.labels)]
    below = [b for b in one.labels if b not in above]
    if above and upper:
        chosen = above if upper > 0 else below
        return replace(one, labels=tuple(chosen), several=len(chosen) > 1)
    return one


def _said_beside(question: Asked, words: frozenset[int]) -> set[str]:
    """The words just before and just after those that name a label, less what is said not to be meant."""
    near = [n for n in range(min(words) - 1, max(words) + 4) if n not in words and 0 <= n < len(question.words)]
    text = question.text
    return {
        text[w.start : w.end].lower().rstrip("s") for n in near if n not in question.denied for w in [question.words[n]]
    }


def way_suits(question: Asked, words: frozenset[int], way: Way) -> float:
    """How well the way of naming suits a dimension: people by their nationality, a place that one goes to by it."""
    first = question.words[min(words)]
    headed = _heads(way)
    beside = 0.3 * len(headed & _said_beside(question, words)) if headed else 0.0
    if first.kind == "nationality" and _LANGUAGES in way.name_ids and _SPOKEN.search(question.text):
        return beside + 0.4
    if first.kind == "nationality":
        return beside + (0.4 if way.name_ids & PEOPLED else -0.4 if way.name_ids & DESTINATION else 0.0)
    if first.kind == "place":
        before = question.text[: first.start].lower().removesuffix("the ").split()[-1:]
        if before == ["to"] or before == ["into"]:
            return beside + (0.4 if way.name_ids & DESTINATION else -0.4 if way.name_ids & PEOPLED else 0.0)
        if before == ["from"]:
            return beside + (0.4 if way.name_ids & PEOPLED else -0.4 if way.name_ids & DESTINATION else 0.0)
    return beside


_LANGUAGES = "languages"
_SPOKEN = regex(r"\b(?:languages?|tongues?|sp(?:eak|oke)\w*)\b", re.IGNORECASE)


def _heads(way: Way) -> set[str]:
    return {w.lower().rstrip("s") for w in re.findall(r"[A-Za-z]+", way.dimension.name)} & (_UPPER | _LEAF)
