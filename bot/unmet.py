"""Conditions that single words do not show: two places together, a verb of two small words, the highest degree.

"Northshire and Eastmark had 31,700 volunteers" says nothing of Northshire alone. "How many animals got out?" asks
for an escape, though neither "got" nor "out" is a word that a lexicon would look for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.excepted import without_exceptions
from bot.query import Wanted
from corpus.lexicon.terms import lexicon
from corpus.records import Figure

__all__ = ["unmet"]

_JOINT = re.compile(
    r"\b(?:in|at|across|from|for|throughout)\s+(?:the\s+)?(?P<a>[A-Z][\w'\u2019-]+(?:\s[A-Z][\w'\u2019-]+)*)\s+and\s+"
    r"(?:the\s+)?(?P<b>[A-Z][\w'\u2019-]+(?:\s[A-Z][\w'\u2019-]+)*)"
)
_PHRASAL = re.compile(
    r"\b(?:gets?|got|gotten|getting|gives?|gave|given|giving|go(?:es)?|went|gone|going|comes?|came|coming|takes?|took"
    r"|taken|taking)\s+(?P<with>out|off|away|back|down|through)\b(?!\s+(?:of|from|by)\b)",
    re.IGNORECASE,
)

_OF_WHOM = re.compile(r"\bof the\s+\d[\d,]*\s+(?:most|least)\b", re.IGNORECASE)
"""A whole that its number names is that whole, by whatever words."""
_HIGHEST = re.compile(r"\b(?P<degree>most|least)[ -](?P<what>[a-z]{4,})\b", re.IGNORECASE)


def unmet(wanted: Wanted, figure: Figure, sentence: str, wholes: Sequence[Figure] = ()) -> list[str]:
    """The conditions of this kind that FIGURE, of SENTENCE, does not meet, in the question's words."""
    own = f"{figure.counted} {figure.measure}"
    broken = " ".join(value for one in (figure, *wholes) for _, value in one.breakdown)
    kinds = f"{own} {broken} {without_exceptions(figure.population)} {figure.inherited}"
    return [
        *_apart(wanted.words, own),
        *_together(wanted.words, figure, sentence),
        *_undone(wanted.words, sentence),
        *_less_than(wanted.words, kinds),
    ]


def _apart(asked: str, measure: str) -> list[str]:
    """The one place that is asked about where the figure is of it and another together."""
    match = _JOINT.search(measure)
    if match is None:
        return []
    named = [place for place in (match["a"], match["b"]) if re.search(rf"\b{re.escape(place)}\b", asked)]
    return [f"{named[0]} alone"] if len(named) == 1 else []


_SUM_OF = re.compile(
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
    return [f"{name} alone" for name in named] if len(named) < len(every) else []


_BOTH = re.compile(r"\bboth\b[^,;:.]{0,40}\b(?:together|combined)\b", re.IGNORECASE)
_BOTH_ASKED = re.compile(r"\b(?:both|together|combined|total|in all|altogether|overall)\b", re.IGNORECASE)
_TOGETHER = re.compile(r"\b(?:together|between them|combined|jointly)\b", re.IGNORECASE)


def _less_than(asked: str, kinds: str) -> list[str]:
    """The highest degree that is asked for ("most serious") where the figure is of all that are so ("serious")."""
    asked_for = [m.group() for m in _HIGHEST.finditer(_OF_WHOM.sub(" ", asked)) if lexicon().ids(m["what"])]
    told = " ".join(kinds.lower().replace("-", " ").split())
    return [words for words in asked_for if words.lower().replace("-", " ") not in told]


def _undone(asked: str, sentence: str) -> list[str]:
    """The verbs of two words that are asked for and are no term of their own, whose second word the sentence lacks."""
    return [words for words, form in _verbs(asked) if not form.search(sentence)]


@lru_cache(maxsize=1_000)
def _verbs(asked: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    known = [(term.start, term.end) for term in lexicon().terms(asked)]
    found = []
    for match in _PHRASAL.finditer(asked):
        if any(start < match.end() and match.start() < end for start, end in known):
            continue
        found.append((match.group(), re.compile(rf"\b{match['with']}\b", re.IGNORECASE)))
    return tuple(found)
