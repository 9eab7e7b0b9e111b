"""How well a figure fits what is asked: every term of the question is borne out, or named as uncovered.

A term is borne out by the figure's own words (what it counts, its measure, its breakdown), or by those of the whole
that it is part of, since a part has every property of its whole. Words that merely stand in the same sentence count
for little, and never for a thing counted, a place, a nationality or an offence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from bot.bearing import (
    BESIDE,
    INHERITED,
    NAMED,
    OWN,
    RELATED,
    Profile,
    borne,
    charged_for,
    inherited,
    level,
    marked,
    profile,
    spent_on,
)
from bot.by_whom import deed_of_another
from bot.called import called, on_top, short_for
from bot.clauses import RETOLD, bounded, of_another, own_clause, told_before
from bot.happened import goes_before, happened
from bot.lasting import LIMITED, all_of_them, only_so_long
from bot.of_the_counted import at_so_many, only_modifies, some_of_the_people
from bot.offenders import other_than_these as offences
from bot.owed import only_left_open
from bot.own_voice import its_own
from bot.parts_of_places import in_another_part
from bot.persons import only_animals, only_lifeless, only_the_deed, only_things
from bot.question import Wanted
from bot.some import only_some
from bot.tellers import given_by, is_department, was_told
from bot.time_to_come import times_met
from bot.times import Timing
from bot.together import only_together
from bot.topical import topical
from bot.unasked import extra, lead, of_one_time_of_several, of_what_went_before, unasked_heads, unasked_period
from bot.units import CASH_WORDS, SHARE_WORDS, TIME_UNITS, is_measure, unit_class, wrong_unit
from bot.unmet import unmet
from bot.view import View
from corpus.extract.figures import BEFORE
from corpus.extract.sense import ASSERTED, DENIED, Sense, befallen, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["OF_A_PART", "Fit", "Profile", "fit", "inherited", "profile"]


@dataclass(frozen=True)
class Fit:
    """A figure held against a question: what is missing, what it says beyond the question, and how it scores."""

    figure: Figure
    score: float
    unborne: tuple[str, ...]
    """The terms of the question that nothing of the figure bears out, in the question's words."""
    loose: tuple[str, ...]
    times: tuple[Timing, ...]
    extra: float
    depth: int
    direct: int
    narrower: int = 0
    """How many terms of what the figure counts are neither asked for nor its whole's."""
    elsewhere: bool = False
    """Whether it is told of another place in passing, while no place is asked about."""
    further: Callable[[], Sequence[str]] = field(default=tuple, compare=False, repr=False)
    """What reads the conditions besides terms that are not met: much work, which most figures need not be put to."""

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """Every condition of the question that is not borne out, but for its times."""
        return (*self.unborne, *self.further())

    @cached_property
    def complete(self) -> bool:
        """Whether every condition of the question is borne out."""
        return not self.unborne and all(self.times) and not self.missing

    def lacking_too(self, more: tuple[str, ...]) -> Fit:
        """The same, lacking MORE besides."""
        return replace(self, further=lambda: (*self.further(), *more)) if more else self


def fit(
    wanted: Wanted,
    figure: Figure,
    view: View,
    sentence: str,
    setting: str = "",
    topic: Container[str] = frozenset(),
    background: frozenset[str] = frozenset(),
    *,
    picked: bool = False,
    named: Container[str] = frozenset(),
) -> Fit:
    """Hold FIGURE against WANTED. SETTING is text that its whole source stands under, such as its title.

    TOPIC are the terms that its whole source is about, which its sentences need not name again; BACKGROUND those that
    most figures of the record are told with, which set no figure apart from another. PICKED: it is of a large record.
    NAMED are the terms of the question that name what the whole source is of.
    """
    held = _Held(wanted, figure, view, sentence, setting, view.wholes(figure), picked, named)
    seen = profile(figure, own_clause(figure, sentence), inherited(figure, held.wholes))
    levels = _levels(held, seen, topic)
    times = times_met(wanted, figure, held.wholes)
    unasked = unasked_heads(wanted, seen, figure) - background
    unborne = tuple(s.words for s, level in levels.items() if level == 0.0)
    loose = [s.words for s, level in levels.items() if 0 < level <= BESIDE]
    more = extra(wanted, seen, figure, background) + (2.0 if figure.note == BEFORE and not wanted.times else 0.0)
    direct = sum(1 for level in levels.values() if level >= RELATED)

    def further() -> list[str]:
        lacking = [
            *_only_beside(held, seen, levels),
            *_lacking(held),
            *only_some(wanted, figure, view, seen, unasked, held.heads),
        ]
        if not picked:
            return lacking
        far_more = any(not lexicon().general(s.id) for s in levels) and more > _allowed(wanted, direct, times)
        unnamed = of_what_went_before(wanted, figure) or of_one_time_of_several(wanted, figure, view, sentence)
        return [*lacking, OF_A_PART] if far_more or unnamed else lacking

    score = _score(held, seen, levels) - 0.06 * more + 0.05 * sum(t == Timing.MATCH for t in times)
    return Fit(
        figure,
        score,
        unborne,
        tuple(loose),
        times,
        more,
        len(held.wholes),
        direct,
        narrower=len(unasked),
        elsewhere=_elsewhere(held, topic),
        further=further,
    )


@dataclass(frozen=True, slots=True)
class _Held:
    """A figure with what is wanted of it, and where it stands."""

    wanted: Wanted
    figure: Figure
    view: View
    sentence: str
    setting: str
    wholes: tuple[Figure, ...]
    picked: bool = False
    named: Container[str] = frozenset()

    @property
    def heads(self) -> tuple[Sense, ...]:
        """What is counted, in the question's words."""
        focus = self.wanted.focus
        return focus[-1:] if len(focus) > 1 else focus


def _levels(held: _Held, seen: Profile, topic: Container[str]) -> dict[Sense, float]:
    """How far each term of the question is borne out; those that only name the figure's unit are left aside."""
    wanted, figure, view = held.wanted, held.figure, held.view
    in_units = figure.unit in TIME_UNITS or is_measure(figure.unit)
    timed = frozenset({figure.unit, figure.unit.removesuffix("s")}) if in_units else frozenset()
    share, money = figure.unit == "%", unit_class(figure.unit) == "money"
    named = timed or (SHARE_WORDS if share else CASH_WORDS if money else frozenset())
    asked = [s for s in wanted.terms if s.id not in wanted.aside and s.words.lower() not in named]
    claimed, heads = _Claimed(figure, view), held.heads
    own = {s: level(s, seen, held.setting, s in heads, claimed, of_the_past=_once_done(s, wanted)) for s in asked}
    if all(level == OWN for level in own.values()):
        return own  # nothing bears a term out better than the figure's own words
    told = marked(". ".join([lead(figure, view), *(f"{f.counted}. {f.measure}" for f in view.rounded(figure))]))
    return {
        s: level
        if level == OWN
        else max(
            level,
            topical(s, topic, s in heads, wanted.words, held.setting),
            called(s, wanted.terms, seen),
            RELATED * (money and s in heads and spent_on(s, seen)),
            RELATED * (money and charged_for(s, seen)),
            INHERITED * (s not in heads and s.id in held.named),
            INHERITED * (borne(s, told) or its_own(s, held.sentence, held.view.source(figure))),
            OWN * on_top(s, figure, held.sentence),
            RELATED * (s in heads and short_for(s, seen, held.setting)),
        )
        for s, level in own.items()
    }


def _once_done(asked: Sense, wanted: Wanted) -> bool:
    """Whether ASKED is what was once done to them, and not how they stand: "locked up *for fraud*", "*are* locked up".

    Everybody who is called a prisoner was locked up once; it tells nothing of how many of them are held.
    """
    if not befallen(asked.id):
        return True  # nobody is called by it
    if re.search(rf"\b(?:is|are|now|still|remains?) (?:\w+ )?{re.escape(asked.words)}", wanted.words):
        return False
    return not lexicon().related("detained", asked.id) or any(s.kind == "offence" for s in wanted.terms)


_STILL_GONE = regex(
    r"\bstill (?:missing|lost|at large|unaccounted|untraced)\b"
    r"|\b(?:has|have|had|were|was|are|is)(?: not|n['\u2019]t| never) (?:yet )?(?:been )?"
    r"(?:found|traced|recovered|returned|located|accounted for|caught|recaptured)\b",
    re.IGNORECASE,
)
_FOUND = regex(
    r"\b(?:found|traced|recovered|returned|located|accounted for|caught|recaptured|turned up)\b", re.IGNORECASE
)


def _since_found(wanted: Wanted, figure: Figure, view: View) -> list[str]:
    """That they are *still* missing, where it is told that some of those that FIGURE counts were found."""
    if _STILL_GONE.search(wanted.words) is None:
        return []
    found = any(_FOUND.search(p.measure) for p in view.parts(figure))
    return ["how many still are"] if found else []


def _so_and_not_so(wanted: Wanted, figure: Figure) -> list[str]:
    """What is denied of those asked for and FIGURE's own words assert: of "40 lost dogs *found*" none was not found."""
    told = senses(figure.measure)
    denied = [s for s in wanted.terms if s.mark == DENIED]
    marks = {s.words: {t.mark for t in told if t.id == s.id} for s in denied}
    return [words for words, found in marks.items() if found == {ASSERTED}]


def _lacking(held: _Held) -> list[str]:
    """The conditions other than terms that are not borne out: events, limits, units, who said it, of which whole."""
    wanted, figure, view, sentence = held.wanted, held.figure, held.view, held.sentence
    said = f"{sentence} {figure.role} {held.setting}"
    kind = view.source(figure).kind.value
    missing = [wanted.told] if wanted.told and not was_told(wanted.told, said, kind) else []
    missing += [e.words for e in wanted.events if not (goes_before(e, wanted) or happened(e, figure.measure, sentence))]
    missing += [b.words for b in wanted.bounds if not bounded(b, figure, sentence) or of_another(b, figure, view)]
    if figure.value == 1 and figure.counted and f"one {figure.counted.lower()}" in wanted.words.lower():
        missing.append("how many")  # it is a condition of the question, and no answer to it
    missing += [*_since_found(wanted, figure, held.view), *_so_and_not_so(wanted, figure)]
    missing += [*unmet(wanted, figure, sentence, held.wholes), *wrong_unit(wanted, figure), *offences(wanted, figure)]
    missing += [s.words for s in wanted.terms if only_the_deed(s, figure, held.wholes)]
    missing += [s.words for s in held.heads if held.picked and only_things(s, wanted, figure)]
    missing += [s.words for s in wanted.terms if only_animals(s, wanted, figure)]
    missing += [s.words for s in held.heads if only_lifeless(s, wanted, figure)]
    missing += [*only_modifies(held.heads, figure), *at_so_many(held.heads, figure, sentence)]
    missing += some_of_the_people(held.heads, figure, view)
    if wanted.now and not view.source(figure).paraphrase and not _STANDS.search(f"{figure.measure} {figure.unit}"):
        missing.append("how things stand now")
    missing += [
        *all_of_them(wanted, held.wholes),
        *only_left_open(wanted, held.figure),
        *deed_of_another(wanted, held.figure, held.wholes),
        *only_together(wanted, figure, held.wholes),
        *in_another_part(wanted, figure),
    ]
    if wanted.sayer and not given_by(wanted.sayer, figure, view.source(figure)):
        missing.append(wanted.sayer)
    if wanted.sayer and is_department(wanted.sayer) and view.source(figure).paraphrase and _kind_unasked(held):
        missing.append("all of them, where only a kind is counted")
    return missing + _whole_missing(wanted, figure, view, held.wholes)


def _kind_unasked(held: _Held) -> bool:
    """Whether the figure is broken down by a kind that nobody asked about ("at large", of the *serious* alone)."""
    lex = lexicon()
    asked = {s.id for s in held.wanted.terms}
    own = {i for _, value in held.figure.breakdown for i in lex.ids(value) if not lex.general(i)}
    return any(i not in asked and asked.isdisjoint({*lex.broader(i), *lex.relatives(i)}) for i in own)


def _score(held: _Held, seen: Profile, levels: Mapping[Sense, float]) -> float:
    """How well the figure fits, its times and what it says beyond the question aside; 1 where all is its own words."""
    wanted, figure, view, wholes = held.wanted, held.figure, held.view, held.wholes
    weight = sum(level * _weight(s) for s, level in levels.items())
    full = sum(_weight(s) for s in levels) or 1.0
    return (
        weight / full
        - 0.12 * len(wholes)
        - unasked_period(wanted, figure, wholes)
        - (_OFF_HEAD if _of_another_thing(held.heads, seen) else 0.0)
        + (_OTHERS if _OTHER.search(wanted.words) and _OTHER.match(figure.counted) else 0.0)
        + (_OF_THAT if wanted.whole is not None and any(w.value == wanted.whole for w in wholes) else 0.0)
        + (_MAIN if len(view.parts(figure)) >= _PARTS else 0.0)
        - (RETOLD if told_before(wanted, figure, view) else 0.0)
        - (LIMITED if only_so_long(wanted, figure) else 0.0)
    )


OF_A_PART = "all of that, where only a part of it is told"
"""What a figure lacks whose own words say far more than was asked, so that it is of another and narrower thing."""
_MORE_FOR_EACH = 2.5
"""So much may a figure of a large record say beyond the question for each of the question's conditions that it bears.

Of a small record, which is about one matter, nothing follows from it. Measured over the exams of prose: of 210 right
figures three say more, of the wrong ones that a large record gave to questions that it does not answer, all but one.
"""


def _allowed(wanted: Wanted, direct: int, times: Sequence[Timing]) -> float:
    """How much a figure may say beyond the question that bears so many of its terms, and is of its times."""
    conditions = (wanted.told, wanted.sayer, *wanted.events, *wanted.bounds, *times)
    return 1 + _MORE_FOR_EACH * (direct + sum(map(bool, conditions)))


_OFF_HEAD = 0.25
"""What a count of another thing lacks, which only speaks of what is asked for ("complaints about late payments")."""


def _of_another_thing(heads: tuple[Sense, ...], seen: Profile) -> bool:
    """Whether what FIGURE counts is a thing of its own, while what is asked for is only spoken of beside it."""
    lex = lexicon()
    if not heads or any(borne(s, seen.head) or lex.general(s.id) for s in heads):
        return False
    counted = {i for i, mark in seen.head if mark == "+" and not lex.general(i)} - {i for i, _ in seen.inherited}
    asked = {s.id for s in heads} | {i for s in heads for i in lex.relatives(s.id)}
    return bool(counted) and not counted & asked and not any(lex.kind(i) in ("person", "role") for i in counted)


def _only_beside(held: _Held, seen: Profile, levels: Mapping[Sense, float]) -> list[str]:
    """The thing asked for, of which only the sentence speaks, beside other things that FIGURE counts."""
    figure = held.figure
    if held.wanted.aside or _BACK.match(figure.counted) or not _of_another_thing(held.heads, seen):
        return []
    above = lexicon().ids(f"{figure.inherited}. {figure.population}. {held.setting}")
    plural = (s for s in held.heads if s.words.lower().endswith("s") and s.kind in ("body", "place", "concept", "word"))
    plural = (
        s
        for s in plural
        if s.words.lower() != figure.unit and s.id not in above and not lexicon().relatives(s.id) & above
    )
    told = (s for s in plural if levels.get(s, OWN) <= BESIDE and s.id in lexicon().ids(held.sentence))
    return [f"the {s.words} themselves" for s in told]


_BACK = regex(r"(?:such|these|those|them|of them|it|they)\b", re.IGNORECASE)
"""What counts those of whom was told before, under another name."""


def _elsewhere(held: _Held, topic: Container[str]) -> bool:
    """Whether the sentence that the figure's takes up is of a place that neither question nor source is about."""
    lex = lexicon()
    places = {i for i in lex.ids(held.figure.inherited) if lex.kind(i) == "place"}
    if not places or any(lex.kind(s.id) in NAMED for s in held.wanted.terms):
        return False
    places -= lex.ids(". ".join([held.figure.measure, *(f"{w.counted}. {w.measure}" for w in held.wholes)]))
    return bool(places) and places.isdisjoint(lex.ids(held.setting)) and not any(i in topic for i in places)


_MAIN, _PARTS = 0.04, 3
"""What a figure of so many parts has before others that fit as well: it is what the record mainly counts."""
_OTHER = regex(r"\b(?:other|further|remaining)\b", re.IGNORECASE)
_OTHERS = 0.1
"""What a figure of others has where others are asked for."""
_OF_THAT = 0.16
"""What a figure of the very whole that is named has before one of a whole that this was restated as."""
_STANDS = regex(
    r"\b(?:are|is|remains?|now|currently|at present|at the moment|these days|nowadays"
    r"|have been|has been|at any one time|stands?|has|have"
    r"|numbers? of [^,;]{3,60}? (?:rose|soared|grew|climbed|rocketed|swelled|fell|dropped|slipped) to\b"
    r"(?!.*\b(?:1[89]|20)\d\d\b)|(?:had|has) "
    r"(?:risen|fallen|grown|dropped|climbed|slipped|increased|decreased))\b",
    re.IGNORECASE,
)


class _Claimed:
    """The terms of a figure's sentence that another figure there has for its own; read when first asked for."""

    def __init__(self, figure: Figure, view: View) -> None:
        self._figure, self._view = figure, view

    def __contains__(self, term: object) -> bool:
        return term in self._terms

    @cached_property
    def _terms(self) -> frozenset[str]:
        beside = self._view.beside(self._figure)
        return frozenset(i for f in beside for part in (f.counted, f.measure) for i in lexicon().ids(part))


def _weight(term: Sense) -> float:
    return 0.1 if lexicon().general(term.id) else 1.0


def _narrows(wanted: Wanted, figure: Figure, between: Figure, named: Figure) -> bool:
    """Whether a whole that stands BETWEEN a figure and the whole NAMED is of something that nobody asked about.

    What was done to those first is no such thing where a deed is asked about: they were *found*, and 12 sent back.
    """
    lex = lexicon()
    asked = {s.id for s in wanted.terms} | lex.ids(f"{named.counted}. {named.measure}")
    known = asked.union(*map(lex.relatives, asked))
    step = any(s.kind == "action" and s.mark == ASSERTED and s.id in known for s in senses(figure.measure))
    own = senses(f"{between.measure}. {' '.join(value for _, value in between.breakdown)}")
    own = tuple(s for s in own if not lex.general(s.id) and not (step and s.kind in ("action", "word")))
    return any(s.id not in known and not any(lex.covers(a, s.id) for a in asked) for s in own)


def _whole_missing(wanted: Wanted, figure: Figure, view: View, wholes: tuple[Figure, ...]) -> list[str]:
    """ "Of the 1,023": a whole that the figure is part of, or a restatement of one, must have that value."""
    if wanted.whole is None:
        return []
    if wholes:
        at = next((n for n, w in enumerate(wholes) if wanted.whole in {f.value for f in view.chain(w)}), None)
        apart = view.source(figure).paraphrase  # a sheet says of each figure in so many words what it is of
        if at is not None and not (apart and any(_narrows(wanted, figure, w, wholes[at]) for w in wholes[:at])):
            return []
    elif f"{wanted.whole:,}" in figure.population or str(wanted.whole) in figure.population:
        return []
    return ["of the sum that is named"] if wanted.unit == "money" else [f"of the {wanted.whole:,}"]
