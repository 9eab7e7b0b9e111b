"""Two numbers of the record that a question names by their values: "What is 40 as a percentage of 310?"."""

from __future__ import annotations

from decimal import Decimal

from bot.answer import Answer
from bot.bearing import borne, marked
from bot.compose import Composer
from bot.derive import Incomparable, change, difference, share
from bot.query import Query
from bot.scales import Scales
from corpus.extract.sense import senses
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex
from corpus.records import Figure

__all__ = ["less_a_part", "of_two_values"]

_GIVEN = regex(r"(?<![\w.,\u00a3$\u20ac-])\d[\d,]*(?![\w%])")
_N = r"(?:the )?#"
_SHARE = regex(
    rf"(?:what (?:is|was|are|were) )?{_N} (?:as a (?:percentage|per ?cent|proportion|share|fraction) of|out of) {_N}"
    r"(?:,? (?:as|in) (?:a )?(?:percentage|per ?cent|percent)(?: terms)?)?"
    rf"|what (?:percentage|per ?cent|proportion|share|fraction) (?:is|was|are|were) {_N} (?:of|out of) {_N}"
    rf"|(?P<whole>what (?:percentage|per ?cent|proportion|share|fraction) of {_N} (?:is|was|are|were) {_N})"
)
_LESS = regex(
    rf"(?:what (?:is|was) )?(?:{_N} (?:minus|less|take away) {_N}|(?P<from>(?:take|subtract) {_N} (?:away )?from {_N})"
    rf"|the (?:difference|gap) between {_N} and {_N})"
)


_OFF = regex(
    r"(?:take|taking|subtract(?:ing)?|deduct(?:ing)?|knock(?:ing)?) (?:away |off )?(?:the |those |these )?#"
    r"(?P<who>(?: (?:who |that |which )?[\w'\u2019 -]{2,40}?)?)"
    r" (?:off|(?:away )?from|out of) (?:the (?:total|whole|whole lot|lot|full number|overall number|sum)|all of them)"
    r"(?:[,;:]? (?:and )?(?:what|how many)\b.*\b(?:left|remain(?:s|ing)?|over|get|leave|leaves))?"
)
_OUT = regex(
    r"if (?:the |those |these )?#(?P<who>(?: (?:who |that |which )?[\w'\u2019 -]{2,40}?)?) (?:are|were|is) "
    r"(?:taken|left|knocked|set|put|stripped) (?:out|away|off|aside)"
    r"(?: (?:of|from) (?:the (?:total|whole|lot)|all of them))?,? (?:then )?how many\b.*"
    r"\b(?:left|remain(?:s|ing)?|over)"
)
"""A part by its number that is to be taken away from its whole: "take *the 40 they sold* off the total"."""


def less_a_part(query: Query, scales: Scales, composer: Composer) -> Answer | None:
    """The whole less the part that QUERY names by its value; None where it asks for none, or for another thing.

    Where several figures have that value, they have to be of one whole.
    """
    text = " ".join((query.resolved or query.text).lower().split()).strip("?!. ")
    given = [Decimal(n.replace(",", "")) for n in _GIVEN.findall(text)]
    asked = _GIVEN.sub("#", text)
    match = (_OFF.fullmatch(asked) or _OUT.fullmatch(asked)) if len(given) == 1 else None
    if match is None:
        return None
    parts = [f for f in scales.view.figures.values() if f.value == given[0] and scales.view.wholes(f)]
    parts = [f for f in parts if _is_so(match["who"], f)]
    wholes = {scales.view.wholes(f)[-1].id: f for f in parts}
    if len(wholes) != 1:
        return None
    ((whole, part),) = wholes.items()
    try:
        return composer.worked(difference(scales.view.figures[whole], part))
    except Incomparable:
        return None


def _is_so(said: str, part: Figure) -> bool:
    """Whether what is SAID of a number in a question is told of PART: "the 40 *they sold*"."""
    lex, told = lexicon(), marked(f"{part.counted}. {part.measure}")
    return all(
        lex.general(s.id) or borne(s, told) or any((i, s.mark) in told for i in lex.relatives(s.id))
        for s in senses(said)
    )


def of_two_values(query: Query, scales: Scales, composer: Composer) -> Answer | None:
    """The share or difference of two numbers that QUERY names; None where it asks for none, or they do not belong.

    They belong where one is part of the other or of what that was restated as, so that nothing unlike is compared.
    """
    text = " ".join((query.resolved or query.text).lower().split()).strip("?!. ")
    given = [Decimal(n.replace(",", "")) for n in _GIVEN.findall(text)]
    asked = _GIVEN.sub("#", text)
    shared, less = _SHARE.fullmatch(asked), _LESS.fullmatch(asked)
    if len(given) != 2 or not (shared or less):
        return None
    part, whole = given if not (shared and shared["whole"]) else reversed(given)
    pair = _belonging(min(part, whole) if less else part, max(part, whole) if less else whole, scales)
    if pair is None and less and (restated := _restated(part, whole, scales)) is not None:
        return composer.worked(change(*restated))
    if pair is None:
        return None
    try:
        return composer.worked(share(*pair) if shared else difference(pair[1], pair[0]))
    except Incomparable:
        return None


def _restated(a: Decimal, b: Decimal, scales: Scales) -> tuple[Figure, Figure] | None:
    """The figures of these values of which one took the other's place, the earlier first."""
    for figure in scales.view.figures.values():
        chain = [f for f in scales.view.chain(figure) if f.value in (a, b)] if figure.value in (a, b) else []
        if len({f.value for f in chain}) > 1:
            return chain[0], next(f for f in chain if f.value != chain[0].value)
    return None


def _belonging(part: Decimal, whole: Decimal, scales: Scales) -> tuple[Figure, Figure] | None:
    """A figure of the first value and one of the second that it is part of."""
    for figure in scales.view.figures.values():
        if figure.value != part:
            continue
        above = next((w for w in scales.view.wholes(figure) if w.value == whole), None)
        if above is not None:
            return figure, above
    return None
