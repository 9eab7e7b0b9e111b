"""What is asked for together: "robbers and burglars", "in Spain and Cyprus", "counting homes and shops alike"."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.blanks import blank
from bot.excepted import without_exceptions
from corpus.extract.phrase import noun_phrase
from corpus.extract.sense import Sense
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["coordination", "counted_together", "degrees", "head_last", "listed_apart", "places", "taken_together"]

_TOGETHER = regex(
    r",?\s*\b(?:counting|adding|including|taking)(?: up)?(?: both)?(?: the)? (?P<a>[\w' -]+?) (?:and|with|plus)"
    r"(?: the)? (?P<b>[\w' -]+?)"
    r"(?: (?:together|combined|alike))?[?. ]*$",
    re.IGNORECASE,
)


def counted_together(stretch: str) -> tuple[str, tuple[str, ...]]:
    """ "How many properties, counting homes and businesses together": what stands for the thing counted."""
    match = _TOGETHER.search(stretch)
    if match is None:
        return stretch, ()
    lead = stretch[: match.start()]
    phrase = noun_phrase(lead, len(lead) - len(lead.lstrip()), len(lead))
    return blank(lead, [(0, phrase.span.end)]), (match.group("a").strip(), match.group("b").strip())


_COMBINED = regex(
    r"\b(?P<lead>in|on|at|from|for|to|of|by|about|with|were)\s+(?:both\s+)?(?:the\s+)?(?P<a>(?:[\w'\u2019&-]+\s+){0,5}?[\w'\u2019&-]+)"
    r"\s+and\s+(?:(?P=lead)\s+)?(?:the\s+)?(?P<b>(?:[\w'\u2019&-]+\s+){0,5}?[\w'\u2019&-]+)"
    r",?\s+(?P<word>together|combined|between them|taken together|added together|put together|in all)[?. ]*$",
    re.IGNORECASE,
)


def taken_together(text: str) -> tuple[str, tuple[str, ...]]:
    """ "In West Pennine and Thameside *combined*": the text without that word, and the two whose sum is asked for."""
    match = _COMBINED.search(text)
    if match is None:
        return text, ()
    return blank(text, [match.span("word")]), (match["a"], match["b"])


_PLACED = regex(r"[\s,]*(?:and|or|&|plus)?\s*(?:in |from |to |of )?(?:the )?(?:other )?", re.IGNORECASE)


def places(text: str, found: tuple[Sense, ...]) -> tuple[str, ...]:
    """ "Issued in Spain and Cyprus": neighbours of one restrictive kind are the parts of a coordination."""
    run: list[Sense] = []
    for one, other in pairwise(found):
        joined = text[one.end : other.start]
        alike = one.kind == other.kind and one.kind in ("place", "nationality", "offence", "attribute")
        if alike and _PLACED.fullmatch(joined) and re.search(r"\band\b|\bor\b|,|&|\bplus\b", joined):
            run = [*run, other] if run and run[-1] == one else [one, other]
    return tuple(text[s.start : s.end] for s in run)


_OF_PERSONS = ("offence", "role", "nationality")
_AND_THEN = regex(r"(?:,? [a-z-]+){0,9}?,? (?:and|or|plus) ")


def listed_apart(text: str) -> str:
    """TEXT with the commas that a list lacks ("nurses doctors and porters"), where two of a sort stand side by side."""
    for one, other in pairwise(reversed(lexicon().terms(text))):
        alike = one.kind == other.kind and one.kind in _OF_PERSONS and one.id != other.id
        beside = text[other.end : one.start] == " " and other.words.endswith("s") and one.words.endswith("s")
        if alike and beside and _AND_THEN.match(text, one.end):
            text = f"{text[: other.end]}, {text[one.start :]}"
    return text


def head_last(text: str, focus: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """The terms of what is counted, its head the last: of "complaints of noise" that is "complaints"."""
    for index, (one, other) in enumerate(pairwise(focus)):
        if re.search(r"\bof\b", text[one.end : other.start], re.IGNORECASE) and not lexicon().general(one.id):
            return (*focus[index + 1 :], *focus[: index + 1])
    return focus


_DEGREES = regex(
    r"\b(?:the )?(?P<a>most|least) (?P<what>[a-z]+)(?: (?P<noun>(?!and\b)[a-z]+))?,? and (?:also )?(?:the )?"
    r"(?P<b>more|less) (?P=what)\b(?: (?P<other>(?!was\b|were\b|is\b|are\b|had\b|have\b|in\b|on\b|at\b|by\b|as\b|put\b"
    r"|taken\b|there\b|together\b|combined\b|in all\b)[a-z]+))?",
    re.IGNORECASE,
)


def degrees(text: str) -> tuple[str, ...]:
    """ "The most reckless and the more reckless pilots": two degrees of one quality, which are two kinds and no one."""
    match = _DEGREES.search(text)
    if match is None:
        return ()
    noun = match["other"] or match["noun"] or ""
    return tuple(f"the {degree} {match['what']} {noun}".strip() for degree in (match["a"], match["b"]))


_JOIN = regex(r"\s*(?:,\s*(?:and|or)?|\band/or\b|\band\b|\bor\b|\bplus\b)\s*")


_PLUS = regex(r"\s+plus\s+")
_ASKED_AGAIN = regex(r"^\s*how many\s+", re.IGNORECASE)


_HELD_FOR = regex(
    r"\s+(?:convicted of|guilty of|accused of|suspected of|charged with|(?:sentenced|jailed|arrested) for"
    r"|(?<=\bdone )for)\s+[\w-]+",
    re.IGNORECASE,
)
"""What belongs to the last of those named together, and to no other ("… and people convicted of assault")."""


def coordination(text: str, start: int, end: int, partitive: bool) -> tuple[int, tuple[str, ...]]:
    """Where the coordinated phrase ends and its parts ("robbers and burglars"); no parts where there is but one."""
    if partitive:
        return end, _listed(text)
    parts, at = [text[start:end]], end
    while True:
        joined = _JOIN.match(text, at)
        if not joined or joined.end() == at:
            break
        phrase = noun_phrase(text, joined.end(), len(text))
        if phrase.span.end <= joined.end() or not lexicon().ids(phrase.span.of(text)):
            break
        held = _HELD_FOR.match(text, phrase.span.end)
        at = held.end() if held else phrase.span.end
        parts.append(text[phrase.span.start : at])
    parts = [piece for p in parts for piece in _PLUS.split(_ASKED_AGAIN.sub("", p))]
    return (at, tuple(parts)) if len(parts) > 1 else (end, ())


def _listed(text: str) -> tuple[str, ...]:
    """The parts of "were murderers or rapists": pieces of one kind, or under one broader concept."""
    tail = re.split(r"\b(?:were|was|are|is|be|been|of|for)\b", without_exceptions(text))[-1].strip(" ?.,")
    pieces = [p.strip() for p in _JOIN.split(tail) if p.strip()]
    if len(pieces) < 2:
        return ()
    lex = lexicon()
    kinds = [{lex.kind(i) for i in lex.ids(p)} - {""} for p in pieces]
    if all(kinds) and set.intersection(*kinds) & {"offence", "person", "place", "nationality", "attribute", "role"}:
        return tuple(pieces)
    return ()
