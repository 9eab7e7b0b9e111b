"""The labels that words of a question name in full, otherwise than by their terms.

They are spelt out, or named by ages, spells of time, the side of a number on which they lie, or what they leave out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.tables.affirmed import affirmed
from bot.tables.ages import and_those, bands_in, fewer_in, made_up_of, single_ages_in
from bot.tables.called import WHOLE, Named
from bot.tables.catalog import Listed
from bot.tables.hear import Asked
from bot.tables.label import Label, Way
from bot.tables.leaving import said_out
from bot.tables.matching import WITH_AND_WITHOUT
from bot.tables.ranged import ranges
from bot.tables.sides import side, side_in
from bot.tables.spelling import spelt
from bot.tables.spells import Spell, length_of, lengths_in, spell_of, spells_in
from bot.tables.spells import made_up_of as spells_made_up
from bot.tables.statistic import suited
from bot.tables.words import Word, alike, features, light
from corpus.cube import Role
from corpus.patterns import regex

__all__ = ["in_full"]


def in_full(question: Asked, way: Way, listed: Listed) -> Iterator[Named]:
    """The labels of one dimension that the question so names."""
    yield from _less(question, way)
    yield from _of_age(question, way)
    yield from _with_and_without(question, way)
    for labels, words in ranges(question, way):
        yield Named(way, labels, words, WHOLE + 0.1 * len(words))
    yield from _affirmed(question, way)
    yield from spelt(question, way)
    yield from _sided(question, way)
    yield from _of_spell(question, way, listed)


def _of_age(question: Asked, way: Way) -> Iterator[Named]:
    """The labels that are the band of ages that the question names, or make it up."""
    if len(way.bands) < 2:
        return
    singles = single_ages_in(question.text) if any(band.low == band.high for _, band in way.bands) else []
    sizes = [] if way.name_ids & _AGES else fewer_in(question.text)
    for start, end, band in (*bands_in(question.text), *singles, *sizes):
        words = frozenset(n for n, w in enumerate(question.words) if start <= w.start < end)
        codes = made_up_of(band, way.bands)
        if not codes and (wider := and_those(question.text[start:end], band)) is not None:
            codes = made_up_of(wider, way.bands)
        if codes and words:
            yield Named(way, tuple(way.labels[c] for c in codes), words, WHOLE + 0.1 * len(words))


_AGES = frozenset({"age"})
_WITHOUT = regex(r"\b(?:without|no|not|non)\b", re.IGNORECASE)


def _with_and_without(question: Asked, way: Way) -> Iterator[Named]:
    """The two labels of those with something and of those without it, where both are asked for ("boats *with and
    without* a licence", of "Licence held" and "No licence")."""
    for n, word in enumerate(question.words):
        if WITH_AND_WITHOUT.search(question.text[: word.start]) is None:
            continue
        both = [label for label in way.labels if word.ids & label.ids and label.n not in way.sums]
        lacking_it = [label for label in both if _WITHOUT.search(label.code.words)]
        if len(both) == 2 and len(lacking_it) == 1:
            after = range(n, len(question.words))
            spans = {question.words[k].whole for k in after if _is_of(question.words[k], both)}
            words = frozenset(k for k in after if question.words[k].whole in spans)
            yield Named(way, tuple(both), words, WHOLE + 0.1 * len(words))


def _is_of(word: Word, labels: list[Label]) -> bool:
    return any(word.ids & label.ids for label in labels)


def _less(question: Asked, way: Way) -> Iterator[Named]:
    """The label that leaves out just what the question does ("Total loans excluding renewals")."""
    if (found := said_out(question, way.labels)) is not None:
        yield Named(way, (found[0],), found[1], WHOLE + 0.1 * len(found[1]))


def _sided(question: Asked, way: Way) -> Iterator[Named]:
    """The one of labels with the same number that lies on the side of it that is asked about: "six months or more",
    beside "Less than 6 months"."""
    for n, word in enumerate(question.words):
        if word.kind != "number" or n in question.denied:
            continue
        asked, _ = side(question.text, word.start, word.end)
        sides = [(label, lies) for label in way.labels if (lies := side_in(label.code.words, word))]
        mine = [label for label, lies in sides if lies == asked]
        if len({lies for _, lies in sides}) > 1 and len(mine) == 1 and _only_numbered(mine[0], word):
            yield Named(way, tuple(mine), frozenset({n}), WHOLE)


def _only_numbered(label: Label, word: Word) -> bool:
    """Whether nothing must be said to name a label but its number."""
    return all(need.term in word.ids or need.term in light() for need in label.needed)


_TAKEN = frozenset({"time", "taken", "took", "take", "length", "duration", "wait", "minut", "hour"})


def _of_spell(question: Asked, way: Way, listed: Listed) -> Iterator[Named]:
    """The labels that are the spell of hours or minutes that the question names, or make it up: "took more than an
    hour", of "Over 60 minutes"."""
    for asked, own in ((spells_in(question.text), spell_of), (lengths_in(question.text), length_of)):
        if asked and not (own is length_of and (way.name_ids & _AGES or way.role in (Role.TIME, Role.MEASURE))):
            told = [(label.n, *spell) for label in way.labels if (spell := own(label.code.words)) is not None]
            yield from _made_up(question, way, listed, asked, told)


def _made_up(
    question: Asked,
    way: Way,
    listed: Listed,
    asked: list[tuple[int, int, Spell]],
    told: list[tuple[int, Spell, str]],
) -> Iterator[Named]:
    """The labels, TOLD with their spells and what else they say, that make up a spell that is ASKED."""
    fitting = {label.n for label in suited(way, question.text)} if way.role is Role.MEASURE else set()
    counts = {label.n for label in way.labels if way.role is not Role.MEASURE or label.code.additive}
    for start, end, one in asked:
        words = frozenset(
            n for n, w in enumerate(question.words) if start <= w.start < end and n not in question.denied
        )
        said = frozenset(i for n, w in enumerate(question.words) if n not in words for i in w.ids)
        known = said | listed.counted | way.common | light() | _TAKEN
        own = [(n, spell) for n, spell, rest in told if all(alike(frozenset({i}), known) for i in features(rest))]
        mine = [[(n, spell) for n, spell in own if n in some] for some in (fitting, counts)]
        codes = next((made for some in mine if (made := spells_made_up(one, some))), ()) if words else ()
        if codes:
            yield Named(way, tuple(way.labels[c] for c in codes), words, WHOLE + 0.1 * len(words))


def _affirmed(question: Asked, way: Way) -> Iterator[Named]:
    """The row of a heading that the question affirms."""
    if (found := affirmed(question, way)) is not None:
        yield Named(way, (found[0],), found[1], WHOLE + 0.1 * len(found[1]))
