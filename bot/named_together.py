"""All who did a thing, where a sentence names several of them together: "Ann Lowe, Peter Hay and Ruth Orr objected"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.heard import Heard, ids_of
from bot.query import Query
from corpus.extract.names import Name, names, surname
from corpus.patterns import regex

__all__ = ["all_named", "listed", "several_asked", "together"]

_SEVERAL = regex(
    r"^\W*(?:and |so )?(?:which (?!one\b)(?:of the )?(?:[\w'\u2019-]+ ){0,3}?(?P<kind>[a-z-]+(?:s|men|women|people))"
    r"|who (?:all|else|exactly)) (?:were|are|have|did|do|had|was|has)\b|^\W*(?:and |so )?who were (?:the |all )",
    re.IGNORECASE,
)
"""What asks for all of several: "which *ministers* were in charge", "who *were the* wardens"."""
_BESIDE = (
    r"(?:\s*\([^)]{1,40}\)|,? (?:aged )?\d{1,3}(?=,)"
    r"| (?:from|since|until|in|till) (?:\w+ )?\d{4}(?: (?:to|until) \d{4})?)*"
)
"""What may stand behind a name in a list: an age, or the years of an office."""
_JOINED = regex(rf"{_BESIDE}(?:,|,? and|,? &) (?:(?:the |her |his )?(?:[a-z-]+ ){{1,3}}|(?:the )?)?")
_LAST = regex(rf"{_BESIDE},? (?:and|&) (?:(?:the |her |his )?(?:[a-z-]+ ){{1,3}}|(?:the )?)?")
_OWNS = regex(r"['\u2019]s?\s")
_OBJECT = regex(r"\b(?!and\b|or\b|but\b|that\b|when\b|while\b|as\b)[a-z]+ (?:the )?$")
_VERB = regex(
    r"\s+(?!(?:in|on|at|of|to|for|from|since|until|by|with|over|after|before|during|about|and|or|as|last|this)\b)[a-z]+"
)


def several_asked(query: Query) -> bool:
    """Whether QUERY asks for all of several persons."""
    return _SEVERAL.search(query.resolved or query.text) is not None


def all_named(query: Query, heard: Sequence[Heard]) -> tuple[list[Heard], list[str]]:
    """The lines of HEARD that name who is asked for, and all those names: of the first line alone, or of several."""
    asked = query.resolved or query.text
    several = _SEVERAL.search(asked)
    kind = ids_of(several["kind"]) if several is not None and several["kind"] else frozenset()
    more = [h for h in heard[1:] if h.name and kind <= ids_of(f"{h.line.text} {h.name}")] if several else []
    lines = [*heard[:1], *more]
    found: dict[str, str] = {}
    used: list[Heard] = []
    for one in lines:
        named = together(one.line.text, one.name)
        if any(re.search(rf"\b{re.escape(surname(n))}\b", asked, re.IGNORECASE) for n in named):
            named = [one.name]  # who is asked about is not of those asked for
        fresh = {surname(n.split(",")[0]): n for n in named}
        if not fresh.keys() <= found.keys():
            used.append(one)
        found = {**found, **{k: v for k, v in fresh.items() if k not in found}}
    return used, list(found.values())


def together(text: str, name: str) -> list[str]:
    """Those whom TEXT names in one list with NAME, itself among them; NAME alone where it names nobody so."""
    for group in _lists(text) if " and " not in name else ():
        if surname(name.split(",")[0]) in {surname(n.words) for n in group} and _stands_alone(text, group):
            return [n.words for n in group]
    return [name]


def _lists(text: str) -> list[list[Name]]:
    """The names of TEXT that stand one after another, each list up to the one that its "and" brings in."""
    lists: list[list[Name]] = []
    held: list[Name] = []
    for name in names(text):
        between = text[held[-1].span.end : name.span.start] if held else ""
        if held and not _OWNS.match(text, name.span.end) and _JOINED.fullmatch(between):
            held.append(name)
            if _LAST.fullmatch(between):
                lists.append(held)
                held = []
        else:
            held = [name]
    return lists


def _stands_alone(text: str, group: Sequence[Name]) -> bool:
    """Whether the last of GROUP is no subject of a verb of its own: "was led by Ann Lowe *and Peter Hay spoke*"."""
    done_to = _OBJECT.search(text[: group[0].span.start]) is not None
    return not (done_to and _VERB.match(text, group[-1].span.end))


def listed(found: Sequence[str]) -> str:
    """Names as a sentence gives them."""
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}"
