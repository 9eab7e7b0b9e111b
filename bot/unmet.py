"""Conditions that single words do not show: two places together, a verb of two small words, the highest degree.

"Northshire and Eastmark had 31,700 volunteers" says nothing of Northshire alone. "How many animals got out?" asks
for an escape, though neither "got" nor "out" is a word that a lexicon would look for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.applied_for import only_those_given
from bot.as_given import only_told_as
from bot.as_it_was import as_it_was
from bot.breaking import failed_at_something
from bot.budgets import past_budget
from bot.describing import describing
from bot.done_to import done_to_them, given_up, went_without
from bot.down_to import down_to
from bot.excepted import without_exceptions
from bot.gone import only_the_gone
from bot.moved_since import still_before
from bot.must_be import only_done
from bot.not_that import not_that
from bot.occasions import another_day, another_occasion
from bot.query import Wanted
from bot.sides import of_both, on_the_other_side
from bot.stages import only_a_stage
from bot.units import unit_class
from bot.wished import of_no_wish
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["unmet"]

_NAME = r"(?:the\s+)?[A-Z][\w'\u2019-]+(?:\s[A-Z][\w'\u2019-]+)*"
_JOINT = regex(rf"\b(?:in|at|across|from|for|throughout)\s+(?P<names>{_NAME}(?:,\s+{_NAME})*,?\s+and\s+{_NAME})")
_PARTED = regex(r",\s+(?:and\s+)?|\s+and\s+")
_PHRASAL = regex(
    r"\b(?P<verb>gets?|got|gotten|getting|gives?|gave|given|giving|go(?:es)?|went|gone|going|comes?|came|coming|takes?|took"
    r"|taken|taking)(?:\s+(?:the|an?|it|its|them|their|him|his|her|this|these|those)\b(?:\s+\w+){0,2}?)?"
    r"\s+(?P<with>out|off|away|back|down|through|after(?=\W*$))\b(?!\s+(?:of|from|by)\b)"
    r"|\b(?P<put>puts?|putting)\s+(?:(?:the|it|its|them|their|these|those)\s+)?(?P<aside>out|away|back|down)\b"
    r"(?!\s+(?:of|from|by|to)\b)",
    re.IGNORECASE,
)

_OF_WHOM = regex(
    r"\bof (?:the|his|her|its|their|our|\w+(?:['\u2019]s|s['\u2019]))\s+\d[\d,]*\s+(?:most|least)\b", re.IGNORECASE
)
"""A whole that its number names is that whole, by whatever words."""
_HIGHEST = regex(r"\b(?:(?:most|least)|(?<=\bthe )(?:more|less)(?!.*\bthan\b))[ -](?P<what>[a-z]{4,})\b", re.IGNORECASE)


def unmet(wanted: Wanted, figure: Figure, sentence: str, wholes: Sequence[Figure] = ()) -> list[str]:
    """The conditions of this kind that FIGURE, of SENTENCE, does not meet, in the question's words."""
    own = f"{figure.counted} {figure.measure}"
    met = [
        *_apart(wanted.words, own),
        *_together(wanted.words, figure, sentence),
        *_undone(wanted.words, sentence),
        *_less_than(wanted.words, own, figure, wholes),
        *of_both(wanted.words, own),
        *describing(wanted, figure),
        *on_the_other_side(wanted.words, figure, sentence),
        *only_those_given(wanted, figure),
        *down_to(wanted.words, figure),
        *still_before(wanted.words, figure),
    ]
    met += [*_decided(wanted, figure), *_came_about(wanted.words, figure)]
    met += [
        *done_to_them(wanted.words, figure, sentence),
        *went_without(wanted.words, sentence),
        *given_up(wanted.words, own),
    ]
    met += [*failed_at_something(wanted.words, own), *past_budget(wanted.words, own)]
    met += [*_in_the_time_of(wanted.words, sentence), *another_occasion(wanted.words, sentence)]
    met += another_day(wanted.words, own)
    met += [*_further_done(wanted.words, figure), *_of_those_known(wanted.words, (figure, *wholes), sentence)]
    met += [*only_a_stage(wanted.words, figure), *only_done(wanted, own)]
    met += [*_of_only_some(wanted, sentence), *of_no_wish(wanted, sentence)]
    met += not_that(wanted, figure, sentence)
    met += [
        *_one_of_joined(wanted, figure, wholes),
        *only_the_gone(wanted, figure),
        *only_told_as(wanted, figure, sentence),
    ]
    met += [*_of_those_without(wanted.words, figure.measure), *_such(wanted, figure)]
    met += [*_an_age(wanted, figure, sentence), *as_it_was(wanted, figure, sentence)]
    told = f"{figure.counted}: {figure.measure}"
    return met + ([] if wanted.times else _of_a_day(wanted.words, told, figure.inherited))


_AGED = r"(?:[A-Z][\w'\u2019-]+,\s+{n},|\baged?\s+(?:of\s+)?{n}\b|\b{n}[\s-]years?[\s-]olds?\b)"
_OF_AGE = regex(r"\b(?:age[ds]?|born)\b", re.IGNORECASE)


def _an_age(wanted: Wanted, figure: Figure, sentence: str) -> list[str]:
    """A length of time that is asked for, where FIGURE is how old somebody is ("Ann Dow, *81*, waited 30 weeks"); or
    how old somebody is, where it is a length of time."""
    if wanted.unit not in ("age", "time") or unit_class(figure.unit) != "time" or figure.value is None:
        return []
    aged = re.search(_AGED.format(n=figure.value), sentence) is not None
    if wanted.unit == "age":
        return [] if aged or figure.unit == "years" else ["an age"]
    return ["a length of time"] if aged and not _OF_AGE.search(wanted.words) else []


_JOINED = regex(r"\b(?P<one>[a-z-]+) (?:and|or) (?P<other>[a-z-]+) (?P<noun>[a-z-]+s)\b")


def _one_of_joined(wanted: Wanted, figure: Figure, wholes: Sequence[Figure]) -> list[str]:
    """One kind of two that are counted under one noun ("90 *tug and tram* pilots"), which no part has from that."""
    lex = lexicon()
    asked = {s.id for s in wanted.terms}
    told = ". ".join((figure.measure, *(v for _, v in figure.breakdown)))
    for one in (figure, *wholes):
        match = _JOINED.search(one.counted)
        if match is None:
            continue
        own: frozenset[str] = frozenset() if one is figure else lex.ids(told)
        for kind, beside in ((match["one"], match["other"]), (match["other"], match["one"])):
            named = lex.ids(kind) | (lex.ids(f"{kind} {match['noun']}") - lex.ids(match["noun"]))
            if (named & asked) - own and not lex.ids(beside) & asked:
                return [f"{kind} alone"]
    return []


_PUT_OFF = regex(r"\b(?:deferred|postponed|put off|pending|awaited|outstanding|still to be)\b", re.IGNORECASE)


def _decided(wanted: Wanted, figure: Figure) -> list[str]:
    """What is asked to have been decided, of which FIGURE tells that the decision was put off."""
    asked = next((s.words for s in wanted.terms if s.id == "decided" and s.words.lower().startswith("decided")), "")
    put_off = asked and _PUT_OFF.search(figure.measure) and not _PUT_OFF.search(wanted.words)
    return [asked] if put_off else []


_CARRIED_OUT = regex(
    r"\b(?:carried out|went ahead|gone ahead|took place|taken place|conducted|performed|undertaken)\b", re.IGNORECASE
)
_NEVER_WAS = regex(
    r"(?<!\bnot )(?<!\bnever )\b(?:cancelled|called off|abandoned|scrapped|axed|postponed|put off|deferred|booked"
    r"|scheduled)\b",
    re.IGNORECASE,
)


def _came_about(asked: str, figure: Figure) -> list[str]:
    """What is asked to have been *carried out*, of which FIGURE only tells that it was booked, or called off."""
    done = _CARRIED_OUT.search(asked)
    if done is None or _CARRIED_OUT.search(figure.measure) or _NEVER_WAS.search(asked):
        return []
    return [done.group()] if _NEVER_WAS.search(figure.measure) else []


_UNDER = regex(
    r"\bunder (?:(?:Mr|Mrs|Ms|Sir|Dame|Lord|Lady|Dr)\.? )?(?P<who>[A-Z][\w'\u2019-]+)(?: [A-Z][\w'\u2019-]+)?"
    r"(?=\W*$|,| (?:in|by|during|and|or|rather|alone)\b)"
)


def _in_the_time_of(asked: str, sentence: str) -> list[str]:
    """In whose time of office it is asked about ("freed *under Ms Stroud*"), which no mention of them bears out."""
    match = _UNDER.search(asked)
    if match is None or re.search(rf"\bunder\b[^,;.]*\b{re.escape(match['who'])}\b", sentence, re.IGNORECASE):
        return []
    return [match.group()]


_SOME_OF_THEM = regex(
    r",\s+(?:some|many|most|several|a few|half|others)(?:\s+of\s+(?:them|whom|which|these))?\s+(?P<said>[^,.;:]+)",
    re.IGNORECASE,
)
"""An aside on some of those counted: "40 crews were moved, *some of them to barracks*"."""


def _of_only_some(wanted: Wanted, sentence: str) -> list[str]:
    """What is asked of all those counted, where SENTENCE tells it of some of them and not how many."""
    lex = lexicon()
    missing: list[str] = []
    for aside in _SOME_OF_THEM.finditer(sentence):
        inside, rest = lex.ids(aside["said"]), lex.ids(sentence[: aside.start()] + sentence[aside.end() :])
        only = inside - rest
        own = (s for s in wanted.telling if s.id in only or lex.ids(s.words.split()[-1]) & only)
        missing += [f"how many of them, where it is told of some: {s.words}" for s in own]
    return missing


_KNOWN = r"(?:with|for (?:which|whom))\s+(?:\w+\s+){0,2}?(?:data|details|information|records?)\b"
_DAILY = regex(r"(?:^|[:,]\s*)(?P<each>daily|weekly)\b(?!\s+(?:total|average|rate))", re.IGNORECASE)
_SINCE = regex(
    r"\bsince yesterday\b|\b(?:in|over|within) the (?:last|past|previous) (?:24|twenty-four) hours\b", re.IGNORECASE
)
_OF_DAY = regex(
    r"\b(?:daily|weekly|new(?:ly)?|latest|today|yesterday"
    r"|(?:a|per|each|every|this|that|last|in (?:one|the)) (?:day|week)|24 hours|overnight)\b",
    re.IGNORECASE,
)


_DATA = regex(r"\b(?:data|details|information|records?)\b", re.IGNORECASE)
_KNOWN_ASKED = regex(rf"{_DATA.pattern}|\bknown\b", re.IGNORECASE)
_WITH_DATA = regex(rf"(?<![\d,.])(?=(?P<n>\d[\d,.]*\d|\d)\s+(?:[\w-]+\s+){{1,3}}?{_KNOWN})", re.IGNORECASE)


def _of_those_known(asked: str, lineage: Sequence[Figure], sentence: str) -> list[str]:
    """That all are asked for, where a figure or its whole is of those of whom something is known ("of 69 with data").

    LINEAGE is the figure and its wholes.
    """
    if _KNOWN_ASKED.search(asked) or _DATA.search(sentence) is None:
        return []
    values = {f"{one.value:,f}" for one in lineage if one.value is not None}
    told = any(match["n"] in values for match in _WITH_DATA.finditer(sentence))
    return ["all of them, where only those with data are counted"] if told else []


def _of_a_day(asked: str, told: str, over: str) -> list[str]:
    """That all are asked for, where a table's column or heading gives those of one day or week.

    TOLD are the figure's own words, OVER those that stand over it.
    """
    if _OF_DAY.search(asked):
        return []
    if _SINCE.search(over) or _SINCE.search(told):
        return ["all of them, where only those of the last day are given"]
    match = _DAILY.search(told)
    if match is None:
        return []
    return [f"all of them, where only the {match['each'].lower()} number is given"]


_WITHOUT = regex(r"\b(?:with|having|had|have|has) no\s+(?P<own>[^,;.]+)$", re.IGNORECASE)


def _of_those_without(asked: str, measure: str) -> list[str]:
    """That all are asked for, where MEASURE is of those that lack something ("held *with no* name recorded")."""
    match = _WITHOUT.search(measure)
    if match is None:
        return []
    lex = lexicon()
    own = {i for i in lex.ids(match["own"]) if not lex.general(i)}
    known = lex.ids(asked).union(*map(lex.relatives, lex.ids(asked)))
    return [f"all of them, where only those {match.group().strip()} are counted"] if own and not own & known else []


def _such(wanted: Wanted, figure: Figure) -> list[str]:
    """That what is counted was described before ("no *such* deception has occurred"), where nobody asks of such.

    Where that description, which the figure takes up, holds all that is asked of them, they are those asked about.
    """
    counted = figure.counted
    if not counted.lower().startswith("such ") or re.search(r"\bsuch\b", wanted.words, re.IGNORECASE):
        return []
    lex = lexicon()
    said = lex.ids(f"{figure.inherited}. {figure.measure}")
    own = [s for s in wanted.telling if s.id not in lex.ids(counted)]
    known = {s.id for s in wanted.terms}.union(*(lex.relatives(s.id) for s in wanted.terms))
    described = bool(own) and all(s.id in said or lex.relatives(s.id) & said for s in own)
    described = described and all(i in known for i in lex.ids(figure.measure) if lex.kind(i) == "action")
    return [] if described else [f"all of them, where only {counted.strip().lower()} is told of"]


_OF_THOSE = regex(r"\bof (?:those|these|all|the)\b[^,]*,\s*(?P<own>[^,]+)$", re.IGNORECASE)


def _further_done(asked: str, figure: Figure) -> list[str]:
    """That all are asked for, where FIGURE is of some of them ("of those who tested positive, have died").

    What was done to the some is what such a figure counts; a question that says nothing of it is about the whole.
    """
    match = _OF_THOSE.search(figure.measure)
    if match is None:
        return []
    lex = lexicon()
    own = {i for i in lex.ids(match["own"]) if lex.kind(i) == "action"} - lex.ids(figure.counted)
    said = lex.ids(asked).union(*map(lex.relatives, lex.ids(asked)))
    return [f"all of them, where only those that {match['own'].strip()} are counted"] if own and not own & said else []


def _apart(asked: str, measure: str) -> list[str]:
    """The one place that is asked about where the figure is of it and another together."""
    match = _JOINT.search(measure)
    if match is None:
        return []
    places = [place.removeprefix("the ") for place in _PARTED.split(match["names"])]
    named = [place for place in places if place in asked and re.search(rf"\b{re.escape(place)}\b", asked)]
    return [f"{' and '.join(named)} alone"] if 0 < len(named) < len(places) else []


_SUM_OF = regex(
    r"(?:^|[.;:]\s+)(?P<names>(?:[A-Z][\w'\u2019-]*(?:\s[A-Z][\w'\u2019-]*)*,\s+)*[A-Z][\w'\u2019-]*(?:\s[A-Z][\w'\u2019-]*)*"
    r"\s+and\s+(?:the\s+)?[A-Z][\w'\u2019-]*(?:\s[A-Z][\w'\u2019-]*)*)\s+(?:together|between them|combined|jointly)\b"
)


def _together(asked: str, figure: Figure, sentence: str) -> list[str]:
    """One of several that a number is of together ("Kent, Essex and Surrey *together* had 40 per cent")."""
    if _BOTH.search(figure.measure) is not None and _BOTH_ASKED.search(asked) is None:
        return ["either alone"]
    if _TOGETHER.search(figure.measure) is None or (match := _SUM_OF.search(sentence)) is None:
        return []
    every = re.split(r",\s+|\s+and\s+(?:the\s+)?", match["names"])
    named = [name for name in every if name and re.search(rf"\b{re.escape(name)}\b", asked)]
    named = [name for name in named if not re.search(rf"\b{re.escape(name)} alone\b", figure.measure)]
    return [f"{name} alone" for name in named] if len(named) < len(every) else []


_BOTH = regex(r"\bboth\b[^,;:.]{0,40}\b(?:together|combined)\b", re.IGNORECASE)
_BOTH_ASKED = regex(r"\b(?:both|together|combined|total|in all|altogether|overall)\b", re.IGNORECASE)
_TOGETHER = regex(r"\b(?:together|between them|combined|jointly)\b", re.IGNORECASE)


def _less_than(asked: str, own: str, figure: Figure, wholes: Sequence[Figure]) -> list[str]:
    """The degree that is asked for ("most serious") where the figure is of all that are so ("serious")."""
    asked_for = _highest(asked)
    if not asked_for:
        return []
    broken = " ".join(value for one in (figure, *wholes) for _, value in one.breakdown)
    kinds = f"{own} {' '.join(figure.also)} {broken} {without_exceptions(figure.population)} {figure.inherited}"
    told = " ".join(kinds.lower().replace("-", " ").split())
    return [words for words in asked_for if words.lower().replace("-", " ") not in told]


@lru_cache(maxsize=1_000)
def _highest(asked: str) -> tuple[str, ...]:
    """The highest degrees that are asked for."""
    return tuple(m.group() for m in _HIGHEST.finditer(_OF_WHOM.sub(" ", asked)) if lexicon().ids(m["what"]))


def _undone(asked: str, sentence: str) -> list[str]:
    """The verbs of two words that are asked for and are no term of their own, whose second word the sentence lacks."""
    return [words for words, form in _verbs(asked) if not form.search(sentence)]


@lru_cache(maxsize=1_000)
def _verbs(asked: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    known = [(term.start, term.end) for term in lexicon().terms(asked)]
    found = []
    for match in _PHRASAL.finditer(asked):
        verb, way = ("verb", "with") if match["verb"] else ("put", "aside")
        words = (match.span(verb), match.span(way))
        if any(start < last and first < end for start, end in known for first, last in words):
            continue
        found.append((match.group(), re.compile(rf"\b{match[way]}\b", re.IGNORECASE)))
    return tuple(found)
