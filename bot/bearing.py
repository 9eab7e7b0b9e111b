"""How far the words of a figure bear out one term of a question: its own, its whole's, or those that stand beside it.

A term is borne out by the figure's own words (what it counts, its measure, its breakdown), or by those of the whole
that it is part of, since a part has every property of its whole. Words that merely stand in the same sentence count
for little, and never for a thing counted, a place, a nationality or an offence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from functools import cached_property, lru_cache
from typing import TypeVar

from bot.excepted import without_exceptions
from corpus.extract.sense import ASSERTED, DENIED, WEIGHED, Sense, agree, befallen, implied_by, senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = [
    "BESIDE",
    "INHERITED",
    "NAMED",
    "NEARBY",
    "OWN",
    "RELATED",
    "Profile",
    "borne",
    "charged_for",
    "inherited",
    "level",
    "marked",
    "profile",
    "spent_on",
    "title_words",
]

T = TypeVar("T")

_STRICT = frozenset({"place", "nationality", "offence", "attribute", "person", "role", "action", "unit", "date"})
_EXACT = frozenset({"place", "nationality", "offence", "attribute", "unit", "date"})
"""Kinds of term for which no near-synonym will do."""
NAMED = frozenset({"place", "nationality", "offence", "attribute"})
"""Kinds of term that must be the figure's own: another thing of the same sentence may be so, and the figure not."""
OWN, RELATED, INHERITED, BESIDE, NEARBY = 1.0, 0.8, 0.55, 0.4, 0.2


class Profile:
    """A figure's words as terms: of what is counted, of its own measure, of its whole, and of its sentence.

    Most are held against few questions, and not by all of these: each is read when it is first asked for.
    """

    def __init__(self, figure: Figure, sentence: str, above: str) -> None:
        """FIGURE's sentence is SENTENCE, and its wholes say what stands ABOVE it."""
        self._figure, self._sentence, self._above = figure, sentence, above
        self._broken = " ".join(value for _, value in figure.breakdown)

    @cached_property
    def head(self) -> frozenset[tuple[str, str]]:
        return _each(marked, self._head)

    @cached_property
    def own(self) -> frozenset[tuple[str, str]]:
        return self.core | _each(marked, self._figure.also)

    @cached_property
    def core(self) -> frozenset[tuple[str, str]]:
        """Its own terms without the other names that a record sheet gives its measure."""
        return _each(marked, self._core)

    @cached_property
    def inherited(self) -> frozenset[tuple[str, str]]:
        return marked(self._above)

    @cached_property
    def nearby(self) -> frozenset[tuple[str, str]]:
        return marked(self._sentence)

    @cached_property
    def head_words(self) -> frozenset[str]:
        """The single words of the names of several words of what it counts ("referral" in "pupil referral units")."""
        return _each(_single_words, self._head)

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The same of all its own names."""
        return _each(_single_words, self._core + self._figure.also)

    @cached_property
    def _head(self) -> tuple[str, ...]:
        figure = self._figure
        named = figure.measure if _a_kind(figure.measure) else _of_which_sort(figure.measure)
        return (_OF_KIND.sub("", figure.counted), self._broken, named, figure.unit if not figure.counted else "")

    @property
    def _core(self) -> tuple[str, ...]:
        figure = self._figure
        return (figure.counted, figure.measure, self._broken, figure.geography)


@lru_cache(maxsize=50_000)
def profile(figure: Figure, sentence: str, inherited: str) -> Profile:
    """The terms of FIGURE, whose sentence is SENTENCE and whose wholes say INHERITED."""
    return Profile(figure, sentence, inherited)


def _each(read: Callable[[str], frozenset[T]], parts: Iterable[str]) -> frozenset[T]:
    """What is read in each of PARTS: other figures share them, so that most have been read before."""
    return frozenset().union(*(read(part) for part in parts if part))


_OF_KIND = regex(r"\b[\w-]+-(?:related|linked|specific)\s+(?=\w)", re.IGNORECASE)
"""What only says of which kind a thing is: "fire-related deaths" counts deaths, and no fires."""
_A_FEW = 4


def _a_kind(measure: str) -> bool:
    """Whether a measure only names a kind of persons ("failed asylum seekers"), and nothing that they did."""
    if len(measure.split()) > _A_FEW:
        return False
    kinds = [lexicon().kind(s.id) for s in senses(measure)]
    return bool(kinds) and kinds[-1] == "role" and "action" not in kinds


_WERE = regex(r"\b(?:was|were|is|are) (?P<kind>[a-z]+)$", re.IGNORECASE)


_BESIDE_THEM = regex(
    r"(?:them|whom|these|those) "
    r"(?P<kind>(?:(?!were\b|was\b|are\b|had\b|have\b)[a-z-]+ ){0,2}[a-z-]{3,}(?:s|men|women|people))"
)


def _of_which_sort(measure: str) -> str:
    """The word that alone is said of those counted where it is a name for them too: "sailors were *female*", "four of
    them *cadets*"."""
    if (beside := _BESIDE_THEM.fullmatch(measure)) is not None:
        return beside["kind"]
    were = _WERE.search(measure)
    named = were is not None and any(lexicon().kind(i) == "attribute" for i in lexicon().ids(were["kind"]))
    return were["kind"] if were is not None and named else ""


@lru_cache(maxsize=20_000)
def marked(text: str) -> frozenset[tuple[str, str]]:
    """The terms of TEXT, each with whether it is asserted, denied or weighed."""
    return frozenset((s.id, s.mark) for s in senses(text))


@lru_cache(maxsize=20_000)
def _single_words(text: str) -> frozenset[str]:
    names = {(s.words, s.kind) for s in senses(text) if s.mark == "+" and " " in s.words}
    named = {(word, kind) for name, kind in names for word in _THEIRS.split(name)[0].split()}
    found = {(i, kind) for word, kind in named for i in lexicon().ids(word)}
    return frozenset(i for i, kind in found if not (kind == "offence" and _person(i)))  # whom it is done to does none


def title_words(title: str) -> frozenset[str]:
    """The terms that a TITLE names, those within its names of several words too ("permits" of "Work permits: fees")."""
    return lexicon().ids(title) | _single_words(title)


_THEIRS = regex(r"\b(?:his|her|its|their|your|our|my)\b", re.IGNORECASE)
"""What is somebody's within a deed's own words: who "lost *their lives*" is not told to have *lived* anywhere."""


def inherited(figure: Figure, wholes: tuple[Figure, ...]) -> str:
    """What a figure takes over: the words of its wholes, and of every other mention of itself and of them."""
    told = [p for w in wholes for p in (w.counted, w.measure, " ".join(w.also), w.geography, w.inherited) if p]
    own = without_exceptions(figure.population) if figure.population and not wholes else ""
    return ". ".join([*told, figure.inherited, own])


def level(
    asked: Sense,
    seen: Profile,
    setting: str,
    focus: bool,
    claimed: Container[str] = frozenset(),
    *,
    of_the_past: bool = True,
) -> float:
    """How far SEEN bears out ASKED, from nought (not at all) to ``OWN`` (by the figure's own words).

    FOCUS: what is asked for is counted. CLAIMED are the terms that another figure of the sentence has for its own.
    OF_THE_PAST: it is asked what once befell them, and not how they stand.
    """
    lex = lexicon()
    if lex.general(asked.id):
        return OWN
    focus = focus and not _deed_in_words(asked)
    if borne(asked, seen.head if focus and lex.kind(asked.id) != "action" else seen.own):
        return OWN
    if asked.mark != DENIED and (kind := implied_by(asked.id)) and any(lex.kind(i) == kind for i, _ in seen.head):
        return OWN
    if borne(asked, seen.inherited):
        return INHERITED
    if of_the_past and asked.mark == ASSERTED and (befallen(asked.id), ASSERTED) in seen.own | seen.inherited:
        return INHERITED
    if lex.kind(asked.id) not in _EXACT:
        if _akin(asked, seen.head if focus else seen.own):
            return RELATED
        if _akin(asked, seen.inherited):
            return RELATED * INHERITED
    if focus and not seen.inherited and _person(asked.id) and _headless(seen) and borne(asked, seen.own):
        return INHERITED
    if _inside(asked, seen, focus):
        return RELATED
    near = not focus and lex.kind(asked.id) not in NAMED and asked.id not in claimed
    if near and borne(asked, seen.nearby):
        return BESIDE
    if lex.kind(asked.id) == "place" and not focus and _titled(asked, seen, setting):
        return INHERITED
    if focus or lex.kind(asked.id) in _STRICT or asked.mark == DENIED:
        return 0.0
    if (asked.id not in claimed and borne(asked, seen.nearby)) or (setting and borne(asked, marked(setting))):
        return NEARBY
    return 0.0


_DONE = regex(
    r"(?:\w+ed|sent|put|thrown|shown|let|set|given|taken|brought|caught|found|told|built|sold|cut|left|lost)\s",
    re.IGNORECASE,
)


def _deed_in_words(asked: Sense) -> bool:
    """Whether it is a deed in words of its own, and no thing to be counted: "seen than *sent packing*"."""
    lex = lexicon()
    return _DONE.match(asked.words) is not None and any(lex.kind(i) == "action" for i in lex.relatives(asked.id))


def _inside(asked: Sense, seen: Profile, focus: bool) -> bool:
    """Whether the term stands within a name of several words ("posts" in "vacant posts", "referral unit")."""
    inside = asked.id in (seen.head_words if focus else seen.own_words)
    return inside and agree(asked.mark, "+")


def _titled(asked: Sense, seen: Profile, setting: str) -> bool:
    """Whether a figure's whole source is about the place that is asked for, and its sentence names no other."""
    told = {i for i, _ in seen.own | seen.nearby if lexicon().kind(i) == "place"}
    return asked.mark == "+" and told <= {asked.id} and asked.id in lexicon().ids(setting)


def _akin(asked: Sense, given: frozenset[tuple[str, str]]) -> bool:
    """Whether a near-synonym of the term is given: one that may stand for it in a question, though not the same."""
    term, wanted = _as_said(asked.id, asked.mark)
    relatives = lexicon().relatives(term)
    if bool(relatives) and any(
        one in relatives and agree(wanted, mark) for one, mark in (_as_said(i, m) for i, m in given)
    ):
        return True
    return asked.mark == DENIED and any(mark == DENIED and one in lexicon().relatives(asked.id) for one, mark in given)


def spent_on(asked: Sense, seen: Profile) -> bool:
    """Whether a sum of money is told with a verb for what is asked ("*spends* £6 on oars": the *bill* for oars)."""
    return asked.mark == ASSERTED and _COST in {asked.id, *lexicon().relatives(asked.id)} and _akin(asked, seen.own)


_COST = "spent"


def charged_for(asked: Sense, seen: Profile) -> bool:
    """Whether a sum of money is told of a charge, where it is asked what one has to *pay* ("the toll for a car")."""
    return asked.mark != DENIED and asked.id in _PAID and any(i in _CHARGES for i, _ in seen.own)


_PAID = ("paid", "charged", "charge")
_CHARGES = frozenset({"toll", "fare", "rail-fare", "fee", "charge", "levi", "rent", "price", "ticket"})


def _as_said(term: str, mark: str) -> tuple[str, str]:
    """A denied term as the one that denies it ("not located": at large), since near-synonyms are of that."""
    denial = lexicon().denial(term) if mark == "-" else ""
    return (denial, "+") if denial else (term, mark)


def _headless(seen: Profile) -> bool:
    return not any(not lexicon().general(i) for i, _ in seen.head)


def borne(asked: Sense, given: frozenset[tuple[str, str]]) -> bool:
    """Whether GIVEN holds the term ASKED, or a kind of person that it covers, under the same mark."""
    if (asked.id, asked.mark) in given:
        return True
    may = {asked.id, *lexicon().narrower(asked.id)}
    return any(
        term in may and (agree(asked.mark, mark) or _to_come(asked, term, mark)) and (term == asked.id or _person(term))
        for term, mark in given
    )


def _to_come(asked: Sense, term: str, mark: str) -> bool:
    """Whether a place is only named with what is still to be done there ("two piers *are to be built at Rye*")."""
    return mark == WEIGHED and asked.mark == ASSERTED and lexicon().kind(term) in ("place", "body")


def _person(term: str) -> bool:
    return lexicon().kind(term) in ("person", "role")
