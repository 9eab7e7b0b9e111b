"""Whose a date is: "next week's elections" dates the elections, and nothing else that its sentence tells."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from bot.as_given import days_as_asked
from bot.heard import Line, ids_of
from bot.not_that import on_the_other_way
from bot.query import Query
from corpus.extract.dates import DateMention, dates
from corpus.lexicon.terms import lexicon
from corpus.patterns import regex

__all__ = ["ONE_END", "dates_of_it", "of_a_paper"]

_OWNED = regex(r"(?:(?<=s)['\u2019]|['\u2019]s)\s+(?P<thing>(?:[\w'\u2019-]+\s*){1,4})")
"""What a date in the possessive belongs to, and the words right after that."""


_WHO_DID = regex(r",\s+(?:who|whose)\s+(?P<did>[^,.;:]+)")
"""What somebody who is named did besides: "The map was drawn by Ann Holt, *who came ashore in May*"."""


def dates_of_it(query: Query, line: Line) -> list[DateMention]:
    """The dates of LINE that may be of what QUERY asks about: all but those of a thing that it does not name."""
    lex = lexicon()
    asked = {s.id for s in query.wanted.terms}
    known = asked.union(*map(lex.relatives, asked))
    found = []
    for mention in dates(line.text, line.source.published):
        owned = _OWNED.match(line.text, mention.span.end) or _OWNED.match(line.text, mention.span.end - 2)
        if owned is not None and not ids_of(owned["thing"]) & known:
            continue
        if _of_another_deed(query, line.text, mention.span.start, known):
            continue
        if _only_found_out(query, line.text, mention.span.start):
            continue
        if of_a_paper(query, line.text[: mention.span.start], known):
            continue
        beside = next((m for m in _WHO_DID.finditer(line.text) if m.start() < mention.span.start < m.end()), None)
        if beside is None or ids_of(beside["did"]) & known:
            found.append(mention)
    return _in_its_clause(query, line.text, days_as_asked(query, line.text, found))


_CUT = regex(r"[;,]\s+|\s[-\u2013\u2014]\s|\s(?:but|while|whereas|although|and)\s", re.IGNORECASE)


def _in_its_clause(query: Query, text: str, found: list[DateMention]) -> list[DateMention]:
    """Those of the days FOUND that stand with the verb asked for, where others stand with another deed: "switched on
    *on the third and* off on the fifth"."""
    verb = query.wanted.telling[-1:]
    if len(found) < _TWO or not verb:
        return found
    asked, lex = query.resolved or query.text, lexicon()
    days = {d.span.start for d in found}  # "between May *and June*" is one clause
    cuts = [0, *(m.end() for m in _CUT.finditer(text) if m.end() not in days), len(text)]
    if _FOUND_OUT.search(asked) is not None:  # not the day of what came to light
        told = [(a, b) for a, b in pairwise(sorted({*cuts, *_that(text)})) if _FOUND_OUT.search(text, a, b)]
        return _within(found, told) or found
    clauses = [(a, b) for a, b in pairwise(cuts) if not on_the_other_way(asked, text[a:b])]
    if len(clauses) < len(cuts) - 1:
        return _within(found, clauses)
    theirs = [(a, b) for a, b in clauses if verb[0].id in ids_of(text[a:b])]
    theirs = theirs or [(a, b) for a, b in clauses if lex.relatives(verb[0].id) & ids_of(text[a:b])]
    return _within(found, theirs) or found


def _within(found: list[DateMention], clauses: list[tuple[int, int]]) -> list[DateMention]:
    return [d for d in found if any(a <= d.span.start < b for a, b in clauses)]


def _that(text: str) -> list[int]:
    """Where what somebody found out or told begins: "it emerged in May *that* the mast had fallen"."""
    return [m.end() for m in _THAT.finditer(text)]


_THAT = regex(r"\bthat\b", re.IGNORECASE)


_TWO = 2


_HAPPENED = regex(
    r"\b(?:happen\w*|occur\w*|take place|took place|made|begin|began|start\w*|break out|broke out)\b", re.IGNORECASE
)
_FOUND_OUT = regex(
    r"\b(?:came to light|come to light|discover(?:ed)?|emerge[ds]?|spotted|noticed?|uncover(?:ed)?|reveal(?:ed)?"
    r"|detect(?:ed)?|reported|disclosed?|made public|admit(?:ted)?|announced?)\b",
    re.IGNORECASE,
)


def _only_found_out(query: Query, text: str, at: int) -> bool:
    """Whether the date AT a place is the day on which what is asked about was found out, and not done.

    "The theft *came to light in May*" tells of no day of a theft, "it emerged that the theft was in May" does.
    """
    asked = query.resolved or query.text
    if _FOUND_OUT.search(asked) is not None:
        return False
    start = max((m.end() for m in _CLAUSES.finditer(text, 0, at)), default=0)
    out = _FOUND_OUT.search(text, start, at)
    if out is None or _THAT.search(text, out.end(), at) is not None:
        return False
    if _HAPPENED.search(asked) is not None:
        return _HAPPENED.search(text, start, at) is None
    verb = query.wanted.telling[-1:]
    known = {i for s in verb for i in (s.id, *lexicon().relatives(s.id))}
    return bool(verb) and not ids_of(text[out.start() : at]) & known


_CLAUSES = regex(r"[;,]\s+|\s[-\u2013\u2014]\s|\s(?:but|while|whereas|although)\s", re.IGNORECASE)
_PARTED_OFF = regex(
    r"\W*(?:(?:and|but) )?(?:(?:some|most|none|\w+) )?of (?:which|whom|these|them|those)\b", re.IGNORECASE
)
"""What tells of some of those named before, by a deed of its own: "boats sank in May, *of which* four were raised"."""


def _of_another_deed(query: Query, text: str, at: int, known: Collection[str]) -> bool:
    """Whether the date AT a place is that of another deed, of whose things a later clause alone tells the one asked."""
    cuts = [0, *(m.end() for m in _CLAUSES.finditer(text)), len(text)]
    clauses = [(start, text[start:end]) for start, end in pairwise(cuts)]
    verb = query.wanted.telling[-1:]
    asked = ids_of(" ".join(f"{s.words}. been {s.words}" for s in verb))
    asked = asked.union(*map(lexicon().relatives, asked))
    told = [(start, words) for start, words in clauses if ids_of(words) & asked]
    dating = next(((start, words) for start, words in reversed(clauses) if start <= at), None)
    if not told or dating is None or dating in told or not all(_PARTED_OFF.match(words) for _, words in told):
        return False
    return any(lexicon().kind(i) == "action" and i not in known for i in ids_of(dating[1]))


_PAPER = regex(
    r"\b(?P<paper>reviews?|reports?|audits?|inquir(?:y|ies)|investigations?|surveys?|stud(?:y|ies)|inspections?)\b"
    r"(?P<own>[^,;:.]*?)\W*(?:\bbetween|\bfrom|\bin|\bon|\bsince|\bduring|\bto)?\s*$",
    re.IGNORECASE,
)
_TELLS = regex(
    r"\b(?:found|finds?|says?|said|show\w*|count\w*|conclud\w*|record\w*|reveal\w*|warn\w*|list\w*|told|identif\w*|blam\w*"
    r"|put|estimat\w*|into why|into how)\b",
    re.IGNORECASE,
)
_COVERS = regex(r"\b(?:cover(?:s|ed|ing)|spann?(?:s|ed|ing)|for|of|look(?:s|ed|ing) (?:at|back))\b", re.IGNORECASE)
ONE_END = regex(r"\b(?:first|earliest|last|latest|most recent|final|newest)\b", re.IGNORECASE)


def of_a_paper(query: Query, before: str, known: Collection[str]) -> bool:
    """Whether the date that stands right after BEFORE is a review's or a report's, which nobody asked about.

    What a report covers is some time of what it is on, but neither the first day of that nor the last.
    """
    match = _PAPER.search(before)
    if match is None or _TELLS.search(match["own"]) or not ids_of(match["paper"]).isdisjoint(known):
        return False
    ends = ONE_END.search(query.resolved or query.text) is not None
    done = _HELD.search(match["own"]) is not None
    return done or (ends and _COVERS.search(match["own"]) is not None)


_HELD = regex(
    r"\b(?:took place|ran|run|was|were|held|carried out|conducted|began|started|ended|published|opened|closed)\b",
    re.IGNORECASE,
)
