"""Whether somebody gave a number: told by the figures that are theirs, whatever number was put in its place since."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answer import Answer
from bot.compose import Composer
from bot.evidence import Found, Scales, told_on
from bot.match import Fit
from bot.query import Query
from bot.tellers import given_by, was_told
from corpus.extract.numbers import quantities
from corpus.lexicon.grammar import words
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["said_number"]

_ASKED = regex(
    r"^(?:and |so |but )?(?:did|has|have|had) "
    r"(?P<who>(?!anyone\b|anybody\b|they\b|it\b|he\b|she\b)[\w.'\u2019 -]{2,40}?)"
    r" (?:ever |really |actually |originally |first )?(?:say|said|claim|claimed|state|stated|report|reported|announce"
    r"|announced|put|give|given|write|written"
    r"|(?:tell|told) (?P<whom>(?:(?:the|his|her|its|their) )?[\w'-]+(?: [\w'-]+){0,4}?)(?= that\b| there\b| \d))"
    r"(?: that| of| it at| out)? (?=.*\d)",
    re.IGNORECASE,
)


def said_number(query: Query, scales: Scales, composer: Composer) -> Answer | None:
    """The answer where QUERY asks whether somebody gave a number for what the record has a number of theirs for.

    None where it asks for nothing of the kind, or where none of the record's numbers for it is somebody's.
    """
    asked = _ASKED.match(query.resolved or query.text)
    claimed = {q.value for q in quantities(query.text) if q.value is not None and q.kind == "count"}
    claimed &= set(query.numbers)
    if asked is None or len(claimed) != 1:
        return None
    held = _held(query, asked["who"], asked["whom"] or "", scales)
    theirs = [f for f in held if _of(asked["who"], f, scales)]
    own = next((f for f in theirs if f.figure.value in claimed), None)
    if own is not None:
        return _told(own, "Yes: ", composer)
    if theirs:
        return _told(max(theirs, key=lambda f: f.score), "The record gives another figure: ", composer)
    others = bool(held) and all(f.figure.said_by for f in held)
    return composer.missing((f"{asked['who']} on that",)) if others else None


def _held(query: Query, who: str, whom: str, scales: Scales) -> list[Fit]:
    """The figures of what was said, told to WHOM, whoever gave them, the first that was given first."""
    lex = lexicon()
    stating = frozenset(i for verb in words("stating") for i in lex.ids(verb))
    aside = query.wanted.aside | stating | lex.ids(who) | lex.ids(whom)
    wanted = replace(query.wanted, aside=aside, whole=None, sayer="", told="")
    if all(s.id in aside or lex.general(s.id) for s in wanted.terms):
        claimed = set(query.numbers)
        figures = [f for f in scales.view.figures.values() if f.value in claimed]
        held = [f for f in scales.fits(wanted, figures) if not f.missing and all(f.times)]
    else:
        held = [f for f in scales.fits(wanted) if f.complete and f.direct and not f.loose]
    if whom:
        held = [f for f in held if _given_to(whom, f, scales)]
    return sorted((f for f in held if f.figure.value is not None), key=lambda f: (told_on(f.figure), -f.score))


def _given_to(whom: str, fit: Fit, scales: Scales) -> bool:
    """Whether a figure was given to WHOM, by their own words ("the committee") or by others for them."""
    said, source = scales.sentence_of(fit.figure), scales.view.source(fit.figure)
    own = re.sub(r"^(?:the|a|an|his|her|its) ", "", whom.lower())
    return own in said.lower() or was_told(whom, said, source.kind.value)


def _of(who: str, fit: Fit, scales: Scales) -> bool:
    said = re.sub(r"^(?:the|mr|mrs|ms|sir|dame|lord|lady|dr) ", "", who, flags=re.IGNORECASE)
    return bool(fit.figure.said_by) and given_by(said, fit.figure, scales.view.source(fit.figure))


def _told(fit: Fit, lead: str, composer: Composer) -> Answer:
    answer = composer.figure(Found(figure=fit.figure, fit=fit))
    return replace(answer, text=f"{lead}{answer.text}")
